"""`timeline_p95_ms`: one repaint of the timeline at every zoom and pan, 100,000 segments over ten hours, 1600 pixels.

Three views, alternately: everything in one row, twenty rows with score curves, and those packed. Lower is better.
"""

from __future__ import annotations

import random
import time
from fractions import Fraction

import numpy as np
from PySide6.QtWidgets import QApplication

from app import theme
from app.benches.figure import Figure
from app.packing import packed_lanes
from app.views.timeline import Lane, TimelineView
from core.rows import Label, Segment, State, Track, TrackKind
from core.time import ConstantRate, Span
from core.timeline.query import SegmentTable

SEGMENTS = 100_000
FRAMES = 10 * 3600 * 30
WIDTH, HEIGHT = 1600, 700
_ZOOMS, _PANS = 24, 6
_STATES = (State.PREDICTED, State.PREDICTED, State.ACCEPTED, State.CORRECTED, State.HUMAN, State.REJECTED)
_COLORS = ("#4e9f50", "#e15759", "#4e79a7", "#f2b447", "#b07aa1")


def run() -> dict[str, Figure]:
    twenty = lanes(20)
    content = [(lane.label, lane.table) for lane in twenty]
    packed = packed_lanes(twenty[0].track, content, twenty[0].label, {})
    views = [shown_view(lanes(1)), shown_view(twenty), shown_view(packed)]
    chance = random.Random(2)
    taken: list[list[float]] = [[] for _ in views]
    shortest = 300  # frames on screen at the closest zoom
    for zoom in range(_ZOOMS):
        length = round(FRAMES * (shortest / FRAMES) ** (zoom / (_ZOOMS - 1)))
        for _ in range(_PANS):
            start = chance.randint(0, FRAMES - length)
            for view, times in zip(views, taken, strict=True):
                times.append(_repaint(view, Span(start, start + length)))
    for view in views:
        view.close()
    one, many, few = (float(np.percentile(times, 95)) * 1000 for times in taken)
    return {
        "timeline_p95_ms": Figure(max(one, many, few), "ms"),
        "timeline_one_row_p95_ms": Figure(one, "ms"),
        "timeline_twenty_rows_p95_ms": Figure(many, "ms"),
        "timeline_packed_p95_ms": Figure(few, "ms"),
        "timeline_longest_ms": Figure(max(map(max, taken)) * 1000, "ms"),
    }


def _repaint(view: TimelineView, span: Span) -> float:
    """Seconds from the wish to see a span until it is painted."""
    begin = time.perf_counter()
    view.zoom_to(span)
    view.viewport().repaint()
    return time.perf_counter() - begin


def shown_view(content: list[Lane]) -> TimelineView:
    """A timeline on screen (offscreen where there is no display), painted once."""
    application()
    view = TimelineView()
    view.resize(WIDTH, HEIGHT)
    view.set_video(ConstantRate(Fraction(30), FRAMES))
    view.set_lanes(content)
    view.show()
    QApplication.processEvents()
    view.viewport().repaint()
    return view


def application() -> QApplication:
    """In the window's own dress, which decides what scroll bars cost."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([])
    theme.apply(app, "dark")
    return app


def lanes(count: int) -> list[Lane]:
    """`SEGMENTS` segments over `FRAMES` frames in `count` rows, with a score curve where there is more than one."""
    chance = np.random.default_rng(1)
    track = Track(1, 1, "Run", TrackKind.RUN, run_id=1)
    each, made = SEGMENTS // count, []
    for number in range(count):
        label = Label(number + 1, f"activity {number + 1}", _COLORS[number % len(_COLORS)])
        starts = np.sort(chance.integers(0, FRAMES - 600, each))
        lengths = chance.integers(2, 2 * FRAMES // each, each).clip(2, 600)
        states = chance.integers(0, len(_STATES), each)
        rows = [
            Segment(number * SEGMENTS + i, 1, label.id, Span(a, a + n), (a % 100) / 100, _STATES[s])
            for i, (a, n, s) in enumerate(zip(starts.tolist(), lengths.tolist(), states.tolist(), strict=True))
        ]
        curve = None if count == 1 else _curve(chance)
        made.append(Lane(track, label, SegmentTable.of(rows), curve=curve, threshold=None if curve is None else 0.5))
    return made


def _curve(chance: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    x = np.arange(0, FRAMES, 8)
    noise = chance.normal(0, 1, len(x))
    return x, np.clip(np.convolve(noise, np.ones(25) / 8, "same") * 0.4 + 0.35, 0, 1).astype(np.float32)

"""`edit_screen_p95_ms`: from one Edit of one segment among 100,000 until it is painted, an hour or less on screen.

Measured is what the window does after the disk: the table without the old row and with the new one, the lane, the
repaint. `edit_screen_whole_p95_ms` is the same with all ten hours on screen. Lower is better.
"""

from __future__ import annotations

import random
import time
from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QApplication

from app.benches.figure import Figure
from app.benches.timeline import FRAMES, lanes, shown_view
from app.views.timeline import TimelineView
from core.rows import changed
from core.time import Span

_HOUR = FRAMES // 10
_EDITS = 150


def run() -> dict[str, Figure]:
    views = [shown_view(lanes(1)), shown_view(lanes(20))]
    chance = random.Random(4)
    near: list[list[float]] = [[], []]
    whole: list[list[float]] = [[], []]
    for _ in range(_EDITS):
        length = round(_HOUR * 10 ** chance.uniform(-2, 0))
        start = chance.randint(0, FRAMES - length)
        for number, view in enumerate(views):
            near[number].append(_edit(view, Span(start, start + length), chance))
            whole[number].append(_edit(view, Span(0, FRAMES), chance))
    for view in views:
        view.close()
    return {
        "edit_screen_p95_ms": Figure(max(_p95(times) for times in near), "ms"),
        "edit_screen_whole_p95_ms": Figure(max(_p95(times) for times in whole), "ms"),
    }


def _p95(times: list[float]) -> float:
    return float(np.percentile(times, 95)) * 1000


def _edit(view: TimelineView, span: Span, chance: random.Random) -> float:
    """Seconds for one edit of a segment that is on screen and selected."""
    view.zoom_to(span)
    number = chance.randrange(len(view.scene.lanes))
    lane = view.scene.lanes[number]
    window = lane.table.visible(span.start, span.stop)
    old = lane.table.rows[chance.randrange(window.start, max(window.stop, window.start + 1))]
    view.set_selection({old.id})
    QApplication.processEvents()
    begin = time.perf_counter()
    new = changed(old, span=Span(old.span.start, old.span.stop + 1))
    view.set_lane(number, replace(lane, table=lane.table.edited([old], [new])))
    QApplication.processEvents()  # paints what set_lane asked for
    return time.perf_counter() - begin

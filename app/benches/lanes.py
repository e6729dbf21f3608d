"""`lanes_p95_ms`: one repaint of the timeline with four signal lanes, at every zoom and pan, over ten hours.

100,000 segments in twenty rows with score curves, and under them at 1600 pixels: six stacked scores, surprise with its
peaks, motion, and a waveform, each with a step for each of 1,080,000 frames. Lower is better. Beside it stands what the
same repaint costs without lanes, in turn.
"""

from __future__ import annotations

import random
import time

import numpy as np
from PySide6.QtWidgets import QApplication

from app.benches.figure import Figure
from app.benches.timeline import FRAMES, lanes, shown_view
from app.signal_lanes.levels import Levels
from app.views.signal_rows import SignalRow
from app.views.signal_view import SignalLanesView
from app.views.timeline import TimelineView
from core.peaks import peaks
from core.signal import Signal
from core.time import Span

_ZOOMS, _PANS = 24, 6
_SHORTEST = 300  # frames on screen at the closest zoom
_SCORES = 6


def run() -> dict[str, Figure]:
    content = lanes(20)
    plain, view = shown_view(content), shown_view(content)
    foot = SignalLanesView(view)
    rows, built = signal_rows()
    foot.set_rows(rows)
    foot.show()
    QApplication.processEvents()
    chance = random.Random(3)
    taken: dict[str, list[float]] = {"plain": [], "lanes": [], "foot": []}
    for zoom in range(_ZOOMS):
        length = round(FRAMES * (_SHORTEST / FRAMES) ** (zoom / (_ZOOMS - 1)))
        for _ in range(_PANS):
            start = chance.randint(0, FRAMES - length)
            _measure(plain, view, foot, Span(start, start + length), taken)
    plain.close()
    view.close()
    p95 = {name: float(np.percentile(times, 95)) * 1000 for name, times in taken.items()}
    size = sum(row.levels.nbytes for row in rows if row.levels is not None) / 2**20
    return {
        "lanes_p95_ms": Figure(p95["lanes"], "ms", "the same without lanes", p95["lanes"] / p95["plain"]),
        "lanes_alone_p95_ms": Figure(p95["foot"], "ms"),
        "lanes_longest_ms": Figure(max(taken["lanes"]) * 1000, "ms"),
        "lanes_built_s": Figure(built, "s"),
        "lanes_memory_mib": Figure(size, "MiB"),
    }


def _measure(
    plain: TimelineView, view: TimelineView, foot: SignalLanesView, span: Span, taken: dict[str, list[float]]
) -> None:
    """Seconds from the wish to see a span until it is painted, without and with lanes."""
    begin = time.perf_counter()
    plain.zoom_to(span)
    plain.viewport().repaint()
    taken["plain"].append(time.perf_counter() - begin)
    begin = time.perf_counter()
    view.zoom_to(span)
    view.viewport().repaint()
    middle = time.perf_counter()
    foot.repaint()
    end = time.perf_counter()
    taken["lanes"].append(end - begin)
    taken["foot"].append(end - middle)


def signal_rows() -> tuple[list[SignalRow], float]:
    """Four lanes, and the seconds that making them ready to paint took."""
    chance = np.random.default_rng(4)
    surprise = Signal(chance.gamma(0.5, 0.1, (FRAMES, 1)).clip(0, 1).astype(np.float32), ("surprise",), 1, 1)
    scores = Signal(
        chance.dirichlet(np.ones(_SCORES), FRAMES).astype(np.float32), tuple("abcdef"), 1, 1
    )  # fmt: skip
    motion = Signal(chance.gamma(2, 0.1, (FRAMES, 1)).clip(0, 1).astype(np.float32), ("motion",), 1, 1)
    sound = _sound(chance)
    begin = time.perf_counter()
    found = peaks(surprise).above(0.3)
    rows = [
        SignalRow("scores", "Scores", "stacked", channels=scores.channels, levels=Levels(scores, "mean")),
        SignalRow("surprise", "Surprise", "filled", levels=Levels(surprise), peaks=found, limit=0.3),
        SignalRow("motion", "Motion", "filled", levels=Levels(motion)),
        SignalRow("waveform", "Sound", "waveform", levels=Levels(sound, parts=3)),
    ]
    return rows, time.perf_counter() - begin


def _sound(chance: np.random.Generator) -> Signal:
    loud = chance.gamma(2, 0.1, FRAMES * 3).clip(0, 1).astype(np.float32)
    cells = np.stack([-loud, loud, loud * 0.6], 1).reshape(FRAMES, -1)
    return Signal(cells, tuple(f"{kind} {part}" for part in (1, 2, 3) for kind in ("low", "high", "rms")), 1, 1)

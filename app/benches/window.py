"""The window while a network works: `gui_gap_p99_ms`, the 99th percentile of the time between ticks of a 10 ms timer
of the GUI thread during an analysis (at most 50), and `cancel_s`, the longest time from a cancel to the job's end (at
most 1). The footage is the sample clip, 1080p, analysed by I3D with nothing cached."""

from __future__ import annotations

import os
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.benches.figure import Figure
from app.benches.loop import spin
from core.storage.arrays import ArrayCache

if TYPE_CHECKING:
    from app.application import Program
    from app.jobs import Job

CANCELS = 6
SECONDS = 20.0  # of analysis that the gaps are taken from
_TICK_MS = 10
_MODEL = "i3d"


def run() -> dict[str, Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app import application
    from app.benches.analyze import SIZES, footage

    application.log_qt()
    with tempfile.TemporaryDirectory(prefix="reelmark-bench-") as name:
        folder = Path(name)
        clip = footage(folder / "clip.mp4", SIZES["1080p"], times=20)
        program = application.start([folder / "bench.reelmark", clip], private=True)
        try:
            spin(lambda: bool(program.workspace.document.videos) and not program.workspace.runner.busy, 600)
            gaps = _gaps(program, ArrayCache(folder / "cache"))
            waits = [_cancel(program, ArrayCache(folder / f"cache{i}"), i) for i in range(CANCELS)]
        finally:
            program.window.close()
    return {
        "gui_gap_p99_ms": Figure(float(np.percentile(gaps, 99)), "ms", f"a {_TICK_MS} ms timer, {len(gaps)} ticks"),
        "gui_gap_longest_ms": Figure(float(gaps.max()), "ms"),
        "cancel_s": Figure(max(waits), "s", f"longest of {CANCELS}"),
    }


def _job(program: Program, cache: ArrayCache) -> Job:
    from app import tasks

    ws = program.workspace
    (video,) = ws.document.videos.values()
    task = tasks.analyze(ws.document.project.resolve(video), video, _MODEL, cache=cache)
    return ws.runner.start("Bench", task, "heavy")


def _gaps(program: Program, cache: ArrayCache) -> np.ndarray:
    """Milliseconds between ticks while a job runs, its first seconds (torch is imported) included."""
    from PySide6.QtCore import Qt, QTimer

    ticks: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    job = _job(program, cache)
    timer.start(_TICK_MS)
    until = time.perf_counter() + SECONDS
    spin(lambda: time.perf_counter() > until or job.done, 2 * SECONDS)
    timer.stop()
    job.cancel()
    spin(lambda: not program.workspace.runner.busy, 60)
    return np.diff(ticks) * 1000


def _cancel(program: Program, cache: ArrayCache, seed: int) -> float:
    """Seconds from cancelling, at some moment of the work, to the end of the job."""
    job = _job(program, cache)
    until = time.perf_counter() + 2 + 3 * random.Random(seed).random()
    spin(lambda: time.perf_counter() > until, 60)
    started = time.perf_counter()
    job.cancel()
    spin(lambda: not program.workspace.runner.busy, 60)
    return time.perf_counter() - started

"""Playing with the flow overlay on: `overlay_late_frames`, 1080p30 at 2×, and at 1× while an analysis runs (aim: 0).

A frame is late when its picture was not painted, or later than one frame's time after its own time was over. The same
stretch without the overlay is played before, and a process beside it sleeps and counts how often it was woken more than
a frame too late, for what the machine gives at that moment. `plain` counts the frames that were painted in time, but
before their overlay was ready.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.benches.figure import Figure
from app.benches.footage import GOP, footage

if TYPE_CHECKING:
    from app.application import Program

SECONDS = 10.0  # of real time that each playing lasts
_SIZE, _RATE = (1920, 1080), 30
_SLEEPER = """
import sys, time
frame, late, before = float(sys.argv[1]), 0, time.perf_counter()
print("", flush=True)
try:
    while True:
        time.sleep(0.004)
        now = time.perf_counter()
        late, before = late + (now - before > frame), now
except KeyboardInterrupt:
    print(late)
"""
_LEAD = 15  # frames from the start of playing that are not counted: the decoder fills up


@dataclass(frozen=True)
class Played:
    """frames: how many should have been seen; late of them; plain: in time, but without the overlay; work: processor
    seconds of all threads for a second of playing; pauses of the machine that lasted longer than a frame."""

    frames: int
    late: int
    plain: int
    work: float
    pauses: int


def run() -> dict[str, Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app import application

    application.log_qt()
    with tempfile.TemporaryDirectory(prefix="reelmark-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        clip = footage(folder, _SIZE, round(_RATE * 2.2 * SECONDS) // GOP * GOP + GOP)
        program = application.start([folder / "bench.reelmark", clip], private=True)
        try:
            return _measured(program)
        finally:
            program.window.close()


def _measured(program: Program) -> dict[str, Figure]:
    from app.benches.loop import spin

    ws = program.workspace
    spin(lambda: ws.playhead.frames > 1 and bool(ws.document.videos) and not ws.runner.busy, 600)
    found = {}
    for name, speed, busy in (("overlay_late_frames", 2.0, False), ("overlay_late_frames_analysing", 1.0, True)):
        bare = play(program, speed, overlay=False, busy=busy)
        with_flow = play(program, speed, overlay=True, busy=busy)
        against = (
            f"of {with_flow.frames}; {with_flow.plain} without their flow; without the overlay {bare.late} late; "
            f"pauses of the machine: {with_flow.pauses} and {bare.pauses}"
        )
        found[name] = Figure(with_flow.late, "frames", against)
        if not busy:
            found["overlay_work"] = Figure(with_flow.work, "cores", f"playing without it, {bare.work:.2f} cores")
    return found


def play(program: Program, speed: float, overlay: bool, busy: bool, seconds: float = SECONDS) -> Played:
    from app import tasks
    from app.benches.loop import spin
    from core.storage.arrays import ArrayCache

    ws, window = program.workspace, program.window
    if window.overlays.looks["flow"].on != overlay:
        window.overlays.toggle("flow")
    ws.playhead.seek(0)
    with tempfile.TemporaryDirectory() as cache:
        if busy:
            (video,) = ws.document.videos.values()
            path = ws.document.project.resolve(video)
            job = ws.runner.start("Bench", tasks.analyze(path, video, "i3d", cache=ArrayCache(Path(cache))), "heavy")
            spin(lambda: job.progress.done > 0 or job.done, 120)
        else:
            _pause(0.5)
        command = [sys.executable, "-c", _SLEEPER, f"{1 / (_RATE * speed)}"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sleeper:
            assert sleeper.stdout is not None
            sleeper.stdout.readline()
            watch = _Watch(program)
            ws.playhead.play(speed)
            _pause(seconds)
            ws.playhead.pause()
            watch.stop()
            sleeper.send_signal(signal.SIGINT)
            pauses = int(sleeper.stdout.read())
        if busy:
            job.cancel()
        spin(lambda: not ws.runner.busy, 120)
    return watch.judged(_RATE * speed, overlay, pauses)


class _Watch:
    """Notes when each frame is painted, and whether with its overlay."""

    def __init__(self, program: Program) -> None:
        self._presenter, self._stage = program.window.overlays, program.window.player.stage
        self._paint = self._stage.overlay
        self.painted: dict[int, tuple[float, bool]] = {}
        self._began, self._first = 0.0, 0
        self._clocks = time.process_time(), time.perf_counter()
        program.workspace.playhead.frame_changed.connect(self._on_frame)
        self._playhead = program.workspace.playhead
        self._stage.overlay = self._note

    def _on_frame(self, frame: int) -> None:
        if not self._began:
            self._began, self._first = time.perf_counter(), frame

    def _note(self, painter, rect):  # type: ignore[no-untyped-def]
        taken = self._paint(painter, rect)
        frame = self._presenter.shown
        seen = [self._presenter.seen(one) for one in self._presenter.overlays if one.name == "flow"]
        ready = bool(seen and seen[0] is not None)
        self.painted.setdefault(frame, (time.perf_counter(), ready))
        return taken

    def stop(self) -> None:
        self._last = self._playhead.frame
        self._clocks = time.process_time() - self._clocks[0], time.perf_counter() - self._clocks[1]
        self._playhead.frame_changed.disconnect(self._on_frame)
        self._stage.overlay = self._paint

    def judged(self, rate: float, overlay: bool, pauses: int) -> Played:
        """rate: frames a second of real time."""
        numbers = range(self._first + _LEAD, self._last - 1)
        late = plain = 0
        for number in numbers:
            over = self._began + (number - self._first + 1) / rate
            at, ready = self.painted.get(number, (float("inf"), False))
            late += at > over + 1 / rate
            plain += overlay and at <= over + 1 / rate and not ready
        return Played(len(numbers), late, plain, self._clocks[0] / self._clocks[1], pauses)


def _pause(seconds: float) -> None:
    from app.benches.loop import spin

    until = time.perf_counter() + seconds
    spin(lambda: time.perf_counter() > until, seconds + 60)

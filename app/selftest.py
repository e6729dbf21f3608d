"""`reelmark selftest`: the real window, without a display, does the whole job once on the sample and says what it used.

It proves an installation: the same steps run in the frozen program. Exit code 0 or 1.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

STEPS_TIMEOUT = 600.0  # seconds for the slowest step, the network on a slow processor


class SelftestFailure(Exception):
    """A step did not do what it should; the message names it."""


def run(screenshot: Path | None = None, say: Callable[[str], object] = lambda _: None) -> bool:
    """Runs every step, telling each by `say`; False at the first that fails."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="reelmark-selftest-") as folder:
        try:
            _whole_job(Path(folder), screenshot, say)
        except SelftestFailure as failure:
            say(f"FAILED: {failure}")
            return False
    say("All steps passed.")
    return True


def _whole_job(folder: Path, screenshot: Path | None, say: Callable[[str], object]) -> None:
    from app import application, tasks
    from core import assets
    from core.rows import State
    from core.task import drive

    application.log_qt()
    say(f"Device: {tasks.device_badge('auto')}")
    clip = assets.path("sample-clip")
    project = folder / "selftest.reelmark"
    program = application.start([project, clip], private=True)
    ws, window = program.workspace, program.window
    try:
        _until(program.app, lambda: window.player.image() is not None, "the first frame of the sample is on screen")
        say(f"Opened {clip.name}: {ws.playhead.frames} frames.")
        ws.analyze(list(ws.document.videos.values()), "i3d", None)
        _until(program.app, lambda: bool(ws.document.cells) and not ws.runner.busy, "the analysis found activities")
        found = [row for table in ws.document.cells.values() for row in table.rows]
        names = sorted({ws.document.labels[row.label_id].name for row in found})
        say(f"Found {len(found)} activities: {', '.join(names)}.")

        first = min(found, key=lambda row: row.span)
        ws.document.select([first.id])
        ws.playhead.seek(first.span.start + 5)
        window.commands["set_start"].trigger()
        corrected = [row for row in ws.document.selected if row.state is State.CORRECTED]
        _check(len(corrected) == 1 and corrected[0].span.start == first.span.start + 5, "a boundary can be corrected")
        window.commands["undo"].trigger()
        _check(ws.document.segment(first.id) == first, "undo brings the prediction back")
        window.commands["redo"].trigger()
        _check(ws.document.segment(corrected[0].id) == corrected[0], "redo brings the correction back")
        say("Corrected a boundary, undid and redid it.")

        target = folder / "export.json"
        drive(tasks.write_annotations(target, "activitynet", tasks.snapshot(ws.document.project)))
        written = json.loads(target.read_text("utf-8"))
        _check(bool(written), "the export holds the activities")
        say(f"Exported {target.stat().st_size} bytes of ActivityNet JSON.")
        if screenshot is not None:
            _until(program.app, lambda: not ws.runner.busy, "the window is at rest")
            _check(window.grab().save(str(screenshot)), f"the screenshot can be written to {screenshot}")
            say(f"Screenshot: {screenshot}")
    finally:
        window.close()
    _libraries(folder)
    say("Drew a figure, separated two classes, read HDF5 back.")
    again = application.start([project], private=True)
    try:
        again.workspace.document.segment(corrected[0].id)
        say("Reopened the project; the correction is there.")
    except KeyError:
        raise SelftestFailure("the correction is gone after reopening the project") from None
    finally:
        again.window.close()


def _libraries(folder: Path) -> None:
    """What only `reproduce` and training need, and is imported late."""
    import h5py
    import numpy as np
    from sklearn.svm import LinearSVC

    from models.papers import figures
    from models.papers.report import interval

    drawn = figures.curves(folder / "curve.png", {"a": [(0, 1), (1, 2)]}, "x", "y")
    _check(drawn.stat().st_size > 1_000, "a figure can be drawn")
    _check(list(LinearSVC().fit([[0.0], [1.0]], [0, 1]).predict([[2.0]])) == [1], "two classes can be separated")
    _check(interval([1.0, 2.0, 3.0]) is not None, "an interval can be computed")
    with h5py.File(folder / "f.h5", "w") as file:
        file["x"] = np.arange(3)
    with h5py.File(folder / "f.h5") as file:
        _check(int(file["x"][2]) == 2, "HDF5 can be written and read")


def _until(app: object, condition: Callable[[], bool], what: str) -> None:
    from PySide6.QtCore import QCoreApplication, QEventLoop

    deadline = time.monotonic() + STEPS_TIMEOUT
    while not condition():
        if time.monotonic() > deadline:
            raise SelftestFailure(f"it took too long until {what}")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _check(holds: bool, what: str) -> None:
    if not holds:
        raise SelftestFailure(f"expected that {what}")

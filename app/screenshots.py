"""Pictures of the real window: `shoot` for one, `python -m app.screenshots` for those of the README."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.application import Program, start

SIZE = (1366, 768)


def settle(program: Program, done: Callable[[], bool] | None = None, seconds: float = 60.0) -> None:
    """Lets the window work until its jobs are done and the picture of the playhead's frame is there."""
    import time

    from PySide6.QtCore import QCoreApplication, QEventLoop

    ws, window = program.workspace, program.window
    until = time.monotonic() + seconds
    quiet = 0
    while time.monotonic() < until and quiet < 10:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.01)
        calm = not ws.runner.busy and (ws.document.video is None or window.player.image() is not None)
        quiet = quiet + 1 if calm and (done is None or done()) else 0


def shoot(project: Path, picture: Path) -> None:
    """The window on a project, its first found activity selected, written as PNG."""
    program = start([project], private=True)
    try:
        program.window.resize(*SIZE)
        settle(program)
        found = [row for table in program.workspace.document.cells.values() for row in table.rows]
        if found:
            best = max(found, key=lambda row: row.score or 0)
            program.workspace.document.select([best.id])
            program.workspace.playhead.seek((best.span.start + best.span.stop) // 2)
            settle(program)
        program.window.grab().save(str(picture))
    finally:
        program.window.close()

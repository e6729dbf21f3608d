"""Time of the playhead and of held keys that passes only when a test lets it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

from tests.helpers.desk import Desk

MS = 1_000_000


class Watch(QElapsedTimer):
    """Time that passes only when a test lets it."""

    now = 0
    begun = 0

    def start(self) -> None:
        self.begun = self.now

    def nsecsElapsed(self) -> int:
        return self.now - self.begun


def stop_time(desk: Desk) -> Watch:
    """The desk's playhead and held keys run by the watch that is returned."""
    watch = Watch()
    desk.ws.playhead._watch = watch
    desk.ws.playhead._timer.setInterval(3_600_000)
    desk.window.holding.now = lambda: watch.now / 1e9
    return watch


def pass_time(desk: Desk, watch: Watch, milliseconds: int) -> None:
    watch.now += milliseconds * MS
    desk.ws.playhead.tick()


def seen(desk: Desk) -> None:
    """Until the picture of the playhead's frame is on screen."""
    desk.until(lambda: desk.window.holding._pictured == desk.ws.playhead.frame)

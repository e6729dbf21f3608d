"""Another video of the same scene, shown at the moment that the playhead's video is at."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.playback import PictureThread
from app.video_reader import Room, SourceReader
from core.time import Clock

CACHE_BYTES = 48 * 2**20  # for each; the playhead's own video keeps most


class Follower(QObject):
    """A decoding thread of its own; `go` to a moment of that video, and its picture follows. `shut_down` it.

    Signals:
        opened: (VideoInfo, Clock).
        image_ready: (frame, pixels as Playback's), also of the nearest keyframe on the way to a frame.
        failed: one sentence.
    """

    opened = Signal(object, object)
    image_ready = Signal(int, object)
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None, open_reader: Any = None) -> None:
        super().__init__(parent)
        self.clock: Clock | None = None
        self.frame = -1  # that was asked for last
        self._room: Room = None
        self._thread = PictureThread(open_reader or partial(SourceReader, cache_bytes=CACHE_BYTES))
        self._thread.arrived.connect(self._deliver)
        self._thread.start()
        self._thread.put(opening=path)

    def go(self, seconds: float, way: int = 0, room: Room = None) -> bool:
        """`way` and `room` as in PictureThread.put. False where the video has nothing then: not begun yet, or over."""
        if self.clock is None:
            return True
        if not -1e-3 <= seconds < self.clock.seconds(self.clock.frames):
            self.frame = -1
            return False
        frame = self.clock.frame_at(seconds)
        whole = room is None and self._room is not None  # so far it was only as large as on screen
        if frame != self.frame or whole:
            self.frame, self._room = frame, room
            if not way:
                self._thread.put(frame=frame)
            elif (pixels := self._thread.ask(frame, way, room)) is not None:
                self.image_ready.emit(frame, pixels)
        return True

    def shut_down(self) -> None:
        self._thread.stop()
        self._thread.wait()

    def _deliver(self) -> None:
        for kind, *values in self._thread.take():
            if kind == "opened":
                info, self.clock, *_ = values
                self.opened.emit(info, self.clock)
            elif kind == "image":
                self.image_ready.emit(*values)
            elif kind == "rough":
                self.image_ready.emit(values[0], values[2])
            else:
                self.failed.emit(*values)

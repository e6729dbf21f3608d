"""Pictures for the playhead, decoded in a thread of their own.

The thread owns its VideoSource. Requests and pictures each pass through a slot that holds one: a newer request replaces
one that was not begun, a newer picture one that was not shown. So nothing queues up, however fast the user scrubs.
Where a frame takes long, the nearest keyframe's picture goes ahead of it, and a newer request interrupts its decoding.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from app.playhead import SPEEDS, Playhead
from app.video_reader import PictureReader, SourceReader
from app.words import phrase
from core.errors import UserError
from core.log import logger
from core.video.stopping import Interrupted

__all__ = ["SPEEDS", "Playback", "Playhead"]

_AHEAD = 6  # frames decoded before they are asked for, while playing forwards
_NEAR = 30  # frames between two requests for which the first one is still worth finishing
_JUMP = 250  # frames from which on a request while playing is no playing any more: somebody went elsewhere


class Playback(QObject):
    """Shows the playhead's frame: `open` a video, and a picture follows for every frame the playhead enters.

    Signals:
        opened: (VideoInfo, Clock) of the video that `open` asked for; the playhead then stands on its first frame.
        image_ready: (frame, uint8 [height, width, 3] RGB); the array is never written to again.
        rough_ready: (frame, number, the same of keyframe `number`): what is near while `frame` is on its way. Only for
            the eye: nothing may be labelled or computed by it.
        closed: whatever was on show is let go of.
        failed: one sentence for the user; the video (or that frame) cannot be shown.
    """

    opened = Signal(object, object)
    image_ready = Signal(int, object)
    rough_ready = Signal(int, int, object)
    closed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        playhead: Playhead,
        parent: QObject | None = None,
        open_reader: Callable[[Path], PictureReader] | None = None,
    ) -> None:
        """`open_reader(path)` is called in the thread."""
        super().__init__(parent)
        self._playhead = playhead
        self._path: Path | None = None
        self.frames_shown = self.frames_late = 0  # since playing began; late: the playhead had left when it came
        self._previewed: int | None = None  # shown for a moment, instead of the playhead's
        self._holding = False
        self._owed: int | None = None  # the frame that was entered while playing and is not on show yet
        self._thread = PictureThread(open_reader or SourceReader)
        self._thread.arrived.connect(self._deliver)
        playhead.frame_changed.connect(self._on_frame)
        playhead.playing_changed.connect(self._count_anew)

    def open(self, path: Path, frame: int = 0) -> None:
        """Shows another video, starting at `frame`. The playhead has no clock until `opened`."""
        self._previewed = None
        self._playhead.set_clock(None)
        self.closed.emit()
        self._path = Path(path)
        if not self._thread.isRunning():
            self._thread.start()
        self._thread.put(opening=self._path, frame=frame)

    def reload(self) -> None:
        """Opens the same file once more, because its index has become better; the playhead stays where it is."""
        if self._path is not None:
            shown = self._playhead.frame if self._previewed is None else self._previewed
            self._thread.put(opening=self._path, frame=shown)

    def close(self) -> None:
        """Shows no video; lets go of the file."""
        self._path = None
        self._playhead.set_clock(None)
        self.closed.emit()
        if self._thread.isRunning():
            self._thread.put(closing=True)

    def preview(self, frame: int) -> None:
        """Shows another frame for a moment, such as the edge being dragged; the playhead stays. `refresh` ends it."""
        self._previewed = max(0, min(frame, self._playhead.frames - 1))
        self._request(self._previewed)

    def refresh(self) -> None:
        """Shows the playhead's frame once more."""
        self._previewed = None
        self._request(self._playhead.frame)

    @property
    def running(self) -> bool:
        """Whether the decoding thread is alive."""
        return self._thread.isRunning()

    def shut_down(self) -> None:
        """Ends the thread and waits for it, at most for the frame it is decoding."""
        self._playhead.pause()
        self._thread.stop()
        self._thread.wait()

    def _on_frame(self, frame: int) -> None:
        if self._holding:  # the same video with a better index: what is shown for a moment was asked for with it
            return
        self._previewed = None
        self._request(frame)

    def _request(self, frame: int) -> None:
        if self._playhead.clock is None:
            return
        playing = self._playhead.playing
        if playing:
            self.frames_late += self._owed is not None
            self._owed = frame
        self._thread.put(frame=frame, way=(1 if self._playhead.speed > 0 else -1) if playing else 0)

    def _count_anew(self, playing: bool) -> None:
        self._owed = None
        if playing:
            self.frames_shown = self.frames_late = 0

    def _deliver(self) -> None:
        for kind, *values in self._thread.take():
            if kind == "opened":
                info, index, frame = values
                again = self._playhead.clock is not None
                self._holding = again and self._previewed is not None
                self._playhead.set_clock(index, None if again else frame)
                self._holding = False
                self.opened.emit(info, index)
            elif kind == "image":
                if values[0] == self._owed:
                    self._owed = None
                self.frames_shown += 1
                self.image_ready.emit(*values)
            elif kind == "rough":
                self.rough_ready.emit(*values)
            else:
                self.failed.emit(*values)


class PictureThread(QThread):
    """Waits for the latest request, answers it, and waits again. `arrived` says that `take` has something."""

    arrived = Signal()

    def __init__(self, open_reader: Callable[[Path], PictureReader]) -> None:
        super().__init__()
        self._open_reader = open_reader
        self._changed = threading.Condition()
        self._opening: Path | None = None
        self._closing = self._stopping = False
        self._frame: int | None = None
        self._way = 0  # of `_frame`: 1 and -1 while playing, 0 when somebody went there
        self._last = -1  # the frame that was answered last
        self._generation = 0  # of `put(opening or closing)`: what an older video still sends is dropped
        self._results: list[tuple[Any, ...]] = []
        self._reader: PictureReader | None = None

    def put(self, opening: Path | None = None, frame: int | None = None, closing: bool = False, way: int = 0) -> None:
        """Called by the GUI thread; replaces what was not begun. `way`: frames come one after the other, by themselves,
        forwards (1) or backwards (-1); each is decoded to its end, or at 8× none ever would be."""
        with self._changed:
            if opening is not None or closing:
                self._opening, self._closing, self._frame = opening, closing, None
                self._generation += 1
                self._results.clear()
            if frame is not None:
                self._frame, self._way = frame, way
            self._changed.notify()

    def take(self) -> list[tuple[Any, ...]]:
        """Called by the GUI thread: what arrived since, at most one picture."""
        with self._changed:
            results, self._results = self._results, []
        return results

    def stop(self) -> None:
        with self._changed:
            self._stopping = True
            self._changed.notify()

    def run(self) -> None:
        try:
            while self._one():
                pass
        finally:
            self._let_go()

    def _one(self) -> bool:
        with self._changed:
            self._changed.wait_for(self._waiting)
            if self._stopping:
                return False
            opening, closing, frame, generation = self._opening, self._closing, self._frame, self._generation
            way = self._way
            self._opening, self._closing, self._frame = None, False, None
        try:
            if opening or closing:
                self._let_go()
            if opening:
                self._reader, self._last = self._open_reader(opening), -1
                self._answer(generation, "opened", self._reader.info, self._reader.index, frame or 0)
            if frame is not None and self._reader is not None:
                frame = max(0, min(frame, self._reader.index.frames - 1))  # asked for before the index changed
                self._picture(self._reader, generation, frame, way)
        except Interrupted:
            pass
        except UserError as error:
            self._answer(generation, "failed", str(error))
        except OSError as error:  # the disk or the network share went away: the next frame may work again
            logger("playback").warning("frame %s: %s", frame, error)
            self._answer(
                generation,
                "failed",
                phrase(
                    "Frame {frame} cannot be read ({error}); check that the file is there.", frame=frame, error=error
                ),
            )
        return True

    def _picture(self, reader: PictureReader, generation: int, frame: int, way: int) -> None:
        """One frame; where that takes long, and nobody is playing, what is near it first."""
        elsewhere = not way or abs(frame - self._last) > _JUMP
        if elsewhere and (near := reader.rough(frame)) is not None:
            self._answer(generation, "rough", frame, *near)
        stop = self._gone_from(frame) if elsewhere else self._leaving
        self._answer(generation, "image", frame, reader.read(frame, stop))
        self._last = frame
        for later in range(frame + 1, min(frame + 1 + _AHEAD, reader.index.frames) if way > 0 else 0):
            if self._waiting():
                return
            reader.ahead(later)

    def _gone_from(self, frame: int) -> Callable[[], bool]:
        """Whether the user has gone so far from `frame` that it would only be in the way."""

        def gone() -> bool:
            wanted = self._frame
            return self._leaving() or (wanted is not None and abs(wanted - frame) > _NEAR)

        return gone

    def _leaving(self) -> bool:
        return self._stopping or self._closing or self._opening is not None

    def _waiting(self) -> bool:
        return self._leaving() or self._frame is not None

    def _answer(self, generation: int, kind: str, *values: Any) -> None:
        with self._changed:
            if generation != self._generation:
                return
            first = not self._results
            if kind in ("image", "rough"):
                self._results = [result for result in self._results if result[0] not in ("image", "rough")]
            self._results.append((kind, *values))
        if first:
            self.arrived.emit()

    def _let_go(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

"""Pictures for the playhead, decoded in a thread of their own.

The thread owns its VideoSource. Requests and pictures each pass through a slot that holds one: a newer request replaces
one that was not begun, a newer picture one that was not shown. So nothing queues up, however fast the user scrubs.
Where a frame takes long, the nearest keyframe's picture goes ahead of it, and a newer request interrupts its decoding.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QThread, Signal

from app.playhead import SPEEDS, Playhead
from app.video_reader import PictureReader, Room, SourceReader
from app.words import phrase
from core.errors import UserError
from core.log import logger
from core.video.stopping import Interrupted

__all__ = ["SPEEDS", "Playback", "Playhead"]

_AHEAD = 24  # frames decoded before they are asked for, while playing forwards: overlays are computed on them meanwhile
_READY = 3  # of these are made ready to be shown: what a thread's turn takes would else be a frame too late
_NEAR = 30  # frames between two requests for which the first one is still worth finishing
_JUMP = 250  # frames from which on a request while playing is no playing any more: somebody went elsewhere


class Playback(QObject):
    """Shows the playhead's frame: `open` a video, and a picture follows for every frame the playhead enters.

    Signals:
        opened: (VideoInfo, Clock) of the video that `open` asked for; the playhead then stands on its first frame.
        image_ready: (frame, uint8 [height, width, 3] RGB); the array is never written to again. While playing, where
            `room` says so, BGRA [height, width, 4] of the size on screen; RGB of all pixels follows when it rests.
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
        self.room: Callable[[], Room] = lambda: None
        self.held: Any = None  # a core.video.source.Lender: what is decoded of the video that is open
        self._owed: int | None = None  # the frame that was entered while playing and is not on show yet
        self._thread = PictureThread(open_reader or SourceReader)
        self._thread.arrived.connect(self._deliver)
        playhead.frame_changed.connect(self._on_frame)
        playhead.playing_changed.connect(self._on_playing)

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
        if not self._playhead.playing:
            self._thread.put(frame=frame)
            return
        self.frames_late += self._owed is not None
        self._owed = frame
        pixels = self._thread.ask(frame, 1 if self._playhead.speed > 0 else -1, self.room())
        if pixels is not None:
            self._show(frame, pixels)

    def _on_playing(self, playing: bool) -> None:
        self._owed = None
        if playing:
            self.frames_shown = self.frames_late = 0
        elif self.room() is not None:
            self._request(self._playhead.frame if self._previewed is None else self._previewed)

    def _deliver(self) -> None:
        for kind, *values in self._thread.take():
            if kind == "opened":
                info, index, frame, self.held = values
                again = self._playhead.clock is not None
                self._holding = again and self._previewed is not None
                self._playhead.set_clock(index, None if again else frame)
                self._holding = False
                self.opened.emit(info, index)
            elif kind == "image":
                self._show(*values)
            elif kind == "rough":
                self.rough_ready.emit(*values)
            else:
                self.failed.emit(*values)

    def _show(self, frame: int, pixels: Any) -> None:
        if frame == self._owed:
            self._owed = None
        self.frames_shown += 1
        self.image_ready.emit(frame, pixels)


class _Request(NamedTuple):
    """As PictureThread.put; seen: the frame is on show already. generation, number: of all requests before."""

    frame: int
    way: int
    room: Room
    seen: bool
    generation: int
    number: int


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
        self._room: Room = None  # of `_frame`
        self._seen = False  # `_frame` is on show already
        self._ready: dict[int, Any] = {}  # pictures of the next frames, as large as `_ready_for`
        self._ready_for: Room = None
        self._number = 0  # of requests; what an older one than `_overtaken` brings is not shown any more
        self._overtaken = 0
        self._way = 0  # of `_frame`: 1 and -1 while playing, 0 when somebody went there
        self._last = -1  # the frame that was answered last
        self._generation = 0  # of `put(opening or closing)`: what an older video still sends is dropped
        self._results: list[tuple[Any, ...]] = []
        self._reader: PictureReader | None = None

    def put(
        self,
        opening: Path | None = None,
        frame: int | None = None,
        closing: bool = False,
        way: int = 0,
        room: Room = None,
    ) -> None:
        """Called by the GUI thread; replaces what was not begun. `way`: frames come one after the other, by themselves,
        forwards (1) or backwards (-1); each is decoded to its end, or at 8× none ever would be. room: as in
        PictureReader.read."""
        with self._changed:
            if opening is not None or closing:
                self._opening, self._closing, self._frame = opening, closing, None
                self._generation += 1
                self._results.clear()
                self._ready.clear()
            if frame is not None:
                self._want(frame, way, room)
            self._changed.notify()

    def ask(self, frame: int, way: int, room: Room) -> Any:
        """As `put` while playing; the picture itself, where it is ready, which then does not arrive any more."""
        with self._changed:
            self._want(frame, way, room)
            pixels = self._ready.pop(frame, None) if room == self._ready_for else None
            self._seen = pixels is not None
            if self._seen:
                self._overtaken = self._number
                self._results = [result for result in self._results if result[0] not in ("image", "rough")]
            self._changed.notify()
        return pixels

    def _want(self, frame: int, way: int, room: Room) -> None:
        self._frame, self._way, self._room, self._seen = frame, way, room, False
        self._number += 1

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
            way, room, seen, number = self._way, self._room, self._seen, self._number
            self._opening, self._closing, self._frame = None, False, None
        try:
            if opening or closing:
                self._let_go()
            if opening:
                self._reader, self._last = self._open_reader(opening), -1
                self._answer(generation, "opened", self._reader.info, self._reader.index, frame or 0, self._reader.held)
            if frame is not None and self._reader is not None:
                frame = max(0, min(frame, self._reader.index.frames - 1))  # asked for before the index changed
                request = _Request(frame, way, room, seen, generation, number)
                self._picture(self._reader, request)
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

    def _picture(self, reader: PictureReader, request: _Request) -> None:
        """One frame; where that takes long, and nobody is playing, what is near it first. Then those that follow."""
        frame, way = request.frame, request.way
        elsewhere = not way or abs(frame - self._last) > _JUMP
        if request.seen:
            reader.passed(frame)
        else:
            if elsewhere and (near := reader.rough(frame)) is not None:
                self._answer(request.generation, "rough", frame, *near)
            stop = self._gone_from(frame) if elsewhere else self._leaving
            pixels = reader.read(frame, stop, way > 0, request.room)
            self._answer(request.generation, "image", frame, pixels, number=request.number)
        following, self._last = frame == self._last + 1, frame
        last = min(frame + _AHEAD, reader.index.frames - 1) if way > 0 else frame
        for later in range(frame + 1, last + 1):
            if self._waiting():
                return
            reader.ahead(later)
            if following and later <= frame + _READY:
                self._make_ready(reader, request, later)

    def _make_ready(self, reader: PictureReader, request: _Request, frame: int) -> None:
        if frame in self._ready and self._ready_for == request.room:
            return
        pixels = reader.painted(frame, request.room)
        with self._changed:
            if request.generation == self._generation and pixels is not None:
                near = range(request.frame + 1, request.frame + _READY + 1)
                kept = self._ready if self._ready_for == request.room else {}
                self._ready = {number: one for number, one in kept.items() if number in near} | {frame: pixels}
                self._ready_for = request.room

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

    def _answer(self, generation: int, kind: str, *values: Any, number: int | None = None) -> None:
        with self._changed:
            if generation != self._generation or (number is not None and number < self._overtaken):
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

"""One opened video: exact pictures by number, or all of them in a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Protocol

import numpy as np
from av.video.frame import VideoFrame

from core.time import Span
from core.video.index import FrameIndex
from core.video.info import VideoInfo
from core.video.keyframes import KeyPictures
from core.video.opening import Opened, opened
from core.video.pictures import Pictures
from core.video.pixels import Painter, Turn
from core.video.stopping import never
from core.video.stream import decoded


class Lender(Protocol):
    """Decoded frames of the same video that another thread keeps (core.video.frames.Held)."""

    @property
    def index(self) -> FrameIndex: ...
    def get(self, number: int) -> VideoFrame | None: ...
    def run(self, number: int, most: int) -> int: ...


def open_video(path: Path | str) -> VideoSource:
    """Opens a video file, an animated GIF or a folder of images. Raises UserError where that cannot be done.

    The first time, the packets are scanned (about a second for two hours) and the first pictures decoded. Containers
    without timestamps (B-frames in AVI, bare streams) are decoded as a whole: only the decoder knows their order.
    """
    return VideoSource(opened(Path(path)))


class VideoSource:
    """Never shared between threads (`clone()` it). A context manager; `close()` it otherwise."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._open = partial(opened.opener, opened.index)
        self._pictures: Pictures | None = None
        self._keys: KeyPictures | None = None
        self._painter = Painter(opened.turn)
        self._lender: Lender | None = None

    @property
    def info(self) -> VideoInfo:
        return self._opened.info

    @property
    def index(self) -> FrameIndex:
        return self._opened.index

    @property
    def turn(self) -> Turn:
        """How pictures as decoded must be turned to be seen."""
        return self._opened.turn

    @property
    def path(self) -> Path:
        return self.info.path

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) as shown."""
        return self.info.width, self.info.height

    def read(self, frame: int) -> np.ndarray:
        """Exactly that frame: RGB uint8 [height, width, 3]. IndexError outside the video; Undecodable (a UserError)
        where the file is damaged there."""
        return self._painter.rgb(self.picture(frame), self.size)

    def picture(self, frame: int, stop: Callable[[], bool] = never) -> VideoFrame:
        """The frame as decoded: its own pixel format, not turned; for caches that keep it small. `stop` is asked
        between packets; when it says True, Interrupted is raised, and the next call goes on as if nothing had been."""
        if not 0 <= frame < self.index.frames:
            raise IndexError(f"frame {frame} of {self.index.frames}")
        lent = self._lender.get(frame) if self._lender is not None else None
        if lent is not None:
            return lent
        if self._pictures is None:
            self._pictures = self._open()
        return self._pictures.picture(frame, stop)

    def borrow(self, lender: Lender | None) -> None:
        """`picture` takes frames from there as long as they are there, instead of decoding them once more. One that
        numbers frames otherwise is not asked."""
        self._lender = lender if lender is not None and lender.index.same(self.index) else None

    def borrowed(self, frame: int, most: int) -> int:
        """How many frames from `frame` on, up to `most`, need no decoding here at this moment."""
        return self._lender.run(frame, most) if self._lender is not None else 0

    def read_keyframe_near(self, frame: int) -> tuple[int, np.ndarray] | None:
        """(number, RGB uint8 [height, width, 3]) of the keyframe nearest to `frame`, as soon as one picture can be
        decoded; what the eye gets first while the exact frame is on its way. None where the file gives none alone.
        It has a decoder of its own: where `read` goes on is not touched."""
        if self._keys is None:
            self._keys = KeyPictures(self._opened.info.path, self.index)
        number = self.index.keyframe_near(frame)
        picture = self._keys.key_picture(number)
        return None if picture is None else (number, self._painter.rgb(picture, self.size))

    def frames(
        self, span: Span | None = None, step: int = 1, size: tuple[int, int] | None = None
    ) -> Iterator[tuple[int, np.ndarray]]:
        """(number, RGB uint8 [height, width, 3]) of every `step`-th frame of `span` (default: all), in order.
        `size` (width, height) scales them, much cheaper than scaling afterwards."""
        span = span or Span(0, self.index.frames)
        return self.pick(range(span.start, min(span.stop, self.index.frames), step), size)

    def pick(self, numbers: Sequence[int], size: tuple[int, int] | None = None) -> Iterator[tuple[int, np.ndarray]]:
        """As `frames`, for any rising sequence of frame numbers. Decodes ahead in a thread, which ends with the
        iterator; `read` may be used meanwhile."""
        painter = Painter(self.turn)
        for number, frame in decoded(self._open, numbers):
            yield number, painter.rgb(frame, size or self.size)

    def clone(self) -> VideoSource:
        """The same video opened once more, for another thread; nothing is scanned again."""
        return VideoSource(self._opened)

    def close(self) -> None:
        if self._pictures is not None:
            self._pictures.close()
            self._pictures = None
        if self._keys is not None:
            self._keys.close()
            self._keys = None

    def __enter__(self) -> VideoSource:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

"""Small pictures of a video by number, for what looks at every frame around the playhead.

Frames come in order without a seek between them. Going backwards costs one run through a group of pictures, not one for
each frame: on a jump back all frames from the keyframe on are kept (small pictures are some kilobytes each).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

import numpy as np
from av.video.frame import VideoFrame

from core.task import Progress, Task
from core.video.clips import ClipSpec, cut, scaled
from core.video.pictures import Undecodable
from core.video.pixels import Painter
from core.video.source import VideoSource

MAX_BYTES = 48 << 20
_RUN = 300  # frames that a jump back decodes at most
_NEAR = 8  # frames before a damaged one that may stand for it


class Smalls:
    """`make` turns a decoded frame into the small picture that is kept."""

    def __init__(self, source: VideoSource, make: Callable[[VideoFrame], np.ndarray], max_bytes: int = MAX_BYTES):
        self._source, self._make, self._max_bytes = source, make, max_bytes
        self._held: OrderedDict[int, np.ndarray] = OrderedDict()
        self._bytes, self._last = 0, -1
        self.decoded = 0

    def get(self, number: int) -> np.ndarray:
        """The picture of one frame; where it is damaged, the nearest one before it (black where there is none)."""
        held = self._held.get(number)
        return self._kept(number) if held is None else held

    def fetch(self, numbers: list[int]) -> Task[np.ndarray]:
        """Those of `numbers`, stacked; yields after each one that must be decoded."""
        for number in sorted({n for n in numbers if n not in self._held}):
            if number <= self._last:
                yield from self._run_up(number)
            self.get(number)
            yield Progress(text=f"Frame {number}")
        return np.stack([self.get(number) for number in numbers])

    def _run_up(self, number: int) -> Task[None]:
        start = self._source.index.keyframe_before(number)
        for before in range(max(start, number - _RUN), number):
            if before not in self._held:
                self.get(before)
                yield Progress(text=f"Frame {before}")

    def _kept(self, number: int) -> np.ndarray:
        try:
            picture = self._make(self._source.picture(number))
        except Undecodable as error:
            picture = self._instead(number, error)
        self._last = number
        self.decoded += 1
        self._held[number] = picture
        self._bytes += picture.nbytes
        while self._bytes > self._max_bytes and len(self._held) > 2:
            _, gone = self._held.popitem(last=False)
            self._bytes -= gone.nbytes
        return picture

    def _instead(self, number: int, error: Undecodable) -> np.ndarray:
        for before in range(number - 1, number - _NEAR - 1, -1):
            if before in self._held:
                return self._held[before]
        if not self._held:
            raise error
        return np.zeros_like(next(iter(self._held.values())))


def grays(source: VideoSource, size: tuple[int, int]) -> Smalls:
    """uint8 [height, width] of `size` (width, height)."""
    painter = Painter(source.turn)
    return Smalls(source, lambda frame: painter.gray(frame, size))


def clip_pictures(source: VideoSource, spec: ClipSpec) -> Smalls:
    """As `core.video.clips` gives them, uint8 [height, width, channels]."""
    painter, size = Painter(source.turn), scaled(source.size, spec)
    return Smalls(source, lambda frame: np.ascontiguousarray(cut(painter.rgb(frame, size), spec)))

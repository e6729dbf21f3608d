"""Pictures near the playhead, kept as decoded, so that stepping back costs what stepping forward costs.

Frames are kept exactly as the decoder gave them (a 1080p frame is 3.1 MB as 4:2:0 where RGB is 6.2 MB; compressing them
again would save more and show something else) and turned into RGB when asked for, in about 2 ms. A long GOP does not
fit: 512 MB hold 160 of its 250 frames. So a second source in a thread keeps decoding the stretch *before* what is held
while the user steps back through it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

import numpy as np
from av.video.frame import VideoFrame

from core.time import Span
from core.video.cache import Fetcher, FrameCache
from core.video.index import FrameIndex
from core.video.pictures import Undecodable
from core.video.pixels import Painter
from core.video.source import VideoSource
from core.video.stopping import never

__all__ = ["FrameCache", "Reader"]

_LONGEST = 300  # frames fetched in one go


@dataclass(frozen=True)
class Held:
    """What a Reader has decoded, for other threads that look at the same video (VideoSource.borrow)."""

    index: FrameIndex
    frames: FrameCache

    def get(self, number: int) -> VideoFrame | None:
        return self.frames.get(number)

    def run(self, number: int, most: int) -> int:
        """How many frames from `number` on are there, up to `most`."""
        return next((n for n in range(most) if number + n not in self.frames), most)


class Reader:
    """`read` like a VideoSource's, quick in both directions. Used from one thread; close it (it has a thread of its
    own). The source stays the caller's; the cache is emptied first, since its frames belong to one video."""

    def __init__(self, source: VideoSource, cache: FrameCache) -> None:
        self._source = source
        self._cache = cache
        self._painter = Painter(source.turn)
        self._last = -1
        self._room = 2  # frames that the cache holds
        self._fetcher = Fetcher(source, cache)
        cache.clear()

    def read(
        self,
        number: int,
        stop: Callable[[], bool] = never,
        forward: bool = False,
        room: tuple[int, int] | None = None,
    ) -> np.ndarray:
        """Exactly that frame: RGB uint8 [height, width, 3], or, where a `room` (width, height) is given, BGRA
        [height, width, 4] of that size, but no larger than the video. Errors as VideoSource.read, `stop` as in its
        `picture`. forward: the user is on the way to later ones, also where frames between were left out; then nothing
        is fetched of what lies before."""
        frame = self._cache.get(number)
        if frame is None and number != self._last + 1:
            frame = self._fetcher.wait_for(number, stop)
        if frame is None:
            frame = self._source.picture(number, stop)
        self._keep(number, frame, forward or number == self._last + 1)
        self._last = number
        return self._paint(frame, room)

    def passed(self, number: int) -> None:
        """The user went forward to that frame, which was `painted` before."""
        self._last = self._cache.focus = number

    def painted(self, number: int, room: tuple[int, int] | None = None) -> np.ndarray | None:
        """As `read`, where the frame is held; None where it is not. Nothing is decoded, and nobody has gone there."""
        frame = self._cache.get(number)
        return None if frame is None else self._paint(frame, room)

    def _paint(self, frame: VideoFrame, room: tuple[int, int] | None) -> np.ndarray:
        width, height = self._source.size
        if room is None:
            return self._painter.rgb(frame, (width, height))
        return self._painter.bgra(frame, (min(width, room[0]), min(height, room[1])))

    @property
    def held(self) -> Held:
        return Held(self._source.index, self._cache)

    def distance(self, number: int) -> int:
        """How many frames must be decoded until that one is there; 0 where it is held."""
        if number in self._cache:
            return 0
        index = self._source.index
        start = index.start_for(number)
        run_up = int(index.packet[number]) - start + 1
        ahead = number - self._last
        return min(ahead, run_up) if ahead > 0 and self._last >= 0 else run_up

    def hold(self, number: int) -> None:
        """Decodes that frame, which follows the last one, before anybody asks for it, unless the cache has no room to
        keep it until then. A damaged one is told to whoever asks."""
        if number not in self._cache and number - self._last <= self._room // 2:
            with suppress(Undecodable):
                self._cache.put(number, self._source.picture(number))

    def rest(self) -> None:
        """Fetches nothing ahead for now: the user is somewhere else."""
        self._fetcher.forget()

    def _keep(self, number: int, frame: VideoFrame, forward: bool) -> None:
        """Holds the frame, and has what lies before it fetched unless the user goes forward."""
        room = self._room = self._cache.capacity(frame)
        # Going back, an eighth of the room stays for what is ahead, and the rest is filled as soon as a fetch fits into
        # it. Fetches of a quarter end well before a whole GOP would be decoded: only their own frames are in full.
        self._cache.focus = number if forward else number - room // 2 + room // 8
        self._cache.put(number, frame)
        if forward:
            return
        first = self._cache.first_of_run(number)
        held, chunk = number - first, min(_LONGEST, max(1, room // 4))
        running = self._fetcher.span
        on_the_way = running is not None and running.start < first <= running.stop
        if first > 0 and held + chunk < room - room // 8 and not on_the_way:
            self._fetcher.fetch(self._before(first, chunk), now=number == self._last - 1)

    def _before(self, stop: int, chunk: int) -> Span:
        """Up to `chunk` frames that end at `stop`; not two long GOPs in one fetch, which would take twice as long."""
        start = max(0, stop - chunk)
        index = self._source.index
        if start - index.keyframe_before(start) > chunk:
            start = max(start, index.keyframe_before(stop - 1))
        return Span(start, stop)

    def close(self) -> None:
        self._fetcher.close()
        self._cache.clear()

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

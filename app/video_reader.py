"""What the decoding thread reads from: one video, exactly or, while the user scrubs, first its nearest keyframe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np

Room = tuple[int, int] | None  # (width, height) in pixels of the screen; None: however large the video is

# Decoded frames near the playhead. Frames that leave the cache go back to the pool of the decoder that made them, and
# two decoders fill it: the process may hold this twice, besides the decoders' own frames. All of it is below 512 MB.
CACHE_BYTES = 208 * 2**20
_FAR = 8  # frames to decode from which on a keyframe is shown first


class PictureReader(Protocol):
    """Used from one thread. Pictures are uint8 [height, width, 3] RGB, where nothing else is said, and never written to
    again."""

    info: Any
    index: Any
    held: Any  # a core.video.source.Lender of what is decoded, or None

    def read(self, frame: int, stop: Callable[[], bool], forward: bool = False, room: Room = None) -> np.ndarray:
        """Exactly that frame. Interrupted once `stop` says True. forward: later ones follow by themselves. room: BGRA
        [height, width, 4] that fills it is wanted, for showing alone."""
        ...

    def rough(self, frame: int) -> tuple[int, np.ndarray] | None:
        """(number, picture) of the nearest keyframe, where that is there much sooner than the frame; else None."""
        ...

    def ahead(self, frame: int) -> None:
        """Decodes a frame that will soon be asked for."""
        ...

    def painted(self, frame: int, room: Room) -> np.ndarray | None:
        """As `read`, of a frame that `ahead` has decoded; None where it is not there."""
        ...

    def passed(self, frame: int) -> None:
        """A frame that was `painted` is on show."""
        ...

    def close(self) -> None: ...


class SourceReader:
    """A VideoSource with a cache of the frames around the playhead."""

    def __init__(self, path: Path, cache_bytes: int = CACHE_BYTES) -> None:
        from core.video.frames import FrameCache, Reader  # av is imported with the first video, not with the window
        from core.video.source import open_video

        self._source = open_video(path)
        self._reader = Reader(self._source, FrameCache(cache_bytes))
        self.info, self.index, self.held = self._source.info, self._source.index, self._reader.held

    def read(self, frame: int, stop: Callable[[], bool], forward: bool = False, room: Room = None) -> np.ndarray:
        pixels: np.ndarray = self._reader.read(frame, stop, forward, room)
        return pixels

    def rough(self, frame: int) -> tuple[int, np.ndarray] | None:
        if self._reader.distance(frame) <= _FAR:
            return None
        self._reader.rest()
        return self._source.read_keyframe_near(frame)

    def ahead(self, frame: int) -> None:
        self._reader.hold(frame)

    def painted(self, frame: int, room: Room) -> np.ndarray | None:
        pixels: np.ndarray | None = self._reader.painted(frame, room)
        return pixels

    def passed(self, frame: int) -> None:
        self._reader.passed(frame)

    def close(self) -> None:
        self._reader.close()
        self._source.close()

"""Optical flow around the playhead, of a reduced picture, in bytes: small to keep, quick to colour.

Of each frame: how its points came to be where they are since the frame before. (The flow from this frame to the one
before, turned round, so that it lies exactly on this frame's things.)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.seen import Seen
from core.task import Progress, Task
from core.time import Span
from core.video.flow import Flow
from core.video.small import grays
from core.video.source import VideoSource

PIXELS = 240 * 135  # of the reduced picture
STEP = 1 / 8  # pixel of the reduced picture that one unit is
BLOCK = 10  # frames
ZERO = 128  # the byte that says: no motion


@dataclass(frozen=True)
class Motion:
    """packed: uint8 [H, W, 2], dx right and dy down in units of `STEP` reduced pixels, 128 for none (what goes beyond
    ±16 pixels is cut). reduction: how many pixels of the video a reduced one is."""

    packed: np.ndarray
    reduction: float

    @property
    def field(self) -> np.ndarray:
        """float32 [H, W, 2], in pixels of the video since the frame before."""
        found: np.ndarray = (self.packed.astype(np.float32) - ZERO) * np.float32(STEP * self.reduction)
        return found


def pack(field: np.ndarray) -> np.ndarray:
    """float [H, W, 2] in reduced pixels → bytes as in `Motion`."""
    packed: np.ndarray = np.rint(field / STEP + ZERO).clip(0, 255).astype(np.uint8)
    return packed


def reduced(size: tuple[int, int]) -> tuple[int, int]:
    """(width, height) of about `PIXELS` in the same shape; never larger than the video."""
    width, height = size
    scale = min(1.0, (PIXELS / (width * height)) ** 0.5)
    return max(1, round(width * scale)), max(1, round(height * scale))


class FlowEye:
    """An Eye (core.seen) that gives a `Motion` for each frame but the first."""

    def __init__(self, source: VideoSource) -> None:
        self._source = source
        size = reduced(source.size)
        self._frames, self._reduction = source.index.frames, source.size[0] / size[0]
        self._pictures, self._flow = grays(source, size), Flow()

    def look(self, frame: int) -> Task[Seen]:
        span = self._span(frame)
        yield from self._pictures.fetch(list(range(max(0, span.start - 1), span.stop)))
        found = {}
        for number in range(max(1, span.start), span.stop):
            here, before = self._pictures.get(number), self._pictures.get(number - 1)
            found[number] = Motion(pack(-self._flow.between(here, before)), self._reduction)
            yield Progress(number - span.start, len(span), "Optical flow")
        return Seen(span, found, bytes=sum(one.packed.nbytes for one in found.values()))

    def _span(self, frame: int) -> Span:
        """What the player has decoded already, where it has; so nothing is decoded twice while it runs."""
        ready = self._source.borrowed(frame - 1, BLOCK + 1) - 1
        if ready > 0:
            return Span(frame, frame + ready)
        start = frame // BLOCK * BLOCK
        return Span(start, min(start + BLOCK, self._frames))

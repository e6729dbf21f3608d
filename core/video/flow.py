"""Optical flow: where each pixel of one picture goes in the next.

A field is float32 [H, W, 2]: dx, dy in pixels, so that next[y + dy, x + dx] ≈ picture[y, x]. DIS by default (Kroeger et
al., ECCV 2016; OpenCV's medium preset), Farnebäck (SCIA 2003) by option. Every field is computed once, however many
windows of frames it lies in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

import cv2
import numpy as np

from core.time import Span

if TYPE_CHECKING:
    from core.video.source import VideoSource

Method = Literal["dis", "farneback"]
SIZE = (340, 256)  # (width, height) that a 4:3 video gets when its shorter side becomes 256, as two-stream networks use
_FARNEBACK = (0.5, 3, 15, 3, 5, 1.2, 0)  # pyramid scale, levels, window, iterations, neighbourhood, its sigma, flags
_SMALLEST = 16  # pixels; DIS knows no smaller picture


class Flow:
    """Computes fields; keeps OpenCV's buffers between calls, so it is not thread-safe."""

    def __init__(self, method: Method = "dis") -> None:
        if method not in ("dis", "farneback"):
            raise ValueError(f"the method is dis or farneback, not {method!r}")
        self.method = method
        self._dis = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)

    def between(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """The field from `one` to `other`, pictures of one size: uint8 [H, W], [H, W, 1] or RGB [H, W, 3]. Swap them
        for the backward field."""
        a, b = gray(one), gray(other)
        height, width = a.shape
        right, below = max(0, _SMALLEST - width), max(0, _SMALLEST - height)
        if right or below:
            a, b = (cv2.copyMakeBorder(p, 0, below, 0, right, cv2.BORDER_REPLICATE) for p in (a, b))
        if self.method == "dis":
            field = self._dis.calc(a, b, None)  # type: ignore[call-overload]
        else:
            field = cv2.calcOpticalFlowFarneback(a, b, None, *_FARNEBACK)  # type: ignore[call-overload]
        return np.ascontiguousarray(field[:height, :width], np.float32)


def gray(picture: np.ndarray) -> np.ndarray:
    """RGB uint8 [H, W, 3] → [H, W] (BT.601); gray ones stay as they are."""
    if picture.ndim == 2:
        return picture
    return picture[:, :, 0] if picture.shape[2] == 1 else cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)


class Pair(NamedTuple):
    """The pictures and fields of one frame and the next: frame number, RGB uint8 [H, W, 3] of it, forward field (from
    it to the next), backward field (from the next to it; None where it was not asked for)."""

    frame: int
    picture: np.ndarray
    forward: np.ndarray
    backward: np.ndarray | None


def pairs(pictures: Iterable[tuple[int, np.ndarray]], method: Method = "dis", backward: bool = False) -> Iterator[Pair]:
    """Of (number, picture) in order: one Pair for each picture but the last. Holds two pictures at a time."""
    flow = Flow(method)
    before: tuple[int, np.ndarray, np.ndarray] | None = None
    for number, picture in pictures:
        luma = gray(picture)
        if before is not None:
            back = flow.between(luma, before[2]) if backward else None
            yield Pair(before[0], before[1], flow.between(before[2], luma), back)
        before = number, picture, luma


def stream(
    source: VideoSource,
    size: tuple[int, int] = SIZE,
    span: Span | None = None,
    method: Method = "dis",
    backward: bool = False,
) -> Iterator[Pair]:
    """Every frame of a video with the field to the next one, decoded ahead in a thread while the flow is computed."""
    yield from pairs(source.frames(span, size=size), method, backward)


class Memory:
    """Fields of windows that overlap: each pair of frames is computed once while windows move on. One for each pass
    over one video. kept: what is remembered and given of a field. `computed` counts the fields."""

    def __init__(self, method: Method = "dis", kept: Callable[[np.ndarray], np.ndarray] = lambda field: field) -> None:
        self._flow, self._kept = Flow(method), kept
        self._known: dict[tuple[int, int], np.ndarray] = {}
        self._luma: dict[int, np.ndarray] = {}
        self.computed = 0

    def fields(self, numbers: list[int], pictures: np.ndarray, steps: list[tuple[int, int]]) -> list[np.ndarray]:
        """One [H, W, 2] (or what `kept` makes of it) for each of `steps`, (from, to) as places in the window with those
        frame numbers and pictures [n, H, W, C]. What the window does not hold is forgotten."""
        self._known = {key: field for key, field in self._known.items() if key[0] in numbers and key[1] in numbers}
        self._luma = {number: luma for number, luma in self._luma.items() if number in numbers}
        for a, b in steps:
            key = numbers[a], numbers[b]
            if key not in self._known:
                one, other = (self._gray(numbers, pictures, place) for place in (a, b))
                self._known[key] = self._kept(self._flow.between(one, other))
                self.computed += 1
        return [self._known[numbers[a], numbers[b]] for a, b in steps]

    def _gray(self, numbers: list[int], pictures: np.ndarray, place: int) -> np.ndarray:
        number = numbers[place]
        if number not in self._luma:
            self._luma[number] = gray(pictures[place])
        return self._luma[number]

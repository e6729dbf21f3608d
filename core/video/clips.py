"""Video → the clips a network eats, each frame decoded once, in memory that does not grow with the video."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from core.time import Span

if TYPE_CHECKING:
    from core.video.source import VideoSource

_COLOURS = ("rgb", "bgr", "gray")


@dataclass(frozen=True, slots=True)
class ClipSpec:
    """One clip is `frames` pictures, `stride` ticks apart; the next clip begins `step` ticks later. A tick is one frame
    of the video, or, where `rate` is given, 1/rate seconds: the picture on screen at that moment.

    size: (width, height) of the pictures. resize: None stretches the picture to `size`; a number scales its shorter
    side to that many pixels and cuts `size` out of the middle. colour: "rgb", "bgr" or "gray". mean, std: for the
    network's own normalisation of 0…255 values, per channel (clips stay uint8).
    """

    frames: int
    stride: int
    step: int
    size: tuple[int, int]
    resize: int | None = None
    colour: str = "rgb"
    mean: tuple[float, ...] = (127.5, 127.5, 127.5)
    std: tuple[float, ...] = (127.5, 127.5, 127.5)
    rate: Fraction | None = None

    def __post_init__(self) -> None:
        if min(self.frames, self.stride, self.step, *self.size) < 1:
            raise ValueError("frames, stride, step and size are at least 1")
        if self.resize is not None and self.resize < max(self.size):
            raise ValueError(f"a {self.resize} pixel side cannot fill {self.size}")
        if self.colour not in _COLOURS:
            raise ValueError(f"colour is one of {_COLOURS}, not {self.colour!r}")

    @property
    def window(self) -> int:
        """Ticks from a clip's first picture to behind its last."""
        return (self.frames - 1) * self.stride + 1

    def to_json(self) -> str:
        return json.dumps(dataclasses.asdict(self) | {"rate": None if self.rate is None else str(self.rate)})

    @classmethod
    def from_json(cls, text: str) -> ClipSpec:
        raw = json.loads(text)
        raw |= {name: tuple(raw[name]) for name in ("size", "mean", "std")}
        return cls(**raw | {"rate": None if raw["rate"] is None else Fraction(raw["rate"])})


def clip_starts(ticks: int, spec: ClipSpec) -> list[int]:
    """The first tick of each clip of a video that lasts `ticks`: 0, step, 2·step … until one clip reaches the end, so
    that every tick lies within one (or between two, where step is longer than a clip). The last clip is filled up by
    repeating the last picture."""
    if ticks < 1:
        return []
    beyond = max(0, ticks - spec.window)
    return list(range(0, min(beyond + spec.step, ticks), spec.step)) if beyond else [0]


def frames_of_ticks(source: VideoSource, spec: ClipSpec, span: Span | None = None) -> np.ndarray:
    """int64 [ticks]: the frame on screen at each tick of `span`; each of its frames once where the spec has no rate."""
    span = span or Span(0, source.index.frames)
    if spec.rate is None:
        return np.arange(span.start, min(span.stop, source.index.frames))
    start, stop = source.index.seconds(span.start), source.index.seconds(span.stop)
    moments = start + np.arange(max(1, round((stop - start) * spec.rate))) / float(spec.rate)
    return np.array([max(span.start, min(span.stop - 1, source.index.frame_at(m))) for m in moments])


def clips(
    source: VideoSource, spec: ClipSpec, span: Span | None = None, stopped: Callable[[], bool] = lambda: False
) -> Iterator[tuple[int, np.ndarray]]:
    """(frame number of the first picture, uint8 [frames, height, width, 3]; one channel for gray) of each clip of
    `clip_starts`, in order. Holds one clip's pictures at a time. `stopped`, asked before each picture, ends it."""
    frame_of = frames_of_ticks(source, spec, span)
    starts = clip_starts(len(frame_of), spec)
    needed = np.zeros(len(frame_of), dtype=bool)
    for start in starts:
        needed[_ticks(start, spec, len(frame_of))] = True
    pictures = _pictures(source, spec, np.unique(frame_of[needed]))
    held: dict[int, np.ndarray] = {}
    for start in starts:
        numbers = frame_of[_ticks(start, spec, len(frame_of))].tolist()
        for number in [n for n in held if n < numbers[0]]:
            del held[number]
        while numbers[-1] not in held:
            if stopped():
                return
            number, picture = next(pictures)
            held[number] = picture
        yield numbers[0], np.stack([held[n] for n in numbers])


def _ticks(start: int, spec: ClipSpec, ticks: int) -> np.ndarray:
    return np.minimum(start + np.arange(spec.frames) * spec.stride, ticks - 1)


def _pictures(source: VideoSource, spec: ClipSpec, numbers: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    size = scaled(source.size, spec)
    for number, image in source.pick(numbers.tolist(), size):
        yield number, cut(image, spec)


def scaled(size: tuple[int, int], spec: ClipSpec) -> tuple[int, int]:
    """(width, height) that a video of `size` is scaled to before `cut`."""
    if spec.resize is None:
        return spec.size
    scale, (width, height) = spec.resize / min(size), spec.size
    return max(width, round(size[0] * scale)), max(height, round(size[1] * scale))


def cut(image: np.ndarray, spec: ClipSpec) -> np.ndarray:
    """A picture as `scaled`, RGB uint8 [H, W, 3] → its middle in the clip's own size and colours."""
    width, height = spec.size
    x, y = (image.shape[1] - width) // 2, (image.shape[0] - height) // 2
    return _coloured(image[y : y + height, x : x + width], spec.colour)


def _coloured(image: np.ndarray, colour: str) -> np.ndarray:
    if colour == "bgr":
        return image[:, :, ::-1]
    if colour == "gray":  # BT.601 luma, as OpenCV
        luma: np.ndarray = np.rint(image @ np.array([0.299, 0.587, 0.114])).astype(np.uint8)
        return luma[:, :, None]
    return image

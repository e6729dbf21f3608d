"""How much moves in each frame of a video, cheaply: the difference of small grey pictures."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from core.signal import Signal
from core.task import Progress, Task
from core.video.source import VideoSource

WIDTH = 96  # pixels that pictures are compared at: what a person's movement changes, noise of a sensor does not
_EVERY = 16  # frames between signs of life


def size_of(source: VideoSource) -> tuple[int, int]:
    """(width, height) of the small pictures, in the video's proportions."""
    width, height = source.size
    return WIDTH, max(2, round(height * WIDTH / max(1, width)))


def motion(source: VideoSource) -> Task[Signal]:
    """A step a frame, one channel: the mean difference of its pixels from the frame before, 0…1 of white; the first
    frame has none. Raises UserError where a picture cannot be decoded."""
    frames = source.index.frames
    values = np.zeros((frames, 1), np.float32)
    pictures = source.frames(size=size_of(source))
    before: np.ndarray | None = None
    try:
        for number, picture in pictures:
            luma = picture @ np.array([0.299, 0.587, 0.114], np.float32)
            if before is not None:
                values[number] = np.abs(luma - before).mean() / 255
            before = luma
            if number % _EVERY == 0:
                yield Progress(number, frames, "Measuring motion")
    finally:
        _end(pictures)
    return Signal(values, ("motion",), 1, 1)


def _end(pictures: Iterator[tuple[int, np.ndarray]]) -> None:
    """Stops the thread that decodes ahead, also where the task is cancelled half-way."""
    close = getattr(pictures, "close", None)
    if close is not None:
        close()

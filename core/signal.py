"""A quantity over the time of one video: scores, prediction error, embeddings, motion, loudness."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.time import Span


@dataclass(frozen=True)
class Signal:
    """Step i describes frames `[start + i·step, start + i·step + window)` of its video.

    values: float32 [steps, channels]; channels: one name each.
    """

    values: np.ndarray
    channels: tuple[str, ...]
    step: int
    window: int
    start: int = 0

    def __post_init__(self) -> None:
        if self.values.ndim != 2 or self.values.dtype != np.float32:
            raise ValueError(f"a signal is float32 [steps, channels], not {self.values.dtype} {self.values.shape}")
        if self.values.shape[1] != len(self.channels):
            raise ValueError(f"{self.values.shape[1]} channels but {len(self.channels)} names")
        if self.step < 1 or self.window < 1:
            raise ValueError("step and window are at least one frame")

    def __len__(self) -> int:
        return len(self.values)

    def span(self, i: int) -> Span:
        """The frames that step i was computed from."""
        first = self.start + i * self.step
        return Span(first, first + self.window)

    def cell(self, i: int) -> Span:
        """The frames that step i stands for when steps tile the video: `step` frames around the window's centre, the
        first cell widened to the signal's start."""
        left = self.start + i * self.step + (self.window - self.step) // 2
        return Span(self.start if i == 0 else max(left, self.start), left + self.step)

    def cell_starts(self, steps: np.ndarray) -> np.ndarray:
        """int64 [n]: where the cells of many steps begin."""
        left = self.start + steps.astype(np.int64) * self.step + (self.window - self.step) // 2
        return np.where(steps == 0, self.start, np.maximum(left, self.start))

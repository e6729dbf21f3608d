"""Level of detail: ten hours of signals on 1,600 columns of pixels, at any zoom. NumPy, no Qt."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np

from core.signal import Signal

_FACTOR = 4
_SMALLEST = 256  # cells of the coarsest level
How = Literal["extremes", "mean"]


class Levels:
    """A signal with what its cells are over 4, 16, 64 …: their lowest and highest values, or their mean.

    Half precision: the base is 2 bytes a value, all coarser levels together two thirds of that. `parts`: each step's
    channels are so many cells after each other. `channels`: how many a cell has."""

    def __init__(self, signal: Signal, how: How = "extremes", parts: int = 1) -> None:
        cells = len(signal) * parts
        self.channels = len(signal.channels) // parts
        self._step = signal.step / parts
        self._first = signal.start + (signal.window - signal.step) // 2
        last = signal.span(len(signal) - 1).stop if len(signal) else signal.start
        self._reach = signal.start, max(last, self._first + len(signal) * signal.step)
        base = signal.values.reshape(cells, self.channels).astype(np.float16)
        self._levels = [(base, base)]
        low: np.ndarray = base.astype(np.float32)
        high = low
        count: np.ndarray = np.ones((cells, 1), np.float32)
        while len(low) > _SMALLEST:
            starts = np.arange(0, len(low), _FACTOR)
            if how == "mean":
                total = np.add.reduceat(count, starts)
                low = high = np.add.reduceat(low * count, starts) / total
                count = total
            else:
                low, high = np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)
            small = low.astype(np.float16)
            self._levels.append((small, small if low is high else high.astype(np.float16)))
        self._mean = how == "mean"

    @property
    def nbytes(self) -> int:
        return sum(low.nbytes + (0 if low is high else high.nbytes) for low, high in self._levels)

    def columns(
        self, first: float, per_pixel: float, columns: int, smooth: bool = True
    ) -> tuple[np.ndarray, np.ndarray]:
        """Lowest and highest value (or twice the mean) in each pixel column: float32 [columns, channels] twice, NaN
        where the signal does not reach. Column c shows frames `first + c · per_pixel` to `first + (c + 1) · per_pixel`.
        `smooth`: between cells that are wider than a column, values go over into each other."""
        edges = (first + np.arange(columns + 1) * per_pixel - self._first) / self._step
        middle = (edges[:-1] + edges[1:]) / 2
        cells = len(self._levels[0][0])
        if not cells:
            nothing = np.full((columns, self.channels), np.nan, np.float32)
            return nothing, nothing.copy()
        if per_pixel <= self._step and (self._mean or not smooth):
            low = self._between(middle, smooth)
            high = low.copy()
        elif per_pixel <= self._step:  # from one side of the column to the other, so that a line has no gaps
            sides = self._between(edges, smooth)
            low, high = np.minimum(sides[:-1], sides[1:]), np.maximum(sides[:-1], sides[1:])
            self._add_middles(edges, low, high)
        else:
            low, high = self._over(edges)
        begin, end = ((frame - self._first) / self._step for frame in self._reach)
        outside = (edges[1:] <= begin) | (edges[:-1] >= end)
        low[outside] = high[outside] = np.nan
        return low, high

    def at(self, frame: float) -> np.ndarray | None:
        """The values of the cell that stands for a frame: float32 [channels]; None where there is none."""
        base = self._levels[0][0]
        if not len(base) or not self._reach[0] <= frame < self._reach[1]:
            return None
        cell = max(0, min(len(base) - 1, math.floor((frame - self._first) / self._step)))
        found: np.ndarray = base[cell].astype(np.float32)
        return found

    def _between(self, middle: np.ndarray, smooth: bool) -> np.ndarray:
        """Values at places given in cells, where a cell is wider than a column."""
        base = self._levels[0][0]
        place = (middle - 0.5 if smooth else np.floor(middle)).clip(0, len(base) - 1)
        left = np.floor(place).astype(np.int64)
        start, stop = int(left[0]), int(left[-1]) + 2
        near = base[start:stop].astype(np.float32)
        at = left - start
        part = (place - left).astype(np.float32)[:, None]
        found: np.ndarray = near[at] * (1 - part) + near[np.minimum(at + 1, len(near) - 1)] * part
        return found

    def _add_middles(self, edges: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
        """A cell's own value is reached in its middle, which lies inside some column: no peak is cut off."""
        base = self._levels[0][0]
        first, last = (max(0, min(len(base), math.floor(edge))) for edge in (edges[0], edges[-1] + 1))
        column = np.floor((np.arange(first, last) + 0.5 - edges[0]) / (edges[1] - edges[0])).astype(np.int64)
        inside = (column >= 0) & (column < len(low))
        column, values = column[inside], base[first:last][inside].astype(np.float32)
        low[column], high[column] = np.minimum(low[column], values), np.maximum(high[column], values)

    def _over(self, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Values over the cells between edges, where a column is wider than a cell."""
        level = min(len(self._levels) - 1, int(math.log(max(1.0, edges[1] - edges[0]), _FACTOR)))
        bottom, top = self._levels[level]
        place = np.floor(edges / _FACTOR**level).astype(np.int64).clip(0, len(bottom) - 1)
        start, stop = int(place[0]), max(int(place[-1]), int(place[-2]) + 1)
        at = place[:-1] - start
        low = bottom[start:stop].astype(np.float32)
        if self._mean:
            width = np.maximum(1, np.diff(place))[:, None].astype(np.float32)
            mean = np.add.reduceat(low, at) / width
            return mean, mean.copy()
        high = top[start:stop].astype(np.float32)
        return np.minimum.reduceat(low, at), np.maximum.reduceat(high, at)

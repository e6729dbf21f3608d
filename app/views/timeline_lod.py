"""Level of detail: what 100,000 segments and a million scores look like on 1,600 columns of pixels. NumPy, no Qt."""

from __future__ import annotations

import math

import numpy as np

_FACTOR = 4
_SMALLEST = 512  # samples of the coarsest level


def coverage(start: np.ndarray, stop: np.ndarray, kind: np.ndarray, kinds: int, columns: int) -> np.ndarray:
    """How much of each pixel column the intervals [start, stop) of each kind cover, in pixels from the first column and
    in any order: float32 [kinds, columns], 0…1. Costs time linear in the intervals, whatever they look like."""
    width = columns + 2
    first = kind.astype(np.int64) * width
    change = np.zeros(kinds * width)
    for edges, sign in ((start, 1.0), (stop, -1.0)):
        inside = np.minimum(np.maximum(edges, 0.0), float(columns))
        cell = inside.astype(np.int64)
        part = inside - cell
        cell += first
        whole = np.bincount(cell, minlength=kinds * width)
        later = np.bincount(cell, part, kinds * width)  # the part of the edge's column that lies before the edge
        whole = whole - later
        whole[1:] += later[:-1]
        change += sign * whole
    covered = np.cumsum(change.reshape(kinds, width), axis=1)[:, :columns].astype(np.float32)
    return np.clip(covered, 0.0, 1.0, out=covered)


class CurveLevels:
    """A curve with its minima and maxima over 4, 16, 64 … samples, so that any zoom reads a few thousand of them.

    x: frames, growing, [n]; y: 0…1, [n]."""

    def __init__(self, x: np.ndarray, y: np.ndarray) -> None:
        self.source = (x, y)
        low = high = np.ascontiguousarray(y, np.float32)
        self.levels = [(np.asarray(x, np.float64), low, high)]
        steps = np.diff(self.levels[0][0])
        self.even = bool(len(steps)) and bool((steps == steps[0]).all())
        while len(low) > _SMALLEST:
            starts = np.arange(0, len(low), _FACTOR)
            low, high = np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)
            self.levels.append((self.levels[-1][0][::_FACTOR], low, high))

    def columns(self, first: float, per_pixel: float, columns: int) -> tuple[np.ndarray, np.ndarray]:
        """Lowest and highest value in each pixel column, float32 [columns] twice; NaN outside the curve. Column c shows
        frames `first + c · per_pixel` to `first + (c + 1) · per_pixel`."""
        frames = first + np.arange(columns + 1) * per_pixel
        x, low, high = self._level(frames[0], frames[-1], columns)
        if not len(x):
            nothing = np.full(columns, np.nan, np.float32)
            return nothing, nothing
        at = self._places(x, frames)
        middle = (frames[:-1] + frames[1:]) / 2
        if at[-1] - at[0] < columns:
            bottom = np.interp(middle, x, high).astype(np.float32)
            top = bottom.copy()
        else:
            index = np.minimum(at[:-1], len(x) - 1)
            bottom, top = np.minimum.reduceat(low, index), np.maximum.reduceat(high, index)
            # reduceat's last part runs to the end of the samples: cut it to this column
            tail = slice(index[-1], max(int(at[-1]), int(index[-1]) + 1))
            bottom[-1], top[-1] = low[tail].min(), high[tail].max()
        reach = self.levels[0][0]
        outside = np.searchsorted(middle, (reach[0] - per_pixel, reach[-1] + per_pixel))
        for values in (bottom, top):
            values[: outside[0]] = values[outside[1] :] = np.nan
        return bottom, top

    def _places(self, x: np.ndarray, frames: np.ndarray) -> np.ndarray:
        """`np.searchsorted(x, frames)`, computed rather than searched where samples are evenly spaced."""
        if not self.even or len(x) < 2:
            return np.searchsorted(x, frames)
        places: np.ndarray = np.ceil((frames - x[0]) / (x[1] - x[0])).clip(0, len(x)).astype(np.int64)
        return places

    def _level(self, start: float, stop: float, columns: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The coarsest level that still has a sample per column, with one sample either side of the frames."""
        first, last = np.searchsorted(self.levels[0][0], (start, stop))
        finest, coarsest = int(last - first), len(self.levels) - 1
        chosen = self.levels[min(coarsest, max(0, int(math.log(max(1.0, finest / columns), _FACTOR))))]
        if chosen is not self.levels[0]:
            first, last = np.searchsorted(chosen[0], (start, stop))
        near = slice(max(0, int(first) - 1), int(last) + 1)
        return chosen[0][near], chosen[1][near], chosen[2][near]


def spaced(x: np.ndarray, gap: float) -> np.ndarray:
    """Indices of the points (growing x) that remain when at most one is drawn per `gap` pixels."""
    if not len(x):
        return np.zeros(0, np.int64)
    cell = np.floor_divide(x, gap)
    return np.flatnonzero(np.concatenate(([True], cell[1:] != cell[:-1])))

"""Where a quantity peaks: surprises that may be boundaries of activities.

What is found is what SciPy's `find_peaks` with `distance` and `prominence` finds (the tests compare them). It is not
called: importing scipy.signal takes half a second and 75 MB of the window's memory, for this one function.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.signal import Signal

_APART = 3  # steps between two peaks at least


@dataclass(frozen=True, eq=False)
class Peaks:
    """frames: int64 [n], rising, each the boundary at which the peak's step begins; prominence: float32 [n], how far
    each rises above what is around it, in the signal's own unit."""

    frames: np.ndarray
    prominence: np.ndarray

    def above(self, prominence: float) -> np.ndarray:
        """The frames of the peaks that stand out at least so much."""
        found: np.ndarray = self.frames[self.prominence >= prominence]
        return found

    def around(self, frame: int, prominence: float, frames: int) -> tuple[int, int]:
        """The neighbouring peaks [at or before, after] a frame; the video's ends stand for those that are missing."""
        shown = self.above(prominence)
        place = int(np.searchsorted(shown, frame, side="right"))
        before = int(shown[place - 1]) if place else 0
        return before, int(shown[place]) if place < len(shown) else frames


NONE = Peaks(np.zeros(0, np.int64), np.zeros(0, np.float32))


def peaks(signal: Signal, channel: int = 0) -> Peaks:
    """Every local maximum, at least `_APART` steps from a higher one, with its prominence. One at the very first frame
    is no boundary."""
    values = signal.values[:, channel]
    every = maxima(values)
    kept = apart(values, every, _APART)
    frames = signal.cell_starts(every[kept])
    inside = frames > 0
    return Peaks(frames[inside], prominences(values, every)[kept][inside])


def maxima(values: np.ndarray) -> np.ndarray:
    """int64: where `values` [n] are higher than on both sides; of a plateau, its middle. Never at an end."""
    if len(values) < 3:
        return np.zeros(0, np.int64)
    first = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))  # of each run of equal values
    last = np.append(first[1:], len(values)) - 1
    height = values[first]
    inner = np.flatnonzero((height[1:-1] > height[:-2]) & (height[1:-1] > height[2:])) + 1
    return np.asarray((first[inner] + last[inner]) // 2, np.int64)


def apart(values: np.ndarray, found: np.ndarray, steps: int) -> np.ndarray:
    """Which of the maxima remain, bool [n], when each, the highest first, drives away those nearer than `steps`."""
    places = found.tolist()
    kept = np.ones(len(places), bool)
    for i in np.argsort(values[found], kind="stable")[::-1].tolist():
        if kept[i]:
            for way in (-1, 1):
                other = i + way
                while 0 <= other < len(places) and abs(places[other] - places[i]) < steps:
                    kept[other] = False
                    other += way
    return kept


def prominences(values: np.ndarray, found: np.ndarray) -> np.ndarray:
    """float32 [n]: how far each of all maxima rises above the higher of the two valleys that part it from higher ones,
    or from the ends."""
    if not len(found):
        return np.zeros(0, np.float32)
    height = values[found]
    valleys = np.minimum.reduceat(values, np.append(0, found))  # before, between and after them
    left = _lowest(height, valleys[:-1])
    right = _lowest(height[::-1], valleys[:0:-1])[::-1]
    return np.asarray(height - np.maximum(left, right), np.float32)


def _lowest(height: np.ndarray, before: np.ndarray) -> np.ndarray:
    """The lowest valley between each maximum and the nearest higher one before it. `before`: the valley just before
    each. All step back at once, each as far as those it meets have come already: that takes about log n rounds."""
    there = np.arange(-1, len(height) - 1)  # nothing between a maximum and this place is higher than it
    lowest = before.copy()
    going = np.flatnonzero((there >= 0) & (height[there] <= height))
    while len(going):
        met = there[going]
        lowest[going] = np.minimum(lowest[going], lowest[met])
        there[going] = there[met]
        going = going[(there[going] >= 0) & (height[there[going]] <= height[going])]
    return lowest

"""Where a quantity peaks: surprises that may be boundaries of activities."""

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
    """Every local maximum with its prominence (SciPy's find_peaks). One at the very first frame is no boundary."""
    from scipy.signal import find_peaks  # takes half a second to import

    if len(signal) < 3:
        return NONE
    found, facts = find_peaks(signal.values[:, channel], prominence=0.0, distance=_APART)
    frames = np.array([signal.cell(int(i)).start for i in found], np.int64)
    inside = frames > 0
    return Peaks(frames[inside], facts["prominences"][inside].astype(np.float32))

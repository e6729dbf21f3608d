"""How many segments lie where in a whole video, however long: what the overview strip draws as a histogram."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from core.rows import State
from core.timeline.query import STATES, SegmentTable

BINS = 4096
HUMAN, PREDICTED, REJECTED = range(3)
KINDS = 3
_KIND_OF = {State.PREDICTED: PREDICTED, State.REJECTED: REJECTED}
_KINDS = np.array([_KIND_OF.get(state, HUMAN) for state in STATES])
_ACCEPTED = STATES.index(State.ACCEPTED)


def active(start: np.ndarray, stop: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """The sum of the spans' parts before each of `edges` (rising frames): float64 [edges]. Its differences are how many
    frames of segments lie between two edges."""

    def before(points: np.ndarray) -> np.ndarray:
        points = np.sort(points)
        count = np.searchsorted(points, edges)
        sums: np.ndarray = count * edges - np.append(0, np.cumsum(points))[count]
        return sums

    found: np.ndarray = before(start) - before(stop)
    return found


class Density:
    """Mean number of segments that are on at once, by kind (HUMAN, PREDICTED, REJECTED), in equal parts of a video.

    Kept as running sums, so any number of columns is read in the time of those columns, and a changed cell (a track's
    label) costs only its own segments."""

    def __init__(self, frames: int) -> None:
        self.frames = max(1, frames)
        self._edges = np.linspace(0.0, float(self.frames), BINS + 1)
        self._cells: dict[Hashable, np.ndarray] = {}
        self._sums = np.zeros((KINDS, BINS + 1))

    def put(self, cell: Hashable, table: SegmentTable | None, run: bool = False) -> None:
        """Takes up a cell's segments as they are now; None: there are none any more. `run`: on a network's track, whose
        accepted segments stand once more on a person's."""
        old = self._cells.pop(cell, None)
        if old is not None:
            self._sums = self._sums - old
        if table is None or not len(table):
            return
        counted = np.ones(len(table), bool) if not run else table.state != _ACCEPTED
        sums = np.zeros((KINDS, BINS + 1), np.float32)
        kinds = _KINDS[table.state]
        for kind in range(KINDS):
            mine = counted & (kinds == kind)
            if mine.any():
                sums[kind] = active(table.start[mine], table.stop[mine], self._edges)
        self._cells[cell] = sums
        self._sums = self._sums + sums

    def keep(self, cells: set[Hashable]) -> None:
        """Forgets all other cells."""
        for cell in [cell for cell in self._cells if cell not in cells]:
            self.put(cell, None)

    def columns(self, count: int) -> np.ndarray:
        """float32 [KINDS, count]: segments on at once, on average over each column."""
        at = np.linspace(0.0, float(self.frames), count + 1)
        sums = np.stack([np.interp(at, self._edges, row) for row in self._sums])
        found = np.diff(sums, axis=1) * (count / self.frames)
        return np.maximum(found, 0.0).astype(np.float32)

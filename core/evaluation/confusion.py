"""Which label is taken for which, frame by frame, with a row and a column for nothing.

Labels may overlap, so a frame has a set of labels on either side. What both sides have is right: one on the diagonal
for each such label. What is left are the missed and the extra labels of that frame: each missed label counts once
against each extra one; without an extra one it was taken for nothing, and an extra label without a missed one was seen
in nothing. A frame with no label on either side is nothing taken for nothing. Where labels do not overlap this is the
ordinary confusion matrix of frames (scikit-learn's). Where they do, a frame may count in several cells, so the cells
of a row may sum to more than the frames of its label; no frame is counted twice in one cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.evaluation.footage import Footage, Ints, Place, Places
from core.evaluation.frames import Counts
from core.evaluation.intervals import Bools, Intervals, intervals, weighed
from core.task import Progress, Task


@dataclass(frozen=True)
class Confusion:
    """`counts` int64 [labels + 1, labels + 1]: frames of [truth, found]; the last row and column are nothing.
    `frames`: of each label by itself, overlaps or not."""

    labels: tuple[str, ...]
    counts: Ints
    places: Places
    frames: dict[str, Counts]

    def at(self, truth: int, found: int) -> list[Place]:
        """The stretches of video that a cell counts."""
        return self.places.of(truth * len(self.counts) + found)


def confusion(footage: Sequence[Footage], labels: Sequence[str]) -> Task[Confusion]:
    """Only reviewed frames count, where a video has any."""
    size = len(labels) + 1
    counts = np.zeros(size * size, np.int64)
    frames = np.zeros((len(labels), 3))
    parts = []
    for i, one in enumerate(footage):
        yield Progress(i, len(footage), "Comparing frames")
        cut = intervals(one)
        frames[cut.labels] += _frames(cut)
        cell, start, stop = _cells(cut, size)
        np.add.at(counts, cell, stop - start)
        parts.append((cell, i, start, stop))
    places = Places.joined([one.video for one in footage], parts)
    numbers = {name: Counts(*map(int, frames[i])) for i, name in enumerate(labels) if frames[i].any()}
    return Confusion(tuple(labels), counts.reshape(size, size), places, numbers)


def _frames(cut: Intervals) -> np.ndarray:
    """float64 [l, 3]: frames both have, only the prediction has, only the truth has."""
    known = cut.known
    parts = (cut.truth & cut.found, cut.found & ~cut.truth, cut.truth & ~cut.found)
    return np.stack([weighed(part & known, cut.lengths) for part in parts], axis=1)


def _cells(cut: Intervals, size: int) -> tuple[Ints, Ints, Ints]:
    """(cell, start, stop): every stretch of frames in every cell, cell = row · size + column."""
    both = cut.truth & cut.found & cut.known
    missed, extra = cut.truth & ~cut.found & cut.known, cut.found & ~cut.truth & cut.known
    some_missed, some_extra = missed.any(axis=0), extra.any(axis=0)
    nothing = size - 1
    found: list[tuple[Ints, Ints]] = []  # (cell, interval)

    def add(mask: Bools, cell_of: Ints) -> None:
        row, interval = np.nonzero(mask)
        found.append((cell_of[row], interval))

    add(both, cut.labels * size + cut.labels)
    add(missed & ~some_extra, cut.labels * size + nothing)
    add(extra & ~some_missed, nothing * size + cut.labels)
    quiet = cut.known & ~cut.truth.any(axis=0) & ~cut.found.any(axis=0)
    add(quiet[None], np.array([nothing * size + nothing]))
    for row in np.flatnonzero((missed & some_extra).any(axis=1)):
        add(extra & missed[row], cut.labels[row] * size + cut.labels)
    cell, interval = (np.concatenate([pair[i] for pair in found]) for i in range(2))
    order = np.lexsort((interval, cell))
    cell, interval = cell[order], interval[order]
    first = np.flatnonzero(np.append(True, (cell[1:] != cell[:-1]) | (interval[1:] != interval[:-1] + 1))[: len(cell)])
    last = np.append(first[1:], len(cell))[: len(first)] - 1
    return cell[first], cut.edges[interval[first]], cut.edges[interval[last] + 1]

"""Which segments of two annotators are the same one: agreement counted in segments instead of frames."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.agreement import Ints, Side, counted, within

TIOU = 0.5


@dataclass(frozen=True)
class Pairs:
    """Segments that both have, that only one side has, that only the other has."""

    matched: int = 0
    only_one: int = 0
    only_other: int = 0

    def __add__(self, other: Pairs) -> Pairs:
        return Pairs(self.matched + other.matched, self.only_one + other.only_one, self.only_other + other.only_other)

    @property
    def share(self) -> float | None:
        """Twice the matched over all segments of both: the F1 of either side against the other; None without any."""
        whole = 2 * self.matched + self.only_one + self.only_other
        return 2 * self.matched / whole if whole else None


def paired(frames: int, one: Side, other: Side, tolerance: int = 0, tiou: float = TIOU) -> dict[str, Pairs]:
    """Per label. Two segments of a label can be the same where they overlap by `tiou` or more (intersection over
    union), or where both edges lie within the tolerance. Each is matched once, and as many are matched as can be, so
    the count is the same from either side. Only segments whose middle lies in the frames that count are counted."""
    known = counted(frames, one, other)
    found = {}
    for label in sorted({*one.segments, *other.segments}):
        mine, theirs = (_counting(side.segments.get(label), known) for side in (one, other))
        if len(mine) or len(theirs):
            matched = _most(_alike(mine, theirs, tolerance, tiou), len(mine), len(theirs))
            found[label] = Pairs(matched, len(mine) - matched, len(theirs) - matched)
    return found


def _counting(spans: Ints | None, known: Ints) -> Ints:
    """Those with their middle frame in the frames that count, sorted."""
    if spans is None or not len(spans):
        return np.zeros((0, 2), np.int64)
    middle = (spans[:, 0] + spans[:, 1] - 1) // 2
    spans = spans[within(known, middle + 1) > within(known, middle)]
    return np.asarray(spans[np.lexsort((spans[:, 1], spans[:, 0]))])


def _alike(mine: Ints, theirs: Ints, tolerance: int, tiou: float) -> Ints:
    """Positions of all pairs that can be the same segment: int64 [pairs, 2]."""
    if not len(mine) or not len(theirs):
        return np.zeros((0, 2), np.int64)
    reach = np.maximum.accumulate(theirs[:, 1])
    first = np.searchsorted(reach, mine[:, 0] - tolerance, side="left")
    last = np.searchsorted(theirs[:, 0], mine[:, 1] + tolerance, side="right")
    count = np.maximum(0, last - first)
    one = np.repeat(np.arange(len(mine)), count)
    other = np.arange(len(one)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
    a, b = mine[one], theirs[other]
    both = np.minimum(a[:, 1], b[:, 1]) - np.maximum(a[:, 0], b[:, 0])
    whole = np.maximum(a[:, 1], b[:, 1]) - np.minimum(a[:, 0], b[:, 0])  # their union, where they overlap
    near: NDArray[np.bool_] = (np.abs(a - b) <= tolerance).all(axis=1)
    kept = near | ((both > 0) & (both >= tiou * whole))
    return np.stack([one[kept], other[kept]], axis=1)


def _most(pairs: Ints, mine: int, theirs: int) -> int:
    """How many can be matched at once."""
    if len(np.unique(pairs[:, 0])) == len(np.unique(pairs[:, 1])) == len(pairs):
        return len(pairs)  # nobody has a choice
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import maximum_bipartite_matching

    graph = csr_matrix((np.ones(len(pairs), np.int8), (pairs[:, 0], pairs[:, 1])), shape=(mine, theirs))
    return int((maximum_bipartite_matching(graph) >= 0).sum())

"""How well the order and the extent of activities are told: segmental edit score, and F1 at overlaps of .10, .25, .50.

As Lea et al. 2017 (Temporal Convolutional Networks, arXiv 1611.05267) and Farha & Gall 2019 (MS-TCN, arXiv
1903.01945, eval.py) define them, over the stretches that frame-wise labels would show: touching segments of one label
are one, nothing is no stretch. F1@k: the stretches of a video by time; each takes the truth's stretch of its label with
which it overlaps most, and is right when the tIoU reaches k/100 and no earlier one took that stretch; counts are summed
over videos. Edit score: 100 · (1 − Levenshtein distance of the two sequences of labels / the longer length), the mean
over videos.

Their frame has one label. Where labels overlap here, a video's sequence is its stretches by their start (of equal
starts, by label); without overlaps that is the sequence of frame-wise labels. Two sides that say nothing agree: 100,
where the published code divides by zero.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.evaluation.footage import Floats, Footage, Ints
from core.evaluation.frames import Counts
from core.evaluation.intervals import runs
from core.task import Progress, Task, drive

OVERLAPS = (10, 25, 50)  # percent
_ROWS = 64  # of the table, between two signs of life


def f1_counts(footage: Sequence[Footage], percent: int) -> Counts:
    """Stretches that are right, extra and missed, over all videos."""
    total = Counts()
    for one in footage:
        found, truth = runs(one.found), runs(one.truth)
        best, overlap = _best(found, truth)
        taken = len(np.unique(best[overlap >= percent / 100]))
        total += Counts(taken, len(found[0]) - taken, len(truth[0]) - taken)
    return total


def _best(found: tuple[Ints, Ints, Ints], truth: tuple[Ints, Ints, Ints]) -> tuple[Ints, Floats]:
    """For each found stretch, the truth's stretch of its label with the greatest tIoU and that tIoU; −1 and 0 where
    none overlaps. Of equals the earlier."""
    best, overlap = np.full(len(found[0]), -1, np.int64), np.zeros(len(found[0]))
    for label in np.intersect1d(found[0], truth[0]):
        mine, wanted = np.flatnonzero(found[0] == label), np.flatnonzero(truth[0] == label)
        start, stop, first, last = found[1][mine], found[2][mine], truth[1][wanted], truth[2][wanted]
        low = np.searchsorted(last, start, side="right")  # stretches of one label are apart: those that overlap are
        count = np.searchsorted(first, stop, side="left") - low  # neighbours
        pair = np.repeat(np.arange(len(mine)), count)
        if not len(pair):
            continue
        other = np.arange(len(pair)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)
        both = np.minimum(stop[pair], last[other]) - np.maximum(start[pair], first[other])
        share = both / (np.maximum(stop[pair], last[other]) - np.minimum(start[pair], first[other]))
        order = np.lexsort((other, -share, pair))
        top = order[np.flatnonzero(np.append(True, pair[order][1:] != pair[order][:-1]))]
        best[mine[pair[top]]], overlap[mine[pair[top]]] = wanted[other[top]], share[top]
    return best, overlap


def edit_score(footage: Sequence[Footage]) -> Task[float]:
    """0…100; 0 without any video."""
    scores = []
    for one in footage:
        found, truth = runs(one.found)[0], runs(one.truth)[0]
        steps = yield from _distance(found, truth)
        longer = max(len(found), len(truth))
        scores.append(100 * (1 - steps / longer) if longer else 100.0)
    return float(np.mean(scores)) if scores else 0.0


def distance(one: Sequence[int] | Ints, other: Sequence[int] | Ints) -> int:
    """Levenshtein: insertions, deletions and substitutions, 1 each."""
    return drive(_distance(np.asarray(one, np.int64), np.asarray(other, np.int64)))


def _distance(one: Ints, other: Ints) -> Task[int]:
    """A row of the table at once: what an insertion would cost is a running minimum."""
    columns = np.arange(len(other) + 1)
    row = columns.copy()
    for i, item in enumerate(one):
        if i % _ROWS == 0:
            yield Progress(i, len(one), "Comparing sequences")
        changed = np.minimum(row[1:] + 1, row[:-1] + (other != item))
        row = np.minimum.accumulate(np.append(i + 1, changed) - columns) + columns
    return int(row[-1])

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
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.footage import Floats, Footage, Ints, Said
from core.evaluation.frames import Counts
from core.evaluation.intervals import runs
from core.task import Progress, Task, drive

OVERLAPS = (10, 25, 50)  # percent
_ROWS = 256  # of the table, between two signs of life


@dataclass(frozen=True)
class Stretches:
    """Of one side in all videos, sorted by video, label, start: int64 columns of one length."""

    video: Ints
    label: Ints
    start: Ints
    stop: Ints

    @classmethod
    def of(cls, sides: Sequence[Said]) -> Stretches:
        none = np.zeros(0, np.int64)
        label, start, stop = (
            np.concatenate([none, *(getattr(one, name) for one in sides)]) for name in ("label", "start", "stop")
        )
        many = int(label.max(initial=0)) + 1
        video = np.repeat(np.arange(len(sides)), [len(one) for one in sides])
        key, first, last = runs(video * many + label, start, stop)
        return cls(key // many, key % many, first, last)

    def sequences(self, videos: int) -> list[Ints]:
        """Each video's labels in the order in which they begin."""
        order = np.lexsort((self.label, self.start, self.video))
        return np.split(self.label[order], np.searchsorted(self.video[order], np.arange(1, videos)))


def f1_counts(footage: Sequence[Footage], percent: int) -> Counts:
    """Stretches that are right, extra and missed, over all videos."""
    found, truth = (Stretches.of(side) for side in ([one.found for one in footage], [one.truth for one in footage]))
    best, overlap = _best(found, truth)
    taken = len(np.unique(best[overlap >= percent / 100]))
    return Counts(taken, len(found.start) - taken, len(truth.start) - taken)


def _best(found: Stretches, truth: Stretches) -> tuple[Ints, Floats]:
    """For each found stretch, the truth's stretch of its label with the greatest tIoU and that tIoU; −1 and 0 where
    none overlaps. Of equals the earlier."""
    best, overlap = np.full(len(found.start), -1, np.int64), np.zeros(len(found.start))
    many = int(max(found.label.max(initial=0), truth.label.max(initial=0))) + 1
    long = int(max(found.stop.max(initial=0), truth.stop.max(initial=0))) + 1
    # Every label of every video has a part of the line for itself, so that what overlaps there are neighbours.
    (start, stop), (first, last) = (
        [(side.video * many + side.label) * long + at for at in (side.start, side.stop)] for side in (found, truth)
    )
    low = np.searchsorted(last, start, side="right")
    count = (np.searchsorted(first, stop, side="left") - low).clip(0)
    pair = np.repeat(np.arange(len(start)), count)
    if not len(pair):
        return best, overlap
    other = np.arange(len(pair)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)
    both = np.minimum(stop[pair], last[other]) - np.maximum(start[pair], first[other])
    share = both / (np.maximum(stop[pair], last[other]) - np.minimum(start[pair], first[other]))
    order = np.lexsort((other, -share, pair))
    top = order[np.flatnonzero(np.append(True, pair[order][1:] != pair[order][:-1]))]
    best[pair[top]], overlap[pair[top]] = other[top], share[top]
    return best, overlap


def edit_score(footage: Sequence[Footage]) -> Task[float]:
    """0…100; 0 without any video."""
    sides = ([one.found for one in footage], [one.truth for one in footage])
    both = (Stretches.of(side).sequences(len(footage)) for side in sides)
    scores = []
    for found, truth in zip(*both, strict=True):
        steps = yield from _distance(found, truth)
        longer = max(len(found), len(truth))
        scores.append(100 * (1 - steps / longer) if longer else 100.0)
    return float(np.mean(scores)) if footage else 0.0


def distance(one: Sequence[int] | Ints, other: Sequence[int] | Ints) -> int:
    """Levenshtein: insertions, deletions and substitutions, 1 each."""
    return drive(_distance(np.asarray(one, np.int64), np.asarray(other, np.int64)))


def _distance(one: Ints, other: Ints) -> Task[int]:
    """Hyyrö's bit-parallel form of Myers 1999 (JACM 46:395): a column of the table is the bits of two integers, which
    say where it rises and where it falls."""
    if not len(one):
        return len(other)
    all_, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    where = {int(label): _bits(one == label) for label in np.unique(one)}
    rises, falls, steps = all_, 0, len(one)
    for i, label in enumerate(other.tolist()):
        if i % _ROWS == 0:
            yield Progress(i, len(other), "Comparing sequences")
        same = where.get(label, 0)
        vertical = same | falls
        across = (((same & rises) + rises) ^ rises) | same
        up, down = falls | (all_ & ~(across | rises)), rises & across
        steps += bool(up & last) - bool(down & last)
        up, down = (up << 1 | 1) & all_, (down << 1) & all_
        rises, falls = down | (all_ & ~(vertical | up)), up & vertical
    return steps


def _bits(mask: NDArray[np.bool_]) -> int:
    return int.from_bytes(np.packbits(mask, bitorder="little").tobytes(), "little")

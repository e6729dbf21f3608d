"""Predictions and truth once they are matched: who is right, who is extra, what was missed, and where that is.

A prediction is right when it claimed a segment of the truth with its label, as mean average precision counts it
(core.evaluation.segments), at one tIoU.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.evaluation.footage import Floats, Ints, Places
from core.evaluation.segments import Claims, Instances, average_precision

RIGHT, EXTRA, MISSED = range(3)


@dataclass(frozen=True)
class Matched:
    """Rows of `truth` and `found`, whose times may be of any unit. `claim` int64 [found]: the row of `truth` that each
    prediction claimed, −1: none."""

    truth: Instances
    found: Instances
    claim: Ints

    @classmethod
    def at(cls, made: Claims, level: int, truth: Instances, found: Instances) -> Matched:
        """`truth`, `found`: the rows that were matched, perhaps with times of another unit."""
        claim = np.full(len(found), -1, np.int64)
        claim[made.order] = made.claimed[level]
        return cls(truth, found, claim)

    @property
    def pairs(self) -> tuple[Ints, Ints]:
        """(rows of found, rows of truth) that belong together."""
        right = np.flatnonzero(self.claim >= 0)
        return right, self.claim[right]


@dataclass(frozen=True, slots=True)
class LabelScore:
    """Segments of one label at one tIoU. `ap`: the label's average precision there."""

    label: str
    right: int
    extra: int
    missed: int
    ap: float

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right + self.extra else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        whole = 2 * self.right + self.extra + self.missed
        return 2 * self.right / whole if whole else 0.0


def by_label(matched: Matched, labels: Sequence[str]) -> tuple[LabelScore, ...]:
    """One row for each of `labels`, also of those that the truth lacks: what was found of them is extra."""
    number = {name: i for i, name in enumerate(labels)}
    truth = np.array([number[name] for name in matched.truth.label], np.int64)
    found = np.array([number[name] for name in matched.found.label], np.int64)
    right = matched.claim >= 0
    order = np.argsort(matched.found.score, kind="stable")[::-1]  # as the official evaluator ranks
    positives = np.bincount(truth, minlength=len(labels))
    rows = []
    for i, name in enumerate(labels):
        mine = found == i
        hits = right[order[mine[order]]]
        good, all_ = int(hits.sum()), len(hits)
        ap = float(average_precision(hits[None], int(positives[i]))[0])
        rows.append(LabelScore(name, good, all_ - good, int(positives[i]) - good, ap))
    return tuple(rows)


def places(matched: Matched, labels: Sequence[str]) -> Places:
    """Group label · 3 + RIGHT, EXTRA or MISSED; what is right lasts over both sides' segments."""
    number = {name: i for i, name in enumerate(labels)}
    one, other = matched.found, matched.truth
    pair = matched.claim >= 0
    missed = np.setdiff1d(np.arange(len(other)), matched.claim)
    start, stop = spanned(matched)
    group = [number[name] * 3 + (RIGHT if good else EXTRA) for name, good in zip(one.label, pair.tolist(), strict=True)]
    group += [number[other.label[i]] * 3 + MISSED for i in missed]
    return Places.named(
        np.array(group, np.int64),
        [*one.video, *(other.video[i] for i in missed)],
        np.concatenate([start, other.start[missed]]),
        np.concatenate([stop, other.stop[missed]]),
    )


def spanned(matched: Matched) -> tuple[Floats, Floats]:
    """Start and stop [found] of each prediction together with what it claimed."""
    start, stop = matched.found.start.copy(), matched.found.stop.copy()
    found, truth = matched.pairs
    start[found] = np.minimum(start[found], matched.truth.start[truth])
    stop[found] = np.maximum(stop[found], matched.truth.stop[truth])
    return start, stop

"""Detection quality: mean average precision at temporal IoU thresholds, as ActivityNet's official evaluator counts it.

Per class: predictions by falling score; each claims the still unclaimed ground truth of its video with the highest
tIoU that reaches the threshold, else it is a false positive. AP is the area under the interpolated precision envelope.
mAP is the mean over the classes of the ground truth; a class without a prediction has AP 0. Source: PAPERS.md 2 and
activitynet/ActivityNet Evaluation/eval_detection.py, whose figures this meets to 1e-6. Only in this it is kinder: a
predicted label that differs from a class in capitals alone is that class (Kinetics writes them small).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

THRESHOLDS: tuple[float, ...] = tuple(float(t) for t in np.linspace(0.5, 0.95, 10))
THUMOS: tuple[float, ...] = tuple(float(t) for t in np.linspace(0.3, 0.7, 5))  # of THUMOS'14 and its papers


@dataclass(frozen=True)
class Instances:
    """Segments of many videos as columns of equal length; times in seconds (any one unit will do), float64."""

    video: Sequence[str]
    label: Sequence[str]
    start: Floats
    stop: Floats
    score: Floats

    def in_videos(self, names: Iterable[str]) -> Instances:
        """Only what is in these videos."""
        wanted = set(names)
        return Instances.of(row for row in self.rows() if row[0] in wanted)

    def rows(self) -> Iterator[tuple[str, str, float, float, float]]:
        columns = (self.start.tolist(), self.stop.tolist(), self.score.tolist())
        return zip(self.video, self.label, *columns, strict=True)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, float, float, float]]) -> Instances:
        """From (video, label, start, stop, score) rows."""
        listed = list(rows)
        columns = np.array([row[2:] for row in listed], np.float64).reshape(len(listed), 3)
        return cls([r[0] for r in listed], [r[1] for r in listed], columns[:, 0], columns[:, 1], columns[:, 2])

    def __len__(self) -> int:
        return len(self.video)


@dataclass(frozen=True)
class Detection:
    """`ap` float64 [thresholds, classes]. `ignored` counts predictions of classes that the ground truth lacks: they
    belong to no class's AP."""

    thresholds: tuple[float, ...]
    classes: tuple[str, ...]
    ap: Floats
    ground_truth: int
    predictions: int
    ignored: int

    @cached_property
    def mean(self) -> dict[str, float]:
        """`"0.50"` → mAP."""
        rows = self.ap.mean(axis=1) if self.classes else np.zeros(len(self.thresholds))
        return {f"{t:.2f}": float(value) for t, value in zip(self.thresholds, rows, strict=True)}

    @property
    def average(self) -> float:
        """The mean of the mAPs over all thresholds."""
        return float(np.mean(list(self.mean.values())))


@dataclass(frozen=True)
class Claims:
    """Who claimed what. `order` int64 [n]: the rows of the predictions whose label is a class, best first; `label` [n]:
    their class; `claimed` [thresholds, n]: the row of the ground truth that each claimed, −1 where it is a false
    positive."""

    thresholds: tuple[float, ...]
    classes: tuple[str, ...]
    positives: Ints
    order: Ints
    label: Ints
    claimed: Ints


def claims(truth: Instances, found: Instances, thresholds: Sequence[float] = THRESHOLDS) -> Claims:
    """Matches predictions to the ground truth, at each threshold by itself."""
    classes = tuple(dict.fromkeys(truth.label))
    exact = {name: i for i, name in enumerate(classes)}
    folded = {name.casefold(): i for i, name in enumerate(classes)}
    class_of = {name: exact.get(name, folded.get(name.casefold(), -1)) for name in {*truth.label, *found.label}}
    videos = {name: i for i, name in enumerate(dict.fromkeys(truth.video))}
    predicted = np.array([class_of[name] for name in found.label], np.int64)
    kept = np.flatnonzero(predicted >= 0)
    # The official code reverses an ascending sort, so among equal scores the later row comes first; so does this.
    kept = kept[np.argsort(found.score[kept], kind="stable")[::-1]]
    label = predicted[kept]
    video = np.array([videos.get(name, -1) for name in found.video], np.int64)[kept]
    group = np.where(video >= 0, label * len(videos) + video, -1)
    truth_label = np.array([class_of[name] for name in truth.label], np.int64)
    truth_group = truth_label * len(videos) + np.array([videos[name] for name in truth.video], np.int64)
    levels = np.array(thresholds, np.float64)
    claimed = _claims(truth, truth_group, found.start[kept], found.stop[kept], group, levels)
    positives = np.bincount(truth_label, minlength=len(classes))
    return Claims(tuple(thresholds), classes, positives, kept, label, claimed)


def evaluate(truth: Instances, found: Instances, thresholds: Sequence[float] = THRESHOLDS) -> Detection:
    """Scores `found` against `truth`; the scores of `truth` are not read."""
    return detection(claims(truth, found, thresholds), len(truth), len(found))


def detection(made: Claims, ground_truth: int, predictions: int) -> Detection:
    """The figures of matches that were made, of so many segments on either side."""
    ap = np.zeros((len(made.thresholds), len(made.classes)))
    for i in range(len(made.classes)):
        ap[:, i] = average_precision(made.claimed[:, made.label == i] >= 0, int(made.positives[i]))
    return Detection(made.thresholds, made.classes, ap, ground_truth, predictions, predictions - len(made.order))


def average_precision(hit: NDArray[np.bool_], positives: int) -> Floats:
    """Interpolated AP [thresholds] of predictions `hit` [thresholds, n], best first, of `positives` instances."""
    levels, n = hit.shape
    if n == 0 or positives == 0:
        return np.zeros(levels)
    true = np.cumsum(hit, axis=1, dtype=np.float64)
    recall = true / positives
    precision = true / np.arange(1, n + 1)
    envelope = np.maximum.accumulate(precision[:, ::-1], axis=1)[:, ::-1]
    steps = np.diff(recall, axis=1, prepend=0.0)
    area: Floats = (steps * envelope).sum(axis=1)
    return area


def _claims(truth: Instances, truth_group: Ints, start: Floats, stop: Floats, group: Ints, levels: Floats) -> Ints:
    """The row of `truth` that each prediction (best first) claims, −1 for none: [levels, predictions]. A group is one
    class in one video.

    Groups do not touch each other, so round r settles the r-th best prediction of every group at once.
    """
    taken = np.full((len(levels), len(group)), -1, np.int64)
    mine, row = _overlapping(truth, truth_group, start, stop, group)
    overlap = tiou(start[mine], stop[mine], truth.start[row], truth.stop[row])
    near = overlap >= levels.min(initial=np.inf)
    candidates, rows, overlaps = _padded(mine[near], row[near], overlap[near])
    claimed = np.zeros((len(levels), len(truth) + 1), bool)
    ranks = _rank_within(group[candidates])
    by_rank = np.argsort(ranks, kind="stable")
    edges = np.searchsorted(ranks[by_rank], np.arange(ranks.max(initial=-1) + 2))
    for low, high in itertools.pairwise(edges):
        now = by_rank[low:high]
        free = np.where(claimed[:, rows[now]], -1.0, overlaps[now])  # [levels, now, widest]
        best = free.argmax(axis=2)
        good = np.take_along_axis(free, best[:, :, None], axis=2)[:, :, 0] >= levels[:, None]
        level, which = np.nonzero(good)
        settled = rows[now[which], best[level, which]]
        claimed[level, settled] = True
        taken[level, candidates[now[which]]] = settled
    return taken


def _overlapping(truth: Instances, truth_group: Ints, start: Floats, stop: Floats, group: Ints) -> tuple[Ints, Ints]:
    """(prediction, row of truth) of all pairs of one group that may overlap, and those where both are empty: sorted by
    prediction, then row. Times become ranks, which are exact, and groups lie one behind the other in them."""
    names, which = np.unique(truth_group, return_inverse=True)
    row = np.searchsorted(names, group)
    known = np.flatnonzero(np.take(names, row, mode="clip") == group) if len(names) else np.zeros(0, np.int64)
    row = row[known]
    times, rank = np.unique(np.concatenate([truth.start, truth.stop, start[known], stop[known]]), return_inverse=True)
    first, last, begin, end = np.split(rank, np.cumsum([len(truth), len(truth), len(known)]))
    line = len(times) + 1
    order = np.lexsort((first, which))
    starts = which[order] * line + first[order]
    reach = np.maximum.accumulate(which[order] * line + last[order])
    low = np.searchsorted(reach, row * line + begin, side="right")
    many = (np.searchsorted(starts, row * line + end, side="left") - low).clip(0)
    mine = np.repeat(np.arange(len(known)), many)
    other = order[np.arange(len(mine)) - np.repeat(np.cumsum(many) - many, many) + np.repeat(low, many)]
    instants, moments = np.flatnonzero(truth.stop == truth.start), np.flatnonzero(begin == end)
    at, which_instant = np.nonzero(row[moments][:, None] == which[instants][None, :])
    mine, other = np.append(mine, moments[at]), np.append(other, instants[which_instant])
    by = np.lexsort((other, mine))
    return known[mine[by]], other[by]


def tiou(start: Floats, stop: Floats, other_start: Floats, other_stop: Floats) -> Floats:
    """Temporal intersection over union, elementwise. 1 where both are empty: the official code divides 0 by 0 there and
    takes the NaN for a match (the ground truth of ActivityNet 1.3 has three such instants)."""
    both = np.clip(np.minimum(stop, other_stop) - np.maximum(start, other_start), 0.0, None)
    union = (stop - start) + (other_stop - other_start) - both
    quotient: Floats = np.divide(both, union, out=np.ones_like(both), where=union != 0)
    return quotient


def _padded(mine: Ints, row: Ints, overlap: Floats) -> tuple[Ints, Ints, Floats]:
    """Predictions [p] that have a pair, rising; their rows of truth [p, widest], padded with −1; and the
    overlaps [p, widest], padded with −1. Pairs come sorted by prediction."""
    names, inverse, counts = np.unique(mine, return_inverse=True, return_counts=True)
    column = np.arange(len(mine)) - (np.cumsum(counts) - counts)[inverse]
    shape = (len(names), int(counts.max(initial=0)))
    rows, overlaps = np.full(shape, -1, np.int64), np.full(shape, -1.0)
    rows[inverse, column], overlaps[inverse, column] = row, overlap
    return names, rows, overlaps


def _rank_within(group: Ints) -> Ints:
    """0, 1, 2 … within each group, in the given order."""
    order = np.argsort(group, kind="stable")
    ordered = group[order]
    begin = np.searchsorted(ordered, ordered, side="left")
    ranks = np.empty(len(group), np.int64)
    ranks[order] = np.arange(len(group)) - begin
    return ranks

"""How good a project's timeline is, as F1 at tIoU .5, without knowing the truth: from what people said of predictions.

A prediction's chance of being right is a logistic regression on its score, how unsure its edges are, how much runs
disagree about it, and its label. The queue asks about unsure ones first, so those that were judged are worse than the
rest; that is why what the queue sorts by is in the regression. Its prior takes scores at their word. What no run saw is
taken from stretches that people reviewed from end to end: so many of their segments no run had found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.timeline.review_items import Judged, Queue
from core.timeline.review_survey import Survey

# of the regressions' weights: intercept, logit of the score, uncertainty, disagreement; of predictions, and of what
# only came near the threshold
_MEANS = np.array([[1.0, 1.0, -2.0, 0.0], [-3.0, 1.0, 2.0, 0.0]])
_SPREADS = np.array([[0.5, 1.0, 3.0, 1.0], [1.0, 0.5, 1.0, 1.0]])
_LABEL_SPREAD = 0.7
_BASE = 4  # weights that are not a label's
_ROUNDS = 25  # of Newton's method; a dozen suffice
_UNSEEN = (0.5, 4.5)  # Beta prior of the share that no run sees: a tenth, as sure as five segments
_MOVED = (0.5, 2.0)  # Beta prior of the share of wrong predictions that mean something that is there


@dataclass(frozen=True)
class Evidence:
    """What people said so far, over all videos; the counts are those of `Survey`."""

    judged: tuple[Judged, ...] = ()
    confirmed: int = 0
    outside: int = 0
    found: int = 0
    unseen: int = 0


@dataclass(frozen=True)
class Estimate:
    """after: float64 [items + 1], the F1 once the first 0, 1, 2 … items of the queue are judged; precision and recall
    as they are now; chances: float64 [items], how likely each is right as it stands, in the order of the queue; truth:
    how many segments there are in all."""

    after: np.ndarray
    precision: float
    recall: float
    chances: np.ndarray
    truth: float

    @property
    def now(self) -> float:
        return float(self.after[0])

    def left_to(self, target: float) -> int | None:
        """How many items, best first, are left to a target F1; None where the queue's end does not reach it."""
        there = np.flatnonzero(self.after >= target - 1e-9)
        return int(there[0]) if len(there) else None


def evidence(looked: Iterable[Survey]) -> Evidence:
    every = list(looked)
    judged = tuple(row for one in every for row in one.judged)
    sums = (sum(getattr(one, name) for one in every) for name in ("confirmed", "outside", "found", "unseen"))
    return Evidence(judged, *sums)


def estimate(items: Queue, known: Evidence) -> Estimate:
    """Of a project in which `items` are still to be judged, in the order of the queue. What people confirmed counts as
    right; predictions that nobody judged count as they stand."""
    chance = chances(items, known.judged)
    missed = _missed(items)
    moved = _moved(known.judged)
    there = np.where(missed, chance, chance + (1 - chance) * moved)  # something true behind the item
    share = (known.unseen + _UNSEEN[0]) / (known.found + known.unseen + sum(_UNSEEN))
    unseen = share / (1 - share) * (there.sum() + known.outside)
    truth = known.confirmed + there.sum() + unseen
    right = known.confirmed + np.where(missed, 0, chance).sum()
    said = known.confirmed + (~missed).sum()
    # an answer keeps what is true, in its place, and takes away what is not
    rights = right + np.cumsum(np.concatenate([[0], np.where(missed, chance, there - chance)]))
    saids = said + np.cumsum(np.concatenate([[0], np.where(missed, chance, there - 1)]))
    f1 = 2 * rights / np.maximum(saids + truth, 1e-9)
    return Estimate(np.clip(f1, 0, 1), _ratio(right, said), _ratio(right, truth), chance, float(truth))


def chances(items: Queue, judged: Sequence[Judged]) -> np.ndarray:
    """float64 [items]: how likely each is right as it stands."""
    rows = [one.segment for one in items.candidates]
    scores = np.array([row.score for row in rows], np.float64)  # None becomes NaN
    x = _columns(np.stack([scores, items.uncertainty, items.disagreement], 1))
    found, missed = np.zeros(len(rows)), _missed(items)
    for kind in (False, True):
        told, asked = [row for row in judged if row.missed is kind], np.flatnonzero(missed == kind)
        labels = {label: i for i, label in enumerate(sorted({row.label_id for row in told}))}
        weights = _fitted(told, labels, _MEANS[int(kind)], _SPREADS[int(kind)])
        own = np.array([labels.get(rows[i].label_id, -1) for i in asked.tolist()], np.int64)
        found[asked] = _logistic(x[asked] @ weights[:_BASE] + np.append(weights[_BASE:], 0.0)[own])
    return found


def _missed(items: Queue) -> np.ndarray:
    return np.array([one.missed for one in items.candidates], bool)


def _columns(given: np.ndarray) -> np.ndarray:
    """float64 [n, 4] from score, uncertainty and disagreement; no score is a score of a half."""
    score = np.clip(np.nan_to_num(given[:, 0], nan=0.5), 0.01, 0.99)
    return np.stack([np.ones(len(given)), np.log(score / (1 - score)), given[:, 1], given[:, 2]], 1)


def _fitted(told: Sequence[Judged], labels: Mapping[int, int], mean: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """The most probable weights [4 + labels]: Newton's method on a concave function."""
    given = np.array([(r.score, r.uncertainty, r.disagreement) for r in told], np.float64).reshape(-1, 3)
    own = np.zeros((len(told), len(labels)))
    own[np.arange(len(told)), np.array([labels[r.label_id] for r in told], np.int64)] = 1
    x, right = np.concatenate([_columns(given), own], 1), np.array([r.right for r in told], np.float64)
    mean = np.concatenate([mean, np.zeros(len(labels))])
    trust = 1 / np.concatenate([spread, np.full(len(labels), _LABEL_SPREAD)]) ** 2
    weights = mean.copy()
    for _ in range(_ROUNDS):
        p = _logistic(x @ weights)
        slope = x.T @ (right - p) - trust * (weights - mean)
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(trust), slope)
        weights = weights + step * min(1.0, 2 / max(1e-12, float(np.abs(step).max())))
        if np.abs(step).max(initial=0) < 1e-6:
            break
    return weights


def _logistic(x: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -40, 40))))


def _moved(judged: Iterable[Judged]) -> float:
    """Of predictions that are not right, the share whose meaning is there: they are mended, not taken away."""
    wrong = [row.there for row in judged if not row.right and not row.missed]
    return (sum(wrong) + _MOVED[0]) / (len(wrong) + sum(_MOVED))


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole > 0 else 0.0

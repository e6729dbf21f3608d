"""How likely predictions are right, from what people said of others: a Bayesian logistic regression, with how sure it
is.

On the score, how unsure the edges are, how much runs disagree, how old the run is, and the label. The queue asks about
unsure ones first, so those that were judged are worse than the rest; that is why what it sorts by is in there. Answers
of older runs count for what they were: of a network that knew less.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.timeline.review_items import Judged, Queue

# of the weights: intercept, how far the score is above the threshold (logits), uncertainty above _USUAL, disagreement,
# whether a newer run has been made since
_PRIORS = {
    "stands": ([-4.8, 5.0, -3.0, -2.0, -0.3], [1.7, 1.3, 1.7, 1.0, 0.5]),
    "gone": ([-3.5, 1.0, 0.0, 0.0, 0.0], [1.0, 1.0, 0.5, 0.5, 0.5]),  # found by an older run alone
    "missed": ([-4.5, 1.0, 2.0, 0.0, 0.0], [1.5, 0.5, 1.0, 1.0, 0.5]),
}
_USUAL = 0.6
_UNHEARD = 5.0  # logits
KINDS = tuple(_PRIORS)
_LABEL_SPREAD = 1.0
_WIDER = 1.2  # than the posterior, since the line is only nearly straight: so that ranges hold what they promise
_BASE = 5  # weights that are not a label's
_ROUNDS = 25  # of Newton's method; a dozen suffice


@dataclass(frozen=True)
class Chances:
    """x: float64 [items, weights] and label: int64 [items], of one kind of item; mean, root: the weights' normal
    distribution, those of labels last; spread: of the weights of labels that nobody spoke of."""

    x: np.ndarray
    label: np.ndarray
    mean: np.ndarray
    root: np.ndarray

    def drawn(self, normal: np.ndarray) -> np.ndarray:
        """float64 [items], for the deviations normal [weights]; zeros give the most probable ones."""
        weights = self.mean + _WIDER * self.root @ normal[: len(self.mean)]
        return logistic(self.x @ weights[:_BASE] + weights[_BASE:][self.label])

    @property
    def weights(self) -> int:
        return len(self.mean)


def kinds(items: Queue) -> np.ndarray:
    """int64 [items]: places in KINDS."""
    return np.array([2 if one.missed else int(one.outdated) for one in items.candidates], np.int64)


def kind_of(row: Judged) -> int:
    return 2 if row.missed else int(not row.stands)


def fitted(items: Queue, asked: np.ndarray, kind: int, judged: Sequence[Judged], unheard: float = 0.0) -> Chances:
    """Of the items at the places `asked`, which are of one kind. unheard: the share of what happens whose label was not
    taught; it is taken for another one, however sure the scores are."""
    told = [row for row in judged if kind_of(row) == kind]
    rows = [items.candidates[i].segment for i in asked.tolist()]
    labels = {label: i for i, label in enumerate(sorted({r.label_id for r in told} | {r.label_id for r in rows}))}
    prior, spread = map(np.array, _PRIORS[KINDS[kind]])
    prior[0] -= _UNHEARD * unheard
    mean, root = _posterior(told, labels, prior, spread)
    scores = np.array([row.score for row in rows], np.float64)  # None becomes NaN
    limits = np.array([items.candidates[i].threshold for i in asked.tolist()], np.float64)
    unsure, apart = items.uncertainty[asked], items.disagreement[asked]
    x = _columns(np.stack([scores, limits, unsure, apart, np.zeros(len(rows))], 1))
    return Chances(x, np.array([labels[row.label_id] for row in rows], np.int64), mean, root)


def _columns(given: np.ndarray) -> np.ndarray:
    """float64 [n, 5] from score, threshold, uncertainty, disagreement and age; no score is one in the middle."""
    limit = np.clip(given[:, 1], 0.01, 0.99)
    score = np.clip(np.where(np.isnan(given[:, 0]), (1 + limit) / 2, given[:, 0]), 0.01, 0.99)
    above = np.log(score / (1 - score)) - np.log(limit / (1 - limit))
    return np.stack([np.ones(len(given)), above, given[:, 2] - _USUAL, given[:, 3], given[:, 4] > 0], 1)


def _posterior(
    told: Sequence[Judged], labels: Mapping[int, int], mean: np.ndarray, spread: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The most probable weights [5 + labels], by Newton's method on a concave function, and a root of their covariance
    (Laplace's approximation)."""
    rows = [(r.score, r.threshold, r.uncertainty, r.disagreement, r.age) for r in told]
    given = np.array(rows, np.float64).reshape(-1, 5)
    own = np.zeros((len(told), len(labels)))
    own[np.arange(len(told)), np.array([labels[r.label_id] for r in told], np.int64)] = 1
    x, right = np.concatenate([_columns(given), own], 1), np.array([r.right for r in told], np.float64)
    mean = np.concatenate([mean, np.zeros(len(labels))])
    trust = np.diag(1 / np.concatenate([spread, np.full(len(labels), _LABEL_SPREAD)]) ** 2)
    weights = mean.copy()
    for _ in range(_ROUNDS):
        p = logistic(x @ weights)
        slope = x.T @ (right - p) - trust @ (weights - mean)
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + trust, slope)
        weights = weights + step * min(1.0, 2 / max(1e-12, float(np.abs(step).max())))
        if np.abs(step).max(initial=0) < 1e-6:
            break
    p = logistic(x @ weights)
    precision = (x * (p * (1 - p))[:, None]).T @ x + trust
    return weights, np.linalg.inv(np.linalg.cholesky(precision)).T


def logistic(x: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -40, 40))))

"""Precision over recall of one label's segments as the score that counts as found falls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.evaluation.footage import Floats
from core.evaluation.matched import LabelScore, Matched


@dataclass(frozen=True)
class Curve:
    """Point i is what remains when only predictions of at least `score[i]` count; scores fall, each is there once.
    All float64 of one length, empty where nothing was found. The points are scikit-learn's precision_recall_curve
    with recall over all segments of the truth, also those that nothing claimed. `ap`: as mean average precision."""

    label: str
    score: Floats
    precision: Floats
    recall: Floats
    ap: float

    @property
    def best(self) -> tuple[float, float, float, float] | None:
        """(F1, score, precision, recall) where F1 is greatest; of equals the highest score."""
        if not len(self.score):
            return None
        total = self.precision + self.recall
        f1 = np.divide(2 * self.precision * self.recall, total, out=np.zeros_like(total), where=total > 0)
        i = int(f1.argmax())
        return float(f1[i]), float(self.score[i]), float(self.precision[i]), float(self.recall[i])

    def thinned(self, most: int = 200) -> Curve:
        """At most so many points, spread over them; the ends stay."""
        if len(self.score) <= most:
            return self
        at = np.unique(np.linspace(0, len(self.score) - 1, most).round().astype(np.int64))
        return Curve(self.label, self.score[at], self.precision[at], self.recall[at], self.ap)


def curves(matched: Matched, scores: Sequence[LabelScore]) -> tuple[Curve, ...]:
    """One for each label that the truth has."""
    names = np.array(matched.found.label, dtype=object)
    made = []
    for one in scores:
        positives = one.right + one.missed
        if not positives:
            continue
        mine = np.flatnonzero(names == one.label)
        mine = mine[np.argsort(-matched.found.score[mine], kind="stable")]
        score = matched.found.score[mine]
        right = np.cumsum(matched.claim[mine] >= 0)
        last = np.flatnonzero(np.append(score[1:] != score[:-1], True)) if len(score) else np.zeros(0, np.int64)
        made.append(Curve(one.label, score[last], right[last] / (last + 1), right[last] / positives, one.ap))
    return tuple(made)

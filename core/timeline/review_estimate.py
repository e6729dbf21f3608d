"""How good a project's timeline is, as F1 at tIoU .5, without knowing the truth: from what people said of predictions.

A prediction's chance of being right is in review_chances. Of those that are not right, some mean something that is
there all the same; what no run saw is taken from stretches that people reviewed from end to end after the runs were
made: so many of their segments no run had found. All three are known so well as there are answers; drawing from what
they may be gives the range of the F1, and of the items that are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from core.timeline.review_chances import KINDS, fitted, kind_of, kinds
from core.timeline.review_items import Judged, Queue
from core.timeline.review_survey import Survey

_COUNTS = ("confirmed", "outside", "found", "unseen", "asked", "passed")
SURE = 0.9  # how often the truth shall lie within a range
# Beta priors: of the share that no run sees; of the share of wrong ones that mean something that is there and that
# nothing else stands for, by kind. Of those that stand it is the more the more labels were not taught yet: what has
# another label is found as one that the network knows. (They and those of review_chances: on projects 0 to 11 of
# models/papers/annotator.py, which its figures are not from.)
_UNSEEN = (0.3, 11.7)
_MOVED = ((0.25, 4.75), (0.1, 5.0), (0.1, 10.0))
_UNHEARD = (0.5, 5.0)  # Beta prior of the share of segments whose labels were not taught
_OLDER = 0.3  # what an answer about an older run weighs there
_PASSED = (1.5, 3.5)  # Beta prior of the share of items that are settled with others, in passing
_DRAWS, _FEW_DRAWS, _MANY = 100, 40, 20_000  # in pairs of opposite ones; the few where there are many items
_PLACES = 400  # of the curve at which ranges are computed


@dataclass(frozen=True)
class Evidence:
    """What people said so far, over all videos; the counts are those of `Survey`. shown: segments that a network may
    have learned from, single: those of them that are the only one of their label."""

    judged: tuple[Judged, ...] = ()
    confirmed: int = 0
    outside: int = 0
    found: int = 0
    unseen: int = 0
    asked: int = 0
    passed: int = 0
    shown: int = 0
    single: int = 0

    @property
    def unheard(self) -> float:
        """The share of what happens whose label no network was taught yet, by Good and Turing's rule: about as many as
        labels that were met once among all that was met."""
        return (self.single + _UNHEARD[0]) / (self.shown + sum(_UNHEARD)) if self.shown else 0.0


@dataclass(frozen=True)
class Estimate:
    """after: float64 [items + 1], the F1 once the first 0, 1, 2 … items of the queue are judged; low, high: its range
    there; precision and recall as they are now; chances: float64 [items], how likely each is right as it stands, in the
    order of the queue; truth: how many segments there are in all; answers: float64 [items + 1], how many answers it
    takes until the first 0, 1, 2 … are judged: others are settled with them."""

    after: np.ndarray
    precision: float
    recall: float
    chances: np.ndarray
    truth: float
    answers: np.ndarray = field(default_factory=lambda: np.zeros(1))
    low: np.ndarray = field(default_factory=lambda: np.zeros(1))
    high: np.ndarray = field(default_factory=lambda: np.ones(1))

    @property
    def now(self) -> float:
        return float(self.after[0])

    @property
    def range(self) -> tuple[float, float]:
        """In which the F1 is with the chance SURE."""
        return float(self.low[0]), float(self.high[0])

    def left_to(self, target: float) -> int | None:
        """How many answers, best first, are left to a target F1; None where the queue's end does not reach it."""
        return self._first(self.after, target)

    def left_range(self, target: float) -> tuple[int | None, int | None]:
        """The fewest and the most that may be left."""
        return self._first(self.high, target), self._first(self.low, target)

    def _first(self, curve: np.ndarray, target: float) -> int | None:
        there = np.flatnonzero(curve >= target - 1e-9)
        return int(np.ceil(self.answers[there[0]] - 1e-9)) if len(there) else None


def evidence(looked: Iterable[Survey]) -> Evidence:
    every = list(looked)
    judged = tuple(row for one in every for row in one.judged)
    sums = {name: sum(getattr(one, name) for one in every) for name in _COUNTS}
    shown = Counter[int]()
    for one in every:
        shown.update(one.shown)
    single = sum(count == 1 for count in shown.values())
    return Evidence(judged, **sums, shown=sum(shown.values()), single=single)


def estimate(items: Queue, known: Evidence) -> Estimate:
    """Of a project in which `items` are still to be judged, in the order of the queue. What people confirmed counts as
    right; predictions that nobody judged count as they stand."""
    return _Drawing(items, known).estimate()


class _Drawing:
    def __init__(self, items: Queue, known: Evidence) -> None:
        self.known, self.kind = known, kinds(items)
        self.places = [np.flatnonzero(self.kind == kind) for kind in range(len(KINDS))]
        self.parts = [fitted(items, asked, kind, known.judged, known.unheard) for kind, asked in enumerate(self.places)]
        self.stands = self.kind == 0
        self.moved = np.array([_moved(known, kind) for kind in range(len(KINDS))])  # Beta, [kinds, 2]
        self.unseen = np.array([known.unseen + _UNSEEN[0], known.found + _UNSEEN[1]])

    def estimate(self) -> Estimate:
        n = len(self.kind)
        grid = np.unique(np.linspace(0, n, min(n + 1, _PLACES)).round().astype(np.int64))
        chance = np.zeros(n)
        curves: list[np.ndarray] = []
        sums: list[tuple[float, float, float]] = []
        rng = np.random.default_rng(0)  # the same answers give the same range
        draws = _DRAWS if n < _MANY else _FEW_DRAWS
        for _ in range(draws // 2):
            normals = [rng.standard_normal(part.weights) for part in self.parts]
            ranks, luck = rng.random(len(KINDS) + 1), rng.standard_normal()
            for way in (1, -1):
                at = ranks if way > 0 else 1 - ranks
                p = self._chances([way * one for one in normals])
                curve, more = self._curve(p, at, way * luck)
                chance += p / draws
                curves.append(curve[grid])
                sums.append(more)
        found = np.array(curves)
        low, high = np.quantile(found, ((1 - SURE) / 2, (1 + SURE) / 2), axis=0)
        every = np.arange(n + 1)
        after, low, high = (np.interp(every, grid, one) for one in (found.mean(0), low, high))
        right, said, truth = np.mean(sums, axis=0).tolist()
        passed = (self.known.passed + _PASSED[0]) / (self.known.passed + self.known.asked + sum(_PASSED))
        return Estimate(
            after, _ratio(right, said), _ratio(right, truth), chance, truth, (1 - passed) * every, low, high
        )

    def _chances(self, normals: Sequence[np.ndarray]) -> np.ndarray:
        p = np.zeros(len(self.kind))
        for place, part, normal in zip(self.places, self.parts, normals, strict=True):
            p[place] = part.drawn(normal)
        return p

    def _curve(self, p: np.ndarray, ranks: np.ndarray, luck: float) -> tuple[np.ndarray, tuple[float, float, float]]:
        """The F1 after each item, and how many are right, said and there now. ranks: 0…1, of the shares among what they
        may be; luck: how far what is right is from what was to be expected, in standard deviations."""
        from scipy.special import betaincinv

        moved, share = betaincinv(*self.moved.T, ranks[:-1]), float(betaincinv(*self.unseen, ranks[-1]))
        there = p + (1 - p) * moved[self.kind]  # something true behind the item
        unseen = share / (1 - share) * (there.sum() + self.known.outside)
        truth = self.known.confirmed + there.sum() + unseen
        now = np.where(self.stands, p, 0)
        right, said = self.known.confirmed + now.sum(), self.known.confirmed + self.stands.sum()
        # an answer keeps what is true, in its place, and takes away what is not
        rights = right + np.cumsum(np.concatenate([[0], there - now]))
        saids = said + np.cumsum(np.concatenate([[0], there - self.stands]))
        spread = np.sqrt(np.append(np.cumsum((now * (1 - now))[::-1])[::-1], 0))
        f1 = 2 * (rights + luck * spread) / np.maximum(saids + truth, 1e-9)
        return np.clip(f1, 0, 1), (right, said, truth)


def _moved(known: Evidence, kind: int) -> tuple[float, float]:
    """Of predictions that are not right, the share whose meaning is there: they are mended, not taken away."""
    wrong = [row for row in known.judged if not row.right and kind_of(row) == kind]
    weights = [1.0 if row.age == 0 else _OLDER for row in wrong]
    there = sum(row.there * weight for row, weight in zip(wrong, weights, strict=True))
    yes, no = _MOVED[kind]
    more = min(known.unheard * (yes + no), no / 2) if kind == 0 else 0.0
    return there + yes + more, sum(weights) - there + no - more


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole > 0 else 0.0

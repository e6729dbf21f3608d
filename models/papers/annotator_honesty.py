"""Whether the review panel's estimate is honest on real footage: what it says while the simulated annotator works,
beside the truth.

After each training and every EVERY answers: the F1@50 that it estimates and its range, against the project's actual
F1@50; and the items that it says are left to the target, against those that were in fact reviewed until then (learning
meanwhile), and those that would have been had nothing more been learned, which is what the panel speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import NamedTuple

import numpy as np

from models.papers.annotator_desk import Desk
from models.papers.report import Row, interval, over_seeds

EVERY = 3  # answers
BANDS = {"fewer than 12 answers": (0, 12), "12 to 23": (12, 24), "24 and more": (24, 10**9)}


class Reading(NamedTuple):
    """answers: items reviewed so far; now, low, high: the estimate; left, fewest, most: items to the target, None where
    it is out of reach; actual: the F1@50; alone: items to the target from here where nothing more is learned (None: it
    is not reached, -1: not looked at)."""

    answers: int
    now: float
    low: float
    high: float
    left: int | None
    fewest: int | None
    most: int | None
    actual: float
    alone: int | None = -1


class Watch:
    """readings: as the work goes on; reached: how many items had been reviewed when the target was, -1 before."""

    def __init__(self, desk: Desk, target: float) -> None:
        self.desk, self.target = desk, target
        self.readings: list[Reading] = []
        self.answers, self.reached = 0, -1

    def __call__(self, deed: str) -> None:
        """deed: "watch", "learn" or "review"."""
        self.answers += deed == "review"
        actual = self.desk.f1()
        if actual >= self.target and self.reached < 0:
            self.reached = self.answers
        if deed == "learn" or (deed == "review" and self.answers % EVERY == 0):
            known = self.desk.outlook()
            left = known.left_to(self.target), *known.left_range(self.target)
            later = alone(self.desk, self.target) if deed == "learn" and self.reached < 0 else -1
            self.readings.append(Reading(self.answers, known.now, *known.range, *left, actual, later))


def alone(desk: Desk, target: float) -> int | None:
    """How many items are reviewed until the target, best first, where nothing more is learned; None where it is not
    reached."""
    desk = deepcopy(desk)
    count = 0
    while desk.f1() < target:
        queue = desk.queue()
        if not queue:
            return None
        desk.review(*queue[0])
        count += 1
    return count


def rows(found: Sequence[tuple[int, Sequence[Reading]]]) -> list[Row]:
    """Of each project how many items it took, and the readings."""
    said = "estimate of F1@50"
    told = [_of_f1(readings) for _, readings in found]
    worst = max(one.pop("worst") for one in told)  # of all, not the mean of the projects'
    made = [_row(said, name, [one[name] for one in told]) for name in told[0]]
    made.append(Row(said, "worst", None, worst, "stand-in", build="small"))
    for band, (first, last) in BANDS.items():
        some = [[one for one in readings if first <= one.answers < last] for _, readings in found]
        parts = [_of_f1(one) for one in some if one]
        if parts:
            made += [
                _row(f"{said}, {band}", name, [one[name] for one in parts]) for name in ("error", "bias", "in range")
            ]
    for name, pairs in {
        "items left to the target": [_in_fact(*one) for one in found],
        "items left to it, had nothing more been learned": [_alone(readings) for _, readings in found],
    }.items():
        parts = [_of_left(one) for one in pairs if one]
        if parts:
            made += [_row(name, metric, [one[metric] for one in parts]) for metric in parts[0]]
    return made


def points(found: Iterable[Sequence[Reading]]) -> Mapping[str, np.ndarray]:
    """By band of answers: float64 [n, 4], what was estimated, its range, and the actual F1."""
    every = [one for readings in found for one in readings]
    return {
        band: np.array([(r.now, r.low, r.high, r.actual) for r in every if first <= r.answers < last]).reshape(-1, 4)
        for band, (first, last) in BANDS.items()
    }


def _of_f1(readings: Sequence[Reading]) -> dict[str, float]:
    now, low, high, actual = np.array([(r.now, r.low, r.high, r.actual) for r in readings]).T
    wrong = now - actual
    return {
        "error": float(np.abs(wrong).mean()),
        "bias": float(wrong.mean()),
        "worst": float(np.abs(wrong).max()),
        "in range": float(((low <= actual) & (actual <= high)).mean()),
        "width of range": float((high - low).mean()),
    }


Left = tuple[Reading, int | None]


def _in_fact(reached: int, readings: Sequence[Reading]) -> list[Left]:
    return [(one, reached - one.answers) for one in readings if one.answers < reached]


def _alone(readings: Sequence[Reading]) -> list[Left]:
    return [(one, one.alone) for one in readings if one.alone != -1]


def _of_left(pairs: Sequence[Left]) -> dict[str, float]:
    """Of those that are in reach, by both; the range is asked of all."""
    both = np.array([(one.left, true) for one, true in pairs if one.left is not None and true is not None], float)
    wrong = both.reshape(-1, 2) @ [1, -1]
    inside = [_or_never(one.fewest) <= _or_never(true) <= _or_never(one.most) for one, true in pairs]
    out = [one.left is None for one, _ in pairs]
    found = {"in range": float(np.mean(inside)), "said to be out of reach": float(np.mean(out))}
    return {"error": float(np.abs(wrong).mean()), "bias": float(wrong.mean()), **found} if len(wrong) else found


def _or_never(items: int | None) -> float:
    return np.inf if items is None else items


def _row(name: str, metric: str, values: list[float]) -> Row:
    mean, spread = over_seeds(values)
    return Row(name, metric, None, mean, "stand-in", spread, len(values), interval(values), "small")

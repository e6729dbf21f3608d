"""What is counted of matched segments: per label, edges, curves and calibration; by hand and against scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.calibration import calibration_curve
from sklearn.metrics import precision_recall_curve

from core.evaluation.calibration import calibration
from core.evaluation.curves import curves
from core.evaluation.edges import Spread, edges
from core.evaluation.footage import Place
from core.evaluation.matched import EXTRA, MISSED, RIGHT, LabelScore, Matched, by_label, places
from core.evaluation.segments import THUMOS, Instances, claims, evaluate
from core.time import Span

LABELS = ("a", "b", "c")
Row = tuple[str, str, float, float, float]


def matched(truth: list[Row], found: list[Row]) -> Matched:
    one, other = Instances.of(truth), Instances.of(found)
    return Matched.at(claims(one, other, (0.5,)), 0, one, other)


SMALL = matched(
    [("v", "a", 100, 200, 1), ("v", "a", 300, 400, 1), ("w", "b", 0, 50, 1)],
    [("v", "a", 110, 195, 0.9), ("v", "a", 500, 520, 0.6), ("v", "a", 298, 420, 0.3), ("w", "c", 0, 50, 0.8)],
)


def test_thumos_thresholds() -> None:
    assert list(THUMOS) == pytest.approx([0.3, 0.4, 0.5, 0.6, 0.7])
    truth, found = Instances.of([("v", "a", 0, 10, 1)]), Instances.of([("v", "a", 0, 5.5, 1)])
    assert evaluate(truth, found, THUMOS).mean == {"0.30": 1, "0.40": 1, "0.50": 1, "0.60": 0, "0.70": 0}


def test_labels_by_hand() -> None:
    a, b, c = by_label(SMALL, LABELS)
    assert a == LabelScore("a", right=2, extra=1, missed=0, ap=pytest.approx(0.5 + 0.5 * 2 / 3))
    assert (a.precision, a.recall, a.f1) == (pytest.approx(2 / 3), 1, pytest.approx(0.8))
    assert (b.right, b.extra, b.missed, b.f1, b.ap) == (0, 0, 1, 0, 0)
    assert (c.right, c.extra, c.missed, c.precision) == (0, 1, 0, 0), "the truth lacks it: what was found is extra"


def test_everything_can_be_looked_at() -> None:
    there = places(SMALL, LABELS)
    assert there.of(0 * 3 + RIGHT) == [Place("v", Span(100, 200)), Place("v", Span(298, 420))]
    assert there.of(0 * 3 + EXTRA) == [Place("v", Span(500, 520))]
    assert there.of(1 * 3 + MISSED) == [Place("w", Span(0, 50))]
    assert there.of(2 * 3 + EXTRA) == [Place("w", Span(0, 50))]
    assert len(there) == 5


def test_edges_by_hand() -> None:
    found = edges(SMALL)
    assert found.matched == 2
    assert found.start == Spread(mean=4.0, median=6.0, most=pytest.approx(9.2))  # +10 and −2
    assert found.stop == Spread(mean=7.5, median=12.5, most=pytest.approx(18.5))  # −5 and +20
    for histogram in (found.starts, found.stops):
        assert histogram.width == 1
        assert histogram.counts.sum() == 2
        assert (histogram.low == -histogram.low[::-1]).all()
    bar = int(np.flatnonzero(found.starts.low == -2)[0])
    assert found.starts.at(bar) == [Place("v", Span(298, 420))]
    assert found.stops.counts[found.stops.low == 20].tolist() == [1]


def test_bars_are_few_and_centred_and_lose_nothing() -> None:
    errors = np.random.default_rng(1).normal(0, 60, 400).round()
    truth = [("v", "a", 1000.0 * i, 1000.0 * i + 500, 1.0) for i in range(400)]
    found = [
        ("v", "a", start + error, stop + error, 1.0)
        for (_, _, start, stop, _), error in zip(truth, errors, strict=True)
    ]
    got = edges(matched(truth, [("v", "a", max(0, s), e, p) for _, _, s, e, p in found]), bars=21)
    bars = got.stops
    assert len(bars.counts) <= 21
    assert bars.width % 2 == 1
    middle = len(bars.low) // 2
    assert bars.low[middle] == -(bars.width // 2)
    assert bars.counts.sum() == got.matched
    inside = (errors >= bars.low[middle]) & (errors < bars.low[middle] + bars.width)
    assert bars.counts[middle] == inside.sum()


def test_nothing_matched_has_no_spread() -> None:
    found = edges(matched([("v", "a", 0, 10, 1)], []))
    assert (found.matched, found.start, found.stop, found.starts.counts.tolist()) == (0, None, None, [0])


def _random(n: int = 300) -> Matched:
    chance = np.random.default_rng(3)
    truth, found = [], []
    for i in range(n):
        start = 100.0 * i
        label = LABELS[chance.integers(3)]
        truth.append(("v", label, start, start + 50, 1.0))
        right = chance.random() < 0.6
        score = float(np.round(chance.random(), 2))
        found.append(("v", label, start if right else start + 45, start + 50 + 45 * (not right), score))
    return matched(truth, found)


def test_curves_are_scikit_learns() -> None:
    made = _random()
    for one in curves(made, by_label(made, LABELS)):
        mine = np.array([name == one.label for name in made.found.label])
        right = made.claim[mine] >= 0
        precision, recall, scores = precision_recall_curve(right, made.found.score[mine])
        everything = sum(name == one.label for name in made.truth.label)
        at = {
            float(s): (p, r * right.sum() / everything)
            for s, p, r in zip(scores, precision[:-1], recall[:-1], strict=True)
        }
        assert len(at) == len(one.score)
        for score, p, r in zip(one.score.tolist(), one.precision, one.recall, strict=True):
            assert (p, r) == pytest.approx(at[score])


def test_the_best_point_of_a_curve() -> None:
    first, second = curves(SMALL, by_label(SMALL, LABELS))
    assert first.recall.tolist() == [0.5, 0.5, 1]
    assert first.best == (pytest.approx(0.8), 0.3, pytest.approx(2 / 3), 1)
    assert (second.label, second.best, len(second.score)) == ("b", None, 0)
    long = curves(_random(900), by_label(_random(900), LABELS))[0]
    thin = long.thinned(50)
    assert len(thin.score) == 50
    assert (thin.score[0], thin.score[-1]) == (long.score[0], long.score[-1])


def test_calibration_by_hand() -> None:
    made = calibration(SMALL)
    assert made is not None
    assert made.counts.tolist() == [0, 0, 1, 0, 0, 1, 0, 1, 1, 0]
    # .9 right, .6 wrong, .3 right, .8 wrong
    assert made.error == pytest.approx((0.1 + 0.6 + 0.7 + 0.8) / 4)
    assert made.at(5) == [Place("v", Span(500, 520))]


def test_calibration_is_scikit_learns() -> None:
    made = _random()
    got = calibration(made)
    assert got is not None
    right, score = calibration_curve(made.claim >= 0, made.found.score, n_bins=10)
    some = got.counts > 0
    assert got.right[some] == pytest.approx(right)
    assert got.score[some] == pytest.approx(score)


def test_a_persons_segments_have_no_calibration() -> None:
    assert calibration(matched([("v", "a", 0, 10, 1)], [("v", "a", 0, 10, 1)])) is None
    assert calibration(matched([("v", "a", 0, 10, 1)], [])) is None

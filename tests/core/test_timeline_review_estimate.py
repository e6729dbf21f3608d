"""Whether the estimated F1 is honest: against the actual F1 of made-up projects of known truth, as review goes on.

The priors were chosen on seeds 0 to 39; of these no more was seen than whether the tests below held.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from core.rows import Segment, State
from core.time import Span
from core.timeline.review_estimate import SURE, Evidence
from core.timeline.review_queue import Candidate, Judged, estimate, evidence, ranked
from tests.helpers.reviewing import RATE, made_up

SEEDS, STEP, MOST = range(100, 108), 30, 120


@cache
def course(seed: int) -> tuple[tuple[int, float, float, float, bool], ...]:
    """(items judged, F1 estimated now, F1 foreseen after the first 30 items, actual F1, whether it is in its range)."""
    project = made_up(seed, videos=5, skill=3.0 + seed % 2)
    project.review(0, Span(0, 60 * RATE))
    rows, judged, first = [], 0, None
    while True:
        looked = project.look()
        queue = project.queue(looked)
        known = estimate(queue, evidence(looked))
        first = known if judged == STEP else first
        foreseen = first.after[judged - STEP] if first is not None else np.nan
        low, high = known.range
        rows.append((judged, known.now, float(foreseen), project.f1(), low <= project.f1() <= high))
        if judged >= MOST or len(queue) <= STEP:
            return tuple(rows)
        for item in list(queue[:STEP]):
            project.judge(item)
            judged += 1


def test_the_estimate_is_within_four_points_once_thirty_items_are_judged() -> None:
    wrong = [now - actual for seed in SEEDS for judged, now, _, actual, _ in course(seed) if judged >= STEP]
    assert len(wrong) >= 30
    assert np.abs(wrong).mean() <= 0.04
    assert abs(np.mean(wrong)) <= 0.02


def test_what_it_foresees_of_the_next_ninety_items_comes_true() -> None:
    wrong = [foreseen - actual for seed in SEEDS for judged, _, foreseen, actual, _ in course(seed) if judged > STEP]
    assert np.abs(wrong).mean() <= 0.05


def test_the_actual_f1_lies_in_its_range_nine_times_in_ten() -> None:
    inside = [one for seed in SEEDS for *_, one in course(seed)]
    assert np.mean(inside) >= SURE


def test_judging_in_this_order_raises_the_f1() -> None:
    for seed in SEEDS:
        actual = [row[3] for row in course(seed)]
        assert actual[-1] > actual[0] + 0.05


def candidate(number: int, score: float) -> Candidate:
    row = Segment(number, 7, 1, Span(100 * number, 100 * number + 50), score, State.PREDICTED)
    return Candidate(row, 9, (1 - score, 1 - score))


def test_a_target_is_so_many_items_away_or_out_of_reach() -> None:
    queue = ranked([candidate(i, 0.3 + 0.006 * i) for i in range(100)])
    known = estimate(queue, Evidence(found=40))
    left = known.left_to(0.9)
    assert known.now < 0.9
    assert left is not None
    item = int(np.argmax(known.after >= 0.9))
    assert left == np.ceil(known.answers[item])
    assert known.answers[item] <= item, "some are settled with others"
    assert known.left_to(0.0) == 0
    assert known.left_to(1.0) is None  # what no run saw is in no queue


def test_the_range_shrinks_with_answers_and_holds_the_estimate() -> None:
    queue = ranked([candidate(i, 0.3 + 0.006 * i) for i in range(100)])
    told = [Judged(1, 0.3 + 0.006 * (i % 100), 0.4, 0.0, i % 100 > 60, i % 100 > 60) for i in range(400)]
    few, many = (estimate(queue, Evidence(tuple(told[::step]), found=40)) for step in (40, 1))
    widths = [known.range[1] - known.range[0] for known in (estimate(queue, Evidence()), few, many)]
    assert widths == sorted(widths, reverse=True)
    assert widths[2] < 0.5 * widths[0]
    for known in (few, many):
        assert known.range[0] < known.now < known.range[1]
        fewest, most = known.left_range(0.8)
        assert fewest is not None
        assert fewest <= (known.left_to(0.8) or 0) <= (most or 100)


def test_what_is_settled_with_others_needs_no_answer_of_its_own() -> None:
    queue = ranked([candidate(i, 0.55) for i in range(100)])
    each, together = (estimate(queue, Evidence(asked=30, passed=passed)) for passed in (0, 60))
    assert each.answers[-1] > 90
    assert together.answers[-1] < 45
    assert each.after.tolist() == together.after.tolist()


def test_what_means_the_same_is_there_once() -> None:
    queue = ranked([candidate(i, 0.55) for i in range(100)])
    told = (tuple(Judged(1, 0.55, 0.4, 0.0, False, part) for _ in range(20)) for part in (1.0, 0.25))
    each, together = (estimate(queue, Evidence(rows)) for rows in told)
    assert together.truth < 0.5 * each.truth


def test_people_who_accept_raise_it_and_people_who_reject_lower_it() -> None:
    queue = ranked([candidate(i, 0.6) for i in range(50)])
    yes, no = (tuple(Judged(1, 0.6, 0.4, 0.0, right, right) for _ in range(20)) for right in (True, False))
    accepted, unknown, rejected = (estimate(queue, Evidence(said)) for said in (yes, (), no))
    assert accepted.now > unknown.now + 0.1
    assert rejected.now < unknown.now - 0.1
    assert accepted.precision > 0.85
    assert rejected.precision < 0.2


def test_what_no_run_saw_lowers_the_recall() -> None:
    queue = ranked([candidate(i, 0.9) for i in range(50)])
    blind, seeing = (estimate(queue, Evidence(confirmed=20, found=20 - unseen, unseen=unseen)) for unseen in (10, 0))
    assert blind.recall < 0.75 < 0.9 < seeing.recall
    assert blind.precision == pytest.approx(seeing.precision)


def test_an_empty_project_has_nothing_to_estimate() -> None:
    known = estimate(ranked([]), Evidence())
    assert known.now == 0
    assert known.left_to(0.5) is None

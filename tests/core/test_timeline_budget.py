"""The time budget: counts, lengths and shares of what was labelled."""

from __future__ import annotations

from fractions import Fraction

import pytest

from core.rows import Segment, State
from core.time import ConstantRate, Span
from core.timeline.budget import budgets

CLOCK = ConstantRate(Fraction(10), 1000)


def row(number: int, start: int, stop: int, label: int = 1, **values: object) -> Segment:
    return Segment(number, 1, label, Span(start, stop), **values)  # type: ignore[arg-type]


def test_seconds_gaps_and_shares() -> None:
    first, second = budgets([row(1, 0, 100), row(2, 150, 200), row(3, 300, 350), row(4, 10, 20, label=2)], CLOCK)
    assert (first.label_id, first.count) == (1, 3)
    assert (first.total, first.mean, first.shortest, first.longest) == pytest.approx((20, 20 / 3, 5, 10))
    assert first.gap == pytest.approx((5 + 10) / 2)
    assert first.share == pytest.approx(0.2)
    assert (second.label_id, second.count, second.gap) == (2, 1, None)


def test_what_overlaps_counts_once_and_what_was_rejected_not_at_all() -> None:
    (one,) = budgets([row(1, 0, 100), row(2, 50, 150), row(3, 500, 600, state=State.REJECTED)], CLOCK)
    assert (one.count, one.total, one.mean) == (2, pytest.approx(15), pytest.approx(10))
    assert one.gap is None


def test_subjects_have_budgets_of_their_own() -> None:
    found = budgets([row(1, 0, 10, subject="Ann"), row(2, 20, 40), row(3, 50, 60, subject="Ann")], CLOCK)
    assert [(one.subject, one.count) for one in found] == [("", 1), ("Ann", 2)]


def test_nothing_labelled_is_no_row() -> None:
    assert budgets([], CLOCK) == []

from __future__ import annotations

import pytest

from core.evaluation.frames import Counts, compare
from core.time import Span


def test_counts_frames_per_label() -> None:
    counts = compare(100, {"jump": [Span(10, 20)]}, {"jump": [Span(15, 30)], "run": [Span(0, 5)]})
    assert counts["jump"] == Counts(both=5, extra=10, missed=5)
    assert counts["run"] == Counts(both=0, extra=5, missed=0)
    assert counts["jump"].precision == pytest.approx(1 / 3)
    assert counts["jump"].recall == pytest.approx(1 / 2)
    assert counts["jump"].f1 == pytest.approx(0.4)


def test_overlapping_segments_count_a_frame_once() -> None:
    assert compare(50, {"a": [Span(0, 10), Span(5, 15)]}, {"a": [Span(0, 15)]})["a"] == Counts(15, 0, 0)


def test_outside_the_reviewed_spans_nothing_counts() -> None:
    counts = compare(100, {"a": [Span(0, 10)]}, {"a": [Span(5, 50)]}, reviewed=[Span(0, 20)])
    assert counts["a"] == Counts(both=5, extra=10, missed=5)


def test_nothing_on_either_side_is_no_division_by_zero() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0.0, 0.0, 0.0)

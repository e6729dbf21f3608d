"""Edit score and F1@k: by hand, and against the published definition counted label by label and frame by frame."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.evaluation.footage import Footage, Said
from core.evaluation.frames import Counts
from core.evaluation.sequence import Stretches, distance, edit_score, f1_counts
from core.task import drive
from core.time import Span

NOTHING = 9


def said(*rows: tuple[int, int, int]) -> Said:
    return Said.of((label, Span(start, stop), None) for label, start, stop in rows)


def video(truth: Said, found: Said, frames: int = 100) -> Footage:
    return Footage("v", frames, truth, found, np.zeros((0, 2), np.int64))


def of_frames(values: list[int]) -> Said:
    """Frame-wise labels, as one segment each frame: stretches must come out of them by themselves."""
    return said(*((value, i, i + 1) for i, value in enumerate(values) if value != NOTHING))


def test_by_hand() -> None:
    truth, found = said((0, 0, 10), (1, 10, 20), (0, 20, 30)), said((0, 0, 12), (1, 12, 20), (2, 20, 30))
    one = video(truth, found)
    assert drive(edit_score([one])) == pytest.approx(100 * (1 - 1 / 3))
    assert f1_counts([one], 50) == Counts(2, 1, 1)
    assert f1_counts([one], 90) == Counts(0, 3, 3), "10/12 and 8/10 are under .9"
    assert f1_counts([one, one], 50) == Counts(4, 2, 2)
    assert f1_counts([one], 50).f1 == pytest.approx(2 / 3)


def test_cutting_up_costs_both() -> None:
    one = video(said((0, 0, 30)), said((0, 0, 14), (0, 15, 30)))
    assert drive(edit_score([one])) == 50
    assert f1_counts([one], 10) == Counts(1, 1, 0), "a stretch is taken once"
    assert f1_counts([one], 50) == Counts(1, 1, 0)


def test_nothing_said_agrees_with_nothing_to_say() -> None:
    assert drive(edit_score([video(said(), said())])) == 100
    assert drive(edit_score([video(said((0, 0, 5)), said())])) == 0
    assert drive(edit_score([])) == 0
    assert f1_counts([], 50) == Counts()


def test_overlapping_labels_are_told_in_the_order_they_begin() -> None:
    one, other = said((1, 0, 100), (0, 20, 30), (1, 90, 120), (0, 0, 5), (0, 30, 31)), said((2, 7, 9))
    made = Stretches.of([one, said(), other])
    assert [labels.tolist() for labels in made.sequences(3)] == [[0, 1, 0], [], [2]]
    assert made.stop.tolist() == [5, 31, 120, 9]


def _stretches(values: list[int]) -> list[tuple[int, int, int]]:
    """As MS-TCN's get_labels_start_end_time."""
    found: list[tuple[int, int, int]] = []
    for i, value in enumerate(values):
        if i and value == values[i - 1] and found:
            if value != NOTHING:
                found[-1] = (value, found[-1][1], i + 1)
        elif value != NOTHING:
            found.append((value, i, i + 1))
    return found


def _published_f1(found: list[int], truth: list[int], overlap: float) -> tuple[int, int, int]:
    predicted, wanted = _stretches(found), _stretches(truth)
    taken, right = set[int](), 0
    for label, start, stop in predicted:
        shares = [
            (min(stop, e) - max(start, s)) / (max(stop, e) - min(start, s)) * (label == name) for name, s, e in wanted
        ]
        best = int(np.argmax(shares)) if shares else -1
        if best >= 0 and shares[best] >= overlap and best not in taken:
            taken.add(best)
            right += 1
    return right, len(predicted) - right, len(wanted) - right


def _published_distance(one: list[int], other: list[int]) -> int:
    table = np.zeros((len(one) + 1, len(other) + 1), int)
    table[:, 0], table[0] = range(len(one) + 1), range(len(other) + 1)
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            same = one[i - 1] == other[j - 1]
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (not same))
    return int(table[-1, -1])


_labels = st.lists(st.sampled_from([0, 1, 2, NOTHING]), min_size=1, max_size=40)


@settings(max_examples=80, deadline=None)
@given(_labels, _labels, st.sampled_from([10, 25, 50]))
def test_equals_the_published_definition(found: list[int], truth: list[int], percent: int) -> None:
    one = video(of_frames(truth), of_frames(found), 40)
    assert f1_counts([one], percent) == Counts(*_published_f1(found, truth, percent / 100))
    names = [[row[0] for row in _stretches(values)] for values in (found, truth)]
    steps, longer = _published_distance(*names), max(map(len, names))
    assert distance(*names) == steps
    assert drive(edit_score([one])) == pytest.approx(100 * (1 - steps / longer) if longer else 100)

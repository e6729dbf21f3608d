"""Which label is taken for which: by hand, against scikit-learn, and against counting frame by frame."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import confusion_matrix

from core.evaluation import frames
from core.evaluation.confusion import Confusion, confusion
from core.evaluation.footage import Footage, Place, Said
from core.task import drive
from core.time import Span

A, B, C, NOTHING = range(4)
LABELS = ("a", "b", "c")
Rows = list[tuple[int, Span]]


def footage(
    truth: Rows, found: Rows, frames: int = 100, reviewed: list[Span] | None = None, name: str = "v"
) -> Footage:
    sides = (Said.of((label, span, None) for label, span in rows) for rows in (truth, found))
    looked = np.array([(span.start, span.stop) for span in reviewed or []], np.int64).reshape(-1, 2)
    return Footage(name, frames, *sides, looked)


def made(*one: Footage) -> Confusion:
    return drive(confusion(one, LABELS))


def test_by_hand() -> None:
    grid = made(footage([(A, Span(10, 30))], [(A, Span(20, 30)), (B, Span(10, 15)), (C, Span(50, 52))]))
    assert grid.counts.tolist() == [
        [10, 5, 0, 5],  # a: 10 right, 5 taken for b, 5 for nothing
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 2, 78],  # c was seen in nothing
    ]
    assert grid.at(A, B) == [Place("v", Span(10, 15))]
    assert grid.at(A, NOTHING) == [Place("v", Span(15, 20))]
    assert grid.at(NOTHING, NOTHING) == [Place("v", Span(0, 10)), Place("v", Span(30, 50)), Place("v", Span(52, 100))]
    assert grid.at(B, A) == []


def test_labels_that_overlap_count_each_missed_against_each_extra_one() -> None:
    grid = made(footage([(A, Span(0, 10)), (B, Span(0, 10))], [(B, Span(0, 10)), (C, Span(0, 10))], frames=10))
    assert grid.counts[B, B] == 10, "what both have is right"
    assert grid.counts[A, C] == 10, "what is left of the one was taken for what is left of the other"
    assert grid.counts.sum() == 20


def test_only_reviewed_frames_count_and_videos_add_up() -> None:
    one = footage([(A, Span(0, 40))], [(A, Span(20, 60))], reviewed=[Span(10, 30), Span(50, 55)])
    other = footage([(A, Span(90, 200))], [], name="w")
    grid = made(one, other)
    assert grid.counts[A, A] == 10
    assert grid.counts[A, NOTHING] == 10 + 10
    assert grid.counts[NOTHING, A] == 5
    assert grid.at(A, NOTHING) == [Place("v", Span(10, 20)), Place("w", Span(90, 100))], "cut where the video ends"
    assert made().counts.sum() == 0


_sides = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 18), st.integers(1, 8)), max_size=6)


def _rows(drawn: list[tuple[int, int, int]]) -> Rows:
    return [(label, Span(start, start + length)) for label, start, length in drawn]


@settings(max_examples=60, deadline=None)
@given(_sides, _sides, st.sampled_from([[], [Span(3, 12)], [Span(0, 5), Span(9, 20)]]))
def test_equals_counting_every_frame(truth: list, found: list, reviewed: list[Span]) -> None:
    length = 20
    one, other = _rows(truth), _rows(found)
    counts = np.zeros((4, 4), int)
    for frame in range(length):
        if reviewed and not any(frame in span for span in reviewed):
            continue
        want, have = ({label for label, span in rows if frame in span} for rows in (one, other))
        for label in want & have:
            counts[label, label] += 1
        if not want and not have:
            counts[NOTHING, NOTHING] += 1
        elif want != have:
            for pair in itertools.product(want - have or {NOTHING}, have - want or {NOTHING}):
                counts[pair] += 1
    grid = made(footage(one, other, length, reviewed))
    assert grid.counts.tolist() == counts.tolist()
    for row, column in itertools.product(range(4), repeat=2):
        assert sum(len(place.span) for place in grid.at(row, column)) == counts[row, column]
    by_name = [
        {name: [span for label, span in rows if label == i] for i, name in enumerate(LABELS)} for rows in (one, other)
    ]
    expected = {name: n for name, n in frames.compare(length, *by_name, reviewed).items() if n != frames.Counts()}
    assert grid.frames == expected


def test_without_overlaps_it_is_scikit_learns() -> None:
    chance = np.random.default_rng(0)
    sides = [np.repeat(chance.integers(0, 4, 40), 5) for _ in range(2)]
    rows = [[(int(values[i]), Span(i, i + 1)) for i in range(len(values)) if values[i] != NOTHING] for values in sides]
    grid = made(footage(*rows, frames=200))
    assert grid.counts.tolist() == confusion_matrix(*sides, labels=range(4)).tolist()

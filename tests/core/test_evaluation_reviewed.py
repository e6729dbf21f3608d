from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.footage import Said
from core.evaluation.reviewed import counted, shared
from core.time import Span


def said(*rows: tuple[int, int, int]) -> Said:
    return Said.of((label, Span(start, stop), None) for label, start, stop in rows)


def spans(*pairs: tuple[int, int]) -> np.ndarray:
    return np.array(pairs, np.int64).reshape(-1, 2)


def kept(truth: Said, found: Said, reviewed: np.ndarray) -> tuple[list[bool], list[bool]]:
    one, other = counted(truth, found, reviewed)
    return one.tolist(), other.tolist()


def test_what_lies_outside_does_not_count() -> None:
    one = said((0, 10, 20), (0, 200, 220))
    assert kept(one, one, spans((0, 100))) == ([True, False], [True, False])
    assert kept(one, one, spans()) == ([True, True], [True, True]), "nothing reviewed: everything counts"


def test_at_an_edge_a_prediction_shares_the_fate_of_what_it_is_about() -> None:
    # The truth's middle is inside, the prediction's outside: it is no miss.
    assert kept(said((0, 80, 110)), said((0, 90, 120)), spans((0, 100))) == ([True], [True])
    # The truth's middle is outside, the prediction's inside: it is no mistake.
    assert kept(said((0, 90, 130)), said((0, 85, 112)), spans((0, 100))) == ([False], [False])
    # Of another label it is one.
    assert kept(said((0, 90, 130)), said((1, 85, 112)), spans((0, 100))) == ([False], [True])
    # About nothing: its own middle decides.
    assert kept(said(), said((0, 90, 104), (0, 98, 120)), spans((0, 100))) == ([], [True, False])


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ([(0, 10)], [(5, 20)], [(5, 10)]),
        ([(0, 10), (20, 30)], [(5, 25)], [(5, 10), (20, 25)]),
        ([(0, 10)], [(10, 20)], []),
        ([], [(0, 5)], []),
        ([], [], []),
        ([(0, 10)], [(0, 4), (4, 10)], [(0, 10)]),
    ],
)
def test_what_two_people_looked_at(one: list, other: list, both: list) -> None:
    assert shared(spans(*one), spans(*other)).tolist() == [list(pair) for pair in both]

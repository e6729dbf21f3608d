"""Kappa against scikit-learn, frame by frame; the tolerance and the matching against plain definitions."""

import math
import time
import warnings
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from core.evaluation.agreement import Kappa, Side, counted, kappas
from core.evaluation.pairing import Pairs, paired

FRAMES = 40
span = st.tuples(st.integers(0, FRAMES - 1), st.integers(1, 12)).map(lambda p: (p[0], min(FRAMES, p[0] + p[1])))
spans = st.lists(span, max_size=5)
some_labels = st.dictionaries(st.sampled_from(("run", "sit", "wave")), spans, max_size=3)


def side(segments: dict[str, list], reviewed: list = ()) -> Side:
    table = {label: np.array(rows, np.int64).reshape(-1, 2) for label, rows in segments.items()}
    return Side(table, np.array(reviewed, np.int64).reshape(-1, 2))


sides = st.builds(side, some_labels, st.lists(span, max_size=2))


def has(one: Side, label: str) -> np.ndarray:
    mask = np.zeros(FRAMES, bool)
    for start, stop in one.segments.get(label, ()):
        mask[start:stop] = True
    return mask


def sets(one: Side) -> list[str]:
    return ["+".join(label for label in sorted(one.segments) if has(one, label)[f]) for f in range(FRAMES)]


def known(one: Side, other: Side) -> np.ndarray:
    masks = []
    for a in (one, other):
        mask = np.zeros(FRAMES, bool)
        for start, stop in a.reviewed:
            mask[start:stop] = True
        masks.append(mask if len(a.reviewed) else np.ones(FRAMES, bool))
    return masks[0] & masks[1]


def sklearns(one: np.ndarray, other: np.ndarray) -> float | None:
    if not len(one):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it divides by nothing where all is the same
        value = float(cohen_kappa_score(one, other))
    return None if math.isnan(value) else value


@given(sides, sides)
def test_kappa_is_what_scikit_learn_computes(one: Side, other: Side) -> None:
    whole, labels, _ = kappas(FRAMES, one, other)
    here = known(one, other)
    expected = sklearns(np.array(sets(one))[here], np.array(sets(other))[here])
    assert whole.value == (expected if expected is None else pytest.approx(expected))
    for label, kappa in labels.items():
        expected = sklearns(has(one, label)[here], has(other, label)[here])
        assert kappa.value == (expected if expected is None else pytest.approx(expected))


def forgiven(a: np.ndarray, b: np.ndarray, tolerance: int) -> np.ndarray:
    """Frames of displaced edges, run by run, by the words of the docstring."""
    pairs = [(False, False), *zip(a.tolist(), b.tolist(), strict=True), (False, False)]
    edges = [0, *(i for i in range(1, len(pairs)) if pairs[i] != pairs[i - 1]), len(pairs)]
    runs = list(pairwise(edges))
    mask = np.zeros(len(a), bool)
    for before, (start, stop), after in zip(runs, runs[1:], runs[2:], strict=False):
        mine, theirs = pairs[start]
        around = {pairs[before[0]], pairs[after[0]]}
        if mine != theirs and stop - start <= tolerance and around == {(False, False), (True, True)}:
            mask[start - 1 : stop - 1] = True
    return mask


@given(sides, sides, st.integers(0, 8))
def test_displaced_edges_within_the_tolerance_are_no_disagreement(one: Side, other: Side, tolerance: int) -> None:
    whole, labels, differences = kappas(FRAMES, one, other, tolerance)
    here = known(one, other)
    open_ = np.zeros(FRAMES, bool)
    for label, kappa in labels.items():
        a, b = has(one, label), has(other, label)
        bad = (a != b) & ~forgiven(a, b, tolerance)
        open_ |= bad
        assert kappa.frames - kappa.agreed == pytest.approx((bad & here).sum())
    assert whole.agreed == pytest.approx((~open_ & here).sum())
    assert sum(a for a, _ in whole.marginals.values()) == pytest.approx(here.sum())
    found = np.zeros(FRAMES, bool)
    mine, theirs = sets(one), sets(other)
    for i, (start, stop) in enumerate(differences.spans.tolist()):
        found[start:stop] = True
        says = tuple("+".join(names) for names in differences.says(i))
        inside = [f for f in range(start, stop) if here[f]]
        assert {(mine[f], theirs[f]) for f in inside} == {says}
    assert (found & here).tolist() == (open_ & here).tolist()


@given(sides, sides, st.integers(0, 8))
def test_no_side_comes_first(one: Side, other: Side, tolerance: int) -> None:
    there, back = kappas(FRAMES, one, other, tolerance), kappas(FRAMES, other, one, tolerance)
    assert there[0].value == (None if back[0].value is None else pytest.approx(back[0].value))
    counts = paired(FRAMES, one, other, tolerance), paired(FRAMES, other, one, tolerance)
    assert {k: (p.matched, p.only_one, p.only_other) for k, p in counts[0].items()} == {
        k: (p.matched, p.only_other, p.only_one) for k, p in counts[1].items()
    }


def test_a_segment_that_one_side_lacks_is_never_forgiven() -> None:
    one, other = side({"wave": [(10, 20), (30, 32)]}), side({"wave": [(12, 20)]})
    _, labels, differences = kappas(FRAMES, one, other, 5)
    assert differences.spans.tolist() == [[30, 32]]
    assert differences.says(0) == (("wave",), ())
    assert labels["wave"].agreed == 38
    # the forgiven edge counts as though both had put it at frame 11
    assert labels["wave"].marginals[1] == (11, 9)


def test_only_what_both_have_reviewed_counts_and_who_marked_nothing_saw_all() -> None:
    one, other = side({"wave": [(0, 10)]}, [(0, 20)]), side({"sit": [(15, 30)]}, [(10, 25)])
    assert counted(FRAMES, one, other).tolist() == [[10, 20]]
    assert kappas(FRAMES, one, other)[2].spans.tolist() == [[15, 20]]
    assert kappas(FRAMES, one, other, everywhere=True)[2].spans.tolist() == [[0, 10], [15, 30]]
    assert kappas(FRAMES, one, other, everywhere=True)[0] == kappas(FRAMES, one, other)[0]
    assert counted(FRAMES, one, side({})).tolist() == [[0, 20]]
    assert counted(FRAMES, side({}), side({})).tolist() == [[0, FRAMES]]
    apart = kappas(FRAMES, one, side({}, [(30, 35)]))
    assert (apart[0].frames, apart[0].value, len(apart[2])) == (0, None, 0)
    assert kappas(0, side({}), side({}))[0].value is None


def test_kappas_of_several_videos_add_up() -> None:
    one, other = side({"wave": [(0, 10)]}), side({"wave": [(5, 15)], "sit": [(20, 30)]})
    first, second = kappas(FRAMES, one, other)[0], kappas(FRAMES, other, side({}))[0]
    mine, theirs = [*sets(one), *sets(other)], [*sets(other), *sets(side({}))]
    assert (first + second).value == pytest.approx(cohen_kappa_score(mine, theirs))
    assert (Kappa() + first).value == first.value


def test_segments_are_matched_once_each_and_as_many_as_can_be() -> None:
    one = side({"wave": [(0, 10), (10, 20), (30, 32)], "sit": [(0, 5)]})
    other = side({"wave": [(5, 15), (4, 12), (32, 34)]})
    # (4, 12) overlaps both of the first two by half or more, (5, 15) only (10, 20) with a tolerance of 5
    assert paired(FRAMES, one, other)["wave"] == Pairs(1, 2, 2)
    found = paired(FRAMES, one, other, tolerance=5)
    assert found["wave"] == Pairs(3, 0, 0)
    assert found["sit"] == Pairs(0, 1, 0)
    assert sum(found.values(), Pairs()).share == pytest.approx(6 / 7)
    assert Pairs().share is None


@given(spans, spans, st.integers(0, 6))
def test_the_matching_is_the_largest_there_is(mine: list, theirs: list, tolerance: int) -> None:
    def alike(a: tuple[int, int], b: tuple[int, int]) -> bool:
        both = min(a[1], b[1]) - max(a[0], b[0])
        near = abs(a[0] - b[0]) <= tolerance and abs(a[1] - b[1]) <= tolerance
        return near or (both > 0 and both / (a[1] - a[0] + b[1] - b[0] - both) >= 0.5)

    def most(i: int, free: frozenset[int]) -> int:
        if i == len(mine):
            return 0
        taken = (1 + most(i + 1, free - {j}) for j in free if alike(mine[i], theirs[j]))
        return max([most(i + 1, free), *taken])

    found = paired(FRAMES, side({"a": mine}), side({"a": theirs}), tolerance).get("a", Pairs())
    assert found.matched == most(0, frozenset(range(len(theirs))))
    assert (found.matched + found.only_one, found.matched + found.only_other) == (len(mine), len(theirs))


def test_ten_hours_of_a_hundred_thousand_segments_are_quick() -> None:
    chance = np.random.default_rng(0)
    frames = 10 * 3600 * 30
    table = np.sort(chance.choice(frames, 200_000, replace=False)).reshape(-1, 2)
    moved = np.clip(table + chance.integers(-3, 4, table.shape), 0, frames)
    moved[:, 1] = np.maximum(moved[:, 1], moved[:, 0] + 1)
    label = chance.integers(0, 20, len(table))
    one, other = ({f"{i}": rows[label == i] for i in range(20)} for rows in (table, moved))
    begun = time.process_time()
    whole, _, _ = kappas(frames, Side(one), Side(other), 6)
    found = paired(frames, Side(one), Side(other), 6)
    assert time.process_time() - begun < 1.0  # 0.2 s
    assert whole.value is not None
    assert whole.value > 0.9
    assert sum(found.values(), Pairs()).share == 1.0

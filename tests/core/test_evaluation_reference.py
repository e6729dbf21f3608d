"""What people said as a reference to hold findings against, and that unknown is never background."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.evaluation.reference import Reference, references
from core.rows import Label, Reviewed, Segment, State, Track, TrackKind
from core.spans import intersection, joined, overlap, total, without
from core.time import Span
from core.timeline.query import SegmentTable
from core.timeline.supervision import supervision

LABELS = (Label(1, "run", "#111111"), Label(2, "sit", "#222222", group="p"), Label(3, "lie", "#333333", group="p"))
ANN, BOB, RUN = Track(1, 1, "Ann"), Track(2, 1, "Bob"), Track(3, 1, "i3d", TrackKind.RUN, 7)
FRAMES = 60

sets = st.lists(st.tuples(st.integers(0, FRAMES - 1), st.integers(1, 12)), max_size=6).map(
    lambda pairs: joined([np.array([(a, min(a + n, FRAMES)) for a, n in pairs], np.int64).reshape(-1, 2)])
)


def mask(spans: np.ndarray) -> np.ndarray:
    found = np.zeros(FRAMES, bool)
    for start, stop in spans:
        found[start:stop] = True
    return found


@given(sets, sets)
def test_sets_of_frames(one: np.ndarray, other: np.ndarray) -> None:
    assert (mask(intersection(one, other)) == (mask(one) & mask(other))).all()
    assert (mask(without(one, other)) == (mask(one) & ~mask(other))).all()
    assert total(one) == mask(one).sum()
    want = [mask(one)[start:stop].sum() for start, stop in other]
    assert overlap(one, other[:, 0], other[:, 1]).tolist() == want


def best_pairs(truth: np.ndarray, found: np.ndarray) -> int:
    """Segments of the reference that some finding is half the same as."""

    def iou(a: np.ndarray, b: np.ndarray) -> float:
        both = min(a[1], b[1]) - max(a[0], b[0])
        return both / (max(a[1], b[1]) - min(a[0], b[0])) if both > 0 else 0.0

    return sum(any(iou(t, f) >= 0.5 for f in found) for t in truth)


@given(sets, sets, sets)
def test_a_measure_is_what_counting_gives(truth: np.ndarray, found: np.ndarray, looked: np.ndarray) -> None:
    reference = Reference(truth, joined([truth, looked]))
    got = reference.measure(found)
    known = mask(reference.known)
    assert got.frames.both == (mask(truth) & mask(found)).sum()
    assert got.frames.extra == (mask(found) & known & ~mask(truth)).sum()
    assert got.frames.missed == (mask(truth) & ~mask(found)).sum()
    right = best_pairs(truth, found)
    assert right - 1 <= got.segments.both <= right  # one finding that is exactly half of two counts once
    assert got.segments.both + got.segments.missed == len(truth)
    assert got.segments.extra <= len(found) - got.segments.both
    everywhere = Reference(truth, np.array([[0, FRAMES]]))
    assert everywhere.measure(found).segments.extra == len(found) - everywhere.measure(found).segments.both


def row(i: int, track: Track, label: int, start: int, stop: int, state: State = State.HUMAN) -> Segment:
    return Segment(i, track.id, label, Span(start, stop), state=state)


def said(rows: list[Segment], reviewed: list[Reviewed]) -> dict[str, Reference]:
    cells: dict[tuple[int, int], list[Segment]] = {}
    for one in rows:
        cells.setdefault((one.track_id, one.label_id), []).append(one)
    tables = {cell: SegmentTable.of(mine) for cell, mine in cells.items()}
    return references(LABELS, (ANN, BOB, RUN), tables, reviewed)


def test_what_is_known_of_whom() -> None:
    rows = [
        row(1, ANN, 1, 10, 20),
        row(2, ANN, 2, 30, 40, State.ACCEPTED),
        row(3, RUN, 1, 0, 60, State.PREDICTED),
        row(4, RUN, 1, 50, 55, State.REJECTED),
    ]
    found = said(rows, [])
    assert found["run"].truth.tolist() == [[10, 20]]
    assert found["run"].known.tolist() == [[10, 20], [50, 55]], "a rejection is known, its surroundings are not"
    assert found["sit"].known.tolist() == [[30, 40]]
    assert (found["lie"].truth.tolist(), found["lie"].known.tolist()) == ([], [[30, 40]]), "sitting excludes lying"
    found = said(rows, [Reviewed(1, ANN.id, Span(0, 60))])
    assert found["run"].known.tolist() == [[0, 60]]
    found = said(rows, [Reviewed(1, RUN.id, Span(0, 60))])
    assert found["lie"].known.tolist() == [[30, 40]], "a run's own track says nothing"
    assert said([], []) == {}


def test_contradictions_leave_it_open() -> None:
    rows = [row(1, ANN, 1, 10, 20), row(2, ANN, 2, 30, 40), row(3, ANN, 3, 35, 45)]
    found = said(rows, [Reviewed(1, BOB.id, Span(0, 15))])
    assert found["run"].known.tolist() == [[0, 10], [15, 20]]
    assert found["sit"].known.tolist() == [[0, 15], [30, 35], [40, 45]]
    assert found["sit"].segments.tolist() == [[30, 35]]
    assert said([row(1, ANN, 1, 10, 20)], [Reviewed(1, BOB.id, Span(0, 30))])["run"].segments.tolist() == []


@given(
    st.lists(st.tuples(st.sampled_from([ANN, BOB]), st.integers(1, 3), st.integers(0, 50), st.integers(1, 9))),
    st.lists(st.tuples(st.sampled_from([ANN, BOB]), st.integers(0, 50), st.integers(1, 9)), max_size=4),
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 50), st.integers(1, 9)), max_size=2),
)
def test_it_knows_what_training_knows(
    drawn: list[tuple[Track, int, int, int]], looked: list[tuple[Track, int, int]], wrong: list[tuple[int, int, int]]
) -> None:
    rows = [row(i, track, label, a, a + n) for i, (track, label, a, n) in enumerate(drawn)]
    rows += [row(100 + i, RUN, label, a, a + n, State.REJECTED) for i, (label, a, n) in enumerate(wrong)]
    reviewed = [Reviewed(i, track.id, Span(a, a + n)) for i, (track, a, n) in enumerate(looked)]
    frames = np.arange(FRAMES)
    taught = supervision(LABELS, (ANN, BOB, RUN), rows, reviewed).targets(frames, frames + 1)
    found = said(rows, reviewed)
    for i, label in enumerate(LABELS):
        known = mask(found[label.name].known) if label.name in found else np.zeros(FRAMES, bool)
        there = mask(found[label.name].positive) if label.name in found else known
        assert (there == (taught.values[:, i] > 0) & taught.known[:, i]).all()
        assert (known == taught.known[:, i]).all()

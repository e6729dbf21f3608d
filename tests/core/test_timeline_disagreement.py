"""Where tracks differ, and what was reviewed: checked against counting frame by frame."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.rows import Reviewed, Segment, State, Track
from core.time import Span
from core.timeline.disagreement import disagreements, neighbour, union
from core.timeline.ops import mark_reviewed
from core.timeline.query import SegmentTable
from core.timeline.review import reviewed_share, unmark_reviewed, unreviewed

FRAMES = 60
TRACK = Track(1, 1, "You")
spans = st.tuples(st.integers(0, 49), st.integers(1, 10)).map(lambda p: Span(p[0], p[0] + p[1]))
drawn = st.lists(st.tuples(spans, st.integers(1, 3), st.sampled_from(State)), max_size=12)


def table(rows: list[tuple[Span, int, State]]) -> SegmentTable:
    return SegmentTable.of(Segment(i, 1, label, span, state=state) for i, (span, label, state) in enumerate(rows))


def labels_at(rows: list[tuple[Span, int, State]], frame: int) -> set[int]:
    return {label for span, label, state in rows if frame in span and state is not State.REJECTED}


def frames_of(found: np.ndarray) -> set[int]:
    return {frame for start, stop in found.tolist() for frame in range(start, stop)}


@given(drawn, drawn)
def test_disagreement_is_where_the_sets_of_labels_differ(mine: list, theirs: list) -> None:
    found = disagreements([table(mine)], [table(theirs[:3]), table(theirs[3:])])
    assert frames_of(found) == {f for f in range(FRAMES) if labels_at(mine, f) != labels_at(theirs, f)}
    assert (found[:, 0] < found[:, 1]).all()
    assert (found[1:, 0] > found[:-1, 1]).all()


@given(st.lists(spans, max_size=15))
def test_union_covers_the_same_frames_with_fewest_spans(some: list[Span]) -> None:
    found = union(np.array([(s.start, s.stop) for s in some], np.int64).reshape(-1, 2))
    assert frames_of(found) == {f for s in some for f in range(s.start, s.stop)}
    assert (found[1:, 0] > found[:-1, 1]).all()


def test_short_differences_can_be_passed_over() -> None:
    mine = [(Span(10, 20), 1, State.HUMAN), (Span(30, 40), 1, State.HUMAN)]
    theirs = [(Span(11, 20), 1, State.PREDICTED)]
    assert disagreements([table(mine)], [table(theirs)]).tolist() == [[10, 11], [30, 40]]
    assert disagreements([table(mine)], [table(theirs)], least=3).tolist() == [[30, 40]]
    assert disagreements([], []).tolist() == []


def test_neighbours_are_found_on_both_sides() -> None:
    found = np.array([[10, 12], [20, 30]])
    assert [neighbour(found, f, +1) for f in (0, 10, 15, 20)] == [Span(10, 12), Span(20, 30), Span(20, 30), None]
    assert [neighbour(found, f, -1) for f in (10, 11, 20, 40)] == [None, Span(10, 12), Span(10, 12), Span(20, 30)]


def test_a_hundred_thousand_segments_are_compared() -> None:
    chance = np.random.default_rng(0)
    starts = np.sort(chance.integers(0, 1_000_000, 50_000)).tolist()
    sides = [table([(Span(s, s + 15), s % 5, State.PREDICTED) for s in starts[i::2]]) for i in (0, 1)]
    assert len(disagreements(sides[:1], sides[1:])) > 1000
    assert len(disagreements(sides[:1], sides[:1])) == 0


@given(st.lists(spans, max_size=8), spans)
def test_marking_and_unmarking_count_every_frame(some: list[Span], cut: Span) -> None:
    rows: list[Reviewed] = []
    for span in some:
        edit = mark_reviewed(TRACK, span, rows)
        rows = [row for row in rows if row not in edit.removed] + [r for r in edit.added if isinstance(r, Reviewed)]
    before = {f for row in rows for f in range(row.span.start, row.span.stop)}
    assert reviewed_share(rows, FRAMES) == len(before) / FRAMES
    edit = unmark_reviewed(TRACK, cut, rows)
    left = [row for row in rows if row not in edit.removed] + [r for r in edit.added if isinstance(r, Reviewed)]
    after = {f for row in left for f in range(row.span.start, row.span.stop)}
    assert after == before - set(range(cut.start, cut.stop))
    assert frames_of(unreviewed(left, FRAMES)) == set(range(FRAMES)) - after
    assert bool(edit) == bool(before & set(range(cut.start, cut.stop)))


def test_shares_at_the_edges() -> None:
    whole = Reviewed(1, 1, Span(0, 100))
    assert (reviewed_share([], 50), reviewed_share([whole], 50), reviewed_share([whole], 0)) == (0.0, 1.0, 0.0)
    assert unreviewed([], 50).tolist() == [[0, 50]]
    other = Reviewed(2, 9, Span(0, 100))
    assert not unmark_reviewed(TRACK, Span(0, 50), [other])  # another person's word stays

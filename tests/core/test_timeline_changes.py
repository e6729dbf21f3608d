"""What a retrained network says anew, no more, or elsewhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.rows import Segment, State, new_id
from core.time import Span
from core.timeline.changes import changes, judged_already


def seg(start: int, stop: int, label: int = 1, state: State = State.PREDICTED) -> Segment:
    return Segment(new_id(), 1, label, Span(start, stop), 0.5, state)


def test_new_gone_moved_and_same() -> None:
    stays, moved, gone = seg(0, 10), seg(20, 30), seg(40, 50)
    old = [stays, moved, gone, seg(60, 70, state=State.REJECTED)]
    new = [seg(0, 11), seg(24, 34), seg(80, 90), seg(60, 70, label=2)]
    found = changes(old, new, tolerance=1)
    assert [(one.kind, one.span.start) for one in found.found] == [
        ("moved", 24), ("gone", 40), ("new", 60), ("new", 80),
    ]  # fmt: skip
    assert found.same == 1
    assert (found.count("new"), found.count("gone"), found.count("moved")) == (2, 1, 1)
    assert found.found[0].before is moved
    assert found.found[1].segment is gone


def test_what_overlaps_most_belongs_together() -> None:
    """One long segment that became two is one that moved and one that is new."""
    found = changes([seg(0, 100)], [seg(0, 30), seg(35, 100)]).found
    assert [(one.kind, one.span.start) for one in found] == [("new", 0), ("moved", 35)]


def test_nested_segments_are_found_however_long_they_are() -> None:
    long, short = seg(0, 1000), seg(10, 12)
    found = changes([long, short], [seg(900, 1000), seg(10, 12)])
    assert [(one.kind, one.before) for one in found.found] == [("moved", long)]
    assert found.same == 1


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.integers(1, 2)), max_size=12)


@given(spans, spans)
def test_every_segment_is_told_of_once(old: list[tuple[int, int, int]], new: list[tuple[int, int, int]]) -> None:
    one, other = ([seg(a, a + n, label) for a, n, label in rows] for rows in (old, new))
    found = changes(one, other)
    both = [change for change in found.found if change.kind == "moved"]
    assert len(one) == found.same + len(both) + found.count("gone")
    assert len(other) == found.same + len(both) + found.count("new")
    assert not changes(one, one).found
    back = changes(other, one)
    assert (back.count("new"), back.count("gone")) == (found.count("gone"), found.count("new"))


def test_what_people_have_said_is_not_asked_again() -> None:
    said, refused = [seg(0, 10)], [seg(50, 60)]
    found = [(1, Span(1, 10)), (1, Span(8, 20)), (1, Span(50, 58)), (2, Span(0, 10))]
    assert judged_already(found, said, refused) == [
        State.ACCEPTED, State.PREDICTED, State.REJECTED, State.PREDICTED,
    ]  # fmt: skip

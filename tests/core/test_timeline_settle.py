"""Taking over what another track says, and whose track is whose."""

from hypothesis import given
from hypothesis import strategies as st

from core.rows import Reviewed, Segment, State, Track, new_id
from core.time import Span
from core.timeline.settle import settled
from core.timeline.tracks import anothers, own_track

MINE, OTHER = Track(1, 1, "Ann"), Track(2, 1, "Ben", position=1)
FRAMES = 40
spans = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1]))
drawn = st.lists(st.tuples(spans, st.integers(1, 3), st.sampled_from(State)), max_size=6)


def rows(track: Track, what: list[tuple[Span, int, State]]) -> list[Segment]:
    return [Segment(new_id(), track.id, label, span, state=state) for span, label, state in what]


def says(segments: list[Segment], frame: int) -> set[int]:
    return {row.label_id for row in segments if frame in row.span and row.state is not State.REJECTED}


@given(drawn, drawn, st.integers(0, FRAMES - 1))
def test_one_track_says_what_the_other_says_there_and_nothing_else_changes(
    mine: list, theirs: list, frame: int
) -> None:
    right, before = rows(MINE, mine), rows(OTHER, theirs)
    same = (says(right, frame), says(before, frame))
    start = next(f + 1 for f in range(frame, -2, -1) if f < 0 or (says(right, f), says(before, f)) != same)
    stop = next(f for f in range(frame, FRAMES + 1) if f == FRAMES or (says(right, f), says(before, f)) != same)
    edit = settled(Span(start, stop), right, before, OTHER, "Ann")
    gone = {row.id for row in edit.removed}
    after = [*(row for row in before if row.id not in gone), *edit.added]
    assert {row.track_id for row in after} <= {OTHER.id}
    for f in range(FRAMES):
        assert says(after, f) == (says(right, f) if start <= f < stop else says(before, f))


def test_an_edge_is_moved_and_no_piece_comes_about() -> None:
    (whole,) = rows(MINE, [(Span(10, 30), 1, State.HUMAN)])
    (short,) = rows(OTHER, [(Span(14, 30), 1, State.ACCEPTED)])
    longer = settled(Span(10, 14), [whole], [short], OTHER, "Ann")
    assert [(row.id, row.span, row.state) for row in longer.added] == [(short.id, Span(10, 30), State.CORRECTED)]
    shorter = settled(Span(10, 14), [], [whole], MINE)
    assert [(row.id, row.span) for row in shorter.added] == [(whole.id, Span(14, 30))]
    left, right = rows(OTHER, [(Span(0, 10), 1, State.HUMAN), (Span(20, 30), 1, State.HUMAN)])
    bridged = settled(Span(10, 20), [whole], [left, right], OTHER)
    assert [row.span for row in bridged.added] == [Span(0, 30)]
    assert len(bridged.removed) == 2


def test_everybody_has_a_track_of_their_own() -> None:
    ann = [Segment(1, MINE.id, 1, Span(0, 1), author="Ann")]
    unsigned = [Segment(2, MINE.id, 1, Span(0, 1))]
    assert anothers(ann, "Ben")
    assert anothers([Reviewed(3, 1, Span(0, 1), "Ann")], "Ben")
    assert not anothers([*ann, *unsigned], "Ben")
    assert not anothers([], "Ben")
    assert own_track([MINE], "Ben", lambda _: True) is None
    assert own_track([MINE, OTHER], "Ben", lambda _: True) == OTHER
    assert own_track([OTHER, MINE], "Carl", lambda _: False) == MINE
    assert own_track([MINE], "", lambda _: True) == MINE

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.rows import Label, Reviewed, Segment, State, Track, TrackKind, Video, changed
from core.time import Span
from core.timeline import ops, rules

VIDEO = Video(1, "v.mp4", "f", 1000, Fraction(25), 64, 48, 40.0)
HUMAN, RUN = Track(10, 1, "Ann"), Track(11, 1, "i3d", TrackKind.RUN, 5)
TRACKS = {HUMAN.id: HUMAN, RUN.id: RUN}
JUMP, RUNNING = Label(20, "jump", "#ff0000"), Label(21, "run", "#00ff00")
MINE = Segment(30, HUMAN.id, JUMP.id, Span(100, 200))
FOUND = Segment(31, RUN.id, JUMP.id, Span(300, 400), 0.8, State.PREDICTED)


def test_changing_a_prediction_leaves_it_and_makes_a_corrected_copy() -> None:
    edit = ops.change_segment(FOUND, "Trim", track=RUN, human=HUMAN, author="Ann", span=Span(310, 400))
    assert edit.removed == (FOUND,)
    kept, copy = edit.added
    assert isinstance(kept, Segment)
    assert changed(kept, modified=0) == changed(FOUND, state=State.ACCEPTED, author="Ann")
    assert isinstance(copy, Segment)
    assert (copy.track_id, copy.span, copy.state, copy.origin_id) == (
        HUMAN.id,
        Span(310, 400),
        State.CORRECTED,
        FOUND.id,
    )
    assert copy.author == "Ann"


def test_changing_ones_own_segment_keeps_it_human_and_an_accepted_one_becomes_corrected() -> None:
    (mine,) = ops.change_segment(MINE, "Relabel", track=HUMAN, human=HUMAN, label_id=RUNNING.id).added
    assert isinstance(mine, Segment)
    assert (mine.id, mine.label_id, mine.state) == (MINE.id, RUNNING.id, State.HUMAN)
    accepted = changed(MINE, state=State.ACCEPTED)
    (after,) = ops.change_segment(accepted, "Trim", track=HUMAN, human=HUMAN, span=Span(1, 2)).added
    assert isinstance(after, Segment)
    assert after.state is State.CORRECTED


def test_a_change_to_what_is_already_so_is_no_edit() -> None:
    assert not ops.change_segment(MINE, "Trim", track=HUMAN, human=HUMAN, span=MINE.span, label_id=MINE.label_id)


@given(st.integers(-50, 1050), st.booleans())
def test_trimming_never_makes_an_empty_span(boundary: int, first: bool) -> None:
    span = ops.trimmed(MINE, start=boundary) if first else ops.trimmed(MINE, stop=boundary)
    assert len(span) >= 1
    assert (span.stop if first else span.start) == (MINE.span.stop if first else MINE.span.start)


@given(st.integers(-2000, 2000))
def test_moving_keeps_the_length_and_stays_inside(frames: int) -> None:
    span = ops.moved(MINE, frames, VIDEO.frames)
    assert len(span) == len(MINE.span)
    assert 0 <= span.start <= span.stop <= VIDEO.frames


@given(st.integers(101, 199))
def test_splitting_and_joining_gives_the_whole_back(at: int) -> None:
    halves = ops.split(MINE, at, track=HUMAN).added
    assert [row.span for row in halves if isinstance(row, Segment)] == [Span(100, at), Span(at, 200)]
    (whole,) = ops.join([h for h in halves if isinstance(h, Segment)], track=HUMAN).added
    assert isinstance(whole, Segment)
    assert (whole.span, whole.label_id) == (MINE.span, MINE.label_id)


@pytest.mark.parametrize("at", [100, 200, 50, 900])
def test_splitting_outside_is_refused_with_a_sentence(at: int) -> None:
    with pytest.raises(UserError, match="playhead must be inside"):
        ops.split(MINE, at, track=HUMAN)


def test_joining_needs_one_label_and_one_human_track() -> None:
    with pytest.raises(UserError, match="two or more"):
        ops.join([MINE], track=HUMAN)
    with pytest.raises(UserError, match="different labels"):
        ops.join([MINE, changed(MINE, id=99, label_id=RUNNING.id)], track=HUMAN)
    with pytest.raises(UserError, match="accept the prediction"):
        ops.join([FOUND, changed(FOUND, id=99)], track=RUN)


def test_deleting_a_prediction_only_rejects_it() -> None:
    edit = ops.delete([MINE, FOUND], TRACKS, "Ben")
    assert edit.removed == (MINE, FOUND)
    (refused,) = edit.added
    assert isinstance(refused, Segment)
    assert refused.modified
    assert changed(refused, modified=0) == changed(FOUND, state=State.REJECTED, author="Ben")


def test_accepting_copies_once() -> None:
    edit = ops.accept([FOUND, MINE], HUMAN, "Ann")
    kept, copy = edit.added
    assert isinstance(kept, Segment)
    assert isinstance(copy, Segment)
    assert (kept.state, copy.state, copy.span, copy.score) == (State.ACCEPTED, State.ACCEPTED, FOUND.span, FOUND.score)
    assert not ops.accept([kept, copy], HUMAN)


def test_reviewed_spans_melt_together() -> None:
    old = [Reviewed(1, HUMAN.id, Span(0, 100)), Reviewed(2, HUMAN.id, Span(300, 400)), Reviewed(3, RUN.id, Span(0, 9))]
    edit = ops.mark_reviewed(HUMAN, Span(100, 250), old)
    assert edit.removed == (old[0],)
    (row,) = edit.added
    assert isinstance(row, Reviewed)
    assert row.span == Span(0, 250)


def test_the_rules_name_what_is_wrong() -> None:
    group = {20: changed(JUMP, group="gait"), 21: changed(RUNNING, group="gait")}
    overlapping = changed(MINE, id=40, label_id=RUNNING.id, span=Span(150, 250))
    outside = changed(MINE, id=41, span=Span(900, 1001))
    found = list(rules.problems(VIDEO, TRACKS.values(), [MINE, overlapping, outside, FOUND], group))
    assert len(found) == 2
    assert any("exclusive group “gait”" in said for said in found)
    assert any("1000 frames" in said for said in found)
    assert not list(rules.problems(VIDEO, TRACKS.values(), [MINE, overlapping], {20: JUMP, 21: RUNNING}))

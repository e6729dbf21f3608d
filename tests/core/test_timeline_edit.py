from fractions import Fraction

from core.rows import (
    Label,
    LabelKind,
    Marker,
    Reviewed,
    Run,
    Segment,
    State,
    Track,
    TrackKind,
    Video,
    changed,
    new_id,
)
from core.time import Span
from core.timeline.edit import Edit, decode, encode, joined

VIDEO = Video(1, "a/b.mp4", "f00d", 100, Fraction(30000, 1001), 640, 480, 3.3, True, False, 1.5)
LABEL = Label(2, "clean and jerk", "#aa3300", "c", "lifts", LabelKind.POINT, 3, 9)
TRACK = Track(3, 1, "Ann", TrackKind.RUN, 5)
SEGMENT = Segment(4, 3, 2, Span(5, 9), 0.25, State.CORRECTED, 77, "Ann", 123, "“héllo”", "Bob", (("a", "b"), ("c", "")))
RUN = Run(5, 1, "i3d", None, "{}", "key", 7, top_labels=(("a", 0.5), ("b", 0.25)))
REVIEWED = Reviewed(6, 3, Span(0, 50), "Ann", 5)
MARKER = Marker(7, 1, 44, "look", "#ff0000", "Ann", 6)


def test_every_kind_of_row_comes_back_from_the_log_equal() -> None:
    edit = Edit("Everything", removed=(SEGMENT,), added=(VIDEO, LABEL, TRACK, SEGMENT, RUN, REVIEWED, MARKER))
    again = decode(encode(edit))
    assert again == edit
    assert isinstance(again.added[3], Segment)
    assert again.added[3].state is State.CORRECTED


def test_undoing_twice_is_doing() -> None:
    edit = Edit("x", (SEGMENT,), (changed(SEGMENT, score=0.5),))
    assert edit.inverse().inverse() == edit
    assert edit.inverse().added == (SEGMENT,)


def test_two_edits_of_one_row_melt_into_one() -> None:
    second, third = changed(SEGMENT, score=0.5), changed(SEGMENT, score=0.75)
    whole = Edit("a", (SEGMENT,), (second,)).then(Edit("b", (second,), (third,)))
    assert whole == Edit("a", (SEGMENT,), (third,))


def test_adding_and_removing_again_is_nothing() -> None:
    assert not Edit("a", (), (SEGMENT,)).then(Edit("b", (SEGMENT,), ()))


def test_many_edits_become_one() -> None:
    rows = [changed(SEGMENT, id=i) for i in (10, 11)]
    assert joined("Both", [Edit("", (), (row,)) for row in rows]) == Edit("Both", (), tuple(rows))


def test_ids_grow_and_never_repeat() -> None:
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(set(ids))
    assert max(ids) < 2**63

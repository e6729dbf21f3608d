"""Several segments and whole tracks at once, each one Edit."""

from __future__ import annotations

import json
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import UserError
from core.rows import Label, LabelKind, Reviewed, Segment, State, Track, TrackKind
from core.time import ConstantRate, Span
from core.timeline import batch, clipboard, tracks
from core.timeline.edit import Edit
from core.timeline.packing import packed_rows

HUMAN, RUN = Track(1, 1, "Ann"), Track(2, 1, "i3d", TrackKind.RUN, 3)
TRACKS = {1: HUMAN, 2: RUN}
JUMP, CLAP = Label(10, "jump", "#ff0000"), Label(11, "clap", "#00ff00", kind=LabelKind.POINT)
LABELS = {10: JUMP, 11: CLAP}
A = Segment(100, 1, 10, Span(10, 20), comment="high")
B = Segment(101, 1, 10, Span(30, 50))
C = Segment(102, 1, 11, Span(60, 61))
FOUND = Segment(103, 2, 10, Span(70, 80), 0.5, State.PREDICTED)

calm = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on any machine


def spans(edit: Edit) -> list[Span]:
    return sorted(row.span for row in edit.added if isinstance(row, Segment))


def test_duplicates_stand_behind_what_they_repeat() -> None:
    edit = batch.duplicate([A, B], HUMAN, 1000, "Bob")
    assert spans(edit) == [Span(50, 60), Span(70, 90)]
    assert {row.id for row in edit.added}.isdisjoint({100, 101})
    (one,) = batch.duplicate([FOUND], HUMAN, 1000).added
    assert isinstance(one, Segment)
    assert (one.track_id, one.state, one.score, one.span) == (1, State.HUMAN, None, Span(80, 90))
    with pytest.raises(UserError, match="no room behind"):
        batch.duplicate([A], HUMAN, 25)


def test_ripple_delete_closes_the_gap_on_that_track_only() -> None:
    edit = batch.ripple_delete([A], TRACKS, [A, B, C, FOUND])
    assert spans(edit) == [Span(20, 40), Span(50, 51)]
    assert set(edit.removed) == {A, B, C}
    assert edit.text == "Delete and close the gap"
    with pytest.raises(UserError, match="your own"):
        batch.ripple_delete([FOUND], TRACKS, [FOUND])


starts = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 30)), min_size=1, max_size=20)


@calm
@given(starts, st.data())
def test_ripple_delete_keeps_lengths_and_order(raw: list[tuple[int, int]], data: st.DataObject) -> None:
    rows = [Segment(i, 1, 10, Span(a, a + n)) for i, (a, n) in enumerate(raw)]
    gone = data.draw(st.lists(st.sampled_from(rows), min_size=1, unique=True))
    edit = batch.ripple_delete(gone, TRACKS, rows)
    moved = {row.id: row.span for row in edit.added if isinstance(row, Segment)}
    after = {row.id: moved.get(row.id, row.span) for row in rows if row not in gone}
    assert all(len(after[i]) == len(rows[i].span) for i in after)
    assert all(0 <= after[i].start <= rows[i].span.start for i in after)
    assert {row.id for row in edit.removed} == {row.id for row in gone} | set(moved)


def test_a_gap_is_filled_and_a_segment_extended_to_its_neighbour() -> None:
    filled = batch.fill_gap(25, HUMAN, JUMP, [A, B, C], 1000, "Ann")
    assert (spans(filled), filled.text) == ([Span(20, 30)], "Fill gap with jump")
    assert batch.gap_at(500, [A, B, C], 1000) == Span(61, 1000)
    with pytest.raises(UserError, match="no gap at the playhead"):
        batch.gap_at(15, [A, B], 1000)
    assert batch.extended(B, (0,), [A, B, C]) == Span(20, 50)
    assert batch.extended(B, (0, 1), [A, B, C]) == Span(20, 60)
    with pytest.raises(UserError, match="no gap to a neighbour"):
        batch.extended(A, (0,), [A, B, C])


CLOCK, RATE = ConstantRate(Fraction(25), 1000), Fraction(25)


def test_what_is_copied_is_pasted_at_the_playhead_with_its_label_and_comment() -> None:
    text = clipboard.encode([B, A, FOUND], LABELS, CLOCK, RATE)
    edit = clipboard.paste(text, 500, HUMAN, LABELS.values(), CLOCK, RATE, "Bob")
    rows = [row for row in edit.added if isinstance(row, Segment)]
    assert [row.span for row in rows] == [Span(500, 510), Span(520, 540), Span(560, 570)]
    assert [row.comment for row in rows] == ["high", "", ""]
    assert all((row.track_id, row.author, row.state, row.score) == (1, "Bob", State.HUMAN, None) for row in rows)
    assert edit.text == "Paste 3 segments"
    assert not edit.removed


def test_another_project_gets_the_labels_it_lacks_and_another_rate_the_same_seconds() -> None:
    text = clipboard.encode([A, B, C], LABELS, CLOCK, RATE)
    double = ConstantRate(Fraction(50), 1000)
    edit = clipboard.paste(text, 100, HUMAN, [Label(77, "jump", "#123456")], double, Fraction(50))
    new = [row for row in edit.added if isinstance(row, Label)]
    assert [(label.name, label.kind, label.color) for label in new] == [("clap", LabelKind.POINT, "#00ff00")]
    assert spans(edit) == [Span(100, 120), Span(140, 180), Span(200, 202)]
    assert {row.label_id for row in edit.added if isinstance(row, Segment)} == {77, new[0].id}


def test_the_end_of_the_video_cuts_off_and_behind_it_nothing_is_pasted() -> None:
    text = clipboard.encode([A, B], LABELS, CLOCK, RATE)
    assert spans(clipboard.paste(text, 995, HUMAN, LABELS.values(), CLOCK, RATE)) == [Span(995, 1000)]


@pytest.mark.parametrize("text", ["", "{}", "[]", "3", '{"rate": "25"}', '{"rate": "1/0", "segments": []}', "\x00"])
def test_nonsense_on_the_clipboard_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        clipboard.paste(text, 0, HUMAN, [], CLOCK, RATE)


def test_other_programs_get_lines_with_times() -> None:
    assert clipboard.as_text([B, A], LABELS, CLOCK) == "jump\t0:00.400\t0:00.800\njump\t0:01.200\t0:02.000"
    assert json.loads(clipboard.encode([A], LABELS, CLOCK, RATE))["reelmark"] == 1


def test_tracks_are_made_named_moved_and_deleted() -> None:
    (second,) = tracks.new_track(1, "Ann", [HUMAN, RUN]).added
    assert isinstance(second, Track)
    assert (second.name, second.position, second.kind) == ("Ann 2", 1, TrackKind.HUMAN)
    assert tracks.new_track(1, "", []).added[0].name == "Labels"  # type: ignore[union-attr]
    assert tracks.rename(HUMAN, " Bea ").added == (Track(1, 1, "Bea"),)
    with pytest.raises(UserError, match="needs a name"):
        tracks.rename(HUMAN, "  ")
    seen = Reviewed(9, 1, Span(0, 5))
    assert tracks.delete_track(HUMAN, [A], [seen]).removed == (A, seen, HUMAN)
    with pytest.raises(UserError, match="remove the run"):
        tracks.delete_track(RUN, [], [])
    edit = tracks.reorder([second, HUMAN])
    assert {row.id: row.position for row in edit.added if isinstance(row, Track)} == {second.id: 0, HUMAN.id: 1}


@calm
@given(starts)
def test_packing_uses_as_few_rows_as_segments_overlap_and_none_in_a_row_do(raw: list[tuple[int, int]]) -> None:
    ordered = sorted(raw)
    start, stop = (np.array(column) for column in zip(*((a, a + n) for a, n in ordered), strict=True))
    row = packed_rows(start, stop)
    deepest = max(int(((start <= frame) & (frame < stop)).sum()) for frame in start)
    assert row.max() + 1 == deepest
    for number in range(deepest):
        inside = np.flatnonzero(row == number)
        assert (stop[inside][:-1] <= start[inside][1:]).all()


def test_packing_has_a_last_row_for_what_is_deeper() -> None:
    row = packed_rows(np.zeros(100, np.int64), np.full(100, 5))
    assert row.tolist() == [*range(23), *[23] * 77]
    assert not len(packed_rows(np.zeros(0), np.zeros(0)))

"""Exclusive groups: nothing ever overlaps, and nothing is lost but what trimming covers whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import UserError
from core.rows import Label, Segment, Track, TrackKind, changed
from core.time import Span
from core.timeline.edit import Edit
from core.timeline.exclusive import Neighbours, Overlap, Wanted, pushed, strongest, trimmed, with_room
from core.timeline.query import SegmentTable

FRAMES = 200
TRACK, RUN = Track(1, 1, "Ann"), Track(2, 1, "i3d", TrackKind.RUN, 3)
WALK, RUNS, FREE = (
    Label(10, "walk", "#f00", group="gait"),
    Label(11, "run", "#0f0", group="gait"),
    Label(12, "x", "#00f"),
)
LABELS = {label.id: label for label in (WALK, RUNS, FREE)}
TRACKS = {TRACK.id: TRACK, RUN.id: RUN}

calm = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on any machine


def apart(numbers: list[int]) -> list[Span]:
    """Spans that do not overlap, from any even count of sorted numbers."""
    ends = sorted(set(numbers))
    return [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]


def segments(spans: list[Span]) -> list[Segment]:
    return [Segment(100 + i, 1, (10, 11)[i % 2], span) for i, span in enumerate(spans)]


def near(rows: list[Segment]) -> Neighbours:
    return Neighbours([SegmentTable.of(r for r in rows if r.label_id == i) for i in (10, 11)])


def no_overlap(spans: list[Span]) -> bool:
    ordered = sorted(spans)
    return all(a.stop <= b.start for a, b in pairwise(ordered))


boundaries = st.lists(st.integers(0, FRAMES), max_size=16)
one = st.tuples(st.integers(0, FRAMES - 1), st.integers(1, 60)).map(lambda p: Span(p[0], min(FRAMES, p[0] + p[1])))


@calm
@given(boundaries, st.lists(st.integers(0, FRAMES), min_size=2, max_size=6))
def test_trimming_leaves_exactly_what_is_not_covered(there: list[int], come: list[int]) -> None:
    rows, fixed = segments(apart(there)), apart(come)
    found = trimmed([Wanted(span) for span in fixed], near(rows))
    after = {row: found.get(row, (row.span,)) for row in rows}
    assert no_overlap([*fixed, *(part for parts in after.values() for part in parts)])
    covered = {frame for span in fixed for frame in range(span.start, span.stop)}
    for row, parts in after.items():
        kept = [frame for part in parts for frame in range(part.start, part.stop)]
        assert kept == [frame for frame in range(row.span.start, row.span.stop) if frame not in covered]
    assert all(parts != (row.span,) for row, parts in found.items())


@calm
@given(boundaries, one)
def test_pushing_keeps_every_length_and_the_order(there: list[int], come: Span) -> None:
    rows = segments(apart(there))
    try:
        found = pushed([Wanted(come)], near(rows), FRAMES)
    except UserError:
        assert sum(len(row.span) for row in rows) + len(come) > min(come.start, FRAMES - come.stop)
        return
    after = [found.get(row, (row.span,)) for row in rows]
    assert all(len(parts) == 1 for parts in after)
    spans = [parts[0] for parts in after]
    assert no_overlap([come, *spans])
    assert [len(span) for span in spans] == [len(row.span) for row in rows]
    assert spans == sorted(spans)
    assert all(span.start >= 0 and span.stop <= FRAMES for span in spans)


@calm
@given(boundaries, st.lists(st.integers(0, FRAMES), min_size=2, max_size=6))
def test_pushing_by_several_never_overlaps(there: list[int], come: list[int]) -> None:
    rows, fixed = segments(apart(there)), apart(come)
    try:
        found = pushed([Wanted(span) for span in fixed], near(rows), FRAMES)
    except UserError:
        return
    spans = [found.get(row, (row.span,))[0] for row in rows]
    assert no_overlap([*fixed, *spans])
    assert [len(span) for span in spans] == [len(row.span) for row in rows]


@calm
@given(st.integers(101, 190))
def test_a_neighbour_is_pushed_to_the_side_it_was_on(stop: int) -> None:
    (row,) = segments([Span(100, 110)])
    found = pushed([Wanted(Span(0, stop), Span(0, 50))], near([row]), FRAMES)
    assert found == {row: (Span(stop, stop + 10),)}


def test_without_room_it_is_said() -> None:
    rows = segments([Span(100, 195)])
    with pytest.raises(UserError, match="no room to push what comes after"):
        pushed([Wanted(Span(50, 110), Span(50, 100))], near(rows), FRAMES)
    with pytest.raises(UserError, match="no room to push what comes before"):
        pushed([Wanted(Span(90, 199), Span(198, 199))], near(rows), FRAMES)


def cells(rows: list[Segment]) -> dict[tuple[int, int], SegmentTable]:
    keys = {(row.track_id, row.label_id) for row in rows}
    return {key: SegmentTable.of(r for r in rows if (r.track_id, r.label_id) == key) for key in keys}


def grown(way: Overlap, stop: int, rows: list[Segment], label: int = 10, track: int = 1) -> Edit:
    mine = Segment(1, track, label, Span(20, 50))
    edit = Edit("Trim", (mine,), (changed(mine, span=Span(20, stop)),))
    return with_room(edit, cells([mine, *rows]), TRACKS, LABELS, FRAMES, way, "Ann")


def spans_of(edit: Edit) -> dict[int, Span]:
    return {row.id: row.span for row in edit.added if isinstance(row, Segment)}


def test_the_edit_says_what_it_does_to_others() -> None:
    first, second = segments([Span(60, 80), Span(90, 120)])
    cut = grown(Overlap.TRIM, 100, [first, second])
    assert cut.text == "Trim, trims run, removes walk"
    assert {row.id: row.span for row in cut.added if isinstance(row, Segment)} == {
        1: Span(20, 100),
        101: Span(100, 120),
    }
    assert set(cut.removed) >= {first, second}
    moved = grown(Overlap.PUSH, 70, [first, second])
    assert moved.text == "Trim, pushes walk"
    assert spans_of(moved) == {1: Span(20, 70), 100: Span(70, 90)}


def test_what_is_covered_in_the_middle_stays_as_two() -> None:
    (other,) = segments([Span(10, 90)])
    cut = grown(Overlap.TRIM, 60, [other])
    parts = [row for row in cut.added if isinstance(row, Segment) and row.id != 1]
    assert [row.span for row in parts] == [Span(10, 20), Span(60, 90)]
    assert parts[0].id == other.id
    assert parts[1].id not in (1, other.id)


@pytest.mark.parametrize("label", [10, 12])
def test_nothing_happens_without_a_group_on_a_runs_track_or_when_it_is_to_be_refused(label: int) -> None:
    rows = segments([Span(60, 80)])
    track, way = (2, Overlap.TRIM) if label == 10 else (1, Overlap.PUSH)
    assert len(grown(way, 100, rows, label, track).added) == 1
    assert len(grown(Overlap.REFUSE, 100, rows).added) == 1


@calm
@given(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30), st.sampled_from([10, 11, 12]), st.integers(0, 9))))
def test_of_newcomers_the_strongest_stay(drawn: list[tuple[int, int, int, int]]) -> None:
    """None of a group overlaps another, and whoever had to go was met by one at least as strong."""
    rows = [
        Segment(i, 2, label, Span(start, start + length), score=score / 10)
        for i, (start, length, label, score) in enumerate(drawn)
    ]
    kept = strongest(rows, LABELS)
    assert kept == [row for row in rows if row in kept]
    grouped = [row for row in kept if row.label_id != FREE.id]
    assert no_overlap([row.span for row in grouped])
    assert [row for row in kept if row.label_id == FREE.id] == [row for row in rows if row.label_id == FREE.id]
    for row in rows:
        if row not in kept:
            rivals = [one for one in grouped if one.span.overlaps(row.span)]
            assert any((one.score or 0) >= (row.score or 0) for one in rivals)

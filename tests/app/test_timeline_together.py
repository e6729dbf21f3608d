"""Rolling edges, moving a selection, snapping by name, room that is shown, headings and packed rows."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from app.packing import packed_lanes
from app.views.timeline import Lane, TimelineView
from core.rows import Label, Segment, State, Track, TrackKind, changed
from core.time import Span
from core.timeline.query import SegmentTable
from tests.helpers.timeline import CLAP, CLOCK, FIRST, JUMP, MINE, POINT, SECOND, Mouse, small_lanes

Mods = Qt.KeyboardModifier
RUN_UP = Label(3, "run-up", "#4e79a7")
BEFORE = Segment(21, MINE.id, 3, Span(40, 100))  # meets FIRST
AFTER = Segment(22, MINE.id, 3, Span(200, 250))
OTHER = Track(7, 1, "Bob", position=1)


@pytest.fixture
def view(qtbot):
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1204 + view.verticalScrollBar().sizeHint().width(), 360)  # 1000 pixels for 1000 frames
    view.set_video(CLOCK)
    lanes = small_lanes()
    view.set_lanes([lanes[0], lanes[1], Lane(MINE, RUN_UP, SegmentTable.of([BEFORE, AFTER])), lanes[2]])
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def mouse(view):
    return Mouse(view)


@pytest.fixture
def together(view):
    """What the view told of several segments: ([(id, span)…], how)."""
    told = []
    view.segments_changed.connect(lambda spans, how: told.append(([(s.id, span) for s, span in spans], how)))
    return told


def test_shift_drags_both_edges_that_meet(view, mouse, together):
    mouse.press(199, 0, Mods.ShiftModifier)
    mouse.move(219, 0, Mods.ShiftModifier | Mods.AltModifier)
    assert [(one.segment.id, one.span) for one in view.scene.along] == [(AFTER.id, Span(220, 250))]
    mouse.release(Mods.ShiftModifier)
    assert together == [([(FIRST.id, Span(100, 220)), (AFTER.id, Span(220, 250))], "roll")]
    assert view.scene.along == []


def test_a_rolled_edge_leaves_every_segment_a_frame(mouse, together):
    mouse.press(101, 0, Mods.ShiftModifier)
    mouse.move(500, 0, Mods.ShiftModifier)
    mouse.release(Mods.ShiftModifier)
    assert together == [([(FIRST.id, Span(199, 200)), (BEFORE.id, Span(40, 199))], "roll")]


def test_the_cursor_tells_where_two_edges_would_move(view, mouse):
    mouse.move(199, 0, Mods.ShiftModifier)
    assert view.viewport().cursor().shape() is Qt.CursorShape.SplitHCursor
    mouse.move(499, 0, Mods.ShiftModifier)
    assert view.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor


def test_a_selected_segment_takes_the_others_along_and_all_stay_in_the_video(view, mouse, together):
    view.set_selection({FIRST.id, SECOND.id, POINT.id})
    mouse.drag((150, 0), (183, 0), Mods.AltModifier)
    mouse.drag((150, 0), (-300, 0), Mods.AltModifier)
    assert [sorted(spans) for spans, _ in together] == [
        [(FIRST.id, Span(133, 233)), (SECOND.id, Span(433, 533)), (POINT.id, Span(333, 334))],
        [(FIRST.id, Span(0, 100)), (SECOND.id, Span(300, 400)), (POINT.id, Span(200, 201))],
    ]


def test_a_segment_that_is_not_selected_moves_alone(view, mouse, together):
    told = []
    view.segment_changed.connect(lambda segment, span: told.append((segment.id, span)))
    view.set_selection({SECOND.id, POINT.id})
    mouse.drag((150, 0), (170, 0), Mods.AltModifier)
    assert (told, together) == ([(FIRST.id, Span(120, 220))], [])


SNAPS = {
    250: "end of run-up",
    300: "start of clap",
    330: "in point",
    360: "out point",
    380: "shot cut",
    420: "playhead",
    600: "predicted start of jump",
    700: "surprise",
    1000: "end of the video",
}


@pytest.mark.parametrize(("frame", "name"), SNAPS.items())
def test_the_guide_names_what_an_edge_snapped_to(view, mouse, frame, name):
    view.set_snap_points({"shot cut": [20, 380], "surprise": [700]})
    view.set_in_out(330, 360)
    view.set_playhead(420)
    view.set_lane(0, replace(view.scene.lanes[0], table=SegmentTable.of([FIRST])))
    mouse.press(199, 0)
    mouse.move(frame - 4, 0)
    assert (view.scene.guide, view.scene.guide_name) == (frame, name)
    mouse.move(frame - 4, 0, Mods.AltModifier)
    assert view.scene.guide is None


def test_snap_points_of_one_kind_are_exchanged_and_go_with_the_video(view):
    view.set_snap_points({"shot cut": [5], "marker": [9]})
    view.set_snap_points({"shot cut": []})
    assert {kind: frames.tolist() for kind, frames in view.scene.snap_points.items()} == {"shot cut": [], "marker": [9]}
    view.set_video(None)
    assert view.scene.snap_points == {}


def test_while_dragging_it_is_asked_who_makes_room_and_that_is_painted(view, mouse):
    asked = []
    view.shaping_changed.connect(asked.append)
    view.shaping_changed.connect(lambda _: view.set_room([(AFTER, (Span(230, 250),))]))
    mouse.press(199, 0)
    mouse.move(229, 0, Mods.AltModifier)
    ((lane, segment, span),) = asked[-1]
    assert (lane.label, segment, span) == (JUMP, FIRST, Span(100, 230))
    (room,) = view.scene.room
    assert (room.segment, room.spans) == (AFTER, (Span(230, 250),))
    picture = view.viewport().grab().toImage()
    at = mouse.place(215, 2).toPoint() * view.devicePixelRatio()
    assert picture.pixelColor(at) == picture.pixelColor(mouse.place(300, 2).toPoint() * view.devicePixelRatio())
    mouse.release()
    assert view.scene.room == []


def test_a_heading_chooses_a_persons_track_and_the_arrow_folds(view, mouse):
    chosen = []
    view.track_chosen.connect(chosen.append)
    view.set_lanes([*view.scene.lanes[:3], Lane(OTHER, JUMP, SegmentTable.of([])), view.scene.lanes[3]])
    view.set_active_track(MINE.id)
    y = next(view.scene.row_top(row) for row in view.scene.rows.rows if row.track_id == OTHER.id) + 10
    mouse.press_at(QPointF(80, y))
    mouse.release()
    assert (chosen, view.scene.folded) == ([OTHER.id], frozenset())
    mouse.press_at(QPointF(12, y))
    mouse.release()
    assert (chosen, view.scene.folded) == ([OTHER.id], {OTHER.id})


def test_a_heading_is_dragged_among_its_kind(view, mouse):
    orders = []
    view.tracks_reordered.connect(orders.append)
    view.set_lanes([*view.scene.lanes[:3], Lane(OTHER, JUMP, SegmentTable.of([])), view.scene.lanes[3]])
    tops = {r.track_id: view.scene.row_top(r) for r in view.scene.rows.rows if r.lane is None}
    mouse.press_at(QPointF(80, tops[OTHER.id] + 10))
    mouse.move(-100, 0)
    assert view.scene.drop_line == 0
    mouse.release()
    assert orders == [[OTHER.id, MINE.id]]


def test_a_heading_and_a_label_at_the_left_have_the_tracks_menu(view):
    asked = []
    view.track_menu_requested.connect(lambda track_id, at: asked.append(track_id))
    for y in (44, 60):
        at = QPoint(60, y)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
    assert asked == [MINE.id, MINE.id]


def packed(*segments: Segment) -> list[Lane]:
    content = [
        (label, SegmentTable.of(s for s in segments if s.label_id == label.id)) for label in (JUMP, CLAP, RUN_UP)
    ]
    return packed_lanes(MINE, content, JUMP, {})


def test_packed_rows_hold_many_labels_and_are_worked_on_like_others(view, mouse, together):
    crossing = changed(AFTER, id=30, span=Span(150, 190))
    view.set_lanes(packed(FIRST, BEFORE, AFTER, crossing, SECOND))
    assert [len(lane.table) for lane in view.scene.lanes] == [4, 1]
    view.set_selection({crossing.id}, [crossing])
    assert view.scene.selected == {crossing.id: (1, crossing)}
    told = []
    view.segment_changed.connect(lambda segment, span: told.append((segment.id, span)))
    mouse.drag((230, 0), (270, 0), Mods.AltModifier)
    mouse.press(199, 0, Mods.ShiftModifier)
    mouse.move(209, 0, Mods.ShiftModifier | Mods.AltModifier)
    mouse.release(Mods.ShiftModifier)
    assert told == [(AFTER.id, Span(240, 290))]
    ((spans, how),) = together
    assert (sorted(spans), how) == ([(FIRST.id, Span(100, 210)), (AFTER.id, Span(210, 250))], "roll")


def test_a_packed_row_shows_each_label_in_its_colour_near_and_far(view, mouse):
    many = [Segment(1000 + i, 1, (1, 3)[i % 2], Span(4 * i, 4 * i + 4), state=State.HUMAN) for i in range(250)]
    view.set_lanes(packed(*many[:40], changed(many[41], span=Span(400, 700)), changed(many[42], span=Span(700, 990))))
    picture = view.viewport().grab().toImage()
    blue, green = (picture.pixelColor(mouse.place(f, 0).toPoint() + QPoint(0, 6)) for f in (650, 960))
    assert blue.blue() > blue.green() > blue.red()
    assert green.green() > max(green.red(), green.blue())
    view.set_lanes(packed(*many))
    picture = view.viewport().grab().toImage()
    row = [picture.pixelColor(mouse.place(f, 0).toPoint()) for f in (401, 402, 405, 406)]
    assert row[0].green() > row[0].blue()
    assert row[2].blue() > row[2].green()


def test_packing_is_remembered_while_the_tables_are_the_same():
    memory = {}
    table = SegmentTable.of([FIRST, SECOND])
    one = packed_lanes(MINE, [(JUMP, table)], JUMP, memory)
    again = packed_lanes(changed(MINE, kind=TrackKind.RUN, run_id=4), [(JUMP, table)], RUN_UP, memory)
    assert one[0].table is again[0].table
    other = packed_lanes(MINE, [(JUMP, table.edited([FIRST], []))], JUMP, memory)
    assert len(other[0].table) == 1
    assert len(packed_lanes(MINE, [], JUMP, {})) == 1  # an empty row to draw into


def test_an_edit_moves_nothing_else_between_packed_rows():
    """A thousand random changes: rows never overlap, hold everything once, and what was not changed stays."""
    chance = random.Random(5)
    tables = {
        label: SegmentTable.of(Segment(1000 * label.id + i, 1, label.id, Span(9 * i, 9 * i + 14)) for i in range(60))
        for label in (JUMP, CLAP, RUN_UP)
    }
    memory = {}
    before = packed_lanes(MINE, list(tables.items()), JUMP, memory)
    for number in range(300):
        label = chance.choice(list(tables))
        old = chance.sample(tables[label].rows, k=chance.randint(0, 2))
        new = [changed(row, span=row.span.shifted(chance.randint(0, 40))) for row in old if chance.random() < 0.8]
        if chance.random() < 0.5:
            start = chance.randrange(500)
            new.append(Segment(10_000 + number, 1, label.id, Span(start, start + chance.randint(1, 30))))
        tables[label] = tables[label].edited(old, new)
        after = packed_lanes(MINE, list(tables.items()), JUMP, memory)
        touched = {row.id for row in (*old, *new)}
        rows = [{row.id for row in lane.table.rows} for lane in after]
        assert sorted(key for row in rows for key in row) == sorted(row.id for t in tables.values() for row in t.rows)
        assert all((lane.table.start[1:] >= lane.table.stop[:-1]).all() for lane in after)
        left = [{row.id for row in lane.table.rows} - touched for lane in before]
        assert [row - touched for row in rows if row - touched] == [row for row in left if row]
        before = after

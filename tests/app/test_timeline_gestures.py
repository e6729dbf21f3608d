"""Every gesture of the timeline, through mouse and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from app.views.timeline import TimelineView
from core.rows import changed
from core.time import Span
from tests.helpers.timeline import CLOCK, FIRST, FOUND, POINT, SECOND, Heard, Mouse, small_lanes

Mods = Qt.KeyboardModifier


@pytest.fixture
def view(qtbot):
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1204 + view.verticalScrollBar().sizeHint().width(), 320)  # 1000 pixels for 1000 frames
    view.set_video(CLOCK)
    view.set_lanes(small_lanes())
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def mouse(view):
    return Mouse(view)


@pytest.fixture
def heard(view):
    heard = Heard()
    heard.listen(view)
    return heard


def test_a_click_on_the_ruler_seeks(mouse, heard):
    mouse.click(250.5, None)
    assert heard.said == [("seek", 250)]


def test_dragging_the_ruler_scrubs_and_stays_in_the_video(mouse, heard):
    mouse.drag((250.5, None), (3000, None))
    seeks = heard.of("seek")
    assert seeks[0] == 250
    assert seeks[-1] == 999


def test_escape_gives_the_scrubbed_frame_back(qtbot, view, mouse, heard):
    view.set_playhead(40)
    mouse.press(250.5, None)
    mouse.move(600, None)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    mouse.release()
    assert heard.of("seek")[-1] == 40


def test_a_click_on_an_empty_row_seeks_and_gives_up_the_selection(view, mouse, heard):
    view.set_selection({FIRST.id})
    mouse.click(300.5, 0)
    assert heard.said == [("selected", set()), ("seek", 300)]


def test_a_drag_on_an_empty_row_draws_a_span_either_way(mouse, heard):
    mouse.drag((230, 0), (300, 0))
    mouse.drag((350, 0), (270, 0))
    assert heard.of("drawn") == [("jump", Span(230, 300)), ("jump", Span(270, 350))]
    assert heard.of("seek") == []


def test_a_drawn_span_snaps_to_the_edge_of_another_segment(mouse, heard):
    mouse.drag((207, 0), (394, 0))
    assert heard.of("drawn") == [("jump", Span(200, 400))]


def test_a_drag_on_a_row_of_points_marks_one_frame(mouse, heard):
    mouse.drag((700, 1), (730, 1), Mods.AltModifier)
    assert heard.of("drawn") == [("clap", Span(730, 731))]


def test_a_click_selects_and_control_toggles(mouse, heard):
    mouse.click(150, 0)
    mouse.click(450, 0, Mods.ControlModifier)
    mouse.click(150, 0, Mods.ControlModifier)
    assert heard.of("selected") == [{11}, {11, 12}, {12}]
    assert heard.of("changed") == []


def test_shift_extends_along_the_row(mouse, heard):
    mouse.click(700, 2)
    mouse.click(900, 2, Mods.ShiftModifier)
    mouse.click(300, 1, Mods.ShiftModifier)
    assert heard.of("selected")[-2:] == [{14, 15}, {13, 14, 15}]


def test_a_rubber_band_selects_what_it_touches(mouse, heard):
    mouse.drag((150, 0), (320, 1), Mods.ControlModifier)
    assert heard.of("selected")[-1] == {FIRST.id, POINT.id}


def test_where_nothing_can_be_drawn_a_drag_is_a_rubber_band(view, mouse, heard):
    mouse.drag((560, 2), (650, 2))
    assert heard.of("drawn") == []
    assert heard.of("selected")[-1] == {FOUND.id}


def test_an_edge_is_trimmed_with_its_frame_previewed(mouse, heard):
    mouse.drag((199, 0), (259, 0))
    assert heard.of("changed") == [(FIRST.id, Span(100, 260))]
    assert heard.of("edge")[-1] == 259  # the last frame that is inside
    assert heard.of("selected") == [{FIRST.id}]


def test_the_first_edge_too_and_a_frame_always_remains(mouse, heard):
    mouse.drag((401, 0), (900, 0))
    assert heard.of("changed") == [(SECOND.id, Span(499, 500))]


def test_nothing_changes_before_the_button_is_released(view, mouse, heard):
    mouse.press(199, 0)
    mouse.move(259, 0)
    assert heard.of("changed") == []
    assert view.scene.preview is not None
    mouse.release()
    assert view.scene.preview is None


def test_escape_cancels_a_trim(qtbot, view, mouse, heard):
    mouse.press(199, 0)
    mouse.move(259, 0)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    mouse.release()
    assert heard.of("changed") == []
    assert view.scene.preview is None


def test_an_edge_snaps_to_the_playhead_and_alt_suspends_that(view, mouse, heard):
    view.set_playhead(250)
    mouse.press(200, 0)
    mouse.move(246, 0)
    assert view.scene.guide == 250
    mouse.release()
    mouse.drag((200, 0), (246, 0), Mods.AltModifier)
    assert heard.of("changed") == [(FIRST.id, Span(100, 250)), (FIRST.id, Span(100, 246))]
    assert view.scene.guide is None


def test_snapping_to_in_and_out_and_to_other_rows_and_switched_off(view, mouse, heard):
    view.set_in_out(330, 360)
    mouse.drag((200, 0), (357, 0))
    mouse.drag((200, 0), (297, 0))  # the clap of the next row
    view.set_snap(False)
    mouse.drag((200, 0), (357, 0))
    assert [span.stop for _, span in heard.of("changed")] == [360, 300, 357]


def test_a_body_moves_within_the_video(mouse, heard):
    mouse.drag((150, 0), (183, 0), Mods.AltModifier)
    mouse.drag((150, 0), (-50, 0), Mods.AltModifier)
    assert heard.of("changed") == [(FIRST.id, Span(133, 233)), (FIRST.id, Span(0, 100))]


def test_a_moved_body_snaps_with_either_edge(view, mouse, heard):
    view.set_playhead(340)
    mouse.drag((150, 0), (285, 0))  # its stop would be 335
    assert heard.of("changed") == [(FIRST.id, Span(240, 340))]


def test_a_point_moves_and_has_no_edges(mouse, heard):
    mouse.drag((300, 1), (345, 1), Mods.AltModifier)
    assert heard.of("changed") == [(POINT.id, Span(345, 346))]


def test_a_row_that_is_not_editable_is_neither_trimmed_nor_moved(mouse, heard):
    mouse.drag((800, 2), (840, 2))
    mouse.drag((700, 2), (740, 2))
    assert heard.of("changed") == []


def test_hovering_an_edge_shows_it_and_the_cursor_says_so(view, mouse):
    mouse.move(200, 0)
    assert view.scene.hover.edge == 1
    assert view.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    mouse.move(150, 0)
    assert view.scene.hover.edge is None
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_of_two_edges_that_touch_the_pointers_side_decides(view, mouse):
    mouse.view.set_lane(0, _with_neighbour(view))
    mouse.move(198, 0)
    assert view.scene.hover.segment.id == FIRST.id
    mouse.move(202, 0)
    assert view.scene.hover.segment.id == 99


def _with_neighbour(view):
    lane = view.scene.lanes[0]
    return replace(lane, table=lane.table.edited([], [changed(FIRST, id=99, span=Span(200, 300))]))


def test_a_double_click_activates_and_moves_nothing(mouse, heard):
    mouse.double_click(150, 0)
    assert heard.of("activated") == [FIRST.id]
    assert heard.of("changed") == []


def test_the_menu_selects_what_it_is_for(view, mouse, heard):
    for frame in (150, 320):
        at = mouse.place(frame, 0).toPoint()
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
    assert heard.said == [("selected", {FIRST.id}), ("menu", FIRST.id), ("menu", None)]


def test_the_menu_key_asks_for_the_selected_segment(view, heard):
    view.set_selection({SECOND.id})
    here = view.viewport().mapToGlobal(QPoint())
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), here))
    assert heard.of("menu") == [SECOND.id]


def test_return_activates_the_one_selected_segment(qtbot, view, heard):
    view.set_selection({SECOND.id})
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.of("activated") == [SECOND.id]


def test_a_click_on_a_tracks_heading_folds_it(view, mouse):
    mouse.press_at(QPointF(40, 44))
    mouse.release()
    assert view.scene.rows.lane(0) is None
    mouse.press_at(QPointF(40, 44))
    mouse.release()
    assert view.scene.rows.lane(0) is not None


def test_the_column_of_names_can_be_made_wider(view, mouse):
    mouse.press_at(QPointF(view.scene.scale.left, 100))
    mouse.move(view.scene.scale.frame(260), 0)
    mouse.release()
    assert view.scene.scale.left == pytest.approx(260, abs=1)


def test_holding_the_pointer_beyond_the_border_scrolls(qtbot, view, mouse):
    view.zoom_to(Span(100, 300))
    before = view.visible_span()
    mouse.press(220, 0)
    mouse.move(330, 0)
    qtbot.waitUntil(lambda: view.visible_span().start > before.start + 20)
    mouse.release()

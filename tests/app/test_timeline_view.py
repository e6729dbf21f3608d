"""Zoom, pan, the playhead and the setters of the timeline."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from app.views.timeline import TimelineView
from core.rows import changed
from core.time import ConstantRate, Span
from tests.helpers.timeline import CLOCK, FIRST, SECOND, Heard, Mouse, small_lanes

Mods = Qt.KeyboardModifier


@pytest.fixture
def view(qtbot):
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1200, 160)
    view.set_video(CLOCK)
    view.set_lanes(small_lanes())
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_new_video_is_shown_whole(view):
    assert view.visible_span() == Span(0, 1000)
    view.zoom_to(Span(100, 200))
    view.set_video(ConstantRate(Fraction(25), 5000))
    assert view.visible_span() == Span(0, 5000)


def test_a_verified_clock_of_as_many_frames_keeps_the_view(view):
    view.zoom_to(Span(100, 200))
    seen = view.visible_span()
    view.set_video(ConstantRate(Fraction(24), 1000))
    assert view.visible_span() == seen


def test_control_wheel_zooms_at_the_pointer(view):
    mouse = Mouse(view)
    x = view.scene.scale.x(700)
    mouse.wheel(700, 0, (0, 240), Mods.ControlModifier)
    assert len(view.visible_span()) < 800
    assert view.scene.scale.frame(x) == pytest.approx(700)
    mouse.wheel(700, 0, (0, -1200), Mods.ControlModifier)
    assert view.visible_span() == Span(0, 1000)


def test_the_wheel_scrolls_rows_and_with_shift_or_sideways_frames(view):
    mouse = Mouse(view)
    view.zoom_to(Span(400, 500))
    start = view.visible_span().start
    mouse.wheel(450, 0, (0, -120))
    assert view.verticalScrollBar().value() > 0
    assert view.visible_span().start == start
    mouse.wheel(450, 0, (0, -120), Mods.ShiftModifier)
    after = view.visible_span().start
    assert after > start
    mouse.wheel(450, 0, (120, 0))
    assert view.visible_span().start < after


def test_the_middle_button_pans(view):
    view.zoom_to(Span(400, 500))
    start = view.scene.scale.first
    mouse = Mouse(view)
    mouse.press(450, 0, button=Qt.MouseButton.MiddleButton)
    mouse.move(420, 0)
    mouse.release()
    assert view.scene.scale.first > start + 20


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        ([Qt.Key.Key_End], lambda span: span.stop == 1000 and span.start > 0),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], lambda span: span.start == 0 and span.stop < 1000),
        ([Qt.Key.Key_0], lambda span: span == Span(0, 1000)),
        ([Qt.Key.Key_Plus], lambda span: len(span) < 110),
        ([Qt.Key.Key_Minus], lambda span: len(span) > 112),
        ([Qt.Key.Key_PageDown], lambda span: span.start > 450),
        ([Qt.Key.Key_PageUp], lambda span: span.start < 350),
    ],
)
def test_keys_zoom_and_pan(qtbot, view, keys, seen):
    view.zoom_to(Span(400, 500))
    for key in keys:
        qtbot.keyClick(view, key)
    assert seen(view.visible_span())


def test_the_scroll_bar_pans(view):
    view.zoom_to(Span(400, 500))
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert view.visible_span().stop == 1000


def test_keys_that_are_not_the_timelines_reach_the_window(qtbot):
    class Window(QWidget):
        got = None

        def keyPressEvent(self, event):
            self.got = event.key()

    window = Window()
    qtbot.addWidget(window)
    inner = TimelineView(window)
    inner.set_video(CLOCK)
    window.show()
    qtbot.keyClick(inner, Qt.Key.Key_Plus)
    assert window.got is None
    qtbot.keyClick(inner, Qt.Key.Key_J)
    assert window.got == Qt.Key.Key_J


def test_zoom_stops_at_the_whole_video_and_at_single_frames(view):
    view.zoom(1e-9)
    assert view.visible_span() == Span(0, 1000)
    view.zoom(1e9)
    assert 10 < len(view.visible_span()) < 30


def test_the_page_turns_with_the_playhead_unless_the_user_panned_away(view):
    view.zoom_to(Span(100, 200))
    view.set_playing(True)
    view.set_playhead(150)
    view.ensure_visible(150)
    page = view.visible_span()
    view.set_playhead(page.stop + 1)
    assert page.stop + 1 in view.visible_span()
    view.pan_to(600, 0)
    away = view.visible_span()
    view.set_playhead(page.stop + 2)
    assert view.visible_span() == away
    view.set_playing(False)
    view.set_playhead(page.stop + 3)
    assert page.stop + 3 in view.visible_span()


def test_setters_tell_nothing(view):
    heard = Heard()
    heard.listen(view)
    view.set_selection({FIRST.id})
    view.set_playhead(5)
    view.set_in_out(3, 9)
    view.set_in_out(None, None)
    view.set_lanes(small_lanes())
    assert heard.said == []


def test_the_selection_follows_an_edited_segment(view):
    view.set_selection({FIRST.id, SECOND.id})
    lane = view.scene.lanes[0]
    moved = changed(FIRST, span=Span(700, 720))
    view.set_lane(0, replace(lane, table=lane.table.edited([FIRST], [moved])))
    assert {key: found[1].span for key, found in view.scene.selected.items()} == {
        FIRST.id: Span(700, 720),
        SECOND.id: SECOND.span,
    }
    lane = view.scene.lanes[0]
    view.set_lane(0, replace(lane, table=lane.table.edited([moved], [])))
    assert set(view.scene.selected) == {SECOND.id}


def test_a_drag_ends_when_the_lanes_are_exchanged(view):
    heard = Heard()
    heard.listen(view)
    mouse = Mouse(view)
    mouse.press(150, 0)
    mouse.move(180, 0)
    view.set_lanes(small_lanes())
    mouse.release()
    assert heard.of("changed") == []


def test_tooltips_say_name_times_and_state(view):
    mouse = Mouse(view)
    for at, words in (
        (mouse.place(450, 0).toPoint(), ("jump", "0:16.000", "4.000 s", "0.80", "corrected")),
        (QPoint(40, round(mouse.place(0, 0).y())), ("jump", "You", "2 segments")),
    ):
        event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
        assert all(word in QToolTip.text() for word in words)
    QToolTip.hideText()


def test_it_can_be_reached_and_named_without_a_mouse(view):
    assert view.accessibleName() == "Timeline"
    assert view.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_without_a_video_no_gesture_tells_anything(qtbot):
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(800, 200)
    view.set_video(None)
    view.show()
    heard = Heard()
    heard.listen(view)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 100))
    qtbot.mouseMove(view.viewport(), QPoint(300, 90))
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert heard.said == []

"""Labelling while the video plays: in and out keys take the frame that is seen, held keys label while they are held."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.time import Span
from tests.helpers.desk import Desk, desk, spans
from tests.helpers.watch import Watch, pass_time, seen, stop_time

__all__ = ["desk"]


@pytest.fixture
def watch(desk: Desk) -> Watch:
    return stop_time(desk)


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyPress(desk.window, key)


def release(desk: Desk, key: Qt.Key) -> None:
    QTest.keyRelease(desk.window, key)


@pytest.mark.parametrize("speed", [1.0, 2.0, 4.0, 8.0, -4.0])
def test_in_and_out_take_the_frame_whose_picture_is_on_screen(desk: Desk, speed: float) -> None:
    """Real time, real decoding: whatever is shown when the key comes is what is taken."""
    pictures: list[int] = []
    desk.ws.playback.image_ready.connect(lambda frame, _: pictures.append(frame))
    desk.ws.playhead.set_loop(Span(0, 100))  # a slow machine would be at the end before the key comes
    desk.ws.playhead.play(speed)
    desk.until(lambda: len(pictures) > 3)
    at = pictures[-1]
    desk.window.commands["set_in"].trigger()
    assert desk.ws.playhead.playing
    assert desk.ws.marks.start == at
    desk.ws.playhead.pause()


def test_the_reaction_time_is_taken_off_while_playing_only(desk: Desk, watch: Watch) -> None:
    desk.ws.change_settings(reaction_ms=200)
    desk.go(40)
    desk.keys("I")
    assert desk.ws.marks.start == 40
    desk.ws.playhead.play(2.0)
    pass_time(desk, watch, 400)
    seen(desk)
    assert desk.ws.playhead.frame == 60
    desk.keys("O")
    assert desk.ws.marks.stop == 51


def test_a_held_key_labels_from_press_to_release(desk: Desk, watch: Watch) -> None:
    desk.label("wave")
    desk.label("jump")
    desk.go(10)
    before = desk.ws.document.project.log_position()
    desk.ws.playhead.play(1.0)
    seen(desk)
    press(desk, Qt.Key.Key_1)
    pass_time(desk, watch, 400)
    seen(desk)
    QTest.simulateEvent(desk.window, True, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", True)  # repeats itself
    press(desk, Qt.Key.Key_2)
    pass_time(desk, watch, 400)
    seen(desk)
    growing = desk.window.timeline.scene.growing
    lanes = desk.window.timeline.scene.lanes
    assert [(lanes[one.lane].label.name, one.span) for one in growing] == [
        ("wave", Span(10, 31)),
        ("jump", Span(20, 31)),
    ]
    release(desk, Qt.Key.Key_1)
    assert spans(desk.stored) == [Span(10, 31)]
    pass_time(desk, watch, 400)
    seen(desk)
    release(desk, Qt.Key.Key_2)
    names = [desk.ws.document.labels[row.label_id].name for row in desk.stored]
    assert list(zip(names, spans(desk.stored), strict=True)) == [("wave", Span(10, 31)), ("jump", Span(20, 41))]
    assert desk.window.timeline.scene.growing == []
    assert desk.ws.document.project.log_position() == before + 2


def test_a_tap_while_playing_relabels_as_ever(desk: Desk, watch: Watch) -> None:
    wave = desk.label("wave")
    desk.label("jump")
    desk.drag(50, 60)
    desk.ws.playhead.play(1.0)
    press(desk, Qt.Key.Key_1)
    pass_time(desk, watch, 100)
    release(desk, Qt.Key.Key_1)
    assert [(row.label_id, row.span) for row in desk.stored] == [(wave, Span(50, 60))]


def test_backwards_and_over_the_end_of_a_loop_the_span_is_what_was_seen(desk: Desk, watch: Watch) -> None:
    desk.label("wave")
    desk.go(60)
    desk.ws.playhead.play(-1.0)
    seen(desk)
    press(desk, Qt.Key.Key_1)
    pass_time(desk, watch, 420)
    seen(desk)
    release(desk, Qt.Key.Key_1)
    assert spans(desk.stored) == [Span(50, 61)]
    desk.keys("Ctrl+Z", "K")
    desk.ws.playhead.set_loop(Span(10, 40))
    desk.go(30)
    desk.ws.playhead.play(1.0)
    seen(desk)
    press(desk, Qt.Key.Key_1)
    pass_time(desk, watch, 600)
    seen(desk)
    assert desk.ws.playhead.frame < 30
    release(desk, Qt.Key.Key_1)
    assert spans(desk.stored) == [Span(30, 40)]


def test_closing_the_window_keeps_what_was_being_labelled(desk: Desk, watch: Watch) -> None:
    desk.label("wave")
    desk.ws.playhead.play(1.0)
    seen(desk)
    press(desk, Qt.Key.Key_1)
    pass_time(desk, watch, 800)
    seen(desk)
    desk.window.close()
    assert spans(desk.stored) == [Span(0, 21)]


def test_a_window_that_loses_the_keyboard_ends_what_is_held(desk: Desk, watch: Watch) -> None:
    desk.label("wave")
    desk.ws.playhead.play(1.0)
    seen(desk)
    press(desk, Qt.Key.Key_1)
    pass_time(desk, watch, 800)
    seen(desk)
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowDeactivate))
    assert spans(desk.stored) == [Span(0, 21)]
    release(desk, Qt.Key.Key_1)
    assert len(desk.stored) == 1

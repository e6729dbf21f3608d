"""Enlarging the picture: where the pointer is, by wheel, pinch, keys and drags; and pixels that are not square."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import theme
from app.views.player_stage import Stage
from app.views.player_zoom import LARGEST, Frame, Zoom
from tests.helpers.desk import Desk, desk

__all__ = ["desk"]

CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
# Four fields of colour, 160 × 90: red, green, blue, white.
FIELDS = np.zeros((90, 160, 3), np.uint8)
FIELDS[:45, :80], FIELDS[:45, 80:], FIELDS[45:, :80], FIELDS[45:, 80:] = (255, 0, 0), (0, 255, 0), (0, 0, 255), 255


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Stage:
    theme.apply(qapp, "dark")
    made = Stage()
    qtbot.addWidget(made)
    made.resize(800, 450)
    made.show()
    qtbot.waitExposed(made)
    made.show_image(FIELDS)
    return made


def turn_wheel(stage: Stage, at: QPoint, notches: int = 1, modifier: Qt.KeyboardModifier = CTRL) -> None:
    where = QPointF(at)
    event = QWheelEvent(
        where, stage.mapToGlobal(where), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(stage, event)


def color(stage: Stage, at: QPoint) -> str:
    return QColor(stage.grab().toImage().pixel(at)).name()


def drag(stage: Stage, start: QPoint, stop: QPoint) -> None:
    QTest.mousePress(stage, LEFT, pos=start)
    for step in (0.3, 0.7, 1.0):
        QTest.mouseMove(stage, start + (stop - start) * step)
    QTest.mouseRelease(stage, LEFT, pos=stop)


FRAME = Frame(QSizeF(160, 90), QSize(800, 450))


@pytest.mark.parametrize("at", [QPointF(400, 225), QPointF(10, 20), QPointF(700, 400)])
def test_what_is_under_the_pointer_stays_there(at: QPointF) -> None:
    zoom = Zoom()
    for scale in (7.0, 11.0, 9.0, 20.0):
        before = FRAME.place(zoom, at)
        zoom = FRAME.zoomed(zoom, scale, at)
        assert (FRAME.place(zoom, at) - before).manhattanLength() < 0.01


def test_nothing_beside_the_picture_comes_into_sight() -> None:
    zoom = FRAME.panned(FRAME.zoomed(Zoom(), 10.0), QPointF(99_999, -99_999))
    rect = FRAME.rect(zoom)
    assert (rect.left(), rect.bottom()) == (0, 449)
    assert FRAME.zoomed(zoom, 1000.0).scale == LARGEST
    assert FRAME.zoomed(zoom, 2.0) == Zoom()
    tall = Frame(QSizeF(50, 500), QSize(800, 450))
    assert FRAME.held(Zoom(8.0, QPointF(0, 0))).centre.x() == pytest.approx(800 / (2 * 160 * 8))
    assert tall.held(Zoom(2.0, QPointF(0, 0))).centre.x() == 0.5


def test_the_wheel_with_ctrl_enlarges_at_the_pointer(stage: Stage) -> None:
    at = QPoint(60, 40)
    turn_wheel(stage, at, modifier=Qt.KeyboardModifier.NoModifier)
    assert stage.percent == 500
    for _ in range(6):
        turn_wheel(stage, at)
    assert stage.percent == pytest.approx(500 * 1.25**6, abs=2)
    assert color(stage, at) == "#ff0000"
    assert color(stage, QPoint(790, 440)) == "#ff0000"  # only the upper left field is in sight
    for _ in range(8):
        turn_wheel(stage, at, -1)
    assert stage.hand.zoom == Zoom()


def test_a_pinch_enlarges(stage: Stage) -> None:
    at = QPointF(400, 225)
    device = QPointingDevice.primaryPointingDevice()
    kind = Qt.NativeGestureType.ZoomNativeGesture
    QApplication.sendEvent(stage, QNativeGestureEvent(kind, device, 2, at, at, stage.mapToGlobal(at), 0.5, QPointF()))
    assert stage.percent == 750


def test_dragging_moves_the_picture_and_plays_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.hand.scale_to(20.0)
    with qtbot.assertNotEmitted(stage.clicked, wait=10):
        drag(stage, QPoint(100, 100), QPoint(760, 420))
        drag(stage, QPoint(100, 100), QPoint(760, 420))
    assert color(stage, QPoint(400, 225)) == "#ff0000"
    rect = stage.picture_rect()
    assert rect.contains(stage.rect())


def test_a_picture_that_fits_is_not_dragged(stage: Stage) -> None:
    before = stage.picture_rect()
    drag(stage, QPoint(100, 100), QPoint(300, 200))
    assert stage.picture_rect() == before


def test_a_double_click_shows_all_of_it_again(stage: Stage, qtbot: QtBot) -> None:
    stage.hand.scale_to(20.0)
    with qtbot.assertNotEmitted(stage.clicked, wait=QApplication.doubleClickInterval() + 50):
        qtbot.mouseClick(stage, LEFT)
        qtbot.mouseDClick(stage, LEFT)
        QTest.mouseRelease(stage, LEFT)
    assert stage.hand.zoom == Zoom()


def test_a_single_click_still_plays_while_enlarged(stage: Stage, qtbot: QtBot) -> None:
    stage.hand.scale_to(20.0)
    with qtbot.waitSignal(stage.clicked):
        qtbot.mouseClick(stage, LEFT)


def test_pixels_are_squares_when_much_enlarged(stage: Stage) -> None:
    board = np.zeros((90, 160, 3), np.uint8)
    board[:, ::2] = 255
    stage.show_image(board)
    stage.hand.scale_to(8.0)
    image = stage.grab().toImage()
    seen = {QColor(image.pixel(x, 300)).name() for x in range(100, 700)}
    assert seen == {"#000000", "#ffffff"}


def test_the_percentage_is_shown_while_enlarged(stage: Stage) -> None:
    stage.hand.scale_to(20.0)
    corner = stage.grab(stage.rect().adjusted(700, 0, 0, -400)).toImage()
    assert len({corner.pixel(x, y) for x in range(0, 90, 3) for y in range(40)}) > 3


def test_a_picture_from_nearby_says_so_until_the_exact_one_is_there(stage: Stage) -> None:
    plain = stage.grab().toImage()
    stage.show_rough(FIELDS, "near this frame…")
    assert stage.sign == "near this frame…"
    assert stage.grab().toImage() != plain
    stage.show_image(FIELDS)
    assert stage.sign == ""
    assert stage.grab().toImage() == plain


def test_pixels_that_are_not_square(stage: Stage) -> None:
    stage.set_aspect(Fraction(1, 2))
    assert stage.picture_rect().size() == QSize(400, 450)
    stage.set_aspect(Fraction(2))
    assert stage.picture_rect().size() == QSize(800, 225)


def test_a_smaller_window_and_another_video_fit_again(stage: Stage) -> None:
    stage.hand.scale_to(6.0)
    stage.resize(1000, 600)
    assert stage.picture_rect().contains(stage.rect()) or stage.hand.zoom.scale is not None
    stage.show_loading("b.mp4")
    stage.show_image(FIELDS)
    assert stage.hand.zoom == Zoom()


def test_keys_enlarge_move_and_fit(desk: Desk) -> None:
    stage = desk.window.player.stage
    fitting = stage.percent
    desk.keys("Alt++", "Alt++")
    assert stage.percent == pytest.approx(fitting * 1.25**2, rel=0.01)
    desk.keys("Alt+-", "Alt+-", "Alt+-")
    assert stage.hand.zoom == Zoom()
    for _ in range(4):
        desk.keys("Alt++")
    left = stage.picture_rect().left()
    desk.keys("Ctrl+Right")
    assert stage.picture_rect().left() < left
    desk.keys("Ctrl+Left")
    assert stage.picture_rect().left() == left
    desk.keys("Alt+0")
    assert stage.hand.zoom == Zoom()
    desk.keys("Alt+2")
    assert stage.percent == max(200, fitting)


def test_a_picture_of_the_screens_size_lies_where_the_whole_one_lay(stage: Stage) -> None:
    assert stage.room() is None, "its size is not known"
    stage.set_aspect(Fraction(1), (160, 90))
    whole, percent = stage.picture_rect(), stage.percent
    assert stage.room() == (800, 450)
    small = np.zeros((450, 800, 4), np.uint8)
    small[..., 2] = 255
    stage.show_image(small)
    assert color(stage, QPoint(600, 300)) == "#ff0000"
    assert (stage.picture_rect(), stage.percent) == (whole, percent)
    stage.resize(400, 300)
    assert stage.room() == (400, 225)
    assert color(stage, QPoint(200, 150)) == "#ff0000"


def test_an_enlarged_picture_needs_all_its_pixels(stage: Stage) -> None:
    stage.set_aspect(Fraction(1), (160, 90))
    turn_wheel(stage, QPoint(200, 100), 3)
    assert stage.room() is None

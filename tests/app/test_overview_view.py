"""The overview strip by mouse and wheel: a frame to drag, edges to pull, places to click."""

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.overview import OverviewView
from app.views.overview_paint import HEIGHT, PREDICTED_COLOR, REVIEWED_COLOR
from core.rows import Segment, State
from core.time import ConstantRate, Span
from core.timeline.density import Density
from core.timeline.query import SegmentTable

FRAMES = 1000
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Hand:
    """A strip whose wishes come true at once, as the timeline makes them."""

    view: OverviewView
    seeks: list[int] = field(default_factory=list)
    held: Qt.MouseButton = Qt.MouseButton.NoButton

    def grant(self, first: float, last: float) -> None:
        length = min(last - first, FRAMES)
        first = max(0.0, min(FRAMES - length, first))
        self.view.set_window(first, first + length)

    @property
    def window(self) -> tuple[int, int]:
        return round(self.view.shown.first), round(self.view.shown.last)

    def send(self, kind: QEvent.Type, frame: float, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        at = QPointF(self.view.x_of(frame), HEIGHT / 2)
        event = QMouseEvent(kind, at, self.view.mapToGlobal(at), button, self.held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view, event)

    def press(self, frame: float) -> None:
        self.held = LEFT
        self.send(QEvent.Type.MouseButtonPress, frame, LEFT)

    def move(self, frame: float) -> None:
        self.send(QEvent.Type.MouseMove, frame)

    def release(self, frame: float) -> None:
        self.held = Qt.MouseButton.NoButton
        self.send(QEvent.Type.MouseButtonRelease, frame, LEFT)

    def drag(self, start: float, stop: float) -> None:
        self.press(start)
        self.move((start + stop) / 2)
        self.move(stop)
        self.release(stop)

    def wheel(self, frame: float, notches: int) -> None:
        at = QPointF(self.view.x_of(frame), 20)
        event = QWheelEvent(
            at, self.view.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.view, event)


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    view = OverviewView()
    qtbot.addWidget(view)
    view.resize(816, HEIGHT)  # 0.8 pixels a frame
    view.set_video(ConstantRate(Fraction(25), FRAMES), 40)
    view.show()
    made = Hand(view)
    view.window_wanted.connect(made.grant)
    view.seek_requested.connect(made.seeks.append)
    return made


def test_dragging_inside_the_frame_pans(hand: Hand) -> None:
    hand.grant(200, 400)
    hand.drag(300, 550)
    assert hand.window == (450, 650)
    hand.drag(500, 5000)
    assert hand.window == (800, 1000)
    assert hand.seeks == []


@pytest.mark.parametrize(("edge", "goal", "window"), [(200, 100, (100, 400)), (400, 700, (200, 700))])
def test_dragging_an_edge_zooms(hand: Hand, edge: int, goal: int, window: tuple[int, int]) -> None:
    hand.grant(200, 400)
    hand.drag(edge, goal)
    assert hand.window == window


def test_an_edge_stops_at_the_other_and_at_the_ends(hand: Hand) -> None:
    hand.grant(200, 400)
    hand.drag(200, 900)
    assert hand.window == (398, 400)
    hand.grant(200, 400)
    hand.drag(400, 4000)
    assert hand.window == (200, 1000)


def test_a_click_inside_goes_there_and_leaves_the_frame(hand: Hand) -> None:
    hand.grant(200, 400)
    hand.press(320)
    hand.release(320)
    assert (hand.seeks, hand.window) == ([320], (200, 400))


def test_a_click_outside_brings_the_frame_and_goes_on_as_a_drag(hand: Hand) -> None:
    hand.grant(200, 400)
    hand.press(700)
    assert (hand.seeks, hand.window) == ([700], (600, 800))
    hand.move(750)
    hand.release(750)
    assert hand.window == (650, 850)


def test_with_all_in_sight_dragging_scrubs(hand: Hand) -> None:
    hand.drag(300, 500)
    assert hand.window == (0, 1000)
    assert hand.seeks == [400, 500]


def test_the_wheel_zooms_around_the_pointer_and_a_double_click_shows_all(hand: Hand) -> None:
    hand.wheel(250, 5)
    first, last = hand.window
    length = 1000 / 1.2**5
    assert last - first == pytest.approx(length, abs=1)
    assert (250 - first) / length == pytest.approx(0.25, abs=0.01)
    hand.wheel(900, 1)  # outside: it comes to the middle
    assert sum(hand.window) / 2 == pytest.approx(900, abs=2) or hand.window[1] == 1000
    hand.wheel(900, -30)
    assert hand.window == (0, 1000)
    hand.grant(100, 110)
    hand.send(QEvent.Type.MouseButtonDblClick, 105, LEFT)
    assert hand.window == (0, 1000)


def test_a_frame_too_narrow_for_edges_can_still_be_moved(hand: Hand) -> None:
    hand.grant(500, 504)
    hand.drag(502, 602)
    assert hand.window == (600, 604)


def colors_of(hand: Hand) -> set[str]:
    image = hand.view.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}


def test_it_shows_pictures_density_and_what_was_reviewed(hand: Hand) -> None:
    table = SegmentTable.of([Segment(1, 1, 1, Span(100, 300), state=State.PREDICTED)])
    density = Density(FRAMES)
    density.put("cell", table)
    assert not {PREDICTED_COLOR.name(), REVIEWED_COLOR.name(), "#ff0000"} & colors_of(hand)
    hand.view.set_density(density)
    hand.view.set_reviewed(np.array([[0, 500]]))
    hand.view.set_pictures({0: np.full((72, 96, 3), (255, 0, 0), np.uint8)})
    assert {PREDICTED_COLOR.name(), REVIEWED_COLOR.name(), "#ff0000"} <= colors_of(hand)
    hand.view.set_markers([(500, "#12ab34")])
    assert "#12ab34" in colors_of(hand)


def test_another_video_forgets_the_pictures_a_better_clock_keeps_them(hand: Hand) -> None:
    hand.view.set_pictures({0: np.zeros((72, 96, 3), np.uint8)})
    hand.view.set_video(ConstantRate(Fraction(30), FRAMES), 40)
    assert hand.view.shown.pictures
    hand.view.set_video(ConstantRate(Fraction(30), 50), 40)
    assert not hand.view.shown.pictures
    hand.view.set_video(None, 40)
    hand.press(10)
    hand.wheel(10, 1)
    assert hand.seeks == []
    hand.view.grab()

"""The signal lanes: what they paint, looked at through pixels, and every gesture with real mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from app.signal_lanes.levels import Levels
from app.views.signal_rows import SignalRow
from app.views.signal_view import SignalLanesView
from app.views.timeline import TimelineView
from core.signal import Signal
from core.time import Span
from tests.helpers.timeline import CLOCK, FRAMES, Heard, small_lanes

LEFT = Qt.MouseButton.LeftButton
Mods = Qt.KeyboardModifier


def row(name: str, look: str, values: np.ndarray, **more: object) -> SignalRow:
    how = "mean" if look in ("stacked", "strip") else "extremes"
    channels = tuple(f"{name} {i}" for i in range(values.shape[1]))
    signal = Signal(values.astype(np.float32), channels, 1, 1)
    return SignalRow(name, name.title(), look, channels=channels, levels=Levels(signal, how), **more)  # type: ignore[arg-type]


def rows() -> list[SignalRow]:
    """Surprise: high from frame 400 to 600, with two peaks; scores: red then blue; look: green; sound: a tone from 200
    to 300; a lane that says what to do."""
    half = np.zeros((FRAMES, 1))
    half[400:600] = 1.0
    scores = np.zeros((FRAMES, 2))
    scores[:500, 0] = scores[500:, 1] = 0.9
    look = np.zeros((FRAMES, 3))
    look[:, 1] = 1
    sound = np.zeros((FRAMES, 3))
    sound[200:300] = (-1, 1, 0.5)
    return [
        row("surprise", "filled", half, peaks=np.array([400, 600]), limit=0.3, colors=("#ff8800",)),
        row("scores", "stacked", scores, colors=("#ff0000", "#0000ff")),
        row("look", "strip", look),
        row("sound", "waveform", sound, colors=("#00ff00",)),
        SignalRow("motion", "Motion", "filled", said="Do this first"),
    ]


@pytest.fixture
def timeline(qtbot) -> TimelineView:
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1200, 560)
    view.set_video(CLOCK)
    view.set_lanes(small_lanes())
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def view(timeline: TimelineView) -> SignalLanesView:
    made = SignalLanesView(timeline)
    made.set_rows(rows())
    QApplication.processEvents()
    return made


def point(view: SignalLanesView, frame: float, lane: int, part: float = 0.5) -> QPoint:
    y = view.places.tops[lane] - view.offset + 1 + view.rows[lane].height * part
    return QPoint(round(view.scene.scale.x(frame)), round(y))


def picture(view: SignalLanesView) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return raw[:, :, 2::-1].astype(int)


def color(view: SignalLanesView, frame: float, lane: int, part: float = 0.5) -> np.ndarray:
    at = point(view, frame, lane, part)
    return picture(view)[at.y(), at.x()]


def turned(view: SignalLanesView, at: QPoint, by: int, mods: Qt.KeyboardModifier = Mods.NoModifier) -> None:
    where = QPointF(at)
    event = QWheelEvent(
        where, view.mapToGlobal(where), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, mods,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def tip(view: SignalLanesView, at: QPoint) -> str:
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    text = QToolTip.text()
    QToolTip.hideText()
    return text


# -- painting


def test_it_stands_under_the_rows_on_the_same_columns(view: SignalLanesView, timeline: TimelineView) -> None:
    port = timeline.viewport().geometry()
    assert view.geometry().left() == port.left()
    assert view.width() == port.width()
    assert view.geometry().top() == port.bottom() + 1
    assert view.height() == view.places.height + 1 == 5 * 44 + 1
    assert timeline.scene.height == port.height()
    bar = timeline.horizontalScrollBar()
    assert view.geometry().bottom() < bar.mapTo(timeline, QPoint(0, 0)).y()


def test_signals_are_painted_where_they_are(view: SignalLanesView) -> None:
    base = color(view, 300, 0)
    inside = color(view, 500, 0)
    assert np.abs(base - inside).sum() > 60
    assert inside[0] > inside[2] + 30, "orange"
    red, blue = color(view, 250, 1), color(view, 750, 1)
    assert red[0] > 150 > red[2]
    assert blue[2] > 150 > blue[0]
    assert np.abs(color(view, 250, 1, 0.12) - base).sum() < 60, "only as high as the score"
    assert color(view, 700, 2).tolist() == [0, 255, 0]
    loud, quiet = color(view, 250, 3, 0.35), color(view, 350, 3, 0.35)
    assert np.abs(loud - quiet).sum() > 60
    assert np.abs(quiet - base).sum() < 60


def test_a_zoomed_view_shows_the_same_moments(view: SignalLanesView, timeline: TimelineView) -> None:
    timeline.zoom_to(Span(380, 420))
    QApplication.processEvents()
    assert np.abs(color(view, 415, 0) - color(view, 390, 0)).sum() > 60
    assert np.abs(color(view, 415, 1) - color(view, 390, 1)).sum() == 0


def test_peaks_are_ticks_the_playhead_is_a_line(view: SignalLanesView, timeline: TimelineView) -> None:
    ground = color(view, 350, 0, 0.1)
    assert np.abs(color(view, 400, 0, 0.1) - ground).sum() > 100
    assert np.abs(color(view, 390, 0, 0.1) - ground).sum() < 30
    before = color(view, 900, 4, 0.9)
    timeline.set_playhead(900)
    view.set_playhead(900)
    assert np.abs(color(view, 900, 4, 0.9) - before).sum() > 100


def test_a_lane_without_a_signal_says_what_to_do(view: SignalLanesView) -> None:
    strip = picture(view)[view.places.tops[4] + 8 : view.places.tops[5] - 6, 210:330]
    assert np.abs(strip - strip[0, 0]).sum(2).max() > 100, "words"
    assert "Do this first" in tip(view, point(view, 500, 4))


def test_colours_follow_the_palette(view: SignalLanesView) -> None:
    dark = color(view, 950, 4)
    palette = view.palette()
    palette.setColor(palette.ColorRole.Base, QColor("#ffffff"))
    palette.setColor(palette.ColorRole.Window, QColor("#eeeeee"))
    palette.setColor(palette.ColorRole.Text, QColor("#000000"))
    view.setPalette(palette)
    QApplication.processEvents()
    assert color(view, 950, 4).sum() >= max(dark.sum(), 700)


def test_without_a_video_it_is_not_there(view: SignalLanesView, timeline: TimelineView) -> None:
    timeline.set_video(None)
    view.set_rows([])
    assert not view.isVisible()
    assert timeline.viewportMargins().bottom() == 0


# -- words


def test_tooltips_say_the_values_under_the_pointer(view: SignalLanesView) -> None:
    said = tip(view, point(view, 250.5, 1))
    assert all(word in said for word in ("Scores", "0:10.000", "250", "scores 0 0.90"))
    assert "−6 dB" in (text := tip(view, point(view, 250.5, 3)).replace("-", "−")), text
    assert "2 peaks ≥ 0.30" in tip(view, QPoint(40, 20))


def test_headings_say_the_value_under_the_playhead(view: SignalLanesView, timeline: TimelineView) -> None:
    header = picture(view)[: view.places.tops[1], :180]
    timeline.set_playhead(500)
    view.set_playhead(500)
    assert np.abs(picture(view)[: view.places.tops[1], :180] - header).sum() > 500


# -- mouse


def test_a_click_or_drag_seeks_and_a_click_on_a_peak_goes_to_it(view: SignalLanesView, timeline: TimelineView) -> None:
    heard = Heard()
    heard.listen(timeline)
    QTest.mouseClick(view, LEFT, pos=point(view, 700.5, 1))
    QTest.mouseClick(view, LEFT, pos=point(view, 400, 0) + QPoint(2, 0))
    QTest.mousePress(view, LEFT, pos=point(view, 100.5, 1))
    QTest.mouseMove(view, point(view, 150.5, 1))
    QTest.mouseRelease(view, LEFT, pos=point(view, 150.5, 1))
    assert heard.of("seek") == [700, 400, 100, 150]


def test_dragging_a_lower_border_changes_the_height(view: SignalLanesView, qtbot) -> None:
    border = QPoint(600, view.places.tops[2])
    with qtbot.waitSignal(view.arranged) as told:
        QTest.mousePress(view, LEFT, pos=border)
        QTest.mouseMove(view, border + QPoint(0, 30))
        QTest.mouseRelease(view, LEFT, pos=border + QPoint(0, 30))
    assert dict(told.args[0])["scores"] == pytest.approx(74, abs=1)
    assert view.places.tops[2] == pytest.approx(border.y() + 30, abs=1)
    QTest.mousePress(view, LEFT, pos=QPoint(600, view.places.tops[1]))
    QTest.mouseMove(view, QPoint(600, 0))
    QTest.mouseRelease(view, LEFT, pos=QPoint(600, 0))
    assert view.rows[0].height == 26, "never too low to take"


def test_dragging_a_heading_changes_the_order(view: SignalLanesView, qtbot) -> None:
    with qtbot.waitSignal(view.arranged) as told:
        QTest.mousePress(view, LEFT, pos=QPoint(60, point(view, 0, 3).y()))
        QTest.mouseMove(view, QPoint(60, point(view, 0, 1).y()))
        QTest.mouseMove(view, QPoint(60, 5))
        QTest.mouseRelease(view, LEFT, pos=QPoint(60, 5))
    assert [name for name, _ in told.args[0]] == ["sound", "surprise", "scores", "look", "motion"]
    QTest.mousePress(view, LEFT, pos=QPoint(60, 10))
    QTest.mouseMove(view, QPoint(60, view.places.height - 3))
    QTest.mouseRelease(view, LEFT, pos=QPoint(60, view.places.height - 3))
    assert view.rows[-1].name == "sound"


def test_a_click_on_a_heading_moves_nothing(view: SignalLanesView, timeline: TimelineView) -> None:
    heard, told = Heard(), []
    heard.listen(timeline)
    view.arranged.connect(told.append)
    QTest.mouseClick(view, LEFT, pos=QPoint(60, 20))
    assert heard.said == told == []


def test_the_divider_is_the_timelines(view: SignalLanesView, timeline: TimelineView) -> None:
    QTest.mousePress(view, LEFT, pos=QPoint(190, 60))
    QTest.mouseMove(view, QPoint(300, 60))
    QTest.mouseRelease(view, LEFT, pos=QPoint(300, 60))
    assert timeline.scene.scale.left == 300


def test_the_wheel_zooms_pans_and_changes_how_many_peaks(view: SignalLanesView, timeline: TimelineView, qtbot) -> None:
    at = point(view, 500, 1)
    turned(view, at, 480, Mods.ControlModifier)
    assert len(timeline.visible_span()) < 600
    assert timeline.scene.scale.frame(at.x()) == pytest.approx(500, abs=1)
    before = timeline.visible_span()
    turned(view, at, -240, Mods.ShiftModifier)
    assert timeline.visible_span().start > before.start
    with qtbot.waitSignal(view.limit_changed) as told:
        turned(view, point(view, 500, 0), 120, Mods.AltModifier)
    assert told.args == [0.05]


def test_the_middle_button_pans(view: SignalLanesView, timeline: TimelineView) -> None:
    timeline.zoom_to(Span(400, 500))
    before = timeline.scene.scale.first
    middle = Qt.MouseButton.MiddleButton
    QTest.mousePress(view, middle, pos=QPoint(700, 60))
    QTest.mouseMove(view, QPoint(600, 60))
    QTest.mouseRelease(view, middle, pos=QPoint(600, 60))
    assert timeline.scene.scale.first == pytest.approx(before + 100 * timeline.scene.scale.per_pixel, abs=0.5)


def test_more_lanes_than_there_is_room_for_are_scrolled(view: SignalLanesView, timeline: TimelineView) -> None:
    timeline.resize(1200, 260)
    QApplication.processEvents()
    assert view.height() < view.places.height
    assert timeline.viewport().height() >= 120, "tracks stay"
    turned(view, QPoint(600, 30), -1200)
    assert view.offset == view.places.height + 1 - view.height()
    assert view.lane_at(QPointF(600, view.height() - 5)) == 4
    turned(view, QPoint(600, 30), 1200)
    assert view.offset == 0


# -- keys


def test_it_is_worked_by_keys(view: SignalLanesView, timeline: TimelineView, qtbot) -> None:
    timeline.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert view.accessibleName() == "Signal lanes"
    assert "Surprise" in view.accessibleDescription()
    view.current = 0
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current == 1
    with qtbot.waitSignal(view.arranged) as told:
        QTest.keyClick(view, Qt.Key.Key_Down, Mods.ControlModifier)
    assert [name for name, _ in told.args[0]][:3] == ["surprise", "look", "scores"]
    with qtbot.waitSignal(view.arranged):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.rows[2].height == 56
    with qtbot.waitSignal(view.hide_requested) as hidden:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    assert hidden.args == ["scores"]


@pytest.mark.parametrize("part", ["border", "heading"])
def test_what_is_in_the_hand_is_let_go_when_the_lanes_are_exchanged(view: SignalLanesView, part: str) -> None:
    start = QPoint(600, view.places.tops[4]) if part == "border" else QPoint(60, point(view, 0, 4).y())
    told: list[object] = []
    view.arranged.connect(told.append)
    QTest.mousePress(view, LEFT, pos=start)
    view.set_rows(rows()[:2])
    QTest.mouseMove(view, QPoint(60, 20))
    QTest.mouseRelease(view, LEFT, pos=QPoint(60, 20))
    assert told == []
    assert [row.name for row in view.rows] == ["surprise", "scores"]

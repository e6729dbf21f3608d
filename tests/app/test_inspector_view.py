"""The inspector through mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import theme
from app.views.inspector import InspectorView
from app.views.inspector_form import Origin
from core.rows import State
from core.time import Span
from tests.helpers.views import CLOCK, ID, action, label, segment, type_into

LABELS = [label(1, "sitting"), label(2, "standing"), label(3, "eating")]
ONE = segment(1, 100, 250, author="ada", modified=1_700_000_000_000, comment="unsure")
TWO = segment(2, 300, 325, ID + 2, score=0.9, state=State.CORRECTED)


@pytest.fixture
def inspector(qtbot: QtBot, qapp: QApplication) -> InspectorView:
    theme.apply(qapp, "dark")
    view = InspectorView()
    qtbot.addWidget(view)
    view.set_labels(LABELS)
    view.resize(300, 700)
    view.show()
    qtbot.waitExposed(view)
    return view


def texts(view: QWidget) -> list[str]:
    return [one.text() for one in view.findChildren(QLabel) if one.isVisible()]


def test_nothing_selected(inspector: InspectorView) -> None:
    assert any("Select a segment" in text for text in texts(inspector))
    assert not inspector.form.isVisible()


def test_one_segment(inspector: InspectorView) -> None:
    inspector.set_segments([ONE], CLOCK, Origin("I3D, 22 Nov", "sports", "eating", "ada · 14 Nov"))
    shown = texts(inspector)
    assert {
        "Segment",
        "0:06.000 · 150 frames",
        "0.500",
        "Predicted, not reviewed",
        "I3D, 22 Nov",
        "sports",
        "eating",
    } <= set(shown)
    assert any(text.startswith("ada · ") for text in shown)
    form = inspector.form
    assert (form.start.time.text(), form.start.frame.text()) == ("0:04.000", "100")
    assert (form.stop.time.text(), form.stop.frame.text()) == ("0:10.000", "250")
    assert form.label.currentText() == "sitting"
    assert form.comment.toPlainText() == "unsure"


def test_several_segments(inspector: InspectorView) -> None:
    inspector.set_segments([ONE, TWO], CLOCK)
    shown = set(texts(inspector))
    assert {"2 segments", "0:07.000 · 175 frames", "0.500 … 0.900", "1 predicted, 1 corrected"} <= shown
    assert inspector.form.label.currentIndex() == -1
    assert not inspector.form.start.isVisible()


@pytest.mark.parametrize(
    ("side", "field", "typed", "span"),
    [
        ("start", "time", "5", Span(125, 250)),
        ("start", "frame", "90", Span(90, 250)),
        ("stop", "time", "0:12.04", Span(100, 301)),
        ("stop", "frame", "5000", Span(100, 1000)),
        ("start", "frame", "400", Span(400, 401)),
        ("stop", "frame", "50", Span(49, 50)),
        ("stop", "frame", "0", Span(0, 1)),
        ("start", "frame", "1000", Span(999, 1000)),
    ],
)
def test_editing_the_span(
    inspector: InspectorView, qtbot: QtBot, side: str, field: str, typed: str, span: Span
) -> None:
    inspector.set_segments([ONE], CLOCK)
    with qtbot.waitSignal(inspector.span_edited) as told:
        type_into(getattr(getattr(inspector.form, side), field), typed)
    assert told.args == [ONE, span]
    # Nobody took the wish, so what stands in the project is shown again.
    assert (inspector.form.start.frame.text(), inspector.form.stop.frame.text()) == ("100", "250")


def test_a_wrong_time_is_marked(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    with qtbot.assertNotEmitted(inspector.span_edited):
        type_into(inspector.form.start.time, "4 o'clock")
        type_into(inspector.form.stop.time, "10")
    assert inspector.form.start.time.property("wrong")
    assert "not a time" in inspector.form.start.time.toolTip()


def test_choosing_a_label_relabels_those_that_differ(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE, TWO], CLOCK)
    inspector.form.label.setFocus()
    with qtbot.waitSignal(inspector.label_changed) as told:
        inspector.form.label.setCurrentIndex(0)
        qtbot.keyClick(inspector.form.label, Qt.Key.Key_Down)
    assert told.args == [[ONE], ID + 2]


def test_the_wheel_over_the_label_changes_nothing(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    inspector.form.comment.setFocus()
    combo = inspector.form.label
    at, zero = combo.rect().center(), combo.rect().topLeft()
    event = QWheelEvent(
        at.toPointF(), combo.mapToGlobal(at).toPointF(), zero, zero + at, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.assertNotEmitted(inspector.label_changed):
        QApplication.sendEvent(combo, event)
    assert combo.currentText() == "sitting"


def test_a_comment_is_kept_when_the_focus_leaves(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    inspector.form.comment.setFocus()
    inspector.form.comment.selectAll()
    qtbot.keyClicks(inspector.form.comment, "the left foot slips")
    with qtbot.waitSignal(inspector.comment_edited) as told:
        inspector.form.start.time.setFocus()
    assert told.args == [ONE, "the left foot slips"]


def test_a_comment_goes_to_the_segment_it_was_typed_for(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    inspector.form.comment.setFocus()
    qtbot.keyClicks(inspector.form.comment, "x")
    with qtbot.waitSignal(inspector.comment_edited) as told:
        inspector.set_segments([TWO], CLOCK)
    assert told.args == [ONE, "xunsure"]
    assert inspector.form.comment.toPlainText() == ""


def test_accept_and_reject(inspector: InspectorView, qtbot: QtBot) -> None:
    accept, reject = action(inspector, "Accept prediction", "A"), action(inspector, "Reject prediction", "R")
    inspector.set_actions({"accept": accept, "reject": reject})
    inspector.set_segments([ONE], CLOCK)
    buttons = {one.text().strip(): one for one in inspector.findChildren(QPushButton)}
    assert set(buttons) == {"Accept", "Reject"}
    assert "(A)" in buttons["Accept"].toolTip()
    reject.setEnabled(False)
    assert not buttons["Reject"].isEnabled()
    with qtbot.waitSignal(accept.triggered):
        qtbot.mouseClick(buttons["Accept"], Qt.MouseButton.LeftButton)


def test_best_labels(inspector: InspectorView) -> None:
    assert not inspector.bars.isVisible()
    inspector.set_best_labels([(f"label {i}", 1.0 - i / 10) for i in range(8)])
    assert inspector.bars.rows == tuple((f"label {i}", 1.0 - i / 10) for i in range(5))
    assert inspector.bars.isVisible()
    assert inspector.bars.height() == inspector.bars.sizeHint().height()

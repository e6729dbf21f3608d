"""Subject, attributes and points in the inspector, through mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import theme
from app.views.inspector import InspectorView
from core.rows import LabelKind, changed
from tests.helpers.views import CLOCK, ID, click_row, label, segment, type_into

LABELS = [label(1, "sitting"), changed(label(2, "clap"), kind=LabelKind.POINT)]
ONE = segment(1, 100, 250, subject="Ann", attributes=(("speed", "fast"),))
TWO = segment(2, 300, 325, subject="Bob")


@pytest.fixture
def inspector(qtbot: QtBot, qapp: QApplication) -> InspectorView:
    theme.apply(qapp, "dark")
    view = InspectorView()
    qtbot.addWidget(view)
    view.set_labels(LABELS)
    view.set_subjects(["Ann", "Bob"])
    view.resize(300, 800)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def write(inspector: InspectorView, row: int, column: int, text: str) -> None:
    """Clicks a cell of the attributes and types."""
    click_row(inspector.form.attributes, row, column)
    cell = QApplication.focusWidget()
    assert cell is not None
    type_into(cell, text)
    QApplication.processEvents()  # Enter in a cell commits a moment later


def test_a_new_subject(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    assert inspector.form.subject.currentText() == "Ann"
    with qtbot.waitSignal(inspector.left), qtbot.waitSignal(inspector.subject_edited) as told:
        type_into(inspector.form.subject.line, " Dr  Zoe")
    assert told.args == [[ONE], "Dr Zoe"]


def test_a_known_subject_for_those_that_differ(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE, TWO], CLOCK)
    box = inspector.form.subject
    assert (box.currentText(), box.line.placeholderText()) == ("", "Several subjects")
    assert not inspector.form.attributes.isVisible()
    box.setFocus()
    with qtbot.waitSignal(inspector.subject_edited) as told:
        QTest.keyClicks(box.line, "Bob")
        QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert told.args == [[ONE], "Bob"]


def test_clearing_the_subject(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    inspector.form.subject.setFocus()
    inspector.form.subject.line.selectAll()
    with qtbot.waitSignal(inspector.subject_edited) as told:
        QTest.keyClick(inspector.form.subject.line, Qt.Key.Key_Backspace)
        inspector.form.comment.setFocus()
    assert told.args == [[ONE], ""]


def test_a_subject_goes_to_the_segment_it_was_typed_for(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    inspector.form.subject.setFocus()
    inspector.form.subject.line.selectAll()
    QTest.keyClicks(inspector.form.subject.line, "Zoe")
    with qtbot.waitSignal(inspector.subject_edited) as told:
        inspector.set_segments([TWO], CLOCK)
    assert told.args == [[ONE], "Zoe"]
    assert inspector.form.subject.currentText() == "Bob"


def test_adding_an_attribute(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    assert inspector.form.attributes.rowCount() == 2
    with qtbot.waitSignal(inspector.attributes_edited) as told:
        write(inspector, 1, 0, "hand")
    assert told.args == [ONE, (("speed", "fast"), ("hand", ""))]
    after = changed(ONE, attributes=told.args[1])
    inspector.set_segments([after], CLOCK)
    assert inspector.form.attributes.rowCount() == 3
    with qtbot.waitSignal(inspector.attributes_edited) as told:
        write(inspector, 1, 1, "left")
    assert told.args == [after, (("speed", "fast"), ("hand", "left"))]


def test_changing_and_removing_an_attribute(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    with qtbot.waitSignal(inspector.attributes_edited) as told:
        write(inspector, 0, 1, "slow")
    assert told.args == [ONE, (("speed", "slow"),)]
    inspector.form.attributes.setCurrentCell(0, 0)
    inspector.form.attributes.setFocus()
    with qtbot.waitSignal(inspector.attributes_edited) as told:
        QTest.keyClick(inspector.form.attributes, Qt.Key.Key_Delete)
    assert told.args == [ONE, ()]


def test_a_value_without_a_name_waits_for_one(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    with qtbot.assertNotEmitted(inspector.attributes_edited):
        write(inspector, 1, 1, "left")
    with qtbot.waitSignal(inspector.attributes_edited) as told:
        write(inspector, 1, 0, "hand")
    assert told.args == [ONE, (("speed", "fast"), ("hand", "left"))]


def test_an_attribute_goes_to_the_segment_it_was_typed_for(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.set_segments([ONE], CLOCK)
    click_row(inspector.form.attributes, 1, 0)
    cell = QApplication.focusWidget()
    assert cell is not None
    QTest.keyClicks(cell, "hand")
    with qtbot.waitSignal(inspector.attributes_edited) as told:
        inspector.set_segments([TWO], CLOCK)
    assert told.args == [ONE, (("speed", "fast"), ("hand", ""))]
    assert inspector.form.attributes.rowCount() == 1


def test_a_point_has_one_frame(inspector: InspectorView) -> None:
    point = segment(3, 60, 61, ID + 2)
    inspector.set_segments([point], CLOCK)
    form = inspector.form
    assert form.start.isVisible()
    assert not form.stop.isVisible()
    assert form._word(form.start).text() == "At"
    inspector.set_segments([ONE], CLOCK)
    assert form.stop.isVisible()
    assert form._word(form.start).text() == "Start"

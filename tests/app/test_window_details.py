"""Subject, attributes, markers and comments in the real window are Edits of the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import tasks
from core.rows import Marker, changed, new_id
from core.task import drive
from core.timeline.edit import Edit
from tests.helpers.desk import Desk, desk
from tests.helpers.views import click_row, type_into

__all__ = ["desk"]


@pytest.fixture
def drawn(desk: Desk) -> Desk:
    desk.label("wave")
    desk.drag(10, 40)
    return desk


def test_what_is_said_of_a_segment_is_in_the_file_and_can_be_undone(drawn: Desk, tmp_path: Path) -> None:
    form = drawn.window.inspector.form
    type_into(form.subject.line, "Ann")
    click_row(form.attributes, 0, 0)
    cell = QApplication.focusWidget()
    assert cell is not None
    type_into(cell, "hand")
    QApplication.processEvents()
    (row,) = drawn.stored
    assert (row.subject, row.attributes) == ("Ann", (("hand", ""),))
    assert drawn.ws.document.project.undo_text() == "Set attributes"
    assert [form.subject.itemText(i) for i in range(form.subject.count())] == ["Ann"]
    task = tasks.write_annotations(tmp_path / "out.csv", "csv", tasks.snapshot(drawn.ws.document.project))
    drive(task)
    assert 'Ann,"{""hand"": """"}"' in (tmp_path / "out.csv").read_text("utf-8")
    drawn.ws.document.undo()
    drawn.ws.document.undo()
    assert (drawn.stored[0].subject, drawn.stored[0].attributes) == ("", ())
    assert form.subject.currentText() == ""


def test_delete_in_the_attributes_does_not_delete_the_segment(drawn: Desk) -> None:
    table = drawn.window.inspector.form.attributes
    table.setFocus()
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert len(drawn.stored) == 1


def test_markers_of_the_open_video_are_followed(drawn: Desk) -> None:
    document = drawn.ws.document
    assert document.video is not None
    marker = Marker(new_id(), document.video.id, 7, "look", author="Ann")
    with drawn.qtbot.waitSignal(document.rows_changed) as told, drawn.qtbot.assertNotEmitted(document.lists_changed):
        assert document.push(Edit("Add marker", added=(marker,)))
    assert told.args == [set()]
    assert dict(document.markers) == {marker.id: marker}
    later = changed(marker, frame=9)
    document.push(Edit("Move marker", (marker,), (later,)))
    assert dict(document.markers) == {marker.id: later}
    document.undo()
    document.undo()
    assert not document.markers
    document.redo()
    drawn.ws.open_project(drawn.project)
    assert dict(drawn.ws.document.markers) == {marker.id: marker}
    video = drawn.ws.document.video
    assert video is not None
    assert drawn.ws.document.remove_videos([video])
    assert not drawn.ws.document.markers
    drawn.ws.document.undo()
    assert drawn.ws.document.project.markers() == [marker]

"""The label editor in the real window, by mouse and keys: every change is one Edit that can be undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QComboBox, QPushButton, QTreeWidgetItem, QWidget

from app import dialogs
from app.dialogs.labels import LabelsDialog
from app.views.label_cells import COLOR, COUNT, GROUP, KEY, KIND, NAME
from app.views.library_labels import KeyEdit
from core.rows import Label, LabelKind, State
from core.time import Span
from core.timeline.label_ops import in_order
from tests.helpers.desk import Desk, desk, spans
from tests.helpers.views import click_row, type_into

__all__ = ["desk"]


class Editor:
    """What a test holds of the open label editor."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.dialog: LabelsDialog = desk.window.label_editor.dialog
        self.tree = self.dialog.tree

    @property
    def labels(self) -> dict[str, Label]:
        QApplication.processEvents()  # Enter in a cell commits a moment later
        return {label.name: label for label in self.desk.ws.document.labels.values()}

    @property
    def rows(self) -> list[str]:
        return [f"{'-' * depth}{label.name}" for label, depth in in_order(self.labels.values())]

    def item(self, name: str) -> QTreeWidgetItem:
        label_id = self.labels[name].id  # first, because it may bring other items
        return self.tree._items[label_id]

    def choose(self, name: str, column: int = NAME) -> None:
        self.tree.setFocus()
        self.tree.set_current(self.labels[name].id, column)

    def edit(self, name: str, column: int) -> QWidget:
        """Double-clicks a cell and returns what one types into."""
        index = self.tree.indexFromItem(self.item(name), column)
        at = self.tree.visualRect(index).center()
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(self.tree.viewport(), left, pos=at)
        QTest.mouseDClick(self.tree.viewport(), left, pos=at)
        editor = self.tree.indexWidget(index)
        assert editor is not None
        return editor

    def key(self, key: Qt.Key, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.tree, key, mods)

    def alt(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.tree, key, Qt.KeyboardModifier.AltModifier)

    def press(self, button: QPushButton) -> None:
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def drop(self, name: str, on: str, where: float) -> None:
        """Lets a label fall on another one's row: 0 its upper edge, 1 its lower."""
        self.choose(name)
        box = self.tree.visualItemRect(self.item(on))
        at = QPoint(box.center().x(), round(box.top() + where * (box.height() - 1)))
        self.fall(at)

    def fall(self, at: QPoint) -> None:
        move, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
        data = QMimeData()
        self.tree.dropEvent(QDropEvent(QPointF(at), move, data, Qt.MouseButton.LeftButton, none))

    @property
    def undo(self) -> str | None:
        return self.desk.ws.document.project.undo_text()


@pytest.fixture
def editor(desk: Desk) -> Editor:
    """Three labels, the first with two segments, opened by the action's key."""
    for name in ("walk", "run", "clap"):
        desk.label(name)
    desk.window.library.label_chosen.emit(next(iter(desk.ws.document.labels)))
    lane = desk.lane(desk.ws.document.author or "Labels", "walk")
    desk.drag(10, 30, lane)
    desk.drag(50, 70, lane)
    desk.keys("Ctrl+Shift+L")
    made = Editor(desk)
    desk.until(made.dialog.isVisible)
    return made


def test_it_opens_from_the_labels_list_and_shows_what_is_there(editor: Editor) -> None:
    editor.press(next(b for b in editor.dialog.findChildren(QPushButton) if b.text() == "Close"))
    assert not editor.dialog.isVisible()
    QTest.mouseClick(editor.desk.window.library.labels.editor, Qt.MouseButton.LeftButton)
    assert editor.dialog.isVisible()
    item = editor.tree.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in (NAME, KEY, GROUP, KIND, COUNT)] == ["walk", "1", "", "Lasts", "2"]


def test_renaming_in_place_is_one_edit(editor: Editor) -> None:
    type_into(editor.edit("run", NAME), "sprint")
    assert editor.rows == ["walk", "sprint", "clap"]
    assert editor.undo == "Rename run to sprint"
    QTest.keyClick(editor.dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.rows == ["walk", "run", "clap"]


def test_a_name_that_is_taken_is_told_where_one_looks(editor: Editor) -> None:
    type_into(editor.edit("run", NAME), "WALK")
    assert editor.rows == ["walk", "run", "clap"]
    assert "already" in editor.dialog.asking.text.text()
    assert editor.dialog.asking.isVisible()


def test_keys_alone_reach_every_cell(editor: Editor) -> None:
    editor.choose("run")
    editor.key(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "sprint")
    editor.key(Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), KeyEdit)
    editor.key(Qt.Key.Key_F)
    assert editor.labels["sprint"].key == "f"
    editor.choose("sprint", GROUP)
    editor.key(Qt.Key.Key_F2)
    group = QApplication.focusWidget()
    assert group is not None
    QTest.keyClicks(group, "gait")
    editor.key(Qt.Key.Key_Return)
    assert editor.labels["sprint"].group == "gait"


def test_a_key_of_the_window_is_refused(editor: Editor) -> None:
    QTest.keyClick(editor.edit("run", KEY), Qt.Key.Key_J)
    assert editor.labels["run"].key == "2"
    assert "already means" in editor.dialog.asking.text.text()


def test_a_colour(editor: Editor) -> None:
    index = editor.tree.indexFromItem(editor.item("run"), COLOR)
    QTest.mouseClick(editor.tree.viewport(), Qt.MouseButton.LeftButton, pos=editor.tree.visualRect(index).center())
    chooser = editor.dialog.findChild(QColorDialog)
    assert chooser is not None
    chooser.setCurrentColor(QColor("#123456"))
    chooser.accept()
    assert editor.labels["run"].color == "#123456"


def test_a_group_that_the_segments_forbid_is_refused(editor: Editor) -> None:
    desk = editor.desk
    desk.ws.document.add_segment(Span(20, 40), editor.labels["run"].id)
    type_into(editor.edit("walk", GROUP), "gait")
    type_into(editor.edit("run", GROUP), "gait")
    assert (editor.labels["walk"].group, editor.labels["run"].group) == ("gait", "")
    assert "would overlap" in editor.dialog.asking.text.text()


def choose_kind(editor: Editor, name: str, row: int) -> None:
    box = editor.edit(name, KIND)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_a_point_asks_before_segments_are_cut(editor: Editor) -> None:
    choose_kind(editor, "walk", 1)
    assert "2 segments last longer" in editor.dialog.asking.text.text()
    assert editor.labels["walk"].kind is LabelKind.STATE
    editor.press(editor.dialog.asking.yes)
    assert editor.labels["walk"].kind is LabelKind.POINT
    assert spans(editor.desk.stored) == [Span(10, 11), Span(50, 51)]
    editor.desk.ws.document.undo()
    assert spans(editor.desk.stored) == [Span(10, 30), Span(50, 70)]
    choose_kind(editor, "clap", 1)  # has none
    assert editor.labels["clap"].kind is LabelKind.POINT


def test_dragging_orders_and_nests(editor: Editor) -> None:
    editor.drop("clap", "walk", 0.0)
    assert editor.rows == ["clap", "walk", "run"]
    editor.drop("run", "walk", 0.5)
    assert editor.rows == ["clap", "walk", "-run"]
    editor.drop("clap", "run", 1.0)
    assert editor.rows == ["walk", "-run", "-clap"]
    editor.drop("walk", "clap", 0.5)  # below itself
    assert editor.rows == ["walk", "-run", "-clap"]
    assert "cannot lie below itself" in editor.dialog.asking.text.text()
    editor.choose("run")
    editor.fall(QPoint(30, editor.tree.viewport().height() - 4))
    assert editor.rows == ["walk", "-clap", "run"]
    assert editor.undo == "Arrange labels"


def test_the_arrows_order_and_nest_too(editor: Editor) -> None:
    editor.choose("clap")
    editor.alt(Qt.Key.Key_Up)
    assert editor.rows == ["walk", "clap", "run"]
    editor.alt(Qt.Key.Key_Right)
    assert editor.rows == ["walk", "-clap", "run"]
    editor.choose("run")
    editor.alt(Qt.Key.Key_Right, Qt.Key.Key_Up)
    assert editor.rows == ["walk", "-run", "-clap"]
    editor.alt(Qt.Key.Key_Down)
    assert editor.rows == ["walk", "-clap", "-run"]
    editor.alt(Qt.Key.Key_Left)
    assert editor.rows == ["walk", "-clap", "run"]


def test_the_labels_list_indents_what_lies_below(editor: Editor) -> None:
    editor.drop("run", "walk", 0.5)
    model = editor.desk.window.library.labels.tree.model()
    assert model.index(1, 1).data() == "\u2003run"
    assert model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole).startswith("walk › run")


def test_adding(editor: Editor) -> None:
    editor.choose("walk")
    editor.press(editor.dialog.add_below)
    field = QApplication.focusWidget()
    assert field is not None
    type_into(field, "stroll")
    assert editor.rows == ["walk", "-stroll", "run", "clap"]


def test_deleting_asks_what_goes_with_it(editor: Editor) -> None:
    editor.drop("run", "walk", 0.5)
    editor.choose("walk")
    editor.key(Qt.Key.Key_Delete)
    assert editor.dialog.asking.yes.text() == "Delete with 2 segments"
    editor.press(editor.dialog.asking.no)
    assert editor.rows == ["walk", "-run", "clap"]
    editor.key(Qt.Key.Key_Delete)
    editor.press(editor.dialog.asking.yes)
    assert editor.rows == ["run", "clap"]
    assert editor.desk.stored == []
    editor.desk.ws.document.undo()
    assert editor.rows == ["walk", "-run", "clap"]
    assert len(editor.desk.stored) == 2


def test_escape_answers_no_and_leaves_the_editor_open(editor: Editor) -> None:
    editor.choose("walk")
    editor.key(Qt.Key.Key_Delete)
    editor.key(Qt.Key.Key_Escape)
    assert not editor.dialog.asking.isVisible()
    assert editor.dialog.isVisible()
    assert "walk" in editor.labels


def test_merging(editor: Editor) -> None:
    editor.choose("walk")
    editor.press(editor.dialog.merge)
    asking = editor.dialog.asking
    assert [asking.choice.itemText(i) for i in range(asking.choice.count())] == ["run", "clap"]
    asking.choice.setCurrentIndex(1)
    editor.press(asking.yes)
    assert editor.rows == ["run", "clap"]
    assert {row.label_id for row in editor.desk.stored} == {editor.labels["clap"].id}
    assert "2 segments of “walk” got “clap”" in asking.text.text()
    editor.desk.ws.document.undo()
    assert {row.label_id for row in editor.desk.stored} == {editor.labels["walk"].id}


def test_labels_leave_and_come_as_a_file(editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "labels.json"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: file)
    monkeypatch.setattr(dialogs, "ask_open", lambda *_: file)
    editor.press(editor.dialog.write)
    data = json.loads(file.read_text("utf-8"))
    assert [row["name"] for row in data["labels"]] == ["walk", "run", "clap"]
    data["labels"][0] |= {"kind": "point", "color": "#abcdef"}
    data["labels"].append({"name": "hop", "parent": "run", "key": "j"})
    file.write_text(json.dumps(data), "utf-8")
    editor.press(editor.dialog.read)
    assert editor.rows == ["walk", "run", "-hop", "clap"]
    assert editor.labels["walk"].color == "#abcdef"
    said = editor.dialog.asking.text.text()
    assert "Labels added: 1, changed: 1." in said
    assert "stays a state" in said
    assert "The key J means" in said
    editor.desk.ws.document.undo()
    assert editor.rows == ["walk", "run", "clap"]
    file.write_text("{", "utf-8")
    editor.press(editor.dialog.read)
    assert "not valid JSON" in editor.dialog.asking.text.text()


def test_a_points_key_marks_the_frame_on_screen(editor: Editor) -> None:
    desk = editor.desk
    choose_kind(editor, "clap", 1)
    editor.dialog.close()
    desk.keys("Esc")
    desk.go(80)
    desk.keys("3")
    assert [(row.span, row.state) for row in desk.stored][-1] == (Span(80, 81), State.HUMAN)
    desk.keys("]")  # its end stays one frame after its start
    assert desk.stored[-1].span == Span(80, 81)
    desk.keys("Esc")
    desk.go(5)
    desk.keys("I")
    desk.go(9)
    desk.keys("O", "3")
    assert desk.stored[0].span == Span(5, 6)
    desk.ws.document.select([row.id for row in desk.segments if row.label_id == editor.labels["clap"].id])
    desk.keys("Ctrl+J")
    assert any("cannot be joined" in text for text in desk.window.messages.texts)


def test_another_project_shows_its_own_labels(editor: Editor, tmp_path: Path) -> None:
    editor.desk.ws.open_project(tmp_path / "other.reelmark")
    assert editor.tree.topLevelItemCount() == 0
    assert not editor.dialog.merge.isEnabled()
    click_row(editor.tree, 0)  # nothing is there

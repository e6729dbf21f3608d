"""The cells of the label tree: what is painted in them, and what one types or chooses there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.views.library_labels import LABEL, KeyEdit
from core.rows import LabelKind

NAME, COLOR, KEY, GROUP, KIND, COUNT = range(6)
_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Signals: committed(Label, column, text): the model changes only when it is given labels again."""

    committed = Signal(object, int, str)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), 28)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        column = index.column()
        if column == KEY:
            key = KeyEdit(parent)
            key.pressed.connect(self._commit)
            return key
        if column == GROUP:
            group = QComboBox(parent, editable=True)
            group.addItems(["", *self._groups()])
            _line(group).setPlaceholderText(self.tr("none"))
            group.activated.connect(self._commit)
            return group
        if column == KIND:
            kind = QComboBox(parent)
            kind.addItem(self.tr("Lasts"), LabelKind.STATE.value)
            kind.addItem(self.tr("One moment"), LabelKind.POINT.value)
            kind.activated.connect(self._commit)
            return kind
        if column in (COLOR, COUNT):
            return None  # type: ignore[return-value]  # Qt's way of saying that there is nothing to edit
        return QLineEdit(parent)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        label = index.sibling(index.row(), NAME).data(LABEL)
        if index.column() == GROUP and isinstance(editor, QComboBox):
            editor.setCurrentText(label.group)
            _line(editor).selectAll()
        elif index.column() == KIND and isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(label.kind.value))
        elif isinstance(editor, QLineEdit) and not isinstance(editor, KeyEdit):
            editor.setText(label.name)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        label = index.sibling(index.row(), NAME).data(LABEL)
        if editor.property("told"):  # what was told may have asked a question, and so have taken the focus
            return
        editor.setProperty("told", True)
        if isinstance(editor, QComboBox):
            text = str(editor.currentData()) if index.column() == KIND else editor.currentText()
        elif isinstance(editor, QLineEdit):
            text = editor.text()
            if isinstance(editor, KeyEdit) and not editor.was_pressed:
                return
        else:
            return
        self.committed.emit(label, index.column(), " ".join(text.split()))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, QComboBox):  # its own height and width, or the words would be cut
            box = editor.geometry()
            box.setSize(box.size().expandedTo(editor.sizeHint()))
            box.moveTop(option.rect.center().y() - box.height() // 2)
            editor.setGeometry(box)

    def _commit(self, *_: object) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    def _groups(self) -> list[str]:
        tree: Any = self.parent()
        return list(tree.groups())


def _line(box: QComboBox) -> QLineEdit:
    line = box.lineEdit()
    assert line is not None
    return line

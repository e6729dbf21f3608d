"""The list of labels: colour, name, key, and how often each is used; edited in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import theme
from core.rows import Label, changed
from core.timeline.label_ops import in_order, key_problem, name_problem, path

LABEL = Qt.ItemDataRole.UserRole
COLOR, NAME, KEY, COUNT = range(4)
_Index = QModelIndex | QPersistentModelIndex
_HEADS = (
    "",
    str(QT_TRANSLATE_NOOP("LabelModel", "Label")),
    str(QT_TRANSLATE_NOOP("LabelModel", "Key")),
    str(QT_TRANSLATE_NOOP("LabelModel", "Used")),
)
_INDENT = "\u2003"  # an em space for each label above


class LabelModel(QAbstractTableModel):
    """Signals:
    edited: the label as the user wants it; the model itself changes only when it is given labels again.
    refused: one sentence; the edit makes no sense.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[Label] = []
        self._counts: dict[int, int] = {}
        self._depths: dict[int, int] = {}
        self._reserved: dict[str, str] = {}
        self._current: int | None = None

    def set_labels(self, labels: Sequence[Label], counts: Mapping[int, int]) -> None:
        ordered = in_order(labels)
        if [label for label, _ in ordered] != self._labels:
            self.beginResetModel()
            self._labels, self._counts = [label for label, _ in ordered], dict(counts)
            self._depths = {label.id: depth for label, depth in ordered}
            self.endResetModel()
        elif dict(counts) != self._counts:
            self._counts = dict(counts)
            self._repaint()

    def set_reserved(self, keys: Mapping[str, str]) -> None:
        """Keys that mean something else: "J" → "Play backwards"."""
        self._reserved = {key.upper(): what for key, what in keys.items()}

    def set_current(self, label_id: int | None) -> None:
        self._current = label_id
        self._repaint()

    def row_of(self, label_id: int | None) -> QModelIndex:
        rows = [row for row, label in enumerate(self._labels) if label.id == label_id]
        return self.index(rows[0], NAME) if rows else QModelIndex()

    def named(self, name: str) -> Label | None:
        return next((label for label in self._labels if label.name.casefold() == name.casefold()), None)

    def groups(self) -> list[str]:
        return sorted({label.group for label in self._labels if label.group})

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._labels)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.tr(_HEADS[section]) if _HEADS[section] else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = {COUNT: Qt.AlignmentFlag.AlignRight, KEY: Qt.AlignmentFlag.AlignHCenter}
            return side.get(section, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if index.column() in (NAME, KEY) else plain

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        label, column = self._labels[index.row()], index.column()
        if role == LABEL:
            return label
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            count = self._counts.get(label.id, 0)
            indent = _INDENT * self._depths[label.id] if role == Qt.ItemDataRole.DisplayRole else ""
            return ("", indent + label.name, label.key.upper(), str(count) if count else "")[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(label, column)
        if role == Qt.ItemDataRole.FontRole and label.id == self._current and column == NAME:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and column == COUNT:
            return QColor(theme.colors().muted)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == COUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        label, text = self._labels[index.row()], str(value).strip()
        if role != Qt.ItemDataRole.EditRole:
            return False
        wrong = self._name_problem(label, text) if index.column() == NAME else self._key_problem(label, text)
        if wrong:
            self.refused.emit(wrong)
            return False
        after = changed(label, name=text) if index.column() == NAME else changed(label, key=text.lower())
        if after != label:
            self.edited.emit(after)
        return True

    def _name_problem(self, label: Label, name: str) -> str:
        return name_problem(label, name, self._labels)

    def _key_problem(self, label: Label, key: str) -> str:
        return key_problem(label, key, self._labels, self._reserved)

    def _tip(self, label: Label, column: int) -> str:
        if column == COLOR:
            return self.tr("Click to change the colour")
        if column == KEY:
            return self.tr("Double-click, then press the key that gives this label")
        now = "\n" + self.tr("New segments get this label") if label.id == self._current else ""
        whole = path(label, {row.id: row for row in self._labels})
        group = "\n" + self.tr("Exclusive group “{name}”").format(name=label.group) if label.group else ""
        return whole + group + now

    def _repaint(self) -> None:
        if self._labels:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._labels) - 1, COUNT))


class LabelDelegate(QStyledItemDelegate):
    """The colour as a chip (a click wants another colour), the key as a key cap.

    Signals: color_wanted(Label).
    """

    color_wanted = Signal(object)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index) if index.column() != KEY else self._blank(painter, option, index)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == COLOR:
            chip = QRectF(0, 0, 14, 14)
            chip.moveCenter(QRectF(box).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(index.data(LABEL).color))
            painter.drawRoundedRect(chip, 4, 4)
        elif index.column() == KEY and index.data():
            cap = QRectF(0, 0, max(20, painter.fontMetrics().horizontalAdvance(index.data()) + 10), 19)
            cap.moveCenter(QRectF(box).center())
            painter.setPen(QPen(QColor(theme.colors().border)))
            painter.setBrush(QColor(theme.colors().raised))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(QColor(theme.colors().text))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), 27)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        if index.column() != KEY:
            return super().createEditor(parent, option, index)
        editor = KeyEdit(parent)
        editor.pressed.connect(self._commit_key)
        return editor

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: _Index) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and index.column() == COLOR:
            self.color_wanted.emit(index.data(LABEL))
            return True
        return super().editorEvent(event, model, option, index)

    def _commit_key(self) -> None:
        editor = self.sender()
        if isinstance(editor, KeyEdit):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    def _blank(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row's background without the text."""
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        widget.style().drawControl(widget.style().ControlElement.CE_ItemViewItem, option, painter, widget)


class KeyEdit(QLineEdit):
    """Takes one press of a letter, a digit or a function key; Backspace or Delete means no key.

    Signals: pressed() after a key was taken.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.was_pressed = False
        self.setPlaceholderText(self.tr("press"))
        self.setReadOnly(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:  # letters are shortcuts of the window
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take("")
        elif Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
            self._take(f"F{key - Qt.Key.Key_F1 + 1}")
        elif len(event.text()) == 1 and event.text().isalnum():
            self._take(event.text().upper())
        else:
            event.ignore()

    def _take(self, text: str) -> None:
        self.setText(text)
        self.was_pressed = True
        self.pressed.emit()

"""Who does it, and what else can be said of a segment: free names with values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app import theme
from app.views.keys import LIST_KEYS, keep_keys

Pairs = tuple[tuple[str, str], ...]
_ROW = 25
_SHOWN = 4  # rows; more are scrolled


class SubjectEdit(QComboBox):
    """One of the known subjects, or a new one.

    Signals: entered(str): another one than was shown. left(): Enter ended the typing.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, editable=True)
        self._shown = ""
        self._names: tuple[str, ...] = ()
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Subject"))
        self.line.setAccessibleName(self.tr("Subject"))
        self.setToolTip(self.tr("Who does it; type a name or choose one that is known, and press Enter"))
        keep_keys(self.line, LIST_KEYS)
        self.line.editingFinished.connect(self._finished)
        self.line.returnPressed.connect(self._enter_pressed)
        self.activated.connect(self._finished)

    @property
    def line(self) -> QLineEdit:
        line = self.lineEdit()
        assert line is not None
        return line

    def set_known(self, names: Sequence[str]) -> None:
        if tuple(names) != self._names:
            self._names = tuple(names)
            text = self.currentText()
            self.clear()
            self.addItems(list(names))
            self.setCurrentIndex(-1)
            self.setEditText(text)

    def show_subjects(self, subjects: Sequence[str]) -> None:
        """Those of all selected segments. What is being typed stays."""
        several = len(set(subjects)) > 1
        text = subjects[0] if subjects and not several else ""
        self.line.setPlaceholderText(self.tr("Several subjects") if several else self.tr("nobody said"))
        if text != self._shown or not self.line.isModified():
            self._shown = text
            self.setEditText(text)
            self.line.setModified(False)

    def finish(self) -> None:
        """Takes what stands there, as if the focus had left."""
        if self.line.isModified():
            self._finished()

    def _finished(self, *_: object) -> None:
        text = " ".join(self.currentText().split())
        self.line.setModified(False)
        if text != self._shown:
            self._shown = text
            self.entered.emit(text)

    def _enter_pressed(self) -> None:
        self._finished()
        self.left.emit()


class AttributeTable(QTableWidget):
    """Names and values, with an empty row at the end for another one. A name that is emptied goes, with its value.

    Signals: entered(tuple of (name, value)).
    """

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self._pairs: Pairs = ()
        self.setHorizontalHeaderLabels([self.tr("Attribute"), self.tr("Value")])
        self.setAccessibleName(self.tr("Attributes"))
        self.setToolTip(self.tr("Type a name and a value into the last row; Delete removes the chosen row"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_Cells(self))
        keep_keys(self, LIST_KEYS)
        self.itemChanged.connect(self._on_changed)
        self.set_pairs(())

    def set_pairs(self, pairs: Pairs) -> None:
        if pairs == self._pairs and self.rowCount():
            return
        self._pairs = pairs
        self.blockSignals(True)
        row, column = self.currentRow(), self.currentColumn()
        self.setRowCount(len(pairs) + 1)
        for i, pair in enumerate((*pairs, ("", ""))):
            for j, text in enumerate(pair):
                self.setItem(i, j, QTableWidgetItem(text))
        if 0 <= row < self.rowCount():
            self.setCurrentCell(row, column)
        self.blockSignals(False)
        height = self.horizontalHeader().sizeHint().height() + _ROW * min(self.rowCount(), _SHOWN) + 2
        self.setFixedHeight(height)

    def finish(self) -> None:
        """Takes what is being typed into a cell."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentRow() >= 0:
            row = self.currentRow()
            self._enter([pair for i, pair in enumerate(self._read()) if i != row])
        else:
            super().keyPressEvent(event)

    def _on_changed(self, _: QTableWidgetItem) -> None:
        self._enter(self._read())

    def _read(self) -> list[tuple[str, str]]:
        def text(row: int, column: int) -> str:
            item = self.item(row, column)
            return " ".join(item.text().split()) if item is not None else ""

        return [(text(row, 0), text(row, 1)) for row in range(self.rowCount())]

    def _enter(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Each name counts once, with its last value; a value without a name waits for one."""
        named = tuple({name: value for name, value in pairs if name}.items())
        if named != self._pairs:
            self.entered.emit(named)


class _Cells(QStyledItemDelegate):
    """The empty last row says what it is for."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == 0 and index.row() == index.model().rowCount() - 1:
            option.text = self.tr("add…")
            option.palette.setColor(QPalette.ColorRole.Text, QColor(theme.colors().muted))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        keep_keys(editor, LIST_KEYS)
        return editor

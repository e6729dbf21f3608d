"""The list of a video's markers: Enter or a double click goes there, F2 names, Delete deletes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.views.keys import LIST_KEYS, keep_keys
from app.words import with_keys
from core.rows import Marker
from core.time import Clock, format_seconds

_ID = Qt.ItemDataRole.UserRole


class _List(QTreeWidget):
    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class MarkersView(QWidget):
    """Signals: chosen(marker id); renamed(marker id, text); deleted(list of marker ids)."""

    chosen = Signal(object)  # ids have 63 bits
    renamed = Signal(object, str)
    deleted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _List()
        self.list.setAccessibleName(self.tr("Markers"))
        self.list.setHeaderLabels([self.tr("Time"), self.tr("Frame"), self.tr("Name")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMinimumSize(380, 220)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "hint")
        self.say_keys()
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(self.hint)
        keep_keys(self.list, LIST_KEYS)
        self.list.itemActivated.connect(self._go)
        self.list.itemChanged.connect(self._rename)
        self.list.delete_pressed.connect(self._delete)

    def say_keys(self) -> None:
        """They have changed."""
        text = self.tr("{add_marker} sets a marker at the playhead. Enter goes to one, F2 names it, Delete deletes it.")
        self.hint.setText(with_keys(text))

    def set_markers(self, markers: list[Marker], clock: Clock | None) -> None:
        kept = {item.data(0, _ID) for item in self.list.selectedItems()}
        self.list.blockSignals(True)
        self.list.clear()
        for marker in markers:
            item = QTreeWidgetItem(
                [format_seconds(clock.seconds(marker.frame)) if clock else "", str(marker.frame), marker.text]
            )
            item.setData(0, _ID, marker.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addTopLevelItem(item)
            item.setSelected(marker.id in kept)
        self.list.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.list.currentItem()
        if event.key() == Qt.Key.Key_F2 and item is not None:
            self.list.editItem(item, 2)
        else:
            super().keyPressEvent(event)

    def _go(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, _ID))

    def _rename(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 2:
            self.renamed.emit(item.data(0, _ID), item.text(2))

    def _delete(self) -> None:
        if ids := [item.data(0, _ID) for item in self.list.selectedItems()]:
            self.deleted.emit(ids)

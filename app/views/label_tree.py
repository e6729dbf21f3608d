"""The labels as a tree: children below what they are a kind of; edited in place, dragged to another place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app import theme
from app.views.label_cells import COLOR, COUNT, GROUP, KEY, KIND, NAME, CellDelegate
from app.views.library_labels import LABEL
from core.rows import Label
from core.timeline.label_ops import in_order, path

_EDITED = (NAME, KEY, GROUP, KIND)
_EDGE = 5.5  # of a row's height is “between” two rows, as in Qt's own trees


class LabelTree(QTreeWidget):
    """Signals:
    committed: (Label, column, text) as typed into a cell.
    color_wanted: a Label whose chip was clicked.
    move_wanted: (label id, id of the label it shall lie below or None, id of the label it shall stand before or None).
    delete_wanted: a Label.
    """

    committed = Signal(object, int, str)
    color_wanted = Signal(object)
    move_wanted = Signal(object, object, object)
    delete_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[int, QTreeWidgetItem] = {}
        self._shut: set[int] = set()
        self._shown: tuple[tuple[Label, ...], dict[int, int]] = ((), {})
        self.setHeaderLabels(
            [self.tr("Label"), "", self.tr("Key"), self.tr("Exclusive group"), self.tr("Kind"), self.tr("Used")]
        )
        cells = CellDelegate(self)
        cells.committed.connect(self.committed)
        self.setItemDelegate(cells)
        self.setAccessibleName(self.tr("Labels"))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)  # what a drop means is said here
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.itemCollapsed.connect(self._on_collapsed)
        self.itemExpanded.connect(self._on_expanded)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        group, kind = self.tr("Exclusive group"), self.tr("One moment")
        for column, text in ((KEY, "F12"), (GROUP, group), (KIND, kind), (COUNT, "100,000")):
            header.resizeSection(column, self.fontMetrics().horizontalAdvance(text) + 32)
        header.resizeSection(COLOR, 34)
        heads = self.headerItem()
        heads.setTextAlignment(KEY, Qt.AlignmentFlag.AlignCenter)
        heads.setTextAlignment(COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    # -- values in ---------------------------------------------------------------------------------------------------

    def set_labels(self, labels: Sequence[Label], counts: Mapping[int, int]) -> None:
        """`counts`: how many segments have each label, by id. The current label stays current, and a cell that is
        being edited stays open where nothing is new."""
        shown = (tuple(labels), dict(counts))
        if shown == self._shown:
            return
        self._shown = shown
        current, column = self.current_label, self.currentColumn()
        at = self.verticalScrollBar().value()
        self.clear()
        self._items = {}
        known = {label.id: label for label in labels}
        for label, _ in in_order(labels):
            above = self._items.get(label.parent_id or 0)
            self._items[label.id] = item = QTreeWidgetItem(above if above is not None else self.invisibleRootItem())
            self._fill(item, label, counts.get(label.id, 0), path(label, known))
        for label_id, item in self._items.items():
            item.setExpanded(label_id not in self._shut)
        self.verticalScrollBar().setValue(at)
        if current is not None:
            self.set_current(current.id, max(0, column))

    def _fill(self, item: QTreeWidgetItem, label: Label, count: int, whole: str) -> None:
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        kind = self.tr("One moment") if label.point else self.tr("Lasts")
        texts = {NAME: label.name, KEY: label.key.upper(), GROUP: label.group, KIND: kind}
        for column, text in texts.items():
            item.setText(column, text)
        item.setText(COUNT, f"{count:,}" if count else "")
        item.setTextAlignment(COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setTextAlignment(KEY, Qt.AlignmentFlag.AlignCenter)
        item.setIcon(COLOR, theme.swatch(label.color, 16))
        item.setData(NAME, LABEL, label)
        item.setToolTip(NAME, whole)
        item.setToolTip(COLOR, self.tr("Click to change the colour"))
        item.setToolTip(KEY, self.tr("Double-click, then press the key that gives this label"))
        item.setToolTip(GROUP, self.tr("Labels of one group never overlap on one track"))
        item.setToolTip(KIND, self.tr("Whether it lasts, or happens at one moment: a single frame"))
        item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, f"{whole}, {kind}, {count}")

    @property
    def current_label(self) -> Label | None:
        item = self.currentItem()
        return item.data(NAME, LABEL) if item is not None else None

    def groups(self) -> list[str]:
        """All exclusive groups, sorted."""
        return sorted({item.text(GROUP) for item in self._items.values()} - {""})

    def set_current(self, label_id: int, column: int = NAME) -> None:
        item = self._items.get(label_id)
        if item is not None:
            self.setCurrentItem(item, column)

    def edit_label(self, label_id: int, column: int = NAME) -> None:
        """Lets the user type into a cell."""
        self.set_current(label_id, column)
        item = self._items.get(label_id)
        if item is not None:
            self.scrollToItem(item)
            self.editItem(item, column)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on to the next cell of the same label."""
        hints = QAbstractItemDelegate.EndEditHint
        steps = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}
        super().closeEditor(editor, hints.NoHint if hint in steps else hint)
        label, column = self.current_label, self.currentColumn()
        if hint in steps and label is not None and column in _EDITED:
            at = _EDITED.index(column) + steps[hint]
            if 0 <= at < len(_EDITED):
                self.edit_label(label.id, _EDITED[at])

    def _on_collapsed(self, item: QTreeWidgetItem) -> None:
        self._shut.add(item.data(NAME, LABEL).id)

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        self._shut.discard(item.data(NAME, LABEL).id)

    # -- mouse and keys ----------------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.column() == COLOR:
            self.color_wanted.emit(self.itemFromIndex(index).data(NAME, LABEL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits, Delete deletes; Alt and an arrow moves the label up, down, in and out."""
        label, key = self.current_label, event.key()
        if self.state() == QAbstractItemView.State.EditingState:  # a cell's editor had no use for it
            return
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if label is not None and alt and key in _MOVES:
            self._nudge(*_MOVES[key])
        elif label is not None and key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_label(label.id, self.currentColumn() if self.currentColumn() in _EDITED else NAME)
        elif label is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit(label)
        else:
            super().keyPressEvent(event)

    def _nudge(self, along: int, depth: int) -> None:
        item = self.currentItem()
        if item is None:
            return
        above = item.parent() or self.invisibleRootItem()
        row = above.indexOfChild(item)
        if depth > 0 and row > 0:
            self._want(item, above.child(row - 1), None)
        elif depth < 0 and item.parent() is not None:
            outer = above.parent() or self.invisibleRootItem()
            self._want(item, outer, outer.child(outer.indexOfChild(above) + 1))
        elif along and 0 <= row + along < above.childCount():
            self._want(item, above, above.child(row - 1 if along < 0 else row + 2))

    def _want(self, item: QTreeWidgetItem, above: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        self.move_wanted.emit(_id(item), _id(above), _id(before))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        event.setAccepted(event.source() in (self, None))

    def dropEvent(self, event: QDropEvent) -> None:
        """Onto a label: below it. Between two: there. On empty ground: last. The rows move when the Edit is done."""
        dragged = self.currentItem()
        if dragged is not None and event.source() in (self, None):
            self._want(dragged, *self._place(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else Qt would take the row away itself
        event.accept()

    def _place(self, at: QPoint) -> tuple[QTreeWidgetItem, QTreeWidgetItem | None]:
        item = self.itemAt(at)
        root = self.invisibleRootItem()
        if item is None:
            return root, None
        box: QRect = self.visualItemRect(item)
        edge = max(2, min(round(box.height() / _EDGE), 12))
        above = item.parent() or root
        if at.y() - box.top() < edge:
            return above, item
        if box.bottom() - at.y() < edge:
            if item.isExpanded() and item.childCount():
                return item, item.child(0)
            return above, above.child(above.indexOfChild(item) + 1)
        return item, None


_MOVES: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}


def _id(item: QTreeWidgetItem | None) -> int | None:
    label: Any = item.data(NAME, LABEL) if item is not None else None
    return label.id if isinstance(label, Label) else None

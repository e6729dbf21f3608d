"""The lower half of the library: the labels, and a field that finds or adds one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QMenu,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.views.empty import EmptyHint
from app.views.keys import LIST_KEYS, keep_keys
from app.views.library_labels import COLOR, COUNT, KEY, LABEL, NAME, LabelDelegate, LabelModel
from app.views.library_videos import NameFilter
from app.views.searchfield import SearchField
from app.views.tips import plain_button
from core.rows import Label, changed

_PADDING = 10  # of a heading, as the style sheet has it, and a little air


class LabelTree(QTreeView):
    """Signals: delete_pressed()."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class LabelPane(QWidget):
    """Signals: see LibraryView."""

    label_chosen = Signal(object)
    label_edited = Signal(object)
    label_added = Signal(str)
    label_deleted = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self._filter = LabelModel(), NameFilter()
        self._filter.setSourceModel(self.model)
        self._filter.setFilterKeyColumn(NAME)
        self.model.edited.connect(self.label_edited)
        self.model.refused.connect(self.refused)
        self._current: int | None = None
        self.field = SearchField("Find or add a label…", self)
        self.field.setToolTip("Type to find a label; Enter takes it, or adds it when there is none of that name")
        self.field.left.connect(self.left)
        self.field.textChanged.connect(self._filter.set_text)
        self.field.returnPressed.connect(self._enter)
        self.add = plain_button("plus", "Add the typed label", self)
        self.add.clicked.connect(self._enter)
        self.tree = self._make_tree()
        self._hint = EmptyHint("tag", "No labels yet", "Type a name above and press Enter", self.tree)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 6)
        head.addWidget(self.field, 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        self.set_labels((), {})

    def set_labels(self, labels: Sequence[Label], counts: Mapping[int, int]) -> None:
        self.model.set_labels(labels, counts)
        self._hint.setVisible(not labels)
        self.tree.setHeaderHidden(not labels)
        self.set_current(self._current)

    def set_current(self, label_id: int | None) -> None:
        self._current = label_id
        self.model.set_current(label_id)
        index = self._filter.mapFromSource(self.model.row_of(label_id))
        if index.isValid():
            self.tree.setCurrentIndex(index)
        else:
            self.tree.clearSelection()

    def edit(self, label_id: int) -> None:
        self.field.clear()
        index = self._filter.mapFromSource(self.model.row_of(label_id))
        if index.isValid():
            self.tree.scrollTo(index)
            self.tree.edit(index)

    def menu(self, label: Label) -> QMenu:
        """What can be done with a label."""
        menu = QMenu(self)
        name = self._filter.mapFromSource(self.model.row_of(label.id))
        menu.addAction(theme.icon("pencil"), "Rename", partial(self.tree.edit, name))
        menu.addAction(theme.icon("keyboard"), "Change key", partial(self.tree.edit, name.siblingAtColumn(KEY)))
        menu.addAction(theme.icon("palette"), "Change colour…", partial(self._choose_color, label))
        groups = menu.addMenu(theme.icon("layers"), "Exclusive group")
        groups.setToolTip("Labels of one group never overlap on one track")
        for group in ("", *self.model.groups()):
            action = groups.addAction(group or "None", partial(self._set_group, label, group))
            action.setCheckable(True)
            action.setChecked(group == label.group)
        groups.addSeparator()
        groups.addAction("New group…", partial(self._new_group, label))
        menu.addSeparator()
        menu.addAction(theme.icon("trash-2"), "Delete label", partial(self.label_deleted.emit, label.id))
        return menu

    def _make_tree(self) -> LabelTree:
        tree = LabelTree(self)
        tree.setModel(self._filter)
        delegate = LabelDelegate(tree)
        delegate.color_wanted.connect(self._choose_color)
        tree.setItemDelegate(delegate)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setMouseTracking(True)
        tree.setAllColumnsShowFocus(True)
        tree.setAccessibleName("Labels")
        tree.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._show_menu)
        tree.clicked.connect(self._choose)
        tree.activated.connect(self._choose)
        tree.delete_pressed.connect(self._delete)
        keep_keys(tree, LIST_KEYS)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((COLOR, 28), (KEY, _room(tree, KEY)), (COUNT, _room(tree, COUNT))):
            header.resizeSection(column, width)
        return tree

    def _choose(self, index: QModelIndex) -> None:
        if index.column() != COLOR and index.data(LABEL).id != self._current:
            self.label_chosen.emit(index.data(LABEL).id)

    def _enter(self) -> None:
        name = " ".join(self.field.text().split())
        if not name:
            if not self.field.hasFocus():
                self.field.setFocus()
            return
        known = self.model.named(name)
        self.field.clear()
        if known is not None:
            self.label_chosen.emit(known.id)
        else:
            self.label_added.emit(name)
        self.left.emit()

    def _delete(self) -> None:
        index = self.tree.currentIndex()
        if index.isValid():
            self.label_deleted.emit(index.data(LABEL).id)

    def _choose_color(self, label: Label) -> None:
        dialog = QColorDialog(QColor(label.color), self)
        dialog.setWindowTitle(f"Colour of “{label.name}”")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(partial(self._set_color, label))
        dialog.open()

    def _set_color(self, label: Label, color: QColor) -> None:
        if color.name() != label.color:
            self.label_edited.emit(changed(label, color=color.name()))

    def _set_group(self, label: Label, group: str) -> None:
        if group != label.group:
            self.label_edited.emit(changed(label, group=group))

    def _new_group(self, label: Label) -> None:
        name, ok = QInputDialog.getText(self, "New exclusive group", "Labels of one group never overlap. Its name:")
        if ok and name.strip():
            self._set_group(label, name.strip())

    def _show_menu(self, at: QPoint) -> None:
        index = self.tree.indexAt(at)
        if index.isValid():
            menu = self.menu(index.data(LABEL))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.tree.viewport().mapToGlobal(at))


def _room(tree: QTreeView, column: int) -> int:
    """What a heading needs, or "9999", in the heading's own padding: the rest of the width is the names'."""
    word = str(tree.model().headerData(column, Qt.Orientation.Horizontal))
    widest = max(tree.fontMetrics().horizontalAdvance(text) for text in (word, "999"))
    return widest + _PADDING

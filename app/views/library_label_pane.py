"""The lower half of the library: the labels, and a field that finds or adds one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QHeaderView,
    QInputDialog,
    QMenu,
    QTreeView,
    QWidget,
)

from app import theme
from app.views.empty import EmptyHint
from app.views.library_labels import COLOR, COUNT, KEY, LABEL, NAME, LabelDelegate, LabelModel
from app.views.library_pane import Pane
from app.views.tips import plain_button
from app.words import translate
from core.rows import Label, changed

_PADDING = 10  # of a heading, as the style sheet has it, and a little air


class LabelPane(Pane):
    """Signals: see LibraryView; editor_wanted(): the label editor shall open."""

    label_chosen = Signal(object)
    label_edited = Signal(object)
    label_added = Signal(str)
    label_deleted = Signal(object)
    refused = Signal(str)
    editor_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = LabelModel()
        find, add = translate("LabelPane", "Find or add a label…"), translate("LabelPane", "Add the typed label")
        super().__init__(self.model, find, add, parent)
        self.names.setFilterKeyColumn(NAME)
        self.model.edited.connect(self.label_edited)
        self.model.refused.connect(self.refused)
        self._current: int | None = None
        self.field.setToolTip(
            self.tr("Type to find a label; Enter takes it, or adds it when there is none of that name")
        )
        self.field.returnPressed.connect(self._enter)
        self.add.clicked.connect(self._enter)
        self.tree = QTreeView(self)
        delegate = LabelDelegate(self.tree)
        delegate.color_wanted.connect(self._choose_color)
        self.lay_out(self.tree, delegate, self.tr("Labels"))
        self.editor = plain_button("tags", self.tr("Edit all labels: order, groups, kinds, merge, import"), self)
        self.editor.clicked.connect(self.editor_wanted)
        self.head.addWidget(self.editor)
        self._dress()
        self._hint = EmptyHint("tag", self.tr("No labels yet"), self.tr("Type a name above and press Enter"), self.tree)
        self.set_labels((), {})

    def set_labels(self, labels: Sequence[Label], counts: Mapping[int, int]) -> None:
        self.model.set_labels(labels, counts)
        self._hint.setVisible(not labels)
        self.tree.setHeaderHidden(not labels)
        self.set_current(self._current)

    def set_current(self, label_id: int | None) -> None:
        self._current = label_id
        self.model.set_current(label_id)
        index = self.names.mapFromSource(self.model.row_of(label_id))
        if index.isValid():
            self.tree.setCurrentIndex(index)
        else:
            self.tree.clearSelection()

    def edit(self, label_id: int) -> None:
        self.field.clear()
        index = self.names.mapFromSource(self.model.row_of(label_id))
        if index.isValid():
            self.tree.scrollTo(index)
            self.tree.edit(index)

    def menu(self, label: Label) -> QMenu:
        """What can be done with a label."""
        menu = QMenu(self)
        name = self.names.mapFromSource(self.model.row_of(label.id))
        menu.addAction(theme.icon("pencil"), self.tr("Rename"), partial(self.tree.edit, name))
        menu.addAction(
            theme.icon("keyboard"), self.tr("Change key"), partial(self.tree.edit, name.siblingAtColumn(KEY))
        )
        menu.addAction(theme.icon("palette"), self.tr("Change colour…"), partial(self._choose_color, label))
        groups = menu.addMenu(theme.icon("layers"), self.tr("Exclusive group"))
        groups.setToolTip(self.tr("Labels of one group never overlap on one track"))
        for group in ("", *self.model.groups()):
            action = groups.addAction(group or self.tr("None"), partial(self._set_group, label, group))
            action.setCheckable(True)
            action.setChecked(group == label.group)
        groups.addSeparator()
        groups.addAction(self.tr("New group…"), partial(self._new_group, label))
        menu.addSeparator()
        menu.addAction(theme.icon("tags"), self.tr("Edit all labels…"), self.editor_wanted.emit)
        menu.addAction(theme.icon("trash-2"), self.tr("Delete label"), partial(self.label_deleted.emit, label.id))
        return menu

    def _dress(self) -> None:
        tree, header = self.tree, self.tree.header()
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((COLOR, 28), (KEY, _room(tree, KEY)), (COUNT, _room(tree, COUNT))):
            header.resizeSection(column, width)

    def choose(self, index: QModelIndex) -> None:
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

    def delete(self) -> None:
        index = self.tree.currentIndex()
        if index.isValid():
            self.label_deleted.emit(index.data(LABEL).id)

    def _choose_color(self, label: Label) -> None:
        dialog = QColorDialog(QColor(label.color), self)
        dialog.setWindowTitle(self.tr("Colour of “{name}”").format(name=label.name))
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
        name, ok = QInputDialog.getText(
            self, self.tr("New exclusive group"), self.tr("Labels of one group never overlap. Its name:")
        )
        if ok and name.strip():
            self._set_group(label, name.strip())

    def menu_at(self, index: QModelIndex) -> QMenu | None:
        return self.menu(index.data(LABEL))


def _room(tree: QTreeView, column: int) -> int:
    """What a heading needs, or "9999", in the heading's own padding: the rest of the width is the names'."""
    word = str(tree.model().headerData(column, Qt.Orientation.Horizontal))
    widest = max(tree.fontMetrics().horizontalAdvance(text) for text in (word, "999"))
    return widest + _PADDING

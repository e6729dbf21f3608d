"""How far people are with what was predicted, by label or by video: judged, and left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTabBar, QTreeView, QVBoxLayout, QWidget

from app import theme
from app.views.keys import LIST_KEYS, keep_keys
from app.words import translate

_SHOWN = 3  # rows; more are scrolled
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """key: the label's or the video's id; color: "" for a video."""

    key: int
    name: str
    color: str
    judged: int
    left: int


class ProgressModel(QAbstractTableModel):
    """Cells are made when they are painted: a project may have thousands of videos."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[ProgressRow] = []
        self._given: list[ProgressRow] = []
        self._first = ""
        self._order = -1, Qt.SortOrder.AscendingOrder

    def show(self, first: str, rows: Sequence[ProgressRow]) -> None:
        """first: what the names are of. Where only numbers are others, place and scrolling stay."""
        before, first_before = [row.key for row in self.rows], self._first
        self._given, self._first = list(rows), first
        wanted = self._sorted()
        if before == [row.key for row in wanted] and first == first_before:
            self.rows = wanted
            if wanted:
                self.dataChanged.emit(self.index(0, 0), self.index(len(wanted) - 1, 2))
            return
        self.beginResetModel()
        self.rows = wanted
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = column, order
        self.beginResetModel()
        self.rows = self._sorted()
        self.endResetModel()

    def _sorted(self) -> list[ProgressRow]:
        """As given, until a head is clicked."""
        column, order = self._order
        down = order == Qt.SortOrder.DescendingOrder
        if column == 0:
            return sorted(self._given, key=lambda row: row.name.casefold(), reverse=down)
        if column > 0:
            return sorted(self._given, key=lambda row: row.judged if column == 1 else row.left, reverse=down)
        return self._given

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name, f"{row.judged:,}", f"{row.left:,}")[column]
        if role == Qt.ItemDataRole.DecorationRole and column == 0 and row.color:
            return theme.swatch(row.color, 12)
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return _RIGHT
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = translate("ReviewProgress", "{name}: {judged} judged, {left} left")
            return said.format(name=row.name, judged=f"{row.judged:,}", left=f"{row.left:,}")
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = (self._first, translate("ReviewProgress", "Judged"), translate("ReviewProgress", "Left"))
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return _RIGHT
        return None


class ProgressView(QWidget):
    """Two tabs over one list. Signals: label_wanted(id), video_wanted(id): Return or a double click on a row."""

    label_wanted = Signal(object)  # ids have 63 bits
    video_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: Sequence[ProgressRow] = ()
        self._videos: Sequence[ProgressRow] = ()
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(self.tr("Progress by label or by video"))
        self.tabs.addTab(self.tr("Labels"))
        self.tabs.addTab(self.tr("Videos"))
        self.model = ProgressModel(self)
        self.tree = self._make_tree()
        self.tabs.currentChanged.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.tree)
        self._show()

    def set_rows(self, labels: Sequence[ProgressRow], videos: Sequence[ProgressRow]) -> None:
        if (list(labels), list(videos)) != (self._labels, self._videos):
            self._labels, self._videos = list(labels), list(videos)
            self._show()

    def _show(self, *_: object) -> None:
        by_label = self.tabs.currentIndex() == 0
        self.model.show(self.tr("Label") if by_label else self.tr("Video"), self._labels if by_label else self._videos)
        said = (
            self.tr("Predictions of each label that were judged, and that are left")
            if by_label
            else self.tr("Predictions in each video that were judged, and that are left")
        )
        self.tree.setAccessibleName(said)
        self.tree.header().setToolTip(said + "\n" + self.tr("Enter or a double click goes to the most helpful one"))
        self.setVisible(bool(self._labels or self._videos))
        rows = min(max(len(self._labels), len(self._videos)), _SHOWN)  # as high on both tabs
        line = self.fontMetrics().height() + 6
        self.tree.setFixedHeight(self.tree.header().sizeHint().height() + line * rows + 4)

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self.model)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        tree.setSortingEnabled(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.activated.connect(self._activated)
        keep_keys(tree, LIST_KEYS)
        return tree

    def _activated(self, index: QModelIndex) -> None:
        wanted = self.label_wanted if self.tabs.currentIndex() == 0 else self.video_wanted
        wanted.emit(self.model.rows[index.row()].key)

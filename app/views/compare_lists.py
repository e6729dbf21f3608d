"""The two tables of the compare view: agreement by label, and every place where two tracks differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.views.keys import LIST_KEYS, keep_keys

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Rows(Protocol):
    """Cells are asked for when they are painted, so that there can be very many."""

    def __len__(self) -> int: ...

    def cell(self, row: int, column: int) -> str: ...


@dataclass(frozen=True)
class Listed:
    """A few rows, as texts."""

    rows: Sequence[Sequence[str]] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def cell(self, row: int, column: int) -> str:
        return self.rows[row][column]


class CellsModel(QAbstractTableModel):
    """`numbers`: columns that are set to the right."""

    def __init__(self, numbers: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._numbers, self._heads = frozenset(numbers), list[str]()
        self._rows: Rows = Listed()

    def set_rows(self, heads: Sequence[str], rows: Rows) -> None:
        self.beginResetModel()
        self._heads, self._rows = list(heads), rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._numbers:
            return _RIGHT
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way == Qt.Orientation.Horizontal and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._heads[section]
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole and section in self._numbers:
            return _RIGHT
        return None


class CellsView(QTableView):
    """Signals: wanted(row) by a click, Return or the arrow keys."""

    wanted = Signal(int)

    def __init__(self, name: str, numbers: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.cells = CellsModel(numbers, self)
        self.setModel(self.cells)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        keep_keys(self, LIST_KEYS)
        self.activated.connect(self._want)
        self.clicked.connect(self._want)

    def set_rows(self, heads: Sequence[str], rows: Rows, wide: Sequence[int]) -> None:
        """`wide`: the columns that share what room is left."""
        kept = self.currentIndex().row()
        self.cells.set_rows(heads, rows)
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        header.setMinimumSectionSize(6 * letter)
        for column in range(len(heads)):
            stretch = QHeaderView.ResizeMode.Stretch if column in wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, stretch)
        if kept >= 0:
            self.choose(min(kept, len(rows) - 1))

    def choose(self, row: int) -> None:
        """Marks a row and asks for nothing."""
        if 0 <= row < self.cells.rowCount():
            self.selectRow(row)
            self.scrollTo(self.cells.index(row, 0))

    @property
    def row(self) -> int:
        """The marked one; -1: none."""
        return self.currentIndex().row()

    def _want(self, index: QModelIndex) -> None:
        self.wanted.emit(index.row())

"""Tables of a measurement: what stands in them, and a table whose cells are picked by a click or Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QTableView, QWidget

from app import theme
from app.views.keys import LIST_KEYS, keep_keys

SHARE = Qt.ItemDataRole.UserRole  # 0…1: how much of the cell is filled; None: nothing is
CEILING = Qt.ItemDataRole.UserRole + 1  # 0…1: where a dashed line stands; None: none does
BEST = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Cell:
    """`value`: what it is sorted by."""

    text: str
    value: float | str = 0.0
    share: float | None = None
    ceiling: float | None = None
    best: bool = False
    says: str = ""  # in full, for its tooltip and for who cannot see it


class GridModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._heads: Sequence[str] = ()
        self._names: Sequence[str] | None = None
        self.rows: list[Sequence[Cell]] = []

    def set_cells(
        self, heads: Sequence[str], rows: Sequence[Sequence[Cell]], names: Sequence[str] | None = None
    ) -> None:
        """`names`: of the rows, where they stand in a header of their own."""
        self.beginResetModel()
        self._heads, self.rows, self._names = heads, list(rows), names
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        named = self._heads if way == Qt.Orientation.Horizontal else self._names
        if named is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return named[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.says or f"{self._heads[index.column()]}: {cell.text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = isinstance(cell.value, str)
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return {SHARE: cell.share, CEILING: cell.ceiling, BEST: cell.best}.get(role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._heads):
            return
        self.layoutAboutToBeChanged.emit()
        falling = order == Qt.SortOrder.DescendingOrder
        self.rows.sort(key=lambda row: row[column].value, reverse=falling)
        self.layoutChanged.emit()


class GridView(QTableView):
    """Signals: picked(row, column) by a click, or by Enter on the current cell."""

    picked = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = GridModel()
        self.setModel(self.cells)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        keep_keys(self, [*LIST_KEYS, Qt.Key.Key_Left, Qt.Key.Key_Right, *_ENTER])
        self.clicked.connect(self._pick)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(index.row(), index.column())


class BarDelegate(QStyledItemDelegate):
    """A number, and a bar of its share beside it, with a dashed line where people are; the best stands out."""

    def paint(self, painter: QPainter, option: Any, index: _Index) -> None:
        share, ceiling, colors = index.data(SHARE), index.data(CEILING), theme.colors()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colors.hover))
        painter.setFont(_bold(option.font) if index.data(BEST) else option.font)
        painter.setPen(QColor(colors.text))
        number, box = self._parts(option)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        text = index.data()
        if share is None:
            number.setWidth(option.rect.width() - 12)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, flags, text)
        if share is not None:
            painter.fillRect(box, QColor(colors.raised))
            filled = QRect(box.left(), box.top(), round(box.width() * max(0.0, min(1.0, share))), box.height())
            painter.fillRect(filled, QColor(colors.accent))
        if ceiling is not None:
            at = box.left() + round((box.width() - 2) * max(0.0, min(1.0, ceiling)))
            painter.setPen(QPen(QColor(colors.text), 2, Qt.PenStyle.DotLine))
            painter.drawLine(at, option.rect.top() + 1, at, option.rect.bottom() - 1)
        painter.restore()

    def _parts(self, option: Any) -> tuple[QRect, QRect]:
        """Where the number stands, and the bar."""
        box: QRect = option.rect
        width = option.fontMetrics.horizontalAdvance("0.0000")
        number = QRect(box.left() + 6, box.top(), width, box.height())
        left, height = number.right() + 8, max(6, box.height() // 3)
        return number, QRect(left, box.center().y() - height // 2, max(10, box.right() - 8 - left), height)


def _bold(font: QFont) -> QFont:
    heavy = QFont(font)
    heavy.setBold(True)
    return heavy


class HeatDelegate(QStyledItemDelegate):
    """A cell that is the fuller of colour the greater its share."""

    def paint(self, painter: QPainter, option: Any, index: _Index) -> None:
        share, colors = index.data(SHARE) or 0.0, theme.colors()
        box: QRect = option.rect.adjusted(1, 1, -1, -1)
        fill = QColor(colors.accent)
        fill.setAlphaF(0.06 + 0.94 * min(1.0, share) if share > 0 else 0.03)
        painter.save()
        painter.fillRect(box, fill)
        painter.setPen(QColor(colors.on_accent if share > 0.55 else colors.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, index.data())
        view: QTableView = option.widget
        if view.currentIndex() == index and view.hasFocus():
            painter.setPen(QPen(QColor(colors.text), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

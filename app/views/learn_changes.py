"""What the newest version says otherwise than the one before: a list to walk through by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.words import translate
from core.timeline.changes import Kind

ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
ICONS: dict[Kind, tuple[str, str]] = {
    "new": ("plus", "ok"),
    "gone": ("minus", "danger"),
    "moved": ("fold-horizontal", "warning"),
}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One difference as it is shown. key: whoever fills the list knows by it which one it is."""

    key: int
    kind: Kind
    label: str
    color: str
    when: str
    video: str
    shift: str = ""  # how far the edges of what moved have moved

    @property
    def word(self) -> str:
        return {
            "new": translate("ChangeList", "new"),
            "gone": translate("ChangeList", "gone"),
            "moved": translate("ChangeList", "moved"),
        }[self.kind]

    @property
    def says(self) -> str:
        rest = f" ({self.shift})" if self.shift else ""
        return f"{self.label}, {self.word}{rest}, {self.when}, {self.video}"


class ChangeModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ChangeRow] = []

    def set_rows(self, rows: Sequence[ChangeRow]) -> None:
        if list(rows) != self._rows:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.says
        return None


class ChangeDelegate(QStyledItemDelegate):
    """An icon of what kind of change it is, the label in its colour; below, when and where."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(180, 44)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        looks: Any = option  # the stubs miss the fields that QStyleOption brings
        box, colors, row = looks.rect, theme.colors(), index.data(ROW)
        painter.save()
        if looks.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colors.accent_soft))
        elif looks.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colors.hover))
        theme.paint_icon(painter, ICONS[row.kind][0], QRect(box.left() + 10, box.top() + 5, 15, 15), ICONS[row.kind][1])
        painter.fillRect(QRect(box.left() + 34, box.top() + 8, 10, 10), QColor(row.color))
        left, width = box.left() + 50, box.width() - 60
        kind = f" · {row.word}" + (f" {row.shift}" if row.shift else "")  # shown whole; a long label gives way
        room = width - looks.fontMetrics.horizontalAdvance(kind)
        upper = looks.fontMetrics.elidedText(row.label, Qt.TextElideMode.ElideRight, room) + kind
        for top, text, color in ((4, upper, colors.text), (22, f"{row.when} · {row.video}", colors.muted)):
            line = QRect(left, box.top() + top, width, 18)
            painter.setPen(QColor(color))
            text = looks.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

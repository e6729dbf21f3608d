"""The list of similar moments: a picture, when and where, how alike, and the label it was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.views.library_paint import paint_thumbnail
from app.words import translate

ROW = Qt.ItemDataRole.UserRole
_PICTURE = QSize(96, 54)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """One moment as it is shown. key: whoever fills the list knows by it which moment it is; score 0…1; label and
    color: what it was labelled as ("": nothing yet)."""

    key: int
    when: str
    video: str
    score: float
    label: str = ""
    color: str = ""

    @property
    def says(self) -> str:
        text = translate("SimilarView", "{when}, {video}, {share} alike")
        said = text.format(when=self.when, video=self.video, share=f"{self.score:.0%}")
        return (
            translate("SimilarView", "{moment}, labelled {label}").format(moment=said, label=self.label)
            if self.label
            else said
        )


class SimilarModel(QAbstractListModel):
    """Signals: picture_wanted(key), once for each row that is looked at."""

    picture_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SimilarRow] = []
        self._pictures: dict[int, QPixmap] = {}
        self._asked: set[int] = set()

    def set_rows(self, rows: Sequence[SimilarRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._pictures.clear()
        self._asked.clear()
        self.endResetModel()

    def set_picture(self, key: int, image: QImage) -> None:
        self._pictures[key] = QPixmap.fromImage(image)
        self._touch(key)

    def set_label(self, key: int, label: str, color: str) -> None:
        """No label: it is not labelled any more."""
        for i, row in enumerate(self._rows):
            if row.key == key and (row.label, row.color) != (label, color):
                self._rows[i] = replace(row, label=label, color=color)
                self._touch(key)

    def remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.says
        if role == Qt.ItemDataRole.DecorationRole:
            if row.key not in self._asked:
                self._asked.add(row.key)
                self.picture_wanted.emit(row.key)
            return self._pictures.get(row.key)
        return None

    def _touch(self, key: int) -> None:
        for i, row in enumerate(self._rows):
            if row.key == key:
                self.dataChanged.emit(self.index(i), self.index(i))


class SimilarDelegate(QStyledItemDelegate):
    """Picture; time, video and a bar of how alike it is; what was labelled is ticked and dimmed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(220, _PICTURE.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        looks: Any = option  # the stubs miss the fields that QStyleOption brings
        box, colors, row = looks.rect, theme.colors(), index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if looks.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colors.accent_soft))
        elif looks.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colors.hover))
        picture = QRect(box.left() + 8, box.top() + 6, _PICTURE.width(), _PICTURE.height())
        paint_thumbnail(painter, picture, index.data(Qt.ItemDataRole.DecorationRole))
        left, right = picture.right() + 11, box.right() - 10
        main = colors.muted if row.label else colors.text
        for top, text, color in ((6, row.when, main), (24, row.video, colors.muted)):
            line = QRect(left, box.top() + top, right - left, 18)
            painter.setPen(QColor(color))
            text = looks.fontMetrics.elidedText(text, Qt.TextElideMode.ElideMiddle, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        last = QRect(left, box.top() + 43, right - left, 18)
        _paint_label(painter, last, row, looks) if row.label else _paint_score(painter, last, row.score)
        painter.restore()


def _paint_label(painter: QPainter, line: QRect, row: SimilarRow, looks: Any) -> None:
    theme.paint_icon(painter, "circle-check", QRect(line.left(), line.top() + 1, 15, 15), "ok")
    painter.fillRect(QRect(line.left() + 21, line.top() + 4, 10, 10), QColor(row.color))
    words = line.adjusted(37, 0, 0, 0)
    painter.setPen(QColor(theme.colors().text))
    text = looks.fontMetrics.elidedText(row.label, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_score(painter: QPainter, line: QRect, score: float) -> None:
    colors, bar = theme.colors(), QRect(line.left(), line.top() + 7, max(20, line.width() - 46), 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.border))
    painter.drawRoundedRect(bar, 2, 2)
    bar.setWidth(round(bar.width() * max(0.0, min(score, 1.0))))
    painter.setBrush(QColor(colors.accent))
    painter.drawRoundedRect(bar, 2, 2)
    painter.setPen(QColor(colors.muted))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{score:.0%}")

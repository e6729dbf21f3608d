"""The list of what to review: what it is, when and where, why it is asked about, and how much an answer helps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.words import translate
from core.rows import Label, Video
from core.time import ConstantRate, format_seconds
from core.timeline.review_items import OUTDATED, Item, Key, Queue

ITEM = Qt.ItemDataRole.UserRole
LABEL = Qt.ItemDataRole.UserRole + 1
WHEN = Qt.ItemDataRole.UserRole + 2
WHY = Qt.ItemDataRole.UserRole + 3
SHARE = Qt.ItemDataRole.UserRole + 4
_UNSURE, _RARE, _APART = 0.4, 0.5, 0.5  # from which on a factor is named
_Index = QModelIndex | QPersistentModelIndex


def why(item: Item) -> str:
    """What makes it worth asking, in words."""
    found = []
    if item.missed:
        found.append(translate("ReviewView", "maybe missed"))
    elif item.uncertainty >= _UNSURE or (item.rarity < _RARE and item.disagreement < _APART):
        start = item.boundary == item.segment.span.start
        found.append(translate("ReviewView", "start unsure") if start else translate("ReviewView", "end unsure"))
    if item.rarity >= _RARE:
        found.append(translate("ReviewView", "rare label"))
    if item.candidate.outdated:
        found.append(translate("ReviewView", "only in an older run"))
    elif item.disagreement >= _APART:
        found.append(translate("ReviewView", "runs disagree"))
    return " · ".join(found)


class ReviewModel(QAbstractListModel):
    """Rows are made when they are looked at, so a hundred thousand cost nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.queue: Queue | None = None
        self._labels: Mapping[int, Label] = {}
        self._videos: Mapping[int, Video] = {}
        self._most = 1.0

    def show(self, queue: Queue, labels: Mapping[int, Label], videos: Mapping[int, Video]) -> None:
        self.beginResetModel()
        self.queue, self._labels, self._videos = queue, labels, videos
        self._most = float(queue.gain[0]) if len(queue) else 1.0
        self.endResetModel()

    def row_of(self, key: Key | None) -> int:
        """-1 where it is not in the queue."""
        rows = enumerate(self.queue.candidates if self.queue is not None and key is not None else ())
        return next((i for i, one in rows if one.key == key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.queue is None else len(self.queue)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.queue is None or not index.isValid():
            return None
        item = self.queue[index.row()]
        if role == ITEM:
            return item
        if role == LABEL:
            return self._labels.get(item.segment.label_id)
        if role == WHEN:
            return self._when(item)
        if role == WHY:
            return why(item)
        if role == SHARE:
            return item.gain / self._most if self._most > 0 else 0.0
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._says(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._says(item)}\n{self._factors(item)}"
        return None

    def _says(self, item: Item) -> str:
        label = self._labels.get(item.segment.label_id)
        return ", ".join((label.name if label else "", *self._when(item), why(item)))

    def _when(self, item: Item) -> tuple[str, str]:
        """Its time, and the video's name."""
        video = self._videos.get(item.video_id)
        if video is None:
            return "", ""
        clock = ConstantRate(video.rate, video.frames)
        return format_seconds(clock.seconds(min(item.boundary, video.frames)), 1), PurePosixPath(video.path).name

    def _factors(self, item: Item) -> str:
        text = translate(
            "ReviewView", "Boundary unsure {unsure} × rare label {rare} × runs disagree {apart} = gain {gain}"
        )
        if item.candidate.outdated:
            text = translate(
                "ReviewView",
                "Boundary unsure {unsure} × rare label {rare} × runs disagree {apart}"
                " × only in an older run {older} = gain {gain}",
            )
        return text.format(
            older=f"{OUTDATED:.2f}",
            unsure=f"{item.uncertainty:.2f}",
            rare=f"{item.rarity:.2f}",
            apart=f"{1 + item.disagreement:.2f}",
            gain=f"{item.gain:.2f}",
        )


class ReviewDelegate(QStyledItemDelegate):
    """Two lines: label, time and gain, then why and the video."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics: Any = option  # the stubs miss the fields that QStyleOption brings
        return QSize(180, 2 * metrics.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        looks: Any = option
        box, colors, line = looks.rect, theme.colors(), looks.fontMetrics.height()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if looks.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colors.accent_soft))
        elif looks.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colors.hover))
        label = index.data(LABEL)
        left, right, top = box.left() + 12, box.right() - 10, box.top() + 5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(label.color if label else colors.muted))
        painter.drawRoundedRect(QRectF(left, top + line / 2 - 5, 10, 10), 2, 2)
        bar = QRectF(right - 36, top + line / 2 - 2, 36, 4)
        painter.setBrush(QColor(colors.border))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(QColor(colors.accent))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * index.data(SHARE), 4), 2, 2)
        when, video = index.data(WHEN)
        name = QRect(left + 18, top, int(bar.left()) - left - 26, line)
        room = looks.fontMetrics.horizontalAdvance(when) + 8
        self._write(painter, looks, name.adjusted(0, 0, -room, 0), label.name if label else "", colors.text)
        at = QRect(name.right() - room + 8, top, room, line)
        self._write(painter, looks, at, when, colors.muted)
        below = QRect(left + 18, top + line + 2, right - left - 18, line)
        reason, width = index.data(WHY), looks.fontMetrics.horizontalAdvance
        # the video's name may take what the reasons leave, and a third in any case
        wide = min(width(video) + 8, max(below.width() - width(reason) - 4, below.width() // 3))
        self._write(painter, looks, below.adjusted(0, 0, -wide, 0), reason, colors.muted)
        file = looks.fontMetrics.elidedText(video, Qt.TextElideMode.ElideMiddle, wide - 8)
        end = QRect(below.right() - width(file), below.top(), width(file) + 1, line)
        self._write(painter, looks, end, file, colors.muted)
        painter.restore()

    def _write(self, painter: QPainter, looks: Any, line: QRect, text: str, color: str) -> None:
        painter.setPen(QColor(color))
        text = looks.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)

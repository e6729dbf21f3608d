"""The list of videos: thousands of rows, painted by a delegate, found by typing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRegularExpression,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from core.rows import Video
from core.time import format_seconds

VIDEO = Qt.ItemDataRole.UserRole
PROBLEM = Qt.ItemDataRole.UserRole + 1
ANALYZED = Qt.ItemDataRole.UserRole + 2
CURRENT = Qt.ItemDataRole.UserRole + 3
THUMBNAIL = QSize(80, 45)
_Index = QModelIndex | QPersistentModelIndex


class VideoModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._videos: list[Video] = []
        self._rows: dict[int, int] = {}
        self._thumbnails: dict[int, QPixmap] = {}
        self._problems: dict[int, str] = {}
        self._analyzed: frozenset[int] = frozenset()
        self._current: int | None = None

    def set_videos(self, videos: Sequence[Video]) -> None:
        if list(videos) == self._videos:
            return
        self.beginResetModel()
        self._videos = list(videos)
        self._rows = {video.id: row for row, video in enumerate(self._videos)}
        self.endResetModel()

    def set_thumbnail(self, video_id: int, image: QImage) -> None:
        self._thumbnails[video_id] = QPixmap.fromImage(image)
        self._touch([video_id])

    def set_notes(self, problems: Mapping[int, str], analyzed: Collection[int]) -> None:
        self._problems, self._analyzed = dict(problems), frozenset(analyzed)
        if self._videos:
            self.dataChanged.emit(self.index(0), self.index(len(self._videos) - 1))

    def set_current(self, video_id: int | None) -> None:
        before, self._current = self._current, video_id
        self._touch([before, video_id])

    def row_of(self, video_id: int | None) -> QModelIndex:
        row = self._rows.get(video_id, -1) if video_id is not None else -1
        return self.index(row) if row >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._videos)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        video = self._videos[index.row()]
        if role == VIDEO:
            return video
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return PurePosixPath(video.path).name
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(video.id)
        if role == PROBLEM:
            return self._problems.get(video.id, "")
        if role == ANALYZED:
            return video.id in self._analyzed
        if role == CURRENT:
            return video.id == self._current
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(video)
        return None

    def _tip(self, video: Video) -> str:
        kind = self.tr("variable frame rate") if video.variable_rate else self.tr("constant frame rate")
        facts = self.tr("{frames} frames, {rate} per second, {kind}")
        lines = [video.path, facts.format(frames=video.frames, rate=f"{float(video.rate):.6g}", kind=kind)]
        lines.append(
            self.tr("Every frame was checked") if video.verified else self.tr("Frames are still being checked")
        )
        lines += [self.tr("Activities were searched")] if video.id in self._analyzed else []
        return "\n".join([*lines, *filter(None, [self._problems.get(video.id)])])

    def _touch(self, ids: Sequence[int | None]) -> None:
        for video_id in ids:
            index = self.row_of(video_id)
            if index.isValid():
                self.dataChanged.emit(index, index)


class NameFilter(QSortFilterProxyModel):
    """Rows whose name contains the typed words, in any order, whatever their case."""

    def set_text(self, text: str) -> None:
        every = "".join(f"(?=.*{QRegularExpression.escape(word)})" for word in text.split())
        self.setFilterRegularExpression(
            QRegularExpression(every, QRegularExpression.PatternOption.CaseInsensitiveOption)
        )


class VideoDelegate(QStyledItemDelegate):
    """Thumbnail; name; length, size and frame-rate kind; a tick when analysed, a warning when something is wrong."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, THUMBNAIL.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.initStyleOption(option, index)
        box, colors = _any(option).rect, theme.colors()
        _paint_background(painter, option, bool(index.data(CURRENT)))
        picture = QRect(box.left() + 8, box.top() + 6, THUMBNAIL.width(), THUMBNAIL.height())
        _paint_thumbnail(painter, picture, index.data(Qt.ItemDataRole.DecorationRole))
        icons = [("triangle-alert", "warning")] if index.data(PROBLEM) else []
        icons += [("circle-check", "ok")] if index.data(ANALYZED) else []
        right = box.right() - 10
        for icon_name, color in icons:
            theme.paint_icon(painter, icon_name, QRect(right - 16, box.top() + 31, 16, 16), color)
            right -= 22
        left = picture.right() + 11
        metrics = _any(option).fontMetrics
        painter.setPen(QColor(colors.text))
        line = QRect(left, box.top() + 9, box.right() - 8 - left, 20)
        name = metrics.elidedText(index.data(), Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(QColor(colors.muted))
        line = QRect(left, box.top() + 29, right - left, 20)
        facts = metrics.elidedText(_facts(index.data(VIDEO)), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, facts)
        painter.restore()


def _facts(video: Video) -> str:
    size = f"{format_seconds(video.duration, 0)} · {video.width}×{video.height}"
    return f"{size} · variable rate" if video.variable_rate else size


def _any(option: QStyleOptionViewItem) -> Any:
    return option  # the stubs miss the fields that QStyleOption brings


def _paint_background(painter: QPainter, option: QStyleOptionViewItem, current: bool) -> None:
    state, colors, box = _any(option).state, theme.colors(), _any(option).rect
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, QColor(colors.accent_soft))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, QColor(colors.hover))
    if current:
        painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(colors.accent))


def _paint_thumbnail(painter: QPainter, box: QRect, picture: QPixmap | None) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(box, 5, 5)
    painter.fillPath(shape, QColor(theme.colors().stage))
    if picture is None:
        theme.paint_icon(painter, "film", box.adjusted(0, 12, 0, -12), "disabled")
        return
    painter.setClipPath(shape)
    size = picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(box.topLeft(), size)
    target.moveCenter(box.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, picture)
    painter.setClipping(False)

"""How a video looks in the library: a picture, name, length and size, and badges that say what it is and how far people
are with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.views.library_videos import CURRENT, STATE, VIDEO, VideoState
from core.rows import Video
from core.time import format_seconds

THUMBNAIL = QSize(80, 45)
_GAP = 7  # between badges
_ROOMY = 90  # pixels in which all badges have room
_Index = QModelIndex | QPersistentModelIndex


class VideoDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, max(THUMBNAIL.height(), 3 * _line(option)) + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.initStyleOption(option, index)
        box, colors, line = _any(option).rect, theme.colors(), _line(option)
        video, state = index.data(VIDEO), index.data(STATE)
        _paint_background(painter, option, bool(index.data(CURRENT)))
        picture = QRect(box.topLeft(), THUMBNAIL)
        picture.moveTop(box.top() + (box.height() - THUMBNAIL.height()) // 2)
        picture.moveLeft(box.left() + 8)
        paint_thumbnail(painter, picture, index.data(Qt.ItemDataRole.DecorationRole))
        metrics, left = _any(option).fontMetrics, picture.right() + 11
        room = QRect(left, box.top() + (box.height() - 3 * line) // 2, box.right() - 8 - left, line)
        name = metrics.elidedText(index.data(), Qt.TextElideMode.ElideMiddle, room.width())
        for text, color in ((name, colors.text), (_facts(video), colors.muted)):
            painter.setPen(QColor(color))
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
            room.translate(0, line)
        _paint_badges(painter, room, video, state)
        painter.restore()


def _line(option: QStyleOptionViewItem) -> int:
    return int(_any(option).fontMetrics.height()) + 2


def _facts(video: Video) -> str:
    return f"{format_seconds(video.duration, 0)} · {video.width}×{video.height}"


def _any(option: QStyleOptionViewItem) -> Any:
    return option  # the stubs miss the fields that QStyleOption brings


def _paint_badges(painter: QPainter, room: QRect, video: Video, state: VideoState) -> None:
    """From the left: the rate's kind, what is wrong, whether networks and people looked; what has no room is left to
    the tooltip."""
    font = painter.font()
    font.setPointSizeF(font.pointSizeF() * 0.85)
    painter.setFont(font)
    left = room.left()
    if video.variable_rate or room.width() > _ROOMY:  # the usual kind is the first thing that can be left out
        left = _paint_pill(painter, room, left, "VFR" if video.variable_rate else "CFR", video.variable_rate)
    icons = [("unlink", "danger")] if state.missing else []
    icons += [("triangle-alert", "warning")] if state.problems and not state.missing else []
    icons += [("sparkles", "accent")] if state.analysed else []
    for name, color in icons:
        theme.paint_icon(painter, name, QRect(left, room.top(), 15, room.height()), color)
        left += 15 + _GAP
    if state.done:
        theme.paint_icon(painter, "circle-check", QRect(left, room.top(), 15, room.height()), "ok")
    elif state.reviewed and room.right() - left > 50:
        _paint_share(painter, QRect(left, room.top(), room.right() - left, room.height()), state.reviewed)


def _paint_pill(painter: QPainter, room: QRect, left: int, text: str, warn: bool) -> int:
    """Returns where the next badge begins."""
    colors, metrics = theme.colors(), painter.fontMetrics()
    pill = QRect(left, 0, metrics.horizontalAdvance(text) + 10, metrics.height())
    pill.moveTop(room.top() + (room.height() - pill.height()) // 2)
    color = QColor(colors.warning if warn else colors.muted)
    painter.setPen(color)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(pill, 4, 4)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    return pill.right() + 1 + _GAP


def _paint_share(painter: QPainter, room: QRect, share: float) -> None:
    """A bar and its percentage."""
    colors, text = theme.colors(), f"{max(1, min(99, round(share * 100)))} %"
    width = min(44, room.width() - painter.fontMetrics().horizontalAdvance(text) - 6)
    bar = QRect(room.left(), room.center().y() - 1, width, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.border))
    painter.drawRoundedRect(bar, 2, 2)
    painter.setBrush(QColor(colors.ok))
    painter.drawRoundedRect(QRect(bar.left(), bar.top(), max(2, round(width * share)), 4), 2, 2)
    painter.setPen(QColor(colors.muted))
    painter.drawText(room.adjusted(width + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)


def _paint_background(painter: QPainter, option: QStyleOptionViewItem, current: bool) -> None:
    state, colors, box = _any(option).state, theme.colors(), _any(option).rect
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, QColor(colors.accent_soft))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, QColor(colors.hover))
    if current:
        painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(colors.accent))


def paint_thumbnail(painter: QPainter, box: QRect, picture: QPixmap | None) -> None:
    """Whole, in a rounded box; a film while there is no picture."""
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

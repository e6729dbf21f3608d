"""Paints the column at the left: the tracks' headings and each row's label."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QPolygonF

from app.views.timeline_colors import Colors, blend, faded
from app.views.timeline_memory import Memory
from app.views.timeline_scale import Row
from app.views.timeline_scene import RULER_HEIGHT, Lane, Scene
from app.views.timeline_segments import BAR_HEIGHT, BAR_TOP, DIAMOND
from core.rows import TrackKind

_LEFT = 10


def paint_header(
    painter: QPainter, scene: Scene, colors: Colors, rows: tuple[Row, ...], corner: str, memory: Memory, ratio: float
) -> None:
    """`ratio`: device pixels per pixel."""
    width = scene.scale.left
    bottom = scene.row_top(rows[-1]) + rows[-1].height if rows else RULER_HEIGHT
    painter.fillRect(QRectF(0, 0, width, RULER_HEIGHT), colors.raised)
    painter.fillRect(QRectF(0, bottom, width, scene.height - bottom), colors.raised)
    painter.save()
    painter.setClipRect(QRectF(0, RULER_HEIGHT, width, scene.height))
    first = {lane.track.id: lane for lane in reversed(scene.lanes)}
    for row in rows:
        lane = first[row.track_id] if row.lane is None else scene.lanes[row.lane]
        painter.drawPixmap(
            QPointF(0, scene.row_top(row)), _head(painter.font(), scene, colors, row, lane, memory, ratio)
        )
    painter.restore()
    painter.setPen(colors.muted)
    painter.drawText(QRectF(_LEFT, 0, width - 2 * _LEFT, RULER_HEIGHT), Qt.AlignmentFlag.AlignVCenter, corner)
    painter.setPen(QPen(colors.line, 1))
    painter.drawLine(QLineF(0, RULER_HEIGHT - 0.5, width, RULER_HEIGHT - 0.5))
    painter.drawLine(QLineF(width - 0.5, 0, width - 0.5, scene.height))


def _head(font: QFont, scene: Scene, colors: Colors, row: Row, lane: Lane, memory: Memory, ratio: float) -> QPixmap:
    """One row's part of the column. It is kept: laying out its texts costs more than all the rest of it."""
    content: tuple[object, ...]
    if row.lane is None:
        content = (lane.track.name, lane.track.kind, row.track_id in scene.folded, row.track_id == scene.active_track)
    else:
        packed = lane.palette is not None
        content = (lane.name, lane.label, len(lane.table), lane.threshold, lane.curve is not None, packed)
    key = (content, row.height, scene.scale.left, colors, ratio, memory.texts.font)
    kept = memory.heads.get(key)
    if kept is None:
        kept = QPixmap(math.ceil(scene.scale.left * ratio), math.ceil(row.height * ratio))
        kept.setDevicePixelRatio(ratio)
        kept.fill(colors.raised)
        inner = QPainter(kept)
        inner.setFont(font)
        if row.lane is None:
            _section(inner, scene, colors, row, lane)
        else:
            _lane(inner, scene, colors, row, lane)
        inner.end()
        memory.keep_head(key, kept)
    return kept


def _section(painter: QPainter, scene: Scene, colors: Colors, row: Row, lane: Lane) -> None:
    """A track's heading across the column, with the arrow that folds it; from the painter's top."""
    y, width = 0, scene.scale.left
    painter.fillRect(QRectF(0, y, width, row.height), section_color(colors))
    middle = y + row.height / 2
    folded = row.track_id in scene.folded
    corners = [(0, -4), (0, 4), (5, 0)] if folded else [(-1, -2), (7, -2), (3, 3)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.muted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPolygon(QPolygonF([QPointF(_LEFT + dx, middle + dy) for dx, dy in corners]))
    font = QFont(painter.font())
    font.setBold(lane.track.kind is TrackKind.HUMAN)
    font.setItalic(lane.track.kind is TrackKind.RUN)
    _elided(painter, lane.track.name, QRectF(_LEFT + 14, y, width - _LEFT - 20, row.height), colors.text, font)
    if row.track_id == scene.active_track:  # new segments land here
        painter.fillRect(QRectF(0, y, 4, row.height), colors.accent)


def section_color(colors: Colors) -> QColor:
    return blend(colors.text, colors.raised, 0.1)


def _lane(painter: QPainter, scene: Scene, colors: Colors, row: Row, lane: Lane) -> None:
    """A label with its colour, key and count; from the painter's top."""
    y, width = 0, scene.scale.left
    middle = y + BAR_TOP + BAR_HEIGHT / 2
    if lane.palette is not None:
        names = QRectF(_LEFT + 14, y + BAR_TOP, width - _LEFT - 22, BAR_HEIGHT)
        _elided(painter, lane.name, names, colors.muted, painter.font())
        painter.setPen(QPen(colors.faint, 1))
        painter.drawLine(QLineF(0, y + row.height - 0.5, width, y + row.height - 0.5))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(faded(colors.text, 0.3), 1))
    painter.setBrush(QColor(lane.label.color))
    left = _LEFT + 14
    if lane.point:
        center, half = QPointF(left + 5, middle), DIAMOND - 0.5
        outline = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
        painter.drawPolygon(QPolygonF([center + corner for corner in outline]))
    else:
        painter.drawRoundedRect(QRectF(left + 0.5, middle - 4.5, 9, 9), 2, 2)
    room = QRectF(left + 18, y + BAR_TOP, width - left - 24, BAR_HEIGHT)
    if lane.label.key:
        key = QRectF(width - 24, middle - 8, 16, 16)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.line, 1))
        painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(colors.muted)
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, lane.label.key[:1].upper())
        room.setRight(key.left() - 6)
    _elided(painter, lane.name, room, colors.text, painter.font())
    count = len(lane.table)
    if lane.curve is not None:
        below = QRectF(
            room.left(), y + BAR_TOP + BAR_HEIGHT, width - room.left() - 8, row.height - BAR_TOP - BAR_HEIGHT
        )
        limit = "" if lane.threshold is None else f"  ·  ≥ {lane.threshold:.2f}"
        _elided(painter, f"{count}{limit}", below, colors.muted, painter.font())
    painter.setPen(QPen(colors.faint, 1))
    painter.drawLine(QLineF(0, y + row.height - 0.5, width, y + row.height - 0.5))


def _elided(painter: QPainter, text: str, box: QRectF, color: QColor, font: QFont) -> None:
    before = painter.font()
    painter.setFont(font)
    painter.setPen(color)
    short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)
    painter.setFont(before)

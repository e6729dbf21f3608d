"""Paints what is about to change: the span in the hand, what moves along, what makes room for it, what held keys are
labelling; the active edges of the selection; and the guide with the name of what an edge has snapped to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from app.views.timeline_scale import Row
from app.views.timeline_scene import RULER_HEIGHT, Preview, Room
from app.views.timeline_segments import BAR_HEIGHT, BAR_TOP, DIAMOND, Brush, paint_bar
from core.rows import Segment, State, changed
from core.time import Span

_HANDLE = 5.0  # pixels of an active edge


def box(brush: Brush, row: Row, span: Span, point: bool) -> QRectF:
    """Where a span stands on a row."""
    scale, top = brush.scene.scale, brush.scene.row_top(row) + BAR_TOP
    left = scale.x(span.start)
    if point:
        return QRectF(left - DIAMOND, top + BAR_HEIGHT / 2 - DIAMOND, 2 * DIAMOND, 2 * DIAMOND)
    return QRectF(left, top, max(2.0, scale.x(span.stop) - left), BAR_HEIGHT)


def paint_outline(brush: Brush, shape: QRectF) -> None:
    """Two lines, so that it shows on any colour."""
    painter = brush.painter
    left, right = max(shape.left(), brush.left - 50.0), min(shape.right(), brush.right + 50.0)
    cut = QRectF(left, shape.top(), right - left, shape.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(brush.colors.base, 1))
    painter.drawRoundedRect(cut.adjusted(1, 1, -1, -1), 2, 2)
    painter.setPen(QPen(brush.colors.text, 2))
    painter.drawRoundedRect(cut.adjusted(-0.5, -0.5, 0.5, 0.5), 3, 3)


def paint_changes(brush: Brush, shown: dict[int, Row]) -> None:
    """Everything that is being dragged or labelled, on the rows that are shown (by lane)."""
    scene = brush.scene
    _paint_room(brush, shown, scene.room)
    for preview in (*scene.growing, *scene.along, *([scene.preview] if scene.preview else [])):
        if preview.lane in shown:
            _paint_preview(brush, shown[preview.lane], preview)


def _paint_preview(brush: Brush, row: Row, preview: Preview) -> None:
    lane = brush.scene.lanes[preview.lane]
    shape = box(brush, row, preview.span, lane.point)
    drawn = preview.segment or Segment(0, lane.track.id, lane.label.id, preview.span, state=State.HUMAN)
    if lane.point:
        brush.painter.setPen(QPen(brush.colors.text, 1))
        brush.painter.setBrush(QColor(lane.label.color))
        middle = shape.center()
        corners = [QPointF(0, -DIAMOND), QPointF(DIAMOND, 0), QPointF(0, DIAMOND), QPointF(-DIAMOND, 0)]
        brush.painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
        return
    refused = bool(brush.scene.refusal)
    paint_bar(brush, lane, changed(drawn, state=State.REJECTED) if refused else drawn, shape)
    paint_outline(brush, shape)


def _paint_room(brush: Brush, shown: dict[int, Row], room: Sequence[Room]) -> None:
    """What is trimmed or pushed where it will be; what goes, struck through where it is."""
    for one in room:
        if one.lane not in shown:
            continue
        lane, row = brush.scene.lanes[one.lane], shown[one.lane]
        if not one.spans:
            gone = changed(one.segment, state=State.REJECTED)
            paint_bar(brush, lane, gone, box(brush, row, one.segment.span, False))
        for span in one.spans:
            paint_bar(brush, lane, one.segment, box(brush, row, span, False))


def paint_active_edges(brush: Brush, shown: dict[int, Row]) -> None:
    """The edges that the nudging keys move: a bracket at each selected segment."""
    scene = brush.scene
    if not scene.active_edges or scene.preview is not None:
        return
    painter = brush.painter
    for number, segment in scene.selected.values():
        if number not in shown or scene.lanes[number].point:
            continue
        shape = box(brush, shown[number], segment.span, False)
        for edge in scene.active_edges:
            x, into = (shape.right(), -_HANDLE) if edge else (shape.left(), _HANDLE)
            if not brush.left - 8 <= x <= brush.right + 8:
                continue
            corners = [
                QPointF(x + into, shape.top() - 2),
                QPointF(x, shape.top() - 2),
                QPointF(x, shape.bottom() + 2),
                QPointF(x + into, shape.bottom() + 2),
            ]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for color, width in ((brush.colors.base, 5.0), (brush.colors.accent, 3.0)):
                painter.setPen(QPen(color, width))
                painter.drawPolyline(QPolygonF(corners))


def paint_guide(brush: Brush) -> None:
    """The line an edge has snapped to, with what it is."""
    scene, painter, colors = brush.scene, brush.painter, brush.colors
    if scene.drop_line is not None:
        y = RULER_HEIGHT + scene.drop_line - scene.scroll
        painter.fillRect(QRectF(brush.left, y - 1.5, brush.right - brush.left, 3), colors.accent)
    if scene.guide is None:
        return
    x = scene.scale.x(scene.guide)
    painter.setPen(QPen(colors.guide, 2, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(x, RULER_HEIGHT, x, scene.height))
    if not scene.guide_name:
        return
    text, width = brush.memory.texts.laid(scene.guide_name)
    height = brush.memory.texts.height + 4
    right = scene.scale.left + scene.scale.width
    left = x + 6 if x + width + 22 <= right else x - width - 18
    shape = QRectF(max(scene.scale.left + 2, left), RULER_HEIGHT - height - 3, width + 12, height)
    painter.setPen(QPen(colors.guide, 1))
    painter.setBrush(colors.raised)
    painter.drawRoundedRect(shape, 4, 4)
    painter.setPen(colors.text)
    painter.drawStaticText(QPointF(shape.left() + 6, shape.top() + 2), text)

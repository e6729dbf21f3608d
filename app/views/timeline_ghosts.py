"""Paints what a newer version of a network changed, on its row: a green frame around what is new, a red dashed box
where something is gone, and a dashed frame where what has moved was before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from app import theme
from app.views.timeline_changes import box
from app.views.timeline_colors import faded
from app.views.timeline_scale import Row
from app.views.timeline_segments import Brush
from core.time import Span
from core.timeline.changes import Kind

_NARROW = 2.0  # pixels: less is a line


@dataclass(frozen=True, slots=True)
class Ghost:
    """One change. span: where it is now, or where it was if it is gone; old: where it was."""

    track_id: int
    label_id: int
    span: Span
    kind: Kind
    old: Span | None = None


def paint_ghosts(brush: Brush, shown: Mapping[int, Row]) -> None:
    """On the rows that are shown, by lane."""
    if not brush.scene.ghosts:
        return
    rows = {(lane.track.id, lane.label.id): number for number, lane in enumerate(brush.scene.lanes)}
    scale = brush.scene.scale
    for ghost in brush.scene.ghosts:
        number = rows.get((ghost.track_id, ghost.label_id))
        near = ghost.old or ghost.span
        if number is None or number not in shown or (near.stop < scale.first - 1 and ghost.span.stop < scale.first - 1):
            continue
        if near.start > scale.last + 1 and ghost.span.start > scale.last + 1:
            continue
        _paint(brush, shown[number], ghost)


def _paint(brush: Brush, row: Row, ghost: Ghost) -> None:
    painter, colors = brush.painter, theme.colors()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if ghost.kind == "new":
        _frame(brush, box(brush, row, ghost.span, False), QPen(QColor(colors.ok), 2))
    elif ghost.kind == "gone":
        pen = QPen(QColor(colors.danger), 1.4, Qt.PenStyle.DashLine)
        shape = _frame(brush, box(brush, row, ghost.span, False), pen, faded(QColor(colors.danger), 0.12))
        if shape is not None:
            painter.drawLine(QLineF(shape.bottomLeft(), shape.topRight()))
    elif ghost.old is not None:
        was = box(brush, row, ghost.old, False).adjusted(0, -2, 0, 2)
        _frame(brush, was, QPen(brush.colors.base, 3))  # shows on any colour
        _frame(brush, was, QPen(brush.colors.text, 1.4, Qt.PenStyle.DashLine))


def _frame(brush: Brush, shape: QRectF, pen: QPen, fill: QColor | None = None) -> QRectF | None:
    """Cut off far outside of the screen; None for a box that is only a line."""
    left, right = max(shape.left(), brush.left - 50.0), min(shape.right(), brush.right + 50.0)
    cut = QRectF(left, shape.top(), max(1.0, right - left), shape.height()).adjusted(0.5, 0.5, -0.5, -0.5)
    brush.painter.setPen(pen)
    if cut.width() < _NARROW:
        brush.painter.drawLine(QLineF(cut.left(), cut.top(), cut.left(), cut.bottom()))
        return None
    if fill is not None:
        brush.painter.fillRect(cut, fill)
    brush.painter.drawRoundedRect(cut, 3, 3)
    return cut

"""Paints the timeline: rows, then what lies over them. Reads a Scene, changes nothing, draws only what is visible."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.views.timeline_changes import box, paint_active_edges, paint_changes, paint_guide, paint_outline
from app.views.timeline_colors import Colors, blend, faded
from app.views.timeline_curve import paint_curve
from app.views.timeline_ghosts import paint_ghosts
from app.views.timeline_header import paint_header, section_color
from app.views.timeline_memory import Memory
from app.views.timeline_notes import paint_notes
from app.views.timeline_ruler import paint_ruler
from app.views.timeline_scale import Row
from app.views.timeline_scene import RULER_HEIGHT, Scene
from app.views.timeline_segments import BAR_HEIGHT, BAR_TOP, Brush, paint_segments
from app.views.timeline_words import times

_HANDLE = 6.0  # half the width of the playhead's handle


@dataclass(frozen=True)
class Look:
    """How the view wants it painted: colours, device pixels per pixel, what it remembers, and the corner's words."""

    colors: Colors
    ratio: float
    memory: Memory
    corner: str


def paint(painter: QPainter, scene: Scene, area: QRect, view: Look) -> None:
    """Everything inside `area` (pixels of the viewport)."""
    painter.setClipRect(area)
    colors = view.colors
    view.memory.texts.use(painter.font())
    rows = scene.visible_rows(area.top(), area.bottom() + 1)
    if area.right() >= scene.scale.left:
        left = max(int(scene.scale.left), area.left() - 1)
        brush = Brush(painter, scene, colors, left, area.right() + 2, view.ratio, view.memory)
        painter.save()
        painter.setClipRect(area.intersected(QRect(int(scene.scale.left), RULER_HEIGHT, 1 << 20, 1 << 20)))
        _paint_rows(brush, rows)
        painter.restore()
        painter.save()
        painter.setClipRect(area.intersected(QRect(int(scene.scale.left), 0, 1 << 20, 1 << 20)))
        if area.top() < RULER_HEIGHT:
            paint_ruler(painter, scene, colors, view.memory.ticks(scene))
            _tint_range(brush, 0, 0.25)
        paint_notes(painter, scene.notes, scene.scale, colors, RULER_HEIGHT, scene.height)
        _paint_brackets(brush)
        _paint_marks(brush)
        painter.restore()
    if area.left() < scene.scale.left:
        paint_header(painter, scene, colors, rows, view.corner, view.memory, view.ratio)


def _paint_rows(brush: Brush, rows: tuple[Row, ...]) -> None:
    painter, scene, colors = brush.painter, brush.scene, brush.colors
    lanes = [(row, row.lane) for row in rows if row.lane is not None]
    bottom = max(scene.height, RULER_HEIGHT)
    painter.fillRect(QRectF(brush.left, RULER_HEIGHT, brush.right - brush.left, bottom), colors.base)
    end = scene.scale.x(scene.frames)
    for row in rows:
        _paint_ground(brush, row)
    painter.setPen(QPen(colors.faint, 1))
    xs = [round(scene.scale.x(tick.frame)) + 0.5 for tick in brush.memory.ticks(scene) if tick.text]
    painter.drawLines([QLineF(x, RULER_HEIGHT, x, bottom) for x in xs])
    for left, right in ((brush.left, scene.scale.x(0)), (end, brush.right)):  # outside the video
        if left < right:
            painter.fillRect(QRectF(left, RULER_HEIGHT, right - left, bottom), faded(colors.raised, 0.7))
    _tint_range(brush, RULER_HEIGHT, 0.12)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row, number in lanes:
        lane, levels = scene.lanes[number], scene.levels[number]
        if levels is not None:
            paint_curve(brush, row, lane, levels)
        paint_segments(brush, row, lane, number)
    shown = {number: row for row, number in lanes}
    paint_ghosts(brush, shown)
    _paint_selected(brush, shown)
    paint_active_edges(brush, shown)
    paint_changes(brush, shown)
    if scene.preview is None and scene.hover is not None and scene.hover.edge is not None and scene.hover.lane in shown:
        _paint_edge(brush, shown[scene.hover.lane])


def _paint_ground(brush: Brush, row: Row) -> None:
    painter, colors, y = brush.painter, brush.colors, brush.scene.row_top(row)
    width = brush.right - brush.left
    if row.lane is None:
        painter.fillRect(QRectF(brush.left, y, width, row.height), blend(section_color(colors), colors.base, 0.6))
        return
    hovered = brush.scene.hover is not None and brush.scene.hover.lane == row.lane
    if hovered:
        painter.fillRect(QRectF(brush.left, y, width, row.height - 1), colors.faint)
    painter.fillRect(QRectF(brush.left, y + row.height - 1, width, 1), colors.faint)


def _paint_selected(brush: Brush, shown: dict[int, Row]) -> None:
    painter, scene = brush.painter, brush.scene
    moving = {one.segment.id for one in (scene.preview, *scene.along, *scene.room) if one and one.segment}
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, segment in scene.selected.values():
        if number not in shown or segment.id in moving:
            continue
        shape = box(brush, shown[number], segment.span, scene.lanes[number].point)
        if shape.right() >= brush.left - 4 and shape.left() <= brush.right + 4:
            paint_outline(brush, shape)


def _paint_edge(brush: Brush, row: Row) -> None:
    """The edge under the pointer, thick."""
    hover = brush.scene.hover
    if hover is None or hover.segment is None:
        return
    shape = box(brush, row, hover.segment.span, False)
    x = shape.right() if hover.edge else shape.left()
    brush.painter.setPen(Qt.PenStyle.NoPen)
    brush.painter.setBrush(brush.colors.text)
    brush.painter.drawRoundedRect(QRectF(x - 2, shape.top() - 2, 4, shape.height() + 4), 2, 2)


def _tint_range(brush: Brush, top: float, alpha: float) -> None:
    """Between in and out, below what stands there so that it stays readable."""
    scene = brush.scene
    if scene.entry is not None and scene.exit is not None:
        left, right = scene.scale.x(scene.entry), scene.scale.x(scene.exit)
        height = RULER_HEIGHT if top < RULER_HEIGHT else scene.height
        brush.painter.fillRect(QRectF(left, top, right - left, height), faded(brush.colors.accent, alpha))


def _paint_brackets(brush: Brush) -> None:
    """In and out, each a line with a bracket in the ruler."""
    painter, scene, color = brush.painter, brush.scene, brush.colors.accent
    marks = [(mark, side) for mark, side in ((scene.entry, 1), (scene.exit, -1)) if mark is not None]
    for mark, side in marks:
        x = scene.scale.x(mark)
        painter.setPen(QPen(color, 1))
        painter.drawLine(QLineF(x, 0, x, scene.height))
        painter.setPen(QPen(color, 3))
        painter.drawPolyline(
            QPolygonF([QPointF(x + dx * side, RULER_HEIGHT - up) for dx, up in ((6, 14), (1, 14), (1, 3), (6, 3))])
        )


def _paint_marks(brush: Brush) -> None:
    """Snap guide, rubber band and playhead: above everything."""
    painter, scene, colors = brush.painter, brush.scene, brush.colors
    if scene.band is not None:
        painter.setPen(QPen(colors.accent, 1))
        painter.setBrush(faded(colors.accent, 0.15))
        painter.drawRect(scene.band)
    _paint_bubble(brush)
    x, next_x = scene.scale.x(scene.playhead), scene.scale.x(scene.playhead + 1)
    if next_x - x >= 4:  # the frame on screen has a width of its own here
        painter.fillRect(QRectF(x, RULER_HEIGHT, next_x - x, scene.height), faded(colors.accent, 0.14))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colors.base, 3))
    painter.drawLine(QLineF(x, RULER_HEIGHT, x, scene.height))
    painter.setPen(QPen(colors.accent, 1.5))
    painter.drawLine(QLineF(x, RULER_HEIGHT - 8, x, scene.height))
    painter.setBrush(colors.accent)
    painter.setPen(QPen(colors.raised, 1))
    top = RULER_HEIGHT - 17.0
    shape = [(-_HANDLE, top), (_HANDLE, top), (_HANDLE, top + 9), (0, top + 16), (-_HANDLE, top + 9)]
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y) for dx, y in shape]))
    paint_guide(brush)  # above the playhead, to which it may point


def _paint_bubble(brush: Brush) -> None:
    """Begin, end and length of the span that is being dragged, below its row."""
    painter, scene, colors = brush.painter, brush.scene, brush.colors
    preview = scene.preview
    row = None if preview is None else scene.rows.lane(preview.lane)
    if preview is None or row is None or scene.clock is None:
        return
    said = scene.refusal or times(scene.clock, preview.span)
    text, width = brush.memory.texts.laid(said)
    height = brush.memory.texts.height + 6
    left = min(
        max(scene.scale.x(preview.span.start), scene.scale.left + 4), scene.scale.left + scene.scale.width - width - 20
    )
    y = scene.row_top(row) + BAR_TOP + BAR_HEIGHT + 4
    if y + height > scene.height or scene.room or scene.along:  # what changes with it is often just below
        y = scene.row_top(row) + BAR_TOP - 4 - round(height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colors.line, 1))
    painter.setBrush(colors.raised)
    painter.drawRoundedRect(QRectF(left, y, width + 16, height), 4, 4)
    painter.setPen(colors.text)
    painter.drawStaticText(QPointF(left + 8, y + 3), text)

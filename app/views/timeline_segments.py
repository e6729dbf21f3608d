"""Paints one row's segments. Wide ones are drawn each in the manner of its state; the many narrow ones of a far zoom
become one image of coverage per row, so the cost follows the pixels and not the number of segments.

States differ by form as well as by colour: predicted is translucent with a dashed border; accepted, corrected and human
are solid, the first two marked with a tick and a triangle; rejected is hatched, faint and struck through.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF, QStaticText

from app.views.timeline_colors import Colors, blend, faded, readable_on, tinted
from app.views.timeline_lod import coverage, spaced
from app.views.timeline_scale import Row
from app.views.timeline_scene import Lane, Scene
from core.rows import Segment, State
from core.timeline.query import STATES

BAR_TOP = 4
BAR_HEIGHT = 20
DIAMOND = 6.5  # half its diagonal, pixels
_WIDE = 10.0  # pixels from which a segment is drawn by itself
_DETAILED = 320  # at most so many of them in one repaint; the rest is drawn as coverage
_ROUNDED = 3.0
_SHORTEST_NAME = 42.0  # pixels
_PREDICTED, _REJECTED = STATES.index(State.PREDICTED), STATES.index(State.REJECTED)
_SOLID_ALPHA, _PREDICTED_ALPHA, _REJECTED_ALPHA = 0.92, 0.38, 0.10
Side = Qt.AlignmentFlag


class Texts:
    """Laid-out texts of one font, kept between repaints. Lives and dies with the view: they hold on to Qt's fonts."""

    def __init__(self) -> None:
        self._font = ""
        self._metrics = QFontMetricsF(QFont())
        self._laid: dict[str, tuple[QStaticText, float]] = {}

    def use(self, font: QFont) -> None:
        if font.key() != self._font or len(self._laid) > 4096:
            self._font, self._metrics, self._laid = font.key(), QFontMetricsF(font), {}

    @property
    def height(self) -> float:
        return self._metrics.height()

    def laid(self, text: str) -> tuple[QStaticText, float]:
        """The text and its width in pixels."""
        if text not in self._laid:
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            self._laid[text] = static, self._metrics.horizontalAdvance(text)
        return self._laid[text]

    def fitting(self, name: str, score: str, room: float) -> tuple[QStaticText, float]:
        """Name and score, the name shortened if need be, else the score alone, else nothing."""
        tail = f"  {score}" if score and name else score
        whole = self.laid(name + tail)
        if whole[1] <= room:
            return whole
        space = room - self.laid(tail)[1]
        if space >= _SHORTEST_NAME:
            # rounded down, so that a segment which changes its width does not lay out a new text for every pixel
            short = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, space // 8 * 8)
            return self.laid(short + tail)
        alone = self.laid(score)
        return alone if alone[1] <= room else self.laid("")


@dataclass(frozen=True)
class Brush:
    """What every row's painter needs: where to draw, with what, and the columns [left, right) that need it."""

    painter: QPainter
    scene: Scene
    colors: Colors
    left: int
    right: int
    ratio: float  # device pixels per pixel
    texts: Texts
    budget: int = 0  # segments drawn by themselves in one row


def budget(rows: int) -> int:
    return max(8, _DETAILED // max(1, rows))


def paint_segments(brush: Brush, row: Row, lane: Lane, number: int) -> None:
    scale = brush.scene.scale
    margin = (DIAMOND + 3) * scale.per_pixel
    near = lane.table.visible(
        math.floor(scale.frame(brush.left) - margin), math.ceil(scale.frame(brush.right) + margin)
    )
    start, stop = scale.xs(lane.table.start[near]), scale.xs(lane.table.stop[near])
    top = brush.scene.row_top(row) + BAR_TOP
    shown = np.ones(len(start), bool)
    preview = brush.scene.preview
    moving = preview.segment if preview and preview.lane == number else None
    if moving is not None:
        shown[[i for i, row_ in enumerate(lane.table.rows[near]) if row_.id == moving.id]] = False
    if lane.point:
        _paint_points(brush, lane, near, start, shown, top)
        return
    wide = _wide(stop - start, shown, brush.budget)
    narrow = shown & ~wide
    if narrow.any():
        _paint_coverage(brush, lane, start[narrow], stop[narrow], lane.table.state[near][narrow], top)
    for i in np.flatnonzero(wide):
        paint_bar(brush, lane, lane.table.rows[near.start + i], QRectF(start[i], top, stop[i] - start[i], BAR_HEIGHT))


def _wide(width: np.ndarray, shown: np.ndarray, most: int) -> np.ndarray:
    """Which segments are drawn by themselves: the wide ones, the widest `most` of them where there are more."""
    wide = shown & (width >= _WIDE)
    if int(wide.sum()) <= most:
        return wide
    limit = np.partition(width[wide], -most)[-most]
    widest: np.ndarray = wide & (width > limit)
    return widest


def _paint_coverage(
    brush: Brush, lane: Lane, start: np.ndarray, stop: np.ndarray, state: np.ndarray, top: float
) -> None:
    """All narrow segments as one image, a device pixel per column; the rows of pixels tell the states apart."""
    ratio = brush.ratio
    columns = round((brush.right - brush.left) * ratio)
    first, last = (start - brush.left) * ratio, (stop - brush.left) * ratio
    # neighbours stay apart by a hair, and nothing is too short to see
    last = np.maximum(last - np.minimum(ratio, 0.25 * (last - first)), first + 0.8)
    height = round(BAR_HEIGHT * ratio)
    alpha = np.zeros((height, columns), np.float32)
    for chosen, profile in (
        (state == _REJECTED, _profile(height, 0.0, 0.1, 0.45)),
        (state == _PREDICTED, _profile(height, 0.85, _PREDICTED_ALPHA, _PREDICTED_ALPHA)),
        ((state != _REJECTED) & (state != _PREDICTED), np.full(height, _SOLID_ALPHA, np.float32)),
    ):
        if chosen.any():
            np.maximum(alpha, np.outer(profile, coverage(first[chosen], last[chosen], columns)), out=alpha)
    image = tinted((alpha * 255).astype(np.uint8), QColor(lane.label.color))
    image.setDevicePixelRatio(ratio)
    brush.painter.drawImage(QPointF(brush.left, top), image)


@lru_cache(maxsize=16)
def _profile(height: int, rim: float, body: float, middle: float) -> np.ndarray:
    """Alpha from the top to the bottom of a bar, float32 [height]."""
    profile = np.full(height, body, np.float32)
    profile[height // 2 - 1 : height // 2 + 1] = middle
    profile[[0, -1]] = rim
    return profile


def paint_bar(brush: Brush, lane: Lane, segment: Segment, box: QRectF) -> None:
    """One segment in full: fill, border, mark and text. Parts far outside the screen are cut off first."""
    left, right = max(box.left() + 0.5, brush.scene.scale.left - 20), min(box.right() - 0.5, brush.right + 4000.0)
    shape = QRectF(left, box.top() + 0.5, right - left, box.height() - 1)
    if shape.width() <= 0:
        return
    painter, color = brush.painter, QColor(lane.label.color)
    fill, border, under = _manner(segment.state, color, brush.colors)
    painter.setPen(border)
    painter.setBrush(fill)
    painter.drawRoundedRect(shape, _ROUNDED, _ROUNDED)
    ink = readable_on(under)
    if segment.state is State.REJECTED:
        ink = brush.colors.muted
        painter.setBrush(_hatch(color.rgb()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRect(shape)
        painter.setPen(QPen(ink, 1))
        painter.drawLine(QLineF(shape.left(), shape.center().y(), shape.right(), shape.center().y()))
    _paint_text(brush, lane, segment, shape, ink, under)


def _manner(state: State, color: QColor, colors: Colors) -> tuple[QColor, QPen, QColor]:
    """Fill, border, and the opaque colour that text stands on."""
    if state is State.PREDICTED:
        return faded(color, _PREDICTED_ALPHA), _dashes(color.rgb()), blend(color, colors.base, _PREDICTED_ALPHA)
    if state is State.REJECTED:
        return faded(color, _REJECTED_ALPHA), QPen(faded(color, 0.55), 1), colors.base
    return faded(color, _SOLID_ALPHA), QPen(blend(colors.text, color, 0.25), 1), color


@lru_cache(maxsize=256)
def _dashes(rgb: int) -> QPen:
    pen = QPen(QColor(rgb), 1)
    pen.setDashPattern([4, 3])
    return pen


@lru_cache(maxsize=256)
def _hatch(rgb: int) -> QBrush:
    return QBrush(faded(QColor(rgb), 0.5), Qt.BrushStyle.BDiagPattern)


def _paint_text(brush: Brush, lane: Lane, segment: Segment, shape: QRectF, ink: QColor, under: QColor) -> None:
    """The mark of the state, then as much of name and confidence as fits into the part that is on screen."""
    scale = brush.scene.scale
    left, right = max(shape.left(), scale.left) + 5, min(shape.right(), scale.left + scale.width) - 5
    painter = brush.painter
    if segment.state in (State.ACCEPTED, State.CORRECTED) and right - left >= 8:
        _paint_mark(painter, segment.state, shape, left, ink)
        left += 13
    score = "" if segment.score is None else f"{segment.score * 100:.0f} %"
    text, width = brush.texts.fitting(lane.label.name, score, right - left)
    if not width:
        return
    painter.setPen(ink)
    y = shape.center().y() - brush.texts.height / 2
    if segment.state is State.REJECTED:
        painter.fillRect(QRectF(left - 2, y, width + 4, shape.height() - 6), faded(under, 0.8))
    painter.drawStaticText(QPointF(left, y), text)
    if segment.state is State.REJECTED:
        painter.drawLine(QLineF(left - 2, shape.center().y(), left + width + 2, shape.center().y()))


def _paint_mark(painter: QPainter, state: State, shape: QRectF, left: float, ink: QColor) -> None:
    middle = shape.center().y()
    if state is State.ACCEPTED:
        painter.setPen(QPen(ink, 1.6))
        points = [QPointF(left, middle), QPointF(left + 3, middle + 3.2), QPointF(left + 8, middle - 3.6)]
        painter.drawPolyline(QPolygonF(points))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(
        QPolygonF([QPointF(left, middle + 4), QPointF(left + 8, middle + 4), QPointF(left + 4, middle - 4)])
    )


def _paint_points(brush: Brush, lane: Lane, near: slice, start: np.ndarray, shown: np.ndarray, top: float) -> None:
    """Point events as diamonds; where several fall into three pixels, one stands for them."""
    states = lane.table.state[near]
    kept = np.flatnonzero(shown)
    kept = kept[spaced(start[kept], 3.0)]
    half = DIAMOND + 1.5
    for i in kept:
        stamp = diamond(QColor(lane.label.color).rgb(), STATES[states[i]], brush.colors.text.rgb(), brush.ratio)
        brush.painter.drawImage(QPointF(start[i] - half, top + BAR_HEIGHT / 2 - half), stamp)


@lru_cache(maxsize=256)
def diamond(rgb: int, state: State, text: int, ratio: float) -> QImage:
    """A point event's picture, `2 · (DIAMOND + 1.5)` pixels square."""
    half = DIAMOND + 1.5
    size = math.ceil(2 * half * ratio)
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = QColor(rgb)
    if state is State.PREDICTED:
        painter.setPen(QPen(color, 1.4, Qt.PenStyle.DotLine))
        painter.setBrush(faded(color, _PREDICTED_ALPHA))
    elif state is State.REJECTED:
        painter.setPen(QPen(faded(color, 0.55), 1))
    else:
        painter.setPen(QPen(blend(QColor(text), color, 0.25), 1))
        painter.setBrush(color)
    outline = [QPointF(half, half - DIAMOND), QPointF(half + DIAMOND, half), QPointF(half, half + DIAMOND)]
    painter.drawPolygon(QPolygonF([*outline, QPointF(half - DIAMOND, half)]))
    if state is State.REJECTED:
        painter.drawLine(QLineF(half - DIAMOND, half, half + DIAMOND, half))
    if state is State.CORRECTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(readable_on(color))
        painter.drawEllipse(QPointF(half, half), 1.8, 1.8)
    painter.end()
    return picture

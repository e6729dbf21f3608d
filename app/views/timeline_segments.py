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
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from app.views.timeline_colors import Colors, blend, draw, faded, mixed_pixels, pixels, readable_on
from app.views.timeline_lod import coverage, spaced
from app.views.timeline_memory import Memory
from app.views.timeline_scale import Row
from app.views.timeline_scene import Lane, Scene
from core.rows import Segment, State
from core.timeline.query import STATES

BAR_TOP = 4
BAR_HEIGHT = 20
DIAMOND = 6.5  # half its diagonal, pixels
_ROUNDED = 3.0
_MARK = 11.0  # pixels across
_LEAST_TEXT = 20.0  # pixels
# Alpha of a bar's rim, body and middle line for the three kinds that coverage tells apart, [kind, line].
_LINES = np.array([[0.92, 0.92, 0.92], [0.85, 0.38, 0.38], [0.0, 0.1, 0.45]], np.float32)
_KIND = np.array([{State.PREDICTED: 1, State.REJECTED: 2}.get(state, 0) for state in STATES], np.int64)
_FAINT = 0.25  # opacity of what a filter leaves out
_SOLID_ALPHA, _PREDICTED_ALPHA, _REJECTED_ALPHA = 0.92, 0.38, 0.10


@dataclass(frozen=True)
class Brush:
    """What every row's painter needs: where to draw, with what, and the columns [left, right) that need it."""

    painter: QPainter
    scene: Scene
    colors: Colors
    left: int
    right: int
    ratio: float  # device pixels per pixel
    memory: Memory


def paint_segments(brush: Brush, row: Row, lane: Lane, number: int) -> None:
    scale, table = brush.scene.scale, lane.table
    margin = (DIAMOND + 3) * scale.per_pixel
    near = table.visible(math.floor(scale.frame(brush.left) - margin), math.ceil(scale.frame(brush.right) + margin))
    start, stop = scale.xs(table.start[near]), scale.xs(table.stop[near])
    top = brush.scene.row_top(row) + BAR_TOP
    shown = np.ones(len(start), bool)
    hidden = brush.scene.hidden(number)
    for segment in hidden:
        if table.has(segment) and near.start <= (place := table.position(segment)) < near.stop:
            shown[place - near.start] = False
    if lane.point:
        _paint_points(brush, lane, near, start, shown, top)
        return
    least = brush.memory.wide_from(number, table, brush.scene)
    wide = shown & (stop - start >= least)
    narrow = np.flatnonzero(shown & ~wide)
    if len(narrow):
        look = lane.label.color if lane.palette is None else tuple((i, one.color) for i, one in lane.palette.items())
        gone = tuple(segment.id for segment in hidden)
        where = scale, brush.left, brush.right, brush.ratio, least, look, gone, lane.wanted
        picture = brush.memory.bars.known(number, table, where)
        if picture is None:
            state = table.state[near][narrow]
            if lane.faint is not None:  # as faint as what was rejected
                state = np.where(lane.faint[near][narrow], STATES.index(State.REJECTED), state)
            columns = start[narrow], stop[narrow], state
            lines = (
                coverage_lines(brush, lane, *columns)
                if lane.palette is None
                else mixed_lines(brush, lane, *columns, table.label[near][narrow])
            )
            picture = _stacked(lines, round(BAR_HEIGHT * brush.ratio))
            brush.memory.bars.keep(number, table, where, picture)
        draw(brush.painter, QPointF(brush.left, top), picture, brush.ratio)
    for i in np.flatnonzero(wide).tolist():
        box = QRectF(float(start[i]), top, float(stop[i] - start[i]), BAR_HEIGHT)
        faint = lane.faint is not None and bool(lane.faint[near.start + i])
        brush.painter.setOpacity(_FAINT if faint else 1.0)
        paint_bar(brush, lane, table.rows[near.start + i], box)
    brush.painter.setOpacity(1.0)


def coverage_lines(
    brush: Brush, lane: Lane, start: np.ndarray, stop: np.ndarray, state: np.ndarray
) -> list[np.ndarray]:
    """All narrow segments as one image, a device pixel per column: the premultiplied pixels of a bar's rim, body and
    middle line. These tell the states apart; the rest of the bar are copies of them."""
    color = QColor(lane.label.color)
    return [pixels(alpha.astype(np.uint8), color) for alpha in _alphas(brush, start, stop, state)]


def mixed_lines(
    brush: Brush, lane: Lane, start: np.ndarray, stop: np.ndarray, state: np.ndarray, label: np.ndarray
) -> list[np.ndarray]:
    """The same for a packed row, whose segments follow each other: the one in the middle of a column of pixels gives it
    its colour."""
    alphas = _alphas(brush, start, stop, state)
    middles = brush.left + (np.arange(len(alphas[0])) + 0.5) / brush.ratio
    here = label[np.searchsorted(start, middles, side="right").clip(1, len(start)) - 1]
    palette = lane.palette or {}
    ids = np.array(sorted(palette) or [0], np.int64)
    colors = np.array([QColor(palette[i].color).rgb() if i in palette else 0 for i in ids.tolist()], np.uint32)
    rgb = colors[np.searchsorted(ids, here).clip(0, len(ids) - 1)]
    return [mixed_pixels(alpha.astype(np.uint32), rgb) for alpha in alphas]


def _alphas(brush: Brush, start: np.ndarray, stop: np.ndarray, state: np.ndarray) -> list[np.ndarray]:
    """0…255 along a bar's rim, body and middle line: in each column the strongest kind's."""
    strength = _strengths(brush, start, stop, _KIND[state], len(_LINES))
    found = []
    for line in range(_LINES.shape[1]):
        alpha = strength[0] * (255 * _LINES[0, line])
        for kind in range(1, len(_LINES)):
            np.maximum(alpha, strength[kind] * (255 * _LINES[kind, line]), out=alpha)
        found.append(alpha)
    return found


def _strengths(brush: Brush, start: np.ndarray, stop: np.ndarray, kind: np.ndarray, kinds: int) -> np.ndarray:
    """How much each kind covers each column of device pixels, float32 [kinds, columns]."""
    ratio = brush.ratio
    columns = round((brush.right - brush.left) * ratio)
    first, last = (start - brush.left) * ratio, (stop - brush.left) * ratio
    # neighbours stay apart by a hair, and nothing is too short to see
    last = np.maximum(last - np.minimum(ratio, 0.25 * (last - first)), first + 0.8)
    return coverage(first, last, kind, kinds, columns)


def _stacked(lines: list[np.ndarray], height: int) -> np.ndarray:
    """A bar's picture, uint32 [height, columns], of its rim, body and middle line."""
    rim, body, middle = lines
    picture = np.empty((height, len(body)), np.uint32)
    picture[:] = body
    picture[[0, -1]] = rim
    picture[height // 2 - 1 : height // 2 + 1] = middle
    return picture


def paint_bar(brush: Brush, lane: Lane, segment: Segment, box: QRectF) -> None:
    """One segment in full: fill, border, mark and text. Parts far outside the screen are cut off first."""
    scale = brush.scene.scale
    left = max(box.left() + 0.5, scale.left - 20)
    right = min(box.right() - 0.5, scale.left + scale.width + 20)
    shape = QRectF(left, box.top() + 0.5, right - left, box.height() - 1)
    if shape.width() <= 0:
        return
    painter, look = brush.painter, _manner(segment.state, lane.label_of(segment).color, brush.colors)
    painter.setPen(look.border)
    painter.setBrush(look.fill)
    painter.drawRoundedRect(shape, _ROUNDED, _ROUNDED)
    if look.hatch is not None:
        painter.setBrush(look.hatch)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRect(shape)
        painter.setPen(QPen(look.ink, 1))
        middle = round(shape.center().y()) + 0.5
        painter.drawLine(QLineF(left, middle, right, middle))
    _paint_text(brush, lane, segment, shape, look)


@dataclass(frozen=True)
class _Manner:
    """How a state looks in a colour. `under` is the opaque colour that text in `ink` stands on."""

    fill: QColor
    border: QPen
    under: QColor
    ink: QColor
    hatch: QBrush | None = None


@lru_cache(maxsize=512)
def _manner(state: State, name: str, colors: Colors) -> _Manner:
    color = QColor(name)
    if state is State.PREDICTED:
        dashes, under = QPen(color, 1), blend(color, colors.base, _PREDICTED_ALPHA)
        dashes.setDashPattern([4, 3])
        return _Manner(faded(color, _PREDICTED_ALPHA), dashes, under, readable_on(under))
    if state is State.REJECTED:
        hatch = QBrush(faded(color, 0.5), Qt.BrushStyle.BDiagPattern)
        return _Manner(faded(color, _REJECTED_ALPHA), QPen(faded(color, 0.55), 1), colors.base, colors.muted, hatch)
    return _Manner(faded(color, _SOLID_ALPHA), QPen(blend(colors.text, color, 0.25), 1), color, readable_on(color))


def _paint_text(brush: Brush, lane: Lane, segment: Segment, shape: QRectF, look: _Manner) -> None:
    """The mark of the state, then as much of name and confidence as fits into the part that is on screen."""
    scale, painter = brush.scene.scale, brush.painter
    left, right = max(shape.left(), scale.left) + 5, min(shape.right(), scale.left + scale.width) - 5
    middle = shape.top() + shape.height() / 2
    if segment.state in (State.ACCEPTED, State.CORRECTED) and right - left >= 8:
        painter.drawImage(QPointF(left - 1, middle - _MARK / 2), _mark(segment.state, look.ink.rgb(), brush.ratio))
        left += 13
    if right - left < _LEAST_TEXT:
        return
    score = "" if segment.score is None else f"{segment.score * 100:.0f} %"
    text, width = brush.memory.texts.fitting(lane.label_of(segment).name, score, right - left)
    if not width:
        return
    painter.setPen(look.ink)
    y = middle - brush.memory.texts.height / 2
    if segment.state is State.REJECTED:
        painter.fillRect(QRectF(left - 2, y, width + 4, shape.height() - 6), faded(look.under, 0.8))
    painter.drawStaticText(QPointF(left, y), text)
    if segment.state is State.REJECTED:
        painter.drawLine(QLineF(left - 2, middle, left + width + 2, middle))


@lru_cache(maxsize=64)
def _mark(state: State, ink: int, ratio: float) -> QImage:
    """A tick for accepted, a triangle for corrected."""
    picture, middle = _clear(_MARK, ratio), _MARK / 2
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is State.ACCEPTED:
        painter.setPen(QPen(QColor(ink), 1.6))
        points = [QPointF(1, middle), QPointF(4, middle + 3.2), QPointF(9, middle - 3.6)]
        painter.drawPolyline(QPolygonF(points))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        points = [QPointF(1, middle + 4), QPointF(9, middle + 4), QPointF(5, middle - 4)]
        painter.drawPolygon(QPolygonF(points))
    painter.end()
    return picture


def _clear(size: float, ratio: float) -> QImage:
    """A transparent square, `size` pixels wide."""
    cells = math.ceil(size * ratio)
    picture = QImage(cells, cells, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _paint_points(brush: Brush, lane: Lane, near: slice, start: np.ndarray, shown: np.ndarray, top: float) -> None:
    """Point events as diamonds; where several fall into three pixels, one stands for them."""
    states = lane.table.state[near]
    kept = np.flatnonzero(shown)
    kept = kept[spaced(start[kept], 3.0)]
    half = DIAMOND + 1.5
    for i in kept:
        stamp = diamond(QColor(lane.label.color).rgb(), STATES[states[i]], brush.colors.text.rgb(), brush.ratio)
        brush.painter.setOpacity(_FAINT if lane.faint is not None and lane.faint[near.start + i] else 1.0)
        brush.painter.drawImage(QPointF(start[i] - half, top + BAR_HEIGHT / 2 - half), stamp)
    brush.painter.setOpacity(1.0)


@lru_cache(maxsize=256)
def diamond(rgb: int, state: State, text: int, ratio: float) -> QImage:
    """A point event's picture, `2 · (DIAMOND + 1.5)` pixels square."""
    half = DIAMOND + 1.5
    picture = _clear(2 * half, ratio)
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

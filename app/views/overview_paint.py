"""Paints the overview strip: pictures, histogram and reviewed spans into a picture that is kept, the rest over it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from app.views.timeline_colors import Colors, blend, draw, faded, pixels
from app.views.timeline_lod import coverage, spaced
from core.timeline.density import HUMAN, PREDICTED, REJECTED, Density

MARGIN = 8.0  # pixels beside the video, so that the frame's edges can be taken there too
PICTURES = 38  # pixels of height
DENSITY = 15
REVIEWED = 4
GAP = 2
HEIGHT = GAP + PICTURES + GAP + DENSITY + GAP + REVIEWED + GAP
GRIP = 3.0  # half the width of the frame's edges
PREDICTED_COLOR = QColor("#d9920a")
REVIEWED_COLOR = QColor("#2f9e78")


@dataclass
class Shown:
    """What the strip shows. `slots` pictures stand for equal parts of the video; `reviewed` int64 [n, 2]; `markers`
    (frame, colour)."""

    frames: int = 0
    slots: int = 0
    pictures: dict[int, QImage] = field(default_factory=dict)
    density: Density | None = None
    reviewed: np.ndarray = field(default_factory=lambda: np.zeros((0, 2), np.int64))
    markers: list[tuple[int, str]] = field(default_factory=list)
    first: float = 0.0  # the frames on the timeline
    last: float = 0.0
    playhead: int = 0


def scaled_pictures(shown: Shown, width: int, colors: Colors, ratio: float) -> QPixmap:
    """The pictures side by side, for a strip that is so wide."""
    room = QRectF(0, 0, max(1.0, width - 2 * MARGIN), PICTURES)
    kept = _pixmap(room.width(), PICTURES, ratio)
    painter = QPainter(kept)
    _paint_pictures(painter, shown, room, colors)
    painter.end()
    return kept


def _pixmap(width: float, height: float, ratio: float) -> QPixmap:
    made = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    made.setDevicePixelRatio(ratio)
    return made


def ground(shown: Shown, pictures: QPixmap, width: int, colors: Colors, ratio: float) -> QPixmap:
    """All that does not move, as wide as the strip."""
    kept = _pixmap(width, HEIGHT, ratio)
    kept.fill(colors.raised)
    painter = QPainter(kept)
    room = QRectF(MARGIN, 0, max(1.0, width - 2 * MARGIN), HEIGHT)
    if shown.frames:
        painter.drawPixmap(QPointF(room.left(), GAP), pictures)
        _paint_density(painter, shown, QRectF(room.left(), GAP + PICTURES + GAP, room.width(), DENSITY), colors, ratio)
        _paint_reviewed(painter, shown, room, colors, ratio)
        _paint_markers(painter, shown, room, colors)
    painter.end()
    return kept


def _paint_pictures(painter: QPainter, shown: Shown, room: QRectF, colors: Colors) -> None:
    """As many pictures side by side as have room, each cut to its tile."""
    painter.fillRect(room, colors.base)
    if not shown.pictures or not shown.slots:
        return
    sample = next(iter(shown.pictures.values()))
    natural = room.height() * sample.width() / max(1, sample.height())
    count = max(1, min(shown.slots, round(room.width() / max(1.0, natural))))
    tile = room.width() / count
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for i in range(count):
        image = shown.pictures.get(int((i + 0.5) * shown.slots / count)) or _nearest(shown, (i + 0.5) / count)
        place = QRectF(room.left() + i * tile, room.top(), tile - 1, room.height())
        painter.drawImage(place, image, _cut(image, place))


def _nearest(shown: Shown, share: float) -> QImage:
    """While pictures are still coming: the nearest that is there."""
    wanted = int(share * shown.slots)
    return shown.pictures[min(shown.pictures, key=lambda slot: abs(slot - wanted))]


def _cut(image: QImage, place: QRectF) -> QRectF:
    """The middle of a picture, in the shape of its place."""
    width, height = float(image.width()), float(image.height())
    shape = place.width() / place.height()
    cut = (width, width / shape) if width / height < shape else (height * shape, height)
    return QRectF((width - cut[0]) / 2, (height - cut[1]) / 2, *cut)


def _paint_density(painter: QPainter, shown: Shown, room: QRectF, colors: Colors, ratio: float) -> None:
    """Stacked from below: people's, predicted, rejected. Heights grow with the root, so that little still shows."""
    painter.fillRect(room, colors.base)
    if shown.density is None:
        return
    width, height = max(1, round(room.width() * ratio)), max(1, round(room.height() * ratio))
    stacked = np.cumsum(shown.density.columns(width)[[HUMAN, PREDICTED, REJECTED]], axis=0)
    most = float(stacked[-1].max(initial=0.0))
    if most <= 0:
        return
    tops = np.ceil(np.sqrt(stacked / most) * height)
    level = np.arange(height, 0, -1)[:, None]  # of each row of pixels, from below
    picture = np.zeros((height, width), np.uint32)
    strong = np.full((), 255, np.uint8)
    for top, color in reversed(list(zip(tops, (colors.accent, PREDICTED_COLOR, colors.muted), strict=True))):
        picture[level <= top[None, :]] = pixels(strong, color)
    draw(painter, room.topLeft(), np.ascontiguousarray(picture), ratio)


def _paint_reviewed(painter: QPainter, shown: Shown, room: QRectF, colors: Colors, ratio: float) -> None:
    line = QRectF(room.left(), HEIGHT - GAP - REVIEWED, room.width(), REVIEWED)
    painter.fillRect(line, colors.base)
    if len(shown.reviewed):
        columns = max(1, round(line.width() * ratio))
        ends = shown.reviewed * (columns / shown.frames)
        covered = coverage(ends[:, 0], ends[:, 1], np.zeros(len(ends), np.int8), 1, columns)
        alpha = np.where(covered > 0, np.maximum(covered, 0.35), 0.0) * 255
        draw(
            painter,
            line.topLeft(),
            np.repeat(pixels(alpha.astype(np.uint8), REVIEWED_COLOR), round(REVIEWED * ratio), axis=0),
            ratio,
        )


def _paint_markers(painter: QPainter, shown: Shown, room: QRectF, colors: Colors) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    xs = room.left() + np.array([frame for frame, _ in shown.markers]) * (room.width() / shown.frames)
    for i in spaced(xs, 3.0).tolist():
        x, color = float(xs[i]), shown.markers[i][1]
        painter.setPen(QPen(colors.base, 1))
        painter.setBrush(QColor(color))
        painter.drawPolygon(
            QPolygonF([QPointF(x + dx, GAP + dy) for dx, dy in ((-4, 0), (4, 0), (4, 5), (0, 10), (-4, 5))])
        )


def paint_over(painter: QPainter, shown: Shown, width: int, colors: Colors, taken: bool) -> None:
    """The part that is on the timeline as a frame, everything else dimmed, and the playhead. `taken`: the pointer has
    it."""
    scale = max(1.0, width - 2 * MARGIN) / max(1, shown.frames)
    left = MARGIN + max(0.0, shown.first) * scale
    right = MARGIN + min(float(shown.frames), shown.last) * scale
    whole = QRectF(0, 0, width, HEIGHT)
    frame = QRectF(left, 0.5, max(2.0, right - left), HEIGHT - 1)
    if right - left < width - 2 * MARGIN - 1:
        outside = QPainterPath()
        outside.setFillRule(Qt.FillRule.OddEvenFill)
        outside.addRect(whole)
        outside.addRect(frame)
        painter.fillPath(outside, faded(colors.raised, 0.62))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = colors.text if taken else blend(colors.text, colors.raised, 0.75)
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x in (frame.left(), frame.right()):
        painter.drawRoundedRect(QRectF(x - GRIP, HEIGHT / 2 - 9, 2 * GRIP, 18), 2, 2)
    x = MARGIN + shown.playhead * scale
    painter.setPen(QPen(colors.base, 3))
    painter.drawLine(QLineF(x, 0, x, HEIGHT))
    painter.setPen(QPen(colors.accent, 1.5))
    painter.drawLine(QLineF(x, 0, x, HEIGHT))

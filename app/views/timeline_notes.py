"""What stands on the timeline's ruler besides times: reviewed spans, shot cuts, markers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.views.overview_paint import REVIEWED_COLOR
from app.views.timeline_colors import Colors, faded, readable_on
from app.views.timeline_lod import spaced
from app.views.timeline_scale import Scale

BAND = 4  # pixels of height of the reviewed band, at the ruler's foot
FLAG_TOP, FLAG = 17, 12  # of a marker's flag: below the times
_CUT = 6
_NARROW = 9.0  # a flag without a name
_PADDING = 8.0  # a name begins beside the playhead's handle


@dataclass(frozen=True, slots=True)
class Flag:
    """A marker as it is shown."""

    id: int
    frame: int
    name: str
    color: str


@dataclass
class Notes:
    """`reviewed` int64 [n, 2] and `cuts` int64 [n], both sorted; `flags` by frame. `held`: the flag in the hand, and
    where it is now."""

    reviewed: np.ndarray = field(default_factory=lambda: np.zeros((0, 2), np.int64))
    cuts: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    flags: tuple[Flag, ...] = ()
    held: tuple[int, int] | None = None

    def placed(self) -> list[Flag]:
        """The flags where they are shown now."""
        if self.held is None:
            return list(self.flags)
        key, frame = self.held
        moved = (Flag(f.id, frame, f.name, f.color) if f.id == key else f for f in self.flags)
        return sorted(moved, key=lambda flag: (flag.frame, flag.id))


def flag_boxes(notes: Notes, scale: Scale, metrics: QFontMetricsF) -> list[tuple[Flag, QRectF]]:
    """The visible flags with their places on the ruler; a name is left out where the next flag leaves no room."""
    shown = [f for f in notes.placed() if -40 <= scale.x(f.frame) - scale.left <= scale.width]
    boxes = []
    for i, flag in enumerate(shown):
        x = scale.x(flag.frame)
        room = (scale.x(shown[i + 1].frame) if i + 1 < len(shown) else x + 1e6) - x - 2
        wide = metrics.horizontalAdvance(flag.name) + 2 * _PADDING
        boxes.append(
            (flag, QRectF(x, FLAG_TOP, wide if flag.name and wide <= room else min(_NARROW, max(4.0, room)), FLAG))
        )
    return boxes


def flag_at(notes: Notes, scale: Scale, metrics: QFontMetricsF, at: QPointF) -> Flag | None:
    """The flag under the pointer."""
    if at.x() < scale.left:
        return None
    hits = [flag for flag, box in flag_boxes(notes, scale, metrics) if box.adjusted(-3, 0, 2, 2).contains(at)]
    return hits[-1] if hits else None


def paint_notes(painter: QPainter, notes: Notes, scale: Scale, colors: Colors, top: int, height: int) -> None:
    """`top`: the ruler's height; `height`: of the whole timeline."""
    _paint_reviewed(painter, notes.reviewed, scale, top)
    _paint_cuts(painter, notes.cuts, scale, colors)
    metrics = QFontMetricsF(painter.font())
    for flag, box in flag_boxes(notes, scale, metrics):
        color = QColor(flag.color)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(faded(color, 0.7), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(box.left(), box.bottom(), box.left(), height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        if box.width() <= _NARROW:
            corners = [box.topLeft(), box.topRight(), box.bottomLeft()]
            painter.drawPolygon(QPolygonF(corners))
            continue
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(readable_on(color))
        painter.drawText(box.adjusted(_PADDING, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, flag.name)


def _paint_reviewed(painter: QPainter, spans: np.ndarray, scale: Scale, top: int) -> None:
    first, last = np.searchsorted(spans[:, 1], scale.first), np.searchsorted(spans[:, 0], scale.last)
    for start, stop in spans[first:last].tolist():
        left, right = max(scale.x(start), scale.left), min(scale.x(stop), scale.left + scale.width)
        painter.fillRect(QRectF(left, top - BAND, max(1.0, right - left), BAND), REVIEWED_COLOR)


def _paint_cuts(painter: QPainter, cuts: np.ndarray, scale: Scale, colors: Colors) -> None:
    near = cuts[np.searchsorted(cuts, scale.first) : np.searchsorted(cuts, scale.last)]
    xs = scale.xs(near)
    painter.setPen(QPen(faded(colors.guide, 0.9), 1))
    painter.drawLines([QLineF(x, 0, x, _CUT) for x in np.round(xs[spaced(xs, 2.0)]) + 0.5])

"""Paints a row's score curve under its segments: an area, stronger where it passes the threshold."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPen

from app.views.timeline_colors import draw, faded, pixels
from app.views.timeline_lod import CurveLevels
from app.views.timeline_scale import Row
from app.views.timeline_scene import Lane
from app.views.timeline_segments import BAR_HEIGHT, BAR_TOP, Brush

_GAP = 2  # pixels between bar and curve
_BOTTOM = 2
_FINE = 3  # steps per pixel in which a curve is drawn
_FILLS = (0.16, 0.42)  # alpha of the area, below and above the threshold


def paint_curve(brush: Brush, row: Row, lane: Lane, levels: CurveLevels) -> None:
    top = brush.scene.row_top(row) + BAR_TOP + BAR_HEIGHT + _GAP
    height = row.height - BAR_TOP - BAR_HEIGHT - _GAP - _BOTTOM
    scale, ratio = brush.scene.scale, brush.ratio
    columns = round((brush.right - brush.left) * ratio)
    low, high = levels.columns(scale.frame(brush.left), scale.per_pixel / ratio, columns)
    end = math.ceil((scale.x(brush.scene.frames) - brush.left) * ratio)
    high[max(0, end) :] = np.nan  # the last window of a network reaches beyond the video
    alpha = _picture(low, high, round(height * ratio), lane.threshold)
    draw(brush.painter, QPointF(brush.left, top), pixels(alpha, QColor(lane.label.color)), ratio)
    if lane.threshold is not None:
        y = top + (1 - min(1.0, max(0.0, lane.threshold))) * (height - 1) + 0.5
        pen = QPen(faded(brush.colors.text, 0.45), 1)
        pen.setDashPattern([3, 3])
        pen.setDashOffset(brush.left % 6)  # dashes stay where they are when a part is painted again
        brush.painter.setPen(pen)
        brush.painter.drawLine(QLineF(brush.left, y, min(brush.right, scale.x(brush.scene.frames)), y))
    brush.painter.setPen(Qt.PenStyle.NoPen)


def _picture(low: np.ndarray, high: np.ndarray, height: int, threshold: float | None) -> np.ndarray:
    """Alpha of the curve, uint8 [height, columns]. Columns of NaN stay clear."""
    most = (height - 1) * _FINE
    outside = np.isnan(high)
    reach = (np.where(outside, 0, high).clip(0, 1) * most).astype(np.int64)
    foot = (np.where(outside, 0, low).clip(0, 1) * most).astype(np.int64)
    strong = np.zeros(len(high), bool) if threshold is None else high >= threshold
    which = (strong * (most + 1) + foot) * (most + 1) + reach
    which[outside] = -1
    return np.ascontiguousarray(_columns(height).take(which, axis=0).T)


@lru_cache(maxsize=8)
def _columns(height: int) -> np.ndarray:
    """Every column a curve can have, drawn once: uint8 [2 · steps · steps + 1, height] by (above the threshold, lowest,
    highest value in steps of `_FINE` to a pixel); the last one is clear."""
    steps = (height - 1) * _FINE + 1
    value = np.arange(steps, dtype=np.float32) / _FINE
    foot, reach = value[:, None, None], value[None, :, None]
    level = np.arange(height - 1, -1, -1, dtype=np.float32)  # pixels above the ground
    area = np.clip(reach - level, 0, 1)
    line = np.clip(reach + 1 - level, 0, 1) * np.clip(level + 1 - foot, 0, 1) * 0.95
    drawn = [(np.maximum(area * fill, line) * 255).astype(np.uint8).reshape(-1, height) for fill in _FILLS]
    return np.concatenate([*drawn, np.zeros((1, height), np.uint8)])

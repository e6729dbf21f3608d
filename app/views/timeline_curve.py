"""Paints a row's score curve under its segments: an area, stronger where it passes the threshold."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPen

from app.views.timeline_colors import faded, tinted
from app.views.timeline_lod import CurveLevels
from app.views.timeline_scale import Row
from app.views.timeline_scene import Lane
from app.views.timeline_segments import BAR_HEIGHT, BAR_TOP, Brush

_GAP = 2  # pixels between bar and curve
_BOTTOM = 2


def paint_curve(brush: Brush, row: Row, lane: Lane, levels: CurveLevels) -> None:
    top = brush.scene.row_top(row) + BAR_TOP + BAR_HEIGHT + _GAP
    height = row.height - BAR_TOP - BAR_HEIGHT - _GAP - _BOTTOM
    scale, ratio = brush.scene.scale, brush.ratio
    columns = round((brush.right - brush.left) * ratio)
    low, high = levels.columns(scale.frame(brush.left), scale.per_pixel / ratio, columns)
    image = tinted(_picture(low, high, round(height * ratio), lane.threshold), QColor(lane.label.color))
    image.setDevicePixelRatio(ratio)
    brush.painter.drawImage(QPointF(brush.left, top), image)
    if lane.threshold is not None:
        y = top + (1 - min(1.0, max(0.0, lane.threshold))) * (height - 1) + 0.5
        pen = QPen(faded(brush.colors.text, 0.45), 1)
        pen.setDashPattern([3, 3])
        pen.setDashOffset(brush.left % 6)  # dashes stay where they are when a part is painted again
        brush.painter.setPen(pen)
        brush.painter.drawLine(QLineF(brush.left, y, brush.right, y))
    brush.painter.setPen(Qt.PenStyle.NoPen)


def _picture(low: np.ndarray, high: np.ndarray, height: int, threshold: float | None) -> np.ndarray:
    """Alpha of the curve, uint8 [height, columns], smooth at its edge. Columns of NaN stay clear."""
    outside = np.isnan(high)
    reach = (height - 1.5) * np.clip(np.nan_to_num(high), 0, 1)
    foot = (height - 1.5) * np.clip(np.nan_to_num(low), 0, 1)
    level = np.arange(height - 1, -1, -1, dtype=np.float32)[:, None]  # pixels above the ground
    fill = 0.16 if threshold is None else np.where(high >= threshold, 0.42, 0.16).astype(np.float32)
    area = np.clip(reach - level, 0, 1) * fill
    line = np.clip(reach + 1 - level, 0, 1) * np.clip(level + 1 - foot, 0, 1) * np.float32(0.95)
    alpha = np.maximum(area, line)
    alpha[:, outside] = 0
    picture: np.ndarray = (alpha * 255).astype(np.uint8)
    return picture

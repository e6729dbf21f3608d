"""How a signal lane is drawn: an image for what is visible, made of arrays, so the cost follows the pixels alone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from app.signal_lanes.lane import Look
from app.views.signal_rows import SignalRow
from app.views.timeline_colors import Colors, draw, pixels
from app.views.timeline_scene import Scene

PAD = 3  # pixels free above and below a lane's drawing
_AREA, _LINE = 0.30, 0.95  # alpha
_RANGE = 0.42
_SERIES = ("#4c9be8", "#f2b447", "#6cc04a", "#e15759", "#b07aa1", "#76b7b2")  # where no label gives a colour

Picture = Callable[[SignalRow, np.ndarray, np.ndarray, int], list[np.ndarray]]


def series_color(row: SignalRow, channel: int) -> QColor:
    given = row.colors[channel] if channel < len(row.colors) else ""
    return QColor(given or _SERIES[channel % len(_SERIES)])


def paint_signal(
    painter: QPainter, scene: Scene, row: SignalRow, top: float, area: tuple[int, int], ratio: float
) -> None:
    """One lane's signal in the columns `area` = [left, right)."""
    left, right = area
    columns, height = round((right - left) * ratio), round((row.height - 2 * PAD) * ratio)
    if row.levels is None or columns < 1 or height < 2:
        return
    scale = scene.scale
    smooth = row.look != "strip"
    low, high = row.levels.columns(scale.frame(left), scale.per_pixel / ratio, columns, smooth)
    end = max(0, int(np.ceil((scale.x(scene.frames) - left) * ratio)))
    low[end:] = high[end:] = np.nan  # the last window of a network reaches beyond the video
    for picture in _PICTURES[row.look](row, low, high, height):
        draw(painter, QPointF(left, top + PAD), picture, ratio)


def _filled(row: SignalRow, low: np.ndarray, high: np.ndarray, height: int) -> list[np.ndarray]:
    """An area under each channel with a line on top, one over the other."""
    level = np.arange(height - 1, -1, -1, dtype=np.float32)[:, None]  # pixels above the ground
    most, made = (height - 1) / row.ceiling, []
    for channel in range(high.shape[1]):
        reach, foot = (np.nan_to_num(v[:, channel] * most, nan=-9.0).clip(-9.0, height - 1)[None] for v in (high, low))
        area = np.clip(reach - level, 0, 1) * _AREA
        line = np.clip(reach + 1 - level, 0, 1) * np.clip(level + 1 - foot, 0, 1) * _LINE
        alpha = np.maximum(area, line)
        made.append(pixels((alpha * 255).astype(np.uint8), series_color(row, channel)))
    return made


def _stacked(row: SignalRow, low: np.ndarray, _: np.ndarray, height: int) -> list[np.ndarray]:
    """Each channel on top of those before; what goes beyond the top is cut."""
    level = np.arange(height - 0.5, 0, -1, dtype=np.float32)[:, None]
    tops = np.nan_to_num(low, nan=0.0).clip(0, None).cumsum(1) * (height / row.ceiling)
    picture = np.zeros((height, len(low)), np.uint32)
    for channel in range(low.shape[1] - 1, -1, -1):
        color = pixels(np.full(1, 230, np.uint8), series_color(row, channel))[0]
        np.copyto(picture, color, where=level < tops[:, channel][None])
    return [picture]


def _strip(row: SignalRow, low: np.ndarray, _: np.ndarray, height: int) -> list[np.ndarray]:
    """Three channels as a colour."""
    outside = np.isnan(low[:, 0])
    red, green, blue = (np.nan_to_num(low[:, i]).clip(0, 1) * 255 for i in range(3))
    line = np.full(len(low), 255 << 24, np.uint32)
    for part, shift in ((red, 16), (green, 8), (blue, 0)):
        line |= part.astype(np.uint32) << shift
    line[outside] = 0
    return [np.repeat(line[None], height, axis=0)]


def _waveform(row: SignalRow, low: np.ndarray, high: np.ndarray, height: int) -> list[np.ndarray]:
    """From the lowest to the highest value, and stronger from −rms to rms."""
    middle = (height - 1) / 2
    level = middle - np.arange(height, dtype=np.float32)[:, None]
    outside = np.isnan(high[:, 0])
    bottom, top, rms = (np.nan_to_num(v) * (middle / row.ceiling) for v in (low[:, 0], high[:, 1], high[:, 2]))
    reach = np.clip(top[None] + 1 - level, 0, 1) * np.clip(level + 1 - bottom[None], 0, 1) * _RANGE
    loud = np.clip(rms[None] + 0.5 - np.abs(level), 0, 1) * _LINE
    alpha = np.maximum(reach, loud)
    alpha[:, outside] = 0
    return [pixels((alpha * 255).astype(np.uint8), series_color(row, 0))]


_PICTURES: dict[Look, Picture] = {"filled": _filled, "stacked": _stacked, "strip": _strip, "waveform": _waveform}


def paint_peaks(
    painter: QPainter, scene: Scene, row: SignalRow, top: float, area: tuple[int, int], colors: Colors
) -> None:
    """A tick at the lane's top for each peak; where several fall into two pixels, one stands for them."""
    scale = scene.scale
    first, last = np.searchsorted(row.peaks, (scale.frame(area[0] - 3), scale.frame(area[1] + 3)))
    xs = scale.xs(row.peaks[first:last].astype(np.float64)).round().astype(np.int64)
    for x in xs[np.flatnonzero(np.diff(xs // 2, prepend=-9))].tolist():
        painter.fillRect(x - 1, round(top) + 1, 3, 7, colors.guide)
        painter.fillRect(x, round(top) + 1, 1, row.height - 3, colors.guide)

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
_OPAQUE = 230
_HEAD, _APART = 7, 6  # pixels: height of a peak's head; room that a peak's line needs
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


def _columns(values: np.ndarray, lengths: np.ndarray, height: int) -> np.ndarray:
    """Columns of pixels, each a few runs of one value from the top down: values and lengths [columns, runs], lengths
    sum to `height` → [height, columns]. Costs one pass over the pixels."""
    flat = np.repeat(values.ravel(), lengths.ravel())
    return np.ascontiguousarray(flat.reshape(len(values), height).T)


def _filled(row: SignalRow, low: np.ndarray, high: np.ndarray, height: int) -> list[np.ndarray]:
    """An area under each channel with a line on top, one over the other."""
    made = []
    for channel in range(high.shape[1]):
        nothing = np.isnan(high[:, channel])
        reach, foot = (
            np.where(nothing, 0, v[:, channel] * ((height - 1) / row.ceiling)).clip(0, height - 1) for v in (high, low)
        )
        top = np.floor(reach).astype(np.int64) + 1  # whole pixels under the line's upper edge
        part = reach + 1 - top
        edge = (top < height).astype(np.int64)
        ground = np.minimum(foot.astype(np.int64), top - 1)
        top[nothing] = edge[nothing] = ground[nothing] = 0
        lengths = np.stack([height - top - edge, edge, top - ground, ground], 1)
        alpha = np.empty(lengths.shape, np.uint8)
        alpha[:, 0], alpha[:, 2], alpha[:, 3] = 0, round(255 * _LINE), round(255 * _AREA)
        alpha[:, 1] = part * (255 * _LINE)
        made.append(pixels(_columns(alpha, lengths, height), series_color(row, channel)))
    return made


def _stacked(row: SignalRow, low: np.ndarray, _: np.ndarray, height: int) -> list[np.ndarray]:
    """Each channel on top of those before; what goes beyond the top is cut."""
    tops = np.nan_to_num(low, nan=0.0).clip(0, None).cumsum(1) * (height / row.ceiling)
    above = (tops + 0.5).clip(0, height).astype(np.int64)[:, ::-1]  # the topmost first
    lengths = np.empty((len(low), low.shape[1] + 1), np.int64)
    lengths[:, 0] = height - above[:, 0]
    lengths[:, 1:-1] = above[:, :-1] - above[:, 1:]
    lengths[:, -1] = above[:, -1]
    opaque = np.full(1, _OPAQUE, np.uint8)
    colors = [pixels(opaque, series_color(row, channel))[0] for channel in range(low.shape[1])]
    return [_columns(np.tile(np.array([0, *colors[::-1]], np.uint32), (len(low), 1)), lengths, height)]


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
    """From the lowest to the highest value, and stronger from −rms to rms; silence is a line."""
    nothing, middle = np.isnan(high[:, 0]), height / 2
    bottom, top, rms = (np.nan_to_num(v) * (middle / row.ceiling) for v in (low[:, 0], high[:, 1], high[:, 2]))
    first = (middle - np.maximum(top, 0.5)).clip(0, middle).astype(np.int64)
    last = np.ceil(middle - np.minimum(bottom, -0.5)).clip(middle, height).astype(np.int64)
    loud = np.ceil(middle - rms - 0.5).astype(np.int64).clip(first, last)
    faint = np.floor(middle + rms + 0.5).astype(np.int64).clip(loud, last)
    borders = np.stack([np.zeros_like(first), first, loud, faint, last, np.full_like(first, height)], 1)
    borders[nothing, 1:5] = height
    alpha = np.tile((np.array([0, _RANGE, _LINE, _RANGE, 0]) * 255).astype(np.uint8), (len(first), 1))
    return [pixels(_columns(alpha, np.diff(borders, axis=1), height), series_color(row, 0))]


_PICTURES: dict[Look, Picture] = {"filled": _filled, "stacked": _stacked, "strip": _strip, "waveform": _waveform}


def paint_peaks(
    painter: QPainter, scene: Scene, row: SignalRow, top: float, area: tuple[int, int], colors: Colors
) -> None:
    """A line with a thick head for each peak. Where they stand closer than heads are wide, only heads are drawn."""
    scale, (left, right) = scene.scale, area
    first, last = np.searchsorted(row.peaks, (scale.frame(left - 2), scale.frame(right + 2)))
    if first >= last:
        return
    xs = scale.xs(row.peaks[first:last].astype(np.float64)).round().astype(np.int64) - left
    here, color = np.zeros(right - left + 4, bool), np.uint32(colors.guide.rgba())
    here[xs.clip(-2, right - left + 1) + 2] = True
    picture = np.zeros((row.height - 3, right - left), np.uint32)
    if (last - first) * _APART <= right - left:
        picture[:, here[2:-2]] = color
    heads = here[1:-3] | here[2:-2] | here[3:-1]
    picture[:_HEAD, heads] = color
    draw(painter, QPointF(left, top + 1), picture, 1.0)

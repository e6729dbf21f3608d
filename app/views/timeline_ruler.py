"""The ruler: which moments get a tick, and painting them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.views.timeline_colors import Colors, faded
from app.views.timeline_scale import Scale
from app.views.timeline_scene import RULER_HEIGHT, Scene
from core.time import Clock, format_seconds

# seconds between labels, and into how many parts ticks cut them
_STEPS = (
    (0.01, 1), (0.02, 2), (0.05, 5), (0.1, 10), (0.2, 4), (0.5, 5), (1, 10), (2, 4), (5, 5), (10, 10), (15, 3), (30, 6),
    (60, 6), (120, 4), (300, 5), (600, 10), (900, 3), (1800, 6), (3600, 6), (7200, 4), (18000, 5), (36000, 10),
)  # fmt: skip
_FRAME_PIXELS = 14.0  # from here on every frame has a tick


@dataclass(frozen=True, slots=True)
class Tick:
    frame: float
    text: str = ""  # empty: a small tick between labels


def frame_of(clock: Clock, seconds: float) -> float:
    """The moment on the axis of frames, between two frames where it lies between them."""
    near = clock.boundary_at(seconds)
    if near > 0 and clock.seconds(near) > seconds:
        near -= 1
    if near >= clock.frames:
        return float(clock.frames)
    begin, end = clock.seconds(near), clock.seconds(near + 1)
    return near + min(1.0, max(0.0, (seconds - begin) / (end - begin))) if end > begin else float(near)


def ticks(clock: Clock, scale: Scale, label_width: float) -> list[Tick]:
    """Ticks for the visible frames: labels at round times at least `label_width` pixels apart."""
    first, last = max(0.0, scale.first), min(float(clock.frames), scale.last)
    if last <= first:
        return []
    begin, end = clock.seconds(int(first)), clock.seconds(min(clock.frames, int(last) + 1))
    seconds_per_pixel = max(1e-9, (end - begin) / max(1.0, (last - first) / scale.per_pixel))
    step, parts = next((entry for entry in _STEPS if entry[0] >= label_width * seconds_per_pixel), _STEPS[-1])
    if 1 / scale.per_pixel >= _FRAME_PIXELS:
        return _frame_ticks(clock, scale, int(first), int(last) + 1, label_width)
    decimals = 2 if step < 0.1 else 1 if step < 1 else 0
    found = []
    for i in range(int(begin / step * parts), int(end / step * parts) + 2):
        seconds = i * step / parts
        if seconds > end + 1e-9:
            break
        text = format_seconds(i // parts * step, decimals) if i % parts == 0 else ""
        found.append(Tick(frame_of(clock, seconds), text))
    return found


def _frame_ticks(clock: Clock, scale: Scale, first: int, last: int, label_width: float) -> list[Tick]:
    """One tick per frame, every n-th with its time: for cutting to the frame."""
    least = label_width * scale.per_pixel
    every = next((n for n in (1, 2, 5, 10, 20, 50) if n >= least), 100)
    return [
        Tick(frame, format_seconds(clock.seconds(frame), 3) if frame % every == 0 else "")
        for frame in range(first - first % every, min(clock.frames, last) + 1)
    ]


def paint_ruler(painter: QPainter, scene: Scene, colors: Colors, marks: list[Tick]) -> None:
    scale = scene.scale
    whole = QRectF(scale.left, 0, scale.width, RULER_HEIGHT)
    painter.fillRect(whole, colors.raised)
    metrics = QFontMetricsF(painter.font())
    small: list[QLineF] = []
    large: list[QLineF] = []
    for tick in marks:
        x = round(scale.x(tick.frame)) + 0.5
        (large if tick.text else small).append(QLineF(x, RULER_HEIGHT - (13 if tick.text else 5), x, RULER_HEIGHT))
        if tick.text and x + 4 + metrics.horizontalAdvance(tick.text) <= scale.left + scale.width:
            painter.setPen(colors.muted)
            painter.drawText(QPointF(x + 4, 15), tick.text)
    painter.setPen(QPen(colors.line, 1))
    painter.drawLines(small)
    painter.setPen(QPen(faded(colors.text, 0.5), 1))
    painter.drawLines(large)
    painter.setPen(QPen(colors.line, 1))
    painter.drawLine(QLineF(scale.left, RULER_HEIGHT - 0.5, scale.left + scale.width, RULER_HEIGHT - 0.5))

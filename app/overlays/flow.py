"""Optical flow on the picture: what moved since the frame before, in the colours of the Middlebury wheel, as arrows, or
as both."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QLineF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from app.overlays.base import Canvas, Look, Overlay, Range, argb_image, premultiplied
from app.tasks import seeing
from app.words import translate
from core.seen import Seen

if TYPE_CHECKING:
    from core.video.flow_near import Motion

_WHEEL = 44  # pixels
_EVERY = 26  # pixels of the screen between arrows
_STEP, _ZERO = 1 / 8, 128  # as core.video.flow_near packs
_STILL = 0.15  # of the scale: shorter ones have no arrow


def paint(canvas: Canvas, seen: Seen | None, value: Any, look: Look) -> None:
    motion: Motion | None = value
    if motion is None:
        return
    length = look.scale / 100 * motion.packed.shape[1]  # reduced pixels that are fully coloured
    if look.mode != "arrows":
        canvas.draw(coloured(motion.packed, round(length, 4)), look.opacity)
    if look.mode != "colours":
        _arrows(canvas, motion, length, look)
    pixels = length * motion.reduction
    number = f"{pixels:.0f}" if pixels >= 2 else f"{pixels:.1f}"
    canvas.caption(translate("Overlays", "{count} px a frame at the rim").format(count=number), _legend())


def coloured(packed: np.ndarray, length: float) -> QImage:
    """The picture of packed motion: what does not move is clear, what moves by `length` or more is opaque."""
    table = _table(length)
    return argb_image(table[np.ascontiguousarray(packed).view("<u2")[..., 0]])


@functools.lru_cache(4)
def _table(length: float) -> np.ndarray:
    """uint32 [65536]: the colour of each pair of bytes (dx in the lower one)."""
    from core.video.flow_wheel import flow_picture

    steps = (np.arange(256, dtype=np.float32) - _ZERO) * np.float32(_STEP)
    field = np.stack(np.broadcast_arrays(steps[None, :], steps[:, None]), -1)
    far = np.hypot(field[..., 0], field[..., 1])
    unit = field / np.maximum(far, 1e-6)[..., None]  # the pure hue: how far is said by how much it covers
    alpha = np.where(far < 0.2, 0, np.clip(far / length, 0, 1))
    table = premultiplied(flow_picture(unit, 1.0), alpha).ravel()
    table.setflags(write=False)
    return table


@functools.lru_cache(1)
def _legend() -> QImage:
    from core.video.flow_wheel import wheel

    picture = wheel(4 * _WHEEL)
    away = np.hypot(*np.meshgrid(*[np.linspace(-1, 1, 4 * _WHEEL)] * 2)) > 1
    image = argb_image(premultiplied(picture, np.where(away, 0.0, 1.0)))
    return image.scaledToWidth(_WHEEL, Qt.TransformationMode.SmoothTransformation)


def _arrows(canvas: Canvas, motion: Motion, length: float, look: Look) -> None:
    painter, rect, room = canvas.painter, canvas.rect, canvas.visible()
    height, width = motion.packed.shape[:2]
    xs, ys = (
        np.arange(room.left() + _EVERY / 2, room.right(), _EVERY),
        np.arange(room.top() + _EVERY / 2, room.bottom(), _EVERY),
    )
    columns = ((xs - rect.left()) / rect.width() * width).astype(int).clip(0, width - 1)
    rows = ((ys - rect.top()) / rect.height() * height).astype(int).clip(0, height - 1)
    field = (motion.packed[rows[:, None], columns[None, :]].astype(np.float32) - _ZERO) * np.float32(_STEP)
    far = np.hypot(field[..., 0], field[..., 1])
    lines = []
    for i, j in np.argwhere(far > _STILL * length):
        dx, dy = field[i, j] / max(length, float(far[i, j])) * _EVERY * 0.9
        lines += _arrow(float(xs[j]), float(ys[i]), float(dx), float(dy))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, thick in ((QColor(0, 0, 0, 190), 3.4), (QColor(255, 255, 255, 240), 1.6)):
        painter.setPen(QPen(color, thick))
        painter.drawLines(lines)


def _arrow(x: float, y: float, dx: float, dy: float) -> list[QLineF]:
    """A shaft that ends at the point, where the motion led, and its two barbs."""
    barb_x, barb_y = 0.3 * dx, 0.3 * dy
    return [
        QLineF(x - dx, y - dy, x, y),
        QLineF(x, y, x - barb_x - barb_y * 0.6, y - barb_y + barb_x * 0.6),
        QLineF(x, y, x - barb_x + barb_y * 0.6, y - barb_y - barb_x * 0.6),
    ]


OVERLAY = Overlay(
    name="flow",
    title=str(QT_TRANSLATE_NOOP("Overlays", "Optical flow")),
    about=str(
        QT_TRANSLATE_NOOP(
            "Overlays", "How everything moved since the frame before: the hue says where to, the strength how far."
        )
    ),
    paint=paint,
    opener=seeing.flow,
    lane="side",
    rides=True,
    modes=(
        ("colours", str(QT_TRANSLATE_NOOP("Overlays", "Colours"))),
        ("arrows", str(QT_TRANSLATE_NOOP("Overlays", "Arrows"))),
        ("both", str(QT_TRANSLATE_NOOP("Overlays", "Colours and arrows"))),
    ),
    scale=Range(str(QT_TRANSLATE_NOOP("Overlays", "Full colour at")), 0.1, 8.0, 1.0, "{:.2g} %"),
)

"""The next frame as a network foresaw it: laid over the one that came, its error alone, or its right half."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QRectF

from app.overlays.base import Canvas, Look, Overlay, Range, argb_image, premultiplied, rgb_image
from app.tasks import seeing
from app.words import translate
from core.seen import Seen

if TYPE_CHECKING:
    from models.foresight import Foresight


def paint(canvas: Canvas, seen: Seen | None, value: Any, look: Look) -> None:
    found: Foresight | None = value
    if found is None:
        return
    if look.mode == "blend":
        canvas.draw(rgb_image(found.guess), look.opacity)
    elif look.mode == "difference":
        canvas.draw(argb_image(heat_table(look.scale)[found.wrong]), look.opacity)
    else:
        right = QRectF(canvas.rect)
        right.setLeft(canvas.rect.center().x())
        half = rgb_image(found.guess[:, found.guess.shape[1] // 2 :])
        canvas.draw(half, 1.0, right)
        canvas.painter.fillRect(QRectF(right.left() - 1, right.top(), 2, right.height()), "#ffffff")
    said = translate("Overlays", "Foreseen by {network}, error {error}")
    canvas.caption(said.format(network=found.by, error=f"{found.error:.4f}"))


@functools.lru_cache(8)
def heat_table(loud: float) -> np.ndarray:
    """uint32 [256]: what was foreseen is clear, an error of `loud` hundredths of black to white is opaque."""
    share = np.clip(np.arange(256) / 255 / (loud / 100), 0, 1)
    table = premultiplied(inferno()[np.rint(share * 255).astype(int)], np.sqrt(share))
    table.setflags(write=False)
    return table


@functools.cache
def inferno() -> np.ndarray:
    """uint8 [256, 3]: from black to yellow, even in brightness and safe for colour-blind eyes."""
    import pyqtgraph

    table: np.ndarray = pyqtgraph.colormap.get("inferno").getLookupTable(0.0, 1.0, 256)[:, :3].astype(np.uint8)
    return table


OVERLAY = Overlay(
    name="predicted",
    title=str(QT_TRANSLATE_NOOP("Overlays", "Predicted frame")),
    about=str(
        QT_TRANSLATE_NOOP(
            "Overlays",
            "This frame as a network foresaw it from those before: laid over it, its error, or its right half.",
        )
    ),
    paint=paint,
    opener=seeing.foresight,
    modes=(
        ("blend", str(QT_TRANSLATE_NOOP("Overlays", "Blend"))),
        ("difference", str(QT_TRANSLATE_NOOP("Overlays", "Difference"))),
        ("half", str(QT_TRANSLATE_NOOP("Overlays", "Right half"))),
    ),
    scale=Range(str(QT_TRANSLATE_NOOP("Overlays", "Brightest at")), 5.0, 100.0, 50.0, "{:.0f} %"),
    needs_run=True,
)

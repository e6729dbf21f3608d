"""Where a network's decision came from: the class activation map of a label, hot where the picture speaks for it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QRectF
from PySide6.QtGui import QImage

from app.overlays.base import Canvas, Look, Overlay, Range, argb_image, premultiplied
from app.overlays.predicted import inferno
from app.tasks import seeing
from app.words import translate
from core.seen import Seen

if TYPE_CHECKING:
    from models.decision import Heat

_FINE = 8  # points of the painted map for each of the network's


def paint(canvas: Canvas, seen: Seen | None, value: Any, look: Look) -> None:
    found: Heat | None = value
    if found is None:
        return
    name, score, cells = found.of(canvas.label if look.mode == "label" else "")
    x, y, width, height = found.place
    rect = canvas.rect
    at = QRectF(rect.left() + x * rect.width(), rect.top() + y * rect.height(),
                width * rect.width(), height * rect.height())  # fmt: skip
    canvas.draw(picture(cells, look.scale / 100), look.opacity, at)
    if width < 0.99 or height < 0.99:
        canvas.painter.setPen("#80ffffff")
        canvas.painter.setBrush("#00000000")
        canvas.painter.drawRect(at)
    said = translate("Overlays", "{label} {share} by {network}")
    canvas.caption(said.format(label=name, share=f"{score:.0%}", network=found.by), _bar())


def picture(cells: np.ndarray, least: float) -> QImage:
    """Of a map float [h, w]: clear below `least` of its largest value, or where it speaks against the label."""
    hot = smooth(np.maximum(cells, 0) / max(float(cells.max(initial=0)), 1e-6))
    share = np.clip((hot - least) / max(1 - least, 1e-6), 0, 1)
    return argb_image(premultiplied(inferno()[np.rint((0.25 + 0.75 * share) * 255).astype(int)], np.sqrt(share)))


def smooth(cells: np.ndarray) -> np.ndarray:
    """float [h, w] → [h · 8, w · 8], linear between the cells' middles."""
    for axis in (0, 1):
        many = cells.shape[axis]
        at = ((np.arange(many * _FINE) + 0.5) / _FINE - 0.5).clip(0, many - 1)
        first = at.astype(int)
        share = (at - first).reshape((-1, 1) if axis == 0 else (1, -1))
        one, other = cells.take(first, axis), cells.take(np.minimum(first + 1, many - 1), axis)
        cells = one * (1 - share) + other * share
    return cells


@functools.cache
def _bar() -> QImage:
    """The legend: what little speaks for the label is dark, what much does is bright."""
    colors = np.repeat(inferno()[None, 64::3], 12, 0)
    return argb_image(premultiplied(colors, np.ones(colors.shape[:2])))


OVERLAY = Overlay(
    name="heat",
    title=str(QT_TRANSLATE_NOOP("Overlays", "Heat map of the decision")),
    about=str(
        QT_TRANSLATE_NOOP(
            "Overlays", "Which places speak for a label, as the network of the chosen run (else I3D) sees it."
        )
    ),
    paint=paint,
    opener=seeing.heat,
    modes=(
        ("best", str(QT_TRANSLATE_NOOP("Overlays", "Best label"))),
        ("label", str(QT_TRANSLATE_NOOP("Overlays", "Chosen label"))),
    ),
    opacity=0.6,
    scale=Range(str(QT_TRANSLATE_NOOP("Overlays", "Clear below")), 1.0, 90.0, 20.0, "{:.0f} %"),
    ahead=3.0,
    needs_run=True,
)

"""Side by side: the video, the frame that was foreseen, where things were expected to go, and what was not foreseen.

Overlays after this one go on in the video's pane.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage

from app import theme
from app.overlays.base import Canvas, Look, Overlay, rgb_image
from app.overlays.predicted import inferno
from app.tasks import seeing
from app.told_words import told
from app.words import translate
from core.seen import Seen

if TYPE_CHECKING:
    from models.foresight import Foresight

_GAP, _LINE = 6.0, 20.0
_LOUD = 0.5  # an error of so much of black to white is shown brightest


def paint(canvas: Canvas, seen: Seen | None, value: Any, look: Look) -> None:
    found: Foresight | None = value
    painter, colors = canvas.painter, theme.colors()
    painter.fillRect(canvas.stage, QColor(colors.stage))
    shape = QSizeF(canvas.rect.size())
    images: list[QImage | None] = [canvas.image, *pictures(found)]
    titles = [
        translate("Overlays", "The video"), translate("Overlays", "Foreseen"),
        translate("Overlays", "Expected motion"), translate("Overlays", "Not foreseen"),
    ]  # fmt: skip
    if found is not None:
        titles[1] = translate("Overlays", "Foreseen by {network}").format(network=found.by)
        titles[3] = translate("Overlays", "Not foreseen: error {error}").format(error=f"{found.error:.4f}")
        if found.flow is None:
            del images[2], titles[2]
    why = told(seen.why) if seen is not None and found is None else ""
    panes = places(QRectF(canvas.stage), len(images), shape, look.mode)
    for i, (title, image, rect) in enumerate(zip(titles, images, panes, strict=True)):
        painter.setPen(QColor(colors.muted))
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(QRectF(rect.left(), rect.top() - _LINE, rect.width() + 4, _LINE), words)
        if image is not None:
            canvas.draw(image, 1.0, rect, smooth=i == 0)
        else:
            painter.fillRect(rect, QColor(colors.panel))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(rect.adjusted(12, 4, -12, -4), flags, why if i == 1 else "")
        if i == 0:
            canvas.rect = rect


def pictures(found: Foresight | None) -> list[QImage | None]:
    """Of what was foreseen, of the motion (None where the network has none), and of the error."""
    if found is None:
        return [None, None, None]
    share = np.clip(found.wrong.astype(np.float32) / 255 / _LOUD, 0, 1)
    error = inferno()[np.rint(share * 255).astype(int)]
    return [rgb_image(found.guess), None if found.flow is None else rgb_image(found.flow), rgb_image(error)]


def places(room: QRectF, count: int, shape: QSizeF, mode: str) -> list[QRectF]:
    """Where `count` pictures of a shape stand, as large as fits, each with a line above it: in a row, or two in each of
    two rows; together in the middle."""
    columns, rows = (count, 1) if mode == "row" else (2, 2)
    cell = QSizeF((room.width() - _GAP * (columns + 1)) / columns, (room.height() - _GAP * (rows + 1)) / rows - _LINE)
    size = shape.scaled(cell, Qt.AspectRatioMode.KeepAspectRatio)
    width, height = size.width() + _GAP, size.height() + _GAP + _LINE
    left = room.center().x() - (columns * width - _GAP) / 2
    top = room.center().y() - (rows * height - _GAP) / 2 + _LINE
    return [QRectF(QPointF(left + i % columns * width, top + i // columns * height), size) for i in range(count)]


OVERLAY = Overlay(
    name="side",
    title=str(QT_TRANSLATE_NOOP("Overlays", "Side by side")),
    about=str(
        QT_TRANSLATE_NOOP(
            "Overlays",
            "The video, the frame a network foresaw, where it expected things to go, and where it was wrong.",
        )
    ),
    paint=paint,
    opener=seeing.foresight,
    modes=(
        ("square", str(QT_TRANSLATE_NOOP("Overlays", "Two by two"))),
        ("row", str(QT_TRANSLATE_NOOP("Overlays", "In a row"))),
    ),
    opacity=None,
    needs_run=True,
)

"""What happens at this frame: people's labels, and what each run's network says with its score here and now."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics

from app.overlays.base import GAP, Canvas, Look, Overlay
from core.seen import Seen

_HEIGHT, _BETWEEN = 24.0, 5.0


def paint(canvas: Canvas, seen: Seen | None, value: Any, look: Look) -> None:
    painter, room = canvas.painter, canvas.visible()
    metrics = QFontMetrics(painter.font())
    y = room.bottom() - GAP - canvas.bottom - _HEIGHT
    first = y
    for text, color in reversed(canvas.chips()):
        if y < room.top() + GAP:
            break
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(60, int(room.width()) - 60))
        chip = QRectF(room.left() + GAP, y, metrics.horizontalAdvance(text) + 36, _HEIGHT)
        canvas.plate(chip)
        painter.setBrush(QColor(color))
        painter.drawEllipse(QRectF(chip.left() + 9, y + _HEIGHT / 2 - 5, 10, 10))
        painter.setPen(QColor("#ffffff"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(chip.adjusted(26, 0, 0, 0), flags, text)
        y -= _HEIGHT + _BETWEEN
    canvas.bottom += first - y


OVERLAY = Overlay(
    name="labels",
    title=str(QT_TRANSLATE_NOOP("Overlays", "Labels with scores")),
    about=str(
        QT_TRANSLATE_NOOP(
            "Overlays",
            "What people said of this moment, and what each run's network says, with its score here and now.",
        )
    ),
    paint=paint,
    opacity=None,
)

"""The next frames in a strip: those that came, and under them how a network foresaw them from this frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRectF, Qt
from PySide6.QtGui import QColor

from app.overlays.base import GAP, Canvas, Look, Overlay, rgb_image
from app.tasks import seeing
from app.words import translate
from core.seen import Seen

if TYPE_CHECKING:
    from models.future import Strip

_SPACE, _WORDS, _LINE = 3.0, 74.0, 16.0


def paint(canvas: Canvas, seen: Seen | None, value: Any, look: Look) -> None:
    found: Strip | None = value
    if found is None:
        return
    painter, room = canvas.painter, canvas.visible()
    count = len(found.numbers)
    whole, words = room.width() - 2 * GAP - 16, _WORDS if room.width() > 560 else 0.0
    width = (whole - words - _SPACE * count) / count
    height = width * canvas.rect.height() / canvas.rect.width()
    top = room.bottom() - GAP - canvas.bottom - 2 * height - 3 * _SPACE - _LINE - 8
    painter.setOpacity(look.opacity)
    canvas.plate(QRectF(room.left() + GAP, top, room.width() - 2 * GAP, room.bottom() - GAP - canvas.bottom - top))
    painter.setFont(canvas.digits())
    painter.setPen(QColor("#ffffff"))
    left = room.left() + GAP + 8
    middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    titles = translate("Overlays", "Came"), translate("Overlays", "Foreseen")
    for row, (name, frames) in enumerate(zip(titles, (found.came, found.guess), strict=True)):
        y = top + 4 + _LINE + row * (height + _SPACE)
        if words:
            painter.drawText(QRectF(left, y, words, height), middle, name)
        for i, picture in enumerate(frames):
            at = QRectF(left + words + i * (width + _SPACE), y, width, height)
            canvas.draw(rgb_image(picture), look.opacity, at)
            painter.setOpacity(look.opacity)
    for i, number in enumerate(found.numbers):
        at = QRectF(left + words + i * (width + _SPACE), top + 3, width, _LINE)
        painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter), f"+{number - found.frame}")
    painter.setOpacity(1.0)
    canvas.bottom += room.bottom() - GAP - canvas.bottom - top


OVERLAY = Overlay(
    name="future",
    title=str(QT_TRANSLATE_NOOP("Overlays", "Future strip")),
    about=str(
        QT_TRANSLATE_NOOP(
            "Overlays", "The next ten frames, and under them how srivastava2015 foresaw them from this one."
        )
    ),
    paint=paint,
    opener=seeing.future,
    opacity=0.95,
    ahead=1.0,
    needs_run=True,
)

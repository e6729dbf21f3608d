"""Small signs over the picture: that it is not the exact frame yet, and how far it is enlarged."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

_HEIGHT, _MARGIN = 22, 10


def paint_sign(painter: QPainter, room: QRect, sign: str, percent: int) -> None:
    """`sign` in the upper left corner, the percentage (0: none) in the upper right one."""
    if sign:
        _paint_chip(painter, room, sign, left=True)
    if percent:
        _paint_chip(painter, room, f"{percent} %", left=False)


def _paint_chip(painter: QPainter, room: QRect, text: str, left: bool) -> None:
    width = painter.fontMetrics().horizontalAdvance(text) + 18
    x = room.left() + _MARGIN if left else room.right() - _MARGIN - width
    chip = QRect(x, room.top() + _MARGIN, width, _HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(12, 14, 20, 180))
    painter.drawRoundedRect(chip, 11, 11)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)

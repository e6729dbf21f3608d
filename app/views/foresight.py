"""Pictures side by side: what came, what a network foresaw of it, and where it was wrong."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app import theme

_GAP, _LINE = 12, 20


class ForesightView(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(520, 180)
        self.pictures: list[tuple[str, QImage]] = []
        self.text = ""

    def show_pictures(self, pictures: Sequence[tuple[str, np.ndarray]]) -> None:
        """(what it is, uint8 RGB [H, W, 3]) each."""
        self.text = ""
        self.pictures = [(name, _image(pixels)) for name, pixels in pictures]
        self.setAccessibleDescription(", ".join(name for name, _ in pictures))
        self.update()

    def show_text(self, text: str) -> None:
        """Why there are no pictures."""
        self.pictures, self.text = [], text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, 260)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.colors()
        painter.setPen(QColor(colors.muted))
        if self.text:
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP), int(words), self.text)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # every pixel as it is
        width = (self.width() + _GAP) // max(1, len(self.pictures)) - _GAP
        for i, (name, image) in enumerate(self.pictures):
            left = i * (width + _GAP)
            room = QSize(width, self.height() - _LINE)
            size = image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(left, _LINE, size.width(), size.height()), image)
            name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, 0, width, _LINE), Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()


def _image(pixels: np.ndarray) -> QImage:
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels)
    return QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()

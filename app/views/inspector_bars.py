"""The video's best labels, each with a bar as long as its score."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import theme

_ROW, _BAR = 34, 5


class ScoreBars(QWidget):
    """Painted, because five labels with bars need no fifteen widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(theme.digits(self.font()))

    def set_rows(self, rows: Sequence[tuple[str, float]]) -> None:
        """(label, score 0…1), best first."""
        self._rows = tuple(rows)
        self.setToolTip("\n".join(f"{label}: {score:.3f}" for label, score in self._rows))
        self.setAccessibleName("Best labels")
        self.setAccessibleDescription(self.toolTip())
        self.updateGeometry()
        self.update()

    @property
    def rows(self) -> tuple[tuple[str, float], ...]:
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(180, _ROW * len(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, metrics = theme.colors(), self.fontMetrics()
        number = metrics.horizontalAdvance("0.00")
        for i, (label, score) in enumerate(self._rows):
            top = i * _ROW
            line = QRect(0, top, self.width() - number - 10, _ROW - _BAR - 7)
            painter.setPen(QColor(colors.text))
            text = metrics.elidedText(label, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            painter.setPen(QColor(colors.muted))
            right = QRect(self.width() - number - 2, top, number + 2, line.height())
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{score:.2f}")
            groove = QRectF(0, line.bottom() + 1, self.width(), _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.raised if theme.name() == "dark" else colors.hover))
            painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
            full = max(_BAR, groove.width() * min(1.0, max(0.0, score)))
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(QRectF(groove.topLeft(), groove.bottomLeft()).adjusted(0, 0, full, 0), 2.5, 2.5)
        painter.end()

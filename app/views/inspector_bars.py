"""The video's best labels, each on a bar as long as its score."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import theme

_ROW, _GAP = 26, 3


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
        self.setAccessibleName(self.tr("Best labels"))
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
        bar = QColor(colors.accent)
        bar.setAlphaF(0.4)  # the words on it stay easy to read
        number = metrics.horizontalAdvance("0.00")
        for i, (label, score) in enumerate(self._rows):
            groove = QRectF(0, i * _ROW, self.width(), _ROW - _GAP)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.raised if theme.name() == "dark" else colors.hover))
            painter.drawRoundedRect(groove, 5, 5)
            painter.setClipRect(QRectF(0, groove.top(), self.width() * min(1.0, max(0.0, score)), groove.height()))
            painter.setBrush(bar)
            painter.drawRoundedRect(groove, 5, 5)
            painter.setClipping(False)
            line = groove.toRect().adjusted(8, 0, -8, 0)
            painter.setPen(QColor(colors.text))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{score:.2f}")
            line.setWidth(line.width() - number - 8)
            text = metrics.elidedText(label, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

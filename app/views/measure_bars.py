"""Bars that can be picked, by a click or by keys: where edges lie off, and what scores mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app import theme
from app.views.keys import keep_keys

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


@dataclass(frozen=True, slots=True)
class Bar:
    """`name` stands below it; `says` is its tooltip. `mark`: a height at which a dot stands, None: none."""

    height: float
    name: str
    says: str
    mark: float | None = None


class BarChart(QWidget):
    """Signals: picked(number of the bar)."""

    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: Sequence[Bar] = ()
        self._top = 1.0
        self.current = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        keep_keys(self, [*_ENTER, *_STEPS, *_ENDS])

    def set_bars(self, bars: Sequence[Bar], top: float | None = None) -> None:
        """`top`: the height of the whole chart; None: of its highest bar."""
        self._bars = bars
        self._top = top or max((bar.height for bar in bars), default=0) or 1.0
        self._go(min(len(bars) // 2, max(0, len(bars) - 1)))

    def bar_rect(self, i: int) -> QRectF:
        """The whole column of a bar, from the top of the chart to its floor."""
        area = self._area()
        width = area.width() / max(1, len(self._bars))
        return QRectF(area.left() + i * width, area.top(), width, area.height())

    def _area(self) -> QRectF:
        line = self.fontMetrics().height()
        return QRectF(8, line + 4, max(1, self.width() - 16), max(1, self.height() - 2 * line - 12))

    def _at(self, x: float) -> int:
        area = self._area()
        inside = area.left() <= x < area.right() and self._bars
        return int((x - area.left()) * len(self._bars) / area.width()) if inside else -1

    def _go(self, i: int) -> None:
        self.current = i
        if 0 <= i < len(self._bars):
            self.setAccessibleDescription(self._bars[i].says)
        self.update()

    def _pick(self) -> None:
        if 0 <= self.current < len(self._bars):
            self.picked.emit(self.current)

    # -- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        i = self._at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and i >= 0:
            self._go(i)
            self._pick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self._bars) - 1
        if key in _ENTER:
            self._pick()
        elif key in _STEPS and self._bars:
            self._go(max(0, min(last, self.current + _STEPS[key])))
        elif key in _ENDS and self._bars:
            self._go(_ENDS[key] % len(self._bars))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            i = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._bars[i].says if i >= 0 else "", self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(320, 8 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 5 * self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, area, line = theme.colors(), self._area(), self.fontMetrics().height()
        for i, bar in enumerate(self._bars):
            column = self.bar_rect(i)
            height = area.height() * min(1.0, bar.height / self._top)
            inset = min(2.0, column.width() / 8)
            box = QRectF(column.left() + inset, area.bottom() - height, column.width() - 2 * inset, height)
            picked = i == self.current and self.hasFocus()
            if picked:
                painter.fillRect(column, QColor(colors.hover))
            painter.fillRect(box, QColor(colors.accent))
            if bar.mark is not None:
                self._paint_mark(painter, QPointF(column.center().x(), area.bottom() - area.height() * bar.mark))
            if picked:
                painter.setPen(QColor(colors.text))
                painter.drawRect(column.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QColor(colors.muted))
        self._paint_names(painter, area.bottom() + 3, line)
        painter.end()

    def _paint_mark(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colors().warning))
        painter.drawEllipse(at, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_names(self, painter: QPainter, top: float, line: int) -> None:
        """As many as have room, the middle one among them."""
        widest = max((self.fontMetrics().horizontalAdvance(bar.name) for bar in self._bars), default=0) + 10
        if not self._bars:
            return
        width = self._area().width() / len(self._bars)
        every, middle = max(1, -int(-widest // width)), len(self._bars) // 2
        for i, bar in enumerate(self._bars):
            if (i - middle) % every == 0:
                centre = self.bar_rect(i).center().x()
                room = QRectF(centre - widest / 2, top, widest, line)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, bar.name)

"""The three first steps, in a strip above the player: what to do now, a button that does it, and dots for the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import theme
from app.views.tips import plain_button


@dataclass(frozen=True, slots=True)
class Step:
    """`offers`: (name, text) of its buttons, the first one the commonest."""

    title: str
    text: str
    offers: tuple[tuple[str, str], ...] = ()


class WelcomeStrip(QFrame):
    """Signals: offered(name): a button of the present step; step_wanted(number): back or on; closed(): not again."""

    offered = Signal(str)
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._steps, self.number = tuple(steps), 0
        self.dots = Dots(len(steps), self)
        self.title, self.text = QLabel(self), QLabel(self)
        self.title.setProperty("role", "title")
        self.text.setProperty("role", "muted")
        self.text.setWordWrap(True)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(8)
        self.back = plain_button("chevron-left", self.tr("Previous step"), self)
        self.on = plain_button("chevron-right", self.tr("Next step"), self)
        self.skip = plain_button("x", self.tr("Skip the first steps; Help brings them back"), self)
        self._lay_out()
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_next)
        self.skip.clicked.connect(self.closed)
        self.show_step(0)
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self.dots)
        row.addLayout(words, 1)
        row.addLayout(self._offers)
        for button in (self.back, self.on, self.skip):
            row.addWidget(button)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """As many as before, in other words."""
        self._steps = tuple(steps)
        self.text.setText(self._steps[self.number].text)

    def show_step(self, number: int) -> None:
        self.number = number
        step = self._steps[number]
        self.dots.set_current(number)
        said = self.tr("Step {number} of {count}: {title}")
        self.title.setText(said.format(number=number + 1, count=len(self._steps), title=step.title))
        self.text.setText(step.text)
        while (item := self._offers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for name, text in step.offers:
            button = QPushButton(text, self)
            button.setObjectName(name)
            if name == step.offers[0][0]:
                button.setProperty("primary", "true")
            button.clicked.connect(lambda _=False, name=name: self.offered.emit(name))
            self._offers.addWidget(button)
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number < len(self._steps) - 1)

    def buttons(self) -> list[QPushButton]:
        """Of the present step."""
        items = [self._offers.itemAt(i) for i in range(self._offers.count())]
        return [item.widget() for item in items if item and isinstance(item.widget(), QPushButton)]  # type: ignore[misc]

    def _on_back(self) -> None:
        self.step_wanted.emit(self.number - 1)

    def _on_next(self) -> None:
        self.step_wanted.emit(self.number + 1)


class Dots(QWidget):
    """One dot a step: a tick in those that are done, a ring around the present one."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._current = count, 0
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(20 * self._count, 20)

    def set_current(self, number: int) -> None:
        self._current = number
        self.setAccessibleName(self.tr("Step {number} of {count}").format(number=number + 1, count=self._count))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme.colors()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i in range(self._count):
            middle = QPointF(20 * i + 10, self.height() / 2)
            painter.setPen(QPen(QColor(colors.accent if i <= self._current else colors.muted), 1.5))
            painter.setBrush(QColor(colors.accent) if i < self._current else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 6, 6)
            if i == self._current:
                painter.setBrush(QColor(colors.accent))
                painter.drawEllipse(middle, 2.5, 2.5)
            if i < self._current:
                painter.setPen(QPen(QColor(colors.on_accent), 1.6))
                box = QRectF(middle.x() - 3, middle.y() - 2.5, 6, 5)
                painter.drawPolyline(
                    [box.bottomLeft() - QPointF(0, 2), QPointF(middle.x() - 1, box.bottom()), box.topRight()]
                )
        painter.end()

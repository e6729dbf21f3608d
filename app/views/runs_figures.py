"""How good a run is, in three numbers, and what the sliders changed of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app import theme

_SEEN = 0.005  # what two decimals show


@dataclass(frozen=True, slots=True)
class Figures:
    """precision, recall, F1, 0…1, of now and of before."""

    now: tuple[float, float, float]
    before: tuple[float, float, float]


class FiguresView(QWidget):
    """Three numbers with what they gained or lost; or a sentence that says why there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = (self.tr("Precision"), self.tr("Recall"), self.tr("F1"))
        self.numbers = [QLabel(self) for _ in self._names]
        self.hint = QLabel(self)
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        self._heads = [QLabel(name, self) for name in self._names]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        for i, (head, number) in enumerate(zip(self._heads, self.numbers, strict=True)):
            head.setProperty("role", "muted")
            number.setTextFormat(Qt.TextFormat.RichText)
            grid.addWidget(head, 0, i)
            grid.addWidget(number, 1, i)
            grid.setColumnStretch(i, 1)
        grid.addWidget(self.hint, 2, 0, 1, 3)
        self.say("")

    def say(self, hint: str) -> None:
        """Why there are no numbers."""
        self._show(False)
        self.hint.setText(hint)

    def set_figures(self, figures: Figures, tip: str) -> None:
        self._show(True)
        self.setToolTip(tip)
        told = zip(self._names, self.numbers, figures.now, figures.before, strict=True)
        for name, label, now, before in told:
            change = now - before
            moved = f"{change:+.2f}".replace("-", "−") if abs(change) >= _SEEN else ""
            color = theme.colors().accent if change > 0 else theme.colors().danger
            label.setText(f"<b>{now:.2f}</b>" + (f" <span style='color:{color}'>{moved}</span>" if moved else ""))
            label.setAccessibleName(f"{name} {now:.2f} {moved}".strip())

    def _show(self, numbers: bool) -> None:
        for label in (*self._heads, *self.numbers):
            label.setVisible(numbers)
        self.hint.setVisible(not numbers)
        self.setToolTip("")

"""A question inside a window: what would happen, a button that does it, one that does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid


class AskLine(QFrame):
    """Hidden while nothing is asked. A sentence without a question is told in the same place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._then: Callable[[Any], object] | None = None
        self._before: QWidget | None = None  # who had the keyboard
        self.text = QLabel(self, wordWrap=True)
        self.choice = QComboBox(self)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(14)
        self.yes, self.no = QPushButton(self), QPushButton(self.tr("Cancel"), self)
        for button in (self.yes, self.no):
            button.setAutoDefault(False)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.close_question)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        for widget in (self.choice, self.yes, self.no):
            row.addWidget(widget)
        self.hide()

    def ask(
        self, text: str, yes: str, then: Callable[[Any], object], choices: Sequence[tuple[str, object]] = ()
    ) -> None:
        """`then` is called with the chosen value, or None where there was nothing to choose."""
        self._before = QApplication.focusWidget()
        self._show(text)
        self._then = then
        self.yes.setText(yes)
        self.choice.clear()
        for name, value in choices:
            self.choice.addItem(name, value)
        self.choice.setAccessibleName(text)
        self.choice.setVisible(bool(choices))
        self.yes.show()
        self.no.setText(self.tr("Cancel"))
        (self.choice if choices else self.no).setFocus()

    def tell(self, text: str) -> None:
        self._show(text)
        self._then = None
        self.choice.hide()
        self.yes.hide()
        self.no.setText(self.tr("OK"))

    def close_question(self) -> None:
        """The keyboard goes back to whom it was taken from."""
        self._then = None
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before):
            before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape answers no, and does not close the window around it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        else:
            super().keyPressEvent(event)

    def _show(self, text: str) -> None:
        self.text.setText(text)
        self.setAccessibleName(text)
        self.show()

    def _on_yes(self) -> None:
        then, value = self._then, self.choice.currentData()
        self.close_question()
        if then is not None:
            then(value)

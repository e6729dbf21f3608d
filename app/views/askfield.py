"""One line to type into, which says at once what it would mean. It is not modal: the video plays on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.told_words import told
from app.views.keys import keep_keys
from core.errors import UserError


class AskField(QDialog):
    """Signals: answered(text): Enter was pressed on something that makes sense. Escape closes it."""

    answered = Signal(str)

    def __init__(
        self, title: str, hint: str, read: Callable[[str], str], text: str = "", parent: QWidget | None = None
    ) -> None:
        """`read(text)` says what it means, or raises UserError."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.finished.connect(self.deleteLater)
        self._read = read
        self.field = QLineEdit(text)
        self.field.setAccessibleName(title)
        self.field.selectAll()
        keep_keys(self.field, (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape))
        self.said = QLabel(hint)
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(380)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().height() + 6)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setProperty("role", "muted")
        self._hint = hint
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.said)
        self.field.textChanged.connect(self._say)
        self.field.returnPressed.connect(self._answer)
        if text:
            self._say(text)

    def _say(self, text: str) -> bool:
        """True where the text makes sense."""
        try:
            self.said.setText(self._read(text) if text.strip() else self._hint)
        except UserError as error:
            self.said.setText(told(str(error)))
            return False
        return bool(text.strip())

    def _answer(self) -> None:
        text = self.field.text()
        if self._say(text):
            self.accept()
            self.answered.emit(text)


def ask(
    parent: QWidget, title: str, hint: str, read: Callable[[str], str], done: Callable[[str], object], text: str = ""
) -> AskField:
    """Shows the field over `parent`; `done(text)` once it was answered."""
    dialog = AskField(title, hint, read, text, parent)
    dialog.answered.connect(done)
    dialog.show()
    dialog.activateWindow()
    dialog.field.setFocus()
    return dialog

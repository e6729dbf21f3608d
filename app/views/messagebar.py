"""What the program has to say, without stopping anybody: lines that can be closed, the last three."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import theme
from app.views.tips import plain_button

Kind = Literal["info", "success", "warning", "error"]
_LOOKS = {
    "info": ("info", "accent"),
    "success": ("circle-check", "ok"),
    "warning": ("triangle-alert", "warning"),
    "error": ("circle-alert", "danger"),
}
_MOST = 3
_GONE_AFTER_MS = 8000  # good news goes by itself, bad news stays


class MessageBar(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[Message] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()

    def show_message(
        self, text: str, kind: Kind = "info", actions: Sequence[QAction] = (), stays: bool = False
    ) -> None:
        """Adds a line; the same text again replaces the old line. `actions` become buttons in it. What `stays` waits
        for an answer: it neither goes by itself nor makes room for others."""
        self.withdraw(text)
        message = Message(text, kind, actions, stays, self)
        message.closed.connect(self._remove)
        self._messages.append(message)
        self._column.addWidget(message)
        while len(self._messages) > _MOST:
            self._remove(next((old for old in self._messages if not old.stays), self._messages[0]))
        self.show()

    def withdraw(self, text: str) -> None:
        """It is not so any more."""
        for old in [message for message in self._messages if message.text == text]:
            self._remove(old)

    def clear(self) -> None:
        for message in list(self._messages):
            self._remove(message)

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self._messages]

    def _remove(self, message: Message) -> None:
        if message in self._messages:
            self._messages.remove(message)
            self._column.removeWidget(message)
            message.hide()
            message.deleteLater()
        self.setVisible(bool(self._messages))


class Message(QWidget):
    """One line. Signals: closed(self)."""

    closed = Signal(object)

    def __init__(
        self, text: str, kind: Kind, actions: Sequence[QAction], stays: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text, self.kind, self.stays = text, kind, stays
        self._icon, self._color = _LOOKS[kind]
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(44, 5, 8, 5)
        row.addWidget(label, 1)
        for action in actions:
            button = QPushButton(action.text(), self)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            button.clicked.connect(self.close_message)
            row.addWidget(button)
        self.close_button = plain_button("x", self.tr("Close this message"), self)
        self.close_button.clicked.connect(self.close_message)
        row.addWidget(self.close_button)
        if kind in ("info", "success") and not stays:
            QTimer.singleShot(_GONE_AFTER_MS, self, self.close_message)

    def close_message(self) -> None:
        self.closed.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.colors()
        painter.fillRect(self.rect(), QColor(colors.raised))
        painter.fillRect(QRect(0, 0, 3, self.height()), QColor(getattr(colors, self._color)))
        theme.paint_icon(painter, self._icon, QRect(15, 0, 18, self.height()), self._color)
        painter.end()

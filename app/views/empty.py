"""What stands in a list that holds nothing yet: an icon, what is missing, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app import theme


class EmptyHint(QWidget):
    """Lies over a list's viewport and lets the mouse through. Show it while the list is empty."""

    def __init__(self, icon_name: str, title: str, text: str, over: QAbstractScrollArea) -> None:
        super().__init__(over.viewport())
        self._icon, self._title, self._text = icon_name, title, text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.viewport().installEventFilter(self)
        self.resize(over.viewport().size())

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.update()

    def set_title(self, title: str) -> None:
        if title != self._title:
            self._title = title
            self.update()

    @property
    def text(self) -> str:
        return self._text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors, line = theme.colors(), self.fontMetrics().height()
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        room = QRect(10, 0, self.width() - 20, 10 * line)
        used = painter.boundingRect(room, flags, self._text).height()
        top = max(4, (self.height() - 30 - 10 - line - 4 - used) // 2)
        theme.paint_icon(painter, self._icon, QRect(0, top, self.width(), 30), "muted")
        painter.setPen(QColor(colors.text))
        painter.drawText(room.translated(0, top + 40), flags, self._title)
        painter.setPen(QColor(colors.muted))
        painter.drawText(room.translated(0, top + 44 + line), flags, self._text)
        painter.end()

"""A label and a box to choose from that shorten their text with “…” instead of forcing the window to be wide."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QStyle, QStyleOptionComboBox, QStylePainter


class ElidedLabel(QLabel):
    """One line; the whole text is in the tooltip while it does not fit."""

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.drawText(room, int(self.alignment()), shown)
        painter.end()


class ElidedCombo(QComboBox):
    """Qt cuts what does not fit in the middle of a letter. The whole text is in the tooltip then."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, looks = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(looks)
        said = self.currentText()
        look: Any = looks  # the stubs miss the fields
        room = (
            self.style()
            .subControlRect(QStyle.ComplexControl.CC_ComboBox, looks, QStyle.SubControl.SC_ComboBoxEditField, self)
            .width()
        )
        room -= self.iconSize().width() + 8 if not look.currentIcon.isNull() else 4
        look.currentText = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
        self.setToolTip(said if look.currentText != said else "")
        if self.currentIndex() < 0 and self.placeholderText():
            look.palette.setBrush(QPalette.ColorRole.ButtonText, look.palette.placeholderText())
            look.currentText = self.placeholderText()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, looks)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, looks)
        painter.end()

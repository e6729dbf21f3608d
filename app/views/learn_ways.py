"""How learning goes about it: what can be switched on, as a menu behind a button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app import theme


class WaysButton(QToolButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(theme.icon("sliders-horizontal"))
        self.setIconSize(theme.ICON_SIZE)
        self.setToolTip(self.tr("How it learns"))
        self.setAccessibleName(self.tr("How it learns"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choices = QMenu(self)
        self.choices.setToolTipsVisible(True)
        self.backbone = self._way(
            self.tr("Fine-tune the network below too"),
            self.tr("Its last layers learn as well: slow without a GPU, and every video is looked at anew"),
        )
        self.coherence = self._way(
            self.tr("Neighbouring moments are alike"),
            self.tr("Learns from the footage without labels, too, that what follows each other is alike"),
        )
        self.encoder = self._way(
            self.tr("First foretell all footage"),
            self.tr("Before the labels, learns without any to foretell what comes next"),
        )
        self.setMenu(self.choices)

    def _way(self, text: str, tip: str) -> QAction:
        action = self.choices.addAction(text)
        action.setCheckable(True)
        action.setToolTip(tip)
        return action

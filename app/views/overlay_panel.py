"""The overlays' switches, modes and sliders, in a panel that can be put aside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from app.overlays.base import Look, Overlay
from app.views.overlay_row import OverlayRow


class OverlayPanel(QScrollArea):
    """Signals: changed(name, Look) when people want another look; help_wanted(name) when they press the button below a
    sentence that says what is missing."""

    changed = Signal(str, object)
    help_wanted = Signal(str)

    def __init__(self, overlays: Sequence[Overlay], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Overlays"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(8)
        self.rows: dict[str, OverlayRow] = {}
        for i, overlay in enumerate(overlays):
            if i:
                rule = QFrame(inside)
                rule.setProperty("role", "rule")
                column.addWidget(rule)
            row = self.rows[overlay.name] = OverlayRow(overlay, inside)
            row.changed.connect(self.changed)
            row.help_wanted.connect(self.help_wanted)
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(inside)

    def docked(self, window: QMainWindow, beside: QDockWidget) -> QDockWidget:
        """In a dock of its own, as a tab beside another one, put away to begin with."""
        dock = QDockWidget(self.tr("Overlays"), window)
        dock.setObjectName("Overlays")
        dock.setWidget(self)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        window.tabifyDockWidget(beside, dock)
        dock.hide()
        return dock

    def set_look(self, name: str, look: Look) -> None:
        """Shows a look without telling anybody."""
        self.rows[name].set_look(look)

    def set_keys(self, name: str, keys: str) -> None:
        """The key that switches an overlay on and off, for its tooltip."""
        self.rows[name].set_keys(keys)

    def set_status(self, name: str, words: str, offer: str = "") -> None:
        """What there is to say of an overlay; offer: "fetch" or "train" puts a button below."""
        self.rows[name].set_status(words, offer)

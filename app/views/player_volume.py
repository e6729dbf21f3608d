"""How loud the video is: a button that mutes, and a slider."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from app import theme
from app.views.tips import action_button

_WIDTH = 64


class _Slider(QSlider):
    """Keeps the arrow keys for itself while it has the focus; elsewhere they step through the video."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            event.accept()
            return True
        return super().event(event)


class VolumeView(QWidget):
    """Signals:
    chosen: 0…100, moved by hand.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action: QAction | None = None
        self.slider = _Slider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName("volume")
        self.slider.setRange(0, 100)
        self.slider.setSingleStep(5)
        self.slider.setPageStep(10)
        self.slider.setFixedWidth(_WIDTH)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.setAccessibleName(self.tr("Volume"))
        self.slider.valueChanged.connect(self.chosen)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.slider)

    def set_action(self, mute: QAction) -> None:
        """The action that mutes; its icon says whether anything is heard."""
        self._action = mute
        button = action_button(mute, self)
        button.setObjectName("mute")
        self._row.insertWidget(0, button)

    def set_volume(self, volume: int, muted: bool) -> None:
        """0…100."""
        self.slider.blockSignals(True)
        self.slider.setValue(0 if muted else volume)
        self.slider.blockSignals(False)
        self.slider.setToolTip(self.tr("Muted") if muted else self.tr("Volume {0} %").format(volume))
        if self._action is not None:
            self._action.setIcon(theme.icon("volume-x" if muted or not volume else "volume-2"))

    def set_audible(self, audible: bool) -> None:
        """Without sound in the video there is nothing to turn."""
        self.slider.setEnabled(audible)
        if not audible:
            self.slider.setToolTip(self.tr("This video has no sound"))

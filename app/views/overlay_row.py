"""One overlay in the panel: its switch, its mode, its sliders, and what there is to say of it."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QPushButton, QSlider, QWidget

from app import theme
from app.overlays.base import Look, Overlay
from app.views.keys import SLIDER_KEYS, keep_keys

_STEPS = 100


class OverlayRow(QWidget):
    """Signals: changed(name, Look), help_wanted(name)."""

    changed = Signal(str, object)
    help_wanted = Signal(str)

    def __init__(self, overlay: Overlay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overlay, self._look = overlay, overlay.start
        self._said: tuple[str, str] | None = None
        about = _said(overlay.about)
        self.switch = QCheckBox(_said(overlay.title), self)
        self.switch.setToolTip(about)
        self.mode = QComboBox(self)
        for name, title in overlay.modes:
            self.mode.addItem(_said(title), name)
        self.opacity, self.scale = (QSlider(Qt.Orientation.Horizontal, self) for _ in range(2))
        self.opacity_number, self.scale_number = QLabel(self), QLabel(self)
        self.status = QLabel(self, wordWrap=True)
        self.status.setProperty("role", "muted")
        self.help = QPushButton(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.switch, 0, 0, 1, 3)
        self._lay_out()
        self.set_status("")
        self._connect()
        self.set_look(overlay.start)

    def _lay_out(self) -> None:
        overlay, row = self._overlay, 1
        self._titles: list[QWidget] = []
        lines: list[tuple[bool, str, QWidget, QLabel | None]] = [
            (len(overlay.modes) > 1, self.tr("Show"), self.mode, None),
            (overlay.opacity is not None, self.tr("Opacity"), self.opacity, self.opacity_number),
            (overlay.scale is not None, _said(overlay.scale.title) if overlay.scale else "", self.scale,
             self.scale_number),
        ]  # fmt: skip
        for there, title, widget, number in lines:
            widget.setVisible(there)
            widget.setAccessibleName(f"{_said(overlay.title)}: {title}")
            if number is not None:
                number.setVisible(there)
            if not there:
                continue
            word = QLabel(title, self)
            word.setProperty("role", "muted")
            word.setBuddy(widget)
            self._titles.append(word)
            self._grid.addWidget(word, row, 0)
            self._grid.addWidget(widget, row, 1, 1, 1 if number is not None else 2)
            if number is not None:
                number.setFont(theme.digits(number.font()))
                number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._grid.addWidget(number, row, 2)
            row += 1
        self._grid.addWidget(self.status, row, 0, 1, 3)
        self._grid.addWidget(self.help, row + 1, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        for slider in (self.opacity, self.scale):
            slider.setRange(0, _STEPS)
            slider.setPageStep(10)
            keep_keys(slider, SLIDER_KEYS)
        keep_keys(self.mode, SLIDER_KEYS)
        self.switch.toggled.connect(self._tell)
        self.mode.activated.connect(self._tell)
        self.opacity.valueChanged.connect(self._tell)
        self.scale.valueChanged.connect(self._tell)
        self.help.clicked.connect(lambda: self.help_wanted.emit(self._overlay.name))

    def set_look(self, look: Look) -> None:
        self._look = look
        widgets = (self.switch, self.mode, self.opacity, self.scale)
        for widget in widgets:
            widget.blockSignals(True)
        self.switch.setChecked(look.on)
        self.mode.setCurrentIndex(max(0, self.mode.findData(look.mode)))
        self.opacity.setValue(round(look.opacity * _STEPS))
        if self._overlay.scale is not None:
            least, most = self._overlay.scale.least, self._overlay.scale.most
            self.scale.setValue(round(math.log(look.scale / least) / math.log(most / least) * _STEPS))
        for widget in widgets:
            widget.blockSignals(False)
        self._show_numbers()

    def set_keys(self, keys: str) -> None:
        about = _said(self._overlay.about)
        self.switch.setToolTip(f"{about} ({keys})" if keys else about)

    def set_status(self, words: str, offer: str = "") -> None:
        if (words, offer) == self._said:
            return
        self._said = words, offer
        self.status.setText(words)
        self.status.setVisible(bool(words))
        self.help.setText(self.tr("Fetch the weights") if offer == "fetch" else self.tr("Train…"))
        self.help.setVisible(bool(offer))

    def _show_numbers(self) -> None:
        self.opacity_number.setText(f"{self._look.opacity:.0%}")
        if self._overlay.scale is not None:
            self.scale_number.setText(_said(self._overlay.scale.text).format(self._look.scale))
        for widget in (*self._titles, self.mode, self.opacity, self.scale, self.opacity_number, self.scale_number):
            widget.setEnabled(self._look.on)

    def _tell(self) -> None:
        look = replace(self._look, on=self.switch.isChecked())
        if self._overlay.modes:
            look = replace(look, mode=str(self.mode.currentData()))
        if self.sender() is self.opacity:
            look = replace(look, opacity=self.opacity.value() / _STEPS)
        elif self.sender() is self.scale and self._overlay.scale is not None:
            least, most = self._overlay.scale.least, self._overlay.scale.most
            look = replace(look, scale=round(least * (most / least) ** (self.scale.value() / _STEPS), 4))
        self._look = look
        self._show_numbers()
        self.changed.emit(self._overlay.name, look)


def _said(text: str) -> str:
    """A text of an overlay's own file, in the user's language."""
    return QCoreApplication.translate("Overlays", text)

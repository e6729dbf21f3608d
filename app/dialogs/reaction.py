"""How late do keys come? A square flashes at random times, and each time a key is pressed."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from app.reaction import ENOUGH, Calibration
from app.words import translate, with_keys

_PAUSE_MS = (900, 2600)  # until the next flash
_LIT_MS = 1500
_DARK, _LIT = "#2a2d33", "#f5c542"


class ReactionDialog(QDialog):
    """`done(milliseconds)` is called once; 0 switches the compensation off."""

    def __init__(
        self,
        before: int,
        done: Callable[[int], object],
        parent: QWidget | None = None,
        now: Callable[[], float] = time.monotonic,
        chance: random.Random | None = None,
    ) -> None:
        """`now` in seconds, and `chance`: tests bring their own."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reaction time"))
        self._done, self._now, self._chance = done, now, chance or random.Random()
        self.calibration = Calibration()
        self.lamp, self.said = QLabel(), QLabel(wordWrap=True)
        self.lamp.setFixedHeight(120)
        self.lamp.setAccessibleName(self.tr("The square that flashes"))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flash)
        self._dark = QTimer(self, singleShot=True)
        self._dark.timeout.connect(self._go_dark)
        self._lay_out(before)
        self._go_dark()

    def _lay_out(self, before: int) -> None:
        text = self.tr("Press Space each time the square lights up, as you press {set_in} and {set_out} while playing.")
        hint = QLabel(with_keys(text))
        hint.setWordWrap(True)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.keep = buttons.addButton(self.tr("Use it"), role.AcceptRole)
        self.again = buttons.addButton(self.tr("Begin again"), role.ResetRole)
        self.off = buttons.addButton(self.tr("Switch off"), role.DestructiveRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        for button in (self.keep, self.again, self.off, cancel):
            assert isinstance(button, QPushButton)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a Space meant for the lamp must not press one
        self.keep.setEnabled(False)
        self.off.setEnabled(before > 0)
        self.keep.clicked.connect(self._use)
        self.again.clicked.connect(self.begin)
        self.off.clicked.connect(self._switch_off)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (hint, self.lamp, self.said, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(460)
        now = self.tr("In use now: {} ms.").format(before) if before else self.tr("Not in use yet.")
        self.said.setText(now + " " + self.tr("{} presses are needed.").format(ENOUGH))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self._wait()

    def begin(self) -> None:
        self.calibration = Calibration()
        self.keep.setEnabled(False)
        self.said.setText(self.tr("{} presses are needed.").format(ENOUGH))
        self.setFocus()
        self._go_dark()
        self._wait()

    def _wait(self) -> None:
        self._timer.start(self._chance.randint(*_PAUSE_MS))

    def flash(self) -> None:
        self.lamp.setStyleSheet(f"background: {_LIT}; border-radius: 8px;")
        self.calibration.flash(self._now())
        self._dark.start(_LIT_MS)

    def _go_dark(self) -> None:
        self._dark.stop()
        self.lamp.setStyleSheet(f"background: {_DARK}; border-radius: 8px;")
        if not self._timer.isActive() and self.calibration.problem:
            self._wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        if event.isAutoRepeat() or self.keep.isEnabled():
            return
        counted = self.calibration.press(self._now())
        problem = self._problem()
        if not problem:
            self._timer.stop()
            self.keep.setEnabled(True)
            self.said.setText(self.tr("You are {} ms late.").format(self.calibration.milliseconds))
        elif counted:
            self.said.setText(self.tr("{} ms.").format(round(self.calibration.times[-1] * 1000)) + f" {problem}")
        else:
            self.said.setText(self.tr("Only after the square lights up.") + f" {problem}")
        self._go_dark()

    def _problem(self) -> str:
        """Why there is no result yet; empty when there is one."""
        if left := self.calibration.left:
            return self.tr("{} more.").format(left)
        return translate("reaction", self.calibration.problem) if self.calibration.problem else ""

    def _use(self) -> None:
        self._done(self.calibration.milliseconds)
        self.accept()

    def _switch_off(self) -> None:
        self._done(0)
        self.accept()

    def done(self, result: int) -> None:
        self._timer.stop()
        self._dark.stop()
        super().done(result)


def ask_reaction(before: int, done: Callable[[int], object], parent: QWidget) -> None:
    dialog = ReactionDialog(before, done, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()

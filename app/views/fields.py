"""Fields for a moment of the video: as time and as frame boundary, whichever the user prefers to type."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from app import theme
from app.told_words import told
from core.errors import UserError
from core.time import Clock, format_seconds, parse_seconds


def mark_wrong(field: QLineEdit, why: str, tip: str) -> None:
    """A red border and the reason as tooltip; `tip` again once nothing is wrong."""
    field.setToolTip(why or tip)
    if bool(why) != bool(field.property("wrong")):
        field.setProperty("wrong", bool(why))
        field.style().unpolish(field)
        field.style().polish(field)


class BoundaryEdit(QWidget):
    """Signals: entered(int): the user typed another boundary, 0…frames. left(): Enter ended the typing."""

    entered = Signal(int)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock: Clock | None = None
        self._boundary = 0
        self._tip = self.tr("{name}, as time; type one (62.5 or 1:02.500) and press Enter").format(name=name)
        self.time, self.frame = QLineEdit(self), QLineEdit(self)
        self.frame.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{1,9}"), self.frame))
        self.time.setToolTip(self._tip)
        self.frame.setToolTip(self.tr("{name}, as frame; type a number and press Enter").format(name=name))
        word = QLabel(self.tr("frame"), self)
        word.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.time, 2), (word, 0), (self.frame, 1)):
            row.addWidget(widget, stretch)
        for field, kind in ((self.time, self.tr("time")), (self.frame, self.tr("frame"))):
            field.setAccessibleName(f"{name} {kind}")
            field.setFont(theme.digits(field.font()))
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setMinimumWidth(56)
        self.time.editingFinished.connect(self._time_typed)
        self.frame.editingFinished.connect(self._frame_typed)
        for field in (self.time, self.frame):
            field.returnPressed.connect(self._enter_pressed)

    def set_value(self, boundary: int, clock: Clock) -> None:
        self._boundary, self._clock = boundary, clock
        mark_wrong(self.time, "", self._tip)
        self.time.setText(format_seconds(clock.seconds(boundary)))
        self.frame.setText(str(boundary))

    def _time_typed(self) -> None:
        if self._clock is None or not self.time.isModified():
            return
        try:
            seconds = parse_seconds(self.time.text())
        except UserError as error:
            mark_wrong(self.time, told(str(error)), self._tip)
            return
        self.time.setModified(False)
        self._enter(self._clock.boundary_at(seconds))

    def _frame_typed(self) -> None:
        if self._clock is not None and self.frame.isModified():
            self.frame.setModified(False)
            self._enter(min(int(self.frame.text()), self._clock.frames))

    def _enter_pressed(self) -> None:
        self._time_typed()
        self._frame_typed()
        if not self.time.property("wrong"):
            self.left.emit()

    def _enter(self, boundary: int) -> None:
        assert self._clock is not None
        before = self._boundary
        self.set_value(boundary, self._clock)
        if boundary != before:
            self.entered.emit(boundary)

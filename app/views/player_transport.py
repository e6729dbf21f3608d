"""The row below the picture: where we are, the buttons that move us, and how fast."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QRegularExpressionValidator, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from app import theme
from app.playhead import SPEEDS
from app.told_words import told
from app.views.fields import mark_wrong
from app.views.player_volume import VolumeView
from app.views.tips import action_button
from core.errors import UserError
from core.time import Clock, format_seconds, parse_seconds

_LEFT = ("jump_start", "step_back", "play_reverse", "play", "step_forward", "jump_end")
_RIGHT = ("set_in", "set_out", "loop", "overlay_panel")
_ICONS = {
    "jump_start": "skip-back",
    "step_back": "step-back",
    "play_reverse": "play-reverse",
    "play": "play",
    "step_forward": "step-forward",
    "jump_end": "skip-forward",
    "set_in": "bracket-in",
    "set_out": "bracket-out",
    "loop": "repeat",
}
_TIME_TIP = str(QT_TRANSLATE_NOOP("Transport", "Time; type one (62.5 or 1:02.500) and press Enter to go there"))
_NUMBER_TIP = str(QT_TRANSLATE_NOOP("Transport", "Frame; type a number and press Enter to go there"))
_NARROW = 760  # below this the totals ("/ 0:40.000") give way
_WIDE = 800  # below this the volume is turned by keys only


def speed_text(speed: float) -> str:
    """0.25 → "¼×", -2 → "−2×"."""
    size = {0.25: "¼", 0.5: "½"}.get(abs(speed), f"{abs(speed):g}")
    return f"{'−' if speed < 0 else ''}{size}×"


class Transport(QWidget):
    """Signals:
    frame_entered: a typed frame number.
    time_entered: typed seconds.
    speed_chosen: ¼…8, with the sign of the direction that is on.
    left: typing ended; the focus belongs to the picture again.
    """

    frame_entered = Signal(int)
    time_entered = Signal(float)
    speed_chosen = Signal(float)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock: Clock | None = None
        self._frame = self._last = 0
        self._speed = 1.0
        self._actions: dict[str, QAction] = {}
        self._icons: dict[str, QIcon] = {}
        self._make_fields()
        self._speed_button = self._make_speed_button()
        self._buttons = _row()
        self._marks = _row()
        self.volume = VolumeView(self)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # the totals may vanish, see resizeEvent
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(6)
        for widget in (self.time, self._duration, self._word, self.number, self._total):
            row.addWidget(widget)
        row.addStretch(1)
        row.addLayout(self._buttons)
        row.addStretch(1)
        row.addLayout(self._marks)
        row.addWidget(self.volume)
        row.addWidget(self._speed_button)
        self.set_clock(None)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Makes one button of each action that belongs here; gives icons to those that have none."""
        for names, row in ((_LEFT, self._buttons), (_RIGHT, self._marks)):
            for name in names:
                if name in actions:
                    self._actions[name] = action = actions[name]
                    if action.icon().isNull():
                        action.setIcon(theme.icon(_ICONS[name]))
                    self._icons[name] = action.icon()
                    button = action_button(action, self)
                    button.setObjectName(name)
                    row.addWidget(button)

        if "mute" in actions:
            self.volume.set_action(actions["mute"])

    def set_clock(self, clock: Clock | None) -> None:
        self._clock = clock
        frames = clock.frames if clock else 0
        self._last = max(0, frames - 1)
        self._total.setText(f"/ {frames - 1}" if frames else "")
        self._duration.setText(f"/ {format_seconds(clock.seconds(frames))}" if clock else "")
        for widget in (self.time, self.number, self._speed_button):
            widget.setEnabled(clock is not None)
        self._fit_fields()
        self.set_frame(0)

    def set_frame(self, frame: int) -> None:
        """Shows where we are, unless the user is typing there."""
        self._frame = frame
        if not (self.number.hasFocus() and self.number.isModified()):
            self._show_number()
        if not (self.time.hasFocus() and self.time.isModified()):
            self._show_time()

    def set_playing(self, playing: bool, speed: float) -> None:
        """The button of the way we are going shows “pause”."""
        for name, on in (("play", playing and speed > 0), ("play_reverse", playing and speed < 0)):
            if name in self._actions:
                self._actions[name].setIcon(theme.icon("pause") if on else self._icons[name])

    def set_speed(self, speed: float) -> None:
        self._speed = speed
        self._speed_button.setText(speed_text(speed))
        for action in self._speed_button.menu().actions():
            action.setChecked(action.data() == abs(speed))

    def minimumSizeHint(self) -> QSize:
        return QSize(520, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        for widget in (self._duration, self._total, self._word):
            widget.setVisible(self.width() >= _NARROW)
        self.volume.slider.setVisible(self.width() >= _WIDE)
        super().resizeEvent(event)

    def _make_fields(self) -> None:
        self.time = QLineEdit(self)
        self.time.setObjectName("time")
        self.time.setToolTip(self.tr(_TIME_TIP))
        self.time.setAccessibleName(self.tr("Time"))
        self.time.returnPressed.connect(self._enter_time)
        self.time.editingFinished.connect(self._show_time)
        self.number = QLineEdit(self)
        self.number.setObjectName("frame")
        self.number.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,9}"), self.number))
        self.number.setToolTip(self.tr(_NUMBER_TIP))
        self.number.setAccessibleName(self.tr("Frame"))
        self.number.returnPressed.connect(self._enter_frame)
        self.number.editingFinished.connect(self._show_number)
        self._word, self._duration, self._total = QLabel(self.tr("Frame")), QLabel(), QLabel()
        for field in (self.time, self.number):
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for widget in (self.time, self.number, self._duration, self._total):
            widget.setFont(theme.digits(widget.font()))
        for label in (self._word, self._duration, self._total):
            label.setProperty("role", "muted")
            label.setContentsMargins(0, 0, 8, 0)

    def _make_speed_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("speed")
        button.setText(speed_text(1.0))
        button.setToolTip(self.tr("Playing speed"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for speed in SPEEDS:
            action = menu.addAction(speed_text(speed))
            action.setCheckable(True)
            action.setChecked(speed == 1.0)
            action.setData(speed)
            group.addAction(action)
        menu.triggered.connect(self._choose_speed)
        button.setMenu(menu)
        button.setMinimumWidth(button.fontMetrics().horizontalAdvance("−8×") + 34)
        return button

    def _fit_fields(self) -> None:
        """Fields wide enough for the longest text this video can show."""
        end = format_seconds(self._clock.seconds(self._clock.frames)) if self._clock else "0:00.000"
        digits = max(len(str(self._last)), 4)
        metrics = self.fontMetrics()
        self.time.setFixedWidth(metrics.horizontalAdvance("0" * len(end)) + 22)
        self.number.setFixedWidth(metrics.horizontalAdvance("0" * digits) + 24)

    def _choose_speed(self, action: QAction) -> None:
        self.speed_chosen.emit(action.data() if self._speed > 0 else -action.data())

    def _enter_frame(self) -> None:
        self.number.setModified(False)
        if self.number.text():
            self.frame_entered.emit(min(int(self.number.text()), self._last))
        self.left.emit()

    def _enter_time(self) -> None:
        try:
            seconds = parse_seconds(self.time.text())
        except UserError as error:
            mark_wrong(self.time, told(str(error)), self.tr(_TIME_TIP))
            return
        mark_wrong(self.time, "", self.tr(_TIME_TIP))
        self.time.setModified(False)
        self.time_entered.emit(seconds)
        self.left.emit()

    def _show_number(self) -> None:
        self.number.setText(str(self._frame))

    def _show_time(self) -> None:
        if self.time.hasFocus() and self.time.property("wrong"):
            return
        mark_wrong(self.time, "", self.tr(_TIME_TIP))
        self.time.setText(format_seconds(self._clock.seconds(self._frame)) if self._clock else "0:00.000")


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2)
    return row

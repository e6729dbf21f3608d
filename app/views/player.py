"""The player: the picture of one frame, what happens in it, and the row of buttons that moves through the video."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.views.elided import ElidedLabel
from app.views.player_grid import StageGrid
from app.views.player_stage import Stage
from app.views.player_transport import Transport
from core.time import Clock


class PlayerView(QWidget):
    """Values in through setters, wishes out through signals; it knows neither playhead nor file.

    Signals:
        frame_entered: the user typed a frame number.
        time_entered: the user typed a time, in seconds.
        speed_chosen: a speed of the menu, negative when playing backwards.
        volume_chosen: 0…100, by the slider.
        files_dropped: list[str], dropped on the picture.
        open_requested: the empty picture was clicked.
    """

    frame_entered = Signal(int)
    time_entered = Signal(float)
    speed_chosen = Signal(float)
    volume_chosen = Signal(int)
    files_dropped = Signal(list)
    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the theme paints the panel's ground
        self._actions: Mapping[str, QAction] = {}
        self._speed, self._playing = 1.0, False
        self.stage = Stage(self)
        self.transport = Transport(self)
        self.setFocusProxy(self.stage)
        self._name = ElidedLabel(self)
        self._badge = QLabel(self)
        self._badge.setProperty("role", "muted")
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(12, 6, 12, 6)
        head.addWidget(self._name, 1)
        head.addWidget(self._badge)
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.grid = StageGrid(self.stage, self)
        for widget in (self._head, self.grid, rule, self.transport):
            column.addWidget(widget)
        column.setStretch(1, 1)
        self._connect()
        self.set_video(None)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """The transport's buttons: play, play_reverse, step_back, step_forward, jump_start, jump_end, set_in, set_out,
        loop; names that are missing have no button. A click on the picture triggers `play`."""
        self._actions = actions
        self.transport.set_actions(actions)

    def set_video(self, clock: Clock | None, name: str = "", badge: str = "") -> None:
        """Another video (its picture follows by `show_image`), or none: the empty state. `badge` is short, such as
        "H.264 · 1280×720 · 29.97 fps"."""
        self._name.setText(name)
        self._badge.setText(badge)
        self._head.setVisible(clock is not None)
        self.transport.set_clock(clock)
        self.stage.set_labels(())
        if clock is None:
            self.stage.show_empty()
        else:
            self.stage.show_loading(name)

    def set_clock(self, clock: Clock) -> None:
        """Better timestamps of the video that is on show; its picture stays."""
        self.transport.set_clock(clock)

    def show_loading(self, name: str) -> None:
        """While a video is being opened."""
        self.set_video(None)
        self.stage.show_loading(name)

    def show_error(self, text: str) -> None:
        """One sentence in the picture's place."""
        self.stage.show_error(text)

    def show_image(self, frame: int, pixels: np.ndarray) -> None:
        """The picture of a frame as in `Stage.show_image`, which nobody writes to afterwards."""
        self.stage.show_image(pixels)

    def show_rough(self, frame: int, number: int, pixels: np.ndarray) -> None:
        """The picture of keyframe `number` while that of `frame` is being decoded."""
        self.stage.show_rough(pixels, self.tr("near this frame…"))

    def set_aspect(self, aspect: Fraction, size: tuple[int, int] | None = None) -> None:
        """As `Stage.set_aspect`."""
        self.stage.set_aspect(aspect, size)

    def image(self) -> QImage | None:
        """A copy of the picture on show."""
        return self.stage.image.copy() if self.stage.image is not None else None

    def set_badge(self, badge: str, tip: str = "") -> None:
        self._badge.setText(badge)
        self._badge.setToolTip(tip)

    def set_frame(self, frame: int) -> None:
        """The numbers follow the playhead at once, the picture when it is decoded."""
        self.transport.set_frame(frame)

    def set_labels(self, labels: Sequence[tuple[str, str]]) -> None:
        """(name, "#rrggbb") of the segments that cover this frame."""
        self.stage.set_labels(labels)

    def set_playing(self, playing: bool) -> None:
        self._playing = playing
        self.transport.set_playing(playing, self._speed)

    def set_speed(self, speed: float) -> None:
        self._speed = speed
        self.transport.set_speed(speed)
        self.transport.set_playing(self._playing, speed)

    def set_volume(self, volume: int, muted: bool) -> None:
        """0…100."""
        self.transport.volume.set_volume(volume, muted)

    def set_audible(self, audible: bool) -> None:
        """Whether the video on show has sound."""
        self.transport.volume.set_audible(audible)

    def _connect(self) -> None:
        self.stage.clicked.connect(self._clicked)
        self.stage.open_requested.connect(self.open_requested)
        self.stage.files_dropped.connect(self.files_dropped)
        self.transport.frame_entered.connect(self.frame_entered)
        self.transport.time_entered.connect(self.time_entered)
        self.transport.speed_chosen.connect(self.speed_chosen)
        self.transport.volume.chosen.connect(self.volume_chosen)
        self.transport.left.connect(self._take_focus)

    def _clicked(self) -> None:
        if "play" in self._actions:
            self._actions["play"].trigger()

    def _take_focus(self) -> None:
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

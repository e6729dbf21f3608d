"""Brings the sound of the video on show to the loudspeaker, and its volume between settings and transport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.workspace import Workspace
from core.time import Clock
from core.video.index import FrameIndex
from core.video.info import VideoInfo

if TYPE_CHECKING:
    from app.main_window import MainWindow


class SoundPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        ws.playback.opened.connect(self._on_opened)
        ws.playback.closed.connect(self._on_closed)
        window.player.volume_chosen.connect(self._on_volume)
        self.set_volume(ws.settings.volume, ws.settings.muted)

    def set_volume(self, volume: int, muted: bool) -> None:
        """0…100; remembered for the next start."""
        ws = self.ws
        volume = max(0, min(100, volume))
        if (volume, muted) != (ws.settings.volume, ws.settings.muted):
            ws.change_settings(volume=volume, muted=muted)
        ws.sound.set_volume(0.0 if muted else volume / 100)
        self.window.commands["mute"].setChecked(muted)
        self.window.player.set_volume(volume, muted)

    def _on_volume(self, volume: int) -> None:
        self.set_volume(volume, volume == 0)

    def _on_opened(self, info: VideoInfo, index: Clock) -> None:
        self.window.player.set_audible(info.has_audio)
        origin = index.origin if isinstance(index, FrameIndex) else 0.0
        self.ws.sound.set_source(info.path if info.has_audio else None, origin)

    def _on_closed(self) -> None:
        self.window.player.set_audible(False)
        self.ws.sound.set_source(None)

"""How much time has passed while playing: as told by the sound that is heard, or else by the system's clock."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer

_SMOOTH = 50_000_000  # ns that may be guessed between two words of the sound device, which speaks in steps
_PATIENCE = 2_500_000_000  # ns that a device may take to begin
_STALL = 500_000_000  # ns without a word after which it is believed to be gone


class SoundWatch(QElapsedTimer):
    """The Playhead's watch. After `follow` the sound leads: if its device runs fast or slow, so does the picture. When
    the device falls silent, the system's clock goes on from there."""

    def __init__(self, now: Callable[[], int] = time.perf_counter_ns) -> None:
        super().__init__()
        self._now = now
        self._heard: Callable[[], float] | None = None
        self._base = self._told = 0
        self._began = self._word_at = now()
        self._word = 0.0
        self.lost: Callable[[], None] = _nothing

    @property
    def leading(self) -> bool:
        """Whether the sound is the clock now."""
        return self._heard is not None

    def start(self) -> None:
        self._heard = None
        self._base = self._told = 0
        self._began = self._now()

    def follow(self, heard: Callable[[], float]) -> None:
        """From now on time is what `heard` says, in seconds, beginning with 0. Call it just after `start`."""
        self._heard = heard
        self._word, self._word_at, self._told = 0.0, self._now(), 0

    def leave(self) -> None:
        """The system's clock goes on from where the sound was."""
        if self._heard is not None:
            self._heard = None
            self._base, self._began = self._told, self._now()

    def nsecsElapsed(self) -> int:
        now = self._now()
        if self._heard is None:
            return self._base + now - self._began
        word = self._heard()
        if word > self._word:
            self._word, self._word_at = word, now
        since = now - self._word_at
        if since > (_STALL if self._word else _PATIENCE):
            self.leave()
            self.lost()
            return self._base
        guess = min(since, _SMOOTH) if self._word else 0
        self._told = max(self._told, round(self._word * 1e9) + guess)
        return self._told


def _nothing() -> None:
    pass

"""Decodes sound in a thread of its own, a second ahead of what is played."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Protocol

import numpy as np

from core.errors import UserError
from core.log import logger
from core.video.sound import RATE


class Source(Protocol):
    def blocks(self, start: float, speed: float = 1.0) -> Iterator[np.ndarray]: ...

    def close(self) -> None: ...


class SoundAhead:
    """`aim` at a moment, then `take` what is ready; the newest aim wins. Close it (it has a thread)."""

    def __init__(self, open_sound: Callable[[], Source]) -> None:
        """`open_sound` is called in the thread; a UserError of it means silence, see `failed`."""
        self._open_sound = open_sound
        self._changed = threading.Condition()
        self._aim: tuple[float, float] | None = None
        self._ready: deque[np.ndarray] = deque()
        self._frames = 0  # in `_ready`
        self._closed = False
        self.failed = ""
        self._thread = threading.Thread(target=self._work, name="reelmark-sound", daemon=True)
        self._thread.start()

    def aim(self, start: float, speed: float) -> None:
        """From `start` seconds on, `speed` times as fast; what was decoded for another aim is dropped."""
        with self._changed:
            self._drop()
            self._aim = (start, speed)
            self._changed.notify_all()

    def rest(self) -> None:
        """Nothing is played for now."""
        with self._changed:
            self._drop()
            self._aim = None

    def take(self, frames: int) -> np.ndarray:
        """int16 [at most `frames`, 2] of what is decoded and comes next."""
        with self._changed:
            blocks: list[np.ndarray] = []
            while self._ready and frames > 0:
                block = self._ready.popleft()
                if len(block) > frames:
                    self._ready.appendleft(block[frames:])
                    block = block[:frames]
                blocks.append(block)
                frames -= len(block)
                self._frames -= len(block)
            self._changed.notify_all()
        return np.concatenate(blocks) if blocks else np.zeros((0, 2), np.int16)

    @property
    def ready(self) -> int:
        """How many frames of samples `take` would give."""
        return self._frames

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join()

    def _drop(self) -> None:
        self._ready.clear()
        self._frames = 0

    def _work(self) -> None:
        try:
            sound = self._open_sound()
        except UserError as error:
            self.failed = str(error)
            logger("sound").info("%s", error)
            return
        try:
            while (aim := self._next()) is not None:
                for block in sound.blocks(*aim):
                    if not self._put(aim, block):
                        break
        finally:
            sound.close()

    def _next(self) -> tuple[float, float] | None:
        """What to decode now; None when closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._aim is not None)
            return None if self._closed else self._aim

    def _put(self, aim: tuple[float, float], block: np.ndarray) -> bool:
        """Waits for room; False when something else is wanted meanwhile."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._aim is not aim or self._frames < RATE)
            if self._closed or self._aim is not aim:
                return False
            self._ready.append(block)
            self._frames += len(block)
        return True

"""How late a person's key comes after what they saw, and the frame they meant. Pure: no Qt, no clock of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from core.time import Clock

ENOUGH = 8  # presses
_FASTEST, _SLOWEST = 0.08, 1.5  # seconds: what is quicker was a guess, what is slower was something else
PROBLEMS = (
    "Too many presses came without a flash; begin again.",
    "The presses differ too much to mean anything; begin again.",
)
_SPREAD = 0.15  # seconds: the median distance from the median that is still one person's reaction


def meant(frame: int, clock: Clock, speed: float, milliseconds: int) -> int:
    """The frame a person saw when they decided to press, where `frame` was on screen when the key came; `speed` is
    negative backwards."""
    if not milliseconds or not clock.frames:
        return frame
    end = clock.seconds(clock.frames)
    return clock.frame_at(max(0.0, min(end, clock.seconds(frame) - speed * milliseconds / 1000)))


@dataclass
class Calibration:
    """Flashes and presses, in seconds of any clock. A press counts once a flash, and only when it can be a reaction."""

    times: list[float] = field(default_factory=list)
    false_starts: int = 0
    _flashed: float | None = None

    def flash(self, now: float) -> None:
        self._flashed = now

    def press(self, now: float) -> bool:
        """Whether the press counts."""
        since = None if self._flashed is None else now - self._flashed
        self._flashed = None
        if since is None or not _FASTEST <= since <= _SLOWEST:
            self.false_starts += 1
            return False
        self.times.append(since)
        return True

    @property
    def left(self) -> int:
        """How many presses are still needed."""
        return max(0, ENOUGH - len(self.times))

    @property
    def problem(self) -> str:
        """Why there is no result yet; empty when there is one."""
        if self.left:
            return f"{self.left} more."
        if self.false_starts > len(self.times) // 2:
            return PROBLEMS[0]
        middle = median(self.times)
        if median(abs(time - middle) for time in self.times) > _SPREAD:
            return PROBLEMS[1]
        return ""

    @property
    def milliseconds(self) -> int:
        """The median reaction, in whole milliseconds."""
        return round(median(self.times) * 1000)

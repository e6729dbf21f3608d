"""What the signal lanes show: a value for each lane, and where they lie in their area."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from app.signal_lanes.lane import Look
from app.signal_lanes.levels import Levels

LEAST, USUAL, MOST = 26, 44, 240  # pixels of a lane's height
SIZES = (("Low", 30), ("Middle", USUAL), ("High", 88))


@dataclass(frozen=True, eq=False)
class SignalRow:
    """One lane. note: said behind the title; said: one line in place of the signal (what to do, or that it is being
    computed); colors: one for each channel, "" for the theme's; ceiling: the value at the top; peaks: boundaries,
    rising, drawn as ticks; limit: how much a peak stands out at least (None: the lane has none)."""

    name: str
    title: str
    look: Look
    height: int = USUAL
    note: str = ""
    said: str = ""
    channels: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()
    levels: Levels | None = None
    ceiling: float = 1.0
    peaks: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    limit: float | None = None


@dataclass(frozen=True)
class Places:
    """The lanes' tops in pixels of the whole content, and its height at the end."""

    tops: tuple[int, ...] = (0,)

    @classmethod
    def of(cls, rows: Sequence[SignalRow]) -> Places:
        tops = [0]
        for row in rows:
            tops.append(tops[-1] + row.height)
        return cls(tuple(tops))

    @property
    def height(self) -> int:
        return self.tops[-1]

    def at(self, y: float) -> int | None:
        """The lane at a height of the content."""
        if not 0 <= y < self.height:
            return None
        return bisect_right(self.tops, y) - 1

    def border(self, y: float, reach: float) -> int | None:
        """The lane whose lower border is near."""
        near = [i for i, bottom in enumerate(self.tops[1:]) if abs(bottom - y) <= reach]
        return near[0] if near else None

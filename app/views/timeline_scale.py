"""Where frames lie on the screen, and where rows lie: the two axes of the timeline. Values, no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

MOST_PIXELS_PER_FRAME = 60.0
START_ROOM, END_ROOM = 9.0, 14.0  # pixels kept free beside the video, for the playhead's handle and to take edges

SECTION_HEIGHT = 20
BAR_ROW = 28
CURVE_ROW = 46


@dataclass(frozen=True, slots=True)
class Scale:
    """Frame `first` (may be fractional) stands at pixel `left`; `width` pixels show `width · per_pixel` frames."""

    first: float
    per_pixel: float
    left: float
    width: float
    frames: int

    def x(self, frame: float) -> float:
        return self.left + (frame - self.first) / self.per_pixel

    def xs(self, frames: np.ndarray) -> np.ndarray:
        """float64 pixels of many frames."""
        return (frames - self.first) / self.per_pixel + self.left

    def frame(self, x: float) -> float:
        return self.first + (x - self.left) * self.per_pixel

    @property
    def last(self) -> float:
        """The frame at the right border, which may lie beyond the end, as `first` may lie before frame 0."""
        return self.first + self.width * self.per_pixel

    @property
    def widest(self) -> float:
        """Frames per pixel when the whole video fits."""
        return max(self.frames / max(1.0, self.width - START_ROOM - END_ROOM), 1 / MOST_PIXELS_PER_FRAME)

    @property
    def fits(self) -> bool:
        return self.per_pixel >= self.widest * (1 - 1e-9)

    def clamped(self) -> Scale:
        per_pixel = min(self.widest, max(1 / MOST_PIXELS_PER_FRAME, self.per_pixel))
        room = self.frames + END_ROOM * per_pixel - self.width * per_pixel
        return replace(self, per_pixel=per_pixel, first=max(-START_ROOM * per_pixel, min(room, self.first)))

    def whole(self) -> Scale:
        return replace(self, first=-START_ROOM * self.widest, per_pixel=self.widest).clamped()

    def zoomed(self, factor: float, x: float) -> Scale:
        """`factor` above 1 zooms in; the frame under pixel x stays there."""
        held = self.frame(x)
        per_pixel = min(self.widest, max(1 / MOST_PIXELS_PER_FRAME, self.per_pixel / factor))
        return replace(self, per_pixel=per_pixel, first=held - (x - self.left) * per_pixel).clamped()

    def panned(self, pixels: float) -> Scale:
        return replace(self, first=self.first + pixels * self.per_pixel).clamped()


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of the content: lane number `lane`, or the heading of a track (`lane` is None)."""

    y: int
    height: int
    lane: int | None
    track_id: int

    @property
    def bottom(self) -> int:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows from top to bottom, in pixels of the content (0 = first row, not scrolled)."""

    rows: tuple[Row, ...] = ()
    of_lane: tuple[int | None, ...] = ()  # row number of each lane; None where its track is folded

    @property
    def height(self) -> int:
        return self.rows[-1].bottom if self.rows else 0

    def at(self, y: float) -> Row | None:
        if not self.rows or not 0 <= y < self.height:
            return None
        return self.rows[bisect_right(self.rows, y, key=lambda row: row.y) - 1]

    def between(self, top: float, bottom: float) -> tuple[Row, ...]:
        first = max(0, bisect_right(self.rows, top, key=lambda row: row.y) - 1)
        last = bisect_left(self.rows, bottom, key=lambda row: row.y)
        return self.rows[first:last]

    def lane(self, lane: int) -> Row | None:
        number = self.of_lane[lane]
        return None if number is None else self.rows[number]


def lay_out(lanes: Sequence[tuple[int, bool]], folded: frozenset[int]) -> Rows:
    """Rows for lanes given as (track id, has a curve): a heading above each track, its lanes below unless folded."""
    rows: list[Row] = []
    of_lane: list[int | None] = []
    y, before = 0, None
    for number, (track_id, curve) in enumerate(lanes):
        if track_id != before:
            rows.append(Row(y, SECTION_HEIGHT, None, track_id))
            y += SECTION_HEIGHT
            before = track_id
        if track_id in folded:
            of_lane.append(None)
            continue
        of_lane.append(len(rows))
        rows.append(Row(y, CURVE_ROW if curve else BAR_ROW, number, track_id))
        y = rows[-1].bottom
    return Rows(tuple(rows), tuple(of_lane))

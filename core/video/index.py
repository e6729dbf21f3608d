"""Frame number ↔ packet ↔ presentation timestamp: the only truth about time in one file.

A *packet position* is a packet's place in decode order, counted from 0 over the video stream's packets. It identifies a
decoded frame even where timestamps are missing or repeated: the decoder carries it through (see core/video/decoder.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Protocol

import numpy as np

from core.time import Timestamps

NONE = int(np.iinfo(np.int64).min)  # a timestamp or byte position that the container does not give


class _Stamped(Protocol):
    @property
    def pts(self) -> int | None: ...
    @property
    def dts(self) -> int | None: ...
    @property
    def pos(self) -> int | None: ...


def identity_of(packet: _Stamped, kind: str) -> int:
    """The packet's "pos", "pts" or "dts" as a PacketTable holds it."""
    value: int | None = getattr(packet, kind)
    return NONE if value is None or (kind == "pos" and value < 0) else value


@dataclass(frozen=True, eq=False)
class PacketTable:
    """One entry per video packet in decode order, each int64 or bool [packets]; NONE where the container is silent."""

    pts: np.ndarray  # in the stream's time base, as is
    dts: np.ndarray
    pos: np.ndarray  # byte position in the file
    key: np.ndarray  # decoding can start here
    keep: np.ndarray  # False: decoded but not shown (edit lists)

    def __len__(self) -> int:
        return len(self.pts)

    @cached_property
    def identity(self) -> tuple[str, np.ndarray]:
        """What tells the packets apart after a seek: the first of byte position, pts, dts that is there for all of them
        and never repeats; ("", …) where nothing does and decoding must start at the beginning of the file."""
        for name, values in (("pos", self.pos), ("pts", self.pts), ("dts", self.dts)):
            if len(values) and values.min() > NONE and len(np.unique(values)) == len(values):
                return name, values
        return "", self.pts

    @cached_property
    def _order(self) -> np.ndarray | None:
        """int64 [packets]: the packet positions by rising identity; None where they rise by themselves."""
        values = self.identity[1]
        return None if bool((values[1:] > values[:-1]).all()) else np.argsort(values, kind="stable")

    def position_of(self, identity: int) -> int | None:
        """The packet with that identity; None where there is none. Searched for: a dict of ten hours takes 150 MB."""
        values, order = self.identity[1], self._order
        at = int(np.searchsorted(values, identity, sorter=order))
        if at == len(values):
            return None
        position = at if order is None else int(order[at])
        return position if values[position] == identity else None


@dataclass(frozen=True, eq=False)
class FrameIndex:
    """A Clock over the frames of one file, in presentation order.

    pts: int64 [frames], never falling, in units of time_base; end: when the last frame ends.
    packet: int64 [frames], the packet position that each frame is decoded from.
    verified: every packet was decoded once and exactly these frames came out.
    """

    packets: PacketTable
    packet: np.ndarray
    pts: np.ndarray
    end: int
    time_base: Fraction
    verified: bool = False
    problems: tuple[str, ...] = ()

    @property
    def frames(self) -> int:
        return len(self.packet)

    def same(self, other: FrameIndex) -> bool:
        """Whether both number the same pictures of one file alike."""
        return self is other or (np.array_equal(self.packet, other.packet) and np.array_equal(self.pts, other.pts))

    @cached_property
    def clock(self) -> Timestamps:
        ticks = np.append(self.pts, self.end) - self.pts[0]
        return Timestamps(ticks * float(self.time_base))

    def seconds(self, boundary: int) -> float:
        return self.clock.seconds(boundary)

    def frame_at(self, seconds: float) -> int:
        return self.clock.frame_at(seconds)

    def boundary_at(self, seconds: float) -> int:
        return self.clock.boundary_at(seconds)

    @property
    def duration(self) -> float:
        """Seconds from the first frame's beginning to the last one's end."""
        return self.seconds(self.frames)

    @cached_property
    def frame_of(self) -> np.ndarray:
        """int32 [packets]: the frame that a packet becomes, -1 where it becomes none."""
        frames = np.full(len(self.packets), -1, dtype=np.int32)
        frames[self.packet] = np.arange(self.frames, dtype=np.int32)
        return frames

    @cached_property
    def _starts(self) -> tuple[np.ndarray, np.ndarray]:
        """(first frame, packet) of every place where decoding can start, both rising.

        What is shown before a keyframe but follows it in the file (leading pictures of an open GOP) needs the keyframe
        before; so a keyframe serves only the frames from its own on. One that is not shown itself (before an edit
        list's cut) serves the first frame after it. A packet that is marked as a keyframe and gives no picture is none.
        """
        position = np.flatnonzero(self.packets.key & ((self.frame_of >= 0) | ~self.packets.keep))
        own = self.frame_of[position]
        later = np.where(self.frame_of < 0, self.frames, self.frame_of)
        following = np.minimum.accumulate(later[::-1])[::-1]
        first = np.where(own < 0, following[position], own)
        first = np.maximum.accumulate(first) if len(first) else first
        return first, position

    @cached_property
    def keyframes(self) -> np.ndarray:
        """int64: the frames that decoding can start from, rising; the first is always 0."""
        first = np.unique(np.append(0, self._starts[0]))
        return first[first < self.frames]

    def keyframe_before(self, frame: int) -> int:
        """The last keyframe at or before `frame`."""
        return int(self.keyframes[np.searchsorted(self.keyframes, frame, side="right") - 1])

    @property
    def origin(self) -> float:
        """When the first frame is shown by the file's own clock, in seconds; sound counts from there too."""
        return float(self.pts[0] * self.time_base) if self.frames else 0.0

    def keyframe_near(self, frame: int) -> int:
        """The keyframe nearest to `frame` on either side, the earlier one of two."""
        after = int(np.searchsorted(self.keyframes, frame))
        around = self.keyframes[max(0, after - 1) : after + 1]
        return int(around[np.argmin(np.abs(around - frame))])

    @cached_property
    def needed_from(self) -> np.ndarray:
        """int32 [frames]: the first packet that any frame from this one on is decoded from (a B-frame may be shown
        before another and follow it in the file)."""
        return np.minimum.accumulate(self.packet.astype(np.int32)[::-1])[::-1]

    def starts_before(self, position: int) -> np.ndarray:
        """The packet positions up to `position` where decoding can start, rising."""
        starts = self._starts[1]
        return starts[: np.searchsorted(starts, position, side="right")]

    def start_for(self, frame: int, back: int = 0) -> int:
        """The packet position where decoding must begin to get `frame`, `back` keyframes earlier than needed."""
        first, position = self._starts
        at = int(np.searchsorted(first, frame, side="right")) - 1 - back
        return int(position[at]) if at >= 0 else 0

    def renumbered(self, old: FrameIndex) -> np.ndarray:
        """int64 [old.frames + 1]: where each boundary of `old`, an earlier index of the same file, lies in this one.
        Rows made before verification keep their pictures by it; the identity where nothing changed."""
        kept = self.frame_of[old.packet]
        shown = np.append(kept, self.frames)
        shown = np.where(shown < 0, self.frames, shown)
        return np.minimum.accumulate(shown[::-1])[::-1]


def rate_of(index: FrameIndex, candidates: tuple[Fraction, ...]) -> tuple[Fraction, bool]:
    """(frames per second, constant): the first candidate that explains every timestamp to within the rounding of the
    container's clock (1 tick, at least 1 ms); otherwise the mean rate and False."""
    times = index.clock.times
    tolerance = max(1.01 * float(index.time_base), 0.00101)  # but less than a third of a frame
    mean = (
        Fraction(index.frames, 1) / Fraction(index.duration).limit_denominator(10**6)
        if index.duration
        else Fraction(25)
    )
    nearest = min(_COMMON, key=lambda rate: abs(rate - mean))
    for rate in (*candidates, nearest, mean.limit_denominator(1001)):
        off = np.abs(times[:-1] - np.arange(index.frames) / float(rate)) if rate > 0 else np.inf
        if np.all(off <= min(tolerance, 0.3 / max(float(rate), 1e-9))):
            return rate, True
    return mean.limit_denominator(1001), False


_COMMON = tuple(Fraction(n) for n in (10, 12, 15, 24, 25, 30, 48, 50, 60, 100, 120)) + tuple(
    Fraction(n * 1000, 1001) for n in (24, 30, 60, 120)
)

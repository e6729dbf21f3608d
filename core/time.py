"""Time: frames inside, seconds at the edge. All rounding between the two lives here.

A video has `n` frames; frame k shows from `t(k)` until `t(k + 1)`; `t(n)` is the end of the last frame. A span of
frames [start, stop) therefore lasts from `t(start)` to `t(stop)`, and a *boundary* is a number 0…n.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

import numpy as np

from core.errors import UserError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval of frames `[start, stop)`, never empty. A point event is one frame long."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise ValueError(f"not a span of frames: [{self.start}, {self.stop})")

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, frame: int) -> bool:
        return self.start <= frame < self.stop

    def overlaps(self, other: Span) -> bool:
        return self.start < other.stop and other.start < self.stop

    def intersection(self, other: Span) -> Span | None:
        start, stop = max(self.start, other.start), min(self.stop, other.stop)
        return Span(start, stop) if start < stop else None

    def union(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.stop, other.stop))

    def iou(self, other: Span) -> float:
        """Temporal intersection over union, 0…1."""
        both = min(self.stop, other.stop) - max(self.start, other.start)
        return both / (len(self) + len(other) - both) if both > 0 else 0.0

    def shifted(self, frames: int) -> Span:
        return Span(self.start + frames, self.stop + frames)


class Clock(Protocol):
    """What turns frames into seconds for one video: `ConstantRate`, or the `FrameIndex` of a real file."""

    @property
    def frames(self) -> int: ...

    def seconds(self, boundary: int) -> float:
        """Seconds at which frame `boundary` begins (0…frames; `frames` itself is the end of the video)."""
        ...

    def frame_at(self, seconds: float) -> int:
        """The frame that is on screen at that moment, clamped to the video."""
        ...

    def boundary_at(self, seconds: float) -> int:
        """The frame boundary nearest to that moment, 0…frames."""
        ...


@dataclass(frozen=True, slots=True)
class ConstantRate:
    """The clock of a video whose frames all last 1/rate seconds."""

    rate: Fraction
    frames: int

    def seconds(self, boundary: int) -> float:
        return boundary * self.rate.denominator / self.rate.numerator  # exact; a Fraction would take 3 µs

    def frame_at(self, seconds: float) -> int:
        # The tolerance keeps a time printed with three decimals on the frame it was printed from.
        return max(0, min(self.frames - 1, int(np.floor(seconds * float(self.rate) + 1e-3 * float(self.rate)))))

    def boundary_at(self, seconds: float) -> int:
        return max(0, min(self.frames, round(seconds * float(self.rate))))


@dataclass(frozen=True)
class Timestamps:
    """The clock of a real file: `times[k]` is when frame k begins, in seconds from the first frame, float64 [n + 1]."""

    times: np.ndarray

    @property
    def frames(self) -> int:
        return len(self.times) - 1

    def seconds(self, boundary: int) -> float:
        return float(self.times[max(0, min(self.frames, boundary))])

    def frame_at(self, seconds: float) -> int:
        return max(0, min(self.frames - 1, int(np.searchsorted(self.times, seconds + 1e-3, side="right")) - 1))

    def boundary_at(self, seconds: float) -> int:
        after = int(np.searchsorted(self.times, seconds))
        if after == 0 or after > self.frames:
            return min(after, self.frames)
        return after if self.times[after] - seconds < seconds - self.times[after - 1] else after - 1


def span_at(clock: Clock, start: float, stop: float) -> Span | None:
    """The span of frames nearest to an interval in seconds; None where it lies outside the video or rounds to nothing
    even when widened to one frame."""
    first, last = clock.boundary_at(start), clock.boundary_at(stop)
    if first == last and stop > start and first < clock.frames:
        last = first + 1
    return Span(first, last) if first < last else None


def parse_rate(text: str) -> Fraction:
    """`"30000/1001"`, `"25"` or `"29.97"` → Fraction."""
    try:
        rate = Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise UserError(f"“{text}” is not a frame rate; write it like 25 or 30000/1001.") from error
    if rate <= 0:
        raise UserError(f"“{text}” is not a frame rate; it must be above 0.")
    return rate


def format_seconds(seconds: float, decimals: int = 3) -> str:
    """`3723.5` → `1:02:03.500`; below an hour `2:03.500`."""
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    units = round(seconds * 10**decimals)
    whole, fraction = divmod(units, 10**decimals)
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    text = f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"
    return f"{sign}{text}.{fraction:0{decimals}}" if decimals else sign + text


def parse_seconds(text: str) -> float:
    """`1:02:03.5`, `62.5` → seconds. Raises UserError for anything else."""
    if not re.fullmatch(r"(\d+:){0,2}\d+([.,]\d*)?", text.strip()):
        raise UserError(f"“{text}” is not a time; write it like 62.5 or 1:02.500.")
    total = 0.0
    for part in text.strip().replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def format_span(clock: Clock, span: Span) -> str:
    """From when to when: `0:04.0 – 0:06.6`."""
    return f"{format_seconds(clock.seconds(span.start), 1)} – {format_seconds(clock.seconds(span.stop), 1)}"

"""Many videos end to end, so that one label's settings are tried on all of them at once, with few passes over arrays.

What comes out is what `core.decode.decode` gives video by video (but for `top`, the most labels that a video may get).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from core.decode import (
    DecodeSettings,
    LabelSettings,
    gated,
    joined,
    mean_filter,
    rule_of,
    rules_of,
    smoothed,
    stretches,
    video_channels,
)
from core.evaluation.reference import Reference
from core.signal import Signal
from core.spans import NONE

_NEVER = -1.0  # below every threshold


@dataclass(frozen=True)
class Footage:
    """Of one video: the scores of a network, and what people said, by name of label."""

    signal: Signal
    frames: int
    rate: Fraction
    references: Mapping[str, Reference]


@dataclass(frozen=True)
class Rivals:
    """What excludes a label, at each step. margin: how far the strongest of them is above its own threshold; first:
    whether it goes before the label where both are equal; claims: whether it is active."""

    margin: np.ndarray
    first: np.ndarray
    claims: np.ndarray


class Stage:
    """Steps of all videos, with one between two videos that belongs to none and has no score. Frames are numbered on,
    from video to video."""

    def __init__(self, footage: Sequence[Footage], settings: DecodeSettings, groups: Mapping[str, str] | None) -> None:
        self._footage = [one for one in footage if len(one.signal) and one.frames > 0]
        self._settings, self._groups = settings, groups
        self._columns: dict[tuple[str, float], np.ndarray] = {}
        lengths = [len(one.signal) + 1 for one in self._footage]
        self._video = np.repeat(np.arange(len(self._footage)), lengths)
        self._offset = np.cumsum([0, *(one.frames + 1 for one in self._footage)])
        cells = [_cells(one) + offset for one, offset in zip(self._footage, self._offset, strict=False)]
        self._cells = np.concatenate([*cells, np.zeros((0, 2), np.int64)])
        self._speed = np.array([float(one.rate) for one in self._footage])
        self._step = np.array([one.signal.step for one in self._footage])

    def group(self, label: str) -> str:
        """The name of what excludes each other; "" for what excludes nothing."""
        if self._settings.per == "video":
            return ""
        return self._groups.get(label, "") if self._groups is not None else "all" if self._settings.exclusive else ""

    def reference(self, label: str) -> Reference:
        parts = [
            one.references[label].shifted(int(offset))
            for one, offset in zip(self._footage, self._offset, strict=False)
            if label in one.references
        ]
        return Reference(
            np.concatenate([NONE, *(one.truth for one in parts)]), np.concatenate([NONE, *(one.known for one in parts)])
        )

    def rivals(self, label: str, settings: DecodeSettings) -> Rivals | None:
        """None where nothing excludes the label."""
        group = self.group(label)
        return self._ends([_rivals(one, label, settings, self._members(one, group)) for one in self._footage], group)

    def _members(self, one: Footage, group: str) -> list[str]:
        return [name for name in one.signal.channels if group and self.group(name) == group]

    def _ends(self, parts: list[Rivals], group: str) -> Rivals | None:
        if not group or not parts:
            return None
        margin = np.concatenate([np.append(one.margin, np.float32(-np.inf)) for one in parts])
        first, claims = (
            np.concatenate([np.append(getattr(one, name), False) for one in parts]) for name in ("first", "claims")
        )
        return Rivals(margin, first, claims)

    def found(self, settings: LabelSettings, rivals: Rivals | None = None) -> np.ndarray:
        """int64 [n, 2]: the frames of a label's segments."""
        active, taken = self._column(settings.label, settings.smoothing), None
        if rivals is not None:
            margin = active - np.float32(settings.threshold)
            mine = (margin > rivals.margin) | ((margin == rivals.margin) & ~rivals.first)
            active, taken = np.where(mine, active, np.float32(_NEVER)), rivals.claims & ~mine
        low = min(settings.low, settings.threshold)
        starts, stops = stretches(active >= max(settings.threshold, 1e-9), active >= max(low, 1e-9))
        if not len(starts):
            return NONE
        video = self._video[starts]
        gap = settings.merge_gap * self._speed[video[1:]] / self._step[video[1:]] + 1e-6
        starts, stops = joined(starts, stops, np.where(np.diff(video) == 0, gap, -1), taken)
        spans = np.stack([self._cells[starts, 0], self._cells[stops - 1, 1]], axis=1)
        shortest = settings.min_length * self._speed[self._video[starts]] - 1e-6
        length = spans[:, 1] - spans[:, 0]
        return np.asarray(spans[(length > 0) & (length >= shortest)])

    def _column(self, label: str, smoothing: float) -> np.ndarray:
        if (label, smoothing) not in self._columns:
            parts = [np.append(self._active(one, label, smoothing), np.float32(_NEVER)) for one in self._footage]
            self._columns[label, smoothing] = np.concatenate(parts) if parts else np.zeros(0, np.float32)
        return self._columns[label, smoothing]

    def _active(self, one: Footage, label: str, smoothing: float) -> np.ndarray:
        signal, settings = one.signal, self._settings
        never = np.full(len(signal), _NEVER, np.float32)
        if label not in signal.channels:
            return never
        channel = signal.channels.index(label)
        width = rule_of(DecodeSettings(smoothing), signal.step, one.rate).width
        if settings.per == "clip":
            return mean_filter(signal.values[:, [channel]], width)[:, 0]
        gate = settings.background if settings.background in signal.channels else ""
        if channel not in video_channels(signal, settings, gate, one.rate):
            return never
        return gated(signal, channel, width, gate)[1]


def _cells(one: Footage) -> np.ndarray:
    """int64 [steps + 1, 2]: the frames that each step stands for, as `decode` has it; none for the last, which is no
    step."""
    signal, steps = one.signal, len(one.signal)
    starts = signal.cell_starts(np.arange(steps))
    stops = signal.start + np.arange(steps) * signal.step + (signal.window - signal.step) // 2 + signal.step
    if signal.span(steps - 1).stop >= one.frames:
        stops[-1] = one.frames
    cells = np.minimum(np.stack([starts, stops], axis=1), one.frames)
    return np.append(cells, [[one.frames, one.frames]], axis=0)


def _rivals(one: Footage, label: str, settings: DecodeSettings, members: list[str]) -> Rivals:
    signal = one.signal
    rules = rules_of(signal, settings, one.rate)
    gate = settings.background if settings.background in signal.channels else ""
    place = [signal.channels.index(name) for name in members if name not in (label, gate)]
    reach = signal.values.max(axis=0)
    place = [i for i in place if reach[i] >= np.float32(rules[i].threshold)]
    none = np.zeros(len(signal), bool)
    if not place:
        return Rivals(np.full(len(signal), -np.inf, np.float32), none, none)
    x = smoothed(signal.values[:, place], [rules[i].width for i in place])
    high, low = (np.array([getattr(rules[i], name) for i in place], np.float32) for name in ("threshold", "low"))
    winner, rows = (x - high).argmax(axis=1), np.arange(len(x))
    value = x[rows, winner]
    own = signal.channels.index(label) if label in signal.channels else -1
    return Rivals(value - high[winner], np.array(place)[winner] < own, value >= low[winner])

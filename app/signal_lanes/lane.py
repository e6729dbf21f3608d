"""What a signal lane is: one value. It is computed from values alone, in a worker; it knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np

from core.rows import Run, Video
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Task
from core.timeline.query import SegmentTable

Look = Literal["filled", "stacked", "strip", "waveform"]
LOST = "The video file is not where it was: find it in the Library"  # what lanes of the file itself say

Compute = Callable[[ArrayCache], Task["Signal | str"]]


@dataclass(frozen=True)
class Ask:
    """What lanes are computed from. runs: of this video, newest first; scores: those that are loaded, by run id;
    chosen: the run in the Runs panel; label: the name of the current label; colors: of labels, by name; tables: the
    segments of each track and label, without hidden tracks."""

    video: Video
    path: Path | None
    runs: tuple[Run, ...] = ()
    scores: Mapping[int, Signal] = field(default_factory=dict)
    chosen: int | None = None
    label: str = ""
    colors: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[tuple[int, int], SegmentTable] = field(default_factory=dict)

    @property
    def ordered(self) -> list[Run]:
        """The runs whose scores are loaded, the chosen one first."""
        there = [run for run in self.runs if run.id in self.scores]
        return sorted(there, key=lambda run: run.id != self.chosen)


@dataclass(frozen=True)
class Source:
    """Where a lane's signal comes from now.

    key: what it depends on: the same key, the same signal. compute: gives it, or the sentence why there is none.
    colors: one for each channel ("": the theme's). note: said behind the title. kept: in the cache on disk, where
    computing takes longer than reading. slow: goes through the whole video, with progress, when it is not cached.
    """

    key: str
    compute: Compute
    colors: tuple[str, ...] = ()
    note: str = ""
    kept: bool = True
    slow: bool = False


def whole(_: Signal) -> float:
    return 1.0


def highest(signal: Signal) -> float:
    """What fills the row: nearly the largest value, so that one flash does not flatten the rest."""
    return max(1e-6, float(np.quantile(np.abs(signal.values), 0.999))) if len(signal) else 1.0


@dataclass(frozen=True)
class SignalLane:
    """name: in settings, for ever; source: where the signal comes from, or the one line that says what to do where it
    cannot be computed; says: these lines and its notes, with {} for a name or a number and {analyze} for the key of
    that action; ceiling: the value at the row's top; parts: the steps' channels are so many cells after each other;
    peaks: its peaks are candidates for boundaries; shown: at first."""

    name: str
    title: str
    look: Look
    source: Callable[[Ask], Source | str]
    says: tuple[str, ...] = ()
    ceiling: Callable[[Signal], float] = whole
    parts: Callable[[Signal], int] = lambda _: 1
    peaks: bool = False
    shown: bool = True

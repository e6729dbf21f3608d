"""What every exchange format works with: entries (segments by name and time), problems, and the `Format` itself.

A format only knows files and entries. What an entry means in a project (which video, which frames, which label) is
decided once for all formats, in place.py; what of a project goes into a file, in gather.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from pathlib import Path


class Severity(StrEnum):
    WARN = "warn"  # taken as it stands, but look at it
    MENDED = "mended"  # taken after a repair that the message names
    REFUSED = "refused"  # left out


@dataclass(frozen=True, slots=True)
class Problem:
    """`where` is a place in the file ("line 12", "results / v1 / 3"), `message` one sentence."""

    severity: Severity
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment in a file. Seconds and frames may each be absent, not both; `video` is whatever name the file uses.
    `state`, `track`, `subject` and `attributes` are empty where the file has none."""

    video: str
    label: str
    start: float | None = None
    stop: float | None = None
    start_frame: int | None = None
    stop_frame: int | None = None
    score: float | None = None
    state: str = ""
    track: str = ""
    comment: str = ""
    where: str = ""
    subject: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class VideoContent:
    """One video of a project with the segments that go into the file, in order of time. `video_id` is a name that is
    unique among the exported videos: the file's stem without ActivityNet's `v_`, or the path where stems clash."""

    video_id: str
    path: str
    duration: float
    frames: int
    rate: Fraction
    width: int
    height: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What an export writes. `left_out` are sentences about what was not even offered to the format."""

    videos: tuple[VideoContent, ...]
    labels: tuple[str, ...] = ()
    subset: str = "validation"  # the part of a data set that ActivityNet's evaluator looks for
    left_out: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return sum(len(video.entries) for video in self.videos)


@dataclass(frozen=True, slots=True)
class ReadResult:
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Format:
    """One exchange format.

    `write(content, path)` replaces the file in one step and returns sentences about what the format cannot hold of
    this content. `read(path)` returns entries and problems, or raises UserError when the file is not of this format.
    `layered`: it keeps tracks and states apart; others get one answer per video. `recognises(path)`: quick look.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    layered: bool
    recognises: Callable[[Path], bool]
    read: Callable[[Path], ReadResult] | None
    write: Callable[[Content, Path], tuple[str, ...]] | None

    @property
    def reads(self) -> bool:
        return self.read is not None

    @property
    def writes(self) -> bool:
        return self.write is not None

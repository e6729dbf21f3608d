"""The rows of a project, all frozen. Change one by an `Edit` that removes the old row and adds the new one.

Ids are 63-bit integers: milliseconds since 2020 in the upper 41 bits, chance in the lower 22. They grow with time, so
rows land at the end of a table, and two programs (or two copies of a project that are merged later) never clash.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from core.time import Span

_EPOCH_MS = 1_577_836_800_000
_last = 0


def new_id() -> int:
    """A fresh row id; strictly growing within one process."""
    global _last
    _last = max(_last + 1, ((time.time_ns() // 1_000_000 - _EPOCH_MS) << 22) | secrets.randbits(22))
    return _last


def created_ms(row_id: int) -> int:
    """When a row was made: milliseconds since 1970."""
    return (row_id >> 22) + _EPOCH_MS


class State(StrEnum):
    """What people have said of a segment."""

    PREDICTED = "predicted"  # a network found it, nobody looked
    ACCEPTED = "accepted"  # a person agreed, unchanged
    CORRECTED = "corrected"  # found by a network, then changed by a person
    HUMAN = "human"  # made by a person
    REJECTED = "rejected"  # a person said no


class LabelKind(StrEnum):
    STATE = "state"  # lasts
    POINT = "point"  # happens at one frame


class TrackKind(StrEnum):
    HUMAN = "human"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Video:
    """A video file of the project. `path` is relative to the project's folder where it can be, with forward slashes;
    `fingerprint` is of the content, so a moved file is found again. `offset`: where, in seconds, its frame 0 lies on
    the clock that linked videos share."""

    id: int
    path: str
    fingerprint: str
    frames: int
    rate: Fraction
    width: int
    height: int
    duration: float  # seconds
    variable_rate: bool = False
    verified: bool = False  # every frame was decoded once and `frames` is what came out
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Label:
    id: int
    name: str
    color: str  # "#rrggbb"
    key: str = ""  # one key that gives this label
    group: str = ""  # labels of one exclusive group never overlap on one track
    kind: LabelKind = LabelKind.STATE
    position: int = 0  # among all labels; a child stands below its parent wherever its number would put it
    parent_id: int | None = None  # the label that this one is a kind of; None at the top

    @property
    def point(self) -> bool:
        """Its segments are one frame long."""
        return self.kind is LabelKind.POINT


@dataclass(frozen=True, slots=True)
class Track:
    """A lane of segments of one video: a person's, or one run's."""

    id: int
    video_id: int
    name: str
    kind: TrackKind = TrackKind.HUMAN
    run_id: int | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """One activity: `span` of a track with a label. `score` is 0…1 where a network gave one. `origin_id` is the
    predicted segment it was accepted from, `author` the person, `modified` milliseconds since 1970. `subject` is who
    does it, "" where nobody said; `attributes` are free (name, value) pairs, each name once."""

    id: int
    track_id: int
    label_id: int
    span: Span
    score: float | None = None
    state: State = State.HUMAN
    origin_id: int | None = None
    author: str = ""
    modified: int = 0
    comment: str = ""
    subject: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A span that a person has looked at from end to end: what is unlabelled there is background; elsewhere unknown."""

    id: int
    track_id: int
    span: Span
    author: str = ""
    modified: int = 0


@dataclass(frozen=True, slots=True)
class Marker:
    """A frame of a video that somebody wants to find again. `color` is "#rrggbb", or "" for the theme's own."""

    id: int
    video_id: int
    frame: int
    text: str = ""
    color: str = ""
    author: str = ""
    modified: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Provenance of one analysis of one video. `settings` is JSON text; `scores_key` finds the cached scores;
    `top_labels` are the video's best labels with their scores, best first. Hidden: undone, or not finished yet."""

    id: int
    video_id: int
    model: str
    checkpoint_id: int | None
    settings: str
    scores_key: str
    created: int
    hidden: bool = False
    device: str = ""
    seconds: float = 0.0
    top_labels: tuple[tuple[str, float], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Dataset:
    """The segments that trained something: `manifest` is JSON text, `digest` its sha256."""

    id: int
    name: str
    manifest: str
    digest: str
    created: int


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Weights that training made. `path` as in Video; `metrics` and `settings` are JSON text."""

    id: int
    model: str
    name: str
    path: str
    digest: str
    dataset_id: int | None
    parent_id: int | None
    labels: tuple[str, ...]
    settings: str
    metrics: str
    created: int


Row: TypeAlias = Video | Label | Track | Segment | Reviewed | Run | Marker

changed = replace  # `changed(segment, label_id=3)` reads better than dataclasses.replace at call sites


def now_ms() -> int:
    return time.time_ns() // 1_000_000

"""What goes into a merge and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from typing import TypeAlias

from core.rows import Checkpoint, Dataset, Row, Run, Segment, Track, Video
from core.time import Span
from core.timeline.edit import Edit, encode

Key: TypeAlias = tuple[type[Row], int]


def key(row: Row) -> Key:
    return type(row), row.id


@dataclass(frozen=True)
class Copy:
    """One of the two projects. rows: all that show, and the rows of hidden runs (not what is on their tracks); history:
    the Edits since the common past; name: what people call the file. Paths are relative to MINE's folder in both."""

    name: str
    rows: Mapping[Key, Row]
    history: Sequence[Edit]
    datasets: Sequence[Dataset] = ()
    checkpoints: Sequence[Checkpoint] = ()
    position: int = 0  # in its log


class Reason(StrEnum):
    """Why something is listed; the value is the English sentence. {mine} and {theirs} are what each side has, {track}
    is where THEIRS' segment lies now."""

    CHANGED = "Both changed {mine}; theirs ({theirs}) is on “{track}”."
    DELETED_HERE = "You deleted what they changed; theirs ({theirs}) is on “{track}”."
    DELETED_THERE = "They deleted what you changed; yours ({mine}) stays."
    EXCLUDED = "Theirs ({theirs}) overlaps what excludes it; it is on “{track}”."
    TRACK_GONE = "You deleted the track of {theirs}; it is on “{track}”."
    JUDGED = "You judged a prediction otherwise than they did; yours ({mine}) stays, theirs was {theirs}."
    LABEL = "Both changed the label {mine}; yours stays, theirs was {theirs}."
    TRACK = "Both renamed the track {mine}; yours stays, theirs was {theirs}."
    RUN = "Both changed the settings of the run {mine}; yours stay."
    VIDEO = "Both moved the video {mine} on the common clock; yours stays."
    MARKER = "Both changed the marker {mine}; theirs ({theirs}) is there as well."
    STILL_USED = "They removed {mine}, but it is in use here; it stays."
    BROUGHT_BACK = "You removed {theirs}, but they use it; it is back."


@dataclass(frozen=True, slots=True)
class Conflict:
    """Nothing of it is lost. `span` and `video_id` say where, if it is anywhere."""

    reason: Reason
    mine: str = ""
    theirs: str = ""
    track: str = ""
    video_id: int | None = None
    span: Span | None = None

    @property
    def text(self) -> str:
        return self.reason.value.format(mine=self.mine, theirs=self.theirs, track=self.track)


@dataclass(frozen=True, slots=True)
class Brought:
    """A run of THEIRS with its track and everything on it."""

    run: Run
    track: Track
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Merged:
    """`edit` is the whole change of what an Edit can change, runs shown included; `runs` must lie there, hidden, before
    it is carried out, and `facts`, what THEIRS knows better of the videos' files, must be noted. `position`: where
    MINE's log stood."""

    edit: Edit
    runs: tuple[Brought, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    facts: tuple[Video, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    position: int = 0
    related: bool = field(default=True)  # the two have a common past

    def __bool__(self) -> bool:
        return bool(self.edit or self.datasets or self.checkpoints or self.facts)

    def count(self) -> tuple[int, int, int]:
        """People's segments that come, change and go."""
        gone = {row.id for row in self.edit.removed if isinstance(row, Segment)}
        come = {row.id for row in self.edit.added if isinstance(row, Segment)}
        return len(come - gone), len(come & gone), len(gone - come)


def derived_id(row: Row, salt: str = "") -> int:
    """An id for the second version of a row: always the same one for the same content, so that a second merge finds
    what the first one made. 32 bits of chance around the time the row was made, for ids grow with time."""
    text = f"{salt}\0{encode(Edit('', added=(row,)))}"
    return (row.id >> 32 << 32) | int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big")

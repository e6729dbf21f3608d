"""The state of a merge while it is worked out, and the verdict on one row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from enum import Enum, auto
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from core.rows import Label, Marker, Reviewed, Row, Run, Segment, Track, TrackKind, Video
from core.time import ConstantRate, Span, format_seconds
from core.timeline.merging.history import Chain, chains, leads_to
from core.timeline.merging.values import Brought, Conflict, Copy, Key, Reason

T = TypeVar("T", bound=Row)
R = TypeVar("R", Track, Label)
Lies = Segment | Reviewed  # what lies on a track


class Verdict(Enum):
    KEEP = auto()  # MINE's is right, or both are the same
    TAKE = auto()  # only THEIRS changed it
    CONFLICT = auto()


@dataclass
class Plan:
    """`take`: what becomes of rows of MINE, None: it goes. `apart`: rows of THEIRS that need a track of their own, and
    why."""

    mine: Copy
    theirs: Copy
    take: dict[Key, Row | None] = field(default_factory=dict)
    apart: list[tuple[Lies, Reason]] = field(default_factory=list)
    runs: list[Brought] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    @cached_property
    def changes(self) -> dict[Key, Chain]:
        """What THEIRS touched."""
        return chains(self.theirs.history)

    @cached_property
    def had(self) -> dict[Key, Chain]:
        """What MINE touched."""
        return chains(self.mine.history)

    def final(self, kind: type[Row], row_id: int | None) -> Row | None:
        """A row as it will be."""
        if row_id is None:
            return None
        k = (kind, row_id)
        return self.take[k] if k in self.take else self.mine.rows.get(k)

    def finals(self, kind: type[T]) -> Iterator[T]:
        for row in self._mine_by_kind.get(kind, []):
            if isinstance(row, kind) and (kind, row.id) not in self.take:
                yield row
        for coming in list(self.take.values()):
            if isinstance(coming, kind):
                yield coming

    @cached_property
    def _mine_by_kind(self) -> dict[type, list[Row]]:
        found: dict[type, list[Row]] = {}
        for row in self.mine.rows.values():
            found.setdefault(type(row), []).append(row)
        return found

    def track(self, track_id: int) -> Track | None:
        """Of either project."""
        found = self.final(Track, track_id) or self.theirs.rows.get((Track, track_id)) or self._gone_track(track_id)
        return found if isinstance(found, Track) else None

    def _gone_track(self, track_id: int) -> Row | None:
        """One that both had until it was deleted here."""
        return next((row for row in self.had.get((Track, track_id), ()) if row is not None), None)

    def human(self, row: Lies) -> bool:
        track = self.track(row.track_id)
        return track is not None and track.kind is TrackKind.HUMAN

    def verdict(self, k: Key) -> Verdict:
        now, new, had = self.mine.rows.get(k), self.changes[k][-1], self.had.get(k)
        if now == new:
            return Verdict.KEEP
        if had is None:
            return Verdict.TAKE if now is None or now in self.changes[k] else Verdict.CONFLICT
        if leads_to(had, self.changes[k]):
            return Verdict.TAKE
        if leads_to(self.changes[k], had) or (new is not None and new in had):
            return Verdict.KEEP
        return Verdict.TAKE if now is not None and now in self.changes[k] else Verdict.CONFLICT

    def blended(self, k: Key, now: R, new: R) -> tuple[R, bool]:
        """Field by field: MINE's row with what only THEIRS changed, and whether both changed a field differently (then
        MINE's stays). Places in a list are no matter to disagree on."""
        had, their = self.had.get(k, [now]), self.changes[k]
        base = now if now in their else next((row for row in reversed(their) if row in had), their[0])
        values, clash = {}, False
        for name in (one.name for one in fields(now)):
            here, there, before = getattr(now, name), getattr(new, name), getattr(base, name, None)
            if here == before:
                values[name] = there
            elif there not in (before, here) and name != "position":
                clash = True
        return replace(now, **values), clash

    # -- what is told ------------------------------------------------------------------------------------------------

    def tell(self, reason: Reason, mine: str = "", theirs: str = "", track: str = "", where: Row | None = None) -> None:
        video_id, span = self._place(where)
        self.conflicts.append(Conflict(reason, mine, theirs, track, video_id, span))

    def _place(self, row: Row | None) -> tuple[int | None, Span | None]:
        if isinstance(row, Segment | Reviewed):
            track = self.track(row.track_id)
            return (track.video_id if track else None), row.span
        if isinstance(row, Marker):
            return row.video_id, Span(row.frame, row.frame + 1)
        if isinstance(row, Track | Run):
            return row.video_id, None
        return (row.id if isinstance(row, Video) else None), None

    def named(self, row: Row | None) -> str:
        """A row as people know it."""
        if row is None:
            return ""
        if isinstance(row, Segment):
            return f"{self._label(row.label_id)} {self._when(row)}"
        if isinstance(row, Reviewed):
            return f"reviewed {self._when(row)}"
        if isinstance(row, Marker):
            return f"“{row.text}” {row.frame}" if row.text else str(row.frame)
        if isinstance(row, Video):
            return PurePosixPath(row.path).name
        return f"“{row.model}”" if isinstance(row, Run) else f"“{row.name}”"

    def _label(self, label_id: int) -> str:
        for label in (self.final(Label, label_id), self.theirs.rows.get((Label, label_id))):
            if isinstance(label, Label):
                return label.name
        return next((row.name for row in self.had.get((Label, label_id), ()) if isinstance(row, Label)), "?")

    def _when(self, row: Lies) -> str:
        video_id = self._place(row)[0]
        found = [side.rows.get((Video, video_id or 0)) for side in (self.mine, self.theirs)]
        video = next((one for one in found if isinstance(one, Video)), None)
        if video is None:
            return f"{row.span.start}–{row.span.stop}"
        clock = ConstantRate(video.rate, max(video.frames, row.span.stop))
        return "–".join(format_seconds(clock.seconds(edge), 2) for edge in (row.span.start, row.span.stop))


def same_words(one: Segment, other: Segment) -> bool:
    """Whether two segments say the same, whoever wrote them when."""
    return replace(one, id=0, author="", modified=0, score=None, origin_id=None, state=other.state) == replace(
        other, id=0, author="", modified=0, score=None, origin_id=None
    )

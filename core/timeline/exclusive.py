"""Room within an exclusive group: what happens to its neighbours when a segment comes, grows, moves or is relabelled.

Labels of one exclusive group never overlap on a person's track. Instead of refusing, the neighbour can be *trimmed* (it
loses what is covered, is cut in two where it reaches out on both sides, and goes where it is covered whole) or *pushed*
(it keeps its length and moves out of the way, and so do those behind it). Pure; the caller applies the Edit.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import pairwise

import numpy as np

from core.errors import UserError
from core.rows import Label, Segment, State, Track, TrackKind, changed, new_id, now_ms
from core.time import Span
from core.timeline.edit import Edit
from core.timeline.query import SegmentTable

_FEW = 64  # rows of an edit
Parts = tuple[Span, ...]  # what stays of a segment: none, one or two spans


class Overlap(StrEnum):
    """What people want of an overlap within an exclusive group."""

    TRIM = "trim"
    PUSH = "push"
    REFUSE = "refuse"


def overlap_named(name: str) -> Overlap:
    """As the settings have it; a name nobody knows means the usual."""
    return Overlap(name) if name in list(Overlap) else Overlap.TRIM


@dataclass(frozen=True)
class Wanted:
    """A span that is to be had; `before` is where the segment was, which says from which side it comes."""

    span: Span
    before: Span | None = None


@dataclass(frozen=True)
class Neighbours:
    """The other segments of one exclusive group on one track, a table for each label; `but` are ids to leave out. They
    do not overlap each other, so walking along costs only what is walked over."""

    tables: Sequence[SegmentTable]
    but: frozenset[int] = frozenset()

    def onward(self, frame: int) -> Iterator[Segment]:
        """Those that end after `frame`, the earliest first."""
        return merge(*(self._right(table, frame) for table in self.tables), key=lambda s: s.span)

    def backward(self, frame: int) -> Iterator[Segment]:
        """Those that begin before `frame`, the latest first."""
        return merge(*(self._left(table, frame) for table in self.tables), key=lambda s: s.span, reverse=True)

    def _right(self, table: SegmentTable, frame: int) -> Iterator[Segment]:
        for i in range(table.visible(frame, frame + 1).start, len(table)):
            row = table.rows[i]
            if row.id not in self.but and row.span.stop > frame:
                yield row

    def _left(self, table: SegmentTable, frame: int) -> Iterator[Segment]:
        for i in range(int(np.searchsorted(table.start, frame)) - 1, -1, -1):
            if table.rows[i].id not in self.but:
                yield table.rows[i]


def trimmed(wanted: Sequence[Wanted], near: Neighbours) -> dict[Segment, Parts]:
    """What stays of the neighbours outside the wanted spans."""
    found: dict[Segment, Parts] = {}
    for want in wanted:
        for segment in near.onward(want.span.start):
            if segment.span.start >= want.span.stop:
                break
            parts = found.get(segment, (segment.span,))
            found[segment] = tuple(rest for part in parts for rest in _without(part, want.span))
    return found


def _without(span: Span, hole: Span) -> Iterator[Span]:
    if not span.overlaps(hole):
        yield span
        return
    if span.start < hole.start:
        yield Span(span.start, hole.start)
    if hole.stop < span.stop:
        yield Span(hole.stop, span.stop)


def pushed(wanted: Sequence[Wanted], near: Neighbours, frames: int) -> dict[Segment, Parts]:
    """Where the neighbours go, each with its length. Raises UserError where the video (so many frames) has no room."""
    ordered = sorted(wanted, key=lambda want: want.span)
    fixed = [want.span for want in ordered]
    place: dict[Segment, Span] = {}
    for want in ordered:
        _push_right(want, fixed, near, frames, place)
    for want in reversed(ordered):
        _push_left(want, fixed, near, place)
    if len(fixed) > 1:
        _check(place, fixed, near)
    return {segment: (span,) for segment, span in place.items() if span != segment.span}


def _push_right(want: Wanted, fixed: list[Span], near: Neighbours, frames: int, place: dict[Segment, Span]) -> None:
    edge = want.span.stop
    for segment in near.onward(want.span.start):
        span = place.get(segment, segment.span)
        if span.start >= edge:
            break
        if not _goes_right(want, segment.span):
            continue
        there = span.shifted(edge - span.start)
        while held := next((other for other in fixed if other.overlaps(there)), None):
            there = there.shifted(held.stop - there.start)
        if there.stop > frames:
            raise UserError("There is no room to push what comes after; let overlaps be trimmed, or drag less far.")
        place[segment] = there
        edge = there.stop


def _push_left(want: Wanted, fixed: list[Span], near: Neighbours, place: dict[Segment, Span]) -> None:
    edge = want.span.start
    for segment in near.backward(want.span.stop):
        span = place.get(segment, segment.span)
        if span.stop <= edge:
            break
        if _goes_right(want, segment.span):
            continue
        start = edge - len(span)
        while held := next((other for other in fixed if other.start < start + len(span) and start < other.stop), None):
            start = held.start - len(span)
        if start < 0:
            raise UserError("There is no room to push what comes before; let overlaps be trimmed, or drag less far.")
        place[segment] = Span(start, start + len(span))
        edge = start


def _goes_right(want: Wanted, span: Span) -> bool:
    """Which way a neighbour is pushed: to the side it was on; where it was on none, to the nearer one."""
    before = want.before
    if before is not None and not before.overlaps(span):
        return span.start >= before.stop
    return span.start + span.stop >= want.span.start + want.span.stop


def _check(place: Mapping[Segment, Span], fixed: Sequence[Span], near: Neighbours) -> None:
    """Several wanted spans may push from two sides into one gap."""
    moved = sorted([*place.values(), *fixed])
    clash = any(one.stop > other.start for one, other in pairwise(moved))
    for span in place.values():
        for other in near.onward(span.start):
            if clash or other.span.start >= span.stop:
                break
            clash = other not in place
    if clash:
        raise UserError("There is no room to push the neighbours between them; let overlaps be trimmed.")


def strongest(segments: Sequence[Segment], labels: Mapping[int, Label]) -> list[Segment]:
    """Of segments that would be put on one track at once, those that can: where several of an exclusive group overlap,
    the one with the highest score, of equals the longest. In the order given."""
    order = sorted(segments, key=lambda s: (-(s.score or 0.0), -len(s.span), s.id))
    taken: dict[str, list[Span]] = {}
    kept: set[int] = set()
    for segment in order:
        label = labels.get(segment.label_id)
        group = label.group if label is not None else ""
        others = taken.setdefault(group, [])  # sorted, and none overlaps another
        at = bisect(others, segment.span)
        near = others[max(0, at - 1) : at + 1]
        if not group or not any(segment.span.overlaps(other) for other in near):
            others.insert(at, segment.span)
            kept.add(segment.id)
    return [segment for segment in segments if segment.id in kept]


def with_room(
    edit: Edit,
    cells: Mapping[tuple[int, int], SegmentTable],
    tracks: Mapping[int, Track],
    labels: Mapping[int, Label],
    frames: int,
    way: Overlap,
    author: str = "",
) -> Edit:
    """The Edit together with what it does to the neighbours of the segments it adds; its text says who is affected.
    `cells`: the video's tables by (track id, label id). Raises UserError where nothing can be pushed any further."""
    if way is Overlap.REFUSE:
        return edit  # the storage refuses it, and says why
    before = {row.id: row for row in edit.removed if isinstance(row, Segment)}
    labels = {**labels, **{row.id: row for row in edit.added if isinstance(row, Label)}}
    wanted: dict[tuple[int, str], list[Wanted]] = {}
    for row in edit.added:
        if not isinstance(row, Segment) or row == before.get(row.id):
            continue
        group, track = labels[row.label_id].group, tracks.get(row.track_id)
        if group and track is not None and track.kind is TrackKind.HUMAN:
            old = before.get(row.id)
            wanted.setdefault((track.id, group), []).append(Wanted(row.span, old.span if old else None))
    ours = frozenset(row.id for row in (*edit.removed, *edit.added))
    changes: dict[Segment, Parts] = {}
    for (track_id, group), spans in wanted.items():
        members = [label.id for label in labels.values() if label.group == group]
        tables = [cells[track_id, label] for label in members if (track_id, label) in cells]
        near = _others(tables, ours)
        changes |= trimmed(spans, near) if way is Overlap.TRIM else pushed(spans, near, frames)
    return _carried_out(edit, changes, labels, way, author) if changes else edit


def _others(tables: Sequence[SegmentTable], ours: frozenset[int]) -> Neighbours:
    """Without `ours`: few are passed over on the way, many are taken out beforehand."""
    if len(ours) < _FEW:
        return Neighbours(tables, ours)
    return Neighbours([SegmentTable.of(row for row in table.rows if row.id not in ours) for table in tables])


def _carried_out(
    edit: Edit, changes: Mapping[Segment, Parts], labels: Mapping[int, Label], way: Overlap, author: str
) -> Edit:
    come: list[Segment] = []
    for segment, parts in changes.items():
        state = segment.state if segment.state is State.HUMAN else State.CORRECTED
        for i, span in enumerate(parts):
            row = changed(segment, span=span, state=state, author=author, modified=now_ms())
            come.append(changed(row, id=new_id()) if i else row)
    gone = [labels[segment.label_id].name for segment, parts in changes.items() if not parts]
    kept = [labels[segment.label_id].name for segment, parts in changes.items() if parts]
    said = [edit.text]
    if kept:
        said.append(f"{'trims' if way is Overlap.TRIM else 'pushes'} {_named(kept)}")
    if gone:
        said.append(f"removes {_named(gone)}")
    return Edit(", ".join(said), (*edit.removed, *changes), (*edit.added, *come))


def _named(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} segments"

"""A packed track: all its labels in as few rows as fit, as `Lane` values for the view. What was packed is remembered:
an Edit moves nothing but what it changed, so that no segment jumps to another row and 100,000 are not packed again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.views.timeline import Lane
from core.rows import Label, Segment, Track
from core.timeline.packing import MOST_ROWS, packed_rows
from core.timeline.query import EMPTY, SegmentTable, overlapping

_NAMES = 4  # labels named at the left of a row
_FEW = 500  # changed segments; more are packed again
_CHUNK = 1024


@dataclass(frozen=True)
class Packed:
    """What one track was packed from, and into."""

    sources: tuple[SegmentTable, ...]
    tables: tuple[SegmentTable, ...]


Memory = dict[int, Packed]  # by track id


def packed_lanes(
    track: Track, content: Sequence[tuple[Label, SegmentTable]], drawn: Label, memory: Memory
) -> list[Lane]:
    """The rows of a track; `drawn` is the label that is drawn into them."""
    sources = tuple(table for _, table in content if len(table))
    known = memory[track.id] = _packed_anew(memory.get(track.id), sources)
    palette = {label.id: label for label, _ in content}
    return [
        Lane(track, drawn, table, title=_title(table, palette), palette=palette, row=row)
        for row, table in enumerate(known.tables or (EMPTY,))
    ]


def _packed_anew(known: Packed | None, sources: tuple[SegmentTable, ...]) -> Packed:
    if known is None:
        return Packed(sources, _packed(sources))
    gone: list[Segment] = []
    come: list[Segment] = []
    for old, new in _pairs(known.sources, sources):
        if old is not new:
            lost, found = _difference(old.rows, new.rows)
            gone += lost
            come += found
    if not gone and not come:
        return known
    if max(len(gone), len(come)) > _FEW:
        return Packed(sources, _packed(sources))
    return Packed(sources, edited_rows(known.tables, gone, come))


def _pairs(old: Sequence[SegmentTable], new: Sequence[SegmentTable]) -> Iterator[tuple[SegmentTable, SegmentTable]]:
    """The tables of each label before and after; every table holds segments of one label."""
    before, after = ({int(table.label[0]): table for table in tables} for tables in (old, new))
    for label in before.keys() | after.keys():
        yield before.get(label, EMPTY), after.get(label, EMPTY)


def _difference(old: list[Segment], new: list[Segment]) -> tuple[list[Segment], list[Segment]]:
    """What only one of them has; a row that stays is the same object in both."""
    first = _same(old, new)
    last = _same(old[first:][::-1], new[first:][::-1])
    lost, found = old[first : len(old) - last], new[first : len(new) - last]
    both = {id(row) for row in lost} & {id(row) for row in found}
    return [row for row in lost if id(row) not in both], [row for row in found if id(row) not in both]


def _same(one: list[Segment], other: list[Segment]) -> int:
    """How many rows both begin with; lists of the same objects are compared a thousand at a time."""
    at, most = 0, min(len(one), len(other))
    while at < most and one[at : at + _CHUNK] == other[at : at + _CHUNK]:
        at += _CHUNK
    at = min(at, most)
    while at < most and one[at] == other[at]:
        at += 1
    return at


def edited_rows(
    tables: Sequence[SegmentTable], gone: Sequence[Segment], come: Sequence[Segment]
) -> tuple[SegmentTable, ...]:
    """The rows after an Edit: a changed segment stays in its row where there is room for it, others go into the first
    row that has room."""
    rows = list(tables)
    places: dict[int, int] = {}
    for segment in gone:
        place = next(i for i, table in enumerate(rows) if table.has(segment))
        rows[place] = rows[place].edited([segment], [])
        places[segment.id] = place
    for segment in come:
        order = [places[segment.id]] if segment.id in places else []
        order += [i for i in range(len(rows)) if i not in order]
        fits = (i for i in order if not overlapping(rows[i], segment.span))
        number = next(fits, None)
        if number is None and len(rows) < MOST_ROWS:
            rows.append(EMPTY)
        number = len(rows) - 1 if number is None else number
        rows[number] = rows[number].edited([], [segment])
    return tuple(table for table in rows if len(table))


def _title(table: SegmentTable, palette: dict[int, Label]) -> str:
    ids = np.unique(table.label).tolist()
    names = [palette[i].name for i in ids[:_NAMES] if i in palette]
    return ", ".join(names) + ("…" if len(ids) > _NAMES else "")


def _packed(sources: Sequence[SegmentTable]) -> tuple[SegmentTable, ...]:
    if not sources:
        return ()
    rows = [row for table in sources for row in table.rows]
    start, stop, label, score, state = (
        np.concatenate([getattr(table, name) for table in sources])
        for name in ("start", "stop", "label", "score", "state")
    )
    order = np.lexsort((np.array([row.id for row in rows], np.int64), start))
    start, stop, label, score, state = (column[order] for column in (start, stop, label, score, state))
    place = packed_rows(start, stop)
    tables = []
    for number in range(int(place.max()) + 1):
        here = np.flatnonzero(place == number)
        if len(here):
            ordered = [rows[i] for i in order[here].tolist()]
            tables.append(SegmentTable(ordered, start[here], stop[here], label[here], score[here], state[here]))
    return tuple(tables)

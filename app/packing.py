"""A packed track: all its labels in as few rows as fit, as `Lane` values for the view. What was packed is remembered
as long as the tables are the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.views.timeline import Lane
from core.rows import Label, Track
from core.timeline.packing import packed_rows
from core.timeline.query import EMPTY, SegmentTable

_NAMES = 4  # labels named at the left of a row


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
    known = memory.get(track.id)
    if (
        known is None
        or len(known.sources) != len(sources)
        or any(one is not other for one, other in zip(known.sources, sources, strict=True))
    ):
        known = memory[track.id] = Packed(sources, _packed(sources))
    palette = {label.id: label for label, _ in content}
    return [
        Lane(track, drawn, table, title=_title(table, palette), palette=palette, row=row)
        for row, table in enumerate(known.tables or (EMPTY,))
    ]


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

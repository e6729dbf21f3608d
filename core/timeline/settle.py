"""Settling a disagreement: one of two tracks says from here to there what the other one says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.rows import Segment, State, Track, new_id
from core.time import Span
from core.timeline.batch import copied
from core.timeline.edit import Edit
from core.timeline.ops import touched


def settled(span: Span, source: Iterable[Segment], target: Iterable[Segment], track: Track, author: str = "") -> Edit:
    """`source`: what covers the span on the track that is right; `target`: what lies on or touches the span on the
    other, `track`, which is a person's. Rejected segments say nothing. A segment that reaches into the span from
    outside is lengthened or cut, so no pieces come about."""
    right = {row.label_id: row for row in source if row.state is not State.REJECTED and row.span.overlaps(span)}
    there = [row for row in target if row.state is not State.REJECTED]
    gone: list[Segment] = []
    come: list[Segment] = []
    for row in there:
        if row.label_id not in right and row.span.overlaps(span):
            gone.append(row)
            come += _without(row, span, author)
    for label_id, model in right.items():
        same = [row for row in there if row.label_id == label_id]
        if any(row.span.start <= span.start and span.stop <= row.span.stop for row in same):
            continue
        gone += (near := _touching(same, span))
        come.append(_grown(near, span, author) if near else copied(model, track, span, author))
    return Edit(f"Take over {len(come) or len(gone)} segments", tuple(gone), tuple(come))


def _touching(rows: Sequence[Segment], span: Span) -> list[Segment]:
    near = (row for row in rows if row.span.start <= span.stop and span.start <= row.span.stop)
    return sorted(near, key=lambda row: (row.span, row.id))


def _without(row: Segment, span: Span, author: str) -> list[Segment]:
    edges = ((row.span.start, span.start), (span.stop, row.span.stop))
    spans = [Span(start, stop) for start, stop in edges if start < stop]
    return [touched(row, author, span=one, id=row.id if i == 0 else new_id()) for i, one in enumerate(spans)]


def _grown(rows: Sequence[Segment], span: Span, author: str) -> Segment:
    for row in rows:
        span = span.union(row.span)
    return touched(rows[0], author, span=span)

"""What people ask of segments, as one Edit: on a run's track it lands on their own copies, and within exclusive groups
room is made as they want it. The same Edit is made while something is dragged, to show it, and at the end, to do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from core.rows import Segment
from core.time import Span
from core.timeline import ops
from core.timeline.edit import Edit
from core.timeline.exclusive import with_room

if TYPE_CHECKING:
    from app.document import Document

Wish = tuple[Segment, Mapping[str, Any]]  # a segment, and its new `span`, `label_id`, `comment` …


def changes(document: Document, wishes: Sequence[Wish], text: str) -> tuple[Edit, set[int]]:
    """The Edit, empty when nothing would change, and what is selected after it. Raises UserError for no room."""
    human, made = document.human_track()
    selection = set(document.selection if any(s.id in document.selection for s, _ in wishes) else ())
    gone: dict[int, Segment] = {}
    come: list[Segment] = []
    for asked, values in wishes:
        row = document.working_copy(asked)
        if row.id in gone:
            continue
        span = document.fitted(values.get("span", row.span), values.get("label_id", row.label_id))
        new = values if span == row.span else {**values, "span": span}
        step = ops.change_segment(
            row, text, track=document.tracks[row.track_id], human=human, author=document.author, **new
        )
        if not step:
            continue
        gone[row.id] = row
        added = [new for new in step.added if isinstance(new, Segment)]
        come += added
        selection.discard(asked.id)  # on a run's track the person now works on the copy
        selection.update(new.id for new in added if new.id == row.id or new.track_id == human.id)
        if len(added) > 1:
            selection.discard(row.id)
    if not come:
        return Edit(text), selection
    edit = Edit(text, tuple(gone.values()), tuple(come))
    lands = any(new.track_id == human.id for new in come)  # else another person's track was asked for
    return roomy(document, made.then(edit, text) if lands else edit), selection


def moves(document: Document, spans: Sequence[tuple[Segment, Span]], text: str) -> tuple[Edit, set[int]]:
    return changes(document, [(segment, {"span": span}) for segment, span in spans], text)


def on_track(document: Document, track_id: int) -> list[Segment]:
    """Everything on a track, label by label."""
    return [row for cell, table in document.cells.items() if cell[0] == track_id for row in table.rows]


def roomy(document: Document, edit: Edit) -> Edit:
    """The Edit with room made in exclusive groups. Raises UserError where nothing can be pushed further."""
    frames = document.video.frames if document.video else 0
    return with_room(edit, document.cells, document.tracks, document.labels, frames, document.overlap, document.author)

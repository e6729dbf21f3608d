"""What is edited on the timeline by several segments at once, or beyond the segment in the hand: the room that is made
in exclusive groups is shown by making the very Edit that letting go would push."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app import reshaping
from app.actions.segments import overlap_text
from app.told_words import told
from app.views.timeline_desk import Shaping
from app.workspace import Workspace
from core.errors import UserError
from core.rows import Segment
from core.time import Span
from core.timeline import ops
from core.timeline.edit import Edit
from core.timeline.exclusive import Parts

if TYPE_CHECKING:
    from app.main_window import MainWindow

_MANY = 200  # segments dragged at once; room is then made only when they are let go


class EditPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        window.timeline.shaping_changed.connect(self._on_shaping)
        window.timeline.segments_changed.connect(self._on_segments)
        self.edges: tuple[int, ...] = (1,)  # what the nudging keys move: 0 start, 1 stop
        window.timeline.set_active_edges(self.edges)
        self._nudged = False
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        self.ws.document.selection_changed.connect(self._on_selection)
        self.show_overlap()

    def show_overlap(self) -> None:
        """The menu says what overlaps do."""
        self.window.commands["overlap"].setText(overlap_text(self.ws.document.overlap.value))

    # -- nudging -----------------------------------------------------------------------------------------------------

    def cycle_edge(self) -> None:
        order = ((1,), (0,), (0, 1))
        self.edges = order[(order.index(self.edges) + 1) % len(order)]
        self.window.timeline.set_active_edges(self.edges)
        chosen = self.ws.document.selected
        if chosen and not self.ws.playhead.playing:
            self._show_edge(chosen[0].span)

    def use_edge(self, edge: int) -> None:
        """0 start, 1 stop."""
        self.edges = (edge,)
        self.window.timeline.set_active_edges(self.edges)

    def nudge(self, frames: int) -> None:
        """Moves the active edges of the selected segments, as one Edit, and shows the frame at the edge."""
        document = self.ws.document
        chosen = document.selected
        if not chosen or document.video is None:
            return
        spans = nudged(chosen, frames, self.edges, document.video.frames)
        words = {(0,): "start", (1,): "end", (0, 1): "segment"}[self.edges]
        self._nudged = True
        document.carry_out(lambda: reshaping.moves(document, spans, f"Nudge {words}"))
        if document.selected and not self.ws.playhead.playing:
            self._show_edge(document.selected[0].span)

    def _show_edge(self, span: Span) -> None:
        self._nudged = True
        self.ws.playback.preview(span.stop - 1 if self.edges == (1,) else span.start)

    def _on_selection(self) -> None:
        """The picture goes back to the playhead once the person goes on to something else."""
        if self._nudged:
            self._nudged = False
            self.ws.playback.refresh()

    # -- dragging ----------------------------------------------------------------------------------------------------

    def _on_shaping(self, shaping: Shaping) -> None:
        """Shows who makes room; the Edit is made as if the button were released now."""
        if len(shaping) > _MANY:
            return
        try:
            edit = self._edit(shaping)
        except UserError as error:
            self.window.timeline.set_room((), told(str(error)))
            return
        mine = {segment.id for _, segment, _ in shaping if segment is not None}
        self.window.timeline.set_room(displaced(edit, mine))

    def _edit(self, shaping: Shaping) -> Edit:
        document = self.ws.document
        lane, segment, span = shaping[0]
        if segment is None:
            human, _ = document.human_track()
            return reshaping.roomy(document, ops.add_segment(human, lane.label, span))
        moved = [(row, to) for _, row, to in shaping if row is not None]
        return reshaping.moves(document, moved, "")[0]

    def _on_segments(self, spans: list[tuple[Segment, Span]], how: str) -> None:
        """Several segments at once: rolled edges, or a moved selection."""
        document = self.ws.document
        text = "Move edge" if how == "roll" else f"Move {len(spans)} segments"
        document.carry_out(lambda: reshaping.moves(document, spans, text))
        self.ws.playback.refresh()


def nudged(segments: list[Segment], by: int, edges: tuple[int, ...], frames: int) -> list[tuple[Segment, Span]]:
    """The spans after a nudge: no segment becomes empty or leaves the video of so many frames; whole segments keep
    their distances."""
    if edges == (0, 1):
        by = max(by, -min(s.span.start for s in segments))
        by = min(by, frames - max(s.span.stop for s in segments))
        return [(s, s.span.shifted(by)) for s in segments]
    if edges == (0,):
        return [(s, ops.trimmed(s, start=s.span.start + by)) for s in segments]
    return [(s, ops.trimmed(s, stop=min(frames, s.span.stop + by))) for s in segments]


def displaced(edit: Edit, mine: set[int]) -> list[tuple[Segment, Parts]]:
    """The segments other than `mine` that an Edit trims, pushes or removes, with what stays of each."""
    gone = {row.id: row for row in edit.removed if isinstance(row, Segment) and row.id not in mine}
    parts: dict[int, list[Span]] = {key: [] for key in gone}
    for row in edit.added:
        if isinstance(row, Segment) and row.id in gone:
            parts[row.id].append(row.span)
        elif isinstance(row, Segment):
            half = next((old for old in gone.values() if _half(row, old)), None)
            if half is not None:
                parts[half.id].append(row.span)
    return [(row, tuple(parts[key])) for key, row in gone.items() if parts[key] != [row.span]]


def _half(row: Segment, old: Segment) -> bool:
    """Whether a new row is what stays of an old one beyond the middle that was covered."""
    inside = old.span.start < row.span.start and row.span.stop == old.span.stop
    return inside and (row.track_id, row.label_id) == (old.track_id, old.label_id)

"""Gestures that take several segments along: rolling the edges that meet at a boundary, and moving a selection; and
the heading of a track, which folds, chooses and reorders."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from app.views.timeline_gestures import Gesture, Mods, Move, Trim
from app.views.timeline_scale import Row
from app.views.timeline_scene import Preview, Scene
from core.rows import Segment
from core.time import Span

_ARROW = 26  # pixels of a heading that always fold
_SHOWN = 300  # previews; the rest moves unseen
Place = tuple[int, Segment]  # a lane's number, and a segment on it


def meeting(scene: Scene, segment: Segment, boundary: int) -> list[tuple[Place, int]]:
    """The other segments of the same track, whatever their label, with an edge at a boundary: ((lane, segment), 0 where
    they start there or 1 where they stop)."""
    found: list[tuple[Place, int]] = []
    for number, lane in enumerate(scene.lanes):
        if lane.track.id != segment.track_id or lane.point:
            continue
        for row in lane.table.rows[lane.table.visible(boundary - 1, boundary + 1)]:
            if row.id != segment.id and boundary in (row.span.start, row.span.stop):
                found.append(((number, row), int(row.span.stop == boundary)))
    return found


class Roll(Trim):
    """With Shift: every edge of the track that meets the dragged one moves with it; no segment becomes empty."""

    def press(self, mods: Mods) -> None:
        segment = self.hit.segment
        assert segment is not None
        self.boundary = segment.span.stop if self.hit.edge else segment.span.start
        self.others = meeting(self.scene, segment, self.boundary)
        self.ids = frozenset({segment.id, *(row.id for (_, row), _ in self.others)})

    def drag(self, at: QPointF, mods: Mods) -> None:
        segment, edge = self.hit.segment, self.hit.edge
        assert segment is not None
        assert edge is not None
        moved = self.boundary + self.scene.scale.frame(at.x()) - self.origin_frame
        there = self.snapped(moved, mods, self.ids)
        edges = [(segment, edge), *((row, side) for (_, row), side in self.others)]
        there = max([there, *(row.span.start + 1 for row, side in edges if side)])
        there = min([there, *(row.span.stop - 1 for row, side in edges if not side)])
        self.keep_guide(there)
        self.scene.along = [Preview(lane, row, _edged(row.span, side, there)) for (lane, row), side in self.others]
        self.show(_edged(segment.span, edge, there), there - 1 if edge else there)

    def drop(self, at: QPointF, mods: Mods, preview: Preview | None) -> None:
        segment = self.hit.segment
        if preview and segment and preview.span != segment.span:
            there = preview.span.stop if self.hit.edge else preview.span.start
            rest = [(row, _edged(row.span, side, there)) for (_, row), side in self.others]
            self.host.reshaped_together([(segment, preview.span), *rest], "roll")


def _edged(span: Span, side: int, there: int) -> Span:
    return Span(span.start, there) if side else Span(there, span.stop)


class MoveAll(Move):
    """A selected segment takes the whole selection along; the one in the hand snaps."""

    def press(self, mods: Mods) -> None:
        chosen = self.scene.selected.values()
        self.places = [(n, row) for n, row in chosen if self.scene.lanes[n].editable]
        self.ids = frozenset(row.id for _, row in self.places)
        self.first = min(row.span.start for _, row in self.places)
        self.last = max(row.span.stop for _, row in self.places)

    def limits(self, span: Span) -> tuple[int, int]:
        return -self.first, self.scene.frames - self.last

    def show(self, span: Span, frame: int) -> None:
        segment, scale = self.hit.segment, self.scene.scale
        assert segment is not None
        shift = span.start - segment.span.start
        moved = ((n, row, row.span.shifted(shift)) for n, row in self.places if row.id != segment.id)
        seen = [Preview(n, row, to) for n, row, to in moved if to.stop > scale.first and to.start < scale.last]
        self.scene.along = seen[:_SHOWN]
        super().show(span, frame)

    def drop(self, at: QPointF, mods: Mods, preview: Preview | None) -> None:
        segment = self.hit.segment
        if preview and segment and preview.span != segment.span:
            shift = preview.span.start - segment.span.start
            self.host.reshaped_together([(row, row.span.shifted(shift)) for _, row in self.places], "move")


class Heading(Gesture):
    """A track's heading: a click folds it, or first makes a person's track the one that is labelled on; dragged up or
    down, the track moves there."""

    def press(self, mods: Mods) -> None:
        self.target: int | None = None

    def click(self, mods: Mods) -> None:
        assert self.hit.track_id is not None
        self.host.heading_clicked(self.hit.track_id, self.origin.x() <= _ARROW)

    def drag(self, at: QPointF, mods: Mods) -> None:
        """The line shows between which tracks it would land: among those of its kind."""
        heads = self._heads()
        content = at.y() - self.scene.row_top(heads[0][0]) + heads[0][0].y
        ends = [row.y for row, _ in heads] + [self._bottom(heads)]
        self.target = min(range(len(ends)), key=lambda i: abs(ends[i] - content))
        self.scene.drop_line = ends[self.target]

    def drop(self, at: QPointF, mods: Mods, preview: Preview | None) -> None:
        heads = self._heads()
        order = [track for _, track in heads]
        place = order.index(self.hit.track_id or 0)
        if self.target is not None and self.target not in (place, place + 1):
            order.insert(self.target, self.hit.track_id or 0)
            del order[place + (self.target <= place)]
            self.host.tracks_ordered(order)

    def _heads(self) -> list[tuple[Row, int]]:
        kinds = {lane.track.id: lane.track.kind for lane in self.scene.lanes}
        kind = kinds[self.hit.track_id or 0]
        rows = self.scene.rows.rows
        return [(row, row.track_id) for row in rows if row.lane is None and kinds[row.track_id] is kind]

    def _bottom(self, heads: list[tuple[Row, int]]) -> int:
        """Where the last of these tracks ends."""
        return max(row.bottom for row in self.scene.rows.rows if row.track_id == heads[-1][1])

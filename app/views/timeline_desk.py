"""What editing needs of the timeline beyond showing it: several segments changed at once, room shown while dragging,
points to snap to, active edges, spans that grow under held keys, and the headings of tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QPointF, Signal

from app.views.timeline_area import TimelineArea
from app.views.timeline_hit import probe
from app.views.timeline_scene import Lane, Preview, Room
from core.rows import Segment
from core.time import Span

Shaping = list[tuple[Lane, Segment | None, Span]]


class TimelineDesk(TimelineArea):
    """Signals: shaping_changed(list of (Lane, Segment or None, Span)) while something is drawn, trimmed or moved, and
    the listener may answer by `set_room`; segments_changed(list of (Segment, Span), "move" or "roll") once the button
    is released; track_chosen(id); tracks_ordered(ids from top to bottom); track_menu_requested(id, QPoint of the
    screen); folded_changed() by the user."""

    shaping_changed = Signal(object)
    segments_changed = Signal(object, str)
    track_chosen = Signal(object)
    tracks_reordered = Signal(object)
    track_menu_requested = Signal(object, object)
    folded_changed = Signal()

    # -- what is shown

    def set_snap_points(self, points: Mapping[str, Sequence[int] | np.ndarray]) -> None:
        """Sorted frames that edges snap to, by what they are called in the guide, such as “shot cut”. Only the kinds
        given are exchanged; none are left of a kind without frames, or after another video came."""
        for kind, frames in points.items():
            self.scene.snap_points[kind] = np.asarray(frames, np.int64)

    def set_room(self, room: Sequence[tuple[Segment, tuple[Span, ...]]], refusal: str = "") -> None:
        """What others give way with to what is being dragged, and why it cannot be dropped."""
        numbers, scene = self.scene.numbers(), self.scene
        lanes = (scene.place(row, numbers) for row, _ in room)
        scene.room = [
            Room(lane, row, spans) for lane, (row, spans) in zip(lanes, room, strict=True) if lane is not None
        ]
        scene.refusal = refusal
        self.redraw()

    def set_active_edges(self, edges: tuple[int, ...]) -> None:
        """Which edges of the selected segments the nudging keys move: 0 start, 1 stop."""
        self.scene.active_edges = edges
        self.redraw()

    def set_active_track(self, track_id: int | None) -> None:
        self.scene.active_track = track_id
        self.redraw()

    def set_growing(self, spans: Sequence[tuple[int, int, Span]]) -> None:
        """Spans that are being labelled while keys are held: (track id, label id, span) each."""
        found: list[Preview] = []
        for track_id, label_id, span in spans:
            number = self._row_for(track_id, label_id)
            if number is not None:
                label = self.scene.lanes[number].palette
                segment = None if label is None else Segment(0, track_id, label_id, span)
                found.append(Preview(number, segment, span))
        if found or self.scene.growing:
            self.scene.growing = found
            self.redraw()

    def _row_for(self, track_id: int, label_id: int) -> int | None:
        """The row of a label; of a packed track, its first."""
        rows = self.scene.lanes
        fits = (
            i for i, row in enumerate(rows) if row.track.id == track_id and (row.palette or row.label.id == label_id)
        )
        return next(fits, None)

    def set_folded(self, track_ids: frozenset[int]) -> None:
        """Which tracks show nothing but their heading."""
        if track_ids != self.scene.folded:
            self.scene.folded = track_ids
            self.scene.lay_out()
            self._sync_bars()
            self.redraw()

    # -- what gestures ask for

    def shaping(self) -> None:
        scene = self.scene
        moving = [scene.preview, *scene.along]
        self.shaping_changed.emit([(scene.lanes[one.lane], one.segment, one.span) for one in moving if one is not None])

    def reshaped_together(self, spans: list[tuple[Segment, Span]], how: str) -> None:
        self.segments_changed.emit(spans, how)

    def heading_clicked(self, track_id: int, on_arrow: bool) -> None:
        """A person's track becomes the one that is labelled on; otherwise it folds or opens."""
        if not on_arrow and self._can_be_chosen(track_id):
            self.track_chosen.emit(track_id)
            return
        self.set_folded(self.scene.folded ^ {track_id})
        self.folded_changed.emit()

    def _can_be_chosen(self, track_id: int) -> bool:
        scene = self.scene
        other = scene.active_track is not None and track_id != scene.active_track
        return other and any(lane.track.id == track_id and lane.track.run_id is None for lane in scene.lanes)

    def tracks_ordered(self, track_ids: list[int]) -> None:
        self.tracks_reordered.emit(track_ids)

    def heading_at(self, at: QPointF) -> int | None:
        """The track whose heading, or label at the left, is under the pointer."""
        hit = probe(self.scene, at)
        if hit.zone == "header" and hit.lane is not None:
            return self.scene.lanes[hit.lane].track.id
        return hit.track_id

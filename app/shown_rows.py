"""The rows of the open video in memory: one SegmentTable per track and label, and just what an Edit touches is changed.
No Qt: the Document tells about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from core.rows import Marker, Reviewed, Segment, Track, TrackKind, changed
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit
from core.timeline.query import EMPTY, SegmentTable
from core.timeline.tracks import anothers

Cell = tuple[int, int]  # (track id, label id): one row of the timeline


class ShownRows:
    """Read them; only `follow` and `take` change them. `markers` are those of the video they are made for."""

    def __init__(self, video_id: int | None = None, markers: Iterable[Marker] = ()) -> None:
        self._video_id = video_id
        self.markers: dict[int, Marker] = {row.id: row for row in markers}
        self.tracks: dict[int, Track] = {}
        self.reviewed: dict[int, Reviewed] = {}
        self.cells: dict[Cell, SegmentTable] = {}
        self.segments: dict[int, Segment] = {}
        self._foreign: dict[Cell, tuple[SegmentTable, str]] = {}  # tables seen to be all by others than that author

    def follow(self, project: Project, tracks: Mapping[int, Track]) -> set[Cell]:
        """Takes up the tracks that came and drops those that went; what stays is not read again. Returns the cells of
        both."""
        gone, come = self.tracks.keys() - tracks.keys(), tracks.keys() - self.tracks.keys()
        touched = {cell for cell in self.cells if cell[0] in gone}
        for cell in touched:
            for row in self.cells.pop(cell).rows:
                del self.segments[row.id]
        self.reviewed = {row.id: row for row in self.reviewed.values() if row.track_id not in gone}
        self.tracks = dict(tracks)
        return touched.union(*(self._load(project, track_id) for track_id in come))

    def _load(self, project: Project, track_id: int) -> set[Cell]:
        grouped: dict[Cell, list[Segment]] = defaultdict(list)
        for segment in project.segments(track_id=track_id):
            grouped[track_id, segment.label_id].append(segment)
            self.segments[segment.id] = segment
        self.cells.update((cell, SegmentTable.of(segments)) for cell, segments in grouped.items())
        self.reviewed.update((row.id, row) for row in project.reviewed(track_id))
        return set(grouped)

    def alike(self, segment: Segment) -> list[Segment]:
        """People's segments of the same label that overlap it by half or more (intersection over union), the most alike
        first."""
        human = [track.id for track in self.tracks.values() if track.kind is TrackKind.HUMAN]
        cells = (self.cells.get((track_id, segment.label_id)) for track_id in human)
        near = segment.span.start, segment.span.stop
        rows = [row for table in cells if table for row in table.rows[table.visible(*near)]]
        found = [row for row in rows if row.span.iou(segment.span) >= 0.5]
        return sorted(found, key=lambda row: -row.span.iou(segment.span))

    def take(self, edit: Edit) -> set[Cell]:
        """Shows an Edit and returns the cells it touches. Each row's last word counts, so rows of tracks that were read
        after the Edit may be gone over again."""
        gone: dict[Cell, list[Segment]] = defaultdict(list)
        come: dict[Cell, list[Segment]] = defaultdict(list)
        for row in (*edit.removed, *edit.added):
            held = self.segments.pop(row.id, None) if isinstance(row, Segment) else None
            if held is not None:
                gone[held.track_id, held.label_id].append(held)
            elif isinstance(row, Reviewed):
                self.reviewed.pop(row.id, None)
            elif isinstance(row, Marker):
                self.markers.pop(row.id, None)
        for row in edit.added:
            if isinstance(row, Reviewed) and row.track_id in self.tracks:
                self.reviewed[row.id] = row
            elif isinstance(row, Marker) and row.video_id == self._video_id:
                self.markers[row.id] = row
            elif isinstance(row, Segment) and row.track_id in self.tracks:
                come[row.track_id, row.label_id].append(row)
                self.segments[row.id] = row
        touched = gone.keys() | come.keys()
        for cell in touched:
            self.cells[cell] = self.cells.get(cell, EMPTY).edited(gone[cell], come[cell])
            if not len(self.cells[cell]):
                del self.cells[cell]
        return set(touched)

    def anothers(self, track: Track, author: str) -> bool:
        """`core.timeline.tracks.anothers`, at once where nothing changed."""
        seen = False
        for cell, table in self.cells.items():
            if cell[0] != track.id:
                continue
            known = self._foreign.get(cell)
            if known is None or known[0] is not table or known[1] != author:
                if not anothers(table.rows, author):
                    return False
                self._foreign[cell] = table, author
            seen = True
        marks = [row for row in self.reviewed.values() if row.track_id == track.id]
        return anothers(marks, author) if marks else seen

    def renumbered(self, to: np.ndarray, frames: int) -> Edit:
        """The Edit that keeps all rows on their pictures: boundary i is now at `to[i]`, int64 [boundaries], of a video
        of so many frames."""
        gone: list[Segment | Reviewed | Marker] = []
        come: list[Segment | Reviewed | Marker] = []
        rows: list[Segment | Reviewed] = [*self.segments.values(), *self.reviewed.values()]
        for row in rows:
            start, stop = (int(to[min(boundary, len(to) - 1)]) for boundary in (row.span.start, row.span.stop))
            span = Span(max(0, min(start, frames - 1)), max(min(start, frames - 1) + 1, stop))
            if span != row.span:
                gone.append(row)
                come.append(changed(row, span=span))
        for marker in self.markers.values():
            frame = min(int(to[min(marker.frame, len(to) - 1)]), frames - 1)
            if frame != marker.frame:
                gone.append(marker)
                come.append(changed(marker, frame=frame))
        return Edit("Follow the checked frames", tuple(gone), tuple(come))

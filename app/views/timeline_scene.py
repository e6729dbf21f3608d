"""What the timeline shows now: one plain object that the view changes, the painters read and the pointer probes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF

from app.views.timeline_lod import CurveLevels
from app.views.timeline_notes import Notes
from app.views.timeline_scale import Row, Rows, Scale, lay_out
from core.rows import Label, LabelKind, Segment, Track
from core.time import Clock, Span
from core.timeline.provenance import Wanted
from core.timeline.query import SegmentTable

if TYPE_CHECKING:
    from app.views.timeline_ghosts import Ghost

_NEAR = 32  # rows
HEADER_WIDTH = 190
RULER_HEIGHT = 34


@dataclass(frozen=True, eq=False)
class Lane:
    """One row: a label on a track. `table` holds only this row's segments. `curve` is (frames, values 0…1), drawn under
    the segments with a dashed line at `threshold`. Not `editable`: nothing can be drawn, trimmed or moved here."""

    track: Track
    label: Label
    table: SegmentTable
    title: str = ""
    curve: tuple[np.ndarray, np.ndarray] | None = None
    threshold: float | None = None
    editable: bool = True
    palette: Mapping[int, Label] | None = None  # of a packed row, which holds segments of many labels, by id
    row: int = 0  # of a packed track, from its top
    faint: np.ndarray | None = None  # bool [n]: rows of the table that a filter leaves out
    wanted: Wanted | None = None  # that filter

    @property
    def point(self) -> bool:
        return self.palette is None and self.label.kind is LabelKind.POINT

    def label_of(self, segment: Segment) -> Label:
        """Of a packed row, `label` is what is drawn into it."""
        return self.label if self.palette is None else self.palette.get(segment.label_id, self.label)

    @property
    def name(self) -> str:
        return self.title or self.label.name


@dataclass(frozen=True, slots=True)
class Preview:
    """A span being drawn (segment is None), trimmed or moved on a lane, before anybody was told."""

    lane: int
    segment: Segment | None
    span: Span


@dataclass(frozen=True, slots=True)
class Room:
    """What stays of a segment that has to make room for what is being dragged: none, one or two spans."""

    lane: int
    segment: Segment
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer. zone: ruler, playhead, header, section, divider, rows. `edge` is 0 for a segment's
    start, 1 for its stop."""

    zone: str
    lane: int | None = None
    segment: Segment | None = None
    edge: int | None = None
    track_id: int | None = None  # of a section


@dataclass
class Scene:
    clock: Clock | None = None
    lanes: list[Lane] = field(default_factory=list)
    levels: list[CurveLevels | None] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)
    folded: frozenset[int] = frozenset()
    scale: Scale = field(default_factory=lambda: Scale(0.0, 1.0, HEADER_WIDTH, 1.0, 1))
    scroll: int = 0  # pixels that the rows are scrolled down
    height: int = 0  # of the viewport
    playhead: int = 0
    entry: int | None = None  # the in point
    exit: int | None = None
    selection: set[int] = field(default_factory=set)
    selected: dict[int, tuple[int, Segment]] = field(default_factory=dict)  # those of them that stand on a lane
    preview: Preview | None = None
    along: list[Preview] = field(default_factory=list)  # what moves with the preview
    growing: list[Preview] = field(default_factory=list)  # spans that held keys are labelling
    room: list[Room] = field(default_factory=list)
    refusal: str = ""  # why what is being dragged cannot be dropped here
    guide: int | None = None
    guide_name: str = ""
    snap_points: dict[str, np.ndarray] = field(default_factory=dict)  # sorted frames by what they are called
    active_edges: tuple[int, ...] = ()  # of the selected segments, what the nudging keys move: 0 start, 1 stop
    active_track: int | None = None  # where new segments land
    drop_line: int | None = None  # content pixels where a dragged heading would land
    band: QRectF | None = None
    hover: Hit | None = None
    notes: Notes = field(default_factory=Notes)
    ghosts: Sequence[Ghost] = ()  # what a newer version of a network changed

    @property
    def frames(self) -> int:
        return self.clock.frames if self.clock else 0

    def set_lanes(self, lanes: Sequence[Lane]) -> None:
        kept = {id(level.source[1]): level for level in self.levels if level}
        self.lanes = list(lanes)
        self.levels = [_levels(lane, kept) for lane in self.lanes]
        self.lay_out()
        self.find_selected()

    def set_lane(self, number: int, lane: Lane) -> bool:
        """Exchanges one lane; True when rows moved."""
        old = self.lanes[number]
        self.lanes[number] = lane
        level = self.levels[number]
        self.levels[number] = _levels(lane, {id(level.source[1]): level} if level else {})
        if lane.table is not old.table:
            self._refind(number)
        if (lane.curve is None) == (old.curve is None) and lane.track.id == old.track.id:
            return False
        self.lay_out()
        return True

    def lay_out(self) -> None:
        self.rows = lay_out([(lane.track.id, lane.curve is not None) for lane in self.lanes], self.folded)

    def find_selected(self, known: Sequence[Segment] = ()) -> None:
        """Looks up every selected id; only after the selection or all lanes changed. `known`: selected segments as they
        stand now, which need no search through all rows."""
        numbers = self.numbers()
        places = ((row, self.place(row, numbers)) for row in known)
        self.selected = {row.id: (number, row) for row, number in places if number is not None}
        wanted = self.selection - self.selected.keys()
        if not wanted:
            return
        for number, lane in enumerate(self.lanes):
            self.selected.update({row.id: (number, row) for row in lane.table.rows if row.id in wanted})

    def numbers(self) -> dict[tuple[int, int], int]:
        """The lane of each (track id, label id) that has a row of its own."""
        rows = enumerate(self.lanes)
        return {(lane.track.id, lane.label.id): number for number, lane in rows if lane.palette is None}

    def place(self, segment: Segment, numbers: Mapping[tuple[int, int], int]) -> int | None:
        """The lane a segment stands on, from what `numbers` gave; None where it is not shown."""
        found = numbers.get((segment.track_id, segment.label_id))
        return self._packed_lane(segment) if found is None else found

    def _packed_lane(self, segment: Segment) -> int | None:
        for number, lane in enumerate(self.lanes):
            if lane.palette is not None and lane.track.id == segment.track_id and lane.table.has(segment):
                return number
        return None

    def hidden(self, number: int) -> list[Segment]:
        """The segments of a lane that are not painted where they stand, but as they are being changed."""
        moving = [one for one in (self.preview, *self.along) if one is not None and one.lane == number]
        room = [one.segment for one in self.room if one.lane == number]
        return [*(one.segment for one in moving if one.segment is not None), *room]

    def _refind(self, number: int) -> None:
        """The same for one lane: most rows stand where they stood or close by, and only the others are searched for."""
        table = self.lanes[number].table
        lost = self.selection - self.selected.keys()
        for key, (lane, segment) in list(self.selected.items()):
            if lane == number:
                del self.selected[key]
                place = int(np.searchsorted(table.start, segment.span.start))
                near = table.rows[max(0, place - _NEAR) : place + _NEAR]
                found = next((row for row in near if row.id == key), None)
                if found is None:
                    lost.add(key)
                else:
                    self.selected[key] = (number, found)
        if lost:
            self.selected.update({row.id: (number, row) for row in table.rows if row.id in lost})

    def row_top(self, row: Row) -> int:
        """Pixels from the viewport's top."""
        return RULER_HEIGHT + row.y - self.scroll

    def visible_rows(self, top: float, bottom: float) -> tuple[Row, ...]:
        """The rows that touch the viewport's pixels top…bottom."""
        return self.rows.between(
            max(0.0, top - RULER_HEIGHT) + self.scroll, max(0.0, bottom - RULER_HEIGHT) + self.scroll
        )

    def row_at(self, y: float) -> Row | None:
        return self.rows.at(y - RULER_HEIGHT + self.scroll) if y >= RULER_HEIGHT else None


def _levels(lane: Lane, kept: dict[int, CurveLevels]) -> CurveLevels | None:
    if lane.curve is None or not len(lane.curve[0]):
        return None
    found = kept.get(id(lane.curve[1]))
    return found if found and found.source[1] is lane.curve[1] else CurveLevels(*lane.curve)

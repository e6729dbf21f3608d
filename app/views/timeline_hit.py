"""What lies under the pointer. Reads a Scene; no events, no painting."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from app.views.timeline_scale import Row
from app.views.timeline_scene import RULER_HEIGHT, Hit, Lane, Scene
from app.views.timeline_segments import DIAMOND
from core.rows import Segment

_REACH = 5.0  # pixels beside an edge that still take it
_TRIMMABLE = 8.0  # narrower segments can be moved and selected; zoom in to trim them
_DIVIDER = 4.0
_HANDLE_REACH = 8.0


def probe(scene: Scene, at: QPointF) -> Hit:
    x, y = at.x(), at.y()
    if abs(x - scene.scale.left) <= _DIVIDER:
        return Hit("divider")
    row = scene.row_at(y)
    number = row.lane if row else None
    if row is not None and number is None:
        return Hit("section", track_id=row.track_id)
    if x < scene.scale.left:
        return Hit("header", number)
    if y < RULER_HEIGHT:
        near = scene.clock is not None and abs(x - scene.scale.x(scene.playhead)) <= _HANDLE_REACH
        return Hit("playhead" if near else "ruler")
    if number is None:
        return Hit("rows")
    return _segment_at(scene, number, x)


def _segment_at(scene: Scene, number: int, x: float) -> Hit:
    lane = scene.lanes[number]
    reach = DIAMOND + 1 if lane.point else _REACH
    frame, margin = scene.scale.frame(x), reach * scene.scale.per_pixel + 1
    near = lane.table.visible(int(frame - margin), int(frame + margin) + 1)
    if near.start >= near.stop:
        return Hit("rows", number)
    start, stop = scene.scale.xs(lane.table.start[near]), scene.scale.xs(lane.table.stop[near])
    if lane.point:
        away = np.abs(start - x)
        best = int(np.argmin(away))
        return Hit("rows", number, lane.table.rows[near.start + best] if away[best] <= reach else None)
    if lane.editable and (edge := _edge_at(scene, lane, near, start, stop, x)):
        return Hit("rows", number, edge[0], edge[1])
    inside = np.flatnonzero((start - 1 <= x) & (x <= np.maximum(stop, start + 2) + 1))
    if not len(inside):
        return Hit("rows", number)
    shortest = inside[int(np.argmin((stop - start)[inside]))]  # of nested segments the innermost
    return Hit("rows", number, lane.table.rows[near.start + int(shortest)])


def _edge_at(
    scene: Scene, lane: Lane, near: slice, start: np.ndarray, stop: np.ndarray, x: float
) -> tuple[Segment, int] | None:
    """The edge nearest to x. Of two that touch, the pointer's side decides; a selected segment's edge goes first."""
    inner = np.minimum(_REACH + 1, (stop - start) / 4)
    best, found = _REACH + 2, None
    for side, into in ((0, x - start), (1, stop - x)):
        away = np.where(into >= 0, into, -into + 0.5)
        usable = (stop - start >= _TRIMMABLE) & (into <= inner) & (-into <= _REACH)
        for i in np.flatnonzero(usable):
            segment = lane.table.rows[near.start + int(i)]
            cost = float(away[i]) - (3.0 if segment.id in scene.selection else 0.0)
            if cost < best:
                best, found = cost, (segment, side)
    return found


def inside(scene: Scene, band: QRectF) -> set[int]:
    """The ids of segments that a rubber band touches."""
    first, last = scene.scale.frame(band.left()), scene.scale.frame(band.right())
    rows: tuple[Row, ...] = scene.visible_rows(max(RULER_HEIGHT, band.top()), band.bottom())
    found: set[int] = set()
    for row in rows:
        if row.lane is not None:
            table = scene.lanes[row.lane].table
            near = table.visible(int(first), int(np.ceil(last)))
            found.update(segment.id for segment in table.rows[near] if segment.span.stop > first)
    return found


def between(scene: Scene, number: int, one: Segment, other: Segment) -> set[int]:
    """The ids of a lane's segments from one to another, both included, for Shift-click."""
    table = scene.lanes[number].table
    ends = sorted((table.position(one), table.position(other)))
    return {segment.id for segment in table.rows[ends[0] : ends[1] + 1]}

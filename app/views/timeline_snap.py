"""What a dragged edge snaps to, and what that is called. Reads a Scene; no events, no painting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from app.views.timeline_scene import RULER_HEIGHT, Lane, Scene
from app.words import translate
from core.rows import TrackKind

_REACH = 8.0  # pixels
SNAPS = ("marker", "shot cut", "surprise peak")  # the points that others bring; `Scene.snap_points`
_NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Snapped:
    """A boundary, and what stands there in words."""

    frame: int
    name: str


def snap(scene: Scene, frame: float, but: frozenset[int] = _NOTHING) -> Snapped | None:
    """The boundary within reach that an edge at `frame` jumps to: the playhead, in and out, the video's ends, points
    given to the view (shot cuts, surprise, markers), or the edge of a visible segment whose id is not in `but`. None
    when none is near. Of two equally near, the one named first here."""
    margin = _REACH * scene.scale.per_pixel
    best, found = margin, None
    for candidate, name in _boundaries(scene, frame, margin, but):
        if abs(candidate - frame) < best:
            best, found = abs(candidate - frame), Snapped(candidate, name)
    return found


def _boundaries(scene: Scene, frame: float, margin: float, but: frozenset[int]) -> Iterator[tuple[int, str]]:
    yield scene.playhead, translate("Timeline", "playhead")
    if scene.entry is not None:
        yield scene.entry, translate("Timeline", "in point")
    if scene.exit is not None:
        yield scene.exit, translate("Timeline", "out point")
    for row in scene.visible_rows(RULER_HEIGHT, scene.height):
        if row.lane is not None:
            yield from _edges(scene.lanes[row.lane], frame, margin, but)
    for kind, points in scene.snap_points.items():
        if near := _nearest(points, frame):
            yield near[0], translate("snap", kind)
    yield 0, translate("Timeline", "first frame")
    yield scene.frames, translate("Timeline", "end of the video")


def _edges(lane: Lane, frame: float, margin: float, but: frozenset[int]) -> Iterator[tuple[int, str]]:
    table, run = lane.table, lane.track.kind is TrackKind.RUN
    near = table.visible(int(frame - margin) - 1, int(frame + margin) + 2)
    others = np.ones(near.stop - near.start, bool)
    if but:
        others[[i for i, segment in enumerate(table.rows[near]) if segment.id in but]] = False
    places = near.start + np.flatnonzero(others)
    if not len(places):
        return
    words = (
        (table.start, translate("Timeline", "predicted start of {}") if run else translate("Timeline", "start of {}")),
        (table.stop, translate("Timeline", "predicted end of {}") if run else translate("Timeline", "end of {}")),
    )
    for column, text in words:
        edges = column[places]
        best = int(np.argmin(np.abs(edges - frame)))
        yield int(edges[best]), text.format(lane.label_of(table.rows[int(places[best])]).name)


def _nearest(points: np.ndarray, frame: float) -> tuple[int] | None:
    """The nearest of sorted frames, in a tuple; None of none."""
    if not len(points):
        return None
    i = int(np.searchsorted(points, frame))
    around = points[max(0, i - 1) : i + 1]
    return (int(around[int(np.argmin(np.abs(around - frame)))]),)

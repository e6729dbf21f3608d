"""Finding one's way: to a typed moment, to what differs, to what nobody has looked at, through the whole project."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from app import stops
from app.actions.playing import walk
from app.views.timeline import Lane
from app.words import phrase
from app.workspace import Workspace
from core.rows import Segment, State
from core.time import Span


def go_to(ws: Workspace) -> None:
    """Ctrl+G: a frame, a time, a timecode, a step or a share of the video."""
    ws.window.moving.ask_moment()


def next_disagreement(ws: Workspace) -> None:
    ws.window.moving.compare.go(+1)


def previous_disagreement(ws: Workspace) -> None:
    ws.window.moving.compare.go(-1)


def compare(ws: Workspace) -> None:
    """Which two tracks are compared, and in how many places they differ."""
    ws.window.moving.compare.open()


def next_unjudged(ws: Workspace) -> None:
    _walk_on(ws, +1, _judged, stops.unjudged, phrase("No prediction is left to judge further on."))


def previous_unjudged(ws: Workspace) -> None:
    _walk_on(ws, -1, _judged, stops.unjudged, phrase("No prediction is left to judge further back."))


def _judged(lane: Lane, segment: Segment) -> bool:
    return segment.state is not State.PREDICTED


def next_in_project(ws: Workspace) -> None:
    _walk_on(ws, +1, _gone, stops.standing, phrase("There is no segment further on in this project."))


def previous_in_project(ws: Workspace) -> None:
    _walk_on(ws, -1, _gone, stops.standing, phrase("There is no segment further back in this project."))


def _gone(lane: Lane, segment: Segment) -> bool:
    return not stops.standing(segment, lane.track)


def _walk_on(
    ws: Workspace, way: int, passed: Callable[[Lane, Segment], bool], wanted: stops.Wanted, nothing: str
) -> None:
    """To the next segment that is not passed over; where this video has none, to the first of the next that has one."""
    if walk(ws, way, passed):
        return
    document = ws.document
    for video in stops.beyond(list(document.videos.values()), document.video, way):
        found = stops.outermost(document.project, video, way, wanted)
        if found is not None:
            ws.window.moving.travel(video.id, found.span.start, found.id)
            return
    ws.say(nothing)


def next_unreviewed(ws: Workspace) -> None:
    _to_gap(ws, +1)


def previous_unreviewed(ws: Workspace) -> None:
    _to_gap(ws, -1)


def _to_gap(ws: Workspace, way: int) -> None:
    """To the beginning of the next stretch that was not reviewed, if need be in another video."""
    document, frame = ws.document, ws.playhead.frame
    starts = ws.window.moving.unreviewed()[:, 0].tolist()
    i = bisect_right(starts, frame) if way > 0 else bisect_left(starts, frame) - 1
    if 0 <= i < len(starts):
        ws.playhead.seek(starts[i])
        ws.window.timeline.ensure_visible(starts[i])
        return
    for video in stops.beyond(list(document.videos.values()), document.video, way):
        gap: Span | None = stops.outermost_gap(document.project, video, way)
        if gap is not None:
            ws.window.moving.travel(video.id, gap.start)
            return
    on, back = phrase("Everything further on was reviewed."), phrase("Everything further back was reviewed.")
    ws.say(on if way > 0 else back)

"""Moving through the video."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

import numpy as np

from app.playhead import SPEEDS
from app.views.timeline import Lane
from app.words import phrase
from app.workspace import Workspace
from core.rows import Segment, State, TrackKind
from core.time import Clock, Span

_AROUND_EDGE = 1.0  # seconds
_LOUDER = 10  # of 100


def play(ws: Workspace) -> None:
    """Space: plays at the chosen speed, or pauses."""
    ws.playhead.toggle()


def pause(ws: Workspace) -> None:
    ws.playhead.pause()


def play_forward(ws: Workspace) -> None:
    """L: plays; pressed again, faster."""
    ws.playhead.faster(+1)


def play_reverse(ws: Workspace) -> None:
    """J: plays backwards; pressed again, faster."""
    ws.playhead.faster(-1)


def faster(ws: Workspace) -> None:
    _change_speed(ws, +1)


def slower(ws: Workspace) -> None:
    _change_speed(ws, -1)


def _change_speed(ws: Workspace, step: int) -> None:
    speed = ws.playhead.speed
    nearest = min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - abs(speed)))
    size = SPEEDS[max(0, min(len(SPEEDS) - 1, nearest + step))]
    ws.playhead.set_speed(size if speed > 0 else -size)


def step_back(ws: Workspace) -> None:
    ws.playhead.step(-1)


def step_forward(ws: Workspace) -> None:
    ws.playhead.step(+1)


def step_back_10(ws: Workspace) -> None:
    ws.playhead.step(-10)


def step_forward_10(ws: Workspace) -> None:
    ws.playhead.step(+10)


def jump_start(ws: Workspace) -> None:
    ws.playhead.seek(0)


def jump_end(ws: Workspace) -> None:
    ws.playhead.seek(ws.playhead.frames - 1)


def next_edge(ws: Workspace) -> None:
    edges = ws.document.boundaries()
    i = bisect_right(edges, ws.playhead.frame)
    if i < len(edges):
        ws.playhead.seek(edges[i])


def previous_edge(ws: Workspace) -> None:
    edges = ws.document.boundaries()
    i = bisect_left(edges, ws.playhead.frame) - 1
    if i >= 0:
        ws.playhead.seek(edges[i])


def next_segment(ws: Workspace) -> None:
    if not walk(ws, +1, _settled):
        ws.say(phrase("There is no segment further on."))


def previous_segment(ws: Workspace) -> None:
    if not walk(ws, -1, _settled):
        ws.say(phrase("There is no segment further back."))


def walk(ws: Workspace, way: int, passed: Callable[[Lane, Segment], bool]) -> bool:
    """Selects the segment after or before the selected one, or else after or before the playhead, and goes to its
    start. Those that are `passed`, and runs that are not shown, are passed over. False where there is none."""
    timeline, chosen = ws.window.timeline, ws.document.selected
    shown = timeline.scene.lanes
    here = (ws.playhead.frame, -1, -1)  # so a segment that begins at the playhead is the next one
    if chosen:
        last = chosen[-1] if way > 0 else chosen[0]
        cells = [(lane.track.id, lane.label.id) for lane in shown]
        cell = (last.track_id, last.label_id)
        here = (last.span.start, cells.index(cell) if cell in cells else -1, last.id)
    found = _neighbour(shown, here, way, passed)
    if found is None:
        return False
    number, segment = found
    ws.document.select({segment.id})
    ws.playhead.seek(segment.span.start)
    timeline.ensure_visible(segment.span.start)
    timeline.ensure_lane_visible(number)
    return True


def _neighbour(
    lanes: Sequence[Lane], here: tuple[int, int, int], way: int, passed: Callable[[Lane, Segment], bool]
) -> tuple[int, Segment] | None:
    """The row next to `here` by (start, lane, id), and its lane's number. Searched from where each table has `here`."""
    found: list[tuple[tuple[int, int, int], Segment]] = []
    for number, lane in enumerate(lanes):
        rows = lane.table.rows
        i = int(np.searchsorted(lane.table.start, here[0], side="left" if way > 0 else "right"))
        for k in range(i, len(rows)) if way > 0 else range(i - 1, -1, -1):
            row = rows[k]
            key = (row.span.start, number, row.id)
            if lane.faint is not None and lane.faint[k]:
                continue
            if (key > here if way > 0 else key < here) and not passed(lane, row):
                found.append((key, row))
                break
    if not found:
        return None
    key, segment = (min if way > 0 else max)(found, key=lambda one: one[0])
    return key[1], segment


def _settled(lane: Lane, segment: Segment) -> bool:
    """Rejected, or a prediction whose accepted copy stands on a person's track: nothing to stop at."""
    return segment.state is State.REJECTED or (segment.state is State.ACCEPTED and lane.track.kind is TrackKind.RUN)


def mute(ws: Workspace) -> None:
    ws.window.sound.set_volume(ws.settings.volume, not ws.settings.muted)


def louder(ws: Workspace) -> None:
    ws.window.sound.set_volume(ws.settings.volume + _LOUDER, False)


def quieter(ws: Workspace) -> None:
    ws.window.sound.set_volume(ws.settings.volume - _LOUDER, ws.settings.muted)


def loop(ws: Workspace) -> None:
    """Loops the selected segment, or the in/out range; pressed again, stops looping."""
    if ws.playhead.loop is not None:
        ws.playhead.set_loop(None)
        return
    chosen = ws.document.selected
    span: Span | None = chosen[0].span if chosen else ws.marks.span
    if span is None:
        ws.say(phrase("Select a segment, or set in and out points ({set_in} and {set_out}), to loop it."))
        return
    _loop(ws, span, ws.settings.loop_margin)


def loop_edge(ws: Workspace) -> None:
    """Loops one second before and after the selection's edge nearest to the playhead, or the boundary nearest to it;
    pressed again, stops looping."""
    if ws.playhead.loop is not None:
        ws.playhead.set_loop(None)
        return
    edges = [edge for s in ws.document.selected for edge in (s.span.start, s.span.stop)] or ws.document.boundaries()
    if not edges:
        ws.say(phrase("There is no edge yet to loop around; draw a segment, or find activities ({analyze})."))
        return
    edge = min(edges, key=lambda boundary: abs(boundary - ws.playhead.frame))
    loop_around(ws, edge)


def around_edge(clock: Clock, edge: int) -> Span:
    """The second before a boundary and the second after it."""
    at = Span(edge, edge + 1) if edge < clock.frames else Span(clock.frames - 1, clock.frames)
    return _widened(clock, at, _AROUND_EDGE)


def loop_around(ws: Workspace, edge: int) -> None:
    """Plays the second before a boundary and the second after it, over and over."""
    if ws.playhead.clock is not None:
        _loop(ws, around_edge(ws.playhead.clock, edge), 0)


def _widened(clock: Clock, span: Span, margin: float) -> Span:
    start, stop = span.start, span.stop
    if margin > 0:
        start = min(start, clock.boundary_at(max(0.0, clock.seconds(start) - margin)))
        stop = max(stop, clock.boundary_at(min(clock.seconds(clock.frames), clock.seconds(stop) + margin)))
    return Span(max(0, start), min(clock.frames, stop))


def _loop(ws: Workspace, span: Span, margin: float) -> None:
    """Plays a span over and over, with so many seconds before and after it."""
    clock = ws.playhead.clock
    if clock is None:
        return
    looped = _widened(clock, span, margin)
    ws.playhead.set_loop(looped)
    ws.playhead.seek(looped.start)
    ws.playhead.play()


def loop_margin(ws: Workspace) -> None:
    """How many seconds are looped before and after a segment."""
    ws.window.moving.ask_loop_margin()


def loop_span(ws: Workspace, span: Span, margin: float) -> None:
    """Plays a span with so many seconds around it, over and over."""
    _loop(ws, span, margin)

"""Moving through the video."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from app.playhead import SPEEDS
from app.workspace import Workspace
from core.time import Span


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


def loop(ws: Workspace) -> None:
    """Loops the selected segment, or the in/out range; pressed again, stops looping."""
    if ws.playhead.loop is not None:
        ws.playhead.set_loop(None)
        return
    chosen = ws.document.selected
    span: Span | None = chosen[0].span if chosen else ws.marks.span
    if span is None:
        ws.say("Select a segment, or set in and out points (I and O), to loop it.")
        return
    ws.playhead.set_loop(span)
    ws.playhead.seek(span.start)
    ws.playhead.play()

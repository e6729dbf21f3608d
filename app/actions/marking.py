"""Markers: frames to find again."""

from __future__ import annotations

from app.words import phrase
from app.workspace import Workspace


def add_marker(ws: Workspace) -> None:
    """M: at the playhead, also while playing."""
    ws.window.markers.add()


def name_marker(ws: Workspace) -> None:
    """The marker nearest to the playhead."""
    ws.window.markers.name_nearest()


def delete_marker(ws: Workspace) -> None:
    """The one at the playhead."""
    here = [m.id for m in ws.document.markers.values() if m.frame == ws.playhead.frame]
    if here:
        ws.window.markers.delete(here)
    else:
        ws.say(phrase("No marker stands at the playhead; {next_marker} goes to the next one."))


def next_marker(ws: Workspace) -> None:
    ws.window.markers.go(+1)


def previous_marker(ws: Workspace) -> None:
    ws.window.markers.go(-1)


def list_markers(ws: Workspace) -> None:
    ws.window.markers.open_list()

"""Tracks: making, choosing, naming, moving, folding and packing them. What concerns one track concerns those of the
selected segments, or else the one that is labelled on."""

from __future__ import annotations

from app.workspace import Workspace


def new_track(ws: Workspace) -> None:
    ws.window.tracks.add()


def next_track(ws: Workspace) -> None:
    """T: the next person's track becomes the one that is labelled on."""
    ws.window.tracks.choose_next()


def rename_track(ws: Workspace) -> None:
    ws.window.tracks.rename(ws.window.tracks.current[0])


def delete_track(ws: Workspace) -> None:
    ws.window.tracks.delete(ws.window.tracks.current[0])


def track_up(ws: Workspace) -> None:
    ws.window.tracks.move(ws.window.tracks.current[0], -1)


def track_down(ws: Workspace) -> None:
    ws.window.tracks.move(ws.window.tracks.current[0], +1)


def fold_track(ws: Workspace) -> None:
    ws.window.tracks.fold(ws.window.tracks.current)


def pack_track(ws: Workspace) -> None:
    """As few rows as fit instead of one for each label."""
    ws.window.tracks.pack(ws.window.tracks.current)


def pack_all(ws: Workspace) -> None:
    ws.window.tracks.pack(list(ws.document.tracks))

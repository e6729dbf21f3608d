"""What networks see, on the picture: each overlay's switch."""

from __future__ import annotations

from app.workspace import Workspace


def overlay_side(ws: Workspace) -> None:
    """The video, what was foreseen of it, the motion and the error, in the player."""
    ws.window.overlays.toggle("side")


def overlay_predicted(ws: Workspace) -> None:
    ws.window.overlays.toggle("predicted")


def overlay_flow(ws: Workspace) -> None:
    ws.window.overlays.toggle("flow")


def overlay_heat(ws: Workspace) -> None:
    ws.window.overlays.toggle("heat")


def overlay_future(ws: Workspace) -> None:
    ws.window.overlays.toggle("future")


def overlay_labels(ws: Workspace) -> None:
    ws.window.overlays.toggle("labels")


def overlay_none(ws: Workspace) -> None:
    """The plain video."""
    ws.window.overlays.clear()


def overlay_panel(ws: Workspace) -> None:
    """Modes, opacity and scale, in a panel."""
    ws.window.overlays.show_panel()

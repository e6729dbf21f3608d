"""What networks see, on the picture: each overlay's switch."""

from __future__ import annotations

from app.workspace import Workspace


def overlay_flow(ws: Workspace) -> None:
    ws.window.overlays.toggle("flow")


def overlay_panel(ws: Workspace) -> None:
    """Modes, opacity and scale, in a panel."""
    ws.window.overlays.show_panel()

"""Learning from what people corrected: what was learned is shown before it is taken."""

from __future__ import annotations

from app.workspace import Workspace


def improve(ws: Workspace) -> None:
    """In the background; what was learned then finds activities in every video of the project."""
    ws.window.learning.learn()


def take_learned(ws: Workspace) -> None:
    """The newest version takes the place of the one before."""
    ws.window.learning.take()


def refuse_learned(ws: Workspace) -> None:
    """The newest version is put away."""
    ws.window.learning.refuse()

"""Finding how strict to be with each label, from what people reviewed."""

from __future__ import annotations

from app.workspace import Workspace


def tune(ws: Workspace) -> None:
    """Of the chosen run, for all runs of the same weights."""
    ws.window.tuning.tune()

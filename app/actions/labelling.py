"""The labels of the project."""

from __future__ import annotations

from app.workspace import Workspace


def edit_labels(ws: Workspace) -> None:
    """Opens the label editor, with the current label chosen."""
    ws.window.label_editor.open()

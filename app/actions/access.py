"""Finding and reaching what there is: the palette, the settings, the help, the first steps, the panels."""

from __future__ import annotations

from app.workspace import Workspace


def palette(ws: Workspace) -> None:
    ws.window.access.palette.open()


def settings(ws: Workspace) -> None:
    ws.window.access.open_settings()


def show_help(ws: Workspace) -> None:
    ws.window.access.open_help()


def welcome(ws: Workspace) -> None:
    """The three first steps once more."""
    ws.window.access.welcome.open()


def next_panel(ws: Workspace) -> None:
    ws.window.access.panels.step(+1)


def previous_panel(ws: Workspace) -> None:
    ws.window.access.panels.step(-1)

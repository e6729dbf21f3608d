"""How things are shown. Nothing here changes the project."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app import dialogs, theme
from app.workspace import Workspace
from core.paths import log_dir


def zoom_in(ws: Workspace) -> None:
    ws.window.timeline.zoom(2.0)


def zoom_out(ws: Workspace) -> None:
    ws.window.timeline.zoom(0.5)


def zoom_fit(ws: Workspace) -> None:
    ws.window.timeline.zoom_to_fit()


def zoom_selection(ws: Workspace) -> None:
    chosen = ws.document.selected
    if chosen:
        whole = chosen[0].span
        for segment in chosen[1:]:
            whole = whole.union(segment.span)
        ws.window.timeline.zoom_to(whole)


def filter_made(ws: Workspace) -> None:
    """The line that shows only what somebody made in full; again, everything."""
    ws.window.filtering.toggle()


def snap(ws: Workspace) -> None:
    ws.change_settings(snap=not ws.settings.snap)
    ws.window.timeline.set_snap(ws.settings.snap)


def overview(ws: Workspace) -> None:
    """The strip of the whole video, shown or hidden."""
    ws.change_settings(overview=not ws.settings.overview)
    ws.window.strip.show_or_hide()


def toggle_theme(ws: Workspace) -> None:
    ws.change_settings(theme="light" if theme.name() == "dark" else "dark")
    ws.window.apply_theme()


def reset_layout(ws: Workspace) -> None:
    ws.window.reset_layout()


def show_keys(ws: Workspace) -> None:
    dialogs.show_keys(ws.window.listed_actions(), ws.window)


def show_log(ws: Workspace) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_dir())))


def about(ws: Workspace) -> None:
    dialogs.show_about(ws.window)

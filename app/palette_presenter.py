"""Fills the command palette with all that can be done now, and does what is chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.actions.editing import use_label
from app.actions.table import ACTIONS, ActionSpec
from app.keymap import all_keys
from app.views.palette import Entry, Palette
from app.words import action_text, keys_text, translate
from app.workspace import Workspace
from core.rows import Label, Video

if TYPE_CHECKING:
    from app.main_window import MainWindow


def why_not(spec: ActionSpec) -> str:
    """What must be there before an action makes sense."""
    if spec.name in ("undo", "redo"):
        return translate("palette", "There is nothing to undo or redo.")
    known = {
        "video": translate("palette", "Open a video first."),
        "selection": translate("palette", "Select a segment first."),
        "several": translate("palette", "Select two segments or more first."),
        "prediction": translate("palette", "Select a prediction first."),
        "range": translate("palette", "Set an in and an out point first."),
    }
    return known.get(spec.needs, translate("palette", "Not possible now."))


class PalettePresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self.view = Palette(window)
        self.view.chosen.connect(self._on_chosen)
        self.view.refused.connect(self._on_refused)

    def open(self) -> None:
        self.view.open(self.entries())

    def entries(self) -> list[Entry]:
        return [*self._actions(), *self._labels(), *self._videos()]

    def _actions(self) -> list[Entry]:
        keys = all_keys(self.ws.settings.keys)
        return [
            Entry(
                spec.name,
                f"{action_text(spec.menu.rstrip('|'))}: {action_text(spec.text).rstrip('…')}",
                keys_text(keys[spec.name]),
                "" if self.window.commands[spec.name].isEnabled() else why_not(spec),
                spec.icon,
            )
            for spec in ACTIONS
            if spec.name != "palette"
        ]

    def _labels(self) -> list[Entry]:
        text = translate("palette", "Label: {name}")
        return [
            Entry(label, text.format(name=label.name), label.key, color=label.color)
            for label in self.ws.document.labels.values()
        ]

    def _videos(self) -> list[Entry]:
        text = translate("palette", "Open {name}")
        return [
            Entry(video, text.format(name=Path(video.path).name), icon="film")
            for video in self.ws.document.videos.values()
        ]

    def _on_chosen(self, entry: Entry) -> None:
        what = entry.id
        if isinstance(what, str):
            self.window.commands[what].trigger()
        elif isinstance(what, Label) and what.id in self.ws.document.labels:
            use_label(self.ws, what.id)
        elif isinstance(what, Video) and what.id in self.ws.document.videos:
            self.ws.document.open_video(what.id)

    def _on_refused(self, entry: Entry) -> None:
        self.ws.say(entry.why_not)

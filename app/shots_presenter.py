"""Shot cuts of the open video: found by a job, kept, shown on the ruler, and snapped to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from app.tasks.looking import known_shot_cuts, shot_cuts
from app.words import phrase
from app.workspace import Workspace

if TYPE_CHECKING:
    from app.main_window import MainWindow

_NONE = np.zeros(0, np.int64)


class ShotsPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.timeline = ws, window.timeline
        ws.playback.opened.connect(self._recall)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        self.ws.document.video_changed.connect(self._forget)
        self.ws.document.clock_changed.connect(self._again)
        self._forget()

    def _forget(self) -> None:
        self._show(_NONE)

    def _again(self) -> None:
        """A better index may have made the timeline forget what it snaps to."""
        self._show(self.timeline.scene.notes.cuts)

    def _recall(self) -> None:
        """What was found before shows as soon as the video does."""
        video = self.ws.document.video
        if video is not None:
            self.ws.start("Shot cuts", known_shot_cuts(video.fingerprint), self._on_known, urgent=True, quiet=True)

    def find(self) -> None:
        video = self.ws.document.video
        path = self.ws.path_of(video) if video is not None else None
        if video is not None and path is not None:
            task = shot_cuts(path, video.fingerprint)
            self.ws.start(phrase("Looking for cuts in {name}", name=path.name), task, self._on_found)

    def _current(self, fingerprint: str) -> bool:
        video = self.ws.document.video
        return video is not None and video.fingerprint == fingerprint

    def _on_known(self, found: tuple[str, np.ndarray | None]) -> None:
        if found[1] is not None and self._current(found[0]):
            self._show(found[1])

    def _on_found(self, found: tuple[str, np.ndarray]) -> None:
        fingerprint, cuts = found
        if not self._current(fingerprint):
            return
        self._show(cuts)
        several = phrase("{count} shot cuts found; they are the ticks at the top of the ruler.", count=len(cuts))
        self.ws.report(
            phrase("1 shot cut found; it is the tick at the top of the ruler.") if len(cuts) == 1 else several
        )

    def _show(self, cuts: np.ndarray) -> None:
        self.timeline.scene.notes.cuts = cuts
        self.timeline.set_snap_points({"shot cut": cuts})
        self.timeline.redraw()

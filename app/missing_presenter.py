"""Finding all files that are not where they were: asks for a folder, searches it, and relinks by one Edit."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app import tasks
from app.dialogs.missing import MissingDialog
from app.jobs import Job
from app.words import phrase
from app.workspace import Workspace
from core.rows import Video


class MissingPresenter(QObject):
    """Signals: relinked(): files were found."""

    relinked = Signal()

    def __init__(self, ws: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self.ws, self._window = ws, window
        self.dialog: MissingDialog | None = None
        self._videos: list[Video] = []
        self._found: dict[int, Path] = {}
        self._job: Job | None = None
        ws.document_opened.connect(self._close)
        ws.runner.ended.connect(self._on_ended)

    def open(self) -> None:
        """Asks for a folder, where something is missing."""
        document = self.ws.document
        missing = document.missing()
        if not missing:
            self.ws.say(phrase("No file is missing: every video is where it was."))
            return
        self._close()
        self._videos = [video for video in document.videos.values() if video.id in missing]
        self._found = {}
        places = [(video.id, self._was(video)) for video in self._videos]
        self.dialog = dialog = MissingDialog(places, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.search_requested.connect(self._on_search)
        dialog.relink_requested.connect(self._on_relink)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _was(self, video: Video) -> Path:
        return Path(os.path.normpath(self.ws.document.project.folder.absolute() / video.path))

    def _on_search(self, place: Path) -> None:
        assert self.dialog is not None
        self.dialog.show_searching(True)
        still = [video for video in self._videos if video.id not in self._found]
        task = tasks.find_missing(still, place)
        title = phrase("Searching {folder} for missing files", folder=place.name or place)
        self._job = self.ws.start(title, task, self._on_found)

    def _on_found(self, found: dict[int, Path]) -> None:
        self._found |= found
        if self.dialog is not None:
            self.dialog.show_found(list(self._found.items()))

    def _on_ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if self.dialog is not None:
            self.dialog.show_searching(False)
            if job.was_cancelled:
                self.dialog.show_stopped()

    def _on_relink(self) -> None:
        document = self.ws.document
        videos = [document.videos[video.id] for video in self._videos if video.id in document.videos]
        edit = tasks.relink_found(document.project.folder, videos, self._found)
        if document.push(edit):
            count = len(edit.added)
            several = phrase("{count} videos were found again.", count=count)
            self.ws.report(phrase("1 video was found again.") if count == 1 else several)
            shown = document.video
            if shown is not None and shown.id in self._found:
                document.open_video(shown.id)
            self.relinked.emit()
        self._close()

    def _on_closed(self) -> None:
        self.dialog = None
        if self._job is not None:
            self._job.cancel()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

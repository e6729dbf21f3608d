"""The window with what the chosen run's network foresaw; it follows the playhead while nothing plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from app import tasks
from app.jobs import Job
from app.views.foresight import ForesightView
from app.workspace import Workspace

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from models.foresight import Foresight

_NO_RUN = str(
    QT_TRANSLATE_NOOP("ForesightPresenter", "Choose a run in the Runs panel, of a network that gives next frames.")
)


class ForesightPresenter(QObject):
    """One request at a time; when it is answered, the frame that is shown by then is asked for."""

    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self.dialog = QDialog(window, Qt.WindowType.Tool)
        self.dialog.setWindowTitle(self.tr("What was foreseen"))
        self.view = ForesightView(self.dialog)
        QVBoxLayout(self.dialog).addWidget(self.view)
        self._asked: tuple[int, int] | None = None  # (run id, frame) under way
        self._shown: tuple[int, int] | None = None
        self._job: Job | None = None
        ws.runner.ended.connect(self._on_ended)
        ws.playhead.frame_changed.connect(self._follow)
        ws.playhead.playing_changed.connect(self._follow)
        window.runs.run_chosen.connect(self._follow)
        ws.document_opened.connect(self._on_document)

    def open(self) -> None:
        self.dialog.show()
        self.dialog.raise_()
        self._shown = None
        self._follow()

    def _on_document(self) -> None:
        self._asked = self._shown = None  # what was asked of the old project is never answered
        self._follow()

    def _follow(self, *_: object) -> None:
        if self.dialog.isHidden() or self.ws.playhead.playing or self._asked is not None:
            return
        document = self.ws.document
        run = document.runs.get(self.window.runs.current or 0)
        path = self.ws.path_of(document.video) if document.video is not None else None
        if run is None or path is None:
            self.view.show_text(self.tr(_NO_RUN))
            return
        wanted = (run.id, self.ws.playhead.frame)
        if wanted == self._shown:
            return
        self._asked = wanted
        checkpoint = tasks.weights_of_run(document.project, run)
        task = tasks.foresee(path, run, checkpoint, wanted[1], self.ws.settings.device)
        self._job = self.ws.start("Foreseeing", task, self._on_seen, "heavy", urgent=True, quiet=True)

    def _on_ended(self, job: Job) -> None:
        """After `_on_seen`; cancelled or failed as well, which is told elsewhere."""
        if job is not self._job:
            return
        self._job = None
        asked, self._asked = self._asked, None
        if asked != (self.window.runs.current, self.ws.playhead.frame):  # a failure is not tried again
            self._follow()

    def _on_seen(self, found: Foresight | str) -> None:
        self._shown = self._asked
        if isinstance(found, str):
            self.view.show_text(found)
        else:
            self.view.show_pictures(found.pictures)
            title = self.tr("What was foreseen of frame {frame}: error {error}")
            self.dialog.setWindowTitle(title.format(frame=found.frame, error=f"{found.error:.4f}"))

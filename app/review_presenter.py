"""The review panel: what is worth asking, over all videos, computed anew beside the window whenever people's word on it
changed. Walking through it is in app.review_walk."""

from __future__ import annotations

import time
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDockWidget

from app import tasks
from app.jobs import Job
from app.views.review import Outlook
from app.views.review_progress import ProgressRow
from app.workspace import Workspace
from core.rows import Label, Reviewed, Run, Segment, Track, Video
from core.timeline.edit import Edit
from core.timeline.review_items import Candidate, Item, Key, Queue
from core.timeline.review_queue import Count, Estimate, Survey, counts, evidence, ranked

if TYPE_CHECKING:
    from app.main_window import MainWindow

_HEIGHT = 520  # pixels
_SOON_MS = 200  # after an Edit; several in a row are looked at once
_PATIENCE = 0.02  # seconds of reading videos before the window gets a turn


class ReviewPresenter(QObject):
    """Signals: changed() when the queue was computed anew."""

    changed = Signal()

    def __init__(self, ws: Workspace, window: MainWindow, dock: QDockWidget) -> None:
        super().__init__(window)
        self.ws, self.window, self.view, self.dock = ws, window, window.review_panel, dock
        self.queue: Queue = ranked(())
        self.known: Estimate | None = None
        self.surveys: dict[int, Survey] = {}
        self.current: Key | None = None  # what the walk is at
        self._stale: set[int] = set()
        self._dropped: dict[Key, Candidate] = {}  # judged while the queue was being computed from what stood before
        self._ahead: dict[Key, Candidate] = {}  # judged, and the surveys do not know it yet
        self._owner: dict[int, int] = {}  # track id → video id
        self._position = 0
        self._job: Job | None = None
        self._timer = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._timer.timeout.connect(self._look)
        self.view.set_target(ws.settings.review_target)
        self.view.set_actions(window.commands)
        self.view.target_changed.connect(self._on_target)
        self.view.left.connect(window.timeline.setFocus)
        self.view.progress.label_wanted.connect(self._on_label_wanted)
        self.view.progress.video_wanted.connect(self._on_video_wanted)
        dock.visibilityChanged.connect(self.refresh)
        ws.scores_ready.connect(self._on_scores)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    @property
    def wanted(self) -> bool:
        """Whether anybody looks."""
        return self.window.reviewing or not self.dock.isHidden()

    def _on_document(self) -> None:
        document = self.ws.document
        self._job = None  # what comes of it is another project's
        self.queue, self.known, self.surveys = ranked(()), None, {}
        self._dropped, self._ahead = {}, {}
        self._owner, self._stale = {}, set(document.videos)
        self._position = document.project.log_position()
        for one in (document.lists_changed, document.rows_changed):
            one.connect(self.refresh)
        self._show()
        self.refresh()

    def come_up(self) -> None:
        self.window.come_up(self.dock, _HEIGHT)

    def say_keys(self) -> None:
        """They have changed."""
        self.view.say_keys()
        self._show_outlook()

    # -- looking -----------------------------------------------------------------------------------------------------

    def refresh(self, *_: object) -> None:
        """Soon, where anybody looks."""
        if self.wanted and not self.ws.closed:
            self._timer.start()
        else:
            self.window.library.set_progress({})  # it would not be true for long

    def _on_scores(self, run_id: int) -> None:
        """The open video's are at hand now: its edges can be told sure from unsure."""
        video = self.ws.document.video
        if video is not None and self.known is None:
            self._stale.add(video.id)
            self.refresh()

    def _look(self) -> None:
        if self.ws.closed or (self._job is not None and not self._job.done):
            return  # once more when it is done
        self._find_stale()
        document = self.ws.document
        if not self._stale and self.known is not None:
            return
        given: list[tasks.Footage] = []
        until = time.perf_counter() + _PATIENCE
        while self._stale and (not given or time.perf_counter() < until):
            video = document.videos.get(self._stale.pop())
            if video is not None:
                given.append(self._footage(video))
                self._owner |= {track.id: video.id for track in given[-1].tracks}
        self._dropped = {}
        known = {key: one for key, one in self.surveys.items() if key in document.videos}
        task = tasks.look_over(given, known, tuple(document.labels.values()), whole=not self._stale)
        self._job = self.ws.start("Review", task, self._on_looked, urgent=True, quiet=True)

    def _footage(self, video: Video) -> tasks.Footage:
        """The open video's rows are in memory; the others' are read."""
        document = self.ws.document
        if document.video is None or document.video.id != video.id:
            return tasks.footage(document.project, video)
        rows = [row for table in document.cells.values() for row in table.rows]
        tracks, reviewed = tuple(document.tracks.values()), tuple(document.reviewed.values())
        return tasks.Footage(video, tracks, rows, reviewed, tuple(document.runs.values()), dict(self.ws.scores))

    def _find_stale(self) -> None:
        """The videos that the Edits since the last look are about."""
        document = self.ws.document
        edits, self._position = document.project.changes_since(self._position)
        self._stale |= stale(edits, self._owner, document.videos)
        self.known = None if self._stale or self.surveys.keys() - document.videos.keys() else self.known

    def _on_looked(self, looked: tasks.Looked) -> None:
        self.surveys, self._ahead = dict(looked.surveys), dict(self._dropped)
        if looked.queue is not None and looked.known is not None:
            self.queue, self.known = looked.queue, looked.known
            if self._dropped:
                self.queue = self.queue.without(self._dropped)
            self._show()
            self.changed.emit()
        self._job = None
        self._timer.start(0 if self._stale else _SOON_MS)  # what changed meanwhile

    # -- showing -----------------------------------------------------------------------------------------------------

    def drop(self, item: Item) -> None:
        """An item that was judged goes at once; the rest is computed anew soon."""
        row = self.view.model.row_of(item.key)
        self._dropped[item.key] = item.candidate
        if row >= 0:
            self._ahead[item.key] = item.candidate
            self._stale.add(item.video_id)  # also where it is undone before the next look
            self.queue = self.queue.dropped(row)
            document = self.ws.document
            self.view.set_queue(self.queue, document.labels, document.videos, self.current)
            self._show_progress()

    def item(self, key: Key) -> Item | None:
        row = self.view.model.row_of(key)
        return self.queue[row] if row >= 0 else None

    def _show(self) -> None:
        document = self.ws.document
        self.view.set_queue(self.queue, document.labels, document.videos, self.current)
        self._show_outlook()
        self._show_progress()

    def _show_progress(self) -> None:
        """A few numbers of each video, which the surveys brought: nothing here grows with the segments."""
        document = self.ws.document
        by_label, by_video = counts(self.surveys.values())
        for one in self._ahead.values():
            if not one.missed:
                for told, key in ((by_label, one.segment.label_id), (by_video, one.video_id)):
                    judged, left = told.get(key, Count(0, 1))
                    told[key] = Count(judged + 1, max(0, left - 1))
        self.window.library.set_progress(by_video)
        labels = sorted(document.labels.values(), key=lambda label: (label.position, label.name))
        self.view.progress.set_rows(
            [ProgressRow(one.id, one.name, one.color, *by_label[one.id]) for one in labels if one.id in by_label],
            [
                ProgressRow(one.id, PurePosixPath(one.path).name, "", *by_video[one.id])
                for one in document.videos.values()
                if one.id in by_video
            ],
        )

    def _show_outlook(self) -> None:
        target, known, said = self.ws.settings.review_target, self.known, evidence(self.surveys.values())
        if known is None or not (len(self.queue) or said.confirmed or said.judged):
            self.view.set_outlook(None, target)
            return
        looked, left = bool(said.found or said.unseen), (known.left_to(target), *known.left_range(target))
        shares = known.precision, known.recall
        self.view.set_outlook(Outlook(known.now, *known.range, *left, *shares, looked), target)

    def _on_label_wanted(self, label_id: int) -> None:
        self._choose(next((one for one in self.queue.candidates if one.segment.label_id == label_id), None))

    def _on_video_wanted(self, video_id: int) -> None:
        found = next((one for one in self.queue.candidates if one.video_id == video_id), None)
        if found is None:
            self.ws.visit(video_id, lambda: None)  # nothing is left in it, but it can be looked at
        self._choose(found)

    def _choose(self, found: Candidate | None) -> None:
        if found is not None:
            self.view.chosen.emit(found.key)

    def _on_target(self, target: float) -> None:
        self.ws.change_settings(review_target=round(target, 2))
        self._show_outlook()


def stale(edits: list[Edit], owner: dict[int, int], videos: dict[int, Video]) -> set[int]:
    """The ids of the videos that Edits are about. owner: track id → video id, of those that are known; a label concerns
    all videos."""
    found: set[int] = set()
    known = dict(owner)
    rows = [row for edit in edits for row in (*edit.removed, *edit.added)]
    known |= {row.id: row.video_id for row in rows if isinstance(row, Track)}
    for row in rows:
        if isinstance(row, Segment | Reviewed):
            if row.track_id not in known:
                return set(videos)
            found.add(known[row.track_id])
        elif isinstance(row, Track | Run):
            found.add(row.video_id)
        elif isinstance(row, Video):
            found.add(row.id)
        elif isinstance(row, Label):
            return set(videos)
    return found & videos.keys()

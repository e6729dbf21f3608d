"""Keeps the list of videos true: what is there, how far networks and people are with it, pictures, and what people do
with videos."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from app import dialogs, tasks
from app.actions.analysing import analyze_videos
from app.jobs import Job
from app.missing_presenter import MissingPresenter
from app.thumbnails import Thumbnails
from app.views.library_videos import VideoState
from app.words import phrase
from app.workspace import Workspace
from core.rows import Video
from core.time import Clock
from core.timeline.progress import reviewed_shares
from core.video.info import VideoInfo

if TYPE_CHECKING:
    from app.main_window import MainWindow

_SOON_MS = 250  # after the last change: shares of review are counted when nobody is in the middle of something


class LibraryPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow, thumbnails: Thumbnails) -> None:
        super().__init__(window)
        self.ws, self.view = ws, window.library
        self.missing = MissingPresenter(ws, window)
        self.missing.relinked.connect(self._look)
        self._thumbnails = thumbnails
        self._facts = tasks.Facts(frozenset(), {})
        self._shares: dict[int, float] = {}
        self._seen: list[tuple[int, str]] = []  # (id, path) of what was looked at last
        self._job: Job | None = None
        self._queue: list[int] = []  # videos that play after this one
        self._play = ""  # fingerprint of the video that plays once it is open
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._count)
        self._wire(window)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _wire(self, window: MainWindow) -> None:
        view, ws = self.view, self.ws
        view.video_chosen.connect(self._on_chosen)
        view.play_requested.connect(self._on_play)
        view.add_requested.connect(window.commands["add_videos"].trigger)
        view.files_dropped.connect(window.presenter.files_dropped)
        view.remove_requested.connect(self._on_remove)
        view.analyze_requested.connect(self._on_analyze)
        view.relink_requested.connect(self._on_relink)
        view.find_missing_requested.connect(self.missing.open)
        view.picture_wanted.connect(self._on_picture_wanted)
        view.labels_wanted.connect(self._show_labels)
        self._thumbnails.ready.connect(self._on_picture)
        ws.playback.opened.connect(self._on_opened)
        ws.facts_known.connect(self._on_info)
        ws.playhead.playing_changed.connect(self._on_playing)
        ws.runner.ended.connect(self._on_ended)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_app_state)

    def _on_document(self) -> None:
        document = self.ws.document
        document.lists_changed.connect(self._show)
        document.video_changed.connect(self._on_video)
        document.undo_changed.connect(self._soon.start)
        self._facts, self._seen = tasks.Facts(frozenset(), {}), []
        self._queue, self._play = [], ""
        self._count()
        self._show()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        videos = list(self.ws.document.videos.values())
        self.view.set_videos(videos)
        self._show_states()
        self._on_video()
        if [(video.id, video.path) for video in videos] != self._seen:
            self._look()
            self._soon.start()

    def _show_states(self) -> None:
        if self.ws.closed:  # what a thread had to say arrives a moment later
            return
        analysed, facts = self.ws.document.project.analysed(), self._facts
        self.view.set_states({i: self._state(i, i in analysed, facts) for i in self.ws.document.videos})

    def _state(self, video_id: int, analysed: bool, facts: tasks.Facts) -> VideoState:
        missing = video_id in facts.missing
        lost = phrase("The file is not where it was; right-click to find it where it is now.")
        problems = (*((lost,) if missing else ()), *facts.problems.get(video_id, ()))
        return VideoState(analysed, self._shares.get(video_id, 0.0), problems, missing)

    def _count(self) -> None:
        """How much of each video is reviewed."""
        if self.ws.closed:
            return
        document = self.ws.document
        project = document.project
        self._shares = reviewed_shares(document.videos.values(), project.tracks(), project.reviewed())
        self._show_states()

    def _on_video(self) -> None:
        video = self.ws.document.video
        self.view.set_current_video(video.id if video else None)

    def _show_labels(self) -> None:
        """What is labelled where, for the search."""
        names: dict[int, set[str]] = defaultdict(set)
        labels = self.ws.document.labels
        for video_id, label_id in self.ws.document.project.labels_used():
            if label_id in labels:
                names[video_id].add(labels[label_id].name)
        self.view.set_label_names({video_id: " ".join(sorted(found)) for video_id, found in names.items()})

    # -- files -------------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Looks in the background which files are there, and what is wrong with them."""
        if self.ws.closed:
            return
        videos = list(self.ws.document.videos.values())
        self._seen = [(video.id, video.path) for video in videos]
        if self._job is not None:
            self._job.cancel()
        if videos:
            task = tasks.library_facts(videos, self.ws.document.project.folder)
            self._job = self.ws.start(phrase("Looking at the files"), task, self._on_facts, urgent=True, quiet=True)

    def _on_facts(self, facts: tasks.Facts) -> None:
        new = facts.missing - self._facts.missing
        back = self._facts.missing - facts.missing
        self._facts = facts
        self._show_states()
        if back:
            self.view.videos.model.ask_again()
        if len(new) > 1:
            self.ws.warn(
                phrase(
                    "{count} videos are not where they were; {find_missing} searches a folder for all of them.",
                    count=len(new),
                )
            )

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _on_app_state(self, state: Qt.ApplicationState) -> None:
        """Files may have come and gone while people were elsewhere."""
        if state == Qt.ApplicationState.ApplicationActive and self._job is None:
            self._look()

    def _on_info(self, info: VideoInfo) -> None:
        for video in self.ws.document.videos.values():
            if video.fingerprint == info.fingerprint:
                problems = {**self._facts.problems, video.id: info.problems}
                self._facts = tasks.Facts(self._facts.missing - {video.id}, problems)
                self._show_states()

    # -- pictures ----------------------------------------------------------------------------------------------------

    def _on_picture_wanted(self, video_id: int) -> None:
        video = self.ws.document.videos.get(video_id)
        if video is not None:
            self._thumbnails.want(video, _shown_frame(video))

    def _on_picture(self, fingerprint: str, frame: int, image: QImage) -> None:
        for video in self.ws.document.videos.values():
            if video.fingerprint == fingerprint and _shown_frame(video) == frame:
                self.view.set_thumbnail(video.id, image)

    # -- what people do ----------------------------------------------------------------------------------------------

    def _on_chosen(self, video_id: int) -> None:
        self._queue, self._play = [], ""
        self._open(video_id)

    def _open(self, video_id: int) -> None:
        document = self.ws.document
        if document.video is None or document.video.id != video_id:
            document.open_video(video_id)

    def _on_play(self, ids: list[int]) -> None:
        """From the beginning, one after another."""
        self._queue = list(ids)
        self._next()

    def _next(self) -> None:
        document = self.ws.document
        while self._queue:
            video = document.videos.get(self._queue.pop(0))
            if video is None or video.id in self._facts.missing:
                continue
            if document.video is not None and document.video.id == video.id and self.ws.playhead.clock is not None:
                self.ws.playhead.seek(0)
                self.ws.playhead.play(1.0)
            else:
                self._play = video.fingerprint
                document.open_video(video.id)
            return

    def _on_opened(self, info: VideoInfo, clock: Clock) -> None:
        self._on_info(info)
        wanted, self._play = self._play, ""
        if wanted == info.fingerprint:
            self.ws.playhead.play(1.0)

    def _on_playing(self, playing: bool) -> None:
        playhead = self.ws.playhead
        if not playing and self._queue and playhead.clock is not None and playhead.frame == playhead.frames - 1:
            self._next()

    def _on_remove(self, ids: set[int]) -> None:
        """Off the project, with all that is labelled in them; the files stay, and undo brings everything back."""
        document = self.ws.document
        if document.remove_videos([document.videos[i] for i in ids]) and document.video is None:
            document.open_video(next(iter(document.videos), None))

    def _on_analyze(self, ids: set[int]) -> None:
        analyze_videos(self.ws, [self.ws.document.videos[i] for i in ids])

    def _on_relink(self, video_id: int) -> None:
        if path := dialogs.ask_open(phrase("Where is this video now?"), dialogs.video_filter()):
            self.ws.relink(self.ws.document.videos[video_id], path)


def _shown_frame(video: Video) -> int:
    """A tenth into the video: the first frames are often black."""
    return video.frames // 10

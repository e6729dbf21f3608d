"""The panel of similar moments: looks for them, shows where they are, and labels them, each by one Edit."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDockWidget

from app import tasks
from app.jobs import Job
from app.thumbnails import Thumbnails
from app.views.similar_list import SimilarRow
from app.words import phrase, with_keys
from app.workspace import Workspace
from core.errors import UserError
from core.rows import Label, Segment, Track, Video
from core.time import ConstantRate, Span, format_span
from core.timeline import ops
from core.timeline.edit import Edit
from core.timeline.similar import Moment
from core.timeline.tracks import anothers, made_track, own_track

if TYPE_CHECKING:
    from app.main_window import MainWindow

_HEIGHT = 480  # pixels: five rows and what is around them


class SimilarPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow, dock: QDockWidget, thumbnails: Thumbnails) -> None:
        super().__init__(window)
        self.ws, self.view, self.dock, self._thumbnails = ws, window.similar, dock, thumbnails
        self._window, self._timeline = window, window.timeline
        self.found: tasks.Similar | None = None
        self._labelled: dict[int, int] = {}  # key of a row → id of its segment
        self._job: Job | None = None
        view = self.view
        view.opened.connect(self._on_opened)
        view.labelled.connect(self._on_labelled)
        view.picture_wanted.connect(self._on_picture_wanted)
        view.network_chosen.connect(self._on_network_chosen)
        view.compute_requested.connect(self._on_compute)
        view.left.connect(window.timeline.setFocus)
        thumbnails.ready.connect(self._on_picture)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        self.found = None
        self._labelled.clear()
        self.view.clear()
        self.ws.document.undo_changed.connect(self._on_edited)
        self.ws.document.lists_changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        self.view.set_label_keys({label.key: label.id for label in self.ws.document.labels.values()})

    # -- looking -----------------------------------------------------------------------------------------------------

    def find(self) -> None:
        """What is like the selected segment, or like the in/out range."""
        document = self.ws.document
        chosen = document.selected
        span = chosen[0].span if chosen else self.ws.marks.span
        self._come_up()
        if document.video is None or span is None:
            self.ws.say(
                phrase("Select a segment, or set in and out points ({set_in} and {set_out}), to find moments like it.")
            )
            return
        runs = tuple(document.project.runs())
        self._look(tasks.Query(document.video.id, span, tuple(document.videos.values()), runs))

    def _come_up(self) -> None:
        """Before all else in its corner, and high enough for some rows."""
        self._window.come_up(self.dock, _HEIGHT)

    def _look(self, query: tasks.Query) -> None:
        if self._job is not None and not self._job.done:
            self._job.cancel()
        title = phrase("Looking for similar moments")
        self._job = self.ws.start(title, tasks.find_similar(query), self._on_found, urgent=True)

    def _on_found(self, found: tasks.Similar) -> None:
        self.found = found
        self._labelled.clear()
        videos = {video.id: video for video in found.query.videos}
        source = videos[found.query.video_id]
        alike = ((key, moment) for key, moment in enumerate(found.moments) if moment.score > 0)
        rows = [self._row(key, moment, videos[moment.video_id]) for key, moment in alike]
        title = self.tr("Like {time}").format(
            time=format_span(ConstantRate(source.rate, source.frames), found.query.span)
        )
        self.view.show_moments(title, _name(source), rows, self._empty(bool(found.network)))
        self.view.set_networks(found.networks, found.network)
        self.view.set_lacking(len(found.lacking), len(videos))
        if rows:
            self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self, known: bool) -> str:
        """What to do while there are no moments; known: this video's features are."""
        if known:
            return self.tr(
                "No other moment could be compared; add videos, or let features be computed for more of them"
            )
        text = self.tr("No features of this video are known yet; analyse it ({analyze}), or press Compute below")
        return with_keys(text)

    def say_keys(self) -> None:
        """They have changed."""
        if self.found is None:
            self.view.clear()
        elif not self.found.moments:
            self._on_found(self.found)

    def _row(self, key: int, moment: Moment, video: Video) -> SimilarRow:
        return SimilarRow(
            key, format_span(ConstantRate(video.rate, video.frames), moment.span), _name(video), moment.score
        )

    def _on_network_chosen(self, name: str) -> None:
        if self.found is not None and name != self.found.network:
            query = self.found.query
            self._look(tasks.Query(query.video_id, query.span, query.videos, query.runs, name))

    # -- computing ---------------------------------------------------------------------------------------------------

    def _on_compute(self) -> None:
        """The features that are missing, in the background; then the search once more."""
        if self.found is None:
            return
        found, document = self.found, self.ws.document
        there: list[tuple[Video, Path]] = []
        for video_id in dict.fromkeys((found.query.video_id, *found.lacking)):
            video = document.videos.get(video_id)
            try:
                there += [(video, document.project.resolve(video))] if video is not None else []
            except UserError:
                continue  # the library shows it as missing
        if not there:
            said = phrase("None of these videos is where it was; find the missing files first ({find_missing}).")
            self.ws.complain(said)
            return
        self.view.compute.setEnabled(False)
        task = tasks.embed(there, found.network, self.ws.settings.device)
        job = self.ws.start(
            phrase("Computing features of {videos}", videos=_videos(len(there))), task, self._on_computed, "heavy"
        )
        job.finished.connect(self._on_compute_ended)

    def _on_compute_ended(self) -> None:
        self.view.compute.setEnabled(True)

    def _on_computed(self, result: tuple[int, tuple[str, ...]]) -> None:
        _, problems = result
        for problem in problems[:2]:
            self.ws.warn(problem)
        if len(problems) > 2:
            self.ws.warn(phrase("{count} more videos could not be used.", count=len(problems) - 2))
        if self.found is not None:
            query, document = self.found.query, self.ws.document
            if query.video_id in document.videos:
                runs = tuple(document.project.runs())
                self._look(
                    tasks.Query(query.video_id, query.span, tuple(document.videos.values()), runs, query.network)
                )

    # -- pictures ----------------------------------------------------------------------------------------------------

    def _moment(self, key: int) -> tuple[Moment, Video] | None:
        """None where its video was removed meanwhile."""
        moment = self.found.moments[key] if self.found is not None and key < len(self.found.moments) else None
        video = self.ws.document.videos.get(moment.video_id) if moment is not None else None
        return (moment, video) if moment is not None and video is not None else None

    def _on_picture_wanted(self, key: int) -> None:
        if there := self._moment(key):
            moment, video = there
            self._thumbnails.want(video, _middle(moment.span))

    def _on_picture(self, fingerprint: str, frame: int, image: QImage) -> None:
        for key, moment in enumerate(self.found.moments if self.found is not None else ()):
            video = self.ws.document.videos.get(moment.video_id)
            if video is not None and video.fingerprint == fingerprint and _middle(moment.span) == frame:
                self.view.set_picture(key, image)

    # -- opening -----------------------------------------------------------------------------------------------------

    def _on_opened(self, key: int) -> None:
        there = self._moment(key)
        if there is None:
            self.ws.say(phrase("This video is not in the project any more; look for similar moments again."))
            return
        moment, video = there
        self.ws.visit(video.id, lambda: self._show(moment.span))

    def _show(self, span: Span) -> None:
        """The moment as the in/out range, so that Enter and the labels' keys label it."""
        self.ws.document.select(())
        self.ws.playhead.pause()
        self.ws.marks.clear()
        self.ws.marks.set_in(span.start)
        self.ws.marks.set_out(span.stop)
        self.ws.playhead.seek(span.start)
        self._timeline.ensure_visible(span.start)

    # -- labelling ---------------------------------------------------------------------------------------------------

    def _on_labelled(self, key: int, label_id: int | None) -> None:
        there, document = self._moment(key), self.ws.document
        label = document.labels.get(label_id if label_id is not None else document.current_label_id or 0)
        if label is None:
            self.ws.complain(phrase("There is no label yet; add one in the Labels list first."))
        elif there is None:
            self.ws.say(phrase("This video is not in the project any more; look for similar moments again."))
        elif key in self._labelled:
            self.ws.say(phrase("This moment is labelled already; {undo} takes that back."))
        elif segment := self._push(label, *there):
            self._labelled[key] = segment.id
            self._on_edited()
            self.view.advance()

    def _push(self, label: Label, moment: Moment, video: Video) -> Segment | None:
        track, made = self._human_track(video)
        edit = ops.add_segment(track, label, moment.span, self.ws.document.author)
        segment = next(row for row in edit.added if isinstance(row, Segment))
        done = self.ws.document.push(made.then(edit, f"Label a similar moment as {label.name}"))
        return segment if done else None

    def _human_track(self, video: Video) -> tuple[Track, Edit]:
        """This person's track of any video, and the Edit that makes it."""
        document = self.ws.document
        if document.video is not None and document.video.id == video.id:
            return document.human_track()
        project, author = document.project, document.author
        tracks = project.tracks(video.id)
        own = own_track(
            tracks,
            author,
            lambda t: anothers([*project.segments(track_id=t.id), *project.reviewed(t.id)], author),
        )
        return (own, Edit("")) if own is not None else made_track(video.id, author, tracks)

    def _on_edited(self) -> None:
        """What is labelled is ticked; undo takes the tick back."""
        if not self._labelled:
            return
        document = self.ws.document
        present = {row.id: row for row in document.project.segments_by_id(self._labelled.values())}
        for key, segment_id in list(self._labelled.items()):
            label = document.labels.get(present[segment_id].label_id) if segment_id in present else None
            self.view.set_label(key, label.name if label else "", label.color if label else "")
            if label is None:
                del self._labelled[key]


def _middle(span: Span) -> int:
    return (span.start + span.stop - 1) // 2


def _name(video: Video) -> str:
    return PurePosixPath(video.path).name


def _videos(count: int) -> str:
    return phrase("1 video") if count == 1 else phrase("{count} videos", count=count)

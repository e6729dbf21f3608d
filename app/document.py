"""The Qt face of a Project: what is open, shown and selected, and every change of it as an Edit.

The Document keeps the rows of the current video in memory (ShownRows); other programs' edits are noticed by the
database's data version and read from its log.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from app import reshaping
from app.shown_rows import Cell as Cell
from app.shown_rows import ShownRows
from app.words import phrase
from core.errors import UserError
from core.rows import Label, Marker, Reviewed, Row, Run, Segment, State, Track, TrackKind, Video, changed
from core.storage.project import Project
from core.time import Clock, ConstantRate, Span
from core.timeline import label_ops, ops
from core.timeline.edit import Edit
from core.timeline.exclusive import Overlap, strongest
from core.timeline.query import SegmentTable
from core.timeline.tracks import made_track, own_track
from core.video.index import FrameIndex
from core.video.info import VideoInfo

_POLL_MS = 500


class Document(QObject):
    """Signals: rows_changed(set of Cell) after any Edit of the current video's segments, reviewed spans or markers (the
    set is empty where no segment changed); lists_changed() when videos,
    labels, tracks or runs changed; video_changed() when another video became current, clock_changed() when its exact
    timestamps are known; selection_changed();
    undo_changed(); refused(str) when an Edit could not be applied."""

    rows_changed = Signal(object)
    lists_changed = Signal()
    video_changed = Signal()
    selection_changed = Signal()
    undo_changed = Signal()
    clock_changed = Signal()
    refused = Signal(str)

    def __init__(self, project: Project, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.author = author
        self.videos: dict[int, Video] = {}
        self.labels: dict[int, Label] = {}
        self.runs: dict[int, Run] = {}
        self.video: Video | None = None
        self.clock: Clock | None = None
        self.selection: frozenset[int] = frozenset()
        self.current_label_id: int | None = None
        self.active_track_id: int | None = None  # where new segments land; None: this person's own
        self.overlap = Overlap.TRIM  # what becomes of neighbours in exclusive groups
        self._rows = ShownRows()
        self._reload_lists()
        self._version, self._position = project.data_version(), project.log_position()
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    # -- reading -----------------------------------------------------------------------------------------------------

    def _reload_lists(self) -> None:
        self.videos = {row.id: row for row in self.project.videos()}
        self.labels = {row.id: row for row in self.project.labels()}
        if self.current_label_id not in self.labels:
            self.current_label_id = next(iter(self.labels), None)

    @property
    def tracks(self) -> Mapping[int, Track]:
        return self._rows.tracks

    @property
    def cells(self) -> Mapping[Cell, SegmentTable]:
        return self._rows.cells

    @property
    def reviewed(self) -> Mapping[int, Reviewed]:
        return self._rows.reviewed

    @property
    def markers(self) -> Mapping[int, Marker]:
        """Of the current video, by id."""
        return self._rows.markers

    def _reload_video(self) -> None:
        """Reads the current video's tracks, runs, segments and markers anew."""
        video_id = self.video.id if self.video else None
        self._rows = ShownRows(video_id, self.project.markers(video_id) if video_id is not None else ())
        self._follow_tracks()
        self._select(self.selection)

    def _follow_tracks(self) -> set[Cell]:
        """Takes up what came and drops what went; returns the cells of both."""
        video = self.video
        self.runs = {row.id: row for row in self.project.runs(video.id)} if video else {}
        tracks = self.project.tracks(video.id) if video else []
        shown = {t.id: t for t in tracks if t.kind is TrackKind.HUMAN or t.run_id in self.runs}
        return self._rows.follow(self.project, shown)

    def open_video(self, video_id: int | None) -> None:
        """Makes a video current; its clock is the constant rate of its row until `set_clock` brings the exact one."""
        self.video = self.videos[video_id] if video_id is not None else None
        self.clock = ConstantRate(self.video.rate, self.video.frames) if self.video else None
        self.selection = frozenset()
        self._reload_video()
        self.video_changed.emit()
        self.selection_changed.emit()

    def set_facts(self, info: VideoInfo, clock: Clock) -> bool:
        """What opening or verifying a file said about it goes into its row (facts are nobody's Edit), and its exact
        clock replaces the constant rate. True when it is the current video."""
        row = next((video for video in self.videos.values() if video.fingerprint == info.fingerprint), None)
        if row is None:
            return False
        now = changed(
            row,
            frames=clock.frames,
            rate=info.fps,
            duration=info.duration,
            variable_rate=info.variable_frame_rate,
            verified=info.frames_verified,
        )
        if now != row:
            self.videos[row.id] = now = self.project.note_facts(now)
        current = self.video is not None and self.video.id == row.id
        if current:
            self._renumber(clock)
            self.video, self.clock = now, clock
            self.clock_changed.emit()
        if now != row:
            self.lists_changed.emit()
        return current

    def _renumber(self, clock: Clock) -> None:
        """Segments made on an index that has since been proved wrong in places stay on their pictures."""
        if not (isinstance(clock, FrameIndex) and isinstance(self.clock, FrameIndex)) or clock is self.clock:
            return
        to = clock.renumbered(self.clock)
        if (to == np.arange(len(to))).all():
            return
        self.push(self._rows.renumbered(to, clock.frames))

    def choose_label(self, label_id: int) -> None:
        """The label that the next segment gets."""
        if label_id in self.labels and label_id != self.current_label_id:
            self.current_label_id = label_id
            self.lists_changed.emit()

    def segment(self, segment_id: int) -> Segment:
        return self._rows.segments[segment_id]

    @property
    def selected(self) -> list[Segment]:
        return sorted((self._rows.segments[i] for i in self.selection), key=lambda s: (s.span, s.id))

    def segments_at(self, frame: int) -> list[Segment]:
        """What is on the timeline at a frame, without rejected ones."""
        return [s for table in self.cells.values() for s in table.at(frame) if s.state is not State.REJECTED]

    def missing(self) -> set[int]:
        """The videos whose files are not where they were."""
        gone = set()
        for video in self.videos.values():
            try:
                self.project.resolve(video)
            except UserError:
                gone.add(video.id)
        return gone

    def boundaries(self) -> list[int]:
        """Every segment start and stop of the current video, sorted, once each."""
        found: set[int] = set()
        for table in self.cells.values():
            found.update(table.start.tolist())
            found.update(table.stop.tolist())
        return sorted(found)

    # -- changing ----------------------------------------------------------------------------------------------------

    def push(self, edit: Edit) -> bool:
        """Applies an Edit durably and shows it; False, with `refused` emitted, when the rules or another program's
        change forbid it. An Edit that changes nothing is dropped."""
        if not edit:
            return False
        try:
            position = self.project.apply(edit)
        except UserError as error:
            self.refresh(force=True)
            self.refused.emit(str(error))
            return False
        self._take(edit, position)
        return True

    def undo(self) -> None:
        self._step(self.project.undo)

    def redo(self) -> None:
        self._step(self.project.redo)

    def _step(self, move: Callable[[], Edit | None]) -> None:
        try:
            edit = move()
        except UserError as error:
            self.refresh(force=True)
            self.refused.emit(str(error))
            return
        if edit is not None:
            self._take(edit, self.project.log_position())

    def _take(self, edit: Edit, position: int) -> None:
        """Brings memory up to an Edit that the database has."""
        if self.project.data_version() == self._version:
            self._position = position  # else somebody wrote meanwhile, and the next poll goes over all of it
        rows = (*edit.removed, *edit.added)
        self._follow([edit], any(not isinstance(row, Segment | Reviewed | Marker) for row in rows))

    def _follow(self, edits: Sequence[Edit], lists: bool) -> None:
        """Shows Edits, the last of which led to what the database holds now. `lists`: they may be about more than
        segments."""
        gone, touched = False, set[Cell]()
        if lists:
            self._reload_lists()
            if self.video is not None:
                self.video = self.videos.get(self.video.id)
                gone = self.video is None
            touched = self._follow_tracks()
        for edit in edits:
            touched |= self._rows.take(edit)
        self._select(self.selection)
        if gone:
            self.clock = None
            self.video_changed.emit()
        if lists:
            self.lists_changed.emit()
        self.rows_changed.emit(touched)
        self.undo_changed.emit()

    def refresh(self, force: bool = False) -> None:
        """Takes over what another program wrote into the project meanwhile, or this one past the Document."""
        version = self.project.data_version()
        if version == self._version and not force:
            return
        edits, self._position = self.project.changes_since(self._position)
        self._version = version
        self._follow(edits, True)

    # -- selection ---------------------------------------------------------------------------------------------------

    def select(self, ids: Iterable[int]) -> None:
        self._select(ids)

    def _select(self, ids: Iterable[int]) -> None:
        now = frozenset(i for i in ids if i in self._rows.segments)
        if now != self.selection:
            self.selection = now
            self.selection_changed.emit()

    # -- what people do ----------------------------------------------------------------------------------------------

    def human_track(self) -> tuple[Track, Edit]:
        """This person's track of the current video, and the Edit that makes it (empty when it is there already): the
        one that was chosen, or their own. Another person's is left alone unless it is chosen."""
        if self.video is None:
            raise UserError(phrase("Open a video first."))
        active = self.tracks.get(self.active_track_id or 0)
        if active is not None and active.kind is TrackKind.HUMAN:
            return active, Edit("")
        own = own_track(self.tracks.values(), self.author, lambda track: self._rows.anothers(track, self.author))
        return (own, Edit("")) if own is not None else made_track(self.video.id, self.author, self.tracks.values())

    def add_segment(self, span: Span, label_id: int | None = None) -> bool:
        label = self.labels.get(label_id if label_id is not None else self.current_label_id or 0)
        if label is None:
            self.refused.emit(phrase("There is no label yet; add one in the Labels list first."))
            return False
        human, made = self.human_track()
        edit = ops.add_segment(human, label, self.fitted(span, label.id), self.author)
        pushed = self._try(lambda: reshaping.roomy(self, made.then(edit, edit.text)))
        if pushed:
            self.select(row.id for row in edit.added)
        return pushed

    def change(self, segments: Sequence[Segment], text: str, **values: Any) -> bool:
        """Gives segments another `span`, `label_id`, `comment`, `subject` or `attributes`, as one Edit."""
        return self.carry_out(lambda: reshaping.changes(self, [(segment, values) for segment in segments], text))

    def carry_out(self, make: Callable[[], tuple[Edit, set[int]]]) -> bool:
        """Pushes an Edit and selects what it says; what `make` refuses is told."""
        made: list[set[int]] = []

        def edit() -> Edit:
            found, selection = make()
            made.append(selection)
            return found

        pushed = self._try(edit)
        if pushed:
            self.select(made[0])
        return pushed

    def fitted(self, span: Span, label_id: int) -> Span:
        """A point label's segments are one frame long."""
        label = self.labels.get(label_id)
        return label_ops.point(span) if label is not None and label.point else span

    def working_copy(self, segment: Segment) -> Segment:
        """What a person works on: of a prediction that was accepted before, the copy on their track; where a later
        network found again what was labelled before, that."""
        if segment.state is not State.ACCEPTED or self.tracks[segment.track_id].kind is not TrackKind.RUN:
            return segment
        copies = [row for row in self._rows.segments.values() if row.origin_id == segment.id]
        return next(iter(copies or self._rows.alike(segment)), segment)

    def split(self, segment: Segment, at: int) -> bool:
        return self._try(lambda: ops.split(segment, at, track=self.tracks[segment.track_id], author=self.author))

    def join(self, segments: Sequence[Segment]) -> bool:
        if not segments:
            return False
        track = self.tracks[segments[0].track_id]
        if any(self.labels[s.label_id].point for s in segments):
            said = phrase("Points are one frame long and cannot be joined; delete the ones you do not want.")
            self.refused.emit(said)
            return False
        return self._try(lambda: reshaping.roomy(self, ops.join(segments, track=track, author=self.author)))

    def _try(self, make: Callable[[], Edit]) -> bool:
        try:
            edit = make()
        except UserError as error:
            self.refused.emit(str(error))
            return False
        return self.push(edit)

    def delete(self, segments: Iterable[Segment]) -> bool:
        return self.push(ops.delete(segments, self.tracks, self.author))

    def accept(self, segments: Iterable[Segment]) -> bool:
        """Copies predictions to this person's track, where room is made for them as for what is drawn there. Of several
        that exclude each other the strongest are taken."""
        wanted = list(segments)
        chosen = strongest(wanted, self.labels)

        def accepted() -> tuple[Edit, set[int]]:
            human, made = self.human_track()
            edit = ops.accept(chosen, human, self.author)
            judged = {row.id for row in edit.removed}
            copies = {row.id for row in edit.added} - judged  # what is done next is done to them
            whole = reshaping.roomy(self, made.then(edit, edit.text)) if edit else edit
            return whole, copies or judged

        done = self.carry_out(accepted)
        if done and len(chosen) < len(wanted):
            self.refused.emit(
                phrase(
                    "{count} of them stay predictions: stronger ones exclude them at the same moment.",
                    count=len(wanted) - len(chosen),
                )
            )
        return done

    def reject(self, segments: Iterable[Segment]) -> bool:
        return self.push(ops.reject(segments, self.author))

    def remove_videos(self, videos: Sequence[Video]) -> bool:
        """Takes videos off the project with everything people labelled in them, and hides their runs: one Edit."""
        gone: list[Row] = []
        hidden: list[Row] = []
        for video in videos:
            for run in self.project.runs(video.id):
                gone.append(run)
                hidden.append(changed(run, hidden=True))
            for track in self.project.tracks(video.id):
                if track.kind is TrackKind.HUMAN:
                    gone += [*self.project.segments(track_id=track.id), *self.project.reviewed(track.id), track]
            gone += self.project.markers(video.id)
        name = Path(videos[0].path).name if len(videos) == 1 else f"{len(videos)} videos"
        return self.push(Edit(f"Remove {name}", (*gone, *videos), tuple(hidden)))

    def close(self) -> None:
        self._timer.stop()
        self.project.close()

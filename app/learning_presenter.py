"""The panel of learning: trains from corrections, looks through all videos with the result, shows what that changed
before it is taken, and goes back to earlier versions."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDockWidget

from app import tasks
from app.jobs import Job
from app.pending_notice import PendingNotice
from app.told_words import told
from app.views.learn import VersionRow
from app.views.learn_changes import ChangeRow
from app.views.timeline_ghosts import Ghost
from app.words import moment_text, phrase
from app.workspace import Workspace
from core.errors import UserError
from core.rows import Video
from core.task import Progress
from core.time import ConstantRate, format_span
from core.timeline.changes import Change, Changes
from core.timeline.edit import Edit

if TYPE_CHECKING:
    from app.main_window import MainWindow

_SOON_MS = 250
_FEW = 5  # labels named in a sentence
_HEIGHT = 420  # pixels: two plots and what is around them


class LearningPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow, dock: QDockWidget) -> None:
        super().__init__(window)
        self.ws, self.window, self.view, self.dock = ws, window, window.learn, dock
        self._job: Job | None = None
        self._stop = threading.Event()
        self._kept: list[tasks.Improved] = []
        self._looking: set[Job] = set()  # jobs that look through videos with what was learned
        self._count = 0
        self._track = 0  # of the open video, where what changed is painted
        self._learned = ""  # what is told of the training once all videos were looked through
        self.versions: list[tasks.Version] = []
        self.pending = PendingNotice(window, self.show_changes)
        self.changes: list[tuple[Video, Change]] = []
        self._timer = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._timer.timeout.connect(self.refresh)
        self.view.learn_requested.connect(self.learn)
        self.view.stop_requested.connect(self.stop)
        self.view.opened.connect(self._on_opened)
        self.view.taken.connect(self.take)
        self.view.refused.connect(self.refuse)
        self.view.version_wanted.connect(self.go_back)
        dock.visibilityChanged.connect(self._soon)
        ws.runner.ended.connect(self._on_ended)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        document = self.ws.document
        for changed in (document.lists_changed, document.rows_changed, document.video_changed):
            changed.connect(self._soon)
        self._looking.clear()
        self.pending.forget()
        self._soon()

    # -- training ----------------------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        return self._job is not None and not self._job.done

    def learn(self) -> None:
        """In the background; what was learned then finds activities in every video of the project."""
        self.come_up()
        if self.running or self._looking:
            self.ws.say(phrase("Learning is under way already."))
            return
        try:
            given = tasks.material(self.ws.document.project)
        except UserError as error:
            self.ws.complain(str(error))
            return
        self._stop, self._kept = threading.Event(), []
        ways = self.view.options
        task = tasks.improve(
            given,
            device=self.ws.settings.device,
            backbone=ways.backbone.isChecked(),
            coherence=ways.coherence.isChecked(),
            encoder=ways.encoder.isChecked(),
            stop=self._stop,
            kept=self._kept,
        )
        self._job = self.ws.start(phrase("Learning from corrections"), task, self._on_learned, "heavy")
        self._job.progressed.connect(self._on_progress)
        self.view.set_running(True)

    def stop(self) -> None:
        """What is best so far is used."""
        self._stop.set()

    def come_up(self) -> None:
        self.window.come_up(self.dock, _HEIGHT)

    def show_changes(self) -> None:
        """In the panel; the keyboard goes there too."""
        self.come_up()
        self.view.show_changes()
        self.view.list.setFocus()

    def _on_progress(self, _: Job, progress: Progress) -> None:
        if progress.curves:
            self.view.set_curves(progress.curves)

    def _on_ended(self, job: Job) -> None:
        """After whoever started the job was given its value."""
        if job is self._job:
            self._job = None
            self.view.set_running(False)
            if job.was_cancelled and self._kept and not self.ws.closed:
                self._keep(self._kept[0])
        elif job in self._looking:
            self._looking.discard(job)
            if not self._looking:
                self._looked()

    def _keep(self, learned: tasks.Improved) -> None:
        """A training that was cancelled: its best is a version to go back to."""
        if learned.material.project == self.ws.document.project.path:
            tasks.commit_improved(self.ws.document.project, learned)
            self.ws.say(phrase("Learning was cancelled; the best so far is kept among the versions."))
            self._soon()

    def _on_learned(self, learned: tasks.Improved) -> None:
        """Where another project was opened meanwhile, this is not called: the checkpoint stays on this computer."""
        tasks.commit_improved(self.ws.document.project, learned)
        self.view.set_curves(learned.curves)
        for note in learned.notes:
            self.ws.say(note)
        labels = _counted(len(learned.labels), phrase("1 label"), phrase("{count} labels", count=len(learned.labels)))
        self._learned = phrase(
            "Learned {labels} in {seconds:.0f} s; F1 {score:.2f}.",
            labels=labels,
            seconds=learned.seconds,
            score=learned.metrics["F1"],
        )
        self._look(list(self.ws.document.videos.values()), learned.file)

    # -- looking through the videos ----------------------------------------------------------------------------------

    def _look(self, videos: list[Video], checkpoint: Path) -> None:
        self._count = 0
        for video in videos:
            path = self.ws.path_of(video)
            if path is not None:
                task = tasks.analyze(path, video, tasks.MODEL, device=self.ws.settings.device, checkpoint=checkpoint)
                title = phrase("Finding activities in {name}", name=path.name)
                self._looking.add(self.ws.start(title, task, self._on_found, "heavy"))

    def _on_found(self, result: tasks.Analysis) -> None:
        document = self.ws.document
        if result.video_id in document.videos:
            self._count += tasks.commit(document.project, result)
            document.refresh(force=True)

    def _looked(self) -> None:
        """All videos were looked through."""
        document = self.ws.document
        if self.ws.closed:
            return
        document.push(tasks.put_away_older(tasks.learned_versions(document.project)))
        self.refresh(told=True)
        found = phrase("1 activity") if self._count == 1 else phrase("{count} activities", count=self._count)
        if self._learned:
            found, self._learned = f"{self._learned} {found}", ""
        if tasks.proposed_version(self.versions) is not None:
            self.view.show_changes()
            self.ws.report(
                phrase(
                    "{found} found. What is new, gone or moved is listed under Changes: {take_learned} takes it, "
                    "{refuse_learned} refuses it.",
                    found=found,
                )
            )
        else:
            self.ws.report(
                phrase(
                    "{found} found. Correct what is wrong: {accept} accepts, {reject} rejects. Then learn again "
                    "({improve}).",
                    found=found,
                )
            )

    # -- what changed ------------------------------------------------------------------------------------------------

    def _soon(self, *_: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def refresh(self, told: bool = False) -> None:
        """Reads the versions and what the newest changed. While the panel is out of sight only what the timeline
        shows. `told`: what is proposed is told by whoever calls."""
        document = self.ws.document
        if self.ws.closed:
            return
        self.versions = tasks.learned_versions(document.project)
        both = tasks.proposed_version(self.versions)
        if told or not (self.running or self._looking):
            self.pending.follow(both[1].row.id if both is not None else None, told)
        shown = self.dock.isVisible()
        found: dict[int, Changes] = {}
        if both is not None:
            only = document.video.id if document.video is not None and not shown else None
            found = tasks.version_changes(document.project, *both, only)
        self._show_ghosts(found)
        if shown:
            self._show_changes(both is not None, found)
            self._show_versions()
            self.view.set_material(self._material())
            self.view.say_keys()

    def _show_ghosts(self, found: dict[int, Changes]) -> None:
        """On the timeline: the newest run of the open video, with what it had otherwise before."""
        video = self.ws.document.video
        both = tasks.proposed_version(self.versions)
        run = both[1].shown.get(video.id) if both is not None and video is not None else None
        track = next((t for t in self.ws.document.tracks.values() if run is not None and t.run_id == run.id), None)
        self._track = track.id if track is not None else 0
        ghosts: list[Ghost] = []
        if track is not None and video is not None and video.id in found:
            for one in found[video.id].found:
                old = one.before.span if one.before is not None else None
                ghosts.append(Ghost(track.id, one.segment.label_id, one.span, one.kind, old))
        self.window.presenter.set_ghosts(ghosts)

    def _show_changes(self, any_proposed: bool, found: dict[int, Changes]) -> None:
        document = self.ws.document
        there = [(document.videos[i], changes) for i, changes in found.items() if i in document.videos]
        self.changes = [(video, change) for video, changes in there for change in changes.found]
        rows = [self._row(key, video, change) for key, (video, change) in enumerate(self.changes)]
        text = ""
        if any_proposed:
            new, gone, moved = (sum(c.count(kind) for _, c in there) for kind in ("new", "gone", "moved"))
            one, several = (
                self.tr("{new} new, {gone} gone, {moved} moved, {same} as before, in 1 video"),
                self.tr("{new} new, {gone} gone, {moved} moved, {same} as before, in {count} videos"),
            )
            text = (one if len(there) == 1 else several).format(
                new=new, gone=gone, moved=moved, same=sum(c.same for _, c in there), count=len(there)
            )
        self.view.set_proposal(text, rows)

    def _row(self, key: int, video: Video, change: Change) -> ChangeRow:
        label = self.ws.document.labels.get(change.segment.label_id)
        shift = ""
        if change.before is not None and change.after is not None:
            rate = float(video.rate)
            first, last = (
                (getattr(change.after.span, end) - getattr(change.before.span, end)) / rate for end in ("start", "stop")
            )
            shift = f"{first:+.1f} / {last:+.1f} s".replace("-", "−")
        name, color = (label.name, label.color) if label else ("", "")
        when, file = format_span(ConstantRate(video.rate, video.frames), change.span), PurePosixPath(video.path).name
        return ChangeRow(key, change.kind, name, color, when, file, shift)

    def _on_opened(self, key: int) -> None:
        video, change = self.changes[key]
        self.ws.visit(video.id, lambda: self._show(change))

    def _show(self, change: Change) -> None:
        self.ws.playhead.pause()
        self.ws.document.select({change.segment.id})
        self.ws.playhead.seek(change.span.start)
        timeline = self.window.timeline
        timeline.ensure_visible(change.span.start)
        row = self._track, change.segment.label_id
        lanes = (n for n, lane in enumerate(timeline.scene.lanes) if (lane.track.id, lane.label.id) == row)
        for number in lanes:
            timeline.ensure_lane_visible(number)

    def take(self) -> None:
        self._carry_out(tasks.take_version, phrase("What was learned is taken; {undo} takes that back."))

    def refuse(self) -> None:
        self._carry_out(tasks.refuse_version, phrase("What was learned is put away; it stays among the versions."))

    def _carry_out(self, make: Callable[[list[tasks.Version]], Edit], said: str) -> None:
        try:
            edit = make(tasks.learned_versions(self.ws.document.project))
        except UserError as error:
            self.ws.say(str(error))
            return
        if self.ws.document.push(edit):
            self.ws.report(said)
            self.refresh()

    # -- versions ----------------------------------------------------------------------------------------------------

    def _show_versions(self) -> None:
        rows = []
        for one in self.versions:
            score = one.metrics.get("F1")
            on = told(str(one.metrics.get("on", "")))
            facts = [moment_text(one.row.created, "exact"), one.row.name, ", ".join(one.row.labels), on, one.row.path]
            rows.append(
                VersionRow(
                    one.row.id,
                    moment_text(one.row.created, "short"),
                    one.examples,
                    f"{score:.2f}" if isinstance(score, float) else "",
                    one.state,
                    "\n".join(filter(None, facts)),
                )
            )
        self.view.set_versions(rows)

    def go_back(self, checkpoint_id: int) -> None:
        """Shows what that version said, and lets it look at the videos it has not seen."""
        document = self.ws.document
        found = tasks.learned_versions(document.project)
        wanted = next(one for one in found if one.row.id == checkpoint_id)
        file = document.project.located(wanted.row)
        if file is None and not wanted.runs:
            self.ws.complain(
                phrase("The weights of this version are not where they were ({path}).", path=wanted.row.path)
            )
            return
        document.push(tasks.go_back_to(found, checkpoint_id))
        unseen = [video for video in document.videos.values() if video.id not in wanted.runs]
        if file is not None and unseen:
            self._look(unseen, file)
        self.ws.report(phrase("Back at {name}; the next training goes on from it.", name=wanted.row.name))
        self.refresh()

    # -- what there is to learn from -----------------------------------------------------------------------------------

    def _material(self) -> str:
        document = self.ws.document
        counts = document.project.example_counts()
        names = {label.id: label.name for label in document.labels.values()}
        if not counts:
            return phrase("Draw, accept or correct segments: each is an example to learn from.")
        few = [(names[i], tasks.ENOUGH - n) for i, n in counts.items() if i in names and n < tasks.ENOUGH]
        total = sum(counts.values())
        examples = _counted(total, phrase("1 example"), phrase("{count} examples", count=total))
        labels = _counted(len(counts), phrase("1 label"), phrase("{count} labels", count=len(counts)))
        said = phrase("{examples} of {labels}.", examples=examples, labels=labels)
        if few:
            listed = ", ".join(phrase("{name} ({count} more)", name=name, count=n) for name, n in few[:_FEW])
            said += " " + phrase("More would help: {labels}.", labels=listed + (" …" if len(few) > _FEW else ""))
        return said


def _counted(number: int, one: str, several: str) -> str:
    return one if number == 1 else several

"""What the window works with: the open Document, the Playhead, the jobs, and the coming and going of videos.

The Workspace is the only place where the GUI thread's objects meet: views know none of them, tasks know none of them.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app import tasks
from app.document import Document
from app.jobs import Job, JobRunner, Lane
from app.marks import Marks
from app.playback import Playback, Playhead
from app.sound import SoundPlayer
from app.sound_watch import SoundWatch
from app.told_words import left_out_text, told
from app.words import phrase, use_keys
from core import settings as user_settings
from core.decode import DecodeSettings
from core.errors import UserError
from core.log import logger
from core.rows import Run, Video
from core.signal import Signal as ScoreSignal
from core.storage.project import Project
from core.task import Task
from core.time import Clock
from core.timeline.edit import Edit
from core.timeline.exclusive import overlap_named
from core.video.info import VideoInfo

if TYPE_CHECKING:
    from app.main_window import MainWindow


class Workspace(QObject):
    """Signals: document_opened() after another project took the old one's place; said(text, kind) for the message bar,
    kind "info", "success", "warning" or "error"; broke(traceback) for a bug in a job; scores_ready(run id);
    facts_known(VideoInfo) when every frame of the open video was checked.
    """

    document_opened = Signal()
    said = Signal(str, str)
    broke = Signal(str)
    scores_ready = Signal(object)  # ids have 63 bits: an int argument would be cut to 32
    facts_known = Signal(object)

    window: MainWindow  # set by the window itself; actions that only change the view need it

    def __init__(
        self, settings: user_settings.Settings, project: Path, private: bool = False, parent: QObject | None = None
    ) -> None:
        """`private`: changed settings are not written to the user's file."""
        super().__init__(parent)
        self.settings = settings
        self._private = private
        use_keys(settings.keys)
        self.runner = JobRunner(self)
        self.runner.ended.connect(self._on_ended)
        self._waiting: dict[Job, tuple[Callable[[Any], object] | None, Document | None]] = {}
        self._closed = False
        self.watch = SoundWatch()
        self.playhead = Playhead(self, self.watch)
        self.playback = Playback(self.playhead, self)
        self.sound = SoundPlayer(self.playhead, self.watch, self)
        self.marks = Marks(self)
        self.scores: dict[int, ScoreSignal] = {}
        self._verifying: set[Path] = set()
        self._visit: tuple[str, Callable[[], object]] | None = None
        self.document = self._opened(project)
        self.playback.opened.connect(self._on_opened)
        self.playback.failed.connect(self.complain)

    @property
    def private(self) -> bool:
        """Whether nothing of what is shown how is to be remembered."""
        return self._private

    # -- messages ----------------------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """What core or a task said in English is said in the language of the window, here and in the next three."""
        self.said.emit(told(text), "info")

    def report(self, text: str) -> None:
        """Something the user asked for is done."""
        self.said.emit(told(text), "success")

    def warn(self, text: str) -> None:
        self.said.emit(told(text), "warning")

    def complain(self, text: str) -> None:
        self.said.emit(told(text), "error")

    def start(
        self,
        title: str,
        task: Task[Any],
        then: Callable[[Any], object],
        lane: Lane = "side",
        *,
        urgent: bool = False,
        quiet: bool = False,
    ) -> Job:
        """A job; `urgent` ones, which people wait for, go before the checking of long videos. `then(its value)` is
        called here, in the GUI thread, unless the project has been closed meanwhile. A failure is told: a UserError in
        the message bar, a bug in the report dialog."""
        job = self.runner.start(title, task, lane, urgent, quiet)
        self._waiting[job] = (then, self.document)
        return job

    def _on_ended(self, job: Job) -> None:
        then, document = self._waiting.pop(job, (None, None))
        if then is None or document is not self.document or self._closed:
            return
        if job.error is None:
            if not job.was_cancelled:
                then(job.value)
        elif isinstance(job.error, UserError):
            self.complain(str(job.error))
        else:
            self.broke.emit("".join(traceback.format_exception(job.error)))

    # -- projects ----------------------------------------------------------------------------------------------------

    def _opened(self, path: Path) -> Document:
        document = Document(Project.open(path), self.settings.who, self)
        document.overlap = overlap_named(self.settings.overlap)
        document.refused.connect(self.complain)
        document.video_changed.connect(self._on_video_changed)
        document.lists_changed.connect(self._load_scores)
        self.remember(path)
        return document

    def open_project(self, path: Path) -> None:
        """Replaces the open project; the old one stays open when the new one cannot be opened."""
        try:
            document = self._opened(path)
        except UserError as error:
            self.complain(str(error))
            return
        old, self.document = self.document, document
        self.playback.close()
        self.marks.clear()
        old.close()
        old.deleteLater()
        self.scores.clear()
        self.document_opened.emit()
        self.show_first_video()

    def show_first_video(self) -> None:
        first = next(iter(self.document.videos), None)
        self.document.open_video(first)

    def remember(self, path: Path) -> None:
        recent = tuple(dict.fromkeys([str(path), *self.settings.recent_projects]))[:10]
        self.change_settings(recent_projects=recent)

    def change_settings(self, **values: object) -> None:
        self.settings = user_settings.with_values(self.settings, **values)
        use_keys(self.settings.keys)
        if self._private:
            return
        try:
            user_settings.save(self.settings)
        except OSError as error:
            logger("workspace").warning("the settings could not be saved: %s", error)

    # -- videos ------------------------------------------------------------------------------------------------------

    def add_videos(self, paths: list[Path]) -> None:
        task = tasks.add_videos(paths, self.document.project.folder, self._known())
        self.start(phrase("Adding videos"), task, self._on_added, urgent=True)

    def _known(self) -> frozenset[str]:
        return frozenset(video.fingerprint for video in self.document.videos.values())

    def _on_added(self, found: tasks.Added) -> None:
        for problem in found.told:
            self.complain(problem)
        if said := left_out_text(found.left_out, found.again):
            self.say(said)
        self._relink_present(found)
        if found.edit:
            before = set(self.document.videos)
            if self.document.push(found.edit):
                new = [video for video in self.document.videos.values() if video.id not in before]
                if new:
                    self.document.open_video(new[0].id)
        elif found.present:
            self.document.open_video(
                next(v.id for v in self.document.videos.values() if v.fingerprint == found.present[0])
            )

    def _relink_present(self, found: tasks.Added) -> None:
        """A missing video whose file was added once more, from where it is now, is found again by that."""
        places = dict(zip(found.present, found.places, strict=True))
        missing = self.document.missing() if places else set()
        gone = [video for video in self.document.videos.values() if video.id in missing and video.fingerprint in places]
        if gone:
            where = {video.id: places[video.fingerprint] for video in gone}
            self.document.push(tasks.relink_found(self.document.project.folder, gone, where))

    def visit(self, video_id: int, then: Callable[[], object]) -> None:
        """Opens a video where it is not the open one, and calls `then` once its frames can be gone to; not at all where
        it was removed from the project, which is said."""
        video = self.document.videos.get(video_id)
        self._visit = None
        if video is None:
            self.say(phrase("This video is not in the project any more."))
        elif self.document.video is not None and self.document.video.id == video_id and self.playhead.clock is not None:
            then()
        else:
            self._visit = video.fingerprint, then
            self.document.open_video(video_id)

    def relink(self, video: Video, path: Path) -> None:
        """Points a video at where its file is now; refused when the content is another."""
        task = tasks.relink(self.document.project.folder, video, path)
        self.start(phrase("Comparing files"), task, self._on_relinked, urgent=True)

    def _on_relinked(self, edit: Edit) -> None:
        if self.document.push(edit):
            self.document.open_video(edit.added[0].id)

    def path_of(self, video: Video) -> Path | None:
        """Where the video's file lies now; None, and a message, when it cannot be found."""
        try:
            return self.document.project.resolve(video)
        except UserError as error:
            self.complain(str(error))
            return None

    def _on_video_changed(self) -> None:
        video = self.document.video
        self.marks.clear()
        self.scores.clear()
        path = self.path_of(video) if video is not None else None
        if path is None:
            self.playback.close()
            return
        self.playback.open(path)
        self._load_scores()

    def _on_opened(self, info: VideoInfo, index: Clock) -> None:
        """The exact clock is here; if its frames were never all decoded, that now happens behind the scenes."""
        self.document.set_facts(info, index)
        visit, self._visit = self._visit, None
        if visit is not None and visit[0] == info.fingerprint:
            visit[1]()
        if not info.frames_verified and info.path not in self._verifying:
            self._verifying.add(info.path)
            self.start(
                phrase("Checking every frame of {name}", name=info.path.name),
                tasks.verify_video(info.path),
                self._on_verified,
            )

    def _on_verified(self, found: tuple[VideoInfo, Clock]) -> None:
        info, index = found
        self._verifying.discard(info.path)
        if self.document.set_facts(info, index):
            self.playhead.set_clock(index)
            self.playback.reload()
            self.facts_known.emit(info)

    # -- runs --------------------------------------------------------------------------------------------------------

    def analyze(
        self, videos: list[Video], model: str, settings: DecodeSettings | None, checkpoint: Path | None = None
    ) -> None:
        for video in videos:
            path = self.path_of(video)
            if path is not None:
                settings = settings or tasks.remembered(self.document.project, model, checkpoint)
                task = tasks.analyze(path, video, model, settings, device=self.settings.device, checkpoint=checkpoint)
                self.start(phrase("Finding activities in {name}", name=path.name), task, self._on_analysed, "heavy")

    def _on_analysed(self, result: tasks.Analysis) -> None:
        """Commits what the worker found: labels it brings, then the run."""
        if result.video_id not in self.document.videos:
            return
        count = tasks.commit(self.document.project, result)
        self.document.refresh(force=True)
        name = Path(self.document.videos[result.video_id].path).name
        if count:
            found = phrase("1 activity") if count == 1 else phrase("{count} activities", count=count)
            self.report(
                phrase(
                    "{found} found in {name}. Drag their edges to correct them; {accept} accepts, {reject} rejects.",
                    found=found,
                    name=name,
                )
            )
        else:
            self.say(
                phrase(
                    "No activity reached the threshold in {name}. Lower it with the slider in the Runs panel.",
                    name=name,
                )
            )

    @property
    def decoding(self) -> dict[int, DecodeSettings]:
        """By run id, where a run's settings name a threshold."""
        found = {run.id: json.loads(run.settings) for run in self.document.runs.values()}
        return {i: DecodeSettings.read(values) for i, values in found.items() if "threshold" in values}

    def _load_scores(self) -> None:
        for run in self.document.runs.values():
            if run.id not in self.scores:
                self.start("Scores", tasks.load_scores(run), self._on_scores, urgent=True, quiet=True)

    def _on_scores(self, result: tuple[Run, ScoreSignal | None]) -> None:
        run, signal = result
        if signal is not None and run.id in self.document.runs:
            self.scores[run.id] = signal
            self.scores_ready.emit(run.id)

    # -- files of other programs -------------------------------------------------------------------------------------

    def import_annotations(self, path: Path) -> None:
        task = tasks.read_annotations(path, tasks.snapshot(self.document.project))
        self.start(phrase("Importing {name}", name=path.name), task, self._on_imported, urgent=True)

    def _on_imported(self, placed: tasks.Placed) -> None:
        self.document.push(placed.edit)
        for problem in placed.problems[:2]:  # the bar holds three lines
            self.warn(f"{problem.where}: {problem.message}")
        more = len(placed.problems) - 2
        others = phrase("{count} more problems; `reelmark import` on the command line lists them all.", count=more)
        rest = f" {others}" if more > 0 else ""
        said = phrase("{segments} imported.", segments=_segments(placed.imported)) + rest
        (self.report if placed.imported else self.say)(said)

    def export_annotations(self, path: Path, name: str) -> None:
        task = tasks.write_annotations(path, name, tasks.snapshot(self.document.project))
        self.start(phrase("Writing {name}", name=path.name), task, self._on_exported, urgent=True)

    def _on_exported(self, written: tasks.Written) -> None:
        lost = " " + phrase("Not in the file: {what}.", what="; ".join(map(told, written.lost))) if written.lost else ""
        said = phrase("{segments} written to {path}.", segments=_segments(written.count), path=written.path)
        self.report(said + lost)

    def render_video(self, video: Video, out: Path) -> None:
        path = self.path_of(video)
        if path is not None:
            task = tasks.render_overlay(path, out, tasks.snapshot(self.document.project), video)
            self.start(phrase("Rendering {name}", name=out.name), task, self._on_rendered)

    def _on_rendered(self, out: Path) -> None:
        self.report(phrase("Annotated video written to {path}.", path=out))

    def select(self, ids: set[int]) -> None:
        self.document.select(ids)

    @property
    def closed(self) -> bool:
        """Nothing is started any more."""
        return self._closed

    def close(self) -> None:
        self._closed = True
        self.runner.shut_down()
        self.playback.shut_down()
        self.sound.shut_down()
        self.document.close()


def _segments(count: int) -> str:
    return phrase("1 segment") if count == 1 else phrase("{count} segments", count=count)

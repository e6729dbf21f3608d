"""Measuring runs, checkpoints and people in the window: what there is to choose, the job, and the clips that play."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout

from app import dialogs, tasks
from app.actions.playing import loop_span
from app.told_words import told
from app.words import language_of_words, phrase, translate
from app.workspace import Workspace
from core.errors import UserError
from core.rows import Video
from core.time import Clock, ConstantRate, Span, format_seconds

if TYPE_CHECKING:
    from pathlib import Path

    from app.jobs import Job
    from app.main_window import MainWindow
    from app.tasks.comparing import Candidate
    from app.tasks.measuring import Comparison
    from app.views.measure import MeasureView
    from app.views.measure_choice import Choice
    from core.evaluation.footage import Place

_SIZE = (880, 580)  # pixels; a screen that has less gives less

_LEAST = 420  # pixels of height
_MARGIN = 0.5  # seconds before and after a place at least: it may be a single frame


class MeasurePresenter(QObject):
    """The dialog is made when it is first asked for: the window shall not wait for it."""

    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self.dialog: QDialog | None = None
        self.comparison: Comparison | None = None
        self._job: Job | None = None
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def open(self) -> None:
        if self.dialog is None:
            self._make()
        assert self.dialog is not None
        self._offer()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _make(self) -> None:
        from app.views.measure import MeasureView

        self.dialog = QDialog(self.window, Qt.WindowType.Tool)
        self.dialog.setWindowTitle(self.tr("Measure"))
        self.view: MeasureView = MeasureView(self.dialog)
        QVBoxLayout(self.dialog).addWidget(self.view)
        self.view.choice.wanted.connect(self._measure)
        self.view.choice.export_wanted.connect(self._export)
        self.view.picked.connect(self._on_picked)
        self.view.clips.chosen.connect(self._play)
        self._place()

    def _place(self) -> None:
        """Beside the window where the screen has room; else over its lower right corner, below the picture."""
        assert self.dialog is not None
        screen = (self.window.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        frame, stage = self.window.frameGeometry(), self.window.player.stage
        width, height = min(_SIZE[0], screen.width()), min(_SIZE[1], screen.height() - 40)
        beside = screen.right() - frame.right() > width
        if not beside:
            picture = stage.mapToGlobal(stage.rect().bottomLeft()).y()
            height = max(min(_LEAST, height), min(height, frame.bottom() - picture))
        left = frame.right() + 8 if beside else min(frame.right(), screen.right()) - width
        top = frame.top() if beside else min(frame.bottom(), screen.bottom()) - height
        self.dialog.resize(width, height)
        self.dialog.move(max(screen.left(), left), max(screen.top(), top))

    def _on_document(self) -> None:
        """Another project has other figures."""
        self.comparison = None
        self.ws.document.lists_changed.connect(self._on_lists)
        self._on_lists()

    def _on_lists(self) -> None:
        """Runs and people come and go."""
        if self.dialog is not None and self.dialog.isVisible():
            self._offer()

    # -- choosing and measuring

    def _known(self) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
        """(people, runs)."""
        project = self.ws.document.project
        return tasks.people(project), tasks.runs(project)

    def _offer(self) -> None:
        from app.views.measure_choice import Choice

        def listed(found: tuple[Candidate, ...]) -> list[Choice]:
            return [Choice(one.key, one.name, one.kind == "human", len(one.tracks)) for one in found]

        people, runs = self._known()
        self.view.choice.set_choices(listed(people), [*listed(runs), *listed(people)])
        if self.comparison is not None:
            return
        if not people:
            self.view.say(self.tr("Nobody has labelled anything yet, so there is nothing to measure against."))
        elif not runs and len(people) < 2:
            self.view.say(self.tr("There is no run and no second person to measure yet."))
        else:
            self.view.say(self.tr("Choose what to measure, and press Measure."))

    def _measure(self, reference: str, keys: list[str]) -> None:
        people, runs = self._known()
        known = {one.key: one for one in (*people, *runs)}
        chosen = [known[key] for key in keys if key in known]
        if self._job is not None and not self._job.done:
            self._job.cancel()
        try:
            if reference not in known:
                raise UserError(phrase("That track is not there any more; choose another reference."))
            given = tasks.measurable(self.ws.document.project, known[reference], chosen)
        except UserError as error:
            self._refused(told(str(error)))
            return
        self.comparison = None
        self.view.say(self.tr("Measuring …"))
        self._job = self.ws.start(phrase("Measuring"), tasks.measure(given), self._on_measured, urgent=True)
        self._job.failed.connect(self._on_failed)

    def _refused(self, said: str) -> None:
        """Where people look now, and in the message bar."""
        self.comparison = None
        self.view.say(said)
        self.ws.complain(said)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.view.say(told(str(error)))
        else:
            self.view.say(self.tr("Choose what to measure, and press Measure."))

    def _on_measured(self, comparison: Comparison) -> None:
        self.comparison = comparison
        notes = [*comparison.notes, *(note for one in comparison.results for note in one.notes)]
        self.view.set_results(comparison.results, [told(note) for note in notes])

    # -- looking at the clips

    def _video(self, place: Place) -> Video | None:
        """None where it was removed meanwhile."""
        return self.ws.document.videos.get(int(place.video))

    def _on_picked(self, title: str, places: list[Place]) -> None:
        self.view.show_places(title, places, self._says)

    def _says(self, place: Place) -> str:
        video = self._video(place)
        if video is None or self.comparison is None:
            return self.tr("(removed)")
        clock: Clock = ConstantRate(video.rate, video.frames)
        start, stop = clock.seconds(place.span.start), clock.seconds(place.span.stop)
        name = self.comparison.videos.get(place.video, "")
        text = self.tr("{name}, {time}, {length} s")
        return text.format(name=name, time=format_seconds(start, 2), length=f"{stop - start:.2f}")

    def _play(self, place: Place) -> None:
        """Opens the video where it is another one, and loops the place."""
        self.ws.visit(int(place.video), lambda: self._loop(place.span))

    def _loop(self, span: Span) -> None:
        clock = self.ws.playhead.clock
        if clock is None or span.start >= clock.frames:
            return
        self.ws.document.select(())
        margin = max(self.ws.settings.loop_margin, _MARGIN)
        loop_span(self.ws, Span(span.start, min(span.stop, clock.frames)), margin)
        self.window.timeline.ensure_visible(span.start)

    # -- export

    def _export(self) -> None:
        if self.comparison is None:
            return
        filters = phrase("Report with figures (*.html);;Table (*.csv);;Everything as JSON (*.json)")
        path = dialogs.ask_save(phrase("Export measurement"), filters, ".html")
        if path is not None:
            from app.tasks.measure_table import Words

            task = tasks.write_report(path, self.comparison, Words(language_of_words(), _in_report))
            self.ws.start(phrase("Export measurement"), task, self._on_exported)

    def _on_exported(self, path: Path) -> None:
        self.ws.report(phrase("The measurement is written to {path}.", path=path))


def _in_report(text: str) -> str:
    """Names of measures stand among the window's texts, all else among what tasks say."""
    found = translate("measures", text)
    return found if found != text else told(text)

"""How good the chosen run is on what people reviewed of the open video, live beside the sliders; and their tuning."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QTimer

from app import dialogs, tasks
from app.views.runs_figures import Figures
from app.words import phrase, with_keys
from app.workspace import Workspace
from core.decode import DecodeSettings, Found
from core.evaluation.reference import Measure, Reference, measured, references
from core.rows import Run

if TYPE_CHECKING:
    from app.main_window import MainWindow

_SOON_MS = 150  # after an edit
_MANY = 20_000  # segments of a video: to go over them takes longer than a picture may
_KEPT = 4  # decodings
_NOTHING = str(
    QT_TRANSLATE_NOOP(
        "TuningPresenter",
        "Correct segments and mark what you looked at as reviewed ({mark_range_reviewed}): precision, recall and F1 "
        "then stand here.",
    )
)
_TIP = str(
    QT_TRANSLATE_NOOP(
        "TuningPresenter",
        "In what was reviewed of this video: segments that overlap yours by half.\n"
        "Frame by frame: precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.2f}",
    )
)


class TuningPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.view, self.runs = ws, window.runs, window.presenter.runs
        self.dialog: dialogs.TuningDialog | None = None
        self._first: dict[int, DecodeSettings] = {}  # by run: what the sliders go back to
        self._known: dict[str, Reference] | None = None
        self._found: dict[tuple[int, DecodeSettings], tuple[Found, ...]] = {}  # a few that were asked for last
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._show)
        view = self.view
        view.run_chosen.connect(self._later)
        view.label_chosen.connect(self._later)
        view.tune_requested.connect(window.commands["tune"].trigger)
        view.apply_all_requested.connect(self._on_apply_all)
        view.reset_requested.connect(self._on_reset)
        view.folded_changed.connect(self._on_folded)
        self.runs.decoded.connect(self._on_moving)
        ws.scores_ready.connect(self._later)
        ws.document_opened.connect(self._on_document)
        window.commands["tune"].changed.connect(self._say_keys)
        window.commands["tune"].enabledChanged.connect(view.tune.setEnabled)
        view.set_folded(ws.settings.sliders_folded)
        self._say_keys()
        self._on_document()

    def _say_keys(self) -> None:
        """The button says what its action says."""
        self.view.tune.setToolTip(
            with_keys(self.tr("Find the best settings of each label on reviewed videos ({tune})"))
        )

    def _on_document(self) -> None:
        document = self.ws.document
        self._first.clear()
        self._found.clear()
        document.lists_changed.connect(self._on_changed)
        document.video_changed.connect(self._on_changed)
        document.rows_changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self, _: object = None) -> None:
        self._known = None
        self._later()

    def _later(self, _: object = None) -> None:
        self._soon.start()

    def _on_folded(self, folded: bool) -> None:
        self.ws.change_settings(sliders_folded=folded)
        self._later()

    # -- figures -----------------------------------------------------------------------------------------------------

    def _run(self) -> Run | None:
        return self.ws.document.runs.get(self.view.current or 0)

    def _show(self) -> None:
        """The run as it is stored."""
        run = self._run()
        if run is None or self.ws.closed or self.view.folded:
            return
        stored = _settings(run)
        self._first.setdefault(run.id, stored)
        self.view.set_changed(stored != self._first[run.id])
        self._show_labels(run, stored)
        many = sum(len(table) for table in self.ws.document.cells.values()) > _MANY
        if run.id not in self.ws.scores or many:  # of very many, figures come when a slider moves, not with every Edit
            self.view.figures.say("")
        elif not self._references():
            self.view.figures.say(with_keys(self.tr(_NOTHING)))
        else:
            self._show_figures(run, self._of(run, stored))

    def _show_labels(self, run: Run, settings: DecodeSettings) -> None:
        signal = self.ws.scores.get(run.id)
        channels = set(signal.channels) if signal is not None else set()
        names = [label.name for label in self.ws.document.labels.values() if label.name in channels]
        names += [one.label for one in settings.own if one.label not in names]
        self.view.panel.set_labels(sorted(names, key=str.casefold))

    def _references(self) -> dict[str, Reference]:
        if self._known is None:
            document = self.ws.document
            labels, tracks = list(document.labels.values()), list(document.tracks.values())
            self._known = references(labels, tracks, document.cells, document.reviewed.values())
        return self._known

    def _of(self, run: Run, settings: DecodeSettings) -> dict[str, Measure]:
        """How good a run would be under settings."""
        key, video = (run.id, settings), self.ws.document.video
        assert video is not None
        found = self._found.pop(key, None)
        if found is None:
            found = tasks.redecode(self.ws.scores[run.id], settings, run, video).found
        self._found[key] = found
        while len(self._found) > _KEPT:
            del self._found[next(iter(self._found))]
        return measured(found, self._references())

    def _on_moving(self, run_id: int, found: tuple[Found, ...]) -> None:
        run = self._run()
        if run is not None and run.id == run_id and self._references():
            self.view.set_changed(True)
            self._show_figures(run, measured(found, self._references()))

    def _show_figures(self, run: Run, now: Mapping[str, Measure]) -> None:
        before = self._of(run, self._first.setdefault(run.id, _settings(run)))
        label = self.view.panel.label
        new, old = (_total(some, label) for some in (now, before))
        if label and label not in now:
            self.view.figures.say(phrase("Nobody said where “{label}” is in this video.", label=label))
            return
        frames = new.frames
        tip = self.tr(_TIP).format(precision=frames.precision, recall=frames.recall, f1=frames.f1)
        self.view.figures.set_figures(Figures(_three(new), _three(old)), tip)

    # -- changing ----------------------------------------------------------------------------------------------------

    def _on_reset(self, run_id: int) -> None:
        settings = self._first.get(run_id)
        if settings is not None:
            self.runs.store(run_id, settings)

    def _on_apply_all(self, run_id: int, values: Mapping[str, Any]) -> None:
        project = self.ws.document.project
        given = tasks.tunable(project, run_id, said=False)
        task = tasks.redecode_all(given, DecodeSettings.read(values))
        self.ws.start(phrase("Applying settings"), task, partial(self._on_applied, "Apply settings"), urgent=True)

    def tune(self) -> None:
        """Finds each label's settings in the background and shows them. Raises UserError."""
        self.view.panel.settle()
        document = self.ws.document
        run = self._run() or max(document.runs.values(), key=lambda row: row.id, default=None)
        if run is None:
            self.ws.say(phrase("There is nothing to tune yet; find activities first ({analyze})."))
            return
        given = tasks.tunable(document.project, run.id)
        self.ws.start(phrase("Tuning settings"), tasks.tune_runs(given), partial(self._on_tuned, given), urgent=True)

    def _on_tuned(self, given: tasks.Tunable, found: tasks.Redecoded) -> None:
        tuning = found.tuning
        assert tuning is not None
        few = ", ".join(one.label for one in tuning.labels if one.kept == "few")
        if all(one.kept for one in tuning.labels):
            said = phrase("Nothing is gained by other settings, as far as the examples tell.")
            more = phrase("Too few examples of {labels}: two are needed.", labels=few)
            self.ws.say(f"{said} {more}" if few else said)
            return
        videos = len(given.on)
        if given.apart:
            where = phrase("Tuned on what training kept apart ({videos}).", videos=_videos(videos))
        else:
            where = phrase("Tuned on what people reviewed ({videos}).", videos=_videos(videos))
        labels = [(given.settings.of(one.label), one) for one in tuning.labels]
        apply = partial(self._on_applied, "Tune settings", found)
        self.dialog = dialogs.ask_tuned(labels, where, len(found.found), apply)

    def _on_applied(self, text: str, found: tasks.Redecoded) -> None:
        """One Edit, for all runs."""
        document = self.ws.document
        edit = tasks.redecoded_edit(document.project, found, text)
        if not edit:
            self.ws.say(phrase("These settings are in use already."))
        elif document.push(edit):
            said = phrase(
                "{videos} decoded anew; {undo} brings the old segments back.", videos=_videos(len(found.found))
            )
            self.ws.report(said)
        if found.missing:
            names = ", ".join(found.missing[:3])
            self.ws.warn(
                phrase("The scores of {videos} are not cached any more; find activities there again.", videos=names)
            )


def _videos(count: int) -> str:
    return phrase("1 video") if count == 1 else phrase("{count} videos", count=count)


def _settings(run: Run) -> DecodeSettings:
    return DecodeSettings.read(json.loads(run.settings))


def _total(measures: Mapping[str, Measure], label: str) -> Measure:
    if label:
        return measures.get(label, Measure())
    return sum(measures.values(), Measure())


def _three(measure: Measure) -> tuple[float, float, float]:
    counts = measure.segments
    return counts.precision, counts.recall, counts.f1

"""The runs of a video, and live sliders that decide which of a run's scores become segments."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.views.empty import EmptyHint
from app.views.keys import LIST_KEYS, keep_keys
from app.views.runs_figures import FiguresView
from app.views.runs_fold import Below, RunsList
from app.views.runs_list import RUN, RunDelegate, RunModel
from app.views.runs_panel import DecodePanel
from app.words import with_keys
from core.rows import Run


class RunsView(QWidget):
    """Values in through setters, wishes out through signals. Ids have 63 bits, so they travel as objects.

    Signals:
        run_chosen: the id of the run that the sliders now belong to.
        settings_changed: (run id, settings by name) while a slider moves, at most 25 times a second. The names are
            those of core.decode.DecodeSettings; the ones that have no slider are handed back as they came.
        settings_committed: (run id, settings by name) once the user let go.
        visibility_changed: (run id, True when its rows shall be on the timeline).
        label_chosen: whose settings the sliders are now, "" for all labels.
        accept_all_requested, remove_requested, reset_requested: a run's id; reset: its sliders go back.
        apply_all_requested: (run id, settings by name) for all runs of the same weights.
        tune_requested, folded_changed(True when the sliders are hidden).
    """

    run_chosen = Signal(object)
    settings_changed = Signal(object, object)
    settings_committed = Signal(object, object)
    visibility_changed = Signal(object, bool)
    accept_all_requested = Signal(object)
    remove_requested = Signal(object)
    reset_requested = Signal(object)
    apply_all_requested = Signal(object, object)
    label_chosen = Signal(str)
    tune_requested = Signal()
    folded_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the theme paints the panel's ground
        self._current: int | None = None
        self._there = False  # a video
        self.model, self.panel = RunModel(), DecodePanel(self)
        self.list = self._make_list()
        self._hint = EmptyHint("sparkles", self.tr("No analysis yet"), self._next(False), self.list)
        self.found = QLabel(self)
        self.found.setProperty("role", "title")
        self.figures = FiguresView(self)
        self.accept_all = self._tool("check-check", self.tr("Accept all"))
        self.accept_all.setToolTip(self.tr("Copy all segments of this run to your own track"))
        self.remove = self._tool("trash-2", self.tr("Remove"))
        self.remove.setToolTip(self.tr("Take this run off the timeline; undo brings it back"))
        self.fold = self._tool("chevron-down", self.tr("Sliders"))
        self.tune = QPushButton(self.tr("Tune"), self)
        self.apply_all = QPushButton(self.tr("Apply to all videos"), self)
        self.apply_all.setToolTip(self.tr("All runs of the same network and weights take these settings"))
        self.reset = self._tool("undo-2", self.tr("Reset"))  # two texts side by side are wider than the panel in German
        self.reset.setToolTip(self.tr("Back to the settings from before the sliders moved"))
        self._below = self._make_below()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._below)
        self._connect()
        self.set_folded(False)
        self.set_changed(False)
        self.set_runs((), {})

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(icon))
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _make_below(self) -> Below:
        """A line about the chosen run, and what can be folded away."""
        head, ends = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.fold)
        head.addWidget(self.found, 1)
        head.addWidget(self.accept_all)
        head.addWidget(self.remove)
        ends.addWidget(self.apply_all, 1)
        ends.addWidget(self.reset)
        grid, row, column = self.panel.room
        grid.addWidget(self.tune, row, column)
        self._sliders = QWidget(self)
        inner = QVBoxLayout(self._sliders)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.panel)
        inner.addWidget(self.figures)
        inner.addLayout(ends)
        content = QWidget(self)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(12, 6, 12, 10)
        whole.setSpacing(6)
        whole.addLayout(head)
        whole.addWidget(self._sliders)
        return Below(content, self)

    def set_folded(self, folded: bool) -> None:
        """Without sliders the list has all the room."""
        self._sliders.setVisible(not folded)
        self.fold.setIcon(theme.icon("chevron-right" if folded else "chevron-down"))
        self.fold.setToolTip(self.tr("Show the sliders") if folded else self.tr("Hide the sliders"))
        self._below.updateGeometry()

    @property
    def folded(self) -> bool:
        return self._sliders.isHidden()

    def _on_fold(self) -> None:
        self.set_folded(not self.folded)
        self.folded_changed.emit(self.folded)

    def set_runs(
        self,
        runs: Sequence[Run],
        counts: Mapping[int, int],
        shown: Collection[int] | None = None,
        names: Mapping[int, str] | None = None,
    ) -> None:
        """The runs of the open video, newest first; how many segments each has, by id; which are on the timeline (all
        where not given); and what their tracks are called."""
        self.model.set_runs(runs, counts, {run.id for run in runs} if shown is None else set(shown), names or {})
        self._hint.setVisible(not runs)
        ids = [run.id for run in runs]
        self._select(self._current if self._current in ids else (ids[0] if ids else None), tell=True)

    def set_video_open(self, there: bool) -> None:
        """What comes next while there is no run: a video, or an analysis of it."""
        self._there = there
        self.say_keys()

    def say_keys(self) -> None:
        """They have changed."""
        self._hint.set_text(self._next(self._there))

    def set_settings(self, settings: Mapping[str, object], problem: str = "") -> None:
        """The settings of the chosen run by their names in core.decode.DecodeSettings. `problem` says why they cannot
        be changed ("The scores of this run are gone; analyse again."), "" where they can."""
        self.panel.set_values(settings)
        for widget in (self.panel, self.apply_all):
            widget.setEnabled(not problem)
        self.panel.setToolTip(problem)

    def set_changed(self, changed: bool) -> None:
        """Whether there is something to go back to."""
        self.reset.setEnabled(changed)

    def set_found(self, count: int) -> None:
        """How many segments the present settings give."""
        several = self.tr("{count} segments found").format(count=count)
        self.found.setText(self.tr("1 segment found") if count == 1 else several)

    def _next(self, there: bool) -> str:
        if there:
            return with_keys(self.tr("Press {analyze} to find activities,\nthen correct them on the timeline"))
        return with_keys(
            self.tr("1. Open a video\n2. Find its activities ({analyze})\n3. Correct them on the timeline")
        )

    @property
    def current(self) -> int | None:
        """The id of the run that the sliders belong to."""
        return self._current

    def _make_list(self) -> QListView:
        view = RunsList(self)
        view.setModel(self.model)
        view.setItemDelegate(RunDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setAccessibleName(self.tr("Runs"))
        keep_keys(view, LIST_KEYS)
        return view

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.model.visibility_changed.connect(self.visibility_changed)
        self.panel.changed.connect(self._changed)
        self.panel.committed.connect(self._committed)
        self.panel.label_chosen.connect(self.label_chosen)
        self.fold.clicked.connect(self._on_fold)
        self.tune.clicked.connect(self.tune_requested)
        self.apply_all.clicked.connect(self._apply_all)
        self.reset.clicked.connect(self._reset)
        self.accept_all.clicked.connect(self._accept_all)
        self.remove.clicked.connect(self._remove)

    def _select(self, run_id: int | None, tell: bool) -> None:
        if run_id != self._current:
            self.panel.settle()  # what was chosen for the run that the sliders belonged to
        before, self._current = self._current, run_id
        self._below.setVisible(run_id is not None)
        index = self.model.row_of(run_id)
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
        if run_id is not None:
            self.set_found(self.model.counts.get(run_id, 0))
        if tell and run_id is not None and run_id != before:
            self.run_chosen.emit(run_id)

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(RUN).id != self._current:
            self._select(index.data(RUN).id, tell=True)

    def _changed(self, values: dict[str, object]) -> None:
        self.settings_changed.emit(self._current, values)

    def _committed(self, values: dict[str, object]) -> None:
        self.settings_committed.emit(self._current, values)

    def _apply_all(self) -> None:
        self.panel.settle()
        self.apply_all_requested.emit(self._current, self.panel.values())

    def _reset(self) -> None:
        self.panel.settle()
        self.reset_requested.emit(self._current)

    def _accept_all(self) -> None:
        self.accept_all_requested.emit(self._current)

    def _remove(self) -> None:
        self.remove_requested.emit(self._current)

    def _show_menu(self, at: QPoint) -> None:
        if self.list.indexAt(at).isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(theme.icon("check-check"), self.tr("Accept all"), self._accept_all)
            menu.addAction(theme.icon("trash-2"), self.tr("Remove run"), self._remove)
            menu.popup(self.list.viewport().mapToGlobal(at))

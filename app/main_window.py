"""The window: docks, menus and layout, and the wires between the views and the Workspace.

What an action does is in app.actions; what is shown where is in app.presenter.
"""

from __future__ import annotations

import base64
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.access_presenter import AccessPresenter
from app.actions.table import ACTIONS, ActionSpec
from app.beside_presenter import BesidePresenter
from app.collecting import Collector
from app.details_presenter import DetailsPresenter
from app.edit_presenter import EditPresenter
from app.errors import sentence
from app.filter_presenter import FilterPresenter
from app.hold_presenter import HoldPresenter
from app.label_presenter import LabelPresenter
from app.learning_presenter import LearningPresenter
from app.library_presenter import LibraryPresenter
from app.marker_presenter import MarkerPresenter
from app.measure_presenter import MeasurePresenter
from app.move_presenter import MovePresenter
from app.overlays_presenter import OverlaysPresenter
from app.overview_presenter import OverviewPresenter
from app.presenter import Presenter
from app.review_presenter import ReviewPresenter
from app.review_walk import ReviewWalk
from app.shots_presenter import ShotsPresenter
from app.side_presenter import SidePresenter
from app.signals_presenter import SignalsPresenter
from app.similar_presenter import SimilarPresenter
from app.sound_presenter import SoundPresenter
from app.thumbnails import Thumbnails
from app.track_presenter import TrackPresenter
from app.tuning_presenter import TuningPresenter
from app.views.drops import dropped_files
from app.views.filter_bar import FilterBar
from app.views.inspector import InspectorView
from app.views.jobbar import JobBar
from app.views.learn import LearnView
from app.views.library import LibraryView
from app.views.messagebar import MessageBar
from app.views.overview import OverviewView
from app.views.player import PlayerView
from app.views.review import ReviewView
from app.views.runs import RunsView
from app.views.similar import SimilarView
from app.views.timeline import TimelineView
from app.words import action_text, translate
from app.workspace import Workspace
from core.errors import UserError
from core.rows import Segment, State

_PANEL = 272  # pixels in which times and sliders are still whole
_LAYOUT_VERSION = 1
_SHARES = [400, 270]  # of player and timeline in the height
_FRAME = 40  # pixels of height for a title bar
_TOOLS = ("undo redo", "split join delete", "accept reject", "snap", "zoom_out zoom_fit zoom_in")


class MainWindow(QMainWindow):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.ws = workspace
        self._collector = Collector(self, lambda: workspace.playhead.playing)
        self.player, self.timeline = PlayerView(), TimelineView()
        self.library, self.inspector, self.runs = LibraryView(), InspectorView(), RunsView()
        self.similar, self.learn, self.review_panel = SimilarView(), LearnView(), ReviewView()
        self.reviewing = False  # the queue is being walked through
        self.messages, self.jobbar = MessageBar(), JobBar()
        self.overview, self.filter_bar = OverviewView(), FilterBar()
        self.commands: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self.setWindowIcon(theme.app_icon())
        self.setAcceptDrops(True)
        self._lay_out()
        self._make_actions()
        self.player.set_actions(self.commands)
        self.inspector.set_actions(self.commands)
        self.filtering = FilterPresenter(workspace, self, self.filter_bar)  # the timeline's rows ask it
        self.presenter = Presenter(workspace, self)
        self.thumbnails = Thumbnails(workspace)
        self.library_list = LibraryPresenter(workspace, self, self.thumbnails)
        self.side = SidePresenter(workspace, self)
        self.strip = OverviewPresenter(workspace, self)
        self.moving = MovePresenter(workspace, self)
        self.markers = MarkerPresenter(workspace, self)
        self.holding = HoldPresenter(workspace, self)
        self.editing = EditPresenter(workspace, self)
        self.tracks = TrackPresenter(workspace, self)
        self.signals = SignalsPresenter(workspace, self)
        self.overlays = OverlaysPresenter(workspace, self)
        self.sound = SoundPresenter(workspace, self)
        self.similar_moments = SimilarPresenter(workspace, self, self.docks[3], self.thumbnails)
        self.learning = LearningPresenter(workspace, self, self.docks[5])
        self.review_list = ReviewPresenter(workspace, self, self.docks[4])
        self.review = ReviewWalk(workspace, self, self.review_list)
        self.shots = ShotsPresenter(workspace, self)
        self.measuring = MeasurePresenter(workspace, self)
        self.beside = BesidePresenter(workspace, self)
        self.label_editor = LabelPresenter(workspace, self)
        self.details = DetailsPresenter(workspace, self)
        self.tuning = TuningPresenter(workspace, self)
        self.access = AccessPresenter(workspace, self)  # last: it names and keys what is there
        self.commands["snap"].setChecked(workspace.settings.snap)
        self.commands["overview"].setChecked(workspace.settings.overview)
        self.commands["toggle_theme"].setChecked(theme.name() == "light")
        self._default = self.saveState(_LAYOUT_VERSION)
        self._restore()

    # -- layout ------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(self.player)
        self.middle.addWidget(self.timeline)
        self.middle.setStretchFactor(0, 3)
        self.middle.setStretchFactor(1, 2)
        self.middle.setChildrenCollapsible(False)
        self.middle.setSizes(_SHARES)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.middle, 1)
        column.addWidget(self.filter_bar)
        column.addWidget(self.overview)
        column.addWidget(self.jobbar)
        self.setCentralWidget(centre)
        self.setDockNestingEnabled(True)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self.docks = [
            self._dock("Library", self.tr("Library"), self.library, left),
            self._dock("Inspector", self.tr("Inspector"), self.inspector, right),
            self._dock("Runs", self.tr("Runs"), self.runs, right),
            self._dock("Similar moments", self.tr("Similar moments"), self.similar, right),
            self._dock("Review", self.tr("Review"), self.review_panel, right),
            self._dock("Learning", self.tr("Learning"), self.learn, right),
        ]
        for dock in self.docks[3:]:
            self.tabifyDockWidget(self.docks[2], dock)
            dock.hide()
        self.inspector.setMinimumWidth(_PANEL)
        self.runs.setMinimumWidth(_PANEL)
        self.resize(1366, 768)
        self._size_docks()

    def _size_docks(self) -> None:
        self.resizeDocks(self.docks[:2], [250, 290], Qt.Orientation.Horizontal)
        self.resizeDocks(self.docks[1:3], [350, 380], Qt.Orientation.Vertical)

    def _tools(self) -> QWidget:
        """The commonest actions as buttons beside the menus, where they cost no height."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(0)
        for group in _TOOLS:
            for name in group.split():
                button = QToolButton(autoRaise=True)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setIconSize(theme.ICON_SIZE)
                button.setDefaultAction(self.commands[name])
                row.addWidget(button)
            row.addSpacing(12)
        find = QPushButton(theme.icon("sparkles", "on_accent"), " " + self.tr("Find activities"))
        find.setProperty("primary", "true")
        find.setToolTip(self.commands["analyze"].toolTip())
        self.commands["analyze"].changed.connect(lambda: find.setToolTip(self.commands["analyze"].toolTip()))
        find.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        find.clicked.connect(self.commands["analyze"].trigger)
        self.commands["analyze"].enabledChanged.connect(find.setEnabled)
        find.setEnabled(self.commands["analyze"].isEnabled())
        row.addWidget(find)
        return bar

    def _dock(self, name: str, title: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        """`name`: what a saved layout knows it by, in every language."""
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        widget.setAccessibleName(title)
        dock.setWidget(widget)
        self.addDockWidget(area, dock)
        return dock

    def come_up(self, dock: QDockWidget, height: int) -> None:
        """A panel before all else in its corner, and so high where it was out of sight."""
        hidden = dock.isHidden()
        dock.show()
        dock.raise_()
        if hidden:
            self.resizeDocks([dock], [height], Qt.Orientation.Vertical)

    def reset_layout(self) -> None:
        self.restoreState(self._default, _LAYOUT_VERSION)
        self.middle.setSizes(_SHARES)
        self._size_docks()

    def _restore(self) -> None:
        settings = self.ws.settings
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        else:
            self._fit_screen()
        if settings.layout:
            docks, *splitter = (QByteArray.fromBase64(part.encode()) for part in settings.layout.split(";"))
            self.restoreState(docks, _LAYOUT_VERSION)
            if splitter:
                self.middle.restoreState(splitter[0])

    def _fit_screen(self) -> None:
        """The first time: not larger than the screen has room for, with what the desktop puts around a window."""
        room = self.screen().availableSize()
        if room.height() < self.height() + _FRAME or room.width() < self.width():
            self.resize(min(self.width(), room.width()), min(self.height(), room.height() - _FRAME))

    def _remember(self) -> None:
        geometry, *layout = (
            base64.b64encode(state.data()).decode()
            for state in (self.saveGeometry(), self.saveState(_LAYOUT_VERSION), self.middle.saveState())
        )
        self.ws.change_settings(geometry=geometry, layout=";".join(layout))

    def apply_theme(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, self.ws.settings.theme)

    # -- actions -----------------------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        for spec in ACTIONS:
            title, grouped = spec.menu.rstrip("|"), spec.menu.endswith("|")
            menu = self.menus.get(title) or self.menuBar().addMenu(f"&{action_text(title)}")
            self.menus[title] = menu
            if grouped:
                menu.addSeparator()
            self.commands[spec.name] = action = self._action(spec)
            menu.addAction(action)
        self.tools = self._tools()  # the menu bar does not keep it alive
        self.menuBar().setCornerWidget(self.tools)
        panels = self.menus["View"].addMenu(self.tr("Panels"))
        for dock in self.docks:
            panels.addAction(dock.toggleViewAction())

    def _action(self, spec: ActionSpec) -> QAction:
        action = QAction(action_text(spec.text), self, checkable=spec.checkable)
        if spec.icon:
            action.setIcon(theme.icon(spec.icon))
        action.setShortcuts([QKeySequence(key) for key in spec.keys])  # the user's own: AccessPresenter.apply_keys
        action.triggered.connect(lambda: self._run(spec))
        return action

    def _run(self, spec: ActionSpec) -> None:
        """What a user can cause is told in the message bar; anything else is a bug, and reported as one."""
        try:
            spec.run(self.ws)
        except (UserError, OSError) as error:
            said = sentence(error, partial(translate, "errors"))
            if said is None:
                raise
            self.ws.complain(said)

    def listed_actions(self) -> list[tuple[str, str, QAction]]:
        """(menu, text, action) of everything the user can do, for the list of keys."""
        return [
            (action_text(spec.menu.rstrip("|")), action_text(spec.text).rstrip("… "), self.commands[spec.name])
            for spec in ACTIONS
        ]

    def segment_menu(self, segment: Segment | None, at: QPoint) -> None:
        """What can be done with the segment under the pointer, or with the video."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if segment is None:
            names = ["set_in", "set_out", "add_segment", "", "paste_segments", "fill_gap", "", "zoom_fit", "analyze"]
        else:
            judged = segment.state is not State.PREDICTED
            names = [*([] if judged else ["accept", "reject", ""]), "set_start", "set_stop", "split", "join", "loop",
                     "zoom_selection", "", "cut_segments", "copy_segments", "duplicate", "fill_gap", "",
                     "delete", "ripple_delete"]  # fmt: skip
        for name in names:
            if name:
                menu.addAction(self.commands[name])
            else:
                menu.addSeparator()
        if segment is not None:
            self._label_menu(menu.addMenu(self.tr("Relabel as")))
        menu.popup(at)

    def _label_menu(self, menu: QMenu) -> None:
        for action in self.presenter.label_actions():
            menu.addAction(action)

    # -- coming and going --------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.presenter.files_dropped(dropped_files(event.mimeData()))
        event.acceptProposedAction()

    def show_title(self, project: Path, video: str) -> None:
        self.setWindowTitle(f"{video} – {project.stem} – Reelmark" if video else f"{project.stem} – Reelmark")

    def closeEvent(self, event: QCloseEvent) -> None:
        self._remember()
        self.runs.panel.settle()  # what a slider chose a moment ago
        self.beside.shut_down()
        self.access.close()
        self.overlays.stop()
        self.ws.close()
        self._collector.close()
        event.accept()

"""The upper half of the library: a field that finds, which videos are shown in which order, and their list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QListView, QMenu, QToolButton, QWidget

from app import theme
from app.views.empty import EmptyHint
from app.views.keys import LIST_KEYS, keep_keys
from app.views.library_filter import Shown, VideoFilter
from app.views.library_paint import VideoDelegate
from app.views.library_pane import Pane
from app.views.library_videos import STATE, VIDEO, Order, VideoModel, VideoState
from app.views.tips import plain_button
from app.words import translate
from core.rows import Video


class VideoPane(Pane):
    """Signals: see LibraryView."""

    video_chosen = Signal(object)
    play_requested = Signal(object)
    remove_requested = Signal(object)
    analyze_requested = Signal(object)
    relink_requested = Signal(object)
    find_missing_requested = Signal()
    beside_requested = Signal(object)
    add_requested = Signal()
    labels_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model, self.filter = VideoModel(), VideoFilter()
        find, add = translate("VideoPane", "Find a video or label…"), translate("VideoPane", "Add videos")
        super().__init__(self.model, find, add, parent, self.filter)
        self._current: int | None = None
        self._listed = 0
        self._searching = False
        self.add.clicked.connect(self.add_requested)
        self.field.textChanged.connect(self._typed)
        self.list = QListView(self)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lay_out(self.list, VideoDelegate(self.list), "Videos")
        self._make_choices()
        self._hint = EmptyHint("film", self.tr("No videos yet"), "", self.list)
        for changed in (
            self.filter.modelReset,
            self.filter.rowsInserted,
            self.filter.rowsRemoved,
            self.filter.layoutChanged,
        ):
            changed.connect(self._show_hint)
        self.set_videos(())

    def _make_choices(self) -> None:
        self.shown = QComboBox(self)
        self.shown.setAccessibleName(self.tr("Which videos are shown"))
        self.shown.setToolTip(self.tr("Which videos are shown"))
        shown: tuple[tuple[Shown, str], ...] = (
            ("all", self.tr("All videos")),
            ("unanalysed", self.tr("Not analysed")),
            ("unreviewed", self.tr("Not reviewed")),
            ("problems", self.tr("With problems")),
            ("missing", self.tr("Missing files")),
        )
        for name, text in shown:
            self.shown.addItem(text, name)
        self.shown.currentIndexChanged.connect(self._choose_shown)
        keep_keys(self.shown, LIST_KEYS)
        self.order = plain_button("arrow-down-up", self.tr("Order of the videos"), self)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setMenu(self._order_menu())
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 6)
        row.addWidget(self.shown, 1)
        row.addWidget(self.order)
        self.column.insertLayout(1, row)

    def _order_menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        orders: tuple[tuple[Order, str], ...] = (
            ("added", self.tr("Date added")),
            ("name", self.tr("Name")),
            ("duration", self.tr("Duration")),
            ("state", self.tr("State: what needs you first")),
        )
        for name, text in orders:
            action = menu.addAction(text, partial(self._choose_order, name))
            action.setCheckable(True)
            action.setChecked(name == self.model.order)
            group.addAction(action)
        menu.addSeparator()
        self._reversed = menu.addAction(self.tr("Reverse order"), self._turn)
        self._reversed.setCheckable(True)
        return menu

    def set_videos(self, videos: Sequence[Video]) -> None:
        self._listed = len(videos)
        self.model.set_videos(videos)
        for widget in (self.field, self.shown, self.order):
            widget.setEnabled(bool(videos))
        if not videos:
            self.field.clear()
            self.shown.setCurrentIndex(0)
        self._show_hint()
        self.set_current(self._current)

    def set_states(self, states: Mapping[int, VideoState]) -> None:
        self.model.set_states(states)
        self._show_hint()

    def set_current(self, video_id: int | None) -> None:
        self._current = video_id
        self.model.set_current(video_id)
        index = self.names.mapFromSource(self.model.row_of(video_id))
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)

    def show_only(self, shown: Shown) -> None:
        self.shown.setCurrentIndex(self.shown.findData(shown))

    def selected(self) -> set[int]:
        return set(self.selected_in_order())

    def selected_in_order(self) -> list[int]:
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(VIDEO).id for index in rows]

    def choose(self, index: QModelIndex) -> None:
        video_id = index.data(VIDEO).id
        if len(self.selected()) == 1 and video_id != self._current:
            self.video_chosen.emit(video_id)

    def delete(self) -> None:
        if self.selected():
            self.remove_requested.emit(self.selected())

    def _play(self) -> None:
        self.play_requested.emit(self.selected_in_order())

    def _analyze(self) -> None:
        self.analyze_requested.emit(self.selected())

    def _beside(self) -> None:
        self.beside_requested.emit(self.selected())

    def _relink(self) -> None:
        self.relink_requested.emit(next(iter(self.selected())))

    def menu(self) -> QMenu:
        """What can be done with the selected videos."""
        menu, chosen = QMenu(self), self.list.selectionModel().selectedIndexes()
        count, missing = len(chosen), any(index.data(STATE).missing for index in chosen)
        play = self.tr("Play {0} videos, one after another").format(count) if count > 1 else self.tr("Play")
        menu.addAction(theme.icon("play"), play, self._play)
        menu.addAction(theme.icon("sparkles"), self.tr("Find activities…"), self._analyze)
        menu.addAction(theme.icon("panel-left"), self.tr("Play beside the open video"), self._beside)
        if count == 1:
            text = self.tr("Find the missing file…") if missing else self.tr("Relink…")
            menu.addAction(theme.icon("unlink"), text, self._relink)
        if missing:
            menu.addAction(theme.icon("search"), self.tr("Search a folder for all missing files…"), self._find_missing)
        menu.addSeparator()
        text = self.tr("Remove {0} videos").format(count) if count > 1 else self.tr("Remove from project")
        menu.addAction(theme.icon("trash-2"), text, self.delete)
        return menu

    def menu_at(self, index: QModelIndex) -> QMenu | None:
        return self.menu() if self.selected() else None

    def _find_missing(self) -> None:
        self.find_missing_requested.emit()

    def _typed(self, text: str) -> None:
        if text and not self._searching:  # labels are looked up once somebody searches
            self.labels_wanted.emit()
        self._searching = bool(text)

    def _choose_shown(self, index: int) -> None:
        self.filter.set_shown(self.shown.itemData(index))
        self._show_hint()

    def _choose_order(self, order: Order) -> None:
        self.model.set_order(order, self.model.descending)

    def _turn(self) -> None:
        self.model.set_order(self.model.order, self._reversed.isChecked())

    def _show_hint(self) -> None:
        if not self._listed:
            self._hint.set_text(self.tr("Drop files or folders here, or press +"))
        else:
            self._hint.set_text(self.tr("None of the videos is shown: choose “All videos”, or clear the search"))
        self._hint.set_title(self.tr("No match") if self._listed else self.tr("No videos yet"))
        self._hint.setVisible(not self.filter.rowCount())

"""The upper half of the library: heading, filter and list of videos."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from app import theme
from app.views.empty import EmptyHint
from app.views.keys import LIST_KEYS, keep_keys
from app.views.library_videos import PROBLEM, VIDEO, NameFilter, VideoDelegate, VideoModel
from app.views.searchfield import SearchField
from app.views.tips import plain_button
from core.rows import Video


class VideoList(QListView):
    """Signals: delete_pressed()."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class VideoPane(QWidget):
    """Signals: see LibraryView."""

    video_chosen = Signal(object)
    remove_requested = Signal(object)
    analyze_requested = Signal(object)
    relink_requested = Signal(object)
    add_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self._filter = VideoModel(), NameFilter()
        self._filter.setSourceModel(self.model)
        self._current: int | None = None
        self.field = SearchField("Find a video…", self)
        self.field.left.connect(self.left)
        self.field.textChanged.connect(self._filter.set_text)
        self.add = plain_button("plus", "Add videos (Ctrl+O)", self)
        self.add.clicked.connect(self.add_requested)
        self.list = self._make_list()
        self._hint = EmptyHint("film", "No videos yet", "Drop files here, or press +", self.list)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 6)
        head.addWidget(self.field, 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.set_videos(())

    def set_videos(self, videos: Sequence[Video]) -> None:
        self.model.set_videos(videos)
        self._hint.setVisible(not videos)
        self.field.setEnabled(bool(videos))
        self.set_current(self._current)

    def set_current(self, video_id: int | None) -> None:
        self._current = video_id
        self.model.set_current(video_id)
        index = self._filter.mapFromSource(self.model.row_of(video_id))
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)

    def selected(self) -> set[int]:
        return {index.data(VIDEO).id for index in self.list.selectionModel().selectedIndexes()}

    def _make_list(self) -> VideoList:
        view = VideoList(self)
        view.setModel(self._filter)
        view.setItemDelegate(VideoDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setAccessibleName("Videos")
        view.customContextMenuRequested.connect(self._show_menu)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        view.delete_pressed.connect(self._remove)
        keep_keys(view, LIST_KEYS)
        return view

    def _choose(self, index: QModelIndex) -> None:
        video_id = index.data(VIDEO).id
        if len(self.selected()) == 1 and video_id != self._current:
            self.video_chosen.emit(video_id)

    def _remove(self) -> None:
        if self.selected():
            self.remove_requested.emit(self.selected())

    def _analyze(self) -> None:
        self.analyze_requested.emit(self.selected())

    def _relink(self) -> None:
        self.relink_requested.emit(next(iter(self.selected())))

    def menu(self) -> QMenu:
        """What can be done with the selected videos."""
        menu = QMenu(self)
        many = len(self.selected()) > 1
        menu.addAction(theme.icon("sparkles"), "Find activities…", self._analyze)
        if not many:
            problem = self.list.currentIndex().data(PROBLEM)
            menu.addAction(theme.icon("unlink"), "Find the missing file…" if problem else "Relink…", self._relink)
        menu.addSeparator()
        text = f"Remove {len(self.selected())} videos" if many else "Remove from project"
        menu.addAction(theme.icon("trash-2"), text, self._remove)
        return menu

    def _show_menu(self, at: QPoint) -> None:
        if self.list.indexAt(at).isValid() and self.selected():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

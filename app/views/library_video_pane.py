"""The upper half of the library: heading, filter and list of videos."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from app import theme
from app.views.empty import EmptyHint
from app.views.library_pane import Pane
from app.views.library_videos import PROBLEM, VIDEO, VideoDelegate, VideoModel
from core.rows import Video


class VideoPane(Pane):
    """Signals: see LibraryView."""

    video_chosen = Signal(object)
    remove_requested = Signal(object)
    analyze_requested = Signal(object)
    relink_requested = Signal(object)
    beside_requested = Signal(object)
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = VideoModel()
        super().__init__(self.model, "Find a video…", "Add videos (Ctrl+O)", parent)
        self._current: int | None = None
        self.add.clicked.connect(self.add_requested)
        self.list = QListView(self)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lay_out(self.list, VideoDelegate(self.list), "Videos")
        self._hint = EmptyHint("film", "No videos yet", "Drop files here, or press +", self.list)
        self.set_videos(())

    def set_videos(self, videos: Sequence[Video]) -> None:
        self.model.set_videos(videos)
        self._hint.setVisible(not videos)
        self.field.setEnabled(bool(videos))
        self.set_current(self._current)

    def set_current(self, video_id: int | None) -> None:
        self._current = video_id
        self.model.set_current(video_id)
        index = self.names.mapFromSource(self.model.row_of(video_id))
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)

    def selected(self) -> set[int]:
        return {index.data(VIDEO).id for index in self.list.selectionModel().selectedIndexes()}

    def choose(self, index: QModelIndex) -> None:
        video_id = index.data(VIDEO).id
        if len(self.selected()) == 1 and video_id != self._current:
            self.video_chosen.emit(video_id)

    def delete(self) -> None:
        if self.selected():
            self.remove_requested.emit(self.selected())

    def _analyze(self) -> None:
        self.analyze_requested.emit(self.selected())

    def _beside(self) -> None:
        self.beside_requested.emit(self.selected())

    def _relink(self) -> None:
        self.relink_requested.emit(next(iter(self.selected())))

    def menu(self) -> QMenu:
        """What can be done with the selected videos."""
        menu = QMenu(self)
        many = len(self.selected()) > 1
        menu.addAction(theme.icon("sparkles"), "Find activities…", self._analyze)
        menu.addAction(theme.icon("panel-left"), "Play beside the open video", self._beside)
        if not many:
            problem = self.list.currentIndex().data(PROBLEM)
            menu.addAction(theme.icon("unlink"), "Find the missing file…" if problem else "Relink…", self._relink)
        menu.addSeparator()
        text = f"Remove {len(self.selected())} videos" if many else "Remove from project"
        menu.addAction(theme.icon("trash-2"), text, self.delete)
        return menu

    def menu_at(self, index: QModelIndex) -> QMenu | None:
        return self.menu() if self.selected() else None

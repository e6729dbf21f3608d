"""The library: the project's videos above, its labels below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.views.drops import dropped_files
from app.views.library_label_pane import LabelPane
from app.views.library_video_pane import VideoPane
from app.views.library_videos import VideoState
from core.rows import Label, Video


class LibraryView(QWidget):
    """Values in through setters, wishes out through signals. Ids have 63 bits, so they travel as objects.

    Signals:
        video_chosen: a video's id; it was clicked, or Enter was pressed on it.
        play_requested: list of video ids, to be played one after another.
        remove_requested, analyze_requested: a set of video ids.
        relink_requested: the id of a video whose file is not where it was.
        find_missing_requested: all files that are not where they were shall be searched.
        picture_wanted: the id of a video that is looked at and has no picture yet.
        labels_wanted: somebody begins to search; `set_label_names` tells what is labelled where.
        add_requested: the user wants to choose files.
        files_dropped: list[str] of paths.
        label_chosen: a label's id; new segments get it.
        label_edited: the Label with its new name, key, colour or group.
        label_added: the new label's name.
        label_deleted: a label's id.
        refused: one sentence that says why an edit makes no sense.
        left: typing in a field ended; the keyboard belongs to the timeline again.
    """

    video_chosen = Signal(object)
    play_requested = Signal(object)
    remove_requested = Signal(object)
    analyze_requested = Signal(object)
    relink_requested = Signal(object)
    find_missing_requested = Signal()
    picture_wanted = Signal(object)
    labels_wanted = Signal()
    add_requested = Signal()
    files_dropped = Signal(list)
    label_chosen = Signal(object)
    label_edited = Signal(object)
    label_added = Signal(str)
    label_deleted = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the theme paints the panel's ground
        self.videos, self.labels = VideoPane(self), LabelPane(self)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.videos)
        splitter.addWidget(self.labels)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([300, 240])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self.setAcceptDrops(True)
        self.setMinimumWidth(180)  # else a small window leaves names of a few letters
        self.videos.list.viewport().installEventFilter(self)  # the list would swallow drops
        self.videos.model.picture_wanted.connect(self.picture_wanted)
        for name in ("video_chosen", "play_requested", "remove_requested", "analyze_requested", "relink_requested",
                     "find_missing_requested", "add_requested", "labels_wanted"):  # fmt: skip
            getattr(self.videos, name).connect(getattr(self, name))
        for name in ("label_chosen", "label_edited", "label_added", "label_deleted", "refused"):
            getattr(self.labels, name).connect(getattr(self, name))
        for pane in (self.videos, self.labels):
            pane.left.connect(self.left)

    def set_videos(self, videos: Sequence[Video]) -> None:
        self.videos.set_videos(videos)

    def set_thumbnail(self, video_id: int, image: QImage) -> None:
        self.videos.model.set_thumbnail(video_id, image)

    def set_states(self, states: Mapping[int, VideoState]) -> None:
        """By video id: what is wrong with it, and how far networks and people are with it."""
        self.videos.set_states(states)

    def set_label_names(self, names: Mapping[int, str]) -> None:
        """By video id, the names of the labels in it."""
        self.videos.model.set_label_names(names)

    def set_progress(self, counts: Mapping[int, tuple[int, int]]) -> None:
        """By video id, how many predictions were judged, and are left, where that is known."""
        self.videos.model.set_progress(counts)

    def set_current_video(self, video_id: int | None) -> None:
        self.videos.set_current(video_id)

    def set_labels(self, labels: Sequence[Label], counts: Mapping[int, int]) -> None:
        """`counts`: how many segments have each label, by id."""
        self.labels.set_labels(labels, counts)

    def set_current_label(self, label_id: int | None) -> None:
        """The label that new segments get."""
        self.labels.set_current(label_id)

    def set_reserved_keys(self, keys: Mapping[str, str]) -> None:
        """Keys no label may have, and what they do: "J" → "Play backwards"."""
        self.labels.model.set_reserved(keys)

    def edit_label(self, label_id: int) -> None:
        """Lets the user type a label's name in place."""
        self.labels.edit(label_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and dropped_files(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.dropEvent(event)
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event.mimeData()))

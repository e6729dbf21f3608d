"""The list of videos: thousands of rows, in the order people choose, found by typing and by their state."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from app.told_words import told
from app.words import moment_text
from core.rows import Video, created_ms

VIDEO = Qt.ItemDataRole.UserRole
STATE = Qt.ItemDataRole.UserRole + 1
CURRENT = Qt.ItemDataRole.UserRole + 2
WORDS = Qt.ItemDataRole.UserRole + 3
Order = Literal["added", "name", "duration", "state"]
_PICTURES = 400  # kept in memory: some screens
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class VideoState:
    """How far people and networks are with a video. reviewed: the share of its frames, 0…1; problems: a sentence
    each."""

    analysed: bool = False
    reviewed: float = 0.0
    problems: tuple[str, ...] = ()
    missing: bool = False

    @property
    def done(self) -> bool:
        return self.reviewed > 0.999


_UNKNOWN = VideoState()


class VideoModel(QAbstractListModel):
    """Signals: picture_wanted(video id), when a row without a picture is looked at."""

    picture_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._videos: list[Video] = []
        self._rows: dict[int, int] = {}
        self._states: dict[int, VideoState] = {}
        self._labels: dict[int, str] = {}
        self._progress: dict[int, tuple[int, int]] = {}
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._asked: set[int] = set()
        self._current: int | None = None
        self.order: Order = "added"
        self.descending = False

    def set_videos(self, videos: Sequence[Video]) -> None:
        """What a file said of itself changes rows in their place; only other videos are a new list."""
        wanted = self._sorted(videos)
        if wanted == self._videos:
            return
        if [video.id for video in wanted] == [video.id for video in self._videos]:
            self._videos = wanted
            self._touch_all()
            return
        self.beginResetModel()
        self._take(wanted)
        self._asked.intersection_update(self._rows)
        self.endResetModel()

    @property
    def videos(self) -> list[Video]:
        """In the order they are listed."""
        return list(self._videos)

    def set_order(self, order: Order, descending: bool) -> None:
        self.order, self.descending = order, descending
        self._reorder()

    def set_states(self, states: Mapping[int, VideoState]) -> None:
        if states == self._states:
            return
        self._states = dict(states)
        self._touch_all()
        if self.order == "state":
            self._reorder()

    def set_label_names(self, names: Mapping[int, str]) -> None:
        """What is labelled in each video, in words, so that videos are found by it."""
        self._labels = {video_id: text.casefold() for video_id, text in names.items()}
        self._touch_all()

    def set_progress(self, counts: Mapping[int, tuple[int, int]]) -> None:
        """Predictions judged and left, of videos of which that is known; told in the tooltip."""
        self._progress = dict(counts)

    def set_thumbnail(self, video_id: int, image: QImage) -> None:
        self._pictures[video_id] = QPixmap.fromImage(image)
        self._pictures.move_to_end(video_id)
        if len(self._pictures) > _PICTURES:
            gone, _ = self._pictures.popitem(last=False)
            self._asked.discard(gone)
        self._touch([video_id])

    def ask_again(self) -> None:
        """Pictures that could not be made may be there now: files were found."""
        self._asked = set(self._pictures)
        self._touch_all()

    def set_current(self, video_id: int | None) -> None:
        before, self._current = self._current, video_id
        self._touch([before, video_id])

    def row_of(self, video_id: int | None) -> QModelIndex:
        row = self._rows.get(video_id, -1) if video_id is not None else -1
        return self.index(row) if row >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._videos)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        video = self._videos[index.row()]
        if role == VIDEO:
            return video
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _name(video)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(video.id)
        if role == STATE:
            return self._states.get(video.id, _UNKNOWN)
        if role == CURRENT:
            return video.id == self._current
        if role == WORDS:
            return f"{_name(video).casefold()} {self._labels.get(video.id, '')}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._tip(video)
        return None

    def _picture(self, video_id: int) -> QPixmap | None:
        if video_id not in self._asked:
            self._asked.add(video_id)
            self.picture_wanted.emit(video_id)
        return self._pictures.get(video_id)

    def _tip(self, video: Video) -> str:
        state = self._states.get(video.id, _UNKNOWN)
        kind = self.tr("variable frame rate (VFR)") if video.variable_rate else self.tr("constant frame rate (CFR)")
        facts = self.tr("{frames} frames, {rate} per second, {kind}")
        lines = [video.path, facts.format(frames=video.frames, rate=f"{float(video.rate):.6g}", kind=kind)]
        lines.append(
            self.tr("Every frame was checked") if video.verified else self.tr("Frames are still being checked")
        )
        lines.append(self.tr("Activities were searched") if state.analysed else self.tr("Not analysed yet"))
        reviewed = self.tr("{share} reviewed").format(share=f"{state.reviewed:.0%}")
        lines.append(reviewed if state.reviewed else self.tr("Not reviewed yet"))
        if video.id in self._progress:
            judged, left = (f"{number:,}" for number in self._progress[video.id])
            lines.append(self.tr("Predictions: {judged} judged, {left} left").format(judged=judged, left=left))
        lines.append(self.tr("Added {when}").format(when=moment_text(created_ms(video.id))))
        return "\n".join([*lines, *(f"⚠ {told(problem)}" for problem in state.problems)])

    # -- order -------------------------------------------------------------------------------------------------------

    def _sorted(self, videos: Sequence[Video]) -> list[Video]:
        return sorted(videos, key=self._key, reverse=self.descending)

    def _key(self, video: Video) -> tuple[Any, ...]:
        """Ids grow with time. By state: what needs somebody comes first."""
        if self.order == "name":
            return (*_natural(_name(video)), video.id)
        if self.order == "duration":
            return video.duration, video.id
        if self.order == "state":
            state = self._states.get(video.id, _UNKNOWN)
            return not state.missing, not state.problems, state.analysed, state.reviewed, video.id
        return (video.id,)

    def _reorder(self) -> None:
        """Selection and current row stay with their videos."""
        wanted = self._sorted(self._videos)
        if wanted == self._videos:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._videos[index.row()].id for index in before]
        self._take(wanted)
        self.changePersistentIndexList(before, [self.row_of(video_id) for video_id in ids])
        self.layoutChanged.emit()

    def _take(self, videos: list[Video]) -> None:
        self._videos = videos
        self._rows = {video.id: row for row, video in enumerate(videos)}

    def _touch_all(self) -> None:
        if self._videos:
            self.dataChanged.emit(self.index(0), self.index(len(self._videos) - 1))

    def _touch(self, ids: Sequence[int | None]) -> None:
        for video_id in ids:
            index = self.row_of(video_id)
            if index.isValid():
                self.dataChanged.emit(index, index)


def _name(video: Video) -> str:
    return PurePosixPath(video.path).name


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """clip2 before clip10."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)

"""Which rows of a library list are shown: those that match what was typed, and of videos those in a chosen state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRegularExpression, QSortFilterProxyModel

from app.views.library_videos import STATE, WORDS, VideoState

Shown = Literal["all", "unanalysed", "unreviewed", "problems", "missing"]
_Index = QModelIndex | QPersistentModelIndex
_ACCEPTS: dict[Shown, Callable[[VideoState], bool]] = {
    "all": lambda _: True,
    "unanalysed": lambda state: not state.analysed,
    "unreviewed": lambda state: not state.done,
    "problems": lambda state: bool(state.problems),
    "missing": lambda state: state.missing,
}


class NameFilter(QSortFilterProxyModel):
    """Rows whose name contains the typed words, in any order, whatever their case."""

    def set_text(self, text: str) -> None:
        every = "".join(f"(?=.*{QRegularExpression.escape(word)})" for word in text.split())
        self.setFilterRegularExpression(
            QRegularExpression(every, QRegularExpression.PatternOption.CaseInsensitiveOption)
        )


class VideoFilter(NameFilter):
    """Words are looked for in a video's name and in the names of the labels in it."""

    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []
        self.shown: Shown = "all"

    def set_text(self, text: str) -> None:
        self._words = text.casefold().split()
        self.invalidate()

    def set_shown(self, shown: Shown) -> None:
        self.shown = shown
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        index = self.sourceModel().index(row, 0, parent)
        if not _ACCEPTS[self.shown](index.data(STATE)):
            return False
        if not self._words:
            return True
        text = index.data(WORDS)
        return all(word in text for word in self._words)

"""The places that a cell or a bar counts: a list to walk through, each played as it is reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.views.elided import ElidedLabel
from app.views.keys import LIST_KEYS, keep_keys
from app.views.tips import plain_button
from core.evaluation.footage import Place

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    """Says a place only when it is looked at: a cell may count a hundred thousand."""

    def __init__(self) -> None:
        super().__init__()
        self.places: Sequence[Place] = ()
        self.says: Callable[[Place], str] = str

    def set_places(self, places: Sequence[Place], says: Callable[[Place], str]) -> None:
        self.beginResetModel()
        self.places, self.says = places, says
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.says(self.places[index.row()]) if role in wanted else None


class _List(QListView):
    entered_row = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)


class ClipsView(QWidget):
    """Signals: chosen(Place), whenever another one is reached or Enter is pressed on it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(self)
        self.title.setProperty("role", "title")
        self.back = plain_button("chevron-left", self.tr("Previous place"), self)
        self.on = plain_button("chevron-right", self.tr("Next place"), self)
        self.back.clicked.connect(self._back)
        self.on.clicked.connect(self._on)
        self.model = _Model()
        self.list = _List(self)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Places"))
        self.list.setMinimumHeight(2 * self.fontMetrics().height() + 20)
        keep_keys(self.list, [*LIST_KEYS, *_ENTER])
        self.list.selectionModel().currentChanged.connect(self._changed)
        self.list.entered_row.connect(self._again)
        self.list.doubleClicked.connect(self._again)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.back)
        row.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.list, 1)

    def set_places(self, title: str, places: Sequence[Place], says: Callable[[Place], str]) -> None:
        """The first one is chosen at once."""
        self.title.setText(title)
        self.model.set_places(places, says)
        self._enable()
        if places:
            self.list.setCurrentIndex(self.model.index(0))

    @property
    def row(self) -> int:
        return self.list.currentIndex().row()

    def step(self, way: int) -> None:
        row = self.row + way
        if 0 <= row < len(self.model.places):
            self.list.setCurrentIndex(self.model.index(row))

    def _back(self) -> None:
        self.step(-1)

    def _on(self) -> None:
        self.step(+1)

    def _changed(self, index: QModelIndex) -> None:
        self._enable()
        if index.isValid():
            self.chosen.emit(self.model.places[index.row()])

    def _again(self) -> None:
        if self.list.currentIndex().isValid():
            self.chosen.emit(self.model.places[self.row])

    def _enable(self) -> None:
        self.back.setEnabled(self.row > 0)
        self.on.setEnabled(0 <= self.row < len(self.model.places) - 1)

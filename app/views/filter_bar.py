"""The line under the timeline that says whose segments are shown in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from app.views.keys import LIST_KEYS, keep_keys
from app.views.tips import plain_button
from core.timeline.provenance import Wanted


class FilterBar(QWidget):
    """Signals: wanted(Wanted) was chosen; select_requested(): what is shown shall be selected; left(): it was closed,
    by its button or Escape."""

    wanted = Signal(object)
    select_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Filter by who made it"))
        self._choices: list[tuple[str, Wanted]] = []
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Show segments by who made them"))
        self.choice.setToolTip(self.tr("Other segments turn faint, and keys pass over them"))
        self.choice.setMinimumContentsLength(16)
        keep_keys(self.choice, (*LIST_KEYS, Qt.Key.Key_Escape, Qt.Key.Key_Space))
        self.choice.installEventFilter(self)
        self.choice.activated.connect(self._chosen)
        word = QLabel(self.tr("Show"), self)
        word.setBuddy(self.choice)
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        self.select = QPushButton(self.tr("Select them"), self)
        self.select.setToolTip(self.tr("Select every segment that is shown in full"))
        self.select.clicked.connect(self.select_requested)
        close = plain_button("x", self.tr("Show everything again"), self)
        close.setAutoRaise(True)
        close.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        for widget in (word, self.choice, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.select)
        row.addWidget(close)
        self.hide()

    def set_choices(self, choices: Sequence[tuple[str, Wanted]], current: Wanted) -> None:
        if list(choices) != self._choices:
            self._choices = list(choices)
            self.choice.clear()
            self.choice.addItems([text for text, _ in choices])
        self.choice.setCurrentIndex([one for _, one in self._choices].index(current))

    def set_count(self, shown: int, total: int) -> None:
        self.count.setText(self.tr("{count} of {total} segments").format(count=f"{shown:,}", total=f"{total:,}"))
        self.select.setEnabled(shown > 0)

    def _chosen(self, row: int) -> None:
        self.wanted.emit(self._choices[row][1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

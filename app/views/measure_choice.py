"""What shall be measured against whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app import theme
from app.views.keys import LIST_KEYS, keep_keys

_KEY = Qt.ItemDataRole.UserRole
_ROWS = 4  # of candidates that are in sight


@dataclass(frozen=True, slots=True)
class Choice:
    """`key` tells it apart; `videos`: how many it covers."""

    key: str
    name: str
    human: bool
    videos: int


class ChoiceView(QWidget):
    """Signals: wanted(reference key, list of candidate keys); export_wanted()."""

    wanted = Signal(str, object)
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reference = QComboBox(self)
        self.reference.setAccessibleName(self.tr("Reference"))
        self.reference.setToolTip(self.tr("The person whose tracks count as the truth"))
        self.reference.currentIndexChanged.connect(self._follow)
        keep_keys(self.reference, LIST_KEYS)
        self.candidates = QListWidget(self)
        self.candidates.setAccessibleName(self.tr("What is measured"))
        self.candidates.setToolTip(self.tr("Tick runs to compare them; a person who is ticked is the ceiling"))
        self.candidates.setMinimumHeight(_ROWS * (self.fontMetrics().height() + 8))
        self.candidates.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.candidates.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.candidates.itemChanged.connect(self._follow)
        keep_keys(self.candidates, [*LIST_KEYS, Qt.Key.Key_Space])
        self.go = QPushButton(theme.icon("gauge", "on_accent"), " " + self.tr("Measure"), self)
        self.go.setProperty("primary", "true")
        self.go.setAutoDefault(False)
        self.go.setToolTip(self.tr("Measures what is ticked, in all videos"))
        self.go.clicked.connect(self._want)
        self.export = QPushButton(theme.icon("upload"), " " + self.tr("Export…"), self)
        self.export.setAutoDefault(False)
        self.export.setToolTip(self.tr("Everything as a report with figures (HTML), a table (CSV) or JSON"))
        self.export.setEnabled(False)
        self.export.clicked.connect(self.export_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for text, widget in ((self.tr("Reference"), self.reference), (self.tr("Measured"), self.candidates)):
            label = QLabel(text, self)
            label.setBuddy(widget)
            column.addWidget(label)
            column.addWidget(widget)
        column.addWidget(self.go)
        column.addWidget(self.export)
        self.setFixedWidth(16 * self.fontMetrics().averageCharWidth() + 80)

    def set_choices(self, references: Sequence[Choice], candidates: Sequence[Choice]) -> None:
        """What was chosen stays, where it is still there; at first the newest run against the first person."""
        reference, ticked = self.reference.currentData(), set(self.ticked())
        known = {choice.key for choice in candidates}
        if not ticked & known:
            ticked = {choice.key for choice in candidates[:1]}
        for widget in (self.reference, self.candidates):
            widget.blockSignals(True)
        self.reference.clear()
        for choice in references:
            self.reference.addItem(self._text(choice), choice.key)
        self.reference.setCurrentIndex(max(0, self.reference.findData(reference)) if references else -1)
        self.candidates.clear()
        for choice in candidates:
            text = self._text(choice)
            item = QListWidgetItem(self.tr("{person}, a person").format(person=text) if choice.human else text)
            item.setData(_KEY, choice.key)
            item.setToolTip(item.text())
            item.setCheckState(Qt.CheckState.Checked if choice.key in ticked else Qt.CheckState.Unchecked)
            self.candidates.addItem(item)
        for widget in (self.reference, self.candidates):
            widget.blockSignals(False)
        self._follow()

    def ticked(self) -> list[str]:
        items = [self.candidates.item(i) for i in range(self.candidates.count())]
        mine = self.reference.currentData()
        checked = Qt.CheckState.Checked
        return [item.data(_KEY) for item in items if item.checkState() == checked and item.data(_KEY) != mine]

    def _text(self, choice: Choice) -> str:
        one, several = self.tr("{name} (1 video)"), self.tr("{name} ({count} videos)")
        return (one if choice.videos == 1 else several).format(name=choice.name, count=choice.videos)

    def _follow(self) -> None:
        """Nobody is measured against themselves."""
        mine = self.reference.currentData()
        self.candidates.blockSignals(True)
        for i in range(self.candidates.count()):
            item = self.candidates.item(i)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(Qt.ItemFlag.NoItemFlags if item.data(_KEY) == mine else flags)
        self.candidates.blockSignals(False)
        self.go.setEnabled(self.reference.currentIndex() >= 0 and bool(self.ticked()))

    def _want(self) -> None:
        self.wanted.emit(self.reference.currentData(), self.ticked())

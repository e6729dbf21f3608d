"""Which two tracks are compared, how far they agree, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.views.compare_lists import CellsView, Listed, Rows
from app.views.keys import LIST_KEYS, SLIDER_KEYS, keep_keys

_LONGEST = 18  # letters of a track's name on a button
_WORST = 10.0  # seconds between two edges that may still be the same one


class CompareView(QWidget):
    """Signals: chosen(track id, track id) by the user; asked(): the tolerance or the videos changed; wanted(+1 or -1):
    the next or previous disagreement; gone_to(row): one in the list; taken(0 or 1): whose word counts there."""

    chosen = Signal(object, object)  # ids have 63 bits
    asked = Signal()
    wanted = Signal(int)
    gone_to = Signal(int)
    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._make_form())
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().height() + 4)
        column.addWidget(self.said)
        self.labels = CellsView(self.tr("Agreement by label"), (1, 2, 3, 4, 5), self)
        self.list = CellsView(self.tr("Disagreements"), (1, 2), self)
        self.list.wanted.connect(self._go_to)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        for widget, share in ((self.labels, 2), (self.list, 3)):
            parts.addWidget(widget)
            widget.setMinimumHeight(4 * widget.fontMetrics().height() + 16)
            parts.setStretchFactor(parts.count() - 1, share)
        parts.setChildrenCollapsible(False)
        column.addWidget(parts, 1)
        column.addLayout(self._make_buttons())

    def _make_form(self) -> QFormLayout:
        self.boxes = (QComboBox(), QComboBox())
        form = QFormLayout()
        for box, name in zip(self.boxes, (self.tr("Compare"), self.tr("with")), strict=True):
            box.setMinimumWidth(240)
            box.setAccessibleName(name)
            box.activated.connect(self._choose)
            keep_keys(box, LIST_KEYS)
            form.addRow(name, box)
        self.where = QComboBox()
        self.where.addItems([self.tr("This video"), self.tr("All videos")])
        self.where.setAccessibleName(self.tr("Videos that are compared"))
        self.where.setToolTip(self.tr("Tracks of the same names are compared in every video that has both"))
        self.where.activated.connect(self._ask)
        keep_keys(self.where, LIST_KEYS)
        self.tolerance = QDoubleSpinBox()
        self.tolerance.setRange(0, _WORST)
        self.tolerance.setSingleStep(0.1)
        self.tolerance.setSuffix(" s")
        self.tolerance.setAccessibleName(self.tr("Tolerance at edges, in seconds"))
        self.tolerance.setToolTip(self.tr("Two edges this close together are the same edge"))
        self.tolerance.setKeyboardTracking(False)
        self.tolerance.valueChanged.connect(self._ask)
        keep_keys(self.tolerance, SLIDER_KEYS)
        row = QHBoxLayout()
        row.addWidget(self.where, 1)
        row.addWidget(QLabel(self.tr("Tolerance")))
        row.addWidget(self.tolerance)
        form.addRow(self.tr("in"), row)
        return form

    def _make_buttons(self) -> QHBoxLayout:
        self.back, self.on = QPushButton(self.tr("Previous")), QPushButton(self.tr("Next"))
        self.take = (QPushButton(self.tr("Take")), QPushButton(self.tr("Take")))
        row = QHBoxLayout()
        for button in (self.back, self.on, *self.take):
            button.setAutoDefault(False)
            row.addWidget(button)
            if button is self.on:
                row.addStretch(1)
        self.back.clicked.connect(self._want_previous)
        self.on.clicked.connect(self._want_next)
        self.take[0].clicked.connect(self._take_one)
        self.take[1].clicked.connect(self._take_other)
        return row

    @property
    def everywhere(self) -> bool:
        return self.where.currentIndex() == 1

    def set_tracks(self, tracks: list[tuple[int, str]], pair: tuple[int, int] | None) -> None:
        """(id, name) of each track, and which two are compared; None: there are not two."""
        names = dict(tracks)
        for i, (box, chosen) in enumerate(zip(self.boxes, pair or (0, 0), strict=True)):
            box.clear()
            for key, name in tracks:
                box.addItem(name, key)
            box.setCurrentIndex(next((n for n, (key, _) in enumerate(tracks) if key == chosen), -1))
            box.setEnabled(pair is not None)
            name = names.get(chosen, "")
            short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
            self.take[i].setText(self.tr("Take what {name} says").format(name=short) if name else self.tr("Take"))

    def set_result(self, text: str, found: bool) -> None:
        self.said.setText(text)
        self.back.setEnabled(found)
        self.on.setEnabled(found)

    def set_agreement(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.labels.set_rows(heads, Listed(rows), wide=(0,))

    def set_places(self, heads: Sequence[str], rows: Rows) -> None:
        self.list.set_rows(heads, rows, wide=(0, 3, 4) if self.everywhere else (3, 4))
        self.list.setColumnHidden(0, not self.everywhere)

    def set_takes(self, tips: tuple[str, str], able: tuple[bool, bool]) -> None:
        for button, tip, enabled in zip(self.take, tips, able, strict=True):
            button.setToolTip(tip)
            button.setEnabled(enabled)

    def _choose(self) -> None:
        self.chosen.emit(*(box.currentData() for box in self.boxes))

    def _ask(self, *_: object) -> None:
        self.asked.emit()

    def _go_to(self, row: int) -> None:
        self.gone_to.emit(row)

    def _want_previous(self) -> None:
        self.wanted.emit(-1)

    def _want_next(self) -> None:
        self.wanted.emit(+1)

    def _take_one(self) -> None:
        self.taken.emit(0)

    def _take_other(self) -> None:
        self.taken.emit(1)

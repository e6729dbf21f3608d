"""Which two tracks are compared, and how much they differ."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.views.keys import LIST_KEYS, keep_keys


class CompareView(QWidget):
    """Signals: chosen(track id, track id) by the user; wanted(+1 or -1): the next or previous disagreement."""

    chosen = Signal(object, object)  # ids have 63 bits
    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = (QComboBox(), QComboBox())
        form = QFormLayout()
        for box, name in zip(self.boxes, (self.tr("Compare"), self.tr("with")), strict=True):
            box.setMinimumWidth(240)
            box.setAccessibleName(name)
            box.activated.connect(self._choose)
            keep_keys(box, LIST_KEYS)
            form.addRow(name, box)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().height() + 4)
        self.back, self.on = QPushButton(self.tr("Previous")), QPushButton(self.tr("Next"))
        for button in (self.back, self.on):
            button.setAutoDefault(False)
        self.back.clicked.connect(self._want_previous)
        self.on.clicked.connect(self._want_next)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.on)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addLayout(row)

    def set_tracks(self, tracks: list[tuple[int, str]], pair: tuple[int, int] | None) -> None:
        """(id, name) of each track, and which two are compared; None: there are not two."""
        for box, chosen in zip(self.boxes, pair or (0, 0), strict=True):
            box.clear()
            for key, name in tracks:
                box.addItem(name, key)
            box.setCurrentIndex(next((i for i, (key, _) in enumerate(tracks) if key == chosen), -1))
            box.setEnabled(pair is not None)

    def set_result(self, text: str, found: bool) -> None:
        self.said.setText(text)
        self.back.setEnabled(found)
        self.on.setEnabled(found)

    def _choose(self) -> None:
        self.chosen.emit(*(box.currentData() for box in self.boxes))

    def _want_previous(self) -> None:
        self.wanted.emit(-1)

    def _want_next(self) -> None:
        self.wanted.emit(+1)

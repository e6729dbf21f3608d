"""Which videos of the project play together, and where each lies on the clock that they share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from core.rows import Video

_ID = Qt.ItemDataRole.UserRole


class BesideView(QWidget):
    """Signals:
    chosen: (video id, whether it plays beside).
    offset_entered: (video id, seconds).
    refused: one sentence; what was typed is no offset.
    """

    chosen = Signal(object, bool)
    offset_entered = Signal(object, float)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = QLabel(self.tr("Tick the videos that show the same scene as the open one."), self)
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        self.table = QTableWidget(0, 2, self)
        self.table.setAccessibleName(self.tr("Videos that play together"))
        self.table.setHorizontalHeaderLabels([self.tr("Play beside"), self.tr("Begins at (s)")])
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.itemChanged.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hint)
        column.addWidget(self.table)

    def set_videos(self, videos: Sequence[Video], current: int | None, beside: Collection[int]) -> None:
        """`current`: the open one, which cannot be beside itself."""
        self.table.blockSignals(True)
        self.table.setRowCount(len(videos))
        for row, video in enumerate(videos):
            name = QTableWidgetItem(PurePosixPath(video.path).name)
            name.setData(_ID, video.id)
            name.setToolTip(video.path)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if video.id != current:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
                name.setCheckState(Qt.CheckState.Checked if video.id in beside else Qt.CheckState.Unchecked)
            name.setFlags(flags)
            self.table.setItem(row, 0, name)
            self.table.setItem(row, 1, QTableWidgetItem(f"{video.offset:g}"))
        self.table.blockSignals(False)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        first = self.table.item(item.row(), 0)
        assert first is not None
        video_id = first.data(_ID)
        if item.column() == 0:
            self.chosen.emit(video_id, item.checkState() == Qt.CheckState.Checked)
            return
        try:
            offset = float(item.text().replace(",", ".").replace("−", "-"))
        except ValueError:
            offset = float("nan")
        if abs(offset) < 1e7:
            self.offset_entered.emit(video_id, offset)
        else:
            self.refused.emit(self.tr("“{0}” is no time; write seconds, like 1.5 or -0.04.").format(item.text()))

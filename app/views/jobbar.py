"""What the program is doing in the background: one line a job, with progress, time left and a way to stop it."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app import theme
from app.views.elided import ElidedLabel
from app.views.tips import plain_button
from core.task import Progress
from core.time import format_seconds

_ROWS = 3  # further jobs are only counted
_PATIENCE_MS = 400  # a job that is done sooner never shows: a bar that flashes only unsettles
_SURE_AFTER = 1.5  # seconds before an estimate of the time left is worth showing


class JobBar(QWidget):
    """Hidden while no job has lasted `patience_ms`. A job is known by any hashable key, such as the Job itself.

    Signals: cancel_requested(key).
    """

    cancel_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None, patience_ms: int = _PATIENCE_MS) -> None:
        super().__init__(parent)
        self._patience_ms = patience_ms
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the theme paints the panel's ground
        self._rows: dict[Hashable, JobRow] = {}
        self._more = QLabel(self)
        self._more.setProperty("role", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 3, 8, 3)
        self._column.setSpacing(0)
        self._column.addWidget(self._more)
        self._refresh()

    def add_job(self, key: Hashable, title: str) -> None:
        row = JobRow(key, title, self)
        row.cancel_requested.connect(self.cancel_requested)
        self._rows[key] = row
        self._column.insertWidget(len(self._rows) - 1, row)
        row.lasting = self._patience_ms == 0
        if not row.lasting:
            QTimer.singleShot(self._patience_ms, row, partial(self._on_lasting, row))
        self._refresh()

    def set_progress(self, key: Hashable, progress: Progress) -> None:
        """News of a job; of one that is gone already it is ignored, because the two cross."""
        if key in self._rows:
            self._rows[key].set_progress(progress)

    def remove_job(self, key: Hashable) -> None:
        row = self._rows.pop(key, None)
        if row is not None:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            self._refresh()

    @property
    def titles(self) -> list[str]:
        return [row.title for row in self._rows.values()]

    def _on_lasting(self, row: JobRow) -> None:
        row.lasting = True
        self._refresh()

    def _refresh(self) -> None:
        lasting = [row for row in self._rows.values() if row.lasting]
        for row in self._rows.values():
            row.setVisible(row in lasting[:_ROWS])
        waiting = len(lasting) - _ROWS
        self._more.setVisible(waiting > 0)
        self._more.setText(self.tr("{count} more waiting").format(count=waiting))
        self.setVisible(bool(lasting))


class JobRow(QWidget):
    """Signals: cancel_requested(key)."""

    cancel_requested = Signal(object)

    def __init__(self, key: Hashable, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self.title = key, title
        self.lasting = False  # long enough to be shown
        self._watch = QElapsedTimer()
        self._title, self._text = ElidedLabel(self), ElidedLabel(self)
        self._title.setText(title)
        self._text.setProperty("role", "muted")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setFixedSize(190, 6)
        self._left = QLabel(self.tr("waiting"), self)
        self._left.setProperty("role", "muted")
        self._left.setFont(theme.digits(self._left.font()))
        self._left.setMinimumWidth(
            self.fontMetrics().horizontalAdvance(self.tr("{share} · {time} left").format(share="100%", time="0:00:00"))
        )
        self.cancel = plain_button("x", self.tr("Cancel “{title}”").format(title=title), self)
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addWidget(self._text, 1)
        for widget in (self.bar, self._left, self.cancel):
            row.addWidget(widget)

    def set_progress(self, progress: Progress) -> None:
        if not self._watch.isValid():
            self._watch.start()
        self._text.setText(progress.text if progress.text != self.title else "")
        fraction = progress.fraction
        if not self.cancel.isEnabled():
            return
        self.bar.setRange(0, 0 if fraction is None else 1000)
        if fraction is None:
            self._left.setText("")
            return
        self.bar.setValue(round(fraction * 1000))
        seconds = self._watch.elapsed() / 1000
        left = seconds * (1 - fraction) / fraction if fraction > 0.005 and seconds > _SURE_AFTER else None
        share, said = f"{fraction:.0%}", self.tr("{share} · {time} left")
        self._left.setText(share if left is None else said.format(share=share, time=format_seconds(left, 0)))

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._left.setText(self.tr("stopping…"))
        self.bar.setRange(0, 0)
        self.cancel_requested.emit(self._key)

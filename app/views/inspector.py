"""The inspector: the selected segment, and what the whole video shows best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from app.views.inspector_bars import ScoreBars
from app.views.inspector_form import Origin, SegmentForm
from core.rows import Label, Segment
from core.time import Clock

_NOTHING = Origin()


class InspectorView(QScrollArea):
    """Values in through setters, wishes out through signals.

    Signals:
        span_edited: (Segment, its new Span).
        label_changed: (list of Segments, the label id they shall get).
        comment_edited: (Segment, text).
        subject_edited: (list of Segments, who does it).
        attributes_edited: (Segment, tuple of (name, value)).
        left: typing ended; the keyboard belongs to the timeline again.
    """

    span_edited = Signal(object, object)
    label_changed = Signal(object, object)
    comment_edited = Signal(object, str)
    subject_edited = Signal(object, str)
    attributes_edited = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form, self.bars = SegmentForm(self), ScoreBars(self)
        self._title, self._nothing = (
            _section(""),
            QLabel(self.tr("Select a segment on the timeline to see and change it here.")),
        )
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("role", "muted")
        self._best = _section(self.tr("Best labels of this video"))
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(9)
        for widget in (self._title, self._nothing, self.form):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self._best)
        column.addWidget(self.bars)
        column.addStretch(1)
        self.setWidget(inside)
        for name in ("span_edited", "label_changed", "comment_edited", "subject_edited", "attributes_edited", "left"):
            getattr(self.form, name).connect(getattr(self, name))
        self.set_segments((), None)
        self.set_best_labels(())

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Buttons of the actions accept and reject."""
        self.form.set_actions(actions)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """The labels a segment can get."""
        self.form.set_labels(labels)

    def set_subjects(self, names: Sequence[str]) -> None:
        """Everybody that is known, to choose from."""
        self.form.subject.set_known(names)

    def set_segments(self, segments: Sequence[Segment], clock: Clock | None, origin: Origin = _NOTHING) -> None:
        """The selection. `origin` tells where a single segment comes from."""
        shown = bool(segments) and clock is not None
        if not shown:
            self.form.leave()
        self.form.setVisible(shown)
        self._nothing.setVisible(not shown)
        several = self.tr("{count} segments").format(count=len(segments))
        self._title.setText(self.tr("Segment") if len(segments) < 2 else several)
        if shown and clock is not None:
            self.form.set_segments(segments, clock, origin)

    def set_best_labels(self, labels: Sequence[tuple[str, float]]) -> None:
        """(label, score 0…1) of the video as a whole, best first; five are shown."""
        self.bars.set_rows(labels[:5])
        self.bars.setVisible(bool(labels))
        self._best.setVisible(bool(labels))


def _section(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "title")
    return label

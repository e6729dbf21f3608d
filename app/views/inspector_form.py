"""What is known of the selected segment, and what may be changed about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.views.elided import ElidedCombo, ElidedLabel
from app.views.fields import BoundaryEdit
from app.views.inspector_details import AttributeTable, Pairs, SubjectEdit
from app.views.tips import tell_shortcut
from app.words import translate
from core.rows import Label, Segment, State
from core.time import Clock, Span, format_seconds

STATES = {
    State.PREDICTED: "Predicted, not reviewed",
    State.ACCEPTED: "Accepted",
    State.CORRECTED: "Corrected",
    State.HUMAN: "Made by a person",
    State.REJECTED: "Rejected",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """made: who or which network made it, and when; weights: of a network that was trained, what they are and were
    learned from; was: label, times and score of the prediction, where people's differ; changed: who changed or judged
    it, and when. "" for what there is not."""

    made: str = ""
    weights: str = ""
    was: str = ""
    changed: str = ""


class CommentEdit(QPlainTextEdit):
    """Signals: left(str): the focus went away; the text as it is now."""

    left = Signal(str)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit(self.toPlainText().strip())


class WheelGuard(QObject):
    """A combo box that is scrolled over must not change a label by accident."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class SegmentForm(QWidget):
    """Shows one segment, or what several have in common. Signals: see InspectorView."""

    span_edited = Signal(object, object)
    label_changed = Signal(object, object)
    comment_edited = Signal(object, str)
    subject_edited = Signal(object, str)
    attributes_edited = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: list[Segment] = []
        self._points: set[int] = set()  # the labels that are points
        self._clock: Clock | None = None
        self._commented: int | None = None  # the segment whose comment stands in the field
        self.label = ElidedCombo(self)
        self.label.setAccessibleName(self.tr("Label"))
        self.label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.label.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.label.setMinimumContentsLength(10)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label.installEventFilter(WheelGuard(self))
        self.label.activated.connect(self._label_chosen)
        self.start, self.stop = BoundaryEdit(self.tr("Start"), self), BoundaryEdit(self.tr("End"), self)
        self.start.entered.connect(self._start_entered)
        self.stop.entered.connect(self._stop_entered)
        for field in (self.start, self.stop):
            field.left.connect(self.left)
        self.subject, self.attributes = SubjectEdit(self), AttributeTable(self)
        self.subject.installEventFilter(WheelGuard(self))
        self.subject.entered.connect(self._subject_entered)
        self.subject.left.connect(self.left)
        self.attributes.entered.connect(self._attributes_entered)
        self._duration, self._score, self._state = QLabel(self), QLabel(self), QLabel(self)
        self._origin, self._changed = ElidedLabel(self), ElidedLabel(self)
        self._weights, self._was = ElidedLabel(self), ElidedLabel(self)
        self.comment = CommentEdit(self)
        self.comment.setPlaceholderText(self.tr("Comment"))
        self.comment.setAccessibleName(self.tr("Comment"))
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(46)
        self.comment.left.connect(self._comment_left)
        self._decide = QWidget(self)
        self._buttons = QHBoxLayout(self._decide)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._lay_out()

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        for name in ("accept", "reject"):
            if name in actions:
                self._buttons.addWidget(ActionPush(actions[name], self), 1)

    def set_labels(self, labels: Sequence[Label]) -> None:
        self._points = {label.id for label in labels if label.point}
        self.label.clear()
        for label in labels:
            chip = QPixmap(12, 12)
            chip.fill(QColor(label.color))
            self.label.addItem(QIcon(chip), label.name, label.id)
        self._show_label()

    def set_segments(self, segments: Sequence[Segment], clock: Clock, origin: Origin) -> None:
        """One or more segments. `origin` says where a single one comes from."""
        if [s.id for s in segments] != [s.id for s in self._segments]:
            self.leave()
        self._segments, self._clock = list(segments), clock
        single = len(segments) == 1
        points = all(segment.label_id in self._points for segment in segments)
        for field in (self.start, self.comment, self.attributes):
            self._form.setRowVisible(field, single)
        self._form.setRowVisible(self.stop, single and not points)
        self._form.setRowVisible(self._duration, not points)
        self._word(self.start).setText(self.tr("At") if points else self.tr("Start"))
        self.subject.show_subjects([segment.subject for segment in segments])
        self._decide.setVisible(any(segment.state is State.PREDICTED for segment in segments))
        self._show_label()
        self._show_numbers(clock)
        for row, text in (
            (self._origin, origin.made),
            (self._weights, origin.weights),
            (self._was, origin.was),
            (self._changed, origin.changed),
        ):
            self._show_row(row, text if single else "")
        if single:
            segment = segments[0]
            self.start.set_value(segment.span.start, clock)
            self.stop.set_value(segment.span.stop, clock)
            self.attributes.set_pairs(segment.attributes)
            if self._commented != segment.id or not self.comment.hasFocus():
                self._commented = segment.id
                self.comment.setPlainText(segment.comment)

    def leave(self) -> None:
        """The selection goes elsewhere: a comment that is being typed belongs to the segment it was typed for."""
        self.subject.finish()
        self.attributes.finish()
        before, self._segments = self._segments, []
        text = self.comment.toPlainText().strip()
        if len(before) == 1 and self.comment.hasFocus() and text != before[0].comment:
            self.comment_edited.emit(before[0], text)

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(8)
        self._form.setVerticalSpacing(7)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, field in (
            (self.tr("Label"), self.label),
            (self.tr("Subject"), self.subject),
            (self.tr("Start"), self.start),
            (self.tr("End"), self.stop),
            (self.tr("Length"), self._duration),
            (self.tr("Score"), self._score),
            (self.tr("State"), self._state),
            (self.tr("Origin"), self._origin),
            (self.tr("Weights"), self._weights),
            (self.tr("Was"), self._was),
            (self.tr("Changed"), self._changed),
            (self.tr("Note"), self.comment),
            (self.tr("Details"), self.attributes),
        ):
            word = QLabel(name, self)
            word.setProperty("role", "muted")
            tall = (self.comment, self.attributes)
            word.setMinimumHeight(field.sizeHint().height() if field not in tall else 27)
            self._form.addRow(word, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._decide)  # above what can be scrolled out of sight
        column.addLayout(self._form)

    def _word(self, field: QWidget) -> QLabel:
        word = self._form.labelForField(field)
        assert isinstance(word, QLabel)
        return word

    def _show_label(self) -> None:
        ids = {segment.label_id for segment in self._segments}
        self.label.setCurrentIndex(self.label.findData(ids.pop()) if len(ids) == 1 else -1)
        self.label.setPlaceholderText(self.tr("Several labels") if ids else "")

    def _show_numbers(self, clock: Clock) -> None:
        frames = sum(len(segment.span) for segment in self._segments)
        seconds = sum(clock.seconds(s.span.stop) - clock.seconds(s.span.start) for s in self._segments)
        said = self.tr("1 frame") if frames == 1 else self.tr("{count} frames").format(count=frames)
        self._duration.setText(f"{format_seconds(seconds)} · {said}")
        scores = [segment.score for segment in self._segments if segment.score is not None]
        spread = f"{min(scores):.3f} … {max(scores):.3f}" if len(scores) > 1 else "".join(f"{s:.3f}" for s in scores)
        self._show_row(self._score, spread)
        counts = {state: sum(s.state is state for s in self._segments) for state in State}
        if len(self._segments) == 1:
            self._state.setText(translate("states", STATES[self._segments[0].state]))
        else:
            self._state.setText(
                ", ".join(f"{n} {translate('states', state.value)}" for state, n in counts.items() if n)
            )

    def _show_row(self, field: QLabel, text: str) -> None:
        """A row that has nothing to say takes no room."""
        field.setText(text)
        self._form.setRowVisible(field, bool(text))

    def _subject_entered(self, text: str) -> None:
        changing = [segment for segment in self._segments if segment.subject != text]
        if changing:
            self.subject_edited.emit(changing, text)

    def _attributes_entered(self, pairs: Pairs) -> None:
        if len(self._segments) == 1:
            self.attributes_edited.emit(self._segments[0], pairs)

    def _label_chosen(self, row: int) -> None:
        label_id = self.label.itemData(row)
        changing = [segment for segment in self._segments if segment.label_id != label_id]
        if changing:
            self.label_changed.emit(changing, label_id)

    def _start_entered(self, boundary: int) -> None:
        segment = self._segments[0]
        self._span(segment, boundary, max(segment.span.stop, boundary + 1))

    def _stop_entered(self, boundary: int) -> None:
        segment = self._segments[0]
        self._span(segment, min(segment.span.start, boundary - 1), boundary)

    def _span(self, segment: Segment, start: int, stop: int) -> None:
        """Tells the new span; one that is empty or leaves the video is made to fit."""
        assert self._clock is not None
        last = self._clock.frames
        start = max(0, min(start, last - 1))
        span = Span(start, max(start + 1, min(stop, last)))
        if span != segment.span:
            self.span_edited.emit(segment, span)
        self.start.set_value(self._segments[0].span.start, self._clock)  # what the project holds by now
        self.stop.set_value(self._segments[0].span.stop, self._clock)

    def _comment_left(self, text: str) -> None:
        if len(self._segments) == 1 and text != self._segments[0].comment:
            self.comment_edited.emit(self._segments[0], text)


class ActionPush(QPushButton):
    """A push button that is an action: its text, icon, tooltip and whether it can be used."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_shortcut(action)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self.setObjectName(action.objectName())
        self._follow()

    def _follow(self) -> None:
        self.setText(" " + self._action.iconText().split()[0])  # else the icon touches the word
        self.setIcon(self._action.icon())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())

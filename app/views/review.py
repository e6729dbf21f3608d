"""The review panel: how far it is to the F1 that is aimed at, what to ask next, and how far each label and video is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.views.empty import EmptyHint
from app.views.keys import LIST_KEYS, keep_keys
from app.views.review_list import ITEM, ReviewDelegate, ReviewModel
from app.views.review_progress import ProgressView
from app.words import with_keys
from core.rows import Label, Video
from core.timeline.review_items import Key, Queue


@dataclass(frozen=True, slots=True)
class Outlook:
    """now: the estimated F1, low, high: its range; left: items to the target (None: out of its reach), fewest, most:
    their range; precision, recall: estimated; looked: whether any stretch was reviewed from end to end, without which
    the recall is a guess."""

    now: float
    low: float
    high: float
    left: int | None
    fewest: int | None
    most: int | None
    precision: float
    recall: float
    looked: bool


class ReviewView(QWidget):
    """Values in through setters, wishes out through signals.

    Signals:
        target_changed: the F1 that is aimed at, 0…1.
        chosen: the key of an item that was clicked or entered.
        left: Escape; the keyboard belongs to the timeline again.
    """

    target_changed = Signal(float)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the theme paints the panel's ground
        self.model = ReviewModel()
        self.outlook = QLabel(self)
        self.outlook.setProperty("role", "title")
        self.details = QLabel(self)
        self.details.setProperty("role", "muted")
        self.details.setWordWrap(True)
        self.target = QDoubleSpinBox(self, minimum=0.5, maximum=1.0, singleStep=0.01, decimals=2)
        self.target.setAccessibleName(self.tr("Target F1"))
        self.target.setToolTip(self.tr("How good the timeline shall be: F1, where segments match by half or more"))
        self.target.setKeyboardTracking(False)
        self.target.valueChanged.connect(self.target_changed)
        self.list = self._make_list()
        self._hint = EmptyHint("list-video", self.tr("Nothing to review"), "", self.list)
        self.note = QLabel(self)
        self.note.setProperty("role", "hint")
        self.progress = ProgressView(self)
        self.buttons = QHBoxLayout()
        self._lay_out()
        self.say_keys()

    def _lay_out(self) -> None:
        self.outlook.setBuddy(self.target)
        aim = QHBoxLayout()  # one sentence, whose last word is the number that is set
        aim.addWidget(self.outlook)
        aim.addWidget(self.target)
        aim.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        for part in ((aim, self.details), (self.list,), (self.note, self.buttons, self.progress)):
            inner = QVBoxLayout()
            inner.setContentsMargins(*((0, 0, 0, 0) if part == (self.list,) else (10, 0, 10, 0)))
            for one in part:
                inner.addLayout(one) if isinstance(one, QHBoxLayout) else inner.addWidget(one)
            column.addLayout(inner, 1 if part == (self.list,) else 0)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Buttons of starting, and of going on."""
        start, onward = actions["review"], actions["review_next"]
        self._start, self._onward = QPushButton(self), QPushButton(self)
        for button, action in ((self._start, start), (self._onward, onward)):
            button.clicked.connect(action.trigger)
            self.buttons.addWidget(button, 1)
        start.changed.connect(self._follow)
        onward.changed.connect(self._follow)
        self._actions = (start, onward)
        self._follow()

    def _follow(self) -> None:
        start, onward = self._actions
        for button, action in ((self._start, start), (self._onward, onward)):
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())
        on = start.isChecked()
        self._start.setIcon(theme.icon("circle-stop" if on else "play"))
        self._start.setText(" " + (self.tr("Stop reviewing") if on else self.tr("Start reviewing")))
        self._onward.setIcon(theme.icon("skip-forward"))
        self._onward.setText(" " + self.tr("Next"))
        self._onward.setVisible(on)

    # -- values ------------------------------------------------------------------------------------------------------

    def set_target(self, target: float) -> None:
        self.target.blockSignals(True)
        self.target.setValue(target)
        self.target.blockSignals(False)

    def set_queue(
        self, queue: Queue, labels: Mapping[int, Label], videos: Mapping[int, Video], current: Key | None
    ) -> None:
        """`current`: the item that stays chosen, where it is still there; the scroll position stays."""
        bar = self.list.verticalScrollBar()
        place, chosen = bar.value(), self.list.currentIndex().row()
        self.model.show(queue, labels, videos)
        bar.setValue(place)
        row = self.model.row_of(current)
        self.show_row(row if row >= 0 else min(chosen, len(queue) - 1), scroll=False)
        self._hint.setVisible(not len(queue))
        self.list.setEnabled(bool(len(queue)))

    def set_current(self, key: Key | None) -> None:
        self.show_row(self.model.row_of(key), scroll=True)

    def show_row(self, row: int, scroll: bool) -> None:
        index = self.model.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if scroll and index.isValid():
            self.list.scrollTo(index)

    def set_outlook(self, outlook: Outlook | None, target: float) -> None:
        """None: there is nothing to estimate from."""
        self.details.setVisible(outlook is not None)
        if outlook is None:
            self.outlook.setText(self.tr("Review up to F1"))
            self.outlook.setToolTip("")
            return
        self.outlook.setText(self._distance(outlook, target))
        self.outlook.setToolTip(
            self.tr("From this list alone; learning from your answers meanwhile usually makes it fewer")
        )
        shares = {"precision": f"{outlook.precision:.0%}", "recall": f"{outlook.recall:.0%}"}
        said = self.tr("F1 about {now} ({low}–{high}), estimated: {precision} right, {recall} found")
        numbers = {"now": outlook.now, "low": outlook.low, "high": outlook.high}
        self.details.setText(said.format(**{name: f"{value:.2f}" for name, value in numbers.items()}, **shares))
        whole = self.tr(
            "An estimate: of what stands there {precision} is right, of what happens {recall} is found.\n"
            "Nine times in ten F1 is in the range in brackets, which shrinks as you answer."
        )
        guess = self.tr("Review a stretch from end to end ({mark_range_reviewed}) to know better what is missed.")
        tip = whole.format(**shares)
        self.details.setToolTip(tip if outlook.looked else f"{tip}\n{with_keys(guess)}")

    def _distance(self, outlook: Outlook, target: float) -> str:
        """What stands before the target; what is likely is told from what is sure."""
        if outlook.now >= target:
            return self.tr("This reaches F1") if outlook.low >= target else self.tr("This probably reaches F1")
        if outlook.left is None:
            out = outlook.fewest is None
            return self.tr("This list cannot reach F1") if out else self.tr("This list may not reach F1")
        fewest = outlook.left if outlook.fewest is None else outlook.fewest
        if outlook.most is None:
            text = self.tr("About {count} left ({fewest}+) to F1")
        elif fewest == outlook.most:
            text = self.tr("{count} left to F1")
        else:
            text = self.tr("About {count} left ({fewest}–{most}) to F1")
        return text.format(count=f"{outlook.left:,}", fewest=f"{fewest:,}", most=f"{outlook.most or 0:,}")

    def say_keys(self) -> None:
        """They have changed."""
        self._hint.set_text(
            with_keys(self.tr("Find activities ({analyze}), then judge here\nwhat helps the timeline most"))
        )
        text = self.tr("{accept} right · {reject} wrong · {review_next} next · {clear_in_out} leaves")
        self.note.setText(with_keys(text))
        more = self.tr(
            "{nudge_back} and {nudge_forward} move the edge, {cycle_edge} takes the other one, a label's key relabels"
        )
        self.note.setToolTip(with_keys(more))

    # -- parts -------------------------------------------------------------------------------------------------------

    def _make_list(self) -> QListView:
        view = _List(self)
        view.setModel(self.model)
        view.setItemDelegate(ReviewDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setMinimumHeight(90)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("What to review, the most helpful first"))
        view.clicked.connect(self._chosen)
        view.activated.connect(self._chosen)
        view.left.connect(self.left)
        keep_keys(view, (*LIST_KEYS, Qt.Key.Key_Escape))
        return view

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(ITEM).key)


class _List(QListView):
    """Signals: left(): Escape was pressed."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        elif event.text() and not event.text().isspace():
            event.ignore()  # no search by typing: letters are keys of the window
        else:
            super().keyPressEvent(event)

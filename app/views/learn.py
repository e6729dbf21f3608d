"""Learning from corrections: what there is to learn from, a training's curves, what its result changed, and every
version there has been, to go back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.views.empty import EmptyHint
from app.views.keys import LIST_KEYS, keep_keys
from app.views.learn_changes import ROW, ChangeDelegate, ChangeModel, ChangeRow
from app.views.learn_curves import CurvesView
from app.views.learn_ways import WaysButton
from app.words import with_keys
from core.task import Curves

_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version as it is shown. key: its checkpoint's id; state: "used", "proposed" or ""."""

    key: int
    when: str
    examples: int
    score: str
    state: str
    tip: str


class LearnView(QWidget):
    """Values in through setters, wishes out through signals.

    Signals:
        learn_requested, stop_requested: the button.
        opened: the key of a change; Enter was pressed on it, or it was clicked.
        taken, refused: what is proposed.
        version_wanted: a checkpoint's id.
    """

    learn_requested = Signal()
    stop_requested = Signal()
    opened = Signal(int)
    taken = Signal()
    refused = Signal()
    version_wanted = Signal(object)  # ids have 63 bits

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the theme paints the panel's ground
        self._running = False
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.learn = QPushButton(theme.icon("sparkles"), "", self)
        self.learn.clicked.connect(self._pressed)
        self.options = WaysButton(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Training, changes, versions"))
        self.curves = CurvesView(self)
        self.tabs.addTab(self.curves, self.tr("Training"))
        self.tabs.addTab(self._changes_page(), self.tr("Changes"))
        self.tabs.addTab(self._versions_page(), self.tr("Versions"))
        top = QVBoxLayout()
        top.setContentsMargins(12, 10, 12, 8)
        top.setSpacing(8)
        top.addWidget(self.said)
        row = QHBoxLayout()
        row.addWidget(self.learn, 1)
        row.addWidget(self.options)
        top.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.tabs, 1)
        self.set_running(False)
        self.set_proposal("", ())

    # -- in ----------------------------------------------------------------------------------------------------------

    def set_material(self, text: str) -> None:
        """What there is to learn from, in a sentence or two."""
        self.said.setText(text)

    def set_running(self, running: bool) -> None:
        self._running = running
        self.options.setEnabled(not running)
        self.learn.setText(" " + (self.tr("Stop and keep the best") if running else self.tr("Learn from corrections")))
        self.learn.setIcon(theme.icon("circle-stop" if running else "sparkles"))
        if running:
            self.tabs.setCurrentIndex(0)

    def set_curves(self, curves: Curves) -> None:
        self.curves.set_curves(curves)

    def set_proposal(self, text: str, rows: Sequence[ChangeRow]) -> None:
        """What is proposed, in a sentence ("": nothing), and every change."""
        self.model.set_rows(rows)
        self.summary.setText(text)
        self._hint.setVisible(not rows)
        self._hint.set_title(self.tr("Nothing is otherwise") if text else self.tr("Nothing is proposed"))
        for widget in (self.summary, self.take, self.refuse):
            widget.setVisible(bool(text))

    def show_changes(self) -> None:
        self.tabs.setCurrentIndex(1)

    def set_versions(self, rows: Sequence[VersionRow]) -> None:
        chosen = self._version()
        states = {"used": self.tr("in use"), "proposed": self.tr("proposed"), "": ""}
        self.tree.clear()
        for row in rows:
            item = QTreeWidgetItem([row.when, str(row.examples), row.score, states[row.state]])
            item.setData(0, _KEY, row.key)
            for column in range(4):
                item.setToolTip(column, row.tip)
            for column in (1, 2):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.tree.addTopLevelItem(item)
            if row.key == chosen:
                self.tree.setCurrentItem(item)
        for column in range(4):
            self.tree.resizeColumnToContents(column)
        self._no_versions.setVisible(not rows)
        self._chosen()

    def say_keys(self) -> None:
        """They have changed."""
        self._no_versions.set_text(with_keys(self.tr("Correct some segments, then press {improve}")))
        self._hint.set_text(with_keys(self.tr("What learning changed shows here\nbefore it is taken ({improve})")))

    # -- making ------------------------------------------------------------------------------------------------------

    def _changes_page(self) -> QWidget:
        page = QWidget(self)
        self.summary = QLabel(page)
        self.summary.setWordWrap(True)
        self.summary.setContentsMargins(12, 8, 12, 0)
        self.model = ChangeModel()
        self.list = QListView(page)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChangeDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Changes"))
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        keep_keys(self.list, LIST_KEYS)
        self._hint = EmptyHint("sparkles", "", "", self.list)
        self.take = QPushButton(theme.icon("check"), " " + self.tr("Take"), page)
        self.take.setToolTip(self.tr("The new version takes the place of the one before"))
        self.take.clicked.connect(self.taken)
        self.refuse = QPushButton(theme.icon("x"), " " + self.tr("Refuse"), page)
        self.refuse.setToolTip(self.tr("The new version is put away; it stays among the versions"))
        self.refuse.clicked.connect(self.refused)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 8, 12, 10)
        buttons.addWidget(self.take, 1)
        buttons.addWidget(self.refuse, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        return page

    def _versions_page(self) -> QWidget:
        page = QWidget(self)
        self.tree = QTreeWidget(page)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(8)
        self.tree.setHeaderLabels([self.tr("Learned"), self.tr("From"), self.tr("F1"), self.tr("State")])
        self.tree.headerItem().setToolTip(1, self.tr("From so many examples"))
        self.tree.headerItem().setToolTip(2, self.tr("Step by step, on videos kept apart where there were enough"))
        self.tree.setAccessibleName(self.tr("Versions"))
        self.tree.currentItemChanged.connect(self._chosen)
        self.tree.itemActivated.connect(self._go_back)
        keep_keys(self.tree, LIST_KEYS)
        self._no_versions = EmptyHint("history", self.tr("Nothing was learned yet"), "", self.tree)
        self.back = QPushButton(theme.icon("history"), " " + self.tr("Go back to this version"), page)
        self.back.clicked.connect(self._go_back)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 10)
        row.addWidget(self.back)
        column.addLayout(row)
        return page

    # -- out ---------------------------------------------------------------------------------------------------------

    def _pressed(self) -> None:
        (self.stop_requested if self._running else self.learn_requested).emit()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW).key)

    def _chosen(self, *_: object) -> None:
        self.back.setEnabled(self._version() is not None)

    def _go_back(self, *_: object) -> None:
        if (key := self._version()) is not None:
            self.version_wanted.emit(key)

    def _version(self) -> object:
        """The id of the chosen version's checkpoint."""
        item: QTreeWidgetItem | None = self.tree.currentItem()
        return item.data(0, _KEY) if item is not None else None

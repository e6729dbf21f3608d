"""Moments that look like a chosen one: a list to walk through by keys, each opened or labelled with one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QMenu, QPushButton, QVBoxLayout, QWidget

from app import theme
from app.views.elided import ElidedLabel
from app.views.empty import EmptyHint
from app.views.keys import LIST_KEYS, keep_keys
from app.views.similar_list import ROW, SimilarDelegate, SimilarModel, SimilarRow
from app.words import with_keys

_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DROP = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
ACCEPT = "A"


class SimilarView(QWidget):
    """Values in through setters, wishes out through signals.

    Signals:
        opened: the key of a row; Enter was pressed on it, or it was double-clicked.
        labelled: (key, label id); None is the label that new segments get.
        picture_wanted: the key of a row that is looked at.
        network_chosen: the name of the network whose features shall be compared.
        compute_requested: the features that are missing shall be computed.
        left: Escape; the keyboard belongs to the timeline again.
    """

    opened = Signal(int)
    labelled = Signal(int, object)
    picture_wanted = Signal(int)
    network_chosen = Signal(str)
    compute_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the theme paints the panel's ground
        self._keys: dict[str, int] = {}
        self.model = SimilarModel()
        self.model.picture_wanted.connect(self.picture_wanted)
        self.title = ElidedLabel(self)
        self.title.setProperty("role", "title")
        self.source = ElidedLabel(self)
        self.source.setProperty("role", "muted")
        self.networks = QComboBox(self)
        self.networks.setAccessibleName(self.tr("Network whose features are compared"))
        self.networks.setToolTip(self.tr("Whose features are compared, and in how many videos they are known"))
        keep_keys(self.networks, LIST_KEYS)
        self.networks.activated.connect(self._choose_network)
        self.list = self._make_list()
        self._hint = EmptyHint("scan-search", self.tr("No moments yet"), "", self.list)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setProperty("role", "hint")
        self.compute = QPushButton(theme.icon("cpu"), "", self)
        self.compute.clicked.connect(self.compute_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        for part in ((self.title, self.source, self.networks), (self.note, self.compute)):
            inner = QVBoxLayout()
            inner.setContentsMargins(10, 0, 10, 0)
            for widget in part:
                inner.addWidget(widget)
            column.addLayout(inner)
        column.insertWidget(1, self.list, 1)
        self.clear()

    def clear(self) -> None:
        """Before anything was looked for."""
        text = self.tr("Select a segment, or set in and out points ({set_in} and {set_out}), and press {find_similar}")
        self.show_moments("", "", (), with_keys(text))
        self.set_networks((), "")
        self.set_lacking(0, 0)

    def show_moments(self, title: str, source: str, rows: Sequence[SimilarRow], empty: str) -> None:
        """`title`: what they are like, of the video `source`; `empty`: what to do while there are none."""
        for label, text in ((self.title, title), (self.source, source)):
            label.setText(text)
            label.setVisible(bool(text))
        self.model.set_rows(rows)
        self._hint.set_text(empty)
        self._hint.setVisible(not rows)
        if rows:
            self.list.setCurrentIndex(self.model.index(0))

    def set_networks(self, networks: Sequence[tuple[str, int]], current: str) -> None:
        """(name, in how many videos its features are known) each; nothing to choose is not shown."""
        self.networks.clear()
        for name, count in networks:
            videos = self.tr("1 video") if count == 1 else self.tr("{0} videos").format(count)
            self.networks.addItem(f"{name} · {videos}", name)
        self.networks.setCurrentIndex(self.networks.findData(current))
        self.networks.setVisible(len(networks) > 1)

    def set_lacking(self, lacking: int, videos: int) -> None:
        """How many of so many videos have no features yet."""
        self.compute.setVisible(bool(lacking))
        one = lacking == 1
        self.compute.setText(
            self.tr(" Compute for 1 video") if one else self.tr(" Compute for {0} videos").format(lacking)
        )
        self.compute.setToolTip(self.tr("Lets the network look at them in the background, for this search only"))
        said = self.tr("{0} of {1} videos were searched.").format(videos - lacking, videos) if lacking else ""
        self.note.setText(said or self.tr("Enter opens · A or a label's key labels · Del leaves out"))
        self.note.setVisible(bool(lacking or self.model.rowCount()))

    def set_label_keys(self, keys: Mapping[str, int]) -> None:
        """Each label's own key → its id; A gives the current one unless a label has that key."""
        self._keys = {key.upper(): label_id for key, label_id in keys.items() if key}

    def set_picture(self, key: int, image: QImage) -> None:
        self.model.set_picture(key, image)

    def set_label(self, key: int, label: str, color: str) -> None:
        self.model.set_label(key, label, color)

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        view.setItemDelegate(SimilarDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.setAccessibleName(self.tr("Similar moments"))
        view.doubleClicked.connect(self._open)
        keep_keys(view, LIST_KEYS)
        view.installEventFilter(self)
        return view

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list; those of labels are the list's own while it has the focus."""
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        ours = event.text().upper() in {ACCEPT, *self._keys} or event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and ours:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._pressed(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        index, typed = self.list.currentIndex(), event.text().upper()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not index.isValid():
            return False
        elif event.key() in _OPEN:
            self._open(index)
        elif event.key() in _DROP:
            self._drop(index)
        elif typed in self._keys or typed == ACCEPT:
            self._label(index, self._keys.get(typed))
        else:
            return False
        return True

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW).key)

    def _label(self, index: QModelIndex, label_id: int | None) -> None:
        self.labelled.emit(index.data(ROW).key, label_id)

    def _drop(self, index: QModelIndex) -> None:
        """Off the list; the next one is looked at."""
        self.model.remove(index.row())
        self.list.setCurrentIndex(self.model.index(min(index.row(), self.model.rowCount() - 1)))

    def advance(self) -> None:
        """To the next row that is not labelled."""
        row = self.list.currentIndex().row()
        for following in range(row + 1, self.model.rowCount()):
            index = self.model.index(following)
            if not index.data(ROW).label:
                self.list.setCurrentIndex(index)
                return

    def menu(self, index: QModelIndex) -> QMenu:
        menu = QMenu(self)
        menu.addAction(theme.icon("play"), self.tr("Open (Enter)"), lambda: self._open(index))
        menu.addAction(theme.icon("tag"), self.tr("Label as the current label (A)"), lambda: self._label(index, None))
        menu.addAction(theme.icon("x"), self.tr("Leave out (Del)"), lambda: self._drop(index))
        return menu

    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            menu = self.menu(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _choose_network(self, index: int) -> None:
        self.network_chosen.emit(self.networks.itemData(index))

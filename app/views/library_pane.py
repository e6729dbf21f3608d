"""What both halves of the library are: a field that finds, a button that adds, and a list below."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QStyledItemDelegate, QVBoxLayout, QWidget

from app.views.keys import LIST_KEYS, keep_keys
from app.views.library_filter import NameFilter
from app.views.searchfield import SearchField
from app.views.tips import plain_button

_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Pane(QWidget):
    """Signals: left(): typing in the field ended."""

    left = Signal()

    def __init__(
        self,
        model: QAbstractItemModel,
        find: str,
        add: str,
        parent: QWidget | None = None,
        names: NameFilter | None = None,
    ) -> None:
        """`find`: what the empty field says; `add`: the tip of the button; `names`: what else decides on rows."""
        super().__init__(parent)
        self.names = names or NameFilter()
        self.names.setSourceModel(model)
        self.field = SearchField(find, self)
        self.field.left.connect(self.left)
        self.field.textChanged.connect(self.names.set_text)
        self.add = plain_button("plus", add, self)

    def lay_out(self, view: QAbstractItemView, delegate: QStyledItemDelegate, name: str) -> None:
        """Sets the list up, called `name` by screen readers, below the field."""
        view.setModel(self.names)
        view.setItemDelegate(delegate)
        view.setMouseTracking(True)
        view.setAccessibleName(name)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.clicked.connect(self.choose)
        view.activated.connect(self.choose)
        view.installEventFilter(self)
        keep_keys(view, LIST_KEYS)
        self._view = view
        self.head = head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 6)
        head.addWidget(self.field, 1)
        head.addWidget(self.add)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(view, 1)

    def choose(self, index: QModelIndex) -> None:
        """A row was clicked, or Enter was pressed on it."""

    def delete(self) -> None:
        """Delete was pressed in the list."""

    def menu_at(self, index: QModelIndex) -> QMenu | None:
        """What a right click on a row offers; None where there is nothing."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _DELETE:
            self.delete()
            return True
        return False

    def _show_menu(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        menu = self.menu_at(index) if index.isValid() else None
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._view.viewport().mapToGlobal(at))

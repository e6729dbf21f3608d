"""What makes lists and fields reachable by keys alone, whichever view they are in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QToolButton, QWidget

from app.words import translate


def make_reachable(root: QWidget) -> None:
    """Fields that only a click reached are reached by Tab as well; the menu key opens the chosen row's menu; and what
    Qt made has names."""
    for field in root.findChildren(QLineEdit):
        if field.focusPolicy() == Qt.FocusPolicy.ClickFocus:
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for button in root.findChildren(QToolButton):
        if isinstance(button.parent(), QLineEdit):  # Escape does it by keys
            button.setAccessibleName(translate("reach", "Clear"))
        elif button.focusPolicy() == Qt.FocusPolicy.NoFocus and button.objectName() not in _QTS_OWN:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for view in root.findChildren(QAbstractItemView):
        if view.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu:
            _MenuKey(view)


_QTS_OWN = frozenset({"ScrollLeftButton", "ScrollRightButton", "qt_menubar_ext_button"})


class _MenuKey(QObject):
    """Qt asks for the menu in the middle of the list; people mean the row that is chosen."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            index = self._view.currentIndex()
            if event.reason() == QContextMenuEvent.Reason.Keyboard and index.isValid():
                self._view.scrollTo(index)
                self._view.customContextMenuRequested.emit(self._view.visualRect(index).center())
                return True
        return False

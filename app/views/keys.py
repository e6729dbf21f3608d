"""Keys that a widget keeps for itself while it has the focus, though the window has shortcuts on them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_K = Qt.Key
LIST_KEYS = (_K.Key_Up, _K.Key_Down, _K.Key_PageUp, _K.Key_PageDown, _K.Key_Home, _K.Key_End,
             _K.Key_Return, _K.Key_Enter, _K.Key_Delete, _K.Key_Backspace, _K.Key_F2)  # fmt: skip
SLIDER_KEYS = (_K.Key_Up, _K.Key_Down, _K.Key_Left, _K.Key_Right, _K.Key_PageUp, _K.Key_PageDown,
               _K.Key_Home, _K.Key_End)  # fmt: skip


class _Keeper(QObject):
    def __init__(self, widget: QWidget, keys: Iterable[Qt.Key]) -> None:
        super().__init__(widget)
        self._keys = frozenset(keys)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in self._keys
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            event.accept()
            return True
        return False


def keep_keys(widget: QWidget, keys: Iterable[Qt.Key]) -> None:
    """While `widget` has the focus, these keys (without modifiers) are its own and trigger no shortcut."""
    _Keeper(widget, keys)

"""Tooltips that name the shortcut, so that buttons teach the keys."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from app import theme


def tell_shortcut(action: QAction) -> None:
    """ "Play" with Space becomes "Play (Space)" in its tooltip; once."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = action.toolTip() or action.text().replace("&", "").rstrip("… ")
    action.setToolTip(f"{name} ({keys})" if keys and f"({keys})" not in name else name)


def action_button(action: QAction, parent: QWidget | None = None) -> QToolButton:
    """A small tool button of an action."""
    tell_shortcut(action)
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setIconSize(theme.ICON_SIZE)
    return button


def plain_button(icon_name: str, tip: str, parent: QWidget | None = None) -> QToolButton:
    """A small tool button of its own."""
    button = QToolButton(parent)
    button.setIcon(theme.icon(icon_name))
    button.setIconSize(theme.ICON_SIZE)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button

"""Texts outside of widgets, in the language that is on: those of the tables, and of functions that have no `tr`.

`packaging/translations.py` collects the texts of the tables and those given to `phrase`; every other call names its
context and its text literally, so that Qt's lupdate finds both.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

translate = QCoreApplication.translate


def action_text(text: str) -> str:
    """The text of an action, or the name of its menu."""
    return translate("actions", text)


def phrase(text: str, **values: object) -> str:
    """A sentence for the message bar, the title of a job or of a file chooser; `text` is given literally."""
    return translate("messages", text).format(**values)


def keys_text(keys: list[str] | tuple[str, ...]) -> str:
    """Keys as this system writes them, "" for none."""
    return "  ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def undo_text(name: str, edit: str) -> str:
    """What undo or redo would do. The sentence of an Edit is stored in the project, in English."""
    whole = {
        "undo": translate("actions", "Undo {what}"),
        "redo": translate("actions", "Redo {what}"),
    }[name]
    return whole.replace("{what}", edit)  # the name of a label may hold braces

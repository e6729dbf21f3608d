"""Texts outside of widgets, in the language that is on: those of the tables, and of functions that have no `tr`.

`packaging/translations.py` collects the texts of the tables and those given to `phrase`; every other call names its
context and its text literally, so that Qt's lupdate finds both.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale
from PySide6.QtGui import QKeySequence

translate = QCoreApplication.translate
_changes: Mapping[str, Sequence[str]] = {}  # what the user made of the keys
_held: dict[str, tuple[str, ...]] = {}  # the keys by action, once somebody asked


def action_text(text: str) -> str:
    """The text of an action, or the name of its menu."""
    return translate("actions", text)


def phrase(text: str, **values: object) -> str:
    """A sentence for the message bar, the title of a job or of a file chooser; `text` is given literally. A field that
    has the name of an action is its key, as in `with_keys`."""
    return with_keys(translate("messages", text), **values)


def language_of_words() -> str:
    """Of the texts, whose file says it itself: "en" also where that file is not there."""
    return translate("words", "en")


def moment_text(milliseconds: float, how: Literal["", "short", "exact"] = "") -> str:
    """A moment since 1970, as the language that is on writes it: 26 Nov 2026 14:03. short: without the year; exact:
    with seconds."""
    forms = {
        "": translate("words", "dd MMM yyyy HH:mm"),
        "short": translate("words", "dd MMM HH:mm"),
        "exact": translate("words", "dd MMM yyyy HH:mm:ss"),
    }
    return QLocale(language_of_words()).toString(QDateTime.fromMSecsSinceEpoch(round(milliseconds)), forms[how])


def use_keys(changes: Mapping[str, Sequence[str]]) -> None:
    """The user's changes of the keys, which hints name from now on."""
    global _changes
    _changes = changes
    _held.clear()


def with_keys(text: str, **values: object) -> str:
    """A hint that names keys: “press {analyze}” becomes “press F5”, or whatever key that action has now."""
    return text.format_map(_Fields(values))


def key_of(action: str) -> str:
    """The first key of an action as this system writes it; where it has none, the quoted name that its menu shows."""
    from app.actions.table import ACTIONS  # the actions speak words themselves
    from app.keymap import all_keys

    if not _held:
        _held.update(all_keys(_changes))
    if held := _held[action]:
        return keys_text(held[:1])
    return phrase("“{name}”", name=next(action_text(one.text).rstrip("… ") for one in ACTIONS if one.name == action))


class _Fields(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return key_of(name)


def patterned(context: str, patterns: tuple[str, ...], said: str) -> str:
    """In the language that is on, what somebody who knows no Qt said in English: in a pattern each {} stands for a name
    or a number; the first that fits counts. What fits none stays as it is."""
    found = _fitting(patterns, said)
    if found is None:
        return said
    holes = iter(found[1])
    return re.sub(r"\{\}", lambda _: next(holes), translate(context, found[0]))


@functools.lru_cache(256)
def _fitting(patterns: tuple[str, ...], said: str) -> tuple[str, tuple[str, ...]] | None:
    for pattern in patterns:
        if found := re.fullmatch("(.+)".join(map(re.escape, pattern.split("{}"))), said, re.DOTALL):
            return pattern, found.groups()
    return None


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

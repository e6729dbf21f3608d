"""What tasks and core say in English, because they know no Qt, in the language of the window.

packaging/told_texts.py collects the patterns from the code; their translations stand under "told" in the .ts files.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from app.edit_words import edit_text
from app.told_patterns import Book, Pattern
from app.words import language_of_words, phrase, translate
from core.paths import resource

_COUNTED = re.compile(r"([\d.,]+) (\D.*)", re.DOTALL)


def told(said: str) -> str:
    """In the language that is on; what nobody has translated stays English."""
    language = language_of_words()
    return _told(said, language) if said and language != "en" else said


@functools.cache
def _books() -> tuple[Book, Book, Book]:
    """What is said as a whole; what stands in sentences; what stands in the texts of progress."""
    texts = json.loads(resource("i18n/told.json").read_text("utf-8"))
    progress, said, parts = texts["progress"], texts["said"], texts["parts"]
    return Book([*progress, *said, *texts["words"]]), Book([*said, *parts]), Book(progress)


@functools.lru_cache(512)
def _told(said: str, language: str) -> str:
    whole, parts, progress = _books()
    if found := whole.find(said):
        return _in_words(*found, progress if progress.find(said) == found else parts)
    if counted := _COUNTED.fullmatch(said):  # what a file cannot hold: 3 scores
        return f"{counted[1]} {_told(counted[2], language)}"
    for separator in ("\n", "; "):
        if separator in said:
            return separator.join(_told(piece, language) for piece in said.split(separator))
    where, colon, what = said.partition(": ")
    return f"{_part(where, parts)}{colon}{_told(what, language)}" if colon else said


def _in_words(pattern: Pattern, holes: tuple[str, ...], book: Book) -> str:
    """The sentence; what stands in it is told as well where it may be a sentence of its own."""
    ways: dict[str, Callable[[str], str]] = {"": str, "edit": edit_text, "said": functools.partial(_part, book=book)}
    filled = tuple(ways[kind](hole) for kind, hole in zip(pattern.kinds, holes, strict=True))
    return pattern.filled(translate("told", pattern.text), filled)


def _part(said: str, book: Book) -> str:
    """What stands in a sentence: a list of parts, or one part."""
    for separator in ("; ", ", "):
        pieces = said.split(separator)
        if len(pieces) > 1 and all(map(book.find, pieces)):
            return separator.join(_part(piece, book) for piece in pieces)
    found = book.find(said)
    return _in_words(*found, book) if found else said


def left_out_text(left_out: Sequence[Path], present: int) -> str:
    """What of dropped files was not added: those that are no videos, and how many were `present`. "" for nothing."""
    parts = []
    if left_out:
        names = ", ".join(path.name for path in left_out[:3]) + (" …" if len(left_out) > 3 else "")
        one = phrase("1 file that is no video ({names})", names=names)
        several = phrase("{count} files that are no videos ({names})", count=len(left_out), names=names)
        parts.append(one if len(left_out) == 1 else several)
    if present:
        one, several = (
            phrase("1 was in the project already"),
            phrase("{count} were in the project already", count=present),
        )
        parts.append(one if present == 1 else several)
    return phrase("Left out: {what}.", what="; ".join(parts)) if parts else ""

"""What SQLite says of a project file, in words that tell the user what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from core.errors import EditConflict, UserError

_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk that holds “{name}” is full; nothing was changed. Free some space and try again.",
    sqlite3.SQLITE_READONLY: "“{name}” cannot be written to; make it writable or copy it to a folder of your own.",
    sqlite3.SQLITE_CANTOPEN: "“{name}” cannot be opened; check that you may read and write it and its folder {folder}.",
    sqlite3.SQLITE_PERM: "“{name}” cannot be opened; check that you may read and write it and its folder {folder}.",
    sqlite3.SQLITE_BUSY: "Another program is writing to “{name}”; wait until it is done and try again.",
    sqlite3.SQLITE_LOCKED: "Another program is writing to “{name}”; wait until it is done and try again.",
    sqlite3.SQLITE_NOTADB: "“{name}” is not a Reelmark project; choose a *.reelmark file or a new name.",
    sqlite3.SQLITE_CORRUPT: "“{name}” is damaged; keep it as it is, and go on with a copy or backup of it.",
    sqlite3.SQLITE_IOERR: "The disk that holds “{name}” reports an error; nothing was changed. "
    "Check that it is connected and has space.",
}


def explained(error: sqlite3.Error, path: Path) -> UserError | None:
    """The sentence for a failure that a user can cause; None for one that is a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    sentence = _SENTENCES.get(code & 0xFF)
    if sentence:
        return UserError(sentence.format(name=path.name, folder=path.absolute().parent))
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return EditConflict(
            "Other rows need what this change removes, or it needs what is gone; refresh and try again."
        )
    return None


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turns what a user can cause into UserError; anything else passes."""
    try:
        yield
    except DBAPIError as error:
        said = explained(error.orig, path) if isinstance(error.orig, sqlite3.Error) else None
        if said is None:
            raise
        raise said from error
    except sqlite3.Error as error:
        said = explained(error, path)
        if said is None:
            raise
        raise said from error

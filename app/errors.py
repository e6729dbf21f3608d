"""What went wrong, as a sentence for people; bugs go to the log with everything that helps to find them."""

from __future__ import annotations

import errno
from collections.abc import Callable

from core.errors import UserError

_CAUSES = {
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EDQUOT: "your disk quota is used up; make room and try again",
    errno.EACCES: "you may not do that there; choose another place",
    errno.EPERM: "you may not do that there; choose another place",
    errno.EROFS: "that disk is read-only; choose another place",
    errno.ENOENT: "it does not exist; check the name",
    errno.EISDIR: "it is a folder; give the name of a file",
    errno.ENOTDIR: "part of its path is no folder; check the name",
    errno.ENAMETOOLONG: "its name is too long; choose a shorter one",
    errno.EMFILE: "too many files are open; close some programs and try again",
}


_MEMORY = "There is not enough memory for this; close other programs and try again."
_NAMED, _UNNAMED = "“{name}” cannot be used: {why}.", "A file cannot be used: {why}."
TEXTS = (_MEMORY, _NAMED, _UNNAMED, *_CAUSES.values())


def sentence(error: BaseException, translated: Callable[[str], str] = str) -> str | None:
    """What a person is told, or None where the error is a bug of this program. `translated` gives the `TEXTS` in the
    language of the window; the command line speaks English."""
    if isinstance(error, UserError):
        return str(error)
    if isinstance(error, MemoryError):
        return translated(_MEMORY)
    if isinstance(error, OSError) and error.errno in _CAUSES:
        text = translated(_NAMED if error.filename else _UNNAMED)
        return text.format(name=error.filename, why=translated(_CAUSES[error.errno]))
    return None

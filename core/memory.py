"""Memory that was given up, handed back to the system.

The C library keeps what large arrays leave behind for the next ones: after a long video was opened, more than 100 MB.
And PySide6 searches the source of every module that is imported for its own name, for which `linecache` then holds all
of them: 40 MB.
"""

from __future__ import annotations

import ctypes
import linecache
import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Takes a few milliseconds; for quiet moments. Does nothing where the C library is not GNU's."""
    linecache.clearcache()
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None

"""Data sets come in their official layouts; what is missing from a folder is said in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core.errors import UserError

_SHOWN = 10


def missing(what: str, folder: Path, names: Iterable[str], advice: str) -> UserError:
    """The error for a folder that lacks `names` (the first ten are listed, with a count). what: the data set's name;
    advice: what to do, as the end of a sentence."""
    names = list(names)
    listed = ", ".join(names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more ({len(names)} in all)" if len(names) > _SHOWN else ""
    return UserError(f"{folder} is no complete {what} folder: missing are {listed}{more}; {advice}.")

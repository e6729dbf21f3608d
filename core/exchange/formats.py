"""All exchange formats: the one line to extend. The contract suite runs over this tuple."""

from __future__ import annotations

from pathlib import Path

from core.errors import UserError
from core.exchange import activitynet, csv
from core.exchange.base import Format

FORMATS: tuple[Format, ...] = (
    activitynet.FORMAT,
    csv.FORMAT,
)


def named(name: str) -> Format:
    for form in FORMATS:
        if form.name == name:
            return form
    raise UserError(f"There is no format “{name}”; choose one of {', '.join(form.name for form in FORMATS)}.")


def guess(path: Path) -> Format:
    """The first format that recognises the file, by its name and a look inside."""
    if path.is_dir():
        raise UserError(f"{path} is a folder; give the file itself.")
    if not path.is_file():
        raise UserError(f"There is no file {path}; check the name.")
    for form in FORMATS:
        if form.reads and form.recognises(path):
            return form
    names = ", ".join(form.name for form in FORMATS if form.reads)
    raise UserError(f"{path.name} is of no format that can be told by its looks; say which: --format {names}.")

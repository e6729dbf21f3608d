"""How commands speak: one JSON document, or text for people, on stdout; progress on a terminal's stderr."""

from __future__ import annotations

import functools
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from core.storage.project import Project
from core.task import Progress, Task, drive
from core.time import format_seconds

T = TypeVar("T")


@dataclass(frozen=True)
class Output:
    """Handed to every command as its first argument."""

    json: bool
    quiet: bool

    def emit(self, document: dict[str, Any], text: str) -> None:
        """The command's one answer. A reader that closes the pipe early has seen enough."""
        try:
            if self.json or text:
                click.echo(json.dumps(document, indent=2, allow_nan=False) if self.json else text)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def note(self, text: str) -> None:
        """Something worth knowing that is no part of the answer."""
        if not self.quiet:
            click.echo(text, err=True)

    def run(self, task: Task[T]) -> T:
        """Drives a task, with a line of progress where somebody can see it."""
        if self.quiet or not sys.stderr.isatty():
            return drive(task)
        line = _ProgressLine()
        try:
            return drive(task, line.show)
        finally:
            line.clear()

    def open(self, path: Path) -> Project:
        """A project, made where there is none, with what is odd about its place said."""
        new = not path.exists()
        project = Project.open(path)
        if new:
            self.note(f"Made the project {path}.")
        for problem in project.problems:
            self.note(f"{path}: {problem}")
        return project


class _ProgressLine:
    """One line on stderr that is written over; at most ten times a second."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._shown = 0.0
        self._width = 0

    def show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._shown < 0.1:
            return
        self._shown = now
        part = progress.fraction
        if part is None:
            text = progress.text
        else:
            left = (now - self._begun) * (1 - part) / part if part > 0.02 else None
            rest = "" if left is None else f", {format_seconds(left, 0)} left"
            text = f"[{'#' * round(20 * part):<20}] {part:4.0%} {progress.text}{rest}"
        self._write(text[:100])

    def clear(self) -> None:
        if self._width:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _write(self, text: str) -> None:
        sys.stderr.write("\r" + text.ljust(self._width))
        sys.stderr.flush()
        self._width = len(text)


def speaks(command: Callable[..., object]) -> Callable[..., object]:
    """Gives a command `--json` and `--quiet`, and an Output as its first argument."""

    @click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
    @click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks on stderr.")
    @functools.wraps(command)
    def wrapped(as_json: bool, quiet: bool, **values: object) -> object:
        return command(Output(as_json, quiet), **values)

    return wrapped


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], right: str = "") -> str:
    """Columns under their heads, two blanks apart; an "r" in `right` sets the column at that place to the right."""
    cells = [list(heads), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(heads))]

    def set_(row: Sequence[str]) -> str:
        parts = (
            cell.rjust(width) if right[i : i + 1] == "r" else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        return "  ".join(parts).rstrip()

    return "\n".join([set_(cells[0]), "  ".join("-" * width for width in widths), *map(set_, cells[1:])])


def count(number: int, one: str, many: str = "") -> str:
    """`1 segment`, `2 segments`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


path_argument = click.Path(path_type=Path)

"""What the loaders of labelled clips share: the clip, and how an incomplete folder is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Clip:
    """One video that shows one activity. group: clips of one group come from the same recording (or film), so that
    train and test must not share one. target: the label's place in the data set's own list of classes, from 0."""

    path: Path
    label: str
    group: str
    target: int


def listed(missing: Sequence[object]) -> str:
    """The first ten, and how many there are."""
    names = ", ".join(str(name) for name in missing[:_SHOWN])
    return f"{names} … ({len(missing)} in all)" if len(missing) > _SHOWN else names


def need(data: str, folder: Path, missing: Sequence[object], hint: str) -> None:
    """Raises UserError with what is missing, where something is."""
    if missing:
        raise UserError(f"{folder} is not a complete {data}; {hint}; missing: {listed(missing)}.")


def labels_of(clips: Iterable[Clip]) -> tuple[str, ...]:
    """The classes that occur, in the data set's order."""
    return tuple(dict.fromkeys(clip.label for clip in sorted(clips, key=lambda clip: clip.target)))


def lines(file: Path) -> list[str]:
    """The file's lines that are not empty, stripped. Raises UserError where it cannot be read as text."""
    try:
        return [line.strip() for line in file.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{file} cannot be read as a list of a data set; unpack the data set again.") from error

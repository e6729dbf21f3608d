"""Where a project's videos lie on disk, and how a moved one is found again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from core.errors import UserError
from core.rows import Video, changed
from core.task import Progress, Task
from core.timeline.edit import Edit

_UP = 2  # how many folders above the project a path may lead through and still be written relative


def resolve(folder: Path, video: Video) -> Path:
    """The absolute path of a video's file. Raises UserError when nothing is there."""
    path = Path(os.path.normpath(folder.absolute() / video.path))
    if not path.exists():
        raise UserError(f"The video “{path.name}” is not at {path.parent} any more; relink it to where it is now.")
    return path


def relative(folder: Path, path: Path) -> str:
    """With forward slashes, relative where the video lies in or near the project's folder (at most two folders up), so
    that both can move together; absolute elsewhere, so that the project can move alone. Raises UserError for a path
    that is no text."""
    whole = Path(os.path.normpath(path.absolute()))
    try:
        str(whole).encode()
    except UnicodeEncodeError:
        shown = whole.name.encode(errors="replace").decode()
        raise UserError(f"The path of “{shown}” is not in UTF-8, so a project cannot hold it; rename it.") from None
    try:
        near = Path(os.path.relpath(whole, folder.absolute()))
    except ValueError:  # another drive
        return whole.as_posix()
    return (whole if near.parts[: _UP + 1] == ("..",) * (_UP + 1) else near).as_posix()


def relinked(folder: Path, video: Video, path: Path, fingerprint: Callable[[Path], str]) -> Edit:
    """The Edit that points a video at another file. Raises UserError unless the file has the same content."""
    if not path.exists():
        raise UserError(f"There is no file {path}; choose the video's new place.")
    if fingerprint(path) != video.fingerprint:
        raise UserError(
            f"“{path.name}” is not the video that was labelled (its content differs); choose another file, "
            "or add it as a new video."
        )
    return Edit(f"Relink {path.name}", (video,), (changed(video, path=relative(folder, path)),))


def search(video: Video, place: Path, fingerprint: Callable[[Path], str]) -> Task[Path]:
    """Looks for a video's content below `place`: files of the same name first, then those of the same type. Raises
    UserError when it is not there."""
    name = PurePosixPath(video.path)
    alike: list[Path] = []
    for path in _candidates(place, name.name):
        yield Progress(text=f"Searching {path.parent}")
        if path.name == name.name:
            if fingerprint(path) == video.fingerprint:
                return path
        elif path.suffix.lower() == name.suffix.lower():
            alike.append(path)
    for i, path in enumerate(alike):
        yield Progress(i, len(alike), f"Comparing {path.name}")
        if fingerprint(path) == video.fingerprint:
            return path
    raise UserError(f"“{name.name}” is nowhere below {place}; choose another folder or the file itself.")


def _candidates(place: Path, name: str) -> Iterator[Path]:
    """All files below a place, and folders (of images) with the given name; in a fixed order."""
    for folder, folders, names in os.walk(place):
        folders.sort()
        for found in sorted([*names, *(f for f in folders if f == name)]):
            yield Path(folder) / found

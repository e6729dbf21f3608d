"""Finding many moved videos at once: one walk through a folder, files of a missing size compared by content."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from core.errors import UserError
from core.rows import Video, changed
from core.storage.media import relative
from core.task import Progress, Task
from core.timeline.edit import Edit


def search_all(
    videos: Sequence[Video], place: Path, fingerprint: Callable[[Path], str], sizes: Mapping[str, int]
) -> Task[dict[int, Path]]:
    """Where each video's content lies below `place`, by video id; those that are nowhere are left out. `sizes`: bytes
    by fingerprint, where known. Files with a missing name are compared first, then those with a missing type; a file is
    read only where its size may be right. Ends as soon as all are found."""
    wanted: dict[str, list[int]] = {}
    for video in videos:
        wanted.setdefault(video.fingerprint, []).append(video.id)
    names = {PurePosixPath(video.path).name for video in videos}
    suffixes = {PurePosixPath(name).suffix.lower() for name in names}
    fitting = {sizes[one] for one in wanted} if all(one in sizes for one in wanted) else None
    found: dict[int, Path] = {}
    later: list[Path] = []
    for folder, path in _files(place, names):
        yield Progress(len(found), len(videos), f"Searching {folder}")
        if path is None or not _fits(path, fitting):
            continue
        if path.name in names:
            _compare(path, wanted, fingerprint, found)
        elif path.suffix.lower() in suffixes:
            later.append(path)
        if not wanted:
            return found
    for path in later:
        yield Progress(len(found), len(videos), f"Comparing {path.name}")
        _compare(path, wanted, fingerprint, found)
        if not wanted:
            break
    return found


def relink_all(folder: Path, videos: Sequence[Video], found: Mapping[int, Path]) -> Edit:
    """One Edit that points videos at where they were found."""
    gone = tuple(video for video in videos if video.id in found)
    come = tuple(changed(video, path=relative(folder, found[video.id])) for video in gone)
    return Edit(f"Relink {len(gone)} videos" if len(gone) != 1 else f"Relink {found[gone[0].id].name}", gone, come)


def _files(place: Path, names: set[str]) -> Iterator[tuple[str, Path | None]]:
    """(folder, file) of all below a place, folders of images that have a missing name among them; (folder, None) once
    for each folder, so that nothing is silent for long."""
    for folder, folders, files in os.walk(place):
        folders.sort()
        yield folder, None
        for name in sorted([*files, *(one for one in folders if one in names)]):
            yield folder, Path(folder) / name


def _fits(path: Path, sizes: set[int] | None) -> bool:
    """Whether a file may be one of those: a folder always may."""
    if sizes is None:
        return True
    try:
        return path.is_dir() or path.stat().st_size in sizes
    except OSError:
        return False


def _compare(
    path: Path, wanted: dict[str, list[int]], fingerprint: Callable[[Path], str], found: dict[int, Path]
) -> None:
    """A file that cannot be read is none of them."""
    try:
        ids = wanted.pop(fingerprint(path), [])
    except UserError:
        return
    found.update(dict.fromkeys(ids, path))

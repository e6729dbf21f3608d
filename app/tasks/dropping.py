"""Which of the files and folders that somebody dropped are videos."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.task import Progress, Task

VIDEO_SUFFIXES = frozenset(
    {".3gp", ".asf", ".avi", ".divx", ".dv", ".f4v", ".flv", ".gif", ".h264", ".hevc", ".m2ts", ".m2v", ".m4v", ".mkv"}
    | {".mov", ".mp4", ".mpeg", ".mpg", ".mts", ".mxf", ".ogm", ".ogv", ".ts", ".vob", ".webm", ".wmv", ".y4m"}
)


@dataclass(frozen=True)
class Sorted:
    """files: to be added, each once; left_out: files in folders that are no videos; empty: folders without videos."""

    files: tuple[Path, ...]
    left_out: tuple[Path, ...]
    empty: tuple[Path, ...]


def sorted_out(paths: Sequence[Path]) -> Task[Sorted]:
    """Files as they are (whether they can be used is seen when they are opened); of folders, all videos below them. A
    folder of images that holds no video is one itself. Hidden files and folders are passed over."""
    files: dict[Path, None] = {}
    left_out: list[Path] = []
    empty: list[Path] = []
    for path in map(Path, paths):
        if not path.is_dir():
            files[path] = None
            continue
        videos, others = yield from _below(path)
        if not videos and _is_sequence(path):
            videos, others = [path], [other for other in others if other.parent != path]
        if not videos:
            empty.append(path)
        files.update(dict.fromkeys(videos))
        left_out += others
    return Sorted(tuple(files), tuple(left_out), tuple(empty))


def _below(folder: Path) -> Task[tuple[list[Path], list[Path]]]:
    """(videos, other files), in the order of their names."""
    videos: list[Path] = []
    others: list[Path] = []
    for place, folders, names in os.walk(folder):
        yield Progress(text=f"Looking into {place}")
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                (videos if Path(name).suffix.lower() in VIDEO_SUFFIXES else others).append(Path(place) / name)
    return videos, others


def _is_sequence(folder: Path) -> bool:
    from core.video.images import image_files

    try:
        return bool(image_files(folder))
    except OSError:  # it may not be read
        return False

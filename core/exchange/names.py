"""Which video of a project a name in a file means: its path, its file name, its stem, or ActivityNet's id of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from core.rows import Video

_ACTIVITYNET = re.compile(r"v_([\w-]{11})", re.ASCII)  # files are named v_ + the id that the data set uses


def bare(stem: str) -> str:
    """`v_GGSY1Qvo990` → `GGSY1Qvo990`; anything else stays."""
    match = _ACTIVITYNET.fullmatch(stem)
    return match[1] if match else stem


def _keys(name: str) -> Iterator[str]:
    path = PurePosixPath(name.replace("\\", "/"))
    yield str(path)
    yield str(path.parent / path.stem)
    yield path.name
    yield path.stem
    yield bare(path.stem)
    yield bare(path.name)  # an id with a dot in it is no suffix


class VideoNames:
    """Finds videos by the names that files use; the fuller name wins."""

    def __init__(self, videos: Iterable[Video]) -> None:
        self._levels: tuple[dict[str, list[Video]], ...] = ({}, {}, {}, {}, {})
        for video in videos:
            for level, key in zip(self._levels, _keys(video.path), strict=False):
                level.setdefault(key, []).append(video)

    def find(self, name: str) -> list[Video]:
        """No video, the one that is meant, or all that it might mean."""
        for key in _keys(name):
            for level in self._levels:
                if key in level:
                    return level[key]
        return []


def export_ids(videos: Iterable[Video]) -> dict[int, str]:
    """A name for each video, by row id: `bare` of the stem where that is unique, else the path without suffix, else
    the path."""
    rows = list(videos)
    short = {video.id: bare(PurePosixPath(video.path).stem) for video in rows}
    longer = {video.id: str(PurePosixPath(video.path).parent / PurePosixPath(video.path).stem) for video in rows}
    names = {}
    for video in rows:
        tries = (table[video.id] for table in (short, longer) if list(table.values()).count(table[video.id]) == 1)
        names[video.id] = next(tries, video.path)
    return names

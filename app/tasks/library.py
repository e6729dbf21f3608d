"""What the library shows of videos that nobody opened: whether their files are there, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.rows import Video
from core.storage.media import resolve
from core.storage.relinking import relink_all, search_all
from core.task import Progress, Task
from core.timeline.edit import Edit


@dataclass(frozen=True)
class Facts:
    """missing: ids of videos whose files are not where they were. problems: by id, of files that were opened before."""

    missing: frozenset[int]
    problems: dict[int, tuple[str, ...]]


def library_facts(videos: Sequence[Video], folder: Path) -> Task[Facts]:
    """Looks at the files without opening them. `folder` is the project's."""
    from core.video.facts import note_sizes, problems_of

    missing: set[int] = set()
    problems: dict[int, tuple[str, ...]] = {}
    sizes: dict[str, int] = {}
    for i, video in enumerate(videos):
        yield Progress(i, len(videos), "Looking at the files")
        try:
            path = resolve(folder, video)
            if path.is_file():
                sizes[video.fingerprint] = path.stat().st_size
        except (UserError, OSError):
            missing.add(video.id)
        if known := problems_of(video.fingerprint):
            problems[video.id] = known
    note_sizes(sizes)
    return Facts(frozenset(missing), problems)


def find_missing(videos: Sequence[Video], place: Path) -> Task[dict[int, Path]]:
    """Where videos are now, somewhere below `place`."""
    from core.video.facts import sizes
    from core.video.fingerprint import fingerprint

    return (yield from search_all(videos, place, fingerprint, sizes()))


def relink_found(folder: Path, videos: Sequence[Video], found: dict[int, Path]) -> Edit:
    """`folder` is the project's. Raises UserError for a path that is no text."""
    return relink_all(folder, videos, found)

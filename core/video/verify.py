"""The background pass that decodes a whole video once and settles which frames it has."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from core.task import Progress, Task
from core.video import folder, index_cache, opening, proof
from core.video.fingerprint import fingerprint
from core.video.index import FrameIndex
from core.video.pictures import Undecodable

_EVERY = 0.05  # seconds between signs of life


def verify(path: Path | str) -> Task[FrameIndex]:
    """Decodes every frame and returns the index of exactly those that come out, `verified` and with its `problems`; it
    is kept on disk, so that the next `open_video` finds it. Frames keep their numbers unless the file is damaged or
    lies; then `FrameIndex.renumbered` tells where they went."""
    path = Path(path)
    index = opening.opened(path).index
    if index.verified:
        return index
    content = fingerprint(path)
    found = yield from (_of_folder(path, index) if path.is_dir() else _of_file(path, index))
    index_cache.save(content, found)
    return found


def _of_file(path: Path, index: FrameIndex) -> Task[FrameIndex]:
    with opening.video_in(path) as (container, stream):
        seen = proof.Decoded()
        due = _pace()
        for seen in proof.decode_all(container, stream):
            if next(due):
                yield Progress(seen.fed, len(index.packets), "Verifying frames")
    return proof.proven(index, seen)


def _of_folder(path: Path, index: FrameIndex) -> Task[FrameIndex]:
    images = folder.Images(path, index)
    problems, sizes, good = list(index.problems), set(), []
    due = _pace()
    for number in range(index.frames):
        if next(due):
            yield Progress(number, index.frames, "Verifying images")
        try:
            picture = images.picture(number)
        except Undecodable as error:
            problems.append(str(error))
            continue
        sizes.add((picture.width, picture.height))
        good.append(number)
    if len(sizes) > 1:
        problems.append("The images differ in size; all are scaled to the first one's.")
    kept = folder.index_of_images(index, good)
    return replace(kept, verified=True, problems=tuple(problems))


def _pace() -> Iterator[bool]:
    """True whenever it is time for another sign of life."""
    last = 0.0
    while True:
        now = time.monotonic()
        if due := now - last >= _EVERY:
            last = now
        yield due

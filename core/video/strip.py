"""Small pictures spread over a whole video, for a strip that shows it at a glance.

Keyframes are taken where they lie near enough, since each costs one decoded picture however long the video is; a short
clip with few keyframes is decoded in between. Memory does not grow with the video.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.storage.arrays import ArrayCache
from core.task import Progress, Task
from core.video.index import FrameIndex
from core.video.pictures import Undecodable
from core.video.pixels import Painter
from core.video.source import VideoSource, open_video

COUNT = 40  # pictures of a video
HEIGHT = 72  # pixels: twice what is shown, for fine screens
PARTS = 4
_FARTHEST = 1500  # frames decoded for one picture at most
_WIDEST = 256  # pixels


def slots(part: int) -> range:
    """Which of the COUNT places a part fills: every fourth, so that the first part already covers the video."""
    return range((0, 2, 1, 3)[part], COUNT, PARTS)


def frame_for(index: FrameIndex, slot: int) -> int:
    """The frame that stands for a place: the nearest keyframe if it belongs there, else the very frame in its middle
    (or the keyframe before, where that one would take too long)."""
    middle = int((slot + 0.5) * index.frames / COUNT)
    at = int(np.searchsorted(index.keyframes, middle))
    near = [int(key) for key in index.keyframes[max(0, at - 1) : at + 1]]
    nearest = min(near, key=lambda key: abs(key - middle))
    if abs(nearest - middle) <= index.frames / COUNT / 2:
        return nearest
    before = index.keyframe_before(middle)
    return middle if middle - before <= _FARTHEST else before


def strip(path: Path, fingerprint: str, part: int, cache: ArrayCache | None = None) -> Task[np.ndarray]:
    """The pictures of one part's `slots`: RGB uint8 [n, HEIGHT, width, 3]; black where the file is damaged. Kept on
    disk by the video's fingerprint. Raises UserError where the file cannot be opened."""
    yield Progress(part, PARTS, f"Pictures of {path.name}")
    cache = cache or ArrayCache()
    key = ArrayCache.key(what="strip", version=1, video=fingerprint, count=COUNT, height=HEIGHT, part=part)
    if held := cache.get(key):
        return held["pictures"]
    with open_video(path) as source:
        width = max(8, min(_WIDEST, round(source.info.width * HEIGHT / max(1, source.info.height))))
        pictures = np.zeros((len(slots(part)), HEIGHT, width, 3), np.uint8)
        painter = Painter(source.turn)
        for i, slot in enumerate(slots(part)):
            _draw(source, painter, frame_for(source.index, slot), pictures[i])
            yield Progress(part + i / len(pictures), PARTS, f"Pictures of {path.name}")
    cache.put(key, pictures=pictures)
    return pictures


def _draw(source: VideoSource, painter: Painter, frame: int, into: np.ndarray) -> None:
    height, width = into.shape[:2]
    try:
        into[:] = painter.rgb(source.picture(frame), (width, height))
    except Undecodable:  # it stays black
        return

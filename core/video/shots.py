"""Where the camera's shots change: frames at which the picture is suddenly another.

PySceneDetect's adaptive content detector (https://www.scenedetect.com, BSD-3-Clause): the mean change of hue,
saturation and brightness from the frame before is a cut where it is several times that of its neighbours. So a fast pan
is none, though everything in it changes. Two deviations: pictures are scaled to about 96 pixels first (grain and small
movement average out, and a pixel is cheap), and a change among the first or last frames is measured against the
neighbours that there are.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from pathlib import Path

import numpy as np

from core.storage.arrays import ArrayCache, Partial
from core.task import Progress, Task
from core.time import Span
from core.video.source import VideoSource, open_video

_WIDTH = 96  # pixels
_NEIGHBOURS = 2  # frames on each side
_RATIO = 3.0  # as the library's adaptive detector has it
_LEAST = 27.0  # of 255, as its content detector has it: with the adaptive one's 15, keyframes of poor footage are cuts
_SHORTEST = 0.3  # seconds of a shot: of two cuts closer than that the stronger one stays
_EVERY = 0.05  # seconds between signs of life
_CHUNK = 4096  # frames kept on disk at a time, to go on from after a cancel


def change(before: np.ndarray, now: np.ndarray) -> float:
    """Mean absolute difference of two HSV pictures, uint8 [height, width, 3], over all three channels: 0…255."""
    import cv2

    return float(np.mean(cv2.mean(cv2.absdiff(before, now))[:3]))


def cuts_in(changes: np.ndarray, shortest: float = 1.0) -> np.ndarray:
    """The first frames of new shots, int64, rising, from the change of each frame against the one before it (float32
    [frames], the first 0). `shortest`: frames between cuts at least."""
    if len(changes) < 2:
        return np.zeros(0, np.int64)
    padded = np.pad(changes.astype(np.float64), _NEIGHBOURS, constant_values=np.nan)
    padded[_NEIGHBOURS] = np.nan  # the first frame has none before it
    away = [d for d in range(-_NEIGHBOURS, _NEIGHBOURS + 1) if d]
    around = np.stack([padded[_NEIGHBOURS + d : _NEIGHBOURS + d + len(changes)] for d in away])
    known = ~np.isnan(around)
    usual = np.where(known, around, 0.0).sum(axis=0) / np.maximum(1, known.sum(axis=0))
    found = np.flatnonzero((changes >= _LEAST) & (changes >= _RATIO * usual))
    kept: list[int] = []
    for frame in sorted(found[found > 0].tolist(), key=lambda f: -changes[f]):
        place = bisect_left(kept, frame)
        if all(abs(frame - other) >= shortest for other in kept[max(0, place - 1) : place + 1]):
            kept.insert(place, frame)
    return np.array(kept, np.int64)


def _key(fingerprint: str) -> str:
    return ArrayCache.key(what="shots", version=1, video=fingerprint, width=_WIDTH)


def known_cuts(fingerprint: str, cache: ArrayCache | None = None) -> np.ndarray | None:
    """What `find_cuts` found in this video before; None where it was never asked."""
    held = (cache or ArrayCache()).get(_key(fingerprint), "cuts")
    return held["cuts"] if held else None


def find_cuts(path: Path, fingerprint: str, cache: ArrayCache | None = None) -> Task[np.ndarray]:
    """The frames at which new shots begin: int64, rising. Every frame is decoded once; what was looked at is kept, so a
    cancelled search goes on where it was. Raises UserError where the file cannot be read."""
    cache = cache or ArrayCache()
    known = known_cuts(fingerprint, cache)
    if known is not None:
        return known
    yield Progress(text=f"Looking for cuts in {path.name}")
    partial = cache.partial(_key(fingerprint))
    with open_video(path) as source:
        changes = yield from _changes(source, partial, path.name)
        shortest = max(1.0, _SHORTEST * float(source.info.fps))
    cuts = cuts_in(changes, shortest)
    cache.put(_key(fingerprint), cuts=cuts, changes=changes)
    partial.discard()
    return cuts


def _changes(source: VideoSource, partial: Partial, name: str) -> Task[np.ndarray]:
    """float32 [frames]: the change of each frame against the one before it."""
    import cv2

    parts = [chunk["changes"] for chunk in partial.read()]
    done, frames = sum(map(len, parts)), source.index.frames
    width, height = source.size
    small = (_WIDTH, max(8, round(_WIDTH * height / max(1, width))))
    fresh: list[float] = []
    before, told = None, 0.0
    for number, image in source.frames(Span(min(max(0, done - 1), frames - 1), frames), size=small):
        now = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2HSV), np.uint8)
        if number >= done:
            fresh.append(change(before, now) if before is not None else 0.0)
        before = now
        if len(fresh) == _CHUNK:
            parts.append(np.array(fresh, np.float32))
            partial.append(changes=parts[-1])
            fresh = []
        if time.monotonic() - told >= _EVERY:
            told = time.monotonic()
            yield Progress(number, frames, f"Looking for cuts in {name}")
    return np.concatenate([*parts, np.array(fresh, np.float32)])

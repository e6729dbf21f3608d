"""Random patches of real videos: the gray pictures are decoded once into a file, from which batches are cut by mapping
it, so that memory does not grow with the videos. Srivastava et al. train on such patches of UCF-101."""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np

from core.errors import UserError
from core.task import Progress, Task
from core.video.clips import ClipSpec, clips
from core.video.source import open_video


@dataclass(frozen=True)
class Pictures:
    """frames: uint8 [n, height, width], all videos one after the other (a mapped file); starts: where each begins, and
    n at the end."""

    frames: np.ndarray
    starts: tuple[int, ...]

    def batch(self, step: int, size: int, frames: int, side: int, seed: int = 0, lively: int = 0) -> np.ndarray:
        """uint8 [size, frames, side, side]: a random patch of a random moment each, mirrored or not; every moment is as
        likely as any other. With `lively`, twice as many are drawn, and three quarters of the batch are those that
        change most after that many frames. A function of (step, seed) alone. Raises UserError where no video is that
        long."""
        chance = np.random.default_rng([seed, step])
        room = np.maximum(np.diff(self.starts) - frames + 1, 0)
        if not room.any():
            raise UserError(f"None of these videos has {frames} pictures in a row; choose longer ones.")
        drawn = np.stack([self._patch(chance, room, frames, side) for _ in range(2 * size if lively else size)])
        if not lively:
            return drawn
        change = np.abs(drawn[:, lively:].astype(np.int16) - drawn[:, lively - 1 : lively]).mean((1, 2, 3))
        change[: size // 4] = np.inf  # kept whatever they show
        chosen: np.ndarray = drawn[np.argsort(-change, kind="stable")[:size]]
        return chosen

    def _patch(self, chance: np.random.Generator, room: np.ndarray, frames: int, side: int) -> np.ndarray:
        _, height, width = self.frames.shape
        video = int(chance.choice(len(room), p=room / room.sum()))
        at = self.starts[video] + int(chance.integers(room[video]))
        y, x = chance.integers(height - side + 1), chance.integers(width - side + 1)
        cut = self.frames[at : at + frames, y : y + side, x : x + side]
        return cut[:, :, ::-1] if chance.integers(2) else cut


def pictures(
    videos: Sequence[Path], folder: Path, size: tuple[int, int], rate: float = 30.0, most: int | None = None
) -> Task[Pictures]:
    """The gray pictures of the videos, at most `rate` a second and the first `most` of each, `size` (width, height);
    kept in `folder` for the next time."""
    what = hashlib.sha256(repr(([file.name for file in videos], size, rate, most)).encode()).hexdigest()[:12]
    kept, ends = folder / f"pictures-{what}.npy", folder / f"pictures-{what}-starts.npy"
    if not (kept.exists() and ends.exists()):
        folder.mkdir(parents=True, exist_ok=True)
        starts = [0]
        part = kept.with_suffix(f".{os.getpid()}.part")
        spec = ClipSpec(1, 1, 1, size, colour="gray", mean=(0.0,), std=(255.0,))
        with part.open("wb") as file:
            for i, video in enumerate(videos):
                with open_video(video) as source:
                    stride = max(1, math.ceil(float(source.info.fps) / rate - 1e-6))
                    count = 0
                    for _, clip in islice(clips(source, replace(spec, step=stride)), most):
                        file.write(clip.tobytes())
                        count += 1
                        if count % 50 == 0:
                            yield Progress(i, len(videos), "Reading videos")
                starts.append(starts[-1] + count)
                yield Progress(i + 1, len(videos), "Reading videos")
        part.replace(kept)
        np.save(ends, np.array(starts))
    starts = np.load(ends).tolist()
    frames = np.memmap(kept, np.uint8, "r", shape=(starts[-1], size[1], size[0]))
    return Pictures(frames, tuple(starts))

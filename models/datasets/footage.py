"""Real footage to learn frames from: short sequences cut out of any videos, without labels.

Each video is decoded once, to small grey pictures (about 20 kB each: ten minutes at 25 frames/s take 300 MB); sequences
are cut out of them anew for every batch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np

from core.task import Progress, Task
from core.video.source import VideoSource, open_video
from models.datasets.layout import missing

SIDE = 96  # the shorter side of the pictures that are kept
STRIDES = (1, 2, 3)
PAN = 3.0  # pixels a frame, at most


def found(folder: Path, names: Sequence[str]) -> list[Path]:
    """The named videos of a folder. Raises UserError with those that are missing."""
    absent = [name for name in names if not (folder / name).is_file()]
    if absent:
        raise missing("footage", folder, absent, "name the folder that holds these videos")
    return [folder / name for name in names]


def grey(source: VideoSource, size: tuple[int, int], step: int = 1) -> Iterator[np.ndarray]:
    """uint8 [height, width] of every `step`-th frame, scaled to (width, height), in BT.601 luma."""
    for _, picture in source.frames(step=step, size=size):
        yield cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)


class Footage:
    """Sequences of `side` × `side` pictures. One half shows the whole picture, stretched; the other half a part of it,
    turned and mirrored at random. One in four runs backwards; every 1st, 2nd or 3rd frame of the video is taken."""

    def __init__(self, videos: Sequence[np.ndarray], seed: int = 0, side: int = 64) -> None:
        self._videos, self._seed, self._side = videos, seed, side
        frames = np.array([len(video) for video in videos], np.float64)
        self._chance = np.sqrt(frames) / np.sqrt(frames).sum()  # a long video does not drown the others

    def batch(self, step: int, size: int, frames: int) -> np.ndarray:
        """uint8 [size, frames, side, side]; a function of seed and step alone."""
        chance = np.random.default_rng((self._seed, step))
        return np.stack([self._sequence(chance, frames) for _ in range(size)])

    def _sequence(self, chance: np.random.Generator, frames: int) -> np.ndarray:
        video = self._videos[int(chance.choice(len(self._videos), p=self._chance))]
        fitting = [stride for stride in STRIDES if (frames - 1) * stride < len(video)]
        stride = int(chance.choice(fitting))
        first = int(chance.integers(len(video) - (frames - 1) * stride))
        cut = video[first : first + (frames - 1) * stride + 1 : stride]
        whole, backwards, mirrored, quarters = chance.random() < 0.5, chance.random() < 0.25, *chance.integers(0, 4, 2)
        if not whole:
            cut = _part(chance, cut, self._side)
        if backwards:
            cut = cut[::-1]
        small = np.stack([cv2.resize(p, (self._side, self._side), interpolation=cv2.INTER_AREA) for p in cut])
        if whole:
            return small
        small = np.rot90(small, int(quarters), (1, 2))
        return small[:, :, ::-1] if mirrored % 2 else small


def _part(chance: np.random.Generator, cut: np.ndarray, least: int) -> np.ndarray:
    """A square of `least` pixels or more, anywhere in the picture; in every other sequence it wanders evenly, as if the
    camera were turned."""
    height, width = cut.shape[1:]
    side = int(chance.integers(least, min(height, width) + 1))
    room = np.array([width - side, height - side], np.float64)
    first = chance.random(2) * room
    if chance.random() < 0.5:
        y, x = int(first[1]), int(first[0])
        return cut[:, y : y + side, x : x + side]
    last = np.clip(first + chance.uniform(-PAN, PAN, 2) * (len(cut) - 1), 0, room)
    corners = np.linspace(first, last, len(cut)) + (side - 1) / 2
    return np.stack([cv2.getRectSubPix(p, (side, side), tuple(c)) for p, c in zip(cut, corners, strict=True)])


def read(files: Sequence[Path]) -> Task[list[np.ndarray]]:
    """The videos as uint8 [frames, height, width], the shorter side `SIDE` pixels long."""
    videos = []
    for i, file in enumerate(files):
        with open_video(file) as source:
            scale = SIDE / min(source.size)
            size = (round(source.size[0] * scale), round(source.size[1] * scale))
            pictures = []
            for picture in grey(source, size):
                pictures.append(picture)
                yield Progress(i, len(files), f"Reading {file.name}")
        videos.append(np.stack(pictures))
    return videos

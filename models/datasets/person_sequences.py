"""Sequences of windows around a person (Baccouche et al. 2011), prepared once and read from disk: a data set of videos
becomes one file of float16 numbers, which is mapped and never read as a whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np

from core.task import Progress, Task
from core.time import Span
from core.video.source import open_video
from models.datasets import kth, rendered_actions
from models.person_windows import FRAMES, HEIGHT, PICTURE, WIDTH, windows

_SHAPE = (FRAMES, HEIGHT, WIDTH)


@dataclass(frozen=True, slots=True)
class Piece:
    """One clip: windows [start, stop) of the store. video: clips of one video have the same number."""

    person: int
    target: int
    video: int
    start: int
    stop: int


@dataclass(frozen=True)
class Store:
    """windows: float16 [N, 9, 54, 34], on disk."""

    windows: np.ndarray
    clips: tuple[Piece, ...]

    def of(self, people: Iterable[int]) -> list[Piece]:
        chosen = set(people)
        return [clip for clip in self.clips if clip.person in chosen]


@dataclass(frozen=True, slots=True)
class Source:
    """A clip that is not prepared yet; read() gives its windows."""

    person: int
    target: int
    video: int
    read: Callable[[], np.ndarray]


def videos_of(clips: Iterable[Piece]) -> list[list[Piece]]:
    """Clips of the same video together: the sequences of KTH1."""
    grouped: dict[int, list[Piece]] = {}
    for clip in clips:
        grouped.setdefault(clip.video, []).append(clip)
    return list(grouped.values())


def prepare(file: Path, sources: list[Source], text: str) -> Task[Store]:
    """Prepares every source, or takes the file that an earlier call with as many made."""
    index = file.with_suffix(".json")
    if not (file.exists() and index.exists() and len(json.loads(index.read_text("utf-8"))) == len(sources)):
        clips, at = [], 0
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        with part.open("wb") as opened:
            for i, source in enumerate(sources):
                yield Progress(i, len(sources), text)
                values = source.read().astype(np.float16)
                opened.write(values.tobytes())
                clips.append(Piece(source.person, source.target, source.video, at, at + len(values)))
                at += len(values)
        part.replace(file)
        index.write_text(json.dumps([asdict(clip) for clip in clips]), "utf-8")
    clips = [Piece(**clip) for clip in json.loads(index.read_text("utf-8"))]
    return Store(np.memmap(file, np.float16, "r", shape=(clips[-1].stop, *_SHAPE)), tuple(clips))


def of_rendered(takes: Iterable[rendered_actions.Take]) -> list[Source]:
    def reader(take: rendered_actions.Take) -> Callable[[], np.ndarray]:
        return lambda: windows(reduced(rendered_actions.render(take)[0]))

    return [Source(take.person, take.action, i, reader(take)) for i, take in enumerate(takes)]


def of_kth(videos: Iterable[kth.Video], clips: int | None = None) -> list[Source]:
    """Each clip of each video (`clips`: of the first so many)."""

    def reader(video: kth.Video, clip: Span) -> Callable[[], np.ndarray]:
        return lambda: windows(pictures(video.path, clip), video.boxes(clip))

    return [
        Source(video.person, video.target, i, reader(video, clip))
        for i, video in enumerate(videos)
        for clip in video.clips[:clips]
    ]


def reduced(frames: np.ndarray) -> np.ndarray:
    """uint8 [T, H, W] → [T, 60, 80]."""
    return np.stack([cv2.resize(frame, PICTURE, interpolation=cv2.INTER_AREA) for frame in frames])


def pictures(file: Path, span: Span) -> np.ndarray:
    """uint8 [T, 60, 80], the frames of a video that it has of that span. Raises UserError where it does not decode."""
    return np.stack([*_gray(file, span)])


def _gray(file: Path, span: Span) -> Iterator[np.ndarray]:
    with open_video(file) as source:
        for _, picture in source.frames(span, size=PICTURE):
            yield cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)

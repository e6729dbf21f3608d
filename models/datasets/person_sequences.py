"""Sequences of windows around a person (Baccouche et al. 2011), prepared once and read from disk: a data set of videos
becomes one file of float16 numbers, which is mapped and never read as a whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np

from core.errors import UserError
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


def prepare(file: Path, key: str, sources: list[Source], text: str) -> Task[Store]:
    """Prepares every source, or takes the file that an earlier call with the same key (what they are) made."""
    index = file.with_suffix(".json")
    if not (file.exists() and index.exists() and json.loads(index.read_text("utf-8"))["key"] == key):
        pieces, at = [], 0
        file.parent.mkdir(parents=True, exist_ok=True)
        index.unlink(missing_ok=True)
        with file.open("wb") as opened:
            for i, source in enumerate(sources):
                yield Progress(i, len(sources), text)
                values = source.read().astype(np.float16)
                opened.write(values.tobytes())
                pieces.append(Piece(source.person, source.target, source.video, at, at + len(values)))
                at += len(values)
        index.write_text(json.dumps({"key": key, "clips": [asdict(piece) for piece in pieces]}), "utf-8")
    clips = tuple(Piece(**piece) for piece in json.loads(index.read_text("utf-8"))["clips"])
    return Store(np.memmap(file, np.float16, "r", shape=(clips[-1].stop, *_SHAPE)), clips)


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
    """uint8 [T, 60, 80], the frames of `span` that the video has. Raises UserError where it has none or is damaged."""
    with open_video(file) as source:
        found = [cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) for _, picture in source.frames(span, size=PICTURE)]
        if not found:
            raise UserError(
                f"{file.name} has only {source.index.frames} frames, its clip begins at {span.start + 1}; get it anew."
            )
    return np.stack(found)

"""What is measured: two sides' segments of one video as columns, and where the frames are that a figure counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.time import Span

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def numbered(truth: Iterable[str], found: Iterable[str]) -> tuple[tuple[str, ...], dict[str, int]]:
    """The labels that there are, and each name's place among them. A label of the found that differs from one of the
    truth in capitals alone is that one, as for mean average precision."""
    number = {name: i for i, name in enumerate(dict.fromkeys(truth))}
    labels = list(number)
    folded = {name.casefold(): i for name, i in number.items()}
    for name in found:
        if name not in number:
            number[name] = folded.setdefault(name.casefold(), len(labels))
            labels += [name] if number[name] == len(labels) else []
    return tuple(labels), number


@dataclass(frozen=True)
class Said:
    """Segments of one side in one video as columns of equal length: `label` (an index into a list of names), `start`
    and `stop` int64 in frames, `score` float64, NaN where there is none."""

    label: Ints
    start: Ints
    stop: Ints
    score: Floats

    @classmethod
    def of(cls, rows: Iterable[tuple[int, Span, float | None]]) -> Said:
        listed = list(rows)
        whole = np.array([(label, span.start, span.stop) for label, span, _ in listed], np.int64).reshape(-1, 3)
        score = np.array([np.nan if score is None else score for _, _, score in listed], np.float64)
        return cls(whole[:, 0], whole[:, 1], whole[:, 2], score)

    def __len__(self) -> int:
        return len(self.label)

    def kept(self, which: NDArray[np.bool_]) -> Said:
        return Said(self.label[which], self.start[which], self.stop[which], self.score[which])


@dataclass(frozen=True)
class Footage:
    """One video of `frames` frames. `reviewed` int64 [n, 2], sorted and apart: where it is not empty, frames outside
    do not count, because nobody has said what is there."""

    video: str
    frames: int
    truth: Said
    found: Said
    reviewed: Ints


@dataclass(frozen=True, slots=True)
class Place:
    """Frames of a video that can be looked at."""

    video: str
    span: Span


@dataclass(frozen=True)
class Places:
    """Places in groups (a bar, a cell), as columns of equal length; `video` is an index into `videos`."""

    videos: tuple[str, ...]
    group: Ints
    video: Ints
    start: Ints
    stop: Ints

    @classmethod
    def joined(cls, videos: Sequence[str], parts: Iterable[tuple[Ints, int, Ints, Ints]]) -> Places:
        """From (group, video, start, stop) of each video."""
        listed = [(group, np.full(len(group), video, np.int64), start, stop) for group, video, start, stop in parts]
        none = np.zeros(0, np.int64)
        columns = (np.concatenate([none, *(one[i] for one in listed)]) for i in range(4))
        return cls(tuple(videos), *columns)

    @classmethod
    def named(cls, group: Ints, video: Sequence[str], start: Floats | Ints, stop: Floats | Ints) -> Places:
        """From rows that name their videos; what is empty (it is, in seconds, in some ground truths) is one frame."""
        names = tuple(dict.fromkeys(video))
        number = {name: i for i, name in enumerate(names)}
        first, last = np.round(start).astype(np.int64), np.round(stop).astype(np.int64)
        return cls(
            names, group, np.array([number[name] for name in video], np.int64), first, np.maximum(last, first + 1)
        )

    def __len__(self) -> int:
        return len(self.group)

    def of(self, group: int) -> list[Place]:
        """Those of one group, video by video and in order of time."""
        mine = np.flatnonzero(self.group == group)
        mine = mine[np.lexsort((self.start[mine], self.video[mine]))]
        columns = (self.video[mine].tolist(), self.start[mine].tolist(), self.stop[mine].tolist())
        return [Place(self.videos[v], Span(start, stop)) for v, start, stop in zip(*columns, strict=True)]

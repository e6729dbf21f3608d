"""Untrimmed videos of known boundaries, joined from trimmed clips: stretches of one activity between stretches of other
things. A stand-in for ActivityNet where only UCF-101, or a part of it, is at hand.

No test montage shows a recording that training showed. Classes with clips of two groups or more are split by groups:
the last group is for testing, the others are for training. Of these classes most are activities, the others are
background; so background of both parts is of the same kind, as in ActivityNet, where it is the rest of the same videos.
Classes with clips of one group only are background for training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.video.clips import ClipSpec, clip_starts
from models.datasets.labelled import Clip


@dataclass(frozen=True)
class Source:
    """A clip with the steps that its features have, each standing for `step` frames."""

    clip: Clip
    steps: int


@dataclass(frozen=True)
class Piece:
    """Steps [start, stop) of a source; label "" is background."""

    source: Source
    start: int
    stop: int
    label: str

    def __len__(self) -> int:
        return self.stop - self.start


@dataclass(frozen=True)
class Montage:
    name: str
    label: str
    pieces: tuple[Piece, ...]

    def runs(self) -> list[tuple[int, int]]:
        """Steps [start, stop) of each stretch of the activity."""
        active = np.concatenate([np.full(len(piece), bool(piece.label)) for piece in self.pieces])
        edges = np.flatnonzero(np.diff(np.concatenate([[False], active, [False]]).astype(np.int8)))
        return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


@dataclass(frozen=True)
class Sources:
    """What montages are cut from: by label the activities' clips, and background."""

    activities: dict[str, list[Source]]
    background: list[Source]

    def clips(self) -> list[Source]:
        return [*(source for sources in self.activities.values() for source in sources), *self.background]


def sources(
    clips: Sequence[tuple[Clip, int]], spec: ClipSpec, classes: int, background: int, only: int = 0, least: int = 4
) -> tuple[Sources, Sources]:
    """(train, test) of clips with their numbers of frames. Of the classes with two groups or more, in the order of how
    short their clips are, the first `classes` are activities, the next `background` ones background. only: the clips
    of so many classes with one group, and of every other class only the shortest clip of two groups (0: all clips).
    least: steps that a clip must have."""
    groups: dict[str, dict[str, list[Source]]] = {}
    for clip, frames in clips:
        source = Source(clip, len(clip_starts(frames, spec)))
        if source.steps >= least:
            groups.setdefault(clip.label, {}).setdefault(clip.group, []).append(source)
    for label in groups if only else ():
        shortest = sorted((min(group, key=_cost) for group in groups[label].values()), key=_cost)[:2]
        groups[label] = {source.clip.group: [source] for source in shortest}
    order = sorted(groups, key=lambda label: (_steps(groups[label]), label))
    split = [label for label in order if len(groups[label]) > 1]
    train, test = Sources({}, []), Sources({}, [])
    for i, label in enumerate(split[: classes + background]):
        *first, last = (group for _, group in sorted(groups[label].items()))
        learnt = [source for group in first for source in group]
        if i < classes:
            train.activities[label], test.activities[label] = learnt, last
        else:
            train.background.extend(learnt)
            test.background.extend(last)
    for label in [label for label in order if len(groups[label]) == 1][: only or None]:
        train.background.extend(source for group in groups[label].values() for source in group)
    return train, test


def _cost(source: Source) -> tuple[int, str]:
    return source.steps, source.clip.path.name


def _steps(groups: dict[str, list[Source]]) -> int:
    return sum(source.steps for group in groups.values() for source in group)


def montages(of: Sources, each: int, seed: int, name: str) -> list[Montage]:
    """`each` montages for every activity: one to three stretches of it, 6 to 18 steps long, between stretches of
    background of 4 to 14 steps."""
    chance = np.random.default_rng(seed)
    made = []
    for label, clips in of.activities.items():
        for i in range(each):
            pieces = stretch(of.background, "", int(chance.integers(4, 15)), chance)
            for _ in range(int(chance.integers(1, 4))):
                pieces += stretch(clips, label, int(chance.integers(6, 19)), chance)
                pieces += stretch(of.background, "", int(chance.integers(4, 15)), chance)
            made.append(Montage(f"{name}-{label}-{i}", label, tuple(pieces)))
    return made


def stretch(clips: Sequence[Source], label: str, steps: int, chance: np.random.Generator) -> list[Piece]:
    """Cuts of these clips, one after the other, until they last that many steps."""
    pieces: list[Piece] = []
    while steps > 0:
        source = clips[int(chance.integers(len(clips)))]
        length = min(steps, int(chance.integers(min(3, source.steps), source.steps + 1)))
        start = int(chance.integers(source.steps - length + 1))
        pieces.append(Piece(source, start, start + length, label))
        steps -= length
    return pieces

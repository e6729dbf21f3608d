"""How far two annotators agree, frame by frame: Cohen's kappa over all labels and for each, with a tolerance at edges.

*Over all labels* the category of a frame is the set of the labels it has, "nothing" among them, so that labels which
overlap need no order: two people agree on a frame where they name exactly the same set. *Per label* there are two
categories, there or not. Where nothing is left to chance (both say one and the same everywhere) kappa is undefined and
None.

What counts: the frames that both have reviewed. Who marked nothing as reviewed in a video is taken to have looked at
all of it, and so is a network.

The tolerance takes two edges for one: a label's stretch of disagreement that is at most so many frames long, lies
between an edge of one side and the same kind of edge of the other, and parts a stretch where both lack the label from
one where both have it, counts as if both had put the edge in its middle. A segment or a gap that only one side has is
never forgiven, however short. Time-unit kappa with a tolerance is the practice of GSEQ (Bakeman, Quera & Gnisci 2009,
Behavior Research Methods 41:137–147) and, as a time window, of BORIS; theirs looks from each side in turn, so that a
short segment is missed in one direction only, ours gives the same figure either way. Time: n log n in the segments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from core.timeline.disagreement import union

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_NONE = np.zeros((0, 2), np.int64)


@dataclass(frozen=True)
class Side:
    """What one annotator says of one video: the segments of each label by its name, and what was reviewed, int64 [n, 2]
    (start, stop) in any order."""

    segments: Mapping[str, Ints]
    reviewed: Ints = field(default_factory=lambda: _NONE)

    @cached_property
    def covered(self) -> dict[str, Ints]:
        """Frames by label, as sorted spans that do not touch."""
        return {label: union(spans) for label, spans in self.segments.items() if len(spans)}


@dataclass(frozen=True)
class Kappa:
    """Of the frames that count: how many, on how many both agree, and how often (one side, the other) says each
    category. They add up over videos."""

    frames: float = 0.0
    agreed: float = 0.0
    marginals: Mapping[int, tuple[float, float]] = field(default_factory=dict)

    def __add__(self, other: Kappa) -> Kappa:
        whole: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
        for part in (self.marginals, other.marginals):
            for key, (one, two) in part.items():
                whole[key] = (whole[key][0] + one, whole[key][1] + two)
        return Kappa(self.frames + other.frames, self.agreed + other.agreed, dict(whole))

    @property
    def share(self) -> float:
        """Of the frames on which both say the same, 0…1."""
        return self.agreed / self.frames if self.frames else 1.0

    @property
    def value(self) -> float | None:
        """Cohen's kappa, −1…1."""
        chance = sum(one * two for one, two in self.marginals.values()) / self.frames**2 if self.frames else 1.0
        return None if chance >= 1.0 - 1e-12 else (self.share - chance) / (1.0 - chance)


@dataclass(frozen=True)
class Differences:
    """Where the sides differ in more than the tolerance: int64 [n, 2], sorted; within each, both sides' sets of labels
    stay the same: `sets[one[i]]` and `sets[other[i]]`."""

    spans: Ints
    one: Ints
    other: Ints
    sets: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.spans)

    def says(self, i: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.sets[self.one[i]], self.sets[self.other[i]]


def kappas(
    frames: int, one: Side, other: Side, tolerance: int = 0, everywhere: bool = False
) -> tuple[Kappa, dict[str, Kappa], Differences]:
    """Over all labels, per label, and where the two differ, of one video with so many frames. `everywhere`: differences
    are listed also where they do not count."""
    known = counted(frames, one, other)
    labels = sorted({*one.covered, *other.covered})
    per_label, apart = {}, [np.zeros((0, 3), np.int64)]
    for label in labels:
        runs = _Runs.of(one.covered.get(label, _NONE), other.covered.get(label, _NONE))
        per_label[label] = runs.kappa(known, tolerance)
        apart.append(runs.unforgiven(tolerance))
    whole, differences = _over_all(frames, (one, other), known, np.concatenate(apart), everywhere)
    return whole, per_label, differences


def counted(frames: int, one: Side, other: Side) -> Ints:
    """The frames that count: sorted spans that do not touch."""
    whole = np.array([[0, frames]], np.int64) if frames else _NONE
    mine, theirs = (np.clip(union(side.reviewed), 0, frames) if len(side.reviewed) else whole for side in (one, other))
    edges, step = _merged([mine, theirs])
    depth = np.cumsum(step)[:-1] if len(edges) else step
    spans = np.stack([edges[:-1], edges[1:]], axis=1)[depth == 2] if len(edges) else _NONE
    return union(spans[spans[:, 0] < spans[:, 1]])


def within(known: Ints, points: Ints) -> Floats:
    """How many counted frames lie before each of the points."""
    if not len(known):
        return np.zeros(len(points))
    length = np.cumsum(known[:, 1] - known[:, 0])
    before = np.stack([np.append(0, length[:-1]), length], axis=1).ravel()
    return np.asarray(np.interp(points, known.ravel(), before))


def _merged(parts: Iterable[Ints]) -> tuple[Ints, Ints]:
    """The edges of all spans, sorted, and +1 where one begins, −1 where it ends."""
    spans = np.concatenate(list(parts))
    edges = np.concatenate([spans[:, 0], spans[:, 1]])
    order = np.argsort(edges, kind="stable")
    step = np.repeat(np.array([1, -1], np.int64), len(spans))
    return edges[order], step[order]


@dataclass(frozen=True)
class _Runs:
    """One label's frames as runs in which nothing changes: edges int64 [n + 1], and whether each side has it [n]."""

    edges: Ints
    one: NDArray[np.bool_]
    other: NDArray[np.bool_]

    @classmethod
    def of(cls, one: Ints, other: Ints) -> _Runs:
        edges = _distinct([one, other])
        return cls(edges, *(_inside(side, edges[:-1]) for side in (one, other)))

    def forgiven(self, tolerance: int) -> NDArray[np.bool_]:
        """Which runs are one edge that the two sides put at different frames."""
        same = self.one == self.other
        before, after = np.roll(self.one & same, 1), np.roll(self.one & same, -1)  # both have it
        agreed_before, agreed_after = np.roll(same, 1), np.roll(same, -1)
        if len(same):
            before[0] = after[-1] = False  # outside of all segments both lack it
            agreed_before[0] = agreed_after[-1] = True
        short = np.diff(self.edges) <= tolerance
        return np.asarray(~same & agreed_before & agreed_after & (before != after) & short)

    def kappa(self, known: Ints, tolerance: int) -> Kappa:
        weight, forgiven = np.diff(within(known, self.edges)), self.forgiven(tolerance)
        total = float((known[:, 1] - known[:, 0]).sum())
        both = float(weight[self.one & self.other].sum()) + float(weight[forgiven].sum()) / 2
        differs = (self.one != self.other) & ~forgiven
        mine, theirs = (float(weight[side & differs].sum()) for side in (self.one, self.other))
        there = (both + mine, both + theirs)
        return Kappa(total, total - mine - theirs, {1: there, 0: (total - there[0], total - there[1])})

    def unforgiven(self, tolerance: int) -> Ints:
        """int64 [n, 3]: start, stop and 0."""
        runs = (self.one != self.other) & ~self.forgiven(tolerance)
        zeros = np.zeros(int(runs.sum()), np.int64)
        return np.stack([self.edges[:-1][runs], self.edges[1:][runs], zeros], axis=1)


def _distinct(parts: Iterable[Ints]) -> Ints:
    """Every edge once, sorted. np.unique would hash them, which takes five times as long as a sort."""
    edges = np.sort(np.concatenate([part.ravel() for part in parts]))
    return np.asarray(edges[np.append(True, edges[1:] != edges[:-1])[: len(edges)]])


def _inside(spans: Ints, points: Ints) -> NDArray[np.bool_]:
    """Whether each point lies in one of the spans, which are sorted and apart."""
    return np.asarray(np.searchsorted(spans.ravel(), points, side="right") % 2 == 1)


def _over_all(
    frames: int, sides: tuple[Side, Side], known: Ints, apart: Ints, everywhere: bool
) -> tuple[Kappa, Differences]:
    """`apart`: the stretches of every label in which it is found on one side only, unforgiven."""
    one, other = sides[0].covered, sides[1].covered
    parts = [*one.values(), *other.values(), known, np.array([[0, frames]], np.int64)]
    edges = _distinct(parts)
    edges = edges[edges <= frames]
    mine, theirs = _sets(one, edges), _sets(other, edges)
    weight = np.diff(within(known, edges))
    open_ = np.zeros(len(edges) + 1, np.int64)
    for column, step in ((0, 1), (1, -1)):
        np.add.at(open_, np.searchsorted(edges, np.minimum(apart[:, column], frames)), step)
    differs = (np.cumsum(open_)[: len(edges) - 1] > 0) & ((weight > 0) | everywhere)
    forgiven = (mine != theirs) & ~differs
    whole = float(weight.sum())
    return (
        Kappa(whole, whole - float(weight[differs].sum()), _marginals(mine, theirs, weight, forgiven)),
        _differences(edges, mine, theirs, differs, one, other),
    )


def _sets(labels: Mapping[str, Ints], edges: Ints) -> NDArray[np.uint64]:
    """A number for the set of labels in each run between two edges; 0 for none. The number of a set is the exclusive or
    of its labels' hashes: 64 bits, so that two of a million sets are the same with a chance of 10⁻⁸."""
    flip = np.zeros(len(edges), np.uint64)
    for label, spans in labels.items():
        at = spans.ravel()
        at = at[at < edges[-1]] if len(edges) else at
        flip[np.searchsorted(edges, at)] ^= np.uint64(_hash(label))  # a label's own edges are all different
    return np.asarray(np.bitwise_xor.accumulate(flip)[:-1])


def _hash(label: str) -> int:
    return int.from_bytes(blake2b(label.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _marginals(
    mine: NDArray[np.uint64], theirs: NDArray[np.uint64], weight: Floats, forgiven: NDArray[np.bool_]
) -> dict[int, tuple[float, float]]:
    """Frames by set; a forgiven run is half of what each side says."""
    names, index = np.unique(np.concatenate([mine, theirs]), return_inverse=True)
    first, second = index[: len(mine)], index[len(mine) :]
    full, half = np.where(forgiven, weight / 2, weight), np.where(forgiven, weight / 2, 0.0)
    one = np.bincount(first, full, len(names)) + np.bincount(second, half, len(names))
    other = np.bincount(second, full, len(names)) + np.bincount(first, half, len(names))
    return {int(name): (float(a), float(b)) for name, a, b in zip(names, one, other, strict=True)}


def _differences(
    edges: Ints,
    mine: NDArray[np.uint64],
    theirs: NDArray[np.uint64],
    differs: NDArray[np.bool_],
    one: Mapping[str, Ints],
    other: Mapping[str, Ints],
) -> Differences:
    """Runs that touch and say the same are one."""
    runs = np.flatnonzero(differs)
    fresh = np.append(True, (np.diff(runs) > 1) | (np.diff(mine[runs]) != 0) | (np.diff(theirs[runs]) != 0))
    first = np.flatnonzero(fresh[: len(runs)])
    last = np.append(first[1:] - 1, len(runs) - 1)[: len(first)]
    spans = np.stack([edges[runs[first]], edges[runs[last] + 1]], axis=1) if len(runs) else _NONE
    both = np.concatenate([mine[runs[first]], theirs[runs[first]]]) if len(runs) else np.zeros(0, np.uint64)
    _, where, index = np.unique(both, return_index=True, return_inverse=True)
    names = []
    for place in where.tolist():
        side, at = (one, place) if place < len(first) else (other, place - len(first))
        frame = spans[at : at + 1, 0]
        names.append(tuple(sorted(label for label, its in side.items() if _inside(its, frame)[0])))
    return Differences(spans, index[: len(first)], index[len(first) :], tuple(names))

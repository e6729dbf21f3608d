"""Segments that were found against what people said, label by label, where they said it: quick enough for a slider.

A found segment is right where it and a segment of the reference overlap by half of what the two cover together (tIoU
.5; each counts once), as in the segment-wise F1@50 of Lea et al. 2017 (arXiv 1611.05267). Unknown is not background: a
finding that lies mostly where nobody said whether its label is there does not count, unless it is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from core.decode import Found
from core.evaluation.frames import Counts
from core.rows import Label, Reviewed, State, Track, TrackKind
from core.spans import NONE, intersection, joined, overlap, total, without
from core.timeline.query import STATES, SegmentTable

_ENOUGH = 0.5  # of the frames that two segments cover together; of a segment's frames that are known
_SAID = [STATES.index(state) for state in (State.HUMAN, State.ACCEPTED, State.CORRECTED)]
_REJECTED = STATES.index(State.REJECTED)


@dataclass(frozen=True)
class Measure:
    """How many segments, and how many frames, are right, found but wrong, and missed."""

    segments: Counts = field(default_factory=Counts)
    frames: Counts = field(default_factory=Counts)

    def __add__(self, other: Measure) -> Measure:
        return Measure(self.segments + other.segments, self.frames + other.frames)

    @property
    def errors(self) -> int:
        return self.segments.extra + self.segments.missed


@dataclass(frozen=True)
class Reference:
    """Where a label is, and where that is known: sorted spans of frames that lie apart."""

    truth: np.ndarray
    known: np.ndarray

    @cached_property
    def segments(self) -> np.ndarray:
        """Those that nobody contradicts for the most part."""
        covered = overlap(self.known, self.truth[:, 0], self.truth[:, 1])
        kept: np.ndarray = self.truth[covered >= _ENOUGH * (self.truth[:, 1] - self.truth[:, 0])]
        return kept

    @cached_property
    def positive(self) -> np.ndarray:
        """The frames that are known to have the label."""
        return intersection(self.truth, self.known)

    @cached_property
    def positives(self) -> int:
        return total(self.positive)

    def shifted(self, frames: int) -> Reference:
        return Reference(self.truth + frames, self.known + frames)

    def measure(self, found: np.ndarray) -> Measure:
        """`found`: int64 [n, 2], sorted and apart, as `decode` gives the spans of one label."""
        start, stop = found[:, 0], found[:, 1]
        in_known = overlap(self.known, start, stop)
        claimed = self._claims(found)
        right = len(np.unique(claimed[claimed >= 0]))
        counted = (claimed >= 0) | (in_known >= _ENOUGH * (stop - start))
        segments = Counts(right, int(counted.sum()) - right, len(self.segments) - right)
        both = int(overlap(self.positive, start, stop).sum())
        return Measure(segments, Counts(both, int(in_known.sum()) - both, self.positives - both))

    def _claims(self, found: np.ndarray) -> np.ndarray:
        """int64 [n]: which segment of the reference each finding is; −1 for none. One that it overlaps by half covers
        its middle, or ends there."""
        truth = self.segments
        if not len(truth) or not len(found):
            return np.full(len(found), -1, np.int64)
        middle = (found[:, 0] + found[:, 1]) // 2
        at = np.searchsorted(truth[:, 0], middle, side="right") - 1
        near = np.maximum(np.stack([at - 1, at]), 0)
        both = np.minimum(truth[near, 1], found[:, 1]) - np.maximum(truth[near, 0], found[:, 0])
        whole = (truth[near, 1] - truth[near, 0]) + (found[:, 1] - found[:, 0]) - both
        share = both / whole
        later = share[1] >= share[0]
        return np.where(share.max(axis=0) >= _ENOUGH, np.where(later, near[1], near[0]), -1)


def measured(found: Iterable[Found], references: Mapping[str, Reference]) -> dict[str, Measure]:
    """By label, for the labels of `references`; what was found of others does not count."""
    spans: dict[str, list[tuple[int, int]]] = {label: [] for label in references}
    for one in found:
        if one.label in spans:
            spans[one.label].append((one.span.start, one.span.stop))
    return {label: references[label].measure(np.array(mine, np.int64).reshape(-1, 2)) for label, mine in spans.items()}


@dataclass
class Said:
    """What one person said of a video: spans of each label by id, and what was looked at from end to end."""

    spans: dict[int, np.ndarray] = field(default_factory=dict)
    reviewed: np.ndarray = field(default_factory=lambda: NONE)


def references(
    labels: Sequence[Label],
    tracks: Iterable[Track],
    tables: Mapping[tuple[int, int], SegmentTable],
    reviewed: Iterable[Reviewed],
) -> dict[str, Reference]:
    """What people said of one video, by name of label: of each label of which something is known. tables: by (track,
    label) id. A segment counts for the label's ancestors too; where two people, or two labels that exclude each other
    on one track, contradict each other, nothing is known."""
    kinds = {track.id: track.kind for track in tracks}
    people, rejected = _people(labels, kinds, tables), _rejected(labels, tables)
    looked: dict[int, list[tuple[int, int]]] = {}
    for row in reviewed:
        if kinds.get(row.track_id) is TrackKind.HUMAN:
            looked.setdefault(row.track_id, []).append((row.span.start, row.span.stop))
    for track_id, spans in looked.items():
        people.setdefault(track_id, Said()).reviewed = joined([np.array(spans, np.int64)])
    rivals = {one.id: [o.id for o in labels if one.group and o.group == one.group and o is not one] for one in labels}
    found = {label.name: _reference(label.id, rivals[label.id], people.values(), rejected) for label in labels}
    return {name: one for name, one in found.items() if len(one.known)}


def _people(
    labels: Sequence[Label], kinds: Mapping[int, TrackKind], tables: Mapping[tuple[int, int], SegmentTable]
) -> dict[int, Said]:
    parents = {label.id: label.parent_id for label in labels}
    parts: dict[tuple[int, int], list[np.ndarray]] = {}
    for (track_id, label_id), table in tables.items():
        if kinds.get(track_id) is not TrackKind.HUMAN:
            continue
        kept = np.isin(table.state, _SAID)
        spans, at, seen = np.stack([table.start[kept], table.stop[kept]], axis=1), label_id, set[int]()
        while at in parents and at not in seen and len(spans):
            parts.setdefault((track_id, at), []).append(spans)
            seen.add(at)
            at = parents[at] or 0
    people: dict[int, Said] = {}
    for (track_id, label_id), mine in parts.items():
        people.setdefault(track_id, Said()).spans[label_id] = joined(mine)
    return people


def _rejected(labels: Sequence[Label], tables: Mapping[tuple[int, int], SegmentTable]) -> dict[int, np.ndarray]:
    parts: dict[int, list[np.ndarray]] = {label.id: [] for label in labels}
    for (_, label_id), table in tables.items():
        gone = table.state == _REJECTED
        if label_id in parts and gone.any():
            parts[label_id].append(np.stack([table.start[gone], table.stop[gone]], axis=1))
    return {label_id: joined(mine) for label_id, mine in parts.items() if mine}


def _reference(
    label: int, rivals: Sequence[int], people: Iterable[Said], rejected: Mapping[int, np.ndarray]
) -> Reference:
    there, absent = [], []
    for person in people:
        mine = person.spans.get(label, NONE)
        others = joined(person.spans[rival] for rival in rivals if rival in person.spans)
        there.append(without(mine, others))
        absent.append(without(joined([person.reviewed, others]), mine))
    truth = joined(there)
    absent.append(without(rejected.get(label, NONE), truth))
    no = joined(absent)
    clash = intersection(truth, no)
    known = joined([truth, no])
    return Reference(truth, without(known, clash) if len(clash) else known)

"""What people have said of a video, as targets to learn from: what each label is at each step, and where that is known.

Unknown is not background. A label is known to be there where a person's segment has it; known not to be there where
that person reviewed the stretch, where a label that excludes it is, and where a network's finding of it was rejected.
All else stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from core.rows import Label, Reviewed, Segment, State, Track, TrackKind
from core.timeline.disagreement import union

_SAID = (State.HUMAN, State.ACCEPTED, State.CORRECTED)
_HALF = 0.5  # of a step that must be covered


@dataclass
class _Person:
    """Spans int64 [n, 2]: of each label, and what was looked at from end to end."""

    spans: dict[int, np.ndarray] = field(default_factory=dict)
    reviewed: np.ndarray = field(default_factory=lambda: np.zeros((0, 2), np.int64))


@dataclass(frozen=True)
class Targets:
    """values float32 [steps, labels]: 1 where the label is; known bool [steps, labels]: where `values` say something.
    contradictory: how many steps two people, or two labels that exclude each other, leave open."""

    values: np.ndarray
    known: np.ndarray
    contradictory: int


@dataclass(frozen=True)
class Supervision:
    """Of one video. `examples`: how many segments each label has; a parent has its children's too."""

    labels: tuple[Label, ...]
    people: tuple[_Person, ...]
    rejected: Mapping[int, np.ndarray]
    examples: Mapping[int, int]

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return any(self.examples.values()) or any(len(one.reviewed) for one in self.people) or bool(self.rejected)

    def targets(self, starts: np.ndarray, stops: np.ndarray) -> Targets:
        """At steps that stand for frames [starts, stops), rising: int64 [steps] both."""
        steps, count = len(starts), len(self.labels)
        group = groups(self.labels)
        there, absent = np.zeros((2, steps, count), bool)
        mixed = np.zeros(steps, bool)
        for person in self.people:
            mine = np.zeros((steps, count), bool)
            for i, label in enumerate(self.labels):
                share = covered_share(person.spans.get(label.id, _NONE), starts, stops)
                mine[:, i] = share > 0 if label.point else share >= _HALF
            looked = covered_share(person.reviewed, starts, stops) >= _HALF
            rivals = mine @ (group[:, None] == group[None, :]).astype(np.int64)  # labels of the same group at that step
            both = (rivals > 1) & mine
            mixed |= both.any(1)
            known = looked[:, None] | (rivals > 0)
            there |= mine & ~both
            absent |= known & ~mine & ~(rivals > 1)
        for i, label in enumerate(self.labels):
            refused = covered_share(self.rejected.get(label.id, _NONE), starts, stops) >= _HALF
            absent[:, i] |= refused & ~there[:, i]
        clash = there & absent
        return Targets(there.astype(np.float32), (there | absent) & ~clash, int((mixed | clash.any(1)).sum()))


_NONE = np.zeros((0, 2), np.int64)


def groups(labels: Sequence[Label]) -> np.ndarray:
    """int64 [labels]: equal numbers for labels that exclude each other; one of its own for every other label."""
    names = [label.group or f"\0{i}" for i, label in enumerate(labels)]
    return np.array([names.index(name) for name in names], np.int64)


def covered_share(spans: np.ndarray, starts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """float64 [steps]: how much of each step's frames lies in the spans (sorted, apart, int64 [n, 2])."""
    if not len(spans):
        return np.zeros(len(starts))
    before = np.append(0, np.cumsum(spans[:, 1] - spans[:, 0]))  # frames covered before each span begins

    def until(frames: np.ndarray) -> np.ndarray:
        at = np.searchsorted(spans[:, 0], frames, side="right") - 1
        inside = np.clip(frames - spans[at.clip(0), 0], 0, spans[at.clip(0), 1] - spans[at.clip(0), 0])
        return np.where(at < 0, 0, before[at.clip(0)] + inside)

    return np.asarray((until(stops) - until(starts)) / np.maximum(1, stops - starts))


def supervision(
    labels: Sequence[Label], tracks: Iterable[Track], segments: Iterable[Segment], reviewed: Iterable[Reviewed]
) -> Supervision:
    """`tracks`, `segments`, `reviewed`: of one video. A segment counts for the label's ancestors too."""
    by_id, kinds = {label.id: label for label in labels}, {track.id: track.kind for track in tracks}
    spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
    rejected: dict[int, list[tuple[int, int]]] = {}
    examples = dict.fromkeys(by_id, 0)
    for row in segments:
        human = kinds.get(row.track_id) is TrackKind.HUMAN
        for label_id in _lineage(row.label_id, by_id):
            if human and row.state in _SAID:
                spans.setdefault((row.track_id, label_id), []).append((row.span.start, row.span.stop))
                examples[label_id] += 1
            elif row.state is State.REJECTED and label_id == row.label_id:
                rejected.setdefault(label_id, []).append((row.span.start, row.span.stop))
    looked: dict[int, list[tuple[int, int]]] = {}
    for mark in reviewed:
        if kinds.get(mark.track_id) is TrackKind.HUMAN:
            looked.setdefault(mark.track_id, []).append((mark.span.start, mark.span.stop))
    people = []
    for track_id in sorted({key[0] for key in spans} | looked.keys()):
        mine = {label: _joined(found) for (track, label), found in spans.items() if track == track_id}
        people.append(_Person(mine, _joined(looked.get(track_id, []))))
    return Supervision(tuple(labels), tuple(people), {k: _joined(v) for k, v in rejected.items()}, examples)


def _joined(spans: list[tuple[int, int]]) -> np.ndarray:
    return union(np.array(spans, np.int64).reshape(-1, 2))


def _lineage(label_id: int, labels: Mapping[int, Label]) -> list[int]:
    """A label and what it is a kind of; nothing where the label is not learned."""
    found: list[int] = []
    at: int | None = label_id
    while at is not None and at in labels and at not in found:
        found.append(at)
        at = labels[at].parent_id
    return found

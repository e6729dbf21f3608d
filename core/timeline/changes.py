"""What a network says now that it did not say before: segments that are new, gone, or begin or end elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from core.rows import Segment, State
from core.time import Span

Kind = Literal["new", "gone", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. before: None for what is new; after: None for what is gone. Both have one label."""

    before: Segment | None
    after: Segment | None

    @property
    def kind(self) -> Kind:
        return "new" if self.before is None else "gone" if self.after is None else "moved"

    @property
    def segment(self) -> Segment:
        """As it is now, else as it was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def span(self) -> Span:
        return self.segment.span


@dataclass(frozen=True, slots=True)
class Changes:
    """Of one video, in the order of time; same: how many segments stayed."""

    found: tuple[Change, ...]
    same: int

    def count(self, kind: Kind) -> int:
        return sum(one.kind == kind for one in self.found)


def changes(before: Iterable[Segment], after: Iterable[Segment], tolerance: int = 0) -> Changes:
    """Segments of one label are the same where they overlap, those that overlap most first; then they have moved where
    either edge is more than `tolerance` frames away. What people rejected does not count as said."""
    sides: tuple[dict[int, list[Segment]], dict[int, list[Segment]]] = (defaultdict(list), defaultdict(list))
    for side, rows in zip(sides, (before, after), strict=True):
        for row in rows:
            if row.state is not State.REJECTED:
                side[row.label_id].append(row)
    found: list[Change] = []
    same = 0
    for label in sides[0].keys() | sides[1].keys():
        old, new = (sorted(side.get(label, ()), key=lambda s: (s.span, s.id)) for side in sides)
        for one in _matched(old, new):
            if one.before is None or one.after is None or _apart(one.before.span, one.after.span) > tolerance:
                found.append(one)
            else:
                same += 1
    found.sort(key=lambda one: (one.span, one.segment.label_id))
    return Changes(tuple(found), same)


def _apart(one: Span, other: Span) -> int:
    return max(abs(one.start - other.start), abs(one.stop - other.stop))


def _matched(old: Sequence[Segment], new: Sequence[Segment]) -> list[Change]:
    """Every segment of both in one Change; both sorted by where they begin."""
    pairs = []
    first = 0
    longest = max((len(row.span) for row in old), default=0)
    for j, row in enumerate(new):
        while first < len(old) and old[first].span.start + longest <= row.span.start:
            first += 1
        i = first
        while i < len(old) and old[i].span.start < row.span.stop:
            overlap = old[i].span.iou(row.span)
            if overlap > 0:
                pairs.append((-overlap, i, j))
            i += 1
    left, right = dict(enumerate(old)), dict(enumerate(new))
    found = []
    for _, i, j in sorted(pairs):
        if i in left and j in right:
            found.append(Change(left.pop(i), right.pop(j)))
    return [*found, *(Change(row, None) for row in left.values()), *(Change(None, row) for row in right.values())]


def judged_already(
    found: Iterable[tuple[int, Span]], said: Iterable[Segment], refused: Iterable[Segment], least: float = 0.5
) -> list[State]:
    """What is to be thought of findings (label id, span) of a video of which people have spoken: accepted where one of
    their segments (`said`) of the same label overlaps it by `least` (intersection over union) or more, rejected where
    what they rejected does, predicted elsewhere."""
    by_label: dict[int, list[tuple[Span, State]]] = defaultdict(list)
    for rows, state in ((said, State.ACCEPTED), (refused, State.REJECTED)):
        for row in rows:
            by_label[row.label_id].append((row.span, state))
    states = []
    for label_id, span in found:
        best = max(by_label[label_id], key=lambda one: one[0].iou(span), default=None)
        states.append(best[1] if best is not None and best[0].iou(span) >= least else State.PREDICTED)
    return states

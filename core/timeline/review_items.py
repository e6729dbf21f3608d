"""What is worth asking people about, and how much they would be asked for: the values of the review queue."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

import numpy as np

from core.rows import Segment
from core.signal import Signal

Key = tuple[int, ...]
ALMOST = 0.75  # of the threshold that scores must reach to be asked about
# what a finding counts that the newest run, which knows its label, did not find again: it stands nowhere, so an answer
# mends nothing, and is the less use for that runs disagree about it (on real footage 1 in 100 were right)
OUTDATED = 0.25
RIGHT = 0.5  # tIoU from which on two segments of a label are one and the same, as in F1@50


@dataclass(frozen=True, slots=True)
class Candidate:
    """One predicted segment that nobody judged. doubts: how unsure its start and its stop are, 0…1 each, from the score
    curve (`edge_doubts`); None without a curve. disagreement: 0 where the other runs of the video found the same, 1
    where they know the label and found nothing. missed: no run predicted it; its scores only come near the threshold
    (`segment` is what it would be, its id 0, its score the peak's). stands: it is part of the timeline as it is now;
    near misses are not, nor is what a newer run that knows the label did not find. threshold: what its run took for a
    finding."""

    segment: Segment
    video_id: int
    doubts: tuple[float, float] | None = None
    disagreement: float = 0.0
    missed: bool = False
    threshold: float = 0.5
    stands: bool = True

    @property
    def outdated(self) -> bool:
        """Only an older run found it."""
        return not (self.stands or self.missed)

    @property
    def key(self) -> Key:
        """The same for the same question, also after everything was computed anew."""
        one = self.segment
        return (self.video_id, one.label_id, *(one.span.start, one.span.stop)) if self.missed else (one.id,)


class Item(NamedTuple):
    """A candidate in the queue: `boundary` is the edge (a frame) to look at, gain = uncertainty × rarity ×
    (1 + disagreement), times OUTDATED where it is."""

    candidate: Candidate
    boundary: int
    uncertainty: float
    rarity: float
    disagreement: float
    gain: float

    @property
    def segment(self) -> Segment:
        return self.candidate.segment

    @property
    def video_id(self) -> int:
        return self.candidate.video_id

    @property
    def missed(self) -> bool:
        return self.candidate.missed

    @property
    def key(self) -> Key:
        return self.candidate.key


class Queue(Sequence[Item]):
    """Items, best first, as columns; an `Item` is made when it is asked for (100,000 of them would take longer to make
    than to sort). candidates: list [n]; at_stop bool [n]: its end is less sure than its start; uncertainty, rarity,
    disagreement, gain float64 [n]."""

    def __init__(
        self,
        candidates: list[Candidate],
        at_stop: np.ndarray,
        uncertainty: np.ndarray,
        rarity: np.ndarray,
        disagreement: np.ndarray,
        gain: np.ndarray,
    ) -> None:
        self.candidates, self.at_stop = candidates, at_stop
        self.uncertainty, self.rarity, self.disagreement, self.gain = uncertainty, rarity, disagreement, gain

    def __len__(self) -> int:
        return len(self.candidates)

    @overload
    def __getitem__(self, i: int) -> Item: ...
    @overload
    def __getitem__(self, i: slice) -> Queue: ...
    def __getitem__(self, i: int | slice) -> Item | Queue:
        if isinstance(i, slice):
            return Queue(self.candidates[i], *(column[i] for column in self._columns))
        at_stop, *factors = (column[i].item() for column in self._columns)
        span = self.candidates[i].segment.span
        return Item(self.candidates[i], span.stop if at_stop else span.start, *factors)

    def without(self, keys: Container[Key]) -> Queue:
        """The rest, in the same order."""
        kept = [i for i, one in enumerate(self.candidates) if one.key not in keys]
        return Queue([self.candidates[i] for i in kept], *(column[kept] for column in self._columns))

    def dropped(self, row: int) -> Queue:
        """Without one of them."""
        kept = self.candidates[:row] + self.candidates[row + 1 :]
        return Queue(kept, *(np.delete(column, row) for column in self._columns))

    @property
    def _columns(self) -> tuple[np.ndarray, ...]:
        return self.at_stop, self.uncertainty, self.rarity, self.disagreement, self.gain


class Judged(NamedTuple):
    """What people said of a prediction. right: it stood as it is (same label, tIoU ≥ .5); there: how many segments that
    are there it stands for, 0…1: where what it meant is there, be it elsewhere, longer or another label, one shared
    among all that meant the same; missed: it was no prediction but
    came near; stands: as in `Candidate`, at that time; threshold: what its run took for a finding; age: how many runs
    have been made since."""

    label_id: int
    score: float
    uncertainty: float
    disagreement: float
    right: bool
    there: float
    missed: bool = False
    stands: bool = True
    threshold: float = 0.5
    age: int = 0


def edge_doubts(values: np.ndarray, signal: Signal, spans: np.ndarray, rate: float) -> np.ndarray:
    """float64 [n, 2]: how shallowly a score curve rises into each span and falls out of it; 0 is a step from 0 to 1 (or
    the end of the scores), 1 no step at all. It compares the means of one second inside and outside.

    values: float [steps], one channel of `signal`; spans: int64 [n, 2], frames; rate: frames per second."""
    steps, reach = len(values), max(1, round(rate / signal.step))
    before = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    shift = signal.start + (signal.window - signal.step) // 2
    at = np.clip(np.rint((spans - shift) / signal.step).astype(np.int64), 0, steps)
    start, stop = at[:, 0], np.maximum(at[:, 1], np.minimum(at[:, 0] + 1, steps))
    start = np.minimum(start, np.maximum(stop - 1, 0))

    def mean(first: np.ndarray, last: np.ndarray) -> np.ndarray:
        first, last = np.clip(first, 0, steps), np.clip(last, 0, steps)
        return np.asarray((before[last] - before[first]) / np.maximum(1, last - first))

    into = mean(start, np.minimum(start + reach, stop)) - mean(start - reach, start)
    out = mean(np.maximum(stop - reach, start), stop) - mean(stop, stop + reach)
    doubts = 1 - np.clip(np.stack([into, out], 1), 0, 1)
    return np.where(np.stack([start <= 0, stop >= steps], 1), 0.0, doubts)


def score_doubt(score: np.ndarray, threshold: np.ndarray | float) -> np.ndarray:
    """0…1 from the score alone: 1 at the threshold, 0 at certainty; NaN (no score) is 1."""
    near = 1 - np.abs(score - threshold) / np.maximum(threshold, 1 - np.asarray(threshold))
    return np.where(np.isnan(score), 1.0, np.clip(near, 0, 1))


def near_doubt(peak: np.ndarray, threshold: np.ndarray | float) -> np.ndarray:
    """0…½ for what no run predicted: ½ for a peak right below the threshold, 0 for one that just counts as near. Most
    of them are nothing, so they are worth half as much as a prediction that is as unsure."""
    low = ALMOST * np.asarray(threshold)
    return np.asarray(np.clip((peak - low) / np.maximum(threshold - low, 1e-9), 0, 1) / 2)


def best_iou(spans: np.ndarray, others: np.ndarray) -> np.ndarray:
    """float64 [n]: of each span its greatest tIoU with any of `others` (0 without one). int64 [n, 2] and [m, 2], in any
    order."""
    return best_match(spans, others)[0]


def best_match(spans: np.ndarray, others: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """As `best_iou`, and int64 [n]: which of `others` it is (-1 without one)."""
    found, which = np.zeros(len(spans)), np.full(len(spans), -1)
    if not len(others):
        return found, which
    order = np.argsort(others[:, 0], kind="stable")
    others = others[order]
    reach = np.maximum.accumulate(others[:, 1])
    first = np.searchsorted(reach, spans[:, 0], side="right")
    last = np.searchsorted(others[:, 0], spans[:, 1], side="left")
    for turn in range(int((last - first).max(initial=0))):
        mine = np.flatnonzero(first + turn < last)
        one, other = spans[mine], others[first[mine] + turn]
        both = np.minimum(one[:, 1], other[:, 1]) - np.maximum(one[:, 0], other[:, 0])
        whole = np.maximum(one[:, 1], other[:, 1]) - np.minimum(one[:, 0], other[:, 0])
        iou = np.clip(both, 0, None) / np.maximum(1, whole)
        better = iou > found[mine]
        found[mine[better]], which[mine[better]] = iou[better], order[first[mine[better]] + turn]
    return found, which

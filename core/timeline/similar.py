"""Moments that look like a given one: features of clips, compared by the angle between them.

A query is the mean of the features in its span. Elsewhere the mean is taken over as many steps, so that a long span is
compared with long ones; the angle is that of the vectors as they lie around the mean of what is searched (`centre`),
since features after a ReLU all point the same way. Exact, and in constant memory: videos pass by in blocks, of which
scikit-learn's nearest neighbours gives enough to fill the list even when neighbours in time crowd it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from core.task import Progress, Task
from core.time import Span

BLOCK = 1 << 15  # moments compared at once: 128 MB of I3D features
_SAME = 0.2  # moments whose frames are more than this much the same (IoU) are one
_SHRUNK = 10  # steps at which half of the mean is taken off


@dataclass(frozen=True)
class Embedded:
    """The features of one video, [steps, n]: step i was computed from frames [start + i·step, start + i·step +
    window)."""

    video_id: int
    features: np.ndarray
    rate: Fraction
    frames: int
    step: int
    window: int
    start: int = 0

    def steps_of(self, span: Span) -> slice:
        """The steps whose middle lies in the span; the nearest one where none does."""
        middles = self.start + np.arange(len(self.features)) * self.step + self.window / 2
        first, stop = np.searchsorted(middles, (span.start, span.stop)).tolist()
        if first == stop:
            first = int(np.abs(middles - (span.start + span.stop) / 2).argmin())
            stop = first + 1
        return slice(first, stop)


@dataclass(frozen=True, slots=True)
class Moment:
    """score: the cosine, -1…1."""

    video_id: int
    span: Span
    score: float


@dataclass(frozen=True)
class _Candidate:
    """`seen`: the frames that the features were computed from."""

    moment: Moment
    seen: Span


def centre(videos: Iterable[Embedded]) -> np.ndarray:
    """The mean feature, float64 [n]: every video counts the same. It is shrunk towards zero where there are few steps:
    what a handful of clips have in common is what makes them alike."""
    found = [(video.features.mean(0, dtype=np.float64), len(video.features)) for video in videos if len(video.features)]
    steps = sum(count for _, count in found)
    return np.asarray(np.mean([mean for mean, _ in found], 0) * steps / (steps + _SHRUNK))


def find(query: Embedded, span: Span, videos: Iterable[Embedded], mean: np.ndarray, wanted: int) -> Task[list[Moment]]:
    """The `wanted` moments that are most alike, best first: none that was computed from frames of the query, none that
    is nearly another. `videos`, of which the query's may be one, are read once."""
    mean = mean.astype(np.float32)
    target = _unit(query.features[query.steps_of(span)].mean(0, dtype=np.float64)[None] - mean)
    seconds = len(span) / query.rate
    found: list[_Candidate] = []
    for done, (block, vectors) in enumerate(_blocks(videos, seconds, mean)):
        yield Progress(done, 0, "Comparing moments")
        found += _nearest(block, vectors, target, seconds, wanted)
    own = [one for one in found if one.moment.video_id != query.video_id or not one.seen.overlaps(span)]
    return merged(sorted(own, key=lambda one: -one.moment.score), wanted)


def merged(candidates: Iterable[_Candidate], wanted: int) -> list[Moment]:
    """Non-maximum suppression: of those that are nearly the same frames, the first."""
    kept: dict[int, list[Span]] = {}
    best: list[Moment] = []
    for one in candidates:
        others = kept.setdefault(one.moment.video_id, [])
        if all(one.seen.iou(other) <= _SAME for other in others):
            others.append(one.seen)
            best.append(one.moment)
            if len(best) == wanted:
                break
    return best


@dataclass(frozen=True)
class _Part:
    """Moments `first`… of one video, each the mean of `steps` steps."""

    video: Embedded
    first: int
    steps: int
    count: int


def _steps(video: Embedded, seconds: Fraction) -> int:
    return min(len(video.features), max(1, round(seconds * video.rate / video.step)))


def _blocks(
    videos: Iterable[Embedded], seconds: Fraction, mean: np.ndarray
) -> Iterator[tuple[list[_Part], np.ndarray]]:
    """(whose moments they are, unit vectors float32 [moments, n]), at most about BLOCK moments at once."""
    parts: list[_Part] = []
    vectors: list[np.ndarray] = []
    held = 0
    for video in videos:
        if not len(video.features):
            continue
        steps = _steps(video, seconds)
        for first in range(0, len(video.features) - steps + 1, BLOCK):
            rows = video.features[first : first + BLOCK + steps - 1].astype(np.float32)
            means = _moving(rows, steps)
            parts.append(_Part(video, first, steps, len(means)))
            vectors.append(_unit(means - mean))
            held += len(means)
            if held >= BLOCK:
                yield parts, np.concatenate(vectors)
                parts, vectors, held = [], [], 0
    if held:
        yield parts, np.concatenate(vectors)


def _moving(rows: np.ndarray, steps: int) -> np.ndarray:
    """Means of `steps` neighbouring rows each, float32: sums of 1, 2, 4 … rows are put together, since a running sum
    down the rows takes ten times as long."""
    count, size, at, rest = len(rows) - steps + 1, 1, 0, steps
    total = np.zeros((count, rows.shape[1]), np.float32)
    while True:
        if rest & 1:
            total += rows[at : at + count]
            at += size
        rest >>= 1
        if not rest:
            return total / np.float32(steps)
        rows = rows[:-size] + rows[size:]
        size *= 2


def _unit(vectors: np.ndarray) -> np.ndarray:
    """Length 1; what has none stays so, and is like nothing."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), np.float32)


def _nearest(
    block: Sequence[_Part], vectors: np.ndarray, target: np.ndarray, seconds: Fraction, wanted: int
) -> Iterator[_Candidate]:
    """Enough for `wanted` after merging: each that is kept suppresses at most its neighbours in time."""
    from sklearn.neighbors import NearestNeighbors  # a second: not before somebody searches

    reach = max(part.steps + -(-part.video.window // part.video.step) for part in block)
    count = min(len(vectors), (wanted + 1) * (2 * reach + 1))
    index = NearestNeighbors(n_neighbors=count, algorithm="brute", metric="euclidean").fit(vectors)
    distances, rows = index.kneighbors(target)
    ends = np.cumsum([part.count for part in block])
    for distance, row in zip(distances[0].tolist(), rows[0].tolist(), strict=True):
        number = int(np.searchsorted(ends, row, side="right"))
        part = block[number]
        at = part.first + row - (int(ends[number]) - part.count)
        yield _candidate(part, at, seconds, 1 - distance**2 / 2)  # of unit vectors: the cosine


def _candidate(part: _Part, at: int, seconds: Fraction, score: float) -> _Candidate:
    """A span as long as the query's, around the middle of what was compared."""
    video = part.video
    first = video.start + at * video.step
    seen = Span(first, first + (part.steps - 1) * video.step + video.window)
    length = min(video.frames, max(1, round(seconds * video.rate)))
    start = max(0, min((seen.start + seen.stop - length) // 2, video.frames - length))
    return _Candidate(Moment(video.video_id, Span(start, start + length), score), seen)

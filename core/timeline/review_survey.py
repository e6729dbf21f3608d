"""One video's rows, read for the review queue: what is still to be judged, and what people's judgements teach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from core.decode import mean_filter, runs
from core.rows import Reviewed, Segment, State, Track, TrackKind
from core.signal import Signal
from core.time import Span
from core.timeline.review import covered
from core.timeline.review_items import ALMOST, RIGHT, Candidate, Judged, best_iou, edge_doubts, near_doubt, score_doubt
from core.timeline.supervision import covered_share

_ONWARD = 0.7  # of that, down to which a near miss goes on
_HALF = 0.5  # of a segment that must lie in what was reviewed
_NONE = np.zeros((0, 2), np.int64)
_SAID = (State.HUMAN, State.ACCEPTED, State.CORRECTED)
Curve = tuple[Signal, float]  # a run's scores, and the threshold that its segments reached


class Count(NamedTuple):
    """Predictions: judged by people, and still to be judged."""

    judged: int
    left: int


@dataclass(frozen=True)
class Survey:
    """confirmed: segments that stand on people's tracks, outside: those of them that no reviewed stretch holds; found,
    unseen: segments in reviewed stretches that some run found or came near to, and that none did; known: by label, how
    many are confirmed, and how many findings people refused; counts: by label, how many predictions were judged, and
    are left."""

    video_id: int
    candidates: tuple[Candidate, ...] = ()
    judged: tuple[Judged, ...] = ()
    confirmed: int = 0
    outside: int = 0
    found: int = 0
    unseen: int = 0
    known: Mapping[int, int] = field(default_factory=dict)
    counts: Mapping[int, Count] = field(default_factory=dict)


def survey(
    video_id: int,
    rate: float,
    tracks: Iterable[Track],
    segments: Iterable[Segment],
    reviewed: Iterable[Reviewed] = (),
    names: Mapping[int, str] | None = None,
    curves: Mapping[int, Curve] | None = None,
) -> Survey:
    """`tracks`, `segments`, `reviewed`: of one video; runs that are undone left out. names: labels' names by id, which
    are channels of `curves`: a run's track id → its scores. rate: frames per second.

    Of runs that found the same, only the newest one's finding is asked about. What people accepted, changed, rejected,
    drew themselves or reviewed is not asked about again."""
    return _Reading(video_id, rate, list(tracks), segments, list(reviewed), names or {}, curves or {}).survey()


class _Reading:
    """The video's rows as spans by label: int64 [n, 2] each."""

    def __init__(
        self,
        video_id: int,
        rate: float,
        tracks: list[Track],
        segments: Iterable[Segment],
        reviewed: list[Reviewed],
        names: Mapping[int, str],
        curves: Mapping[int, Curve],
    ) -> None:
        self.video_id, self.rate, self.names, self.curves = video_id, rate, names, curves
        people = {track.id for track in tracks if track.kind is TrackKind.HUMAN}
        # the newest run first: what it found is asked about, the others agree with it or not
        self.runs = sorted((t for t in tracks if t.kind is TrackKind.RUN), key=lambda t: (t.run_id or 0, t.id))[::-1]
        self.of_run: dict[int, dict[int, list[Segment]]] = {track.id: {} for track in self.runs}
        self.mine: dict[int, list[Segment]] = {}
        self.refused: dict[int, list[Segment]] = {}
        self.own: list[Segment] = []
        for row in segments:
            if row.track_id in self.of_run:
                self.of_run[row.track_id].setdefault(row.label_id, []).append(row)
            elif row.track_id in people:
                if row.state is State.PREDICTED:
                    self.own.append(row)
                else:
                    where = self.refused if row.state is State.REJECTED else self.mine
                    where.setdefault(row.label_id, []).append(row)
        self.looked = covered(row for row in reviewed if row.track_id in people)
        self.said = {label: _spans(rows) for label, rows in self.mine.items()}
        self.copies = {row.origin_id: row for rows in self.mine.values() for row in rows if row.origin_id}
        self.open: list[Candidate] = []
        self.judged: list[Judged] = []

    def survey(self) -> Survey:
        seen: dict[int, np.ndarray] = {}  # by label, what newer runs found
        for track in self.runs:
            for label, rows in sorted(self.of_run[track.id].items()):
                spans = _spans(rows)
                fresh = best_iou(spans, seen.get(label, _NONE)) < RIGHT
                kept = [row for row, new in zip(rows, fresh.tolist(), strict=True) if new]
                self._sort_out(track, label, kept, spans[fresh])
                seen[label] = np.concatenate([seen.get(label, _NONE), spans])
        for row in self.own:
            if self._settled(row.label_id, _spans([row]))[0] < 1:
                self.open.append(Candidate(row, self.video_id))
        for track in self.runs:
            self._near_misses(track, seen)
        return self._counted(seen)

    # -- predictions

    def _sort_out(self, track: Track, label: int, rows: list[Segment], spans: np.ndarray) -> None:
        """One run's findings of one label: still open, or judged."""
        if not rows:
            return
        signal, limit = self.curves.get(track.id, (None, 0.5))
        doubts = None
        if signal is not None and self.names.get(label) in signal.channels and len(signal):
            values = signal.values[:, signal.channels.index(self.names[label])]
            doubts = edge_doubts(values, signal, spans, self.rate)
        apart = self._disagreement(track, label, spans)
        scores = np.array([np.nan if row.score is None else row.score for row in rows])
        unsure = score_doubt(scores, limit) if doubts is None else doubts.max(1)
        settled, like = self._settled(label, spans), best_iou(spans, self.said.get(label, _NONE))
        pairs = [None] * len(rows) if doubts is None else list(map(tuple, doubts.tolist()))
        for i, (row, done, other) in enumerate(zip(rows, settled.tolist(), apart.tolist(), strict=True)):
            if row.state is State.PREDICTED and not done:
                self.open.append(Candidate(row, self.video_id, pairs[i], other, False, limit))
                continue
            right, there = self._verdict(row, float(like[i]))
            self.judged.append(Judged(label, float(scores[i]), float(unsure[i]), other, right, there))

    def _verdict(self, row: Segment, like: float) -> tuple[bool, bool]:
        """Whether a prediction stood as it is, and whether what it meant is there at all."""
        copy = self.copies.get(row.id)
        if copy is not None:
            return copy.label_id == row.label_id and copy.span.iou(row.span) >= RIGHT, True
        return row.state is not State.REJECTED and like >= RIGHT, like > 0

    def _settled(self, label: int, spans: np.ndarray) -> np.ndarray:
        """bool [n]: a person's segment stands there already, or said no, or the stretch was reviewed."""
        looked = covered_share(self.looked, spans[:, 0], spans[:, 1]) >= _HALF
        no = best_iou(spans, _spans(self.refused.get(label, []))) >= RIGHT
        return np.asarray(looked | no | (best_iou(spans, self.said.get(label, _NONE)) >= RIGHT))

    def _disagreement(self, track: Track, label: int, spans: np.ndarray) -> np.ndarray:
        """float64 [n]: how little the other runs that know the label found the same; 0 where there is none."""
        others = [t for t in self.runs if t.id != track.id and self._knows(t, label)]
        if not others:
            return np.zeros(len(spans))
        same = [best_iou(spans, _spans(self.of_run[t.id].get(label, []))) for t in others]
        return np.asarray(1 - np.mean(same, axis=0))

    def _knows(self, track: Track, label: int) -> bool:
        curve = self.curves.get(track.id)
        return label in self.of_run[track.id] or (curve is not None and self.names.get(label) in curve[0].channels)

    # -- what no run predicted

    def _near_misses(self, track: Track, seen: Mapping[int, np.ndarray]) -> None:
        """Where scores come near the threshold and nothing stands there: asked about as well."""
        signal, limit = self.curves.get(track.id, (None, 0.5))
        if signal is None or not len(signal) or limit <= 0:
            return
        channels = {name: i for i, name in enumerate(signal.channels)}
        top = signal.values.max(0) >= ALMOST * limit
        width = max(1, round(self.rate / signal.step))  # a second: a lone step that is high is noise
        for label, name in sorted(self.names.items()):
            if name not in channels or not top[channels[name]] or (label not in seen and label not in self.said):
                continue
            column = channels[name]
            values = mean_filter(signal.values[:, column : column + 1], width)[:, 0]
            spans, peaks = _peaks(values, signal, limit)
            free = best_iou(spans, seen.get(label, _NONE)) <= 0
            self._ask(track, label, spans[free], peaks[free], limit)

    def _ask(self, track: Track, label: int, spans: np.ndarray, peaks: np.ndarray, limit: float) -> None:
        settled, like = self._settled(label, spans), best_iou(spans, self.said.get(label, _NONE))
        near = near_doubt(peaks, limit)
        for i, (start, stop) in enumerate(spans.tolist()):
            if settled[i]:
                right, there = bool(like[i] >= RIGHT), bool(like[i] > 0)
                self.judged.append(Judged(label, float(peaks[i]), float(near[i]), 0.0, right, there, True))
            else:
                row = Segment(0, track.id, label, Span(start, stop), float(peaks[i]), State.PREDICTED)
                self.open.append(Candidate(row, self.video_id, None, 0.0, True, limit))

    # -- counting

    def _counted(self, seen: Mapping[int, np.ndarray]) -> Survey:
        confirmed = outside = found = unseen = 0
        for label, rows in self.mine.items():
            spans = self.said[label]
            looked = covered_share(self.looked, spans[:, 0], spans[:, 1]) >= _HALF
            known = best_iou(spans, seen.get(label, _NONE)) > 0
            known |= np.array([row.score is not None or row.origin_id is not None for row in rows])
            confirmed, outside = confirmed + len(rows), outside + int((~looked).sum())
            found, unseen = found + int((looked & known).sum()), unseen + int((looked & ~known).sum())
        near = sum(one.missed and one.there for one in self.judged)  # drawn where a curve came near: no surprise
        near = min(unseen, near)
        spoken = Counter({label: len(rows) for label, rows in self.mine.items()})
        for of_label in (self.refused, *self.of_run.values()):
            for label, rows in of_label.items():
                spoken[label] += sum(row.state is State.REJECTED for row in rows)
        sums = confirmed, outside, found + near, unseen - near
        return Survey(self.video_id, tuple(self.open), tuple(self.judged), *sums, spoken, self._by_label())

    def _by_label(self) -> dict[int, Count]:
        judged = Counter(row.label_id for row in self.judged if not row.missed)
        left = Counter(row.segment.label_id for row in self.open if not row.missed)
        return {label: Count(judged[label], left[label]) for label in judged.keys() | left.keys()}


def examples(looked: Iterable[Survey]) -> dict[int, int]:
    """Label id → how much people have said of it, over all videos: the segments that they stand for, and the findings
    that they refused. By the former alone a label that is found in many wrong places would stay rare, and be asked
    about without end."""
    total: Counter[int] = Counter()
    for one in looked:
        total.update(one.known)
    return dict(total)


def counts(looked: Iterable[Survey]) -> tuple[dict[int, Count], dict[int, Count]]:
    """How many predictions were judged, and are left: by label over all videos, and by video over all labels."""
    labels: dict[int, Count] = {}
    videos: dict[int, Count] = {}
    for one in looked:
        judged = left = 0
        for label, count in one.counts.items():
            before = labels.get(label, Count(0, 0))
            labels[label] = Count(before.judged + count.judged, before.left + count.left)
            judged, left = judged + count.judged, left + count.left
        if judged or left:
            videos[one.video_id] = Count(judged, left)
    return labels, videos


def _spans(rows: Sequence[Segment]) -> np.ndarray:
    return np.array([(row.span.start, row.span.stop) for row in rows], np.int64).reshape(-1, 2)


def _peaks(values: np.ndarray, signal: Signal, limit: float) -> tuple[np.ndarray, np.ndarray]:
    """Where a curve comes to `ALMOST` of its threshold or above: spans int64 [n, 2] and the highest score of each, at
    most the threshold (smoothing may have kept a lone peak from becoming a segment)."""
    found = runs(values >= ALMOST * limit, values >= _ONWARD * ALMOST * limit)
    spans = [(signal.cell(a).start, signal.cell(b - 1).stop) for a, b in found]
    peaks = [min(float(values[a:b].max()), limit) for a, b in found]
    return np.array(spans, np.int64).reshape(-1, 2), np.array(peaks, np.float64)

"""One video's rows, read for the review queue: what is still to be judged, and what people's judgements teach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from core.decode import mean_filter, runs
from core.rows import Reviewed, Segment, State, Track, TrackKind, created_ms
from core.signal import Signal
from core.time import Span
from core.timeline.review_items import (
    ALMOST,
    RIGHT,
    Candidate,
    Judged,
    best_iou,
    best_match,
    edge_doubts,
    near_doubt,
    score_doubt,
)
from core.timeline.review_words import HALF, NONE, Words, spans_of
from core.timeline.supervision import covered_share

_ONWARD = 0.7  # of that, down to which a near miss goes on
Curve = tuple[Signal, float]  # a run's scores, and the threshold that its segments reached


class Count(NamedTuple):
    """Predictions: judged by people, and still to be judged."""

    judged: int
    left: int


@dataclass(frozen=True)
class Survey:
    """judged: what people said of predictions that were there before (that a run finds what it was taught shows
    nothing), older runs' too. confirmed: segments that stand on people's tracks, outside: those of them that no
    reviewed stretch holds; found, unseen: segments in reviewed stretches that some run found or came near to before
    anybody had said so, and that none did; asked, passed: predictions that people answered, and those that were settled
    with others in passing; shown: by label, how many are confirmed, where the newest run may have learned from them;
    known: by label, how many are confirmed, and how many findings people refused or gave another label; counts: by
    label, how many predictions were judged, and are left."""

    video_id: int
    candidates: tuple[Candidate, ...] = ()
    judged: tuple[Judged, ...] = ()
    confirmed: int = 0
    outside: int = 0
    found: int = 0
    unseen: int = 0
    asked: int = 0
    passed: int = 0
    shown: Mapping[int, int] = field(default_factory=dict)
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
    groups: Mapping[int, str] | None = None,
    taught: Container[int] | None = None,
) -> Survey:
    """`tracks`, `segments`, `reviewed`: of one video; runs that are undone left out. names: labels' names by id, which
    are channels of `curves`: a run's track id → its scores; groups: their exclusive groups. rate: frames per second.
    taught: tracks of runs that may have learned what people had said before them (None: all runs): that they find it
    again shows nothing.

    Of runs that found the same, only the newest one's finding is asked about. What people accepted, changed, rejected,
    drew themselves or reviewed is not asked about again, nor what would stand where something else does already."""
    reading = _Reading(video_id, rate, list(tracks), segments, list(reviewed), names or {}, curves or {}, groups or {})
    return reading.survey(taught)


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
        groups: Mapping[int, str],
    ) -> None:
        self.video_id, self.rate, self.names, self.curves = video_id, rate, names, curves
        people = {track.id for track in tracks if track.kind is TrackKind.HUMAN}
        # the newest run first: what it found is asked about, the others agree with it or not
        self.runs = sorted((t for t in tracks if t.kind is TrackKind.RUN), key=lambda t: (t.run_id or 0, t.id))[::-1]
        self.of_run: dict[int, dict[int, list[Segment]]] = {track.id: {} for track in self.runs}
        self.own: list[Segment] = []
        mine: list[Segment] = []
        refused: list[Segment] = []
        for row in segments:
            if row.track_id in self.of_run:
                self.of_run[row.track_id].setdefault(row.label_id, []).append(row)
            elif row.track_id in people:
                by_state = {State.PREDICTED: self.own, State.REJECTED: refused}
                by_state.get(row.state, mine).append(row)
        self.words = Words(mine, refused, (row for row in reviewed if row.track_id in people), groups)
        self.copies = {row.origin_id: row for row in mine if row.origin_id}
        self.meant: set[tuple[int, int]] = set()  # what some prediction of a run, by its track, turned out to mean
        self.asked = self.passed = 0
        self.owned: set[int] = set()  # segments of people's that some prediction was right about before they said so
        self.also: Counter[tuple[int, int]] = Counter()  # how many others meant the same, and were settled with it
        self.told: list[tuple[Judged, tuple[int, int] | None]] = []
        self._spans: dict[tuple[int, frozenset[int]], np.ndarray] = {}
        self.open: list[Candidate] = []
        self.judged: list[Judged] = []
        self.done: Counter[int] = Counter()  # by label, predictions that were judged, whenever

    def survey(self, taught: Container[int] | None = None) -> Survey:
        may_know = {track.id for track in self.runs if taught is None or track.id in taught}
        self.before = {run.id: self.words.before(run.id if run.id in may_know else 0) for run in self.runs}
        self.taught = bool(self.runs) and self.runs[0].id in may_know
        seen: dict[int, np.ndarray] = {}  # by label, what newer runs found
        newer: list[Track] = []
        for track in self.runs:
            for label, rows in sorted(self.of_run[track.id].items()):
                spans = spans_of(rows)
                new = best_iou(spans, seen.get(label, NONE)) < RIGHT
                self._sort_out(track, label, rows, new, [one for one in newer if self._knows(one, label)])
                seen[label] = np.concatenate([seen.get(label, NONE), spans])
            newer.append(track)
        for row in self.own:
            if not self.words.settled(row.label_id, spans_of([row]))[0]:
                self.open.append(Candidate(row, self.video_id))
        for track in self.runs:
            self._near_misses(track, seen)
        return self._counted()

    # -- predictions

    def _sort_out(self, track: Track, label: int, rows: list[Segment], new: np.ndarray, newer: list[Track]) -> None:
        """One run's findings of one label: still open, or judged. newer: runs that know the label; not `new`: one of
        them found the same."""
        signal, limit = self.curves.get(track.id, (None, 0.5))
        spans, doubts = spans_of(rows), None
        if signal is not None and self.names.get(label) in signal.channels and len(signal):
            values = signal.values[:, signal.channels.index(self.names[label])]
            doubts = edge_doubts(values, signal, spans, self.rate)
        apart = self._disagreement(track, label, spans)
        scores = np.array([np.nan if row.score is None else row.score for row in rows])
        unsure = score_doubt(scores, limit) if doubts is None else doubts.max(1)
        settled, known = self.words.settled(label, spans), self.before[track.id].settled(label, spans)
        pairs = [None] * len(rows) if doubts is None else list(map(tuple, doubts.tolist()))
        verdicts = self._verdicts(track, label, rows, spans, settled)
        looked = self.words.seen(spans) & ~self.before[track.id].seen(spans)
        for i, row in enumerate(rows):
            if i not in verdicts:
                if new[i]:
                    self.open.append(Candidate(row, self.video_id, pairs[i], float(apart[i]), False, limit, not newer))
                continue
            self.done[label] += bool(new[i])
            asked = row.id in self.copies or (row.state is State.REJECTED and row.modified > 0)
            self.asked += asked
            self.passed += bool(new[i] and not (asked or known[i] or looked[i]) and row.state is State.PREDICTED)
            # what was settled in passing was wrong: only where all was settled it tells of the others
            if asked or (looked[i] and not known[i] and not newer):
                stood = not any(created_ms(one.id) <= self._when(row) for one in newer)
                given = (label, float(scores[i]), float(unsure[i]), float(apart[i]), *verdicts[i])
                told = Judged(*given, False, stood, limit, len(newer))
                self.told.append((told, (track.id, self.copies[row.id].id) if row.id in self.copies else None))

    def _when(self, row: Segment) -> int:
        """When people answered, milliseconds since 1970."""
        copy = self.copies.get(row.id)
        return created_ms(copy.id) if copy is not None else row.modified

    def _verdicts(
        self, track: Track, label: int, rows: Sequence[Segment], spans: np.ndarray, settled: np.ndarray
    ) -> dict[int, tuple[bool, float]]:
        """Of those that were judged, by their place: `right` and `there` of `Judged`, not shared yet."""
        found: dict[int, tuple[bool, float]] = {}
        said, (kin, places) = best_iou(spans, self.words.said(label)), self.words.kin(label)
        near, which = best_match(spans, places)
        judged = [i for i, row in enumerate(rows) if settled[i] or row.state is not State.PREDICTED]
        for i in sorted(judged, key=lambda i: (rows[i].id not in self.copies, -near[i])):
            row, copy = rows[i], self.copies.get(rows[i].id)
            if copy is not None:
                found[i] = copy.label_id == label and copy.span.iou(row.span) >= RIGHT, 1
                self.meant.add((track.id, copy.id))
            elif row.state is State.REJECTED or near[i] <= 0:
                found[i] = False, 0
            else:
                key = track.id, kin[which[i]].id
                right = bool(said[i] >= RIGHT)
                found[i] = right, float(right or key not in self.meant)
                self.meant.add(key)
                self.also[key] += not right
                if right and track.id < key[1]:  # else it was taught
                    self.owned.add(key[1])
        return found

    def _shared(self) -> list[Judged]:
        """Where one answer settled several predictions, each of them stands for a part of what is there; for nothing
        where another one was right about it."""
        found = list(self.judged)
        for one, key in self.told:
            if key is not None and not one.right:
                part = 1 / (1 + self.also[key])
                one = one._replace(there=0.0 if key[1] in self.owned else part)
            found.append(one)
        return found

    def _disagreement(self, track: Track, label: int, spans: np.ndarray) -> np.ndarray:
        """float64 [n]: how little the other runs that know the label found the same; 0 where there is none."""
        others = [t for t in self.runs if t.id != track.id and self._knows(t, label)]
        if not others:
            return np.zeros(len(spans))
        same = [best_iou(spans, spans_of(self.of_run[t.id].get(label, []))) for t in others]
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
            if name not in channels or not top[channels[name]] or not (label in seen or label in self.words.mine):
                continue
            column = channels[name]
            values = mean_filter(signal.values[:, column : column + 1], width)[:, 0]
            spans, peaks = _peaks(values, signal, limit)
            free = best_iou(spans, seen.get(label, NONE)) <= 0
            self._ask(track, label, spans[free], peaks[free], limit)

    def _ask(self, track: Track, label: int, spans: np.ndarray, peaks: np.ndarray, limit: float) -> None:
        settled, like = self.words.settled(label, spans), best_iou(spans, self.words.said(label))
        known, near = self.before[track.id].settled(label, spans), near_doubt(peaks, limit)
        denied, looked = self.words.denied(label, spans), self.words.seen(spans)
        for i, (start, stop) in enumerate(spans.tolist()):
            if settled[i]:
                right, there = bool(like[i] >= RIGHT), bool(like[i] > 0)
                given = float(peaks[i]), float(near[i]), 0.0, right, float(there)
                asked = not known[i] and bool(denied[i] or right)
                self.asked += asked and not looked[i]
                self.passed += not (asked or known[i] or looked[i])
                if asked or (looked[i] and not known[i]):
                    self.judged.append(Judged(label, *given, True, False, limit))
            else:
                row = Segment(0, track.id, label, Span(start, stop), float(peaks[i]), State.PREDICTED)
                self.open.append(Candidate(row, self.video_id, None, 0.0, True, limit, False))

    # -- counting

    def _counted(self) -> Survey:
        confirmed = outside = found = unseen = 0
        for label, rows in self.words.mine.items():
            spans = self.words.said(label)
            looked = covered_share(self.words.looked, spans[:, 0], spans[:, 1]) >= HALF
            known, could = self._foreseen(label, rows, spans)
            confirmed, outside = confirmed + len(rows), outside + int((~looked).sum())
            found, unseen = found + int((looked & known).sum()), unseen + int((looked & could & ~known).sum())
        self.judged = self._shared()
        near = sum(one.missed and one.there > 0 for one in self.judged)  # drawn where a curve came near
        near = min(unseen, near)
        spoken = Counter({label: len(rows) for label, rows in self.words.mine.items()})
        for of_label in (self.words.refused, *self.of_run.values()):
            for label, rows in of_label.items():
                spoken[label] += sum(row.state is State.REJECTED or self._renamed(row) for row in rows)
        sums = confirmed, outside, found + near, unseen - near, self.asked, self.passed
        lists, taught = (tuple(self.open), tuple(self.judged)), self.words.mine if self.taught else {}
        shown = {label: len(rows) for label, rows in taught.items()}
        return Survey(self.video_id, *lists, *sums, shown, spoken, self._by_label())

    def _renamed(self, row: Segment) -> bool:
        """A finding to which people gave another label."""
        copy = self.copies.get(row.id)
        return copy is not None and copy.label_id != row.label_id

    def _by_label(self) -> dict[int, Count]:
        left = Counter(row.segment.label_id for row in self.open if not row.missed)
        return {label: Count(self.done[label], left[label]) for label in self.done.keys() | left.keys()}

    def _foreseen(self, label: int, rows: Sequence[Segment], spans: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """bool [n] of people's segments: whether a run showed something there before they said so, and whether one was
        there that could have."""
        known = np.array([row.score is not None or row.origin_id is not None for row in rows])
        could = known.copy()
        kin = frozenset((label, *self.words.rivals(label)))
        for track in self.runs:
            later = best_iou(spans, self.before[track.id].said(label)) < 1
            known |= later & (best_iou(spans, self._shown(track.id, kin)) > 0)
            could |= later
        return known, could

    def _shown(self, track_id: int, kin: frozenset[int]) -> np.ndarray:
        """What a run found of some labels: int64 [n, 2]."""
        if (track_id, kin) not in self._spans:
            shown = [spans_of(rows) for label, rows in self.of_run[track_id].items() if label in kin]
            self._spans[track_id, kin] = np.concatenate([NONE, *shown])
        return self._spans[track_id, kin]


def examples(looked: Iterable[Survey]) -> dict[int, int]:
    """Label id → how much people have said of it, over all videos: the segments that they stand for, and the findings
    that they refused or gave another label. By the former alone a label that is found in many wrong places would stay
    rare, and be asked about without end."""
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


def _peaks(values: np.ndarray, signal: Signal, limit: float) -> tuple[np.ndarray, np.ndarray]:
    """Where a curve comes to `ALMOST` of its threshold or above: spans int64 [n, 2] and the highest score of each, at
    most the threshold (smoothing may have kept a lone peak from becoming a segment)."""
    found = runs(values >= ALMOST * limit, values >= _ONWARD * ALMOST * limit)
    spans = [(signal.cell(a).start, signal.cell(b - 1).stop) for a, b in found]
    peaks = [min(float(values[a:b].max()), limit) for a, b in found]
    return np.array(spans, np.int64).reshape(-1, 2), np.array(peaks, np.float64)

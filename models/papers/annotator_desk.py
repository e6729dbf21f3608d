"""A project without files, and a person who knows the truth working on it: what `annotator` simulates.

Rows, targets, segments and the queue are the program's own (core/timeline, core/decode); only the person is made up.
What each deed costs is fixed: COSTS."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain

import numpy as np

from core.decode import decode
from core.rows import Label, Reviewed, Segment, State, Track, TrackKind
from core.signal import Signal
from core.time import Span
from core.timeline.review_queue import Candidate, Survey, examples, ranked, survey
from core.timeline.supervision import covered_share, supervision
from models.improve import Lesson
from models.nets.head import CARD

COSTS = {"watch": 1.0, "item": 2.0, "new": 4.0, "edge": 1.5, "relabel": 1.5, "judge": 0.5}  # seconds
RATE = Fraction(25)
NEAR = 0.5  # seconds that an edge may be off
_SAME = 0.5  # tIoU of F1@50
_GROUP = "activity"

Stretch = tuple[int, Span]  # label id, where


@dataclass(frozen=True)
class Recording:
    """One video. features float16 [steps, n]; step: frames; truth: in order of time."""

    id: int
    features: np.ndarray
    step: int
    truth: tuple[Stretch, ...]

    @property
    def frames(self) -> int:
        return len(self.features) * self.step

    @property
    def tracks(self) -> tuple[Track, Track, Track]:
        """The person's, and those of the last two runs."""
        first = 3 * self.id
        human = Track(first, self.id, "person")
        return human, *(Track(first + i, self.id, f"run {i}", TrackKind.RUN, run_id=i) for i in (1, 2))  # type: ignore[return-value]


def f1(truth: Iterable[Sequence[Stretch]], found: Iterable[Sequence[Stretch]]) -> float:
    """F1@50 of all videos together: of each label, segments are matched one to one, the best tIoU first."""
    right = wanted = given = 0
    for one, other in zip(truth, found, strict=True):
        pairs = sorted(
            ((a.iou(b), i, j) for i, (la, a) in enumerate(one) for j, (lb, b) in enumerate(other) if la == lb),
            key=lambda pair: (-pair[0], pair[1:]),
        )
        mine, yours = set[int](), set[int]()
        for iou, i, j in pairs:
            if iou >= _SAME and i not in mine and j not in yours:
                mine.add(i)
                yours.add(j)
        right, wanted, given = right + len(mine), wanted + len(one), given + len(other)
    return 2 * right / max(1, wanted + given)


class Desk:
    """What the project holds, and the seconds that went into it. names: of the labels, whose ids are 1, 2, …"""

    def __init__(self, recordings: Sequence[Recording], names: Sequence[str]) -> None:
        self.recordings = recordings
        self.labels = tuple(Label(i + 1, name, "#808080", group=_GROUP) for i, name in enumerate(names))
        self.seconds = 0.0
        self.said: list[list[Segment]] = [[] for _ in recordings]
        self.reviewed: list[list[Reviewed]] = [[] for _ in recordings]
        self.runs: list[dict[int, tuple[Signal, list[Segment]]]] = [{} for _ in recordings]  # by the track's place
        self._next = 1

    # -- what the person does

    def watch(self, number: int) -> None:
        """Labels one video from scratch, from its beginning to its end."""
        one = self.recordings[number]
        self.seconds += COSTS["watch"] * one.frames / float(RATE)
        for label, span in one.truth:
            if not self._confirmed(number, span):
                self.seconds += COSTS["new"]
                self._say(number, label, span, State.HUMAN)
        self.reviewed[number].append(Reviewed(self._id(), one.tracks[0].id, Span(0, one.frames)))

    def review(self, number: int, item: Candidate) -> None:
        """Looks at one prediction (or near miss), and puts it right."""
        self.seconds += COSTS["item"]
        shown = item.segment
        best = self._meant(number, shown.span)
        if best is None:
            self.seconds += COSTS["judge"]
            self._say(number, shown.label_id, shown.span, State.REJECTED, shown.id)
            return
        label, span = best
        edges = sum(
            abs(a - b) > NEAR * float(RATE) for a, b in ((shown.span.start, span.start), (shown.span.stop, span.stop))
        )
        cost = COSTS["edge"] * edges + COSTS["relabel"] * (label != shown.label_id)
        self.seconds += min(cost, COSTS["new"]) if cost else COSTS["judge"]
        left, right = (
            b if abs(a - b) > NEAR * float(RATE) else a
            for a, b in ((shown.span.start, span.start), (shown.span.stop, span.stop))
        )
        self._say(number, label, Span(left, right), State.CORRECTED if cost else State.ACCEPTED, shown.id)

    def _meant(self, number: int, span: Span) -> Stretch | None:
        """The stretch that a prediction is of, if there is one that nobody confirmed yet."""
        there = [one for one in self.recordings[number].truth if one[1].iou(span) > 0]
        best = max(there, key=lambda one: one[1].iou(span), default=None)
        return None if best is None or self._confirmed(number, best[1]) else best

    def _confirmed(self, number: int, span: Span) -> bool:
        return any(row.state is not State.REJECTED and row.span.iou(span) >= _SAME for row in self.said[number])

    def _say(self, number: int, label: int, span: Span, state: State, origin: int = 0) -> None:
        track = self.recordings[number].tracks[0].id
        self.said[number].append(Segment(self._id(), track, label, span, None, state, origin or None))

    def _id(self) -> int:
        self._next += 1
        return self._next

    # -- what the program does

    @property
    def taught(self) -> tuple[Label, ...]:
        """Labels with an example."""
        there = {row.label_id for rows in self.said for row in rows if row.state is not State.REJECTED}
        return tuple(label for label in self.labels if label.id in there)

    def lessons(self) -> tuple[list[Lesson], list[np.ndarray]]:
        """What was said of each video, for `taught`; and features of the videos of which nothing was."""
        columns = [label.id - 1 for label in self.taught]
        lessons, rest = [], []
        for one, rows, looked in zip(self.recordings, self.said, self.reviewed, strict=True):
            said = supervision(self.labels, one.tracks, rows, looked)
            if not said:
                rest.append(one.features)
                continue
            starts = np.arange(len(one.features)) * one.step
            targets = said.targets(starts, starts + one.step)
            name = f"video {one.id}"
            lessons.append(Lesson(name, one.features, targets.values[:, columns], targets.known[:, columns]))
        return lessons, rest

    def predicted(self, number: int, scores: np.ndarray) -> None:
        """A run over one video: scores [steps, taught]. Of the runs before, only the last one stays."""
        one = self.recordings[number]
        names = tuple(label.name for label in self.taught)
        signal = Signal(scores.astype(np.float32), names, one.step, one.step)
        ids = {label.name: label.id for label in self.labels}
        segments = decode(signal, CARD.decode, one.frames, RATE, dict.fromkeys(names, _GROUP))
        old, new = one.tracks[1].id, one.tracks[2].id
        before = {}
        if 2 in self.runs[number]:
            was, found = self.runs[number][2]
            before[1] = was, [replace(row, track_id=old) for row in found]
        rows = [Segment(self._id(), new, ids[f.label], f.span, f.score, State.PREDICTED) for f in segments]
        self.runs[number] = {**before, 2: (signal, rows)}

    def state(self, number: int) -> list[Stretch]:
        """What the project says of a video: what people stand for, and elsewhere the last run."""
        mine = [row for row in self.said[number] if row.state is not State.REJECTED]
        refused = [row for row in self.said[number] if row.state is State.REJECTED]
        spans = [*(row.span for row in mine), *(row.span for row in self.reviewed[number])]
        taken = sorted((span.start, span.stop) for span in spans)
        joined = np.array(_joined(taken), np.int64).reshape(-1, 2)
        found = [(row.label_id, row.span) for row in mine]
        for row in self.runs[number].get(2, (None, []))[1]:
            share = covered_share(joined, np.array([row.span.start]), np.array([row.span.stop]))[0]
            no = any(one.label_id == row.label_id and one.span.iou(row.span) >= _SAME for one in refused)
            if share < _SAME and not no:
                found.append((row.label_id, row.span))
        return found

    def f1(self) -> float:
        return f1((one.truth for one in self.recordings), map(self.state, range(len(self.recordings))))

    def queue(self, chronological: bool = False) -> list[tuple[int, Candidate]]:
        """(number of the video, candidate), in the order of the review queue, or of the videos."""
        looked = [self._survey(number) for number in range(len(self.recordings))]
        candidates = list(chain.from_iterable(one.candidates for one in looked))
        if chronological:
            ordered = sorted(candidates, key=lambda one: (one.video_id, one.segment.span, one.segment.label_id))
        else:
            ordered = [item.candidate for item in ranked(candidates, examples(looked))]
        place = {one.id: number for number, one in enumerate(self.recordings)}
        return [(place[one.video_id], one) for one in ordered]

    def _survey(self, number: int) -> Survey:
        one, runs = self.recordings[number], self.runs[number]
        tracks = [one.tracks[0], *(one.tracks[place] for place in runs)]
        rows = [*self.said[number], *chain.from_iterable(found for _, found in runs.values())]
        curves = {one.tracks[place].id: (signal, CARD.decode.threshold) for place, (signal, _) in runs.items()}
        names = {label.id: label.name for label in self.labels}
        return survey(one.id, float(RATE), tracks, rows, self.reviewed[number], names, curves)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans, those that touch as one."""
    found: list[tuple[int, int]] = []
    for start, stop in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found


def from_scratch(recordings: Sequence[Recording], target: float) -> float:
    """Seconds of labelling video after video, segment after segment, until F1@50 of all of them reaches the target:
    footage up to there, and what each segment costs. What is labelled is right; all else is missed."""
    wanted = sum(len(one.truth) for one in recordings)
    seconds, right = 0.0, 0
    for one in recordings:
        for _, span in one.truth:
            right += 1
            if 2 * right / (wanted + right) >= target:
                return seconds + COSTS["watch"] * span.stop / float(RATE) + COSTS["new"] * right
        seconds += COSTS["watch"] * one.frames / float(RATE)
    return seconds + COSTS["new"] * right

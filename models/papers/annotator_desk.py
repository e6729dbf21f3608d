"""A project without files, and a person who knows the truth working on it: what `annotator` simulates.

Rows, targets, segments and the queue are the program's own (core/timeline, core/decode); only the person is made up.
What each deed costs is fixed: COSTS."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

import numpy as np

from core.decode import decode
from core.rows import Label, Reviewed, Segment, State, Track, TrackKind, created_ms
from core.signal import Signal
from core.time import Span
from core.timeline.changes import judged_already
from core.timeline.disagreement import union
from core.timeline.review_queue import Candidate, Estimate, Queue, Survey, estimate, evidence, examples, ranked, survey
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
    def human(self) -> Track:
        return Track(self.id, self.id, "person")


class Look(NamedTuple):
    """What a run said of a video."""

    track: Track
    scores: Signal
    rows: list[Segment]


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
        self.runs: list[list[Look]] = [[] for _ in recordings]  # the last two, as the window shows them
        self.put_away: list[list[Segment]] = [[] for _ in recordings]  # what was answered in those before
        self._now = 0
        self._looked: dict[int, Survey] = {}  # by number of the video, as long as it is true

    # -- what the person does

    def watch(self, number: int) -> None:
        """Labels one video from scratch, from its beginning to its end."""
        one = self.recordings[number]
        self._looked.pop(number, None)
        self.seconds += COSTS["watch"] * one.frames / float(RATE)
        for label, span in one.truth:
            if not self._confirmed(number, span):
                self.seconds += COSTS["new"]
                self._say(number, label, span, State.HUMAN)
        self.reviewed[number].append(Reviewed(self._id(), one.human.id, Span(0, one.frames)))

    def review(self, number: int, item: Candidate) -> None:
        """Looks at one prediction (or near miss), and puts it right."""
        self.seconds += COSTS["item"]
        shown = item.segment
        best = self._meant(number, shown.span)
        if best is None:
            self.seconds += COSTS["judge"]
            self._answer(number, item, None)
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
        self._answer(number, item, (label, Span(left, right)))

    def _answer(self, number: int, item: Candidate, meant: Stretch | None) -> None:
        """Rows as the window writes them: a finding of a run is marked, and what is there is copied to the person's
        track; what no run predicted is theirs alone."""
        self._looked.pop(number, None)
        shown = item.segment
        state = State.REJECTED
        if meant is not None:
            state = State.ACCEPTED if meant == (shown.label_id, shown.span) else State.CORRECTED
            self._say(number, *meant, state, shown)
        elif item.missed:
            self._say(number, shown.label_id, shown.span, state, shown)
        for look in self.runs[number]:
            for i, row in enumerate(look.rows):
                if row.id == shown.id:
                    look.rows[i] = replace(row, state=state, modified=created_ms(self._id()))

    def _meant(self, number: int, span: Span) -> Stretch | None:
        """The stretch that a prediction is of, if there is one that nobody confirmed yet."""
        there = [one for one in self.recordings[number].truth if one[1].iou(span) > 0]
        best = max(there, key=lambda one: one[1].iou(span), default=None)
        return None if best is None or self._confirmed(number, best[1]) else best

    def _confirmed(self, number: int, span: Span) -> bool:
        return any(row.state is not State.REJECTED and row.span.iou(span) >= _SAME for row in self.said[number])

    def _say(self, number: int, label: int, span: Span, state: State, of: Segment | None = None) -> None:
        track, key = self.recordings[number].human.id, self._id()
        origin, score = (of.id or None, of.score) if of is not None else (None, None)
        self.said[number].append(Segment(key, track, label, span, score, state, origin, modified=created_ms(key)))

    def _id(self) -> int:
        """Ids tell the time, as those of the window's rows do: a deed takes a millisecond."""
        self._now += 1
        return self._now << 22

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
        for number, one in enumerate(self.recordings):
            rows = [*self._stands(number), *self._refused(number)]
            said = supervision(self.labels, [one.human], rows, self.reviewed[number])
            if not said:
                rest.append(one.features)
                continue
            starts = np.arange(len(one.features)) * one.step
            targets = said.targets(starts, starts + one.step)
            name = f"video {one.id}"
            lessons.append(Lesson(name, one.features, targets.values[:, columns], targets.known[:, columns]))
        return lessons, rest

    def predicted(self, number: int, scores: np.ndarray) -> None:
        """A run over one video: scores [steps, taught]. Of the runs before, only the last one stays in sight."""
        self._looked.pop(number, None)
        one = self.recordings[number]
        names = tuple(label.name for label in self.taught)
        signal = Signal(scores.astype(np.float32), names, one.step, one.step)
        ids = {label.name: label.id for label in self.labels}
        segments = decode(signal, CARD.decode, one.frames, RATE, dict.fromkeys(names, _GROUP))
        found = [(ids[f.label], f.span) for f in segments]
        states = judged_already(found, self._stands(number), self._refused(number))
        run = Track(self._id(), one.id, "run", TrackKind.RUN, run_id=self._id())
        rows = [
            Segment(self._id(), run.id, ids[f.label], f.span, f.score, state)
            for f, state in zip(segments, states, strict=True)
        ]
        for look in self.runs[number][:-1]:
            self.put_away[number] += [row for row in look.rows if row.state is not State.PREDICTED]
        self.runs[number] = [*self.runs[number][-1:], Look(run, signal, rows)]

    def _stands(self, number: int) -> list[Segment]:
        return [row for row in self.said[number] if row.state is not State.REJECTED]

    def _refused(self, number: int) -> list[Segment]:
        """In runs that are not shown any more as well."""
        every = chain(self.put_away[number], self.said[number], *(look.rows for look in self.runs[number]))
        return [row for row in every if row.state is State.REJECTED]

    def state(self, number: int) -> list[Stretch]:
        """What the project says of a video: what people stand for, and elsewhere the last run."""
        mine = self._stands(number)
        spans = [*(row.span for row in mine), *(row.span for row in self.reviewed[number])]
        taken = union(np.array([(span.start, span.stop) for span in spans], np.int64).reshape(-1, 2))
        found = [(row.label_id, row.span) for row in mine]
        for row in self.runs[number][-1].rows if self.runs[number] else ():
            share = covered_share(taken, np.array([row.span.start]), np.array([row.span.stop]))[0]
            if row.state is State.PREDICTED and share < _SAME:
                found.append((row.label_id, row.span))
        return found

    def f1(self) -> float:
        return f1((one.truth for one in self.recordings), map(self.state, range(len(self.recordings))))

    def queue(self, order: str = "queue") -> list[tuple[int, Candidate]]:
        """(number of the video, candidate), in the order of the review queue; "everything": by video and time;
        "chronological": so, and only what the last run found."""
        ordered = self._items()[0].candidates
        if order != "queue":
            some = (one for one in ordered if one.stands or order == "everything")
            ordered = sorted(some, key=lambda one: (one.video_id, one.segment.span, one.segment.label_id))
        place = {one.id: number for number, one in enumerate(self.recordings)}
        return [(place[one.video_id], one) for one in ordered]

    def outlook(self) -> Estimate:
        """What the review panel says."""
        items, looked = self._items()
        return estimate(items, evidence(looked))

    def look_at(self, number: int) -> Survey:
        if number not in self._looked:
            self._looked[number] = self._look_at(number)
        return self._looked[number]

    def _look_at(self, number: int) -> Survey:
        one, runs = self.recordings[number], self.runs[number]
        tracks = [one.human, *(look.track for look in runs)]
        rows = [*self.said[number], *chain.from_iterable(look.rows for look in runs)]
        names, groups = ({label.id: getattr(label, what) for label in self.labels} for what in ("name", "group"))
        curves = {look.track.id: (look.scores, CARD.decode.threshold) for look in runs}
        return survey(one.id, float(RATE), tracks, rows, self.reviewed[number], names, curves, groups)

    def _items(self) -> tuple[Queue, list[Survey]]:
        looked = [self.look_at(number) for number in range(len(self.recordings))]
        return ranked(chain.from_iterable(one.candidates for one in looked), examples(looked)), looked


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

"""A made-up project whose truth is known, and a person who reviews it: activities, the scores of a network that knows
some labels better than others, what `decode` makes of them, and judgements as the window would write them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from scipy.ndimage import gaussian_filter1d

from core.decode import DecodeSettings, decode
from core.rows import Label, Reviewed, Segment, State, Track, TrackKind, changed, new_id
from core.signal import Signal
from core.time import Span
from core.timeline.edit import Edit
from core.timeline.ops import accept, change_segment, delete
from core.timeline.review_queue import Item, Queue, Survey, examples, ranked, survey

RATE, STEP = 25, 8
NAMES = ("sit", "stand", "walk", "wave", "jump", "drink")
LABELS = tuple(Label(i + 1, name, "#336699") for i, name in enumerate(NAMES))
SURE = 0.8  # tIoU from which a person accepts a prediction as it is


@dataclass
class Reviewing:
    """One project under review. truth: per video (label id, span)."""

    truth: list[list[tuple[int, Span]]]
    signals: list[Signal]
    threshold: float
    rows: list[dict[int, Segment]] = field(default_factory=list)
    reviewed: list[list[Reviewed]] = field(default_factory=list)

    def tracks(self, video: int) -> tuple[Track, Track]:
        return Track(10 * video + 1, video, "Ann"), Track(10 * video + 2, video, "head", TrackKind.RUN, 1)

    def look(self) -> list[Survey]:
        names = dict(enumerate(NAMES, 1))
        return [
            survey(v, RATE, self.tracks(v), rows.values(), self.reviewed[v], names,
                   {self.tracks(v)[1].id: (self.signals[v], self.threshold)})
            for v, rows in enumerate(self.rows)
        ]  # fmt: skip

    def queue(self, looked: Sequence[Survey]) -> Queue:
        return ranked((one for found in looked for one in found.candidates), examples(looked))

    def apply(self, video: int, edit: Edit) -> None:
        for row in edit.removed:
            del self.rows[video][row.id]
        for row in edit.added:
            assert isinstance(row, Segment)
            self.rows[video][row.id] = row

    def judge(self, item: Item) -> None:
        """As a person does who sees the truth around an item."""
        video, segment, (human, run) = item.video_id, item.segment, self.tracks(item.video_id)
        taken = [s for s in self.rows[video].values() if s.track_id == human.id and s.state is not State.REJECTED]
        free = [
            span
            for label, span in self.truth[video]
            if label == segment.label_id and not any(s.label_id == label and s.span == span for s in taken)
        ]
        best = max(free, key=lambda span: (span.iou(segment.span), -span.start), default=None)
        if item.missed:
            there = best is not None and best.overlaps(segment.span)
            state = State.ACCEPTED if there else State.REJECTED
            span = best if there and best is not None else segment.span
            mine = changed(segment, id=new_id(), track_id=human.id, state=state, span=span)
            self.apply(video, Edit("", added=(mine,)))
        elif best is None or not best.overlaps(segment.span):
            self.apply(video, delete([segment], {run.id: run}))
        elif best.iou(segment.span) >= SURE:
            self.apply(video, accept([segment], human))
            self._fix(video, segment, best)
        else:
            self.apply(video, change_segment(segment, "", track=run, human=human, span=best))

    def _fix(self, video: int, segment: Segment, span: Span) -> None:
        """What was accepted is taken for the truth by all that counts it."""
        copy = next(row for row in self.rows[video].values() if row.origin_id == segment.id)
        self.rows[video][copy.id] = changed(copy, span=span)

    def review(self, video: int, stretch: Span) -> None:
        """From end to end: all that is there is on the person's track afterwards."""
        human = self.tracks(video)[0]
        for one in [one for one in self.queue(self.look()) if one.video_id == video and not one.missed]:
            if stretch.start <= one.segment.span.start < stretch.stop:
                self.judge(one)
        mine = {(s.label_id, s.span) for s in self.rows[video].values() if s.track_id == human.id}
        for label, span in self.truth[video]:
            if span.overlaps(stretch) and (label, span) not in mine:
                self.apply(video, Edit("", added=(Segment(new_id(), human.id, label, span),)))
        self.reviewed[video].append(Reviewed(new_id(), human.id, stretch))

    def _taken(self, video: int, one: Segment, mine: Sequence[Segment]) -> bool:
        """Half of it lies under what people say is there, or in what they reviewed."""
        there = [s.span for s in mine if s.label_id == one.label_id] + [row.span for row in self.reviewed[video]]
        frames = {
            frame for span in there for frame in range(max(span.start, one.span.start), min(span.stop, one.span.stop))
        }
        return 2 * len(frames) >= one.span.stop - one.span.start

    def f1(self) -> float:
        """The truth's word: F1 at tIoU .5 of what people stand for, and of what is predicted where it leaves room."""
        right = said = 0
        for video, rows in enumerate(self.rows):
            human, _ = self.tracks(video)
            mine = [s for s in rows.values() if s.track_id == human.id and s.state is not State.REJECTED]
            unasked = [s for s in rows.values() if s.state is State.PREDICTED and not self._taken(video, s, mine)]
            stands = [*mine, *unasked]
            stands.sort(key=lambda s: (s.track_id != human.id, -(s.score or 0)))
            free = list(self.truth[video])
            said += len(stands)
            for one in stands:
                hits = [t for t in free if t[0] == one.label_id and t[1].iou(one.span) >= 0.5]
                if hits:
                    free.remove(max(hits, key=lambda t: t[1].iou(one.span)))
                    right += 1
        return 2 * right / max(1, said + sum(map(len, self.truth)))


def made_up(seed: int, videos: int = 6, minutes: float = 6, skill: float = 3.0, threshold: float = 0.4) -> Reviewing:
    """`skill`: how far apart, in logits, scores inside and outside of an activity lie on average."""
    rng = np.random.default_rng(seed)
    steps = int(minutes * 60 * RATE / STEP)
    skills = skill + rng.normal(0, 0.8, len(NAMES))
    often = rng.dirichlet(np.full(len(NAMES), 2.0))
    made = Reviewing([], [], threshold)
    for video in range(videos):
        truth, at = [], 0
        while True:
            at += int(rng.gamma(2, 4) * RATE) + 5
            length = int(rng.gamma(3, 1.5) * RATE) + 15
            if at + length > steps * STEP:
                break
            truth.append((int(rng.choice(len(NAMES), p=often)) + 1, Span(at, at + length)))
            at += length
        inside = np.zeros((steps, len(NAMES)))
        for label, span in truth:
            heard = rng.normal(0, 0.35) + 1  # some are plainer than others
            inside[span.start // STEP : -(-span.stop // STEP), label - 1] = max(0.0, heard)
        inside = gaussian_filter1d(inside, 2.0, axis=0)
        noise = gaussian_filter1d(rng.normal(0, 1, inside.shape), 3.0, axis=0)
        logits = skills * 1.6 * inside - 0.9 * skills + 1.2 * noise / noise.std()
        values = (1 / (1 + np.exp(-logits))).astype(np.float32)
        signal = Signal(values, NAMES, STEP, 2 * STEP)
        settings = DecodeSettings(threshold=threshold, low=threshold * 0.7, smoothing=0.5, min_length=0.5)
        found = decode(signal, settings, steps * STEP + STEP, Fraction(RATE))
        run = made.tracks(video)[1]
        rows = [Segment(new_id(), run.id, NAMES.index(f.label) + 1, f.span, f.score, State.PREDICTED) for f in found]
        made.truth.append(truth)
        made.signals.append(signal)
        made.rows.append({row.id: row for row in rows})
        made.reviewed.append([])
    return made

"""Every figure of one candidate against one reference, over many videos."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.evaluation.calibration import Calibration, calibration
from core.evaluation.confusion import Confusion, confusion
from core.evaluation.curves import Curve, curves
from core.evaluation.edges import Edges, edges
from core.evaluation.footage import Footage, Places, Said
from core.evaluation.frames import Counts
from core.evaluation.matched import LabelScore, Matched, by_label, places
from core.evaluation.segments import THRESHOLDS, THUMOS, Claims, Detection, Instances, claims, detection
from core.evaluation.sequence import OVERLAPS, edit_score, f1_counts
from core.evaluation.videos import Found, classification_map, hit_at
from core.task import Progress, Task

AT = 0.5  # tIoU at which single segments are right or wrong
HITS = (1, 3)

At = Callable[[str, int], float]


@dataclass(frozen=True)
class Figures:
    """`labels`, `curves`, `edges`, `calibration` and `hits`: of segments at tIoU .5; `hits`: group label · 3 + RIGHT,
    EXTRA or MISSED (core.evaluation.matched), labels as in `confusion`. `f1`: by overlap in percent; `edit`: 0…100;
    `hit`: by k; `video_map`: of whole videos, by the best score of a label's segments. `frames`: how many counted.
    `calibration` None: there are no scores that tell one segment from another."""

    videos: int
    frames: int
    detection: Detection
    thumos: Detection
    labels: tuple[LabelScore, ...]
    f1: dict[int, Counts]
    edit: float
    video_map: float
    hit: dict[int, float]
    confusion: Confusion
    edges: Edges
    curves: tuple[Curve, ...]
    calibration: Calibration | None
    hits: Places

    @property
    def all_frames(self) -> Counts:
        """Every label's frames together."""
        return sum(self.confusion.frames.values(), Counts())

    @property
    def all_segments(self) -> LabelScore:
        """Every label's segments together; `ap`: their mean average precision."""
        right, extra, missed = (sum(getattr(one, k) for one in self.labels) for k in ("right", "extra", "missed"))
        return LabelScore("", right, extra, missed, self.thumos.mean[f"{AT:.2f}"])


@dataclass(frozen=True)
class Sides:
    """Both sides' segments of all videos, in one unit of time."""

    truth: Instances
    found: Instances


def figures(
    footage: Sequence[Footage],
    labels: Sequence[str],
    seconds: Sides,
    frames: Sides,
    thresholds: Sequence[float] = THRESHOLDS,
) -> Task[Figures]:
    """`labels`: names by the numbers that the footage has, differing in more than capitals. mAP is counted in seconds,
    as the official evaluators do, all else in frames; `seconds` and `frames` hold the same rows in the same order."""
    levels = tuple(dict.fromkeys((*thresholds, *THUMOS, AT)))
    yield Progress(text="Matching segments")
    made = claims(seconds.truth, seconds.found, levels)
    matched = Matched.at(made, levels.index(AT), frames.truth, frames.found)
    yield Progress(text="Counting segments")
    scores = by_label(matched, labels)
    stretches = {percent: f1_counts(footage, percent) for percent in OVERLAPS}
    grid = yield from confusion(footage, labels)
    edit = yield from edit_score(footage)
    video_map, hit = _of_videos(footage, labels)
    yield Progress(text="Counting segments")
    numbers = len(seconds.truth), len(seconds.found)
    return Figures(
        len(footage),
        sum(_frames(one) for one in footage),
        _at(made, thresholds, *numbers),
        _at(made, THUMOS, *numbers),
        scores,
        stretches,
        edit,
        video_map,
        hit,
        grid,
        edges(matched),
        curves(matched, scores),
        calibration(matched),
        places(matched, labels),
    )


def sides(footage: Sequence[Footage], labels: Sequence[str], at: At) -> Sides:
    """`at`: the time of a video's frame boundary. What has no score has 1."""
    truth, found = ([(one.video, one.truth) for one in footage], [(one.video, one.found) for one in footage])
    return Sides(*(Instances.of(_rows(side, labels, at)) for side in (truth, found)))


def _rows(
    side: Iterable[tuple[str, Said]], labels: Sequence[str], at: At
) -> Iterator[tuple[str, str, float, float, float]]:
    for video, said in side:
        columns = (said.label.tolist(), said.start.tolist(), said.stop.tolist(), sure(said).tolist())
        for label, start, stop, score in zip(*columns, strict=True):
            yield video, labels[label], at(video, start), at(video, stop), score


def sure(said: Said) -> np.ndarray:
    return np.where(np.isnan(said.score), 1.0, said.score)


def _frames(one: Footage) -> int:
    return int((one.reviewed[:, 1] - one.reviewed[:, 0]).sum()) if len(one.reviewed) else one.frames


def _at(made: Claims, thresholds: Sequence[float], ground_truth: int, predictions: int) -> Detection:
    rows = [made.thresholds.index(t) for t in thresholds]
    some = Claims(tuple(thresholds), made.classes, made.positives, made.order, made.label, made.claimed[rows])
    return detection(some, ground_truth, predictions)


def _of_videos(footage: Sequence[Footage], labels: Sequence[str]) -> tuple[float, dict[int, float]]:
    """(mAP, hits by k) of whole videos; those of the reference without any label cannot be hit."""
    seen = {one.video: sorted({labels[i] for i in one.truth.label.tolist()}) for one in footage}
    best: Found = {
        one.video: [(labels[i], float(sure(one.found)[one.found.label == i].max())) for i in np.unique(one.found.label)]
        for one in footage
    }
    some = {video: names for video, names in seen.items() if names}
    return classification_map(seen, best) if some else 0.0, {k: hit_at(some, best, k) for k in HITS}

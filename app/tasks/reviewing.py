"""What is worth asking people about, over all videos of a project: the review queue, and how good the timeline is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.tasks.analysis import load_scores
from core.rows import Label, Reviewed, Run, Segment, Track, Video
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.task import Progress, Task

if TYPE_CHECKING:
    from core.timeline.review_queue import Estimate, Queue, Survey

_THRESHOLD = 0.5  # of a run whose settings name none


@dataclass(frozen=True)
class Footage:
    """One video's rows. scores: of its runs by their ids, where they are at hand; else they come from the cache."""

    video: Video
    tracks: tuple[Track, ...]
    segments: Sequence[Segment]
    reviewed: tuple[Reviewed, ...]
    runs: tuple[Run, ...]
    scores: Mapping[int, Signal] = field(default_factory=dict)


@dataclass(frozen=True)
class Looked:
    """surveys: of all videos, by their ids; queue, known: None while more videos are to be looked over first."""

    surveys: Mapping[int, Survey]
    queue: Queue | None = None
    known: Estimate | None = None


def footage(project: Project, video: Video) -> Footage:
    """For the thread that owns the project."""
    tracks = tuple(project.tracks(video.id))
    reviewed = tuple(row for track in tracks for row in project.reviewed(track.id))
    return Footage(video, tracks, project.segments(video_id=video.id), reviewed, tuple(project.runs(video.id)))


def look_over(
    given: Sequence[Footage],
    before: Mapping[int, Survey],
    labels: Sequence[Label],
    whole: bool = True,
    cache: ArrayCache | None = None,
) -> Task[Looked]:
    """Reads `given` anew and keeps what is known of other videos. Not `whole`: more follows, so nothing is sorted
    yet."""
    yield Progress(text="Looking for what to review")
    from core.timeline.review_queue import estimate, evidence, examples, ranked, survey

    surveys = dict(before)
    names, groups = {row.id: row.name for row in labels}, {row.id: row.group for row in labels}
    for done, one in enumerate(given):
        yield Progress(done, len(given), "Looking for what to review")
        curves = {}
        for track in one.tracks:
            run = next((run for run in one.runs if run.id == track.run_id), None)
            if run is None:
                continue
            signal = one.scores.get(run.id)
            if signal is None:
                _, signal = yield from load_scores(run, cache)
            if signal is not None:
                curves[track.id] = (signal, _threshold(run))
        rate = float(one.video.rate)
        # a run without a checkpoint learned nothing from this project
        learned = {run.id for run in one.runs if run.checkpoint_id is not None}
        taught = {track.id for track in one.tracks if track.run_id in learned}
        rows = one.tracks, one.segments, one.reviewed
        surveys[one.video.id] = survey(one.video.id, rate, *rows, names, curves, groups, taught)
    if not whole:
        return Looked(surveys)
    yield Progress(text="Looking for what to review")
    queue = ranked((row for one in surveys.values() for row in one.candidates), examples(surveys.values()))
    yield Progress(text="Looking for what to review")
    return Looked(surveys, queue, estimate(queue, evidence(surveys.values())))


def _threshold(run: Run) -> float:
    value = json.loads(run.settings).get("threshold")
    return float(value) if isinstance(value, int | float) else _THRESHOLD

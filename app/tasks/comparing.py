"""A run of a project against a track that people made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.tasks.annotations import clock_of
from core.errors import UserError
from core.evaluation import frames
from core.evaluation.frames import Counts
from core.evaluation.segments import Detection, Instances, evaluate
from core.rows import Run, Segment, State, Track, TrackKind, Video
from core.storage.project import Project
from core.time import Clock, Span


@dataclass(frozen=True)
class Pair:
    """One video's predictions and truth, as (label, span, score). Where `reviewed` is not empty, nobody has said what
    is outside it."""

    video: Video
    clock: Clock
    found: tuple[tuple[str, Span, float], ...]
    truth: tuple[tuple[str, Span, float], ...]
    reviewed: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Compared:
    detection: Detection
    frames: dict[str, Counts]
    videos: int


def opened_tracks(path: Path, run: str, reference: str) -> list[Pair]:
    """Reads what is to be compared; raises UserError where the project, the run or the track is not there."""
    with Project.open(path, create=False) as project:
        videos = {video.id: video for video in project.videos()}
        tracks, labels = project.tracks(), {label.id: label.name for label in project.labels()}
        named = {track.video_id: track for track in tracks if reference in (track.name, str(track.id))}
        if not named:
            names = (
                ", ".join(dict.fromkeys(t.name for t in tracks if t.kind is TrackKind.HUMAN)) or "no human track yet"
            )
            raise UserError(f"There is no track “{reference}” in {path.name}; there is {names}.")
        found = _runs(project.runs(), tracks, run)
        both = [video_id for video_id in videos if video_id in named and video_id in found]
        if not both:
            raise UserError(f"No video of {path.name} has both a run “{run}” and a track “{reference}”.")

        def said(track: Track) -> tuple[tuple[str, Span, float], ...]:
            rows = [row for row in project.segments(track_id=track.id) if _counts(row, track)]
            return tuple((labels[s.label_id], s.span, 1.0 if s.score is None else s.score) for s in rows)

        pairs = []
        for video_id in both:
            video, truth = videos[video_id], named[video_id]
            reviewed = tuple(row.span for row in project.reviewed(truth.id))
            clock = _clock(project, video)
            pairs.append(Pair(video, clock, said(found[video_id]), said(truth), reviewed))
        return pairs


def _counts(segment: Segment, track: Track) -> bool:
    """What a network said stays its word, whatever people made of it; what people rejected themselves is gone."""
    return track.kind is TrackKind.RUN or segment.state is not State.REJECTED


def _clock(project: Project, video: Video) -> Clock:
    try:
        return clock_of(video, project.resolve(video))
    except UserError:
        return clock_of(video, None)


def _runs(runs: list[Run], tracks: list[Track], name: str) -> dict[int, Track]:
    """Video id → the newest run's track that goes by that name."""
    by_run = {track.run_id: track for track in tracks if track.run_id is not None}
    found = {}
    for run in sorted(runs, key=lambda row: row.id):
        track = by_run.get(run.id)
        if track is not None and name in (track.name, run.model, str(run.id)):
            found[run.video_id] = track
    if not found:
        names = ", ".join(dict.fromkeys(by_run[run.id].name for run in runs if run.id in by_run)) or "no run yet"
        raise UserError(f"There is no run “{name}” in this project; there is {names}.")
    return found


def compare(pairs: list[Pair]) -> Compared:
    """Detection scores over all videos, and frame by frame per label. Only what lies in reviewed spans counts, where a
    video has any: predictions whose middle is elsewhere are left out."""
    truth, found = [], []
    totals: dict[str, Counts] = {}
    for pair in pairs:
        kept = [one for one in pair.found if _known(one[1], pair.reviewed)]
        truth += [_row(pair, one) for one in pair.truth]
        found += [_row(pair, one) for one in kept]
        counts = frames.compare(pair.clock.frames, _spans(pair.truth), _spans(pair.found), pair.reviewed)
        for label, number in counts.items():
            totals[label] = totals.get(label, Counts()) + number
    return Compared(evaluate(Instances.of(truth), Instances.of(found)), totals, len(pairs))


def _known(span: Span, reviewed: tuple[Span, ...]) -> bool:
    middle = (span.start + span.stop - 1) // 2
    return not reviewed or any(middle in one for one in reviewed)


def _row(pair: Pair, one: tuple[str, Span, float]) -> tuple[str, str, float, float, float]:
    label, span, score = one
    return str(pair.video.id), label, pair.clock.seconds(span.start), pair.clock.seconds(span.stop), score


def _spans(rows: tuple[tuple[str, Span, float], ...]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for label, span, _ in rows:
        spans.setdefault(label, []).append(span)
    return spans

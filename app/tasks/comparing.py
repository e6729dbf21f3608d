"""What can be measured in a project, and against what: reads the rows that a measurement needs, as values."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np

from app.tasks.analysis import named_form
from app.tasks.versions import learned_name
from core.errors import UserError
from core.rows import Checkpoint, Reviewed, Run, Segment, State, Track, TrackKind, Video
from core.storage.project import Project
from core.timeline.disagreement import union

Kind = Literal["run", "human"]


@dataclass(frozen=True)
class Candidate:
    """A name under which a project holds answers for its videos: a run, a checkpoint's runs, or a person's tracks.
    `key`: tells it apart, also from another of the same name; `tracks`: by video id, of runs the newest."""

    key: str
    name: str
    kind: Kind
    tracks: dict[int, Track] = field(compare=False)
    also: tuple[str, ...] = ()  # other names that it goes by


@dataclass(frozen=True)
class Side:
    """What one candidate says: segments by video id; `reviewed` int64 [n, 2] by video id, where there is any."""

    name: str
    kind: Kind
    segments: dict[int, tuple[Segment, ...]]
    reviewed: dict[int, np.ndarray]


@dataclass(frozen=True)
class Material:
    """`labels`: names by id, in the project's order; `paths`: of the videos whose files are there."""

    videos: tuple[Video, ...]
    paths: dict[int, Path]
    labels: dict[int, str]
    truth: Side
    sides: tuple[Side, ...]


def people(project: Project) -> tuple[Candidate, ...]:
    """Everybody's tracks by their name, those of most videos first."""
    named: dict[str, dict[int, Track]] = {}
    for track in project.tracks():
        if track.kind is TrackKind.HUMAN:
            named.setdefault(track.name, {}).setdefault(track.video_id, track)
    found = [Candidate(f"human:{name}", name, "human", tracks) for name, tracks in named.items()]
    return tuple(sorted(found, key=lambda one: -len(one.tracks)))


def runs(project: Project) -> tuple[Candidate, ...]:
    """By network, its form and checkpoint, the newest first; then by the name of the track, where that says something
    else."""
    checkpoints = {row.id: row for row in project.checkpoints()}
    by_run = {track.run_id: track for track in project.tracks() if track.run_id is not None}
    groups: dict[tuple[str, int | None], list[Run]] = {}  # by network with its form, and checkpoint
    named: dict[str, list[Run]] = {}
    for run in sorted(project.runs(), key=lambda row: row.id):
        if run.id in by_run:
            form = str(json.loads(run.settings).get("form", ""))
            groups.setdefault((named_form(run.model, form), run.checkpoint_id), []).append(run)
            named.setdefault(by_run[run.id].name, []).append(run)
    whole = [
        _group(model, checkpoints.get(i or 0), rows, by_run, learned_name(project, rows[0]))
        for (model, i), rows in groups.items()
    ]
    whole.sort(key=lambda one: -max(track.run_id or 0 for track in one.tracks.values()))
    there = [one.tracks for one in whole]
    single = [Candidate(f"run:{name}", name, "run", _newest(rows, by_run)) for name, rows in named.items()]
    return (*whole, *(one for one in single if one.tracks not in there))


def _group(
    model: str, checkpoint: Checkpoint | None, rows: list[Run], by_run: dict[int, Track], learned: str
) -> Candidate:
    name = f"{model} · {checkpoint.name}" if checkpoint else model
    if {learned} == {by_run[run.id].name for run in rows}:  # its tracks are called so
        name = learned
    others = (checkpoint.name, str(checkpoint.id)) if checkpoint else ()
    key = f"checkpoint:{checkpoint.id}" if checkpoint else f"model:{model}"
    return Candidate(key, name, "run", _newest(rows, by_run), others)


def _newest(rows: list[Run], by_run: dict[int, Track]) -> dict[int, Track]:
    return {run.video_id: by_run[run.id] for run in rows}


def run_named(project: Project, name: str) -> Candidate:
    """A run by its track's name, its model's name or its id, or the runs of a checkpoint by its name or id; of several
    runs of one video the newest. Raises UserError."""
    known = runs(project)
    for one in known:
        if name in (one.key, *one.also):
            return one
    by_run = {track.run_id: track for track in project.tracks() if track.run_id is not None}
    found = {}
    for run in sorted(project.runs(), key=lambda row: row.id):
        if run.id in by_run and name in (by_run[run.id].name, run.model, str(run.id)):
            found[run.video_id] = by_run[run.id]
    if not found:
        names = ", ".join(dict.fromkeys(track.name for track in by_run.values())) or "no run yet"
        raise UserError(f"There is no run “{name}” in this project; there is {names}.")
    return Candidate(f"run:{name}", name, "run", found)


def person_named(project: Project, name: str) -> Candidate:
    """A track by its name or its id; also a run's, which a reference may be. Raises UserError."""
    tracks = project.tracks()
    found = {track.video_id: track for track in tracks if name in (track.name, str(track.id))}
    if not found:
        names = ", ".join(dict.fromkeys(t.name for t in tracks if t.kind is TrackKind.HUMAN)) or "no human track yet"
        raise UserError(f"There is no track “{name}” in {project.path.name}; there is {names}.")
    kind: Kind = "human" if any(track.kind is TrackKind.HUMAN for track in found.values()) else "run"
    return Candidate(f"human:{name}", name, kind, found)


def measurable(project: Project, reference: Candidate, candidates: Sequence[Candidate]) -> Material:
    """For the thread that owns the project. Raises UserError where nothing can be compared."""
    if not candidates:
        raise UserError("There is nothing to measure yet; choose a run, or another person's track.")
    looked: dict[int, list[Reviewed]] = {}
    for row in project.reviewed():
        looked.setdefault(row.track_id, []).append(row)
    videos = tuple(project.videos())
    paths = {}
    for video in videos:
        try:
            paths[video.id] = project.resolve(video)
        except UserError:
            continue  # what people and networks said of it is worth as much without the file
    labels = {label.id: label.name for label in project.labels()}
    truth, *sides = (_side(project, one, looked) for one in (reference, *candidates))
    return Material(videos, paths, labels, truth, tuple(sides))


def _side(project: Project, one: Candidate, looked: dict[int, list[Reviewed]]) -> Side:
    segments = {
        video_id: tuple(row for row in project.segments(track_id=track.id) if _counts(row, track))
        for video_id, track in one.tracks.items()
    }
    reviewed = {
        video_id: union(np.array([(row.span.start, row.span.stop) for row in looked[track.id]], np.int64))
        for video_id, track in one.tracks.items()
        if track.id in looked
    }
    return Side(one.name, one.kind, segments, reviewed)


def _counts(segment: Segment, track: Track) -> bool:
    """What a network said stays its word, whatever people made of it; what people rejected themselves is gone."""
    return track.kind is TrackKind.RUN or segment.state is not State.REJECTED


def opened(path: Path, run_names: Sequence[str], reference: str, people_names: Sequence[str] = ()) -> Material:
    """Reads what is to be compared; raises UserError where the project, a run or a track is not there."""
    with Project.open(path, create=False) as project:
        truth = person_named(project, reference)
        sides = [*(run_named(project, name) for name in run_names), *(person_named(project, n) for n in people_names)]
        for one in sides:
            if not set(one.tracks) & set(truth.tracks):
                said = "run" if one.kind == "run" else "track"
                raise UserError(f"No video of {path.name} has both a {said} “{one.name}” and a track “{reference}”.")
        return measurable(project, truth, sides)

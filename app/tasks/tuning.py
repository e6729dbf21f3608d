"""One button for the settings of every label: tuned on reviewed videos, used for all runs of the same weights.

The settings live in the runs: a run that is made with the same weights later begins with those of the newest that has
some of its labels' own, and undoing the Edit forgets them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from app.tasks.analysis import groups_of, load_scores, new_labels, redecode
from core.decode import DecodeSettings, Found
from core.errors import UserError
from core.evaluation.reference import Reference, references
from core.rows import Run, Segment, Track, Video, changed
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.task import Progress, Task
from core.timeline import ops
from core.timeline.edit import Edit
from core.timeline.query import SegmentTable
from core.tuning import Footage, Tuning, tune

_GONE = "The scores of this run are not cached any more; find activities again before you change how strict it is."


@dataclass(frozen=True)
class Scored:
    """One video's run, and what people said of the video."""

    run: Run
    video: Video
    references: Mapping[str, Reference]


@dataclass(frozen=True)
class Tunable:
    """The newest runs with the weights of `run`, one a video. on: the ids of the videos to tune on; apart: whether
    those are what the training of the weights kept apart."""

    run: Run
    runs: tuple[Scored, ...]
    on: frozenset[int]
    apart: bool

    @property
    def settings(self) -> DecodeSettings:
        return DecodeSettings.read(json.loads(self.run.settings))


@dataclass(frozen=True)
class Redecoded:
    """What runs hold under other settings. missing: the names of videos whose scores are gone. tuning: how the settings
    were found, None where a person chose them."""

    settings: DecodeSettings
    found: tuple[tuple[Scored, tuple[Found, ...]], ...]
    missing: tuple[str, ...]
    tuning: Tuning | None = None


def tunable(project: Project, run_id: int, said: bool = True) -> Tunable:
    """Reads runs and what people said. For the thread that owns the project. Raises UserError where nothing is known of
    any of the videos; without `said` that is not asked for."""
    runs = {row.id: row for row in project.runs()}
    if run_id not in runs:
        raise UserError("This run is not in the project any more; choose another.")
    chosen = runs[run_id]
    newest = {row.video_id: row for row in runs.values() if _weights(row) == _weights(chosen)}
    newest[chosen.video_id] = chosen
    scored = tuple(
        Scored(newest[video.id], video, _references(project, video) if said else {})
        for video in project.videos()
        if video.id in newest
    )
    told = frozenset(one.video.id for one in scored if one.references)
    if said and not told:
        raise UserError(
            "Nobody has said yet what is in these videos: accept, correct or draw segments, and mark what you looked "
            "at as reviewed."
        )
    names = _kept_apart(project, chosen)
    apart = frozenset(one.video.id for one in scored if one.video.fingerprint in names) & told
    return Tunable(chosen, scored, apart or told, bool(apart))


def _weights(run: Run) -> tuple[object, ...]:
    settings = json.loads(run.settings)
    return run.model, run.checkpoint_id, settings.get("form"), settings.get("weights")


def _kept_apart(project: Project, run: Run) -> set[str]:
    """Fingerprints of the videos that the weights were not learned from."""
    row = next((one for one in project.checkpoints() if one.id == run.checkpoint_id), None)
    names = json.loads(row.settings).get("apart") if row else None
    return set(map(str, names)) if isinstance(names, list) else set()


def _references(project: Project, video: Video) -> dict[str, Reference]:
    cells: dict[tuple[int, int], list[Segment]] = defaultdict(list)
    for row in project.segments(video_id=video.id):
        cells[row.track_id, row.label_id].append(row)
    tables = {cell: SegmentTable.of(rows) for cell, rows in cells.items()}
    tracks = project.tracks(video.id)
    reviewed = [row for track in tracks for row in project.reviewed(track.id)]
    return references(project.labels(), tracks, tables, reviewed)


def tune_runs(given: Tunable, cache: ArrayCache | None = None) -> Task[Redecoded]:
    """Finds each label's settings and what all runs hold under them. Raises UserError where the scores are gone."""
    signals, missing = yield from _signals(given, cache)
    footage = [
        Footage(signals[one.run.id], one.video.frames, one.video.rate, one.references)
        for one in given.runs
        if one.video.id in given.on and one.run.id in signals
    ]
    if not footage:
        raise UserError(_GONE)
    tuning = yield from tune(footage, given.settings, groups_of(given.run))
    if not tuning.labels:
        raise UserError("None of the labels that people used is one that this network finds; there is nothing to tune.")
    found = yield from _decoded(given, signals, tuning.settings)
    return Redecoded(tuning.settings, found, missing, tuning)


def redecode_all(given: Tunable, settings: DecodeSettings, cache: ArrayCache | None = None) -> Task[Redecoded]:
    """What all runs hold under settings that a person chose. Raises UserError where the scores are gone."""
    signals, missing = yield from _signals(given, cache)
    if not signals:
        raise UserError(_GONE)
    return Redecoded(settings, (yield from _decoded(given, signals, settings)), missing)


def _signals(given: Tunable, cache: ArrayCache | None) -> Task[tuple[dict[int, Signal], tuple[str, ...]]]:
    """The scores by run id, and the names of the videos that have none any more."""
    signals, missing = {}, []
    for one in given.runs:
        _, signal = yield from load_scores(one.run, cache)
        if signal is None:
            missing.append(Path(one.video.path).name)
        else:
            signals[one.run.id] = signal
    return signals, tuple(missing)


def _decoded(
    given: Tunable, signals: Mapping[int, Signal], settings: DecodeSettings
) -> Task[tuple[tuple[Scored, tuple[Found, ...]], ...]]:
    found = []
    for one in given.runs:
        yield Progress(text=Path(one.video.path).name)
        if one.run.id in signals:
            found.append((one, redecode(signals[one.run.id], settings, one.run, one.video).found))
    return tuple(found)


def redecoded_edit(project: Project, given: Redecoded, text: str = "Tune settings") -> Edit:
    """All runs under the new settings, with people's judgements kept; runs that are gone meanwhile are left out. For
    the thread that owns the project."""
    labels = {label.name: label for label in project.labels()}
    names = dict.fromkeys(one.label for _, found in given.found for one in found if one.label not in labels)
    new = new_labels(names, labels.values())
    labels |= {label.name: label for label in new}
    runs = {row.id: row for row in project.runs()}
    tracks = {track.run_id: track for track in project.tracks() if track.run_id is not None}
    removed: list[Run | Segment] = []
    added: list[Run | Segment] = []
    for one, found in given.found:
        run, track = runs.get(one.run.id), tracks.get(one.run.id)
        if run is None or track is None:
            continue
        row = changed(run, settings=json.dumps({**json.loads(run.settings), **asdict(given.settings)}))
        old = project.segments(track_id=track.id)
        spans = [(labels[f.label].id, f.span, f.score) for f in found]
        gone, come = _difference(track, old, ops.redecoded(track, old, spans))
        if row != run or gone or come:
            removed += [run, *gone]
            added += [row, *come]
    return Edit(text, tuple(removed), (*new, *added) if removed else ())


def _difference(track: Track, old: list[Segment], new: list[Segment]) -> tuple[list[Segment], list[Segment]]:
    stay = set(old) & set(new)
    return [row for row in old if row not in stay], [row for row in new if row not in stay]


def remembered(project: Project, model: str, checkpoint: Path | None) -> DecodeSettings | None:
    """What was tuned for these weights; None where nothing was. checkpoint: None for the network's own asset. For the
    thread that owns the project."""
    ids: set[int | None] = {None}
    if checkpoint is not None:
        here = {project.relative(checkpoint), str(checkpoint)}
        ids = {row.id for row in project.checkpoints() if row.model == model and row.path in here}
    for run in reversed(project.runs()):
        if run.model == model and run.checkpoint_id in ids:
            settings = DecodeSettings.read(json.loads(run.settings))
            if settings.own:
                return settings
    return None

"""A network looks at a video, and what it found becomes a run of the project."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.tasks.versions import MODEL, learned_name, with_judgements
from core.decode import DecodeSettings, Found, decode, video_labels
from core.palette import next_color
from core.rows import Checkpoint, Label, Run, Segment, State, Track, TrackKind, Video, new_id, now_ms
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.task import Progress, Task
from core.timeline.edit import Edit

if TYPE_CHECKING:
    from models.checkpoint import Weights


@dataclass(frozen=True)
class Used:
    """The weights of an analysis. file: the checkpoint (None: an asset); settings, metrics: JSON values. groups: label
    → exclusive group, of weights that were learned with such."""

    form: str
    digest: str
    labels: tuple[str, ...]
    file: Path | None
    settings: Mapping[str, object]
    metrics: object

    @property
    def groups(self) -> dict[str, str] | None:
        names = self.settings.get("groups")
        told = isinstance(names, list) and len(names) == len(self.labels) and any(names)
        return dict(zip(self.labels, names, strict=True)) if told and isinstance(names, list) else None


@dataclass(frozen=True)
class Analysis:
    """What one network found in one video; `commit` makes rows of it. `scores_key` finds the scores in the cache."""

    video_id: int
    model: str
    settings: DecodeSettings
    found: tuple[Found, ...]
    top: tuple[tuple[str, float], ...]
    frames: int
    scores_key: str
    device: str
    seconds: float
    used: Used | None = None


def analyze(
    path: Path,
    video: Video,
    model: str,
    settings: DecodeSettings | None = None,
    *,
    device: str = "auto",
    cache: ArrayCache | None = None,
    checkpoint: Path | None = None,
) -> Task[Analysis]:
    """Runs the network called `model` over a video and decodes its scores; `settings` None: what suits the network;
    `checkpoint`: other weights than its own. Scores come from the cache where they are known. Raises UserError."""
    yield Progress(text=f"Opening {path.name}")
    from core.video.pictures import Undecodable
    from core.video.source import open_video
    from core.video.verify import verify
    from models.cards import card as named
    from models.predict import predict

    started, cache = time.perf_counter(), cache or ArrayCache()
    card = named(model)
    chosen = settings or card.decode
    try:
        with open_video(path) as source:
            prediction = yield from predict(card, source, device=device, cache=cache, checkpoint=checkpoint)
    except Undecodable:  # the index promised a frame that is damaged; once every frame was tried, it does not
        yield from verify(path)
        with open_video(path) as source:
            prediction = yield from predict(card, source, device=device, cache=cache, checkpoint=checkpoint)
    frames, rate = min(source.info.frames, video.frames), source.info.fps
    keep_names(cache, prediction.key, prediction.signal)
    used = _used(prediction.weights)
    found = tuple(decode(prediction.signal, chosen, frames, rate, used.groups))
    seconds = time.perf_counter() - started
    top = tuple(prediction.top[:5])
    return Analysis(video.id, model, chosen, found, top, frames, prediction.key, prediction.device, seconds, used)


def _used(weights: Weights) -> Used:
    notes = dict(weights.notes)
    metrics = notes.pop("metrics", {})
    clip = json.loads(weights.clip.to_json()) if weights.clip else None
    settings = {"form": weights.variant, "clip": clip, **notes}
    return Used(weights.variant, weights.digest, weights.labels, weights.file, settings, metrics)


def keep_names(cache: ArrayCache, key: str, signal: Signal) -> None:
    """What the cached scores do not say themselves, so that they can be shown later without loading a network."""
    names = ArrayCache.key(names=key)
    if cache.get(names) is None:
        cache.put(names, channels=np.array(signal.channels), time=np.array([signal.step, signal.window, signal.start]))


def groups_of(run: Run) -> dict[str, str] | None:
    """Label → exclusive group, where the run's weights were learned with such."""
    found = json.loads(run.settings).get("groups")
    return dict(found) if isinstance(found, dict) else None


def redecode(signal: Signal, settings: DecodeSettings, run: Run, video: Video) -> Analysis:
    """The same scores under other settings, at once: no network is asked."""
    found = tuple(decode(signal, settings, video.frames, video.rate, groups_of(run)))
    top = tuple(video_labels(signal, 5, settings.background))
    return Analysis(video.id, run.model, settings, found, top, video.frames, run.scores_key, run.device, 0.0)


def load_scores(run: Run, cache: ArrayCache | None = None) -> Task[tuple[Run, Signal | None]]:
    """The scores that a run was decoded from; None where the cache has let them go."""
    yield Progress(text="Scores")
    cache = cache or ArrayCache()
    scores = cache.get(run.scores_key, only="scores") if run.scores_key else None
    names = cache.get(ArrayCache.key(names=run.scores_key))
    if scores is None or names is None:
        return run, None
    step, window, start = (int(number) for number in names["time"])
    channels = tuple(str(name) for name in names["channels"])
    return run, Signal(scores["scores"].astype(np.float32), channels, step, window, start)


def commit(project: Project, analysis: Analysis) -> int:
    """Adds the run with its track, segments and the labels that were missing; returns how many segments it has. For
    the thread that owns the project."""
    labels = {label.name: label for label in project.labels()}
    wanted = [found.label for found in analysis.found]
    if analysis.used and len(analysis.used.labels) == 1:  # "surprise": its curve is shown whatever was found
        wanted += analysis.used.labels
    names = dict.fromkeys(name for name in wanted if name not in labels)
    new = new_labels(names, labels.values())
    project.apply(Edit("Add labels" if len(new) > 1 else "Add label", added=new))
    labels |= {label.name: label for label in new}
    used = analysis.used
    settings = dataclasses.asdict(analysis.settings)
    if used:
        settings |= {"form": used.form, "weights": used.digest}
        settings |= {"groups": used.groups} if used.groups else {}
    run = Run(
        new_id(),
        analysis.video_id,
        analysis.model,
        _registered(project, analysis.model, used) if used and used.file else None,
        json.dumps(settings),
        analysis.scores_key,
        now_ms(),
        device=analysis.device,
        seconds=analysis.seconds,
        top_labels=analysis.top,
    )
    tracks = project.tracks(analysis.video_id)
    earlier = [one for one in project.runs(analysis.video_id) if one.model == run.model == MODEL]
    before = earlier[-1] if earlier else None  # what is compared stands together, the newer above
    name = learned_name(project, run) or named_form(analysis.model, used.form if used else "")
    name = _free(name, {track.name for track in tracks})
    place = next((track.position for track in tracks if before and track.run_id == before.id), len(tracks))
    track = Track(new_id(), analysis.video_id, name, TrackKind.RUN, run.id, place)
    segments = [
        Segment(new_id(), track.id, labels[found.label].id, found.span, found.score, State.PREDICTED)
        for found in analysis.found
    ]
    if run.checkpoint_id is not None:  # learned from what people said: what they have said is not asked again
        segments = with_judgements(project, run.video_id, segments)
    project.add_run(run, track, segments)
    return len(segments)


def _registered(project: Project, model: str, used: Used) -> int:
    """The row of the checkpoint that a run was made with, added where the project has none."""
    assert used.file is not None
    for row in project.checkpoints():
        if (row.model, row.digest) == (model, used.digest):
            return row.id
    row = Checkpoint(
        new_id(),
        model,
        used.file.stem,
        project.relative(used.file),
        used.digest,
        None,
        None,
        used.labels,
        json.dumps(used.settings),
        json.dumps(used.metrics),
        now_ms(),
    )
    project.add_checkpoint(row)
    return row.id


def named_form(model: str, form: str) -> str:
    """`i3d`, or `mobahi2009 small`: other forms than the paper's are always told apart."""
    return model if form in ("", "paper") else f"{model} {form}"


def new_labels(names: Iterable[str], existing: Iterable[Label]) -> tuple[Label, ...]:
    """A label for each name, in colours that are used least so far, with a free digit as its key while there is one."""
    there = list(existing)
    taken = {label.key for label in there}
    keys = (digit for digit in "123456789" if digit not in taken)
    made: list[Label] = []
    for name in names:
        color = next_color(label.color for label in (*there, *made))
        made.append(Label(new_id(), name, color, next(keys, ""), position=len(there) + len(made)))
    return tuple(made)


def _free(name: str, taken: Iterable[str]) -> str:
    """`i3d`, then `i3d 2`, `i3d 3` …: tracks of one video are told apart by name in files."""
    used = set(taken)
    number = 1
    while (candidate := name if number == 1 else f"{name} {number}") in used:
        number += 1
    return candidate

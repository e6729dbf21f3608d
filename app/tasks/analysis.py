"""A network looks at a video, and what it found becomes a run of the project."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.decode import DecodeSettings, Found, decode, video_labels
from core.errors import MissingAsset, UserError
from core.palette import next_color
from core.rows import Label, Run, Segment, State, Track, TrackKind, Video, new_id, now_ms
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.task import Progress, Task
from core.timeline.edit import Edit


@dataclass(frozen=True)
class ModelChoice:
    """What people are told of a network before they use it; `missing` is the sentence that says how to get its
    weights, where they are not here."""

    name: str
    title: str
    paper: str
    defaults: DecodeSettings
    missing: str = ""


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


def networks(device: str = "auto") -> Task[tuple[list[ModelChoice], str]]:
    """`model_choices` and `device_badge` for a window, which must not wait while PyTorch is imported."""
    yield Progress(text="Looking for networks")
    return model_choices(), device_badge(device)


def model_choices() -> list[ModelChoice]:
    """The networks that give scores; the first is the one to begin with."""
    from core import assets
    from models.cards import CARDS

    def missing(weights: str) -> str:
        try:
            assets.path(weights)
        except MissingAsset as error:
            return str(error)
        return ""

    return [
        ModelChoice(card.name, card.title, card.paper, card.decode, missing(card.weights) if card.weights else "")
        for card in CARDS
        if "scores" in card.gives
    ]


def device_badge(name: str = "auto") -> str:
    """What a network would run on, as people call it."""
    from models import device

    return device.choose(name).badge()


def analyze(
    path: Path,
    video: Video,
    model: str,
    settings: DecodeSettings | None = None,
    *,
    device: str = "auto",
    cache: ArrayCache | None = None,
) -> Task[Analysis]:
    """Runs the network called `model` over a video and decodes its scores; `settings` None: what suits the network.
    Scores come from the cache where they are known. Raises UserError."""
    yield Progress(text=f"Opening {path.name}")
    from core.video.pictures import Undecodable
    from core.video.source import open_video
    from core.video.verify import verify
    from models.cards import card as named
    from models.predict import predict

    started, cache = time.perf_counter(), cache or ArrayCache()
    card = named(model)
    if "scores" not in card.gives:
        raise UserError(f"“{model}” gives no scores of activities; choose another model.")
    chosen = settings or card.decode
    try:
        with open_video(path) as source:
            prediction = yield from predict(card, source, device=device, cache=cache)
    except Undecodable:  # the index promised a frame that is damaged; once every frame was tried, it does not
        yield from verify(path)
        with open_video(path) as source:
            prediction = yield from predict(card, source, device=device, cache=cache)
    frames, rate = min(source.info.frames, video.frames), source.info.fps
    _keep_names(cache, prediction.key, prediction.signal)
    found = tuple(decode(prediction.signal, chosen, frames, rate))
    seconds = time.perf_counter() - started
    top = tuple(prediction.top[:5])
    return Analysis(video.id, model, chosen, found, top, frames, prediction.key, prediction.device, seconds)


def _keep_names(cache: ArrayCache, key: str, signal: Signal) -> None:
    """What the cached scores do not say themselves, so that they can be shown later without loading a network."""
    names = ArrayCache.key(names=key)
    if cache.get(names) is None:
        cache.put(names, channels=np.array(signal.channels), time=np.array([signal.step, signal.window, signal.start]))


def redecode(signal: Signal, settings: DecodeSettings, run: Run, video: Video) -> Analysis:
    """The same scores under other settings, at once: no network is asked."""
    found = tuple(decode(signal, settings, video.frames, video.rate))
    top = tuple(video_labels(signal, 5, settings.background))
    return Analysis(video.id, run.model, settings, found, top, video.frames, run.scores_key, run.device, 0.0)


def load_scores(run: Run, cache: ArrayCache | None = None) -> Task[tuple[Run, Signal | None]]:
    """The scores that a run was decoded from; None where the cache has let them go."""
    yield Progress(text="Scores")
    cache = cache or ArrayCache()
    scores = cache.get(run.scores_key) if run.scores_key else None
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
    names = dict.fromkeys(found.label for found in analysis.found if found.label not in labels)
    new = new_labels(names, labels.values())
    project.apply(Edit("Add labels" if len(new) > 1 else "Add label", added=new))
    labels |= {label.name: label for label in new}
    run = Run(
        new_id(),
        analysis.video_id,
        analysis.model,
        None,
        json.dumps(dataclasses.asdict(analysis.settings)),
        analysis.scores_key,
        now_ms(),
        device=analysis.device,
        seconds=analysis.seconds,
        top_labels=analysis.top,
    )
    tracks = project.tracks(analysis.video_id)
    name = _free(analysis.model, {track.name for track in tracks})
    track = Track(new_id(), analysis.video_id, name, TrackKind.RUN, run.id, len(tracks))
    segments = [
        Segment(new_id(), track.id, labels[found.label].id, found.span, found.score, State.PREDICTED)
        for found in analysis.found
    ]
    project.add_run(run, track, segments)
    return len(segments)


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

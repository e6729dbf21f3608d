"""“Find similar moments”: which videos have features of one network, searching them, and computing those that lack."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.errors import UserError
from core.rows import Run, Video
from core.storage.arrays import ArrayCache
from core.task import Progress, Task
from core.time import Span
from core.timeline.similar import Embedded, Moment, centre, find

if TYPE_CHECKING:
    from models.card import ModelCard
    from models.predict import Prediction

WANTED = 60  # moments listed
_SAMPLE = 64  # videos that the mean of all features is taken from


@dataclass(frozen=True)
class Query:
    """A span of a video, among `videos`, which have these runs. network: whose features are compared ("": those that
    most videos have)."""

    video_id: int
    span: Span
    videos: tuple[Video, ...]
    runs: tuple[Run, ...]
    network: str = ""


@dataclass(frozen=True)
class Similar:
    """moments: best first. networks: those whose features the query's video has, with how many videos have them.
    lacking: the ids of the videos that have none of `network` ("": the query's own has none of any)."""

    query: Query
    moments: tuple[Moment, ...] = ()
    network: str = ""
    networks: tuple[tuple[str, int], ...] = ()
    lacking: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Network:
    """Features can be compared where network, form and weights are the same."""

    model: str
    form: str
    digest: str

    @property
    def name(self) -> str:
        return self.model if self.form in ("", "paper") else f"{self.model} {self.form}"


_Keys = dict[_Network, dict[int, str]]  # by video id: where the features are in the cache


def find_similar(query: Query, cache: ArrayCache | None = None, wanted: int = WANTED) -> Task[Similar]:
    """Looks through every video that has features of the network; what the cache has let go counts as lacking."""
    yield Progress(text="Looking for features")
    cache = cache or ArrayCache()
    keys = yield from _keys(query, cache)
    mine = {network: found for network, found in keys.items() if query.video_id in found}
    chosen = _chosen(mine, query.network)
    if chosen is None:
        return Similar(query, lacking=tuple(video.id for video in query.videos))
    found, videos = mine[chosen], {video.id: video for video in query.videos}
    order = [query.video_id, *(i for i in found if i != query.video_id)]
    own = _embedded(cache, videos[query.video_id], chosen, found[query.video_id])
    if own is None:
        return Similar(query, lacking=tuple(videos))
    gone: set[int] = set()

    def each(ids: Sequence[int]) -> Iterator[Embedded]:
        for video_id in ids:
            loaded = own if video_id == query.video_id else _embedded(cache, videos[video_id], chosen, found[video_id])
            if loaded is None or loaded.features.shape[1] != own.features.shape[1]:
                gone.add(video_id)
            else:
                yield loaded

    mean = centre(each(order[:: max(1, len(order) // _SAMPLE)]))
    moments = yield from find(own, query.span, each(order), mean, wanted)
    counts = sorted({network.name: len(ids) for network, ids in mine.items()}.items(), key=lambda one: -one[1])
    lacking = tuple(i for i in videos if i not in found or i in gone)
    return Similar(query, tuple(moments), chosen.name, tuple(counts), lacking)


def _chosen(mine: _Keys, name: str) -> _Network | None:
    """The one of that name, else the one that most videos have."""
    named = [network for network in mine if network.name == name] or list(mine)
    return max(named, key=lambda network: len(mine[network]), default=None)


def _keys(query: Query, cache: ArrayCache) -> Task[_Keys]:
    """Features that runs left in the cache, and those that were computed for nothing but this."""
    keys: _Keys = defaultdict(dict)
    ids = {video.id for video in query.videos}
    for i, run in enumerate(sorted(query.runs, key=lambda run: run.id)):  # of several the newest
        settings = json.loads(run.settings)
        if run.video_id in ids and run.scores_key and cache.has(run.scores_key):
            network = _Network(run.model, settings.get("form", ""), settings.get("weights", ""))
            keys[network][run.video_id] = run.scores_key
        if i % 100 == 0:
            yield Progress(text="Looking for features")
    for i, video in enumerate(query.videos):
        for network, key in _noted(cache, video).items():
            if video.id not in keys[network] and cache.has(key):
                keys[network][video.id] = key
        if i % 100 == 0:
            yield Progress(text="Looking for features")
    return {network: found for network, found in keys.items() if found}


def _embedded(cache: ArrayCache, video: Video, network: _Network, key: str) -> Embedded | None:
    arrays, names = cache.get(key, only="features"), cache.get(ArrayCache.key(names=key))
    if arrays is None or names is None or "features" not in arrays:
        return None
    features = arrays["features"]
    if features.ndim != 2 or not len(features):
        return None
    step, window, start = (int(number) for number in names["time"])
    if len(features) * step < 0.75 * (video.frames - start - window):  # one row for each clip, not each inner step
        from models.cards import card

        inner = card(network.model).as_variant(network.form or "paper").inner
        step, window, start = inner * step, start + inner * step, 0
    return Embedded(video.id, features, video.rate, video.frames, step, window, start)


def _note_key(video: Video) -> str:
    return ArrayCache.key(moments=video.fingerprint)


def _noted(cache: ArrayCache, video: Video) -> dict[_Network, str]:
    arrays = cache.get(_note_key(video))
    rows = json.loads(str(arrays["networks"])) if arrays is not None else []
    return {_Network(model, form, digest): key for model, form, digest, key in rows}


def embed(
    videos: Sequence[tuple[Video, Path]], network: str = "", device: str = "auto", cache: ArrayCache | None = None
) -> Task[tuple[int, tuple[str, ...]]]:
    """Computes the features of videos, and nothing else; `network` "": the first that has weights. Returns how many
    videos have them now, and a sentence for each that could not be used. Raises UserError where no network can work.
    What a cancelled call has computed stays."""
    yield Progress(text="Looking for networks")
    from app.tasks.analysis import keep_names
    from core.video.source import open_video
    from models.predict import predict

    cache, card = cache or ArrayCache(), _card(network)
    problems: list[str] = []
    for i, (video, path) in enumerate(videos):
        try:
            with open_video(path) as source:
                task = predict(card, source, device=device, cache=cache)
                try:
                    found = yield from _part(task, i, len(videos), path.name)
                finally:
                    task.close()  # cancelled: it keeps what it has
        except UserError as error:
            problems.append(str(error))
            continue
        keep_names(cache, found.key, found.signal)
        known = _noted(cache, video) | {_Network(card.name, found.weights.variant, found.weights.digest): found.key}
        rows = [[one.model, one.form, one.digest, key] for one, key in known.items()]
        cache.put(_note_key(video), networks=np.array(json.dumps(rows)))
    return len(videos) - len(problems), tuple(problems)


def _card(network: str) -> ModelCard:
    """By the name that a search has ("simonyan2014 small"); else the first that gives features and has weights."""
    from app.tasks.choices import model_choices
    from models.cards import card

    if network:
        return card(network.split()[0])
    able = [choice for choice in model_choices() if "embeddings" in choice.gives]
    usable = [choice for choice in able if not choice.missing]
    if not usable:
        raise UserError(able[0].missing if able else "No network here gives features; add one that does.")
    return card(usable[0].name)


def _part(task: Task[Prediction], i: int, total: int, name: str) -> Task[Prediction]:
    """One video's task as a part of all."""
    while True:
        try:
            progress = next(task)
        except StopIteration as stop:
            prediction: Prediction = stop.value
            return prediction
        yield Progress(i + (progress.fraction or 0.0), total, name)

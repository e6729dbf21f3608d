"""One video through one network: clips are decoded in a thread while the network works; what comes out is cached.

Scores and features lie in the cache under the digest of video, weights and clip spec, so a second analysis runs no
network. While it runs, finished clips are kept in chunks: a cancelled or killed analysis goes on from the last one.
Memory holds a few clips and the scores (some kilobytes a second of video), whatever the length: wide features wait in a
file.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import nn

from core.decode import video_labels
from core.errors import UserError
from core.signal import Signal
from core.storage.arrays import ArrayCache, Partial
from core.task import Progress, Task
from core.time import Span
from core.video.clips import ClipSpec, clip_starts
from core.video.source import VideoSource
from models import checkpoint as checkpoints
from models.card import Arrays, ModelCard
from models.checkpoint import Weights
from models.device import Device, choose
from models.engine import Engine, as_arrays, joined, read
from models.feed import Feed
from models.gather import Gathered

KEEP_SECONDS = 5.0  # work that a killed analysis may lose at most
SEARCHING = "Finding activities"
_SEQUENCE, _WINDOWS = 512, 64  # steps, windows of features that a network is given at once
_ALGORITHM = 1  # raise it when the same weights begin to give other numbers: old cache entries are then left alone


@dataclass(frozen=True)
class Prediction:
    """signal: scores 0…1, a step for each clip, window or inner step; top: the video's five best labels with their
    mean; key: where `ArrayCache` keeps `scores`, `features` (float16 [steps, n]) and what else the network gives;
    seconds: what this call took; weights: what was used, without its tensors."""

    signal: Signal
    top: list[tuple[str, float]]
    device: str
    key: str
    seconds: float
    weights: Weights
    cached: bool = False


def scores_key(fingerprint: str, digest: str, spec: ClipSpec) -> str:
    """The name of cached scores: content of the video × weights × clip spec."""
    return ArrayCache.key(video=fingerprint, weights=digest, clip=spec.to_json(), algorithm=_ALGORITHM)


def predict(
    card: ModelCard,
    source: VideoSource,
    *,
    device: str = "auto",
    cache: ArrayCache | None = None,
    checkpoint: Path | None = None,
) -> Task[Prediction]:
    """Scores of every clip of the video. `checkpoint`: other weights than the card's own. `source` is only cloned, so
    its owner may go on using it. Raises UserError: no such device, no weights, a video that does not decode or is too
    short."""
    began = time.perf_counter()
    found = yield from _arrays(card, source, choose(device), cache, checkpoint)
    time_ = found.time
    signal = Signal(
        found.arrays["scores"].astype(np.float32), found.weights.labels, time_.step, time_.window, time_.start
    )
    seconds = time.perf_counter() - began
    weights = replace(found.weights, tensors={})
    top = video_labels(signal, background=card.decode.background)
    return Prediction(signal, top, found.device, found.key, seconds, weights, found.cached)


@dataclass(frozen=True)
class _Time:
    """What the steps of arrays are in frames, as Signal has it."""

    step: int
    window: int
    start: int = 0

    def of_clips(self, frames: int, stride: int, step: int, inner: int) -> _Time:
        """The time of clips of these steps; of their inner steps where there are several."""
        if inner == 1:
            return _Time(self.step * step, self.window + self.step * (frames - 1) * stride, self.start)
        assert step == inner * stride, "clips with inner steps follow each other without gap or overlap of these"
        before = (frames - inner) * stride * self.step
        return _Time(self.step * stride, self.window + self.step * (stride - 1), self.start + before)


_FRAMES = _Time(1, 1)


@dataclass(frozen=True)
class _Found:
    """Arrays [steps, …] with their time."""

    arrays: Arrays
    weights: Weights
    key: str
    device: str
    cached: bool
    time: _Time


def _arrays(
    card: ModelCard,
    source: VideoSource,
    where: Device,
    cache: ArrayCache | None,
    checkpoint: Path | None,
    only: str = "scores",
) -> Task[_Found]:
    """`only`: the one that is wanted of arrays that are known already ("": all)."""
    yield Progress(0, 0, "Loading the network")
    weights = checkpoints.load(checkpoint, card) if checkpoint else checkpoints.of_card(card)
    card = card.as_variant(weights.variant)
    if card.backbone:
        return (yield from _of_features(card, weights, source, where, cache))
    spec = replace(card, clip=weights.clip or card.clip).clip_for(source.info.fps)
    key = scores_key(source.info.fingerprint, weights.digest, spec)
    arrays, used = _known(cache, key, weights, only), where.badge()
    cached = arrays is not None
    times = _FRAMES.of_clips(spec.frames, spec.stride, spec.step, card.inner)
    if arrays is None:
        frames = source.index.frames
        if frames <= times.start:
            has = f"{frames} frame{'s' * (frames != 1)}"
            raise UserError(
                f"This video has only {has}, and “{card.title}” needs at least {times.start + 1}; choose a longer one."
            )
        with Engine(checkpoints.network(card, weights), card, where, spec, weights.digest) as engine:
            arrays = yield from _analyse(engine, source, spec, cache.partial(key) if cache else None)
        used = where.badge(bool(engine.bf16))
        arrays = card.finish(unfolded(arrays, card.inner, -(-(frames - times.start) // times.step)))
        if cache:
            cache.put(key, **arrays)
            cache.partial(key).discard()
    return _Found(arrays, weights, key, used, cached, times)


def unfolded(arrays: Arrays, inner: int, steps: int) -> Arrays:
    """[clips, inner, …] → [steps, …]: what lies beyond the video's end is left out. Arrays that have one row for each
    clip stay as they are."""
    if inner == 1:
        return arrays

    def folded(name: str, array: np.ndarray) -> bool:
        return array.shape[1:2] == (inner,) and not (name == "features" and array.ndim == 2)

    return {
        name: array.reshape(-1, *array.shape[2:])[:steps] if folded(name, array) else array
        for name, array in arrays.items()
    }


def _known(cache: ArrayCache | None, key: str, weights: Weights, only: str) -> Arrays | None:
    arrays = cache.get(key, only) if cache else None
    return arrays if arrays is not None and arrays["scores"].shape[1:] == (len(weights.labels),) else None


def _of_features(
    card: ModelCard, weights: Weights, source: VideoSource, where: Device, cache: ArrayCache | None
) -> Task[_Found]:
    """A network on top of another one's features, which come from the cache where they are known."""
    from models.cards import card as named  # here, since the cards import the networks

    below = tuned_backbone(named(card.backbone), weights.notes)
    base = yield from _arrays(named(card.backbone), source, where, cache, below, only="")
    key = ArrayCache.key(
        features=base.key, weights=weights.digest, window=card.window, hop=card.hop, algorithm=_ALGORITHM
    )
    arrays = _known(cache, key, weights, "scores")
    cached = arrays is not None
    frames, hop = (card.window, card.hop) if card.window else (1, 1)
    times = base.time.of_clips(frames, 1, hop, card.inner)
    if arrays is None:
        features = base.arrays["features"]
        steps = len(features) - (frames - card.inner)
        if card.inner > 1 and steps < 1:
            raise UserError(f"This video is too short for “{card.title}”; choose a longer one.")
        network = checkpoints.network(card, weights).to(where.torch)
        _try(card, network, features[:1], where)
        arrays = card.finish(unfolded((yield from sequence(card, network, features, where)), card.inner, steps))
        if cache:
            cache.put(key, **arrays)
    return _Found(arrays, weights, key, base.device, cached, times)


def _try(card: ModelCard, network: nn.Module, features: np.ndarray, device: Device) -> None:
    """Raises UserError where the network was made for features of another width."""
    x = torch.from_numpy(np.repeat(features, max(1, card.window), 0).astype(np.float32))[None].to(device.torch)
    try:
        with torch.inference_mode():
            network(x) if card.window else network(x, None)
    except RuntimeError as error:
        raise UserError(
            f"These weights of “{card.title}” do not fit the features of “{card.backbone}”; choose others."
        ) from error


@dataclass(frozen=True)
class Features:
    """float16 [steps, n] of one video, of `network` whose weights have this digest; `signal`: a quantity of theirs
    (no channel), for the steps' frames."""

    values: np.ndarray
    signal: Signal
    digest: str


def tuned_backbone(card: ModelCard, notes: Mapping[str, object]) -> Path | None:
    """The weights of the backbone that a head was trained on, where they are not the backbone's own. Raises UserError
    where they are gone."""
    settings = notes.get("settings")
    name = settings.get("backbone") if isinstance(settings, Mapping) else None
    if not isinstance(name, str):
        return None
    file = checkpoints.tuned_folder(card) / Path(name).name
    if not file.is_file():
        raise UserError(f"The fine-tuned weights {file.name} of “{card.title}” are gone; learn from corrections again.")
    return file


def features(
    card: ModelCard,
    source: VideoSource,
    *,
    device: str = "auto",
    cache: ArrayCache | None = None,
    checkpoint: Path | None = None,
) -> Task[Features]:
    """What the network gives for each clip beside its scores, from the cache where it is known. `checkpoint`: other
    weights than the card's own. Raises UserError."""
    found = yield from _arrays(card, source, choose(device), cache, checkpoint, only="")
    values, time_ = found.arrays["features"], found.time
    steps = Signal(np.zeros((len(values), 0), np.float32), (), time_.step, time_.window, time_.start)
    return Features(values, steps, found.weights.digest)


def sequence(card: ModelCard, network: nn.Module, features: np.ndarray, device: Device) -> Task[Arrays]:
    """What a network makes of features [steps, n]: arrays with a step for each of them (`card.window` 0), or for each
    window."""
    steps, parts = len(features), []
    yield Progress(0, steps, SEARCHING)
    if card.window == 0:
        state = None
        for at in range(0, steps, _SEQUENCE):
            x = torch.from_numpy(features[at : at + _SEQUENCE].astype(np.float32))[None].to(device.torch)
            with torch.inference_mode():
                out = network(x, state)
            state = out.state
            parts.append({name: tensor[0] for name, tensor in read(card, out).items()})
            yield Progress(at, steps, SEARCHING)
    else:
        spec = ClipSpec(frames=card.window, stride=1, step=card.hop, size=(1, 1))
        starts = np.array(clip_starts(steps, spec))
        for at in range(0, len(starts), _WINDOWS):
            rows = np.minimum(starts[at : at + _WINDOWS, None] + np.arange(card.window), steps - 1)
            with torch.inference_mode():
                x = torch.from_numpy(features[rows].astype(np.float32)).to(device.torch)
                parts.append(read(card, network(x)))
            yield Progress(at, len(starts), SEARCHING)
    return joined([as_arrays(part) for part in parts])


def _analyse(engine: Engine, source: VideoSource, spec: ClipSpec, store: Partial | None) -> Task[Arrays]:
    with Gathered(len(clip_starts(source.index.frames, spec))) as found:
        for chunk in store.each() if store else ():
            found.add(chunk)
        yield from _rest(engine, source, spec, store, found)
        return found.arrays()


def _rest(engine: Engine, source: VideoSource, spec: ClipSpec, store: Partial | None, found: Gathered) -> Task[None]:
    """Adds the clips that are still missing."""
    fresh: list[Arrays] = []
    frames, total = source.index.frames, found.clips
    count, kept_at = found.rows, time.perf_counter()
    yield Progress(count, total, SEARCHING)
    if count >= total:
        return
    with Feed(source, spec, Span(count * spec.step, frames), 2 + engine.batch, engine.prepare()) as feed:
        try:
            for clips in feed.take(engine.batch, wait=0.1):
                if clips:
                    fresh.append((yield from engine.run(clips, Progress(count, total, SEARCHING))))
                    count += len(clips)
                if fresh and time.perf_counter() - kept_at > KEEP_SECONDS:
                    _keep(store, fresh, found)
                    kept_at = time.perf_counter()
                yield Progress(count, total, SEARCHING)
        finally:  # cancelled as well: the next analysis goes on from here
            if fresh:
                _keep(store, fresh, found)


def _keep(store: Partial | None, fresh: list[Arrays], found: Gathered) -> None:
    chunk = joined(fresh)
    if store:
        store.append(**chunk)
    found.add(chunk)
    fresh.clear()

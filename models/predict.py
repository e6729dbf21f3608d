"""One video through one network: clips are decoded in a thread while the network works; what comes out is cached.

Scores and features lie in the cache under the digest of video, weights and clip spec, so a second analysis runs no
network. While it runs, finished clips are kept in chunks: a cancelled or killed analysis goes on from the last one.
Memory holds a few clips and the scores (some kilobytes a second of video), whatever the length.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from core.decode import video_labels
from core.errors import Cancelled, UserError
from core.signal import Signal
from core.storage.arrays import ArrayCache, Partial
from core.task import Progress, Task
from core.time import Span
from core.video.clips import ClipSpec, clip_starts
from core.video.source import VideoSource
from models import checkpoint as checkpoints
from models.card import ModelCard, Scores
from models.device import MEASURING, Device, bf16_pays, choose, steady_memory
from models.feed import Feed
from models.preprocess import batch

PULSE = 0.05  # seconds between two signs of life while the network computes
KEEP_SECONDS = 5.0  # work that a killed analysis may lose at most
_ALGORITHM = 1  # raise it when the same weights begin to give other numbers: old cache entries are then left alone


@dataclass(frozen=True)
class Prediction:
    """signal: probabilities, one step per clip; top: the video's five best labels with their mean; key: where
    `ArrayCache` keeps `scores` and `features` (float16 [steps, n]); seconds: what this call took."""

    signal: Signal
    top: list[tuple[str, float]]
    device: str
    key: str
    seconds: float
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
    its owner may go on using it. Raises UserError: no such device, no weights, a video that does not decode."""
    began = time.perf_counter()
    where = choose(device)
    yield Progress(0, 0, "Loading the network")
    weights = checkpoints.load(checkpoint, card) if checkpoint else checkpoints.of_card(card)
    spec = weights.clip or card.clip
    spec = replace(card, clip=spec).clip_for(source.info.fps)
    key = scores_key(source.info.fingerprint, weights.digest, spec)
    arrays = cache.get(key) if cache else None
    if arrays is not None and arrays["scores"].shape[1:] != (len(weights.labels),):
        arrays = None
    known, used = arrays is not None, where.badge()
    if arrays is None:
        with Engine(checkpoints.network(card, weights), card, where, spec, weights.digest) as engine:
            arrays = yield from _analyse(engine, source, spec, cache.partial(key) if cache else None)
        used = where.badge(bool(engine.bf16))
        if cache:
            cache.put(key, **arrays)
            cache.partial(key).discard()
    signal = Signal(arrays["scores"].astype(np.float32), weights.labels, spec.step, spec.window)
    return Prediction(signal, video_labels(signal), used, key, time.perf_counter() - began, known)


def _analyse(engine: Engine, source: VideoSource, spec: ClipSpec, store: Partial | None) -> Task[dict[str, np.ndarray]]:
    frames = source.index.frames
    total = len(clip_starts(frames, spec))
    done = store.read() if store else []
    fresh: list[dict[str, np.ndarray]] = []
    count, kept_at = sum(len(chunk["scores"]) for chunk in done), time.perf_counter()
    yield Progress(count, total, "Finding activities")
    if count < total:
        with Feed(source, spec, Span(count * spec.step, frames), 2 + engine.batch) as feed:
            try:
                for clips in feed.take(engine.batch, wait=0.1):
                    if clips:
                        fresh.append((yield from engine.run(clips, Progress(count, total, "Finding activities"))))
                        count += len(clips)
                    if fresh and store and time.perf_counter() - kept_at > KEEP_SECONDS:
                        _keep(store, fresh, done)
                        kept_at = time.perf_counter()
                    yield Progress(count, total, "Finding activities")
            finally:  # cancelled as well: the next analysis goes on from here
                if fresh and store:
                    _keep(store, fresh, done)
    return _joined(done + fresh)


def _keep(store: Partial, fresh: list[dict[str, np.ndarray]], done: list[dict[str, np.ndarray]]) -> None:
    chunk = _joined(fresh)
    store.append(**chunk)
    done.append(chunk)
    fresh.clear()


def _joined(chunks: Sequence[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    return {name: np.concatenate([chunk[name] for chunk in chunks]) for name in ("scores", "features")}


class Engine:
    """A network on its device: decides on bfloat16 with the first clip, and halves its batch when memory runs out.

    The network computes in a thread of its own, so that the task yields all the while; a task that is closed in the
    middle of a forward pass stops it before its next layer. A context manager, which ends that thread.
    """

    def __init__(self, network: nn.Module, card: ModelCard, device: Device, spec: ClipSpec, digest: str) -> None:
        steady_memory()
        self.device, self.spec, self.digest = device, spec, digest
        network = card.fuse(network).to(device.torch)
        # Channels last suits oneDNN and cuDNN; Apple's backend knows no such format for volumes.
        self.network = network if device.kind == "mps" else _channels_last(network)
        # On a processor larger batches are no faster and cancel later.
        self.batch = 1 if device.kind == "cpu" else 16
        self.bf16: bool | None = None
        self._thread = ThreadPoolExecutor(1, "reelmark-network")
        self._stop = threading.Event()
        for module in self.network.modules():
            if not any(module.children()):
                module.register_forward_pre_hook(self._check)

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown()

    def run(self, clips: Sequence[np.ndarray], progress: Progress) -> Task[dict[str, np.ndarray]]:
        """scores float32 [n, labels] and features float16 [n, width] of the clips; yields `progress` between parts.
        Raises UserError where not even one clip fits into memory."""
        if self.bf16 is None:
            what = f"{self.digest} {self.spec.to_json()}"
            self.bf16 = yield from bf16_pays(self.device, what, lambda bf16: self._probe(clips, bf16))
        bf16 = self.bf16
        parts: list[dict[str, np.ndarray]] = []
        at = 0
        while at < len(clips):
            try:
                some = clips[at : at + self.batch]
                parts.append((yield from self._aside(partial(self._forward, some, bf16), progress)))
                at += self.batch
            except torch.OutOfMemoryError as error:
                if self.batch == 1:
                    raise UserError(
                        f"{self.device.name} has too little memory for one clip; close other programs or use the CPU."
                    ) from error
                self.batch //= 2
                if self.device.kind == "cuda":
                    torch.cuda.empty_cache()
            yield progress
        return _joined(parts)

    def _probe(self, clips: Sequence[np.ndarray], bf16: bool) -> Task[Tensor]:
        out = yield from self._aside(partial(self._forward, clips[:1], bf16), Progress(0, 0, MEASURING))
        return torch.from_numpy(out["scores"])

    def _aside(self, work: Callable[[], dict[str, np.ndarray]], progress: Progress) -> Task[dict[str, np.ndarray]]:
        """Does the work in the network's thread."""
        future = self._thread.submit(work)
        try:
            while not wait([future], timeout=PULSE).done:
                yield progress
        finally:
            if not future.done():
                self._stop.set()
                wait([future])
                self._stop.clear()
        return future.result()

    def _check(self, *_: object) -> None:
        if self._stop.is_set():
            raise Cancelled

    def _forward(self, clips: Sequence[np.ndarray], bf16: bool) -> dict[str, np.ndarray]:
        with torch.inference_mode(), self.device.precision(bf16):
            out: Scores = self.network(batch(clips, self.spec, self.device.torch))
            scores, features = out.logits.float().softmax(1), out.features.half()
        return {"scores": scores.cpu().numpy(), "features": features.cpu().numpy()}


def _channels_last(network: nn.Module) -> nn.Module:
    return network.to(memory_format=torch.channels_last_3d)  # type: ignore[no-any-return, call-overload]

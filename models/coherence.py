"""Temporal coherence as a teacher: pictures that follow each other should be represented alike, others not.

Mobahi, Collobert and Weston, "Deep Learning from Temporal Coherence in Video", ICML 2009, for any network: the siamese
loss `coherence`, pairs of frames from any footage (`VideoPairs`), and the paper's Algorithm 1 (`CoherentTraining`),
whose batches and loss are what `models.train.fit` takes. The footage needs no labels; frames may be pictures, clips or
cached features. Differences from the paper's text: a step may take a batch of pairs instead of one, and the coherence
steps have a weight, which the paper has as the rate of those steps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from models.batches import Batch

LABELLED, CONSECUTIVE, RANDOM = "labelled", "consecutive", "random"
_TRIES = 20  # for a random pair that is not consecutive


def distances(a: Tensor, b: Tensor) -> Tensor:
    """‖a − b‖₁ of features [B, …] → [B]."""
    return (a - b).abs().flatten(1).sum(1)


def coherence(features_a: Tensor, features_b: Tensor, consecutive: bool | Tensor, margin: float) -> Tensor:
    """The mean over pairs [B, …] of ‖a − b‖₁ where they are consecutive frames, else of max(0, margin − ‖a − b‖₁).
    consecutive: of all of them, or bool [B]. The margin is in the units of that sum: wide features need a wide one."""
    apart = distances(features_a, features_b)
    if isinstance(consecutive, bool):
        return (apart if consecutive else F.relu(margin - apart)).mean()
    return apart.where(consecutive, F.relu(margin - apart)).mean()


class VideoPairs:
    """Pairs of frames from unlabelled footage, by their numbers when all videos stand behind each other.

    lengths: frames of each video. closed: a video's last frame is followed by its first, as on a turntable. apart:
    frames up to this distance within a video are neighbours, which a random pair never is. within: random pairs are of
    one video, where the paper takes any two frames. A consecutive pair is drawn with equal chance from all there are;
    draw n depends on the seed and n alone."""

    def __init__(
        self, lengths: Sequence[int], seed: int = 0, *, closed: bool = False, apart: int = 1, within: bool = False
    ) -> None:
        self.lengths = np.asarray(lengths, np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]]).astype(np.int64)
        self.seed, self.closed, self.apart, self.within = seed, closed, apart, within
        self.frames = int(self.lengths.sum())
        steps = np.where(self.lengths > 1, self.lengths - (not closed), 0)
        self._first = np.concatenate(
            [start + np.arange(n) for start, n in zip(self.starts, steps, strict=True)] or [np.zeros(0, np.int64)]
        ).astype(np.int64)
        if not len(self._first):
            raise ValueError("no video has two frames")

    def consecutive(self, n: int, count: int) -> tuple[np.ndarray, np.ndarray]:
        """int64 [count] each: a frame and the one after it."""
        chance = np.random.default_rng([self.seed, n, 1])
        a = chance.choice(self._first, count)
        video = self._video(a)
        return a, self.starts[video] + (a - self.starts[video] + 1) % self.lengths[video]

    def random(self, n: int, count: int) -> tuple[np.ndarray, np.ndarray]:
        """int64 [count] each: any two frames, neighbours left out (where there is anything else)."""
        chance = np.random.default_rng([self.seed, n, 2])
        a = chance.integers(0, self.frames, count)
        b = self._partner(chance, a)
        for _ in range(_TRIES):
            near = self._near(a, b)
            if not near.any():
                break
            b[near] = self._partner(chance, a[near])
        return a, b

    def _partner(self, chance: np.random.Generator, a: np.ndarray) -> np.ndarray:
        if not self.within:
            return chance.integers(0, self.frames, len(a))
        video = self._video(a)
        partner: np.ndarray = self.starts[video] + chance.integers(0, self.lengths[video])
        return partner

    def _video(self, frames: np.ndarray) -> np.ndarray:
        return np.searchsorted(self.starts, frames, side="right") - 1

    def _near(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        video, gap = self._video(a), np.abs(a - b)
        if self.closed:
            gap = np.minimum(gap, self.lengths[video] - gap)
        result: np.ndarray = (video == self._video(b)) & (gap <= self.apart)
        return result


class Step(NamedTuple):
    """One step's batch. kind: LABELLED (inputs, targets), CONSECUTIVE or RANDOM (inputs of the first frames, of the
    second ones)."""

    kind: str
    first: Any
    second: Any


def hidden(network: nn.Module, inputs: Any) -> Tensor:
    """The layer before the output, of a network whose output has `features`."""
    features: Tensor = network(inputs).features
    return features


def supervised(network: nn.Module, inputs: Any, targets: Tensor) -> Tensor:
    """The negative log likelihood of the targets, int64 [B], of a network whose output has `logits`."""
    return F.cross_entropy(network(inputs).logits, targets)


@dataclass(frozen=True)
class CoherentTraining:
    """Algorithm 1: a labelled step, a step on consecutive pairs, a step on random pairs, and again. `batches` and
    `loss` go to `models.train.fit`, which makes one step of each batch, three a round.

    labelled(round): (inputs, targets); None: learn from video alone, two steps a round. video: which pairs. frames(
    numbers): the inputs of these frames of the footage. pairs: how many a step. features, answer: how the network gives
    the layer that coherence works on, and the loss of labels. weight: of the coherence steps; 0: labels alone.
    """

    labelled: Callable[[int], tuple[Batch, Batch]] | None
    video: VideoPairs | None
    frames: Callable[[np.ndarray], Batch]
    margin: float
    pairs: int = 1
    weight: float = 1.0
    features: Callable[[nn.Module, Any], Tensor] = hidden
    answer: Callable[[nn.Module, Any, Tensor], Tensor] = supervised

    @property
    def kinds(self) -> tuple[str, ...]:
        """The steps of one round, in order."""
        coherent = (CONSECUTIVE, RANDOM) if self.video is not None and self.weight else ()
        return ((LABELLED,) if self.labelled is not None else ()) + coherent

    def batches(self, n: int) -> Batch:
        """The batch of step n, as tuple(Step): what its kind is follows from n."""
        kinds = self.kinds
        kind, turn = kinds[n % len(kinds)], n // len(kinds)
        if kind == LABELLED:
            assert self.labelled is not None
            return Step(kind, *self.labelled(turn))
        assert self.video is not None
        draw = self.video.consecutive if kind == CONSECUTIVE else self.video.random
        a, b = draw(turn, self.pairs)
        return Step(kind, self.frames(a), self.frames(b))

    def loss(self, network: nn.Module, batch: Batch) -> Tensor:
        kind, first, second = batch
        if kind == LABELLED:
            return self.answer(network, first, second)
        a, b = _siamese(self.features, network, first, second)
        return self.weight * coherence(a, b, kind == CONSECUTIVE, self.margin)


def _siamese(
    features: Callable[[nn.Module, Any], Tensor], network: nn.Module, first: Any, second: Any
) -> tuple[Tensor, Tensor]:
    """Both halves of a pair through the same network; in one pass where they are tensors."""
    if not isinstance(first, Tensor):
        return features(network, first), features(network, second)
    both = features(network, torch.cat([first, second]))
    return both[: len(first)], both[len(first) :]

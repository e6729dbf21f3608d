"""A convolutional network trained with temporal coherence: Mobahi, Collobert and Weston, "Deep Learning from Temporal
Coherence in Video", ICML 2009. The loss and Algorithm 1 are in models/coherence.py; here is the network they train.

The paper's own layers, margin and rates were not recovered, so these were chosen (how: models/papers/mobahi2009.py):
- a gray 72×72 picture → convolution 8×8, stride 4 → ReLU → convolution 5×5 → ReLU → max-pool 2 → fully connected →
  ReLU = the features, on which coherence works → fully connected → one score per label (softmax);
- ReLU instead of the saturating units usual in 2009, which were no better and, with coherence steps of full weight,
  fell into one point;
- the coherence steps weigh a tenth of the labelled ones; the "minibatch" recipe has momentum and a falling rate;
- other forms are the same layers for smaller pictures, the first convolution 6×6 with stride 2: for the 32×32 pictures
  that COIL-20 is often handed on in, and for ORL faces at half size, 46×56.

Trained without labels it gives embeddings, and one score for a video: "change", the L1 distance of each frame's
features from the frame before, as a share of what is much in this video.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from core.decode import DecodeSettings
from core.video.clips import ClipSpec
from models.card import Arrays, ModelCard, Variant
from models.train import Recipe

MARGIN = 10.0  # δ
WEIGHT = 0.1  # of the coherence steps
BATCH = 16
CHANGE = ("change",)
_MUCH = 99.0  # percentile of the distances that counts as 1
_FLOOR = 0.02 * MARGIN  # less than this is never much: a still video shows no change

Size = tuple[int, int]


class Output(NamedTuple):
    """logits [B, labels]; features [B, units], the layer before the output, all ≥ 0."""

    logits: Tensor
    features: Tensor


class CoherentNet(nn.Module):
    """x float [B, 1, H, W] or [B, 1, 1, H, W] → `Output`. size: (width, height); first: kernel and stride of the first
    convolution."""

    def __init__(
        self,
        labels: int,
        size: Size = (72, 72),
        maps: tuple[int, int] = (16, 32),
        units: int = 100,
        first: tuple[int, int] = (8, 4),
    ) -> None:
        super().__init__()
        kernel, stride = first
        width, height = (((side - kernel) // stride + 1 - 4) // 2 for side in size)
        self.hidden = nn.Sequential(
            nn.Conv2d(1, maps[0], kernel, stride),
            nn.ReLU(),
            nn.Conv2d(maps[0], maps[1], 5),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(maps[1] * width * height, units),
            nn.ReLU(),
        )
        self.output = nn.Linear(units, labels)

    def forward(self, x: Tensor) -> Output:
        features: Tensor = self.hidden(x[:, :, 0] if x.dim() == 5 else x)
        return Output(self.output(features), features)


def change(features: np.ndarray) -> np.ndarray:
    """float32 [steps, 1] in 0…1: the L1 distance of features [steps, n] from those before (the first: 0), where 1 is
    the 99th percentile of the video."""
    apart = np.zeros(len(features), np.float32)
    apart[1:] = np.abs(np.diff(features.astype(np.float32), axis=0)).sum(1)
    much = max(float(np.percentile(apart, _MUCH)), _FLOOR) if len(apart) else _FLOOR
    shares: np.ndarray = np.minimum(apart / much, 1.0).astype(np.float32)[:, None]
    return shares


def finish(arrays: Arrays) -> Arrays:
    """One label says nothing by a softmax: a network that learnt without labels scores change instead."""
    if arrays["scores"].shape[1] > 1:
        return arrays
    return arrays | {"scores": change(arrays["features"])}


def clip_of(size: Size) -> ClipSpec:
    """Every frame by itself, gray, stretched to the size."""
    return ClipSpec(1, 1, 1, size, colour="gray", mean=(76.5,) * 3, std=(76.5,) * 3)


def _cosine(steps: int, step: int) -> float:
    return 0.5 * (1 + float(np.cos(np.pi * min(1.0, step / steps))))


def recipe(rounds: int, kinds: int = 3) -> Recipe:
    """Algorithm 1 over minibatches, with momentum, the rate falling to nothing along a cosine. kinds: steps a round."""
    steps = kinds * rounds
    sgd = partial(torch.optim.SGD, lr=0.01, momentum=0.9)
    return Recipe("minibatch", steps, BATCH, sgd, partial(_cosine, steps))


# The paper's Algorithm 1: one labelled picture, or one pair, a step of plain gradient descent.
_ALGORITHM_1 = Recipe("paper", 300_000, 1, partial(torch.optim.SGD, lr=0.005))


def _form(size: Size, maps: tuple[int, int], units: int) -> Callable[[int], nn.Module]:
    return partial(CoherentNet, size=size, maps=maps, units=units, first=(6, 2))


CARD = ModelCard(
    name="mobahi2009",
    title="Temporal coherence: embeddings, and what changes",
    paper="Mobahi, Collobert and Weston, Deep Learning from Temporal Coherence in Video (ICML 2009)",
    clip=clip_of((72, 72)),
    labels="",
    gives=("scores", "embeddings"),
    parameters=139_272,
    counted=100,
    width=100,
    build=CoherentNet,
    finish=finish,
    half=False,  # differences of features want their digits, and the network is small
    shipped="mobahi2009.safetensors",
    decode=DecodeSettings(smoothing=0.3, threshold=0.5, low=0.3, merge_gap=0.5, min_length=0.3),
    variants=(
        Variant("small", 44_884, _form((32, 32), (8, 24), 64), clip_of((32, 32)), labels=20, width=64),
        Variant("coil32", 95_544, _form((32, 32), (16, 32), 100), clip_of((32, 32)), labels=20),
        Variant("orl", 299_164, _form((46, 56), (16, 32), 100), clip_of((46, 56)), labels=40),
    ),
    recipes=(_ALGORITHM_1, recipe(4_000)),
)

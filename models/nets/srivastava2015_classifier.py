"""The classifier of Srivastava, Mansimov and Salakhutdinov, "Unsupervised Learning of Video Representations using
LSTMs", ICML 2015 (arXiv 1502.04681): an LSTM that begins as the encoder of models/nets/srivastava2015.py reads 16
percepts, a softmax says at each step what it is, and their mean is the answer. Windows begin 8 steps apart.

Deviations and what the paper leaves open:
- percepts are the 1280 features of EfficientNet-Lite0 (the paper's are the 4096 of a VGG network's fc6);
- dropout, on the links into each layer and into the softmax but never through time, is at one half: the paper gives
  no number, and the released settings have 0;
- `logits` are the logarithm of the mean probabilities, so that their softmax is that mean. What is trained is each
  step's own softmax.
"""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple, cast

import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn
from torch.optim import Adam

from core.decode import DecodeSettings
from core.errors import UserError
from core.video.clips import ClipSpec
from models.card import ModelCard, Variant
from models.layers import PeepholeStack
from models.nets.srivastava2015 import PAPER, ClampedSGD, Srivastava
from models.train import Recipe

WINDOW, HOP, PERCEPTS, COUNTED = 16, 8, 1280, 101


class Output(NamedTuple):
    """logits [B, labels]: of the mean probability over the steps; features [B, units]: the top layer's mean; steps
    [B, T, labels]: each step's own logits."""

    logits: Tensor
    features: Tensor
    steps: Tensor


class Classifier(nn.Module):
    """Percepts [B, T, inputs] → `Output`."""

    def __init__(
        self, labels: int, units: int = 2048, layers: int = 2, inputs: int = PERCEPTS, dropout: float = 0.5
    ) -> None:
        super().__init__()
        self.encoder = PeepholeStack(inputs, units, layers, dropout)
        self.dropout = nn.Dropout(dropout)
        self.readout = nn.Linear(units, labels)
        nn.init.normal_(self.readout.weight, std=1e-3)
        nn.init.zeros_(self.readout.bias)

    def forward(self, x: Tensor) -> Output:
        top, _ = self.encoder(x.transpose(0, 1))  # [T, B, units]
        steps = self.readout(self.dropout(top)).transpose(0, 1)
        mean = steps.float().softmax(-1).mean(1)
        return Output(mean.clamp_min(1e-12).log(), top.mean(0), steps)

    def start_from(self, pretrained: Srivastava) -> Classifier:
        """The encoder's weights become this network's first ones. Raises UserError where they are of another size."""
        try:
            self.encoder.load_state_dict(pretrained.encoder.state_dict())
        except RuntimeError as error:
            raise UserError(
                "The pretrained encoder has another size than the classifier; pretrain one with as many units, layers "
                "and features."
            ) from error
        return self


def loss(network: nn.Module, inputs: Any, targets: Tensor | None) -> Tensor:
    """The mean over clips and steps of each step's cross entropy; targets int64 [B]."""
    assert targets is not None, "a classifier learns from labels"
    steps = cast(Output, network(inputs)).steps.float()
    return F.cross_entropy(steps.flatten(0, 1), targets.repeat_interleave(steps.shape[1]))


def _small(labels: int) -> nn.Module:
    return Classifier(labels, 256)


CARD = ModelCard(
    name="srivastava2015-classifier",
    title="Activities by an LSTM over frame features",
    paper=PAPER,
    clip=ClipSpec(frames=1, stride=1, step=1, size=(224, 224)),  # the backbone's own counts
    labels="",
    gives=("scores", "embeddings"),
    parameters=61_053_029,
    build=Classifier,
    decode=DecodeSettings(smoothing=1.0, threshold=0.4, exclusive=True),
    counted=COUNTED,
    variants=(Variant("small", 2_126_693, _small, width=256, labels=COUNTED),),
    backbone="lite0",
    window=WINDOW,
    hop=HOP,
    width=2048,
    loss=loss,
    recipes=(
        Recipe("paper", 20_000, 128, partial(ClampedSGD, momentum=0.0, decay=1e-5, clamp=0.0)),
        Recipe("modern", 2_000, 64, partial(Adam, lr=1e-3)),
    ),
)

"""Activity detection by a recurrent network over clip features: Montes, Salvador, Pascual and Giró-i-Nieto, "Temporal
Activity Detection in Untrimmed Videos with Recurrent Neural Networks", 2016 (arXiv 1608.08128; ActivityNet workshop at
CVPR 2016). Released code: imatge-upc/activitynet-2016-cvprw.

BatchNorm – Dropout ½ – LSTM 512 – Dropout ½ – softmax over 200 activities and background, for every 16-frame clip of a
video, in order, with the state of the clips before. Deviations:
- gates are logistic where the Keras of 2016 has a piecewise linear "hard sigmoid", and each has two bias vectors, whose
  sum is Keras's one (2,048 numbers more than in the released weights);
- normalisation as in the code (epsilon 1e-3, running averages by 0.99), over all streams and steps of a batch;
- weights begin as in Keras: Glorot's uniform for inputs and outputs, orthogonal for recurrence, forget gates open by 1;
- the last clip of a video may be filled up with its last picture, where the released code drops what is left over;
- settings for segments are in seconds: the paper's smoothing by 2·5 clips of 16 frames is 5.33 s at 30 frames a second;
- the forms "i3d" and "small" read the 1024 features of I3D, which comes with the program's assets, instead of C3D's
  4096. "i3d" is otherwise the paper's network; "small" has 64 cells. "3x1024" and "2x512" are the paper's other ones.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from core.decode import DecodeSettings
from models.backbones import c3d
from models.card import ModelCard, Variant
from models.train import Recipe

BACKGROUND = "none"  # channel 0, as in the released labels.txt
RHO = 0.3  # how much background counts in the loss
STREAMS, STEPS = 256, 20  # videos side by side, clips of each in one training step
State = tuple[Tensor, Tensor]  # [layers, B, cells] each


class Output(NamedTuple):
    """logits [B, T, labels]; features [B, T, cells], what the last LSTM gives; state after the last step."""

    logits: Tensor
    features: Tensor
    state: State


class Montes(nn.Module):
    """x [B, T, features], state of the T before or None → `Output`."""

    def __init__(self, labels: int, features: int = 4096, cells: int = 512, layers: int = 1) -> None:
        super().__init__()
        self.norm = nn.BatchNorm1d(features, eps=1e-3, momentum=0.01)
        self.lstm = nn.LSTM(features, cells, layers, batch_first=True)
        self.fc = nn.Linear(cells, labels)
        self.dropout = nn.Dropout(0.5)
        for name, parameter in self.lstm.named_parameters():
            if name.startswith("weight_hh"):
                for gate in parameter.chunk(4):
                    nn.init.orthogonal_(gate)
            elif name.startswith("weight_ih"):
                for gate in parameter.chunk(4):
                    nn.init.xavier_uniform_(gate)
            else:
                nn.init.zeros_(parameter)
                if name.startswith("bias_ih"):
                    nn.init.ones_(parameter[cells : 2 * cells])
        nn.init.xavier_uniform_(self.fc.weight)
        nn.init.zeros_(self.fc.bias)

    def forward(self, x: Tensor, state: State | None = None) -> Output:
        x = self.norm(x.flatten(0, 1)).view_as(x)
        features, state = self.lstm(self.dropout(x), state)  # [B, T, cells]
        return Output(self.fc(self.dropout(features)), features, state)


def weighted(logits: Tensor, targets: Tensor, rho: float = RHO) -> Tensor:
    """Cross entropy, background (label 0) counting by `rho`; the mean over all steps, as Keras takes it. logits
    [B, T, labels]; targets int64 [B, T]."""
    each = F.cross_entropy(logits.flatten(0, -2), targets.flatten(), reduction="none")
    return (each * torch.where(targets.flatten() == 0, rho, 1.0)).mean()


def loss(network: nn.Module, inputs: Tensor, targets: Tensor | None) -> Tensor:
    """inputs [B, T, features]; targets int64 [B, T], or [B]: one label for all steps."""
    assert targets is not None, "it learns from labels"
    logits = network(inputs).logits
    return weighted(logits, targets if targets.dim() == 2 else targets[:, None].expand(logits.shape[:2]))


def _clipped(network: nn.Module) -> object:
    return nn.utils.clip_grad_norm_(network.parameters(), 5.0)


# 100 epochs; one is about 430 steps on the 2.2 million clips of ActivityNet 1.3's training part.
AS_PAPER = Recipe("paper", 43_000, STREAMS, partial(torch.optim.RMSprop, lr=1e-5, alpha=0.9, eps=1e-8))
MODERN = Recipe("modern", 400, 16, partial(torch.optim.AdamW, lr=1e-3, weight_decay=1e-3), clip=_clipped)

CARD = ModelCard(
    name="montes2016",
    title="Activities by an LSTM over clip features",
    paper="Montes et al., Temporal Activity Detection in Untrimmed Videos with Recurrent Neural Networks (2016)",
    clip=c3d.CARD.clip,
    labels="",
    gives=("scores", "embeddings"),
    parameters=9_552_585,
    counted=201,
    width=512,
    build=Montes,
    backbone="c3d",
    variants=(
        Variant("i3d", 3_254_985, partial(Montes, features=1024), backbone="i3d"),
        Variant("small", 294_153, partial(Montes, features=1024, cells=64), backbone="i3d", width=64),
        Variant("2x512", 11_653_833, partial(Montes, layers=2)),
        Variant("3x1024", 37_987_529, partial(Montes, cells=1024, layers=3), width=1024),
    ),
    decode=DecodeSettings(smoothing=5.33, threshold=0.2, low=0.2, per="video", top=1, background=BACKGROUND),
    loss=loss,
    recipes=(AS_PAPER, MODERN),
)

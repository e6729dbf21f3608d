"""A project's own activities: what is learned from corrections, on top of I3D's features (Carreira and Zisserman, CVPR
2017). The network is that of Montes et al. 2016 (arXiv 1608.08128, models/nets/montes2016.py): Dropout ½ – LSTM –
Dropout ½ – linear. Deviations:
- instead of BatchNorm, which few examples make unsteady, features become unit vectors: their roots (they are ≥ 0), less
  the mean over all footage of the project, divided by their length (Wang et al., "SimpleShot", arXiv 1911.04623);
- what the LSTM says, and a linear layer beside it, is added to what the examples themselves say (`Memory`): how much
  nearer a step is to the mean of a label's examples than to the nearest step where that label is known not to be (Snell
  et al., "Prototypical Networks", NIPS 2017). Both begin with nothing to add: a single example is enough for an answer;
- no softmax over all labels and background: labels of one exclusive group compete in a softmax with an unseen rival of
  logit 0 (nothing of the group), so that a label without a group is a plain sigmoid. Which label is in which group is a
  buffer of the network (`group`), and travels with its weights;
- trained on windows with a mask for what nobody has said (`masked`), balanced over labels, instead of stateful streams;
- the form "linear" leaves the LSTM out, for comparison.
"""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from core.decode import DecodeSettings
from models.backbones import i3d
from models.card import ModelCard, Variant
from models.nets.montes2016 import Montes, State
from models.train import Recipe

FEATURES = 1024
MEMORY = 128  # steps that are remembered
# Of logits made of cosines; how these were chosen: models/papers/few_examples.py
SHARPNESS, RIVALRY = 10.0, 1.3
USUAL = 0.2  # how near the nearest of many other steps is at least: few that are known say too little
LEANING = 12.0  # how much likelier a label is elsewhere than it looks: its few examples look much like each other


class Output(NamedTuple):
    """logits [B, T, labels]; features [B, T, n]; state after the last step; group int64 [labels]."""

    logits: Tensor
    features: Tensor
    state: State
    group: Tensor


class Memory(nn.Module):
    """Unit vectors of features, and what examples say of them. Nothing here is trained: `models.prototypes` fills it.

    mean float32 [features]; prototypes [labels, features]: the mean of each label's examples, which is the shorter the
    more they differ, or zeros where a label has no example;
    steps [MEMORY, features]: unit vectors of what was looked at; against bool [MEMORY, labels]: which of them say where
    a label is not."""

    def __init__(self, labels: int, features: int) -> None:
        super().__init__()
        self.mean: Tensor
        self.prototypes: Tensor
        self.steps: Tensor
        self.against: Tensor
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("prototypes", torch.zeros(labels, features))
        self.register_buffer("steps", torch.zeros(MEMORY, features))
        self.register_buffer("against", torch.zeros(MEMORY, labels, dtype=torch.bool))

    def units(self, x: Tensor) -> Tensor:
        """Features [..., n] → unit vectors [..., n]."""
        return F.normalize(x.float().clamp_min(0).sqrt() - self.mean, dim=-1)

    def forward(self, units: Tensor) -> Tensor:
        """[..., n] → logits [..., labels]."""
        near = units @ self.prototypes.T
        like = units @ self.steps.T  # [..., MEMORY]
        rivals = [like.masked_fill(~mask, -1.0).amax(-1) for mask in self.against.unbind(1)]
        return SHARPNESS * (near - RIVALRY * torch.stack(rivals, -1).clamp_min(USUAL))


class Head(nn.Module):
    """x [B, T, features], state of the T before or None → `Output`. cells 0: no LSTM."""

    def __init__(self, labels: int, features: int = FEATURES, cells: int = 512) -> None:
        super().__init__()
        self.group: Tensor
        self.register_buffer("group", torch.arange(labels))
        self.scale = features**0.5
        self.memory = Memory(labels, features)
        last = [nn.Linear(features, labels)]
        self.linear = nn.Sequential(nn.Dropout(0.5), last[0])
        self.net = Montes(labels, features, cells) if cells else None
        if self.net is not None:
            self.net.norm = nn.Identity()  # type: ignore[assignment]
            last.append(self.net.fc)
        for layer in last:
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, x: Tensor, state: State | None = None) -> Output:
        units = self.memory.units(x)
        x = units * self.scale
        said = self.memory(units) + self.linear(x)
        if self.net is None:
            nothing = x.new_zeros(1, len(x), 1)
            return Output(said, x, state or (nothing, nothing), self.group)
        out = self.net(x, state)
        return Output(said + out.logits, out.features, out.state, self.group)


def log_probabilities(logits: Tensor, group: Tensor) -> tuple[Tensor, Tensor]:
    """(log p, log(1 − p)) of each label, [..., labels]: p = exp(l) / (1 + Σ exp(l of its group))."""
    logits = logits.float()
    same = group[:, None] == group[None, :]
    pairs = logits[..., None, :].expand(*logits.shape, logits.shape[-1])  # [..., label, rival]
    every = pairs.masked_fill(~same, -torch.inf).logsumexp(-1)
    others = pairs.masked_fill(~same | torch.eye(len(group), dtype=torch.bool, device=group.device), -1e9).logsumexp(-1)
    whole = F.softplus(every)
    return logits - whole, F.softplus(others) - whole


def scored(out: Output) -> Tensor:
    """The scores to use, 0…1 [..., labels]: probabilities whose odds are LEANING times those that were learned, so that
    ½ is where to decide. Those of a group may sum to more than 1."""
    p = log_probabilities(out.logits, out.group)[0].exp()
    return LEANING * p / (1 + (LEANING - 1) * p)


def read(out: Output) -> dict[str, Tensor]:
    return {"scores": scored(out), "features": out.features}


def masked(out: Output, values: Tensor, known: Tensor) -> Tensor:
    """Cross entropy of each label at the steps where it is known; values 0…1 and known [B, T, labels]."""
    yes, no = log_probabilities(out.logits, out.group)
    each = -(values * yes + (1 - values) * no) * known
    return each.sum() / known.sum().clamp_min(1)


def loss(network: nn.Module, inputs: Any, targets: Any) -> Tensor:
    """targets: (values, known) as `masked` takes them; or int64 [B]: the one label of all steps."""
    out = network(inputs)
    if isinstance(targets, Tensor):
        values = F.one_hot(targets, out.logits.shape[-1]).float()[:, None].expand(out.logits.shape)
        return masked(out, values, torch.ones_like(values))
    return masked(out, *targets)


def _clipped(network: nn.Module) -> object:
    return nn.utils.clip_grad_norm_(network.parameters(), 5.0)


CARD = ModelCard(
    name="head",
    title="Your own activities, learned from corrections",
    paper="Montes et al. (2016), over features of Carreira and Zisserman (2017)",
    clip=i3d.CARD.clip,
    labels="",
    gives=("scores", "embeddings"),
    parameters=3_457_424,
    counted=200,
    width=512,
    build=Head,
    backbone="i3d",
    variants=(
        Variant("small", 821_648, partial(Head, cells=128), width=128),
        Variant("linear", 205_000, partial(Head, cells=0), width=FEATURES),
    ),
    read=read,
    trained_by="learn from corrections in a project (`reelmark train PROJECT`)",
    decode=DecodeSettings(smoothing=1.0, threshold=0.5, low=0.4, merge_gap=0.5, min_length=0.3),
    loss=loss,
    recipes=(
        Recipe("paper", 43_000, 256, partial(torch.optim.RMSprop, lr=1e-5, alpha=0.9, eps=1e-8)),
        Recipe("modern", 300, 8, partial(torch.optim.AdamW, lr=5e-5, weight_decay=1e-2), clip=_clipped),
    ),
)

"""Baccouche, Mamalet, Wolf, Garcia and Baskurt, "Sequential Deep Learning for Human Action Recognition", HBU 2011
(2nd International Workshop on Human Behavior Understanding, LNCS 7065).

A 3D-ConvNet labels nine frames around a person (17,169 parameters); an LSTM reads the 120 features of such windows one
after the other and labels the sequence (25,956 parameters). Voting over the windows is what the LSTM is held against.

Deviations, and what the paper leaves open:
- the 34 × 54 of the input is read as width × height, as its 80 × 60: an upright person in a picture 60 high. Windows
  are 6 frames apart, so that neighbours share 3; the paper does not say how far apart they are;
- C2's 35 maps see the 7 maps of S1 as 7 × 2 single maps and all 21 pairs, and N1 has 50 units: the numbers that give
  17,169 parameters with 6 outputs;
- a subsampling map has three trainable numbers, as that count asks for: gain · tanh(weight · mean of 2 × 2 + bias).
  Convolutions C1 and C2 are linear up to |·|, C3 and N1 end in tanh, N2 in a softmax;
- rates and numbers of steps are ours: 1e-3, falling evenly to nothing, momentum 0.9;
- the LSTM has no peepholes; without a forget gate ("about 25,000" in the paper) it has 25,956 parameters, with one
  (form "lstm-four-gates") 34,506. It decides by the mean of its outputs over the steps;
- the form "convnet" votes by adding the windows' probabilities, so that it gives scores; the paper's table is made by
  counting their decisions, and has both;
- the whole network is one module of 17,169 + 25,956 = 43,125 parameters, since it keeps the ConvNet's own classifier
  (N1, N2); the LSTM's error does not reach the ConvNet, which in the paper is trained before it and then kept. The
  forms "lstm" and "lstm-four-gates" hold the ConvNet as fixed numbers, so that only the LSTM's are parameters;
- a person is found by motion where there is no annotation (models/person_windows.py), and a video of another shape
  than 4:3 is stretched to it.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any, NamedTuple, cast

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn
from torch.optim import SGD, Adam

from core.decode import DecodeSettings
from core.video.clips import ClipSpec
from models.card import PAPER, ModelCard, Variant
from models.person_windows import PICTURE, person_windows
from models.train import Recipe

ACTIONS = 6
CLIP = ClipSpec(frames=51, stride=1, step=12, size=PICTURE, colour="gray")  # eight windows


class Output(NamedTuple):
    """logits [B, labels]; features [B, n], the windows' mean; windows: the ConvNet's own logits [B, W, labels]; steps:
    the LSTM's [B, W, labels] (of a network that votes: the windows')."""

    logits: Tensor
    features: Tensor
    windows: Tensor
    steps: Tensor


class Subsampling(nn.Module):
    """Halves height and width; three trainable numbers per map."""

    def __init__(self, maps: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(maps, 1, 1, 1))
        self.bias = nn.Parameter(torch.zeros(maps, 1, 1, 1))
        self.gain = nn.Parameter(torch.ones(maps, 1, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        return self.gain * torch.tanh(self.weight * F.avg_pool3d(x, (1, 2, 2)) + self.bias)


class PartialConvolution(nn.Module):
    """C2: of n maps, two maps see each one alone and one sees each pair: 2n + n(n − 1)/2 maps."""

    place: Tensor

    def __init__(self, maps: int, kernel: tuple[int, int, int]) -> None:
        super().__init__()
        seen = [(i,) for i in range(maps) for _ in range(2)] + list(combinations(range(maps), 2))
        self.maps, self.inputs, self.kernel = len(seen), maps, kernel
        rows = [row * maps + i for row, inputs in enumerate(seen) for i in inputs]
        self.register_buffer("place", torch.tensor(rows), persistent=False)
        self.weight = nn.Parameter(torch.empty(len(rows), *kernel))
        self.bias = nn.Parameter(torch.empty(len(seen)))
        bound = torch.tensor([(len(inputs) * self.weight[0].numel()) ** -0.5 for inputs in seen])
        nn.init.uniform_(self.bias, -1, 1)
        nn.init.uniform_(self.weight, -1, 1)
        with torch.no_grad():
            self.bias.mul_(bound)
            self.weight.mul_(bound[torch.tensor(rows) // maps].view(-1, 1, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        whole = self.weight.new_zeros(self.maps * self.inputs, *self.kernel).index_copy(0, self.place, self.weight)
        return F.conv3d(x, whole.view(self.maps, self.inputs, *self.kernel), self.bias)


class ConvNet(nn.Module):
    """x float [B, 9, 54, 34] → logits [B, labels]. maps: of C1; deep: of C3; units: of N1."""

    def __init__(self, labels: int, maps: int = 7, deep: int = 5, units: int = 50) -> None:
        super().__init__()
        self.sizes = labels, maps, deep, units
        self.c1 = nn.Conv3d(1, maps, (5, 7, 7))
        self.s1 = Subsampling(maps)
        self.c2 = PartialConvolution(maps, (3, 5, 5))
        self.s2 = Subsampling(self.c2.maps)
        self.c3 = nn.Conv3d(self.c2.maps, deep, (3, 3, 3))
        self.width = deep * 8 * 3
        self.n1 = nn.Linear(self.width, units)
        self.n2 = nn.Linear(units, labels)

    def describe(self, x: Tensor) -> Tensor:
        """[B, 9, 54, 34] → features [B, 120]."""
        x = self.c1(x[:, None]).abs()  # [B, 7, 5, 48, 28]
        x = self.s1(x)  # [B, 7, 5, 24, 14]
        x = self.c2(x).abs()  # [B, 35, 3, 20, 10]
        x = self.s2(x)  # [B, 35, 3, 10, 5]
        return torch.tanh(self.c3(x)).flatten(1)  # [B, 5, 1, 8, 3] → 120

    def decide(self, features: Tensor) -> Tensor:
        return cast(Tensor, self.n2(torch.tanh(self.n1(features))))

    def forward(self, x: Tensor) -> Tensor:
        return self.decide(self.describe(x))


class LSTM(nn.Module):
    """x [B, W, n] → logits [B, W, labels]; gates: 3 are input, cell and output; 4 a forget gate as well."""

    def __init__(self, inputs: int, cells: int, labels: int, gates: int = 3) -> None:
        super().__init__()
        self.cells, self.gates = cells, gates
        self.inputs = nn.Linear(inputs, gates * cells)
        self.again = nn.Linear(cells, gates * cells, bias=False)
        self.output = nn.Linear(cells, labels)

    def forward(self, x: Tensor) -> Tensor:
        drive = self.inputs(x)
        h = c = x.new_zeros(len(x), self.cells)
        states = []
        for step in range(x.shape[1]):
            parts = (drive[:, step] + self.again(h)).chunk(self.gates, 1)
            fresh = torch.sigmoid(parts[0]) * torch.tanh(parts[1])
            c = fresh + (c if self.gates == 3 else torch.sigmoid(parts[3]) * c)
            h = torch.sigmoid(parts[2]) * torch.tanh(c)
            states.append(h)
        return cast(Tensor, self.output(torch.stack(states, 1)))


def described(convnet: ConvNet, x: Tensor) -> Tensor:
    """Windows [B, W, 9, 54, 34] → features [B, W, n]."""
    return convnet.describe(x.flatten(0, 1)).reshape(*x.shape[:2], -1)


class Voting(nn.Module):
    """The ConvNet alone; x [B, W, 9, 54, 34]: its windows vote."""

    def __init__(self, convnet: ConvNet) -> None:
        super().__init__()
        self.convnet = convnet

    def forward(self, x: Tensor) -> Output:
        features = described(self.convnet, x)
        windows = self.convnet.decide(features)
        votes = windows.softmax(-1).mean(1)
        return Output(votes.clamp_min(1e-9).log(), features.mean(1), windows, windows)


class Sequential(nn.Module):
    """ConvNet and LSTM; x [B, W, 9, 54, 34]: the LSTM decides."""

    def __init__(self, convnet: ConvNet, lstm: LSTM) -> None:
        super().__init__()
        self.convnet, self.lstm = convnet, lstm

    def forward(self, x: Tensor) -> Output:
        features = described(self.convnet, x)
        steps = self.lstm(features.detach())
        return Output(steps.mean(1), features.mean(1), self.convnet.decide(features), steps)


def fixed(network: nn.Module) -> nn.Module:
    """Its parameters become buffers under the same names: still loaded and saved, no longer trained or counted."""
    for module in network.modules():
        for name, parameter in [*module.named_parameters(recurse=False)]:
            delattr(module, name)
            module.register_buffer(name, parameter.detach())
    return network


def paper(labels: int) -> Sequential:
    return Sequential(ConvNet(labels), LSTM(120, 50, labels))


def convnet(labels: int) -> Voting:
    return Voting(ConvNet(labels))


def lstm(labels: int) -> Sequential:
    return Sequential(cast(ConvNet, fixed(ConvNet(labels))), LSTM(120, 50, labels))


def four_gates(labels: int) -> Sequential:
    return Sequential(cast(ConvNet, fixed(ConvNet(labels))), LSTM(120, 50, labels, gates=4))


def small(labels: int) -> Sequential:
    return Sequential(ConvNet(labels, maps=3, deep=3, units=24), LSTM(72, 24, labels))


def step_errors(logits: Tensor, targets: Tensor) -> Tensor:
    """Cross entropy of each of [B, W, labels] with its sequence's label, int64 [B]; the mean."""
    return F.cross_entropy(logits.flatten(0, 1), targets.repeat_interleave(logits.shape[1]))


def loss(network: nn.Module, inputs: Any, targets: Tensor | None) -> Tensor:
    """The ConvNet's own error and, where there is one, the LSTM's at each step; neither moves the other's weights."""
    assert targets is not None, "this network learns from labels"
    out = network(inputs)
    value = step_errors(out.windows, targets)
    return value if isinstance(network, Voting) else value + step_errors(out.steps, targets)


def online(steps: int) -> Recipe:
    """Back-propagation after every window (of the LSTM: every sequence), with momentum. The paper gives neither rates
    nor lengths; this rate falls evenly to nothing."""
    return Recipe(PAPER, steps, 1, lambda p: SGD(p, 1e-3, momentum=0.9), rate=lambda step: max(0.0, 1 - step / steps))


CARD = ModelCard(
    name="baccouche2011",
    title="3D-ConvNet and LSTM, actions of one person",
    paper="Baccouche et al., Sequential Deep Learning for Human Action Recognition (HBU 2011)",
    clip=CLIP,
    clip_rate=30.0,
    labels="",
    gives=("scores", "embeddings"),
    parameters=43_125,
    counted=ACTIONS,
    width=120,
    build=paper,
    variants=(
        Variant("small", 11_451, small, width=72),
        Variant("convnet", 17_169, convnet),
        Variant("lstm", 25_956, lstm),
        Variant("lstm-four-gates", 34_506, four_gates),
    ),
    prepare=person_windows,
    half=False,
    decode=DecodeSettings(threshold=0.5, low=0.3, merge_gap=0.5, min_length=0.5, exclusive=True),
    loss=loss,
    recipes=(online(200_000), Recipe("adam", 20_000, 16, lambda p: Adam(p, 1e-3))),
)

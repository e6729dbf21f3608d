"""A network whose features tell dark from bright, in the place of I3D, and the head on top of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import Tensor, nn

import models.cards
from models import checkpoint
from models.nets import head
from tests.helpers.tiny import Out, checkpoint_of, tiny_card


class Bright(nn.Module):
    """1,024 features of a clip: how near its brightness is to each of 1,024 levels."""

    def __init__(self, _: int = 3) -> None:
        super().__init__()
        self.levels = nn.Parameter(torch.linspace(-1, 1, head.FEATURES))

    def forward(self, x: Tensor) -> Out:
        return Out(torch.zeros(len(x), 3), Near(self)(Mean()(x)).features)


class Mean(nn.Module):
    """What is not fine-tuned."""

    def forward(self, x: Tensor) -> Tensor:
        return x.mean((1, 2, 3, 4))[:, None]


class Near(nn.Module):
    """What is."""

    def __init__(self, network: Bright) -> None:
        super().__init__()
        self.levels = network.levels

    def forward(self, x: Tensor) -> Out:
        near = torch.exp(-20 * (x - self.levels).square())
        return Out(near, near)


def teachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes `i3d` that network, and `head`, which learns this in few steps, the only other one."""
    base = tiny_card(name="i3d", build=Bright, width=head.FEATURES, split=lambda net: (Mean(), Near(net)))
    checkpoint_of(checkpoint.folder(base) / "bright.safetensors", base)
    paper, modern = head.CARD.recipes
    taught = replace(head.CARD, recipes=(paper, replace(modern, steps=40, batch=8)))
    monkeypatch.setattr(models.cards, "CARDS", (base, taught))

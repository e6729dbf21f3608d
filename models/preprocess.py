"""Clips as decoded → what a network eats."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from core.video.clips import ClipSpec
from models.card import Prepared


def batch(clips: Sequence[np.ndarray], spec: ClipSpec, device: torch.device) -> Tensor:
    """uint8 [T, H, W, C] each → float32 [B, C, T, H, W], normalised by the spec's mean and std.

    The pictures travel to the device as bytes and stay in the order they were decoded in, which is torch's
    channels_last_3d: nothing is copied to change the layout.
    """
    x = torch.from_numpy(np.stack(clips)).to(device, non_blocking=True).to(torch.float32)
    mean, std = _normal(spec, x.shape[-1], device)
    return x.sub_(mean).div_(std).permute(0, 4, 1, 2, 3)


@functools.lru_cache(16)
def _normal(spec: ClipSpec, channels: int, device: torch.device) -> tuple[Tensor, Tensor]:
    return torch.tensor(spec.mean[:channels], device=device), torch.tensor(spec.std[:channels], device=device)


def stacked(items: Sequence[Prepared], device: torch.device) -> Tensor | tuple[Tensor, ...]:
    """What a card's `prepare` made → tensors with a batch dimension before them, in its own types (bytes travel as
    bytes); a tuple where each item is one."""
    first = items[0]
    if isinstance(first, tuple):
        return tuple(_stack([item[i] for item in items], device) for i in range(len(first)))
    return _stack(items, device)


def _stack(arrays: Sequence[Any], device: torch.device) -> Tensor:
    return torch.from_numpy(np.stack(arrays)).to(device, non_blocking=True)

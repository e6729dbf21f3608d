"""Clips as decoded → what a network eats."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from core.video.clips import ClipSpec


def batch(clips: Sequence[np.ndarray], spec: ClipSpec, device: torch.device) -> Tensor:
    """uint8 [T, H, W, C] each → float32 [B, C, T, H, W], normalised by the spec's mean and std.

    The pictures travel to the device as bytes and stay in the order they were decoded in, which is torch's
    channels_last_3d: nothing is copied to change the layout.
    """
    x = torch.from_numpy(np.stack(clips)).to(device, non_blocking=True).to(torch.float32)
    mean = torch.tensor(spec.mean[: x.shape[-1]], device=device)
    std = torch.tensor(spec.std[: x.shape[-1]], device=device)
    return x.sub_(mean).div_(std).permute(0, 4, 1, 2, 3)

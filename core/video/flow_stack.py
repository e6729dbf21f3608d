"""Fields of consecutive frames → the input volume of a temporal network (Simonyan and Zisserman, NIPS 2014, section 3).

All take and give float32; L fields [L, H, W, 2] become [2L, H, W], the channels dx₁, dy₁, dx₂, dy₂ …
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import cv2
import numpy as np

Kind = Literal["stack", "trajectory", "bidirectional"]
KINDS: tuple[Kind, ...] = ("stack", "trajectory", "bidirectional")


def steps(kind: Kind, length: int) -> list[tuple[int, int]]:
    """Which fields of a window of length + 1 frames: (from, to) as places in it. Bi-directional: the first half of the
    fields lead forward from the middle frame, the second half backward from it, nearest first."""
    if kind != "bidirectional":
        return [(i, i + 1) for i in range(length)]
    if length % 2:
        raise ValueError(f"a bi-directional stack has an even number of fields, not {length}")
    middle = length // 2
    return [(middle + i, middle + i + 1) for i in range(middle)] + [(middle - i, middle - i - 1) for i in range(middle)]


def volume(fields: Sequence[np.ndarray] | np.ndarray, kind: Kind = "stack", mean: bool = True) -> np.ndarray:
    """[H, W, 2] each, as `steps` orders them → [2L, H, W]. mean: each field's mean vector is subtracted from it,
    against the camera's own motion; along trajectories the positions still follow the whole motion."""
    if kind == "trajectory":
        fields = trajectory(np.asarray(fields))
    return np.concatenate([planes(field, mean) for field in fields])


def planes(field: np.ndarray, mean: bool = True) -> np.ndarray:
    """One field [H, W, 2] → its part of the volume, [2, H, W]."""
    found = np.ascontiguousarray(field.transpose(2, 0, 1), np.float32)
    return np.asarray(found - found.mean((1, 2), keepdims=True)) if mean else found


def trajectory(fields: np.ndarray) -> np.ndarray:
    """[L, H, W, 2] → the same, field k sampled where the pixel has come to: p₁ = (x, y), pₖ = pₖ₋₁ + dₖ₋₁(pₖ₋₁).
    Bilinear; beyond the border the nearest pixel counts."""
    height, width = fields.shape[1:3]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    out = np.empty_like(fields, dtype=np.float32)
    for k, field in enumerate(fields):
        out[k] = field if k == 0 else cv2.remap(field, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        x, y = x + out[k, :, :, 0], y + out[k, :, :, 1]
    return out


def mirrored(stack: np.ndarray) -> np.ndarray:
    """The volume [2L, H, W] (or a batch of them) of the video seen in a mirror: columns reversed, dx negated."""
    turned = stack[..., ::-1].copy()
    turned[..., 0::2, :, :] *= -1
    return turned

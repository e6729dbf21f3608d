"""What a head remembers of the examples themselves (models/nets/head.py, `Memory`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from models.nets.head import MEMORY, Head

if TYPE_CHECKING:
    from models.improve import Lesson


@torch.no_grad()
def remember(network: Head, lessons: Sequence[Lesson], rest: Sequence[np.ndarray] = (), seed: int = 0) -> None:
    """Fills the network's memory. rest: features [steps, n] of footage that nobody said anything of; with the lessons'
    own unknown steps it says what is usual in this project. The labels' groups must be there already."""
    memory, group = network.memory, network.group.cpu()
    memory.mean.copy_(_mean([*(lesson.features for lesson in lessons), *rest]))
    looked = [lesson.known.any(1) for lesson in lessons]
    units = memory.units(_tensor([lesson.features[mask] for lesson, mask in zip(lessons, looked, strict=True)]))
    values = _tensor([lesson.values[mask] for lesson, mask in zip(lessons, looked, strict=True)]) > 0
    known = _tensor([lesson.known[mask] for lesson, mask in zip(lessons, looked, strict=True)]) > 0
    there = values & known
    for label in range(len(group)):
        if there[:, label].any():
            memory.prototypes[label].copy_(units[there[:, label]].mean(0))
    # where a rival of its group is, the softmax says already that a label is not
    rivals = (there.float() @ (group[:, None] == group[None, :]).float()) > 0
    against = known & ~values & ~rivals
    chosen = _spread(units, against, seed)
    memory.steps[: len(chosen)].copy_(units[chosen])
    memory.against[: len(chosen)].copy_(against[chosen])


def _tensor(parts: Sequence[np.ndarray]) -> Tensor:
    return torch.from_numpy(np.concatenate(parts).astype(np.float32))


def _mean(parts: Sequence[np.ndarray]) -> Tensor:
    """Of the roots, over all steps; video by video, as a long project is large."""
    total, steps = np.zeros(parts[0].shape[1], np.float64), 0
    for features in parts:
        total += np.sqrt(np.maximum(features.astype(np.float32), 0)).sum(0, dtype=np.float64)
        steps += len(features)
    return torch.from_numpy((total / max(1, steps)).astype(np.float32))


def _spread(units: Tensor, against: Tensor, seed: int) -> Tensor:
    """Numbers of up to MEMORY steps that say where something is not, as different as can be: each is the farthest from
    those before it (Gonzalez 1985)."""
    from_ = torch.flatten(against.any(1).nonzero())
    if len(from_) <= MEMORY:
        return from_
    some = units[from_]
    at = int(np.random.default_rng(seed).integers(len(from_)))
    chosen, nearest = [at], some @ some[at]
    for _ in range(MEMORY - 1):
        at = int(nearest.argmin())
        chosen.append(at)
        nearest = torch.maximum(nearest, some @ some[at])
    return from_[torch.tensor(chosen)]

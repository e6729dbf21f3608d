"""Trials of the two streams on rendered motion: single pictures against flow, kinds of stacks, mean subtraction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch import nn

from core.task import Progress, Task
from core.video.flow import Flow
from core.video.flow_stack import Kind, steps, volume
from models.datasets.rendered_motion import CLASSES, RenderedMotion
from models.device import Device
from models.nets.simonyan2014 import LENGTH, Spatial, Temporal, cnn_m, cosine, loss, picture
from models.train import History, Recipe, fit

SHAKE = 2.0  # pixels a frame
_HELD_OUT = 1_000_000  # videos of a seed from here on are for testing


@dataclass(frozen=True)
class Input:
    """What a trial's network sees of the eleven frames: its length-L middle, or (flow False) the middle picture."""

    flow: bool = True
    length: int = LENGTH
    kind: Kind = "stack"
    mean: bool = True


@dataclass(frozen=True)
class Pool:
    """Rendered videos as the networks see them: pictures uint8 [n, 3, side, side], fields forward and back in time
    float16 [n, L, side, side, 2] (field i leads from frame i to i + 1, or back; or none), targets int64 [n]."""

    pictures: np.ndarray
    forward: np.ndarray
    backward: np.ndarray
    targets: np.ndarray

    def inputs(self, rows: np.ndarray, look: Input) -> np.ndarray:
        if not look.flow:
            return np.asarray(self.pictures[rows])
        first = (LENGTH - look.length) // 2
        stacks = []
        for row in rows:
            places = [(first + a, first + b) for a, b in steps(look.kind, look.length)]
            fields = [self.forward[row, a] if b > a else self.backward[row, b] for a, b in places]
            stacks.append(volume([field.astype(np.float32) for field in fields], look.kind, look.mean))
        return np.stack(stacks)


def pool(videos: RenderedMotion, count: int, first: int = 0, backward: bool = True) -> Task[Pool]:
    """Renders `count` videos and computes their flow, if asked for back in time as well."""
    flow, pictures, forward, back = Flow(), [], [], []
    for n in range(first, first + count):
        frames = videos.video(n)
        pictures.append(picture(frames[LENGTH // 2]))
        forward.append(np.stack([flow.between(a, b) for a, b in pairwise(frames)]).astype(np.float16))
        if backward:
            back.append(np.stack([flow.between(b, a) for a, b in pairwise(frames)]).astype(np.float16))
        if n % 8 == 0:
            yield Progress(n - first, count, "Rendering motion")
    targets = np.array([videos.label(n) for n in range(first, first + count)])
    return Pool(np.stack(pictures), np.stack(forward), np.array(back), targets)


@dataclass(frozen=True)
class Bench:
    """Training and test videos of one seed and camera."""

    train: Pool
    test: Pool
    seed: int


def bench(seed: int, shake: float, train: int, test: int, backward: bool = True) -> Task[Bench]:
    videos = RenderedMotion(seed, shake=shake)
    made = yield from pool(videos, train, 0, backward)
    held = yield from pool(videos, test, _HELD_OUT, backward)
    return Bench(made, held, seed)


def trial(
    at: Bench, look: Input, recipe: Recipe, device: Device, store: Path | None = None
) -> Task[tuple[float, History]]:
    """Trains the small network on what `look` shows; (test accuracy in per cent, history)."""
    torch.manual_seed(at.seed)
    network: nn.Module
    if look.flow:
        network = Temporal(cnn_m(len(CLASSES), True, small=True, channels=2 * look.length))
    else:
        network = Spatial(cnn_m(len(CLASSES), False, small=True))
    history = yield from fit(
        network,
        recipe,
        lambda net, batch: loss(net, (batch[0],), batch[1]),
        _batches(at, look, recipe.batch),
        device=device,
        seed=at.seed,
        store=store,
        text="Rendered motion",
    )
    right = 0
    for part in np.array_split(np.arange(len(at.test.targets)), max(1, len(at.test.targets) // 40)):
        x = torch.from_numpy(at.test.inputs(part, look)).to(device.torch)
        with torch.inference_mode():
            right += int((network((x,)).logits.argmax(1).cpu().numpy() == at.test.targets[part]).sum())
        yield Progress(0, 0, "Testing on rendered motion")
    return 100 * right / len(at.test.targets), history


def _batches(at: Bench, look: Input, size: int) -> Callable[[int], tuple[np.ndarray, np.ndarray]]:
    def batches(step: int) -> tuple[np.ndarray, np.ndarray]:
        rows = np.random.default_rng((at.seed, step)).integers(0, len(at.train.targets), size)
        return at.train.inputs(rows, look), at.train.targets[rows]

    return batches


def shorter(recipe: Recipe, count: int, batch: int) -> Recipe:
    """The same optimiser over fewer steps."""
    return replace(recipe, steps=count, batch=batch, rate=cosine(count, max(5, count // 10)))


def shown(shake: float, count: int = 2) -> list[tuple[str, list[np.ndarray]]]:
    """Rows for a strip of pictures: frames of the first videos, and their flow to the right, gray where it is 0."""
    videos, flow = RenderedMotion(0, shake=shake), Flow()
    rows: list[tuple[str, list[np.ndarray]]] = []
    for n in range(0, 2 * count, 2):
        frames = list(videos.video(n))
        fields = [flow.between(a, b) for a, b in pairwise(frames)]
        name = f"{CLASSES[videos.label(n)]}{', camera shakes' if shake else ''}"
        rows.append((name, frames))
        rows.append(("its flow, dx", [np.clip(field[..., 0] / 8 + 0.5, 0, 1) for field in fields]))
    return rows

"""How much of a training step is the network's own: for every network that has recipes, one step in `models.train.fit`
with its batches read meanwhile, against one step of the same layers and optimiser on random tensors in memory.
`train_NAME_ratio` is the latter's time over ours, the median of pairs in turn; at least 0.9. `train_ratio` is the least
of them. Higher is better.

The batches come as they do for the papers: bouncing digits are drawn as they are needed; everything else was prepared
from videos once (clips of the sample in the size of UCF-101, through the card's own preparation) and is read from a
mapped file. The card's own size is trained, with the batch of BATCHES: a processor has no memory for all of a paper's.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.lib.stride_tricks import as_strided
from torch import Tensor, nn

from app.benches.analyze import footage
from app.benches.figure import Figure
from core.task import drive
from core.video.clips import clips
from core.video.source import open_video
from models.card import ModelCard
from models.cards import CARDS, card
from models.datasets.moving_mnist import MovingMnist
from models.device import choose, roomy_memory
from models.preprocess import batch, stacked
from models.train import Recipe, fit

PAIRS = 5
WARM, SECONDS, FEWEST, MOST = 5, 1.5, 3, 600  # steps before the clock, seconds and steps of one measurement
SIZE = "320:240"
BATCH = 4
BATCHES = {"patraucean2015": 1, "montes2016": 64, "srivastava2015-classifier": 16, "baccouche2011": 8, "mobahi2009": 16}
CPU = torch.device("cpu")
Inputs = Tensor | tuple[Tensor, ...]
Batches = Callable[[int], tuple[Inputs, Tensor | None]]
_CLIPS = 16  # prepared ones, which batches are drawn of


def run() -> dict[str, Figure]:
    with tempfile.TemporaryDirectory(prefix="reelmark-bench-") as name:
        video = footage(Path(name) / "clip.mp4", SIZE)
        ratios = {f"train_{one.name}_ratio": measured(one, video) for one in CARDS if one.recipes}
    return ratios | {"train_ratio": min(ratios.values(), key=lambda figure: figure.value)}


def measured(one: ModelCard, video: Path) -> Figure:
    """`one`: the card in the form to train."""
    torch.manual_seed(0)
    size = BATCHES.get(one.name, BATCH)
    network = one.build(one.counted).train()
    recipe = one.recipe()
    batches = loader(one, video, size)
    kept = batches(0)
    steps = int(min(MOST, max(FEWEST, SECONDS / _plain(one, network, recipe, kept, 2))))
    took = np.empty((PAIRS, 2))
    for i in range(PAIRS):
        for side in (0, 1) if i % 2 else (1, 0):
            if side:
                took[i, side] = _plain(one, network, recipe, kept, steps)
            else:
                took[i, side] = _fitted(one, network, recipe, batches, steps)
    ratio = float(np.median(took[:, 1] / took[:, 0]))
    against = f"{1e3 * np.median(took[:, 1]):.0f} ms in memory, batch {size}, {torch.get_num_threads()} threads"
    return Figure(ratio, "", against, ratio)


def _plain(one: ModelCard, network: nn.Module, recipe: Recipe, kept: Any, steps: int) -> float:
    """Seconds a step."""
    x, targets = kept
    x = _random(x)
    optimizer = recipe.optimizer(network.parameters())
    for group in optimizer.param_groups:
        group["lr"] = 0.0
    network.train()
    began = 0.0
    with roomy_memory():  # as in `fit`
        for step in range(steps + 1):
            if step == 1:  # the first one makes the optimiser's memory
                began = time.perf_counter()
            optimizer.zero_grad(set_to_none=True)
            one.loss(network, x, targets).backward()  # type: ignore[no-untyped-call]
            recipe.clip(network)
            optimizer.step()
    return (time.perf_counter() - began) / steps


def _random(x: Any) -> Any:
    if isinstance(x, tuple):
        return tuple(_random(part) for part in x)
    return torch.rand_like(x) if x.is_floating_point() else torch.randint_like(x, 0, 256)


class _Enough(Exception):
    pass


def _fitted(one: ModelCard, network: nn.Module, recipe: Recipe, batches: Batches, steps: int) -> float:
    """Seconds a step of the real loop, once the batches made beforehand are used up."""
    begun: list[float] = []

    def loss(net: nn.Module, given: tuple[Any, Tensor | None]) -> Tensor:
        begun.append(time.perf_counter())
        if len(begun) > WARM + steps:
            raise _Enough
        return one.loss(net, *given)

    still = replace(recipe, rate=lambda _: 0.0)  # noise leads a network astray
    with suppress(_Enough):
        drive(fit(network, still, loss, batches, device=choose("cpu")))
    return (begun[-1] - begun[WARM]) / steps


def loader(one: ModelCard, video: Path, size: int) -> Batches:
    """batches(n) → (inputs, targets) of the card."""
    labels = torch.arange(size) % max(1, one.counted) if "scores" in one.gives and one.counted else None
    read = _digits(one, size) if one.clip.colour == "gray" and one.clip.size == (64, 64) else _kept(one, video, size)
    return lambda step: (read(step), labels)


def _digits(one: ModelCard, size: int) -> Callable[[int], Inputs]:
    moving = MovingMnist.of(np.random.default_rng(0).integers(0, 256, (60_000, 28, 28), np.uint8))
    prepare = one.prepare and one.prepare(one.clip)

    def read(step: int) -> Inputs:
        clips = list(moving.batch(step, size, one.clip.frames)[..., None])
        return batch(clips, one.clip, CPU) if prepare is None else stacked([prepare(0, clip) for clip in clips], CPU)

    return read


def _kept(one: ModelCard, video: Path, size: int) -> Callable[[int], Inputs]:
    """Anything of a mapped file: windows of a sequence of features, float16 as in the cache; or prepared clips."""
    if one.backbone:
        steps, width = one.window or 20, card(one.backbone).width
        (features,) = _mapped(video.with_suffix(f".{one.name}"), [np.random.default_rng(0).normal(size=(2_000, width))])
        every = as_strided(features, (len(features) - steps, steps, width), (features.strides[0], *features.strides))
        files = [every]
    else:
        with open_video(video) as source:
            prepare = one.prepare and one.prepare(one.clip)
            some = (item for item in islice(clips(source, one.clip), _CLIPS))
            made = [clip if prepare is None else prepare(number, clip) for number, clip in some]
        parts = zip(*(item if isinstance(item, tuple) else (item,) for item in made), strict=True)
        files = _mapped(video.with_suffix(f".{one.name}"), [np.stack(part) for part in parts])

    def read(step: int) -> Inputs:
        rows = np.random.default_rng(step).integers(0, len(files[0]), size)
        some = [file[rows] for file in files]
        if one.prepare is None and not one.backbone:
            return batch(list(some[0]), one.clip, CPU)
        found = tuple(torch.from_numpy(part.astype(np.float32) if part.dtype.kind == "f" else part) for part in some)
        return found if len(found) > 1 else found[0]

    return read


def _mapped(file: Path, arrays: list[np.ndarray]) -> list[np.ndarray]:
    found = []
    for i, array in enumerate(arrays):
        np.save(f"{file}{i}.npy", array.astype(np.float16) if array.dtype.kind == "f" else array)
        found.append(np.asarray(np.load(f"{file}{i}.npy", mmap_mode="r")))  # a memmap's own views cost more each
    return found

"""The forms of srivastava2015 against each other: on Moving MNIST, and on patches of UCF-101's clips.

All forms of one trial start from the same seed and see the same sequences, either as many of them or for as long.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn

from core.task import Progress, Task
from models.datasets import ucf101
from models.datasets.moving_mnist import MovingMnist
from models.datasets.patches import Pictures, pictures
from models.nets.srivastava2015 import FORMS, Form, Srivastava, loss, per_frame, weaned
from models.papers.report import Job
from models.train import History, Recipe, fit

COMPARED = ("future", "composite", "future-conditional", "paper")  # the table's order
FUTURE = 10  # frames of Moving MNIST
PATCH, PATCH_FUTURE = 32, 13
PICTURE = (128, 96)


@dataclass(frozen=True)
class Budget:
    """minutes: for one network (None: as long as its steps take). wean: the steps within which conditional decoders
    come to see nothing but their own output (0: they see the truth to the end, as in the paper)."""

    recipe: Recipe
    minutes: float | None
    tested: int
    wean: int = 0


@dataclass(frozen=True)
class Trial:
    """error: the measure of the paper, mean over the future's frames; forced: the same with the true frames fed to a
    conditional decoder; reconstruction: of the past (nan where there is no such decoder)."""

    network: Srivastava
    history: History
    error: float
    forced: float
    reconstruction: float


def sized(name: str, like: Form) -> Form:
    """The form of that name with the size and the data of another one."""
    form = FORMS[name]
    return replace(like, reconstructs=form.reconstructs, predicts=form.predicts, conditional=form.conditional)


def pictures_loss(network: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
    """batch: uint8 [B, T, H, W], and how much of the truth conditional decoders see."""
    pictures, truth = batch
    cast(Srivastava, network).truth = float(truth)
    return loss(network, pictures[:, None].float() / 255)


def mnist(job: Job, budget: Budget, data: MovingMnist, form: Form, seed: int, name: str) -> Task[Trial]:
    """Trains on the training digits and measures on the test sequences."""
    frames = form.past + FUTURE
    train = _train(job, budget, form, seed, name, lambda step: data.batch(step, budget.recipe.batch, frames))
    network, history = yield from train
    size = min(100, budget.tested)
    test = [data.batch(i, size, frames, "test") for i in range(budget.tested // size)]
    return (yield from _measured(network, history, test, job, f"Testing {name}", 1.0))


def _train(
    job: Job, budget: Budget, form: Form, seed: int, name: str, batches: Callable[[int], np.ndarray]
) -> Task[tuple[Srivastava, History]]:
    torch.manual_seed(seed)
    network = Srivastava(form)
    history = yield from fit(
        network,
        budget.recipe,
        pictures_loss,
        lambda step: (batches(step), np.array(weaned(step, budget.wean))),
        device=job.device,
        seed=seed,
        minutes=budget.minutes,
        store=job.out / f"{name.replace(' ', '-')}-{form.units}-{budget.recipe.name}-{budget.recipe.steps}.state",
        bf16=budget.recipe.name != "paper",
        text=name,
    )
    return network, history


def _measured(
    network: Srivastava, history: History, test: list[np.ndarray], job: Job, text: str, unit: float
) -> Task[Trial]:
    """unit: what the decoders' numbers are multiplied by before they are squared."""
    sums = np.zeros(3)
    form = network.form
    with torch.inference_mode():
        for i, batch in enumerate(test):
            x = torch.from_numpy(batch).to(job.device.torch)[:, None].float() / 255
            for j, forced in enumerate((False, True)):
                network.train(forced)
                network.truth = 1.0
                found = [float(per_frame(a, b, form.logistic).mean()) for a, b in network(x).logits]
                sums[j] += found[-1]
                sums[2] += found[0] / 2
            yield Progress(i, len(test), text)
    network.eval()
    error, forced_error, past = (float(v) for v in sums / len(test) * unit**2)
    return Trial(network, history, error, forced_error, past if form.reconstructs else float("nan"))


@dataclass(frozen=True)
class Footage:
    """Pictures of the clips to learn from and of those to test with, of other groups."""

    train: Pictures
    test: Pictures
    said: str


def footage(folder: Path, store: Path, most: int | None) -> Task[Footage]:
    """The test clips are the last group of every class that has two; everything else is learned from."""
    everything = ucf101.subset(folder)
    _, test = ucf101.group_split(ucf101.by_group(everything))
    held = {clip.path for clip in test}
    recordings = {(clip.label, clip.group) for clip in test}
    train = [clip for clip in everything if clip.path not in held and (clip.label, clip.group) not in recordings]
    learned = yield from pictures([clip.path for clip in train], store, PICTURE, most=most)
    asked = yield from pictures([clip.path for clip in test], store, PICTURE, most=most)
    said = f"{len(train)} clips to learn from, {len(test)} of other groups to test with"
    return Footage(learned, asked, said)


def patches(job: Job, budget: Budget, data: Footage, form: Form, seed: int, name: str) -> Task[tuple[Trial, float]]:
    """The trial and, in the same measure, what copying the last frame costs: squared error of a patch, 0…1, summed over
    its pixels, mean over 13 frames."""
    frames = form.past + PATCH_FUTURE

    def batches(step: int) -> np.ndarray:
        return data.train.batch(step, budget.recipe.batch, frames, PATCH, seed)

    network, history = yield from _train(job, budget, form, seed, name, batches)
    test = [data.test.batch(i, 100, frames, PATCH, seed=9_999) for i in range(max(1, budget.tested // 100))]
    trial = yield from _measured(network, history, test, job, f"Testing {name}", network.spread)
    x = np.concatenate(test).astype(np.float32) / 255
    copied = float(np.square(x[:, form.past :] - x[:, form.past - 1 : form.past]).sum((2, 3)).mean())
    return trial, copied

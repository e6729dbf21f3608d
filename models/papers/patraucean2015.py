"""Patraucean et al. 2015 on Moving MNIST: cross entropy per pixel, one frame ahead, of the four forms; and the weights
that ship, which learned from real footage.

The sequences are generated from MNIST's digits as the paper's were (it does not hand out its own). Every form is
trained on as many sequences. Measured on the test digits: the predictions of frames 11 to 20, each from all frames
before it (ten for AE-Conv), against the squared error of copying the last frame.

The paper's decoder is linear, and a linear output has no cross entropy. Here all forms but "released" end in a logistic
function and learn cross entropy with the paper's penalty (the flow form also that frames moved by its flow are near
to what came, see `told`); outputs of "released" (gradient loss, linear) are clamped to
0.001…0.999 before they are measured.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from core.task import Progress, Task
from core.video.flow_wheel import flow_picture
from models import checkpoint
from models.datasets.moving_mnist import MovingMnist
from models.nets.patraucean2015 import CARD, STACKED, NextFrame, Output, adam, entropy_loss, motion, released_loss
from models.papers import figures
from models.papers.report import Job, Paper, Report, Row, over_seeds
from models.papers.surprise_weights import FASTER, falling, ship
from models.train import History, Recipe, fit

__all__ = ["PAPER", "ship"]

NUMBERS = {"conv": 0.0948, "fclstm": 0.0650, "convlstm": 0.0641, "flow": 0.0439}
TITLES = {"conv": "AE-Conv", "fclstm": "AE-fcLSTM", "convlstm": "AE-ConvLSTM", "flow": "AE-ConvLSTM-flow"}
FRAMES = 20
CLAMP = 1e-3
QUICK_STEPS, QUICK_MINUTES = 500, 4.5  # of one sequence each; a quick run with a budget has as many more
RISE = 60  # steps; in ten, one network in eight got stuck with the black picture
FLOW_RATE = 0.25  # the small build's flow head is smaller and bears more


@dataclass(frozen=True)
class Plan:
    """What is trained: form → the card's variant; sequences of `frames`, and how many are tested. cap: minutes for one
    network (None: as long as it takes)."""

    variants: dict[str, str]
    recipe: Recipe
    seeds: int
    frames: int
    tested: int
    cap: float | None


def planned(job: Job) -> Plan:
    if job.quick and not job.size:
        variants = {"conv": "small-conv", "fclstm": "small-fclstm", "convlstm": "small-convlstm", "flow": "small"}
    elif job.variant == "paper":
        variants = {"conv": "conv", "fclstm": "fclstm", "convlstm": "convlstm", "flow": "paper"}
    else:
        form = job.variant.removeprefix("small-")
        variants = {form if form in NUMBERS else "flow": job.variant}
    seeds = job.seeds or (3 if job.quick else 1)
    networks = seeds * len(variants)
    if job.quick:
        minutes = job.minutes or QUICK_MINUTES
        steps = job.stretched(QUICK_STEPS, QUICK_MINUTES)
        optimizer, rate = partial(adam, flow=FLOW_RATE), partial(falling, steps, FASTER, rise=RISE)
        recipe = replace(CARD.recipe("modern"), steps=steps, batch=1, rate=rate, optimizer=optimizer)
        return Plan(variants, recipe, seeds, 12, 100, 2 * minutes / networks)  # two slow forms take what others leave
    recipe = CARD.recipe("released" if job.size == "released" else "paper" if job.minutes is None else "modern")
    return Plan(variants, recipe, seeds, FRAMES, 1_000, job.minutes and job.minutes / networks)


def frames_of(batch: Tensor) -> Tensor:
    """uint8 [B, T, H, W] → float [B, T, 1, H, W], 0…1."""
    return batch.float()[:, :, None] / 255


def loss_of(variant: str) -> Callable[[nn.Module, Any], Tensor]:
    chosen = released_loss if variant == "released" else entropy_loss
    return lambda network, batch: chosen(network, frames_of(batch))


@dataclass
class Trained:
    network: NextFrame
    history: History
    measures: dict[str, float]


def reproduce(job: Job) -> Task[Report]:
    """The table, its figures and the checkpoint of the flow form. Raises UserError where MNIST is not there."""
    began, plan = time.perf_counter(), planned(job)
    folder = job.data / "mnist"
    trained: dict[str, list[Trained]] = {form: [] for form in plan.variants}
    for seed in range(plan.seeds):
        data = MovingMnist(folder, seed)
        for form in plan.variants:
            trained[form].append((yield from _train(job, plan, data, form, seed)))
    yield Progress(1, 1, "Figures")
    made = _figures(job, plan, MovingMnist(folder), {form: runs[0] for form, runs in trained.items()})
    saved = _keep(job, plan, trained)
    rows = [_row(form, plan, trained.get(form, [])) for form in NUMBERS]
    return Report(
        PAPER.name,
        PAPER.title,
        (*rows, *_squared(plan, trained)),
        time.perf_counter() - began,
        job.device.badge(),
        _notes(job, plan, trained),
        tuple(str(file) for file in made),
        saved,
    )


def _train(job: Job, plan: Plan, data: MovingMnist, form: str, seed: int) -> Task[Trained]:
    variant = plan.variants[form]
    torch.manual_seed(seed)
    network = CARD.as_variant(variant).build(1)
    assert isinstance(network, NextFrame)
    network.logistic = variant != "released"
    name = f"{TITLES[form]} ({variant}), seed {seed + 1} of {plan.seeds}"
    cuda = job.device.kind == "cuda"
    history = yield from fit(
        network,
        plan.recipe,
        loss_of(variant),
        lambda step: torch.from_numpy(data.batch(step, plan.recipe.batch, plan.frames)),
        device=job.device,
        seed=seed,
        minutes=plan.cap,
        store=job.out / f"{variant}-{plan.recipe.name}-{plan.recipe.steps}-{seed}.state",
        bf16=cuda,
        compiled=cuda,
        text=name,
    )
    measures = yield from measured(network, data, plan.tested, job.device.torch, f"Testing {name}")
    return Trained(network, history, measures)


def measured(
    network: NextFrame, data: MovingMnist, count: int, device: torch.device, text: str = "Testing"
) -> Task[dict[str, float]]:
    """entropy (nats), squared, and copied: the squared error of the last frame; per pixel, mean over frames 11 to 20 of
    `count` test sequences."""
    totals, size = torch.zeros(3, dtype=torch.float64), 10
    network.eval()
    for at in range(0, count, size):
        x = frames_of(torch.from_numpy(data.batch(at // size, size, FRAMES, "test")).to(device))
        with torch.inference_mode():
            guess, came, before = network(x).prediction[:, STACKED - 1 : -1], x[:, STACKED:], x[:, STACKED - 1 : -1]
            entropy = F.binary_cross_entropy(guess.clamp(CLAMP, 1 - CLAMP), came)
            totals += torch.stack([entropy, F.mse_loss(guess, came), F.mse_loss(before, came)]).double().cpu()
        yield Progress(at, count, text)
    entropy, squared, copied = (totals / math.ceil(count / size)).tolist()
    return {"entropy": entropy, "squared": squared, "copied": copied}


def _row(form: str, plan: Plan, runs: Sequence[Trained]) -> Row:
    title, number = TITLES[form], NUMBERS[form]
    metric = "cross entropy, nats a pixel"
    if not runs:
        return Row(title, metric, number, None, "not run", remembered=True)
    mean, spread = over_seeds([run.measures["entropy"] for run in runs])
    note = f"{mean * 4096:.1f} nats a frame; {runs[0].history.step * plan.recipe.batch} training sequences"
    if not all(run.history.finished for run in runs):
        note += "; stopped by the time it was given"
    return Row(
        title, metric, number, mean, "paper's data", spread, len(runs), None, plan.variants[form], note, remembered=True
    )


def _squared(plan: Plan, trained: dict[str, list[Trained]]) -> list[Row]:
    metric = "squared error a pixel"
    rows = []
    for form, runs in trained.items():
        mean, spread = over_seeds([run.measures["squared"] for run in runs])
        rows.append(Row(TITLES[form], metric, None, mean, "paper's data", spread, len(runs), build=plan.variants[form]))
    copied = next(iter(trained.values()))[0].measures["copied"]
    return [*rows, Row("copying the last frame", metric, None, copied, "paper's data")]


def _notes(job: Job, plan: Plan, trained: dict[str, list[Trained]]) -> tuple[str, ...]:
    notes = [
        "The paper's numbers are remembered, not checked against its text.",
        "Sequences are generated from MNIST's digits by the published scheme; the paper's own are not handed out. "
        f"Tested: frames 11 to 20 of {plan.tested} sequences of the test digits.",
        "The paper's decoder is linear; for cross entropy a logistic function follows it, in training and test.",
        f"Recipe “{plan.recipe.name}” ({plan.recipe.steps} steps of {plan.recipe.batch} sequences of {plan.frames} "
        "frames), the same for every form; the flow form's loss also takes the frame itself, moved by the flow.",
    ]
    if {"conv", "convlstm", "flow"} <= trained.keys():
        conv, memory, flow = (
            np.mean([run.measures["entropy"] for run in trained[form]]) for form in ("conv", "convlstm", "flow")
        )
        holds = "holds" if flow < memory < conv else "does NOT hold"
        notes.append(f"The paper's order flow < ConvLSTM < Conv {holds} in the means.")
    if job.quick:
        notes.append("Quick: small builds, minutes of training; the paper's numbers need its size and days.")
    return tuple(notes)


def _keep(job: Job, plan: Plan, trained: dict[str, list[Trained]]) -> str:
    """The checkpoint of the flow form (else of the last form trained), in the folder of the card's checkpoints."""
    form = "flow" if "flow" in trained else list(trained)[-1]
    run, variant = trained[form][0], plan.variants[form]
    card = CARD.as_variant(variant)
    file = checkpoint.folder(card) / f"moving-mnist-{variant}.safetensors"
    checkpoint.save(
        file,
        card,
        run.network,
        card.label_names(),
        data="Moving MNIST (MNIST: research use)",
        recipe=plan.recipe.name,
        steps=run.history.step,
        metrics=run.measures,
    )
    return str(file)


def _figures(job: Job, plan: Plan, data: MovingMnist, trained: dict[str, Trained]) -> list[Path]:
    lines = {TITLES[form]: run.history.losses for form, run in trained.items()}
    made = [figures.curves(job.out / "curves.png", lines, "step", "training loss", "Moving MNIST, one frame ahead")]
    x = frames_of(torch.from_numpy(data.batch(0, 3, FRAMES, "test")))
    for form, run in trained.items():
        network = run.network.cpu().eval()
        with torch.inference_mode():
            out = network(x)
        title = f"{TITLES[form]} ({plan.variants[form]})"
        made.append(shown(job.out / f"strip-{form}.png", x, out, title))
        made.append(filters(job.out / f"filters-{form}.png", network, title))
    return made


def shown(file: Path, x: Tensor, out: Output, title: str) -> Path:
    """Of each sequence: frames t − 4 … t; the next one, its prediction, the flow (Middlebury colours), the error."""
    rows: list[tuple[str, list[np.ndarray]]] = []
    flows = motion(out.flow) if out.flow is not None else None
    for i in range(len(x)):
        seen = [x[i, t, 0].numpy() for t in range(-6, -1)]
        came, guess = x[i, -1, 0].numpy(), out.prediction[i, -2, 0].clamp(0, 1).numpy()
        below = [came, guess, np.abs(came - guess)]
        if flows is not None:
            below.insert(2, flow_picture(flows[i, -2]))
        rows += [("frames t − 4 … t", seen), ("next, predicted" + ", flow" * (flows is not None) + ", error", below)]
    return figures.strip(file, rows, title)


def filters(file: Path, network: NextFrame, title: str) -> Path:
    """The encoder's filters (of its last input) and the decoder's."""
    kernels = {"encoder": network.encoder.conv.weight[:, -1], "decoder": network.decoder.conv.weight[0]}
    rows: list[tuple[str, list[np.ndarray]]] = []
    for name, weights in kernels.items():
        pictures = [(k / (2 * k.abs().max().clamp(min=1e-9)) + 0.5).detach().numpy() for k in weights]
        rows += [(name if at == 0 else "", pictures[at : at + 8]) for at in range(0, len(pictures), 8)]
    return figures.strip(file, rows, f"Filters of {title}")


PAPER = Paper(
    "patraucean2015", "Spatio-temporal video autoencoder with differentiable memory (2015)", reproduce, ("mnist",)
)

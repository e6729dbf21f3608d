"""The weights of srivastava2015 that ship with the program: the small composite on patches, trained on real footage
that may be handed on.

One clip is left out wholly; its next ten frames, predicted from sixteen, must be nearer in squared error to what came
than the last frame that was seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import nn

from core.errors import UserError
from core.task import Progress, Task
from models.card import ModelCard
from models.datasets.layout import missing
from models.datasets.patches import Pictures, pictures
from models.nets.srivastava2015 import AHEAD, CARD, Srivastava, cooled, loss
from models.papers.report import Job
from models.papers.shipping import HELD_OUT, TRAINING, keep
from models.train import Recipe, fit

VARIANT = "small-patches"
STEPS, BATCH = 1_500, 32
_AT_ONCE = 4  # clips


def ship(job: Job) -> Task[Path]:
    """Trains, measures on the clip left out, and writes resources/weights/srivastava2015.safetensors. Raises UserError
    where footage is missing or the result is not worth shipping."""
    folder, card = job.data / "long_videos", CARD.as_variant(VARIANT)
    absent = [name for name in (*TRAINING, HELD_OUT) if not (folder / name).is_file()]
    if absent:
        raise missing("long_videos", folder, absent, "get the footage first")
    torch.manual_seed(0)
    network = cast(Srivastava, card.build(1))
    data = yield from pictures([folder / name for name in TRAINING], job.out, card.clip.size)
    recipe = replace(CARD.recipe("modern"), steps=STEPS, batch=BATCH, rate=cooled(STEPS))
    history = yield from fit(
        network,
        recipe,
        patch_loss,
        lambda step: data.batch(step, BATCH, card.clip.frames, 32, lively=network.form.past),
        device=job.device,
        minutes=job.minutes,
        store=job.out / "ship.state",
        bf16=True,
        text="Training on footage",
    )
    network = network.cpu().half().float().eval()  # as it will be read
    held = yield from pictures([folder / HELD_OUT], job.out, card.clip.size)
    measures = yield from measured(network, held, card)
    if measures["predicted"] >= measures["copied"]:
        raise UserError(f"These weights are no better than copying the last frame ({measures}); train longer.")
    return keep(card, network, measures, described(recipe, history.step))


def described(recipe: Recipe, steps: int) -> str:
    return f"{recipe.name}, {steps} steps of {recipe.batch} patches"


def patch_loss(network: nn.Module, batch: torch.Tensor) -> torch.Tensor:
    """batch: uint8 [B, T, H, W]."""
    return loss(network, batch[:, None].float() / 255)


def measured(network: nn.Module, data: Pictures, card: ModelCard) -> Task[dict[str, float]]:
    """Mean squared errors a pixel (0…1), of the whole pictures of all clips that fit into the videos: predicted; copied
    (the last frame seen); and both at the first, fifth and tenth frame ahead."""
    past = cast(Srivastava, network).form.past
    frames = past + AHEAD
    starts = [at for a, b in zip(data.starts, data.starts[1:], strict=False) for at in range(a, b - frames + 1, AHEAD)]
    predicted, copied = np.zeros(AHEAD), np.zeros(AHEAD)
    for i in range(0, len(starts), _AT_ONCE):
        clips = np.stack([data.frames[at : at + frames] for at in starts[i : i + _AT_ONCE]])
        x = torch.from_numpy(clips).float()[:, None] / 255
        with torch.inference_mode():
            out = network(x)
        came = x[:, 0, past:]
        predicted += _errors(out.future, came)
        copied += _errors(x[:, 0, past - 1 : past], came)
        yield Progress(i, len(starts), "Measuring on footage left out")
    return _said(predicted / len(starts), copied / len(starts))


def _errors(guess: torch.Tensor, came: torch.Tensor) -> np.ndarray:
    """[AHEAD]: the sum over the clips of each frame's mean squared error."""
    found: np.ndarray = (guess - came).square().mean((2, 3)).sum(0).numpy()
    return found


def _said(predicted: Sequence[float] | np.ndarray, copied: Sequence[float] | np.ndarray) -> dict[str, float]:
    found = {"predicted": float(np.mean(predicted)), "copied": float(np.mean(copied))}
    for ahead in (1, 5, AHEAD):
        found |= {f"predicted {ahead}": float(predicted[ahead - 1]), f"copied {ahead}": float(copied[ahead - 1])}
    return found

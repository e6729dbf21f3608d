"""The weights of patraucean2015 that ship with the program: the flow form, trained on real footage that may be handed
on.

One clip is left out wholly; on it the predicted next frames must be nearer to what came than the last frame was, and
than those of the features left where they were; and the last frame moved by the learned flow nearer than unmoved. It is
measured as the analysis sees the video, at most 15 pictures a second. In pictures that hardly move, copying still wins:
the decoder draws less sharply than a camera.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from core.errors import UserError
from core.task import Progress, Task
from core.video.source import open_video
from models.card import ModelCard
from models.datasets.footage import Footage, found, grey, read
from models.nets.patraucean2015 import CARD, SEEN, NextFrame, Output, adam, moved, smooth, told
from models.papers.report import Job
from models.papers.shipping import HELD_OUT, TRAINING, keep
from models.train import Recipe, fit

VARIANT = "real"
ALONE, PICTURES = 2_000, 16  # steps and pictures a step, while encoder and decoder learn alone
STEPS, BATCH, FRAMES = 5_000, 2, 12
FASTER = 5  # how much higher than the recipe's rate a small network bears
GENTLER = 2  # the same once pictures are learned, which is not to be lost
FLOW_RATE = 0.3  # of that rate; frames moved by it tell the flow more than features do
_PART = 40  # frames of a video that are predicted at once


def ship(job: Job) -> Task[Path]:
    """Trains, measures on the clip left out, and writes resources/weights/patraucean2015.safetensors. Raises UserError
    where footage is missing or the result is not worth shipping."""
    folder = job.data / "long_videos"
    files, (held,) = found(folder, TRAINING), found(folder, (HELD_OUT,))
    footage = Footage((yield from read(files)))
    card = CARD.as_variant(VARIANT)
    torch.manual_seed(0)
    network = card.build(1)
    assert isinstance(network, NextFrame)
    yield from fit(
        network,
        _recipe(ALONE, PICTURES, FASTER),
        pictures_alone,
        lambda step: footage.batch(step, PICTURES, 1),
        device=job.device,
        store=job.out / "surprise-pictures.state",
        text="Learning to draw pictures",
    )
    history = yield from fit(
        network,
        replace(_recipe(STEPS, BATCH, GENTLER), optimizer=partial(adam, flow=FLOW_RATE)),
        footage_loss,
        lambda step: footage.batch(step, BATCH, FRAMES),
        device=job.device,
        minutes=job.minutes,
        store=job.out / "surprise.state",
        text="Learning to predict them",
    )
    network = network.cpu().half().float().eval()  # as it will be read
    measures = yield from measured(network, held, card)
    better = max(measures["predicted"], measures["warped"]) < measures["copied"]
    if not better or measures["predicted"] >= measures["unmoved"]:
        raise UserError(f"These weights are no better than copying the last frame ({measures}); train longer.")
    said = f"Adam: {ALONE} steps of {PICTURES} pictures, {history.step} of {BATCH} sequences of {FRAMES} frames"
    return keep(card, network, measures, said)


def _recipe(steps: int, batch: int, faster: float) -> Recipe:
    return replace(CARD.recipe("modern"), steps=steps, batch=batch, rate=partial(falling, steps, faster))


def pictures_alone(network: nn.Module, batch: Tensor) -> Tensor:
    """Squared error of pictures encoded and decoded: what the flow finds when it begins is worth moving."""
    assert isinstance(network, NextFrame)
    x = batch.float() / 255  # [N, 1, H, W]
    return F.mse_loss(network.decoder(network.encoder(x)), x)


def footage_loss(network: nn.Module, batch: Tensor) -> Tensor:
    """The paper's loss, and the squared error of the last frame itself moved by the flow: what is shown as the flow is
    to move pictures, not features alone. batch: uint8 [B, T, H, W]."""
    x = batch.float()[:, :, None] / 255
    out: Output = network(x)
    return F.mse_loss(out.decoded[:, :-1], x[:, 1:]) + told(out, x) + smooth(out)


def falling(steps: int, faster: float, step: int, rise: int = 10) -> float:
    """Up in `rise` steps, then down in a straight line."""
    return faster * min(1.0, (step + 1) / rise) * max(0.02, 1 - step / steps)


def parts(file: Path, card: ModelCard) -> Iterator[Tensor]:
    """A video as the analysis sees it, float [1, T, 1, H, W] at a time."""
    with open_video(file) as source:
        held: list[np.ndarray] = []
        for picture in grey(source, card.clip.size, card.clip_for(source.info.fps).stride):
            held.append(picture)
            if len(held) == _PART:
                yield torch.from_numpy(np.stack(held)).float()[None, :, None] / 255
                held = []
        if held:
            yield torch.from_numpy(np.stack(held)).float()[None, :, None] / 255


def measured(network: NextFrame, file: Path, card: ModelCard) -> Task[dict[str, float]]:
    """Mean squared errors a pixel, of all frames of the video behind the first `SEEN`: predicted; copied (the last
    frame); unmoved (the decoded features of the last frame, not warped); warped (the last frame itself, moved by the
    flow). The network sees the video as one sequence."""
    sums: dict[str, float] = dict.fromkeys(("predicted", "copied", "unmoved", "warped"), 0.0)
    state, before, count = None, None, 0
    for x in parts(file, card):
        with torch.inference_mode():
            out = network(x, state)
            state = out.state
            now = guesses(x, out)
            ahead = now if before is None else {name: torch.cat([before[name], now[name]], 1) for name in now}
            first = SEEN if before is None else 0
            came = x if before is None else torch.cat([torch.empty_like(x[:, :1]), x], 1)
            came, last = came[:, 1 + first :], {name: guess[:, first:-1] for name, guess in ahead.items()}
            for name, guess in last.items():
                sums[name] += float(F.mse_loss(guess, came, reduction="sum"))
            count += came.numel()
            before = {name: guess[:, -1:] for name, guess in now.items()}
        yield Progress(text="Measuring on footage left out")
    return {name: value / max(1, count) for name, value in sums.items()}


def guesses(x: Tensor, out: Output) -> dict[str, Tensor]:
    """Guesses [B, T, 1, H, W] of the frame after each one."""
    assert out.still is not None
    assert out.flow is not None
    return {"predicted": out.prediction, "copied": x, "unmoved": out.still, "warped": moved(x, out.flow)}

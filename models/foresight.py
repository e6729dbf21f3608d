"""What a network of next frames foresaw of one frame, beside what came: computed when somebody looks at it."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor

from core.errors import UserError
from core.task import Progress, Task
from core.time import Span
from core.video.clips import clips
from core.video.flow_wheel import flow_picture
from core.video.source import VideoSource
from models import checkpoint as checkpoints
from models.card import ModelCard, unchanged
from models.device import choose
from models.engine import Engine
from models.nets import patraucean2015, srivastava2015

LOUD = 0.5  # an error of so much of black to white is shown brightest


@dataclass(frozen=True)
class Foresight:
    """frame: the one that is shown, the last that the network looks at (it may take every second one) up to the one
    asked for. pictures: (what it is, uint8 RGB [H, W, 3]) in the network's own size; error: mean square, of 0…1 pixels.
    """

    frame: int
    pictures: tuple[tuple[str, np.ndarray], ...]
    error: float


@functools.singledispatch
def foreseen(out: object, inner: int) -> dict[str, Tensor]:
    """A network's output → "frames" [B, inner, H, W], 0…1, as it foresaw the last `inner` frames of each clip, and,
    where it has one, "flow" [B, inner, H, W, 2]: where things went, right and down, in pixels. Empty where it foresees
    no pictures. A network's output type is registered here."""
    return {}


@foreseen.register
def _(out: patraucean2015.Output, inner: int) -> dict[str, Tensor]:
    last = slice(-1 - inner, -1)  # the prediction of a frame lies at the frame before
    found = {"frames": out.prediction[:, last, 0]}
    if out.flow is not None:
        found["flow"] = torch.from_numpy(patraucean2015.motion(out.flow[:, last]))
    return found


@foreseen.register
def _(out: srivastava2015.Output, inner: int) -> dict[str, Tensor]:
    frames = out.future if out.future.shape[1] else out.reconstruction
    return {"frames": frames[:, -inner:]} if frames.dim() == 4 else {}


def foresee(
    card: ModelCard,
    source: VideoSource,
    frame: int,
    *,
    device: str = "auto",
    checkpoint: Path | None = None,
    digest: str = "",
) -> Task[Foresight]:
    """digest: of the weights that are meant ("": whatever they are). Raises UserError where there are others, where the
    network foresees no pictures, or nothing of so early a frame."""
    yield Progress(text="Loading the network")
    weights = checkpoints.load(checkpoint, card) if checkpoint else checkpoints.of_card(card)
    if digest not in ("", weights.digest):
        raise UserError(f"“{card.title}” was trained further since this run; analyse the video again.")
    card = card.as_variant(weights.variant)
    if "next frames" not in card.gives or card.backbone:
        raise UserError(f"“{card.title}” foresees no pictures; choose a run of a network that gives next frames.")
    spec = replace(card, clip=weights.clip or card.clip).clip_for(source.info.fps)
    inner = card.inner
    first = (spec.frames - inner) * spec.stride
    if frame < first:
        raise UserError(f"Nothing is foreseen of the first {first} frames of a video; go further.")
    number = (frame - first) // spec.stride
    frame = first + number * spec.stride
    clip, step = divmod(number, inner)
    span = Span(clip * spec.step, source.index.frames)
    begin, pictures = next(clips(source, spec, span))

    def read(out: Any) -> dict[str, Tensor]:
        found = foreseen(out, inner)
        if not found:
            raise UserError(f"“{card.title}” foresees no pictures in this form; choose another run.")
        return {"scores": torch.zeros(len(found["frames"]), 1), **found}

    looked = replace(card, read=read, finish=unchanged, half=False)
    with Engine(checkpoints.network(card, weights), looked, choose(device), spec, weights.digest) as engine:
        prepare = engine.prepare()
        given = pictures if prepare is None else prepare(begin, pictures)
        arrays = yield from engine.run([given], Progress(text="Foreseeing"))
    came = pictures[spec.frames - inner + step]
    flow = arrays["flow"][0, step].astype(np.float32) if "flow" in arrays else None
    return _shown(frame, came, arrays["frames"][0, step].astype(np.float32), flow)


def _shown(frame: int, came: np.ndarray, guess: np.ndarray, flow: np.ndarray | None) -> Foresight:
    """came: uint8 [H, W, 1 or 3]; guess: float [H, W], 0…1."""
    gray = came.astype(np.float32).mean(2) / 255
    wrong = np.abs(gray - guess)
    pictures = [("What came", _rgb(gray)), ("What was foreseen", _rgb(guess))]
    if flow is not None:
        pictures.append(("Where things were expected to go", flow_picture(flow)))
    heat = cv2.applyColorMap(_bytes(wrong / LOUD), cv2.COLORMAP_INFERNO)
    pictures.append(("What was not foreseen", np.ascontiguousarray(heat[:, :, ::-1])))
    return Foresight(frame, tuple(pictures), float(np.square(wrong).mean()))


def _bytes(picture: np.ndarray) -> np.ndarray:
    found: np.ndarray = np.rint(picture.clip(0, 1) * 255).astype(np.uint8)
    return found


def _rgb(picture: np.ndarray) -> np.ndarray:
    return np.repeat(_bytes(picture)[:, :, None], 3, 2)

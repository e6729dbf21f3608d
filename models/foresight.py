"""What a network of next frames foresaw of a video's frames, beside what came: computed where somebody looks."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from core.errors import UserError
from core.seen import Seen
from core.task import Progress, Task
from core.time import Span
from core.video.clips import ClipSpec
from core.video.flow_wheel import flow_picture
from core.video.small import Smalls, clip_pictures
from core.video.source import VideoSource
from models import checkpoint as checkpoints
from models.card import ModelCard, Prepare, unchanged
from models.device import choose
from models.engine import Engine
from models.nets import patraucean2015, srivastava2015

LOUD = 0.5  # an error of so much of black to white is shown brightest


@dataclass(frozen=True)
class Foresight:
    """frame: the one that the network looks at (it may take every second one only). came, guess: uint8 gray [H, W] in
    the network's own size; flow: uint8 RGB [H, W, 3] in the Middlebury colours, None of networks without; error: mean
    square, of 0…1 pixels; by: the network's name."""

    frame: int
    came: np.ndarray
    guess: np.ndarray
    flow: np.ndarray | None
    error: float
    by: str

    @functools.cached_property
    def wrong(self) -> np.ndarray:
        """uint8 [H, W]: how far the guess lies off."""
        found: np.ndarray = np.abs(self.came.astype(np.int16) - self.guess).astype(np.uint8)
        return found


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


class Predictor:
    """A network of next frames on one video. Loaded when it is first used; Engine and pictures are kept. digest: of the
    weights that are meant ("": whatever they are). Raises UserError where there are others, or no pictures."""

    def __init__(
        self,
        card: ModelCard,
        source: VideoSource,
        device: str = "auto",
        checkpoint: Path | None = None,
        digest: str = "",
    ) -> None:
        self.card, self.source = card, source
        self._device, self._checkpoint, self._digest = device, checkpoint, digest
        self._engine: Engine | None = None
        self._pictures: Smalls | None = None
        self._prepare: Prepare | None = None

    @property
    def spec(self) -> ClipSpec:
        assert self._engine is not None, "it is loaded first"
        return self._engine.spec

    def load(self) -> Task[None]:
        if self._engine is not None:
            return
        yield Progress(text="Loading the network")
        card = self.card
        weights = checkpoints.load(self._checkpoint, card) if self._checkpoint else checkpoints.of_card(card)
        if self._digest not in ("", weights.digest):
            raise UserError(f"“{card.title}” was trained further since this run; analyse the video again.")
        card = card.as_variant(weights.variant)
        if "next frames" not in card.gives or card.backbone:
            raise UserError(f"“{card.title}” foresees no pictures; choose a run of a network that gives next frames.")
        spec = replace(card, clip=weights.clip or card.clip).clip_for(self.source.info.fps)
        looked = replace(card, read=self._read, finish=unchanged, half=False)
        engine = Engine(checkpoints.network(card, weights), looked, choose(self._device), spec, weights.digest)
        self._prepare = engine.prepare()
        self._pictures = clip_pictures(self.source, spec)
        self._engine = engine

    def _read(self, out: Any) -> dict[str, Tensor]:
        found = foreseen(out, self.card.inner)
        if not found:
            raise UserError(f"“{self.card.title}” foresees no pictures in this form; choose another run.")
        return {"scores": torch.zeros(len(found["frames"]), 1), **found}

    def run(self, starts: list[int]) -> Task[tuple[np.ndarray, dict[str, np.ndarray]]]:
        """Clips that begin at these frames → their pictures uint8 [clips, T, H, W, C], and "frames" and "flow" as
        `foreseen` says. What lies beyond the video's end is its last frame again."""
        assert self._engine is not None, "it is loaded first"
        assert self._pictures is not None
        last, spec = self.source.index.frames - 1, self.spec
        numbers = [[min(start + i * spec.stride, last) for i in range(spec.frames)] for start in starts]
        yield from self._pictures.fetch(sorted({number for clip in numbers for number in clip}))
        given = [np.stack([self._pictures.get(number) for number in clip]) for clip in numbers]
        prepare = self._prepare
        eaten = [clip if prepare is None else prepare(start, clip) for start, clip in zip(starts, given, strict=True)]
        return np.stack(given), (yield from self._engine.run(eaten, Progress(text="Foreseeing")))

    def close(self) -> None:
        if self._engine is not None:
            self._engine.__exit__()
            self._engine = None


class ForesightEye:
    """An Eye (core.seen) that gives a `Foresight` for each frame: those of one clip at a time, as the analysis has
    them, so the errors are the run's."""

    def __init__(self, predictor: Predictor) -> None:
        self._predictor = predictor
        self.model = predictor.card.name
        self.close = predictor.close

    def look(self, frame: int) -> Task[Seen]:
        yield from self._predictor.load()
        spec, inner = self._predictor.spec, self._predictor.card.inner
        first = (spec.frames - inner) * spec.stride
        if frame < first:
            why = f"Nothing is foreseen of the first {first} frames of a video; go further."
            return Seen(Span(0, first), why=why)
        clip = (frame - first) // spec.stride // inner
        start, frames = clip * inner * spec.stride, self._predictor.source.index.frames
        pictures, found = yield from self._predictor.run([start])
        span = Span(first + start, min(first + start + inner * spec.stride, max(frames, first + start + 1)))
        values = {}
        for step in range(inner):
            at = span.start + step * spec.stride
            flow = found["flow"][0, step].astype(np.float32) if "flow" in found else None
            guess = found["frames"][0, step].astype(np.float32)
            one = _foresight(at, pictures[0, spec.frames - inner + step], guess, flow, self.model)
            values.update(dict.fromkeys(range(at, min(at + spec.stride, span.stop)), one))
        size = sum(part.nbytes for part in (one.came, one.guess, one.wrong, one.flow) if part is not None)
        return Seen(span, values, bytes=inner * size)


def _foresight(frame: int, came: np.ndarray, guess: np.ndarray, flow: np.ndarray | None, by: str) -> Foresight:
    """came: uint8 [H, W, 1 or 3]; guess: float [H, W], 0…1."""
    gray = came.astype(np.float32).mean(2) / 255
    error = float(np.square(gray - guess).mean())
    return Foresight(frame, as_bytes(gray), as_bytes(guess), None if flow is None else flow_picture(flow), error, by)


def as_bytes(picture: np.ndarray) -> np.ndarray:
    """0…1 → uint8."""
    found: np.ndarray = np.rint(picture.clip(0, 1) * 255).astype(np.uint8)
    return found

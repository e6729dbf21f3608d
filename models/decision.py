"""Where a network's decision came from: the class activation map of Zhou et al., "Learning Deep Features for
Discriminative Localization", CVPR 2016 (arXiv 1512.04150). Where a network averages its last convolutional features
over the picture and weighs them, the same weights at every place say how much that place speaks for a label; the mean
of the map, with the label's bias, is the label's logit.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, cast

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import UserError
from core.seen import Seen
from core.task import Progress, Task
from core.time import Span
from core.video.clips import ClipSpec, scaled
from core.video.small import Smalls, clip_pictures
from core.video.source import VideoSource
from models import checkpoint as checkpoints
from models.backbones.efficientnet_lite import EfficientNetLite0
from models.backbones.i3d import I3D
from models.card import ModelCard, unchanged
from models.device import choose
from models.engine import Engine
from models.nets.simonyan2014 import TwoStream


class Mapped(NamedTuple):
    """maps float [B, labels, t, h, w]: what each place adds to a label's logit; logits [B, labels]."""

    maps: Tensor
    logits: Tensor


@dataclass(frozen=True)
class Heat:
    """maps: float16 [labels, h, w], how much each place speaks for each label (negative: against it); scores: float32
    [labels], 0…1; labels: their names. place: left, top, width, height of the map as parts of the picture."""

    maps: np.ndarray
    scores: np.ndarray
    labels: tuple[str, ...]
    place: tuple[float, float, float, float]
    by: str

    def of(self, name: str) -> tuple[str, float, np.ndarray]:
        """The label called `name`, else the best one: its name, score and map float32 [h, w]."""
        best = self.labels.index(name) if name in self.labels else int(self.scores.argmax())
        return self.labels[best], float(self.scores[best]), self.maps[best].astype(np.float32)


@functools.singledispatch
def looking(network: nn.Module) -> nn.Module | None:
    """What computes a network's `Mapped` of its usual input; None where its decision has no map. A kind of network is
    registered here."""
    return None


class _Weighed(nn.Module):
    """Keeps the last convolutional features of a forward pass, [B, n, t, h, w] or [B, n, h, w], and weighs them.
    ran: called with the input, gives the logits."""

    def __init__(self, network: nn.Module, last: nn.Module, weight: Tensor, channels: int = 0) -> None:
        super().__init__()
        self.network, self._channels = network, channels
        self.register_buffer("weight", weight.detach().flatten(1))
        self._features: Tensor | None = None
        last.register_forward_hook(self._keep)

    def _keep(self, module: nn.Module, given: object, features: Tensor) -> None:
        self._features = features

    def forward(self, x: Any) -> Mapped:
        out = self.network(x)
        features = cast(Tensor, self._features)
        features = features[:, :, None] if features.dim() == 4 else features
        weight = cast(Tensor, self.weight).to(features.dtype)
        return Mapped(torch.einsum("ln,bnthw->blthw", weight, features), out.logits)


@looking.register
def _(network: I3D) -> nn.Module:
    logits = cast(nn.ModuleDict, network.Logits["Conv3d_0c_1x1"])["conv"]
    return _Weighed(network, network.get_submodule("Mixed_5c"), cast(Tensor, logits.weight))


@looking.register
def _(network: EfficientNetLite0) -> nn.Module:
    last = network.blocks if isinstance(network.head, nn.Identity) else network.head
    return _Weighed(network, last, network.fc.weight)


@looking.register
def _(network: TwoStream) -> nn.Module | None:
    """By its stream of pictures; what moves has no map of its own here."""
    stream = network.spatial.network
    if not isinstance(stream, EfficientNetLite0):
        return None
    last = stream.blocks if isinstance(stream.head, nn.Identity) else stream.head
    return _Weighed(network, last, stream.fc.weight)


class HeatEye:
    """An Eye (core.seen) that gives a `Heat` for each frame. digest: of the weights that are meant ("": any)."""

    def __init__(
        self,
        card: ModelCard,
        source: VideoSource,
        device: str = "auto",
        checkpoint: Path | None = None,
        digest: str = "",
    ) -> None:
        self.model, self._card, self._source = card.name, card, source
        self._device, self._checkpoint, self._digest = device, checkpoint, digest
        self._engine: Engine | None = None
        self._pictures: Smalls | None = None
        self._labels: tuple[str, ...] = ()

    def _load(self) -> Task[tuple[Engine, Smalls]]:
        if self._engine is not None and self._pictures is not None:
            return self._engine, self._pictures
        yield Progress(text="Loading the network")
        card = self._card
        if card.backbone:
            raise UserError(_no_map(card))
        weights = checkpoints.load(self._checkpoint, card) if self._checkpoint else checkpoints.of_card(card)
        if self._digest not in ("", weights.digest):
            raise UserError(f"“{card.title}” was trained further since this run; analyse the video again.")
        card = card.as_variant(weights.variant)
        spec = replace(card, clip=weights.clip or card.clip).clip_for(self._source.info.fps)
        network = looking(card.fuse(checkpoints.network(card, weights)))
        if network is None:
            raise UserError(_no_map(card))
        looked = replace(card, fuse=nn.Module.eval, read=_read, finish=unchanged, half=False)
        self._engine = Engine(network, looked, choose(self._device), spec, weights.digest)
        self._pictures, self._labels = clip_pictures(self._source, spec), weights.labels
        return self._engine, self._pictures

    def look(self, frame: int) -> Task[Seen]:
        engine, pictures = yield from self._load()
        spec, frames = engine.spec, self._source.index.frames
        block = spec.stride * max(1, spec.frames // 2)
        span = Span(frame // block * block, min(frame // block * block + block, frames))
        first = max(0, (span.start + span.stop - spec.window) // 2)
        numbers = [min(first + i * spec.stride, frames - 1) for i in range(spec.frames)]
        clip = yield from pictures.fetch(numbers)
        prepare = engine.prepare()
        found = yield from engine.run([clip if prepare is None else prepare(first, clip)], Progress(text="Looking"))
        maps, scores = found["maps"][0], found["scores"][0]  # [labels, t, h, w]
        place = _place(self._source.size, spec)
        heats = [Heat(maps[:, t], scores, self._labels, place, self.model) for t in range(maps.shape[1])]
        cell = spec.window / len(heats)
        values = {n: heats[min(int((n - first) / cell), len(heats) - 1)] for n in range(span.start, span.stop)}
        return Seen(span, values, bytes=maps.nbytes)

    def close(self) -> None:
        if self._engine is not None:
            self._engine.__exit__()
            self._engine = None


def _read(out: Mapped) -> dict[str, Tensor]:
    return {"scores": out.logits.float().softmax(-1), "maps": out.maps}


def _no_map(card: ModelCard) -> str:
    return (
        f"“{card.title}” does not say where it looks: its last layers take the picture as a whole. Choose a run of "
        "I3D, of EfficientNet-Lite0 or of two streams on it."
    )


def _place(size: tuple[int, int], spec: ClipSpec) -> tuple[float, float, float, float]:
    """The part of the picture that a clip shows."""
    whole, (width, height) = scaled(size, spec), spec.size
    x, y = (whole[0] - width) // 2, (whole[1] - height) // 2
    return x / whole[0], y / whole[1], width / whole[0], height / whole[1]

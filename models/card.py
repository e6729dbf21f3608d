"""What the program knows of a network before it is built: one value, listed in models/cards.py."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from torch import Tensor, nn

from core import paths
from core.decode import DecodeSettings
from core.video.clips import ClipSpec


class Scores(Protocol):
    """What a network that gives scores returns: logits [B, labels] and pooled features [B, n]."""

    @property
    def logits(self) -> Tensor: ...

    @property
    def features(self) -> Tensor: ...


@dataclass(frozen=True)
class ModelCard:
    """One network.

    clip: what it eats from a video of about `clip_rate` frames/s (0: of any). labels: a file of resources/labels, one
    name a line ("": they come with a checkpoint). gives: of "scores", "next frames", "embeddings". weights: an asset
    ("": only with a checkpoint). build(number of labels) makes the network, with random weights. fuse: prepares a
    loaded network for prediction only. decode: what suits its scores.
    """

    name: str
    title: str
    paper: str
    clip: ClipSpec
    labels: str
    gives: tuple[str, ...]
    parameters: int
    build: Callable[[int], nn.Module]
    weights: str = ""
    fuse: Callable[[nn.Module], nn.Module] = nn.Module.eval
    decode: DecodeSettings = field(default_factory=DecodeSettings)
    clip_rate: float = 0.0

    def label_names(self) -> tuple[str, ...]:
        return read_labels(paths.resource("labels") / self.labels) if self.labels else ()

    def clip_for(self, fps: Fraction) -> ClipSpec:
        """The clip in frames of a video of that rate: pictures are taken from every n-th frame so that at most
        `clip_rate` a second remain. Frames are never repeated, and a clip still begins on a whole frame."""
        if not self.clip_rate:
            return self.clip
        stride = max(1, math.ceil(float(fps) / self.clip_rate - 1e-6))
        return replace(self.clip, stride=stride, step=self.clip.step // self.clip.stride * stride)


@functools.cache
def read_labels(file: Path) -> tuple[str, ...]:
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))

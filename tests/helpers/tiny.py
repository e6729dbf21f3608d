"""A network small enough for tests, and videos for it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
import torch
from torch import Tensor, nn

from core.video.clips import ClipSpec
from models.card import ModelCard
from models.checkpoint import save

LABELS = ("dark", "middle", "bright")


class Out(NamedTuple):
    logits: Tensor
    features: Tensor


class Tiny(nn.Module):
    """Scores by brightness; counts its calls, and can be told to run out of memory above a batch size."""

    def __init__(self, classes: int = 3) -> None:
        super().__init__()
        self.centres = nn.Parameter(torch.linspace(-1, 1, classes))
        self.calls = 0
        self.room = 1000
        self.stop_after = 1000

    def forward(self, x: Tensor) -> Out:
        if len(x) > self.room:
            raise torch.OutOfMemoryError("the tests' memory is full")
        self.calls += len(x)
        mean = x.mean((1, 2, 3, 4))
        return Out(-8 * (mean[:, None] - self.centres).square(), mean[:, None].expand(-1, 4))


def tiny_card(network: Tiny | None = None, **changes: object) -> ModelCard:
    values = {
        "name": "tiny",
        "title": "Tiny",
        "paper": "none",
        "clip": ClipSpec(frames=4, stride=1, step=4, size=(16, 16)),
        "labels": "",
        "gives": ("scores",),
        "parameters": 3,
        "build": (lambda n: network) if network else Tiny,
    }
    return ModelCard(**values | changes)  # type: ignore[arg-type]


def tiny_checkpoint(folder: Path, card: ModelCard) -> Path:
    save(folder / "tiny.safetensors", card, Tiny(), LABELS)
    return folder / "tiny.safetensors"


def write_video(file: Path, levels: list[int], rate: int = 25, size: tuple[int, int] = (32, 24)) -> Path:
    """One grey frame of each level."""
    with av.open(str(file), "w") as container:
        stream = container.add_stream("mpeg4", rate=Fraction(rate))
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for level in levels:
            frame = av.VideoFrame.from_ndarray(np.full((size[1], size[0], 3), level, np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return file

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
from models.card import Arrays, ModelCard
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


def tiny_card(network: Tiny | None = None, /, **changes: object) -> ModelCard:
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


class Guess(nn.Module):
    """Says that the next frame will be as this one: error [B, 3] of the last three frames of four."""

    def __init__(self, labels: int = 1) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(labels))

    def forward(self, x: Tensor) -> Tensor:
        return self.weight[0] * x.mean((1, 3, 4)).diff(dim=1).abs()


def surprise(arrays: Arrays) -> Arrays:
    """Errors as parts of the video's largest."""
    return arrays | {"scores": arrays["scores"] / max(float(arrays["scores"].max()), 1e-6)}


def guess_card(**changes: object) -> ModelCard:
    """A network of next frames, with three errors a clip."""
    return tiny_card(
        **{
            "name": "guess",
            "title": "Guess",
            "clip": ClipSpec(frames=4, stride=1, step=3, size=(16, 16)),
            "gives": ("next frames",),
            "parameters": 1,
            "counted": 1,
            "build": Guess,
            "inner": 3,
            "read": lambda error: {"scores": error[..., None], "error": error},
            "finish": surprise,
        }
        | changes
    )


class Remember:
    """Pairs of pictures → their mean brightness, 0…1; measures each picture once in a pass."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.measured: list[int] = []
        self._known: dict[int, float] = {}

    def __call__(self, number: int, clip: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        self.numbers.append(number)
        for i, picture in enumerate(clip):
            if number + i not in self._known:
                self.measured.append(number + i)
                self._known[number + i] = float(picture.mean()) / 255
        values = [self._known[number + i] for i in range(len(clip))]
        return np.float32(values[:1]), np.float32(values[1:])


class Change(nn.Module):
    """An embedding of the first picture, and how far it is from the second's."""

    def __init__(self, labels: int = 1) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(4) * labels)

    def forward(self, pair: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        first, second = (one * self.weight for one in pair)
        return (first - second).abs().mean(1, keepdim=True), first


def change_card(passes: list[Remember] | None = None, **changes: object) -> ModelCard:
    """A network of embeddings, fed by `prepare`; `passes` gets what was made for each pass."""

    def prepare(_: ClipSpec) -> Remember:
        one = Remember()
        if passes is not None:
            passes.append(one)
        return one

    return tiny_card(
        **{
            "name": "change",
            "title": "Change",
            "clip": ClipSpec(frames=2, stride=1, step=1, size=(16, 16)),
            "gives": ("embeddings",),
            "parameters": 4,
            "counted": 1,
            "build": Change,
            "prepare": prepare,
            "read": lambda out: {"scores": out[0], "features": out[1]},
        }
        | changes
    )


class Steps(NamedTuple):
    logits: Tensor
    features: Tensor
    state: Tensor


class Echo(nn.Module):
    """Eats features [B, steps, 4]: a running sum that halves with each step; of a window only its last one is said."""

    def __init__(self, labels: int = 3, last: bool = False) -> None:
        super().__init__()
        self.centres = nn.Parameter(torch.linspace(-1, 1, labels))
        self.last = last
        self.lengths: list[int] = []

    def forward(self, x: Tensor, state: Tensor | None = None) -> Steps:
        self.lengths.append(x.shape[1])
        value, held = torch.zeros(len(x)) if state is None else state, []
        for step in range(x.shape[1]):
            value = (value + x[:, step, 0]) / 2
            held.append(value)
        steps = torch.stack(held, 1)[..., None]
        said = steps[:, -1] if self.last else steps
        return Steps(-8 * (said - self.centres).square(), said, value)


def echo_card(network: Echo | None = None, window: int = 0, hop: int = 1, **changes: object) -> ModelCard:
    """A network on the features of `tiny`: over the whole video, or in windows."""
    made = network or Echo(last=bool(window))
    return tiny_card(
        **{
            "name": "echo",
            "title": "Echo",
            "build": lambda _: made,
            "backbone": "tiny",
            "window": window,
            "hop": hop,
        }
        | changes
    )


def checkpoint_of(file: Path, card: ModelCard, *labels: str) -> Path:
    """A checkpoint of a card's network as it is built."""
    names = labels or LABELS
    save(file, card, card.build(len(names)), names)
    return file


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

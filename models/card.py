"""What the program knows of a network before it is built: one value, listed in models/cards.py."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from core import paths
from core.decode import DecodeSettings
from core.errors import UserError
from core.video.clips import ClipSpec
from models.train import Recipe

PAPER = "paper"  # the variant that has the paper's own size
Arrays = dict[str, np.ndarray]
Prepared = np.ndarray | tuple[np.ndarray, ...]
Prepare = Callable[[int, np.ndarray], Prepared]


class Scores(Protocol):
    """What a network that gives scores returns: logits [B, labels] and pooled features [B, n]."""

    @property
    def logits(self) -> Tensor: ...

    @property
    def features(self) -> Tensor: ...


def probabilities(out: Scores) -> dict[str, Tensor]:
    """scores [B, …, labels], which sum to 1, and features [B, …, n]."""
    return {"scores": out.logits.float().softmax(-1), "features": out.features}


def cross_entropy(network: nn.Module, inputs: Any, targets: Tensor | None) -> Tensor:
    """The loss of a network that gives logits [B, labels]; targets: int64 [B]."""
    assert targets is not None, "a network of scores learns from labels"
    return F.cross_entropy(network(inputs).logits, targets)


def unchanged(arrays: Arrays) -> Arrays:
    return arrays


@dataclass(frozen=True)
class Variant:
    """Another form of a card's network. "small" is the same architecture with fewer units, for quick runs and tests;
    what is None is as in the card. `labels`: how many `parameters` was counted with."""

    name: str
    parameters: int
    build: Callable[[int], nn.Module]
    clip: ClipSpec | None = None
    backbone: str | None = None
    labels: int | None = None
    prepare: Callable[[ClipSpec], Prepare] | None = None
    width: int | None = None


@dataclass(frozen=True)
class ModelCard:
    """One network.

    clip: what it eats from a video of about `clip_rate` frames/s (0: of any). labels: a file of resources/labels, one
    name a line ("": they come with a checkpoint). gives: of "scores", "next frames", "embeddings". weights: an asset
    ("": only with a checkpoint). build(number of labels) makes the network, with random weights. fuse: prepares a
    loaded network for prediction only. decode: what suits its scores.

    parameters: of the paper's size, with `counted` labels. variants: other sizes and forms, see `as_variant`.
    shipped: a checkpoint in resources/weights ("": none). width: how many features it gives for a clip (0: none).
    loss(network, inputs, targets): what one training step makes small; targets None where it needs no labels. recipes:
    ways to train it, the paper's own under the name "paper".

    prepare(clip spec): makes what turns (first frame, clip as decoded, uint8 [T, H, W, C]) into the network's input, in
    the decoding thread and for one pass over one video, so it may remember what it needs again; None: normalised
    pixels, float32 [B, C, T, H, W]. read: the network's output → tensors [B, …], of which "scores" (0…1 when finished)
    is a must. inner: scores per clip where they are [B, inner, labels], the last one at the clip's end. finish: changes
    the arrays of the whole video before they are kept, [steps, …]. half: bfloat16 may be tried.

    backbone: the card whose features it eats instead of pixels ("": none): windows of `window` steps, `hop` apart,
    float32 [B, window, n]; or, with window 0, the whole video as one sequence, in parts [1, steps, n] with the state
    of the part before (None at first): network(x, state) → output [1, steps, …] that has a `state`.

    split(network): what of a backbone stays as it is, and what is fine-tuned: modules, the second of which takes what
    the first gives and returns an output with `features` [B, width]; both share the network's parameters. None: all
    stays.

    trained_by: how it comes by weights, where no paper's experiment gives them; the middle of a sentence.
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
    counted: int = 0
    variant: str = PAPER
    variants: tuple[Variant, ...] = ()
    shipped: str = ""
    prepare: Callable[[ClipSpec], Prepare] | None = None
    read: Callable[[Any], dict[str, Tensor]] = probabilities
    inner: int = 1
    finish: Callable[[Arrays], Arrays] = unchanged
    half: bool = True
    backbone: str = ""
    window: int = 0
    hop: int = 1
    width: int = 0
    loss: Callable[[nn.Module, Any, Tensor | None], Tensor] = cross_entropy
    recipes: tuple[Recipe, ...] = ()
    split: Callable[[nn.Module], tuple[nn.Module, nn.Module]] | None = None
    trained_by: str = ""

    def recipe(self, name: str = PAPER) -> Recipe:
        """Raises UserError with the recipes there are."""
        for entry in self.recipes:
            if entry.name == name:
                return entry
        raise UserError(f"“{self.name}” has no recipe “{name}”; there are {', '.join(r.name for r in self.recipes)}.")

    def label_names(self) -> tuple[str, ...]:
        return read_labels(paths.resource("labels") / self.labels) if self.labels else ()

    @property
    def sizes(self) -> tuple[str, ...]:
        return (PAPER, *(variant.name for variant in self.variants))

    def as_variant(self, name: str) -> ModelCard:
        """The card of another form of this network, under the same name. Raises UserError with the forms there are."""
        if name == self.variant:
            return self
        found = next((variant for variant in self.variants if variant.name == name), None)
        if found is None:
            raise UserError(f"“{self.name}” has no form “{name}”; there are {', '.join(self.sizes)}.")
        return replace(
            self,
            variant=name,
            parameters=found.parameters,
            build=found.build,
            clip=found.clip or self.clip,
            backbone=self.backbone if found.backbone is None else found.backbone,
            counted=self.counted if found.labels is None else found.labels,
            prepare=found.prepare or self.prepare,
            width=self.width if found.width is None else found.width,
        )

    def clip_for(self, fps: Fraction) -> ClipSpec:
        """The clip in frames of a video of that rate: pictures are taken from every n-th frame so that at most
        `clip_rate` a second remain. Frames are never repeated, and a clip still begins on a whole frame."""
        if not self.clip_rate:
            return self.clip
        stride = max(1, math.ceil(float(fps) / self.clip_rate - 1e-6))
        return replace(self.clip, stride=stride, step=max(1, self.clip.step // self.clip.stride) * stride)


@functools.cache
def read_labels(file: Path) -> tuple[str, ...]:
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))

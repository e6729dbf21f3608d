"""Srivastava, Mansimov and Salakhutdinov, "Unsupervised Learning of Video Representations using LSTMs", ICML 2015
(arXiv 1502.04681; released code: emansim/unsupervised-videos).

An LSTM reads the past; its state is copied to a decoder that gives the past again, last frame first, and to another one
that gives the future. A conditional decoder sees the frame before: the true one in training, its own output when it is
used. Frames are whole pictures, patches of pictures, or features of another network ("percepts").

Deviations and what the paper leaves open:
- the paper's best network is the card: both decoders, the future one conditional, the other one not (the released
  settings condition both; `Form` can);
- a decoder that is not conditional has no input weights in its first layer; the first step of every decoder has no
  input, and its output comes after one step of the LSTM, as in the released code;
- the loss is summed over pixels, frames and clips, as in that code; from the cross entropy the targets' own entropy is
  taken off, which changes no derivative, so that a perfect answer has loss 0;
- a picture larger than a patch is cut into patches side by side, which share the network and are put together again;
- patches are gray (the released settings have colour), 0…1, less the middle gray and divided by SPREAD. In the
  "anchored" form the decoders give every patch less the last frame of its past, so that zeros repeat that frame; the
  encoder reads it as it is. Architecture and loss are the same;
- where the digits are not trained by the paper's recipe, conditional decoders are weaned of the truth (`weaned`);
- the small builds start with other weights (`modern_start`); the paper's U(±0.01) are for 2048 units;
- for a video the clip's future is predicted from its past without seeing any of it; the error of each frame, divided by
  what is usual at its distance, is the "surprise".
The classifier is in models/nets/srivastava2015_classifier.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple, cast

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn
from torch.optim import Adam, Optimizer, RMSprop

from core.decode import DecodeSettings
from core.video.clips import ClipSpec
from models.card import Arrays, ModelCard, Variant
from models.layers import PeepholeLSTM, PeepholeStack, State
from models.train import Recipe

SPREAD = 0.25  # of pixels around the middle gray, and of percepts around 0
ANCHORED_SPREAD = 0.1  # of a patch's pixels around those of its last seen frame
PAPER = "Srivastava et al., Unsupervised Learning of Video Representations using LSTMs (ICML 2015)"
AHEAD = 10  # frames that are predicted of a video at once


@dataclass(frozen=True)
class Form:
    """inputs: numbers in a frame (a patch, if `patch` is its side). past: frames the encoder reads. reconstructs,
    predicts: which decoders there are; conditional: which of them ("past", "future") see the frame before. logistic:
    outputs are probabilities, with cross entropy; otherwise linear, with half the squared error. anchored: the decoders
    give the difference to the last frame of the past. modern: starts with `modern_start`."""

    units: int = 2048
    layers: int = 2
    inputs: int = 4096
    patch: int = 64
    past: int = 10
    reconstructs: bool = True
    predicts: bool = True
    conditional: tuple[str, ...] = ("future",)
    logistic: bool = True
    anchored: bool = False
    modern: bool = False


class Output(NamedTuple):
    """future, reconstruction: frames as they came in (0…1; [B, T, H, W], or [B, T, n] of percepts), both in order of
    time; those of a decoder that is not there are empty, [B, 0, …]. error: squared error of each frame of the future
    (of the reconstruction where there is no other), mean over its pixels, [B, T]. features: the top layer's state after
    the past, [B, units], the mean over the patches. logits: (reconstruction, future) as the decoders give them,
    [T, B, n], with their targets."""

    future: Tensor
    reconstruction: Tensor
    error: Tensor
    features: Tensor
    logits: tuple[tuple[Tensor, Tensor], ...]


class Decoder(nn.Module):
    """Begins with the encoder's states and gives a frame for each step."""

    def __init__(self, form: Form, conditional: bool) -> None:
        super().__init__()
        self.conditional, self.logistic = conditional, form.logistic
        self.stack = PeepholeStack(form.inputs if conditional else 0, form.units, form.layers)
        self.readout = nn.Linear(form.units, form.inputs)
        nn.init.uniform_(self.readout.weight, -0.01, 0.01)
        nn.init.zeros_(self.readout.bias)

    def forward(self, states: list[State], target: Tensor, truth: float) -> Tensor:
        """target [T, B, n] → logits [T, B, n]. truth: the chance with which a conditional decoder is given the true
        frame before each one, instead of its own."""
        steps = len(target)
        if not self.conditional:
            return cast(Tensor, self.readout(self.stack(None, states, steps)[0]))
        if truth >= 1:
            # Zeros add nothing: the same as no input
            before = torch.cat([torch.zeros_like(target[:1]), target[:-1]])
            return cast(Tensor, self.readout(self.stack(before, states)[0]))
        given, frame = [], torch.zeros_like(target[:1])
        for t in range(steps):
            hidden, states = self.stack(frame, states)
            given.append(self.readout(hidden))
            frame = given[-1].sigmoid() if self.logistic else given[-1]
            if truth:
                chosen = torch.rand(1, target.shape[1], 1, device=target.device) < truth
                frame = torch.where(chosen, target[t : t + 1].to(frame.dtype), frame)
        return torch.cat(given)


class Srivastava(nn.Module):
    """Pictures float [B, 1, T, H, W] in 0…1, or percepts [B, T, n]; T is more than `form.past` where there is a future
    to predict. In training conditional decoders see the truth, otherwise their own output.

    truth: how much of it in training. The paper's 1 leaves a network that has not learned for long helpless on its own
    output; `weaned` lowers it on the way (Bengio et al., "Scheduled Sampling for Sequence Prediction with Recurrent
    Neural Networks", NIPS 2015, arXiv 1506.03099; here the gradient also goes through the output that is fed back)."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form, self.truth = form, 1.0
        self.encoder = PeepholeStack(form.inputs, form.units, form.layers)
        self.past = Decoder(form, "past" in form.conditional) if form.reconstructs else None
        self.future = Decoder(form, "future" in form.conditional) if form.predicts else None
        if form.modern:
            self.modern_start()

    def forward(self, x: Tensor) -> Output:
        form = self.form
        frames = self.cut(x)  # [T, B·patches, n]
        middle = torch.full_like(frames[0], 0.5 * bool(form.patch))
        anchor = frames[form.past - 1] if form.anchored else middle
        read = frames[: form.past]
        if not form.logistic:
            read = (read - middle) / (SPREAD if form.patch else 1.0)
            frames = (frames - anchor) / self.spread
        seen, unseen = frames[: form.past], frames[form.past :]
        top, states = self.encoder(read)
        found: dict[str, Tensor] = {}
        logits = []
        for name, decoder, target in (("past", self.past, seen.flip(0)), ("future", self.future, unseen)):
            if decoder is None:
                found[name] = frames[:0]
                continue
            logits.append((decoder(states, target, self.truth if self.training else 0.0), target))
            found[name] = logits[-1][0].sigmoid() if form.logistic else logits[-1][0]
        named, truth = ("past", seen) if self.future is None else ("future", unseen)
        if self.past is not None:
            found["past"] = found["past"].flip(0)
        scale = 1.0 if form.logistic else self.spread
        error = ((found[named] - truth) * scale).square().mean(2)  # [T, B·patches]
        if not form.logistic:
            found = {name: frames * scale + anchor for name, frames in found.items()}
        clips = len(x)
        return Output(
            self.joined(found["future"], x),
            self.joined(found["past"], x),
            error.t().reshape(clips, -1, len(error)).mean(1),
            top[-1].reshape(clips, -1, form.units).mean(1),
            tuple(logits),
        )

    def modern_start(self) -> None:
        """Weights that learn sooner than the paper's U(±0.01): orthogonal from state to state, wider from the input, a
        forget gate that is open; outputs that begin dark, or with the last frame."""
        for module in self.modules():
            if isinstance(module, PeepholeLSTM):
                module.modern_start()
            elif isinstance(module, Decoder):
                nn.init.constant_(module.readout.bias, -3.0 if module.logistic else 0.0)
                if self.form.anchored:
                    nn.init.zeros_(module.readout.weight)
                else:
                    nn.init.xavier_uniform_(module.readout.weight)

    @property
    def spread(self) -> float:
        return ANCHORED_SPREAD if self.form.anchored else SPREAD if self.form.patch else 1.0

    def cut(self, x: Tensor) -> Tensor:
        """→ [T, B·patches, n]."""
        side = self.form.patch
        if not side:
            return x.transpose(0, 1)
        batch, _, steps, height, width = x.shape
        parts = x.reshape(batch, steps, height // side, side, width // side, side)
        return parts.permute(1, 0, 2, 4, 3, 5).reshape(steps, -1, side * side)

    def joined(self, frames: Tensor, x: Tensor) -> Tensor:
        """[T, B·patches, n] → frames as they are in x, [B, T, …]."""
        side = self.form.patch
        if not side:
            return frames.transpose(0, 1)
        batch, height, width = x.shape[0], x.shape[3], x.shape[4]
        parts = frames.reshape(-1, batch, height // side, width // side, side, side)
        return parts.permute(1, 0, 2, 4, 3, 5).reshape(batch, -1, height, width)


def weaned(step: int, steps: int) -> float:
    """`Srivastava.truth` at a step: falls evenly from 1 to 0 within `steps` (0: stays, as in the paper)."""
    return max(0.0, 1 - step / steps) if steps else 1.0


def loss(network: nn.Module, inputs: Any, targets: Tensor | None = None) -> Tensor:
    """Summed over pixels, frames, clips and decoders."""
    form = cast(Srivastava, network).form
    return torch.stack([_summed(a.float(), b.float(), form.logistic) for a, b in network(inputs).logits]).sum()


def _summed(logits: Tensor, target: Tensor, logistic: bool) -> Tensor:
    if logistic:
        own: Tensor = (torch.special.entr(target) + torch.special.entr(1 - target)).sum()
        return F.binary_cross_entropy_with_logits(logits, target, reduction="sum") - own
    return 0.5 * (logits - target).square().sum()


def per_frame(logits: Tensor, target: Tensor, logistic: bool) -> Tensor:
    """The paper's measure, [T]: of each frame, summed over its numbers, the mean over the clips. Cross entropy in nats,
    or the squared error in the network's own scale."""
    if logistic:
        values = F.binary_cross_entropy_with_logits(logits.float(), target.float(), reduction="none")
    else:
        values = (logits.float() - target.float()).square()
    return values.sum(2).mean(1)


class ClampedSGD(Optimizer):
    """The released code's: buffer ← clamp(momentum · buffer − rate · (gradient + decay · weight)), weight += buffer.
    The clamp is on the step itself, so no weight moves by more than that. Vectors (biases) have no decay."""

    def __init__(
        self,
        parameters: Iterable[nn.Parameter],
        lr: float = 1e-4,
        momentum: float = 0.9,
        decay: float = 1e-4,
        clamp: float = 1e-4,
    ) -> None:
        super().__init__(parameters, {"lr": lr, "momentum": momentum, "decay": decay, "clamp": clamp})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is None:
                    continue
                state = self.state[weight]
                if "buffer" not in state:
                    state["buffer"] = torch.zeros_like(weight)
                buffer = state["buffer"].mul_(group["momentum"]).add_(weight.grad, alpha=-group["lr"])
                if weight.dim() > 1:
                    buffer.add_(weight, alpha=-group["lr"] * group["decay"])
                if group["clamp"]:
                    buffer.clamp_(-group["clamp"], group["clamp"])
                weight.add_(buffer)


def paper_recipe(steps: int = 100_000) -> Recipe:
    """The released settings; `loss` is summed over batch and time as there."""
    return Recipe("paper", steps, 80, ClampedSGD, rate=lambda step: 0.9 ** (step // 10_000))


def rmsprop_recipe(steps: int = 20_000) -> Recipe:
    """What the paper calls "much faster": the same sums, each weight's step scaled by its own gradients."""
    return Recipe("rmsprop", steps, 80, partial(RMSprop, lr=1e-4, alpha=0.9), clip=clip_norm, rate=cooled(steps))


def modern_recipe(steps: int = 20_000) -> Recipe:
    return Recipe("modern", steps, 64, partial(Adam, lr=1e-3), clip=clip_norm, rate=cooled(steps))


def cooled(steps: int) -> Callable[[int], float]:
    """A short rise, then a cosine down to a hundredth."""
    warm = min(100, max(1, steps // 20))
    return lambda step: min(1.0, (step + 1) / warm) * (0.505 + 0.495 * math.cos(math.pi * min(1.0, step / steps)))


def hotter(steps: int) -> Callable[[int], float]:
    """A small network with little time bears three times the rate."""
    cool = cooled(steps)
    return lambda step: 3 * cool(step)


def clip_norm(network: nn.Module) -> object:
    """Keeps the gradient, of a sum over a whole batch, from exploding."""
    return nn.utils.clip_grad_norm_(network.parameters(), 2e4)


def read(out: Output) -> dict[str, Tensor]:
    return {"scores": out.error[..., None], "error": out.error, "features": out.features}


def surprise(arrays: Arrays) -> Arrays:
    """Errors [steps] → scores 0…1 [steps, 1]: how far a frame's error lies above what is usual in this video at its
    distance from what was seen (frames further ahead are harder). 0.5 is four robust standard deviations."""
    error = np.asarray(arrays["error"], np.float64)
    ratio = np.empty_like(error)
    for distance in range(AHEAD):
        some = error[distance::AHEAD]
        if len(some):
            ratio[distance::AHEAD] = some / max(float(np.median(some)), 1e-7)
    spread = max(1.4826 * float(np.median(np.abs(ratio - 1))), 0.1) if len(ratio) else 1.0
    far = np.maximum(ratio - 1, 0) / spread
    return {**arrays, "scores": (far / (far + 4)).astype(np.float32)[:, None]}


def _variant(name: str, form: Form, parameters: int, clip: ClipSpec | None = None, backbone: str = "") -> Variant:
    return Variant(name, parameters, builder(form), clip=clip or _clip(form), backbone=backbone, width=form.units)


def _clip(form: Form) -> ClipSpec:
    """Pictures of one patch, or of twelve."""
    size = (64, 64) if form.patch in (0, 64) else (4 * form.patch, 3 * form.patch)
    frames = form.past + AHEAD if form.predicts else AHEAD
    return ClipSpec(frames, 1, AHEAD, size, colour="gray", mean=(0.0,), std=(255.0,))


def builder(form: Form) -> Callable[[int], nn.Module]:
    def build(labels: int) -> nn.Module:  # there is one label: surprise
        return Srivastava(form)

    return build


PIXELS = Form()
SMALL = Form(units=128, modern=True)
PATCHES = Form(inputs=1024, patch=32, past=16, logistic=False)
SMALL_PATCHES = replace(PATCHES, units=256, layers=1, conditional=(), anchored=True, modern=True)
PERCEPTS = Form(inputs=1280, patch=0, past=16, conditional=(), logistic=False)
FORMS: dict[str, Form] = {
    "paper": PIXELS,
    "autoencoder": replace(PIXELS, predicts=False, conditional=()),
    "future": replace(PIXELS, reconstructs=False, conditional=()),
    "future-conditional": replace(PIXELS, reconstructs=False),
    "composite": replace(PIXELS, conditional=()),
    "one-layer": replace(PIXELS, layers=1),
    "patches": PATCHES,
    "percepts": PERCEPTS,
    "small": SMALL,
    "small-patches": SMALL_PATCHES,
}

CARD = ModelCard(
    name="srivastava2015",
    title="Surprise, by an LSTM that predicts the next frames",
    paper=PAPER,
    clip=_clip(PIXELS),
    labels="surprise.txt",
    gives=("next frames", "embeddings"),
    parameters=234_975_232,
    build=builder(PIXELS),
    decode=DecodeSettings(smoothing=0.2, merge_gap=0.5, min_length=0.1),
    clip_rate=30.0,
    counted=1,
    variants=(
        _variant("autoencoder", FORMS["autoencoder"], 142_667_776),
        _variant("future", FORMS["future"], 142_667_776),
        _variant("future-conditional", FORMS["future-conditional"], 176_222_208),
        _variant("composite", FORMS["composite"], 201_420_800),
        _variant("one-layer", FORMS["one-layer"], 134_268_928),
        _variant("patches", FORMS["patches"], 172_054_528),
        _variant("percepts", FORMS["percepts"], 166_812_160, backbone="lite0"),
        _variant("small", FORMS["small"], 5_846_272),
        _variant("small-patches", FORMS["small-patches"], 2_366_720),
    ),
    shipped="srivastava2015.safetensors",
    read=read,
    inner=AHEAD,
    finish=surprise,
    half=False,
    window=16 + AHEAD,
    hop=AHEAD,
    width=PIXELS.units,
    loss=loss,
    recipes=(paper_recipe(), rmsprop_recipe(), modern_recipe()),
)

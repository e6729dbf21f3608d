"""Two-stream networks: Simonyan and Zisserman, "Two-Stream Convolutional Networks for Action Recognition in Videos",
NIPS 2014 (arXiv 1406.2199). One network looks at a picture, one at the optical flow of L pairs of frames around it;
their softmax scores are averaged.

What differs from the paper, or is not in it:
- flow is OpenCV's DIS (Farnebäck by option) instead of Brox et al. on a GPU, of the picture as the network gets it (cut
  to 224 × 224) where a video is analysed; it is rescaled to 0…255 and stored as JPEG for training only;
- the picture is the middle one of the L + 1 that the flow spans, for every kind of stack (the paper: the first);
- pictures are normalised by ImageNet's mean and one deviation for all channels; flow stays in pixels;
- what Chatfield et al. and the paper leave open of CNN-M-2048: see models/backbones/cnn_m.py;
- the output is one set of logits, the logarithm of the averaged softmax scores, so that its softmax is that average;
- scores for a video that is analysed come from its middle crop at every frame; 25 frames × 10 crops is for testing;
- `MultiTask` adds heads to any stream as section 5 does: one loss for each data set, summed;
- forms on EfficientNet-Lite0 are not in the paper: "lite0", and "slim", without its last stage and head so that it can
  ship, and without mean subtraction so that it can tell a moving camera; nor is `across_modalities`, which averages the
  first layer over colours (Wang et al., arXiv 1507.02159);
- "small" has a quarter of the maps, a sixteenth of the units, pictures of 64 × 64 and dropout of one half.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, cast

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from core.decode import DecodeSettings
from core.video.clips import ClipSpec
from core.video.flow import Memory, Method
from core.video.flow_stack import Kind, planes, steps, volume
from models.backbones.cnn_m import CNNM
from models.backbones.efficientnet_lite import EfficientNetLite0
from models.card import ModelCard, Prepare, Prepared, Variant
from models.train import Recipe

LENGTH = 10  # L: fields in a stack
CHANNELS = 2 * LENGTH
MEAN, STD = (123.68, 116.78, 103.94), 58.0  # of ImageNet, 0…255 RGB
SMALL = 64  # side of the small build's pictures
SLIM = 192  # features of the slim form


class Output(NamedTuple):
    """logits [B, classes]: their softmax is the mean of the streams'; features [B, n], the streams' side by side;
    streams: the logits of each."""

    logits: Tensor
    features: Tensor
    streams: tuple[Tensor, ...]


class Spatial(nn.Module):
    """(pictures [B, 3, H, W], RGB 0…255 of any type,) → `Output`. network: gives logits and features of pixels."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, inputs: tuple[Tensor, ...]) -> Output:
        x = inputs[0].float()
        mean = torch.tensor(MEAN, device=x.device)[:, None, None]
        out = self.network((x - mean) / STD)
        return Output(out.logits, out.features, (out.logits,))


class Temporal(nn.Module):
    """(…, stacks float [B, 2L, H, W], in pixels) → `Output`."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, inputs: tuple[Tensor, ...]) -> Output:
        out = self.network(inputs[-1].float())
        return Output(out.logits, out.features, (out.logits,))


class TwoStream(nn.Module):
    """(pictures [B, 3, H, W], stacks [B, 2L, H, W]) → `Output`."""

    def __init__(self, spatial: nn.Module, temporal: nn.Module) -> None:
        super().__init__()
        self.spatial, self.temporal = Spatial(spatial), Temporal(temporal)

    def forward(self, inputs: tuple[Tensor, ...]) -> Output:
        outs = [self.spatial(inputs), self.temporal(inputs)]
        logs = torch.stack([out.logits.float().log_softmax(-1) for out in outs])
        mean = torch.logsumexp(logs, 0) - math.log(2)
        return Output(mean, torch.cat([out.features for out in outs], -1), tuple(out.logits for out in outs))


class MultiTask(nn.Module):
    """A stream with further heads, one for each other data set (section 5): logits of each data set [B, classes]."""

    def __init__(self, network: nn.Module, width: int, others: Sequence[int], dropout: float = 0.9) -> None:
        super().__init__()
        self.network, self.dropout = network, nn.Dropout(dropout)
        self.others = nn.ModuleList(nn.Linear(width, classes) for classes in others)

    def forward(self, inputs: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
        out = self.network(inputs)
        return out.logits, *(head(self.dropout(out.features)) for head in self.others)


def multi_task_loss(logits: Sequence[Tensor], targets: Tensor, source: Tensor) -> Tensor:
    """The sum of each data set's own loss, over its own clips. targets, source: int64 [B], label and data set."""
    own = [(one[source == i], targets[source == i]) for i, one in enumerate(logits)]
    return torch.stack([F.cross_entropy(one, target) for one, target in own if len(target)]).sum()


def loss(network: nn.Module, inputs: Any, targets: Tensor | None) -> Tensor:
    """Each stream learns by itself: the sum of their cross entropies. targets: int64 [B]."""
    assert targets is not None, "a network of scores learns from labels"
    return torch.stack([F.cross_entropy(logits, targets) for logits in network(inputs).streams]).sum()


def across_modalities(temporal: nn.Module, spatial: Mapping[str, Tensor], first: str) -> None:
    """Gives the temporal network the weights of a spatial one (a state dict): `first`, the first layer's kernel
    [n, 3, k, k], is averaged over colours and repeated for every channel of flow; layers of another shape are left."""
    own = temporal.state_dict()
    taken = {name: tensor for name, tensor in spatial.items() if name in own and tensor.shape == own[name].shape}
    kernel = spatial[first]
    taken[first] = kernel.mean(1, keepdim=True).expand_as(own[first]).clone()
    temporal.load_state_dict(taken, strict=False)


def cnn_m(classes: int, temporal: bool, small: bool = False, channels: int = CHANNELS) -> CNNM:
    """The paper's networks. Dropout: .5 in the spatial one, .9 in the temporal one (the small build: .5)."""
    maps, units, side = (4, 16, SMALL) if small else (1, 1, 224)
    dropout = 0.9 if temporal and not small else 0.5
    return CNNM(classes, channels if temporal else 3, not temporal, dropout, maps, units, side)


def lite0(classes: int, channels: int = 3) -> EfficientNetLite0:
    return EfficientNetLite0(classes, channels)


def slim(classes: int, channels: int = 3) -> EfficientNetLite0:
    """Without the last stage and the 1280 units after it: two thirds of the weights, the pretrained ones still fit."""
    network = EfficientNetLite0(classes, channels)
    network.blocks = nn.Sequential(*list(network.blocks)[:-1])
    network.head = nn.Identity()  # type: ignore[assignment]
    network.fc = nn.Linear(SLIM, classes)
    return network


def fused(network: nn.Module) -> nn.Module:
    """For prediction: normalisations folded into convolutions where there are any."""
    for module in network.modules():
        if isinstance(module, EfficientNetLite0):
            module.fuse()
    return network.eval()


def prepared(kind: Kind = "stack", mean: bool = True, method: Method = "dis") -> Callable[[ClipSpec], Prepare]:
    """Clips of L + 1 frames → (middle picture uint8 [3, H, W], stack float32 [2L, H, W]). While clips move on frame by
    frame the flow of each pair of frames is computed once."""

    def of_video(spec: ClipSpec) -> Prepare:
        length = spec.frames - 1
        wanted, whole = steps(kind, length), kind == "trajectory"
        memory = Memory(method) if whole else Memory(method, lambda field: planes(field, mean))

        def prepare(first: int, clip: np.ndarray) -> Prepared:
            numbers = [first + i * spec.stride for i in range(spec.frames)]
            fields = memory.fields(numbers, clip, wanted)
            stack = volume(fields, kind, mean) if whole else np.concatenate(fields)
            return picture(clip[length // 2]), stack

        return prepare

    return of_video


def picture(frame: np.ndarray) -> np.ndarray:
    """uint8 [H, W, 3] → [3, H, W]."""
    return np.ascontiguousarray(frame.transpose(2, 0, 1))


def _picture_only(_: ClipSpec) -> Prepare:
    return lambda first, clip: (picture(clip[0]),)


def _flow_only(spec: ClipSpec) -> Prepare:
    both = prepared()(spec)
    return lambda first, clip: (cast(tuple[np.ndarray, ...], both(first, clip))[1],)


def _sgd(parameters: Any) -> torch.optim.Optimizer:
    return torch.optim.SGD(parameters, 1e-2, momentum=0.9, weight_decay=5e-4)


def _adam(parameters: Any) -> torch.optim.Optimizer:
    return torch.optim.AdamW(parameters, 1e-3, weight_decay=1e-2)


def _dropping(steps: Mapping[int, float]) -> Callable[[int], float]:
    """From that step on, that factor."""
    return lambda step: min((factor for at, factor in steps.items() if step >= at), default=1.0)


def cosine(steps: int, warm: int = 100) -> Callable[[int], float]:
    """Rises over `warm` steps, then falls to nothing along a cosine."""
    return lambda step: min(1.0, (step + 1) / warm) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))


RECIPES = (
    # The weight decay is AlexNet's; the paper names none.
    Recipe("paper", 80_000, 256, _sgd, _dropping({50_000: 0.1, 70_000: 0.01})),
    Recipe("fine-tune", 20_000, 256, _sgd, _dropping({14_000: 0.1})),
    Recipe("modern", 3_000, 64, _adam, cosine(3_000)),
)


def _paper(classes: int) -> TwoStream:
    return TwoStream(cnn_m(classes, False), cnn_m(classes, True))


def _small(classes: int) -> TwoStream:
    return TwoStream(cnn_m(classes, False, small=True), cnn_m(classes, True, small=True))


def _lite0(classes: int) -> TwoStream:
    return TwoStream(lite0(classes), lite0(classes, CHANNELS))


def _slim(classes: int) -> TwoStream:
    return TwoStream(slim(classes), slim(classes, CHANNELS))


def _spatial(classes: int) -> Spatial:
    return Spatial(cnn_m(classes, False))


def _temporal(classes: int) -> Temporal:
    return Temporal(cnn_m(classes, True))


_CLIP = ClipSpec(frames=LENGTH + 1, stride=1, step=1, size=(224, 224), resize=256)
_PICTURE = ClipSpec(frames=1, stride=1, step=1, size=(224, 224), resize=256)

CARD = ModelCard(
    name="simonyan2014",
    title="Two streams, picture and optical flow",
    paper="Simonyan and Zisserman, Two-Stream Convolutional Networks for Action Recognition in Videos (NIPS 2014)",
    clip=_CLIP,
    labels="",
    gives=("scores", "embeddings"),
    parameters=181_335_594,
    counted=101,
    width=4096,
    build=_paper,
    fuse=fused,
    decode=DecodeSettings(smoothing=1.0, threshold=0.5, low=0.3, merge_gap=0.5, min_length=1.0, top=10, exclusive=True),
    prepare=prepared(),
    loss=loss,
    recipes=RECIPES,
    shipped="simonyan2014.safetensors",
    variants=(
        Variant("small", 999_970, _small, ClipSpec(LENGTH + 1, 1, 1, (SMALL, SMALL), resize=72), width=256),
        Variant("spatial", 90_627_813, _spatial, _PICTURE, prepare=_picture_only, width=2048),
        Variant("temporal", 90_707_781, _temporal, _CLIP, prepare=_flow_only, width=2048),
        Variant("lite0", 7_005_674, _lite0, _CLIP, width=2560),
        Variant("slim", 4_750_698, _slim, _CLIP, prepare=prepared(mean=False), width=2 * SLIM),
    ),
)

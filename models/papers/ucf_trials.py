"""Trials of the two streams on clips of UCF-101: trained and tested as the paper does, then fused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from core.errors import UserError
from core.task import Progress, Task
from core.video.source import open_video
from models import checkpoint, ten_crops
from models.cards import card
from models.datasets import ucf101
from models.datasets.stacks import Look, Stacks
from models.device import Device
from models.nets.simonyan2014 import CHANNELS, SMALL, Spatial, Temporal, cnn_m, lite0, loss, slim
from models.preprocess import batch
from models.train import History, Recipe, fit

_BUILDS: dict[str, Callable[[int, bool], nn.Module]] = {
    "paper": cnn_m,
    "small": lambda classes, temporal: cnn_m(classes, temporal, small=True),
    "lite0": lambda classes, temporal: lite0(classes, CHANNELS if temporal else 3),
    "slim": lambda classes, temporal: slim(classes, CHANNELS if temporal else 3),
}
_IMAGENET_FRAMES = 10  # frames of each test clip that the pretrained network sees
_TRAIN_FRAMES = 5  # frames of each training clip whose scores the SVM learns from


@dataclass(frozen=True)
class Parts:
    """The clips to train and test on, stored as pictures and flow. said: what they are; official: the paper's split."""

    train: Stacks
    test: Stacks
    side: int
    said: str
    official: bool


@dataclass(frozen=True)
class Scores:
    """Accuracies in per cent, the two networks and their training."""

    spatial: float
    temporal: float
    average: float
    svm: float
    networks: tuple[nn.Module, nn.Module]
    histories: tuple[History, History]


def parts(folder: Path, store: Path, variant: str) -> Task[Parts]:
    """Official split 1 where UCF-101 is whole; else the classes with two groups or more, the last group for testing.
    Raises UserError for a form of one stream, and where clips are missing."""
    if variant not in _BUILDS:
        raise UserError(f"Both streams are trained, so “{variant}” cannot be; choose one of {', '.join(_BUILDS)}.")
    official = ucf101.is_complete(folder)
    if official:
        train, test = ucf101.split(folder, 1)
        said = "UCF-101, split 1"
    else:
        clips = ucf101.by_group(ucf101.subset(folder))
        train, test = ucf101.group_split(clips)
        said = f"{ucf101.said(clips)}; the last group of each for testing ({len(train)} clips train, {len(test)} test)"
    if not train or not test:
        raise UserError(f"{folder} has no class with clips of two groups, so nothing can be tested; add clips.")
    side, short = (SMALL, 72) if variant == "small" else (224, 256)
    both = [Stacks(store, clips, short) for clips in (train, test)]
    for stacks in both:
        yield from stacks.store()
    return Parts(both[0], both[1], side, said, official)


def trial(
    data: Parts,
    variant: str,
    recipe: Recipe,
    seed: int,
    device: Device,
    frames: int = ten_crops.FRAMES,
    minutes: float | None = None,
    store: Path | None = None,
) -> Task[Scores]:
    """Trains both streams, scores the test clips by frames × 10 crops, and fuses them."""
    look = Look(side=data.side)
    networks, histories, train, test = [], [], [], []
    for temporal in (False, True):
        torch.manual_seed(seed)
        inner = _BUILDS[variant](len(data.train.labels), temporal)
        network = Temporal(inner) if temporal else Spatial(inner)
        name = "temporal" if temporal else "spatial"
        history = yield from fit(
            network,
            recipe,
            lambda net, batch: loss(net, (batch[0],), batch[1]),
            lambda step, temporal=temporal: data.train.batch(step, recipe.batch, look, temporal, seed),  # type: ignore[misc]
            device=device,
            seed=seed,
            minutes=None if minutes is None else minutes / 2,
            store=None if store is None else store / f"{name}-{seed}.pt",
            text=f"The {name} stream, seed {seed}",
        )
        networks.append(network)
        histories.append(history)
        train.append((yield from _scores(network, data.train, _TRAIN_FRAMES, look, temporal, device, whole=False)))
        test.append((yield from _scores(network, data.test, frames, look, temporal, device)))
    truth = data.test.targets
    machine = ten_crops.svm(train, data.train.targets.repeat(_TRAIN_FRAMES))
    return Scores(
        ten_crops.accuracy(test[0], truth),
        ten_crops.accuracy(test[1], truth),
        ten_crops.accuracy(ten_crops.average(test), truth),
        100 * float((machine.predict(ten_crops.stacked(test)) == truth).mean()),
        (networks[0], networks[1]),
        (histories[0], histories[1]),
    )


def _scores(
    network: nn.Module, data: Stacks, frames: int, look: Look, flow: bool, device: Device, whole: bool = True
) -> Task[np.ndarray]:
    """[clips, classes], or where not `whole`, for each frame of each clip, [clips · frames, classes]."""
    rows = []
    for i in range(len(data.clips)):
        windows = data.spread(i, frames, look, flow)
        for part in (windows,) if whole else np.split(windows, frames):
            rows.append(ten_crops.score(network, part, look.side, flow, device))
        yield Progress(i, len(data.clips), f"{frames} frames × 10 crops of each clip")
    return np.stack(rows)


def last_layer(data: Parts, device: Device) -> Task[float]:
    """Accuracy in per cent of a spatial network pretrained on ImageNet of which only the last layer is trained: here
    EfficientNet-Lite0 and logistic regression, on whole pictures of a few frames. Raises MissingAsset."""
    from sklearn.linear_model import LogisticRegression

    pretrained = card("lite0")
    network = checkpoint.network(pretrained, checkpoint.of_card(pretrained)).to(device.torch)
    found = []
    for stacks, frames in ((data.train, _TRAIN_FRAMES), (data.test, _IMAGENET_FRAMES)):
        rows = []
        for i, clip in enumerate(stacks.clips):
            with open_video(clip.path) as source:
                numbers = np.linspace(0, source.index.frames - 1, frames).round().astype(int).tolist()
                pictures = [picture[None] for _, picture in source.pick(numbers, pretrained.clip.size)]
            with torch.inference_mode():
                features = network(batch(pictures, pretrained.clip, device.torch)).features
            rows.append(features.float().cpu().numpy())
            yield Progress(i, len(stacks.clips), "What a network trained on ImageNet sees")
        found.append(np.stack(rows))
    train, test = found
    model = LogisticRegression(C=0.1, max_iter=500).fit(
        train.reshape(-1, train.shape[-1]), data.train.targets.repeat(_TRAIN_FRAMES)
    )
    scores = model.predict_proba(test.reshape(-1, test.shape[-1])).reshape(*test.shape[:2], -1).mean(1)
    return 100 * float((model.classes_[scores.argmax(1)] == data.test.targets).mean())

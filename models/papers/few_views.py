"""A few labelled pictures of each class and unlabelled video of them: the settings of Mobahi, Collobert and Weston
(ICML 2009), and one training in them.

COIL: the views at 0, 90, 180 and 270° are labelled, the other 68 are the test part; the unlabelled video is the objects
turning. ORL: k of ten pictures of each person are labelled, chosen by the seed; the video is a person's ten pictures in
the order of their numbers. The video is shown in two ways: with the test pictures in it, as the paper has it (their
labels are never seen), and without. Without, the test part is smaller: COIL's video has every second view and the rest
is tested; of ORL's pictures that are not labelled the video has every second. The CNN is scored on the same pictures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from core.task import Task
from models.card import ModelCard
from models.coherence import CoherentTraining, VideoPairs
from models.device import Device
from models.nets.mobahi2009 import BATCH, MARGIN, WEIGHT, recipe
from models.train import History, fit

LABELLED_VIEWS = (0, 18, 36, 54)
CNN, WITH, WITHOUT = "CNN", "videoCNN, video with the test pictures", "videoCNN, video without the test pictures"


@dataclass(frozen=True)
class Setting:
    """pictures: uint8 [classes, views, H, W]. train: bool [classes, views], the labelled ones. half: what a video
    without test pictures shows, the labelled ones among it. closed: the last view is followed by the first."""

    name: str
    pictures: np.ndarray
    train: np.ndarray
    half: np.ndarray
    closed: bool

    def video(self, method: str) -> np.ndarray | None:
        """bool [classes, views]: what the unlabelled video of a method shows."""
        return {CNN: None, WITH: np.ones_like(self.train), WITHOUT: self.half}[method]

    def tested(self, method: str) -> np.ndarray:
        """bool [classes, views]: all that is not labelled, and, without test pictures in the video, not seen there."""
        return ~self.train & ~self.half if method == WITHOUT else ~self.train


def coil_setting(name: str, pictures: np.ndarray) -> Setting:
    train = np.zeros(pictures.shape[:2], bool)
    train[:, LABELLED_VIEWS] = True
    half = np.zeros_like(train)
    half[:, ::2] = True  # of these are the labelled ones
    return Setting(name, pictures, train, half, closed=True)


def orl_setting(pictures: np.ndarray, count: int, seed: int) -> Setting:
    """`count` pictures of each person, chosen by the seed alone: those for 1 are among those for 2 and 5."""
    chance = np.random.default_rng([seed, 9])
    train, half = np.zeros(pictures.shape[:2], bool), np.zeros(pictures.shape[:2], bool)
    for person in range(len(pictures)):
        order = chance.permutation(pictures.shape[1])
        train[person, order[:count]] = True
        half[person, order[:count]] = True
        half[person, np.sort(order[count:])[::2]] = True
    return Setting(f"ORL, {count} image{'s' * (count > 1)}", pictures, train, half, closed=False)


def training(
    setting: Setting,
    method: str,
    card: ModelCard,
    seed: int,
    batch: int,
    margin: float = MARGIN,
    weight: float = WEIGHT,
) -> CoherentTraining:
    """Algorithm 1 on a setting; for the CNN its labelled steps alone."""
    pictures = normalised(setting.pictures, card)
    labelled, targets = pictures[setting.train], np.argwhere(setting.train)[:, 0].astype(np.int64)

    def some(turn: int) -> tuple[np.ndarray, np.ndarray]:
        rows = np.random.default_rng([seed, turn, 3]).integers(0, len(labelled), batch)
        return labelled[rows], targets[rows]

    shown = setting.video(method)
    if shown is None:
        return CoherentTraining(some, None, lambda numbers: numbers, margin)
    footage = pictures[shown]
    pairs = VideoPairs(shown.sum(1).tolist(), seed, closed=setting.closed)
    return CoherentTraining(some, pairs, lambda numbers: footage[numbers], margin, batch, weight)


def normalised(pictures: np.ndarray, card: ModelCard) -> np.ndarray:
    """uint8 [..., H, W] → float32 [..., 1, H, W], as the card's clips are."""
    scaled = (pictures.astype(np.float32) - card.clip.mean[0]) / card.clip.std[0]
    result: np.ndarray = scaled.astype(np.float32)[..., None, :, :]
    return result


@torch.no_grad()
def outputs(network: nn.Module, pictures: np.ndarray, card: ModelCard) -> tuple[np.ndarray, np.ndarray]:
    """(labels int64 [n], features float32 [n, units]) of uint8 [n, H, W], on the device of the network."""
    device = next(network.parameters()).device
    parts: list[tuple[Tensor, Tensor]] = []
    for at in range(0, len(pictures), 256):
        out = network(torch.from_numpy(normalised(pictures[at : at + 256], card)).to(device))
        parts.append((out.logits.argmax(1).cpu(), out.features.float().cpu()))
    return torch.cat([p[0] for p in parts]).numpy(), torch.cat([p[1] for p in parts]).numpy()


def accuracy(network: nn.Module, setting: Setting, tested: np.ndarray, card: ModelCard) -> float:
    """The share, in %, of the tested pictures that get their own label."""
    found = outputs(network, setting.pictures[tested], card)[0]
    return 100 * float((found == np.argwhere(tested)[:, 0]).mean())


def trained(
    setting: Setting,
    method: str,
    card: ModelCard,
    seed: int,
    rounds: int,
    device: Device,
    *,
    minutes: float | None = None,
    store: Path | None = None,
    watched: bool = False,
    margin: float = MARGIN,
    weight: float = WEIGHT,
) -> Task[tuple[nn.Module, History]]:
    """One network; watched: its accuracy is noted ten times on the way."""
    algorithm = training(setting, method, card, seed, BATCH, margin, weight)
    kinds = len(algorithm.kinds)
    torch.manual_seed(seed)
    network = card.build(len(setting.pictures))
    tested = setting.tested(method)

    def check(network: nn.Module, _: int) -> dict[str, float]:
        return {"accuracy": accuracy(network, setting, tested, card)}

    history = yield from fit(
        network,
        recipe(rounds, kinds),
        algorithm.loss,
        algorithm.batches,
        device=device,
        seed=seed,
        minutes=minutes,
        store=store,
        check=check if watched else None,
        every=max(1, rounds // 10) * kinds,
        text=f"{setting.name}, {method.split(',')[0]}, seed {seed}",
    )
    return network.eval(), history


def leave_one_out(
    setting: Setting, card: ModelCard, rounds: int, device: Device, margin: float = MARGIN, weight: float = WEIGHT
) -> Task[float]:
    """What margin, weight and rounds are chosen by: each labelled view of COIL is asked of a network that was given the
    other three as labels; the mean accuracy, in %. No label of a test picture is used."""
    found = []
    for seed, view in enumerate(LABELLED_VIEWS):
        asked, train = np.zeros_like(setting.train), setting.train.copy()
        asked[:, view], train[:, view] = True, False
        part = replace(setting, train=train)
        network, _ = yield from trained(part, WITH, card, seed, rounds, device, margin=margin, weight=weight)
        found.append(accuracy(network, part, asked, card))
    return float(np.mean(found))

"""Learning a project's own activities from what people said of its videos: a head (models/nets/head.py) on features.

Every batch is balanced: each window is drawn around a step of a label drawn first, of all labels and "nothing" alike.
A fifth of the videos, where there are enough, is kept apart to choose the best moment of the training by; that may be
its very beginning, when the head has only the examples themselves (models/prototypes.py).
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from pickle import UnpicklingError

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import UserError
from core.task import Task
from models.batches import Batch
from models.card import ModelCard
from models.device import Device
from models.improve_options import UNLABELLED, Footage, Options, coherent, lstm_of, pretrained
from models.nets.head import CARD, Head, masked, scored
from models.prototypes import remember
from models.train import History, Loss, Recipe, fit, keep

WINDOW = 32  # steps of a training window: ten seconds of I3D's features
EVERY = 25  # steps between two looks at the videos kept apart
KEEP_SECONDS = 2.0  # a training that is killed loses so much of itself
_APART = 5  # of so many videos, one is kept apart


@dataclass(frozen=True)
class Lesson:
    """One video. name: the same whenever it is learned from. features float16 [steps, n]; values float32, known bool
    [steps, labels]."""

    name: str
    features: np.ndarray
    values: np.ndarray
    known: np.ndarray


@dataclass(frozen=True)
class Learned:
    """network: the best there was; metrics of it; apart: names of the videos kept apart; history: of the training."""

    network: Head
    metrics: Mapping[str, float]
    apart: tuple[str, ...]
    history: History


@dataclass
class Best:
    """What a training that is stopped leaves: the best weights so far. apart: names of the videos it was chosen by;
    epochs: how often a window had been drawn around each step that is known by then, on average; file: where it is
    kept for a training that goes on after it was killed."""

    metrics: dict[str, float] = field(default_factory=dict)
    state: dict[str, Tensor] | None = None
    step: int = 0
    apart: tuple[str, ...] = ()
    epochs: float = 0.0
    file: Path | None = None

    def take(self, network: nn.Module, step: int, metrics: dict[str, float]) -> None:
        """Raises UserError where the file cannot be written."""
        self.metrics, self.step, self.state = metrics, step, copy.deepcopy(network.state_dict())
        if self.file is not None:
            keep({"step": step, "metrics": metrics, "state": self.state}, self.file)

    def restore(self) -> None:
        """What the file has, where it has something."""
        if self.file is None or not self.file.exists():
            return
        try:
            kept = torch.load(self.file, map_location="cpu", weights_only=True)
            self.metrics, self.step, self.state = kept["metrics"], kept["step"], kept["state"]
        except (OSError, RuntimeError, LookupError, TypeError, ValueError, EOFError, UnpicklingError) as error:
            raise UserError(f"{self.file} does not hold this training; delete it to begin anew.") from error


def kept_apart(lessons: Sequence[Lesson], labels: int) -> set[int]:
    """Which lessons are for choosing, not for learning: always the same ones, by name; none without which a label
    would have no example left."""
    order = sorted(range(len(lessons)), key=lambda i: hashlib.sha256(lessons[i].name.encode()).hexdigest())
    examples = np.array([lesson.values.sum(0) > 0 for lesson in lessons], np.int64).reshape(len(lessons), labels)
    left, apart = examples.sum(0), set[int]()
    for i in order:
        if len(apart) >= len(lessons) // _APART:
            break
        if examples[i].any() and (left[examples[i] > 0] > 1).all():
            left = left - examples[i]
            apart.add(i)
    return apart


def improve(
    card: ModelCard,
    recipe: Recipe,
    lessons: Sequence[Lesson],
    group: np.ndarray,
    *,
    device: Device,
    seed: int = 0,
    best: Best | None = None,
    store: Path | None = None,
    options: Options = Options(),  # noqa: B008 — it is frozen
    rest: Sequence[np.ndarray] = (),
) -> Task[Learned]:
    """card: the head in the form to train; group int64 [labels]: equal numbers exclude each other. best: is kept up to
    date, for whoever stops the task. store: a file from which the same training goes on after it was stopped or killed.
    rest: features of videos that nobody said anything of. Raises UserError where there is nothing to learn from."""
    count = len(group)
    apart = kept_apart(lessons, count)
    taught = [lesson for i, lesson in enumerate(lessons) if i not in apart]
    asked = [lessons[i] for i in sorted(apart)]
    windows = Windows(taught, count, recipe.batch, seed)
    best = best if best is not None else Best()
    best.apart = tuple(lesson.name for lesson in asked)
    known = max(1, sum(int(lesson.known.any(1).sum()) for lesson in taught))
    if store is not None:
        best.file = store.with_suffix(".best.pt")
        best.restore()
    torch.manual_seed(seed)
    network = card.build(count)
    assert isinstance(network, Head)
    network.group.copy_(torch.from_numpy(group))
    remember(network, taught, rest, seed)
    footage = [*(lesson.features for lesson in lessons), *rest]
    if options.encoder:
        yield from pretrained(network, footage, device=device, seed=seed)
    batches, loss = _taught(network, windows, options, footage, seed)

    def check(net: nn.Module, step: int) -> dict[str, float]:
        found = measured(net, asked or taught, device)
        if not best.metrics or found["mAP"] >= best.metrics["mAP"] or not asked:
            best.take(net, step, found)
            best.epochs = step * recipe.batch / known
        return found

    if asked and best.state is None:
        check(network.to(device.torch).eval(), 0)
    history = yield from fit(
        network,
        recipe,
        loss,
        batches,
        device=device,
        seed=seed,
        check=check,
        every=EVERY,
        store=store,
        keep_seconds=KEEP_SECONDS,
        divisible=True,
        text="Learning",
    )
    assert best.state is not None
    network.load_state_dict(best.state)
    return Learned(network.to("cpu").eval(), best.metrics, best.apart, history)


def _taught(
    network: Head, windows: Windows, options: Options, footage: Sequence[np.ndarray], seed: int
) -> tuple[Callable[[int], Batch], Loss]:
    """(batches, loss) of the training."""
    if not options.coherence:
        return windows.batch, lambda net, batch: masked(net(batch[0]), batch[1], batch[2])
    lstm_of(network)
    unlabelled = Footage(footage, UNLABELLED, WINDOW, seed)

    def loss(net: nn.Module, batch: Batch) -> Tensor:
        x, values, known, anything = batch
        return masked(net(x), values, known) + coherent(net(anything))

    return lambda step: (*windows.batch(step), unlabelled.batch(step)), loss


class Windows:
    """Balanced windows. Raises UserError where nothing is labelled, or nothing says where a label is not."""

    def __init__(self, lessons: Sequence[Lesson], labels: int, size: int, seed: int) -> None:
        self._lessons, self._size, self._seed = lessons, size, seed
        there = [(lesson.values > 0) & lesson.known for lesson in lessons]
        absent = [lesson.known & (lesson.values == 0) for lesson in lessons]
        if not any(part.any() for part in there):
            raise UserError("No label has an example: accept or correct some segments, or draw some, then improve.")
        if not any(part.any() for part in absent):
            raise UserError(
                "Nothing says where these activities are not: mark a stretch that you looked at as reviewed."
            )
        nothing = [a.any(1) & ~t.any(1) for a, t in zip(absent, there, strict=True)]
        kinds = [places([part[:, label] for part in there]) for label in range(labels)]
        self._kinds = [places for places in (*kinds, places(nothing)) if len(places)]

    def batch(self, step: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """features float32 [B, T, n]; values, known float32 [B, T, labels]. Behind a video's end nothing is known."""
        chance = np.random.default_rng([self._seed, step])
        parts = []
        for _ in range(self._size):
            places = self._kinds[chance.integers(len(self._kinds))]
            video, at = places[chance.integers(len(places))].tolist()
            parts.append(self._window(self._lessons[video], at - int(chance.integers(WINDOW))))
        features, values, known = (np.stack(part) for part in zip(*parts, strict=True))
        return features, values, known

    def _window(self, lesson: Lesson, start: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        start = max(0, min(start, len(lesson.features) - WINDOW))
        part = slice(start, start + WINDOW)
        return tuple(_filled(a[part].astype(np.float32)) for a in (lesson.features, lesson.values, lesson.known))  # type: ignore[return-value]


def _filled(rows: np.ndarray) -> np.ndarray:
    """Zeros up to a whole window."""
    return rows if len(rows) == WINDOW else np.pad(rows, ((0, WINDOW - len(rows)), (0, 0)))


def places(masks: Sequence[np.ndarray]) -> np.ndarray:
    """(video, step) of every True: int64 [n, 2]."""
    found = [np.stack([np.full(int(mask.sum()), i), np.flatnonzero(mask)], 1) for i, mask in enumerate(masks)]
    return np.concatenate(found) if found else np.zeros((0, 2), np.int64)


def scores(network: nn.Module, features: np.ndarray, device: Device) -> np.ndarray:
    """float32 [steps, labels] of one video, from its beginning to its end."""
    with torch.inference_mode():
        out = network(torch.from_numpy(features.astype(np.float32))[None].to(device.torch))
        found: np.ndarray = scored(out)[0].cpu().numpy()
        return found


def measured(network: nn.Module, lessons: Sequence[Lesson], device: Device) -> dict[str, float]:
    """Step by step, where it is known: the mean over labels of average precision ("mAP"), and of F1 at the
    head's threshold ("F1")."""
    from sklearn.metrics import average_precision_score, f1_score

    was = network.training
    network.eval()
    found = np.concatenate([scores(network, lesson.features, device) for lesson in lessons])
    network.train(was)
    values = np.concatenate([lesson.values for lesson in lessons])
    known = np.concatenate([lesson.known for lesson in lessons])
    precision, f1 = [], []
    for label in range(values.shape[1]):
        mask = known[:, label]
        truth = values[mask, label] > 0
        if truth.any():
            mine = found[mask, label]
            precision.append(float(average_precision_score(truth, mine)))
            f1.append(float(f1_score(truth, mine >= CARD.decode.threshold, zero_division=0.0)))
    return {"mAP": float(np.mean(precision)) if precision else 0.0, "F1": float(np.mean(f1)) if f1 else 0.0}


def quick(recipe: Recipe, examples: int) -> Recipe:
    """Few examples are learned soon: what they say is remembered already, and more steps learn their clips by heart."""
    return replace(recipe, steps=min(recipe.steps, 40 + examples // 4))

"""Does it help to fine-tune the last layers of I3D on a project's few examples (models/finetune.py) before the head
learns from its features? The protocol is that of `few-examples` (models/papers/few_data.py, few_examples.py); both
sides of a pair have the same examples, the same montages and the same head.

What the frozen layers make of each clip is computed once and kept in the cache; the features of both sides come from it
through the last layers, as they are or fine-tuned. A montage joined as features shows at each step one step of one
clip, so what is known of a montage is known of clips.

How long, how fast and how much is trained is chosen on the eight classes that `few-examples` does not report
(`SETTINGS`, at CHOOSE_AT examples, the mean over CHOOSE_SEEDS seeds and both folds), and only the best of the settings
is measured on the others, whether or not it beats no fine-tuning there.
"""

from __future__ import annotations

import copy
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import nn

from core.storage.arrays import ArrayCache
from core.task import Progress, Task
from core.video.source import open_video
from models import checkpoint
from models.card import ModelCard
from models.cards import card as named
from models.device import Device
from models.finetune import Clips, chosen_steps, frozen, learn, limited
from models.improve_options import Options
from models.papers import figures
from models.papers.few_data import FOLDS, Footage, Said, data, detection, examples, footage, partly
from models.papers.few_examples import SHARE, taught
from models.papers.montes2016_data import Data
from models.papers.report import Job, Paper, Report, Row, interval, over_seeds
from models.papers.trials import Found, Trials
from models.train import Recipe

EXAMPLES = ("1", "3", "5")  # of each class
TOLD = (*EXAMPLES, "partly")
SEEDS, CHOOSE_SEEDS, CHOOSE_AT = 5, 2, "3"
PLAIN = "as it is"
SIDES = {PLAIN: "I3D as it is", "tuned": "I3D fine-tuned"}
_METRIC = "mAP@.5"
_VERSION = "1"  # of the protocol and of what is trained
_BATCH = 16


@dataclass(frozen=True)
class Setting:
    """rate: of AdamW; layers: how many of the last ones with weights are trained (0: all behind the frozen part)."""

    rate: float
    steps: int
    layers: int = 0

    @property
    def recipe(self) -> Recipe:
        optimizer = partial(torch.optim.AdamW, lr=self.rate, weight_decay=1e-2)
        return Recipe("few-backbone", self.steps, _BATCH, optimizer)

    def __str__(self) -> str:
        which = f"the last {self.layers} layers" if self.layers > 1 else "the last layer" if self.layers else "all"
        return f"{self.steps} steps at {self.rate:.0e}, {which}".replace("e-0", "e-")


SETTINGS = (
    Setting(2e-4, 300),
    Setting(2e-4, 60),
    Setting(5e-5, 300),
    Setting(5e-5, 60),
    Setting(1e-5, 300),
    Setting(5e-5, 300, layers=1),
)


@dataclass(frozen=True)
class Windows:
    """Every clip's steps, one clip after the other. inputs float16 [steps, …], of the frozen part; last: the layers
    behind it; plain float16 [steps, width]: the features of these as they are; at: where the steps of a clip begin."""

    of: Footage
    inputs: np.ndarray
    last: nn.Module
    plain: np.ndarray
    at: dict[Path, int]

    def data(self, rows: np.ndarray, fold: int) -> Data:
        """Montages of rows [steps, n] instead of the clips' features."""
        parts = {path: rows[at : at + len(self.of.features[path])] for path, at in self.at.items()}
        return data(replace(self.of, features=parts), fold)


def reproduce(job: Job) -> Task[Report]:
    """Raises UserError where UCF-101 is not there."""
    began, trials = time.perf_counter(), Trials(job.out / "few_backbone_trials.json", _VERSION)
    small = yield from windows(job, chosen_on=True)
    found: dict[str, list[float]] = {}
    for what in (PLAIN, *map(str, SETTINGS)):
        found[what] = yield from _over_seeds(job, trials, small, f"{CHOOSE_AT}, {what}", CHOOSE_SEEDS, "chosen on")
    best = max(SETTINGS, key=lambda setting: float(np.mean(found[str(setting)])))
    large = yield from windows(job)
    table: dict[str, list[float]] = {}
    for told in TOLD:
        for side, what in zip(SIDES, (PLAIN, str(best)), strict=True):
            values = yield from _over_seeds(job, trials, large, f"{told}, {what}", job.seeds or SEEDS, "reported")
            table[f"{told}, {side}"] = values
    lines = {
        name: [(float(n), float(np.mean(table[f"{n}, {side}"]))) for n in EXAMPLES] for side, name in SIDES.items()
    }
    picture = figures.curves(job.out / "few_backbone.png", lines, "examples of each class", _METRIC)
    rows = [_row(f"eight other classes, {CHOOSE_AT} examples: {what}", values) for what, values in found.items()]
    rows += [_row(f"{_told(told)}: {name}", table[f"{told}, {side}"]) for told in TOLD for side, name in SIDES.items()]
    notes = (f"Chosen on eight other classes: {best}.", *_verdicts(table), _agreement(large))
    took = time.perf_counter() - began
    return Report(PAPER.name, PAPER.title, tuple(rows), took, job.device.badge(), notes, (str(picture),))


def _over_seeds(job: Job, trials: Trials, given: Windows, what: str, seeds: int, part: str) -> Task[list[float]]:
    """For each seed the mean over the folds."""
    values = []
    for seed in range(seeds):
        folds = []
        for fold in range(FOLDS):
            yield Progress(seed * FOLDS + fold, seeds * FOLDS, f"{what}, seed {seed + 1}")
            task = partial(trial, job, given, what, seed, fold)
            folds.append((yield from trials.get(f"{part}: {what}, seed {seed}, fold {fold}", task))[_METRIC])
        values.append(float(np.mean(folds)))
    return values


def windows(job: Job, chosen_on: bool = False, card: ModelCard | None = None) -> Task[Windows]:
    """chosen_on: the classes that settings are chosen on, instead of those that are reported."""
    card, of = card or named("i3d"), (yield from footage(job, chosen_on))
    weights = checkpoint.of_card(card)
    assert card.split is not None, "this backbone cannot be divided"
    first, last = card.split(checkpoint.network(card, weights))
    cache, parts, at, steps = ArrayCache(), list[np.ndarray](), dict[Path, int](), 0
    first.to(job.device.torch).eval()
    for path, features in of.features.items():
        at[path], steps = steps, steps + len(features)
        with open_video(path) as source:
            spec = card.clip_for(source.info.fps).to_json()
            key = ArrayCache.key(video=source.info.fingerprint, weights=weights.digest, clip=spec, part="frozen")
        kept = cache.get(key)
        if kept is None:
            kept = {"inputs": (yield from frozen(card, first, [(path, np.arange(len(features)))], job.device))}
            cache.put(key, **kept)
        parts.append(kept["inputs"])
    inputs = np.concatenate(parts)
    return Windows(of, inputs, last, (yield from features_of(last, inputs, job.device)), at)


def features_of(last: nn.Module, inputs: np.ndarray, device: Device) -> Task[np.ndarray]:
    """float16 [steps, width]."""
    last = last.to(device.torch).eval()
    found = []
    for at in range(0, len(inputs), _BATCH):
        yield Progress(at, len(inputs), "Features")
        with torch.inference_mode():
            x = torch.from_numpy(inputs[at : at + _BATCH].astype(np.float32)).to(device.torch)
            found.append(last(x).features.half().cpu().numpy())
    return np.concatenate(found)


def trial(job: Job, given: Windows, what: str, seed: int, fold: int) -> Task[Found]:
    """what: what is told ("3": examples of each class; or "partly"), and the setting, or PLAIN."""
    told, how = what.split(", ", 1)
    rows = given.plain
    if how != PLAIN:
        setting = next(one for one in SETTINGS if str(one) == how)
        last = limited(copy.deepcopy(given.last), setting.layers)
        clips = known_clips(given, told, seed, fold)
        group = np.zeros(clips.values.shape[1], np.int64)
        yield from learn(
            last, rows.shape[1], clips, group, device=job.device, seed=seed, recipe=setting.recipe, text=what
        )
        rows = yield from features_of(last, given.inputs, job.device)
    of = given.data(rows, fold)
    scores = yield from taught(job, said(of, told, seed), "small", seed, Options())
    return {_METRIC: detection(of, scores)}


def said(of: Data, told: str, seed: int) -> Said:
    return partly(of, SHARE, seed) if told == "partly" else examples(of, int(told), seed)


def known_clips(given: Windows, told: str, seed: int, fold: int) -> Clips:
    """Of the clips' steps that known steps of the montages show, as the program takes them of a project's videos."""
    numbers = given.data(np.arange(len(given.inputs), dtype=np.float64)[:, None], fold)
    what = said(numbers, told, seed)
    lessons = what.lessons()
    steps = chosen_steps(lessons, what.count, seed)
    shown = [
        numbers.train[i].rows(0, len(numbers.train[i]))[some, 0]
        for i, some in zip(sorted(what.known), steps, strict=True)
    ]
    values = [lesson.values[some] for lesson, some in zip(lessons, steps, strict=True)]
    known = [lesson.known[some] for lesson, some in zip(lessons, steps, strict=True)]
    return Clips(given.inputs[np.concatenate(shown).astype(np.int64)], np.concatenate(values), np.concatenate(known))


def _told(told: str) -> str:
    if told == "partly":
        return f"{SHARE:.0%} of each of five montages of a class reviewed"
    return f"{told} example{'s' * (told != '1')} of each class"


def _row(name: str, values: list[float]) -> Row:
    mean, spread = over_seeds(values)
    return Row(name, _METRIC, None, mean, "stand-in", spread, len(values), interval(values), "small")


def _verdicts(table: dict[str, list[float]]) -> list[str]:
    """Differences seed by seed."""
    plain, tuned = SIDES
    gains = {told: np.subtract(table[f"{told}, {tuned}"], table[f"{told}, {plain}"]) for told in TOLD}
    gains |= {"all": np.mean(list(gains.values()), 0)}
    lines = []
    for told, gain in gains.items():
        low, high = interval(gain.tolist()) or (float("nan"), float("nan"))
        where = "all of these together" if told == "all" else _told(told)
        lines.append(f"Fine-tuned against as it is, {where}: {gain.mean():+.3f} [{low:+.3f}, {high:+.3f}].")
    return lines


def _agreement(given: Windows) -> str:
    """That the features are those that the program computes (fused, on a GPU perhaps in bfloat16)."""
    theirs = np.concatenate([given.of.features[path] for path in given.at]).astype(np.float32)
    off = np.abs(theirs - given.plain.astype(np.float32))
    return (
        f"The features of {len(theirs)} steps through the kept outputs are those of an analysis up to "
        f"{off.mean():.1e} (mean), {off.max():.1e} (greatest)."
    )


PAPER = Paper("few-backbone", "Fine-tuning I3D's last layers on few examples", reproduce, ("ucf101",))

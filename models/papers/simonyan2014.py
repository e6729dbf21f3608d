"""Reproduces Simonyan and Zisserman, "Two-Stream Convolutional Networks for Action Recognition in Videos", NIPS 2014.

Where UCF-101 is whole, both streams are trained on split 1 by the paper's recipe and fused. What else there is stands
in: the clips of UCF-101 that are there (classes with two groups or more), and rendered motion in which appearance says
nothing, still and under camera shake. Nothing is tuned on a test part.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.errors import MissingAsset
from core.task import Task
from models import checkpoint
from models.cards import card
from models.nets.simonyan2014 import CARD, TwoStream
from models.papers import motion_trials, ucf_trials
from models.papers.figures import curves, strip
from models.papers.report import Job, On, Paper, Report, Row, interval, over_seeds
from models.papers.two_stream_weights import ship as ship  # packaging/weights.py asks for it here
from models.train import Recipe

_FIRST_SEED = 1
QUICK_MINUTES = 3.5
_MOTION = {  # the rows of the paper's table 1 for the temporal network, tried under camera shake
    "L = 1": (73.9, motion_trials.Input(length=1)),
    "L = 5": (80.4, motion_trials.Input(length=5)),
    "L = 10": (81.0, motion_trials.Input()),
    "L = 10, without mean subtraction": (79.9, motion_trials.Input(mean=False)),
    "L = 10, trajectory stacking": (80.2, motion_trials.Input(kind="trajectory")),
    "L = 10, bi-directional": (81.2, motion_trials.Input(kind="bidirectional")),
}
_ALL_SEEDS = ("L = 10", "L = 10, without mean subtraction")
_NOT_RUN = (
    ("Spatial, ImageNet, all layers fine-tuned", "UCF-101 split 1, %", 72.8),
    ("Fusion by SVM, multi-task temporal network", "UCF-101 split 1, %", 87.0),
    ("Spatial", "UCF-101, three splits, %", 73.0),
    ("Temporal", "UCF-101, three splits, %", 83.7),
    ("Fusion by averaging", "UCF-101, three splits, %", 86.9),
    ("Fusion by SVM", "UCF-101, three splits, %", 88.0),
    ("Spatial", "HMDB-51, three splits, %", 40.5),
    ("Temporal", "HMDB-51, three splits, %", 54.6),
    ("Fusion by averaging", "HMDB-51, three splits, %", 58.0),
    ("Fusion by SVM", "HMDB-51, three splits, %", 59.4),
)


@dataclass(frozen=True)
class Plan:
    """What a run can afford. ucf, motion: how long to train; clips: rendered videos to train on, and to test on."""

    seeds: int
    ucf: Recipe
    motion: Recipe
    clips: tuple[int, int]
    frames: int
    minutes: float | None  # of training for one seed on UCF-101


def plan(job: Job, official: bool) -> Plan:
    modern = CARD.recipe("modern")
    short = motion_trials.shorter
    if job.quick:
        ucf, motion = (short(modern, job.stretched(steps, QUICK_MINUTES), 24) for steps in (80, 60))
        return Plan(job.seeds or 5, ucf, motion, (256, 160), 10, None)
    seeds = job.seeds or (1 if official else 5)
    ucf = CARD.recipe("paper") if official else short(modern, 600, 32)
    minutes = None if job.minutes is None else job.minutes / seeds
    return Plan(seeds, ucf, short(modern, 400, 32), (800, 400), 25, minutes)


def reproduce(job: Job) -> Task[Report]:
    began = time.perf_counter()
    folder = job.data / "ucf101"
    data = yield from ucf_trials.parts(folder, job.out / "stacks", job.variant)
    planned = plan(job, data.official)
    seeds = range(_FIRST_SEED, _FIRST_SEED + planned.seeds)
    found = []
    for seed in seeds:
        store = None if job.quick else job.out
        found.append(
            (
                yield from ucf_trials.trial(
                    data, job.variant, planned.ucf, seed, job.device, planned.frames, planned.minutes, store
                )
            )
        )
    try:
        pretrained = [(yield from ucf_trials.last_layer(data, job.device))]
    except MissingAsset:
        pretrained = []
    motion = yield from _motion(job, planned, seeds)
    rows = (
        *_ucf_rows(job, data, found, planned.frames),
        _imagenet_row(data, pretrained),
        *_motion_rows(motion),
        *_not_run(),
    )
    figures = [
        curves(
            job.out / "simonyan2014-training.png",
            {name: found[0].histories[i].losses for i, name in enumerate(("spatial", "temporal"))},
            "step",
            "cross entropy",
            f"Training on {'UCF-101' if data.official else 'a subset of UCF-101'}, seed {seeds[0]}",
        ),
        _pictures(job),
    ]
    saved = _checkpoint(job, data, found[0])
    notes = (
        f"UCF-101: {data.said}.",
        "The rendered motion's numbers stand beside the paper's to compare their order, not their size.",
        "Flow is OpenCV's DIS, not Brox et al.'s; all but the ImageNet row start at random.",
    )
    seconds = time.perf_counter() - began
    return Report("simonyan2014", CARD.title, rows, seconds, job.device.badge(), notes, tuple(map(str, figures)), saved)


def _motion(job: Job, planned: Plan, seeds: Sequence[int]) -> Task[dict[str, list[float]]]:
    """Accuracies on rendered motion: "spatial" and "temporal" under a still camera, and the rows of _MOTION under a
    shaking one; those that are no question of the table on the first seed only."""
    found: dict[str, list[float]] = {}
    for seed in seeds:
        still = yield from motion_trials.bench(seed, 0.0, *planned.clips, backward=False)
        for name, look in (("spatial", motion_trials.Input(flow=False)), ("temporal", motion_trials.Input())):
            value, _ = yield from motion_trials.trial(still, look, planned.motion, job.device)
            found.setdefault(name, []).append(value)
        every = seed == seeds[0] or not job.quick
        shaken = yield from motion_trials.bench(seed, motion_trials.SHAKE, *planned.clips, backward=every)
        for name, (_, look) in _MOTION.items():
            if every or name in _ALL_SEEDS:
                value, _ = yield from motion_trials.trial(shaken, look, planned.motion, job.device)
                found.setdefault(name, []).append(value)
    return found


def _ucf_rows(job: Job, data: ucf_trials.Parts, found: Sequence[ucf_trials.Scores], frames: int) -> list[Row]:
    on: On = "paper's data" if data.official and job.variant == "paper" else "stand-in"
    where = "UCF-101 split 1, %" if data.official else f"UCF-101 subset ({len(data.train.labels)} classes), %"
    measured = (
        ("Spatial, from scratch", 52.3, [s.spatial for s in found]),
        ("Temporal, L = 10", 81.0, [s.temporal for s in found]),
        ("Fusion by averaging", 85.9, [s.average for s in found]),
        ("Fusion by SVM", None, [s.svm for s in found]),
        ("Averaging − best single stream", None, [s.average - max(s.spatial, s.temporal) for s in found]),
        ("SVM − best single stream", None, [s.svm - max(s.spatial, s.temporal) for s in found]),
    )
    return [
        _row(name, where, paper, values, on, job.variant, f"{frames} frames × 10 crops")
        for name, paper, values in measured
    ]


def _imagenet_row(data: ucf_trials.Parts, values: Sequence[float]) -> Row:
    name, paper = "Spatial, ImageNet, last layer only", 72.7
    if not values:
        note = "needs EfficientNet-Lite0: reelmark assets fetch efficientnet-lite0"
        return Row(name, "UCF-101 split 1, %", paper, None, "not run", note=note)
    where = "UCF-101 split 1, %" if data.official else f"UCF-101 subset ({len(data.train.labels)} classes), %"
    return _row(
        name, where, paper, values, "stand-in", "EfficientNet-Lite0", "no training by gradient; 10 frames a clip"
    )


def _motion_rows(found: dict[str, list[float]]) -> list[Row]:
    still, shaken = "rendered motion, still camera, %", "rendered motion, camera shake, %"
    gap = [t - s for t, s in zip(found["temporal"], found["spatial"], strict=True)]
    gain = [a - b for a, b in zip(*(found[name] for name in _ALL_SEEDS), strict=True)]
    rows = [
        _row("Spatial (chance 12.5)", still, None, found["spatial"], "stand-in", "small"),
        _row("Temporal, L = 10", still, None, found["temporal"], "stand-in", "small"),
        _row("Temporal − spatial", still, None, gap, "stand-in", "small"),
    ]
    for name, (paper, _) in _MOTION.items():
        note = "the paper's number is of UCF-101 split 1"
        rows.append(_row(f"Temporal, {name}", shaken, paper, found[name], "stand-in", "small", note))
    return [*rows, _row("With − without mean subtraction", shaken, 81.0 - 79.9, gain, "stand-in", "small")]


def _row(
    name: str, metric: str, paper: float | None, values: Sequence[float], on: On, build: str, note: str = ""
) -> Row:
    mean, spread = over_seeds(values)
    limits = interval(values) if len(values) > 1 and np.std(values) > 0 else None
    return Row(name, metric, paper, mean, on, spread, len(values), limits, build, note)


def _not_run() -> list[Row]:
    return [Row(name, metric, paper, None, "not run") for name, metric, paper in _NOT_RUN]


def _checkpoint(job: Job, data: ucf_trials.Parts, best: ucf_trials.Scores) -> str:
    """The first seed's two networks as one checkpoint, which `reelmark analyze` can use."""
    form = card("simonyan2014").as_variant(job.variant)
    network = form.build(len(data.train.labels))
    assert isinstance(network, TwoStream)
    for mine, theirs in zip((network.spatial, network.temporal), best.networks, strict=True):
        mine.load_state_dict(theirs.state_dict())
    file = checkpoint.folder(form) / f"simonyan2014-{job.variant}.safetensors"
    metrics = {"averaged": best.average, "spatial": best.spatial, "temporal": best.temporal}
    checkpoint.save(file, form, network, data.train.labels, data=data.said, metrics=metrics)
    return str(file)


def _pictures(job: Job) -> object:
    """What the rendered motion looks like, and its flow."""
    from models.papers.motion_trials import SHAKE, shown

    rows = [row for shake in (0.0, SHAKE) for row in shown(shake)]
    return strip(job.out / "simonyan2014-motion.png", rows, "Rendered motion and its horizontal flow")


PAPER = Paper("simonyan2014", CARD.title, reproduce, ("ucf101",))

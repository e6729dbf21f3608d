"""Learning a project's own activities from few examples (models/nets/head.py): how detection grows with the examples of
each class, with the LSTM and without, against what I3D says of the same moments with no example at all.

On montages of UCF-101's clips (models/datasets/montages.py), training and test recordings apart. An example is one to
three seconds of an annotated stretch; as much background beside it is looked at too. All else of the training montages
is unknown. Whatever differs between seeds is drawn anew: which examples, and the weights.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from core.decode import decode, runs
from core.evaluation.segments import Instances, evaluate
from core.signal import Signal
from core.task import Progress, Task
from models import checkpoint
from models.cards import card as named
from models.improve import Lesson, improve, quick, scores
from models.nets.head import CARD
from models.papers import figures
from models.papers.montes2016_data import Data, Sample, load
from models.papers.report import Job, Paper, Report, Row, interval, over_seeds

EXAMPLES = (1, 2, 3, 5)
SEEDS = 5
FORMS = ("small", "linear")
SHORTEST, LONGEST = 1.0, 3.0  # seconds of an example
_RATE = Fraction(25)
_METRIC = "mAP@.5"
KINETICS = {  # of the classes that are activities here, what Kinetics-400 calls them; the others it does not know
    "Diving": ("springboard diving", "diving cliff"),
    "LongJump": ("long jump", "triple jump"),
    "HighJump": ("high jump",),
    "ShavingBeard": ("trimming or shaving beard",),
    "BrushingTeeth": ("brushing teeth",),
    "BabyCrawling": ("crawling baby",),
    "Biking": ("riding a bike", "riding mountain bike"),
    "BodyWeightSquats": ("squat",),
    "BoxingPunchingBag": ("punching bag",),
}


def reproduce(job: Job) -> Task[Report]:
    """Raises UserError where UCF-101 is not there."""
    began = time.perf_counter()
    data = yield from load(job, named("i3d"))
    with data.kept:
        labels = data.labels[1:]
        found: dict[tuple[str, int], list[float]] = {}
        todo = [(form, n, seed) for form in FORMS for n in EXAMPLES for seed in range(job.seeds or SEEDS)]
        for i, (form, n, seed) in enumerate(todo):
            yield Progress(i, len(todo), f"{n} examples of each, {form}, seed {seed + 1}")
            found.setdefault((form, n), []).append((yield from _trial(job, data, form, n, seed)))
        zero, known = zero_shot(data)
    rows = [_row(form, n, found[form, n]) for form in FORMS for n in EXAMPLES]
    rows.append(
        Row(
            "no example: I3D's own classes", _METRIC, None, zero, "stand-in", build="i3d",
            note=f"{known} of {len(labels)} classes have a name in Kinetics-400",
        )
    )  # fmt: skip
    lines = {form: [(float(n), float(np.mean(found[form, n]))) for n in EXAMPLES] for form in FORMS}
    picture = figures.curves(job.out / "few_examples.png", lines, "examples of each class", _METRIC)
    return Report(
        PAPER.name,
        PAPER.title,
        tuple(rows),
        time.perf_counter() - began,
        job.device.badge(),
        (f"Data: {data.said}.", _verdict(found)),
        (str(picture),),
    )


def _row(form: str, n: int, values: Sequence[float]) -> Row:
    mean, spread = over_seeds(values)
    name = f"{n} example{'s' * (n > 1)} of each class, {'LSTM' if form == 'small' else 'no LSTM'}"
    return Row(name, _METRIC, None, mean, "stand-in", spread, len(values), interval(values), form)


def _verdict(found: dict[tuple[str, int], list[float]]) -> str:
    gains = [a - b for n in EXAMPLES for a, b in zip(found["small", n], found["linear", n], strict=True)]
    low, high = interval(gains) or (float("nan"), float("nan"))
    return f"The LSTM against the same without: {np.mean(gains):+.3f} [{low:+.3f}, {high:+.3f}], all numbers together."


def _trial(job: Job, data: Data, form: str, n: int, seed: int) -> Task[float]:
    card = CARD.as_variant(form)
    lessons = taught(data, n, seed)
    count = len(data.labels) - 1
    recipe = quick(card.recipe("modern"), n * count)
    learned = yield from improve(card, recipe, lessons, np.zeros(count, np.int64), device=job.device, seed=seed)
    given = [scores(learned.network.to(job.device.torch), _features(one), job.device) for one in data.test]
    return detection(data, given)


def _features(sample: Sample) -> np.ndarray:
    return sample.rows(0, len(sample)).astype(np.float16)


def taught(data: Data, n: int, seed: int) -> list[Lesson]:
    """The training montages that have one of `n` examples of each class, with what is known of them."""
    chance = np.random.default_rng([seed, n])
    count = len(data.labels) - 1
    known: dict[int, np.ndarray] = {}
    values: dict[int, np.ndarray] = {}
    for label in range(count):
        masks = [sample.targets == label + 1 for sample in data.train]
        stretches = [(i, a, b) for i, there in enumerate(masks) for a, b in runs(there, there)]
        for at in chance.permutation(len(stretches))[:n].tolist():
            i, a, b = stretches[at]
            targets = data.train[i].targets
            mask = known.setdefault(i, np.zeros((len(targets), count), bool))
            there = values.setdefault(i, np.zeros((len(targets), count), np.float32))
            seconds = float(np.diff(data.train[i].edges[:2])[0])
            steps = min(b - a, max(1, round(float(chance.uniform(SHORTEST, LONGEST)) / seconds)))
            start = int(chance.integers(a, b - steps + 1))
            mask[start : start + steps] = True
            there[start : start + steps, label] = 1
            beside = range(b, min(len(targets), b + steps)) if b < len(targets) else range(max(0, a - steps), a)
            mask[[step for step in beside if targets[step] == 0]] = True
    return [Lesson(data.train[i].name, _features(data.train[i]), values[i], known[i]) for i in sorted(known)]


def detection(data: Data, given: Sequence[np.ndarray]) -> float:
    """mAP at tIoU .5 of scores [steps, labels] of each test montage, decoded with the head's own settings."""
    wanted = Instances.of((s.name, label, a, b, 1.0) for s in data.test for a, b, label in s.annotations)
    rows = []
    for sample, values in zip(data.test, given, strict=True):
        step = round(float(np.diff(sample.edges[:2])[0]) * float(_RATE))
        signal = Signal(values.astype(np.float32), data.labels[1:], step, step)
        for one in decode(signal, CARD.decode, len(values) * step, _RATE):
            start, stop = (frame / float(_RATE) for frame in (one.span.start, one.span.stop))
            rows.append((sample.name, one.label, start, stop, one.score))
    return evaluate(wanted, Instances.of(rows), (0.5,)).mean["0.50"]


def zero_shot(data: Data) -> tuple[float, int]:
    """The same of I3D's own probabilities, from its features; and how many classes it knows."""
    base = named("i3d")
    weights = checkpoint.of_card(base)
    last = {name: tensor.numpy() for name, tensor in weights.tensors.items() if "Conv3d_0c_1x1" in name}
    weight = next(array for name, array in last.items() if name.endswith("weight")).reshape(len(weights.labels), -1)
    bias = next((array for name, array in last.items() if name.endswith("bias")), np.zeros(len(weight)))
    columns = {
        i: [weights.labels.index(name) for name in KINETICS[label]]
        for i, label in enumerate(data.labels[1:])
        if label in KINETICS
    }
    given = []
    for sample in data.test:
        logits = _features(sample).astype(np.float32) @ weight.T + bias
        shares = np.exp(logits - logits.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        mine = np.zeros((len(logits), len(data.labels) - 1), np.float32)
        for i, names in columns.items():
            mine[:, i] = shares[:, names].sum(1)
        given.append(mine)
    return detection(data, given), len(columns)


PAPER = Paper("few-examples", "Learning a project's own activities from few examples", reproduce, ("ucf101",))

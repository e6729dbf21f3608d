"""What correcting predictions saves a person against labelling from scratch: a simulation.

A project of VIDEOS montages of UCF-101's clips (models/papers/few_data.py), each with STRETCHES stretches of the
reported activities between background; of both groups of every class, and none labelled. The person knows the truth.
The first START videos are labelled from scratch; then the head learns and looks through all videos, BATCH of its
findings are reviewed and put right, and the head learns again. Where nothing is left to ask, the next video is labelled
from scratch. What is asked next is the first of the review queue as it is then (the window too sorts it anew after
every answer), or the first by video and time: of what the last run found, as a person works who goes through the
timelines, or of all that the queue holds (near misses and what only an older run found as well).

Two rules of the queue were found on projects 0 to 23, which are not reported. How rare a label is, it takes from all
that was judged of it, findings that were refused or given another label too (without the latter they took 384 s
instead of 372): by confirmed examples alone it went on asking about a label that was found in many wrong places. And
what only an older run found counts a quarter (core/timeline/review_items.OUTDATED): runs disagree about it most, so it
came first, and it mended nothing (projects 0 to 11: 460 s without this rule, 388 with it). These with a BATCH of 12;
with 6, and both rules, projects 0 to 23 took 339 s, in chronological order 397 (with 12: 372 and 405). Reported are
projects that were not looked at before, from _FIRST_SEED on (100 to 114 were, with other rules).

On the way the review panel's own estimate is read, and held against the truth (models/papers/annotator_honesty.py);
for that the work in the queue's order goes on to BEYOND.

What counts is when F1@50 of the project's state, people's segments and elsewhere the last predictions, on all videos
reaches TARGET. Costs (annotator_desk.COSTS) are fixed: watching 1 s for each second of footage when labelling from
scratch, 2 s for each reviewed item; new segment 4, moving an edge 1.5 (where it is off by more than half a second),
relabelling 1.5, accepting or rejecting .5; retraining is free. From scratch alone all that is labelled is right, so
that TARGET is reached with 82 % of the segments.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from core.task import Progress, Task
from core.time import Span
from models.datasets.montages import Source, stretch
from models.improve import improve, scores
from models.nets.head import CARD
from models.papers import annotator_honesty, figures
from models.papers.annotator_desk import RATE, Desk, Recording, from_scratch
from models.papers.annotator_honesty import Reading, Watch
from models.papers.few_data import Footage, footage
from models.papers.report import Job, Paper, Report, Row, interval, over_seeds
from models.papers.trials import Found, Trials

VIDEOS, STRETCHES, START, BATCH, TARGET, BEYOND, SEEDS = 20, 6, 2, 6, 0.9, 0.95, 20
STEPS = 40  # of a training
ORDERS = {
    "queue": "predict, correct, learn; by expected gain",
    "chronological": "the same in chronological order",
    "everything": "all of the queue in chronological order",
}
_VERSION = "5"
_FIRST_SEED = 200


def reproduce(job: Job) -> Task[Report]:
    """Raises UserError where UCF-101 is not there."""
    began = time.perf_counter()
    of = yield from footage(job)
    trials, seeds = Trials(job.out / "annotator_trials.json", _VERSION), job.seeds or SEEDS
    found: dict[str, list[Found]] = {}
    todo = [(order, _FIRST_SEED + seed) for seed in range(seeds) for order in ORDERS]
    for i, (order, seed) in enumerate(todo):
        yield Progress(i, len(todo), f"{order}, project {seed}")
        one = yield from trials.get(f"{order}, seed {seed}", partial(_trial, job, of, order, seed))
        found.setdefault(order, []).append(one)
    lines = {order: _curve(values) for order, values in found.items()}
    picture = figures.curves(job.out / "annotator.png", lines, "share of the seconds from scratch", "F1@50")
    read = [(int(one["reached"]), [Reading(*row) for row in one["readings"]]) for one in found["queue"]]
    said = annotator_honesty.points(readings for _, readings in read)
    honest = figures.against(job.out / "annotator_estimate.png", said, "F1@50 as estimated", "actual F1@50")
    return Report(
        PAPER.name,
        PAPER.title,
        (*_rows(found), *annotator_honesty.rows(read)),
        time.perf_counter() - began,
        job.device.badge(),
        (
            f"Data: {VIDEOS} montages of UCF-101's clips, joined as features, {VIDEOS * STRETCHES} stretches of "
            f"{len(of.activities)} activities in {found['queue'][0]['footage']:.0f} s.",
            _verdict(found),
        ),
        (str(picture), str(honest)),
    )


def _trial(job: Job, of: Footage, order: str, seed: int) -> Task[Found]:
    desk = Desk(recordings(of, seed), of.activities)
    whole, watch = from_scratch(desk.recordings, TARGET), Watch(desk, TARGET)
    curve = yield from work(job, desk, order, seed, *((BEYOND, watch) if order == "queue" else (TARGET,)))
    seconds, f1 = next((point for point in curve if point[1] >= TARGET), curve[-1])
    footage_seconds = sum(one.frames for one in desk.recordings) / float(RATE)
    shares = {f"F1 at {share:.2f}": _at(curve, share * whole) for share in np.arange(0.1, 1.01, 0.05).tolist()}
    whole_curve = {"seconds": seconds, "scratch": whole, "F1": f1, "footage": footage_seconds} | shares
    return whole_curve | {"reached": watch.reached, "readings": [list(one) for one in watch.readings]}


def work(
    job: Job,
    desk: Desk,
    order: str,
    seed: int,
    target: float = TARGET,
    after: Callable[[str], None] = lambda deed: None,
) -> Task[list[tuple[float, float]]]:
    """Until the target is reached. order: of ORDERS; after: called after each deed, "watch", "learn" or "review".
    Returns (seconds, F1@50) after each."""
    curve = [(0.0, 0.0)]
    fresh = list(range(len(desk.recordings)))  # not labelled from scratch yet

    def reached(deed: str) -> bool:
        curve.append((desk.seconds, desk.f1()))
        after(deed)
        return curve[-1][1] >= target

    for _ in range(START):
        desk.watch(fresh.pop(0))
        if reached("watch"):
            return curve
    while True:
        yield from learned(job, desk, seed)
        if reached("learn"):
            return curve
        answers = 0
        while answers < BATCH and (asked := desk.queue(order)):
            desk.review(*asked[0])
            answers += 1
            if reached("review"):
                return curve
        if not answers:
            if not fresh:
                return curve
            desk.watch(fresh.pop(0))
            if reached("watch"):
                return curve


def learned(job: Job, desk: Desk, seed: int) -> Task[None]:
    """The head learns all that was said, and looks through every video."""
    lessons, rest = desk.lessons()
    card = CARD.as_variant("small")
    recipe = replace(card.recipe("modern"), steps=STEPS)
    group = np.zeros(len(desk.taught), np.int64)
    found = yield from improve(card, recipe, lessons, group, device=job.device, seed=seed, rest=rest)
    network = found.network.to(job.device.torch)
    for number, one in enumerate(desk.recordings):
        desk.predicted(number, scores(network, one.features, job.device))


def recordings(of: Footage, seed: int) -> list[Recording]:
    """The project's videos: every activity equally often, each stretch of clips of one group, 6 to 18 steps long,
    between stretches of background of 4 to 14 steps."""
    chance = np.random.default_rng([seed, 6])
    ids = {label: i + 1 for i, label in enumerate(of.activities)}
    turns = np.resize(np.arange(len(of.activities)), VIDEOS * STRETCHES)
    order = iter([of.activities[i] for i in chance.permutation(turns).tolist()])
    beside = [source for label in of.beside for group in of.groups[label].values() for source in group]
    made = []
    for number in range(VIDEOS):
        parts: list[np.ndarray] = []
        truth = []
        for _ in range(STRETCHES):
            label = next(order)
            parts.append(_cut(of, beside, (4, 15), chance))
            groups = list(of.groups[label].values())
            part = _cut(of, groups[int(chance.integers(len(groups)))], (6, 19), chance)
            start = sum(map(len, parts))
            truth.append((ids[label], Span(start * of.step, (start + len(part)) * of.step)))
            parts.append(part)
        parts.append(_cut(of, beside, (4, 15), chance))
        made.append(Recording(number + 1, np.concatenate(parts).astype(np.float16), of.step, tuple(truth)))
    return made


def _cut(of: Footage, clips: list[Source], steps: tuple[int, int], chance: np.random.Generator) -> np.ndarray:
    pieces = stretch(clips, "", int(chance.integers(*steps)), chance)
    return np.concatenate([of.features[piece.source.clip.path][piece.start : piece.stop] for piece in pieces])


def _at(curve: list[tuple[float, float]], seconds: float) -> float:
    """F1 after so many seconds."""
    return [value for at, value in curve if at <= seconds][-1]


def _curve(values: list[Found]) -> list[tuple[float, float]]:
    names = [name for name in values[0] if name.startswith("F1 at ")]
    return [(float(name.split()[-1]), float(np.mean([one[name] for one in values]))) for name in names]


def _rows(found: dict[str, list[Found]]) -> list[Row]:
    scratch = [one["scratch"] for one in found["queue"]]
    rows = [_row(f"labelling from scratch until F1@50 is {TARGET:g}", "s", scratch)]
    for order, name in ORDERS.items():
        rows.append(_row(name, "s", [one["seconds"] for one in found[order]]))
        rows.append(_row(name, "× scratch", [one["seconds"] / one["scratch"] for one in found[order]]))
        rows.append(_row(name, "F1@50", [one["F1"] for one in found[order]]))
    return rows


def _row(name: str, metric: str, values: list[float]) -> Row:
    mean, spread = over_seeds(values)
    return Row(name, metric, None, mean, "stand-in", spread, len(values), interval(values), "small")


def _verdict(found: dict[str, list[Found]]) -> str:
    said = []
    for order, name in (("chronological", "chronological order"), ("everything", "all of it in that order")):
        gains = [a["seconds"] - b["seconds"] for a, b in zip(found["queue"], found[order], strict=True)]
        low, high = interval(gains) or (float("nan"), float("nan"))
        said.append(f"{name} {np.mean(gains):+.0f} s [{low:+.0f}, {high:+.0f}]")
    return f"The queue against {', against '.join(said)}."


PAPER = Paper("annotator", "What correcting saves against labelling from scratch, simulated", reproduce, ("ucf101",))

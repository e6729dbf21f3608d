"""Srivastava et al. 2015: the forms on Moving MNIST, on patches of UCF-101, and as the start of a classifier of few
clips; and the weights that ship, which learned from real footage.

The sequences are generated from MNIST's digits as the paper's were. A number of a conditional decoder is of its own
output fed back, as in the paper; with the true frames fed to it instead, it is in the row's note. A quick run trains
all forms on as many sequences, `--budget` for as long. Both wean them of the true frames on the way (`weaned`), which
the paper's recipe does not.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from core.errors import MissingAsset, UserError
from core.task import Progress, Task
from models import checkpoint
from models.datasets import ucf101
from models.datasets.moving_mnist import MovingMnist
from models.nets.srivastava2015 import CARD, FORMS, Form, Srivastava, cooled, hotter
from models.papers import figures, percept_trials, sequence_trials
from models.papers.predictor_weights import ship
from models.papers.report import Job, On, Paper, Report, Row, over_seeds
from models.papers.sequence_trials import COMPARED, Budget, Trial, sized
from models.train import Recipe

__all__ = ["PAPER", "ship"]

TITLES = {
    "future": "Future predictor",
    "composite": "Composite",
    "future-conditional": "Conditional future predictor",
    "paper": "Composite, conditional future predictor",
}
NATS = {"future": 350.2, "composite": 344.9, "future-conditional": 343.5, "paper": 341.2}
SQUARED = {"future": 225.2, "composite": 210.7, "future-conditional": 221.3, "paper": 208.1}
ONE_CLIP = {"no pretraining": 29.6, "autoencoder": None, "future": None, "composite": 34.3}
TEN_CLIPS = {"no pretraining": 63.7, "autoencoder": 66.2, "future": 64.9, "composite": 67.0}
QUICK_MINUTES = 4.0
WEAN = 2_000  # steps; where the end of the training is not known
_SHARES = {"mnist": 0.6, "patches": 0.25, "percepts": 0.15}  # of a budget in minutes


@dataclass(frozen=True)
class Plan:
    """mnist, patches: the sizes; units: of the percepts' networks. minutes: for pretraining one of these; classifier:
    its steps; trials: its seeds. compared: forms trained on patches; kinds: of pretraining. most: pictures of a clip
    (None: all); moments: of a clip that become percepts."""

    mnist: Form
    patches: Form
    units: int
    digits: Budget
    footage: Budget
    pretraining: Recipe
    minutes: float | None
    classifier: int
    seeds: int
    trials: int
    compared: tuple[str, ...]
    kinds: tuple[str, ...]
    most: int | None
    moments: int


@dataclass
class Done:
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    figures: list[Path] = field(default_factory=list)
    checkpoint: str = ""


def planned(job: Job) -> Plan:
    full = job.variant == "paper"
    mnist = FORMS[job.variant] if job.variant in FORMS and FORMS[job.variant].patch == 64 else FORMS["small"]
    patches = FORMS["patches" if full else "small-patches"]
    seeds = job.seeds or 1
    if job.quick:
        digits, steps = _quick(job.stretched(480, QUICK_MINUTES), 16), job.stretched(600, QUICK_MINUTES)
        footage = replace(digits, steps=steps, batch=32, rate=cooled(steps))  # as the weights that ship were trained
        minutes = (job.minutes or QUICK_MINUTES) / 5
        return Plan(
            mnist,
            patches,
            128,
            Budget(digits, 2.2 * minutes / len(COMPARED) / seeds, 200, digits.steps // 2),
            Budget(footage, 0.9 * minutes / seeds, 400),
            _quick(job.stretched(300, QUICK_MINUTES), 16),
            0.5 * minutes,
            150,
            seeds,
            job.seeds or 3,
            ("composite",),
            ("composite",),
            60,
            29,
        )
    recipe = CARD.recipe("paper") if job.minutes is None else replace(CARD.recipe("modern"), rate=steady)
    wean = 0 if job.minutes is None else WEAN
    each = {name: None if job.minutes is None else share * job.minutes for name, share in _SHARES.items()}
    kinds = ("autoencoder", "future", "composite")
    return Plan(
        mnist,
        patches,
        2048 if full else 256,
        Budget(recipe, _part(each["mnist"], seeds * len(COMPARED)), 10_000 if full else 1_000, wean),
        Budget(recipe, _part(each["patches"], seeds * len(COMPARED)), 2_000),
        recipe if job.minutes is None else replace(CARD.recipe("modern"), steps=2_000, rate=cooled(2_000)),
        _part(each["percepts"], 2 * len(kinds)),
        200,
        seeds,
        job.seeds or 5,
        COMPARED,
        kinds,
        None,
        64,
    )


def _quick(steps: int, batch: int) -> Recipe:
    return replace(CARD.recipe("modern"), steps=steps, batch=batch, rate=hotter(steps))


def steady(step: int) -> float:
    """For training that ends when its time is over."""
    return float(min(1.0, (step + 1) / 100) * (1 + step / 4_000) ** -0.5)


def _part(minutes: float | None, of: int) -> float | None:
    return None if minutes is None else minutes / of


def reproduce(job: Job) -> Task[Report]:
    """Runs what there is data for. Raises UserError where there is neither MNIST nor UCF-101."""
    began, plan, done = time.perf_counter(), planned(job), Done()
    there = {name: (job.data / name).is_dir() for name in ("mnist", "ucf101")}
    if not any(there.values()):
        raise UserError(f"{job.data} has neither a folder “mnist” nor “ucf101”; give the folder that holds them.")
    if there["mnist"]:
        yield from _mnist(job, plan, done)
    else:
        done.rows += [_absent(TITLES[name], "nats a frame, Moving MNIST", NATS[name], "no MNIST") for name in COMPARED]
    if there["ucf101"]:
        yield from _patches(job, plan, done)
        yield from _percepts(job, plan, done)
    else:
        done.rows += [_absent(TITLES[n], "squared error, patches", SQUARED[n], "no UCF-101") for n in COMPARED]
    done.rows += [
        _absent(f"Classifier, {kind}", "accuracy, UCF-101, 10 clips a class", value, "ten clips of 101 classes needed")
        for kind, value in TEN_CLIPS.items()
    ]
    return Report(
        PAPER.name,
        PAPER.title,
        tuple(done.rows),
        time.perf_counter() - began,
        job.device.badge(),
        tuple(done.notes),
        tuple(str(file) for file in done.figures),
        done.checkpoint,
    )


def _absent(row: str, metric: str, paper: float | None, why: str) -> Row:
    return Row(row, metric, paper, None, "not run", note=why)


def _mnist(job: Job, plan: Plan, done: Done) -> Task[None]:
    trials: dict[str, list[Trial]] = {name: [] for name in COMPARED}
    for seed in range(plan.seeds):
        data = MovingMnist(job.data / "mnist", seed)
        for name in COMPARED:
            title = f"{TITLES[name]} on digits, seed {seed + 1}"
            found = yield from sequence_trials.mnist(job, plan.digits, data, sized(name, plan.mnist), seed, title)
            trials[name].append(found)
    done.rows += [_digits_row(name, plan, runs) for name, runs in trials.items()]
    done.notes.append(_verdict(trials))
    first = {TITLES[name]: runs[0] for name, runs in trials.items()}
    done.figures.append(_curves(job.out / "moving-mnist-curves.png", first, plan.digits.recipe.batch))
    done.figures.append(_strip(job, plan, data, trials["paper"][0].network))
    done.checkpoint = _keep(job, plan, trials)


def _digits_row(name: str, plan: Plan, trials: Sequence[Trial]) -> Row:
    ours, spread = over_seeds([trial.error for trial in trials])
    steps = sum(trial.history.step for trial in trials) / len(trials)
    note = f"{steps:.0f} steps of {plan.digits.recipe.batch} sequences, {plan.digits.tested:,} test sequences"
    if "future" in trials[0].network.form.conditional:
        note += f"; fed with the true frames {over_seeds([trial.forced for trial in trials])[0]:.1f}"
    if trials[0].network.form.reconstructs:
        note += f"; reconstruction {over_seeds([trial.reconstruction for trial in trials])[0]:.1f}"
    build = f"{plan.mnist.layers} × {plan.mnist.units}"
    metric = "nats a frame, Moving MNIST"
    return Row(TITLES[name], metric, NATS[name], ours, "paper's data", spread, len(trials), build=build, note=note)


def _verdict(trials: Mapping[str, Sequence[Trial]]) -> str:
    best, alone = (over_seeds([t.error for t in trials[name]])[0] for name in ("paper", "future"))
    if best < alone:
        return (
            f"Moving MNIST: the conditional composite ({best:.1f}) is below the future predictor alone ({alone:.1f})."
        )
    forced = over_seeds([t.forced for t in trials["paper"]])[0]
    return (
        f"Moving MNIST: the conditional composite ({best:.1f}) is not below the future predictor alone ({alone:.1f}). "
        f"Fed with the true frames it gives {forced:.1f}."
    )


def _keep(job: Job, plan: Plan, trials: Mapping[str, Sequence[Trial]]) -> str:
    name = next((name for name, form in FORMS.items() if form == plan.mnist), "small")
    card = CARD.as_variant(name)
    trial = trials["paper"][0]
    file = checkpoint.folder(CARD) / f"moving-mnist-{name}.safetensors"
    if trial.network.form == FORMS[name]:
        checkpoint.save(
            file, card, trial.network, card.label_names(), data="Moving MNIST", metrics={"nats": trial.error}
        )
        return str(file)
    return ""


def _curves(file: Path, trials: Mapping[str, Trial], batch: int) -> Path:
    lines = {name: [(step, loss / batch) for step, loss in trial.history.losses] for name, trial in trials.items()}
    return figures.curves(file, lines, "step", "loss of a sequence, all its decoders", log=True)


def _strip(job: Job, plan: Plan, data: MovingMnist, network: Srivastava) -> Path:
    past = plan.mnist.past
    clip = data.batch(0, 1, past + 10, "test")
    with torch.inference_mode():
        out = network.cpu().eval()(torch.from_numpy(clip)[:, None].float() / 255)
    rows = [
        ("input", list(clip[0, :past])),
        ("reconstruction", list(out.reconstruction[0].numpy())),
        ("predicted future", list(out.future[0].numpy())),
        ("true future", list(clip[0, past:])),
    ]
    return figures.strip(job.out / "moving-mnist.png", [(n, p) for n, p in rows if p], TITLES["paper"])


def _patches(job: Job, plan: Plan, done: Done) -> Task[None]:
    data = yield from sequence_trials.footage(job.data / "ucf101", job.out, plan.most)
    metric = f"squared error of a patch, {sequence_trials.PATCH_FUTURE} frames ahead"
    scale = "0…1 summed over 1,024 pixels; the paper does not say its scale"
    first: dict[str, Trial] = {}
    for name in COMPARED:
        if name not in plan.compared:
            done.rows.append(_absent(TITLES[name], metric, SQUARED[name], "left out of a quick run"))
            continue
        form = sized(name, plan.patches)
        trials: list[Trial] = []
        for seed in range(plan.seeds):
            title = f"{TITLES[name]} on patches" + (f", seed {seed + 1}" if seed else "")
            trial, copied = yield from sequence_trials.patches(job, plan.footage, data, form, seed, title)
            trials.append(trial)
        first[TITLES[name]] = trials[0]
        ours, spread = over_seeds([trial.error for trial in trials])
        steps = sum(trial.history.step for trial in trials) / len(trials)
        build = f"{form.layers} × {form.units}{', relative to the last frame' if form.anchored else ''}"
        note = f"copying the last frame {copied:.2f}; {scale}; {steps:.0f} steps; {data.said}"
        on = _on(job)
        done.rows.append(
            Row(TITLES[name], metric, SQUARED[name], ours, on, spread, len(trials), build=build, note=note)
        )
    done.rows.append(Row("Copying the last frame", metric, None, copied, _on(job), note=scale))
    done.figures.append(_curves(job.out / "patches-curves.png", first, plan.footage.recipe.batch))


def _on(job: Job) -> On:
    return "paper's data" if ucf101.is_complete(job.data / "ucf101") else "stand-in"


def _percepts(job: Job, plan: Plan, done: Done) -> Task[None]:
    metric = "accuracy, UCF-101, few clips a class"
    try:
        folder, others = job.data / "ucf101", plan.most is None
        data = yield from percept_trials.percepts(folder, job.out, job.device, plan.moments, others)
    except MissingAsset as error:
        done.rows += [_absent(f"Classifier, {kind}", metric, value, str(error)) for kind, value in ONE_CLIP.items()]
        return
    shape = percept_trials.form("composite", plan.units)
    starts: dict[str, Srivastava | None] = {"no pretraining": None}
    for kind in plan.kinds:
        store = job.out / f"percepts-{kind}-{plan.units}-{plan.pretraining.steps}.state"
        begin = percept_trials.form(kind, plan.units)
        starts[kind] = yield from percept_trials.pretrained(
            data, begin, plan.pretraining, 0, job.device, plan.minutes, store
        )
    for kind, paper in ONE_CLIP.items():
        if kind not in starts:
            done.rows.append(_absent(f"Classifier, {kind}", metric, paper, "left out of a quick run"))
            continue
        found = []
        for seed in range(plan.trials):
            trial = percept_trials.accuracy(data, starts[kind], shape, plan.classifier, 32, seed, job.device)
            found.append((yield from trial))
            yield Progress(seed + 1, plan.trials, f"Classifier, {kind}")
        ours, spread = over_seeds(found)
        note = f"Lite0 percepts, {data.said}; the paper's number is of one clip of each of 101 classes"
        build = f"2 × {plan.units}"
        done.rows.append(
            Row(f"Classifier, {kind}", metric, paper, ours, "stand-in", spread, len(found), build=build, note=note)
        )


PAPER = Paper(
    "srivastava2015",
    "Srivastava et al. 2015: unsupervised learning of video representations using LSTMs",
    reproduce,
    ("mnist", "ucf101"),
)

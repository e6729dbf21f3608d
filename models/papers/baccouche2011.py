"""Baccouche et al. 2011, reproduced: voting against the LSTM, over random splits of 25 people into 16 and 9.

On KTH where `DATA/kth` (or DATA itself) holds it in its official layout; else on six drawn actions of 25 drawn people.
The ConvNet is trained first, on single windows, their mirrored and their upside-down copies; then the LSTM, on the
features that the ConvNet finds in those sequences. Rates and lengths were chosen with four of the people that the first
split trains on.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from core.task import Progress, Task
from models import checkpoint
from models.datasets import kth, rendered_actions
from models.datasets import person_sequences as sequences
from models.datasets.person_sequences import Piece, Store
from models.nets.baccouche2011 import CARD, LSTM, ConvNet, Sequential, Voting, online, step_errors
from models.papers import figures
from models.papers.report import Job, On, Paper, Report, Row, interval, over_seeds
from models.person_windows import FRAMES, HEIGHT, WIDTH
from models.train import History, fit

SPLITS = 5  # as in the paper
QUICK = {"convnet": 7000, "lstm": 3500}  # online steps; small build, five splits: four minutes
FULL = {"convnet": 200_000, "lstm": 60_000}
QUICK_MINUTES = 3.6  # of training, whatever the computer; drawing, features and figures take one more
_SHARE = {"convnet": 0.75, "lstm": 0.25}  # of the time
COPIES = ("as it is", "mirrored", "upside down")
NUMBERS = {"KTH1": (91.04, 94.39), "KTH2": (89.40, 92.17)}  # voting, LSTM
Clips = Sequence[Piece]


@dataclass(frozen=True)
class Data:
    """protocols: name → how clips are grouped into sequences, each a list of clips."""

    store: Store
    on: On
    name: str
    protocols: Mapping[str, Callable[[Clips], list[list[Piece]]]]
    labels: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Result:
    """Of one split. voting (the windows' first choices are counted), summing (their probabilities are added), lstm:
    protocol → accuracy in percent; confusion: [truth, answer] of the last
    protocol, by the LSTM where there is one."""

    network: Voting | Sequential
    voting: dict[str, float]
    summing: dict[str, float]
    lstm: dict[str, float]
    confusion: np.ndarray
    histories: dict[str, History]


def alone(clips: Clips) -> list[list[Piece]]:
    return [[clip] for clip in clips]


def reproduce(job: Job) -> Task[Report]:
    """Raises UserError where a KTH folder is incomplete."""
    began = time.perf_counter()
    data = yield from gathered(job)
    results: list[Result] = []
    for seed in range(job.seeds or SPLITS):
        results.append((yield from one_split(job, data, seed)))
    real = yield from real_clip(job, data, results)
    file = checkpoint.folder(CARD) / f"{data.on.replace(' ', '-').replace(chr(39), '')}-{job.variant}.safetensors"
    _saved(file, job, data, results[0])
    return Report(
        CARD.name,
        CARD.paper,
        (*table(job, data, results), *real),
        time.perf_counter() - began,
        job.device.badge(),
        notes=_notes(job, data, results),
        figures=tuple(str(picture) for picture in drawn(job.out, data, results)),
        checkpoint=str(file),
    )


def gathered(job: Job) -> Task[Data]:
    """Every clip's windows, prepared once and kept in `job.out`."""
    folder = next((place for place in (job.data / "kth", job.data / "KTH", job.data) if kth.is_there(place)), None)
    if folder is not None:
        found = kth.videos(folder)
        sources = sequences.of_kth(found, 1 if job.quick else None)
        key = f"{folder.resolve()} {len(sources)} {FRAMES}x{HEIGHT}x{WIDTH}"
        store = yield from sequences.prepare(job.out / "kth.windows", key, sources, "Preparing KTH")
        if job.quick:
            note = "quick: only the first clip of each video, so KTH1 did not run"
            return Data(store, "paper's data", "KTH", {"KTH2": alone}, kth.ACTIONS, note)
        note = "KTH1's sequences are the listed clips of a video one after the other, without what lies between"
        return Data(store, "paper's data", "KTH", {"KTH1": sequences.videos_of, "KTH2": alone}, kth.ACTIONS, note)
    takes = rendered_actions.takes()
    key = f"rendered {len(takes)} {rendered_actions.VERSION} {FRAMES}x{HEIGHT}x{WIDTH}"
    store = yield from sequences.prepare(
        job.out / "rendered.windows", key, sequences.of_rendered(takes), "Drawing six actions"
    )
    note = f"KTH did not run: {job.data / 'kth'} has no folders named after its actions"
    return Data(store, "stand-in", "six drawn actions", {"drawn": alone}, rendered_actions.ACTIONS, note)


def one_split(job: Job, data: Data, seed: int) -> Task[Result]:
    """16 people train, 9 test."""
    train, test = (data.store.of(people) for people in kth.people_split(seed))
    torch.manual_seed(seed)
    network = cast(Voting | Sequential, CARD.as_variant(job.variant).build(len(data.labels)))
    convnet = ConvNet(*network.convnet.sizes)  # where the network holds it as fixed numbers it could not learn
    histories: dict[str, History] = {}
    batches = window_batches(data.store, train, seed)
    histories["convnet"] = yield from _trained(job, data, seed, "convnet", convnet, _window_error, batches)
    network.convnet.load_state_dict(convnet.state_dict())
    seen = yield from features(data.store, test, convnet, 1)
    votes = {clip: _decided(convnet, seen[clip][0]) for clip in test}
    voting, summing = {}, {}
    for name, group in data.protocols.items():
        joined = [(cs[0].target, np.concatenate([votes[c] for c in cs])) for cs in group(test)]
        voting[name] = _percent([most_votes(v) == target for target, v in joined])
        summing[name] = _percent([int(v.mean(0).argmax()) == target for target, v in joined])
    answers = [(cs[0].target, most_votes(np.concatenate([votes[c] for c in cs]))) for cs in group(test)]
    lstm: dict[str, float] = {}
    if isinstance(network, Sequential):
        known = yield from features(data.store, train, convnet, len(COPIES))
        for name, group in data.protocols.items():
            torch.manual_seed(seed)
            network.lstm.apply(_anew)
            batches = sequence_batches(known, group(train), seed)
            what = f"{name}-after-{histories['convnet'].step}"  # other features, another training
            histories[name] = yield from _trained(job, data, seed, what, network.lstm, _sequence_error, batches)
            answers = [(cs[0].target, _remembered(network.lstm, seen, cs)) for cs in group(test)]
            lstm[name] = _percent([truth == answer for truth, answer in answers])
    matrix = np.zeros((len(data.labels),) * 2)
    np.add.at(matrix, tuple(np.array(answers).T), 1)
    return Result(network.eval(), voting, summing, lstm, matrix, histories)


def _trained(
    job: Job,
    data: Data,
    seed: int,
    what: str,
    network: nn.Module,
    error: Callable[[nn.Module, Any], Tensor],
    batches: Callable[[int], Any],
) -> Task[History]:
    part = "convnet" if what == "convnet" else "lstm"
    recipe = online(job.stretched(QUICK[part], QUICK_MINUTES) if job.quick else FULL[part])
    minutes = job.minutes or (QUICK_MINUTES if job.quick else None)
    if minutes is not None:
        minutes *= _SHARE[part] / (job.seeds or SPLITS) / (1 if part == "convnet" else len(data.protocols))
    keep = job.out / f"{data.on.split()[0]}-{job.variant}-{recipe.steps}-{seed}-{what}.pt"
    history = yield from fit(
        network,
        recipe,
        error,
        batches,
        device=job.device,
        seed=seed,
        minutes=minutes,
        store=keep if job.minutes is not None or not job.quick else None,
        text=f"Split {seed + 1}, {'3D-ConvNet' if part == 'convnet' else 'LSTM'}",
    )
    network.to("cpu").eval()
    return history


def _window_error(network: nn.Module, batch: Any) -> Tensor:
    x, target = batch
    return F.cross_entropy(network(x), target)


def _sequence_error(network: nn.Module, batch: Any) -> Tensor:
    x, target = batch
    return step_errors(network(x), target)


def copy_of(windows: np.ndarray, copy: int) -> np.ndarray:
    """windows [..., H, W], as they are, mirrored or upside down; contrast normalisation does not mind which way."""
    turned = (windows, windows[..., ::-1], windows[..., ::-1, :])[copy]
    return np.ascontiguousarray(turned, np.float32)


def window_batches(store: Store, clips: Clips, seed: int) -> Callable[[int], Any]:
    """One window a step, in a new order each time round; which copy of it is drawn."""
    rows = np.concatenate([np.arange(clip.start, clip.stop) for clip in clips])
    targets = np.concatenate([np.full(clip.stop - clip.start, clip.target) for clip in clips])

    @functools.lru_cache(1)
    def order(round_: int) -> np.ndarray:
        return np.random.default_rng((seed, round_)).permutation(len(rows))

    def batch(step: int) -> tuple[np.ndarray, np.ndarray]:
        at = order(step // len(rows))[step % len(rows)]
        copy = int(np.random.default_rng((seed, 1, step)).integers(len(COPIES)))
        return copy_of(store.windows[rows[at]], copy)[None], targets[at : at + 1]

    return batch


Features = dict[Piece, Tensor]


def features(store: Store, clips: Clips, convnet: ConvNet, copies: int) -> Task[Features]:
    """Of each clip: [copies, W, n]."""
    found: Features = {}
    convnet.eval()
    for i, clip in enumerate(clips):
        if i % 8 == 0:
            yield Progress(i, len(clips), "Features of the 3D-ConvNet")
        windows = store.windows[clip.start : clip.stop]
        with torch.inference_mode():
            turned = [convnet.describe(torch.from_numpy(copy_of(windows, copy))) for copy in range(copies)]
            found[clip] = torch.stack(turned)
    return found


def sequence_batches(known: Features, groups: Sequence[Sequence[Piece]], seed: int) -> Callable[[int], Any]:
    """One sequence a step; all its clips are copied the same way."""

    def batch(step: int) -> tuple[np.ndarray, np.ndarray]:
        chance = np.random.default_rng((seed, 2, step))
        chosen, copy = groups[int(chance.integers(len(groups)))], int(chance.integers(len(COPIES)))
        x = np.concatenate([known[clip][copy].numpy() for clip in chosen])
        return x[None], np.array([chosen[0].target])

    return batch


@torch.no_grad()
def _decided(convnet: ConvNet, seen: Tensor) -> np.ndarray:
    return convnet.decide(seen).softmax(-1).numpy()


@torch.no_grad()
def _remembered(lstm: LSTM, seen: Features, clips: Sequence[Piece]) -> int:
    """The LSTM's answer: the mean of its outputs over the steps."""
    return int(lstm(torch.cat([seen[clip][0] for clip in clips])[None]).mean(1).argmax())


def most_votes(votes: np.ndarray) -> int:
    """The class most windows [W, labels] chose first; of equals the one of greater probability."""
    count = np.bincount(votes.argmax(1), minlength=votes.shape[1])
    return int((count + votes.mean(0) / 2).argmax())


def _percent(right: Sequence[bool]) -> float:
    return 100 * float(np.mean(right))


def _anew(module: nn.Module) -> None:
    if isinstance(module, nn.Linear):
        module.reset_parameters()


def table(job: Job, data: Data, results: Sequence[Result]) -> Iterator[Row]:
    """The paper's four numbers, then what stood in for them."""
    for name, numbers in NUMBERS.items():
        for how, number in zip(("voting", "LSTM"), numbers, strict=True):
            yield _row(job, data, f"{name}, {how}", number, [_of(result, how, name) for result in results])
    if data.on == "stand-in":
        voting, lstm = ([_of(result, how, "drawn") for result in results] for how in ("voting", "LSTM"))
        more = [b - a for a, b in zip(voting, lstm, strict=True) if a is not None and b is not None]
        yield _row(job, data, f"{data.name}, voting", None, voting)
        added = [result.summing["drawn"] for result in results]
        yield _row(job, data, f"{data.name}, voting with probabilities added", None, [*added])
        yield _row(job, data, f"{data.name}, LSTM", None, lstm)
        yield _row(job, data, f"{data.name}, LSTM − voting", None, [*more], "points")


def _of(result: Result, how: str, protocol: str) -> float | None:
    return (result.voting if how == "voting" else result.lstm).get(protocol)


def _row(
    job: Job, data: Data, name: str, number: float | None, values: Sequence[float | None], metric: str = "accuracy %"
) -> Row:
    there = [value for value in values if value is not None]
    if not there:
        return Row(name, metric, number, None, "not run", build=job.variant)
    mean, spread = over_seeds(there)
    return Row(name, metric, number, mean, data.on, spread, len(there), interval(there), job.variant)


def real_clip(job: Job, data: Data, results: Sequence[Result]) -> Task[tuple[Row, ...]]:
    """What networks trained on drawn people make of a real KTH video that lies in the folder by itself."""
    files = sorted((job.data / "kth").glob("person*_d?_uncomp.avi"))
    if data.on != "stand-in" or not files:
        return ()
    video = kth.video(files[0])
    sources = sequences.of_kth([video])
    right, said = [], []
    for i, source in enumerate(sources):
        yield Progress(i, len(sources), "A real video")
        x = torch.from_numpy(source.read())[None]
        with torch.inference_mode():
            answers = [int(result.network(x).logits.argmax()) for result in results]
        right.append([answer == video.target for answer in answers])
        most = int(np.bincount(answers).argmax())
        said.append(f"{data.labels[most]} ({answers.count(most)} of {len(answers)} networks)")
    values = [100 * float(share) for share in np.mean(right, 0)]
    mean, spread = over_seeds(values)
    note = f"trained on drawn people alone; its {len(sources)} clips are taken for: {', '.join(said)}"
    name = f"real KTH video {video.path.stem.removesuffix('_uncomp')}"
    return (Row(name, "clips right %", None, mean, "stand-in", spread, len(values), None, job.variant, note),)


def _saved(file: Path, job: Job, data: Data, result: Result) -> None:
    """The first split's network, whatever its numbers: choosing the best would be tuning on the test people."""
    metrics = {"voting": result.voting, "LSTM": result.lstm}
    card = CARD.as_variant(job.variant)
    checkpoint.save(file, card, result.network, data.labels, dataset=data.name, metrics=metrics, recipe="paper")


def _notes(job: Job, data: Data, results: Sequence[Result]) -> tuple[str, ...]:
    short = [
        f"split {i + 1}: {what} stopped at step {history.step}"
        for i, result in enumerate(results)
        for what, history in result.histories.items()
        if not history.finished
    ]
    return (
        data.note,
        "voting counts the windows' first choices; the LSTM decides by the mean of its outputs",
        *(["the time ran out before the recipe's end: " + "; ".join(short)] if short else []),
    )


def drawn(folder: Path, data: Data, results: Sequence[Result]) -> Iterator[Path]:
    """Curves, what is taken for what, and the first layer's filters."""
    for what in results[0].histories:
        name = "3D-ConvNet" if what == "convnet" else f"LSTM ({what})"
        lines = {f"split {i + 1}": _smooth(result.histories[what].losses) for i, result in enumerate(results)}
        yield figures.curves(folder / f"curves-{what}.png", lines, "online step", "cross entropy", name)
    total = np.sum([result.confusion for result in results], 0)
    yield figures.confusion(folder / "confusion.png", total, data.labels, f"{data.name}, {len(results)} splits")
    weight = results[0].network.convnet.c1.weight.detach()[:, 0].numpy()
    rows = [(f"C1 map {i + 1}", [*(filt / np.abs(filt).max() / 2 + 0.5)]) for i, filt in enumerate(weight)]
    yield figures.strip(folder / "filters.png", rows, "Filters of C1, frame by frame")


def _smooth(losses: Sequence[tuple[int, float]], width: int = 25) -> list[tuple[float, float]]:
    """Single windows' errors jump; a running mean shows where they go."""
    values = np.array([value for _, value in losses])
    return [(step, float(values[max(0, i - width) : i + 1].mean())) for i, (step, _) in enumerate(losses)]


PAPER = Paper(CARD.name, CARD.title, reproduce, needs=("kth",))

"""Learning from corrections: what people said becomes a checkpoint of `head`, with rows that say of what."""

from __future__ import annotations

import itertools
import json
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.tasks.teaching import Material, listed
from app.tasks.versions import MODEL
from core import paths
from core.errors import UserError
from core.program import program_version
from core.rows import Checkpoint, Dataset, Label, new_id, now_ms
from core.spoken import spoken
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.task import Curves, Progress, Task
from core.timeline.supervision import groups

if TYPE_CHECKING:
    import numpy as np

    from models.improve import Best, Learned, Lesson
    from models.train import History

FORM = "small"
ENOUGH = 3  # examples of a label from which on it is worth trying
_WAITS = 7 * 24 * 3600  # seconds that a stopped training is kept


@dataclass(frozen=True)
class Improved:
    """A checkpoint that was learned. epochs: how often it saw each step that is known, on average; notes: sentences for
    whoever asked; wanting: which labels want more examples, in a sentence ("": none); curves: of the training."""

    material: Material
    file: Path
    digest: str
    labels: tuple[str, ...]
    settings: Mapping[str, Any]
    metrics: Mapping[str, Any]
    epochs: float
    notes: tuple[str, ...]
    wanting: str
    seconds: float
    curves: Curves


def improve(
    given: Material,
    *,
    form: str = FORM,
    device: str = "auto",
    seed: int = 0,
    backbone: bool = False,
    coherence: bool = False,
    encoder: bool = False,
    cache: ArrayCache | None = None,
    stop: threading.Event | None = None,
    kept: list[Improved] | None = None,
) -> Task[Improved]:
    """Learns. Features come from the cache where they are known. backbone: the last layers of the network below are
    fine-tuned first, which takes a GPU or much time. coherence, encoder: ways to learn from all footage without labels
    (models/improve_options.py). stop: set by whoever is content with the best so far. kept: is given the best of a
    training that is cancelled. A stopped, cancelled or killed training goes on from where it was when the same
    corrections are learned again. Raises UserError where there is too little to learn from."""
    yield Progress(text="Loading the network")
    from models.cards import card as named
    from models.device import choose
    from models.improve import Best, quick
    from models.improve import improve as learn
    from models.improve_options import Options

    began = time.perf_counter()
    labels = tuple(label for label in given.labels if given.examples(label))
    card, where = named(MODEL).as_variant(form), choose(device)
    cache, below = cache or ArrayCache(), None
    lessons, contradictory, changed = yield from _lessons(given, labels, device, cache)
    if backbone:
        below = yield from _tuned(given, lessons, labels, device, seed)
        lessons, _, _ = yield from _lessons(given, labels, device, cache, below)
    options = Options(coherence, encoder)
    rest = (yield from _rest(given, device, cache, below)) if options.settings() else []
    more = options.settings() | ({"backbone": below.name} if below is not None else {})
    best, store = Best(), _store(given, form, seed, more)
    recipe = quick(card.recipe("modern"), sum(given.examples(label) for label in labels))
    task = learn(
        card, recipe, lessons, groups(labels),
        device=where, seed=seed, best=best, store=store, options=options, rest=rest,
    )  # fmt: skip
    notes = _notes(given, labels, contradictory, changed)
    try:
        history = yield from _until(task, stop, best)
    except GeneratorExit:
        if best.state is not None and kept is not None:
            kept.append(_saved(given, form, labels, best, seed, notes, None, began, more))
        raise
    if history is not None:
        for file in (store, store.with_suffix(".best.pt")):
            file.unlink(missing_ok=True)
    return _saved(given, form, labels, best, seed, notes, history, began, more)


def _until(task: Task[Learned], stop: threading.Event | None, best: Best) -> Task[History | None]:
    """The training's history; None where it was stopped before its end."""
    try:
        while True:
            progress = next(task)
            if stop is not None and stop.is_set() and best.state is not None:
                return None
            yield progress
    except StopIteration as end:
        learned: Learned = end.value
        return learned.history
    finally:
        task.close()


def _store(given: Material, form: str, seed: int, more: Mapping[str, Any]) -> Path:
    """Where a training that is stopped or killed waits to go on: the same corrections, form and seed. What nobody went
    on with is dropped after some days."""
    folder = paths.data_dir() / "training"
    for old in folder.glob("*.pt"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > _WAITS:
                old.unlink()
    return folder / f"{'-'.join([given.digest[:16], form, str(seed), *more])}.pt"


def _tuned(given: Material, lessons: Sequence[Lesson], labels: Sequence[Label], device: str, seed: int) -> Task[Path]:
    """Fine-tuned weights of the network below the head: made once for the same corrections."""
    from models import checkpoint
    from models.cards import card as named
    from models.finetune import Taught, finetune

    base = named(named(MODEL).backbone)
    file = checkpoint.tuned_folder(base) / f"{given.name}-{given.digest[:16]}-{seed}.safetensors"
    if not file.exists():
        paths_of = {video.fingerprint: path for video, path, _ in given.videos}
        taught = [Taught(paths_of[lesson.name], lesson) for lesson in lessons]
        yield from finetune(base, taught, groups(labels), file, device=device, seed=seed)
    return file


def _lessons(
    given: Material, labels: Sequence[Label], device: str, cache: ArrayCache, below: Path | None = None
) -> Task[tuple[list[Lesson], int, list[str]]]:
    """Features and targets of every video, how many steps people contradict each other at, and which files were left
    out because they are not those that were labelled. Raises UserError where none is left."""
    import numpy as np

    from core.video.source import open_video
    from models.cards import card as named
    from models.improve import Lesson
    from models.predict import features

    base = named(named(MODEL).backbone)
    columns = [given.labels.index(label) for label in labels]
    lessons, contradictory, changed = [], 0, list[str]()
    for i, (video, path, said) in enumerate(given.videos):
        yield Progress(i, len(given.videos), f"Features of {path.name}")
        with open_video(path) as source:
            if source.info.fingerprint != video.fingerprint:
                changed.append(path.name)
                continue
            seen = yield from features(base, source, device=device, cache=cache, checkpoint=below)
        steps = np.arange(len(seen.values))
        starts = seen.signal.cell_starts(steps)
        stops = np.append(starts[1:], starts[-1:] + seen.signal.step)
        targets = said.targets(starts, stops)
        contradictory += targets.contradictory
        lessons.append(Lesson(video.fingerprint, seen.values, targets.values[:, columns], targets.known[:, columns]))
    if not lessons:
        raise UserError(
            f"The files that were labelled have changed since ({listed(changed)}); put the old ones back, or add the "
            "new ones as videos of their own and label them."
        )
    return lessons, contradictory, changed


def _rest(given: Material, device: str, cache: ArrayCache, below: Path | None) -> Task[list[np.ndarray]]:
    """Features of the videos that nobody said anything of."""
    from core.video.source import open_video
    from models.cards import card as named
    from models.predict import features

    base = named(named(MODEL).backbone)
    found = []
    for i, path in enumerate(given.rest):
        yield Progress(i, len(given.rest), f"Features of {path.name}")
        with suppress(UserError), open_video(path) as source:  # one that cannot be read teaches nothing
            found.append((yield from features(base, source, device=device, cache=cache, checkpoint=below)).values)
    return found


def _saved(
    given: Material,
    form: str,
    labels: Sequence[Label],
    best: Best,
    seed: int,
    notes: tuple[str, ...],
    history: History | None,
    began: float,
    more: Mapping[str, Any],
) -> Improved:
    """The best weights as a checkpoint. history None: the training was stopped; more: settings that are not
    everyone's."""
    from models import checkpoint
    from models.cards import card as named

    card = named(MODEL).as_variant(form)
    network = card.build(len(labels))
    assert best.state is not None
    network.load_state_dict(best.state)
    names = tuple(label.name for label in labels)
    settings: dict[str, Any] = {"form": form, "seed": seed, "step": best.step, "groups": [one.group for one in labels]}
    settings |= {"examples": sum(map(given.examples, labels)), "code": program_version(), "apart": list(best.apart)}
    settings |= more
    on = f"{len(best.apart)} videos kept apart" if best.apart else "what it learned"
    metrics: dict[str, Any] = {**best.metrics, "on": spoken(on)}
    if history is None:
        settings["stopped"] = True
    elif history.parts > 1:
        notes += (f"Memory was short: each batch was taken in {history.parts} parts.",)
    file = _unused(checkpoint.folder(card) / f"{given.name}-{time.strftime('%Y%m%d-%H%M%S')}-{given.digest[:6]}")
    digest = checkpoint.save(
        file, card, network, names, dataset=given.digest, data=given.name, metrics=metrics, settings=settings
    )
    took, curves = time.perf_counter() - began, history.curves() if history is not None else {}
    wanting = _wanting(given, labels)
    return Improved(given, file, digest, names, settings, metrics, best.epochs, notes, wanting, took, curves)


def _unused(stem: Path) -> Path:
    """No checkpoint is ever written over."""
    tried = (stem.with_name(stem.name + (f"-{n}" if n else "") + ".safetensors") for n in itertools.count())
    return next(file for file in tried if not file.exists())


def _wanting(given: Material, labels: Sequence[Label]) -> str:
    few = [(label.name, ENOUGH - given.examples(label)) for label in labels if given.examples(label) < ENOUGH]
    return f"More examples would help: {listed([f'{name} ({lacks} more)' for name, lacks in few])}." if few else ""


def _notes(given: Material, labels: Sequence[Label], contradictory: int, changed: Sequence[str]) -> tuple[str, ...]:
    notes = []
    # what another network finds, nobody need have meant to teach
    without = [label.name for label in given.labels if label not in labels and label.id not in given.foreign]
    if without:
        notes.append(f"Not learned, for want of an example: {listed(without)}.")
    if contradictory:
        notes.append(
            f"People, or labels that exclude each other, contradict at {contradictory} moments, which were left out; "
            "compare the tracks to settle them."
        )
    if changed:
        notes.append(
            f"Left out, because the files have changed since they were labelled: {listed(changed)}; put the old ones "
            "back, or add the new ones as videos of their own."
        )
    if given.missing:
        notes.append(
            f"Left out, because the files are not where they were: {listed(given.missing)}; find the missing files "
            "and learn again."
        )
    return tuple(notes)


def commit_improved(project: Project, improved: Improved) -> int:
    """Adds the rows of data set and checkpoint; returns the checkpoint's id. For the thread that owns the project."""
    given = improved.material
    known = {row.digest: row.id for row in project.datasets()}
    dataset_id = known.get(given.digest)
    if dataset_id is None:
        dataset_id = new_id()
        text = json.dumps(given.manifest, ensure_ascii=False)
        project.add_dataset(Dataset(dataset_id, given.name, text, given.digest, now_ms()))
    row = Checkpoint(
        new_id(),
        MODEL,
        improved.file.stem,
        project.relative(improved.file),
        improved.digest,
        dataset_id,
        given.parent,
        improved.labels,
        json.dumps(improved.settings),
        json.dumps(improved.metrics),
        now_ms(),
    )
    project.add_checkpoint(row)
    return row.id

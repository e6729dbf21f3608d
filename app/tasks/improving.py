"""Learning from corrections: what people said becomes a checkpoint of `head`, with rows that say of what."""

from __future__ import annotations

import hashlib
import itertools
import json
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.tasks.versions import MODEL, in_use, learned_versions
from core import paths
from core.errors import UserError
from core.program import program_version
from core.rows import Checkpoint, Dataset, Label, Segment, State, TrackKind, Video, new_id, now_ms
from core.spoken import spoken
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.task import Curves, Progress, Task
from core.timeline.supervision import Supervision, groups, supervision

if TYPE_CHECKING:
    from models.improve import Best, Learned, Lesson
    from models.train import History

FORM = "small"
ENOUGH = 3  # examples of a label from which on it is worth trying
_FIRST = 5  # names in a sentence
_WAITS = 7 * 24 * 3600  # seconds that a stopped training is kept


@dataclass(frozen=True)
class Material:
    """What there is to learn from, of every video of a project. `manifest`: JSON values, of every segment and reviewed
    stretch that counts; `parent`: the checkpoint that was learned before, if any."""

    name: str
    project: Path
    labels: tuple[Label, ...]
    videos: tuple[tuple[Video, Path, Supervision], ...]
    manifest: Mapping[str, Any]
    missing: tuple[str, ...]
    parent: int | None

    @property
    def digest(self) -> str:
        return hashlib.sha256(json.dumps(self.manifest, sort_keys=True).encode()).hexdigest()

    def examples(self, label: Label) -> int:
        return sum(said.examples.get(label.id, 0) for _, _, said in self.videos)


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


def material(project: Project) -> Material:
    """Reads what people said. For the thread that owns the project. Raises UserError where they said nothing."""
    labels = tuple(sorted(project.labels(), key=lambda label: (label.position, label.id)))
    videos, entries, missing = [], [], []
    for video in project.videos():
        tracks = project.tracks(video.id)
        segments = _spoken(project, video)
        reviewed = [row for track in tracks for row in project.reviewed(track.id)]
        said = supervision(labels, tracks, segments, reviewed)
        if not said:
            continue
        try:
            videos.append((video, project.resolve(video), said))
        except UserError:
            missing.append(Path(video.path).name)
            continue
        names = {label.id: label.name for label in labels}
        human = {track.id for track in tracks if track.kind is TrackKind.HUMAN}
        rows = [
            [names[s.label_id], s.span.start, s.span.stop, s.state.value, s.track_id, s.author]
            for s in segments
            if s.state is State.REJECTED or (s.state is not State.PREDICTED and s.track_id in human)
        ]
        looked = [[row.span.start, row.span.stop, row.track_id] for row in reviewed]
        entries.append({"video": video.fingerprint, "segments": rows, "reviewed": looked})
    if not videos:
        raise UserError(
            f"None of the videos with corrections is where it was ({_listed(missing)}); find the missing files first."
            if missing
            else "There is nothing to learn from yet: accept, correct or draw segments, and mark what you looked at as "
            "reviewed."
        )
    parent = in_use(learned_versions(project))
    named = [[label.name, label.group, label.kind.value] for label in labels]
    manifest = {"labels": named, "videos": entries}
    return Material(project.path.stem, project.path, labels, tuple(videos), manifest, tuple(missing), parent)


def _spoken(project: Project, video: Video) -> list[Segment]:
    """The segments of the runs that are shown, and what people rejected in those that are not any more."""
    shown = project.segments(video_id=video.id)
    known = {row.id for row in shown}
    return shown + [row for row in project.rejected(video.id) if row.id not in known]


def improve(
    given: Material,
    *,
    form: str = FORM,
    device: str = "auto",
    seed: int = 0,
    backbone: bool = False,
    cache: ArrayCache | None = None,
    stop: threading.Event | None = None,
    kept: list[Improved] | None = None,
) -> Task[Improved]:
    """Learns. Features come from the cache where they are known. backbone: the last layers of the network below are
    fine-tuned first, which takes a GPU or much time. stop: set by whoever is content with the best so far.
    kept: is given the best of a training that is cancelled. A stopped, cancelled or killed training goes on from where
    it was when the same corrections are learned again. Raises UserError where there is too little to learn from."""
    yield Progress(text="Loading the network")
    from models.cards import card as named
    from models.device import choose
    from models.improve import Best, quick
    from models.improve import improve as learn

    began = time.perf_counter()
    labels = tuple(label for label in given.labels if given.examples(label))
    card, where = named(MODEL).as_variant(form), choose(device)
    cache, below = cache or ArrayCache(), None
    lessons, contradictory, changed = yield from _lessons(given, labels, device, cache)
    if backbone:
        below = yield from _tuned(given, lessons, labels, device, seed)
        lessons, _, _ = yield from _lessons(given, labels, device, cache, below)
    best, store = Best(), _store(given, form, seed, below)
    recipe = quick(card.recipe("modern"), sum(given.examples(label) for label in labels))
    task = learn(card, recipe, lessons, groups(labels), device=where, seed=seed, best=best, store=store)
    notes = _notes(given, labels, contradictory, changed)
    try:
        history = yield from _until(task, stop, best)
    except GeneratorExit:
        if best.state is not None and kept is not None:
            kept.append(_saved(given, form, labels, best, seed, notes, None, began, below))
        raise
    if history is not None:
        for file in (store, store.with_suffix(".best.pt")):
            file.unlink(missing_ok=True)
    return _saved(given, form, labels, best, seed, notes, history, began, below)


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


def _store(given: Material, form: str, seed: int, below: Path | None) -> Path:
    """Where a training that is stopped or killed waits to go on: the same corrections, form and seed. What nobody went
    on with is dropped after some days."""
    folder = paths.data_dir() / "training"
    for old in folder.glob("*.pt"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > _WAITS:
                old.unlink()
    return folder / f"{given.digest[:16]}-{form}-{seed}{'-tuned' if below else ''}.pt"


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
            f"The files that were labelled have changed since ({_listed(changed)}); put the old ones back, or add the "
            "new ones as videos of their own and label them."
        )
    return lessons, contradictory, changed


def _saved(
    given: Material,
    form: str,
    labels: Sequence[Label],
    best: Best,
    seed: int,
    notes: tuple[str, ...],
    history: History | None,
    began: float,
    below: Path | None,
) -> Improved:
    """The best weights as a checkpoint. history None: the training was stopped."""
    from models import checkpoint
    from models.cards import card as named

    card = named(MODEL).as_variant(form)
    network = card.build(len(labels))
    assert best.state is not None
    network.load_state_dict(best.state)
    names = tuple(label.name for label in labels)
    settings: dict[str, Any] = {"form": form, "seed": seed, "step": best.step, "groups": [one.group for one in labels]}
    settings |= {"examples": sum(map(given.examples, labels)), "code": program_version(), "apart": list(best.apart)}
    on = f"{len(best.apart)} videos kept apart" if best.apart else "what it learned"
    metrics: dict[str, Any] = {**best.metrics, "on": spoken(on)}
    if below is not None:
        settings["backbone"] = below.name
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
    return f"More examples would help: {_listed([f'{name} ({lacks} more)' for name, lacks in few])}." if few else ""


def _notes(given: Material, labels: Sequence[Label], contradictory: int, changed: Sequence[str]) -> tuple[str, ...]:
    notes = []
    without = [label.name for label in given.labels if label not in labels]
    if without:
        notes.append(f"Not learned, for want of an example: {_listed(without)}.")
    if contradictory:
        notes.append(
            f"People, or labels that exclude each other, contradict at {contradictory} moments, which were left out; "
            "compare the tracks to settle them."
        )
    if changed:
        notes.append(
            f"Left out, because the files have changed since they were labelled: {_listed(changed)}; put the old ones "
            "back, or add the new ones as videos of their own."
        )
    if given.missing:
        notes.append(
            f"Left out, because the files are not where they were: {_listed(given.missing)}; find the missing files "
            "and learn again."
        )
    return tuple(notes)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_FIRST]) + (f" and {len(names) - _FIRST} more" if len(names) > _FIRST else "")


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

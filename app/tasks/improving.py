"""Learning from corrections: what people said becomes a checkpoint of `head`, with rows that say of what."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import UserError
from core.rows import Checkpoint, Dataset, Label, State, Video, new_id, now_ms
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.task import Progress, Task
from core.timeline.supervision import Supervision, groups, supervision

if TYPE_CHECKING:
    import numpy as np

    from models.improve import Best, Lesson

MODEL, FORM = "head", "small"
ENOUGH = 3  # examples of a label from which on it is worth trying
_FIRST = 5  # names in a sentence


@dataclass(frozen=True)
class Material:
    """What there is to learn from, of every video of a project. `manifest`: JSON values, of every segment and reviewed
    stretch that counts; `parent`: the checkpoint that was learned before, if any; `rest`: the videos that nobody said
    anything of."""

    name: str
    labels: tuple[Label, ...]
    videos: tuple[tuple[Video, Path, Supervision], ...]
    manifest: Mapping[str, Any]
    missing: tuple[str, ...]
    parent: int | None
    rest: tuple[Path, ...] = ()

    @property
    def digest(self) -> str:
        return hashlib.sha256(json.dumps(self.manifest, sort_keys=True).encode()).hexdigest()

    def examples(self, label: Label) -> int:
        return sum(said.examples.get(label.id, 0) for _, _, said in self.videos)


@dataclass(frozen=True)
class Improved:
    """A checkpoint that was learned. notes: sentences for whoever asked."""

    material: Material
    file: Path
    digest: str
    labels: tuple[str, ...]
    settings: Mapping[str, Any]
    metrics: Mapping[str, Any]
    notes: tuple[str, ...]
    seconds: float


def material(project: Project) -> Material:
    """Reads what people said. For the thread that owns the project. Raises UserError where they said nothing."""
    labels = tuple(sorted(project.labels(), key=lambda label: (label.position, label.id)))
    videos, entries, missing, rest = [], [], [], []
    for video in project.videos():
        tracks = project.tracks(video.id)
        segments = project.segments(video_id=video.id)
        reviewed = [row for track in tracks for row in project.reviewed(track.id)]
        said = supervision(labels, tracks, segments, reviewed)
        if not said:
            with suppress(UserError):  # it can wait until somebody needs it
                rest.append(project.resolve(video))
            continue
        try:
            videos.append((video, project.resolve(video), said))
        except UserError:
            missing.append(Path(video.path).name)
            continue
        names = {label.id: label.name for label in labels}
        rows = [
            [names[s.label_id], s.span.start, s.span.stop, s.state.value, s.track_id, s.author]
            for s in segments
            if s.state is not State.PREDICTED
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
    mine = [row.id for row in project.checkpoints() if row.model == MODEL]
    named = [[label.name, label.group, label.kind.value] for label in labels]
    manifest = {"labels": named, "videos": entries}
    return Material(
        project.path.stem, labels, tuple(videos), manifest, tuple(missing), max(mine, default=None), tuple(rest)
    )


def improve(
    given: Material,
    *,
    form: str = FORM,
    device: str = "auto",
    seed: int = 0,
    cache: ArrayCache | None = None,
    coherence: bool = False,
    encoder: bool = False,
) -> Task[Improved]:
    """Learns. Features come from the cache where they are known. coherence, encoder: ways to learn from all footage
    without labels (models/improve_options.py). Cancelled, the best weights so far stay as a checkpoint. Raises
    UserError where there is too little to learn from."""
    yield Progress(text="Loading the network")
    from models.cards import card as named
    from models.device import choose
    from models.improve import Best, quick
    from models.improve import improve as learn
    from models.improve_options import Options

    began = time.perf_counter()
    labels = tuple(label for label in given.labels if given.examples(label))
    card, where = named(MODEL).as_variant(form), choose(device)
    lessons, contradictory = yield from _lessons(given, labels, device, cache or ArrayCache())
    options = Options(coherence, encoder)
    rest = (yield from _rest(given, device, cache or ArrayCache())) if options.settings() else []
    best = Best()
    recipe = quick(card.recipe("modern"), sum(given.examples(label) for label in labels))
    notes = _notes(given, labels, contradictory)
    try:
        found = yield from learn(
            card, recipe, lessons, groups(labels), device=where, seed=seed, best=best, options=options, rest=rest
        )
    except GeneratorExit:
        if best.state is not None:
            _saved(given, form, labels, best, seed, (), {"stopped": True, **options.settings()})
        raise
    file, digest, settings, metrics = _saved(given, form, labels, best, seed, found.apart, options.settings())
    took = time.perf_counter() - began
    return Improved(given, file, digest, tuple(label.name for label in labels), settings, metrics, notes, took)


def _lessons(
    given: Material, labels: Sequence[Label], device: str, cache: ArrayCache
) -> Task[tuple[list[Lesson], int]]:
    """Features and targets of every video, and how many steps people contradict each other at."""
    import numpy as np

    from core.video.source import open_video
    from models.cards import card as named
    from models.improve import Lesson
    from models.predict import features

    base = named(named(MODEL).backbone)
    columns = [given.labels.index(label) for label in labels]
    lessons, contradictory = [], 0
    for i, (video, path, said) in enumerate(given.videos):
        yield Progress(i, len(given.videos), f"Features of {path.name}")
        with open_video(path) as source:
            seen = yield from features(base, source, device=device, cache=cache)
        steps = np.arange(len(seen.values))
        starts = seen.signal.cell_starts(steps)
        stops = np.append(starts[1:], starts[-1:] + seen.signal.step)
        targets = said.targets(starts, stops)
        contradictory += targets.contradictory
        lessons.append(Lesson(video.fingerprint, seen.values, targets.values[:, columns], targets.known[:, columns]))
    return lessons, contradictory


def _rest(given: Material, device: str, cache: ArrayCache) -> Task[list[np.ndarray]]:
    """Features of the videos that nobody said anything of."""
    from core.video.source import open_video
    from models.cards import card as named
    from models.predict import features

    base = named(named(MODEL).backbone)
    found = []
    for i, path in enumerate(given.rest):
        yield Progress(i, len(given.rest), f"Features of {path.name}")
        with suppress(UserError), open_video(path) as source:  # one that cannot be read teaches nothing
            found.append((yield from features(base, source, device=device, cache=cache)).values)
    return found


def _saved(
    given: Material,
    form: str,
    labels: Sequence[Label],
    best: Best,
    seed: int,
    apart: Sequence[str],
    more: Mapping[str, Any],
) -> tuple[Path, str, dict[str, Any], dict[str, Any]]:
    """(file, digest, settings, metrics) of the checkpoint. more: settings that are not everyone's."""
    from models import checkpoint
    from models.cards import card as named

    card = named(MODEL).as_variant(form)
    network = card.build(len(labels))
    assert best.state is not None
    network.load_state_dict(best.state)
    names = tuple(label.name for label in labels)
    settings: dict[str, Any] = {"form": form, "seed": seed, "step": best.step, "groups": [one.group for one in labels]}
    metrics: dict[str, Any] = {**best.metrics, "on": f"{len(apart)} videos kept apart" if apart else "what it learned"}
    settings |= more
    file = checkpoint.folder(card) / f"{given.name}-{time.strftime('%Y%m%d-%H%M%S')}-{given.digest[:6]}.safetensors"
    digest = checkpoint.save(
        file, card, network, names, dataset=given.digest, data=given.name, metrics=metrics, settings=settings
    )
    return file, digest, settings, metrics


def _notes(given: Material, labels: Sequence[Label], contradictory: int) -> tuple[str, ...]:
    notes = []
    few = [(label.name, ENOUGH - given.examples(label)) for label in labels if given.examples(label) < ENOUGH]
    if few:
        notes.append(f"More examples would help: {_listed([f'{name} ({lacks} more)' for name, lacks in few])}.")
    without = [label.name for label in given.labels if label not in labels]
    if without:
        notes.append(f"Not learned, for want of an example: {_listed(without)}.")
    if contradictory:
        notes.append(f"People contradict each other at {contradictory} steps; these were left out.")
    if given.missing:
        notes.append(f"Left out, because the files are not where they were: {_listed(given.missing)}.")
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

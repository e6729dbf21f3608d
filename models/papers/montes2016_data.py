"""What montes2016 is trained and tested on: videos as sequences of clip features with their activities.

ActivityNet 1.3 where all of it lies in `DATA/activitynet`; there, for C3D, a file `video_features.hdf5` as the paper's
code extracts it stands for the videos, of which then only the annotations are needed. Else a stand-in made of UCF-101's
clips in `DATA/ucf101` (models/datasets/montages.py), in one of two ways:
- joined as files: every montage is written as a video, once, and analysed like any user's video;
- joined as features ("quick"): every clip is analysed on its own, once, and a montage is put together from the steps of
  its pieces. No step sees two pieces at a time, as it does at the seams of a real video.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from pathlib import Path

import numpy as np

from core.errors import UserError
from core.exchange.joined import Part, join
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Progress, Task
from core.video.source import open_video
from models.card import ModelCard
from models.datasets import activitynet, montages, ucf101, upc
from models.datasets.labelled import Clip
from models.nets.montes2016 import BACKGROUND
from models.papers.report import Job, On
from models.predict import predict
from models.streams import CLIP, clip_labels, frame_labels, majority

Annotation = tuple[float, float, str]  # start, stop in seconds, label
QUICK = 8, 4, 8  # classes that are activities, background in both parts, background in training only
FULL = 17, 8  # classes that are activities, background in both parts
FILES_TRAIN, FILES_TEST = 4, 2  # montages for each activity, as files
FEATURES_TRAIN, FEATURES_TEST = 24, 8  # and as features, where they cost nothing
_UCF_RATE = Fraction(25)
RELEASED = "video_features.hdf5"
_SAID = "Analysing"


@dataclass(frozen=True)
class Sample:
    """One video. rows(a, b): features float32 [b − a, n] of its steps; targets: int64 [steps], 0 is background; edges:
    float64 [steps + 1], seconds at which steps begin and the last one ends."""

    name: str
    rows: Callable[[int, int], np.ndarray]
    targets: np.ndarray
    edges: np.ndarray
    annotations: tuple[Annotation, ...]

    def __len__(self) -> int:
        return len(self.targets)


@dataclass
class Data:
    """labels: background first. why: the sentence for data that were not used. `kept` holds opened files; close it."""

    labels: tuple[str, ...]
    train: list[Sample]
    test: list[Sample]
    on: On
    said: str
    kept: ExitStack = field(default_factory=ExitStack)
    why: str = ""


def load(job: Job, backbone: ModelCard) -> Task[Data]:
    """Raises UserError where there is neither ActivityNet nor UCF-101, or the former is incomplete and the latter is
    not there."""
    folder = job.data / "activitynet"
    if backbone.name == "c3d" and (folder / RELEASED).is_file():
        return _of_released(folder, backbone.width)
    try:
        entries = activitynet.complete(folder)
    except UserError as error:
        if not (job.data / "ucf101").is_dir():
            raise
        data = yield from (_of_features(job, backbone) if job.quick else _of_files(job, backbone))
        return replace(data, why=f"Not on ActivityNet: {error}")
    return (yield from _of_activitynet(job, backbone, entries))


def _of_activitynet(job: Job, backbone: ModelCard, entries: Sequence[activitynet.Entry]) -> Task[Data]:
    folder = job.data / "activitynet"
    labels = _labels(folder, entries)
    videos = [(entry.name, entry.file, entry.annotations) for entry in entries if entry.file]
    kept = ExitStack()
    samples = yield from _analysed(job, backbone, videos, labels, kept)
    return _parts(labels, samples, entries, kept)


def _of_released(folder: Path, width: int) -> Data:
    """From features as the paper's code extracts them. How many frames a video has they do not say: its clips are taken
    to fill its annotated duration (the dropped tail is at most 15 frames), or 30 frames a second where it has none."""
    kept = ExitStack()
    features = kept.enter_context(upc.features(folder / RELEASED))
    entries = [entry for entry in activitynet.entries(folder) if entry.name in features]
    labels, samples = _labels(folder, entries), []
    for entry in entries:
        clips, found = features.shape(entry.name)
        if found != width:
            raise UserError(
                f"{RELEASED} has {found} features a clip at “{entry.name}”, not {width}; extract them again."
            )
        duration = entry.duration or clips * CLIP / 30
        targets = clip_labels(clips * CLIP, duration, entry.annotations, labels)
        edges = np.linspace(0, duration, clips + 1)
        samples.append(Sample(entry.name, partial(features.rows, entry.name), targets, edges, entry.annotations))
    return _parts(labels, samples, entries, kept)


def _labels(folder: Path, entries: Sequence[activitynet.Entry]) -> tuple[str, ...]:
    file = folder / "labels.txt"
    if file.is_file():
        return upc.read_labels(file)
    return (BACKGROUND, *sorted({label for entry in entries for label in entry.labels}))


def _parts(
    labels: tuple[str, ...], samples: Sequence[Sample], entries: Sequence[activitynet.Entry], kept: ExitStack
) -> Data:
    part = {entry.name: entry.subset for entry in entries}
    train = [sample for sample in samples if part[sample.name] == "training"]
    test = [sample for sample in samples if part[sample.name] == "validation"]
    said = f"ActivityNet 1.3: {len(train)} training videos, {len(test)} validation videos"
    if not train or not test:
        kept.close()
        raise UserError(f"There is nothing to train on or nothing to test ({said}); complete the data set.")
    return Data(labels, train, test, "paper's data", said, kept)


def clips(job: Job) -> list[tuple[Clip, int]]:
    found = []
    for clip in ucf101.subset(job.data / "ucf101"):
        with open_video(clip.path) as source:
            found.append((clip, source.index.frames))
    return found


def _of_features(job: Job, backbone: ModelCard) -> Task[Data]:
    yield Progress(0, 0, "Looking at UCF-101")
    spec = backbone.clip_for(_UCF_RATE)
    sources = montages.sources(clips(job), spec, *QUICK)
    labels = (BACKGROUND, *sources[0].activities)
    todo = [source for part in sources for source in part.clips()]
    features: dict[Path, np.ndarray] = {}
    for i, source in enumerate(todo):
        features[source.clip.path] = yield from clip_features(job, backbone, source.clip.path, i, len(todo))
    made = [
        [joined(montage, features, labels, spec.step) for montage in montages.montages(part, each, seed, name)]
        for part, each, seed, name in zip(
            sources, (FEATURES_TRAIN, FEATURES_TEST), (1, 2), ("train", "test"), strict=True
        )
    ]
    said = (
        f"montages of UCF-101's clips, joined as features: {len(labels) - 1} activities with one clip of one group for "
        f"training and one of another group for testing; background of {QUICK[1]} other classes, likewise, and in "
        f"training of {QUICK[2]} more"
    )
    return Data(labels, made[0], made[1], "stand-in", said)


def joined(montage: montages.Montage, features: dict[Path, np.ndarray], labels: Sequence[str], step: int) -> Sample:
    x = np.concatenate([features[p.source.clip.path][p.start : p.stop] for p in montage.pieces]).astype(np.float32)
    targets = np.concatenate([np.full(len(p), labels.index(p.label or BACKGROUND)) for p in montage.pieces])
    edges = np.arange(len(x) + 1) * step / float(_UCF_RATE)
    annotations = tuple((float(edges[a]), float(edges[b]), montage.label) for a, b in montage.runs())
    return Sample(montage.name, lambda a, b: x[a:b], targets.astype(np.int64), edges, annotations)


def _of_files(job: Job, backbone: ModelCard) -> Task[Data]:
    yield Progress(0, 0, "Looking at UCF-101")
    parts = montages.sources(clips(job), backbone.clip_for(_UCF_RATE), *FULL)
    labels = (BACKGROUND, *parts[0].activities)
    made = [
        montages.montages(part, each, seed, name)
        for part, each, seed, name in zip(parts, (FILES_TRAIN, FILES_TEST), (1, 2), ("train", "test"), strict=True)
    ]
    videos: list[tuple[str, Path, tuple[Annotation, ...]]] = []
    for i, montage in enumerate(made[0] + made[1]):
        file = job.out / "montages" / f"{montage.name}.mp4"
        yield Progress(i, len(made[0]) + len(made[1]), "Joining montages")
        annotations = yield from written(montage, file)
        videos.append((montage.name, file, annotations))
    kept = ExitStack()
    samples = yield from _analysed(job, backbone, videos, labels, kept)
    train, test = samples[: len(made[0])], samples[len(made[0]) :]
    said = (
        f"{len(train)} + {len(test)} montages of UCF-101's clips, joined as video files: {len(labels) - 1} activities, "
        f"training and test clips of different groups; background of {FULL[1]} other classes, likewise, and in "
        "training of all that have one group"
    )
    return Data(labels, train, test, "stand-in", said, kept)


def written(montage: montages.Montage, file: Path, step: int = CLIP) -> Task[tuple[Annotation, ...]]:
    """Writes the montage where it does not lie yet; returns its annotations in seconds of the file."""
    parts: list[Part] = []
    found: list[tuple[int, int]] = []
    at = 0
    for piece in montage.pieces:
        with open_video(piece.source.clip.path) as source:
            last = min(piece.stop * step, source.index.frames)
        part = Part(piece.source.clip.path, piece.start * step, last)
        parts.append(part)
        if piece.label and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + len(part))
        elif piece.label:
            found.append((at, at + len(part)))
        at += len(part)
    if not file.exists():
        yield from join(parts, file, _UCF_RATE)
    rate = float(_UCF_RATE)
    return tuple((a / rate, b / rate, montage.label) for a, b in found)


def _analysed(
    job: Job,
    backbone: ModelCard,
    videos: Sequence[tuple[str, Path, tuple[Annotation, ...]]],
    labels: tuple[str, ...],
    kept: ExitStack,
) -> Task[list[Sample]]:
    """Features of each video, kept in the paper's own format: a file that has some already is gone on with."""
    file = job.out / f"video_features_{backbone.name}.hdf5"
    for i, (name, path, _) in enumerate(videos):
        if not upc.has_features(file, name):
            upc.add_features(file, name, (yield from clip_features(job, backbone, path, i, len(videos))))
    features = kept.enter_context(upc.features(file))
    return [_sample(backbone, features, *video, labels) for video in videos]


def _sample(
    backbone: ModelCard,
    features: upc.Features,
    name: str,
    path: Path,
    annotations: tuple[Annotation, ...],
    labels: tuple[str, ...],
) -> Sample:
    with open_video(path) as source:
        frames, fps, duration = source.index.frames, source.info.fps, source.index.seconds(source.index.frames)
    spec, steps = backbone.clip_for(fps), features.shape(name)[0]
    if spec.window == spec.step:  # clips that do not overlap: the tail is dropped
        steps = min(steps, frames // spec.step)
    signal = Signal(np.zeros((steps, 1), np.float32), ("x",), spec.step, spec.window)
    of_frame = frame_labels(frames, duration, annotations, labels)
    cells = [signal.cell(i) for i in range(steps)]
    targets = np.array([majority(of_frame[cell.start : cell.stop], spec.step) for cell in cells], np.int64)
    edges = np.array([*(cell.start for cell in cells), min(cells[-1].stop, frames)]) * duration / frames
    return Sample(name, partial(features.rows, name), targets, edges, annotations)


def clip_features(job: Job, backbone: ModelCard, path: Path, number: int, total: int) -> Task[np.ndarray]:
    """float16 [steps, n], from the cache where they are known."""
    cache = ArrayCache()
    with open_video(path) as source:
        task = predict(backbone, source, device=job.device.kind, cache=cache)
        try:
            while True:
                progress = next(task)
                yield Progress(number + (progress.fraction or 0.0), total, f"{_SAID} {path.name}")
        except StopIteration as stop:
            found = cache.get(stop.value.key)
        finally:
            task.close()
    if found is None:
        raise UserError(f"The features of {path.name} could not be kept; make room on the disk of the cache.")
    return found["features"]

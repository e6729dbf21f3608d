"""The files that Montes et al.'s released code (imatge-upc/activitynet-2016-cvprw) reads and writes.

- features, `video_features.hdf5`: one float dataset [clips, 4096] for each video, named by its id;
- predictions, `predictions_ID.hdf5`: a group for each part, in it one dataset [clips, labels] for each video;
- `labels.txt`: number, tab, name on each line; 0 is background, called “none”;
- results, `results_classification_….json`, `results_detection_….json`: ActivityNet's submission, made from a template
  that has every video of the part with an empty list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import UserError
from core.exchange.activitynet import VERSION
from core.exchange.files import read_json, read_text, replacing, write_text

Segments = Sequence[tuple[str, float, float, float]]  # label, score, start, stop in seconds
Labels = Sequence[tuple[str, float]]


class Features(Mapping[str, np.ndarray]):
    """The features of an opened file: what is asked for is read, nothing else. `rows` reads a part of one video."""

    def __init__(self, file: Any, name: str) -> None:
        self._file, self._name = file, name

    def __getitem__(self, video: str) -> np.ndarray:
        return self.rows(video, 0, len(self._dataset(video)))

    def rows(self, video: str, first: int, stop: int) -> np.ndarray:
        """float32 [stop − first, n]. Raises UserError where the file is damaged there."""
        try:
            return np.asarray(self._dataset(video)[first:stop], np.float32)
        except OSError as error:
            raise UserError(f"{self._name} is damaged at “{video}”; extract the features again.") from error

    def shape(self, video: str) -> tuple[int, int]:
        """(clips, features)."""
        clips, width = self._dataset(video).shape
        return int(clips), int(width)

    def _dataset(self, video: str) -> Any:
        dataset = self._file[video]
        if getattr(dataset, "ndim", 0) != 2 or dataset.dtype.kind != "f":
            raise UserError(f"{self._name} holds no features [clips, n] at “{video}”; extract them again.")
        return dataset

    def __iter__(self) -> Iterator[str]:
        return iter(self._file.keys())

    def __len__(self) -> int:
        return len(self._file)

    def __contains__(self, video: object) -> bool:
        return video in self._file


@contextmanager
def features(path: Path) -> Iterator[Features]:
    """Raises UserError where the file is absent or no HDF5."""
    import h5py

    try:
        file = h5py.File(path, "r")
    except OSError as error:
        why = "is not there" if not path.exists() else "is no HDF5 file, or it is damaged"
        raise UserError(f"{path.name} {why}; extract the features again.") from error
    with file:
        yield Features(file, path.name)


def write_features(path: Path, videos: Iterable[tuple[str, np.ndarray]]) -> None:
    """One video after the other; the file is in its place when all are written."""
    import h5py

    with replacing(path) as part, h5py.File(part, "w") as file:
        for name, array in videos:
            file.create_dataset(name, data=array.astype(np.float32))


def has_features(path: Path, video: str) -> bool:
    if not path.exists():
        return False
    with features(path) as found:
        return video in found


def add_features(path: Path, video: str, array: np.ndarray) -> None:
    """Adds one video to a file, which is made where there is none."""
    import h5py

    path.parent.mkdir(parents=True, exist_ok=True)
    with h5py.File(path, "a") as file:
        file.create_dataset(video, data=array.astype(np.float32))


def write_predictions(path: Path, parts: Mapping[str, Mapping[str, np.ndarray]]) -> None:
    """parts: "validation" or "testing" → video → probabilities [clips, labels]."""
    import h5py

    with replacing(path) as part, h5py.File(part, "w") as file:
        for name, videos in parts.items():
            group = file.create_group(name)
            for video, array in videos.items():
                group.create_dataset(video, data=array.astype(np.float32))


def read_predictions(path: Path, part: str) -> dict[str, np.ndarray]:
    """video → float32 [clips, labels]. Raises UserError where the file is absent, damaged or lacks the part."""
    import h5py

    try:
        with h5py.File(path, "r") as file:
            return {video: np.asarray(array[()], np.float32) for video, array in file[part].items()}
    except (OSError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise UserError(f"{path.name} holds no predictions for “{part}”; predict again.") from error


def read_labels(path: Path) -> tuple[str, ...]:
    """Raises UserError with the line that is not as it should be."""
    text, _ = read_text(path)
    names: list[str] = []
    for line in text.splitlines():
        number, tab, name = line.partition("\t")
        if not line.strip():
            continue
        if not tab or number.strip() != str(len(names)) or not name.strip():
            raise UserError(f"{path.name} should go on with “{len(names)}, a tab, a name”, not “{line[:40]}”; mend it.")
        names.append(name.strip())
    if len(names) < 2:
        raise UserError(
            f"{path.name} names no activities; each line is a number, a tab and a name, 0 being background."
        )
    return tuple(names)


def write_labels(path: Path, names: Sequence[str]) -> None:
    write_text(path, "".join(f"{i}\t{name}\n" for i, name in enumerate(names)))


def read_template(path: Path) -> dict[str, Any]:
    """A template, or a file of results. Raises UserError where it is neither."""
    data = read_json(path)
    if not isinstance(data, dict) or not isinstance(data.get("results"), dict):
        raise UserError(f"{path.name} has no “results”, so it is no template of results; take another file.")
    return data


def write_results(
    path: Path,
    *,
    classified: Mapping[str, Labels] | None = None,
    detected: Mapping[str, Segments] | None = None,
    template: Mapping[str, Any] | None = None,
) -> None:
    """Writes the results of one of the two tasks, in the order of the template, whose videos without a result keep an
    empty list. A label with score 0 is left out, as in the released code."""
    results: dict[str, list[dict[str, Any]]] = {video: [] for video in (template or {}).get("results", {})}
    for video, labels in (classified or {}).items():
        results[video] = [{"score": float(score), "label": label} for label, score in labels if score > 0]
    for video, segments in (detected or {}).items():
        results[video] = [
            {"score": float(score), "segment": [float(start), float(stop)], "label": label}
            for label, score, start, stop in segments
        ]
    data = {
        "version": (template or {}).get("version", VERSION),
        "results": results,
        "external_data": (template or {}).get("external_data", {"used": True, "details": "Features of a network."}),
    }
    write_text(path, json.dumps(data))


def said(classified: Labels, detected: Segments) -> str:
    """What the released demo prints: the best labels of a video, then its segments."""
    lines = [f"{score:.4f}\t{label}" for label, score in classified]
    lines += ["", "Detection:", "Score\tInterval\t\tActivity"]
    lines += [f"{score:.4f}\t{start:.1f}s - {stop:.1f}s\t\t{label}" for label, score, start, stop in detected]
    return "\n".join(["Classification:", *lines])

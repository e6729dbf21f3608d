"""ActivityNet 1.3: 19,994 untrimmed videos of 200 activities (Caba Heilbron et al., CVPR 2015).

Official layout: the annotations (`activity_net.v1-3.min.json`: version, taxonomy, database) beside a folder of videos,
each named by its YouTube id, with or without the `v_` that the official crawler puts before it:

    activity_net.v1-3.min.json
    videos/v_GGSY1Qvo990.mp4 …
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import UserError
from core.exchange.files import read_json
from models.datasets.labelled import need

SUBSETS = ("training", "validation", "testing")
_SUFFIXES = frozenset((".mp4", ".mkv", ".webm", ".avi", ".mov", ".flv", ".m4v", ".3gp"))
_HINT = "put every video of the annotations into its folder videos, or leave those that are gone out of the annotations"


@dataclass(frozen=True)
class Entry:
    """One video. duration: seconds, as annotated (0: not known). annotations: (start, stop, label) in seconds, empty
    for testing. file: None where it is not there."""

    name: str
    subset: str
    duration: float
    annotations: tuple[tuple[float, float, str], ...]
    file: Path | None

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(label for _, _, label in self.annotations))


def annotation_file(folder: Path) -> Path:
    """The file of annotations. Raises UserError where there is none, or where several might be it."""
    found = sorted(folder.glob("activity_net.v1-3*.json"))
    if len(found) > 1:
        found = [file for file in found if file.name == "activity_net.v1-3.min.json"] or found
    if len(found) != 1:
        said = "holds several files activity_net.v1-3*.json" if found else "holds no activity_net.v1-3.min.json"
        raise UserError(f"{folder} {said}; put ActivityNet's official file of annotations there.")
    return found[0]


def entries(folder: Path) -> list[Entry]:
    """All videos of the annotations, in their order, whether or not their files are there. Raises UserError where the
    annotations are damaged or not ActivityNet's."""
    file = annotation_file(folder)
    data = read_json(file)
    database = data.get("database") if isinstance(data, dict) else None
    if not isinstance(database, dict) or not database:
        raise UserError(f"{file} has no “database”, so it is not ActivityNet's file; put the official one there.")
    files = _files(folder)
    return [_entry(file, name, record, files) for name, record in database.items()]


def complete(folder: Path, subsets: tuple[str, ...] = ("training", "validation")) -> list[Entry]:
    """The videos of these parts, all of them there. Raises UserError with those that are missing."""
    wanted = [entry for entry in entries(folder) if entry.subset in subsets]
    need("ActivityNet 1.3", folder, [f"videos/v_{e.name}.mp4" for e in wanted if e.file is None], _HINT)
    return wanted


def _files(folder: Path) -> dict[str, Path]:
    """By name without `v_`; a name may begin with it itself, so that both are known."""
    found: dict[str, Path] = {}
    for file in sorted((folder / "videos").glob("*")):
        if file.suffix.lower() in _SUFFIXES:
            found[file.stem.removeprefix("v_")] = file
    for file in (folder / "videos").glob("v_*"):
        if file.suffix.lower() in _SUFFIXES:
            found.setdefault(file.stem, file)
    return found


def _entry(file: Path, name: str, record: Any, files: dict[str, Path]) -> Entry:
    try:
        found = tuple(
            (float(item["segment"][0]), float(item["segment"][1]), str(item["label"])) for item in record["annotations"]
        )
        subset, duration = str(record["subset"]), float(record.get("duration") or 0)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise UserError(f"{file.name} is damaged at “{name}”; put ActivityNet's official file there.") from error
    if subset not in SUBSETS:
        raise UserError(f"{file.name} has a part “{subset}” at “{name}”; ActivityNet 1.3 knows {', '.join(SUBSETS)}.")
    return Entry(name, subset, duration, found, files.get(name))

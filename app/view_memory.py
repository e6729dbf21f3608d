"""How a project's timeline was last arranged on this computer: which tracks are folded or packed, and which one is
labelled on. It is nobody's Edit; one small JSON file a project, beside the settings."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from core.log import logger
from core.paths import config_dir


@dataclass
class Arrangement:
    folded: set[int] = field(default_factory=set)  # track ids
    packed: set[int] = field(default_factory=set)
    active: dict[int, int] = field(default_factory=dict)  # track id by video id


def _file(project: Path) -> Path:
    name = hashlib.sha256(str(project.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return config_dir() / "views" / f"{name}.json"


def load(project: Path) -> Arrangement:
    """As it was left; the usual one where nothing readable is there."""
    try:
        raw = json.loads(_file(project).read_text("utf-8"))
        active = {int(video): int(track) for video, track in raw["active"].items()}
        return Arrangement(set(map(int, raw["folded"])), set(map(int, raw["packed"])), active)
    except FileNotFoundError:
        return Arrangement()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        logger("views").warning("the arrangement of %s is unreadable: %s", project.name, error)
        return Arrangement()


def save(project: Path, arrangement: Arrangement) -> None:
    """Replaces the file in one step; what cannot be written is only forgotten."""
    file = _file(project)
    part = file.with_suffix(f".{os.getpid()}.part")
    values = {name: sorted(v) if isinstance(v, set) else v for name, v in asdict(arrangement).items()}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(values), "utf-8")
        part.replace(file)
    except OSError as error:
        logger("views").warning("the arrangement of %s could not be kept: %s", project.name, error)

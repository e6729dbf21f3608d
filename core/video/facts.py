"""What was found out about files before, without opening them: their problems, and how large each content is."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from pathlib import Path

from core.log import logger
from core.paths import cache_dir
from core.video import index_cache

_MOST = 20_000  # sizes kept; the oldest go first


def problems_of(fingerprint: str) -> tuple[str, ...] | None:
    """The problems of a file that was opened before; None where that is not known."""
    return index_cache.problems(fingerprint)


def sizes() -> dict[str, int]:
    """Bytes by fingerprint, of all files that were ever noted: a moved file is looked for among those of its size."""
    try:
        known = json.loads(_file().read_text("utf-8"))
        return {str(name): int(size) for name, size in known.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        logger("video").warning("the kept sizes are unusable (%s); moved files are searched without them", error)
        return {}


def note_sizes(new: Mapping[str, int]) -> None:
    """Adds to them. A full or read-only disk only makes a search longer."""
    known = sizes()
    if all(known.get(name) == size for name, size in new.items()):
        return
    every = list((known | dict(new)).items())[-_MOST:]
    part = _file().with_suffix(f".{secrets.token_hex(4)}.part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(dict(every)), "utf-8")
        part.replace(_file())
    except OSError as error:
        logger("video").warning("the sizes of files could not be kept: %s", error)


def _file() -> Path:
    return cache_dir() / "sizes.json"

"""Looking over a whole video: small pictures of it, and where its shots change."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.errors import UserError
from core.task import Progress, Task


def overview_pictures(path: Path, fingerprint: str, part: int) -> Task[dict[int, np.ndarray]]:
    """The pictures of one part of the strip by slot, RGB uint8 [height, width, 3]. A file that cannot be opened gives
    none: the player says why."""
    yield Progress(text=f"Pictures of {path.name}")
    from core.video.strip import slots, strip

    try:
        pictures = yield from strip(path, fingerprint, part)
    except UserError:
        return {}
    return dict(zip(slots(part), pictures, strict=True))


def shot_cuts(path: Path, fingerprint: str) -> Task[tuple[str, np.ndarray]]:
    """(fingerprint, the frames at which new shots begin): int64, rising."""
    yield Progress(text=f"Looking for cuts in {path.name}")
    from core.video.shots import find_cuts

    return fingerprint, (yield from find_cuts(path, fingerprint))


def known_shot_cuts(fingerprint: str) -> Task[tuple[str, np.ndarray | None]]:
    """The same where it was found before; None where it was never asked for."""
    yield Progress()
    from core.video.shots import known_cuts

    return fingerprint, known_cuts(fingerprint)

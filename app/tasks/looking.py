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

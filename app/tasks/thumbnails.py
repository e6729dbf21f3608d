"""Small pictures for lists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.errors import UserError
from core.log import logger
from core.task import Progress, Task

Wanted = tuple[str, int]  # fingerprint of a video, frame


def pictures(wanted: Sequence[tuple[Wanted, Path]]) -> Task[list[tuple[Wanted, np.ndarray | None]]]:
    """RGB uint8 [h, w, 3] each; None where a video cannot be shown, which whoever opens it is told."""
    from core.video.thumbnails import thumbnail

    made: list[tuple[Wanted, np.ndarray | None]] = []
    for (fingerprint, frame), path in wanted:
        yield Progress(len(made), len(wanted), f"Picture of {path.name}")
        try:
            made.append(((fingerprint, frame), thumbnail(path, fingerprint, frame)))
        except UserError as error:
            logger("pictures").info("no picture of %s: %s", path.name, error)
            made.append(((fingerprint, frame), None))
    return made

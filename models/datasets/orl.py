"""ORL ("AT&T") faces: 40 people, ten pictures each (Samaria and Harter, WACV 1994).

Official layout, in the folder itself or in att_faces or orl_faces below it:

    s1/1.pgm … s40/10.pgm     gray, 92×112
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from models.datasets.labelled import need
from models.datasets.pictures import gray, scaled

PEOPLE, PICTURES = 40, 10
SIZE = (92, 112)  # width, height


def load(folder: Path, size: tuple[int, int] = SIZE) -> np.ndarray:
    """uint8 [40, 10, H, W], scaled to `size` (width, height), in the order of the file names' numbers. Raises
    UserError with the pictures that are missing."""
    places = (folder, folder / "att_faces", folder / "orl_faces")
    place = next((f for f in places if next(f.glob("s*/*.pgm"), None) is not None), folder)
    files = [[place / f"s{p}" / f"{n}.pgm" for n in range(1, PICTURES + 1)] for p in range(1, PEOPLE + 1)]
    missing = [f"{file.parent.name}/{file.name}" for person in files for file in person if not file.is_file()]
    need("ORL", folder, missing, "unpack att_faces.zip into it")
    return np.stack([np.stack([scaled(gray(file), size) for file in person]) for person in files])

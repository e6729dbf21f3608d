"""COIL-20 and COIL-100: 20 and 100 objects on a turntable, 72 pictures each, 5° apart (Nene, Nayar and Murase, Columbia
CUCS-005-96 and CUCS-006-96).

Official layouts, in the folder itself or one below it:

    coil-20-proc/obj1__0.png … obj20__71.png       gray, 128×128, numbered by view
    coil-100/obj1__0.png … obj100__355.png         colour, 128×128, numbered by degrees

An NPZ of COIL-20 is read as well: `images` uint8 [1440, H, W], `object_id` 1 … 20 and `angle_deg` 0 … 355.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.errors import UserError
from models.datasets.labelled import need
from models.datasets.pictures import gray, scaled

VIEWS, DEGREES = 72, 5
_FOLDERS = {20: "coil-20-proc", 100: "coil-100"}


@dataclass(frozen=True)
class Turntable:
    """pictures: uint8 gray [objects, 72, H, W]; view v shows the object turned by 5·v degrees, and view 71 is followed
    by view 0. name: which data set, and of what size its pictures were."""

    name: str
    pictures: np.ndarray

    @property
    def objects(self) -> int:
        return len(self.pictures)


def load(folder: Path, size: tuple[int, int], objects: int = 20) -> Turntable:
    """COIL-20 or COIL-100 in `folder`, every picture gray and scaled to `size` (width, height). Raises UserError with
    the pictures that are missing."""
    archives = sorted(folder.glob("coil20*.npz")) if objects == 20 else []
    if archives:
        return _archive(archives[0], size)
    name = f"COIL-{objects}"
    place = next((f for f in (folder, folder / _FOLDERS[objects], *sorted(folder.glob("*/"))) if _any(f)), folder)
    step = 1 if (place / "obj1__71.png").is_file() or objects == 20 else DEGREES
    files = [[place / f"obj{o}__{v * step}.png" for v in range(VIEWS)] for o in range(1, objects + 1)]
    missing = [file.name for views in files for file in views if not file.is_file()]
    need(name, folder, missing, f"unpack {_FOLDERS[objects]}.zip into it")
    pictures = np.stack([np.stack([scaled(gray(file), size) for file in views]) for views in files])
    return Turntable(f"{name}, official pictures", pictures)


def _any(folder: Path) -> bool:
    return next(folder.glob("obj*__*.png"), None) is not None


def _archive(file: Path, size: tuple[int, int]) -> Turntable:
    try:
        with np.load(file, allow_pickle=False) as opened:
            images, ids, degrees = (opened[name] for name in ("images", "object_id", "angle_deg"))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise UserError(f"{file} is no archive of COIL-20, or it is damaged; fetch it again.") from error
    if images.ndim != 3 or images.dtype != np.uint8 or not len(images) == len(ids) == len(degrees):
        raise UserError(f"{file} does not hold gray pictures with an object and an angle each; fetch it again.")
    row = {(int(o), int(a)): i for i, (o, a) in enumerate(zip(ids, degrees, strict=True))}
    wanted = [(o, v * DEGREES) for o in range(1, 21) for v in range(VIEWS)]
    need("COIL-20", file, [f"object {o} at {a}°" for o, a in wanted if (o, a) not in row], "fetch it again")
    pictures = np.stack([scaled(images[row[view]], size) for view in wanted])
    height, width = images.shape[1:]
    return Turntable(f"COIL-20, pictures of {width}×{height}", pictures.reshape(20, VIEWS, *pictures.shape[1:]))

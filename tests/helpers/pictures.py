"""Tiny data sets of pictures in their official layouts: objects that turn, faces that differ."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np


def turntable(objects: int, side: int, seed: int = 0) -> np.ndarray:
    """uint8 [objects, 72, side, side]: random blobs, each turned around its centre."""
    chance = np.random.default_rng(seed)
    views = []
    for _ in range(objects):
        blob = cv2.GaussianBlur(chance.integers(0, 256, (side, side), np.uint8), (0, 0), 3)
        blob = cv2.normalize(blob, None, 0, 255, cv2.NORM_MINMAX)
        turns = (cv2.getRotationMatrix2D((side / 2, side / 2), 5.0 * v, 1) for v in range(72))
        views.append(np.stack([cv2.warpAffine(blob, turn, (side, side)) for turn in turns]))
    return np.stack(views)


def faces(people: int, side: int, seed: int = 0) -> np.ndarray:
    """uint8 [people, 10, side, side]: one picture of each person, with noise."""
    chance = np.random.default_rng(seed)
    base = chance.integers(40, 216, (people, 1, side, side))
    return np.clip(base + chance.integers(-40, 40, (people, 10, side, side)), 0, 255).astype(np.uint8)


def write_coil20(folder: Path, side: int = 16) -> Path:
    """As coil-20-proc.zip unpacks."""
    place = folder / "coil-20-proc"
    place.mkdir(parents=True)
    for o, views in enumerate(turntable(20, side), 1):
        for v, picture in enumerate(views):
            cv2.imwrite(str(place / f"obj{o}__{v}.png"), picture)
    return folder


def write_orl(folder: Path) -> Path:
    """As att_faces.zip unpacks, in small."""
    for p, pictures in enumerate(faces(40, 24), 1):
        person = folder / "att_faces" / f"s{p}"
        person.mkdir(parents=True)
        for n, picture in enumerate(pictures, 1):
            cv2.imwrite(str(person / f"{n}.pgm"), picture)
    return folder

"""Flow as bytes, and many pictures in one file: what training on a data set of videos reads at random.

As in Simonyan and Zisserman (NIPS 2014): each component of a field is rescaled to 0…255 linearly, stored as JPEG, and
rescaled back to its own range after reading. A pack is a folder:

    pictures.jpgs   JPEG files one after the other
    index.npy       int64 [n + 1]: where each begins, and the end
    ranges.npy      float32 [n, 2, 2]: least and greatest dx, dy of each field; only of flow
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import cv2
import numpy as np

from core.errors import UserError

QUALITY = 95


def to_bytes(field: np.ndarray, bound: float | None = None) -> tuple[np.ndarray, np.ndarray]:
    """float32 [H, W, 2] → (uint8 [H, W, 2], its range float32 [2 (dx, dy), 2 (low, high)]). bound: the range is ±bound,
    and what lies beyond is cut off; None: the field's own, as in the paper."""
    if bound is None:
        limits = np.stack([field.min((0, 1)), field.max((0, 1))], axis=1).astype(np.float32)
    else:
        limits = np.array([[-bound, bound]] * 2, np.float32)
    width = np.maximum(limits[:, 1] - limits[:, 0], 1e-12)
    scaled = (np.clip(field, limits[:, 0], limits[:, 1]) - limits[:, 0]) * (255 / width)
    return np.rint(scaled).astype(np.uint8), limits


def from_bytes(pixels: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """Back to float32 [H, W, 2], within half a step of 1/255 of the range."""
    return _scaled(pixels.transpose(2, 0, 1), limits).transpose(1, 2, 0)


def _scaled(planes: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """uint8 [2, H, W] → float32 [2, H, W]."""
    low, high = limits.astype(np.float32).T[:, :, None, None]
    return np.asarray(planes * ((high - low) / 255) + low)


class Writer:
    """What `writing` gives: adds pictures, or fields, never both."""

    def __init__(self, file: BinaryIO, quality: int) -> None:
        self._file, self._quality = file, quality
        self.index = [0]
        self.ranges: list[np.ndarray] = []

    def picture(self, picture: np.ndarray) -> None:
        """uint8 [H, W] or RGB [H, W, 3]."""
        self.index.append(self.index[-1] + self._file.write(_jpeg(picture, self._quality)))

    def flow(self, field: np.ndarray) -> None:
        """float32 [H, W, 2], as a gray picture [2H, W], dx above dy."""
        pixels, limits = to_bytes(field)
        self.ranges.append(limits)
        self.picture(np.concatenate([pixels[..., 0], pixels[..., 1]]))


@contextmanager
def writing(folder: Path, quality: int = QUALITY) -> Iterator[Writer]:
    """A pack appears as a whole when the context is left, in place of one that was there; not at all after an error."""
    part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    part.mkdir(parents=True, exist_ok=True)
    try:
        with (part / "pictures.jpgs").open("wb") as file:
            writer = Writer(file, quality)
            yield writer
        np.save(part / "index.npy", np.array(writer.index))
        if writer.ranges:
            np.save(part / "ranges.npy", np.array(writer.ranges, np.float32))
        if folder.exists():
            shutil.rmtree(folder)
        part.replace(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


class Pack:
    """Reads pictures or fields by number. Raises UserError where the folder is no pack or is damaged. May be used by
    several threads: it opens the file for each read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self._index = np.load(folder / "index.npy")
            ranges = folder / "ranges.npy"
            self._ranges = np.load(ranges) if ranges.exists() else None
            size = (folder / "pictures.jpgs").stat().st_size
        except (OSError, ValueError, EOFError) as error:
            raise self._damaged() from error
        ranged = self._ranges is None or self._ranges.shape == (len(self), 2, 2)
        if self._index.ndim != 1 or not len(self._index) or size != self._index[-1] or not ranged:
            raise self._damaged()

    def __len__(self) -> int:
        return len(self._index) - 1

    def picture(self, n: int) -> np.ndarray:
        """uint8 [H, W], or RGB [H, W, 3], as it was written up to JPEG's loss."""
        with (self.folder / "pictures.jpgs").open("rb") as file:
            file.seek(int(self._index[n]))
            data = file.read(int(self._index[n + 1] - self._index[n]))
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED) if data else None
        if picture is None:
            raise self._damaged()
        return picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)

    def flow(self, n: int) -> np.ndarray:
        """float32 [H, W, 2] in its own range again."""
        if self._ranges is None:
            raise self._damaged()
        both = self.picture(n)
        return _scaled(both.reshape(2, -1, both.shape[1]), self._ranges[n]).transpose(1, 2, 0)

    def _damaged(self) -> UserError:
        return UserError(f"{self.folder} holds no stored pictures, or they are damaged; delete it to make it anew.")


def _jpeg(picture: np.ndarray, quality: int) -> bytes:
    coloured = picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_RGB2BGR)
    done, data = cv2.imencode(".jpg", coloured, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError(f"no JPEG can be made of {picture.dtype} {picture.shape}")
    return data.tobytes()

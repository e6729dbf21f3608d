"""Small pictures of videos, kept on disk by content and frame: a library of a thousand decodes each of them once."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import cv2
import numpy as np

from core.log import logger
from core.paths import cache_dir
from core.time import Span
from core.video.source import open_video

SIZE = (160, 90)  # the box that a picture fits into, (w, h)
_MOST = 20_000  # files kept (about 100 MB); the longest unused go first
_PRUNE_EVERY = 500
_saved = 0


def thumbnail(path: Path, fingerprint: str, frame: int) -> np.ndarray:
    """RGB uint8 [h, w, 3], from the disk where it was seen before. `frame` is clamped to the video. Raises UserError
    where it must be decoded and cannot be."""
    file = _folder() / fingerprint[:2] / f"{fingerprint}-{frame}.jpg"
    known = _load(file)
    if known is not None:
        return known
    with open_video(path) as source:
        scale = min(SIZE[0] / source.info.width, SIZE[1] / source.info.height)
        fitted = max(1, round(source.info.width * scale)), max(1, round(source.info.height * scale))
        at = max(0, min(frame, source.info.frames - 1))
        _, image = next(source.frames(Span(at, at + 1), size=fitted))
    _save(file, image)
    return image


def _folder() -> Path:
    return cache_dir() / "thumbnails"


def _load(file: Path) -> np.ndarray | None:
    try:
        data = np.frombuffer(file.read_bytes(), np.uint8)
        os.utime(file)
    except OSError:
        return None
    image = cv2.imdecode(data, cv2.IMREAD_COLOR) if len(data) else None
    return None if image is None else np.asarray(image[:, :, ::-1])


def _save(file: Path, image: np.ndarray) -> None:
    """Replaces in one step. A full or read-only disk costs only the time of the next decoding."""
    global _saved
    part = file.with_suffix(f".{secrets.token_hex(4)}.part")
    done, data = cv2.imencode(".jpg", image[:, :, ::-1], (cv2.IMWRITE_JPEG_QUALITY, 88))
    if not done:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data.tobytes())
        part.replace(file)
        _saved += 1
        if _saved % _PRUNE_EVERY == 0:
            _prune()
    except OSError as error:
        logger("video").warning("the thumbnail %s could not be kept: %s", file.name, error)


def _prune() -> None:
    files = sorted(_folder().glob("*/*.jpg"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[_MOST:]:
        file.unlink(missing_ok=True)

"""Knows a video again after it was moved or renamed, without reading all of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from core.errors import UserError
from core.video.images import image_files

_WHOLE = 4 << 20  # files up to this size are hashed from end to end
_EDGE = 1 << 20  # of larger ones: this much of the beginning and of the end …
_SAMPLES = 16  # … and so many evenly spread blocks of …
_BLOCK = 64 << 10  # … this size: 3 MB read, whatever the length


def fingerprint(path: Path | str) -> str:
    """32 hex digits of the content: size and sampled blocks of a file; names, sizes and beginnings of the images of a
    folder.

    Two files that differ only between the sampled blocks get the same value; video files are compressed, so an edit
    changes their size or shifts everything behind it. Raises UserError where the file cannot be read.
    """
    path = Path(path)
    digest = hashlib.blake2b(digest_size=16)
    try:
        if path.is_dir():
            for image in image_files(path):
                digest.update(f"{image.name}\0{image.stat().st_size}\0".encode(errors="surrogateescape"))
                digest.update(_read(image, 0, 4096))
        else:
            _sample(path, digest)
    except OSError as error:
        raise UserError(f"“{path}” cannot be read ({error.strerror}); check that it exists and may be read.") from error
    return digest.hexdigest()


def _sample(path: Path, digest: hashlib.blake2b) -> None:
    size = path.stat().st_size
    digest.update(f"{size}\0".encode())
    if size <= _WHOLE:
        digest.update(path.read_bytes())
        return
    spread = [_EDGE + i * (size - 2 * _EDGE - _BLOCK) // (_SAMPLES - 1) for i in range(_SAMPLES)]
    with path.open("rb", buffering=0) as file:
        for start, length in [(0, _EDGE), *((s, _BLOCK) for s in spread), (size - _EDGE, _EDGE)]:
            file.seek(start)
            digest.update(file.read(length))


def _read(path: Path, start: int, length: int) -> bytes:
    with path.open("rb", buffering=0) as file:
        file.seek(start)
        return file.read(length)

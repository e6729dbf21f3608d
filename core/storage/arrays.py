"""Computed arrays (scores, features, motion) kept on disk under the digest of what they were computed from.

Everything here can be deleted at any time: it is then computed again. One entry is one file: the sha256 of what
follows, then a NumPy `.npz`. It is written beside its place and renamed, so a reader never sees half of one; a file
that does not match its checksum is deleted and counts as absent. The least recently used go when the cache outgrows its
limit.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from core.log import logger
from core.npz import opened
from core.paths import cache_dir

MAX_BYTES = 20 << 30
PARTIAL_KEPT = 30 * 24 * 3600  # seconds that an interrupted computation is kept for resuming

_DIGEST = hashlib.sha256().digest_size

Arrays = dict[str, np.ndarray]


class ArrayCache:
    """`root` defaults to the user's cache folder, `max_bytes` is the size it is trimmed to after a `put`."""

    def __init__(self, root: Path | None = None, max_bytes: int = MAX_BYTES) -> None:
        self.root = root if root is not None else cache_dir() / "arrays"
        self.max_bytes = max_bytes

    @staticmethod
    def key(**parts: object) -> str:
        """The digest of named parts (text, numbers, None, lists and dicts of them): what the arrays depend on."""
        text = json.dumps(parts, sort_keys=True, separators=(",", ":"), allow_nan=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def get(self, key: str, only: str = "") -> Arrays | None:
        """The arrays (or `only` that one, where the others are large), or None where they must be computed (again)."""
        path = self._path(key)
        arrays = _read(path, only)
        if arrays is not None:
            _touch(path)
        return arrays

    def has(self, key: str) -> bool:
        """Whether something is kept under the key; only `get` knows that it is whole."""
        return self._path(key).exists()

    def put(self, key: str, **arrays: np.ndarray) -> None:
        """Keeps arrays; replaces what was there. A disk that cannot take them is logged: the caller has its arrays."""
        _write(self._path(key), arrays)
        self.trim()

    def partial(self, key: str) -> Partial:
        """The chunks of a computation under way, to go on with after a crash or a cancel."""
        return Partial(self.root / "partial" / _checked(key))

    def size(self) -> int:
        """Bytes on disk."""
        return sum(size for _, size, _ in self._files())

    def clear(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)

    def trim(self) -> None:
        """Deletes the least recently used files above the limit, and what was begun and long forgotten."""
        files = sorted(self._files())
        total = sum(size for _, size, _ in files)
        forgotten = time.time() - PARTIAL_KEPT
        for used, size, path in files:
            unfinished = path.suffix == ".part" or self.root / "partial" in path.parents
            stale = unfinished and used < forgotten
            if total <= self.max_bytes and not stale:
                continue
            path.unlink(missing_ok=True)
            total -= size

    def _path(self, key: str) -> Path:
        return self.root / _checked(key)[:2] / f"{key}.arrays"

    def _files(self) -> list[tuple[float, int, Path]]:
        found = []
        for path in [*self.root.rglob("*.arrays"), *self.root.rglob("*.part")]:
            try:
                stat = path.stat()
            except FileNotFoundError:  # another program tidies as well
                continue
            found.append((stat.st_mtime, stat.st_size, path))
        return found


class Partial:
    """Numbered chunks of one computation. Each is complete or absent; `read` gives those that came before the first
    broken or missing one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._next: int | None = None

    def read(self) -> list[Arrays]:
        """All chunks so far, in order; what follows a broken one is deleted."""
        return list(self.each())

    def each(self) -> Iterator[Arrays]:
        """`read`, one at a time. Go to the end before anything is added."""
        number = 0
        while (arrays := _read(self._path(number))) is not None:
            yield arrays
            number += 1
        self._next = number
        while self._path(number := number + 1).exists():
            self._path(number).unlink(missing_ok=True)

    def append(self, **arrays: np.ndarray) -> None:
        """Adds the next chunk."""
        if self._next is None:
            self.read()
        assert self._next is not None
        _write(self._path(self._next), arrays)
        self._next += 1

    def discard(self) -> None:
        """Forgets the computation: it is done, and its result `put`."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._next = 0

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:06}.arrays"


def _checked(key: str) -> str:
    if len(key) < 3 or not key.isalnum():
        raise ValueError(f"not a key of ArrayCache.key: {key!r}")
    return key


def _read(path: Path, only: str = "") -> Arrays | None:
    try:
        with path.open("rb") as file:
            digest = file.read(_DIGEST)
            if digest != hashlib.file_digest(file, "sha256").digest():
                raise ValueError("its checksum does not match")
            file.seek(_DIGEST)
            with opened(file) as entry:
                return {name: entry[name] for name in entry.files if only in ("", name)}
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        logger("arrays").warning("dropping the unreadable cache file %s (%s)", path, error)
        _drop(path)
        return None


def _write(path: Path, arrays: Arrays) -> None:
    part = path.with_name(f".{path.stem}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w+b") as file:
            file.write(bytes(_DIGEST))
            np.savez(file, **arrays)  # type: ignore[arg-type]  # numpy's stub takes a name for `allow_pickle`
            file.seek(_DIGEST)
            digest = hashlib.file_digest(file, "sha256").digest()
            file.seek(0)
            file.write(digest)
        part.replace(path)
    except OSError as error:
        logger("arrays").warning("cannot keep %s (%s); it will be computed again", path, error)
        _drop(part)


def _drop(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:  # a read-only cache
        logger("arrays").warning("%s could not be deleted (%s)", path, error)


def _touch(path: Path) -> None:
    """Marks as used just now; access times are not kept by most file systems."""
    try:
        os.utime(path)
    except OSError:  # deleted meanwhile, or a read-only cache: it is only the order of deletion
        return

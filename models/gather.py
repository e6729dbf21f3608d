"""Arrays that grow while a network works. Wide ones (features of every frame of a long video are gigabytes) lie in a
file meanwhile, so that memory does not grow with the video."""

from __future__ import annotations

import math
import tempfile
from typing import IO

import numpy as np

from core.log import logger
from core.paths import cache_dir
from models.card import Arrays

SPILL = 64 << 20  # bytes that one array may have in memory


class Gathered:
    """The outputs of `clips` clips, in order. `rows`: how many came so far. A context manager, which closes its files;
    the arrays can be used on."""

    def __init__(self, clips: int) -> None:
        self.clips = clips
        self._columns: dict[str, _Column] = {}
        self.rows = 0

    def __enter__(self) -> Gathered:
        return self

    def __exit__(self, *_: object) -> None:
        for column in self._columns.values():
            column.close()

    def add(self, chunk: Arrays) -> None:
        for name, array in chunk.items():
            if name not in self._columns:
                self._columns[name] = _Column(array, self.clips)
            self._columns[name].add(array)
        self.rows += len(chunk["scores"])

    def arrays(self) -> Arrays:
        """All of them [rows, …]; wide ones are read from their file where they are looked at."""
        return {name: column.array() for name, column in self._columns.items()}


class _Column:
    def __init__(self, first: np.ndarray, clips: int) -> None:
        self._type, self._shape, self._rows = first.dtype, first.shape[1:], 0
        self._parts: list[np.ndarray] = []
        self._file: IO[bytes] | None = None
        if clips * math.prod(self._shape) * first.itemsize > SPILL:
            try:
                self._file = tempfile.TemporaryFile(dir=cache_dir())  # noqa: SIM115 — it lives as long as this
            except OSError as error:
                logger("gather").warning("no room beside memory: %s", error)

    def add(self, array: np.ndarray) -> None:
        if self._file is not None:
            try:
                self._file.write(np.ascontiguousarray(array).data)
                self._file.flush()
            except OSError as error:  # a full disk: what lies there is taken back
                logger("gather").warning("no more room beside memory: %s", error)
                self._parts = [np.array(self._mapped())] if self._rows else []
                self.close()
                self._file = None
        if self._file is None:
            self._parts.append(array)
        self._rows += len(array)

    def array(self) -> np.ndarray:
        return np.concatenate(self._parts) if self._file is None else self._mapped()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _mapped(self) -> np.ndarray:
        assert self._file is not None
        return np.memmap(self._file, self._type, "r", shape=(self._rows, *self._shape))

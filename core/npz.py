"""Reading NumPy's .npz files from several threads.

Their headers are Python literals, and CPython 3.11's parser of these is not safe in two threads at once (seen: a
SystemError, "AST constructor recursion depth mismatch", in the thread that opens a video while a job reads scores).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import numpy as np
from numpy.lib.npyio import NpzFile

_ONE_AT_A_TIME = threading.Lock()


@contextmanager
def opened(file: Path | IO[bytes]) -> Iterator[NpzFile]:
    """The file, for as long as it is read; other threads wait. Raises what `numpy.load` raises."""
    with _ONE_AT_A_TIME, np.load(file, allow_pickle=False) as held:
        yield held

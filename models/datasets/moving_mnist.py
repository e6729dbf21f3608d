"""Moving MNIST, made while it is needed: two digits bounce in a 64 × 64 picture. Srivastava, Mansimov and
Salakhutdinov, "Unsupervised Learning of Video Representations using LSTMs", ICML 2015 (arXiv 1502.04681).

As in the authors' generator: position U[0, 1]², angle U[0, 2π), a step of 0.1 a frame (the first frame shows the
position after one step), reflected where a border is reached, drawn at int(36 · position), the brighter digit wins
where two overlap. Sequence n of a seed is a function of n alone (a counter-based generator, then float64 sums and
products only), so it is the same on every platform and whatever the batch size.
"""

from __future__ import annotations

import gzip
import math
from pathlib import Path

import numpy as np
from numpy.lib.stride_tricks import as_strided

from core.errors import UserError
from models.datasets.layout import missing

SIZE, DIGIT, DIGITS = 64, 28, 2
STEP = 0.1  # of the room a digit has, in one frame
TEST_SEQUENCES = 10_000
PARTS = ("train", "test")
_WORDS = 4 * DIGITS  # 64-bit words a sequence takes: which digit, y, x, angle
_FILES = {"train": ("train", 60_000), "test": ("t10k", 10_000)}
_ADVICE = "download them from the MNIST page, compressed or not"


class MovingMnist:
    """Endless sequences of the training digits, and TEST_SEQUENCES fixed ones of the test digits.

    digits_folder: holds MNIST's idx files. Raises UserError where they are missing or damaged.
    """

    def __init__(self, digits_folder: Path, seed: int = 0) -> None:
        self._digits = {part: read_digits(digits_folder, part)[0] for part in PARTS}
        self._seed = seed

    @classmethod
    def of(cls, digits: np.ndarray, seed: int = 0) -> MovingMnist:
        """With other digits than MNIST's in both parts, uint8 [n, 28, 28]."""
        made = cls.__new__(cls)
        made._digits, made._seed = dict.fromkeys(PARTS, digits), seed
        return made

    def batch(self, step: int, size: int, frames: int = 20, part: str = "train") -> np.ndarray:
        """uint8 [size, frames, 64, 64]: sequences step · size and on. The test part begins anew after its last one, and
        is the same for every seed."""
        digits = self._digits[part]
        first = step * size
        numbers = np.arange(first, first + size)
        if part == "test":
            words = _words(0, part, 0, TEST_SEQUENCES)[numbers % TEST_SEQUENCES]
        else:
            words = _words(self._seed, part, first, size)
        which = (words[:, :, 0] >> np.uint64(32)) * np.uint64(len(digits)) >> np.uint64(32)
        y, x = paths(words[:, :, 1:], frames)
        return drawn(digits[which.astype(np.int64)], y, x)


def _words(seed: int, part: str, first: int, size: int) -> np.ndarray:
    """uint64 [size, digits, 4]. Philox gives four words for each count."""
    source = np.random.Philox(key=[seed, PARTS.index(part)], counter=[first * _WORDS // 4, 0, 0, 0])
    return source.random_raw(size * _WORDS).reshape(size, DIGITS, 4)


def paths(words: np.ndarray, frames: int) -> tuple[np.ndarray, np.ndarray]:
    """Random words uint64 [n, digits, 3] for y, x and angle → where the digits' upper left corners are: (y, x), int64
    [n, digits, frames], 0 … 36."""
    unit = (words >> np.uint64(11)).astype(np.float64) * 2.0**-53
    sine, cosine = _direction(unit[..., 2])
    room = SIZE - DIGIT
    return _walk(unit[..., 0], STEP * sine, frames, room), _walk(unit[..., 1], STEP * cosine, frames, room)


def _walk(at: np.ndarray, speed: np.ndarray, frames: int, room: int) -> np.ndarray:
    corners = np.empty((*at.shape, frames), np.int64)
    for frame in range(frames):
        at = at + speed
        speed = np.where((at <= 0) | (at >= 1), -speed, speed)
        at = at.clip(0.0, 1.0)
        corners[..., frame] = (room * at).astype(np.int64)
    return corners


def _direction(turn: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sine and cosine of `turn` times a whole turn, 0 ≤ turn < 1, right to 1e-13. The C library's own differ in the
    last bit from one machine to the next; these are sums and products, which do not."""
    quarter = np.floor(4 * turn)
    x = (4 * turn - quarter - 0.5) * (math.pi / 2)  # −π/4 … π/4, from the middle of the quarter
    square = x * x
    sine, cosine = np.zeros_like(x), np.zeros_like(x)
    for power in range(16, -1, -2):
        cosine = cosine * -square + 1 / math.factorial(power)
        sine = sine * -square + 1 / math.factorial(power + 1)
    sine = sine * x
    half = math.sqrt(0.5)
    sine, cosine = (
        half * (cosine + sine),
        half * (cosine - sine),
    )  # turned on by π/4: the first quarter
    quarters = quarter.astype(np.int64)
    swapped, backward = quarters % 2 == 1, quarters >= 2
    sine, cosine = np.where(swapped, cosine, sine), np.where(swapped, -sine, cosine)
    return np.where(backward, -sine, sine), np.where(backward, -cosine, cosine)


def drawn(digits: np.ndarray, y: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Digits uint8 [n, digits, 28, 28] at corners [n, digits, frames] → uint8 [n, frames, 64, 64]."""
    count, frames = y.shape[0], y.shape[2]
    out = np.zeros((count * frames, SIZE, SIZE), np.uint8)
    room = SIZE - DIGIT + 1
    # places[i, y, x] is the part of picture i that a digit at (y, x) covers: all of them are views of `out`
    places = as_strided(out, (len(out), room, room, DIGIT, DIGIT), (SIZE * SIZE, SIZE, 1, SIZE, 1))
    rows = np.arange(len(out))
    for i in range(digits.shape[1]):
        where = (rows, y[:, i].reshape(-1), x[:, i].reshape(-1))
        shown = np.repeat(digits[:, i], frames, axis=0)
        places[where] = shown if i == 0 else np.maximum(shown, places[where])
    return out.reshape(count, frames, SIZE, SIZE)


def read_digits(folder: Path, part: str = "train") -> tuple[np.ndarray, np.ndarray]:
    """MNIST's pictures uint8 [n, 28, 28] and labels uint8 [n] from its idx files, compressed (.gz) or not. Raises
    UserError where files are missing or hold something else."""
    names = [f"{prefix}-{kind}-ubyte" for prefix, _ in _FILES.values() for kind in ("images-idx3", "labels-idx1")]
    absent = [f"{name}.gz" for name in names if not _idx(folder, name)]
    if absent:
        raise missing("MNIST", folder, absent, _ADVICE)
    prefix, count = _FILES[part]
    pictures = _read(folder, f"{prefix}-images-idx3-ubyte", (count, DIGIT, DIGIT))
    return pictures, _read(folder, f"{prefix}-labels-idx1-ubyte", (count,))


def _idx(folder: Path, name: str) -> Path | None:
    return next((file for file in (folder / f"{name}.gz", folder / name) if file.is_file()), None)


def _read(folder: Path, name: str, shape: tuple[int, ...]) -> np.ndarray:
    file = _idx(folder, name)
    assert file is not None, "looked for before"
    damaged = UserError(
        f"{file} is no MNIST file of {' × '.join(map(str, shape))} bytes, or it is damaged; fetch it anew."
    )
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as opened:
            data = opened.read()
    except (OSError, EOFError) as error:
        raise damaged from error
    head = b"\0\0\x08" + bytes([len(shape)]) + b"".join(n.to_bytes(4, "big") for n in shape)
    if not data.startswith(head) or len(data) != len(head) + math.prod(shape):
        raise damaged
    return np.frombuffer(data, np.uint8, offset=len(head)).reshape(shape)


def load_npy(file: Path) -> np.ndarray:
    """The official test set, mnist_test_seq.npy: uint8 [20, 10000, 64, 64], frames first, memory-mapped. Raises
    UserError for anything else."""
    try:
        sequences = np.load(file, mmap_mode="r", allow_pickle=False)
    except FileNotFoundError as error:
        raise missing("Moving MNIST", file.parent, [file.name], "download it from the page of the paper") from error
    except (OSError, ValueError, EOFError) as error:
        raise UserError(f"{file} is no NumPy array file, or it is damaged; fetch mnist_test_seq.npy anew.") from error
    if sequences.dtype != np.uint8 or sequences.ndim != 4 or sequences.shape[2:] != (SIZE, SIZE):
        found = f"{sequences.dtype} {list(sequences.shape)}"
        raise UserError(
            f"{file} holds {found}, not uint8 [frames, sequences, {SIZE}, {SIZE}]; give mnist_test_seq.npy."
        )
    return np.asanyarray(sequences)

"""Bouncing digits: the same everywhere, and moving as the paper's."""

from __future__ import annotations

import gzip
import hashlib
import math
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from models.datasets import moving_mnist as mm

SHAPES = {
    "train-images-idx3-ubyte": (60_000, 28, 28),
    "train-labels-idx1-ubyte": (60_000,),
    "t10k-images-idx3-ubyte": (10_000, 28, 28),
    "t10k-labels-idx1-ubyte": (10_000,),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of MNIST's form whose digits are an arithmetic pattern."""
    made = tmp_path_factory.mktemp("mnist")
    for i, (name, shape) in enumerate(SHAPES.items()):
        pattern = np.arange(math.prod(shape), dtype=np.uint32) * (31 + 2 * i) >> 3
        head = b"\0\0\x08" + bytes([len(shape)]) + b"".join(n.to_bytes(4, "big") for n in shape)
        (made / name).write_bytes(head + pattern.astype(np.uint8).tobytes())
    return made


@pytest.fixture(scope="module")
def moving(folder: Path) -> mm.MovingMnist:
    return mm.MovingMnist(folder, seed=7)


def digest(array: np.ndarray) -> str:
    return hashlib.sha256(array.tobytes()).hexdigest()[:16]


def test_a_seed_gives_these_bytes_on_every_platform(moving: mm.MovingMnist) -> None:
    batch = moving.batch(3, 50)
    assert (batch.shape, batch.dtype) == ((50, 20, 64, 64), np.uint8)
    assert digest(batch) == "b45632190ab42109"
    assert digest(moving.batch(0, 50, part="test")) == "11c8de2a2fefc461"


def test_a_sequence_depends_on_its_number_alone(moving: mm.MovingMnist) -> None:
    whole = moving.batch(0, 12)
    assert np.array_equal(np.concatenate([moving.batch(i, 4) for i in range(3)]), whole)
    assert np.array_equal(moving.batch(5, 1, frames=30)[:, :10], moving.batch(5, 1, frames=10))
    assert not np.array_equal(whole[0], whole[1])


def test_seeds_differ_and_the_test_set_is_one(folder: Path, moving: mm.MovingMnist) -> None:
    other = mm.MovingMnist(folder, seed=8)
    assert not np.array_equal(other.batch(0, 2), moving.batch(0, 2))
    first = moving.batch(0, 2, part="test")
    assert np.array_equal(other.batch(0, 2, part="test"), first)
    assert np.array_equal(moving.batch(mm.TEST_SEQUENCES // 2, 2, part="test"), first)  # it begins anew
    assert not np.array_equal(first, moving.batch(0, 2))


def test_digits_move_by_a_tenth_of_their_room_and_bounce() -> None:
    words = np.random.Philox(key=[1, 0]).random_raw(3000).reshape(500, 2, 3)
    y, x = (corners.astype(float) for corners in mm.paths(words, 40))
    assert y.min() == x.min() == 0
    assert y.max() == x.max() == 36
    inside = (np.minimum(y, x)[..., :-1] > 4) & (np.maximum(y, x)[..., :-1] < 32)
    step = np.hypot(np.diff(y), np.diff(x))[inside]
    assert step.mean() == pytest.approx(3.6, abs=0.05)
    assert step.max() < 3.6 + 2**0.5
    assert (y[..., 0].mean(), x[..., 0].mean()) == pytest.approx((17.5, 17.5), abs=1)


def test_directions_are_right_in_every_quarter() -> None:
    turn = np.linspace(0, 1, 4001)[:-1]
    sine, cosine = mm._direction(turn)
    np.testing.assert_allclose(sine, np.sin(2 * np.pi * turn), atol=1e-13)
    np.testing.assert_allclose(cosine, np.cos(2 * np.pi * turn), atol=1e-13)


def test_where_digits_overlap_the_brighter_one_is_seen() -> None:
    digits = np.zeros((1, 2, 28, 28), np.uint8)
    digits[0, 0], digits[0, 1, ::2] = 100, 200
    y, x = np.array([[[0, 36]], [[10, 36]]]).reshape(1, 2, 2), np.array([[[5, 36]], [[5, 36]]]).reshape(1, 2, 2)
    out = mm.drawn(digits, y, x)
    expected = np.zeros((2, 64, 64), np.uint8)
    for frame in range(2):
        for i in range(2):
            top, left = y[0, i, frame], x[0, i, frame]
            place = expected[frame, top : top + 28, left : left + 28]
            np.maximum(place, digits[0, i], out=place)
    assert np.array_equal(out[0], expected)


def test_an_incomplete_folder_is_listed(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(UserError, match=r"train-images-idx3-ubyte\.gz.*t10k-labels-idx1-ubyte\.gz"):
        mm.MovingMnist(tmp_path)
    for name in SHAPES:
        (tmp_path / name).write_bytes((folder / name).read_bytes()[:100])
    with pytest.raises(UserError, match="60000 × 28 × 28 bytes, or it is damaged"):
        mm.MovingMnist(tmp_path)
    (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(b"not gzip")
    with pytest.raises(UserError, match="is damaged"):
        mm.read_digits(tmp_path)


def test_compressed_files_are_read(tmp_path: Path, folder: Path) -> None:
    for name in SHAPES:
        data = (folder / name).read_bytes()
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress(data, 1))
    for mine, plain in zip(mm.read_digits(tmp_path, "test"), mm.read_digits(folder, "test"), strict=True):
        assert np.array_equal(mine, plain)


def test_the_official_file_is_mapped(tmp_path: Path) -> None:
    file = tmp_path / "mnist_test_seq.npy"
    np.save(file, np.arange(20 * 3 * 4096, dtype=np.uint32).astype(np.uint8).reshape(20, 3, 64, 64))
    sequences = mm.load_npy(file)
    assert isinstance(sequences, np.memmap)
    assert sequences.shape == (20, 3, 64, 64)
    np.save(file, np.zeros((2, 3, 64, 64), np.float32))
    with pytest.raises(UserError, match="float32"):
        mm.load_npy(file)
    file.write_bytes(b"nothing")
    with pytest.raises(UserError, match="damaged"):
        mm.load_npy(file)
    with pytest.raises(UserError, match=r"missing are no\.npy"):
        mm.load_npy(tmp_path / "no.npy")

"""COIL and ORL: the official layouts are read, what is missing is listed."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import UserError
from models.datasets import coil, orl
from tests.helpers.pictures import turntable, write_coil20, write_orl


def test_coil20_as_it_unpacks(tmp_path: Path) -> None:
    table = coil.load(write_coil20(tmp_path), (16, 16))
    assert table.pictures.shape == (20, 72, 16, 16)
    np.testing.assert_array_equal(table.pictures[3, 50], turntable(20, 16)[3, 50])
    assert coil.load(tmp_path / "coil-20-proc", (8, 12)).pictures.shape == (20, 72, 12, 8)


def test_coil100_is_numbered_by_degrees_and_made_gray(tmp_path: Path) -> None:
    place = tmp_path / "coil-100"
    place.mkdir()
    for v in range(72):
        picture = cv2.imencode(".png", np.full((2, 2, 3), (v, v, v), np.uint8))[1].tobytes()
        for o in range(1, 101):
            (place / f"obj{o}__{5 * v}.png").write_bytes(picture)
    table = coil.load(tmp_path, (2, 2), objects=100)
    assert table.objects == 100
    assert table.pictures[99, :, 0, 0].tolist() == list(range(72))


def test_what_coil_lacks_is_listed(tmp_path: Path) -> None:
    write_coil20(tmp_path)
    for v in range(12):
        (tmp_path / "coil-20-proc" / f"obj7__{v}.png").unlink()
    with pytest.raises(UserError, match=r"no.* complete COIL-20.*obj7__0\.png.*obj7__9\.png … \(12 in all\)"):
        coil.load(tmp_path, (8, 8))
    with pytest.raises(UserError, match="7200 in all"):
        coil.load(tmp_path / "nowhere", (8, 8), objects=100)


def test_a_damaged_picture_is_named(tmp_path: Path) -> None:
    write_coil20(tmp_path)
    (tmp_path / "coil-20-proc" / "obj2__3.png").write_bytes(b"no picture")
    with pytest.raises(UserError, match=r"obj2__3\.png is no picture"):
        coil.load(tmp_path, (8, 8))


def archive(file: Path, keep: slice, **change: np.ndarray) -> Path:
    arrays = {
        "images": turntable(20, 8).reshape(-1, 8, 8),
        "object_id": np.repeat(np.arange(1, 21), 72),
        "angle_deg": np.tile(np.arange(0, 360, 5), 20),
    }
    np.savez(file, **{name: array[::-1][keep] for name, array in (arrays | change).items()})
    return file.parent


def test_the_archive_is_put_in_order(tmp_path: Path) -> None:
    table = coil.load(archive(tmp_path / "coil20_8x8.npz", slice(None)), (8, 8))
    np.testing.assert_array_equal(table.pictures, turntable(20, 8))


def test_an_incomplete_or_foreign_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"object 20 at 345°.*\(3 in all\)|object 20 at 345°"):
        coil.load(archive(tmp_path / "coil20.npz", slice(3, None)), (8, 8))
    np.savez(tmp_path / "coil20.npz", other=np.zeros(3))
    with pytest.raises(UserError, match=r"no archive of COIL-20"):
        coil.load(tmp_path, (8, 8))
    (tmp_path / "coil20.npz").write_bytes(b"PK nothing")
    with pytest.raises(UserError, match=r"no archive of COIL-20"):
        coil.load(tmp_path, (8, 8))


def test_orl_as_it_unpacks(tmp_path: Path) -> None:
    write_orl(tmp_path)
    for place in (tmp_path, tmp_path / "att_faces"):
        assert orl.load(place, (12, 14)).shape == (40, 10, 14, 12)
    (tmp_path / "att_faces" / "s12" / "10.pgm").unlink()
    with pytest.raises(UserError, match=r"complete ORL.*missing: s12/10\.pgm"):
        orl.load(tmp_path)


def test_the_real_ones(shared_data: Path) -> None:
    table = coil.load(shared_data / "coil20", (32, 32))
    assert table.pictures.shape == (20, 72, 32, 32)
    apart = np.abs(np.diff(table.pictures.astype(int), axis=1)).mean()
    assert apart < 0.3 * np.abs(table.pictures[:, :36].astype(int) - table.pictures[::-1, 36:]).mean()  # views in order
    assert orl.load(shared_data / "orl").shape == (40, 10, 112, 92)

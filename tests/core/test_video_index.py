"""The index: time, keyframes, renumbering, and what is kept of it on disk."""

from __future__ import annotations

import logging
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.paths import cache_dir
from core.video import index_cache
from core.video.fingerprint import fingerprint
from core.video.images import image_files
from core.video.index import NONE, FrameIndex, PacketTable, rate_of
from core.video.scan import by_timestamps
from core.video.source import open_video
from tests.helpers.videos import write_images, write_video


def _table(pts: list[int], dts: list[int] | None = None, keys: tuple[int, ...] = (0,)) -> PacketTable:
    count = len(pts)
    key = np.isin(np.arange(count), keys)
    return PacketTable(
        np.array(pts), np.array(dts or range(count)), np.arange(count) * 100, key, np.ones(count, dtype=bool)
    )


def _index(pts: list[int], dts: list[int] | None = None, keys: tuple[int, ...] = (0,)) -> FrameIndex:
    return by_timestamps(_table(pts, dts, keys), Fraction(1, 100), 4, Fraction(25))


def test_presentation_order() -> None:
    index = _index([0, 12, 4, 8, 16], [-8, -4, 0, 4, 8])
    assert index.packet.tolist() == [0, 2, 3, 1, 4]
    assert index.pts.tolist() == [0, 4, 8, 12, 16]
    assert index.seconds(5) == pytest.approx(0.20)
    assert index.frame_at(0.09) == 2


def test_leading_pictures_need_the_keyframe_before() -> None:
    """Packets 0 I0, 1 P3, 2 b1, 3 b2, 4 I6 (key), 5 b4, 6 b5, 7 P7."""
    index = _index([0, 12, 4, 8, 24, 16, 20, 28], [-8, -4, 0, 4, 8, 12, 16, 20], keys=(0, 4))
    assert index.keyframes.tolist() == [0, 6]
    assert [index.start_for(n) for n in range(8)] == [0] * 6 + [4, 4]
    assert index.start_for(7, back=1) == 0
    assert index.start_for(7, back=5) == 0
    assert index.keyframe_before(5) == 0


def test_clock_that_starts_anew() -> None:
    index = _index([0, 4, 8, 0, 4, 8], [0, 4, 8, 0, 4, 8], keys=(0, 3))
    assert index.packet.tolist() == [0, 1, 2, 3, 4, 5]
    assert index.pts.tolist() == [0, 4, 8, 12, 16, 20]


def test_no_timestamps_at_all() -> None:
    index = _index([NONE] * 4, [NONE] * 4)
    assert index.packet.tolist() == [0, 1, 2, 3]


def test_rates() -> None:
    ms = [round(i * 1000 / 29.97) for i in range(90)]
    index = by_timestamps(_table(ms), Fraction(1, 1000), 33, Fraction(25))
    assert rate_of(index, ()) == (Fraction(30000, 1001), True)
    ms[40] += 9
    assert rate_of(by_timestamps(_table(ms), Fraction(1, 1000), 33, Fraction(25)), (Fraction(30),))[1] is False
    slots = [0, 1, 2, 4, 5, 6]  # whole frames as ticks: a gap is a gap
    assert rate_of(by_timestamps(_table(slots), Fraction(1, 25), 1, Fraction(25)), (Fraction(25),))[1] is False


def test_renumbered() -> None:
    old = _index([0, 4, 8, 12])
    new = replace(old, packet=old.packet[[0, 2, 3]], pts=old.pts[[0, 2, 3]])
    assert new.renumbered(old).tolist() == [0, 1, 1, 2, 3]
    assert old.renumbered(old).tolist() == [0, 1, 2, 3, 4]


def test_kept_on_disk() -> None:
    index = replace(_index([0, 12, 4, 8, 16]), verified=True, problems=("Something’s wrong.",))
    assert index_cache.load("abc") is None
    index_cache.save("abc", index)
    again = index_cache.load("abc")
    assert again is not None
    assert (again.verified, again.problems, again.time_base, again.end) == (True, index.problems, index.time_base, 20)
    assert np.array_equal(again.packet, index.packet)
    assert np.array_equal(again.packets.dts, index.packets.dts)


def test_broken_cache_is_scanned_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = write_video(tmp_path / "a.mp4", numbers=range(10))
    with open_video(path) as source:
        count = source.info.frames
    for file in (cache_dir() / "video-index").iterdir():
        file.write_bytes(b"PK nothing")
    with caplog.at_level(logging.ERROR), open_video(path) as source:
        assert source.info.frames == count


def test_fingerprint(tmp_path: Path) -> None:
    big = tmp_path / "big.bin"
    data = np.random.default_rng(1).bytes(9 << 20)
    big.write_bytes(data)
    first = fingerprint(big)
    assert len(first) == 32
    big.rename(tmp_path / "other.bin")
    assert fingerprint(tmp_path / "other.bin") == first
    (tmp_path / "longer.bin").write_bytes(data + b"x")
    assert fingerprint(tmp_path / "longer.bin") != first
    (tmp_path / "late.bin").write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert fingerprint(tmp_path / "late.bin") != first


def test_folder(tmp_path: Path) -> None:
    folder = write_images(tmp_path / "shots", range(11))
    (folder / ".hidden.png").touch()
    (folder / "notes.txt").touch()
    assert [f.name for f in image_files(folder)] == [f"img{i}.png" for i in range(1, 12)]
    first = fingerprint(folder)
    (folder / "img11.png").unlink()
    assert fingerprint(folder) != first

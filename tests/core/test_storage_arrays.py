"""The array cache: whole entries or none, resumable chunks, a size limit."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

import numpy as np
import pytest

from core.paths import cache_dir
from core.storage import arrays
from core.storage.arrays import ArrayCache

KEY = ArrayCache.key(video="abc", weights="def", clip={"stride": 2, "size": [224, 224]})


@pytest.fixture
def cache(tmp_path: Path) -> ArrayCache:
    return ArrayCache(tmp_path / "arrays")


def files(cache: ArrayCache) -> list[Path]:
    return sorted(path for path in cache.root.rglob("*") if path.is_file())


def test_arrays_come_back_equal(cache: ArrayCache) -> None:
    scores = np.random.default_rng(1).random((50, 400), np.float32)
    starts = np.arange(50)
    cache.put(KEY, scores=scores, starts=starts, empty=np.zeros((0, 3), np.uint8))
    found = ArrayCache(cache.root).get(KEY)
    assert found is not None
    assert list(found) == ["scores", "starts", "empty"]
    assert (found["scores"].dtype, found["empty"].shape) == (np.float32, (0, 3))
    np.testing.assert_array_equal(found["scores"], scores)
    np.testing.assert_array_equal(found["starts"], starts)
    cache.put(KEY, scores=scores[:1])
    assert cache.get(KEY)["scores"].shape == (1, 400)  # type: ignore[index]
    assert len(files(cache)) == 1


def test_keys_depend_on_every_part() -> None:
    assert ArrayCache.key(clip={"size": [224, 224], "stride": 2}, weights="def", video="abc") == KEY
    others = {ArrayCache.key(), ArrayCache.key(a=1), ArrayCache.key(a="1"), ArrayCache.key(a=None), ArrayCache.key(b=1)}
    assert len(others | {KEY}) == 6
    with pytest.raises(TypeError):
        ArrayCache.key(a=object())
    with pytest.raises(ValueError):
        ArrayCache.key(a=float("nan"))


def test_what_is_not_there(cache: ArrayCache) -> None:
    assert cache.get(KEY) is None
    assert cache.size() == 0
    with pytest.raises(ValueError, match="not a key"):
        cache.get("../secret")


def test_the_default_place_is_the_users_cache() -> None:
    ArrayCache().put(KEY, a=np.ones(3))
    assert list(cache_dir().rglob("*.arrays"))


def test_a_broken_file_counts_as_absent(cache: ArrayCache) -> None:
    """Cut anywhere, or a bit flipped anywhere."""
    values = np.arange(7, dtype=np.int16)
    cache.put(KEY, a=values)
    (path,) = files(cache)
    whole = path.read_bytes()
    for i in range(len(whole)):
        for broken in (whole[:i], whole[:i] + bytes([whole[i] ^ 0x10]) + whole[i + 1 :]):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(broken)
            assert cache.get(KEY) is None
            assert not path.exists()
    path.write_bytes(whole)
    np.testing.assert_array_equal(cache.get(KEY)["a"], values)  # type: ignore[index]


def test_pickles_are_never_loaded(cache: ArrayCache) -> None:
    cache.put(KEY, a=np.array([{"an": "object"}], dtype=object))
    assert cache.get(KEY) is None


def test_a_full_disk_is_logged_and_leaves_nothing(
    cache: ArrayCache, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(file: object, **_: object) -> None:
        file.write(b"half")  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(arrays.np, "savez", full)
    with caplog.at_level(logging.WARNING):
        cache.put(KEY, a=np.ones(1))
        chunks = cache.partial(KEY)
        chunks.append(a=np.ones(1))
    assert "No space left" in caplog.text
    assert files(cache) == []
    assert cache.partial(KEY).read() == []


def test_the_least_recently_used_goes_first(cache: ArrayCache) -> None:
    keys = [ArrayCache.key(i=i) for i in range(4)]
    for i, key in enumerate(keys[:3]):
        cache.put(key, a=np.zeros(1000, np.uint8))
        os.utime(cache._path(key), (1e9 + i, 1e9 + i))
    assert cache.get(keys[0]) is not None  # used just now
    cache.max_bytes = cache.size()
    cache.put(keys[3], a=np.zeros(1000, np.uint8))
    assert [cache.get(key) is not None for key in keys] == [True, False, True, True]
    cache.clear()
    assert cache.size() == 0


def test_resuming(cache: ArrayCache) -> None:
    first = cache.partial(KEY)
    for i in range(5):
        first.append(scores=np.full((2, 3), i, np.float32), start=np.array(i))
    again = cache.partial(KEY)
    assert [int(chunk["start"]) for chunk in again.read()] == [0, 1, 2, 3, 4]
    again.append(scores=np.zeros((1, 3)), start=np.array(5))
    third = cache.partial(KEY)
    third.append(start=np.array(6))  # goes on at the end although nothing was read
    assert len(cache.partial(KEY).read()) == 7
    third.discard()
    assert cache.partial(KEY).read() == []
    third.append(start=np.array(0))
    assert len(cache.partial(KEY).read()) == 1
    assert cache.get(KEY) is None


def test_resuming_after_a_broken_chunk(cache: ArrayCache) -> None:
    chunks = cache.partial(KEY)
    for i in range(5):
        chunks.append(start=np.array(i))
    files(cache)[2].write_bytes(b"torn")
    again = cache.partial(KEY)
    assert len(again.read()) == 2
    assert len(files(cache)) == 2
    again.append(start=np.array(2))
    assert [int(chunk["start"]) for chunk in cache.partial(KEY).read()] == [0, 1, 2]


def test_forgotten_computations_are_tidied(cache: ArrayCache) -> None:
    old, new = ArrayCache.key(i=1), ArrayCache.key(i=2)
    for key in (old, new):
        cache.partial(key).append(a=np.ones(1))
    long_ago = time.time() - arrays.PARTIAL_KEPT - 60
    os.utime(cache.partial(old)._path(0), (long_ago, long_ago))
    cache.put(KEY, a=np.ones(1))
    part = cache._path(KEY).with_name(".killed.part")  # of a program that was killed while writing
    part.touch()
    os.utime(part, (long_ago, long_ago))
    os.utime(cache._path(KEY), (long_ago, long_ago))
    cache.trim()
    assert not part.exists()
    assert cache.partial(old).read() == []
    assert len(cache.partial(new).read()) == 1
    assert cache.get(KEY) is not None

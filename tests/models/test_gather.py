"""Arrays that grow: the same in memory and in a file, also where the disk fills up half way."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.storage.arrays import ArrayCache
from core.task import drive
from core.video.source import open_video
from models import gather
from models.card import Arrays
from models.gather import Gathered
from models.predict import predict
from tests.helpers.tiny import tiny_card, tiny_checkpoint, write_video


def chunks(rows: int = 40) -> list[Arrays]:
    chance = np.random.default_rng(0)
    arrays = {
        "scores": chance.random((rows, 3), np.float32),
        "features": chance.random((rows, 5, 2)).astype(np.float16),
    }
    return [{name: array[at : at + 7] for name, array in arrays.items()} for at in range(0, rows, 7)]


def together(parts: list[Arrays]) -> Arrays:
    with Gathered(40) as found:
        for part in parts:
            found.add(part)
        assert found.rows == 40
        return found.arrays()


def test_a_file_gives_back_what_it_was_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    in_memory = together(chunks())
    monkeypatch.setattr(gather, "SPILL", 500)  # bytes: scores have 480
    found = together(chunks())
    assert isinstance(found["features"], np.memmap)
    assert not isinstance(found["scores"], np.memmap)
    cache = ArrayCache(tmp_path)
    cache.put("abc", **found)
    kept = cache.get("abc")
    assert kept is not None
    for name, array in in_memory.items():
        np.testing.assert_array_equal(array, np.concatenate([part[name] for part in chunks()]))
        np.testing.assert_array_equal(found[name], array)
        np.testing.assert_array_equal(kept[name], array)


@pytest.mark.parametrize("after", [1, 3])
def test_a_full_disk_costs_memory_only(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    monkeypatch.setattr(gather, "SPILL", 500)
    with Gathered(40) as found:
        for i, part in enumerate(chunks()):
            if i == after:
                column = found._columns["features"]
                monkeypatch.setattr(column, "_file", Full(column._file))
            found.add(part)
        wanted = np.concatenate([part["features"] for part in chunks()])
        np.testing.assert_array_equal(found.arrays()["features"], wanted)
        assert column._file is None


class Full:
    """A file that takes no more."""

    def __init__(self, file: object) -> None:
        self._file = file

    def write(self, _: object) -> int:
        raise OSError(28, "No space left on device")

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


def test_no_cache_folder_costs_memory_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gather, "SPILL", 0)
    monkeypatch.setattr(gather, "cache_dir", lambda: tmp_path / "nowhere")
    found = together(chunks())
    assert not isinstance(found["features"], np.memmap)


def test_an_analysis_in_a_file_is_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    card = tiny_card()
    weights, cache = tiny_checkpoint(tmp_path, card), ArrayCache(tmp_path / "cache")
    with open_video(write_video(tmp_path / "v.avi", [10] * 20 + [200] * 25)) as source:
        plain = drive(predict(card, source, device="cpu", checkpoint=weights))
        monkeypatch.setattr(gather, "SPILL", 0)
        spilled = drive(predict(card, source, device="cpu", cache=cache, checkpoint=weights))
        again = drive(predict(card, source, device="cpu", cache=cache, checkpoint=weights))
    np.testing.assert_array_equal(plain.signal.values, spilled.signal.values)
    np.testing.assert_array_equal(plain.signal.values, again.signal.values)
    kept = cache.get(spilled.key)
    assert kept is not None
    assert kept["features"].shape == (12, 4)

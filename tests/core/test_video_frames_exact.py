"""Frame n is frame n, whatever the file: one suite over every writer in tests/helpers/hardfiles.py."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.task import drive
from core.video.frames import FrameCache, Reader
from core.video.source import VideoSource, open_video
from core.video.verify import verify
from tests.helpers.hardfiles import HARD, HardFile
from tests.helpers.videos import number_on


@pytest.fixture(scope="module", params=list(HARD))
def hard(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> HardFile:
    return HARD[request.param](tmp_path_factory.mktemp("hard"))


@pytest.fixture
def source(hard: HardFile) -> Iterator[VideoSource]:
    with open_video(hard.path) as opened:
        yield opened


def _wrong(images: list[tuple[int, np.ndarray]], hard: HardFile) -> list[tuple[int, int]]:
    return [(n, number_on(image)) for n, image in images if number_on(image) != hard.numbers[n]]


def test_streamed(hard: HardFile, source: VideoSource) -> None:
    images = list(source.frames())
    assert [n for n, _ in images] == list(range(len(hard.numbers)))
    assert _wrong(images, hard) == []


def test_read_forwards_and_backwards(hard: HardFile, source: VideoSource) -> None:
    numbers = list(range(len(hard.numbers)))
    assert _wrong([(n, source.read(n)) for n in numbers], hard) == []
    assert _wrong([(n, source.read(n)) for n in reversed(numbers)], hard) == []


def test_read_at_random(hard: HardFile, source: VideoSource) -> None:
    chance = random.Random(5)
    numbers = [chance.randrange(len(hard.numbers)) for _ in range(60)]
    assert _wrong([(n, source.read(n)) for n in numbers], hard) == []


def test_streamed_in_steps_and_small(hard: HardFile, source: VideoSource) -> None:
    images = list(source.frames(step=7, size=(32, 32)))
    assert [n for n, _ in images] == list(range(0, len(hard.numbers), 7))
    assert all(image.shape == (32, 32, 3) for _, image in images)
    assert _wrong(images, hard) == []


def test_stepped_back_through_a_small_cache(hard: HardFile, source: VideoSource) -> None:
    chance = random.Random(6)
    with Reader(source, FrameCache(12 * 64 * 48 * 3)) as reader:
        numbers = [*range(len(hard.numbers) - 1, -1, -1), *(chance.randrange(len(hard.numbers)) for _ in range(20))]
        assert _wrong([(n, reader.read(n)) for n in numbers], hard) == []


def test_described(hard: HardFile, source: VideoSource) -> None:
    info = source.info
    assert info.frames == source.index.frames == len(hard.numbers)
    assert (info.width, info.height) == hard.size
    assert source.read(0).shape == (hard.size[1], hard.size[0], 3)
    assert info.variable_frame_rate == hard.variable
    assert hard.seconds is None or info.duration == pytest.approx(hard.seconds, abs=0.003)
    assert np.all(np.diff(source.index.pts) > 0)
    assert all("promises" not in problem for problem in info.problems)


def test_outside(source: VideoSource) -> None:
    for number in (-1, source.index.frames):
        with pytest.raises(IndexError):
            source.read(number)


def test_verified(hard: HardFile, source: VideoSource) -> None:
    """Verification changes nothing on files that are merely hard, and is remembered."""
    index = drive(verify(hard.path))
    assert index.verified
    assert np.array_equal(index.packet, source.index.packet)
    assert np.array_equal(index.clock.times, source.index.clock.times)
    assert np.array_equal(index.renumbered(source.index), np.arange(index.frames + 1))
    with open_video(hard.path) as again:
        assert again.info.frames_verified
        assert again.info.problems == source.info.problems


def test_moved(hard: HardFile, source: VideoSource, tmp_path: Path) -> None:
    """Another name, another place: the same fingerprint."""
    moved = tmp_path / ("moved" + hard.path.suffix)
    hard.path.rename(moved)
    try:
        with open_video(moved) as again:
            assert again.info.fingerprint == source.info.fingerprint
    finally:
        moved.rename(hard.path)

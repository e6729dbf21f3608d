"""What the player has decoded is shown and looked at by others without being decoded again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.task import drive
from core.video.flow_near import BLOCK, FlowEye
from core.video.frames import FrameCache, Held, Reader
from core.video.source import VideoSource, open_video
from tests.helpers.videos import number_on, write_video


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_video(tmp_path_factory.mktemp("borrowing") / "v.mp4", numbers=range(60), gop=30)


@pytest.fixture
def source(path: Path) -> Iterator[VideoSource]:
    with open_video(path) as opened:
        yield opened


@pytest.fixture
def reader(path: Path) -> Iterator[Reader]:
    """At frame 20, with 21 to 25 decoded."""
    with open_video(path) as opened, Reader(opened, FrameCache()) as made:
        for number in range(18, 21):
            made.read(number)
        for number in range(21, 26):
            made.hold(number)
        yield made


def never(*_: object) -> None:
    raise AssertionError("this was decoded once more")


def test_frames_are_taken_from_who_has_them(source: VideoSource, reader: Reader) -> None:
    assert source.borrowed(20, 10) == 0
    source.borrow(reader.held)
    assert source.borrowed(20, 10) == 6
    assert source.borrowed(20, 3) == 3
    assert source.borrowed(40, 3) == 0
    assert source.picture(23) is reader.held.get(23)
    assert number_on(source.read(40)) == 40, "the others are decoded here"
    source.borrow(None)
    assert source.borrowed(20, 10) == 0


def test_nothing_is_taken_by_another_numbering(source: VideoSource, reader: Reader) -> None:
    index = reader.held.index
    other = replace(index, packet=index.packet[:-1], pts=index.pts[:-1])
    source.borrow(Held(other, reader.held.frames))
    assert source.borrowed(20, 10) == 0
    source.borrow(Held(replace(index, verified=not index.verified), reader.held.frames))
    assert source.borrowed(20, 10) == 6, "checked or not, the frames are the same"


def test_flow_of_what_is_decoded_equals_that_of_the_file(
    source: VideoSource, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = drive(FlowEye(source).look(22))
    assert (usual.span.start, usual.span.stop) == (20, 20 + BLOCK)
    with source.clone() as other:
        other.borrow(reader.held)
        monkeypatch.setattr(other, "_open", never)
        quick = drive(FlowEye(other).look(22))
    assert (quick.span.start, quick.span.stop) == (22, 26)
    for number in range(22, 26):
        np.testing.assert_array_equal(quick.values[number].packed, usual.values[number].packed)


def test_where_the_frame_before_is_missing_the_file_is_read(source: VideoSource, reader: Reader) -> None:
    source.borrow(reader.held)
    assert drive(FlowEye(source).look(18)).span.start == 10


def test_ready_pictures_are_as_large_as_the_screen_takes_them(reader: Reader) -> None:
    whole = reader.painted(22)
    small = reader.painted(22, (32, 24))
    assert whole is not None
    assert small is not None
    assert (whole.shape, small.shape) == ((48, 64, 3), (24, 32, 4))
    assert reader.painted(40) is None
    same = reader.painted(22, (1000, 1000))
    assert same is not None
    assert same.shape == (48, 64, 4), "no larger than the video"
    np.testing.assert_allclose(same[..., 2::-1].astype(int), whole, atol=3)
    assert (same[..., 3] == 255).all()


def test_leaving_frames_out_on_the_way_forward_fetches_nothing_of_what_lies_before(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader._fetcher, "fetch", never)
    for number in (28, 31, 40):
        assert number_on(reader.read(number, forward=True)) == number
    reader.passed(41)
    assert number_on(reader.read(42)) == 42


def test_nothing_is_decoded_ahead_that_has_no_room(path: Path) -> None:
    with open_video(path) as opened:
        size = sum(plane.buffer_size for plane in opened.picture(0).planes)
        with Reader(opened, FrameCache(10 * size)) as reader:
            reader.read(0)
            for number in range(1, 20):
                reader.hold(number)
            assert [number for number in range(20) if reader.painted(number) is not None] == [0, 1, 2, 3, 4, 5]

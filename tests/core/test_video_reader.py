"""The cache around the playhead: right pictures, bounded memory, quick steps back, no thread left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from core.video.frames import FrameCache, Reader
from core.video.pictures import Undecodable
from core.video.source import VideoSource, open_video
from tests.helpers.videos import number_on, write_video

N = 200
FRAME = 64 * 48 * 3 // 2


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    options = {"preset": "veryfast", "sc_threshold": "0"}
    return write_video(tmp_path_factory.mktemp("reader") / "v.mp4", numbers=range(N), gop=100, codec_options=options)


@pytest.fixture
def source(path: Path) -> Iterator[VideoSource]:
    with open_video(path) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _no_threads_left() -> Iterator[None]:
    yield
    assert [t.name for t in threading.enumerate() if t.name.startswith("reelmark")] == []


def test_memory_is_bounded(source: VideoSource) -> None:
    cache = FrameCache(40 * FRAME)
    with Reader(source, cache) as reader:
        for number in [*range(150, 60, -1), *range(60, 190), *range(10, 0, -3)]:
            assert number_on(reader.read(number)) == number
            assert cache.bytes <= 40 * FRAME
            assert len(cache) <= 40
    assert len(cache) == 0


def test_steps_back_are_fetched_ahead(source: VideoSource, monkeypatch: pytest.MonkeyPatch) -> None:
    """While stepping back, the foreground decodes nothing after the first picture."""
    with Reader(source, FrameCache(80 * FRAME)) as reader:
        reader.read(180)

        def never(number: int) -> av.VideoFrame:
            raise AssertionError(f"frame {number} was decoded in the foreground")

        monkeypatch.setattr(source, "picture", never)
        for number in range(179, 20, -1):
            assert number_on(reader.read(number)) == number


def test_forwards_needs_no_thread(source: VideoSource) -> None:
    with Reader(source, FrameCache()) as reader:
        for number in range(30):
            reader.read(number)
        assert not [t for t in threading.enumerate() if t.name.startswith("reelmark")]
        assert [number_on(reader.read(n)) for n in (29, 12, 3)] == [29, 12, 3]


def test_closed_while_fetching(source: VideoSource) -> None:
    with Reader(source, FrameCache()) as reader:
        reader.read(150)
        reader.read(149)


def test_one_frame_of_room(source: VideoSource) -> None:
    with Reader(source, FrameCache(1)) as reader:
        assert [number_on(reader.read(n)) for n in (9, 8, 7, 120, 119)] == [9, 8, 7, 120, 119]


def test_errors_come_through(source: VideoSource, monkeypatch: pytest.MonkeyPatch) -> None:
    with Reader(source, FrameCache()) as reader, pytest.raises(IndexError):
        reader.read(N)

    def damaged(self: VideoSource, number: int, stop: object = None) -> av.VideoFrame:
        raise Undecodable("Frame 9 is damaged.")

    monkeypatch.setattr(VideoSource, "picture", damaged)
    with Reader(source, FrameCache()) as reader, pytest.raises(Undecodable):
        reader.read(9)


def test_stream_given_up(source: VideoSource) -> None:
    for number, _ in source.frames():
        if number == 3:
            break
    assert number_on(source.read(100)) == 100


def test_reading_while_streaming(source: VideoSource) -> None:
    for number, image in source.frames(step=40):
        assert number_on(image) == number
        assert number_on(source.read(N - 1 - number)) == N - 1 - number


def test_a_damaged_frame_ahead_is_nobodys_error_yet(source: VideoSource, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(self: VideoSource, number: int, stop: object = None) -> av.VideoFrame:
        raise Undecodable("Frame 9 is damaged.")

    with Reader(source, FrameCache()) as reader:
        reader.read(8)
        monkeypatch.setattr(VideoSource, "picture", damaged)
        reader.hold(9)
        with pytest.raises(Undecodable):
            reader.read(9)

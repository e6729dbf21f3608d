"""Small pictures by number: the right ones in any order, decoded once, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.task import drive
from core.video.clips import ClipSpec, clips
from core.video.flow_near import Motion, pack, reduced
from core.video.small import Smalls, clip_pictures, grays
from core.video.source import VideoSource, open_video
from tests.helpers.videos import number_on, write_video


@pytest.fixture
def video(tmp_path: Path) -> Iterator[VideoSource]:
    with open_video(write_video(tmp_path / "v.mp4", numbers=range(60), gop=20)) as source:
        yield source


def number(picture: np.ndarray) -> int:
    return number_on(np.repeat(picture[:, :, None], 3, 2))


def test_the_right_pictures_forwards_and_backwards(video: VideoSource) -> None:
    small = grays(video, (64, 48))
    for numbers in ([0, 1, 2], [40, 41], [30, 31, 32], [5], [59]):
        found = drive(small.fetch(numbers))
        assert [number(picture) for picture in found] == numbers
        assert found.dtype == np.uint8
        assert found.shape == (len(numbers), 48, 64)


def test_going_back_decodes_each_frame_once(video: VideoSource) -> None:
    small = grays(video, (64, 48))
    drive(small.fetch([39]))
    before = small.decoded
    for start in (36, 33, 30, 27, 24, 21):
        drive(small.fetch(list(range(start, start + 3))))
    assert small.decoded - before <= 39 - video.index.keyframe_before(21), "from the keyframe on, once"


def test_memory_is_bounded(video: VideoSource) -> None:
    small = Smalls(video, lambda frame: np.zeros(1000, np.uint8), max_bytes=10_000)
    drive(small.fetch(list(range(9))))
    for i in range(9, 60):
        small.get(i)
    assert small._bytes <= 10_000


def test_clips_are_those_that_an_analysis_sees(video: VideoSource) -> None:
    spec = ClipSpec(8, 2, 8, (32, 32), resize=36, colour="gray")
    start, wanted = next(clips(video, spec))
    small = clip_pictures(video, spec)
    found = drive(small.fetch([start + 2 * i for i in range(8)]))
    np.testing.assert_array_equal(found, wanted)


def test_motion_in_bytes() -> None:
    field = np.array([[[0.0, 0.0], [1.5, -2.25]], [[99.0, -99.0], [0.05, 0.0]]], np.float32)
    motion = Motion(pack(field), reduction=4.0)
    assert motion.packed.dtype == np.uint8
    np.testing.assert_allclose(motion.field[0], field[0] * 4)
    np.testing.assert_allclose(motion.field[1, 0], [15.875 * 4, -16 * 4])
    assert motion.field[1, 1, 0] == 0
    assert reduced((1920, 1080)) == (240, 135)
    assert reduced((64, 48)) == (64, 48)
    assert reduced((1080, 1920)) == (135, 240)

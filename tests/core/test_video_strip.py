"""Small pictures over a whole video: the right ones, quickly, kept on disk."""

from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.storage.arrays import ArrayCache
from core.task import drive
from core.video import strip as module
from core.video.source import open_video
from core.video.strip import COUNT, HEIGHT, PARTS, frame_for, slots, strip
from tests.helpers.videos import number_on, write_video


def numbers(path: Path, cache: ArrayCache, part: int) -> list[int]:
    pictures = drive(strip(path, "print", part, cache))
    assert pictures.shape == (len(slots(part)), HEIGHT, 96, 3)
    return [number_on(picture) for picture in pictures]


def test_parts_cover_every_place_once_and_the_first_the_whole_video() -> None:
    assert sorted(slot for part in range(PARTS) for slot in slots(part)) == list(range(COUNT))
    assert (slots(0)[0], slots(0)[-1]) == (0, COUNT - PARTS)


def test_a_short_clip_with_one_keyframe_shows_the_very_frames(tmp_path: Path) -> None:
    path = write_video(tmp_path / "v.mp4", numbers=range(400), gop=400, codec_options={"sc_threshold": "0"})
    cache = ArrayCache(tmp_path / "cache")
    assert numbers(path, cache, 0) == [0, *(int((slot + 0.5) * 10) for slot in slots(0)[1:])]


def test_keyframes_are_taken_where_they_are_near(tmp_path: Path) -> None:
    path = write_video(tmp_path / "v.mp4", numbers=range(800), gop=10, codec_options={"sc_threshold": "0"})
    with open_video(path) as source:
        found = [frame_for(source.index, slot) for slot in range(COUNT)]
        assert set(found) <= set(source.index.keyframes.tolist())
    assert all(abs(frame - (slot + 0.5) * 20) <= 10 for slot, frame in enumerate(found))
    assert numbers(path, ArrayCache(tmp_path / "cache"), 1) == [found[slot] for slot in slots(1)]


def test_pictures_come_from_the_cache_the_second_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_video(tmp_path / "v.mp4")
    cache = ArrayCache(tmp_path / "cache")
    before = drive(strip(path, "print", 0, cache))
    monkeypatch.setattr(module, "open_video", None)
    assert (drive(strip(path, "print", 0, cache)) == before).all()


def test_a_video_shorter_than_the_strip_and_one_that_is_none(tmp_path: Path) -> None:
    path = write_video(tmp_path / "v.mp4", numbers=range(3))
    assert set(numbers(path, ArrayCache(tmp_path / "cache"), 2)) <= {0, 1, 2}
    (tmp_path / "no.mp4").write_bytes(b"nothing" * 100)
    with pytest.raises(UserError):
        drive(strip(tmp_path / "no.mp4", "other", 0, ArrayCache(tmp_path / "cache")))


def test_a_damaged_picture_is_black(tmp_path: Path) -> None:
    path = write_video(tmp_path / "v.mp4", numbers=range(400), gop=10, codec_options={"sc_threshold": "0"})
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 6000] = np.random.default_rng(0).bytes(6000)
    path.write_bytes(bytes(data))
    pictures = drive(strip(path, "print", 0, ArrayCache(tmp_path / "cache")))
    assert len(pictures) == len(slots(0))

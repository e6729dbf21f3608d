"""Going somewhere far: the nearest keyframe's picture first, then the frame itself; the newest wish wins."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.playback import Playback, Playhead
from app.video_reader import SourceReader
from core.video.source import open_video
from core.video.stopping import Interrupted
from tests.helpers.hardfiles import HARD
from tests.helpers.videos import number_on, write_images, write_video

GOP = 60


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    options = {"sc_threshold": "0"}
    return write_video(
        tmp_path_factory.mktemp("scrub") / "a.mp4", numbers=range(4 * GOP), gop=GOP, codec_options=options
    )


@pytest.mark.parametrize(("frame", "near"), [(0, 0), (29, 0), (31, 60), (100, 120), (239, 180)])
def test_the_nearest_keyframe(clip: Path, frame: int, near: int) -> None:
    with open_video(clip) as source:
        assert source.index.keyframe_near(frame) == near
        found = source.read_keyframe_near(frame)
        assert found is not None
        assert (found[0], number_on(found[1])) == (near, near)
        assert number_on(source.read(frame)) == frame


def test_keyframes_of_every_hard_file_are_the_right_pictures(tmp_path: Path) -> None:
    some = 0
    for i, write in enumerate(list(HARD.values())[::9]):
        place = tmp_path / str(i)
        place.mkdir()
        hard = write(place)
        with open_video(hard.path) as source:
            found = source.read_keyframe_near(source.index.frames // 2)
            if found is not None:
                some += 1
                assert number_on(found[1]) == hard.numbers[found[0]]
    assert some > 1


def test_a_folder_of_images_needs_none(tmp_path: Path) -> None:
    with open_video(write_images(tmp_path / "images")) as source:
        assert source.read_keyframe_near(5) is None


def test_interrupted_and_going_on(clip: Path) -> None:
    """Stopped after any number of packets, the next read is exact as ever."""
    with open_video(clip) as source:
        for patience in (0, 1, 7, 20):
            left = iter(range(patience))
            with pytest.raises(Interrupted):
                source.picture(170, lambda left=left: next(left, None) is None)
            for frame in (171, 165, 30):
                assert number_on(source.read(frame)) == frame


@pytest.fixture
def player(qtbot: QtBot, clip: Path) -> Iterator[tuple[Playhead, list[tuple[str, int, int]]]]:
    """A playhead on the clip, and what was shown: ("rough" or "image", frame asked for, number on the picture)."""
    head = Playhead()
    playback = Playback(head)
    seen: list[tuple[str, int, int]] = []
    playback.image_ready.connect(lambda frame, pixels: seen.append(("image", frame, number_on(pixels))))
    playback.rough_ready.connect(lambda frame, near, pixels: seen.append(("rough", frame, number_on(pixels))))
    with qtbot.waitSignal(playback.opened):
        playback.open(clip)
    qtbot.waitUntil(lambda: bool(seen))
    yield head, seen
    playback.shut_down()


def test_near_first_then_exact(player: tuple[Playhead, list[tuple[str, int, int]]], qtbot: QtBot) -> None:
    head, seen = player
    head.seek(100)
    qtbot.waitUntil(lambda: seen[-1] == ("image", 100, 100))
    roughs = [one for one in seen if one[0] == "rough"]
    assert roughs in ([], [("rough", 100, 120)])  # replaced by the frame when that was quicker than the window
    assert all(frame == number for kind, frame, number in seen if kind == "image")


def test_the_newest_wish_wins(player: tuple[Playhead, list[tuple[str, int, int]]], qtbot: QtBot) -> None:
    head, seen = player
    before = len(seen)
    for frame in (230, 20, 150, 45, 110):
        head.seek(frame)
    qtbot.waitUntil(lambda: seen[-1] == ("image", 110, 110))
    assert len(seen) - before <= 6


def test_stepping_shows_no_keyframe(player: tuple[Playhead, list[tuple[str, int, int]]], qtbot: QtBot) -> None:
    head, seen = player
    for frame in (1, 2, 3, 2, 1):
        head.seek(frame)
        qtbot.waitUntil(lambda frame=frame: seen[-1] == ("image", frame, frame))
    assert all(kind == "image" for kind, _, _ in seen)


def test_rough_where_it_is_far_only(clip: Path) -> None:
    reader = SourceReader(clip)
    try:
        assert reader.rough(1) is None
        near = reader.rough(100)
        assert near is not None
        assert near[0] == 120
        reader.read(100, lambda: False)
        assert reader.rough(100) is None
        assert reader.rough(103) is None
    finally:
        reader.close()


def test_late_frames_are_counted(qtbot: QtBot, clip: Path) -> None:
    head = Playhead()
    playback = Playback(head)
    with qtbot.waitSignal(playback.image_ready):
        playback.open(clip)
    head.play(8.0)
    qtbot.waitUntil(lambda: not head.playing, timeout=20_000)
    assert head.frame == 4 * GOP - 1
    assert playback.frames_shown > 0
    late = playback.frames_late
    head.pause()
    assert 0 <= late < 4 * GOP
    playback.shut_down()


@pytest.mark.parametrize(("degrees", "matrix"), [(90, (0, 1, -1, 0)), (180, (-1, 0, 0, -1)), (270, (0, -1, 1, 0))])
def test_turned_videos_come_upright_in_both_ways(
    tmp_path: Path, degrees: int, matrix: tuple[int, int, int, int]
) -> None:
    """As phones write them, with pixels that are not square on top."""
    a, b, c, d = (value << 16 for value in matrix)
    turn = np.array([a, b, 0, c, d, 0, 0, 0, 1 << 30], np.int32)
    back = {90: 1, 180: 2, 270: 3}[degrees]
    path = write_video(
        tmp_path / "a.mp4", numbers=range(30), turn=turn, store=lambda image: np.rot90(image, back).copy()
    )
    with open_video(path) as source:
        assert (source.info.width, source.info.height, source.info.rotation) == (64, 48, degrees)
        near = source.read_keyframe_near(25)
        assert near is not None
        assert number_on(near[1]) == near[0]
        assert number_on(source.read(17)) == 17
        assert source.info.pixel_aspect == Fraction(1)

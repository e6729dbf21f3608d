"""Files that are broken or lie: one sentence or a named problem, never a traceback, never a silently short video."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.task import drive
from core.video.source import open_video
from core.video.verify import verify
from tests.helpers.videos import board, number_on, write_images, write_sound, write_video

FAST = {"preset": "ultrafast", "sc_threshold": "0"}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100 frames, its table of contents at the front."""
    path = tmp_path_factory.mktemp("whole") / "whole.mp4"
    return write_video(path, numbers=range(100), codec_options=FAST, container_options={"movflags": "faststart"})


def _cut(path: Path, target: Path, part: float) -> Path:
    data = path.read_bytes()
    target.write_bytes(data[: int(len(data) * part)])
    return target


def _refused(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        open_video(path)
    message = str(caught.value)
    assert path.name in message
    assert message.endswith(".")
    assert "\n" not in message
    assert "Errno" not in message
    return message


def test_missing(tmp_path: Path) -> None:
    assert "does not exist" in _refused(tmp_path / "gone.mp4")


def test_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.mp4").touch()
    assert "0 bytes" in _refused(tmp_path / "empty.mp4")


def test_text(tmp_path: Path) -> None:
    path = tmp_path / "letter.mp4"
    path.write_text("Dear video, you are a letter.\n" * 200, "utf-8")
    assert "text" in _refused(path)


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".avi", ".ts", ".gif", ".webm"])
def test_chance(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"noise{suffix}"
    path.write_bytes(np.random.default_rng(3).bytes(100_000))
    _refused(path)


def test_sound_only(tmp_path: Path) -> None:
    assert "only sound" in _refused(write_sound(tmp_path / "song.m4a"))


def test_folder_without_images(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing to see", "utf-8")
    assert "no images" in _refused(tmp_path)


def test_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    assert "neither a file" in _refused(tmp_path / "pipe.mp4")


def test_no_permission(tmp_path: Path, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.mp4"
    path.write_bytes(whole.read_bytes())
    path.chmod(0)
    if os.access(path, os.R_OK):  # as root
        real = Path.open

        def refuse(self: Path, *args: object, **named: object) -> object:
            if self == path:
                raise PermissionError(13, "Permission denied", str(self))
            return real(self, *args, **named)  # type: ignore[call-overload]

        monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read" in _refused(path)


def test_cut_off_before_its_table_of_contents(tmp_path: Path) -> None:
    late = write_video(tmp_path / "late.mp4", codec_options=FAST)
    assert "cut off" in _refused(_cut(late, tmp_path / "cut.mp4", 0.5))


@pytest.mark.parametrize("part", [0.4, 0.7, 0.95])
def test_cut_off_mp4(tmp_path: Path, whole: Path, part: float) -> None:
    with open_video(_cut(whole, tmp_path / "cut.mp4", part)) as source:
        assert 10 < source.info.frames < 100
        assert any("promises" in problem for problem in source.info.problems)
        assert [number_on(image) for _, image in source.frames()] == list(range(source.info.frames))


@pytest.mark.parametrize("name", ["cut.mkv", "cut.ts", "cut.avi"])
def test_cut_off(tmp_path: Path, name: str) -> None:
    whole = write_video(tmp_path / f"whole-{name}", numbers=range(100), codec_options=FAST)
    with open_video(_cut(whole, tmp_path / name, 0.7)) as source:
        assert 10 < source.info.frames < 100
        count = source.info.frames
        assert source.info.problems or name == "cut.ts"  # a transport stream promises nothing
        said = [number_on(image) for _, image in source.frames()]
        assert said[: count - 1] == list(range(count - 1))
    index = drive(verify(tmp_path / name))
    assert index.verified
    assert count - 1 <= index.frames <= count


def test_damaged_in_the_middle(tmp_path: Path) -> None:
    """Pictures whose data are gone are left out by verification, said, and everything after keeps its picture."""
    path = write_video(tmp_path / "scratched.avi", "mjpeg", range(50), pix_fmt="yuvj420p")
    with open_video(path) as source:
        start, stop = (int(source.index.packets.pos[i]) for i in (40, 43))
    data = bytearray(path.read_bytes())
    for _ in range(40, 43):
        at = data.index(b"\xff\xd8", start)
        data[at : at + 600] = bytes(600)
        start = at + 600
    assert start < stop + 2000
    path.write_bytes(data)
    with open_video(path) as source:
        before = source.index
        assert source.info.frames == 50
        with pytest.raises(UserError, match="damaged"):
            source.read(41)
        assert number_on(source.read(45)) == 45
    after = drive(verify(path))
    assert after.frames == 47
    assert any("3 of 50" in problem for problem in after.problems)
    moved = after.renumbered(before)
    with open_video(path) as source:
        assert source.info.problems == after.problems
        for old in (0, 39, 43, 49):
            assert number_on(source.read(int(moved[old]))) == old
    assert moved[50] == 47


def test_header_that_claims_more(tmp_path: Path) -> None:
    path = write_video(tmp_path / "liar.avi", "mjpeg", range(30), pix_fmt="yuvj420p")
    data = bytearray(path.read_bytes())
    at = data.index(b"strh") + 8 + 32  # dwLength
    assert int.from_bytes(data[at : at + 4], "little") == 30
    data[at : at + 4] = (704).to_bytes(4, "little")
    path.write_bytes(data)
    with open_video(path) as source:
        assert source.info.frames == 30
        assert any("704" in problem for problem in source.info.problems)


def test_metadata_that_is_no_utf8(tmp_path: Path) -> None:
    path = write_video(tmp_path / "named.mp4", codec_options=FAST, title="TITLEHERE")
    data = path.read_bytes()
    assert b"TITLEHERE" in data
    path.write_bytes(data.replace(b"TITLEHERE", b"\xff\xfe\xe9\xe8TTTTT"))
    with open_video(path) as source:
        assert number_on(source.read(7)) == 7


def test_damaged_image(tmp_path: Path) -> None:
    folder = write_images(tmp_path / "images", range(12))
    (folder / "img5.png").write_bytes(b"no picture")
    with open_video(folder) as source:
        assert source.info.frames == 12
        with pytest.raises(UserError, match=r"img5\.png"):
            source.read(4)
    index = drive(verify(folder))
    assert index.frames == 11
    assert any("img5.png" in problem for problem in index.problems)
    with open_video(folder) as source:
        assert [number_on(image) for _, image in source.frames()] == [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11]


def test_images_of_different_sizes(tmp_path: Path) -> None:
    import cv2

    folder = write_images(tmp_path / "images", range(4))
    cv2.imwrite(str(folder / "img3.png"), board(2, 128, 96))
    with open_video(folder) as source:
        assert [number_on(image) for _, image in source.frames()] == [0, 1, 2, 3]
    assert any("differ in size" in problem for problem in drive(verify(folder)).problems)


def test_real_clips_whose_header_claims_one_more(shared_data: Path) -> None:
    clips = sorted((shared_data / "hmdb51" / "clips").glob("*.avi"))
    assert len(clips) == 4
    for clip in clips:
        with open_video(clip) as source:
            assert source.info.problems
            assert source.info.frames_verified
            images = [image for _, image in source.frames()]
            assert len(images) == source.info.frames
            for number in (30, 5, 40, 0):
                assert np.array_equal(source.read(number), images[number])

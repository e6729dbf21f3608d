"""`probe` and `frame`: the badge and the exact picture."""

from __future__ import annotations

from pathlib import Path

import cv2
import pytest

from tests.helpers.command import Command, assert_one_sentence, command
from tests.helpers.videos import number_on, write_video

KEYS = {
    "path", "codec", "width", "height", "fps", "frames", "duration", "variable_frame_rate", "keyframes", "fingerprint",
    "frames_verified", "problems",
}  # fmt: skip


@pytest.fixture
def reelmark(capsys: pytest.CaptureFixture[str]) -> Command:
    return command(capsys)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return write_video(tmp_path / "clip.mp4", numbers=range(30))


def test_probe_has_the_keys_of_the_contract(reelmark: Command, clip: Path) -> None:
    document = reelmark("probe", clip, "--json").json
    assert set(document) >= KEYS
    assert (document["codec"], document["frames"], document["width"], document["height"]) == ("h264", 30, 64, 48)
    numerator, denominator = map(int, document["fps"].split("/"))
    assert document["duration"] == pytest.approx(30 * denominator / numerator)
    assert document["problems"] == []


def test_probe_verifies_on_request(reelmark: Command, clip: Path) -> None:
    assert reelmark("probe", clip, "--verify", "--json").json["frames_verified"] is True
    assert "each one decoded" in reelmark("probe", clip).out  # the next look finds the proof


def test_probe_shows_a_badge(reelmark: Command, clip: Path) -> None:
    out = reelmark("probe", clip).out
    assert "h264, 64 × 48" in out
    assert "30 frames" in out


@pytest.mark.parametrize(("content", "part"), [(b"", "empty (0 bytes)"), (b"just text\n" * 50, "not a video")])
def test_what_is_no_video_is_told(reelmark: Command, tmp_path: Path, content: bytes, part: str) -> None:
    file = tmp_path / "x.mp4"
    file.write_bytes(content)
    assert_one_sentence(reelmark("probe", file), part)
    assert_one_sentence(reelmark("frame", file, 0, "--out", tmp_path / "x.png"), part)
    assert not (tmp_path / "x.png").exists()


def test_a_video_that_is_not_there_is_told(reelmark: Command, tmp_path: Path) -> None:
    assert_one_sentence(reelmark("probe", tmp_path / "none.mp4"), "does not exist")


@pytest.mark.parametrize("number", [0, 7, 29])
def test_frame_writes_exactly_that_frame(reelmark: Command, clip: Path, tmp_path: Path, number: int) -> None:
    said = reelmark("frame", clip, number, "--out", tmp_path / "x.png", "--json")
    assert said.json["frame"] == number
    image = cv2.imread(str(tmp_path / "x.png"))
    assert image is not None
    assert number_on(image[:, :, ::-1]) == number


def test_frame_refuses_what_is_outside_and_what_is_no_png(reelmark: Command, clip: Path, tmp_path: Path) -> None:
    assert_one_sentence(reelmark("frame", clip, 30, "--out", tmp_path / "x.png"), "its frames are 0 to 29")
    assert_one_sentence(reelmark("frame", clip, 3, "--out", tmp_path / "x.jpg"), "must end in .png")
    assert_one_sentence(reelmark("frame", clip, 3, "--out", tmp_path / "no" / "x.png"), "choose another folder")
    assert reelmark("frame", clip, "--out", tmp_path / "x.png", "--", -1).code == 1

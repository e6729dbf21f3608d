"""Optical flow on textures whose motion is known, its stacks, and its storage as JPEG."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import UserError
from core.video.flow import SIZE, Flow, Memory, pairs, stream
from core.video.flow_files import Pack, from_bytes, to_bytes, writing
from core.video.flow_stack import KINDS, mirrored, steps, trajectory, volume
from core.video.source import open_video


def texture(height: int = 96, width: int = 128, seed: int = 0) -> np.ndarray:
    noise = np.random.default_rng(seed).random((height, width)).astype(np.float32)
    smooth = cv2.GaussianBlur(noise, (0, 0), 2)
    return ((smooth - smooth.min()) / (smooth.max() - smooth.min()) * 255).astype(np.uint8)


def moving(count: int, dx: int = 2, dy: int = 1) -> list[tuple[int, np.ndarray]]:
    """RGB pictures that move by (dx, dy) a frame."""
    world = texture(200, 240)
    return [(i, np.repeat(world[60 - dy * i :, 60 - dx * i :][:96, :128, None], 3, 2).copy()) for i in range(count)]


@pytest.mark.parametrize("method", ["dis", "farneback"])
def test_flow_points_from_the_first_picture_to_the_second(method: str) -> None:
    (_, a), (_, b) = moving(2)
    flow = Flow(method)  # type: ignore[arg-type]
    forward, backward = flow.between(a, b), flow.between(b, a)
    assert forward.dtype == np.float32
    assert forward.shape == (96, 128, 2)
    inner = (slice(16, -16), slice(16, -16))
    np.testing.assert_allclose(forward[inner].mean((0, 1)), (2, 1), atol=0.15)
    np.testing.assert_allclose(backward[inner].mean((0, 1)), (-2, -1), atol=0.15)


def test_unknown_methods_and_tiny_or_gray_pictures() -> None:
    with pytest.raises(ValueError, match="dis or farneback"):
        Flow("tvl1")  # type: ignore[arg-type]
    assert Flow().between(np.zeros((5, 7), np.uint8), np.zeros((5, 7, 1), np.uint8)).shape == (5, 7, 2)


def test_pairs_come_once_each_in_order() -> None:
    found = list(pairs(moving(4), backward=True))
    assert [pair.frame for pair in found] == [0, 1, 2]
    assert found[0].backward is not None
    assert found[0].backward[48, 64, 0] < 0 < found[0].forward[48, 64, 0]
    assert list(pairs(moving(1))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_memory_computes_each_pair_once_and_gives_the_same(kind: str) -> None:
    pictures = np.stack([picture for _, picture in moving(9, 1, 1)])
    memory, wanted = Memory(), steps(kind, 4)  # type: ignore[arg-type]
    for first in range(5):
        numbers = list(range(first, first + 5))
        window = pictures[first : first + 5]
        fields = memory.fields(numbers, window, wanted)
        for field, (a, b) in zip(fields, wanted, strict=True):
            np.testing.assert_array_equal(field, Flow().between(window[a], window[b]))
    assert memory.computed == {"stack": 8, "trajectory": 8, "bidirectional": 12}[kind]


def test_the_volume_has_the_papers_order() -> None:
    fields = np.random.default_rng(0).normal(size=(3, 6, 8, 2)).astype(np.float32)
    plain = volume(fields, mean=False)
    assert plain.shape == (6, 6, 8)
    np.testing.assert_array_equal(plain[2], fields[1, :, :, 0])
    np.testing.assert_array_equal(plain[5], fields[2, :, :, 1])
    np.testing.assert_allclose(volume(fields).mean((1, 2)), 0, atol=1e-6)
    np.testing.assert_array_equal(mirrored(plain)[0], -plain[0][:, ::-1])
    np.testing.assert_array_equal(mirrored(plain)[1], plain[1][:, ::-1])


def test_trajectories_follow_the_pixel() -> None:
    fields = np.zeros((3, 10, 20, 2), np.float32)
    fields[0, ..., 0], fields[1, ..., 0] = 3, np.arange(20)
    fields[2, ..., 1] = np.arange(20)
    found = trajectory(fields)
    assert found[1, 5, 4, 0] == 7  # 4 + 3
    assert found[2, 5, 4, 1] == 14  # 4 + 3 + 7
    assert found[1, 5, 19, 0] == 19  # beyond the border: the nearest


def test_bidirectional_steps_start_in_the_middle() -> None:
    assert steps("bidirectional", 4) == [(2, 3), (3, 4), (2, 1), (1, 0)]
    with pytest.raises(ValueError, match="even"):
        steps("bidirectional", 5)


def test_bytes_go_back_within_half_a_step() -> None:
    field = np.random.default_rng(1).normal(0, 4, (20, 30, 2)).astype(np.float32)
    pixels, limits = to_bytes(field)
    assert (pixels.min(), pixels.max()) == (0, 255)
    width = limits[:, 1] - limits[:, 0]
    assert (np.abs(from_bytes(pixels, limits) - field) <= width / 255 / 2 + 1e-5).all()
    still = to_bytes(np.zeros((4, 4, 2), np.float32))
    np.testing.assert_array_equal(from_bytes(*still), 0)
    assert np.abs(from_bytes(*to_bytes(field, bound=3.0))).max() <= 3.0 + 1e-5


def test_flow_stored_as_jpeg_is_nearly_the_same(tmp_path: Path) -> None:
    fields = [pair.forward for pair in pairs(moving(4))]
    with writing(tmp_path / "flow") as flow, writing(tmp_path / "rgb") as rgb:
        for field, (_, picture) in zip(fields, moving(3), strict=True):
            flow.flow(field)
            rgb.picture(picture)
    pack = Pack(tmp_path / "flow")
    assert len(pack) == 3
    assert np.abs(pack.flow(1) - fields[1]).mean() < 0.05
    picture = Pack(tmp_path / "rgb").picture(2)
    assert picture.shape == (96, 128, 3)
    assert np.abs(picture.astype(int) - moving(3)[2][1]).mean() < 3
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["flow", "rgb"]


def test_a_damaged_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="delete it"):
        Pack(tmp_path / "absent")
    with pytest.raises(AttributeError), writing(tmp_path / "p") as pack:
        pack.picture(None)  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())
    with writing(tmp_path / "p") as pack:
        pack.picture(np.zeros((8, 8), np.uint8))
    with (tmp_path / "p" / "pictures.jpgs").open("ab") as file:
        file.write(b"more")
    with pytest.raises(UserError, match="damaged"):
        Pack(tmp_path / "p")


def test_a_real_video_streams(shared_data: Path) -> None:
    with open_video(shared_data / "ucf101" / "clips" / "v_Archery_g02_c02.avi") as source:
        found = [(pair.frame, pair.forward.shape) for pair, _ in zip(stream(source), range(5), strict=False)]
    assert found == [(i, (SIZE[1], SIZE[0], 2)) for i in range(5)]

"""Flow as colours: the Middlebury wheel."""

from __future__ import annotations

import numpy as np
import pytest

from core.video.flow_wheel import flow_picture, wheel


def colour(x: float, y: float, scale: float | None = 1.0) -> list[int]:
    return flow_picture(np.full((2, 3, 2), (x, y), np.float32), scale)[1, 2].tolist()


def test_no_motion_is_white() -> None:
    assert colour(0, 0) == [255, 255, 255]
    assert colour(0, 0, None) == [255, 255, 255]


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    # what the benchmark's own colour code gives for a full step right, down, left and up
    [(1, 0, [255, 0, 0]), (0, 1, [255, 229, 0]), (-1, 0, [0, 209, 255]), (0, -1, [88, 0, 255])],
)
def test_a_direction_has_its_hue(x: float, y: float, expected: list[int]) -> None:
    assert np.abs(np.array(colour(x, y)) - expected).max() <= 12


def test_slower_is_paler_and_beyond_the_scale_darker() -> None:
    full, half, beyond = colour(1, 0), colour(0.5, 0), colour(2, 0)
    assert half[0] == 255
    assert full[1] < half[1] < 255
    assert beyond[0] == int(255 * 0.75)


def test_without_a_scale_the_longest_is_full() -> None:
    flow = np.zeros((4, 4, 2), np.float32)
    flow[0, 0] = (3, 0)
    flow[1, 1] = (1.5, 0)
    picture = flow_picture(flow)
    assert picture.dtype == np.uint8
    assert picture[0, 0].tolist() == colour(1, 0)
    assert picture[1, 1].tolist() == colour(0.5, 0)


def test_what_is_no_number_is_black() -> None:
    flow = np.zeros((2, 2, 2), np.float32)
    flow[0, 0, 0] = np.nan
    flow[0, 1, 1] = np.inf
    picture = flow_picture(flow)
    assert picture[0].max() == 0
    assert picture[1].min() == 255


def test_an_empty_picture_stays_one() -> None:
    assert flow_picture(np.zeros((0, 5, 2), np.float32)).shape == (0, 5, 3)


def test_the_legend_is_white_in_the_middle_and_around() -> None:
    legend = wheel(65)
    assert legend.shape == (65, 65, 3)
    assert legend[32, 32].tolist() == [255, 255, 255]
    assert legend[0, 0].tolist() == [255, 255, 255]
    assert legend[32, 64].tolist() == colour(1, 0)
    assert legend[64, 32].tolist() == colour(0, 1)

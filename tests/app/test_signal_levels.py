"""Level of detail of signals: what columns of pixels show is what a slow and simple count gives."""

from __future__ import annotations

import numpy as np
import pytest

from app.signal_lanes.levels import Levels
from core.signal import Signal


def noise(cells: int, channels: int = 2, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).random((cells, channels)).astype(np.float16).astype(np.float32)


def names(count: int) -> tuple[str, ...]:
    return tuple(map(str, range(count)))


@pytest.mark.parametrize("per_pixel", [1.0, 3.0, 16.0, 70.5, 333.0])
@pytest.mark.parametrize("step", [1, 4])
def test_columns_hold_the_extremes_of_their_cells(per_pixel: float, step: int) -> None:
    values = noise(40_000)
    levels = Levels(Signal(values, names(2), step, step))
    first, columns = 1234.5, 100
    low, high = levels.columns(first, per_pixel * step, columns)
    assert low.shape == high.shape == (columns, 2)
    block = 4 ** max(0, int(np.log(max(1, per_pixel)) / np.log(4)))
    for c in range(columns):
        edges = (np.array([c, c + 1]) * per_pixel + first / step) // block * block
        some = values[int(edges[0]) : max(int(edges[1]), int(edges[0]) + block)]
        if not len(some) or edges[1] >= len(values):
            continue
        if per_pixel > 1:
            assert high[c] == pytest.approx(some.max(0), abs=1e-3)
            assert low[c] == pytest.approx(some.min(0), abs=1e-3)


def test_one_flash_in_ten_hours_is_never_lost() -> None:
    values = np.zeros((1_080_000, 1), np.float32)
    values[777_777] = 1
    levels = Levels(Signal(values, ("s",), 1, 1))
    for per_pixel in (1, 7, 100, 1080):
        _, high = levels.columns(777_777 - 500 * per_pixel, per_pixel, 1000)
        assert np.nanmax(high) == 1, per_pixel
        assert abs(int(np.nanargmax(high[:, 0])) - 500) <= 1
    assert levels.nbytes < 1_080_000 * 2 * 1.7


def test_means_of_columns_are_those_of_their_cells() -> None:
    values = noise(40_000, 3)
    levels = Levels(Signal(values, names(3), 1, 1), "mean")
    low, high = levels.columns(0, 64, 500)
    assert np.array_equal(low, high)
    expected = values[: 500 * 64].reshape(500, 64, 3).mean(1)
    assert low == pytest.approx(expected, abs=2e-3)


def test_beyond_the_signal_there_is_nothing() -> None:
    levels = Levels(Signal(np.ones((50, 1), np.float32), ("s",), 2, 2, 20))  # frames 20 to 120
    low, high = levels.columns(-10, 1, 200)
    shown = ~np.isnan(high[:, 0])
    assert np.flatnonzero(shown).tolist() == list(range(30, 130))
    assert np.array_equal(np.isnan(low), np.isnan(high))
    far = levels.columns(-1000, 10, 50)[1]
    assert np.isnan(far).all()


def test_wide_windows_reach_to_where_they_began_and_ended() -> None:
    """Scores of windows of 16 frames every 4: the first and last value are carried on."""
    levels = Levels(Signal(np.ones((5, 1), np.float32), ("s",), 4, 16, 0))
    high = levels.columns(0, 1, 40)[1][:, 0]
    assert np.flatnonzero(~np.isnan(high)).tolist() == list(range(32))


def test_values_go_over_into_each_other_or_stand_as_steps() -> None:
    values = np.array([[0.0], [1.0], [0.0]], np.float32)
    levels = Levels(Signal(values, ("s",), 10, 10))
    low, high = levels.columns(0, 0.5, 60)
    assert np.nanmax(high) == pytest.approx(1, abs=0.03)
    assert ((high - low) < 0.06).all()
    assert np.all(np.abs(np.diff(high[:, 0])) < 0.06), "no step"
    steps = levels.columns(0, 0.5, 60, smooth=False)[0][:, 0]
    assert steps.tolist() == [0.0] * 20 + [1.0] * 20 + [0.0] * 20


def test_parts_of_a_step_follow_each_other() -> None:
    values = np.array([[0.1, 0.2, 0.3, 0.4]], np.float32).repeat(3, 0)  # two cells of two channels a frame
    levels = Levels(Signal(values, names(4), 1, 1), parts=2)
    assert levels.channels == 2
    low, _ = levels.columns(0, 0.5, 6, smooth=False)
    assert low == pytest.approx(np.array([[0.1, 0.2], [0.3, 0.4]] * 3), abs=1e-3)


def test_the_value_at_a_frame() -> None:
    levels = Levels(Signal(np.array([[0.25], [0.5]], np.float32), ("s",), 4, 4, 8))
    assert [levels.at(f) for f in (7, 16)] == [None, None]
    assert [float(found[0]) for f in (8, 11, 12, 15) if (found := levels.at(f)) is not None] == [0.25, 0.25, 0.5, 0.5]
    empty = Levels(Signal(np.zeros((0, 1), np.float32), ("s",), 1, 1))
    assert empty.at(0) is None
    assert np.isnan(empty.columns(0, 1, 5)[0]).all()

"""The labels' colours are told apart by people with any colour vision."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from core.palette import COLORS
from tests.helpers.vision import MACHADO, delta_e, seen


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ],
)
def test_the_distance_is_that_of_sharma_et_al(one: tuple, other: tuple, distance: float) -> None:
    assert delta_e(np.array(one, float), np.array(other, float)) == pytest.approx(distance, abs=1e-4)


def test_red_and_green_come_together_for_a_dichromat() -> None:
    """Else the simulation would prove nothing."""
    apart = {vision: delta_e(seen("#c86432", vision), seen("#8a8a28", vision)) for vision in MACHADO}
    assert apart["normal"] > 3 * apart["deuteranopia"]


@pytest.mark.parametrize("vision", sorted(MACHADO))
@pytest.mark.parametrize(("count", "least"), [(7, 11.0), (15, 8.9)])
def test_every_two_colours_are_told_apart(vision: str, count: int, least: float) -> None:
    assert len(set(COLORS)) == 15
    for one, other in combinations(COLORS[:count], 2):
        assert delta_e(seen(one, vision), seen(other, vision)) >= least, (one, other)

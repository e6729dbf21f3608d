"""What the player shows while edges are nudged: the very picture of the edge, then that of the playhead again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.time import Span
from tests.helpers.desk import Desk, open_desk, spans
from tests.helpers.videos import write_video
from tests.helpers.views import shown


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A video whose every picture says its own number, with "wave" at 10–40 and the playhead at 70."""
    numbered = write_video(tmp_path / "v.mp4", numbers=range(100))
    desk = open_desk(qtbot, tmp_path / "p.reelmark", numbered)
    desk.label("wave")
    desk.drag(10, 40)
    desk.go(70)
    sees(desk, 70)
    yield desk
    desk.window.close()


def sees(desk: Desk, frame: int) -> None:
    """The picture of a frame arrives on the stage."""
    stage = desk.window.player.stage
    desk.until(lambda: shown(stage) == frame, timeout=5000)


@pytest.mark.parametrize("keys", ["Alt+Left", "Alt+Shift+Right"])
def test_a_nudge_of_the_end_shows_its_last_frame(desk: Desk, keys: str) -> None:
    by = (10 if "Shift" in keys else 1) * (1 if "Right" in keys else -1)
    desk.keys(keys)
    sees(desk, 39 + by)
    assert spans(desk.stored) == [Span(10, 40 + by)]
    assert desk.ws.playhead.frame == 70
    desk.keys("Esc")
    sees(desk, 70)


def test_nudges_show_the_edge_that_is_moved_and_stay_there(desk: Desk) -> None:
    shows: list[int] = []
    stage = desk.window.player.stage
    desk.ws.playback.image_ready.connect(lambda frame, _: shows.append(shown(stage)))
    for keys, frame in [
        ("Alt+Right", 40),
        ("Alt+Shift+Right", 50),
        ("E", 10),  # the start
        ("Alt+Right", 11),
        ("E", 11),  # both: the segment begins there
        ("Alt+Shift+Left", 1),
        ("E", 40),  # the end
    ]:
        desk.keys(keys)
        sees(desk, frame)
    assert shows == [40, 50, 10, 11, 11, 1, 40], "no other picture came between"
    assert (spans(desk.stored), desk.ws.playhead.frame) == ([Span(1, 41)], 70)


def test_another_selection_brings_the_playheads_picture_back(desk: Desk) -> None:
    desk.drag(50, 60)
    desk.keys("Alt+Right")
    sees(desk, 60)
    desk.click(20)
    assert spans(desk.ws.document.selected) == [Span(10, 40)]
    sees(desk, 70)
    desk.keys("Alt+Left")
    sees(desk, 38)
    desk.keys("Del")
    sees(desk, 70)
    assert desk.ws.playhead.frame == 70


def test_moving_the_playhead_after_a_nudge_shows_where_it_goes(desk: Desk) -> None:
    desk.keys("Alt+Right")
    sees(desk, 40)
    desk.keys("Right")
    sees(desk, 71)

"""Time passes truly: constant and variable frame rates, both directions, loops, speeds."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from pytestqt.qtbot import QtBot

from app.playhead import Playhead
from core.time import ConstantRate, Span, Timestamps


class Watch(QElapsedTimer):
    """Real time that passes when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.now = self.began = 0

    def start(self) -> None:
        self.began = self.now

    def nsecsElapsed(self) -> int:
        return self.now - self.began


class Player:
    """A playhead whose time the test turns by hand, and the frames it entered."""

    def __init__(self) -> None:
        self.watch = Watch()
        self.head = Playhead(watch=self.watch)
        self.head.findChild(QTimer).timeout.disconnect()
        self.entered: list[int] = []
        self.head.frame_changed.connect(self.entered.append)

    def pass_seconds(self, seconds: float) -> None:
        self.watch.now += round(seconds * 1e9)
        self.head.tick()


@pytest.fixture
def player(qtbot: QtBot) -> Player:
    made = Player()
    made.head.set_clock(ConstantRate(Fraction(30), 300))
    made.entered.clear()
    return made


def test_plays_in_real_time_however_rarely_it_is_asked(player: Player) -> None:
    player.head.play()
    player.pass_seconds(0.5)
    player.pass_seconds(3.0)
    assert player.entered == [15, 105]


def test_no_drift_over_many_uneven_ticks(player: Player) -> None:
    player.head.set_clock(None)
    player.head.set_clock(ConstantRate(Fraction(30000, 1001), 200_000))
    player.head.play()
    for i in range(10_000):
        player.pass_seconds(0.003 + (i % 7) * 0.001)
    seconds = player.watch.now / 1e9
    assert player.head.frame == player.head.clock.frame_at(seconds)


def test_variable_rate_follows_the_timestamps(player: Player) -> None:
    player.head.set_clock(Timestamps(np.array([0.0, 0.1, 2.0, 2.05, 3.0])))
    player.head.play()
    shown = []
    for _ in range(29):
        player.pass_seconds(0.1)
        shown.append(player.head.frame)
    assert shown == [1] * 19 + [2] + [3] * 9


@pytest.mark.parametrize(("speed", "frame"), [(0.25, 7), (0.5, 15), (2.0, 60), (8.0, 240)])
def test_speeds(player: Player, speed: float, frame: int) -> None:
    player.head.play(speed)
    player.pass_seconds(1.001)
    assert player.head.frame == frame


def test_backwards_shows_each_frame_for_its_time(player: Player) -> None:
    player.head.seek(100)
    player.entered.clear()
    player.head.play(-1)
    for _ in range(40):
        player.pass_seconds(0.01)
    assert player.entered == list(range(99, 87, -1))
    player.pass_seconds(10)
    assert (player.head.frame, player.head.playing) == (0, False)


def test_stops_at_the_end_and_starts_over(player: Player) -> None:
    player.head.seek(295)
    player.head.play()
    player.pass_seconds(1)
    assert (player.head.frame, player.head.playing) == (299, False)
    player.head.play()
    assert (player.head.frame, player.head.playing) == (0, True)


def test_loop_keeps_its_beat(player: Player) -> None:
    player.head.set_loop(Span(30, 60))
    player.head.play()
    assert player.head.frame == 30
    player.pass_seconds(10.5)
    assert player.head.frame == 45
    player.pass_seconds(0.75)
    assert player.head.frame == 37
    player.head.set_speed(-1)
    player.pass_seconds(1.0)
    assert player.head.frame == 37


def test_speed_changes_where_it_is(player: Player) -> None:
    player.head.play()
    player.pass_seconds(1.0)
    player.head.set_speed(4)
    player.pass_seconds(1.0)
    assert player.head.frame == 150


def test_seeking_while_playing_goes_on_from_there(player: Player) -> None:
    player.head.play()
    player.pass_seconds(1.0)
    player.head.seek(200)
    player.pass_seconds(1.0)
    assert player.head.frame == 230


def test_j_and_l_double(player: Player) -> None:
    speeds: list[float] = []
    player.head.speed_changed.connect(speeds.append)
    for direction in (1, 1, 1, 1, 1, -1, -1, 1):
        player.head.faster(direction)
    assert speeds == [2, 4, 8, -1, -2, 1]
    assert player.head.playing


def test_step_pauses_and_stays_inside(player: Player) -> None:
    player.head.play()
    player.head.step(-1)
    assert (player.head.frame, player.head.playing) == (0, False)
    player.head.step(1000)
    assert player.head.frame == 299


def test_a_better_index_keeps_the_place(player: Player) -> None:
    player.head.seek(250)
    player.head.set_clock(ConstantRate(Fraction(30), 290))
    assert player.head.frame == 250
    player.head.set_clock(ConstantRate(Fraction(30), 240))
    assert player.head.frame == 239
    player.head.set_clock(None)
    assert (player.head.frame, player.head.frames, player.head.playing) == (0, 0, False)


def test_without_a_video_nothing_plays(qtbot: QtBot) -> None:
    head = Playhead()
    head.play()
    head.seek(5)
    head.step(1)
    assert (head.frame, head.playing) == (0, False)


def test_the_timer_runs_only_while_playing(player: Player) -> None:
    timer = player.head.findChild(QTimer)
    assert not timer.isActive()
    player.head.toggle()
    assert timer.isActive()
    player.head.toggle()
    assert not timer.isActive()

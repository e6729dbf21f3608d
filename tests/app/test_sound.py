"""Sound leads and the picture follows; without a device, a stream or a voice the picture plays on by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.playhead import Playhead
from app.sound import SoundPlayer
from app.sound_sink import Sink
from app.sound_watch import SoundWatch
from core.time import ConstantRate, Span

RATE = 48_000


@dataclass
class Room:
    """Real time as the test turns it, and a loudspeaker whose clock is off by `skew`."""

    now: int = 0
    skew: float = 1.0
    free_bytes: int = 4800 * 4
    began: int = 0
    playing: bool = False
    silent_after: float = 1e9  # seconds
    written: int = 0
    volumes: list[float] = field(default_factory=list)
    begins: int = 0

    def begin(self) -> None:
        self.began, self.playing, self.written = self.now, True, 0
        self.begins += 1

    def free(self) -> int:
        """Of a fifth of a second."""
        return self.free_bytes if self.free_bytes < 0 else 38_400 - (self.written - round(self.heard() * 192_000))

    def write(self, samples: bytes) -> None:
        self.written += len(samples)

    def heard(self) -> float:
        """In steps of 20 ms, as devices tell it, until they fall silent."""
        seconds = (self.now - self.began) / 1e9 * self.skew
        return min(int(seconds * 50) / 50, self.silent_after, self.written / 192_000)

    def end(self) -> None:
        self.playing = False

    def set_volume(self, volume: float) -> None:
        self.volumes.append(volume)


@dataclass
class Ahead:
    """Sound that is there at once."""

    aims: list[tuple[float, float]] = field(default_factory=list)
    failed: str = ""
    ready: int = RATE
    resting: bool = True
    closed: bool = False

    def aim(self, start: float, speed: float) -> None:
        self.aims.append((start, speed))
        self.resting = False

    def rest(self) -> None:
        self.resting = True

    def take(self, frames: int) -> np.ndarray:
        return np.zeros((frames, 2), np.int16)

    def close(self) -> None:
        self.closed = True


class Stand:
    def __init__(self, sink: bool = True) -> None:
        self.room, self.ahead = Room(), Ahead()
        self.watch = SoundWatch(lambda: self.room.now)
        self.head = Playhead(watch=self.watch)
        maker = self.make if sink else lambda: None
        self.sound = SoundPlayer(self.head, self.watch, None, maker, lambda path, origin: self.ahead)  # type: ignore[arg-type,return-value]
        for timer in (*self.head.findChildren(QTimer), *self.sound.findChildren(QTimer)):
            timer.timeout.disconnect()
        self.head.set_clock(ConstantRate(Fraction(30), 30 * 1200))
        self.sound.set_source(Path("a.mp4"))

    def make(self) -> Sink:
        return self.room

    def pass_seconds(self, seconds: float) -> None:
        """In steps of one tick, as when the window lives."""
        for _ in range(round(seconds / 0.008)):
            self.room.now += 8_000_000
            self.head.tick()
            if self.sound.sounding:
                self.sound.feed()


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    made = Stand()
    yield made
    made.head.pause()
    made.sound.shut_down()


@pytest.mark.parametrize("skew", [0.995, 1.0, 1.003])
def test_ten_minutes_beside_a_device_that_runs_wrong(stand: Stand, skew: float) -> None:
    stand.room.skew = skew
    stand.head.play()
    worst = 0
    for _ in range(600):
        stand.pass_seconds(1.0)
        heard = (stand.room.now - stand.room.began) / 1e9 * skew
        worst = max(worst, abs(stand.head.frame - stand.head.clock.frame_at(heard)))
    assert stand.head.frame == pytest.approx(600 * 30 * skew, abs=1)
    assert worst <= 1


def test_time_never_runs_back(stand: Stand) -> None:
    stand.room.skew = 0.9
    stand.head.play()
    seen = []
    for _ in range(300):
        stand.pass_seconds(0.008)
        seen.append(stand.head.now)
    assert seen == sorted(seen)
    assert max(np.diff(seen)) < 0.05


def test_the_picture_waits_for_the_first_sound(stand: Stand) -> None:
    stand.ahead.ready = 0
    stand.head.play()
    stand.pass_seconds(0.5)
    assert stand.head.frame == 0
    stand.ahead.ready = RATE
    stand.pass_seconds(1.0)
    assert stand.head.frame == pytest.approx(30, abs=1)


def test_a_device_that_never_begins_is_not_waited_for(stand: Stand) -> None:
    stand.ahead.ready = 0
    stand.head.play()
    stand.pass_seconds(4.5)
    assert not stand.watch.leading
    assert stand.head.frame == pytest.approx(30 * 2.0, abs=2)


@pytest.mark.parametrize("way", ["silent", "gone"])
def test_a_device_that_goes_away(stand: Stand, way: str) -> None:
    stand.head.play()
    stand.pass_seconds(2.0)
    if way == "silent":
        stand.room.silent_after = 2.0
    else:
        stand.room.free_bytes = -1
    stand.pass_seconds(3.0)
    assert not stand.sound.sounding
    assert stand.head.playing
    assert stand.head.frame == pytest.approx(150, abs=20 if way == "silent" else 2)
    before = stand.head.frame
    stand.pass_seconds(2.0)
    assert stand.head.frame == before + 60


def test_no_device_no_sound_no_stream(qtbot: QtBot) -> None:
    stand = Stand(sink=False)
    stand.head.play()
    stand.pass_seconds(2.0)
    assert (stand.head.frame, stand.sound.sounding) == (60, False)
    stand = Stand()
    stand.sound.set_source(None)
    stand.head.play()
    stand.pass_seconds(2.0)
    assert (stand.head.frame, stand.room.begins) == (60, 0)


def test_sound_that_cannot_be_read(stand: Stand) -> None:
    stand.head.play()
    stand.ahead.failed = "The sound cannot be read."
    stand.pass_seconds(2.0)
    assert stand.head.frame == pytest.approx(60, abs=2)
    assert not stand.sound.sounding


@pytest.mark.parametrize("speed", [0.25, 0.5, 2.0])
def test_slower_and_faster_the_sound_leads_too(stand: Stand, speed: float) -> None:
    stand.room.skew = 0.99
    stand.head.play(speed)
    stand.pass_seconds(60.0)
    assert stand.ahead.aims == [(0.0, speed)]
    assert stand.head.frame == pytest.approx(60 * 30 * speed * 0.99, abs=max(1, 2 * speed))


@pytest.mark.parametrize("speed", [4.0, 8.0, -1.0, -4.0, -8.0])
def test_fast_and_backwards_are_silent_and_keep_time(stand: Stand, speed: float) -> None:
    """Ticks that come late leave frames out; what is shown is where time is."""
    stand.head.seek(18_000)
    stand.head.play(speed)
    for wait in (0.008, 0.3, 0.05, 1.0) * 10:
        stand.room.now += round(wait * 1e9)
        stand.head.tick()
        passed = 18_000 + (speed < 0) + speed * 30 * stand.room.now / 1e9
        assert abs(stand.head.frame - passed) <= 1.1
    assert stand.ahead.aims == []


def test_changing_the_speed_goes_on_from_here(stand: Stand) -> None:
    stand.head.play()
    stand.pass_seconds(2.0)
    stand.head.set_speed(2.0)
    assert stand.ahead.aims[-1] == (pytest.approx(2.0, abs=0.05), 2.0)
    stand.pass_seconds(2.0)
    assert stand.room.begins == 1
    assert stand.head.frame == pytest.approx(60 + 120 - 12, abs=4)  # the device's fifth of a second is played first
    stand.head.set_speed(8.0)
    assert not stand.sound.sounding
    stand.pass_seconds(1.0)
    assert stand.head.frame == pytest.approx(168 + 240, abs=8)
    stand.head.set_speed(1.0)
    assert stand.sound.sounding


def test_seeking_and_looping_aim_anew(stand: Stand) -> None:
    stand.head.play()
    stand.head.seek(300)
    assert stand.ahead.aims[-1] == (10.0, 1.0)
    stand.head.set_loop(Span(300, 360))
    stand.pass_seconds(2.4)
    assert stand.ahead.aims[-1][0] == pytest.approx(10.0, abs=0.1)
    assert 300 <= stand.head.frame < 312


def test_pausing_silences_and_another_video_lets_go(stand: Stand) -> None:
    stand.head.play()
    stand.pass_seconds(1.0)
    assert stand.room.written > 0
    stand.head.pause()
    assert (stand.room.playing, stand.ahead.resting) == (False, True)
    stand.sound.set_source(Path("b.mp4"))
    assert stand.ahead.closed


def test_volume_as_the_ear_counts(stand: Stand) -> None:
    stand.sound.set_volume(0.5)
    stand.head.play()
    stand.sound.set_volume(0.0)
    assert stand.room.volumes == [0.25, 0.0]

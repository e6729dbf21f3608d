"""The decoding thread: the latest request wins, errors are sentences, and it ends when told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.playback import Playback, Playhead
from core.errors import UserError
from core.time import ConstantRate


@dataclass
class Shelf:
    """Videos that exist only here; reading stops at `gate` while it is closed."""

    frames: int = 100
    gate: threading.Event = field(default_factory=threading.Event)
    read: list[int] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    closed: list[str] = field(default_factory=list)
    ahead: set[int] = field(default_factory=set)
    passed: list[int] = field(default_factory=list)

    def open(self, path: Path) -> Any:
        if path.name == "broken":
            raise UserError("The file is not a video; choose another one.")
        return Reader(self, path.name)


class Reader:
    def __init__(self, shelf: Shelf, name: str) -> None:
        self._shelf, self.info = shelf, name
        self.index, self.held = ConstantRate(Fraction(25), shelf.frames), None

    def rough(self, frame: int) -> tuple[int, np.ndarray] | None:
        return None

    def ahead(self, frame: int) -> None:
        self._shelf.ahead.add(frame)

    def painted(self, frame: int, room: tuple[int, int] | None) -> np.ndarray | None:
        return self._picture(frame, room) if frame in self._shelf.ahead else None

    def passed(self, frame: int) -> None:
        self._shelf.passed.append(frame)

    @staticmethod
    def _picture(frame: int, room: tuple[int, int] | None) -> np.ndarray:
        return np.full((2, 3, 3) if room is None else (*room[::-1], 4), frame, np.uint8)

    def read(
        self, frame: int, stop: Callable[[], bool], forward: bool = False, room: tuple[int, int] | None = None
    ) -> np.ndarray:
        self._shelf.gate.wait(10)
        self._shelf.read.append(frame)
        self._shelf.threads.add(threading.get_ident())
        if frame == 13:
            raise UserError("Frame 13 is damaged; the frames around it can be shown.")
        if frame == 14:
            raise OSError("network share gone")
        return self._picture(frame, room)

    def close(self) -> None:
        self._shelf.closed.append(self.info)


@dataclass
class Case:
    shelf: Shelf
    head: Playhead
    playback: Playback
    shown: list[int]
    said: list[str]


@pytest.fixture
def case(qtbot: QtBot) -> Iterator[Case]:
    shelf, head = Shelf(), Playhead()
    shelf.gate.set()
    playback = Playback(head, open_reader=shelf.open)
    made = Case(shelf, head, playback, [], [])
    playback.image_ready.connect(lambda frame, pixels: made.shown.append(int(pixels[0, 0, 0])))
    playback.failed.connect(made.said.append)
    yield made
    shelf.gate.set()
    playback.shut_down()
    assert not playback.running


def opened(case: Case, qtbot: QtBot, name: str = "a", frame: int = 0) -> None:
    with qtbot.waitSignal(case.playback.opened):
        case.playback.open(Path(name), frame)
    qtbot.waitUntil(lambda: case.shown[-1:] == [frame])


def test_opening_shows_the_first_frame(case: Case, qtbot: QtBot) -> None:
    opened(case, qtbot)
    assert case.head.frames == 100
    case.head.seek(7)
    qtbot.waitUntil(lambda: case.shown[-1] == 7)


def test_opening_somewhere(case: Case, qtbot: QtBot) -> None:
    opened(case, qtbot, frame=42)
    assert case.head.frame == 42


def test_decoding_happens_elsewhere(case: Case, qtbot: QtBot) -> None:
    opened(case, qtbot)
    assert threading.get_ident() not in case.shelf.threads


def test_the_latest_request_wins(case: Case, qtbot: QtBot) -> None:
    opened(case, qtbot)
    case.shelf.gate.clear()
    before = len(case.shelf.read)
    for frame in range(20, 90):
        case.head.seek(frame)
    case.shelf.gate.set()
    qtbot.waitUntil(lambda: case.shown[-1] == 89)
    assert len(case.shelf.read) - before <= 2


def test_a_new_video_silences_the_old_one(case: Case, qtbot: QtBot) -> None:
    opened(case, qtbot, "a")
    case.shelf.gate.clear()
    case.head.seek(50)
    case.playback.open(Path("b"))
    case.shelf.gate.set()
    qtbot.waitUntil(lambda: case.shelf.closed == ["a"] and case.shown[-1] == 0 and case.head.frames == 100)
    assert 50 not in case.shown


def test_what_is_wrong_with_a_file_is_said(case: Case, qtbot: QtBot) -> None:
    with qtbot.waitSignal(case.playback.failed):
        case.playback.open(Path("broken"))
    assert case.said == ["The file is not a video; choose another one."]
    assert case.head.frames == 0
    opened(case, qtbot)  # and the thread lives on


@pytest.mark.parametrize("frame", [13, 14])
def test_one_bad_frame_does_not_end_it(case: Case, qtbot: QtBot, frame: int) -> None:
    opened(case, qtbot)
    with qtbot.waitSignal(case.playback.failed):
        case.head.seek(frame)
    assert f"Frame {frame}" in case.said[0]
    case.head.seek(15)
    qtbot.waitUntil(lambda: case.shown[-1] == 15)


def test_what_is_ready_is_shown_as_its_time_comes(case: Case, qtbot: QtBot) -> None:
    """Without waiting for the thread: the picture is there before anybody else hears of the frame."""
    opened(case, qtbot)
    behind = []
    case.head.frame_changed.connect(lambda frame: behind.append(frame - case.shown[-1]))
    case.head.play()
    qtbot.waitUntil(lambda: len(case.shelf.passed) >= 10)
    case.head.pause()
    assert case.shown == sorted(case.shown), "an older picture never comes after a newer one"
    assert behind.count(0) >= 10


def test_playing_shows_what_the_screen_takes_and_resting_all_of_it(case: Case, qtbot: QtBot) -> None:
    opened(case, qtbot)
    sizes: list[tuple[int, ...]] = []
    case.playback.image_ready.connect(lambda frame, pixels: sizes.append(pixels.shape))
    case.playback.room = lambda: (8, 6)
    case.head.play()
    qtbot.waitUntil(lambda: case.shown[-1] > 0)
    sizes.clear()
    qtbot.waitUntil(lambda: len(sizes) > 8)
    assert set(sizes) == {(6, 8, 4)}
    case.head.pause()
    qtbot.waitUntil(lambda: sizes[-1] == (2, 3, 3))
    assert case.shown[-1] == case.head.frame
    case.head.play(-1.0)
    sizes.clear()
    qtbot.waitUntil(lambda: len(sizes) > 3)
    assert set(sizes) == {(6, 8, 4)}
    case.head.pause()


def test_what_was_ready_for_another_size_is_not_shown(case: Case, qtbot: QtBot) -> None:
    opened(case, qtbot)
    wide = 8
    case.playback.room = lambda: (wide, 6)
    late: list[int] = []

    def checked(frame: int, pixels: np.ndarray) -> None:
        if case.head.playing and pixels.shape[1] != wide:
            late.append(frame)

    case.head.play()
    qtbot.waitUntil(lambda: len(case.shelf.passed) >= 3)
    case.playback.image_ready.connect(checked)
    wide = 10
    qtbot.waitUntil(lambda: len(case.shelf.passed) >= 8)
    case.head.pause()
    assert len(late) <= 1, "at most the one that was on its way"


def test_preview_leaves_the_playhead_alone(case: Case, qtbot: QtBot) -> None:
    opened(case, qtbot, frame=5)
    case.playback.preview(60)
    qtbot.waitUntil(lambda: case.shown[-1] == 60)
    assert case.head.frame == 5
    case.playback.refresh()
    qtbot.waitUntil(lambda: case.shown[-1] == 5)


def test_reload_keeps_what_is_shown_for_a_moment(case: Case, qtbot: QtBot) -> None:
    """Such as the edge being dragged while the file is still being checked."""
    opened(case, qtbot)
    case.playback.preview(33)
    qtbot.waitUntil(lambda: case.shown[-1] == 33)
    case.shown.clear()
    with qtbot.waitSignal(case.playback.opened):
        case.playback.reload()
    qtbot.waitUntil(lambda: bool(case.shown))
    assert (case.shown, case.head.frame) == ([33], 0)
    case.head.seek(5)
    qtbot.waitUntil(lambda: case.shown[-1] == 5)
    with qtbot.waitSignal(case.playback.opened):
        case.playback.reload()
    qtbot.waitUntil(lambda: len(case.shown) == 3)
    assert case.shown[-1] == 5


def test_reload_takes_the_better_index(case: Case, qtbot: QtBot) -> None:
    opened(case, qtbot, frame=97)
    case.shelf.frames = 90
    with qtbot.waitSignal(case.playback.opened):
        case.playback.reload()
    qtbot.waitUntil(lambda: case.shown[-1] == 89)
    assert (case.head.frame, case.head.frames) == (89, 90)


def test_close_lets_go_of_the_file(case: Case, qtbot: QtBot) -> None:
    opened(case, qtbot)
    case.playback.close()
    qtbot.waitUntil(lambda: case.shelf.closed == ["a"])
    assert case.head.frames == 0


def test_shutting_down_before_anything_was_opened(qtbot: QtBot) -> None:
    playback = Playback(Playhead())
    playback.shut_down()
    assert not playback.running


def test_a_real_video(qtbot: QtBot, shared_data: Path) -> None:
    head = Playhead()
    playback = Playback(head)
    images: list[tuple[int, np.ndarray]] = []
    playback.image_ready.connect(lambda frame, pixels: images.append((frame, pixels)))
    with qtbot.waitSignal(playback.opened):
        playback.open(shared_data / "activitynet" / "videos" / "v_GGSY1Qvo990.mp4")
    head.seek(120)
    qtbot.waitUntil(lambda: bool(images) and images[-1][0] == 120)
    playback.shut_down()
    assert images[-1][1].shape == (240, 320, 3)

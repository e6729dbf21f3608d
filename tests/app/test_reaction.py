"""The reaction time: what it does to a key, and how it is measured."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import Qt

from app.dialogs.reaction import ReactionDialog
from app.reaction import Calibration, meant
from core.time import ConstantRate, Timestamps

CLOCK = ConstantRate(Fraction(25), 1000)


@pytest.mark.parametrize(("speed", "frame"), [(1.0, 495), (2.0, 490), (8.0, 460), (0.25, 498), (-1.0, 505)])
def test_it_counts_in_real_time_so_more_frames_when_playing_faster(speed: float, frame: int) -> None:
    assert meant(500, CLOCK, speed, 200) == frame


def test_without_one_nothing_changes_and_the_video_ends_where_it_ends() -> None:
    assert meant(500, CLOCK, 8.0, 0) == 500
    assert meant(3, CLOCK, 8.0, 900) == 0
    assert meant(998, CLOCK, -8.0, 900) == 999
    uneven = Timestamps(np.array([0.0, 0.1, 0.2, 1.0, 1.1]))
    assert meant(3, uneven, 1.0, 300) == 2


class Watch:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def asked(qtbot):
    """A dialog, its watch, and what it answered."""
    watch, answers = Watch(), []
    dialog = ReactionDialog(0, answers.append, now=watch, chance=random.Random(1))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)

    def react(seconds: float) -> None:
        dialog.flash()
        watch.now += seconds
        qtbot.keyClick(dialog, Qt.Key.Key_Space)

    return dialog, react, answers


def test_the_median_of_eight_presses_is_used(qtbot, asked) -> None:
    dialog, react, answers = asked
    for late in (0.21, 0.25, 0.23, 0.9, 0.22, 0.24, 0.26):
        react(late)
        assert not dialog.keep.isEnabled()
    react(0.2)
    assert "You are 235 ms late." in dialog.said.text()
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert answers == [235]


def test_presses_before_the_flash_do_not_count(qtbot, asked) -> None:
    dialog, react, _ = asked
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    assert "Only after" in dialog.said.text()
    react(0.01)
    react(3.0)
    assert (dialog.calibration.times, dialog.calibration.false_starts) == ([], 3)
    for _ in range(8):
        react(0.3)
    assert dialog.keep.isEnabled()


def test_nonsense_is_refused_and_one_can_begin_again(qtbot, asked) -> None:
    dialog, react, answers = asked
    for late in (0.1, 1.4, 0.1, 1.3, 0.12, 1.4, 0.2, 1.2):
        react(late)
    assert "differ too much" in dialog.said.text()
    assert not dialog.keep.isEnabled()
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    for _ in range(8):
        react(0.3)
    assert dialog.keep.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers == []


def test_guessing_is_refused() -> None:
    calibration = Calibration()
    for _ in range(8):
        calibration.press(0.0)
        calibration.flash(1.0)
        assert calibration.press(1.2)
    assert "without a flash" in calibration.problem

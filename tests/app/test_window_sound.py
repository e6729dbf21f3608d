"""The window plays clips with and without sound, wide and square pixels; mute and volume by key and slider."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Desk, open_desk
from tests.helpers.sounds import write_clip
from tests.helpers.videos import board, write_video


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    loud = write_clip(tmp_path / "loud.mkv")
    made = open_desk(qtbot, tmp_path / "p.reelmark", loud, write_video(tmp_path / "mute.mp4"))
    made.ws.document.open_video(next(v.id for v in made.ws.document.videos.values() if v.path == "loud.mkv"))
    made.until(lambda: made.ws.playhead.frames == 75)
    yield made
    made.window.close()


def test_mute_and_volume_by_keys_are_remembered(desk: Desk) -> None:
    slider = desk.window.player.transport.volume.slider
    assert (slider.value(), slider.isEnabled()) == (80, True)
    desk.keys("Ctrl+M")
    assert (slider.value(), desk.ws.settings.muted, desk.window.commands["mute"].isChecked()) == (0, True, True)
    desk.keys("Ctrl+M", "Ctrl+Down", "Ctrl+Down")
    assert (slider.value(), desk.ws.settings.volume, desk.ws.settings.muted) == (60, 60, False)
    desk.keys(*["Ctrl+Up"] * 6)
    assert desk.ws.settings.volume == 100


def test_the_slider_and_the_button(desk: Desk) -> None:
    view = desk.window.player.transport.volume
    view.slider.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.slider, Qt.Key.Key_Left)
    assert (desk.ws.settings.volume, desk.ws.playhead.frame) == (75, 0)
    button = view.findChild(QToolButton, "mute")
    assert button is not None
    assert "Ctrl+M" in button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.ws.settings.muted


def test_a_clip_without_sound_has_nothing_to_turn(desk: Desk) -> None:
    silent = next(v.id for v in desk.ws.document.videos.values() if v.path == "mute.mp4")
    desk.ws.document.open_video(silent)
    desk.until(lambda: desk.ws.playhead.frames == 60)
    assert not desk.window.player.transport.volume.slider.isEnabled()
    desk.keys("Space")
    desk.until(lambda: desk.ws.playhead.frame > 10)


def test_a_clip_with_sound_plays_where_nothing_can_be_heard(desk: Desk) -> None:
    desk.keys("Space")
    desk.until(lambda: desk.ws.playhead.frame > 10)
    assert not desk.ws.sound.sounding
    desk.keys("Space")


def test_pixels_that_are_not_square_are_shown_in_their_shape(desk: Desk, tmp_path: Path) -> None:
    wide = tmp_path / "wide.mp4"
    with av.open(str(wide), "w") as out:
        stream = out.add_stream("mpeg4", rate=25)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        stream.codec_context.sample_aspect_ratio = Fraction(2)
        for i in range(5):
            out.mux(stream.encode(av.VideoFrame.from_ndarray(board(i), format="rgb24")))
        out.mux(stream.encode(None))
    desk.ws.add_videos([wide])
    desk.until(lambda: desk.ws.playhead.frames == 5 and desk.window.player.image() is not None)
    rect = desk.window.player.stage.picture_rect()
    assert rect.width() / rect.height() == pytest.approx(128 / 48, rel=0.02)

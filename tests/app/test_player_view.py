"""The player through mouse and keys."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from app import theme
from app.views.player import PlayerView
from tests.helpers.views import CLOCK, action, drop, type_into

RED = np.zeros((90, 160, 3), np.uint8)
RED[:, :, 0] = 255


@pytest.fixture
def player(qtbot: QtBot, qapp: QApplication) -> PlayerView:
    theme.apply(qapp, "dark")
    view = PlayerView()
    qtbot.addWidget(view)
    view.resize(860, 480)
    view.show()
    qtbot.waitExposed(view)
    return view


def field(player: PlayerView, name: str) -> QLineEdit:
    found = player.findChild(QLineEdit, name)
    assert found is not None
    return found


def pixel(player: PlayerView, at: QPoint) -> str:
    return QColor(player.stage.grab().toImage().pixel(at)).name()


def test_empty_it_says_what_to_do(player: PlayerView, qtbot: QtBot) -> None:
    assert "Drop a video here" in player.stage.message
    with qtbot.waitSignal(player.open_requested):
        qtbot.mouseClick(player.stage, Qt.MouseButton.LeftButton)


def test_the_picture_keeps_its_shape(player: PlayerView) -> None:
    player.set_video(CLOCK, "a.mp4")
    player.show_image(0, RED)
    rect = player.stage.picture_rect()
    assert rect.width() / rect.height() == pytest.approx(160 / 90, abs=0.01)
    assert rect.width() == player.stage.width() or rect.height() == player.stage.height()
    assert pixel(player, rect.center()) == "#ff0000"
    corner = QPoint(1, 1)
    assert not rect.contains(corner)
    assert pixel(player, corner) == theme.colors().stage


def test_labels_are_painted_over_the_picture(player: PlayerView) -> None:
    player.set_video(CLOCK, "a.mp4")
    player.show_image(0, RED)
    before = player.stage.grab().toImage()
    player.set_labels([("sitting", "#00ff00"), ("a label with a very long name " * 9, "#0000ff")])
    assert player.stage.grab().toImage() != before
    player.set_labels([])
    assert player.stage.grab().toImage() == before


def test_an_error_takes_the_pictures_place(player: PlayerView) -> None:
    player.set_video(CLOCK, "a.mp4")
    player.show_image(0, RED)
    player.show_error("The file is gone; relink it in the library.")
    assert player.image() is None
    assert player.stage.message
    player.show_image(0, RED)
    assert player.stage.message == ""


def test_typing_a_frame(player: PlayerView, qtbot: QtBot) -> None:
    player.set_video(CLOCK, "a.mp4")
    with qtbot.waitSignal(player.frame_entered) as told:
        type_into(field(player, "frame"), "123")
    assert told.args == [123]
    with qtbot.waitSignal(player.frame_entered) as told:
        type_into(field(player, "frame"), "99999")
    assert told.args == [999]


def test_typing_a_time(player: PlayerView, qtbot: QtBot) -> None:
    player.set_video(CLOCK, "a.mp4")
    with qtbot.waitSignal(player.time_entered) as told:
        type_into(field(player, "time"), "0:12.5")
    assert told.args == [12.5]


def test_a_wrong_time_is_marked_and_tells_why(player: PlayerView, qtbot: QtBot) -> None:
    player.set_video(CLOCK, "a.mp4")
    time = field(player, "time")
    with qtbot.assertNotEmitted(player.time_entered):
        type_into(time, "soon")
    assert time.property("wrong")
    assert "not a time" in time.toolTip()
    with qtbot.waitSignal(player.time_entered):
        type_into(time, "3")
    assert not time.property("wrong")


def test_numbers_follow_the_playhead_but_not_while_typing(player: PlayerView, qtbot: QtBot) -> None:
    player.set_video(CLOCK, "a.mp4")
    player.set_frame(50)
    assert (field(player, "frame").text(), field(player, "time").text()) == ("50", "0:02.000")
    field(player, "frame").setFocus()
    qtbot.keyClicks(field(player, "frame"), "7")
    player.set_frame(51)
    assert field(player, "frame").text() == "507"
    assert field(player, "time").text() == "0:02.040"


def test_buttons_are_the_actions_and_teach_the_keys(player: PlayerView, qtbot: QtBot) -> None:
    done: list[str] = []
    names = ["jump_start", "step_back", "play_reverse", "play", "step_forward", "jump_end", "set_in", "set_out", "loop"]
    actions = {name: action(player, name, "Ctrl+1", partial(done.append, name)) for name in names}
    player.set_actions(actions)
    for name in names:
        button = player.findChild(QToolButton, name)
        assert button is not None
        assert "Ctrl+1" in button.toolTip()
        assert not button.icon().isNull()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == names


def test_a_click_on_the_picture_plays(player: PlayerView, qtbot: QtBot) -> None:
    play = action(player, "Play", "Space")
    player.set_actions({"play": play})
    player.set_video(CLOCK, "a.mp4")
    player.show_image(0, RED)
    with qtbot.waitSignal(play.triggered):
        qtbot.mouseClick(player.stage, Qt.MouseButton.LeftButton)


def test_the_button_of_our_way_shows_pause(player: PlayerView) -> None:
    actions = {name: action(player, name) for name in ("play", "play_reverse")}
    player.set_actions(actions)
    looks = {name: one.icon().cacheKey() for name, one in actions.items()}
    player.set_speed(-2.0)
    player.set_playing(True)
    assert actions["play"].icon().cacheKey() == looks["play"]
    assert actions["play_reverse"].icon().cacheKey() != looks["play_reverse"]
    player.set_playing(False)
    assert actions["play_reverse"].icon().cacheKey() == looks["play_reverse"]


def test_choosing_a_speed_keeps_the_direction(player: PlayerView, qtbot: QtBot) -> None:
    player.set_video(CLOCK, "a.mp4")
    button = player.findChild(QToolButton, "speed")
    assert button is not None
    texts = [one.text() for one in button.menu().actions()]
    assert texts == ["¼×", "½×", "1×", "2×", "4×", "8×"]
    with qtbot.waitSignal(player.speed_chosen) as told:
        button.menu().actions()[0].trigger()
    assert told.args == [0.25]
    player.set_speed(-1.0)
    assert button.text() == "−1×"
    with qtbot.waitSignal(player.speed_chosen) as told:
        button.menu().actions()[4].trigger()
    assert told.args == [-4.0]


def test_dropped_files(player: PlayerView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(player.files_dropped) as told:
        drop(player.stage, "/films/a.mp4", "/films/b.mp4")
    assert told.args == [["/films/a.mp4", "/films/b.mp4"]]


def test_nothing_is_cut_off_when_narrow(player: PlayerView, qtbot: QtBot) -> None:
    player.set_actions({name: action(player, name) for name in ("play", "step_back", "set_in", "loop")})
    player.set_video(CLOCK, "a very long name of a video that does not fit into the heading.mp4", "H.264 · 25 fps")
    player.resize(560, 360)
    qtbot.waitUntil(lambda: player.width() == 560)
    for button in player.findChildren(QToolButton):
        assert player.transport.rect().contains(button.geometry())

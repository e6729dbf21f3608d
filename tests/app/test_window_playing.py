"""Moving through the video by keys and by typing."""

from PySide6.QtCore import Qt

from core.time import Span
from tests.helpers.desk import Desk, desk

__all__ = ["desk"]


def test_stepping_and_jumping(desk: Desk) -> None:
    desk.keys("Right", "Right", "Shift+Right", "Left")
    assert desk.ws.playhead.frame == 11
    desk.keys("End")
    assert desk.ws.playhead.frame == 99
    desk.keys("Right")
    assert desk.ws.playhead.frame == 99
    desk.keys("Home")
    assert desk.ws.playhead.frame == 0


def test_the_picture_is_that_of_the_frame(desk: Desk) -> None:
    desk.go(30)
    desk.until(lambda: desk.window.player.image().pixelColor(5, 5).lightness() > 200)
    desk.go(5)
    desk.until(lambda: desk.window.player.image().pixelColor(5, 5).lightness() < 60)


def test_shuttle_keys(desk: Desk) -> None:
    desk.keys("L")
    assert (desk.ws.playhead.playing, desk.ws.playhead.speed) == (True, 1.0)
    desk.keys("L", "L")
    assert desk.ws.playhead.speed == 4.0
    desk.keys("K")
    assert not desk.ws.playhead.playing
    desk.go(50)
    desk.keys("J")
    assert (desk.ws.playhead.playing, desk.ws.playhead.speed) == (True, -1.0)
    desk.until(lambda: desk.ws.playhead.frame < 45)
    desk.keys("Space")
    assert not desk.ws.playhead.playing


def test_up_and_down_go_from_boundary_to_boundary(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    desk.go(0)
    desk.keys("Down")
    assert desk.ws.playhead.frame == 10
    desk.keys("Down")
    assert desk.ws.playhead.frame == 40
    desk.keys("Up")
    assert desk.ws.playhead.frame == 10


def test_a_selected_segment_loops(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    desk.keys("Ctrl+L")
    assert desk.ws.playhead.loop == Span(10, 40)
    assert desk.window.commands["loop"].isChecked()
    desk.keys("Ctrl+L")
    assert desk.ws.playhead.loop is None


def test_clicking_the_ruler_seeks_and_the_numbers_follow(desk: Desk) -> None:
    desk.mouse.click(60.5, None)
    assert desk.ws.playhead.frame == 60
    assert desk.window.timeline.scene.playhead == 60


def test_single_keys_go_to_a_text_field_while_it_has_the_focus(desk: Desk) -> None:
    field = desk.window.library.videos.field
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.qtbot.keyClicks(field, "i o l")
    assert field.text() == "i o l"
    assert desk.ws.marks.start is None
    assert not desk.ws.playhead.playing

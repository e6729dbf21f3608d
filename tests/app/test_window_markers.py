"""Markers and shot cuts in the real window, by keys and mouse."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.views.askfield import AskField
from app.views.timeline_notes import FLAG_TOP
from core.rows import Marker
from core.storage.project import Project
from tests.helpers.desk import Desk, desk

__all__ = ["desk"]
LEFT = Qt.MouseButton.LeftButton


def stored(desk: Desk) -> list[tuple[int, str]]:
    """What a second program would read from the file."""
    with Project.open(desk.project) as project:
        return sorted((row.frame, row.text) for row in project.markers())


def answer(desk: Desk, text: str) -> None:
    (asked,) = desk.window.findChildren(AskField)
    QTest.keyClick(asked.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(asked.field, text)
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    desk.until(lambda: not desk.window.findChildren(AskField))


def place(desk: Desk, frame: int) -> QPoint:
    """On a flag's left part."""
    return QPoint(round(desk.window.timeline.scene.scale.x(frame)) + 3, FLAG_TOP + 3)


def drag(desk: Desk, start: int, stop: int, release: bool = True) -> None:
    view = desk.window.timeline.viewport()
    QTest.mousePress(view, LEFT, pos=place(desk, start))
    QTest.mouseMove(view, place(desk, (start + stop) // 2))
    QTest.mouseMove(view, place(desk, stop))
    if release:
        QTest.mouseRelease(view, LEFT, pos=place(desk, stop))


def test_markers_are_set_named_and_gone_to_by_keys(desk: Desk) -> None:
    desk.keys("Alt+PgDown")
    assert any("no marker further on" in text for text in desk.window.messages.texts)
    for frame in (10, 50, 80):
        desk.go(frame)
        desk.keys("M")
    assert stored(desk) == [(10, ""), (50, ""), (80, "")]
    desk.go(48)
    desk.keys("Shift+M")
    answer(desk, "  the  jump ")
    assert stored(desk)[1] == (50, "the jump")
    desk.go(80)
    desk.keys("M")  # one stands there: its name is asked for
    answer(desk, "end")
    assert stored(desk)[2] == (80, "end")
    seen = []
    desk.go(0)
    for key in ("Alt+PgDown", "Alt+PgDown", "Alt+PgDown", "Alt+PgDown", "Alt+PgUp"):
        desk.keys(key)
        seen.append(desk.ws.playhead.frame)
    assert seen == [10, 50, 80, 80, 50]
    desk.keys("Ctrl+Alt+M")
    assert stored(desk) == [(10, ""), (80, "end")]
    desk.keys(*["Ctrl+Z"] * 6)
    assert stored(desk) == []
    assert desk.window.timeline.scene.notes.flags == ()


def test_a_flag_is_clicked_dragged_given_back_and_named_by_mouse(desk: Desk) -> None:
    desk.go(20)
    desk.keys("M")
    desk.go(70)
    view, notes = desk.window.timeline.viewport(), desk.window.timeline.scene.notes
    QTest.mouseClick(view, LEFT, pos=place(desk, 20))
    assert desk.ws.playhead.frame == 20
    desk.go(70)
    position = desk.ws.document.project.log_position()
    drag(desk, 20, 40, release=False)
    assert notes.held == (notes.flags[0].id, 40)
    QTest.keyClick(desk.window.timeline, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, pos=place(desk, 40))
    assert (stored(desk), desk.ws.document.project.log_position()) == ([(20, "")], position)
    drag(desk, 20, 40)
    assert (stored(desk), desk.ws.playhead.frame) == ([(40, "")], 70)
    drag(desk, 40, 71)  # near the playhead: it snaps
    assert stored(desk) == [(70, "")]
    assert desk.window.overview.shown.markers[0][0] == 70
    desk.keys("Ctrl+Z")
    assert stored(desk) == [(40, "")]
    QTest.mouseDClick(view, LEFT, pos=place(desk, 40))
    answer(desk, "here")
    assert stored(desk) == [(40, "here")]


def test_the_list_goes_names_and_deletes(desk: Desk) -> None:
    for frame in (10, 50):
        desk.go(frame)
        desk.keys("M")
    desk.keys("Alt+M")
    view = desk.window.markers.view
    assert [view.list.topLevelItem(i).text(1) for i in range(2)] == ["10", "50"]
    view.list.setCurrentItem(view.list.topLevelItem(0))
    view.list.itemActivated.emit(view.list.topLevelItem(0), 0)
    assert desk.ws.playhead.frame == 10
    view.list.topLevelItem(0).setText(2, "start")  # as its editor does
    assert stored(desk) == [(10, "start"), (50, "")]
    view.list.setCurrentItem(view.list.topLevelItem(1))
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    assert stored(desk) == [(10, "start")]
    markers: list[Marker] = list(desk.ws.document.markers.values())
    assert [m.author for m in markers] == [desk.ws.document.author]
    desk.window.markers.dialog.close()


def test_shot_cuts_are_found_kept_shown_and_snapped_to(desk: Desk, monkeypatch) -> None:
    given: dict[str, list[int]] = {}
    monkeypatch.setattr(
        desk.window.timeline,
        "set_snap_points",
        lambda points: given.update({name: np.asarray(frames).tolist() for name, frames in points.items()}),
        raising=False,
    )
    desk.keys("Ctrl+F8")
    notes = desk.window.timeline.scene.notes
    desk.until(lambda: len(notes.cuts))
    assert notes.cuts.tolist() == given["shot cut"] == [20, 52, 72, 88]  # the levels of the desk's clip
    assert any("4 shot cuts found" in text for text in desk.window.messages.texts)
    video = desk.ws.document.video
    assert video is not None
    desk.ws.document.open_video(video.id)
    assert not len(notes.cuts)
    desk.until(lambda: len(notes.cuts) == 4)  # known from before
    desk.until(lambda: desk.window.player.image() is not None)
    desk.idle()

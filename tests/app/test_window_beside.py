"""Several videos of one scene by one playhead: each shows the frame of its own clock, wherever it began."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.player_grid import Tile
from core.storage.project import Project
from tests.helpers.desk import Desk, open_desk
from tests.helpers.videos import write_video
from tests.helpers.views import shown


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """a: 4 s at 25 fps; b: the same at 50 fps, pictures numbered from 1000; c: at uneven times, from 2000."""
    a = write_video(tmp_path / "a.mp4", numbers=range(100))
    b = write_video(tmp_path / "b.mp4", numbers=range(1000, 1200), rate=50)
    uneven = [0, 500, 520, 540, 1500, 2000, 2100, 3000]
    c = write_video(tmp_path / "c.mkv", numbers=range(2000, 2008), times=uneven)
    made = open_desk(qtbot, tmp_path / "p.reelmark", a, b, c)
    made.ws.document.open_video(by_name(made, "a.mp4"))
    made.until(lambda: made.ws.playhead.frames == 100)
    yield made
    made.window.close()


def by_name(desk: Desk, name: str) -> int:
    return next(v.id for v in desk.ws.document.videos.values() if v.path.endswith(name))


def tick(desk: Desk, name: str) -> Tile:
    """Chooses a video in the list, as Ctrl+B opens it."""
    desk.keys("Ctrl+B")
    table, video_id = desk.window.beside.view.table, by_name(desk, name)
    rows = [i for i in range(table.rowCount()) if table.item(i, 0).text() == name]
    item = table.item(rows[0], 0)
    assert item.flags() & Qt.ItemFlag.ItemIsUserCheckable
    item.setCheckState(Qt.CheckState.Checked)
    desk.window.beside.dialog.hide()
    return desk.window.player.grid.tiles[video_id]


def offset_of(desk: Desk, name: str) -> float:
    with Project.open(desk.project) as project:
        return next(v.offset for v in project.videos() if v.path.endswith(name))


def test_each_shows_its_own_frame_of_the_moment(desk: Desk) -> None:
    b, c = tick(desk, "b.mp4"), tick(desk, "c.mkv")
    desk.go(50)
    desk.until(lambda: (shown(desk.window.player.stage), shown(b.stage), shown(c.stage)) == (50, 1100, 2005))
    desk.go(49)
    desk.until(lambda: (shown(b.stage), shown(c.stage)) == (1098, 2004))
    desk.go(0)
    desk.until(lambda: (shown(b.stage), shown(c.stage)) == (1000, 2000))
    assert desk.window.player.stage.isVisible()


def test_offsets_move_them_and_are_undone(desk: Desk) -> None:
    b = tick(desk, "b.mp4")
    table = desk.window.beside.view.table
    row = next(i for i in range(3) if table.item(i, 0).text() == "b.mp4")
    table.item(row, 1).setText("1,5")
    desk.go(50)
    desk.until(lambda: shown(b.stage) == 1025)
    assert offset_of(desk, "b.mp4") == 1.5
    desk.go(20)
    desk.until(lambda: b.stage.image is None)
    desk.keys("Ctrl+Z")
    desk.until(lambda: shown(b.stage) == 1040)
    assert offset_of(desk, "b.mp4") == 0.0


def test_nonsense_is_no_offset(desk: Desk) -> None:
    tick(desk, "b.mp4")
    table = desk.window.beside.view.table
    row = next(i for i in range(3) if table.item(i, 0).text() == "b.mp4")
    for text in ("soon", "nan", "inf", ""):
        table.item(row, 1).setText(text)
        assert table.item(row, 1).text() == "0"
    assert offset_of(desk, "b.mp4") == 0.0


def test_aligning_by_keys(desk: Desk) -> None:
    b = tick(desk, "b.mp4")
    desk.go(50)
    desk.until(lambda: shown(b.stage) == 1100)
    desk.window.activateWindow()
    b.stage.setFocus()
    QTest.keyClick(b.stage, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(b.stage, Qt.Key.Key_Left)
    desk.until(lambda: shown(b.stage) == 1109)
    assert (desk.ws.playhead.frame, offset_of(desk, "b.mp4")) == (50, 0.0)
    QTest.keyClick(b.stage, Qt.Key.Key_Return)
    assert offset_of(desk, "b.mp4") == pytest.approx(-0.18)
    desk.go(10)
    desk.until(lambda: shown(b.stage) == 1029)
    QTest.keyClick(b.stage, Qt.Key.Key_Right)
    desk.until(lambda: shown(b.stage) == 1030)
    QTest.keyClick(b.stage, Qt.Key.Key_Escape)
    desk.until(lambda: shown(b.stage) == 1029)
    assert offset_of(desk, "b.mp4") == pytest.approx(-0.18)


def test_they_play_together(desk: Desk) -> None:
    b = tick(desk, "b.mp4")
    desk.keys("Space")
    desk.until(lambda: desk.ws.playhead.frame > 30)
    desk.keys("Space")
    desk.until(lambda: shown(b.stage) == 1000 + 2 * desk.ws.playhead.frame)


def test_leaving(desk: Desk) -> None:
    tick(desk, "b.mp4")
    c = tick(desk, "c.mkv")
    c.closed.emit(c.video_id)
    assert list(desk.window.player.grid.tiles) == [by_name(desk, "b.mp4")]
    desk.ws.document.open_video(by_name(desk, "b.mp4"))  # it cannot be beside itself
    assert desk.window.player.grid.tiles == {}
    assert desk.window.beside.followers == {}


def test_from_the_librarys_menu(desk: Desk) -> None:
    pane = desk.window.library.videos
    pane.list.selectAll()
    action = next(a for a in pane.menu().actions() if a.text() == "Play beside the open video")
    action.trigger()
    assert set(desk.window.player.grid.tiles) == {by_name(desk, "b.mp4"), by_name(desk, "c.mkv")}


def test_a_file_that_is_gone(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "b.mp4").unlink()
    desk.window.beside.set_beside(by_name(desk, "b.mp4"))
    assert desk.window.player.grid.tiles == {}
    assert desk.window.messages.isVisible()

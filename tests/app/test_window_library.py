"""The library in the real window: filters, orders, states, playing several, and files that were moved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import dialogs
from app.views.library_videos import STATE, VideoState
from core.rows import Reviewed, Run, Track, TrackKind, Video, new_id
from core.time import Span
from core.timeline.edit import Edit
from tests.helpers.desk import LEVELS, Desk, desk, open_desk
from tests.helpers.tiny import write_video
from tests.helpers.views import drop, type_into

__all__ = ["desk"]


@pytest.fixture
def shelf(qtbot: QtBot, tmp_path: Path):
    """Three videos: one.avi (100 frames), two.avi (60), three.avi (80)."""
    folder = tmp_path / "clips"
    folder.mkdir()
    files = [write_video(folder / f"{name}.avi", LEVELS[: n - i]) for i, (name, n) in enumerate(
        (("one", 100), ("two", 62), ("three", 84))
    )]  # fmt: skip
    shelf = open_desk(qtbot, tmp_path / "p.reelmark", *files)
    yield shelf
    shelf.window.close()


def by_name(desk: Desk, name: str) -> Video:
    return next(video for video in desk.ws.document.videos.values() if video.path.endswith(f"{name}.avi"))


def names(desk: Desk) -> list[str]:
    model = desk.window.library.videos.list.model()
    return [model.index(row, 0).data().removesuffix(".avi") for row in range(model.rowCount())]


def state(desk: Desk, name: str) -> VideoState:
    model = desk.window.library.videos.model
    found: VideoState = model.row_of(by_name(desk, name).id).data(STATE)
    return found


def select(desk: Desk, *wanted: str) -> None:
    view = desk.window.library.videos
    view.list.clearSelection()
    for name in wanted:
        index = view.names.mapFromSource(view.model.row_of(by_name(desk, name).id))
        view.list.selectionModel().select(index, view.list.selectionModel().SelectionFlag.Select)


def choose_shown(desk: Desk, steps: int) -> None:
    """By keys, as somebody without a mouse does."""
    box = desk.window.library.videos.shown
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(steps):
        QTest.keyClick(box, Qt.Key.Key_Down)


def test_states_follow_runs_reviews_and_undo(shelf: Desk) -> None:
    document, one = shelf.ws.document, by_name(shelf, "one")
    assert state(shelf, "one") == VideoState()
    track = Track(new_id(), one.id, "Ann")
    document.push(Edit("Review", added=(track, Reviewed(new_id(), track.id, Span(0, 50)))))
    shelf.until(lambda: state(shelf, "one").reviewed == 0.5)
    document.push(Edit("Review", added=(Reviewed(new_id(), track.id, Span(50, 100)),)))
    shelf.until(lambda: state(shelf, "one").done)
    shelf.keys("Ctrl+Z", "Ctrl+Z")
    shelf.until(lambda: state(shelf, "one").reviewed == 0)
    run = Run(new_id(), one.id, "i3d", None, "{}", "", 1)
    document.project.add_run(run, Track(new_id(), one.id, "i3d", TrackKind.RUN, run.id), [])
    document.refresh(force=True)
    assert state(shelf, "one").analysed
    choose_shown(shelf, 1)  # not analysed
    assert names(shelf) == ["two", "three"]
    shelf.window.library.videos.list.grab()


def test_orders_keep_the_selection(shelf: Desk) -> None:
    view = shelf.window.library.videos
    assert names(shelf) == ["one", "two", "three"]
    select(shelf, "two")
    menu = view.order.menu()
    texts = {action.text(): action for action in menu.actions()}
    texts["Name"].trigger()
    assert names(shelf) == ["one", "three", "two"]
    texts["Duration"].trigger()
    assert names(shelf) == ["two", "three", "one"]
    texts["Reverse order"].trigger()
    assert names(shelf) == ["one", "three", "two"]
    assert view.selected() == {by_name(shelf, "two").id}
    texts["Reverse order"].trigger()
    texts["State: what needs you first"].trigger()
    view.set_states({by_name(shelf, "three").id: VideoState(missing=True)})
    assert names(shelf)[0] == "three"


def test_videos_are_found_by_what_is_labelled_in_them(shelf: Desk) -> None:
    label = shelf.label("waving")
    shelf.ws.document.open_video(by_name(shelf, "two").id)
    shelf.ws.document.add_segment(Span(3, 9), label)
    field = shelf.window.library.videos.field
    field.setFocus()
    QTest.keyClicks(field, "wav")
    assert names(shelf) == ["two"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(names(shelf)) == 3


def test_no_match_says_so(shelf: Desk) -> None:
    view = shelf.window.library.videos
    full = view.list.grab().toImage()
    type_into(view.field, "nothing like it")
    assert names(shelf) == []
    assert "clear the search" in view._hint.text
    assert view._hint.isVisible()
    assert view.list.grab().toImage() != full


def test_several_play_one_after_another(shelf: Desk) -> None:
    ws = shelf.ws
    select(shelf, "two", "three")
    play = shelf.window.library.videos.menu().actions()[0]
    assert play.text() == "Play 2 videos, one after another"
    play.trigger()
    shelf.until(lambda: ws.document.video == by_name(shelf, "two") and ws.playhead.playing)
    ws.playhead.seek(ws.playhead.frames - 1)
    shelf.until(lambda: ws.document.video == by_name(shelf, "three") and ws.playhead.playing)
    ws.playhead.pause()
    assert ws.document.video == by_name(shelf, "three")


def test_moved_folders_are_found_at_once(shelf: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.until(lambda: not shelf.ws.runner.busy)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "clips").rename(tmp_path / "elsewhere" / "deep")
    (tmp_path / "elsewhere" / "deep" / "two.avi").rename(tmp_path / "elsewhere" / "renamed.avi")
    shelf.window.library_list._look()
    shelf.until(lambda: state(shelf, "one").missing and state(shelf, "two").missing)
    shelf.until(lambda: any("3 videos are not where they were" in text for text in shelf.window.messages.texts))
    choose_shown(shelf, 4)
    assert len(names(shelf)) == 3

    shelf.keys("Ctrl+Alt+F")
    dialog = shelf.window.library_list.missing.dialog
    assert dialog is not None
    type_into(dialog.folder, str(tmp_path / "not there"))
    assert "There is no folder" in dialog.note.text()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path / "elsewhere", raising=False)
    QTest.mouseClick(dialog.browse, Qt.MouseButton.LeftButton)
    shelf.until(dialog.relink.isEnabled)
    assert dialog.note.text() == "3 of 3 found."
    assert not dialog.grab().isNull()
    QTest.mouseClick(dialog.relink, Qt.MouseButton.LeftButton)
    assert {Path(v.path).name for v in shelf.ws.document.videos.values()} == {"one.avi", "renamed.avi", "three.avi"}
    shelf.until(lambda: not state(shelf, "one").missing)
    shelf.until(lambda: shelf.window.player.image() is not None)
    shelf.until(lambda: names(shelf) == [])
    shelf.idle()
    shelf.keys("Ctrl+Z")
    assert by_name(shelf, "two").path == "clips/two.avi", "one Edit relinked all"


def test_a_missing_file_that_is_dropped_is_found_by_that(shelf: Desk, tmp_path: Path) -> None:
    (tmp_path / "clips" / "one.avi").rename(tmp_path / "one.avi")
    drop(shelf.window.library, str(tmp_path / "one.avi"))
    shelf.until(lambda: by_name(shelf, "one").path == "one.avi")
    assert len(shelf.ws.document.videos) == 3


def test_nothing_missing_and_an_empty_project(desk: Desk, tmp_path: Path) -> None:
    desk.keys("Ctrl+Alt+F")
    assert any("No file is missing" in text for text in desk.window.messages.texts)
    desk.ws.open_project(tmp_path / "empty.reelmark")
    view = desk.window.library.videos
    assert not view.shown.isEnabled()
    assert view._hint.text.startswith("Drop files or folders here")
    assert not view.grab().isNull()


def test_a_dropped_folder_says_what_it_left_out(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    write_video(folder / "new.avi", LEVELS[3:])
    (folder / "notes.txt").write_text("about it")
    drop(desk.window.library, str(folder))
    desk.until(lambda: len(desk.ws.document.videos) == 2)
    assert any("1 file that is no video (notes.txt)" in text for text in desk.window.messages.texts)

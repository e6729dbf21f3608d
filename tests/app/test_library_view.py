"""The library through mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QColorDialog, QMenu
from pytestqt.qtbot import QtBot

from app import theme
from app.views.library import LibraryView
from app.views.library_labels import KEY, NAME, KeyEdit
from app.views.library_videos import VideoState
from core.rows import changed
from tests.helpers.views import ID, click_row, drop, image, label, type_into, video

LABELS = [label(1, "sitting", "1"), label(2, "standing up", "w", "posture"), label(3, "eating")]


@pytest.fixture
def library(qtbot: QtBot, qapp: QApplication) -> LibraryView:
    theme.apply(qapp, "dark")
    view = LibraryView()
    qtbot.addWidget(view)
    view.resize(280, 560)
    view.set_videos([video(1), video(2, "dinner.mp4", variable=True), video(3, "dance.mp4")])
    view.set_labels(LABELS, {ID + 1: 12})
    view.show()
    qtbot.waitExposed(view)
    return view


def entry(menu: QMenu, text: str) -> QAction:
    return next(one for one in menu.actions() if one.text().startswith(text))


# Videos


def test_a_click_chooses_a_video(library: LibraryView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.video_chosen) as told:
        click_row(library.videos.list, 1)
    assert told.args == [ID + 2]


def test_the_current_video_is_not_chosen_again(library: LibraryView, qtbot: QtBot) -> None:
    library.set_current_video(ID + 2)
    with qtbot.assertNotEmitted(library.video_chosen):
        click_row(library.videos.list, 1)


def test_enter_chooses_and_delete_removes(library: LibraryView, qtbot: QtBot) -> None:
    library.set_current_video(ID + 1)
    library.videos.list.setFocus()
    qtbot.keyClick(library.videos.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(library.video_chosen) as told:
        qtbot.keyClick(library.videos.list, Qt.Key.Key_Return)
    assert told.args == [ID + 2]
    qtbot.keyClick(library.videos.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(library.remove_requested) as told:
        qtbot.keyClick(library.videos.list, Qt.Key.Key_Delete)
    assert told.args == [{ID + 2, ID + 3}]


def test_the_list_keeps_its_keys_from_the_window(library: LibraryView) -> None:
    for key, kept in ((Qt.Key.Key_Up, True), (Qt.Key.Key_Delete, True), (Qt.Key.Key_Space, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(library.videos.list, event)
        assert event.isAccepted() is kept


def test_finding_a_video(library: LibraryView, qtbot: QtBot) -> None:
    qtbot.keyClicks(library.videos.field, "D mp4 in")
    model = library.videos.list.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["dinner.mp4"]
    with qtbot.waitSignal(library.video_chosen) as told:
        click_row(library.videos.list, 0)
    assert told.args == [ID + 2]


def test_notes_and_thumbnails_are_painted(library: LibraryView) -> None:
    before = library.videos.list.grab().toImage()
    library.set_thumbnail(ID + 1, image())
    library.set_thumbnail(ID + 99, image())  # of a video that is gone by now
    with_picture = library.videos.list.grab().toImage()
    assert with_picture != before
    gone = VideoState(problems=("The file is not where it was.",), missing=True)
    library.set_states({ID + 1: VideoState(analysed=True, reviewed=0.4), ID + 2: gone})
    assert library.videos.list.grab().toImage() != with_picture
    tip = library.videos.list.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "variable frame rate" in tip
    assert "not where it was" in tip
    assert "40% reviewed" in library.videos.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_menu_of_videos(library: LibraryView, qtbot: QtBot) -> None:
    library.set_states({ID + 2: VideoState(missing=True)})
    click_row(library.videos.list, 1)
    with qtbot.waitSignal(library.analyze_requested) as told:
        entry(library.videos.menu(), "Find activities").trigger()
    assert told.args == [{ID + 2}]
    with qtbot.waitSignal(library.relink_requested) as told:
        entry(library.videos.menu(), "Find the missing file").trigger()
    assert told.args == [ID + 2]
    library.videos.list.selectAll()
    with qtbot.waitSignal(library.remove_requested) as told:
        entry(library.videos.menu(), "Remove 3 videos").trigger()
    assert told.args == [{ID + 1, ID + 2, ID + 3}]


def test_adding_and_dropping(library: LibraryView, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(library.add_requested):
        qtbot.mouseClick(library.videos.add, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(library.files_dropped) as told:
        drop(library, str(tmp_path / "a.mp4"))
    assert [Path(path) for path in told.args[0]] == [tmp_path / "a.mp4"]


def test_an_empty_library_says_what_to_do(library: LibraryView, qtbot: QtBot) -> None:
    full = library.grab().toImage()
    library.set_videos([])
    library.set_labels([], {})
    assert library.grab().toImage() != full


def test_thousands_of_videos_paint_at_once(library: LibraryView) -> None:
    library.set_videos([video(i) for i in range(20_000)])
    library.set_current_video(ID + 19_999)
    assert library.videos.list.currentIndex().data() == "clip19999.mp4"
    library.grab()


# Labels


def test_a_click_chooses_a_label(library: LibraryView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.label_chosen) as told:
        click_row(library.labels.tree, 1, NAME)
    assert told.args == [ID + 2]


def test_the_current_label_stands_out(library: LibraryView) -> None:
    library.set_current_label(ID + 2)
    index = library.labels.tree.currentIndex()
    assert index.siblingAtColumn(NAME).data() == "standing up"
    assert index.siblingAtColumn(NAME).data(Qt.ItemDataRole.FontRole).bold()


def test_renaming_in_place(library: LibraryView, qtbot: QtBot) -> None:
    library.edit_label(ID + 3)
    editor = QApplication.focusWidget()
    assert editor is not None
    with qtbot.waitSignal(library.label_edited) as told:
        type_into(editor, "drinking")
    assert told.args == [changed(LABELS[2], name="drinking")]


@pytest.mark.parametrize(("typed", "why"), [("Sitting", "already"), ("  ", "needs a name")])
def test_names_that_make_no_sense(library: LibraryView, qtbot: QtBot, typed: str, why: str) -> None:
    library.edit_label(ID + 3)
    editor = QApplication.focusWidget()
    assert editor is not None
    with qtbot.waitSignal(library.refused) as told, qtbot.assertNotEmitted(library.label_edited):
        type_into(editor, typed)
    assert why in told.args[0]


def key_editor(library: LibraryView, row: int) -> KeyEdit:
    click_row(library.labels.tree, row, KEY, double=True)
    found = library.labels.tree.viewport().findChildren(KeyEdit)
    assert found
    return found[-1]


def test_assigning_a_key(library: LibraryView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.label_edited) as told:
        qtbot.keyClick(key_editor(library, 2), Qt.Key.Key_E)
    assert told.args == [changed(LABELS[2], key="e")]


def test_taking_a_key_away(library: LibraryView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.label_edited) as told:
        qtbot.keyClick(key_editor(library, 0), Qt.Key.Key_Backspace)
    assert told.args == [changed(LABELS[0], key="")]


@pytest.mark.parametrize(("key", "why"), [(Qt.Key.Key_W, "standing up"), (Qt.Key.Key_J, "Play backwards")])
def test_keys_that_are_taken(library: LibraryView, qtbot: QtBot, key: Qt.Key, why: str) -> None:
    library.set_reserved_keys({"j": "Play backwards"})
    with qtbot.waitSignal(library.refused) as told, qtbot.assertNotEmitted(library.label_edited):
        qtbot.keyClick(key_editor(library, 2), key)
    assert why in told.args[0]


def test_a_color(library: LibraryView, qtbot: QtBot) -> None:
    click_row(library.labels.tree, 0, 0)
    dialog = library.labels.findChild(QColorDialog)
    assert dialog is not None
    dialog.setCurrentColor(QColor("#aa0000"))
    with qtbot.waitSignal(library.label_edited) as told:
        dialog.accept()
    assert told.args == [changed(LABELS[0], color="#aa0000")]


def test_exclusive_groups(library: LibraryView, qtbot: QtBot) -> None:
    groups = library.labels.menu(LABELS[0]).findChild(QMenu)
    assert groups is not None
    assert entry(groups, "None").isChecked()
    with qtbot.waitSignal(library.label_edited) as told:
        entry(groups, "posture").trigger()
    assert told.args == [changed(LABELS[0], group="posture")]


def test_typing_finds_takes_and_adds(library: LibraryView, qtbot: QtBot) -> None:
    qtbot.keyClicks(library.labels.field, "ing")
    assert library.labels.tree.model().rowCount() == 3
    with qtbot.waitSignal(library.label_chosen) as told:
        type_into(library.labels.field, "EATING")
    assert told.args == [ID + 3]
    with qtbot.waitSignal(library.label_added) as told:
        type_into(library.labels.field, "  waving  hello ")
    assert told.args == ["waving hello"]
    assert library.labels.field.text() == ""


def test_deleting_a_label(library: LibraryView, qtbot: QtBot) -> None:
    library.set_current_label(ID + 1)
    library.labels.tree.setFocus()
    with qtbot.waitSignal(library.label_deleted) as told:
        qtbot.keyClick(library.labels.tree, Qt.Key.Key_Delete)
    assert told.args == [ID + 1]

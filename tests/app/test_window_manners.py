"""What a stranger stumbles over: focus, selection, walking by keys, empty states, feedback."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QStyle
from pytestqt.qtbot import QtBot

from app import dialogs
from app.dialogs import files
from app.dialogs.help import KeysDialog
from app.views.jobbar import JobBar
from app.views.library_labels import COUNT, KEY, NAME
from core.task import Progress
from core.time import Span
from tests.helpers.desk import Desk, desk, open_desk, spans

__all__ = ["desk"]


def _three(desk: Desk) -> None:
    desk.label("wave")
    for start in (10, 40, 70):
        desk.drag(start, start + 15)
    assert len(desk.segments) == 3
    desk.keys("Esc")


def test_alt_and_arrows_walk_from_segment_to_segment(desk: Desk) -> None:
    _three(desk)
    desk.go(0)
    walked = []
    for _ in range(3):
        desk.keys("Alt+Down")
        walked.append((desk.ws.playhead.frame, [row.span.start for row in desk.ws.document.selected]))
    assert walked == [(10, [10]), (40, [40]), (70, [70])]
    desk.keys("Alt+Down")
    assert desk.ws.playhead.frame == 70
    assert any("further on" in text for text in desk.window.messages.texts)
    desk.keys("Alt+Up")
    assert desk.ws.playhead.frame == 40


def test_walking_starts_from_the_playhead_and_passes_over_what_is_settled(desk: Desk) -> None:
    _three(desk)
    desk.go(50)
    desk.keys("Alt+Up")
    assert [row.span.start for row in desk.ws.document.selected] == [40]
    desk.keys("Esc")
    desk.go(40)
    desk.keys("Alt+Down")
    assert [row.span.start for row in desk.ws.document.selected] == [40]


def test_moving_one_of_several_keeps_all_selected(desk: Desk) -> None:
    _three(desk)
    desk.keys("Ctrl+A")
    before = desk.ws.document.selection
    desk.drag(45, 50)
    assert Span(45, 60) in spans(desk.segments)
    assert desk.ws.document.selection == before


def test_relabelling_several_is_one_step_and_keeps_them_selected(desk: Desk) -> None:
    _three(desk)
    jump = desk.label("jump")
    desk.keys("Ctrl+A", "2")
    assert {row.label_id for row in desk.segments} == {jump}
    assert len(desk.ws.document.selected) == 3
    desk.keys("Ctrl+Z")
    assert jump not in {row.label_id for row in desk.segments}


def test_join_needs_two(desk: Desk) -> None:
    _three(desk)
    desk.click(15)
    assert not desk.window.commands["join"].isEnabled()
    desk.keys("Ctrl+A")
    assert desk.window.commands["join"].isEnabled()


def test_after_a_label_is_typed_the_keys_work_again(desk: Desk) -> None:
    field = desk.window.library.labels.field
    field.setFocus()
    QTest.keyClicks(field, "jog")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [label.name for label in desk.ws.document.labels.values()] == ["jog"]
    assert desk.window.timeline.hasFocus()


def test_escape_in_a_field_clears_it_and_keeps_the_selection(desk: Desk) -> None:
    _three(desk)
    desk.keys("Ctrl+A")
    for field in (desk.window.library.labels.field, desk.window.library.videos.field):
        field.setFocus()
        QTest.keyClicks(field, "wa")
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == ""
        assert desk.window.timeline.hasFocus()
    assert len(desk.ws.document.selected) == 3


def test_enter_in_a_time_of_the_inspector_gives_the_keys_back(desk: Desk) -> None:
    _three(desk)
    desk.click(15)
    field = desk.window.inspector.form.start.frame
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.segments[0].span == Span(12, 25)
    assert desk.window.timeline.hasFocus()


def test_a_better_index_leaves_the_picture_on_show(desk: Desk) -> None:
    shown: list[str] = []
    stage = desk.window.player.stage
    desk.ws.playback.opened.connect(lambda *_: shown.append(stage.message))
    desk.go(30)
    desk.ws.playback.reload()
    desk.until(lambda: shown)
    assert shown == [""]
    assert desk.ws.playhead.frame == 30


def test_names_get_the_room_in_the_labels_list(desk: Desk) -> None:
    desk.label("snatch weight lifting")
    tree = desk.window.library.labels.tree
    desk.until(lambda: tree.columnWidth(NAME) > 50)  # laid out
    widths = {column: tree.columnWidth(column) for column in (NAME, KEY, COUNT)}
    heads = QFontMetrics(tree.font())
    assert widths[KEY] >= heads.horizontalAdvance("Key")
    assert widths[COUNT] >= heads.horizontalAdvance("Used")
    assert widths[KEY] + widths[COUNT] < widths[NAME]


def test_the_empty_window_says_what_comes_next(qtbot: QtBot, tmp_path) -> None:
    desk = open_desk(qtbot, tmp_path / "p.reelmark")
    assert "Open a video" in desk.window.runs._hint.text
    assert "Then find its activities" in desk.window.player.stage._message[2]
    assert not desk.window.overview.isVisible()
    desk.window.close()


def test_with_a_video_the_next_step_is_the_analysis(desk: Desk) -> None:
    assert desk.window.runs._hint.text.startswith("Press F5")


def test_the_first_window_fits_the_screen(desk: Desk, qtbot: QtBot, tmp_path) -> None:
    other = open_desk(qtbot, tmp_path / "q.reelmark")
    desk.window._fit_screen()
    room = other.window.screen().availableSize()
    assert desk.window.height() <= max(room.height(), desk.window.minimumSizeHint().height())
    other.window.close()


def test_short_jobs_do_not_flash(qtbot: QtBot) -> None:
    bar = JobBar(patience_ms=60)
    qtbot.addWidget(bar)
    bar.add_job("short", "Exporting")
    bar.add_job("long", "Reading")
    assert not bar.isVisible()
    bar.remove_job("short")
    qtbot.waitUntil(bar.isVisible, timeout=2000)
    assert bar.titles == ["Reading"]
    bar.set_progress("long", Progress(text="Reading"))
    assert bar.findChildren(type(bar._rows["long"]))[-1]._text.text() == ""  # not the same words twice


def test_the_list_of_keys_names_actions_and_has_no_alien_icons(desk: Desk) -> None:
    _three(desk)
    dialog = KeysDialog(desk.window.listed_actions(), desk.window)
    dialog.show()
    texts = [dialog.list.topLevelItem(i).text(0) for i in range(dialog.list.topLevelItemCount())]
    assert "Edit → Undo" in texts  # not "Undo Add wave"
    assert any("Next segment" in text for text in texts)
    box = dialog.findChild(QDialogButtonBox)
    hint = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
    assert not QApplication.style().styleHint(hint, None, box)
    dialog.close()


def test_what_can_be_switched_shows_how_it_stands(desk: Desk) -> None:
    commands, timeline = desk.window.commands, desk.window.timeline
    assert commands["snap"].isChecked() == timeline.snapping == desk.ws.settings.snap
    desk.keys("S")
    assert commands["snap"].isChecked() == timeline.snapping == desk.ws.settings.snap
    assert not commands["toggle_theme"].isChecked()
    commands["toggle_theme"].trigger()
    assert commands["toggle_theme"].isChecked()
    commands["toggle_theme"].trigger()


def test_what_a_user_can_cause_in_an_action_is_told_and_is_no_bug(desk: Desk, monkeypatch, tmp_path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(dialogs, "ask_save", lambda *_, **__: tmp_path / "file" / "copy.reelmark")
    desk.window.commands["save_copy"].trigger()
    assert len(desk.window.messages.texts) == 1
    assert "copy.reelmark" in desk.window.messages.texts[0] or "file" in desk.window.messages.texts[0]


def test_a_chooser_opens_where_people_keep_files(qtbot: QtBot, monkeypatch, tmp_path) -> None:
    asked: list[str] = []
    chosen = tmp_path / "there" / "x.json"

    def choose(parent, title, folder, filters):
        asked.append(folder)
        return str(chosen), filters

    monkeypatch.setattr(files, "_last_folder", "")
    monkeypatch.setattr(files.QFileDialog, "getOpenFileName", choose)
    files.ask_open("Open", "All files (*)")
    files.ask_open("Open", "All files (*)")
    assert asked[0]
    assert asked[0] != str(Path.cwd())
    assert asked[1] == str(chosen.parent)


def test_the_heights_of_player_and_timeline_are_remembered(desk: Desk) -> None:
    middle = desk.window.middle

    def share() -> float:
        return middle.sizes()[1] / sum(middle.sizes())

    middle.setSizes([sum(middle.sizes()) - 200, 200])
    before = share()
    desk.window._remember()
    desk.window.reset_layout()
    assert share() > before + 0.1
    desk.window._restore()
    assert share() == pytest.approx(before, abs=0.02)

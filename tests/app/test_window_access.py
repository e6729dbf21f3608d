"""Palette, panels, settings and remapped keys, worked by keys alone in the real window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app import keymap
from app.actions.table import ACTIONS
from app.dialogs import settings_keys
from app.dialogs.settings import SettingsDialog
from app.dialogs.settings_keys import KeysPage
from app.dialogs.settings_table import HIDDEN, OPTIONS
from app.palette_presenter import why_not
from app.views.palette import Palette
from app.words import keys_text
from core.settings import Settings
from core.time import Span
from tests.helpers.desk import Desk, desk, spans

__all__ = ["desk"]


def _palette(desk: Desk, typed: str = "") -> Palette:
    desk.keys("Ctrl+Shift+P")
    view = desk.window.access.palette.view
    assert view.isVisible()
    assert view.field.hasFocus()
    QTest.keyClicks(view.field, typed)
    return view


def _enter(view: Palette) -> None:
    QTest.keyClick(view.field, Qt.Key.Key_Return)


# -- palette


def test_a_few_letters_and_enter_run_an_action(desk: Desk) -> None:
    view = _palette(desk, "last frame")
    assert view.shown[0].id == "jump_end"
    assert view.shown[0].keys == "End"
    _enter(view)
    assert not view.isVisible()
    assert desk.ws.playhead.frame == 99


def test_labels_and_videos_are_found_as_well(desk: Desk) -> None:
    wave = desk.label("wave")
    jump = desk.label("jump")
    _enter(_palette(desk, "label wave"))
    assert desk.ws.document.current_label_id == wave
    desk.drag(10, 30)
    _enter(_palette(desk, "label jump"))
    assert [row.label_id for row in desk.segments] == [jump]
    view = _palette(desk, "open v.avi")
    assert view.shown[0].text == "Open v.avi"
    _enter(view)
    assert desk.ws.document.video is not None


def test_what_is_not_possible_says_why_and_does_nothing(desk: Desk) -> None:
    view = _palette(desk, "join")
    assert view.shown[0].why_not == "Select two segments or more first."
    _enter(view)
    assert view.isVisible()
    assert desk.window.messages.texts == ["Select two segments or more first."]


def test_arrows_choose_and_escape_gives_the_keyboard_back(desk: Desk) -> None:
    desk.window.timeline.setFocus()
    frame = desk.ws.playhead.frame
    view = _palette(desk)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(view.field, key)
    assert view.list.currentRow() == 1
    assert desk.ws.playhead.frame == frame, "the arrows belong to the palette"
    QTest.keyClick(view.field, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert desk.window.timeline.hasFocus()


def test_nothing_that_fits_is_said(desk: Desk) -> None:
    view = _palette(desk, "qqqzzz")
    assert view.nothing.isVisible()
    _enter(view)
    assert view.isVisible()


def test_the_palette_leaves_when_the_focus_does(desk: Desk) -> None:
    view = _palette(desk)
    desk.window.timeline.setFocus()
    assert not view.isVisible()


def test_every_need_has_a_sentence() -> None:
    said = {spec.needs: why_not(spec) for spec in ACTIONS if spec.needs}
    assert "Not possible now." not in said.values()


# -- panels


def test_f6_goes_round_all_panels_and_back(desk: Desk) -> None:
    window, visited = desk.window, []
    window.timeline.setFocus()
    panels = window.access.panels.all()
    assert {window.timeline, window.player, window.library, window.runs, window.inspector} <= set(panels)
    for _ in range(2 * len(panels)):
        desk.keys("F6")
        focus = QApplication.focusWidget()
        visited.append(next(p for p in panels if p is focus or p.isAncestorOf(focus)))
    there = visited[: len(visited) // 2]
    assert visited == there * 2
    assert len(set(there)) == len(there) >= 4
    desk.keys("Shift+F6")
    focus = QApplication.focusWidget()
    assert visited[-2] is focus or visited[-2].isAncestorOf(focus)


def test_tab_reaches_the_fields_of_the_player(desk: Desk) -> None:
    assert desk.window.player.transport.number.focusPolicy() & Qt.FocusPolicy.TabFocus


# -- settings


def _settings(desk: Desk) -> SettingsDialog:
    desk.keys("Ctrl+,")
    dialogs = [one for one in desk.window.findChildren(SettingsDialog) if one.isVisible()]
    assert len(dialogs) == 1
    assert not dialogs[0].isModal()
    desk.until(dialogs[0].isActiveWindow)
    return dialogs[0]


def test_every_setting_can_be_set_or_is_kept_by_the_program() -> None:
    shown = {option.field for option in OPTIONS}
    known = set(Settings.__dataclass_fields__)
    assert shown | HIDDEN == known
    assert not shown & HIDDEN


def test_settings_are_used_at_once(desk: Desk) -> None:
    dialog = _settings(desk)
    name = dialog.controls["author"]
    name.setFocus()
    QTest.keyClicks(name, "Ann")
    QTest.keyClick(name, Qt.Key.Key_Tab)
    assert desk.ws.settings.author == "Ann"
    assert desk.ws.document.author == "Ann"
    snap = dialog.controls["snap"]
    dialog.show_page("Timeline")
    snap.setFocus()
    QTest.keyClick(snap, Qt.Key.Key_Space)
    assert not desk.ws.settings.snap
    assert not desk.window.timeline.snapping
    assert not desk.window.commands["snap"].isChecked()


# -- keys


def _keys(desk: Desk, action: str) -> KeysPage:
    desk.window.access.open_settings("Keys")
    dialog = next(d for d in desk.window.findChildren(SettingsDialog) if d.isVisible())
    desk.until(dialog.isActiveWindow)
    page = dialog.keys
    _choose(page, action)
    return page


def _choose(page: KeysPage, text: str) -> None:
    page.search.setText(text)
    items = [page.list.topLevelItem(i) for i in range(page.list.topLevelItemCount())]
    page.list.setCurrentItem(next(item for item in items if not item.isHidden()))


def _press(page: KeysPage, key: Qt.Key, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    page.edit.setFocus()
    QTest.keyClick(page.edit, key, mods)


def test_new_keys_work_at_once_and_the_old_ones_no_more(desk: Desk) -> None:
    page = _keys(desk, "last frame")
    _press(page, Qt.Key.Key_F11)
    assert desk.ws.settings.keys == {"jump_end": ["F11"]}
    assert "F11" in desk.window.commands["jump_end"].toolTip()
    desk.keys("End")
    assert desk.ws.playhead.frame == 0
    desk.keys("F11")
    assert desk.ws.playhead.frame == 99


def test_hints_name_the_keys_that_are_set_now(desk: Desk) -> None:
    window = desk.window
    window.signals.show_area(True)
    _press(_keys(desk, "find act"), Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.runs._hint.text.startswith("Press Ctrl+5 to find activities")
    assert "Press Ctrl+5 to find activities" in " ".join(window.timeline._nothing() or ())
    said = {row.name: row.said for row in window.signals.view.rows}
    assert said["surprise"] == "Run patraucean2015 to see surprise (Ctrl+5)"
    window.moving.compare.go(+1)
    assert any("find activities (Ctrl+5)" in text for text in window.messages.texts)
    desk.ws.change_settings(keys={"add_videos": ["Ctrl+7"], "analyze": []})
    window.access.apply_keys()
    window.player.set_video(None)
    assert window.player.stage.message == "Drop a video here, or press Ctrl+7"
    assert "“Find activities”" in window.player.stage._message[2]
    desk.ws.change_settings(keys={})
    window.access.apply_keys()
    assert window.player.stage.message == "Drop a video here, or press Ctrl+O"


def test_a_conflict_is_said_and_taken_only_when_wanted(desk: Desk) -> None:
    page = _keys(desk, "last frame")
    _press(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert "Split at playhead" in page.said.text()
    assert desk.ws.settings.keys == {}
    assert page.take.isVisible()
    page.take.setFocus()
    QTest.keyClick(page.take, Qt.Key.Key_Space)
    assert desk.ws.settings.keys == {"jump_end": ["Ctrl+K"], "split": []}
    desk.keys("Ctrl+K")
    assert desk.ws.playhead.frame == 99


def test_an_action_takes_the_key_of_a_label_and_the_other_way_round(desk: Desk) -> None:
    wave = desk.label("wave")
    page = _keys(desk, "last frame")
    _press(page, Qt.Key.Key_1)
    assert "wave" in page.said.text()
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert desk.ws.document.labels[wave].key == ""
    desk.keys("1")
    assert desk.ws.playhead.frame == 99
    _choose(page, "wave")
    _press(page, Qt.Key.Key_A)
    assert "Accept prediction" in page.said.text()
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert desk.ws.document.labels[wave].key == "A"
    assert desk.window.commands["accept"].shortcut().isEmpty()
    desk.keys("Ctrl+Z")  # the label's key is an Edit like others
    assert desk.ws.document.labels[wave].key == ""


def test_a_label_takes_letters_only(desk: Desk) -> None:
    desk.label("wave")
    page = _keys(desk, "wave")
    _press(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert page.said.text() == "A label's key is one letter, one digit or a function key."


def test_one_action_and_all_actions_are_reset(desk: Desk) -> None:
    page = _keys(desk, "last frame")
    _press(page, Qt.Key.Key_F11)
    _choose(page, "first frame")
    _press(page, Qt.Key.Key_F12)
    QTest.mouseClick(page.reset, Qt.MouseButton.LeftButton)
    assert desk.ws.settings.keys == {"jump_end": ["F11"]}
    QTest.mouseClick(page.none, Qt.MouseButton.LeftButton)
    assert desk.ws.settings.keys["jump_start"] == []
    QTest.mouseClick(page.reset_all, Qt.MouseButton.LeftButton)
    assert desk.ws.settings.keys == {}
    desk.keys("End")
    assert desk.ws.playhead.frame == 99


def test_keys_travel_in_a_file(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "keys.json"
    monkeypatch.setattr(settings_keys, "ask_save", lambda *_: file)
    monkeypatch.setattr(settings_keys, "ask_open", lambda *_: file)
    page = _keys(desk, "last frame")
    _press(page, Qt.Key.Key_F11)
    QTest.mouseClick(page.store, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.reset_all, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.load, Qt.MouseButton.LeftButton)
    assert desk.ws.settings.keys == {"jump_end": ["F11"]}
    file.write_text("[]")
    QTest.mouseClick(page.load, Qt.MouseButton.LeftButton)
    assert "is no file of keys" in page.said.text()
    assert desk.ws.settings.keys == {"jump_end": ["F11"]}
    file.write_text(json.dumps({"format": keymap.FORMAT, "keys": {"split": ["End"], "join": ["End"]}}))
    QTest.mouseClick(page.load, Qt.MouseButton.LeftButton)
    assert "End" in page.said.text()
    assert "split" in page.said.text()


def test_keys_of_the_settings_are_there_from_the_start(desk: Desk) -> None:
    desk.ws.change_settings(keys={"jump_end": ["F11"], "split": 3, "gone": ["X"], "join": ["??"]})
    desk.window.access.apply_keys()
    desk.keys("F11")
    assert desk.ws.playhead.frame == 99
    assert desk.window.commands["split"].shortcut().toString() == "Ctrl+K"


def test_a_label_gives_way_to_an_action_of_the_settings(desk: Desk) -> None:
    """Two shortcuts on one key would call neither."""
    wave = desk.label("wave")
    desk.ws.change_settings(keys={"jump_end": ["1"]})
    desk.window.access.apply_keys()
    desk.ws.document.lists_changed.emit()
    desk.keys("1")
    assert desk.ws.playhead.frame == 99
    assert desk.ws.document.labels[wave].key == "1"


def test_what_the_user_chose_goes_before_a_later_default() -> None:
    keys = keymap.all_keys({"jump_end": ["Home"], "join": ["X"], "split": ["x"]})
    assert (keys["jump_end"], keys["jump_start"]) == (("Home",), ())
    assert sorted([keys["join"], keys["split"]]) == [(), ("x",)]
    assert keymap.clashes(keys) == {}


def test_every_action_has_a_key_and_no_two_have_the_same() -> None:
    assert [spec.name for spec in ACTIONS if not spec.keys] == []
    assert keymap.clashes({spec.name: spec.keys for spec in ACTIONS}) == {}


def test_every_tooltip_and_menu_shows_the_key(desk: Desk) -> None:
    for spec in ACTIONS:
        action = desk.window.commands[spec.name]
        assert f"({keys_text(spec.keys[:1])})" in action.toolTip(), spec.name
        assert not action.shortcut().isEmpty()
    find = next(b for b in desk.window.findChildren(QPushButton) if b.text().strip() == "Find activities")
    assert "F5" in find.toolTip()


def test_drawing_still_works_after_the_palette(desk: Desk) -> None:
    desk.label("wave")
    QTest.keyClick(_palette(desk).field, Qt.Key.Key_Escape)
    desk.drag(10, 30)
    assert spans(desk.segments) == [Span(10, 30)]

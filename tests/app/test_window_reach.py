"""Everything is reached by keys, has a name, shows its focus; nothing is modal; help, first steps and bug report."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QFrame,
    QHeaderView,
    QListView,
    QMenu,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import dialogs
from app.dialogs import bug
from app.dialogs.analyse import Answers
from app.dialogs.bug import BugDialog
from app.dialogs.help import KeysDialog
from app.dialogs.train import TrainDialog
from app.dialogs.tuning import TuningDialog
from app.sample import SAMPLE as MADE_SAMPLE
from app.tasks import networks
from app.welcome_presenter import SAMPLE
from core import assets
from core.errors import UserError
from core.log import logger
from core.rows import State
from core.settings import Settings
from core.task import drive
from core.time import Span
from tests.helpers.desk import Desk, desk, open_desk

__all__ = ["desk"]


def _of_qt(widget: QWidget) -> bool:
    """Parts of Qt's own widgets, which speak through these."""
    inside = isinstance(widget.parent(), QFrame) and isinstance(widget, QListView) and widget.window() != widget
    popup = inside and bool(widget.window().windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup)
    spin = isinstance(widget.parent(), QAbstractSpinBox)
    return (
        popup or spin or widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar | QHeaderView | QMenu)
    )


def _said(widget: QWidget) -> str:
    """What a screen reader calls it."""
    known = QAccessible.queryAccessibleInterface(widget)
    return known.text(QAccessible.Text.Name) if known is not None else ""


def _nameless(root: QWidget) -> list[str]:
    return [
        f"{type(widget.parent()).__name__} > {type(widget).__name__} {widget.objectName()}"
        for widget in root.findChildren(QWidget)
        if (widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton))
        and not _of_qt(widget)
        and not widget.isHidden()
        and not _said(widget).strip()
    ]


def test_everything_in_the_window_has_a_name(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 30)
    desk.window.access.welcome.open()
    desk.window.access.palette.open()
    desk.ws.say("Something")
    assert _nameless(desk.window) == []


def test_everything_in_the_dialogs_has_a_name(desk: Desk) -> None:
    access = desk.window.access
    access.open_settings()
    access.open_help()
    models, device = drive(networks("cpu"))
    nothing = Answers(*[lambda *_: None] * 4)
    opened = [
        access._settings,
        access._help,
        dialogs.show_bug("Traceback", desk.window),
        KeysDialog(desk.window.listed_actions(), desk.window),
        dialogs.ask_analysis(models, 1, device, nothing),
        TrainDialog(models[0], "", device, desk.window),
        TuningDialog([], "Tuned", 2, desk.window),
    ]
    assert all(opened)
    nameless = {type(one).__name__: _nameless(one) for one in opened if one is not None}
    for one in opened:
        if one is not None:
            one.close()
    assert {name: found for name, found in nameless.items() if found} == {}


def test_every_place_that_tab_reaches_shows_the_focus(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 30)
    desk.window.access.welcome.open()
    invisible = []
    for widget in desk.window.findChildren(QWidget):
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.objectName().startswith("qt_")
        if tab and widget.isVisible() and widget.isEnabled():
            if focus := QApplication.focusWidget():
                focus.clearFocus()
            before = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if widget.grab().toImage() == before:
                invisible.append(f"{type(widget.parent()).__name__} > {type(widget).__name__}")
    assert invisible == []


def test_the_menu_key_opens_the_menu_of_the_chosen_row(desk: Desk) -> None:
    desk.label("wave")
    desk.label("jump")
    tree = desk.window.library.labels.tree
    tree.setCurrentIndex(tree.model().index(1, 1))
    asked: list[QPoint] = []
    tree.customContextMenuRequested.connect(asked.append)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(tree, event)
    assert [tree.indexAt(at).row() for at in asked] == [1]
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_a_refusal_and_a_failed_action_open_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing modal while labelling: what a user can cause stands in the message bar, with what to do."""

    def refuse(*_: object) -> None:
        raise UserError("This cannot be; do something else.")

    monkeypatch.setattr(desk.ws.playhead, "seek", refuse)
    tops = set(QApplication.topLevelWidgets())
    desk.keys("End")
    assert desk.window.messages.texts == ["This cannot be; do something else."]
    assert QApplication.activeModalWidget() is None
    assert [one for one in set(QApplication.topLevelWidgets()) - tops if one.isVisible()] == []


def test_labelling_never_opens_a_dialog(desk: Desk) -> None:
    desk.label("wave")
    desk.keys(
        "I", "Right", "Right", "O", "Return", "Ctrl+K", "Ctrl+J", "[", "]", "Ctrl+L", "Del", "Ctrl+Z", "Esc", "Del"
    )
    assert QApplication.activeModalWidget() is None


# -- help


def test_f1_opens_help_of_this_version_that_is_searched(desk: Desk) -> None:
    desk.keys("F1")
    help_ = desk.window.access._help
    assert help_ is not None
    assert help_.isVisible()
    assert not help_.isModal()
    assert metadata.version("reelmark") in help_.windowTitle()
    titles = [help_.topics.item(i).text() for i in range(help_.topics.count())]
    assert titles[:3] == ["Getting started", "Keys", "The timeline"]
    QTest.keyClicks(help_.search, "disk full")
    shown = [help_.topics.item(i).text() for i in range(help_.topics.count()) if not help_.topics.item(i).isHidden()]
    assert shown == ["Troubleshooting"]
    assert "The disk is full" in help_.text.toPlainText()
    assert help_.text.extraSelections()
    help_.search.setText("qqqzzz")
    assert help_.nothing.isVisible()


def test_the_keys_in_the_help_are_those_that_are_set(desk: Desk) -> None:
    desk.ws.change_settings(keys={"jump_end": ["F11"]})
    desk.window.access.open_help("keys")
    text = desk.window.access._help.text.toPlainText()
    assert "F11\nLast frame" in text
    for key in ("[", "]", ",", "Ctrl++"):
        assert f"\n{key}\n" in text or f"\n{key} " in text, key


def test_every_link_in_the_help_leads_somewhere(desk: Desk) -> None:
    desk.window.access.open_help()
    help_ = desk.window.access._help
    names = {help_.topics.item(i).data(Qt.ItemDataRole.UserRole)[0] for i in range(help_.topics.count())}
    assert names == {"start", "keys", "timeline", "review", "networks", "measure", "formats", "troubles"}
    help_._follow(QUrl("timeline.md"))
    assert help_.topics.currentItem().text() == "The timeline"


# -- first steps


def test_the_first_steps_go_on_by_themselves(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.helpers.tiny import write_video

    clip = write_video(tmp_path / "sample.avi", [10] * 40)
    monkeypatch.setattr(assets, "path", lambda name: clip)
    desk = open_desk(qtbot, tmp_path / "p.reelmark")
    strip = desk.window.access.welcome.strip
    assert not strip.isVisible(), "a private program is nobody's first"
    desk.keys("Shift+F1")
    assert strip.isVisible()
    assert (strip.number, strip.dots.accessibleName()) == (0, "Step 1 of 3")
    desk.until(strip.buttons()[0].hasFocus)
    QTest.keyClick(strip.buttons()[0], Qt.Key.Key_Space)
    desk.until(lambda: desk.ws.document.video is not None)
    desk.idle()
    assert strip.number == 1
    desk.label("wave")
    desk.keys("I", "Right", "O", "Return")
    assert not strip.isVisible(), "a segment by hand: the way is known"
    assert not desk.ws.settings.welcome
    assert any("the whole way" in text for text in desk.window.messages.texts)
    desk.keys("Shift+F1")
    assert strip.isVisible()
    assert strip.number == 2
    QTest.mouseClick(strip.skip, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
    desk.window.close()


def test_the_sample_is_the_one_of_the_checkout() -> None:
    assert SAMPLE == MADE_SAMPLE
    assert Settings().welcome


def test_steps_are_walked_by_hand_as_well(desk: Desk) -> None:
    desk.window.access.welcome.open()
    strip = desk.window.access.welcome.strip
    assert strip.number == 1
    QTest.mouseClick(strip.on, Qt.MouseButton.LeftButton)
    assert strip.number == 2
    assert not strip.on.isEnabled()
    QTest.mouseClick(strip.back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(strip.back, Qt.MouseButton.LeftButton)
    assert strip.number == 0
    assert not strip.back.isEnabled()


# -- bugs


def test_a_bug_shows_a_report_that_can_be_copied(desk: Desk) -> None:
    from core import log

    log.set_up()
    logger("test").warning("the line before it broke")
    desk.ws.broke.emit("Traceback (most recent call last):\nValueError: 3")
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, BugDialog) and one.isVisible()]
    assert len(found) == 1
    dialog = found[0]
    assert not dialog.isModal()
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    version = f"Reelmark {metadata.version('reelmark')}"
    for part in (version, "Python 3.", "Qt 6.", "ValueError: 3", "the line before it broke"):
        assert part in text
    assert dialogs.show_bug("once more") is None, "one at a time"
    desk.label("wave")
    desk.drag(10, 30)
    assert [row.span for row in desk.segments] == [Span(10, 30)], "work goes on behind it"
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_log_that_is_not_there_is_no_second_mistake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bug, "log_dir", lambda: tmp_path / "none")
    assert bug.last_lines()[0].startswith("(the log cannot be read")


def test_states_are_told_apart_by_form(desk: Desk) -> None:
    """Rejected is hatched, predicted is dashed: not by colour alone."""
    from app.views.timeline_colors import Colors
    from app.views.timeline_segments import _manner

    colors = Colors.of(desk.window.palette())
    looks = {state: _manner(state, "#e69f00", colors) for state in State}
    assert looks[State.REJECTED].hatch is not None
    assert looks[State.PREDICTED].border.style() == Qt.PenStyle.CustomDashLine
    assert looks[State.ACCEPTED].border.style() == Qt.PenStyle.SolidLine

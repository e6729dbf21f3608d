"""Runs and their live sliders through mouse and keys."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import theme
from app.views.runs import RunsView
from core.decode import DecodeSettings
from core.rows import Run
from tests.helpers.views import ID, click_row, type_into

RUNS = [Run(ID + i, ID, "i3d", None, "{}", "", 1_700_000_000_000 + i, device="CPU", seconds=3.0) for i in (1, 2)]
SETTINGS = asdict(DecodeSettings(2.0, 0.3, 0.15, 0.5, 1.0)) | {"form": "small"}


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> RunsView:
    theme.apply(qapp, "light")
    made = RunsView()
    qtbot.addWidget(made)
    made.resize(290, 460)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_empty_it_has_no_sliders(view: RunsView) -> None:
    assert not view.panel.isVisible()
    assert view.current is None


def test_the_first_run_is_chosen_and_stays_so(view: RunsView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.run_chosen) as told:
        view.set_runs(RUNS, {ID + 1: 12})
    assert told.args == [ID + 1]
    assert view.found.text() == "12 segments found"
    with qtbot.waitSignal(view.run_chosen) as told:
        click_row(view.list, 1)
    assert told.args == [ID + 2]
    with qtbot.assertNotEmitted(view.run_chosen):
        view.set_runs(RUNS[::-1], {ID + 2: 1})
    assert view.current == ID + 2
    assert view.found.text() == "1 segment found"


def test_the_eye_hides_and_shows(view: RunsView, qtbot: QtBot) -> None:
    view.set_runs(RUNS, {}, {ID + 2})
    for row, shown in ((0, True), (0, False), (1, False)):
        box = view.list.visualRect(view.list.model().index(row, 0))
        with qtbot.waitSignal(view.visibility_changed) as told:
            qtbot.mouseClick(
                view.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 22, box.center().y())
            )
        assert told.args == [ID + row + 1, shown]


def test_a_slider_tells_at_once_and_hands_the_rest_back(view: RunsView, qtbot: QtBot) -> None:
    view.set_runs(RUNS, {})
    view.set_settings(SETTINGS)
    slider = view.panel.row("threshold").slider
    assert slider.value() == 30
    with qtbot.waitSignals([view.settings_changed, view.settings_committed]):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert view.panel.values() == {**SETTINGS, "threshold": 0.31, "low": 0.155}, "the low end goes with it"
    assert view.panel.row("threshold").number.value() == pytest.approx(0.31)


def test_a_typed_number_moves_the_slider(view: RunsView, qtbot: QtBot) -> None:
    view.set_runs(RUNS, {})
    view.set_settings(SETTINGS)
    row = view.panel.row("min_length")
    with qtbot.waitSignal(view.settings_committed) as told:
        type_into(row.number, "2.5")
    assert told.args == [ID + 1, {**SETTINGS, "min_length": 2.5}]
    assert row.slider.value() == 25


def test_showing_settings_tells_nobody(view: RunsView, qtbot: QtBot) -> None:
    view.set_runs(RUNS, {})
    with qtbot.assertNotEmitted(view.settings_changed, wait=60):
        view.set_settings({**SETTINGS, "smoothing": 45.0})
    assert view.panel.row("smoothing").number.value() == 45.0


def test_settings_that_cannot_be_changed_say_why(view: RunsView) -> None:
    view.set_runs(RUNS, {})
    view.set_settings(SETTINGS, "The scores of this run are gone; analyse again.")
    assert not view.panel.isEnabled()
    assert "analyse again" in view.panel.toolTip()


def test_accept_all_and_remove(view: RunsView, qtbot: QtBot) -> None:
    view.set_runs(RUNS, {})
    with qtbot.waitSignal(view.accept_all_requested) as told:
        qtbot.mouseClick(view.accept_all, Qt.MouseButton.LeftButton)
    assert told.args == [ID + 1]
    with qtbot.waitSignal(view.remove_requested) as told:
        qtbot.mouseClick(view.remove, Qt.MouseButton.LeftButton)
    assert told.args == [ID + 1]
    view.set_runs(RUNS[1:], {})
    assert view.current == ID + 2

"""The sliders with what they change of precision, recall and F1, and the tuning by one button, in the real window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.dialogs import TuningDialog
from app.dialogs.analyse import AnalyseDialog
from app.tasks import ModelChoice, WeightsChoice
from core.decode import DecodeSettings, LabelSettings
from core.rows import Run
from core.storage.project import Project
from tests.helpers.desk import Desk, open_desk
from tests.helpers.scored import SETTINGS, STEP, STEPS, scored
from tests.helpers.tiny import write_video


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path):
    """Three videos, of which one is there; runs with scores in all, two of them reviewed."""
    write_video(tmp_path / "0.mp4", [10] * STEPS * STEP)
    path = tmp_path / "p.reelmark"
    scored(path)
    made = open_desk(qtbot, path)
    made.ws.document.author = "Ann"
    made.ws.show_first_video()
    made.until(lambda: made.ws.scores)
    made.idle()
    made.until(lambda: "0.00" in numbers(made)[0])
    yield made
    made.window.close()


def numbers(desk: Desk) -> list[str]:
    return [label.text() for label in desk.window.runs.figures.numbers]


def runs(desk: Desk) -> list[Run]:
    with Project.open(desk.project) as project:
        return project.runs()


def decoding(desk: Desk) -> list[DecodeSettings]:
    return [DecodeSettings.read(json.loads(run.settings)) for run in runs(desk)]


def slide(desk: Desk, value: int) -> None:
    desk.window.runs.panel.row("threshold").slider.setValue(value)


def test_a_slider_shows_what_it_changes_and_reset_takes_it_back(desk: Desk) -> None:
    view = desk.window.runs
    assert "+" not in numbers(desk)[0]
    assert not view.reset.isEnabled()
    slide(desk, 75)
    desk.until(lambda: "+1.00" in numbers(desk)[0])  # `strong` is right now, `weak` found nowhere
    assert "0.50" in numbers(desk)[1]
    assert "recall 0.50" in view.figures.toolTip()
    desk.until(lambda: decoding(desk)[0].threshold == 0.75)
    desk.until(lambda: view.reset.isEnabled() and not view.panel._later.isActive())
    assert "+1.00" in numbers(desk)[0], "what was stored meanwhile is not what it is held against"
    desk.qtbot.mouseClick(view.reset, Qt.MouseButton.LeftButton)
    desk.until(lambda: decoding(desk)[0] == SETTINGS)
    desk.until(lambda: "+" not in numbers(desk)[0] and not view.reset.isEnabled())
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert decoding(desk) == [SETTINGS] * 3


def test_one_label_at_a_time(desk: Desk) -> None:
    view = desk.window.runs
    assert [view.panel.labels.itemText(i) for i in range(view.panel.labels.count())] == ["All labels", "strong", "weak"]
    view.panel.choose("weak")
    slide(desk, 25)
    desk.until(lambda: "+1.00" in numbers(desk)[2])
    desk.until(lambda: decoding(desk)[0].of("weak").threshold == 0.25)
    assert decoding(desk)[0].threshold == decoding(desk)[0].of("strong").threshold == 0.5
    lanes = {lane.label.name: lane.threshold for lane in desk.window.timeline.scene.lanes if lane.track.run_id}
    assert lanes == {"strong": 0.5, "weak": 0.25}
    view.panel.choose("")
    assert view.panel.row("threshold").number.value() == 0.5
    slide(desk, 60)
    desk.until(lambda: decoding(desk)[0].threshold == 0.6)
    assert decoding(desk)[0].of("weak").threshold == 0.6, "all labels are all"
    assert decoding(desk)[1:] == [SETTINGS] * 2


def test_settings_go_to_all_videos_by_one_edit(desk: Desk) -> None:
    view = desk.window.runs
    slide(desk, 75)
    desk.qtbot.mouseClick(view.apply_all, Qt.MouseButton.LeftButton)
    desk.until(lambda: {one.threshold for one in decoding(desk)} == {0.75})
    desk.idle()
    desk.keys("Ctrl+Z")
    assert [one.threshold for one in decoding(desk)] == [0.75, 0.5, 0.5]


def test_tune_shows_before_and_after_and_is_one_edit(desk: Desk) -> None:
    before = desk.stored
    desk.qtbot.mouseClick(desk.window.runs.tune, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.window.tuning.dialog is not None)
    dialog = desk.window.tuning.dialog
    assert isinstance(dialog, TuningDialog)
    table = dialog.table
    rows = [[table.topLevelItem(i).text(c) for c in range(9)] for i in range(table.topLevelItemCount())]
    assert [row[0] for row in rows] == ["strong", "weak"]
    assert rows[0][1] == "10"
    assert rows[1][2].startswith("0.50 → 0.")
    assert [row[8] for row in rows] == ["0.00 → 1.00"] * 2
    assert decoding(desk) == [SETTINGS] * 3, "nothing yet"
    dialog.accept()
    found = decoding(desk)
    assert found[0] == found[1] == found[2] != SETTINGS
    desk.until(lambda: "+1.00" in numbers(desk)[2])
    assert "decoded anew" in " ".join(desk.window.messages.texts)
    assert len([row for row in desk.segments if row.score is not None]) == 10
    desk.keys("Ctrl+Z")
    assert decoding(desk) == [SETTINGS] * 3
    assert desk.stored == before


def test_what_cannot_be_tuned_is_said(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "q.reelmark"
    scored(other, videos=1, reviewed=0)
    desk.ws.open_project(other)
    desk.until(lambda: desk.ws.scores)
    desk.until(lambda: "then stand here" in desk.window.runs.figures.hint.text())
    assert not desk.window.runs.figures.numbers[0].isVisible()
    desk.keys("Alt+F5")
    desk.until(lambda: "Nobody has said" in " ".join(desk.window.messages.texts))


def test_folded_away_the_list_has_the_room_and_it_is_never_one_row(desk: Desk) -> None:
    view, window = desk.window.runs, desk.window
    window.resize(1366, 768)
    window.reset_layout()
    assert view.list.height() >= 2 * 46
    desk.qtbot.mouseClick(view.fold, Qt.MouseButton.LeftButton)
    assert view.folded
    assert not view.panel.isVisible()
    desk.until(lambda: view.list.height() > 5 * 46)
    assert desk.ws.settings.sliders_folded
    desk.qtbot.mouseClick(view.fold, Qt.MouseButton.LeftButton)
    assert view.panel.isVisible()


def test_the_analysis_begins_with_what_was_tuned_for_the_weights(qtbot: QtBot) -> None:
    plain = DecodeSettings(threshold=0.5, low=0.4)
    tuned = DecodeSettings(threshold=0.4, low=0.3, own=(LabelSettings("a", 0.2, 0.1, 1.0, 0.0, 0.0),))
    weights = [WeightsChoice(name, "trained here", "paper", 1, ("a",), Path(name)) for name in ("old", "new")]
    model = ModelChoice("net", "Net", "none", ("scores",), {"paper": 1}, plain, tuple(weights))
    dialog = AnalyseDialog([model], 1, "CPU", tuned=lambda _, file: tuned if file == Path("new") else None)
    qtbot.addWidget(dialog)
    dialog.open()
    assert (dialog.settings(), dialog.own.isVisible()) == (plain, False)
    dialog.top.setValue(3)
    dialog.weights.setCurrentIndex(1)
    dialog.weights.activated.emit(1)
    assert dialog.own.isVisible()
    assert dialog.settings() == tuned
    dialog.own.setChecked(False)
    assert dialog.settings() == DecodeSettings(threshold=0.4, low=0.3)

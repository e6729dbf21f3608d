"""Correcting, learning, predicting, in the real window and on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import models.cards
import models.finetune
import models.improve
from core.rows import Segment, State
from core.storage.project import Project
from core.time import Span
from models import checkpoint
from tests.helpers.command import assert_one_sentence, command
from tests.helpers.desk import LEVELS, Desk, open_desk
from tests.helpers.learning import teachable
from tests.helpers.tiny import write_video


@pytest.fixture
def class_room(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Two videos, dark with a bright stretch each; the network knows nothing but brightness."""
    teachable(monkeypatch)
    one = write_video(tmp_path / "one.avi", LEVELS)
    other = write_video(tmp_path / "two.avi", [10] * 40 + [245] * 40 + [10] * 40)
    desk = open_desk(qtbot, tmp_path / "p.reelmark", one, other)
    desk.ws.document.author = "Ann"
    yield desk
    desk.window.close()


def draw(desk: Desk, name: str, start: int, stop: int) -> None:
    desk.label(name) if name not in {row.name for row in desk.ws.document.labels.values()} else None
    desk.ws.marks.set_in(start)
    desk.ws.marks.set_out(stop)
    desk.keys("Return")


def found(desk: Desk) -> list[Segment]:
    return [row for row in desk.stored if row.state is State.PREDICTED]


def test_what_was_corrected_in_one_video_is_found_in_the_other(class_room: Desk) -> None:
    desk = class_room
    draw(desk, "bright", 20, 52)
    desk.window.commands["mark_video_reviewed"].trigger()
    desk.keys("Ctrl+F5")
    desk.until(lambda: not desk.ws.runner.busy and found(desk), 120_000)
    by_video = {}
    with Project.open(desk.project) as project:
        for track in (one for one in project.tracks() if one.run_id is not None):
            by_video.setdefault(track.video_id, []).extend(row for row in project.segments(track_id=track.id))
        names = {video.id: Path(video.path).name for video in project.videos()}
        (dataset,) = project.datasets()
        checkpoints = project.checkpoints()
    spans = {names[key]: value for key, value in by_video.items()}
    assert spans["two.avi"][0].span.iou(Span(40, 80)) > 0.7
    assert spans["one.avi"][0].span.iou(Span(20, 52)) > 0.7
    assert [rows[0].state for rows in spans.values()] == [State.ACCEPTED, State.PREDICTED], "what was drawn is known"
    learned = [row for row in checkpoints if row.dataset_id == dataset.id]
    assert [row.labels for row in learned] == [("bright",)]
    assert json.loads(dataset.manifest)["videos"][0]["reviewed"] == [[0, 100, desk.stored[0].track_id]]
    assert len(checkpoints) == 1, "the runs are those of the checkpoint that was learned"
    desk.keys("Ctrl+F5")
    desk.until(lambda: not desk.ws.runner.busy and len(desk.window.learning.versions) == 2, 120_000)
    with Project.open(desk.project) as project:
        assert [row.parent_id for row in project.checkpoints()] == [None, learned[0].id]


def test_nothing_to_learn_from_is_said_and_nothing_begins(class_room: Desk) -> None:
    desk = class_room
    desk.keys("Ctrl+F5")
    assert "nothing to learn from yet" in " ".join(desk.window.messages.texts)
    assert not [job for job in desk.ws.runner.jobs if job.title == "Learning from corrections"]
    draw(desk, "bright", 20, 52)
    desk.keys("Ctrl+F5")
    desk.idle()
    assert "Nothing says where" in " ".join(desk.window.messages.texts)
    with Project.open(desk.project) as project:
        assert not project.checkpoints()


def test_the_command_line_does_the_same(class_room: Desk, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    desk, reelmark = class_room, command(capsys)
    assert_one_sentence(reelmark("train", tmp_path / "none.reelmark"), "does not exist")
    assert_one_sentence(reelmark("train", desk.project), "nothing to learn from yet")
    draw(desk, "bright", 20, 52)
    desk.window.commands["mark_video_reviewed"].trigger()
    said = reelmark("train", desk.project, "--json", "--form", "linear")
    assert said.code == 0
    document = said.json
    assert document["labels"] == ["bright"]
    keys = {"checkpoint", "epochs", "labels", "metrics", "notes", "seconds", "videos", "changes"}
    assert set(document) == keys
    assert document["epochs"] > 1
    assert [video["segments"] for video in document["videos"]] == [1, 1]
    assert "bright (2 more)" in said.err + " ".join(document["notes"])
    assert document["changes"] == {}
    again = reelmark("train", desk.project, "--json").json
    assert again["changes"] == {"new": 0, "gone": 0, "moved": 0, "same": 2}
    with Project.open(desk.project) as project:
        assert {track.name for track in project.tracks() if track.run_id} == {"learned 2"}
    said = reelmark("train", desk.project, "--json", "--encoder", "--no-predict")
    assert said.code == 0
    with Project.open(desk.project) as project:
        settings = {Path(row.path).name: json.loads(row.settings) for row in project.checkpoints()}
    assert settings[Path(said.json["checkpoint"]).name]["encoder"] is True
    assert [row.get("encoder", False) for row in settings.values()].count(True) == 1
    assert_one_sentence(reelmark("train", desk.project, "--coherence", "--form", "linear"), "has no LSTM")
    (tmp_path / "one.avi").unlink()
    assert_one_sentence(reelmark("train", desk.project), "find the missing files")


def test_what_learning_changed_is_shown_before_it_is_taken(class_room: Desk) -> None:
    desk = class_room
    panel = desk.window.learn
    draw(desk, "bright", 20, 52)
    desk.window.commands["mark_video_reviewed"].trigger()
    desk.qtbot.mouseClick(panel.learn, Qt.MouseButton.LeftButton) if panel.isVisible() else desk.keys("Ctrl+F5")
    desk.until(lambda: not desk.ws.runner.busy and found(desk), 120_000)
    assert set(panel.curves.curves) == {"loss", "mAP", "F1"}
    assert panel.tree.topLevelItemCount() == 1
    for start, stop in ((0, 20), (52, 72), (88, 100)):  # all there is: what looks the same may not be both
        draw(desk, "dark", start, stop)
    desk.qtbot.mouseClick(panel.learn, Qt.MouseButton.LeftButton)
    desk.until(lambda: not desk.ws.runner.busy and panel.summary.text(), 120_000)
    kinds = {row.kind for row in panel.model._rows}
    assert "new" in kinds
    assert {ghost.kind for ghost in desk.window.timeline.scene.ghosts} <= {"new", "gone", "moved"}
    assert desk.window.timeline.scene.ghosts
    row = next(i for i, one in enumerate(panel.model._rows) if one.video == "two.avi")
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(row))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    desk.until(lambda: desk.ws.document.video.path == "two.avi" and desk.ws.document.selection)
    names = {lane.track.name for lane in desk.window.timeline.scene.lanes}
    assert {"learned 1", "learned 2"} <= names
    desk.keys("Ctrl+Shift+F5")
    assert not panel.summary.text()
    assert not desk.window.timeline.scene.ghosts
    assert "learned 1" not in {lane.track.name for lane in desk.window.timeline.scene.lanes}
    desk.keys("Ctrl+Z")
    desk.until(lambda: panel.summary.text())
    desk.qtbot.mouseClick(panel.refuse, Qt.MouseButton.LeftButton)
    assert [panel.tree.topLevelItem(i).text(3) for i in range(2)] == ["", "in use"]
    panel.tabs.setCurrentIndex(2)
    panel.tree.setCurrentItem(panel.tree.topLevelItem(0))
    desk.qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    desk.idle()
    assert [panel.tree.topLevelItem(i).text(3) for i in range(2)] == ["in use", ""]


def test_a_training_that_is_stopped_is_used_and_a_cancelled_one_kept(
    class_room: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = class_room
    panel = desk.window.learn
    base, card = models.cards.CARDS
    recipe = replace(card.recipes[1], steps=100_000)
    monkeypatch.setattr(models.improve, "quick", lambda recipe, examples: recipe)
    monkeypatch.setattr(models.cards, "CARDS", (base, replace(card, recipes=(card.recipes[0], recipe))))
    draw(desk, "bright", 20, 52)
    desk.window.commands["mark_video_reviewed"].trigger()
    desk.keys("Ctrl+F5")
    desk.until(lambda: panel.curves.curves.get("F1"), 60_000)
    desk.qtbot.mouseClick(panel.learn, Qt.MouseButton.LeftButton)
    desk.until(lambda: not desk.ws.runner.busy and found(desk), 60_000)
    assert json.loads(desk.window.learning.versions[0].row.settings)["stopped"]
    before = len(found(desk))
    desk.keys("Ctrl+F5")
    desk.until(lambda: panel.curves.curves.get("F1"), 60_000)
    desk.keys("Ctrl+.")
    desk.idle()
    desk.until(lambda: len(desk.window.learning.versions) == 2)
    assert len(found(desk)) == before
    assert "kept among the versions" in " ".join(desk.window.messages.texts)


def test_the_network_below_can_be_fine_tuned_too(
    class_room: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, reelmark = class_room, command(capsys)
    monkeypatch.setattr(models.finetune, "RECIPE", replace(models.finetune.RECIPE, steps=10))
    draw(desk, "bright", 20, 52)
    desk.window.commands["mark_video_reviewed"].trigger()
    said = reelmark("train", desk.project, "--json", "--form", "linear", "--backbone")
    assert said.code == 0
    base = models.cards.card("i3d")
    (tuned,) = checkpoint.tuned_folder(base).glob("*.safetensors")
    assert checkpoint.about(Path(said.json["checkpoint"])).notes["settings"]["backbone"] == tuned.name
    assert [video["segments"] for video in said.json["videos"]] == [1, 1]
    desk.until(lambda: len(desk.window.learning.versions) == 1)
    (track,) = (one for one in desk.ws.document.tracks.values() if one.run_id)
    assert track.name == "learned 1"
    tuned.unlink()
    path = desk.project.parent / desk.ws.document.video.path
    said = reelmark("analyze", desk.project, path, "--model", "head", "--checkpoint", said.json["checkpoint"])
    assert_one_sentence(said, "are gone; learn from corrections again")

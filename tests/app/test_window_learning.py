"""Correcting, learning, predicting, in the real window and on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.rows import Segment, State
from core.storage.project import Project
from core.time import Span
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
        for track in project.tracks():
            by_video.setdefault(track.video_id, []).extend(
                row.span for row in project.segments(track_id=track.id) if row.state is State.PREDICTED
            )
        names = {video.id: Path(video.path).name for video in project.videos()}
        (dataset,) = project.datasets()
        checkpoints = project.checkpoints()
    spans = {names[key]: value for key, value in by_video.items()}
    assert spans["two.avi"][0].iou(Span(40, 80)) > 0.7
    assert spans["one.avi"][0].iou(Span(20, 52)) > 0.7
    learned = [row for row in checkpoints if row.dataset_id == dataset.id]
    assert [row.labels for row in learned] == [("bright",)]
    assert json.loads(dataset.manifest)["videos"][0]["reviewed"] == [[0, 100, desk.stored[0].track_id]]
    assert len(checkpoints) == 1, "the runs are those of the checkpoint that was learned"
    desk.keys("Ctrl+F5")
    desk.until(lambda: not desk.ws.runner.busy and len(found(desk)) >= 4, 120_000)
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
    assert set(document) == {"checkpoint", "labels", "metrics", "notes", "seconds", "videos"}
    assert [video["segments"] for video in document["videos"]] == [1, 1]
    assert "bright (2 more)" in said.err + " ".join(document["notes"])
    said = reelmark("train", desk.project, "--json", "--encoder", "--no-predict")
    assert said.code == 0
    with Project.open(desk.project) as project:
        settings = {Path(row.path).name: json.loads(row.settings) for row in project.checkpoints()}
    assert settings[Path(said.json["checkpoint"]).name]["encoder"] is True
    assert [row.get("encoder", False) for row in settings.values()].count(True) == 1
    assert_one_sentence(reelmark("train", desk.project, "--coherence", "--form", "linear"), "has no LSTM")
    (tmp_path / "one.avi").unlink()
    assert_one_sentence(reelmark("train", desk.project), "find the missing files")

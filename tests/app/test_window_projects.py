"""Projects and videos coming and going, other programs writing meanwhile, and what is wrong said in words."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import application
from core.errors import UserError
from core.rows import State
from core.time import Span
from tests.helpers.desk import LEVELS, Desk, desk, open_desk, spans
from tests.helpers.tiny import write_video
from tests.helpers.views import drop

__all__ = ["desk"]


def _drop(desk: Desk, *paths: Path) -> None:
    drop(desk.window, *map(str, paths))
    desk.idle()


def test_an_empty_project_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(qtbot, tmp_path / "empty.reelmark")
    assert not desk.window.commands["analyze"].isEnabled()
    assert not desk.window.commands["play"].isEnabled()
    assert desk.window.commands["add_videos"].isEnabled()
    assert "empty" in desk.window.windowTitle()
    desk.window.close()


def test_dropped_videos_are_added_and_undone(desk: Desk, tmp_path: Path) -> None:
    second = write_video(tmp_path / "second.avi", LEVELS[::-1])
    _drop(desk, second)
    assert [Path(v.path).name for v in desk.ws.document.videos.values()] == ["v.avi", "second.avi"]
    assert desk.ws.document.video is not None
    assert Path(desk.ws.document.video.path).name == "second.avi"
    _drop(desk, second)
    assert len(desk.ws.document.videos) == 2
    desk.keys("Ctrl+Z")
    assert [Path(v.path).name for v in desk.ws.document.videos.values()] == ["v.avi"]


def test_files_that_are_no_videos_are_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    empty, text = tmp_path / "empty.mp4", tmp_path / "text.mp4"
    empty.touch()
    text.write_text("I am no video\n" * 100)
    _drop(desk, empty, text)
    said = " ".join(desk.window.messages.texts)
    assert "empty.mp4" in said
    assert "text.mp4" in said
    assert len(desk.ws.document.videos) == 1


def test_a_broken_project_leaves_the_open_one(desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "broken.reelmark"
    broken.write_bytes(b"not a database" * 100)
    _drop(desk, broken)
    assert desk.ws.document.project.path == desk.project
    assert any("broken.reelmark" in text for text in desk.window.messages.texts)
    with pytest.raises(UserError, match=r"broken\.reelmark"):
        application.start([broken], private=True)


def test_a_removed_video_takes_its_labels_along_and_comes_back_with_them(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    (video_id,) = desk.ws.document.videos
    desk.window.library.remove_requested.emit({video_id})
    assert desk.ws.document.videos == {}
    assert desk.ws.document.video is None
    desk.keys("Ctrl+Z")
    desk.window.library.video_chosen.emit(video_id)
    desk.idle()
    assert spans(desk.segments) == [Span(10, 40)]


_ANALYZES = """
import sys
from pathlib import Path
import models.cards, models.predict
from core.decode import DecodeSettings
from tests.helpers.tiny import tiny_card, tiny_checkpoint
folder, project, video = map(Path, sys.argv[1:])
card = tiny_card(decode=DecodeSettings(threshold=0.5, low=0.4))
weights, real = tiny_checkpoint(folder, card), models.predict.predict
models.cards.CARDS = (card,)
models.predict.predict = lambda *args, **more: real(*args, **(more | {"checkpoint": weights}))
from app.cli import run
sys.exit(run(["analyze", str(project), str(video), "--model", "tiny", "--json"]))
"""


def test_what_the_command_line_finds_appears_in_the_open_window(desk: Desk, tmp_path: Path) -> None:
    desk.label("wave")
    desk.drag(60, 68)
    (tmp_path / "weights").mkdir()
    arguments = [tmp_path / "weights", desk.project, tmp_path / "v.avi"]
    other = subprocess.Popen(
        [sys.executable, "-c", _ANALYZES, *map(str, arguments)], stdout=subprocess.PIPE, env=_environment(), text=True
    )
    desk.until(lambda: other.poll() is not None, 60_000)
    said = json.loads(other.communicate()[0])
    assert other.returncode == 0
    desk.until(lambda: desk.ws.document.runs)
    found = [row for row in desk.segments if row.state is State.PREDICTED]
    assert [row.span.start for row in found] == [row["start_frame"] for row in said["videos"][0]["segments"]]
    assert "tiny" in {lane.track.name for lane in desk.window.timeline.scene.lanes}
    desk.drag(90, 98)  # and work goes on
    assert [row.span for row in desk.stored if row.state is State.HUMAN] == [Span(60, 68), Span(90, 98)]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


_DIES = """
import os, signal, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from app import application
from core.time import Span
program = application.start([Path(p) for p in sys.argv[1:]], private=True)
document = program.workspace.document
while document.video is None:
    program.app.processEvents()
program.window.library.label_added.emit("wave")
assert document.add_segment(Span(10, 40))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_window_has_lost_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    project, video = tmp_path / "p.reelmark", write_video(tmp_path / "v.avi", LEVELS)
    command = [sys.executable, "-c", _DIES, str(project), str(video)]
    died = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment())
    assert died.returncode == -9, died.stderr
    desk = open_desk(qtbot, project)
    assert spans(desk.segments) == [Span(10, 40)]
    desk.keys("Ctrl+Z")
    assert desk.segments == []
    desk.window.close()


def test_a_missing_video_is_said_and_relinked(desk: Desk, tmp_path: Path) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    moved = tmp_path / "elsewhere" / "renamed.avi"
    moved.parent.mkdir()
    (tmp_path / "v.avi").rename(moved)
    desk.ws.open_project(desk.project)
    desk.idle()
    assert any("relink" in text for text in desk.window.messages.texts)
    assert spans(desk.segments) == [Span(10, 40)]
    video = next(iter(desk.ws.document.videos.values()))
    desk.ws.relink(video, moved)
    desk.until(lambda: desk.ws.document.videos[video.id].path != video.path)
    assert desk.ws.document.project.resolve(desk.ws.document.videos[video.id]) == moved
    desk.until(lambda: desk.window.player.image() is not None)


def test_the_layout_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    program = application.start([tmp_path / "p.reelmark"])
    program.window.resize(0, 640)  # as narrow as it may be
    size = program.window.size()
    next(dock for dock in program.window.docks if dock.objectName() == "Runs").hide()
    program.window.close()
    again = application.start([tmp_path / "p.reelmark"])
    assert again.window.size() == size
    assert [dock.objectName() for dock in again.window.docks if dock.isHidden()] == [
        "Runs",
        "Similar moments",
        "Review",
        "Learning",
    ]
    assert again.workspace.settings.recent_projects == (str(tmp_path / "p.reelmark"),)
    again.window.close()


def test_nothing_named_opens_what_was_open_last(qtbot: QtBot, tmp_path: Path) -> None:
    application.start([tmp_path / "last.reelmark"]).window.close()
    program = application.start()
    assert program.workspace.document.project.path == tmp_path / "last.reelmark"
    program.window.close()

"""Every action of the File menu, by its keys, with only the operating system's file chooser replaced."""

import csv
import json
from pathlib import Path

import pytest

from app import dialogs
from core.rows import State
from core.storage.project import Project
from core.time import Span
from core.video.source import open_video
from tests.helpers.desk import LEVELS, Desk, desk, spans
from tests.helpers.tiny import write_video

__all__ = ["desk"]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch):
    """Says what the chooser `name` returns."""
    return lambda name, answer: monkeypatch.setattr(dialogs, name, lambda *_, **__: answer, raising=False)


def _labelled(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 40)


def test_export_and_import_bring_the_same_segments_into_another_project(desk: Desk, tmp_path: Path, choose) -> None:
    _labelled(desk)
    made = spans(desk.segments)
    choose("ask_export", ("csv", tmp_path / "out.csv"))
    desk.keys("Ctrl+E")
    desk.idle()
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text().splitlines()))
    assert [(row["label"], row["start_frame"], row["stop_frame"]) for row in rows] == [("wave", "10", "40")]
    assert any("out.csv" in text for text in desk.window.messages.texts)

    choose("ask_save", tmp_path / "second.reelmark")
    desk.keys("Ctrl+N")
    assert desk.ws.document.project.path.name == "second.reelmark"
    choose("ask_open_many", [tmp_path / "v.avi"])
    desk.keys("Ctrl+O")
    desk.idle()
    choose("ask_open", tmp_path / "out.csv")
    desk.keys("Ctrl+I")
    desk.idle()
    assert spans(desk.segments) == made
    desk.keys("Ctrl+Z")
    assert desk.segments == []


def test_activitynet_export_holds_the_activity_in_seconds(desk: Desk, tmp_path: Path, choose) -> None:
    _labelled(desk)
    choose("ask_export", ("activitynet", tmp_path / "out.json"))
    desk.keys("Ctrl+E")
    desk.idle()
    (found,) = json.loads((tmp_path / "out.json").read_text())["results"].values()
    assert [(entry["label"], entry["segment"]) for entry in found] == [("wave", [0.4, 1.6])]


def test_an_import_with_mistakes_says_where_they_are(desk: Desk, tmp_path: Path, choose) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("video,label,start,stop\nv.avi,wave,0.4,1.6\nv.avi,wave,soon,1.6\nother.mp4,wave,0,1\n")
    choose("ask_open", bad)
    desk.keys("Ctrl+I")
    desk.idle()
    said = " ".join(desk.window.messages.texts)
    assert "3" in said
    assert "other.mp4" in said
    assert spans(desk.segments) == [Span(10, 40)]


def test_a_copy_is_whole_and_the_first_project_stays_open(desk: Desk, tmp_path: Path, choose) -> None:
    _labelled(desk)
    choose("ask_save", tmp_path / "copy.reelmark")
    desk.keys("Ctrl+Shift+S")
    assert desk.ws.document.project.path == desk.project
    with Project.open(tmp_path / "copy.reelmark") as copy:
        assert copy.segments() == desk.segments


def test_an_annotated_video_has_every_frame(desk: Desk, tmp_path: Path, choose) -> None:
    _labelled(desk)
    choose("ask_save", tmp_path / "annotated.mp4")
    desk.window.commands["render_video"].trigger()
    desk.idle()
    with open_video(tmp_path / "annotated.mp4") as source:
        assert source.index.frames == len(LEVELS)


def test_a_folder_brings_all_its_videos(desk: Desk, tmp_path: Path, choose) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    for i in range(3):
        write_video(folder / f"{i}.avi", LEVELS[i + 1 :])
    choose("ask_folder", folder)
    desk.window.commands["add_folder"].trigger()
    desk.idle()
    assert len(desk.ws.document.videos) == 4
    desk.keys("Ctrl+Z")
    assert len(desk.ws.document.videos) == 1


def test_sliders_redraw_while_they_move_and_store_a_moment_later(desk: Desk) -> None:
    desk.ws.analyze(list(desk.ws.document.videos.values()), "tiny", None)
    desk.until(lambda: desk.ws.document.runs)
    desk.idle()
    desk.until(lambda: desk.ws.scores)
    before = desk.stored
    slider = desk.window.runs.panel.row("min_length").slider
    slider.setValue(9)  # 0.9 s
    desk.until(lambda: len(desk.stored) < len(before))
    assert all(len(row.span) >= 22 for row in desk.stored)
    desk.keys("Ctrl+Z")
    assert [row.id for row in desk.stored] == [row.id for row in before]
    assert {row.state for row in desk.stored} == {State.PREDICTED}


def test_sliders_of_one_run_never_change_another(desk: Desk) -> None:
    for count in (1, 2):
        desk.ws.analyze(list(desk.ws.document.videos.values()), "tiny", None)
        desk.until(lambda count=count: len(desk.ws.document.runs) == count)
    desk.idle()
    desk.until(lambda: len(desk.ws.scores) == 2)
    newest, oldest = sorted(desk.ws.document.runs, reverse=True)
    view = desk.window.runs
    view.list.setCurrentIndex(view.model.row_of(newest))
    view.panel.row("min_length").slider.setValue(9)
    view.list.setCurrentIndex(view.model.row_of(oldest))
    lengths = {i: json.loads(desk.ws.document.runs[i].settings)["min_length"] for i in (newest, oldest)}
    assert lengths == {newest: 0.9, oldest: 0.0}
    assert view.panel.row("min_length").number.value() == 0.0

"""Tracks: made, chosen, named, moved, folded, packed and deleted, by keys and by their headings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QInputDialog, QMenu

from app import view_memory
from core.rows import TrackKind
from core.storage.project import Project
from core.time import Span
from tests.helpers.desk import Desk, desk, spans

__all__ = ["desk"]


def shown(desk: Desk) -> list[str]:
    """The tracks from top to bottom."""
    return list(dict.fromkeys(lane.track.name for lane in desk.window.timeline.scene.lanes))


def heading(desk: Desk, name: str) -> QPointF:
    scene = desk.window.timeline.scene
    track_id = next(lane.track.id for lane in scene.lanes if lane.track.name == name)
    row = next(row for row in scene.rows.rows if row.track_id == track_id and row.lane is None)
    return QPointF(90, scene.row_top(row) + 10)


@pytest.fixture
def two(desk: Desk) -> Desk:
    """Ann's track with a segment, and an empty second one, which is labelled on."""
    desk.ws.document.author = "Ann"
    desk.label("wave")
    desk.drag(10, 40)
    desk.keys("Ctrl+T", "Esc")
    return desk


def test_new_segments_land_on_the_track_that_is_chosen(two: Desk) -> None:
    desk, document = two, two.ws.document
    assert shown(desk) == ["Ann", "Ann 2"]
    names = {track.id: track.name for track in document.tracks.values()}
    scene = desk.window.timeline.scene
    assert names[scene.active_track or 0] == "Ann 2"
    document.add_segment(Span(50, 60))
    mouse = desk.mouse
    mouse.press_at(heading(desk, "Ann"))
    mouse.release()
    document.add_segment(Span(70, 80))
    desk.keys("T")
    document.add_segment(Span(85, 90))
    assert [names[row.track_id] for row in desk.stored] == ["Ann", "Ann 2", "Ann", "Ann 2"]


def test_it_is_remembered_with_the_folds_for_the_next_time(two: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = two
    monkeypatch.setattr(type(desk.ws), "private", False)
    first = next(track.id for track in desk.ws.document.tracks.values() if track.name == "Ann")
    mouse = desk.mouse
    mouse.press_at(QPointF(12, heading(desk, "Ann").y()))
    mouse.release()
    desk.window.tracks.choose(first)
    desk.keys("Shift+P")
    left = view_memory.load(desk.project)
    assert (left.folded, left.packed, list(left.active.values())) == ({first}, {first}, [first])
    desk.window.timeline.set_folded(frozenset())
    desk.ws.open_project(desk.project)
    assert desk.window.timeline.scene.folded == {first}
    assert desk.ws.document.active_track_id == first


def test_an_unreadable_memory_is_no_harm(tmp_path) -> None:
    project = tmp_path / "p.reelmark"
    view_memory.save(project, view_memory.Arrangement({1}, {2}, {3: 4}))
    assert view_memory.load(project) == view_memory.Arrangement({1}, {2}, {3: 4})
    view_memory._file(project).write_text("[]")
    assert view_memory.load(project) == view_memory.Arrangement()


def test_tracks_are_moved_renamed_and_deleted_as_edits(two: Desk) -> None:
    desk = two
    before = desk.ws.document.project.log_position()
    desk.keys("Ctrl+Shift+Up")
    assert shown(desk) == ["Ann 2", "Ann"]
    mouse = desk.mouse
    mouse.press_at(heading(desk, "Ann"))
    mouse.move(-100, None)
    mouse.release()
    assert shown(desk) == ["Ann", "Ann 2"]
    desk.keys("Ctrl+Shift+T")
    dialog = desk.window.findChild(QInputDialog)
    dialog.setTextValue("second look")
    dialog.accept()
    assert shown(desk) == ["Ann", "second look"]
    desk.keys("T", "Ctrl+Shift+Del")
    assert (shown(desk), desk.stored) == (["second look"], [])
    assert desk.ws.document.project.log_position() == before + 4
    desk.keys("Ctrl+Z")
    assert (shown(desk), spans(desk.segments)) == (["Ann", "second look"], [Span(10, 40)])


def test_packed_rows_follow_edits_and_are_drawn_into(two: Desk) -> None:
    desk, document = two, two.ws.document
    jump = desk.label("jump")
    document.add_segment(Span(30, 60), jump)
    document.add_segment(Span(70, 80), jump)
    document.select(())
    desk.keys("Ctrl+Alt+P")
    rows = [(lane.track.name, len(lane.table)) for lane in desk.window.timeline.scene.lanes]
    assert rows == [("Ann", 1), ("Ann 2", 2)]
    desk.drag(5, 25, 1)
    assert spans(desk.stored) == [Span(5, 25), Span(10, 40), Span(30, 60), Span(70, 80)]
    assert desk.stored[0].label_id == jump
    desk.drag(60, 65, 1)
    assert Span(30, 65) in spans(desk.stored)
    desk.keys("Ctrl+Alt+P")
    assert all(lane.palette is None for lane in desk.window.timeline.scene.lanes)


def test_the_menu_of_a_heading(two: Desk) -> None:
    desk = two
    track = next(track for track in desk.ws.document.tracks.values() if track.name == "Ann")
    desk.window.timeline.track_menu_requested.emit(track.id, desk.window.pos())
    menu = desk.window.findChildren(QMenu)[-1]
    by_text = {action.text(): action for action in menu.actions()}
    assert {"Label on this track", "Rename…", "Pack rows", "Fold", "Move down", "Delete track"} <= set(by_text)
    by_text["Pack rows"].trigger()
    menu.close()
    assert [lane.track.name for lane in desk.window.timeline.scene.lanes if lane.palette is not None] == ["Ann"]
    with Project.open(desk.project) as project:
        assert all(row.kind is TrackKind.HUMAN for row in project.tracks(track.video_id))

"""Two annotators in the real window: a track each, how far they agree, settling, and merging their projects."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import compare_presenter, dialogs
from app.dialogs.conflicts import ConflictsDialog, conflict_text
from app.views.compare import CompareView
from core.rows import Reviewed, Segment, changed, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit
from core.timeline.merging.values import Conflict, Reason
from tests.helpers.desk import LEVELS, Desk, desk
from tests.helpers.tiny import write_video

__all__ = ["desk"]


def two_people(desk: Desk) -> CompareView:
    """Ann waves at 10–40, Ben sees her wave at 14–40 and 60–70; their tracks are compared."""
    desk.ws.document.author = "Ann"
    desk.label("wave")
    desk.drag(10, 40)
    desk.ws.document.author = "Ben"
    for start, stop in ((14, 40), (60, 70)):
        desk.ws.document.add_segment(Span(start, stop))
    desk.keys("Ctrl+Alt+D")
    return desk.window.moving.compare.view


def cells(view: CompareView) -> list[list[str]]:
    model = view.list.cells
    return [[model.index(r, c).data() for c in range(1, model.columnCount())] for r in range(model.rowCount())]


def on_tracks(desk: Desk) -> dict[str, list[tuple[int, int]]]:
    names = {track.id: track.name for track in desk.ws.document.tracks.values()}
    found: dict[str, list[tuple[int, int]]] = {name: [] for name in names.values()}
    for row in desk.segments:
        found[names[row.track_id]].append((row.span.start, row.span.stop))
    return found


def test_a_second_person_gets_a_track_of_their_own(desk: Desk) -> None:
    two_people(desk)
    assert on_tracks(desk) == {"Ann": [(10, 40)], "Ben": [(14, 40), (60, 70)]}
    ann = next(row for row in desk.segments if row.span == Span(10, 40))
    assert desk.ws.document.change([ann], "Move", span=Span(11, 40))  # asked for, it is changed where it lies
    assert on_tracks(desk)["Ann"] == [(11, 40)]
    desk.window.moving.compare.dialog.close()


def test_another_persons_empty_lane_is_shown_to_draw_in(desk: Desk) -> None:
    desk.ws.document.author = "Ann"
    desk.label("wave")
    desk.drag(10, 40)
    desk.ws.document.author = "Ben"
    desk.window.presenter.show_lanes()
    desk.drag(60, 70, desk.lane("Ben", "wave"))
    assert on_tracks(desk) == {"Ann": [(10, 40)], "Ben": [(60, 70)]}
    desk.keys("Ctrl+Z")
    assert on_tracks(desk) == {"Ann": [(10, 40)]}


def test_kappa_segments_and_disagreements_with_a_tolerance(desk: Desk) -> None:
    view = two_people(desk)
    assert cells(view) == [["0:00.40", "0.16", "wave", "–"], ["0:02.40", "0.40", "–", "wave"]]
    table = view.labels.cells
    shown = [[table.index(r, c).data() for c in range(6)] for r in range(2)]
    assert shown == [["All labels", "0.68", "86.0 %", "1 (67 %)", "0", "1"], ["wave", *shown[0][1:]]]
    view.tolerance.setValue(0.2)
    assert cells(view) == [["0:02.40", "0.40", "–", "wave"]]
    assert view.said.text() == "They differ in 1 place, 0:00.4 in all."
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert desk.ws.playhead.frame == 60
    desk.window.moving.compare.dialog.close()


def test_a_disagreement_is_settled_by_one_edit(desk: Desk) -> None:
    view = two_people(desk)
    assert not view.take[0].isEnabled()
    desk.go(0)
    QTest.mouseClick(view.on, Qt.MouseButton.LeftButton)
    assert (desk.ws.playhead.frame, view.list.row) == (10, 0)
    QTest.mouseClick(view.take[0], Qt.MouseButton.LeftButton)
    assert on_tracks(desk) == {"Ann": [(10, 40)], "Ben": [(10, 40), (60, 70)]}
    QTest.mouseClick(view.take[1], Qt.MouseButton.LeftButton)  # the next one is marked
    assert on_tracks(desk)["Ann"] == [(10, 40), (60, 70)]
    assert view.said.text() == "The two say the same everywhere."
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert on_tracks(desk) == {"Ann": [(10, 40)], "Ben": [(14, 40), (60, 70)]}
    desk.window.moving.compare.dialog.close()


def test_very_many_segments_are_compared_in_the_background(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare_presenter, "_MANY", 0)
    view = two_people(desk)
    desk.until(lambda: len(cells(view)) == 2)
    desk.ws.document.add_segment(Span(80, 90))
    desk.until(lambda: len(cells(view)) == 3)
    view.tolerance.setValue(0.2)
    desk.until(lambda: len(cells(view)) == 2)
    desk.window.moving.compare.dialog.close()
    desk.idle()


def test_where_nobody_reviewed_the_same_nothing_is_compared(desk: Desk) -> None:
    view = two_people(desk)
    people = {track.name: track.id for track in desk.ws.document.tracks.values()}
    marks = [Reviewed(new_id(), people[who], span) for who, span in (("Ann", Span(0, 20)), ("Ben", Span(50, 90)))]
    desk.ws.document.push(Edit("Mark as reviewed", added=tuple(marks)))
    assert view.said.text() == "No frame was reviewed on both tracks; review the same ones first."
    assert not view.on.isEnabled()
    desk.keys("Ctrl+Z")
    assert len(cells(view)) == 2
    desk.window.moving.compare.dialog.close()


def test_all_videos_are_compared_and_the_list_leads_to_the_other_one(desk: Desk, tmp_path: Path) -> None:
    view = two_people(desk)
    first = desk.ws.document.video
    assert first is not None
    desk.ws.add_videos([write_video(tmp_path / "second.avi", LEVELS[::-1])])
    desk.until(lambda: len(desk.ws.document.videos) == 2)
    desk.until(lambda: desk.window.player.image() is not None)
    for author, stop in (("Ann", 50), ("Ben", 55)):
        desk.ws.document.author = author
        desk.ws.document.add_segment(Span(20, stop))
    view.where.setCurrentIndex(1)
    view.where.activated.emit(1)
    desk.until(lambda: view.list.cells.rowCount() == 3)
    assert view.list.cells.index(2, 0).data() == "second.avi"
    assert view.labels.cells.index(0, 3).data() == "2 (80 %)"
    desk.idle()
    view.list.wanted.emit(0)
    desk.until(lambda: desk.ws.document.video is not None and desk.ws.document.video.id == first.id)
    desk.until(lambda: desk.ws.playhead.frame == 10)
    QTest.mouseClick(view.take[1], Qt.MouseButton.LeftButton)
    assert on_tracks(desk)["Ann"] == [(14, 40)]
    desk.until(lambda: view.list.cells.rowCount() == 2)
    desk.window.moving.compare.dialog.close()
    desk.idle()


def test_another_project_is_merged_and_its_conflicts_lead_to_their_places(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    (old,) = desk.segments
    theirs = tmp_path / "bob.reelmark"
    desk.ws.document.project.copy_to(theirs)
    with Project.open(theirs) as project:
        new = Segment(old.id + 1, old.track_id, old.label_id, Span(60, 70))
        project.apply(Edit("Move", (old,), (changed(old, span=Span(10, 50)), new)))
    assert desk.ws.document.change([old], "Move", span=Span(5, 40))
    monkeypatch.setattr(dialogs, "ask_open", lambda *_: theirs, raising=False)
    desk.keys("Ctrl+Alt+U")
    desk.until(lambda: len(desk.segments) == 3)
    author = desk.ws.document.author
    assert on_tracks(desk) == {author: [(5, 40), (60, 70)], f"{author} (merged)": [(10, 50)]}
    assert any("bob merged: 2 segments added, 0 changed, 0 removed" in text for text in desk.window.messages.texts)
    assert (tmp_path / "p before merging.reelmark").exists()
    (dialog,) = desk.window.findChildren(ConflictsDialog)
    assert "Both changed wave" in dialog.list.cells.index(0, 2).data()
    QTest.mouseClick(
        dialog.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=dialog.list.visualRect(dialog.list.cells.index(0, 2)).center(),
    )
    assert desk.ws.playhead.frame == 5
    dialog.close()
    desk.keys("Ctrl+Z")
    assert on_tracks(desk) == {author: [(5, 40)]}
    desk.keys("Ctrl+Y", "Ctrl+Alt+U")
    desk.until(lambda: any("Everything in bob is here already" in text for text in desk.window.messages.texts))
    desk.idle()


@pytest.mark.parametrize("reason", Reason)
def test_the_window_and_the_command_line_say_the_same(reason: Reason) -> None:
    one = Conflict(reason, "a", "b", "c")
    assert conflict_text(one) == one.text

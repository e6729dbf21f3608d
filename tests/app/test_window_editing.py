"""Editing several segments at once, by mouse and keys: each is one Edit in the file, and one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from core.rows import Run, Segment, State, Track, TrackKind, changed, new_id
from core.time import Span
from core.timeline.clipboard import MIME
from core.timeline.exclusive import Overlap
from tests.helpers.desk import Desk, desk, open_desk, spans
from tests.helpers.tiny import write_video

__all__ = ["desk"]
Mods = Qt.KeyboardModifier


def edits(desk: Desk) -> int:
    return desk.ws.document.project.log_position()


def gaits(desk: Desk) -> None:
    """Two labels of one exclusive group: walk at 10–30, run at 30–60."""
    for name in ("walk", "run"):
        label_id = desk.label(name)
        desk.window.library.label_edited.emit(changed(desk.ws.document.labels[label_id], group="gait"))
        desk.ws.document.add_segment(Span(10, 30) if name == "walk" else Span(30, 60), label_id)
    desk.ws.document.select(())


def named(desk: Desk) -> list[tuple[str, Span]]:
    labels = desk.ws.document.labels
    return [(labels[row.label_id].name, row.span) for row in desk.stored]


def test_dragging_trims_or_pushes_the_neighbour_as_chosen_and_shows_it(desk: Desk) -> None:
    gaits(desk)
    me = desk.ws.document.author
    before = edits(desk)
    mouse, scene = desk.mouse, desk.window.timeline.scene
    mouse.press(29.5, desk.lane(me, "walk"))
    mouse.move(39.5, desk.lane(me, "walk"), Mods.AltModifier)
    assert [(one.segment.span, one.spans) for one in scene.room] == [(Span(30, 60), (Span(40, 60),))]
    mouse.release(Mods.AltModifier)
    assert named(desk) == [("walk", Span(10, 40)), ("run", Span(40, 60))]
    assert edits(desk) == before + 1
    assert desk.ws.document.project.undo_text() == "Trim, trims run"
    desk.keys("Shift+X")
    assert desk.ws.document.overlap is Overlap.PUSH
    assert desk.window.commands["overlap"].text() == "Overlaps push the neighbour"
    desk.drag(39.5, 49.5, desk.lane(me, "walk"))
    assert named(desk) == [("walk", Span(10, 50)), ("run", Span(50, 70))]
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert named(desk) == [("walk", Span(10, 30)), ("run", Span(30, 60))]


def predicted(desk: Desk, label: str, *found: Span) -> None:
    """A run named Tiny that found a label at these spans."""
    document = desk.ws.document
    assert document.video is not None
    run = Run(new_id(), document.video.id, "tiny", None, "{}", "", 1)
    track = Track(new_id(), document.video.id, "Tiny", TrackKind.RUN, run.id)
    label_id = next(row.id for row in document.labels.values() if row.name == label)
    rows = [Segment(new_id(), track.id, label_id, span, 0.9, State.PREDICTED) for span in found]
    document.project.add_run(run, track, rows)
    document.refresh(force=True)


def test_a_predictions_corrected_copy_makes_room_on_the_persons_track(desk: Desk) -> None:
    gaits(desk)
    predicted(desk, "walk", Span(70, 80))
    lane = desk.lane("Tiny", "walk")
    mouse = desk.mouse
    mouse.press(70.4, lane)
    mouse.move(50.4, lane, Mods.AltModifier)
    room = desk.window.timeline.scene.room
    assert [(one.segment.span, one.spans) for one in room] == [(Span(30, 60), (Span(30, 50),))]
    mouse.release(Mods.AltModifier)
    assert spans(desk.stored) == [Span(10, 30), Span(30, 50), Span(50, 80), Span(70, 80)]
    desk.keys("Ctrl+Z")
    assert spans(desk.stored) == [Span(10, 30), Span(30, 60), Span(70, 80)]


def of_person(desk: Desk) -> list[tuple[str, Span, State]]:
    """What stands on the track of whoever labels here."""
    document = desk.ws.document
    mine = {track.id for track in document.tracks.values() if track.kind is TrackKind.HUMAN}
    return [(document.labels[row.label_id].name, row.span, row.state) for row in desk.stored if row.track_id in mine]


@pytest.mark.parametrize(
    ("way", "run", "done"),
    [
        (Overlap.TRIM, Span(30, 50), "Accept, trims run"),
        (Overlap.PUSH, Span(20, 50), "Accept, pushes 2 segments"),
    ],
)
def test_accepting_a_prediction_makes_room_as_drawing_does(desk: Desk, way: Overlap, run: Span, done: str) -> None:
    gaits(desk)
    predicted(desk, "walk", Span(50, 80))
    desk.ws.document.overlap = way
    walk = Span(10, 30) if way is Overlap.TRIM else Span(0, 20)
    before, was = edits(desk), desk.stored
    desk.click(65, desk.lane("Tiny", "walk"))
    desk.keys("A")
    accepted = ("walk", Span(50, 80), State.ACCEPTED)
    assert of_person(desk) == [("walk", walk, State.HUMAN), ("run", run, State.HUMAN), accepted]
    assert (edits(desk), desk.ws.document.project.undo_text()) == (before + 1, done)
    assert [(row.span, row.origin_id is not None) for row in desk.ws.document.selected] == [(Span(50, 80), True)]
    desk.keys("Ctrl+Z")
    assert desk.segments == desk.stored == was
    desk.keys("Ctrl+Y")
    assert of_person(desk) == [("walk", walk, State.HUMAN), ("run", run, State.HUMAN), accepted]


def test_accepting_all_cuts_what_they_cover_and_takes_away_what_is_covered_whole(desk: Desk) -> None:
    gaits(desk)
    predicted(desk, "walk", Span(5, 12), Span(40, 45))
    predicted(desk, "run", Span(12, 35))
    before = edits(desk)
    desk.keys("Ctrl+Shift+A")
    assert of_person(desk) == [
        ("walk", Span(5, 12), State.ACCEPTED),
        ("run", Span(12, 35), State.ACCEPTED),
        ("run", Span(35, 40), State.HUMAN),
        ("walk", Span(40, 45), State.ACCEPTED),
        ("run", Span(45, 60), State.HUMAN),
    ]
    assert edits(desk) == before + 1
    assert len(desk.ws.document.selection) == 3


def test_of_predictions_that_exclude_each_other_the_strongest_are_accepted(desk: Desk) -> None:
    gaits(desk)
    predicted(desk, "walk", Span(65, 75), Span(80, 90))
    predicted(desk, "run", Span(70, 85))
    before = edits(desk)
    desk.keys("Ctrl+Shift+A")
    assert [(name, span) for name, span, state in of_person(desk) if state is State.ACCEPTED] == [("run", Span(70, 85))]
    assert edits(desk) == before + 1
    assert any("2 of them stay predictions" in text for text in desk.window.messages.texts)
    assert sum(row.state is State.PREDICTED for row in desk.stored) == 2


def test_joining_makes_room_too(desk: Desk) -> None:
    gaits(desk)
    lane = desk.lane(desk.ws.document.author, "walk")
    desk.drag(70, 80, lane)
    desk.ws.document.select([row.id for row in desk.segments if row.span in (Span(10, 30), Span(70, 80))])
    desk.keys("Ctrl+J")
    assert named(desk) == [("walk", Span(10, 80))]
    desk.keys("Ctrl+Z")
    assert named(desk) == [("walk", Span(10, 30)), ("run", Span(30, 60)), ("walk", Span(70, 80))]


def test_where_overlaps_are_refused_accepting_says_so_and_changes_nothing(desk: Desk) -> None:
    gaits(desk)
    predicted(desk, "walk", Span(50, 80))
    desk.ws.document.overlap = Overlap.REFUSE
    before, was = edits(desk), desk.stored
    desk.click(65, desk.lane("Tiny", "walk"))
    desk.keys("A")
    assert (edits(desk), desk.segments, desk.stored) == (before, was, was)
    assert any("exclusive group “gait”" in text for text in desk.window.messages.texts)


def test_where_nothing_can_be_pushed_the_drag_says_so_and_changes_nothing(desk: Desk) -> None:
    gaits(desk)
    desk.ws.document.overlap = Overlap.PUSH
    lane = desk.lane(desk.ws.document.author, "walk")
    mouse = desk.mouse
    mouse.press(29.5, lane)
    mouse.move(95, lane, Mods.AltModifier)
    assert "no room to push" in desk.window.timeline.scene.refusal
    mouse.release(Mods.AltModifier)
    assert named(desk) == [("walk", Span(10, 30)), ("run", Span(30, 60))]
    assert any("no room to push" in text for text in desk.window.messages.texts)
    assert desk.window.timeline.scene.refusal == ""


def test_relabelling_and_drawing_make_room_too(desk: Desk) -> None:
    gaits(desk)
    me = desk.ws.document.author
    desk.drag(50, 80, desk.lane(me, "walk"))
    assert named(desk) == [("walk", Span(10, 30)), ("run", Span(30, 50)), ("walk", Span(50, 80))]
    desk.label("sit")
    desk.drag(40, 60, desk.lane(me, "sit"))
    desk.keys("1")  # walk
    assert named(desk) == [
        ("walk", Span(10, 30)),
        ("run", Span(30, 40)),
        ("walk", Span(40, 60)),
        ("walk", Span(60, 80)),
    ]
    assert desk.ws.document.project.undo_text() == "Relabel as walk, trims 2 segments"


def test_shift_drag_rolls_the_edge_between_two_segments_in_one_edit(desk: Desk) -> None:
    gaits(desk)
    before = edits(desk)
    mouse = desk.mouse
    lane = desk.lane(desk.ws.document.author, "run")
    mouse.press(30.3, lane, Mods.ShiftModifier)
    mouse.move(40.3, lane, Mods.ShiftModifier | Mods.AltModifier)
    mouse.release(Mods.ShiftModifier)
    assert named(desk) == [("walk", Span(10, 40)), ("run", Span(40, 60))]
    assert (edits(desk), desk.ws.document.project.undo_text()) == (before + 1, "Move edge")


def test_a_selection_moves_together_in_one_edit(desk: Desk) -> None:
    gaits(desk)
    desk.keys("Ctrl+A")
    before = edits(desk)
    desk.drag(20, 35, desk.lane(desk.ws.document.author, "walk"))
    assert named(desk) == [("walk", Span(25, 45)), ("run", Span(45, 75))]
    assert edits(desk) == before + 1
    assert len(desk.ws.document.selection) == 2


def test_edges_are_nudged_by_keys_and_the_picture_is_of_the_edge(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    asked: list[int] = []  # of the decoder, whose own tests show that the latest request is answered
    monkeypatch.setattr(desk.ws.playback, "_request", asked.append)
    assert desk.window.timeline.scene.active_edges == (1,)
    desk.keys("Alt+Right", "Alt+Shift+Right", "Alt+Left")
    assert spans(desk.stored) == [Span(10, 50)]
    assert asked == [40, 50, 49]
    desk.keys("E", "Alt+Right")
    assert spans(desk.stored) == [Span(11, 50)]
    assert asked[-2:] == [10, 11]
    desk.keys("E", "Alt+Shift+Left", "Alt+Shift+Left")
    assert spans(desk.stored) == [Span(0, 39)]
    desk.keys("Ctrl+Z")
    assert spans(desk.stored) == [Span(1, 40)]
    desk.keys("Esc")
    assert asked[-1] == desk.ws.playhead.frame


def test_copy_paste_cut_and_duplicate(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 20)
    before = edits(desk)
    desk.keys("Ctrl+C")
    desk.go(50)
    desk.keys("Ctrl+V")
    assert spans(desk.stored) == [Span(10, 20), Span(50, 60)]
    desk.keys("Ctrl+D")
    assert spans(desk.stored) == [Span(10, 20), Span(50, 60), Span(60, 70)]
    desk.keys("Ctrl+X")
    assert spans(desk.stored) == [Span(10, 20), Span(50, 60)]
    assert edits(desk) == before + 3
    desk.go(80)
    desk.keys("Ctrl+V")
    assert spans(desk.stored)[-1] == Span(80, 90)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(MIME)
    assert data.text() == "wave\t0:02.400\t0:02.800"


def test_segments_are_pasted_into_another_video_and_another_project(desk: Desk, tmp_path) -> None:
    desk.label("wave")
    desk.drag(10, 20)
    desk.keys("Ctrl+C")
    other = write_video(tmp_path / "w.avi", [10] * 30 + [90] * 30)
    with_two = open_desk(desk.qtbot, tmp_path / "q.reelmark", other)  # a second window, a second project
    with_two.go(25)
    with_two.keys("Ctrl+V")
    assert [(label.name, row.span) for label in with_two.ws.document.labels.values() for row in with_two.stored] == [
        ("wave", Span(25, 35))
    ]
    with_two.window.close()
    desk.ws.add_videos([other])
    desk.until(lambda: len(desk.ws.document.videos) == 2 and desk.window.player.image() is not None)
    desk.idle()
    desk.go(55)
    desk.keys("Ctrl+V")
    assert spans(desk.segments) == [Span(55, 60)]  # as much as the video has room for


@pytest.mark.parametrize("content", ["", "not segments"])
def test_a_clipboard_of_something_else_is_told(desk: Desk, content: str) -> None:
    QGuiApplication.clipboard().setText(content)
    desk.label("wave")
    desk.keys("Ctrl+V")
    assert any("no segments on the clipboard" in text for text in desk.window.messages.texts)


def test_ripple_delete_fill_gap_and_select_label(desk: Desk) -> None:
    desk.label("wave")
    for start in (10, 30, 60):
        desk.drag(start, start + 10)
    desk.click(35)
    desk.keys("Shift+Del")
    assert spans(desk.stored) == [Span(10, 20), Span(50, 60)]
    desk.keys("Esc")
    desk.go(30)
    desk.keys("Shift+G")
    assert spans(desk.stored) == [Span(10, 20), Span(20, 50), Span(50, 60)]
    desk.keys("Ctrl+Z")
    desk.click(15)
    desk.keys("Shift+G")  # the end is the active edge
    assert spans(desk.stored) == [Span(10, 50), Span(50, 60)]
    desk.keys("Shift+A")
    assert len(desk.ws.document.selection) == 2


def test_the_selection_grows_along_its_row_by_keys(desk: Desk) -> None:
    desk.label("wave")
    for start in (10, 30, 60):
        desk.drag(start, start + 10)
    desk.label("jump")
    desk.drag(45, 50, desk.lane(desk.ws.document.author, "jump"))
    desk.click(35, desk.lane(desk.ws.document.author, "wave"))
    desk.keys("Ctrl+Shift+Right")
    assert spans(desk.ws.document.selected) == [Span(30, 40), Span(60, 70)]
    desk.keys("Ctrl+Shift+Right")
    assert any("no other segment in this row" in text for text in desk.window.messages.texts)
    desk.keys("Ctrl+Shift+Left")
    assert spans(desk.ws.document.selected) == [Span(10, 20), Span(30, 40), Span(60, 70)]
    desk.keys("Ctrl+Shift+Left", "Ctrl+J")
    assert named(desk) == [("wave", Span(10, 70)), ("jump", Span(45, 50))]


def test_what_was_rejected_is_passed_over_while_the_selection_grows(desk: Desk) -> None:
    desk.label("wave")
    predicted(desk, "wave", Span(10, 20), Span(30, 40), Span(60, 70))
    desk.click(35, desk.lane("Tiny", "wave"))
    desk.keys("R")
    desk.click(15, desk.lane("Tiny", "wave"))
    desk.keys("Ctrl+Shift+Right")
    assert spans(desk.ws.document.selected) == [Span(10, 20), Span(60, 70)]
    desk.keys("Esc")
    assert not desk.window.commands["extend_next"].isEnabled()

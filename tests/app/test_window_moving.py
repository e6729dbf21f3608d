"""Finding one's way in the real window, by keys and mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.askfield import AskField
from app.views.overview_paint import HEIGHT
from core.rows import Run, Segment, State, Track, TrackKind, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit
from tests.helpers.desk import LEVELS, Desk, desk, open_desk, spans
from tests.helpers.tiny import write_video

__all__ = ["desk"]


def add_run(desk: Desk, *found: tuple[int, int, State], label: str = "wave", video: int = 0) -> list[Segment]:
    """A run's track with segments, as an analysis would leave it."""
    document = desk.ws.document
    video_id = list(document.videos)[video]
    names = {row.name: row.id for row in document.labels.values()}
    run = Run(new_id(), video_id, "tiny", None, "{}", "", 0)
    track = Track(new_id(), video_id, "Tiny", TrackKind.RUN, run.id)
    rows = [Segment(new_id(), track.id, names[label], Span(a, b), 0.8, state) for a, b, state in found]
    document.project.apply(Edit("Run", added=(run, track, *rows)))
    document.refresh(force=True)
    return rows


def field(desk: Desk) -> AskField:
    (found,) = desk.window.findChildren(AskField)
    return found


# -- go to


def test_ctrl_g_goes_to_what_is_typed(desk: Desk) -> None:
    for text, frame in {"77": 77, "0:02.000": 50, "0:00:03:05": 80, "+1s": 55, "-10f": 20, "50%": 50}.items():
        desk.go(30)
        desk.keys("Ctrl+G")
        QTest.keyClicks(field(desk).field, text)
        assert field(desk).said.text().startswith(f"Frame {frame}, at 0:0")
        QTest.keyClick(field(desk).field, Qt.Key.Key_Return)
        assert desk.ws.playhead.frame == frame
        desk.until(lambda: not desk.window.findChildren(AskField))
    desk.go(30)
    desk.keys("Ctrl+G")
    QTest.keyClicks(field(desk).field, "9999")
    assert "the last frame is 99" in field(desk).said.text()
    QTest.keyClick(field(desk).field, Qt.Key.Key_Return)
    assert (desk.ws.playhead.frame, field(desk).isVisible()) == (30, True)
    QTest.keyClick(field(desk).field, Qt.Key.Key_Escape)
    desk.until(lambda: not desk.window.findChildren(AskField))


# -- reviewed


def reviewed(desk: Desk) -> list[Span]:
    with Project.open(desk.project) as project:
        return [row.span for row in project.reviewed()]


def test_a_range_is_marked_as_reviewed_shown_and_undone(desk: Desk) -> None:
    desk.keys("Ctrl+R")
    assert any("Set in and out points" in text for text in desk.window.messages.texts)
    desk.ws.marks.set_in(10)
    desk.ws.marks.set_out(40)
    desk.keys("Ctrl+R")
    assert reviewed(desk) == [Span(10, 40)]
    assert desk.window.timeline.scene.notes.reviewed.tolist() == [[10, 40]]
    assert desk.window.overview.shown.reviewed.tolist() == [[10, 40]]
    assert any("30% of this video" in text for text in desk.window.messages.texts)
    desk.ws.marks.set_in(20)
    desk.ws.marks.set_out(30)
    desk.keys("Ctrl+Alt+R")
    assert reviewed(desk) == [Span(10, 20), Span(30, 40)]
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert reviewed(desk) == []
    assert not len(desk.window.timeline.scene.notes.reviewed)


def test_a_whole_video_is_marked_and_unmarked_at_the_playhead(desk: Desk) -> None:
    desk.keys("Ctrl+Shift+R")
    assert reviewed(desk) == [Span(0, 100)]
    position = desk.ws.document.project.log_position()
    desk.keys("Ctrl+Shift+R")
    assert desk.ws.document.project.log_position() == position
    desk.keys("Ctrl+Alt+R")
    assert reviewed(desk) == []
    desk.keys("Ctrl+Alt+R")
    assert any("Nothing here is marked" in text for text in desk.window.messages.texts)


# -- disagreement, predictions to judge, what was not reviewed


def test_keys_go_from_one_disagreement_to_the_next_and_say_what_differs(desk: Desk) -> None:
    desk.keys("D")
    assert any("no two tracks to compare" in text for text in desk.window.messages.texts)
    desk.label("wave")
    desk.drag(10, 40)
    add_run(desk, (10, 30, State.PREDICTED), (60, 70, State.PREDICTED), (80, 90, State.REJECTED))
    desk.go(0)
    desk.keys("D")
    assert desk.ws.playhead.frame == 30
    author = desk.ws.document.author
    assert any(f"nly {author} has wave, for 0.40 s" in text for text in desk.window.messages.texts)
    desk.keys("D")
    assert desk.ws.playhead.frame == 60
    desk.keys("D")
    assert desk.ws.playhead.frame == 60
    assert any("agree from here to the end" in text for text in desk.window.messages.texts)
    desk.keys("Shift+D")
    assert desk.ws.playhead.frame == 30


def test_two_tracks_can_be_chosen_to_compare(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    add_run(desk, (10, 30, State.PREDICTED))
    add_run(desk, (10, 30, State.PREDICTED), (60, 70, State.PREDICTED))
    desk.keys("Ctrl+Alt+D")
    compare = desk.window.moving.compare
    assert compare.view.said.text() == "They differ in 2 places, 0:00.8 in all."  # with the newest run
    box = compare.view.boxes[1]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    box.activated.emit(box.currentIndex())
    assert compare.view.said.text() == "They differ in 1 place, 0:00.4 in all."
    QTest.mouseClick(compare.view.on, Qt.MouseButton.LeftButton)
    assert desk.ws.playhead.frame == 30
    compare.dialog.close()


def test_shift_and_arrows_go_to_predictions_that_nobody_judged(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(2, 8)
    first, _, last = add_run(desk, (10, 20, State.PREDICTED), (30, 40, State.REJECTED), (50, 60, State.PREDICTED))
    desk.keys("Esc")
    desk.go(0)
    desk.keys("Shift+Down")
    assert desk.ws.document.selection == {first.id}
    desk.keys("Shift+Down")
    assert (desk.ws.document.selection, desk.ws.playhead.frame) == ({last.id}, 50)
    desk.keys("Shift+Down")
    assert any("No prediction is left" in text for text in desk.window.messages.texts)
    desk.keys("Shift+Up")
    assert desk.ws.document.selection == {first.id}


def test_going_to_what_was_not_reviewed(desk: Desk) -> None:
    desk.ws.marks.set_in(10)
    desk.ws.marks.set_out(40)
    desk.keys("Ctrl+R")
    desk.go(20)
    desk.keys("U")
    assert desk.ws.playhead.frame == 40
    desk.keys("U")
    assert any("Everything further on was reviewed" in text for text in desk.window.messages.texts)
    desk.keys("Shift+U")
    assert desk.ws.playhead.frame == 0


def test_going_on_in_the_next_video(desk: Desk, tmp_path: Path) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    desk.ws.add_videos([write_video(tmp_path / "second.avi", LEVELS[::-1])])
    desk.until(lambda: len(desk.ws.document.videos) == 2)
    first, second = desk.ws.document.videos
    (found,) = add_run(desk, (33, 50, State.PREDICTED), video=1)
    desk.ws.document.open_video(first)
    desk.until(lambda: desk.window.player.image() is not None)
    desk.idle()
    desk.keys("Shift+Down")
    assert desk.ws.document.video is not None
    assert (desk.ws.document.video.id, desk.ws.document.selection) == (second, {found.id})
    desk.until(lambda: desk.ws.playhead.frame == 33)
    desk.keys("Alt+Shift+Up")
    assert desk.ws.document.video.id == first
    desk.until(lambda: desk.ws.playhead.frame == 10 and desk.ws.playhead.frames > 0)
    desk.keys("Ctrl+Shift+R", "U")
    assert desk.ws.document.video.id == second
    desk.until(lambda: desk.window.player.image() is not None)
    desk.idle()


# -- loops


def test_a_segment_is_looped_with_a_margin(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(50, 60)
    desk.keys("Ctrl+Alt+L")
    QTest.keyClick(field(desk).field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field(desk).field, "99")
    assert "at most 60 s" in field(desk).said.text()
    QTest.keyClick(field(desk).field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field(desk).field, "0.4")
    QTest.keyClick(field(desk).field, Qt.Key.Key_Return)
    desk.keys("Ctrl+L")
    assert (desk.ws.playhead.loop, desk.ws.playhead.playing) == (Span(40, 70), True)
    desk.keys("Ctrl+L", "K")
    assert desk.ws.playhead.loop is None
    desk.drag(55, 97)  # moved to the end: the margin ends with the video
    desk.keys("Ctrl+L", "K")
    assert desk.ws.playhead.loop is not None
    assert desk.ws.playhead.loop.stop == 100


def test_one_second_around_the_nearest_edge_is_looped(desk: Desk) -> None:
    desk.keys("Shift+L")
    assert any("no edge yet" in text for text in desk.window.messages.texts)
    desk.label("wave")
    desk.drag(10, 60)
    desk.go(55)
    desk.keys("Shift+L", "K")
    assert desk.ws.playhead.loop == Span(35, 86)
    desk.keys("Shift+L")
    desk.go(0)
    desk.keys("Shift+L", "K")
    assert desk.ws.playhead.loop == Span(0, 36)
    desk.keys("Ctrl+L")


def test_every_speed_is_there_in_both_ways(desk: Desk) -> None:
    head = desk.ws.playhead
    desk.keys(*[","] * 4)
    assert head.speed == 0.25
    seen = []
    for _ in range(6):
        seen.append(head.speed)
        desk.keys(".")
    assert seen == [0.25, 0.5, 1.0, 2.0, 4.0, 8.0]
    desk.keys("J")
    assert (head.speed, head.playing) == (-1.0, True)
    desk.keys("J", "J", "J", "K")
    assert (head.speed, head.playing) == (-8.0, False)


# -- the overview


def test_the_overview_shows_the_video_and_moves_the_timeline(desk: Desk) -> None:
    overview, timeline = desk.window.overview, desk.window.timeline
    desk.until(lambda: len(overview.shown.pictures) == 40)
    assert (overview.shown.frames, overview.isVisible()) == (100, True)
    timeline.zoom_to(Span(20, 40))
    assert overview.shown.first == timeline.scene.scale.first
    QTest.mousePress(overview, Qt.MouseButton.LeftButton, pos=QPoint(round(overview.x_of(30)), HEIGHT // 2))
    QTest.mouseMove(overview, QPoint(round(overview.x_of(50)), HEIGHT // 2))
    QTest.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=QPoint(round(overview.x_of(50)), HEIGHT // 2))
    assert timeline.visible_span().start == pytest.approx(39, abs=1)
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(round(overview.x_of(80.5)), HEIGHT // 2))
    assert desk.ws.playhead.frame == 80
    assert 80 in timeline.visible_span()
    assert overview.shown.playhead == 80
    desk.keys("Ctrl+F9")
    assert overview.isHidden()
    desk.keys("Ctrl+F9")
    assert overview.isVisible()


def test_the_histogram_follows_an_edit(desk: Desk) -> None:
    overview = desk.window.overview
    desk.label("wave")
    desk.drag(0, 50)
    desk.until(lambda: overview.shown.density is not None and overview.shown.density.columns(2)[0].tolist() == [1, 0])
    desk.keys("Ctrl+Z")
    desk.until(lambda: overview.shown.density is not None and not overview.shown.density.columns(2).any())
    assert spans(desk.segments) == []


def test_without_a_video_nothing_moves(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(qtbot, tmp_path / "empty.reelmark")
    desk.keys("Ctrl+G", "D", "Shift+Down", "Ctrl+Shift+R", "Shift+L")
    assert not desk.window.findChildren(AskField)
    QTest.mouseClick(desk.window.overview, Qt.MouseButton.LeftButton, pos=QPointF(50, 20).toPoint())
    assert desk.ws.playhead.frame == 0
    desk.window.close()

"""Correcting, learning and reviewing, treated roughly: undo in the middle, labels and files that go, two windows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import application
from core.rows import Checkpoint, Run, Segment, State, Track, TrackKind, new_id
from core.storage.project import Project
from core.time import Span
from tests.helpers.desk import Desk, open_desk, two_analysed
from tests.helpers.learning import teachable
from tests.helpers.tiny import write_video

DARK, BRIGHT = [10] * 20, [245] * 20


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Two analysed videos, a.avi open."""
    desk = two_analysed(qtbot, monkeypatch, tmp_path, DARK + BRIGHT + DARK, BRIGHT + DARK + BRIGHT)
    yield desk
    desk.window.close()


def shown(desk: Desk) -> None:
    def there() -> bool:
        walk, loop = desk.window.review, desk.ws.playhead.loop
        return not walk.active or bool(walk.item and loop and loop.start <= walk.item.boundary <= loop.stop)

    desk.until(there)


def states(desk: Desk) -> dict[State, int]:
    with Project.open(desk.project) as project:
        rows = project.segments()
    return {state: n for state in State if (n := sum(row.state is state for row in rows))}


def test_undo_in_the_middle_of_a_review_brings_the_item_back(desk: Desk) -> None:
    before = states(desk)
    desk.keys("F3")
    shown(desk)
    first = desk.window.review.item
    assert first is not None
    desk.keys("R")
    shown(desk)
    desk.keys("Ctrl+Z")
    assert desk.window.review.active, "undo does not end the review"
    desk.until(lambda: desk.window.review_list.item(first.key) is not None)
    assert states(desk) == before
    shown(desk)
    here = desk.window.review.item
    assert here is not None
    desk.keys("R")  # what the keys mean is still what is looped
    shown(desk)
    with Project.open(desk.project) as project:
        (refused,) = [row for row in project.segments() if row.state is State.REJECTED]
    assert here.missed or refused.id == here.segment.id


def test_more_undo_than_there_is_to_undo_of_the_review(desk: Desk) -> None:
    """Back to before the runs were made: nothing is left, and nothing breaks."""
    desk.keys("F3")
    shown(desk)
    for _ in range(12):
        desk.keys("Ctrl+Z")
    desk.keys("A", "R", "F3", "Shift+F3")
    desk.idle()
    desk.until(lambda: desk.window.review_panel.model.rowCount() == 0)
    desk.keys("Esc")
    assert not desk.window.review.active
    for _ in range(12):
        desk.keys("Ctrl+Shift+Z")
    assert len(desk.ws.document.project.runs()) == 2
    assert len(desk.ws.document.videos) == 2


def test_the_file_goes_while_it_is_reviewed(desk: Desk, tmp_path: Path) -> None:
    desk.keys("F3")
    shown(desk)
    for name in ("a", "b"):
        (tmp_path / f"{name}.avi").unlink()
    said = 0
    while desk.window.review.active and said < 40:
        desk.keys("R")
        said += 1
        desk.qtbot.wait(1)
    assert not desk.window.review.active
    assert any(".avi" in text for text in desk.window.messages.texts)


def proposed(desk: Desk) -> int:
    """Two versions that say otherwise of a label of their own, as training leaves them; returns the label's id."""
    label = desk.label("wave")
    document = desk.ws.document
    for number, span in enumerate((Span(0, 10), Span(30, 45)), 1):
        row = Checkpoint(new_id(), "head", f"v{number}", "x.st", f"{number}", None, None, ("wave",), "{}", "{}", number)
        document.project.add_checkpoint(row)
        run = Run(new_id(), desk.video("a").id, "head", row.id, "{}", "", number)
        track = Track(new_id(), run.video_id, "head", TrackKind.RUN, run.id)
        document.project.add_run(run, track, [Segment(new_id(), track.id, label, span, 0.9, State.PREDICTED)])
    document.refresh(force=True)
    document.open_video(desk.video("a").id)
    desk.until(lambda: len(desk.window.timeline.scene.ghosts) == 2)
    return label


def test_a_label_that_a_proposal_uses_is_deleted(desk: Desk) -> None:
    label = proposed(desk)
    desk.window.library.label_deleted.emit(label)
    desk.idle()
    assert any("“wave” is deleted with 2 segments" in text for text in desk.window.messages.texts)
    desk.until(lambda: not desk.window.timeline.scene.ghosts)
    desk.keys("Ctrl+Shift+F5")
    desk.idle()
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert label in desk.ws.document.labels
    desk.until(lambda: len(desk.window.timeline.scene.ghosts) == 2)
    assert not desk.window.timeline.grab().isNull()


def test_two_windows_review_and_decide_in_one_project(desk: Desk, qtbot: QtBot) -> None:
    other = Desk(qtbot, application.start([desk.project], private=True), desk.project)
    try:
        other.until(lambda: other.window.player.image() is not None)
        desk.keys("F3")
        shown(desk)
        other.keys("F3")
        shown(other)
        mine, theirs = desk.window.review.item, other.window.review.item
        assert mine is not None
        assert theirs is not None
        assert mine.key == theirs.key
        desk.keys("R")
        shown(desk)
        other.keys("A")  # of what was refused over there a moment ago
        shown(other)
        with Project.open(desk.project) as project:
            (judged,) = [row for row in project.segments() if row.id == mine.segment.id]
        assert judged.state is State.REJECTED or other.ws.document.working_copy(judged).state is State.ACCEPTED
        for one in (desk, other):
            one.keys("Esc")
            one.ws.document.refresh()
        proposed(desk)
        other.ws.document.refresh()
        other.ws.document.open_video(other.video("a").id)
        other.until(lambda: other.window.timeline.scene.ghosts)
        other.keys("Ctrl+Shift+F5")
        desk.ws.document.refresh()
        desk.keys("Ctrl+Alt+F5")  # taken already, over there
        assert "Nothing is proposed" in " ".join(desk.window.messages.texts)
    finally:
        other.window.close()


def test_the_window_is_closed_while_it_learns(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    teachable(monkeypatch)
    levels = [10] * 20 + [245] * 32 + [10] * 20
    desk = open_desk(qtbot, tmp_path / "p.reelmark", write_video(tmp_path / "v.avi", levels))
    desk.label("bright")
    desk.ws.marks.set_in(20)
    desk.ws.marks.set_out(52)
    desk.keys("Return")
    desk.window.commands["mark_video_reviewed"].trigger()
    desk.keys("Ctrl+F5")
    desk.until(lambda: desk.window.learning.running)
    desk.window.close()
    again = open_desk(qtbot, desk.project)
    assert [row.state for row in again.segments if row.state is State.HUMAN] == [State.HUMAN]
    assert again.window.learning.pending._text == ""
    again.keys("Ctrl+F5")
    again.until(lambda: again.window.learning.running)
    again.window.close()
    assert again.ws.closed

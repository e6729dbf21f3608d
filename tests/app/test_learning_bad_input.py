"""What cannot be learned from, or only in part, is told in one sentence; a checkpoint is never harmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import tasks
from core.errors import UserError
from core.rows import Label, Reviewed, Run, Segment, State, Track, TrackKind, new_id
from core.storage.project import Project
from core.task import drive
from core.time import Span
from core.timeline.edit import Edit
from tests.helpers.learning import teachable
from tests.helpers.tiny import write_video

LEVELS = [10] * 40 + [245] * 40 + [10] * 40


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A project of two videos and two labels that exclude each other."""
    teachable(monkeypatch)
    paths = [write_video(tmp_path / f"{name}.avi", LEVELS[i:]) for i, name in enumerate(("one", "two"))]
    with Project.open(tmp_path / "p.reelmark") as project:
        added = drive(tasks.add_videos(paths, project.folder, frozenset()))
        project.apply(added.edit)
        project.apply(Edit("x", added=tuple(Label(new_id(), name, "#fff", group="g") for name in ("a", "b"))))
        yield project


def said(project: Project, video: int, *spans: tuple[str, int, int], who: str = "Ann", reviewed: bool = True) -> None:
    """A track of a person, with (label, start, stop)."""
    row = project.videos()[video]
    labels = {label.name: label.id for label in project.labels()}
    track = Track(new_id(), row.id, who)
    segments = [Segment(new_id(), track.id, labels[name], Span(a, b), state=State.HUMAN) for name, a, b in spans]
    looked = [Reviewed(new_id(), track.id, Span(0, row.frames))] if reviewed else []
    project.apply(Edit("x", added=(track, *segments, *looked)))


def learned(project: Project) -> tasks.Improved:
    return drive(tasks.improve(tasks.material(project), form="linear"))


def test_contradictions_are_left_out_and_told(room: Project) -> None:
    said(room, 0, ("a", 40, 80))
    said(room, 0, ("b", 44, 80), who="Bob")
    said(room, 1, ("a", 39, 79))
    found = learned(room)
    assert any("contradict at" in note and "compare the tracks" in note for note in found.notes)


def test_one_class_only_is_enough(room: Project) -> None:
    said(room, 0, ("a", 40, 80))
    found = learned(room)
    assert found.labels == ("a",)
    assert "Not learned, for want of an example: b." in found.notes
    assert found.wanting == "More examples would help: a (2 more)."


def test_what_another_network_finds_is_no_label_that_wants_an_example(room: Project) -> None:
    said(room, 0, ("a", 40, 80))
    video, other = room.videos()[0], next(label for label in room.labels() if label.name == "b")
    run = Run(new_id(), video.id, "i3d", None, "{}", "", 1)
    track = Track(new_id(), video.id, "i3d", TrackKind.RUN, run.id)
    room.add_run(run, track, [Segment(new_id(), track.id, other.id, Span(0, 20), 0.6, State.PREDICTED)])
    assert not any("want of an example" in note for note in learned(room).notes)


def test_without_a_reviewed_stretch_nothing_says_where_labels_are_not(room: Project) -> None:
    said(room, 0, ("a", 40, 80), reviewed=False)
    said(room, 1, ("a", 40, 79), reviewed=False)
    with pytest.raises(UserError, match="mark a stretch that you looked at as reviewed"):
        learned(room)
    assert not room.checkpoints()


def test_a_missing_video_is_left_out(room: Project) -> None:
    said(room, 0, ("a", 40, 80))
    said(room, 1, ("a", 39, 79))
    (room.folder / "two.avi").rename(room.folder / "elsewhere.avi")
    found = learned(room)
    assert any("not where they were: two.avi" in note for note in found.notes)
    (room.folder / "one.avi").unlink()
    with pytest.raises(UserError, match="find the missing files first"):
        tasks.material(room)


def test_a_file_that_has_changed_is_left_out(room: Project) -> None:
    said(room, 0, ("a", 40, 80))
    said(room, 1, ("a", 39, 79))
    write_video(room.folder / "two.avi", LEVELS[30:])
    found = learned(room)
    assert any("have changed since they were labelled: two.avi" in note for note in found.notes)
    write_video(room.folder / "one.avi", LEVELS[20:])
    with pytest.raises(UserError, match="have changed since"):
        learned(room)


def test_no_checkpoint_is_written_over(room: Project) -> None:
    said(room, 0, ("a", 40, 80))
    one, other = learned(room), learned(room)
    assert one.file != other.file
    assert one.file.exists()
    assert one.digest == other.digest, "the same corrections and seed teach the same"

from fractions import Fraction
from pathlib import Path

import pytest

from core.errors import UserError
from core.rows import Label, Segment, Track, Video, changed, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit

VIDEO = Video(new_id(), "clips/v.mp4", "f00d", 100, Fraction(25), 64, 48, 4.0)
LABEL = Label(new_id(), "run", "#123456")
TRACK = Track(new_id(), VIDEO.id, "Ann")
SEGMENT = Segment(new_id(), TRACK.id, LABEL.id, Span(10, 60))


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(tmp_path / "p.reelmark") as project:
        project.apply(Edit("Add", added=(VIDEO,)))
        project.apply(Edit("Label", added=(LABEL, TRACK, SEGMENT)))
        yield project


def test_facts_are_stored_and_leave_the_undo_stack_working(project: Project) -> None:
    verified = changed(VIDEO, frames=98, verified=True, variable_rate=True, rate=Fraction(24))
    assert project.note_facts(verified) == verified
    assert project.undo() is not None
    assert project.undo() is not None
    assert project.videos() == []
    assert project.redo() is not None
    assert [v.id for v in project.videos()] == [VIDEO.id]


def test_a_video_is_never_said_to_be_shorter_than_its_labels(project: Project) -> None:
    assert project.note_facts(changed(VIDEO, frames=40)).frames == 60
    project.undo()
    assert project.redo() is not None
    assert project.segments() == [SEGMENT]


def test_a_copy_has_everything_and_finds_the_videos_from_its_own_place(project: Project, tmp_path: Path) -> None:
    clip = tmp_path / "clips" / "v.mp4"
    clip.parent.mkdir()
    clip.write_bytes(b"x")
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "copy.reelmark"
    project.copy_to(target)
    with Project.open(target) as copy:
        assert copy.segments() == project.segments()
        assert copy.undo_text() == "Label"
        assert copy.resolve(copy.videos()[0]).samefile(clip)
        assert copy.undo() is not None
        assert copy.undo() is not None
        assert copy.videos() == []


def test_a_copy_that_cannot_be_written_leaves_what_was_there(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        project.copy_to(tmp_path / "no such folder" / "copy.reelmark")
    assert sorted(p.name for p in tmp_path.iterdir() if "copy" in p.name) == []


def test_a_full_disk_names_the_project_that_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(part: Path) -> None:
        raise UserError(f"The disk that holds “{part.name}” is full; free some space and try again.")

    monkeypatch.setattr("core.storage.opening._write_new", full)
    with pytest.raises(UserError, match=r"“mine\.reelmark” is full"):
        Project.open(tmp_path / "mine.reelmark")

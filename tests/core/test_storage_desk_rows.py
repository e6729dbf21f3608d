"""Labels below labels, subjects and attributes, markers, and a video's place on a shared clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import EditConflict, UserError
from core.rows import Marker, changed, new_id
from core.storage.project import Project
from core.timeline.edit import Edit
from tests.helpers.projects import FRAMES, Ground, assert_sound, ground, segment


@pytest.fixture
def base() -> Ground:
    return ground()


@pytest.fixture
def project(tmp_path: Path, base: Ground) -> Iterator[Project]:
    with Project.open(tmp_path / "p.reelmark") as project:
        project.apply(base.edit)
        yield project


def test_a_child_may_come_before_its_parent_in_one_edit(tmp_path: Path, base: Ground) -> None:
    sit, stand = base.labels[:2]
    child = changed(sit, parent_id=stand.id)
    with Project.open(tmp_path / "p.reelmark") as project:
        project.apply(Edit("Start", added=(base.video, child, *base.labels[1:], base.human)))
        assert project.labels()[0].parent_id == stand.id
        project.undo()
        project.redo()
        assert_sound(project)


def test_no_label_lies_below_itself(project: Project, base: Ground) -> None:
    a, b, c = base.labels[:3]
    project.apply(Edit("Nest", (b, c), (changed(b, parent_id=a.id), changed(c, parent_id=b.id))))
    for parent in (a, b, c):
        with pytest.raises(UserError, match="“sit” would lie below itself"):
            project.apply(Edit("Nest", (a,), (changed(a, parent_id=parent.id),)))
    assert [label.parent_id for label in project.labels()[:3]] == [None, a.id, b.id]


def test_a_parent_stays_while_it_has_children(project: Project, base: Ground) -> None:
    a, b = base.labels[:2]
    child = changed(b, parent_id=a.id)
    project.apply(Edit("Nest", (b,), (child,)))
    with pytest.raises(EditConflict, match="still in use"):
        project.apply(Edit("Delete", (a,)))
    project.apply(Edit("Delete both", (a, child)))
    with pytest.raises(EditConflict, match="label above was removed"):
        project.apply(Edit("Add", added=(changed(child, id=new_id()),)))
    project.undo()
    assert_sound(project)


def test_subject_and_attributes_are_kept(project: Project, base: Ground) -> None:
    said = segment(base, 10, 20, subject="Ann Ü", attributes=(("speed", "“fast”"), ("hand", "")))
    project.apply(Edit("Add", added=(said,)))
    assert project.segments() == [said]
    after = changed(said, attributes=())
    project.apply(Edit("Clear", (said,), (after,)))
    project.undo()
    assert project.segments() == [said]
    with pytest.raises(EditConflict):
        project.apply(Edit("Stale", (after,)))


def test_markers_come_go_and_change(project: Project, base: Ground) -> None:
    marker = Marker(new_id(), base.video.id, FRAMES - 1, "look", "#ff0000", "Ann", 5)
    project.apply(Edit("Mark", added=(marker,)))
    moved = changed(marker, frame=3)
    project.apply(Edit("Move marker", (marker,), (moved,)))
    assert project.markers() == project.markers(base.video.id) == [moved]
    assert project.markers(5) == []
    with pytest.raises(EditConflict):
        project.apply(Edit("Stale", (marker,)))
    project.undo()
    assert project.markers() == [marker]
    assert_sound(project)


def test_a_marker_lies_inside_its_video(project: Project, base: Ground) -> None:
    with pytest.raises(UserError, match=r"marker lies at frame 1000, but the video has 1000 frames"):
        project.apply(Edit("Mark", added=(Marker(new_id(), base.video.id, FRAMES),)))
    last = Marker(new_id(), base.video.id, FRAMES - 1)
    project.apply(Edit("Mark", added=(last,)))
    with pytest.raises(UserError, match="marker lies at frame 999, but the video has 999 frames"):
        project.apply(Edit("Shorten", (base.video,), (changed(base.video, frames=FRAMES - 1),)))
    assert project.note_facts(changed(base.video, frames=10)).frames == FRAMES


def test_a_video_leaves_with_its_markers(project: Project, base: Ground) -> None:
    marker = Marker(new_id(), base.video.id, 5)
    project.apply(Edit("Mark", added=(marker,)))
    with pytest.raises(EditConflict, match="still in use"):
        project.apply(Edit("Remove", (base.video, base.human)))
    project.apply(Edit("Remove", (base.video, base.human, marker)))
    with pytest.raises(EditConflict, match="video was removed"):
        project.apply(Edit("Mark", added=(marker,)))
    project.undo()
    assert project.markers() == [marker]


def test_a_videos_offset_is_an_edit(project: Project, base: Ground) -> None:
    later = changed(base.video, offset=-1.25)
    project.apply(Edit("Link", (base.video,), (later,)))
    assert project.videos()[0].offset == -1.25
    project.note_facts(changed(base.video, verified=True))
    assert project.videos()[0].offset == -1.25
    with pytest.raises(EditConflict):
        project.apply(Edit("Stale", (base.video,), (changed(base.video, offset=2.0),)))
    project.undo()
    assert project.videos()[0].offset == 0.0

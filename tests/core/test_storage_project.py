"""Rows in and out, undo across restarts, conflicts, and two programs on one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from core.errors import EditConflict, UserError
from core.rows import Checkpoint, Dataset, LabelKind, Reviewed, Row, Run, Segment, State, Track, changed, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit
from tests.helpers.projects import Ground, assert_sound, ground, new_run, people_rows, segment


@pytest.fixture
def base() -> Ground:
    return ground()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a project.reelmark"


@pytest.fixture
def project(path: Path, base: Ground) -> Iterator[Project]:
    with Project.open(path) as project:
        project.apply(base.edit)
        yield project


def full_rows(base: Ground) -> tuple[Row, ...]:
    """One row of each kind with every field set to something unlike its default."""
    video = changed(base.video, id=new_id(), path="Übung/🎬 1.mp4", variable_rate=True, verified=True)
    label = changed(base.labels[0], id=new_id(), name="“quoted”; --", key="q", kind=LabelKind.POINT, position=9)
    run = Run(new_id(), video.id, "i3d", None, '{"a": 1}', "k", 7, False, "cpu", 1.5, (("a", 0.125), ("b", 1e-300)))
    track = Track(new_id(), video.id, "second", position=3)
    found = Segment(
        new_id(), track.id, label.id, Span(0, 1), 0.1 + 0.2, State.CORRECTED, 2**62, "Zoë", 2**53 + 1, "x\ny"
    )
    return video, label, run, track, found, Reviewed(new_id(), track.id, Span(5, 999), "Zoë", 12)


def test_every_row_comes_back_equal(project: Project, path: Path, base: Ground) -> None:
    rows = full_rows(base)
    before = people_rows(project)
    project.apply(Edit("All", added=rows))
    project.close()
    with Project.open(path, create=False) as again:
        assert people_rows(again) == before | set(rows)
        assert again.edits_since(0)[-1] == Edit("All", added=rows)


def test_every_field_can_be_changed(project: Project, base: Ground) -> None:
    old = full_rows(base)
    project.apply(Edit("All", added=old))
    before = people_rows(project)
    new = tuple(
        changed(row, **{"name": "other"} if hasattr(row, "name") else {"span": Span(3, 4)})
        if not hasattr(row, "settings") and not hasattr(row, "fingerprint")
        else row
        for row in old
    )
    project.apply(Edit("Change", old, new))
    assert people_rows(project) == (before - set(old)) | set(new)
    project.undo()
    assert people_rows(project) == before


def test_checkpoints_and_datasets(project: Project, path: Path) -> None:
    data = Dataset(new_id(), "first", '{"videos": []}', "ab" * 32, 5)
    parent = Checkpoint(new_id(), "i3d", "start", "w/a.safetensors", "cd" * 32, None, None, ("a", "b"), "{}", "{}", 6)
    child = changed(parent, id=new_id(), dataset_id=data.id, parent_id=parent.id, labels=())
    project.add_dataset(data)
    project.add_checkpoint(parent)
    project.add_checkpoint(child)
    with pytest.raises(EditConflict):
        project.add_checkpoint(child)
    project.close()
    with Project.open(path, create=False) as again:
        assert again.datasets() == [data]
        assert again.checkpoints() == [parent, child]


def test_reads_by_track_and_video(project: Project, base: Ground) -> None:
    other = ground("other.mp4")
    rows = [segment(base, 50, 60), segment(base, 5, 30), segment(base, 50, 55)]
    theirs = segment(other, 1, 2)
    project.apply(Edit("Fill", added=(*rows, other.video, *other.labels, other.human, theirs)))
    assert project.segments(track_id=base.human.id) == [rows[1], rows[0], rows[2]]  # by start, then id
    assert project.segments(video_id=other.video.id) == [theirs]
    assert len(project.segments()) == 4
    assert project.tracks(other.video.id) == [other.human]
    assert project.segment_count(base.human.id) == 3


def test_undo_and_redo_across_restarts(project: Project, path: Path, base: Ground) -> None:
    first, second = segment(base, 0, 10), segment(base, 20, 30)
    project.apply(Edit("Add one", added=(first,)))
    project.apply(Edit("Add two", added=(second,)))
    project.close()
    with Project.open(path, create=False) as again:
        assert (again.undo_text(), again.redo_text()) == ("Add two", None)
        assert again.undo() == Edit("Add two", removed=(second,))
        assert (again.undo_text(), again.redo_text()) == ("Add one", "Add two")
    with Project.open(path, create=False) as again:
        assert again.segments() == [first]
        assert again.redo() == Edit("Add two", added=(second,))
        assert again.redo() is None
        while again.undo():
            pass
        assert again.undo_text() is None
        assert people_rows(again) == set()
        while again.redo():
            pass
        assert again.segments() == [first, second]
        assert_sound(again)


def test_a_new_edit_drops_what_could_be_redone(project: Project, base: Ground) -> None:
    rows = [segment(base, i * 10, i * 10 + 5) for i in range(4)]
    for i, row in enumerate(rows[:3]):
        project.apply(Edit(f"Add {i}", added=(row,)))
    project.undo()
    project.undo()
    project.apply(Edit("Instead", added=(rows[3],)))
    assert project.redo_text() is None
    assert project.redo() is None
    assert project.segments() == [rows[0], rows[3]]
    project.undo()
    assert project.undo_text() == "Add 0"
    assert project.redo_text() == "Instead"
    assert_sound(project)


def test_an_edit_without_effect_leaves_no_trace(project: Project, base: Ground) -> None:
    position = project.log_position()
    assert project.apply(Edit("Nothing", (base.human,), (base.human,))) == position
    assert project.undo_text() == "Start"


def test_a_removed_row_must_be_as_stored(project: Project, base: Ground) -> None:
    row = segment(base, 0, 10)
    project.apply(Edit("Add", added=(row,)))
    mine = changed(row, comment="mine")
    project.apply(Edit("Comment", (row,), (mine,)))
    position = project.log_position()
    other = segment(base, 50, 60)
    for stale in (
        Edit("Stale", (row,), (changed(row, comment="x"), other)),
        Edit("Stale", (row,)),
        Edit("S", (other,)),
    ):
        with pytest.raises(EditConflict, match="meanwhile"):
            project.apply(stale)
    assert project.segments() == [mine]
    assert project.log_position() == position


@pytest.mark.parametrize("index", range(5))
def test_a_row_cannot_be_added_twice(project: Project, base: Ground, index: int) -> None:
    rows = (base.video, base.labels[0], base.human, segment(base, 0, 5), Reviewed(new_id(), base.human.id, Span(0, 5)))
    project.apply(Edit("Add", added=rows[3:]))
    with pytest.raises(EditConflict, match="already"):
        project.apply(Edit("Again", added=(rows[index],)))


def test_what_is_in_use_stays(project: Project, base: Ground) -> None:
    project.apply(Edit("Add", added=(segment(base, 0, 5),)))
    for row in (base.video, base.labels[2], base.human):
        with pytest.raises(EditConflict):
            project.apply(Edit("Remove", removed=(row,)))
    assert_sound(project)
    everything = tuple(people_rows(project))
    project.apply(Edit("Remove all", removed=everything))
    assert people_rows(project) == set()
    project.undo()
    assert people_rows(project) == set(everything)


def test_labels_merge_in_one_edit(project: Project, base: Ground) -> None:
    rows = [segment(base, 0, 5, label=2), segment(base, 5, 9, label=3)]
    project.apply(Edit("Add", added=tuple(rows)))
    wave, jump = base.labels[2:]
    project.apply(Edit("Merge", (rows[1], jump), (changed(rows[1], label_id=wave.id),)))
    assert {row.label_id for row in project.segments()} == {wave.id}
    assert jump not in project.labels()
    assert project.undo() is not None
    assert jump in project.labels()
    assert_sound(project)


def test_rows_need_what_they_stand_on(project: Project, base: Ground) -> None:
    nowhere = ground("nowhere.mp4")
    for row in (segment(nowhere, 0, 5), nowhere.human, changed(segment(base, 0, 5), label_id=nowhere.labels[0].id)):
        with pytest.raises(EditConflict):
            project.apply(Edit("Add", added=(row,)))


def test_two_programs_on_one_file(project: Project, path: Path, base: Ground) -> None:
    with Project.open(path, create=False) as other:
        position, version = project.log_position(), project.data_version()
        edits = [Edit(f"Add {i}", added=(segment(base, i * 10, i * 10 + 5),)) for i in range(3)]
        for edit in edits[:2]:
            other.apply(edit)
        assert project.data_version() != version
        assert project.edits_since(position) == edits[:2]
        seen = project.log_position()
        other.undo()
        other.apply(edits[2])  # replaces what this program had seen last
        assert project.changes_since(seen) == ([edits[1].inverse(), edits[2]], other.log_position())
        version = project.data_version()
        project.apply(Edit("Mine", added=(segment(base, 100, 101),)))
        assert project.data_version() == version
        assert other.segments() == project.segments()
        with pytest.raises(KeyError):
            project.edits_since(10**6)


def test_a_busy_file_is_said_and_the_program_goes_on(path: Path, base: Ground) -> None:
    with Project.open(path, patience=0.02) as mine, Project.open(path) as other:
        mine.apply(base.edit)
        with other._database.writing() as connection:
            connection.exec_driver_sql("UPDATE label SET position = 4")
            with pytest.raises(UserError, match="Another program"):
                mine.apply(Edit("Add", added=(segment(base, 0, 1),)))
            assert len(mine.labels()) == 4  # reading goes on
            connection.exec_driver_sql("UPDATE label SET position = 0")
        mine.apply(Edit("Add", added=(segment(base, 0, 1),)))
        assert other.segment_count(base.human.id) == 1


def test_a_full_disk_changes_nothing(project: Project, base: Ground) -> None:
    pages = project._database.pragma("page_count")
    project._database.pragma(f"max_page_count = {pages}")
    many = tuple(segment(base, i % 900, i % 900 + 10) for i in range(3_000))
    before, position = people_rows(project), project.log_position()
    with pytest.raises(UserError, match="is full"):
        project.apply(Edit("Many", added=many))
    assert people_rows(project) == before
    assert project.log_position() == position
    project._database.pragma("max_page_count = 1000000")
    project.apply(Edit("Many", added=many))
    assert_sound(project)


def test_a_file_made_read_only_meanwhile(project: Project, base: Ground) -> None:
    project._database.pragma("query_only = ON")
    with pytest.raises(UserError, match="cannot be written"):
        project.apply(Edit("Add", added=(segment(base, 0, 1),)))
    project._database.pragma("query_only = OFF")


def test_a_bug_is_not_dressed_up(project: Project) -> None:
    with pytest.raises(OperationalError, match="syntax error"), project._database.writing() as connection:
        connection.exec_driver_sql("nonsense")


def test_a_closed_project_stays_closed(project: Project) -> None:
    project.close()
    project.close()
    with pytest.raises(RuntimeError, match="closed"):
        project.labels()


def test_undoing_below_a_run(project: Project, base: Ground) -> None:
    """The run's rows stay for redo although the labels and the video they point at are undone as well."""
    label = changed(base.labels[2], id=new_id(), name="found")
    project.apply(Edit("Add label", added=(label,)))
    run, track, found = new_run(base, 5)
    project.add_run(run, track, (changed(row, label_id=label.id) for row in found))
    while project.undo():
        pass
    assert (project.videos(), project.labels(), project.tracks(), project.segments(), project.runs()) == ([],) * 5
    while project.redo():
        pass
    assert project.segment_count(track.id) == 5
    assert_sound(project)


def test_redo_after_the_file_turned_out_longer(project: Project, base: Ground) -> None:
    """The log holds the video as it was added; what verifying it found is still true when it comes back."""
    project.note_facts(changed(base.video, frames=1_200, verified=True))
    project.apply(Edit("Add", added=(segment(base, 1_100, 1_150),)))
    while project.undo():
        pass
    while project.redo():
        pass
    assert project.segment_count(base.human.id) == 1
    assert project.videos()[0].verified

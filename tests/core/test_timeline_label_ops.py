"""What people do to labels, on rows alone and through a project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.rows import Label, LabelKind, Segment, changed
from core.storage.project import Project
from core.time import Span
from core.timeline import label_ops
from core.timeline.edit import Edit
from tests.helpers.projects import Ground, assert_sound, ground, new_run, segment

A, B, C, D = (Label(i, name, "#336699", position=i) for i, name in enumerate("abcd", 1))


def tree(*labels: Label) -> list[str]:
    return [f"{'-' * depth}{label.name}" for label, depth in label_ops.in_order(labels)]


def after(labels: list[Label], edit: Edit) -> list[Label]:
    gone = {row.id for row in edit.removed if isinstance(row, Label)}
    return [row for row in labels if row.id not in gone] + [row for row in edit.added if isinstance(row, Label)]


def test_children_stand_below_their_parents() -> None:
    labels = [A, B, changed(C, parent_id=1), changed(D, parent_id=3)]
    assert tree(*labels) == ["a", "-c", "--d", "b"]
    assert label_ops.path(labels[3], {row.id: row for row in labels}) == "a › c › d"
    assert label_ops.descendants(1, labels) == {3, 4}
    assert tree(changed(A, parent_id=99)) == ["a"]  # its parent is not there


def test_moving_takes_along_what_lies_below() -> None:
    labels = [A, B, changed(C, parent_id=1), D]
    inside = after(labels, label_ops.moved(labels, 1, 2, None))
    assert tree(*inside) == ["b", "-a", "--c", "d"]
    first = after(inside, label_ops.moved(inside, 4, None, 2))
    assert tree(*first) == ["d", "b", "-a", "--c"]
    out = after(first, label_ops.moved(first, 3, None, None))
    assert tree(*out) == ["d", "b", "-a", "c"]
    assert not label_ops.moved(out, 4, None, 4)
    with pytest.raises(UserError, match="cannot lie below itself"):
        label_ops.moved(first, 2, 3, None)


def test_merging_moves_what_lies_below() -> None:
    labels = [A, B, changed(C, parent_id=1), D]
    assert tree(*after(labels, label_ops.merge(A, B, labels, ()))) == ["b", "-c", "d"]
    below = [A, changed(B, parent_id=1), changed(C, parent_id=1), D]
    assert tree(*after(below, label_ops.merge(below[0], below[1], below, ()))) == ["b", "-c", "d"]
    deep = [A, changed(B, parent_id=1), changed(C, parent_id=2)]
    with pytest.raises(UserError, match="“c” lies further below “a”"):
        label_ops.merge(A, deep[2], deep, ())
    with pytest.raises(UserError, match="another label"):
        label_ops.merge(A, A, labels, ())
    with pytest.raises(UserError, match="not of one kind"):
        label_ops.merge(A, changed(B, kind=LabelKind.POINT), labels, ())


@pytest.fixture
def base() -> Ground:
    return ground()


@pytest.fixture
def project(tmp_path: Path, base: Ground) -> Iterator[Project]:
    with Project.open(tmp_path / "p.reelmark") as project:
        project.apply(base.edit)
        yield project


def labels_of(project: Project) -> list[str]:
    names = {label.id: label.name for label in project.labels()}
    return sorted(names[row.label_id] for row in project.segments())


def test_merging_is_one_edit_over_all_videos(project: Project, base: Ground) -> None:
    other = ground("second.mp4")
    project.apply(Edit("Add", added=(other.video, other.human)))
    wave, jump = base.labels[2:]
    rows: list[Segment] = [segment(base, 0, 9, 2), segment(base, 5, 20, 3)]
    rows.append(changed(segment(base, 7, 30, 2), track_id=other.human.id))
    project.apply(Edit("Add", added=tuple(rows)))
    project.add_run(*new_run(base, 5, label=2))
    project.apply(label_ops.merge(wave, jump, project.labels(), project.segments_of(wave.id)))
    assert labels_of(project) == ["jump"] * 8
    assert "wave" not in {label.name for label in project.labels()}
    assert project.label_counts() == {jump.id: 8}
    assert project.undo_text() == "Merge wave into jump"
    assert_sound(project)
    project.undo()
    assert labels_of(project) == ["jump", *["wave"] * 7]
    project.redo()
    assert_sound(project)


def test_a_merge_that_a_group_forbids_is_refused_in_a_sentence(project: Project, base: Ground) -> None:
    sit, _, wave, _ = base.labels
    project.apply(Edit("Add", added=(segment(base, 0, 50, 0), segment(base, 40, 60, 2))))
    with pytest.raises(UserError, match=r"“Merge wave into sit” is not possible: “sit” would overlap “sit”.*“posture”"):
        project.apply(label_ops.merge(wave, sit, project.labels(), project.segments_of(wave.id)))
    assert labels_of(project) == ["sit", "wave"]


def test_deleting_takes_the_segments_and_moves_children_up(project: Project, base: Ground) -> None:
    sit, stand, wave, _ = base.labels
    child = changed(wave, parent_id=stand.id)
    project.apply(Edit("Nest", (stand, wave), (changed(stand, parent_id=sit.id), child)))
    project.apply(Edit("Add", added=(segment(base, 0, 50, 1), segment(base, 40, 60, 2))))
    project.apply(label_ops.delete(project.labels()[1], project.labels(), project.segments_of(stand.id)))
    assert [(row.name, row.parent_id) for row in project.labels()[:2]] == [("sit", None), ("wave", sit.id)]
    assert labels_of(project) == ["wave"]
    project.undo()
    assert labels_of(project) == ["stand", "wave"]
    assert_sound(project)


def test_a_label_becomes_a_point_and_its_segments_one_frame(project: Project, base: Ground) -> None:
    wave = base.labels[2]
    project.apply(Edit("Add", added=(segment(base, 10, 50, 2), segment(base, 60, 61, 2), segment(base, 0, 9, 3))))
    new = changed(wave, kind=LabelKind.POINT)
    project.apply(label_ops.change(wave, new, project.segments_of(wave.id)))
    assert sorted(row.span for row in project.segments()) == [Span(0, 9), Span(10, 11), Span(60, 61)]
    project.undo()
    assert sorted(row.span for row in project.segments()) == [Span(0, 9), Span(10, 50), Span(60, 61)]


def test_who_is_named(project: Project, base: Ground) -> None:
    rows = [segment(base, i, i + 1, subject=name) for i, name in enumerate(("Zoe", "", "Ann", "Zoe"))]
    project.apply(Edit("Add", added=tuple(rows)))
    assert project.subjects() == ["Ann", "Zoe"]

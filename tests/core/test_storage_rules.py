"""The storage refuses what core.timeline.rules forbids, however the Edit came about, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import EditConflict, UserError
from core.rows import Segment, changed
from core.storage import checks
from core.storage.project import Project
from core.timeline import rules
from core.timeline.edit import Edit
from tests.helpers.projects import Ground, assert_sound, ground, new_run, segment


@pytest.fixture
def base() -> Ground:
    return ground()


@pytest.fixture
def project(tmp_path: Path, base: Ground) -> Iterator[Project]:
    with Project.open(tmp_path / "p.reelmark") as project:
        project.apply(base.edit)
        yield project


def allowed(project: Project, edit: Edit) -> bool:
    before = project.segments()
    try:
        project.apply(edit)
    except EditConflict:
        raise
    except UserError:
        assert project.segments() == before
        return False
    return True


def test_exclusive_labels_do_not_overlap(project: Project, base: Ground) -> None:
    assert allowed(project, Edit("Add", added=(segment(base, 100, 200, label=0),)))
    with pytest.raises(UserError, match=r"“stand” would overlap “sit”.*exclusive group “posture”"):
        project.apply(Edit("Add stand", added=(segment(base, 150, 160, label=1),)))
    assert allowed(project, Edit("Touch", added=(segment(base, 200, 210, label=1), segment(base, 90, 100, label=0))))
    assert allowed(project, Edit("Free", added=(segment(base, 0, 999, label=2), segment(base, 0, 999, label=2))))
    assert not allowed(project, Edit("Cover", added=(segment(base, 50, 300, label=1),)))
    assert not allowed(project, Edit("Two", added=(segment(base, 500, 600, label=0), segment(base, 599, 601, label=1))))


def test_a_segment_ends_with_its_video(project: Project, base: Ground) -> None:
    assert allowed(project, Edit("Add", added=(segment(base, 990, 1000),)))
    assert not allowed(project, Edit("Add", added=(segment(base, 990, 1001),)))
    with pytest.raises(UserError, match="ends at frame 1000, but the video has 999 frames"):
        project.apply(Edit("Shorten", (base.video,), (changed(base.video, frames=999),)))


def test_a_label_joins_a_group_only_when_its_segments_allow(project: Project, base: Ground) -> None:
    rows = (segment(base, 0, 500, label=0), segment(base, 20, 30, label=2), segment(base, 600, 700, label=3))
    project.apply(Edit("Add", added=rows))
    wave, jump = base.labels[2:]
    with pytest.raises(UserError, match="would overlap"):
        project.apply(Edit("Group", (wave,), (changed(wave, group="posture"),)))
    project.apply(Edit("Group", (jump,), (changed(jump, group="posture"),)))
    assert_sound(project)


def test_runs_may_overlap(project: Project, base: Ground) -> None:
    project.add_run(*new_run(base, 300, label=0))  # three times over the whole video
    assert_sound(project)


def test_many_segments_at_once_are_swept(project: Project, base: Ground) -> None:
    spread = [segment(base, i * 10, i * 10 + 10, label=i % 2) for i in range(checks._BULK + 20)]
    assert not allowed(project, Edit("Fill", added=(*spread, segment(base, 105, 106, label=0))))
    assert allowed(project, Edit("Fill", added=tuple(spread)))
    assert_sound(project)


def test_a_hidden_run_is_not_shown_without_its_labels(project: Project, base: Ground) -> None:
    run, track, found = new_run(base, 3)
    project.add_run(run, track, found)
    hidden = changed(run, hidden=True)
    project.apply(Edit("Delete run", (run,), (hidden,)))
    project.apply(Edit("Delete label", (base.labels[2],)))
    with pytest.raises(EditConflict, match="Labels of this run"):
        project.apply(Edit("Show", (hidden,), (run,)))
    project.apply(Edit("Delete video", (base.video, base.human)))
    for row in (run, base.human):
        with pytest.raises(EditConflict, match="video was removed"):
            project.apply(Edit("Show", (hidden,) if row is run else (), (row,)))
    assert_sound(project)


_SPANS = st.tuples(st.integers(0, 3), st.integers(0, 30), st.integers(1, 12))


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.lists(_SPANS, max_size=6), second=st.lists(_SPANS, min_size=1, max_size=4), seed=st.integers(0, 99))
def test_refuses_exactly_what_the_rules_forbid(
    project: Project, base: Ground, first: list[tuple[int, int, int]], second: list[tuple[int, int, int]], seed: int
) -> None:
    """Against the rules over the whole project, which know nothing of neighbours and indexes."""
    chance = random.Random(seed)
    labels = {label.id: label for label in base.labels}

    def sound(rows: list[Segment]) -> bool:
        return not list(rules.problems(base.video, [base.human], rows, labels))

    stored: list[Segment] = []
    for label, start, length in first:
        row = segment(base, start, start + length, label)
        if sound([*stored, row]):
            stored.append(row)
    project.apply(Edit("Fill", added=tuple(stored)))
    gone = chance.sample(stored, min(len(stored), chance.randrange(3)))
    come = [segment(base, start, start + length, label) for label, start, length in second]
    for i, row in enumerate(gone):  # some leave, some change
        if i < len(come) and chance.random() < 0.7:
            come[i] = changed(come[i], id=row.id)
    after = [row for row in stored if row not in gone] + come
    assert allowed(project, Edit("Edit", tuple(gone), tuple(come))) == sound(after)
    project.apply(Edit("Clear", tuple(project.segments())))


def test_the_neighbourhood_query_uses_the_index(project: Project, base: Ground) -> None:
    query = checks._NEIGHBOURS
    values = query.values({"track": 1, "id": 1, "group": "g", "start": 0, "stop": 1})
    with project._database.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query.text}", tuple(values))
        steps = [row[3] for row in plan]
    assert any("ix_segment_label_id_track_id_start" in step for step in steps)
    assert not any(step.startswith(("SCAN segment", "SCAN other")) for step in steps)

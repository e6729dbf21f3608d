"""Versions of what was learned: proposed, taken, refused, gone back to; and what people said stays said."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from app.tasks.versions import (
    go_back_to,
    in_use,
    learned_versions,
    proposed_version,
    put_away_older,
    refuse_version,
    take_version,
    version_changes,
    with_judgements,
)
from core.errors import UserError
from core.rows import Checkpoint, Label, Run, Segment, State, Track, TrackKind, Video, new_id, now_ms
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit
from core.timeline.ops import reject


def version(name: str, created: int, **settings: object) -> Checkpoint:
    return Checkpoint(
        new_id(), "head", name, f"{name}.st", name, None, None, ("a",), json.dumps(settings), "{}", created
    )


def with_run(project: Project, video: Video, row: Checkpoint, *spans: tuple[int, int, int]) -> Run:
    """(label id, start, stop) of each segment."""
    run = Run(new_id(), video.id, "head", row.id, "{}", "", now_ms())
    track = Track(new_id(), video.id, f"learned {row.name}", TrackKind.RUN, run.id)
    rows = [Segment(new_id(), track.id, label, Span(a, b), 0.5, State.PREDICTED) for label, a, b in spans]
    project.add_run(run, track, with_judgements(project, video.id, rows))
    return run


@pytest.fixture
def two_versions(tmp_path: Path):
    """A project of one video with what two versions said of it, and the ids of its two labels."""
    with Project.open(tmp_path / "p.reelmark") as project:
        video = Video(new_id(), "v.avi", "f", 500, Fraction(25), 64, 48, 20.0)
        labels = [Label(new_id(), name, "#ffffff") for name in "ab"]
        project.apply(Edit("x", added=(video, *labels)))
        one, other = version("1", 1, examples=4), version("2", 2, examples=7)
        for row in (one, other):
            project.add_checkpoint(row)
        a, b = (label.id for label in labels)
        with_run(project, video, one, (a, 0, 50), (a, 100, 150), (b, 200, 250))
        with_run(project, video, other, (a, 2, 50), (a, 120, 160), (a, 300, 350))
        yield project


def test_a_new_version_is_proposed_and_taken_or_refused(two_versions: Project) -> None:
    project = two_versions
    found = learned_versions(project)
    assert [(one.row.name, one.state, one.examples) for one in found] == [("2", "proposed", 7), ("1", "used", 4)]
    assert in_use(found) == found[0].row.id
    (changes,) = version_changes(project, *proposed_version(found)).values()
    assert [one.kind for one in changes.found] == ["moved", "gone", "new"]
    assert changes.same == 1
    project.apply(take_version(found))
    assert [one.state for one in learned_versions(project)] == ["used", ""]
    with pytest.raises(UserError, match="Nothing is proposed"):
        refuse_version(learned_versions(project))
    project.undo()
    project.apply(refuse_version(learned_versions(project)))
    assert [one.state for one in learned_versions(project)] == ["", "used"]
    assert in_use(learned_versions(project)) == found[1].row.id, "the next one is a child of what is in use"


def test_no_more_than_two_versions_are_shown(two_versions: Project) -> None:
    project = two_versions
    third = version("3", 3)
    project.add_checkpoint(third)
    with_run(project, project.videos()[0], third)
    project.apply(put_away_older(learned_versions(project)))
    assert [one.state for one in learned_versions(project)] == ["proposed", "used", ""]
    project.apply(go_back_to(learned_versions(project), learned_versions(project)[2].row.id))
    assert [one.state for one in learned_versions(project)] == ["", "", "used"]
    project.undo()
    assert [one.state for one in learned_versions(project)] == ["proposed", "used", ""]


def test_what_people_said_is_remembered_in_the_next_version(two_versions: Project) -> None:
    """Also where they rejected it in a run that is put away."""
    project = two_versions
    (video,) = project.videos()
    first = [row for row in project.segments() if row.span.start in (100, 200)]
    project.apply(reject(first))
    project.apply(take_version(learned_versions(project)))
    third = version("3", 3)
    project.add_checkpoint(third)
    a, b = (label.id for label in project.labels())
    run = with_run(project, video, third, (a, 101, 150), (b, 205, 250), (b, 400, 410))
    (track,) = (track for track in project.tracks() if track.run_id == run.id)
    states = [row.state for row in project.segments(track_id=track.id)]
    assert states == [State.REJECTED, State.REJECTED, State.PREDICTED]
    assert len(project.rejected(video.id)) == 4

"""Runs: logged by reference, written in chunks, shown whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import Cancelled, EditConflict, UserError
from core.rows import Segment, State, changed, now_ms
from core.storage import runs
from core.storage.project import Project
from core.time import Span
from core.timeline import ops
from core.timeline.edit import Edit, encode
from tests.helpers.projects import Ground, assert_sound, ground, new_run, segment


@pytest.fixture
def base() -> Ground:
    return ground()


@pytest.fixture
def project(tmp_path: Path, base: Ground) -> Iterator[Project]:
    with Project.open(tmp_path / "p.reelmark") as project:
        project.apply(base.edit)
        yield project


def test_a_run_is_one_small_edit(project: Project, base: Ground) -> None:
    run, track, found = new_run(base, runs.CHUNK * 2 + 5)
    edit = project.add_run(run, track, iter(found))
    assert edit == Edit("Analyse with i3d", (changed(run, hidden=True),), (run,))
    assert len(encode(edit)) < 1_000
    assert project.edits_since(0)[-1] == edit
    assert project.runs() == [run]
    assert project.tracks()[-1] == track
    assert project.segments(track_id=track.id) == sorted(found, key=lambda s: (s.span.start, s.id))
    assert_sound(project)


def test_undo_hides_a_run_and_redo_shows_it(project: Project, base: Ground) -> None:
    run, track, found = new_run(base, 20)
    project.add_run(run, track, found)
    assert project.undo_text() == "Analyse with i3d"
    project.undo()
    assert (project.runs(), project.tracks(), project.segments()) == ([], [base.human], [])
    assert project.runs(hidden=True) == [changed(run, hidden=True)]
    project.redo()
    assert project.runs(base.video.id) == [run]
    assert len(project.segments(video_id=base.video.id)) == 20


def test_accepting_from_a_run_survives_hiding_it(project: Project, base: Ground) -> None:
    run, track, found = new_run(base, 5)
    project.add_run(run, track, found)
    project.apply(ops.accept(found[:2], base.human, "me"))
    project.apply(Edit("Delete run", (run,), (changed(run, hidden=True),)))
    assert [row.origin_id for row in project.segments()] == [found[0].id, found[1].id]
    project.undo()
    states = [row.state for row in project.segments(track_id=track.id)]
    assert states == [State.ACCEPTED] * 2 + [State.PREDICTED] * 3
    assert_sound(project)


@pytest.mark.parametrize("wrong", [ZeroDivisionError, Cancelled, KeyboardInterrupt])
def test_a_run_that_breaks_off_leaves_nothing(
    project: Project, base: Ground, wrong: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "CHUNK", 4)
    run, track, found = new_run(base, 10)

    def broken() -> Iterator[Segment]:
        yield from found
        raise wrong

    with pytest.raises(wrong):
        project.add_run(run, track, broken())
    assert project.runs(hidden=True) == []
    assert project.segment_count(track.id) == 0
    assert project.undo_text() == "Start"
    project.add_run(run, track, found)  # nothing is in the way of the next try
    assert_sound(project)


def test_a_video_goes_with_its_runs_and_comes_back_with_them(project: Project, base: Ground) -> None:
    run, track, found = new_run(base, 3)
    project.add_run(run, track, found)
    project.apply(Edit("Remove", (run, base.human, base.video), (changed(run, hidden=True),)))
    assert project.videos() == project.runs() == []
    project.undo()
    assert project.runs() == [run]
    assert project.segment_count(track.id) == 3
    assert_sound(project)


def test_a_run_that_does_not_fit_is_refused(project: Project, base: Ground) -> None:
    run, track, found = new_run(base, 3)
    with pytest.raises(UserError, match="ends at frame 1001"):
        project.add_run(run, track, [changed(found[0], span=Span(10, 1001))])
    with pytest.raises(EditConflict, match="label was removed"):
        project.add_run(run, track, [changed(found[0], label_id=5)])
    for bad in (changed(track, run_id=5), changed(track, video_id=5)):
        with pytest.raises(ValueError, match="run's own"):
            project.add_run(run, bad, found)
    with pytest.raises(ValueError, match="own track"):
        project.add_run(run, track, [segment(base, 0, 1)])
    assert project.runs(hidden=True) == []


def test_other_programs_write_between_the_chunks(
    project: Project, base: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And they see the run at once when it is whole, not before."""
    monkeypatch.setattr(runs, "CHUNK", 4)
    run, track, found = new_run(base, 12)
    with Project.open(project.path, patience=0.02) as other:
        mine = []

        def slowly() -> Iterator[Segment]:
            for i, row in enumerate(found):
                if i % 4 == 0:
                    assert other.runs() == []
                    mine.append(segment(base, i * 10, i * 10 + 5))
                    other.apply(Edit("Meanwhile", added=(mine[-1],)))
                yield row

        position = other.log_position()
        edit = project.add_run(run, track, slowly())
        assert other.edits_since(position) == [Edit("Meanwhile", added=(row,)) for row in mine] + [edit]
        assert other.segment_count(track.id) == 12
    assert_sound(project)


def test_closing_sweeps_up_runs_that_nothing_can_show(project: Project, base: Ground) -> None:
    replaced, unfinished, undone, fresh = (new_run(base, 3) for _ in range(4))
    project.add_run(*replaced)
    project.undo()
    project.apply(Edit("Instead", added=(segment(base, 0, 5),)))  # `replaced` cannot be redone any more
    project.add_run(*undone)
    project.undo()
    runs.begin(project._database, changed(unfinished[0], hidden=True), unfinished[1])  # as a killed program leaves it
    new = changed(fresh[0], hidden=True, created=now_ms())  # as one that is writing just now
    runs.begin(project._database, new, fresh[1])
    project.close()
    with Project.open(project.path, create=False) as again:
        assert again.runs(hidden=True) == [changed(undone[0], hidden=True), new]
        assert again.segment_count(replaced[1].id) == 0
        again.redo()
        assert_sound(again)

"""Whatever people do in whatever order, restarts included: the database equals memory equals the rules."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.errors import EditConflict, UserError
from core.rows import Reviewed, Row, Run, Segment, Track, TrackKind, changed
from core.storage.project import Project
from core.time import Span
from core.timeline import ops, rules
from core.timeline.edit import Edit
from tests.helpers.projects import Ground, assert_sound, ground, new_run, segment

FRAMES = 120
_FRAME = st.integers(0, FRAMES - 1)
_PICK = st.integers(0, 10**6)
_LABEL = st.integers(0, 3)


class Projects(RuleBasedStateMachine):
    """`rows` is what the project must hold, `done` and `undone` what its log must say."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.base: Ground = ground(frames=FRAMES)
        self.project = Project.open(Path(self.folder.name) / "p.reelmark")
        self.rows: dict[tuple[type, int], Row] = {}
        self.done: list[Edit] = []
        self.undone: list[Edit] = []

    def teardown(self) -> None:
        assert_sound(self.project)
        self.project.close()
        self.folder.cleanup()

    # What the model knows ------------------------------------------------------------------------------------------

    def of(self, kind: type) -> list:
        return [row for row in self.rows.values() if type(row) is kind]

    @property
    def tracks(self) -> dict[int, Track]:
        hidden = {run.id for run in self.of(Run) if run.hidden}
        return {track.id: track for track in self.of(Track) if track.run_id not in hidden}

    @property
    def segments(self) -> list[Segment]:
        shown = [row for row in self.of(Segment) if row.track_id in self.tracks]
        return sorted(shown, key=lambda row: (row.track_id, row.span.start, row.id))

    def picked(self, pick: int, human: bool = False) -> Segment:
        """Some segment; the labelled ground has at least one when a rule asks."""
        rows = [row for row in self.segments if not human or row.track_id == self.base.human.id]
        return rows[pick % len(rows)]

    def some(self) -> bool:
        return bool(self.segments)

    def some_human(self) -> bool:
        return any(row.track_id == self.base.human.id for row in self.segments)

    def carry_out(self, edit: Edit) -> None:
        for row in edit.removed:
            self.rows.pop((type(row), row.id), None)
        self.rows.update({(type(row), row.id): row for row in edit.added})

    def apply(self, edit: Edit) -> None:
        """The project takes an Edit exactly when the rules hold afterwards."""
        if not edit:
            assert self.project.apply(edit) == self.project.log_position()
            return
        before = dict(self.rows)
        self.carry_out(edit)
        labels = {label.id: label for label in self.base.labels}
        broken = list(rules.problems(self.base.video, self.tracks.values(), self.segments, labels))
        if broken:
            self.rows = before
            with pytest.raises(UserError) as caught:
                self.project.apply(edit)
            assert not isinstance(caught.value, EditConflict)
            return
        self.project.apply(edit)
        self.done.append(edit)
        self.undone.clear()

    # What people do ------------------------------------------------------------------------------------------------

    @initialize()
    def start(self) -> None:
        self.apply(self.base.edit)

    @precondition(lambda self: self.base.human.id in self.tracks)
    @rule(start=_FRAME, length=st.integers(1, 40), label=_LABEL)
    def add(self, start: int, length: int, label: int) -> None:
        self.apply(ops.add_segment(self.base.human, self.base.labels[label], Span(start, start + length)))

    @precondition(some)
    @rule(pick=_PICK, by=st.integers(-FRAMES, FRAMES))
    def move(self, pick: int, by: int) -> None:
        row = self.picked(pick)
        self.change(row, "Move", span=ops.moved(row, by, FRAMES))

    @precondition(some)
    @rule(pick=_PICK, at=_FRAME, left=st.booleans())
    def trim(self, pick: int, at: int, left: bool) -> None:
        row = self.picked(pick)
        self.change(row, "Trim", span=ops.trimmed(row, **{"start" if left else "stop": at}))

    @precondition(some)
    @rule(pick=_PICK, label=_LABEL)
    def relabel(self, pick: int, label: int) -> None:
        self.change(self.picked(pick), "Relabel", label_id=self.base.labels[label].id)

    def change(self, row: Segment, text: str, **values: object) -> None:
        track = self.tracks[row.track_id]
        self.apply(ops.change_segment(row, text, track=track, human=self.base.human, **values))  # type: ignore[arg-type]

    @precondition(some_human)
    @rule(pick=_PICK, share=st.floats(0.01, 0.99))
    def split(self, pick: int, share: float) -> None:
        row = self.picked(pick, human=True)
        at = row.span.start + round(share * len(row.span))
        if row.span.start < at < row.span.stop:
            self.apply(ops.split(row, at, track=self.base.human))

    @precondition(some_human)
    @rule(pick=_PICK)
    def join(self, pick: int) -> None:
        row = self.picked(pick, human=True)
        alike = [s for s in self.segments if (s.track_id, s.label_id) == (row.track_id, row.label_id)]
        if len(alike) > 1:
            self.apply(ops.join(alike, track=self.base.human))

    @precondition(some)
    @rule(picks=st.lists(_PICK, min_size=1, max_size=3))
    def delete(self, picks: list[int]) -> None:
        self.apply(ops.delete({row.id: row for row in map(self.picked, picks)}.values(), self.tracks))

    @precondition(some)
    @rule(picks=st.lists(_PICK, min_size=1, max_size=3))
    def accept(self, picks: list[int]) -> None:
        self.apply(ops.accept({row.id: row for row in map(self.picked, picks)}.values(), self.base.human))

    @precondition(some)
    @rule(pick=_PICK)
    def reject(self, pick: int) -> None:
        self.apply(ops.reject([self.picked(pick)]))

    @precondition(lambda self: self.base.human.id in self.tracks)
    @rule(start=_FRAME, length=st.integers(1, 50))
    def review(self, start: int, length: int) -> None:
        self.apply(ops.mark_reviewed(self.base.human, Span(start, start + length), self.of(Reviewed)))

    @precondition(lambda self: self.base.human.id in self.tracks)
    @rule(count=st.integers(0, 12), label=_LABEL)
    def analyse(self, count: int, label: int) -> None:
        run, track, found = new_run(self.base, count, label)
        edit = self.project.add_run(run, track, found)
        self.carry_out(Edit("", added=(track, *found)))
        self.carry_out(edit)
        self.done.append(edit)
        self.undone.clear()

    @precondition(lambda self: any(not run.hidden for run in self.of(Run)))
    @rule(pick=_PICK)
    def delete_run(self, pick: int) -> None:
        shown = [run for run in self.of(Run) if not run.hidden]
        run = shown[pick % len(shown)]
        self.apply(Edit("Delete run", (run,), (changed(run, hidden=True),)))

    @precondition(some)
    @rule(pick=_PICK)
    def be_late(self, pick: int) -> None:
        """An Edit that was made from a row that is not so any more."""
        row = self.picked(pick)
        with pytest.raises(EditConflict):
            self.project.apply(Edit("Late", (changed(row, comment="an older one"),), (segment(self.base, 0, 1),)))

    @rule(times=st.integers(1, 2))
    def undo(self, times: int) -> None:
        for _ in range(times):
            expected = self.done.pop() if self.done else None
            assert self.project.undo() == (expected and expected.inverse())
            if expected:
                self.carry_out(expected.inverse())
                self.undone.append(expected)

    @rule(times=st.integers(1, 2))
    def redo(self, times: int) -> None:
        for _ in range(times):
            expected = self.undone.pop() if self.undone else None
            assert self.project.redo() == expected
            if expected:
                self.carry_out(expected)
                self.done.append(expected)

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.project.path, create=False)

    # What must hold ------------------------------------------------------------------------------------------------

    @invariant()
    def the_database_equals_memory(self) -> None:
        project = self.project
        assert project.segments() == self.segments
        assert {track.id for track in project.tracks()} == set(self.tracks)
        assert {run.id: run for run in project.runs()} == {run.id: run for run in self.of(Run) if not run.hidden}
        assert set(project.reviewed()) == set(self.of(Reviewed))
        assert project.undo_text() == (self.done[-1].text if self.done else None)
        assert project.redo_text() == (self.undone[-1].text if self.undone else None)
        human = [track for track in project.tracks() if track.kind is TrackKind.HUMAN]
        assert human == ([self.base.human] if self.done else [])


TestProjects = Projects.TestCase
TestProjects.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)

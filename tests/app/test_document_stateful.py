"""Anything people can do to a Document, in any order, across reopenings: database equals memory equals the rules."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtWidgets import QApplication

from app.document import Document
from core.rows import Label, Run, Segment, State, Track, TrackKind, Video, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline import ops, rules
from core.timeline.edit import Edit

FRAMES = 200
VIDEO = Video(new_id(), "v.mp4", "fingerprint", FRAMES, Fraction(25), 64, 48, 8.0)
LABELS = [
    Label(new_id(), name, "#336699", group=group, position=i)
    for i, (name, group) in enumerate([("run", "gait"), ("walk", "gait"), ("wave", "")])
]
spans = st.tuples(st.integers(0, FRAMES - 1), st.integers(1, 60)).map(lambda p: Span(p[0], min(FRAMES, p[0] + p[1])))


class DocumentMachine(RuleBasedStateMachine):
    @initialize()
    def open(self) -> None:
        self.app = QApplication.instance() or QApplication([])
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "p.reelmark"
        with Project.open(path) as project:
            project.apply(Edit("Set up", added=(VIDEO, *LABELS)))
            run = Run(new_id(), VIDEO.id, "i3d", None, "{}", "", 0)
            track = Track(new_id(), VIDEO.id, "i3d", TrackKind.RUN, run.id)
            found = [
                Segment(new_id(), track.id, LABELS[i % 3].id, Span(i * 30, i * 30 + 20), 0.5, State.PREDICTED)
                for i in range(6)
            ]
            project.add_run(run, track, found)
        self.path = path
        self._open()
        self.history: list[set[Segment]] = [self._everything()]
        self.future: list[set[Segment]] = []

    def _open(self) -> None:
        self.document = Document(Project.open(self.path), "Ann")
        self.document.open_video(VIDEO.id)

    def _everything(self) -> set[Segment]:
        return {row for table in self.document.cells.values() for row in table.rows}

    def _did(self, pushed: bool) -> None:
        if pushed:
            self.history.append(self._everything())
            self.future.clear()
        else:
            assert self._everything() == self.history[-1]

    def _pick(self, data: st.DataObject) -> Segment | None:
        rows = sorted(self._everything(), key=lambda s: s.id)
        return data.draw(st.sampled_from(rows)) if rows else None

    @rule(span=spans, label=st.sampled_from(LABELS))
    def add(self, span: Span, label: Label) -> None:
        self._did(self.document.add_segment(span, label.id))

    @rule(data=st.data(), frames=st.integers(-80, 80))
    def move(self, data: st.DataObject, frames: int) -> None:
        if segment := self._pick(data):
            self._did(self.document.change([segment], "Move", span=ops.moved(segment, frames, FRAMES)))

    @rule(data=st.data(), frame=st.integers(0, FRAMES), first=st.booleans())
    def trim(self, data: st.DataObject, frame: int, first: bool) -> None:
        if segment := self._pick(data):
            span = ops.trimmed(segment, start=frame) if first else ops.trimmed(segment, stop=frame)
            self._did(self.document.change([segment], "Trim", span=span))

    @rule(data=st.data(), at=st.integers(0, FRAMES))
    def split(self, data: st.DataObject, at: int) -> None:
        if segment := self._pick(data):
            self._did(self.document.split(segment, at))

    @rule(data=st.data())
    def join(self, data: st.DataObject) -> None:
        if (one := self._pick(data)) and (two := self._pick(data)) and one.track_id == two.track_id:
            self._did(self.document.join([one, two] if one != two else [one]))

    @rule(data=st.data(), label=st.sampled_from(LABELS))
    def relabel(self, data: st.DataObject, label: Label) -> None:
        if segment := self._pick(data):
            self._did(self.document.change([segment], "Relabel", label_id=label.id))

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        if segment := self._pick(data):
            self._did(self.document.delete([segment]))

    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        if segment := self._pick(data):
            self._did(self.document.accept([segment]))

    @rule(data=st.data())
    def reject(self, data: st.DataObject) -> None:
        if segment := self._pick(data):
            self._did(self.document.reject([segment]))

    @precondition(lambda self: len(self.history) > 1)
    @rule()
    def undo(self) -> None:
        self.document.undo()
        self.future.append(self.history.pop())

    @precondition(lambda self: bool(self.future))
    @rule()
    def redo(self) -> None:
        self.document.redo()
        self.history.append(self.future.pop())

    @rule()
    def reopen(self) -> None:
        self.document.close()
        self._open()

    @invariant()
    def database_equals_memory_equals_history(self) -> None:
        everything = self._everything()
        assert everything == self.history[-1]
        assert everything == set(self.document.project.segments(video_id=VIDEO.id))
        for (track_id, label_id), table in self.document.cells.items():
            assert all(row.track_id == track_id and row.label_id == label_id for row in table.rows)
            assert table.start.tolist() == [row.span.start for row in table.rows]

    @invariant()
    def the_rules_hold(self) -> None:
        labels = self.document.labels
        assert not list(rules.problems(VIDEO, self.document.tracks.values(), self._everything(), labels))

    def teardown(self) -> None:
        self.document.close()
        self.folder.cleanup()


DocumentMachine.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestDocument = DocumentMachine.TestCase

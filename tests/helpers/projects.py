"""Small projects to test with, a person who edits at random, and what must hold of every project."""

from __future__ import annotations

import json
import random
import sqlite3
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from core.errors import UserError
from core.rows import Label, Marker, Row, Run, Segment, State, Track, TrackKind, Video, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline import ops, rules
from core.timeline.edit import Edit

FRAMES = 1_000


@dataclass(frozen=True)
class Ground:
    """One video, four labels (the first two exclude each other) and a person's track."""

    video: Video
    labels: tuple[Label, ...]
    human: Track

    @property
    def edit(self) -> Edit:
        return Edit("Start", added=(self.video, *self.labels, self.human))


def ground(path: str = "clip.mp4", frames: int = FRAMES) -> Ground:
    video = Video(new_id(), path, f"content of {path}", frames, Fraction(30000, 1001), 640, 480, frames * 1001 / 30000)
    groups = ("posture", "posture", "", "")
    names = ("sit", "stand", "wave", "jump")
    labels = tuple(
        Label(new_id(), name, "#3a7bd5", group=group, position=i)
        for i, (name, group) in enumerate(zip(names, groups, strict=True))
    )
    return Ground(video, labels, Track(new_id(), video.id, "me"))


def segment(base: Ground, start: int, stop: int, label: int = 2, **values: object) -> Segment:
    return Segment(new_id(), base.human.id, base.labels[label].id, Span(start, stop), **values)  # type: ignore[arg-type]


def new_run(base: Ground, count: int, label: int = 2) -> tuple[Run, Track, list[Segment]]:
    """A run with `count` segments of ten frames that repeat over the video; the settings say how many there are."""
    run = Run(new_id(), base.video.id, "i3d", None, json.dumps({"count": count}), "key", 1, top_labels=(("sit", 0.5),))
    track = Track(new_id(), base.video.id, "i3d", TrackKind.RUN, run.id)
    places = range(0, base.video.frames - 10, 10)
    found = [
        Segment(
            new_id(),
            track.id,
            base.labels[label].id,
            Span(places[i % len(places)], places[i % len(places)] + 10),
            0.25 + i / (2 * count),
            State.PREDICTED,
        )
        for i in range(count)
    ]
    return run, track, found


class Person:
    """Makes one change after another, from a seed."""

    def __init__(self, project: Project, base: Ground, seed: int) -> None:
        self.project, self.base, self.chance = project, base, random.Random(seed)

    def act(self) -> None:
        """One change that the rules allow: an Edit, an undo, a redo, or (rarely) a run."""
        while True:
            kind = self.chance.random()
            if kind < 0.15:
                done = self.project.undo() is not None
            elif kind < 0.25:
                done = self.project.redo() is not None
            elif kind < 0.27:
                self.project.add_run(*new_run(self.base, self.chance.randrange(1, 40)))
                done = True
            else:
                done = self._edit()
            if done:
                return

    def _edit(self) -> bool:
        try:
            edit = self._drawn()
            self.project.apply(edit)
        except UserError:  # against the rules
            return False
        return bool(edit)

    def _drawn(self) -> Edit:
        chance, base = self.chance, self.base
        tracks = {track.id: track for track in self.project.tracks()}
        rows = self.project.segments(video_id=base.video.id)
        label = chance.choice(base.labels)
        start = chance.randrange(base.video.frames - 60)
        if not rows or chance.random() < 0.4:
            return ops.add_segment(base.human, label, Span(start, start + chance.randint(1, 60)))
        row = chance.choice(rows)
        track = tracks[row.track_id]
        kind = chance.randrange(9)
        if kind == 0:
            return ops.split(row, (row.span.start + row.span.stop) // 2, track=track)
        if kind == 1:
            return ops.join([row, chance.choice(rows)], track=track)
        if kind == 2:
            return ops.delete([row], tracks)
        if kind == 3:
            return ops.accept([row], base.human)
        if kind == 4:
            known = self.project.reviewed(base.human.id)
            return ops.mark_reviewed(base.human, Span(start, start + 50), known)
        if kind == 5:
            return ops.change_segment(row, "Relabel", track=track, human=base.human, label_id=label.id)
        if kind == 6:
            said = {"subject": chance.choice(("", "Ann", "Bob")), "attributes": (("speed", str(start)),)}
            return ops.change_segment(row, "Describe", track=track, human=base.human, **said)  # type: ignore[arg-type]
        if kind == 7:
            return Edit("Mark", added=(Marker(new_id(), base.video.id, start, "here"),))
        span = ops.moved(row, chance.randint(-30, 30), base.video.frames)
        return ops.change_segment(row, "Move", track=track, human=base.human, span=span)


def replayed(project: Project) -> set[Row]:
    """What the log says people's rows must be: every Edit done so far, one after the other, from nothing."""
    rows: dict[tuple[type, int], Row] = {}
    for edit in project.edits_since(0):
        for row in edit.removed:
            rows.pop((type(row), row.id), None)
        rows.update({(type(row), row.id): row for row in edit.added})
    human = {row.id for row in rows.values() if isinstance(row, Track)}
    return {row for row in rows.values() if not isinstance(row, Segment) or row.track_id in human}


def people_rows(project: Project) -> set[Row]:
    human = {track.id for track in project.tracks() if track.kind is TrackKind.HUMAN}
    return {
        *project.videos(),
        *project.labels(),
        *(track for track in project.tracks() if track.id in human),
        *project.runs(hidden=False),
        *(row for row in project.segments() if row.track_id in human),
        *project.reviewed(),
        *project.markers(),
    }


def assert_sound(project: Project) -> None:
    """The file is whole, the timeline rules hold, the rows are what the log says, and every run shown is complete."""
    with sqlite3.connect(project.path) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()
    labels = {label.id: label for label in project.labels()}
    for video in project.videos():
        found = rules.problems(video, project.tracks(video.id), project.segments(video_id=video.id), labels)
        assert list(found) == []
    shown = {row for row in replayed(project) if not isinstance(row, Run) or not row.hidden}
    assert people_rows(project) == shown
    for run in project.runs():
        (track,) = (track for track in project.tracks(run.video_id) if track.run_id == run.id)
        assert project.segment_count(track.id) == json.loads(run.settings)["count"]


def content(path: Path) -> list[str]:
    """Everything a closed project file holds, as SQL."""
    raw = sqlite3.connect(path)
    try:
        return list(raw.iterdump())
    finally:
        raw.close()

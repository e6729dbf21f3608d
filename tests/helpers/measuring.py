"""A project with people and runs to measure: two videos, three labels, a reference, a second person and two runs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from core.rows import Checkpoint, Label, Reviewed, Run, Segment, State, Track, TrackKind, Video, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit

LABELS = ("jump", "run", "<wave> & $x$")
Rows = dict[str, list[tuple[int, int, int] | tuple[int, int, int, float]]]  # video → (label, start, stop, score)

TRUTH: Rows = {
    "a.avi": [(0, 0, 20), (1, 30, 50), (0, 60, 90)],
    "b.avi": [(1, 10, 40), (2, 45, 60)],
}
GOOD: Rows = {
    "a.avi": [(0, 2, 21, 0.9), (1, 30, 48, 0.8), (0, 58, 90, 0.7)],
    "b.avi": [(1, 10, 42, 0.9), (2, 44, 60, 0.6), (0, 80, 90, 0.3)],
}
POOR: Rows = {
    "a.avi": [(1, 0, 20, 0.9), (1, 30, 36, 0.4)],
    "b.avi": [(1, 12, 40, 0.8)],
}
OTHER: Rows = {"a.avi": [(0, 1, 20), (1, 31, 50), (0, 60, 88)], "b.avi": [(1, 10, 41)]}


def filled(project: Project, videos: dict[str, Video] | None = None, reviewed: bool = True) -> dict[str, Video]:
    """Adds it all to a project; videos that are there already are taken by their names."""
    there = videos or {
        name: Video(new_id(), name, f"content of {name}", 100, Fraction(25), 64, 64, 4.0) for name in ("a.avi", "b.avi")
    }
    labels = [Label(new_id(), name, "#3a7bd5", position=i) for i, name in enumerate(LABELS)]
    project.apply(Edit("Start", added=(*(() if videos else there.values()), *labels)))
    for name, rows in (("me", TRUTH), ("Ann", OTHER)):
        for video in there.values():
            track = Track(new_id(), video.id, name)
            segments = [
                Segment(new_id(), track.id, labels[row[0]].id, Span(row[1], row[2])) for row in rows[video.path]
            ]
            looked = (Reviewed(new_id(), track.id, Span(0, 100)),) if reviewed else ()
            project.apply(Edit("Mark", added=(track, *segments, *looked)))
    project.add_checkpoint(
        checkpoint := Checkpoint(new_id(), "head", "mine", "m", "d", None, None, LABELS, "{}", "{}", 1)
    )
    add_run(project, "head", GOOD, there, labels, checkpoint.id)
    add_run(project, "i3d", POOR, there, labels)
    return there


def add_run(
    project: Project,
    model: str,
    rows: Rows,
    videos: dict[str, Video],
    labels: list[Label],
    checkpoint: int | None = None,
) -> None:
    for path, found in rows.items():
        video = videos[path]
        run = Run(new_id(), video.id, model, checkpoint, "{}", "", 1)
        track = Track(new_id(), video.id, model, TrackKind.RUN, run.id, 5)
        base = Segment(0, track.id, 0, Span(0, 1), None, State.PREDICTED)
        segments = [
            replace(
                base, id=new_id(), label_id=labels[label].id, span=Span(start, stop), score=score[0] if score else None
            )
            for label, start, stop, *score in found
        ]
        project.add_run(run, track, segments)


def new_project(path: Path, reviewed: bool = True) -> Path:
    with Project.open(path) as project:
        filled(project, reviewed=reviewed)
    return path

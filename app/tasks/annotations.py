"""Annotations leaving a project and coming into it, as files or burned into a video."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core import settings as user_settings
from core.errors import UserError
from core.exchange.formats import FORMATS, guess, named
from core.exchange.gather import Snapshot, gather
from core.exchange.place import Placed as Placed
from core.exchange.place import place
from core.rows import Video
from core.storage.project import Project
from core.task import Progress, Task
from core.time import Clock, ConstantRate, Span


@dataclass(frozen=True)
class Annotations:
    """A project's rows as values, with where it and its videos lie (those that are there)."""

    project: Path
    rows: Snapshot
    paths: Mapping[int, Path]


@dataclass(frozen=True, slots=True)
class Written:
    path: Path
    count: int
    lost: tuple[str, ...]


def snapshot(project: Project) -> Annotations:
    """For the thread that owns the project."""
    tracks, videos, paths = project.tracks(), project.videos(), {}
    for video in videos:
        try:
            paths[video.id] = project.resolve(video)
        except UserError:
            continue  # its annotations are worth as much without the file
    segments = {track.id: project.segments(track_id=track.id) for track in tracks}
    rows = Snapshot(videos, project.labels(), tracks, segments, len(project.reviewed()), len(project.markers()))
    return Annotations(project.path, rows, paths)


def clock_of(video: Video, path: Path | None) -> Clock:
    """The exact clock of a video. A constant rate needs no look at the file; where a file with a varying rate is not
    there, or no video any more, the mean rate is the best that is known."""
    if not video.variable_rate or path is None:
        return ConstantRate(video.rate, video.frames)
    from core.video.source import open_video

    try:
        with open_video(path) as source:
            return source.index
    except UserError:
        return ConstantRate(video.rate, video.frames)


def clocks(annotations: Annotations) -> Callable[[Video], Clock]:
    return lambda video: clock_of(video, annotations.paths.get(video.id))


def formats() -> list[tuple[str, str, str]]:
    """(name, title, suffix) of the formats that can be written."""
    return [(form.name, form.title, form.suffixes[0]) for form in FORMATS if form.writes]


def write_annotations(
    path: Path, name: str, annotations: Annotations, track: str = "", subset: str = "validation"
) -> Task[Written]:
    """Writes a file in the format called `name`; `track` takes only tracks of that name. Raises UserError."""
    form = named(name)
    if form.write is None:
        raise UserError(f"The format “{name}” can only be read; choose another one to write.")
    if track and track not in {row.name for row in annotations.rows.tracks}:
        raise UserError(f"No video of this project has a track “{track}”; `reelmark segments` shows the tracks.")
    for kept in (annotations.project, *annotations.paths.values()):
        if path.exists() and path.samefile(kept):
            raise UserError(f"{path.name} is the project or one of its videos; give the export another name.")
    yield Progress(text=f"Writing {path.name}")
    content = gather(annotations.rows, clocks(annotations), layered=form.layered, track=track, subset=subset)
    return Written(path, content.count, form.write(content, path))


def read_annotations(path: Path, annotations: Annotations, name: str = "", track: str = "") -> Task[Placed]:
    """Reads a file (its format is told by its looks unless `name` says it) and returns the Edit that adds what is in
    it, with the problems. Entries without a track land on one called `track`, or like the file. Raises UserError."""
    form = named(name) if name else guess(path)
    if form.read is None:
        raise UserError(f"The format “{form.name}” can only be written; choose another one to read.")
    yield Progress(text=f"Reading {path.name}")
    found = form.read(path)
    yield Progress(1, 2, f"Placing what {path.name} holds")
    author = user_settings.load().who
    return place(found, annotations.rows, clocks(annotations), source=track or path.stem, author=author)


def render_overlay(path: Path, out: Path, annotations: Annotations, video: Video) -> Task[Path]:
    """Writes a copy of a video with its answer burned in: what people said, or else the newest run."""
    from core.exchange.overlay import Caption, render

    rows = annotations.rows
    colors = {label.name: label.color for label in rows.labels}
    mine = Snapshot([video], rows.labels, rows.tracks, rows.segments)
    (content,) = gather(mine, lambda row: clock_of(row, path), layered=False).videos
    captions = [
        Caption(entry.label, colors[entry.label], Span(entry.start_frame, entry.stop_frame), entry.score)
        for entry in content.entries
        if entry.start_frame is not None and entry.stop_frame is not None
    ]
    return (yield from render(path, captions, out))

"""Out of a project: its segments as clips, and its time budget as a table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from app.tasks.annotations import Annotations, clock_of
from core.errors import UserError
from core.rows import Segment, State, TrackKind
from core.task import Progress, Task
from core.timeline.budget import budgets

HEADS = ("video", "track", "label", "subject", "count", "total", "mean", "shortest", "longest", "gap", "share")


def budget_rows(annotations: Annotations) -> list[dict[str, Any]]:
    """What people labelled, a row for each video, track, label and subject; times in seconds."""
    rows = annotations.rows
    labels, tracks = ({row.id: row.name for row in part} for part in (rows.labels, rows.tracks))
    found = []
    for video in rows.videos:
        clock = clock_of(video, annotations.paths.get(video.id))
        for one in budgets(_of_people(annotations, video.id), clock):
            numbers = {name: getattr(one, name) for name in HEADS[4:]}
            place = {"video": video.path, "track": tracks[one.track_id], "label": labels[one.label_id]}
            found.append(place | {"subject": one.subject} | numbers)
    return found


def write_budget(annotations: Annotations, path: Path) -> Task[Path]:
    """As CSV. Raises UserError where it cannot be written."""
    from core.exchange.files import write_text

    yield Progress(text=f"Writing {path.name}")
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADS, lineterminator="\n")
    writer.writeheader()
    for row in budget_rows(annotations):
        numbers = {name: round(value, 6) for name, value in row.items() if isinstance(value, float)}
        writer.writerow(row | numbers)
    write_text(path, out.getvalue())
    return path


def write_clips(
    annotations: Annotations, folder: Path, only: Collection[int] = (), label: str = ""
) -> Task[list[Path]]:
    """Every segment of people's as a video of its own, without sound: all, those with these ids, or those of one label.
    Raises UserError where there is none, or its video is not there."""
    from core.exchange.joined import Part, join

    rows = annotations.rows
    names = {row.id: row.name for row in rows.labels}
    wanted = [
        (video, segment)
        for video in rows.videos
        for segment in _of_people(annotations, video.id, bool(only))
        if (not only or segment.id in only) and label in ("", names[segment.label_id])
    ]
    if not wanted:
        raise UserError("No segment is to be written; label some, or name another label.")
    written: list[Path] = []
    for i, (video, segment) in enumerate(wanted):
        yield Progress(i, len(wanted), "Writing clips")
        path = annotations.paths.get(video.id)
        if path is None:
            raise UserError(f"The video {PurePosixPath(video.path).name} is not where it was; find it first.")
        stem = f"{path.stem}_{segment.span.start:06}-{segment.span.stop:06}_{names[segment.label_id]}"
        out = _free(folder, re.sub(r"[^\w.+-]+", "-", stem))
        yield from join([Part(path, segment.span.start, min(segment.span.stop, video.frames))], out, video.rate)
        written.append(out)
    return written


def _of_people(annotations: Annotations, video_id: int, runs: bool = False) -> Iterator[Segment]:
    """`runs`: also what networks found."""
    for track in annotations.rows.tracks:
        if track.video_id == video_id and (runs or track.kind is TrackKind.HUMAN):
            for segment in annotations.rows.segments.get(track.id, ()):
                if segment.state is not State.REJECTED:
                    yield segment


def _free(folder: Path, stem: str) -> Path:
    """A file that is not there yet: two labels may have the same letters."""
    number = 1
    while (path := folder / f"{stem}{'' if number == 1 else f'-{number}'}.mp4").exists():
        number += 1
    return path

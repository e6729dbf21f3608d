"""Two projects read for a merge, and a merge written, all in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from core.errors import EditConflict
from core.rows import Checkpoint, Dataset, Label, Row, Run, Segment, Track, Video, changed
from core.storage import editlog, media, runs, writing
from core.storage.reading import Reads
from core.task import Progress, Task
from core.timeline.edit import Edit
from core.timeline.merging.values import Copy, Key, Merged, key

T = TypeVar("T", bound=Row | Checkpoint)


def copies(mine: Reads, theirs: Reads) -> Task[tuple[Copy, Copy, bool]]:
    """MINE, THEIRS, and whether they have a common past. Neither is changed."""
    yield Progress(text=f"Comparing with {theirs.path.stem}")
    start = mine.common_past(theirs)
    ours = yield from _copy(mine, start, mine.folder)
    others = yield from _copy(theirs, start, mine.folder)
    return ours, others, start > 0


def _copy(project: Reads, start: int, folder: Path) -> Task[Copy]:
    """All at one moment: read again where somebody wrote meanwhile."""
    its, said = project.folder, Progress(text=f"Reading {project.path.stem}")
    while True:
        yield said
        history, position = project.changes_since(start)
        yield said
        rows: dict[Key, Row] = {}
        parts: list[Sequence[Row]] = [project.videos(), project.labels(), project.runs(hidden=True), project.tracks()]
        for row in chain(*parts, project.reviewed(), project.markers()):
            rows[key(row)] = _placed(row, its, folder)
        for track in [row for row in rows.values() if isinstance(row, Track)]:
            rows |= {(Segment, row.id): row for row in project.segments(track_id=track.id)}
            yield said
        checkpoints = tuple(_placed(row, its, folder) for row in project.checkpoints())
        found = Copy(project.path.stem, rows, history, project.datasets(), checkpoints, position)
        if project.log_position() == position:
            return found


def _placed(row: T, its: Path, folder: Path) -> T:
    """With its path as a project in `folder` holds it."""
    if isinstance(row, Video | Checkpoint) and its != folder:
        return replace(row, path=media.relative(folder, its / row.path))
    return row


def write(connection: Connection, merged: Merged) -> int:
    """Returns the new position. Raises EditConflict where MINE is not what it was when the merge was worked out."""
    if editlog.position(connection) != merged.position:
        raise EditConflict("The project was changed meanwhile; merge again.")
    writing.add(connection, Dataset, merged.datasets)
    writing.add(connection, Checkpoint, merged.checkpoints)
    for video in merged.facts:
        writing.note_facts(connection, video)
    # Runs are not in the log: they are written between what they need and the Edit that shows them. One that is there,
    # hidden, is one whose coming was undone.
    gone = {key(row) for row in merged.edit.removed}
    new = [isinstance(row, Video | Label) and key(row) not in gone for row in merged.edit.added]
    first = tuple(row for row, one in zip(merged.edit.added, new, strict=True) if one)
    writing.carry_out(connection, Edit(merged.edit.text, added=first))
    runs.drop(connection, [one.run.id for one in merged.runs])
    writing.add(connection, Run, [changed(one.run, hidden=True) for one in merged.runs])
    writing.add(connection, Track, [one.track for one in merged.runs])
    writing.add(connection, Segment, [row for one in merged.runs for row in one.segments])
    rest = tuple(row for row, one in zip(merged.edit.added, new, strict=True) if not one)
    writing.carry_out(connection, Edit(merged.edit.text, merged.edit.removed, rest))
    return editlog.append(connection, merged.edit) if merged.edit else merged.position

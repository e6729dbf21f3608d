"""A run's rows: written hidden and in chunks, shown by an Edit, swept away when nothing can show them any more."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select

from core.errors import UserError
from core.rows import Label, Run, Segment, Track, now_ms
from core.storage import checks, schema, writing
from core.storage.engine import Database
from core.timeline import rules

CHUNK = 2_000  # segments per transaction: about 15 ms
KEPT_MS = 24 * 3600 * 1000  # a hidden run that nothing can show is kept this long: it may still be being written


def begin(database: Database, run: Run, track: Track) -> None:
    """Stores a hidden run and its empty track."""
    if track.run_id != run.id or track.video_id != run.video_id:
        raise ValueError("the track must be the run's own")
    with database.writing() as connection:
        writing.add(connection, Run, [run])
        writing.add(connection, Track, [track])


def extend(database: Database, track: Track, segments: Sequence[Segment]) -> None:
    """Stores more of a hidden run's segments. Raises UserError where one does not fit its video."""
    with database.writing() as connection:
        known: dict[int, Label] = {}
        for segment in segments:
            if segment.track_id != track.id:
                raise ValueError("a run's segments lie on its own track")
            if segment.label_id not in known:
                _, video, label = checks.ground(connection, track.id, segment.label_id)
                known[label.id] = label
            if said := rules.span_problem(segment, video):
                raise UserError(f"The run cannot be stored: {said}.")
        writing.add(connection, Segment, segments)


def remove(database: Database, run_id: int) -> None:
    """Deletes a hidden run with all that belongs to it; does nothing when it is shown."""
    with database.writing() as connection:
        drop(connection, [run_id])


def sweep(database: Database) -> None:
    """Deletes hidden runs that no Edit can show any more: cut off while being written, or undone and then replaced."""
    old = (schema.run.c.hidden.is_(True), schema.run.c.created < now_ms() - KEPT_MS)
    with database.reading() as connection:
        ids = [int(i) for i in connection.execute(select(schema.run.c.id).where(*old)).scalars()]
    if not ids:
        return
    with database.writing() as connection:
        drop(connection, [i for i in ids if not _in_log(connection, i)])


def _in_log(connection: Connection, run_id: int) -> bool:
    names_it = func.instr(schema.edit_log.c.edit, f'["Run",{{"id":{run_id},') > 0
    found = select(schema.edit_log.c.seq).where(schema.edit_log.c.dead.is_(False), names_it).limit(1)
    return connection.execute(found).first() is not None


def drop(connection: Connection, run_ids: Sequence[int]) -> None:
    """Those of them that are hidden, with all that belongs to them."""
    hidden = select(schema.run.c.id).where(schema.run.c.id.in_(run_ids), schema.run.c.hidden.is_(True))
    tracks = select(schema.track.c.id).where(schema.track.c.run_id.in_(hidden))
    connection.execute(delete(schema.reviewed).where(schema.reviewed.c.track_id.in_(tracks)))
    connection.execute(delete(schema.segment).where(schema.segment.c.track_id.in_(tracks)))
    connection.execute(delete(schema.track).where(schema.track.c.run_id.in_(hidden)))
    connection.execute(delete(schema.run).where(schema.run.c.id.in_(hidden)))

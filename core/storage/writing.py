"""Carries an Edit into the tables, inside a transaction of the caller.

Rows that come are written first (what others need before what needs them), then changes, then rows that leave in the
opposite order, so foreign keys hold at every step.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.sql.dml import Delete, Insert, Update
from sqlalchemy.sql.selectable import Select

from core.errors import EditConflict
from core.rows import Label, Marker, Reviewed, Row, Run, Segment, Track, Video
from core.storage import checks
from core.storage.prepared import Prepared
from core.storage.rowmap import READERS, TABLES, Stored, values
from core.timeline.edit import Edit

ORDER: tuple[type[Row], ...] = (Video, Label, Run, Track, Segment, Reviewed, Marker)  # each needs only earlier ones
_MANY = 500  # ids looked up by one statement

T = TypeVar("T")


# What a file says of itself is no Edit: `note_facts` writes it when the file was opened or verified, and Edits, which
# may have been made before that, neither compare nor write it.
_FACTS = ("frames", "rate", "width", "height", "duration", "variable_rate", "verified")


def _fixed(table: Table) -> set[str]:
    """The columns that no Edit changes."""
    return {"id", "gone", *(_FACTS if table is TABLES[Video] else ())}


def _update(table: Table) -> Update:
    columns: dict[str, object] = {
        c.name: bindparam(f"new_{c.name}") for c in table.columns if c.name not in _fixed(table)
    }
    return update(table).where(table.c.id == bindparam("row_id")).values(columns)


def _revive(table: Table) -> Insert:
    """Inserts, or brings a row back that was only hidden away; what its file said meanwhile stays."""
    new = sqlite_insert(table)
    back = {c.name: new.excluded[c.name] for c in table.columns if c.name not in _fixed(table)} | {"gone": False}
    return new.on_conflict_do_update(index_elements=[table.c.id], set_=back, where=table.c.gone.is_(True))


def _leave(table: Table) -> Update | Delete:
    mine = table.c.id == bindparam("row_id")
    return update(table).where(mine).values(gone=True) if "gone" in table.c else delete(table).where(mine)


def _present(table: Table) -> Select[Any]:
    """`ids`: as JSON, so that one statement does for any number of them."""
    ids = func.json_each(bindparam("ids")).table_valued("value")
    these = select(table).where(table.c.id.in_(select(ids.c.value)))
    return these.where(table.c.gone.is_(False)) if "gone" in table.c else these


_INSERTS = {k: Prepared(_revive(table) if "gone" in table.c else insert(table)) for k, table in TABLES.items()}
_UPDATES = {kind: Prepared(_update(TABLES[kind])) for kind in ORDER}
_LEAVES = {kind: Prepared(_leave(TABLES[kind])) for kind in ORDER}
_PRESENT = {kind: Prepared(_present(table)) for kind, table in TABLES.items()}


def carry_out(connection: Connection, edit: Edit) -> None:
    """Raises EditConflict when a removed row is not exactly as stored, or an added one is there already; UserError
    when the timeline rules would be broken."""
    gone = {(type(row), row.id): row for row in edit.removed}
    come = {(type(row), row.id): row for row in edit.added}
    for kind in ORDER:
        _check_as_stored(connection, kind, [row for row in edit.removed if type(row) is kind])
    for kind in ORDER:
        add(connection, kind, [row for key, row in come.items() if key[0] is kind and key not in gone])
    for kind in ORDER:
        both = [row for key, row in come.items() if key[0] is kind and key in gone and gone[key] != row]
        if both:
            _UPDATES[kind].change(connection, map(_prefixed, both))
    for kind in reversed(ORDER):
        leaving = [{"row_id": key[1]} for key in gone if key[0] is kind and key not in come]
        if leaving:
            _LEAVES[kind].change(connection, leaving)
    checks.check(connection, edit)


def add(connection: Connection, kind: type[Stored], rows: Sequence[Stored]) -> None:
    """Inserts rows of one type. Raises EditConflict when one is there already."""
    if not rows:
        return
    if kind is Video or kind is Label:
        for row in rows:
            if _INSERTS[kind].change(connection, [{**values(row), "gone": False}]) != 1:
                raise EditConflict("This was added already; refresh and try again.")
        return
    for ids in _parts([row.id for row in rows], _MANY):
        if _PRESENT[kind].run(connection, ids=json.dumps(ids)):
            raise EditConflict("This was added already; refresh and try again.")
    _INSERTS[kind].change(connection, map(values, rows))


def _check_as_stored(connection: Connection, kind: type[Row], rows: Sequence[Row]) -> None:
    read = READERS[kind]
    for part in _parts(rows, _MANY):
        fetched = _PRESENT[kind].run(connection, ids=json.dumps([row.id for row in part]))
        stored = {found[0]: read(found) for found in fetched}
        if any(not _same(stored.get(row.id), row) for row in part):
            raise EditConflict("Another program has changed this meanwhile; look at it again and repeat your change.")


def _same(stored: Stored | None, row: Row) -> bool:
    if isinstance(stored, Video) and isinstance(row, Video):
        # A copied project finds its videos by other paths.
        return (stored.fingerprint, stored.offset) == (row.fingerprint, row.offset)
    return stored == row


def note_facts(connection: Connection, row: Video) -> None:
    """Writes what a video's file said of itself. A video is never said to be shorter than what is labelled in it, so
    that every row of the log can come back."""
    table, track, segment, marker = TABLES[Video], TABLES[Track], TABLES[Segment], TABLES[Marker]
    facts = {name: value for name, value in values(row).items() if name in _FACTS}
    used = select(func.max(segment.c.stop)).join(track, track.c.id == segment.c.track_id)
    last = connection.execute(used.where(track.c.video_id == row.id)).scalar_one_or_none()
    marked = connection.execute(select(func.max(marker.c.frame)).where(marker.c.video_id == row.id)).scalar_one()
    facts["frames"] = max(row.frames, last or 0, 0 if marked is None else marked + 1)
    connection.execute(update(table).where(table.c.id == row.id).values(facts))


def _prefixed(row: Row) -> dict[str, object]:
    new = {f"new_{name}": value for name, value in values(row).items()}
    new["row_id"] = new.pop("new_id")
    return new


def _parts(items: Iterable[T], size: int) -> Iterable[list[T]]:
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part

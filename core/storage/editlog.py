"""The stored log of Edits with its cursor: the undo stack, across restarts and between programs.

A position in the log is the number of the last entry that is done (0: none); it names a state of the project. The
entries form a tree, so the way from any earlier position to the present one is always known, even when another program
has undone and replaced what this one had seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, func, insert, select, update

from core.storage.prepared import Prepared
from core.storage.schema import edit_log, log_cursor
from core.timeline.edit import Edit, decode, encode

_POSITION = Prepared(select(log_cursor.c.position))
_MOVE = Prepared(update(log_cursor).values(position=bindparam("seq")))
_BURY = Prepared(
    update(edit_log).where(edit_log.c.seq > bindparam("position"), edit_log.c.dead.is_(False)).values(dead=True)
)
_ADD = Prepared(insert(edit_log).values(parent=bindparam("parent"), edit=bindparam("edit")))
_ENTRY = select(edit_log.c.parent, edit_log.c.edit).where(edit_log.c.seq == bindparam("seq"))
_NEXT = (
    select(edit_log.c.seq, edit_log.c.edit)
    .where(edit_log.c.seq > bindparam("position"), edit_log.c.dead.is_(False))
    .order_by(edit_log.c.seq)
    .limit(1)
)
_TEXT = func.json_extract(edit_log.c.edit, "$.text")


def position(connection: Connection) -> int:
    return int(_POSITION.run(connection)[0][0])


def append(connection: Connection, edit: Edit) -> int:
    """Records an Edit that was just done, drops what could have been redone, and returns the new position."""
    here = position(connection)
    _BURY.change(connection, [{"position": here}])
    seq = _ADD.add(connection, parent=here, edit=encode(edit))
    _MOVE.change(connection, [{"seq": seq}])
    return seq


def back(connection: Connection) -> Edit | None:
    """Moves the cursor one entry back and returns what undoes that entry; None at the beginning."""
    here = position(connection)
    if here == 0:
        return None
    parent, text = connection.execute(_ENTRY, {"seq": here}).one()
    _MOVE.change(connection, [{"seq": parent}])
    return decode(text).inverse()


def forward(connection: Connection) -> Edit | None:
    """Moves the cursor one entry on and returns that entry's Edit; None when nothing was undone."""
    found = connection.execute(_NEXT, {"position": position(connection)}).first()
    if found is None:
        return None
    _MOVE.change(connection, [{"seq": found[0]}])
    return decode(found[1])


def undo_text(connection: Connection) -> str | None:
    return connection.execute(select(_TEXT).join(log_cursor, log_cursor.c.position == edit_log.c.seq)).scalar()


def redo_text(connection: Connection) -> str | None:
    ahead = edit_log.c.seq > select(log_cursor.c.position).scalar_subquery()
    return connection.execute(select(_TEXT).where(ahead, edit_log.c.dead.is_(False)).order_by(edit_log.c.seq)).scalar()


def path(connection: Connection, start: int) -> list[Edit]:
    """The Edits that lead from position `start` to the present one. Raises KeyError for a position that never was."""
    undone: list[Edit] = []
    done: list[Edit] = []
    old, new = start, position(connection)
    while old != new:  # parents are smaller, so the larger of the two is never the common ancestor
        parent, text = _entry(connection, max(old, new))
        if old > new:
            undone.append(decode(text).inverse())
            old = parent
        else:
            done.append(decode(text))
            new = parent
    return undone + done[::-1]


def common(mine: Connection, theirs: Connection) -> int:
    """The last position that two projects came through alike, 0 where they have no common past: equal entries with
    equal numbers, from the first one on."""
    last = 0
    for one, other in zip(_done(mine), _done(theirs), strict=False):
        if one != other:
            break
        last = one[0]
    return last


def _done(connection: Connection) -> Iterator[tuple[int, str]]:
    """Number and Edit of every entry that is done, the first one first, a few at a time."""
    parents = {int(seq): int(parent) for seq, parent in connection.execute(select(edit_log.c.seq, edit_log.c.parent))}
    chain, seq = set[int](), position(connection)
    while seq:
        chain.add(seq)
        seq = parents[seq]
    listed = select(edit_log.c.seq, edit_log.c.edit).order_by(edit_log.c.seq)
    for number, text in connection.execute(listed, execution_options={"yield_per": 256}):
        if number in chain:
            yield int(number), str(text)


def _entry(connection: Connection, seq: int) -> tuple[int, str]:
    found = connection.execute(_ENTRY, {"seq": seq}).first()
    if found is None:
        raise KeyError(seq)
    return found[0], found[1]

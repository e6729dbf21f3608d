"""What a log says of rows: from what to what they changed, and every version they had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from core.rows import Label, Marker, Row, Run, Segment, Track, Video
from core.timeline.edit import Edit
from core.timeline.merging.values import Copy, Key, key

Chain: TypeAlias = list[Row | None]  # a row's versions one after the other; None: it was not there


def chains(history: Iterable[Edit]) -> dict[Key, Chain]:
    """Of every row that was touched, from what it was before."""
    found: dict[Key, Chain] = {}
    for edit in history:
        come = {key(row): row for row in edit.added}
        for k, row in {key(row): row for row in edit.removed}.items():  # a segment joined with itself is there twice
            found.setdefault(k, [row]).append(come.pop(k, None))
        for k, new in come.items():
            found.setdefault(k, [None]).append(new)
    return found


def leads_to(one: Chain, other: Chain) -> bool:
    """Whether the second went through all of the first, perhaps by more steps, and on from there."""
    rest = iter(other)
    return all(any(row == there for there in rest) for row in one)


def in_mine(theirs: Copy, mine: Copy) -> Copy:
    """THEIRS with MINE's ids for the videos and labels that are the same: of the same content, or of the same name (as
    people read it) and kind. What has one id in both is one row already, whatever it is called now."""
    contents = {row.fingerprint: row.id for row in mine.rows.values() if isinstance(row, Video)}
    names = {(row.name.casefold(), row.kind): row.id for row in mine.rows.values() if isinstance(row, Label)}
    ids: dict[Key, int] = {}
    for row in theirs.rows.values():
        same = None
        if isinstance(row, Video):
            same = contents.get(row.fingerprint)
        elif isinstance(row, Label):
            same = names.get((row.name.casefold(), row.kind))
        if same is not None and key(row) not in mine.rows and (type(row), same) not in theirs.rows:
            ids[key(row)] = same
    if not ids:
        return theirs

    def edit(old: Edit) -> Edit:
        return Edit(
            old.text, tuple(_with(row, ids) for row in old.removed), tuple(_with(row, ids) for row in old.added)
        )

    rows = {key(row): row for row in (_with(one, ids) for k, one in theirs.rows.items() if k not in ids)}
    history = [_without(edit(old), {(kind, same) for (kind, _), same in ids.items()}) for old in theirs.history]
    return replace(theirs, rows=rows, history=history)


def _with(row: Row, ids: Mapping[Key, int]) -> Row:
    if isinstance(row, Segment) and (Label, row.label_id) in ids:
        return replace(row, label_id=ids[Label, row.label_id])
    if isinstance(row, Track | Run | Marker) and (Video, row.video_id) in ids:
        return replace(row, video_id=ids[Video, row.video_id])
    if isinstance(row, Label):
        above = row.parent_id
        return replace(
            row, id=ids.get(key(row), row.id), parent_id=ids.get((Label, above), above) if above is not None else None
        )
    if isinstance(row, Video) and key(row) in ids:
        return replace(row, id=ids[key(row)])
    return row


def _without(edit: Edit, same: set[Key]) -> Edit:
    """Videos and labels that are MINE's own stay as MINE has them."""
    return Edit(
        edit.text,
        tuple(row for row in edit.removed if key(row) not in same),
        tuple(row for row in edit.added if key(row) not in same),
    )

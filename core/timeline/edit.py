"""The one way rows change: an `Edit`, a value that can be inverted, stored and applied in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

from core import rows
from core.rows import Row
from core.time import Span

ROW_TYPES: dict[str, type[Row]] = {
    kind.__name__: kind
    for kind in (rows.Video, rows.Label, rows.Run, rows.Track, rows.Segment, rows.Reviewed, rows.Marker)
}
_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in ROW_TYPES.values()}  # asdict is far slower


@dataclass(frozen=True, slots=True)
class Edit:
    """`removed` rows leave, `added` rows come; a row in both (same type and id) is a change. `text` is what the user
    reads in “Undo …”. Removed rows must be exactly as they stand in the project, or the Edit does not apply."""

    text: str
    removed: tuple[Row, ...] = ()
    added: tuple[Row, ...] = ()

    def inverse(self) -> Edit:
        return Edit(self.text, self.added, self.removed)

    def __bool__(self) -> bool:
        """False for an Edit that changes nothing; such are not stored."""
        return self.removed != self.added

    def then(self, other: Edit, text: str = "") -> Edit:
        """Both changes as one. `other` may change rows that this one added."""
        gone = {_key(row): row for row in self.removed}
        come = {_key(row): row for row in self.added}
        for row in other.removed:
            if _key(row) in come:
                del come[_key(row)]
            else:
                gone[_key(row)] = row
        come.update({_key(row): row for row in other.added})
        return Edit(text or self.text, tuple(gone.values()), tuple(come.values()))


def _key(row: Row) -> tuple[str, int]:
    return type(row).__name__, row.id


def joined(text: str, edits: Iterable[Edit]) -> Edit:
    """Many independent edits as one."""
    whole = Edit(text)
    for edit in edits:
        whole = whole.then(edit, text)
    return whole


def encode(edit: Edit) -> str:
    """JSON text for the edit log; `decode` reads it back equal."""

    def plain(value: object) -> object:
        if isinstance(value, Fraction):
            return f"{value.numerator}/{value.denominator}"
        if isinstance(value, Span):
            return {"start": value.start, "stop": value.stop}
        raise TypeError(f"cannot store {type(value).__name__} in the edit log")

    def listed(some: tuple[Row, ...]) -> list[list[object]]:
        return [[type(row).__name__, {name: getattr(row, name) for name in _FIELDS[type(row)]}] for row in some]

    whole = {"text": edit.text, "removed": listed(edit.removed), "added": listed(edit.added)}
    return json.dumps(whole, default=plain, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Edit:
    """Reads older logs as well: what a row did not have then is what it has by default now."""
    raw = json.loads(text)
    return Edit(raw["text"], tuple(map(_row, raw["removed"])), tuple(map(_row, raw["added"])))


def _row(pair: list[Any]) -> Row:
    name, values = pair
    if "span" in values:
        values["span"] = Span(**values["span"])
    if "rate" in values:
        values["rate"] = Fraction(values["rate"])
    if "state" in values:
        values["state"] = rows.State(values["state"])
    if "kind" in values:
        values["kind"] = (rows.LabelKind if name == "Label" else rows.TrackKind)(values["kind"])
    if "top_labels" in values:
        values["top_labels"] = tuple((label, score) for label, score in values["top_labels"])
    if "attributes" in values:
        values["attributes"] = tuple((key, value) for key, value in values["attributes"])
    return ROW_TYPES[name](**values)

"""The labels of a project as a JSON document, to start other projects with or to keep under version control.

    {"format": "reelmark-labels", "version": 1,
     "labels": [{"name": "walk", "color": "#56b4e9", "key": "w", "group": "gait", "kind": "state", "parent": "move"}]}

Labels stand in their order, parents before children; only `name` is needed. A file is checked label by label: what
makes no sense is mended or refused with a problem, and the rest is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import UserError
from core.exchange.base import Problem, Severity
from core.exchange.files import read_json, write_text
from core.palette import next_color
from core.rows import Label, LabelKind, changed, new_id
from core.timeline.edit import Edit
from core.timeline.label_ops import descendants, in_order

FORMAT, VERSION = "reelmark-labels", 1
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_KEY = re.compile(r"[^\W_]|[fF]([1-9]|1[0-2])", re.UNICODE)


@dataclass(frozen=True, slots=True)
class LabelEntry:
    """One label of a file; None where the file says nothing of it, so that a known label keeps its own."""

    name: str
    where: str
    color: str | None = None
    key: str | None = None
    group: str | None = None
    kind: LabelKind | None = None
    parent: str | None = None  # "": at the top


@dataclass(frozen=True, slots=True)
class PlacedLabels:
    """`added` and `changed` are how many labels came and changed."""

    edit: Edit
    added: int
    changed: int
    problems: tuple[Problem, ...]


def write_labels(labels: Iterable[Label], path: Path) -> int:
    """Writes all labels in their order and returns how many there were."""
    rows = [label for label, _ in in_order(labels)]
    names = {label.id: label.name for label in rows}
    listed = [
        {"name": row.name, "color": row.color, "key": row.key, "group": row.group, "kind": row.kind.value}
        | {"parent": names.get(row.parent_id or 0, "")}
        for row in rows
    ]
    whole = {"format": FORMAT, "version": VERSION, "labels": listed}
    write_text(path, json.dumps(whole, ensure_ascii=False, indent=1) + "\n")
    return len(rows)


def read_labels(path: Path) -> tuple[list[LabelEntry], list[Problem]]:
    """Raises UserError when the file holds no labels at all."""
    data = read_json(path)
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("labels"), list):
        raise UserError(f"{path.name} is no file of labels (its “format” is not “{FORMAT}”); choose another file.")
    version = data.get("version")
    if version != VERSION:
        raise UserError(f"{path.name} is of version {version}, but version {VERSION} is needed; update the program.")
    entries: list[LabelEntry] = []
    problems: list[Problem] = []
    for i, item in enumerate(data["labels"], 1):
        name = item.get("name") if isinstance(item, dict) else None
        if not isinstance(name, str) or not name.strip():
            problems.append(Problem(Severity.REFUSED, f"label {i}", "The label has no name."))
            continue
        name = " ".join(name.split())
        where = f"label {i} (“{name}”)"
        if any(entry.name.casefold() == name.casefold() for entry in entries):
            problems.append(Problem(Severity.REFUSED, where, "The name stands there twice; the first one counts."))
        else:
            entries.append(_entry(item, name, where, problems))
    return entries, problems


def _entry(item: dict[str, Any], name: str, where: str, problems: list[Problem]) -> LabelEntry:
    def mend(message: str) -> None:
        problems.append(Problem(Severity.MENDED, where, message))

    def text(field: str) -> str | None:
        value = item.get(field)
        if value is None or isinstance(value, str):
            return None if value is None else value.strip()
        mend(f"Its {field} is no text and was left out.")
        return None

    color, key, kind = text("color"), text("key"), text("kind")
    if color is not None and not _COLOR.fullmatch(color):
        mend(f"“{color}” is no colour like #56b4e9; it got one of its own.")
        color = None
    if key and not _KEY.fullmatch(key):
        mend(f"“{key}” is no key (one letter, one digit, or F1 to F12); it got none.")
        key = ""
    if kind is not None and kind not in set(LabelKind):
        mend(f"“{kind}” is no kind (state or point); it was left as it is.")
        kind = None
    return LabelEntry(
        name,
        where,
        color.lower() if color else None,
        key.lower() if key is not None else None,
        text("group"),
        LabelKind(kind) if kind else None,
        text("parent"),
    )


def place_labels(
    entries: Iterable[LabelEntry], labels: Iterable[Label], reserved: Mapping[str, str], long: Iterable[int] = ()
) -> PlacedLabels:
    """One Edit that brings a file's labels into a project: known names are changed, others are added. `reserved`: keys
    that mean something else, upper case → what; `long`: ids of labels with segments longer than one frame, which stay
    states."""
    return _Placing(list(labels), reserved, set(long)).run(list(entries))


class _Placing:
    """The state of one import while it goes through the entries."""

    def __init__(self, labels: list[Label], reserved: Mapping[str, str], long: set[int]) -> None:
        self.before = {label.id: label for label in labels}
        self.now = dict(self.before)
        self.ids = {label.name.casefold(): label.id for label in reversed(labels)}
        self.reserved, self.long = reserved, long
        self.problems: list[Problem] = []

    def run(self, entries: list[LabelEntry]) -> PlacedLabels:
        for entry in entries:
            self._take(entry)
        for entry in entries:
            self._hang(entry)
        gone = tuple(row for i, row in self.before.items() if self.now[i] != row)
        come = tuple(row for i, row in self.now.items() if self.before.get(i) != row)
        added = len(come) - len(gone)
        edit = Edit(f"Import {len(entries)} label{'' if len(entries) == 1 else 's'}", gone, come)
        return PlacedLabels(edit, added, len(gone), tuple(self.problems))

    def _mend(self, entry: LabelEntry, message: str) -> None:
        self.problems.append(Problem(Severity.MENDED, entry.where, message))

    def _take(self, entry: LabelEntry) -> None:
        found = self.ids.get(entry.name.casefold())
        if found is None:
            color = next_color(label.color for label in self.now.values())
            found = self.ids[entry.name.casefold()] = new_id()
            last = max((label.position for label in self.now.values()), default=-1)
            self.now[found] = Label(found, entry.name, color, position=last + 1)
        old = self.now[found]
        kind = entry.kind or old.kind
        if kind is LabelKind.POINT and old.kind is LabelKind.STATE and found in self.long:
            self._mend(entry, "It has segments of more than one frame here and stays a state.")
            kind = old.kind
        group = old.group if entry.group is None else entry.group
        color = entry.color or old.color
        self.now[found] = changed(old, color=color, group=group, kind=kind, key=self._key(entry, old))

    def _key(self, entry: LabelEntry, old: Label) -> str:
        key = old.key if entry.key is None else entry.key
        if key and key.upper() in self.reserved:
            self._mend(entry, f"The key {key.upper()} means “{self.reserved[key.upper()]}”; it got none.")
            return ""
        other = next((row for row in self.now.values() if row.id != old.id and row.key.lower() == key.lower()), None)
        if key and other is not None:
            self._mend(entry, f"The key {key.upper()} already gives “{other.name}”; it got none.")
            return old.key if old.key.lower() != key.lower() else ""
        return key

    def _hang(self, entry: LabelEntry) -> None:
        """Puts a label below its parent, once all are there."""
        if entry.parent is None:
            return
        mine = self.ids[entry.name.casefold()]
        above = self.ids.get(" ".join(entry.parent.split()).casefold()) if entry.parent else None
        if entry.parent and above is None:
            self._mend(entry, f"There is no label “{entry.parent}” to lie below; it stands at the top.")
        elif above is not None and above in descendants(mine, self.now.values()) | {mine}:
            self._mend(entry, f"It cannot lie below “{entry.parent}”, which lies below it; it stands at the top.")
            above = None
        self.now[mine] = changed(self.now[mine], parent_id=above)

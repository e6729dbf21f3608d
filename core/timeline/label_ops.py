"""What people do to the labels of a project, each as a pure function from rows to an `Edit`.

A label's segments lie in many videos: who calls this brings all of them, and the Edit says what becomes of each. What
exclusive groups forbid is refused by the storage when the Edit is applied, in a sentence that names both labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.errors import UserError
from core.rows import Label, Row, Segment, changed
from core.time import Span
from core.timeline.edit import Edit

Place = tuple[int, int | None]  # (label id, the id of the label above or None)


def in_order(labels: Iterable[Label]) -> list[tuple[Label, int]]:
    """Every label with its depth below the top, parents before their children, siblings by position. Labels whose
    parent is not among them stand at the top."""
    rows = sorted(labels, key=lambda label: (label.position, label.id))
    known = {label.id for label in rows}
    below: dict[int | None, list[Label]] = {}
    for label in rows:
        below.setdefault(label.parent_id if label.parent_id in known else None, []).append(label)
    out: list[tuple[Label, int]] = []
    waiting = [(label, 0) for label in reversed(below.get(None, []))]
    while waiting:
        label, depth = waiting.pop()
        out.append((label, depth))
        waiting += [(child, depth + 1) for child in reversed(below.get(label.id, []))]
    return out


def path(label: Label, labels: Mapping[int, Label]) -> str:
    """ "parent › child"."""
    names, above, seen = [label.name], label.parent_id, {label.id}
    while above is not None and above in labels and above not in seen:
        seen.add(above)
        names.append(labels[above].name)
        above = labels[above].parent_id
    return " › ".join(reversed(names))


def descendants(label_id: int, labels: Iterable[Label]) -> set[int]:
    """The ids of everything below a label, without itself."""
    rows, found, fresh = list(labels), set[int](), {label_id}
    while fresh:
        fresh = {row.id for row in rows if row.parent_id in fresh} - found - {label_id}
        found |= fresh
    return found


def change(old: Label, new: Label, segments: Iterable[Segment] = ()) -> Edit:
    """Gives a label another name, colour, key, group, kind or parent. Where it becomes a point, `segments` (all that
    have it) are cut to their first frame."""
    removed: list[Row] = [old]
    added: list[Row] = [new]
    if new.point and not old.point:
        for segment in segments:
            if segment.label_id == old.id and len(segment.span) > 1:
                removed.append(segment)
                added.append(changed(segment, span=point(segment.span)))
    return Edit(_change_text(old, new), tuple(removed), tuple(added))


def _change_text(old: Label, new: Label) -> str:
    if old.name != new.name:
        return f"Rename {old.name} to {new.name}"
    return f"Change label {new.name}"


def point(span: Span) -> Span:
    """What a point label makes of a span: its first frame."""
    return Span(span.start, span.start + 1)


def delete(label: Label, labels: Iterable[Label], segments: Iterable[Segment]) -> Edit:
    """The label and every segment that has it; labels below it move up."""
    gone: list[Row] = [segment for segment in segments if segment.label_id == label.id]
    moved = _moved_up(label, labels, label.parent_id)
    return Edit(f"Delete label {label.name}", (*gone, *moved.removed, label), moved.added)


def merge(gone: Label, into: Label, labels: Iterable[Label], segments: Iterable[Segment]) -> Edit:
    """Every segment of `gone` gets the label `into`, and `gone` goes; what lies below it comes below `into`. Raises
    UserError where they are one or of different kinds."""
    if gone.id == into.id:
        raise UserError("Choose another label to merge this one with.")
    if gone.kind is not into.kind:
        raise UserError(
            f"“{gone.name}” and “{into.name}” are not of one kind (one lasts, one is a point); make them one first."
        )
    old = [segment for segment in segments if segment.label_id == gone.id]
    rows = list(labels)
    moved = _moved_up(gone, [row for row in rows if row.id != into.id], into.id)
    if into.parent_id == gone.id:  # its own parent goes, and it takes that one's place
        moved = moved.then(Edit("", (into,), (changed(into, parent_id=gone.parent_id),)))
    elif into.id in descendants(gone.id, rows):
        raise UserError(f"“{into.name}” lies further below “{gone.name}”; move it up before merging them.")
    come = tuple(changed(segment, label_id=into.id) for segment in old)
    return Edit(f"Merge {gone.name} into {into.name}", (*old, *moved.removed, gone), (*come, *moved.added))


def _moved_up(label: Label, labels: Iterable[Label], parent_id: int | None) -> Edit:
    """The labels right below one get another parent."""
    children = tuple(row for row in labels if row.parent_id == label.id)
    return Edit("", children, tuple(changed(row, parent_id=parent_id) for row in children))


def arranged(labels: Sequence[Label], order: Sequence[Place]) -> Edit:
    """The labels in another order and below other labels: `order` names every label once, parents before children."""
    by_id = {label.id: label for label in labels}
    gone, come = [], []
    for position, (label_id, parent_id) in enumerate(order):
        new = changed(by_id[label_id], position=position, parent_id=parent_id)
        if new != by_id[label_id]:
            gone.append(by_id[label_id])
            come.append(new)
    return Edit("Arrange labels", tuple(gone), tuple(come))


def moved(labels: Sequence[Label], label_id: int, parent_id: int | None, before_id: int | None) -> Edit:
    """One label, with all below it, to a place below `parent_id`, in front of `before_id` (None: last there). Raises
    UserError where it would lie below itself."""
    inside = descendants(label_id, labels) | {label_id}
    if parent_id in inside:
        name = next(label.name for label in labels if label.id == label_id)
        raise UserError(f"“{name}” cannot lie below itself; choose another place for it.")
    if before_id == label_id:
        return Edit("Arrange labels")
    listed = in_order(labels)
    known = {label.id for label in labels}
    places = [(label.id, label.parent_id if label.parent_id in known else None) for label, _ in listed]
    mine = [(i, parent_id if i == label_id else above) for i, above in places if i in inside]
    rest = [place for place in places if place[0] not in inside]
    ids = [i for i, _ in rest]
    if before_id is not None and before_id in ids:
        at = ids.index(before_id)
    elif parent_id is not None:
        under = descendants(parent_id, labels) - inside
        at = max([ids.index(parent_id), *(ids.index(i) for i in under)]) + 1
    else:
        at = len(rest)
    return arranged(labels, [*rest[:at], *mine, *rest[at:]])


def name_problem(label: Label, name: str, labels: Iterable[Label]) -> str:
    """Why a label cannot be called so; "" where it can."""
    if not name:
        return "A label needs a name; type one, or delete the label."
    other = next((row for row in labels if row.id != label.id and row.name.casefold() == name.casefold()), None)
    return f"There is a label “{other.name}” already; choose another name." if other else ""


def key_problem(label: Label, key: str, labels: Iterable[Label], reserved: Mapping[str, str]) -> str:
    """Why a label cannot have a key. `reserved`: keys that mean something else, upper case → what."""
    for other in labels:
        if key and other.key.upper() == key.upper() and other.id != label.id:
            return f"The key {key.upper()} already gives “{other.name}”; choose another key."
    if key.upper() in reserved:
        return f"The key {key.upper()} already means “{reserved[key.upper()]}”; choose another key."
    return ""

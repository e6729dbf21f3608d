"""What labels of one exclusive group forbid: THEIRS' segment gives way and gets a track of its own."""

from __future__ import annotations

from dataclasses import replace

from core.rows import Label, Segment, Track, TrackKind
from core.timeline.merging.decide import set_apart
from core.timeline.merging.plan import Plan
from core.timeline.merging.values import Reason, key


def give_way(plan: Plan) -> None:
    """Until nothing overlaps what excludes it. A change that cannot be taken leaves MINE's row, which others of THEIRS
    may overlap in turn; where only rows of MINE overlap, the label's new group is what cannot be taken."""
    while clashes := _clashes(plan):
        for one, other in clashes:
            if key(other) in plan.take or key(one) in plan.take:
                row = other if key(other) in plan.take else one
                del plan.take[key(row)]
                set_apart(plan, row, Reason.EXCLUDED)
            else:
                _keep_group(plan, one, other)


def _keep_group(plan: Plan, one: Segment, other: Segment) -> None:
    for label_id in {one.label_id, other.label_id}:
        k = (Label, label_id)
        new, old = plan.take.get(k), plan.mine.rows.get(k)
        if isinstance(new, Label) and isinstance(old, Label) and new.group != old.group:
            plan.take[k] = replace(new, group=old.group)
            plan.tell(Reason.LABEL, plan.named(old), plan.named(new))


def _clashes(plan: Plan) -> list[tuple[Segment, Segment]]:
    """Pairs that overlap against the rules, each row at most once."""
    groups = {row.id: row.group for row in plan.finals(Label) if row.group}
    human = {row.id for row in plan.finals(Track) if row.kind is TrackKind.HUMAN}
    touched = _touched(plan, groups)
    lanes: dict[tuple[int, str], list[Segment]] = {}
    for row in plan.finals(Segment):
        place = (row.track_id, groups.get(row.label_id, ""))
        if place in touched and row.track_id in human:
            lanes.setdefault(place, []).append(row)
    found = []
    for rows in lanes.values():
        rows.sort(key=lambda row: (row.span, row.id))
        reach: Segment | None = None
        for row in rows:
            if reach is not None and row.span.start < reach.span.stop:
                found.append((reach, row))
                row, reach = _staying(plan, reach, row), None
            if reach is None or row.span.stop > reach.span.stop:
                reach = row
    return found


def _staying(plan: Plan, one: Segment, other: Segment) -> Segment:
    """Which of two that overlap stays where it is."""
    return one if key(other) in plan.take else other


def _touched(plan: Plan, groups: dict[int, str]) -> set[tuple[int, str]]:
    """(track, group) where something of THEIRS comes, or where a label came into its group."""
    regrouped = {
        k[1]
        for k, row in plan.take.items()
        if isinstance(row, Label) and isinstance(old := plan.mine.rows.get(k), Label) and old.group != row.group
    }
    come = [row for row in plan.take.values() if isinstance(row, Segment)]
    if regrouped:
        come += [row for row in plan.finals(Segment) if row.label_id in regrouped]
    return {(row.track_id, groups[row.label_id]) for row in come if row.label_id in groups}

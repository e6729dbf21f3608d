"""THEIRS' rows that MINE has no room for, on tracks of their own."""

from __future__ import annotations

from dataclasses import replace

from core.rows import Label, Segment, Track, Video
from core.timeline.merging.decide import track_name
from core.timeline.merging.plan import Lies, Plan
from core.timeline.merging.values import derived_id, key


def place_apart(plan: Plan) -> None:
    """On “NAME (merged)” of the same video; where they exclude each other there, on a further one. An id says which
    track is whose, so that the next merge finds it again."""
    groups = {row.id: row.group for row in plan.finals(Label)}
    lying: dict[int, list[Segment]] = {}
    for one in plan.finals(Segment):
        lying.setdefault(one.track_id, []).append(one)
    for row, reason in sorted(plan.apart, key=lambda one: (one[0].track_id, one[0].span, one[0].id)):
        track = plan.track(row.track_id)
        assert track is not None
        number = 0
        while not _fits(row, lying.get(_id(track, number), []), groups):
            number += 1
        home = _made(plan, track, number)
        copy = replace(row, id=derived_id(row), track_id=home.id)
        plan.take[key(copy)] = copy
        if isinstance(copy, Segment):
            lying.setdefault(home.id, []).append(copy)
        mine = plan.mine.rows.get(key(row))
        plan.tell(reason, plan.named(mine), plan.named(row), home.name, where=mine or copy)


def _id(track: Track, number: int) -> int:
    """Of the track that takes up what has no room on another one."""
    return derived_id(Track(track.id, 0, ""), f"merged {number}")


def _fits(row: Lies, there: list[Segment], groups: dict[int, str]) -> bool:
    if not isinstance(row, Segment) or not groups.get(row.label_id):
        return True
    rivals = (one for one in there if groups.get(one.label_id) == groups[row.label_id])
    return not any(one.span.overlaps(row.span) for one in rivals)


def _made(plan: Plan, track: Track, number: int) -> Track:
    made = plan.final(Track, _id(track, number))
    if isinstance(made, Track):
        return made
    assert plan.final(Video, track.video_id) is not None
    name = track_name(plan, track.video_id, f"{track.name.removesuffix(' (merged)')} (merged)")
    name = name.replace(" (merged) (merged", " (merged")
    last = max((row.position for row in plan.finals(Track) if row.video_id == track.video_id), default=-1)
    made = Track(_id(track, number), track.video_id, name, position=last + 1)
    plan.take[key(made)] = made
    return made

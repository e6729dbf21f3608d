"""What rows need and what still needs them: nothing that comes stands on air, nothing goes that is in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.rows import Label, Marker, Reviewed, Row, Run, Segment, Track, Video
from core.timeline.merging.decide import fitting_label
from core.timeline.merging.plan import Plan
from core.timeline.merging.values import Key, Reason, key


def bring_back(plan: Plan) -> None:
    """Videos and labels that MINE removed and that rows of THEIRS need."""
    labels, videos = set[int](), set[int]()
    for row in _coming(plan):
        if isinstance(row, Segment):
            labels.add(row.label_id)
        if isinstance(row, Segment | Reviewed):
            track = plan.track(row.track_id)
            videos |= {track.video_id} if track is not None else set()
        elif isinstance(row, Track | Run | Marker) and not (isinstance(row, Run) and row.hidden):
            videos.add(row.video_id)
    for video_id in videos:
        if plan.final(Video, video_id) is None:
            _back(plan, plan.theirs.rows[Video, video_id])
    for label_id in sorted(labels):
        if plan.final(Label, label_id) is None:
            label = plan.theirs.rows[Label, label_id]
            assert isinstance(label, Label)
            above = label.parent_id if plan.final(Label, label.parent_id) is not None else None
            _back(plan, fitting_label(plan, replace(label, parent_id=above)))


def _back(plan: Plan, row: Row) -> None:
    plan.take[key(row)] = row
    if key(row) in plan.had:
        plan.tell(Reason.BROUGHT_BACK, theirs=plan.named(row), where=row)


def _coming(plan: Plan) -> Iterator[Row]:
    yield from (row for row in plan.take.values() if row is not None)
    yield from (row for row, _ in plan.apart)
    for one in plan.runs:
        yield one.track
        yield from one.segments


def keep_used(plan: Plan) -> None:
    """What THEIRS removed stays where rows that stay need it: tracks first, then labels and videos."""
    going = {k for k, row in plan.take.items() if row is None and k[0] in (Track, Label, Video)}
    if not going:
        return
    used: set[Key] = {(Track, row.track_id) for row in plan.finals(Segment)}
    used |= {(Track, row.track_id) for row in plan.finals(Reviewed)}
    _stay(plan, going & used)
    used = {(Label, row.label_id) for row in plan.finals(Segment)}
    used |= {(Label, row.label_id) for row in _coming(plan) if isinstance(row, Segment)}
    hidden = {row.id for row in plan.finals(Run) if row.hidden}
    used |= {(Video, row.video_id) for row in plan.finals(Track) if row.run_id not in hidden}
    used |= {(Video, row.video_id) for row in plan.finals(Marker)}
    _stay(plan, going & used)
    while True:
        parents: set[Key] = {(Label, row.parent_id) for row in plan.finals(Label) if row.parent_id is not None}
        if not any(k in plan.take and plan.take[k] is None for k in parents):
            return
        _stay(plan, parents)


def _stay(plan: Plan, keys: set[Key]) -> None:
    for k in sorted(keys, key=lambda one: one[1]):
        if k in plan.take and plan.take[k] is None:
            del plan.take[k]
            row = plan.mine.rows[k]
            plan.tell(Reason.STILL_USED, plan.named(row), where=row)

"""The whole of a merge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.rows import Label, Marker, Reviewed, Row, Run, Segment, Track, TrackKind, Video
from core.task import Progress, Task
from core.timeline.edit import Edit
from core.timeline.merging import decide
from core.timeline.merging.apart import place_apart
from core.timeline.merging.exclusive import give_way
from core.timeline.merging.history import in_mine
from core.timeline.merging.needs import bring_back, keep_used
from core.timeline.merging.plan import Plan
from core.timeline.merging.values import Brought, Copy, Merged

_STEPS = (
    decide.videos,
    decide.labels,
    decide.runs,
    decide.tracks,
    decide.segments,
    decide.reviewed,
    decide.markers,
    bring_back,
    keep_used,
    give_way,
    bring_back,  # what had to stay may need what was to go
    decide.trees,
    place_apart,
)
_ORDER = (Video, Label, Run, Track, Segment, Reviewed, Marker)


def merge(mine: Copy, theirs: Copy, related: bool = True) -> Task[Merged]:
    """What THEIRS brings to MINE. Both as `core.storage.copies` reads them, with the Edits since their common past."""
    plan = Plan(mine, in_mine(theirs, mine))
    for done, step in enumerate(_STEPS):
        yield Progress(done, len(_STEPS), f"Comparing with {theirs.name}")
        step(plan)
    datasets, checkpoints = ({row.id for row in rows} for rows in (mine.datasets, mine.checkpoints))
    order = {video: i for i, video in enumerate(k[1] for k in mine.rows if k[0] is Video)}
    conflicts = sorted(
        plan.conflicts, key=lambda c: (order.get(c.video_id or 0, -1), c.span.start if c.span else -1, c.text)
    )
    return Merged(
        Edit(f"Merge {theirs.name}", tuple(_removed(plan)), tuple(_added(plan))),
        tuple(Brought(replace(one.run, hidden=True), one.track, one.segments) for one in plan.runs),
        tuple(row for row in theirs.datasets if row.id not in datasets),
        tuple(row for row in theirs.checkpoints if row.id not in checkpoints),
        tuple(_facts(plan, theirs)),
        tuple(conflicts),
        mine.position,
        related,
    )


def _removed(plan: Plan) -> Iterator[Row]:
    """As they stand in MINE. A run that comes is stored hidden first, and shown by the Edit."""
    brought = {(Run, one.run.id) for one in plan.runs}
    for k, new in plan.take.items():
        if k in plan.mine.rows and k not in brought and new != plan.mine.rows[k]:
            yield plan.mine.rows[k]
    for one in plan.runs:
        yield replace(one.run, hidden=True)


def _added(plan: Plan) -> Iterator[Row]:
    coming = [row for k, row in plan.take.items() if row is not None and row != plan.mine.rows.get(k)]
    yield from sorted(coming, key=lambda row: _ORDER.index(type(row)))


def _facts(plan: Plan, theirs: Copy) -> Iterator[Video]:
    """Where THEIRS has checked every frame and MINE has not, or has labelled beyond what MINE takes for the end."""
    ends: dict[int, int] = {}
    human = {row.id: row.video_id for row in plan.finals(Track) if row.kind is TrackKind.HUMAN}
    human |= {one.track.id: one.track.video_id for one in plan.runs}
    for row in (*plan.take.values(), *(row for one in plan.runs for row in one.segments)):
        if isinstance(row, Segment) and row.track_id in human:
            ends[human[row.track_id]] = max(ends.get(human[row.track_id], 0), row.span.stop)
        elif isinstance(row, Marker):
            ends[row.video_id] = max(ends.get(row.video_id, 0), row.frame + 1)
    contents = {row.fingerprint: row for row in theirs.rows.values() if isinstance(row, Video)}
    for now in [row for row in plan.mine.rows.values() if isinstance(row, Video)]:
        known = contents.get(now.fingerprint, now)
        better = replace(known, id=now.id, path=now.path, offset=now.offset) if known.verified else now
        better = now if now.verified else better
        better = replace(better, frames=max(better.frames, ends.get(now.id, 0)))
        if better != now:
            yield better

"""Where people and runs say the same: how many tracks have a segment, and how many have the same label."""

from __future__ import annotations

from collections import defaultdict

from app.signal_lanes.lane import Ask, SignalLane, Source
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Task
from core.timeline.agreement import agreement
from core.timeline.query import SegmentTable

_HELP = "Two tracks are needed: find activities twice, or label what a run found"


def source(ask: Ask) -> Source | str:
    tracks: dict[int, dict[int, SegmentTable]] = defaultdict(dict)
    for (track_id, label_id), table in ask.tables.items():
        if len(table):
            tracks[track_id][label_id] = table
    if len(tracks) < 2:
        return _HELP
    said, frames = list(tracks.values()), ask.video.frames

    def compute(_: ArrayCache) -> Task[Signal | str]:
        return (yield from agreement(said, frames))

    # tables are never changed, only exchanged; `compute` holds on to them, so that no other one gets their number
    key = " ".join(f"{cell} {id(table)}" for cell, table in sorted(ask.tables.items(), key=lambda item: item[0]))
    return Source(f"{frames} {key}", compute, note=f"{len(tracks)} tracks", kept=False)


LANE = SignalLane("agreement", "Agreement", "filled", source, (_HELP, "{} tracks"), shown=False)

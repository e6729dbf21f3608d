"""The time budget of labelled videos: how often, how long, and how much of the time each activity is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from core.rows import Segment, State
from core.time import Clock
from core.timeline.disagreement import union

COLUMNS = ("count", "total", "mean", "shortest", "longest", "gap", "share")


@dataclass(frozen=True)
class Budget:
    """Of one label on one track, by whoever does it (`subject` "": nobody said). Seconds: total (what overlaps counts
    once), mean, shortest, longest, and gap, the mean time from one end to the next beginning (None: there is one
    segment). share: of the video, 0…1."""

    track_id: int
    label_id: int
    subject: str
    count: int
    total: float
    mean: float
    shortest: float
    longest: float
    gap: float | None
    share: float


def budgets(segments: Iterable[Segment], clock: Clock) -> list[Budget]:
    """Of one video's segments; rejected ones do not count. By track, label and subject."""
    grouped: dict[tuple[int, int, str], list[Segment]] = defaultdict(list)
    for segment in segments:
        if segment.state is not State.REJECTED:
            grouped[segment.track_id, segment.label_id, segment.subject].append(segment)
    whole = clock.seconds(clock.frames)
    found = []
    for (track_id, label_id, subject), rows in sorted(grouped.items()):
        spans = union(np.array([(row.span.start, row.span.stop) for row in rows], np.int64))
        apart = np.array([(clock.seconds(a), clock.seconds(b)) for a, b in spans.tolist()])
        lengths = np.array([clock.seconds(row.span.stop) - clock.seconds(row.span.start) for row in rows])
        gaps = apart[1:, 0] - apart[:-1, 1]
        total = float((apart[:, 1] - apart[:, 0]).sum())
        found.append(
            Budget(
                track_id, label_id, subject, len(rows), total, float(lengths.mean()), float(lengths.min()),
                float(lengths.max()), float(gaps.mean()) if len(gaps) else None, total / whole if whole else 0.0,
            )
        )  # fmt: skip
    return found

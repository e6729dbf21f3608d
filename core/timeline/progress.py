"""How far people are with a video: the share of it that somebody has looked at from end to end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from core.rows import Reviewed, Track, TrackKind, Video
from core.time import Span


def share(spans: Iterable[Span], frames: int) -> float:
    """0…1: frames covered by at least one span, of all. A video that became shorter is never more than covered."""
    covered, reached = 0, 0
    for span in sorted(spans):
        start, stop = max(span.start, reached), min(span.stop, frames)
        if stop > start:
            covered += stop - start
            reached = stop
    return covered / frames if frames > 0 else 0.0


def reviewed_shares(videos: Iterable[Video], tracks: Iterable[Track], reviewed: Iterable[Reviewed]) -> dict[int, float]:
    """By video id, of all videos: what is reviewed on any person's track counts, and counts once."""
    owner = {track.id: track.video_id for track in tracks if track.kind is TrackKind.HUMAN}
    spans: dict[int, list[Span]] = defaultdict(list)
    for row in reviewed:
        if row.track_id in owner:
            spans[owner[row.track_id]].append(row.span)
    return {video.id: share(spans[video.id], video.frames) for video in videos}

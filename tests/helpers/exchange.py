"""Small projects as values, for tests of import and export."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from core.exchange.gather import Snapshot
from core.rows import Label, Run, Segment, Track, Video, new_id
from core.time import Clock, ConstantRate, Timestamps
from core.timeline.edit import Edit


def video(path: str = "clips/v_GGSY1Qvo990.mp4", frames: int = 500, rate: Fraction = Fraction(30000, 1001)) -> Video:
    return Video(new_id(), path, f"print of {path}", frames, rate, 640, 360, float(frames / rate))


def constant(video: Video) -> Clock:
    return ConstantRate(video.rate, video.frames)


def uneven(video: Video) -> Clock:
    """A clock whose frames last from 5 to 95 ms, the same one every time."""
    lengths = np.random.default_rng(video.frames).integers(5, 95, video.frames) / 1000
    return Timestamps(np.concatenate([[0.0], np.cumsum(lengths)]))


def with_edit(snapshot: Snapshot, edit: Edit) -> Snapshot:
    """The snapshot after an Edit that only adds."""
    labels, tracks = list(snapshot.labels), list(snapshot.tracks)
    segments = {track: list(rows) for track, rows in snapshot.segments.items()}
    for row in edit.added:
        match row:
            case Label():
                labels.append(row)
            case Track():
                tracks.append(row)
            case Segment():
                segments.setdefault(row.track_id, []).append(row)
            case Video() | Run():
                raise AssertionError("an import adds no videos and no runs")
    return Snapshot(snapshot.videos, labels, tracks, segments)


def said(snapshot: Snapshot) -> list[tuple[object, ...]]:
    """What the segments of a snapshot say, without ids and times of change, in a fixed order."""
    label = {row.id: row.name for row in snapshot.labels}
    video_of = {row.id: row.path for row in snapshot.videos}
    return sorted(
        (
            *(video_of[t.video_id], t.name, label[s.label_id], s.span.start, s.span.stop, str(s.score), s.state),
            *(s.comment, s.subject, s.attributes),
        )
        for t in snapshot.tracks
        for s in snapshot.segments.get(t.id, ())
    )

"""Where people want to stop in the videos of a project that are not open: read from the project, first or last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from core.rows import Segment, State, Track, TrackKind, Video
from core.storage.project import Project
from core.time import Span
from core.timeline.review import unreviewed

Wanted = Callable[[Segment, Track], bool]


def standing(segment: Segment, track: Track) -> bool:
    """Neither rejected, nor a prediction whose accepted copy stands on a person's track."""
    settled = segment.state is State.ACCEPTED and track.kind is TrackKind.RUN
    return segment.state is not State.REJECTED and not settled


def unjudged(segment: Segment, track: Track) -> bool:
    return segment.state is State.PREDICTED


def beyond(videos: Sequence[Video], current: Video | None, way: int) -> Iterator[Video]:
    """The videos after (way +1) or before (-1) the current one, nearest first."""
    ids = [video.id for video in videos]
    at = ids.index(current.id) if current is not None and current.id in ids else -1 if way > 0 else len(ids)
    yield from videos[at + 1 :] if way > 0 else reversed(videos[: max(0, at)])


def outermost(project: Project, video: Video, way: int, wanted: Wanted) -> Segment | None:
    """The first (way +1) or last segment of a video that is wanted."""
    tracks = {track.id: track for track in project.tracks(video.id)}
    rows = [row for row in project.segments(video_id=video.id) if wanted(row, tracks[row.track_id])]
    return (min if way > 0 else max)(rows, key=lambda row: (row.span.start, row.id), default=None)


def outermost_gap(project: Project, video: Video, way: int) -> Span | None:
    """The first or last stretch of a video that nobody reviewed."""
    tracks = [track.id for track in project.tracks(video.id) if track.kind is TrackKind.HUMAN]
    rows = [row for track_id in tracks for row in project.reviewed(track_id)]
    gaps = unreviewed(rows, video.frames).tolist()
    return Span(*gaps[0 if way > 0 else -1]) if gaps else None

"""Rows of a project → what an export writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from core.exchange.base import Content, Entry, VideoContent
from core.exchange.names import export_ids
from core.rows import Label, Segment, State, Track, TrackKind, Video
from core.spoken import spoken
from core.time import Clock

ClockOf = Callable[[Video], Clock]


@dataclass(frozen=True)
class Snapshot:
    """The rows of a project that an export or import looks at: values, so that they may go to another thread."""

    videos: Sequence[Video]
    labels: Sequence[Label]
    tracks: Sequence[Track]
    segments: Mapping[int, Sequence[Segment]] = field(default_factory=dict)  # by track id
    reviewed: int = 0  # how many reviewed spans there are
    markers: int = 0  # and how many markers


def gather(
    snapshot: Snapshot, clock_of: ClockOf, *, layered: bool, track: str = "", subset: str = "validation"
) -> Content:
    """Every track's segments for a layered format; else one answer per video: what people said, or, where nobody said
    anything, the newest run's predictions; rejected segments stay out. `track` takes only tracks of that name."""
    names = {label.id: label.name for label in snapshot.labels}
    ids = export_ids(snapshot.videos)
    contents, left_out = [], dict[str, int]()
    for video in snapshot.videos:
        tracks = [t for t in snapshot.tracks if t.video_id == video.id]
        offered = [t for t in tracks if not track or t.name == track]
        chosen = offered if layered else _answer(offered, snapshot)
        kept = [(t, s) for t in chosen for s in snapshot.segments.get(t.id, ()) if layered or s.state != State.REJECTED]
        total = sum(len(snapshot.segments.get(t.id, ())) for t in tracks)
        rejected = sum(len(snapshot.segments.get(t.id, ())) for t in chosen) - len(kept)
        _count(left_out, "rejected segments", rejected)
        _count(left_out, "segments of other tracks", total - len(kept) - rejected)
        kept.sort(key=lambda pair: (pair[1].span, pair[1].id))
        clock = clock_of(video)
        entries = tuple(_entry(ids[video.id], names[s.label_id], t, s, clock) for t, s in kept)
        size = (video.frames, video.rate, video.width, video.height)
        contents.append(VideoContent(ids[video.id], video.path, clock.seconds(clock.frames), *size, entries))
    _count(left_out, "reviewed spans", snapshot.reviewed)
    _count(left_out, "markers", snapshot.markers)
    used = dict.fromkeys(entry.label for content in contents for entry in content.entries)
    sentences = tuple(f"{number} {what}" for what, number in left_out.items())
    return Content(tuple(contents), tuple(used), subset, sentences)


def _count(table: dict[str, int], what: str, number: int) -> None:
    if number:
        table[spoken(what)] = table.get(what, 0) + number


def _answer(tracks: Sequence[Track], snapshot: Snapshot) -> list[Track]:
    """The tracks that speak for a video."""
    filled = [t for t in tracks if any(s.state != State.REJECTED for s in snapshot.segments.get(t.id, ()))]
    people = [t for t in filled if t.kind is TrackKind.HUMAN]
    return people or sorted(filled, key=lambda t: t.id)[-1:]


def _entry(video_id: str, label: str, track: Track, segment: Segment, clock: Clock) -> Entry:
    span = segment.span
    return Entry(
        video=video_id,
        label=label,
        start=clock.seconds(span.start),
        stop=clock.seconds(span.stop),
        start_frame=span.start,
        stop_frame=span.stop,
        score=segment.score,
        state=segment.state.value,
        track=track.name,
        comment=segment.comment,
        subject=segment.subject,
        attributes=segment.attributes,
    )

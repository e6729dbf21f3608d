"""What must always hold on a timeline. The storage checks the rows an Edit adds; the tests check whole projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from core.rows import Label, Marker, Segment, Track, TrackKind, Video


def span_problem(segment: Segment, video: Video) -> str | None:
    if segment.span.stop > video.frames:
        return f"the segment ends at frame {segment.span.stop}, but the video has {video.frames} frames"
    return None


def marker_problem(marker: Marker, video: Video) -> str | None:
    if marker.frame >= video.frames:
        return f"the marker lies at frame {marker.frame}, but the video has {video.frames} frames"
    return None


def parent_problem(label: Label, parents: Mapping[int, int | None]) -> str | None:
    """No label lies below itself. `parents` of all labels, by id."""
    above, seen = label.parent_id, set[int]()
    while above is not None and above not in seen:
        if above == label.id:
            return f"“{label.name}” would lie below itself"
        seen.add(above)
        above = parents.get(above)
    return None


def overlap_problem(segment: Segment, other: Segment, labels: dict[int, Label]) -> str | None:
    """Two segments of one human track whose labels share an exclusive group must not overlap."""
    if segment.id == other.id or not segment.span.overlaps(other.span):
        return None
    mine, theirs = labels[segment.label_id], labels[other.label_id]
    if mine.group and mine.group == theirs.group:
        return f"“{mine.name}” would overlap “{theirs.name}”, and both belong to the exclusive group “{mine.group}”"
    return None


def problems(
    video: Video, tracks: Iterable[Track], segments: Iterable[Segment], labels: dict[int, Label]
) -> Iterator[str]:
    """Everything that is wrong with one video's timeline; nothing when all rules hold."""
    by_track: dict[int, list[Segment]] = {track.id: [] for track in tracks}
    human = {track.id for track in tracks if track.kind is TrackKind.HUMAN}
    for segment in segments:
        if segment.track_id not in by_track:
            yield f"segment {segment.id} is on a track that does not exist"
            continue
        if segment.label_id not in labels:
            yield f"segment {segment.id} has a label that does not exist"
            continue
        by_track[segment.track_id].append(segment)
        if said := span_problem(segment, video):
            yield said
    for track_id in human:
        ordered = sorted(by_track[track_id], key=lambda s: s.span)
        for i, segment in enumerate(ordered):
            for other in ordered[i + 1 :]:
                if other.span.start >= segment.span.stop:
                    break
                if said := overlap_problem(segment, other, labels):
                    yield said

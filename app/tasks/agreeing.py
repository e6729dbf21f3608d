"""Two annotators' tracks over the videos of a project: how far they agree, and where not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.evaluation.agreement import Differences
from core.evaluation.sides import Agreement, added, agreement, side_of, side_of_rows
from core.rows import Reviewed, Track, TrackKind, Video
from core.storage.project import Project
from core.task import Progress, Task
from core.time import ConstantRate
from core.timeline.query import SegmentTable


@dataclass(frozen=True)
class AgreedVideo:
    """One video that has both tracks."""

    video: Video
    agreement: Agreement
    differences: Differences


@dataclass(frozen=True)
class Agreed:
    one: str
    other: str
    videos: tuple[AgreedVideo, ...]
    whole: Agreement


def agreed(path: Path, one: str, other: str, seconds: float = 0.0) -> Task[Agreed]:
    """Compares the tracks that go by two names (or ids) in every video that has both; `seconds` is the tolerance at
    edges. Where one is a run's, disagreements are listed outside of what was reviewed as well: there is where to look.
    Raises UserError where no video has both."""
    found: list[AgreedVideo] = []
    with Project.open(path, create=False) as project:
        tracks, names = project.tracks(), {label.id: label.name for label in project.labels()}
        if one == other:
            raise UserError(f"“{one}” agrees with itself; name two tracks.")
        for name in (one, other):
            _check(name, tracks, path)
        videos = project.videos()
        for done, video in enumerate(videos):
            yield Progress(done, len(videos), "Comparing tracks")
            mine = [track for track in tracks if track.video_id == video.id]
            first, second = (_named(name, mine) for name in (one, other))
            if first is None or second is None:
                continue
            sides = (
                side_of_rows(project.segments(track_id=track.id), names, project.reviewed(track.id))
                for track in (first, second)
            )
            within, run = frames_of(seconds, video), TrackKind.RUN in (first.kind, second.kind)
            result = agreement(video.frames, next(sides), next(sides), within, everywhere=run)
            found.append(AgreedVideo(video, *result))
    if not found:
        raise UserError(f"No video of {path.name} has both tracks “{one}” and “{other}”.")
    return Agreed(one, other, tuple(found), added([video.agreement for video in found]))


def compared(
    frames: int,
    tables: Sequence[Sequence[SegmentTable]],
    reviewed: Sequence[Sequence[Reviewed]],
    names: Mapping[int, str],
    tolerance: int,
    everywhere: bool,
) -> Task[tuple[Agreement, Differences]]:
    """Two tracks of one video that are in memory; `tolerance` in frames."""
    yield Progress(text="Comparing tracks")
    one, other = (side_of(its, names, marks) for its, marks in zip(tables, reviewed, strict=True))
    return agreement(frames, one, other, tolerance, everywhere=everywhere)


def frames_of(seconds: float, video: Video) -> int:
    """A tolerance in whole frames: never more than was asked for."""
    return int(seconds * float(video.rate) + 1e-6)


def _named(name: str, tracks: list[Track]) -> Track | None:
    """A person's track of that name or id, or the newest run's."""
    found = [track for track in tracks if name in (track.name, str(track.id))]
    return min(found, key=lambda t: (t.kind is TrackKind.RUN, -t.id if t.run_id else t.position, t.id), default=None)


def _check(name: str, tracks: list[Track], path: Path) -> None:
    if not any(name in (track.name, str(track.id)) for track in tracks):
        names = ", ".join(dict.fromkeys(track.name for track in tracks)) or "no track yet"
        raise UserError(f"There is no track “{name}” in {path.name}; there is {names}.")


def seconds_of(video: Video, differences: Differences, i: int) -> tuple[float, float]:
    """When a disagreement begins and ends."""
    clock = ConstantRate(video.rate, video.frames)
    start, stop = (int(edge) for edge in differences.spans[i])
    return clock.seconds(start), clock.seconds(stop)

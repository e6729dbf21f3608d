"""What people do to tracks, each as a pure function from rows to one `Edit`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from core.errors import UserError
from core.rows import Reviewed, Segment, Track, TrackKind, changed, new_id
from core.timeline.edit import Edit


def new_track(video_id: int, author: str, tracks: Iterable[Track]) -> Edit:
    """A person's track below the others, named after them; a second one gets a number."""
    mine = [track for track in tracks if track.kind is TrackKind.HUMAN]
    base, names = author or "Labels", {track.name for track in mine}
    name = next(n for n in (base, *(f"{base} {i}" for i in range(2, len(names) + 3))) if n not in names)
    position = max((track.position for track in mine), default=-1) + 1
    return Edit(f"Add track {name}", added=(Track(new_id(), video_id, name, position=position),))


def made_track(video_id: int, author: str, tracks: Iterable[Track]) -> tuple[Track, Edit]:
    """`new_track`, and the row it makes."""
    edit = new_track(video_id, author, tracks)
    (track,) = (row for row in edit.added if isinstance(row, Track))
    return track, edit


def own_track(tracks: Iterable[Track], author: str, anothers: Callable[[Track], bool]) -> Track | None:
    """Where a person's new segments land: the track of their name, or else the first that is not plainly `anothers`;
    None: they have none yet. Who gives no name works on the first."""
    human = sorted((t for t in tracks if t.kind is TrackKind.HUMAN), key=lambda t: (t.position, t.id))
    named = (track for track in human if track.name == author)
    return next(named, None) or next((track for track in human if not author or not anothers(track)), None)


def anothers(rows: Iterable[Segment | Reviewed], author: str) -> bool:
    """Whether all that lies on a track is other people's. What nobody signed, and an empty track, is anybody's."""
    found = False
    for row in rows:
        if row.author in ("", author):
            return False
        found = True
    return found


def rename(track: Track, name: str) -> Edit:
    name = name.strip()
    if not name:
        raise UserError("A track needs a name; type one, or cancel.")
    return Edit(f"Rename track to {name}", (track,), (changed(track, name=name),))


def delete_track(track: Track, segments: Iterable[Segment], reviewed: Iterable[Reviewed]) -> Edit:
    """The track with everything on it."""
    if track.kind is TrackKind.RUN:
        raise UserError("This track belongs to a run; remove the run instead.")
    return Edit(f"Delete track {track.name}", (*segments, *reviewed, track))


def reorder(tracks: Sequence[Track]) -> Edit:
    """Tracks from top to bottom."""
    now = [(track, changed(track, position=i)) for i, track in enumerate(tracks)]
    moved = [(old, new) for old, new in now if old != new]
    return Edit("Reorder tracks", tuple(old for old, _ in moved), tuple(new for _, new in moved))

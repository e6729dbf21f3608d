"""What people do to several segments at once, each as a pure function from rows to one `Edit`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.errors import UserError
from core.rows import Label, Segment, State, Track, TrackKind, changed, new_id, now_ms
from core.time import Span
from core.timeline.edit import Edit
from core.timeline.ops import add_segment, delete


def copied(segment: Segment, track: Track, span: Span, author: str) -> Segment:
    """A person's own segment like another one, elsewhere."""
    return changed(
        segment,
        id=new_id(),
        track_id=track.id,
        span=span,
        score=None,
        state=State.HUMAN,
        origin_id=None,
        author=author,
        modified=now_ms(),
    )


def duplicate(segments: Sequence[Segment], human: Track, frames: int, author: str = "") -> Edit:
    """The same once more, behind the last of them, in a video of so many frames."""
    if not segments:
        raise UserError("Select segments to duplicate them.")
    first, last = min(s.span.start for s in segments), max(s.span.stop for s in segments)
    shift = last - first
    fit = [s for s in segments if s.span.stop + shift <= frames]
    if not fit:
        raise UserError("There is no room behind the selection; copy it and paste it elsewhere.")
    text = "Duplicate" if len(fit) == 1 else f"Duplicate {len(fit)} segments"
    return Edit(text, added=tuple(copied(s, human, s.span.shifted(shift), author) for s in fit))


def ripple_delete(
    segments: Sequence[Segment], tracks: Mapping[int, Track], rest: Iterable[Segment], author: str = ""
) -> Edit:
    """Deletes people's segments and closes the gaps: what begins later on the same track (`rest` holds it) moves left.
    Frames that another segment still covers are no gap of their own, but count as removed where a deleted one was."""
    mine = [s for s in segments if tracks[s.track_id].kind is TrackKind.HUMAN]
    if not mine:
        raise UserError("Only your own segments can be taken out with their time; select one of your track.")
    edit = delete(mine, tracks)
    ids = {s.id for s in mine}
    holes: dict[int, list[Span]] = {}
    for segment in sorted(mine, key=lambda s: s.span):
        spans = holes.setdefault(segment.track_id, [])
        if spans and spans[-1].stop >= segment.span.start:
            spans[-1] = spans[-1].union(segment.span)
        else:
            spans.append(segment.span)
    gone: list[Segment] = []
    come: list[Segment] = []
    for row in rest:
        shift = sum(len(hole) for hole in holes.get(row.track_id, ()) if hole.stop <= row.span.start)
        if shift and row.id not in ids:
            gone.append(row)
            state = row.state if row.state is State.HUMAN else State.CORRECTED
            come.append(changed(row, span=row.span.shifted(-shift), state=state, author=author, modified=now_ms()))
    text = f"{edit.text} and close the gap"
    return Edit(text, (*edit.removed, *gone), (*edit.added, *come))


def gap_at(frame: int, track_segments: Iterable[Segment], frames: int) -> Span:
    """The stretch around a frame in which a track has nothing, up to the ends of a video of so many frames."""
    start, stop = 0, frames
    for segment in track_segments:
        if frame in segment.span:
            raise UserError("There is no gap at the playhead; put it between two segments.")
        if segment.span.stop <= frame:
            start = max(start, segment.span.stop)
        else:
            stop = min(stop, segment.span.start)
    return Span(start, stop)


def fill_gap(frame: int, human: Track, label: Label, segments: Iterable[Segment], frames: int, author: str) -> Edit:
    """A segment of a label over the whole gap at a frame."""
    made = add_segment(human, label, gap_at(frame, segments, frames), author)
    return Edit(f"Fill gap with {label.name}", added=made.added)


def extended(segment: Segment, edges: Sequence[int], track_segments: Iterable[Segment]) -> Span:
    """The segment's span with its start (0) and stop (1) taken to the neighbours' edges. Raises UserError where there
    is no neighbour on a side, or no gap."""
    start, stop = segment.span.start, segment.span.stop
    others = [s.span for s in track_segments if s.id != segment.id]
    before = max((s.stop for s in others if s.stop <= start), default=None)
    after = min((s.start for s in others if s.start >= stop), default=None)
    if 0 in edges and before is not None:
        start = before
    if 1 in edges and after is not None:
        stop = after
    if Span(start, stop) == segment.span:
        raise UserError("There is no gap to a neighbour on that side; E chooses the other edge.")
    return Span(start, stop)

"""What people do to a timeline, each as a pure function from rows to an `Edit`. Nothing here touches a project.

A segment of a run's track is the network's word and is never overwritten: changing one copies it, changed, into the
person's track (state `corrected`) and marks the original as accepted, all in one Edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.errors import UserError
from core.rows import Label, Reviewed, Segment, State, Track, TrackKind, changed, new_id, now_ms
from core.time import Span
from core.timeline.edit import Edit


def add_segment(track: Track, label: Label, span: Span, author: str = "") -> Edit:
    return Edit(
        f"Add {label.name}",
        added=(Segment(new_id(), track.id, label.id, span, state=State.HUMAN, author=author, modified=now_ms()),),
    )


def touched(segment: Segment, author: str, **values: object) -> Segment:
    """The segment as a person's correction leaves it."""
    state = segment.state if segment.state is State.HUMAN else State.CORRECTED
    return changed(segment, **{"state": state, "author": author, "modified": now_ms(), **values})


def change_segment(
    segment: Segment,
    text: str,
    *,
    track: Track,
    human: Track,
    author: str = "",
    span: Span | None = None,
    label_id: int | None = None,
    comment: str | None = None,
    subject: str | None = None,
    attributes: tuple[tuple[str, str], ...] | None = None,
) -> Edit:
    """Gives a segment of `track` other values; None leaves one as it is. On a run's track the change lands on
    `human`."""
    asked = {"span": span, "label_id": label_id, "comment": comment, "subject": subject, "attributes": attributes}
    values = {name: new for name, new in asked.items() if new is not None and new != getattr(segment, name)}
    if not values:
        return Edit(text)
    after = touched(segment, author, **values)
    if track.kind is TrackKind.HUMAN:
        return Edit(text, removed=(segment,), added=(after,))
    copy = changed(after, id=new_id(), track_id=human.id, state=State.CORRECTED, origin_id=segment.id)
    judged = changed(segment, state=State.ACCEPTED, author=author, modified=now_ms())
    return Edit(text, removed=(segment,), added=(judged, copy))


def trimmed(segment: Segment, *, start: int | None = None, stop: int | None = None) -> Span:
    """The segment's span with one or both boundaries set; at least one frame stays."""
    first = segment.span.start if start is None else start
    last = segment.span.stop if stop is None else stop
    if start is not None:
        first = max(0, min(first, last - 1))
    else:
        last = max(last, first + 1)
    return Span(first, last)


def moved(segment: Segment, frames: int, length: int) -> Span:
    """The segment's span shifted, kept inside a video of `length` frames."""
    shift = max(-segment.span.start, min(frames, length - segment.span.stop))
    return segment.span.shifted(shift)


def split(segment: Segment, at: int, *, track: Track, author: str = "") -> Edit:
    """Two segments that meet at boundary `at`."""
    _only_human(track, "split")
    if not segment.span.start < at < segment.span.stop:
        raise UserError("The playhead must be inside the segment to split it; move it there first.")
    left = touched(segment, author, span=Span(segment.span.start, at))
    right = changed(left, id=new_id(), span=Span(at, segment.span.stop))
    return Edit("Split", removed=(segment,), added=(left, right))


def join(segments: Sequence[Segment], *, track: Track, author: str = "") -> Edit:
    """One segment from the first start to the last stop, with the first one's label."""
    _only_human(track, "join")
    if len(segments) < 2 or len({s.track_id for s in segments}) != 1:
        raise UserError("Select two or more segments of one track to join them.")
    if len({s.label_id for s in segments}) != 1:
        raise UserError("Segments of different labels cannot be joined; relabel them first.")
    ordered = sorted(segments, key=lambda s: (s.span.start, s.id))
    whole = ordered[0].span
    for segment in ordered[1:]:
        whole = whole.union(segment.span)
    return Edit("Join", removed=tuple(ordered), added=(touched(ordered[0], author, span=whole),))


def delete(segments: Iterable[Segment], tracks: Mapping[int, Track], author: str = "") -> Edit:
    """Human segments go; a run's segments are rejected instead, so that the network's word stays on record."""
    gone, come = [], []
    for segment in segments:
        gone.append(segment)
        if tracks[segment.track_id].kind is TrackKind.RUN:
            come.append(_refused(segment, author))
    return Edit("Delete" if len(gone) == 1 else f"Delete {len(gone)} segments", tuple(gone), tuple(come))


def accept(segments: Iterable[Segment], human: Track, author: str = "") -> Edit:
    """Copies predicted (or rejected) segments to the human track. Ones already accepted are left alone."""
    gone: list[Segment] = []
    come: list[Segment] = []
    for segment in segments:
        if segment.state not in (State.PREDICTED, State.REJECTED):
            continue
        if segment.track_id == human.id:  # a candidate of this person's own
            gone.append(segment)
            come.append(changed(segment, state=State.ACCEPTED, author=author, modified=now_ms()))
            continue
        gone.append(segment)
        come.append(changed(segment, state=State.ACCEPTED, author=author, modified=now_ms()))
        come.append(
            changed(
                segment,
                id=new_id(),
                track_id=human.id,
                state=State.ACCEPTED,
                origin_id=segment.id,
                author=author,
                modified=now_ms(),
            )
        )
    return Edit("Accept" if len(gone) == 1 else f"Accept {len(gone)} segments", tuple(gone), tuple(come))


def _refused(segment: Segment, author: str) -> Segment:
    return changed(segment, state=State.REJECTED, author=author, modified=now_ms())


def reject(segments: Iterable[Segment], author: str = "") -> Edit:
    """Marks predicted segments as wrong. Accepted ones keep their copy: delete that instead."""
    gone = tuple(s for s in segments if s.state is State.PREDICTED)
    return Edit(
        "Reject" if len(gone) == 1 else f"Reject {len(gone)} segments",
        gone,
        tuple(_refused(s, author) for s in gone),
    )


def redecoded(track: Track, present: Sequence[Segment], found: Iterable[tuple[int, Span, float]]) -> list[Segment]:
    """A run's segments under other settings. `found`: (label id, span, score). What people have judged stays as it is,
    and a finding that is half or more the same as one of those is not brought up again; findings that did not change
    keep their rows."""
    judged = [s for s in present if s.state is not State.PREDICTED]
    old = {(s.label_id, s.span, s.score): s for s in present if s.state is State.PREDICTED}
    rows = list(judged)
    for label_id, span, score in found:
        if any(s.label_id == label_id and s.span.iou(span) >= 0.5 for s in judged):
            continue
        known = old.get((label_id, span, score))
        rows.append(known or Segment(new_id(), track.id, label_id, span, score, State.PREDICTED))
    return rows


def mark_reviewed(track: Track, span: Span, existing: Iterable[Reviewed], author: str = "") -> Edit:
    """Adds a reviewed span; overlapping and touching ones melt into one."""
    whole, gone = span, []
    for row in sorted(existing, key=lambda r: r.span):
        if row.track_id == track.id and row.span.start <= whole.stop and whole.start <= row.span.stop:
            whole = whole.union(row.span)
            gone.append(row)
    return Edit("Mark as reviewed", tuple(gone), (Reviewed(new_id(), track.id, whole, author, now_ms()),))


def _only_human(track: Track, verb: str) -> None:
    if track.kind is not TrackKind.HUMAN:
        raise UserError(f"Only your own segments can be changed so ({verb}); accept the prediction first.")

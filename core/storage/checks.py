"""core.timeline.rules for the rows that an Edit touches, looking only at their neighbours.

The overlap rule needs one row per label of the exclusive group: while segments of one label do not overlap, the one
that begins last before a span's end is the only one that can reach into the span (the index finds it). Each row an Edit
adds is looked at, which by induction over the starts finds every overlap among the added rows as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, or_, select
from sqlalchemy.sql.selectable import Select

from core.errors import EditConflict, UserError
from core.rows import Label, Marker, Run, Segment, Track, TrackKind, Video
from core.storage import rowmap, schema
from core.storage.prepared import Prepared
from core.timeline import rules
from core.timeline.edit import Edit

_segment, _track, _label, _video, _run = schema.segment, schema.track, schema.label, schema.video, schema.run
_marker = schema.marker
_V, _L, _S = len(_track.columns), len(_track.columns) + len(_video.columns), len(_segment.columns)

_GROUND = Prepared(
    select(_track, _video, _label)
    .select_from(_track.join(_video, _video.c.id == _track.c.video_id).join(_label, _label.c.id == bindparam("label")))
    .where(_track.c.id == bindparam("track"), _video.c.gone.is_(False), _label.c.gone.is_(False))
)
_other = _segment.alias("other")
_last_before = (
    select(_other.c.id)
    .where(
        _other.c.track_id == bindparam("track"),
        _other.c.label_id == _label.c.id,
        _other.c.start < bindparam("stop"),
        _other.c.id != bindparam("id"),
    )
    .order_by(_other.c.start.desc())
    .limit(1)
    .correlate(_label)
    .scalar_subquery()
)
_NEIGHBOURS = Prepared(
    select(_segment, _label)
    .select_from(_label.join(_segment, _segment.c.id == _last_before))
    .where(_label.c.group == bindparam("group"), _segment.c.stop > bindparam("start"))
)
_tracks = _track.outerjoin(_run, _run.c.id == _track.c.run_id)
_shown = or_(_track.c.run_id.is_(None), _run.c.hidden.is_(False))
_segments = _tracks.join(_segment, _segment.c.track_id == _track.c.id)
_USED: dict[type[Video] | type[Label], tuple[Select[Any], ...]] = {
    Video: (
        select(exists().select_from(_tracks).where(_track.c.video_id == bindparam("row"), _shown)),
        select(exists().where(_marker.c.video_id == bindparam("row"))),
    ),
    Label: (
        select(exists().select_from(_segments).where(_segment.c.label_id == bindparam("row"), _shown)),
        select(exists().where(_label.c.parent_id == bindparam("row"), _label.c.gone.is_(False))),
    ),
}
_VIDEO = select(_video).where(_video.c.id == bindparam("row"), _video.c.gone.is_(False))
_PARENTS = select(_label.c.id, _label.c.parent_id).where(_label.c.gone.is_(False))
_VIDEO_GONE = select(exists().where(_video.c.id == bindparam("row"), _video.c.gone.is_(True)))
_RUN_BROKEN = select(
    exists()
    .select_from(_segments.join(_label, _label.c.id == _segment.c.label_id))
    .where(_track.c.run_id == bindparam("row"), _label.c.gone.is_(True))
)
_TOO_LONG = (
    select(_segment)
    .select_from(_segments)
    .where(_track.c.video_id == bindparam("row"), _segment.c.stop > bindparam("frames"), _shown)
    .limit(1)
)
_MARKED = select(_marker).where(_marker.c.video_id == bindparam("row"), _marker.c.frame >= bindparam("frames")).limit(1)
_BULK = 64  # so many added segments and whole tracks are swept instead of each one's neighbours
_human_of_group = (_track.c.kind == TrackKind.HUMAN.value, _label.c.group == bindparam("group"))
_labelled = _segments.join(_label, _label.c.id == _segment.c.label_id)
_reach = func.max(_segment.c.stop).over(
    partition_by=_segment.c.track_id, order_by=[_segment.c.start, _segment.c.id], rows=(None, -1)
)
_swept = select(_segment, _reach.label("reach")).select_from(_labelled).where(*_human_of_group).subquery()
_REACHED = select(_swept).where(_swept.c.start < _swept.c.reach)
_OVERLAPPING = Prepared(
    select(_segment, _label)
    .select_from(_labelled)
    .where(_segment.c.track_id == bindparam("track"), _segment.c.id != bindparam("id"), *_human_of_group)
    .where(_segment.c.start < bindparam("stop"), _segment.c.stop > bindparam("start"))
)


def check(connection: Connection, edit: Edit) -> None:
    """Raises UserError for a broken timeline rule and EditConflict where a row needs one that is gone. Call it after
    the Edit is in the tables."""
    for said in _problems(connection, edit):
        raise UserError(f"“{edit.text}” is not possible: {said}.")
    _check_needs(connection, edit)


def ground(connection: Connection, track_id: int, label_id: int) -> tuple[Track, Video, Label]:
    """The rows that a segment stands on. Raises EditConflict when one of them is not there."""
    rows = _GROUND.run(connection, track=track_id, label=label_id)
    if not rows:
        raise EditConflict("The track or the label was removed meanwhile; refresh and try again.")
    found = rows[0]
    return rowmap.track(found[:_V]), rowmap.video(found[_V:_L]), rowmap.label(found[_L:])


def _problems(connection: Connection, edit: Edit) -> Iterator[str]:
    before = {row.id for row in edit.removed}
    segments = [row for row in edit.added if isinstance(row, Segment)]
    groups: set[str] = {row.group for row in edit.added if isinstance(row, Label) and row.id in before}
    grounds: dict[tuple[int, int], tuple[Track, Video, Label]] = {}
    for segment in segments:
        where = (segment.track_id, segment.label_id)
        if where not in grounds:
            grounds[where] = ground(connection, *where)
        track, video, label = grounds[where]
        if said := rules.span_problem(segment, video):
            yield said
        if len(segments) > _BULK:
            groups.add(label.group)
        elif label.group and track.kind is TrackKind.HUMAN:
            yield from _overlaps(connection, _NEIGHBOURS, segment, label)
    for group in groups - {""}:
        yield from _group_overlaps(connection, group)
    for row in edit.added:
        if isinstance(row, Video) and row.id in before:
            for found in connection.execute(_TOO_LONG, {"row": row.id, "frames": row.frames}):
                yield rules.span_problem(rowmap.segment(found), row) or ""
            for found in connection.execute(_MARKED, {"row": row.id, "frames": row.frames}):
                yield rules.marker_problem(rowmap.marker(found), row) or ""
    yield from _marker_problems(connection, [row for row in edit.added if isinstance(row, Marker)])
    yield from _parent_problems(connection, [row for row in edit.added if isinstance(row, Label)])


def _marker_problems(connection: Connection, markers: Sequence[Marker]) -> Iterator[str]:
    videos: dict[int, Video] = {}
    for marker in markers:
        if marker.video_id not in videos:
            found = connection.execute(_VIDEO, {"row": marker.video_id}).first()
            if found is None:
                raise EditConflict("The video was removed meanwhile; add it again first.")
            videos[marker.video_id] = rowmap.video(found)
        if said := rules.marker_problem(marker, videos[marker.video_id]):
            yield said


def _parent_problems(connection: Connection, labels: Sequence[Label]) -> Iterator[str]:
    if all(label.parent_id is None for label in labels):
        return
    parents: dict[int, int | None] = {found[0]: found[1] for found in connection.execute(_PARENTS)}
    for label in labels:
        if label.parent_id is not None and label.parent_id not in parents:
            raise EditConflict("The label above was removed meanwhile; choose another one.")
        if said := rules.parent_problem(label, parents):
            yield said


def _overlaps(connection: Connection, query: Prepared, segment: Segment, label: Label) -> Iterator[str]:
    """What overlaps a segment against the rules; `query` finds the candidates."""
    where = {"track": segment.track_id, "id": segment.id, "group": label.group}
    for found in query.run(connection, **where, start=segment.span.start, stop=segment.span.stop):
        other, its = rowmap.segment(found[:_S]), rowmap.label(found[_S:])
        if said := rules.overlap_problem(segment, other, {label.id: label, its.id: its}):
            yield said


def _group_overlaps(connection: Connection, group: str) -> Iterator[str]:
    """All segments of an exclusive group, on every person's track."""
    for found in connection.execute(_REACHED, {"group": group}):
        segment = rowmap.segment(found[:_S])
        label = ground(connection, segment.track_id, segment.label_id)[2]
        yield from _overlaps(connection, _OVERLAPPING, segment, label)


def _check_needs(connection: Connection, edit: Edit) -> None:
    kept = {(type(row), row.id) for row in edit.added}
    for row in edit.removed:
        if not isinstance(row, Video | Label) or (type(row), row.id) in kept:
            continue
        if any(connection.execute(used, {"row": row.id}).scalar() for used in _USED[type(row)]):
            raise EditConflict("What you want to remove is still in use; remove what uses it first.")
    for row in edit.added:
        if isinstance(row, Run) and row.hidden:
            continue  # as removing a video leaves it
        if isinstance(row, Track | Run) and connection.execute(_VIDEO_GONE, {"row": row.video_id}).scalar():
            if isinstance(row, Run) and row.hidden:
                continue  # a video's runs are hidden with it
            raise EditConflict("The video was removed meanwhile; add it again first.")
        if isinstance(row, Run) and connection.execute(_RUN_BROKEN, {"row": row.id}).scalar():
            raise EditConflict("Labels of this run were removed meanwhile; add them again first.")

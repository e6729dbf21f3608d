"""The timeline's sentences: tooltips, and the bubble beside a span that is being dragged."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF

from app.views.timeline_hit import probe
from app.views.timeline_scene import Lane, Scene
from app.words import phrase, translate
from core.rows import Segment, State
from core.time import Clock, Span, format_seconds


def state_name(state: State) -> str:
    return {
        State.PREDICTED: translate("Timeline", "predicted"),
        State.ACCEPTED: translate("Timeline", "accepted"),
        State.CORRECTED: translate("Timeline", "corrected"),
        State.HUMAN: translate("Timeline", "by hand"),
        State.REJECTED: translate("Timeline", "rejected"),
    }[state]


def times(clock: Clock, span: Span) -> str:
    """`0:05.800 – 0:16.200 · 10.400 s`"""
    start, stop = clock.seconds(span.start), clock.seconds(min(clock.frames, span.stop))
    return f"{format_seconds(start)} – {format_seconds(stop)}  ·  {stop - start:.3f} s"


def tooltip(scene: Scene, at: QPointF) -> str:
    """What to say about the place under the pointer; empty for nothing."""
    hit = probe(scene, at)
    if scene.clock is None or hit.lane is None:
        return ""
    lane = scene.lanes[hit.lane]
    if hit.zone == "header":
        return _of_lane(lane)
    return _of_segment(scene.clock, lane, hit.segment) if hit.segment is not None else ""


def _of_lane(lane: Lane) -> str:
    key = " · " + translate("Timeline", "key {}").format(escape(lane.label.key)) if lane.label.key else ""
    several = phrase("{count} segments", count=len(lane.table))
    count = phrase("1 segment") if len(lane.table) == 1 else several
    return f"<b>{escape(lane.name)}</b><br>{escape(lane.track.name)} · {count}{key}"


def _of_segment(clock: Clock, lane: Lane, segment: Segment) -> str:
    parts = [state_name(segment.state)]
    if segment.score is not None:
        parts.append(f"{segment.score:.2f}")
    if segment.author:
        parts.append(escape(segment.author))
    comment = f"<br><i>{escape(segment.comment)}</i>" if segment.comment else ""
    return (
        f"<b>{escape(lane.label_of(segment).name)}</b><br>{times(clock, segment.span)}<br>{' · '.join(parts)}{comment}"
    )

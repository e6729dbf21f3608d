"""Segments on the clipboard: JSON text that another window, project or video can take.

{"reelmark": 1, "segments": [{"label": {name, color, key, group, kind}, "frames": [start, stop], "seconds": [start,
stop], "rate": "30000/1001", …}]}: times count from the first segment's start. In a video of the same frame rate frames
are taken, else seconds. Other plain texts of a segment (its comment) travel along by name; unknown ones are dropped.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from fractions import Fraction
from typing import Any

from core.errors import UserError
from core.palette import next_color
from core.rows import Label, LabelKind, Segment, State, Track, new_id, now_ms
from core.time import Clock, Span, format_seconds, span_at
from core.timeline.edit import Edit

MIME = "application/x-reelmark-segments"
_VERSION = 1
_OWN = {"id", "track_id", "label_id", "span", "score", "state", "origin_id", "author", "modified"}
_CARRIED = [field.name for field in fields(Segment) if field.name not in _OWN]
_NONSENSE = "What is on the clipboard cannot be read; copy the segments again."


def encode(segments: Sequence[Segment], labels: Mapping[int, Label], clock: Clock, rate: Fraction) -> str:
    """JSON text of segments of one video."""
    first = min(segment.span.start for segment in segments)

    def seconds(boundary: int) -> float:
        return clock.seconds(boundary) - clock.seconds(first)

    def one(segment: Segment) -> dict[str, Any]:
        label, span = labels[segment.label_id], segment.span
        return {
            "label": {"name": label.name, "color": label.color, "group": label.group, "kind": label.kind.value},
            "frames": [span.start - first, span.stop - first],
            "seconds": [seconds(span.start), seconds(span.stop)],
            **{name: getattr(segment, name) for name in _CARRIED if isinstance(getattr(segment, name), str)},
        }

    ordered = sorted(segments, key=lambda s: (s.span, s.id))
    whole = {"reelmark": _VERSION, "rate": f"{rate.numerator}/{rate.denominator}", "segments": list(map(one, ordered))}
    return json.dumps(whole, ensure_ascii=False)


def as_text(segments: Sequence[Segment], labels: Mapping[int, Label], clock: Clock) -> str:
    """The same for other programs: label, start and stop, a line each, tabs between."""
    ordered = sorted(segments, key=lambda s: (s.span, s.id))
    times = ((labels[s.label_id].name, clock.seconds(s.span.start), clock.seconds(s.span.stop)) for s in ordered)
    return "\n".join(f"{name}\t{format_seconds(start)}\t{format_seconds(stop)}" for name, start, stop in times)


def paste(
    text: str, at: int, track: Track, labels: Iterable[Label], clock: Clock, rate: Fraction, author: str = ""
) -> Edit:
    """The Edit that puts the clipboard's segments on a track, the first one at frame `at`. Labels are found by name and
    made where they are missing. Raises UserError for text that is none of ours, and where nothing fits."""
    found = {label.name: label for label in labels}
    before = len(found)
    come: list[Segment] = []
    try:
        whole = json.loads(text)
        same = Fraction(whole["rate"]) == rate
        for item in whole["segments"]:
            span = _placed(item, at, clock, same)
            if span is None:
                continue
            label = found.setdefault(item["label"]["name"], _made(item["label"], found))
            carried = {name: str(item[name]) for name in _CARRIED if name in item}
            come.append(_segment(track, label, span, author, carried))
    except (ValueError, KeyError, TypeError, AttributeError, ZeroDivisionError) as error:
        raise UserError(_NONSENSE) from error
    if not come:
        raise UserError("There is no room at the playhead; move it further to the front and paste again.")
    new = tuple(list(found.values())[before:])
    return Edit("Paste" if len(come) == 1 else f"Paste {len(come)} segments", added=(*new, *come))


def _segment(track: Track, label: Label, span: Span, author: str, carried: dict[str, Any]) -> Segment:
    return Segment(new_id(), track.id, label.id, span, state=State.HUMAN, author=author, modified=now_ms(), **carried)


def _placed(item: Mapping[str, Any], at: int, clock: Clock, same: bool) -> Span | None:
    """Where it goes; cut off at the end of the video, None behind it."""
    if not same:
        start = clock.seconds(at)
        return span_at(clock, start + float(item["seconds"][0]), start + float(item["seconds"][1]))
    first, last = (at + int(frame) for frame in item["frames"])
    return Span(first, min(last, clock.frames)) if first < clock.frames else None


def _made(item: Mapping[str, Any], known: Mapping[str, Label]) -> Label:
    color = item.get("color") or next_color(label.color for label in known.values())
    kind = LabelKind(item.get("kind", LabelKind.STATE.value))
    return Label(
        new_id(), str(item["name"]), str(color), group=str(item.get("group", "")), kind=kind, position=len(known)
    )

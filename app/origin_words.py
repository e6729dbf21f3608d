"""Where a segment comes from, in words: who made it, with which weights, and what it was before people changed it."""

from __future__ import annotations

from app.document import Document
from app.views.inspector_form import Origin
from app.words import moment_text, phrase
from core.rows import Run, Segment, State, TrackKind, created_ms
from core.time import format_seconds


def origin(document: Document, segment: Segment) -> Origin:
    track = document.tracks.get(segment.track_id)
    changed = " · ".join(filter(None, (segment.author, _when(segment.modified))))
    if track is not None and track.kind is TrackKind.RUN and track.run_id in document.runs:
        run = document.runs[track.run_id]
        return Origin(_network(run), _weights(document, run), "", changed)
    if segment.origin_id is None:
        if segment.state is State.HUMAN:
            return Origin("", "", "", _drawn(segment, changed))
        made = phrase("made by {author}", author=segment.author) if segment.author else phrase("made by hand")
        return Origin(made, "", "", changed)
    found = _source(document, segment.origin_id)
    if found is None:
        return Origin(phrase("a removed run"), "", "", changed)
    source, run = found
    return Origin(_network(run), _weights(document, run), _was(document, source, segment), changed)


def _drawn(segment: Segment, changed: str) -> str:
    """A person's own: also when it was made, where it was changed later."""
    made = created_ms(segment.id)
    if segment.modified - made < 60_000:
        return changed
    return f"{changed} ({phrase('made {when}', when=_when(made))})"


def _source(document: Document, origin_id: int) -> tuple[Segment, Run] | None:
    try:
        source = document.segment(origin_id)
        return source, document.runs[document.tracks[source.track_id].run_id or 0]
    except KeyError:  # its run was removed
        return None


def _network(run: Run) -> str:
    return f"{run.model}, {_when(run.created)}"


def _weights(document: Document, run: Run) -> str:
    """The checkpoint's name and date, and the data it was learned from."""
    row = next((one for one in document.project.checkpoints() if one.id == run.checkpoint_id), None)
    if row is None:
        return ""
    data = next((one for one in document.project.datasets() if one.id == row.dataset_id), None)
    name = f"{row.name}, {_when(row.created)}"
    if data is None:
        return name
    return phrase("{weights}, learned from {data} ({digest})", weights=name, data=data.name, digest=data.digest[:8])


def _was(document: Document, source: Segment, segment: Segment) -> str:
    """Only what is different now."""
    parts = []
    label = document.labels.get(source.label_id)
    if source.label_id != segment.label_id and label is not None:
        parts.append(label.name)
    if source.span != segment.span and document.clock is not None:
        times = (format_seconds(document.clock.seconds(edge)) for edge in (source.span.start, source.span.stop))
        parts.append(" – ".join(times))
    if source.score != segment.score and source.score is not None:
        parts.append(f"{source.score:.3f}")
    return " · ".join(parts)


def _when(milliseconds: int) -> str:
    return moment_text(milliseconds) if milliseconds else ""

"""Saying what was looked at from end to end: what is unlabelled there is background, and trains as such."""

from __future__ import annotations

from app.words import phrase
from app.workspace import Workspace
from core.time import Span
from core.timeline import ops
from core.timeline.review import unmark_reviewed


def mark_range_reviewed(ws: Workspace) -> None:
    """The in/out range, else the selected segments from the first to the last."""
    span = _chosen(ws)
    if span is None:
        ws.say(
            phrase(
                "Set in and out points ({set_in} and {set_out}) around what you have looked at, or select segments, "
                "to mark it."
            )
        )
        return
    _mark(ws, span)


def mark_video_reviewed(ws: Workspace) -> None:
    if ws.document.clock is not None:
        _mark(ws, Span(0, ws.document.clock.frames))


def _mark(ws: Workspace, span: Span) -> None:
    document = ws.document
    human, made = document.human_track()
    mine = [row for row in document.reviewed.values() if row.track_id == human.id]
    edit = ops.mark_reviewed(human, span, mine, document.author)
    if any(row.span.intersection(span) == span for row in mine):
        ws.say(phrase("That was marked as reviewed before."))
    elif document.push(made.then(edit, edit.text)):
        ws.report(phrase("{share} of this video is reviewed.", share=f"{ws.window.moving.share():.0%}"))


def unmark_reviewed_range(ws: Workspace) -> None:
    """The in/out range or the selection, else the reviewed stretch under the playhead."""
    document = ws.document
    human, _ = document.human_track()
    here = (r.span for r in document.reviewed.values() if r.track_id == human.id and ws.playhead.frame in r.span)
    span = _chosen(ws) or next(here, None)
    edit = unmark_reviewed(human, span, document.reviewed.values(), document.author) if span else None
    if edit:
        document.push(edit)
    else:
        ws.say(phrase("Nothing here is marked as reviewed."))


def review(ws: Workspace) -> None:
    """Starts walking through what is worth asking, or stops."""
    if not ws.window.review.stop():
        ws.window.review.start()


def review_next(ws: Workspace) -> None:
    """The next item; the first one where nothing is being reviewed."""
    if ws.window.review.active:
        ws.window.review.next()
    else:
        ws.window.review.start()


def review_previous(ws: Workspace) -> None:
    """Back to what was judged or passed over last."""
    if ws.window.review.active:
        ws.window.review.previous()
    else:
        ws.window.review.start()


def _chosen(ws: Workspace) -> Span | None:
    if ws.marks.span is not None:
        return ws.marks.span
    spans = [segment.span for segment in ws.document.selected]
    return Span(min(s.start for s in spans), max(s.stop for s in spans)) if spans else None

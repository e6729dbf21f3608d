"""Changing the timeline. Every function ends in one Edit, so every one can be undone."""

from __future__ import annotations

from app.words import phrase
from app.workspace import Workspace
from core.rows import State
from core.time import Span
from core.timeline import ops


def undo(ws: Workspace) -> None:
    ws.document.undo()


def redo(ws: Workspace) -> None:
    ws.document.redo()


def set_in(ws: Workspace) -> None:
    ws.marks.set_in(ws.window.holding.frame())


def set_out(ws: Workspace) -> None:
    """The out point is inclusive for people: the frame on screen is the last of the span."""
    ws.marks.set_out(ws.window.holding.frame() + 1)


def clear_in_out(ws: Workspace) -> None:
    """Leaves the review first, where one is on."""
    if ws.window.review.stop():
        return
    ws.marks.clear()
    ws.document.select(())


def add_segment(ws: Workspace) -> None:
    """Enter: a segment of the current label over the in/out range."""
    span = ws.marks.span
    if span is None:
        ws.say(
            phrase("Set an in point ({set_in}) and an out point ({set_out}) first, or drag in a row of the timeline.")
        )
    elif ws.document.add_segment(span):
        ws.marks.clear()


def delete(ws: Workspace) -> None:
    if ws.document.selected:
        ws.document.delete(ws.document.selected)


def split(ws: Workspace) -> None:
    """Cuts the selected segments, or the ones of this person under the playhead, at the playhead."""
    at = ws.playhead.frame
    inside = [s for s in ws.document.selected if s.span.start < at < s.span.stop]
    for segment in inside[:1]:
        ws.document.split(segment, at)
    if not inside:
        ws.say(phrase("Select a segment and put the playhead inside it to split it."))


def join(ws: Workspace) -> None:
    ws.document.join(ws.document.selected)


def set_start(ws: Workspace) -> None:
    """[: the selected segment begins at the frame on screen."""
    for segment in ws.document.selected[:1]:
        ws.document.change([segment], "Set start", span=ops.trimmed(segment, start=ws.playhead.frame))


def set_stop(ws: Workspace) -> None:
    """]: the selected segment ends with the frame on screen."""
    for segment in ws.document.selected[:1]:
        ws.document.change([segment], "Set end", span=ops.trimmed(segment, stop=ws.playhead.frame + 1))


def accept(ws: Workspace) -> None:
    if not ws.window.review.accept():
        ws.document.accept(ws.document.selected)


def reject(ws: Workspace) -> None:
    if not ws.window.review.reject():
        ws.document.reject(ws.document.selected)


def accept_all(ws: Workspace) -> None:
    """Copies every prediction of the current video that nobody has judged yet."""
    predicted = [s for table in ws.document.cells.values() for s in table.rows if s.state is State.PREDICTED]
    ws.document.accept(predicted)


def select_all(ws: Workspace) -> None:
    """Those that a filter shows, where one is on."""
    ws.document.select(ws.window.filtering.ids())


def use_label(ws: Workspace, label_id: int) -> None:
    """A label's key: relabels what is selected, else labels the in/out range, else, where the label is a point, the
    frame on screen; and makes the label current."""
    label = ws.document.labels[label_id]
    ws.document.choose_label(label_id)
    if ws.document.selected:
        ws.document.change(ws.document.selected, f"Relabel as {label.name}", label_id=label_id)
    elif ws.marks.span is not None:
        if ws.document.add_segment(ws.marks.span, label_id):
            ws.marks.clear()
    elif label.point and ws.document.video is not None:
        ws.document.add_segment(Span(ws.playhead.frame, ws.playhead.frame + 1), label_id)

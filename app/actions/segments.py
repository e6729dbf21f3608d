"""Working on the selected segments by keys: clipboard, nudging, gaps. Every function ends in at most one Edit."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app import dialogs, reshaping
from app.words import phrase, translate
from app.workspace import Workspace
from core.errors import UserError
from core.rows import Segment, State
from core.timeline import batch, clipboard, exclusive
from core.timeline.edit import Edit

_OVERLAPS = list(exclusive.Overlap)


def overlap_text(name: str) -> str:
    """What the menu says; the texts are those of the settings."""
    return {
        "trim": translate("settings", "Overlaps trim the neighbour"),
        "push": translate("settings", "Overlaps push the neighbour"),
        "refuse": translate("settings", "Overlaps are refused"),
    }[exclusive.overlap_named(name).value]


def overlap(ws: Workspace) -> None:
    """What happens within an exclusive group: the next of trim, push and refuse."""
    place = _OVERLAPS.index(ws.document.overlap)
    way = _OVERLAPS[(place + 1) % len(_OVERLAPS)]
    ws.change_settings(overlap=way.value)
    ws.document.overlap = way
    ws.window.editing.show_overlap()
    ws.say(phrase("In exclusive groups: {what}.", what=overlap_text(way.value)))


def copy_segments(ws: Workspace) -> None:
    """Onto the system's clipboard, for this or another window; as lines of text for other programs."""
    document, chosen = ws.document, ws.document.selected
    if not chosen or document.clock is None or document.video is None:
        return
    data = QMimeData()
    text = clipboard.encode(chosen, document.labels, document.clock, document.video.rate)
    data.setData(clipboard.MIME, text.encode())
    data.setText(clipboard.as_text(chosen, document.labels, document.clock))
    QGuiApplication.clipboard().setMimeData(data)


def cut_segments(ws: Workspace) -> None:
    copy_segments(ws)
    ws.document.delete(ws.document.selected)


def paste_segments(ws: Workspace) -> None:
    """At the playhead, on the track that new segments land on."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(clipboard.MIME):
        ws.say(phrase("There are no segments on the clipboard; select some and copy them first."))
        return
    text = bytes(data.data(clipboard.MIME).data()).decode("utf-8", "replace")
    document = ws.document

    def pasted() -> tuple[Edit, set[int]]:
        human, made = document.human_track()
        assert document.clock is not None
        assert document.video is not None
        edit = clipboard.paste(
            text,
            ws.playhead.frame,
            human,
            document.labels.values(),
            document.clock,
            document.video.rate,
            document.author,
        )
        return _whole(ws, made, edit)

    document.carry_out(pasted)


def duplicate(ws: Workspace) -> None:
    """The selection once more, right behind it."""
    document = ws.document

    def doubled() -> tuple[Edit, set[int]]:
        human, made = document.human_track()
        frames = document.video.frames if document.video else 0
        return _whole(ws, made, batch.duplicate(document.selected, human, frames, document.author))

    document.carry_out(doubled)


def ripple_delete(ws: Workspace) -> None:
    document = ws.document
    ids = {segment.track_id for segment in document.selected}

    def closed() -> tuple[Edit, set[int]]:
        rest = [row for track_id in ids for row in reshaping.on_track(document, track_id)]
        edit = batch.ripple_delete(document.selected, document.tracks, rest, document.author)
        return reshaping.roomy(document, edit), set()

    document.carry_out(closed)


def fill_gap(ws: Workspace) -> None:
    """Takes the active edge of the selected segments to their neighbours; with none selected, the gap at the playhead
    gets the current label."""
    document = ws.document
    if document.selected:
        edges = ws.window.editing.edges
        document.carry_out(lambda: _extended(ws, edges))
        return

    def filled() -> tuple[Edit, set[int]]:
        label = document.labels.get(document.current_label_id or 0)
        if label is None or document.video is None:
            raise UserError(phrase("There is no label yet; add one in the Labels list first."))
        human, made = document.human_track()
        rows = reshaping.on_track(document, human.id)
        edit = batch.fill_gap(ws.playhead.frame, human, label, rows, document.video.frames, document.author)
        return _whole(ws, made, edit)

    document.carry_out(filled)


def _extended(ws: Workspace, edges: tuple[int, ...]) -> tuple[Edit, set[int]]:
    document = ws.document
    spans = [(s, batch.extended(s, edges, reshaping.on_track(document, s.track_id))) for s in document.selected]
    return reshaping.moves(document, spans, "Extend to neighbour")


def _whole(ws: Workspace, made: Edit, edit: Edit) -> tuple[Edit, set[int]]:
    """With the track it needs, with room made, and with what it adds selected."""
    new = {row.id for row in edit.added if isinstance(row, Segment)}
    return reshaping.roomy(ws.document, made.then(edit, edit.text)), new


def select_label(ws: Workspace) -> None:
    """Every segment of the selected segments' labels, or of the current one."""
    document = ws.document
    wanted = {segment.label_id for segment in document.selected} or {document.current_label_id or 0}
    found = (row for cell, table in document.cells.items() if cell[1] in wanted for row in table.rows)
    document.select(row.id for row in found if row.state is not State.REJECTED)


def extend_next(ws: Workspace) -> None:
    """Selects what follows in the same row as well, as Ctrl and a click do: so pieces are joined by keys alone."""
    _extend(ws, +1)


def extend_previous(ws: Workspace) -> None:
    _extend(ws, -1)


def _extend(ws: Workspace, way: int) -> None:
    document = ws.document
    last = document.selected[-1 if way > 0 else 0]
    rows = document.cells[last.track_id, last.label_id].rows
    place = rows.index(last)
    onward = rows[place + 1 :] if way > 0 else reversed(rows[:place])
    found = next((row for row in onward if row.state is not State.REJECTED), None)
    if found is None:
        ws.say(phrase("There is no other segment in this row on that side."))
        return
    document.select({*document.selection, found.id})
    ws.window.timeline.ensure_visible(found.span.start)


def cycle_edge(ws: Workspace) -> None:
    """E: the start, the end, or both of what is selected is moved by the nudging keys."""
    ws.window.editing.cycle_edge()
    ws.window.review.follow()


def nudge_back(ws: Workspace) -> None:
    ws.window.editing.nudge(-1)


def nudge_forward(ws: Workspace) -> None:
    ws.window.editing.nudge(+1)


def nudge_back_10(ws: Workspace) -> None:
    ws.window.editing.nudge(-10)


def nudge_forward_10(ws: Workspace) -> None:
    ws.window.editing.nudge(+10)


def calibrate_reaction(ws: Workspace) -> None:
    """Measures how late this person's in and out keys come while playing."""

    def measured(milliseconds: int) -> None:
        ws.change_settings(reaction_ms=milliseconds)
        if milliseconds:
            said = phrase(
                "In and out points set while playing are taken {count} ms earlier from now on.", count=milliseconds
            )
            ws.report(said)
        else:
            ws.report(phrase("In and out points are taken as they come from now on."))

    dialogs.ask_reaction(ws.settings.reaction_ms, measured, ws.window)

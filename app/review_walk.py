"""Walking through the review queue by keys: each item plays around its boundary, over and over, until it is judged."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.actions.playing import around_edge, loop_around
from app.review_presenter import ReviewPresenter
from app.words import phrase
from app.workspace import Workspace
from core.errors import UserError
from core.rows import Segment, State, TrackKind, changed, new_id, now_ms
from core.timeline.edit import Edit
from core.timeline.review_items import Item, Key

if TYPE_CHECKING:
    from app.main_window import MainWindow

_WIDEST = 40.0  # seconds of timeline in which two seconds are still seen
_AIR = 3.0  # seconds around an item


class ReviewWalk(QObject):
    """One item at a time: `item`, while `active`. Judged ones are left at once; what was only changed stays until the
    person goes on."""

    def __init__(self, ws: Workspace, window: MainWindow, panel: ReviewPresenter) -> None:
        super().__init__(window)
        self.ws, self.window, self.panel = ws, window, panel
        self.item: Item | None = None
        self._skipped: set[Key] = set()
        self._past: list[Item] = []
        self._missing: set[int] = set()  # videos that are not where they were
        self._waiting = False  # for the item's video to open, or for the queue
        self._edge = 0
        panel.view.chosen.connect(self._on_chosen)
        panel.view.left.connect(self._on_left)
        panel.changed.connect(self._on_queue)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    @property
    def active(self) -> bool:
        return self.window.reviewing

    def _on_document(self) -> None:
        self.stop()
        self._past, self._skipped, self._missing = [], set(), set()
        self.ws.document.rows_changed.connect(self._on_rows)

    # -- starting and stopping ---------------------------------------------------------------------------------------

    def start(self) -> None:
        self._set_active(True)
        self._missing = set()
        self.panel.come_up()
        if self.panel.known is None:
            self._waiting = True
            self.panel.refresh()
        else:
            self.next()

    def stop(self) -> bool:
        """False where nothing was being reviewed."""
        was, self.item, self.panel.current, self._waiting = self.active, None, None, False
        self._set_active(False)
        if was:
            self.ws.playhead.set_loop(None)
            self.ws.playhead.pause()
        return was

    def _on_left(self) -> None:
        """Escape in the list."""
        self.stop()

    def _set_active(self, on: bool) -> None:
        self.window.reviewing = on
        self.window.commands["review"].setChecked(on)
        self.window.presenter.enable()

    def _on_queue(self) -> None:
        """Computed anew: who waited for it begins."""
        if self.active and self._waiting and self.item is None:
            self._waiting = False
            self.next()

    # -- going on ----------------------------------------------------------------------------------------------------

    def next(self) -> None:
        """The most helpful item that was not passed over; once all were, they come again."""
        here = self.item
        if here is not None:
            self._skipped.add(here.key)
            self._past.append(here)
        found = self._best()
        if found is None and self._skipped:
            self._skipped = set()
            found = self._best()
        if found is None:
            self.stop()
            self.ws.report(phrase("Nothing is left to review."))
        else:
            self._go(found)

    def previous(self) -> None:
        """Back to what was judged or passed over last."""
        if self._past:
            self._skipped.discard(self._past[-1].key)
            self._go(self._past.pop())
        else:
            self.ws.say(phrase("This is the first one."))

    def _best(self) -> Item | None:
        queue = self.panel.queue
        for i, one in enumerate(queue.candidates):
            if one.key not in self._skipped and one.video_id not in self._missing:
                if self._there(one.video_id):
                    return queue[i]
                self._missing.add(one.video_id)
        return None

    def _there(self, video_id: int) -> bool:
        video = self.ws.document.videos.get(video_id)
        try:
            return video is not None and bool(self.ws.document.project.resolve(video))
        except UserError as error:
            self.ws.warn(str(error))
            return False

    def _on_chosen(self, key: Key) -> None:
        item = self.panel.item(key)
        if item is None or not self._there(item.video_id):
            return
        if not self.active:
            self._set_active(True)
        if self.item is not None and self.item.key != key:
            self._past.append(self.item)
        self._go(item)

    def _go(self, item: Item) -> None:
        self.item, self.panel.current = item, item.key
        self.panel.view.set_current(item.key)
        self.ws.visit(item.video_id, partial(self._arrived, item))

    def _arrived(self, item: Item) -> None:
        """Nothing, where another item was gone to meanwhile."""
        if item is self.item:
            self._show(item)

    def _show(self, item: Item) -> None:
        """Selected, in sight, and playing around its boundary."""
        document, timeline = self.ws.document, self.window.timeline
        self._edge = 0 if item.boundary == item.segment.span.start else 1
        self.window.editing.use_edge(self._edge)
        self.ws.marks.clear()
        if item.missed:
            document.select(())
            document.choose_label(item.segment.label_id)
            self.ws.marks.set_in(item.segment.span.start)
            self.ws.marks.set_out(item.segment.span.stop)
        else:
            self._unfold(item.segment)
            document.select({self._standing(item).id})
        self._zoom(item)
        timeline.ensure_visible(item.boundary)
        for number, _ in timeline.scene.selected.values():
            timeline.ensure_lane_visible(number)
        loop_around(self.ws, item.boundary)

    def _standing(self, item: Item) -> Segment:
        """What of the item stands there now: a copy, where it was accepted or changed before."""
        try:
            return self.ws.document.working_copy(self.ws.document.segment(item.segment.id))
        except KeyError:  # deleted meanwhile
            return item.segment

    def _unfold(self, segment: Segment) -> None:
        """A run that was folded away is shown again: one cannot judge what is not seen."""
        track = self.ws.document.tracks.get(segment.track_id)
        hidden = self.window.presenter.runs.hidden
        if track is not None and track.run_id in hidden:
            hidden.discard(track.run_id)
            self.ws.document.lists_changed.emit()

    def _zoom(self, item: Item) -> None:
        clock, scale = self.ws.playhead.clock, self.window.timeline.scene.scale
        if clock is None:
            return
        rate = clock.frames / max(1e-9, clock.seconds(clock.frames))
        if scale.last - scale.first > _WIDEST * rate and clock.frames > _WIDEST * rate:
            around = item.segment.span.union(around_edge(clock, item.boundary))
            air = round(_AIR * rate)
            first, last = max(0, around.start - air), min(clock.frames, around.stop + air)
            self.window.timeline.zoom_to(type(around)(first, last))

    # -- judging -----------------------------------------------------------------------------------------------------

    def accept(self) -> bool:
        """The item is right, as it stands now; False where the selection is something else."""
        item = self._addressed()
        if item is None:
            return False
        if item.missed:
            return self._decide(item, State.ACCEPTED)
        asked = [row for row in self.ws.document.selected if row.state in (State.PREDICTED, State.REJECTED)]
        if not asked or self.ws.document.accept(asked):
            self._judged(item)
        return True

    def reject(self) -> bool:
        item = self._addressed()
        if item is None:
            return False
        if item.missed:
            return self._decide(item, State.REJECTED)
        row = self._standing(item)
        if row.state is State.PREDICTED:
            done = self.ws.document.reject([row])
        else:  # it was moved or relabelled first: the copy goes, and the prediction was wrong
            origin = self.ws.document.segment(item.segment.id)
            copies = (row,) if row.id != origin.id else ()
            refused = changed(origin, state=State.REJECTED, author=self.ws.document.author, modified=now_ms())
            done = self.ws.document.push(Edit("Reject", (origin, *copies), (refused,)))
        if done:
            self._judged(item)
        return True

    def _addressed(self) -> Item | None:
        """The item, where what is selected is it, or what became of it."""
        document, item = self.ws.document, self.item
        if not self.active or item is None or document.video is None or document.video.id != item.video_id:
            return None
        ids = {item.segment.id}
        chosen = [row for row in document.selected if row.id in ids or row.origin_id in ids]
        return item if (item.missed and not document.selected) or chosen else None

    def _decide(self, item: Item, state: State) -> bool:
        """What no run predicted becomes a segment on the person's track: there, or not there. Its span is what the in
        and out points say by now."""
        document = self.ws.document
        human, made = document.human_track()
        span = self.ws.marks.span if state is State.ACCEPTED and self.ws.marks.span else item.segment.span
        row = changed(
            item.segment, id=new_id(), track_id=human.id, span=document.fitted(span, item.segment.label_id),
            state=state, author=document.author, modified=now_ms(),
        )  # fmt: skip
        text = "Accept" if state is State.ACCEPTED else "Reject"
        self.item = None  # what follows from the Edit is no other answer
        if document.push(made.then(Edit(text, added=(row,)), text)):
            self.ws.marks.clear()
            self._judged(item)
        else:
            self.item = item
        return True

    def _judged(self, item: Item) -> None:
        self._past.append(item)
        self.item = None
        self.panel.drop(item)
        self.next()

    # -- what is changed meanwhile -----------------------------------------------------------------------------------

    def follow(self, *_: object) -> None:
        """The loop goes with the edge that is being moved, or that E chose."""
        clock, item = self.ws.playhead.clock, self.item
        if self._addressed() is None or clock is None or item is None or item.missed:
            return
        edges = self.window.editing.edges
        self._edge = edges[0] if len(edges) == 1 else self._edge
        span = self.ws.document.selected[0].span
        self.ws.playhead.set_loop(around_edge(clock, span.stop if self._edge else span.start))

    def _on_rows(self, cells: object) -> None:
        """Nudged: the loop follows. Drawn over by hand: a maybe-missed one is answered."""
        item, document = self.item, self.ws.document
        if not self.active or item is None or document.video is None or document.video.id != item.video_id:
            return
        if not item.missed:
            if self.ws.playhead.loop is not None:
                self.follow()
            return
        people = [track.id for track in document.tracks.values() if track.kind is TrackKind.HUMAN]
        tables = (document.cells.get((track_id, item.segment.label_id)) for track_id in people)
        rows = [row for table in tables if table is not None for row in table.rows]
        if any(row.span.iou(item.segment.span) >= 0.5 for row in rows):
            self._judged(item)

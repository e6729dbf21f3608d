"""Tracks on the timeline: which one is labelled on, their order, names, and how they are folded and packed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from app import dialogs, reshaping, view_memory
from app.words import phrase
from app.workspace import Workspace
from core.errors import UserError
from core.rows import Track, TrackKind
from core.timeline import tracks
from core.timeline.edit import Edit

if TYPE_CHECKING:
    from app.main_window import MainWindow


class TrackPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self.arrangement = view_memory.Arrangement()
        timeline = window.timeline
        timeline.track_chosen.connect(self.choose)
        timeline.tracks_reordered.connect(self._on_reordered)
        timeline.track_menu_requested.connect(self._menu)
        timeline.folded_changed.connect(self._on_folded)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        document = self.ws.document
        self.arrangement = view_memory.load(document.project.path)
        document.video_changed.connect(self._on_video)
        document.lists_changed.connect(self._show_active)
        self.window.timeline.set_folded(frozenset(self.arrangement.folded))
        self._show_packed()
        self._on_video()

    def _on_video(self) -> None:
        document = self.ws.document
        document.active_track_id = self.arrangement.active.get(document.video.id) if document.video else None
        self._show_active()

    def _show_active(self) -> None:
        document = self.ws.document
        track, made = document.human_track() if document.video else (None, Edit(""))
        self.window.timeline.set_active_track(track.id if track is not None and not made else None)

    def _show_packed(self) -> None:
        self.window.presenter.packed = frozenset(self.arrangement.packed)
        self.window.presenter.show_lanes()

    def _keep(self) -> None:
        if not self.ws.private:
            view_memory.save(self.ws.document.project.path, self.arrangement)

    # -- what people do ----------------------------------------------------------------------------------------------

    @property
    def current(self) -> list[int]:
        """The tracks of the selected segments, or the one that is labelled on. Raises UserError where there is none."""
        document = self.ws.document
        chosen = {segment.track_id for segment in document.selected}
        if chosen:
            return sorted(chosen)
        track, made = document.human_track()
        if made:
            raise UserError(phrase("There is no track yet; label something, or press {new_track} for an empty one."))
        return [track.id]

    def choose(self, track_id: int) -> None:
        """New segments land on this track."""
        document = self.ws.document
        document.active_track_id = track_id
        if document.video is not None:
            self.arrangement.active[document.video.id] = track_id
            self._keep()
        self._show_active()

    def choose_next(self) -> None:
        mine = [track.id for track in self._ordered(TrackKind.HUMAN)]
        if len(mine) < 2:
            self.ws.say(phrase("This video has one track to label on; {new_track} makes another."))
            return
        track, _ = self.ws.document.human_track()
        self.choose(mine[(mine.index(track.id) + 1) % len(mine)])

    def add(self) -> None:
        document = self.ws.document
        if document.video is None:
            return
        edit = tracks.new_track(document.video.id, document.author, document.tracks.values())
        if document.push(edit):
            self.choose(edit.added[0].id)

    def rename(self, track_id: int) -> None:
        track = self.ws.document.tracks[track_id]

        def named(name: str) -> None:
            now = self.ws.document.tracks.get(track_id)
            if now is not None and name.strip() != now.name:
                self._do(lambda: tracks.rename(now, name))

        dialogs.ask_text(self.tr("Rename track"), self.tr("Name of this track"), track.name, named, self.window)

    def delete(self, track_id: int) -> None:
        document = self.ws.document
        rows = reshaping.on_track(document, track_id)
        seen = [row for row in document.reviewed.values() if row.track_id == track_id]
        self._do(lambda: tracks.delete_track(document.tracks[track_id], rows, seen))

    def move(self, track_id: int, way: int) -> None:
        order = [track.id for track in self._ordered(self.ws.document.tracks[track_id].kind)]
        if track_id not in order:  # a run that is not shown
            return
        place = order.index(track_id)
        there = max(0, min(len(order) - 1, place + way))
        order.insert(there, order.pop(place))
        self._on_reordered(order)

    def fold(self, track_ids: Iterable[int]) -> None:
        now = self.window.timeline.scene.folded
        ids = set(track_ids)
        self.window.timeline.set_folded(now - ids if ids <= now else now | ids)
        self._on_folded()

    def pack(self, track_ids: Iterable[int]) -> None:
        """Packs tracks; ones that are all packed get a row for each label again."""
        ids, now = set(track_ids), self.arrangement.packed
        self.arrangement.packed = now - ids if ids <= now else now | ids
        self._keep()
        self._show_packed()

    def _do(self, make: Callable[[], Edit]) -> None:
        document = self.ws.document
        document.carry_out(lambda: (make(), set(document.selection)))

    def _ordered(self, kind: TrackKind) -> list[Track]:
        """As the timeline shows them."""
        shown = {lane.track.id: lane.track for lane in self.window.timeline.scene.lanes}
        return [track for track in shown.values() if track.kind is kind and track.id in self.ws.document.tracks]

    def _on_reordered(self, order: Sequence[int]) -> None:
        known = self.ws.document.tracks
        self.ws.document.push(tracks.reorder([known[i] for i in order if i in known]))

    def _on_folded(self) -> None:
        self.arrangement.folded = set(self.window.timeline.scene.folded)
        self._keep()

    # -- the menu of a heading ---------------------------------------------------------------------------------------

    def _menu(self, track_id: int, at: QPoint) -> None:
        track = self.ws.document.tracks.get(track_id)
        if track is None:
            return
        menu = QMenu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        packed, folded = track_id in self.arrangement.packed, track_id in self.window.timeline.scene.folded
        if track.kind is TrackKind.HUMAN:
            menu.addAction(self.tr("Label on this track"), lambda: self.choose(track_id))
            menu.addAction(self.tr("Rename…"), lambda: self.rename(track_id))
            menu.addSeparator()
        menu.addAction(
            self.tr("A row for each label") if packed else self.tr("Pack rows"), lambda: self.pack([track_id])
        )
        menu.addAction(self.tr("Open") if folded else self.tr("Fold"), lambda: self.fold([track_id]))
        menu.addAction(self.tr("Move up"), lambda: self.move(track_id, -1))
        menu.addAction(self.tr("Move down"), lambda: self.move(track_id, +1))
        menu.addSeparator()
        menu.addAction(self.window.commands["new_track"])
        if track.kind is TrackKind.HUMAN:
            menu.addAction(self.tr("Delete track"), lambda: self.delete(track_id))
        menu.popup(at)

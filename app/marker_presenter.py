"""Markers of the open video: on the ruler, in the overview and in their list; each change is one Edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout

from app.views.askfield import ask
from app.views.marker_hands import MarkerHands
from app.views.markers import MarkersView
from app.views.timeline_notes import Flag
from app.words import phrase
from app.workspace import Workspace
from core.rows import Marker
from core.time import Clock
from core.timeline import marker_ops

if TYPE_CHECKING:
    from app.main_window import MainWindow

_COLOR = "#e0a526"


class MarkerPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self._shown: tuple[tuple[Flag, ...], Clock | None] = ((), None)
        self.hands = MarkerHands(window.timeline)
        self.hands.moved.connect(self._on_moved)
        self.hands.named.connect(self.ask_name)
        self.hands.menu_requested.connect(self._on_menu)
        self.hands.let_go.connect(ws.playback.refresh)
        self.dialog = QDialog(window, Qt.WindowType.Tool)
        self.dialog.setWindowTitle(self.tr("Markers"))
        self.view = MarkersView(self.dialog)
        QVBoxLayout(self.dialog).addWidget(self.view)
        self.view.chosen.connect(self._on_chosen)
        self.view.renamed.connect(self._on_renamed)
        self.view.deleted.connect(self.delete)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        document = self.ws.document
        for changed in (document.rows_changed, document.video_changed, document.lists_changed, document.clock_changed):
            changed.connect(self._show)
        self._show()

    @property
    def markers(self) -> list[Marker]:
        return marker_ops.in_order(self.ws.document.markers.values())

    def _show(self, *_: object) -> None:
        markers, clock = self.markers, self.ws.document.clock
        self.window.timeline.set_snap_points({"marker": [m.frame for m in markers]})
        flags = tuple(Flag(m.id, m.frame, m.text, m.color or _COLOR) for m in markers)
        if flags == self._shown[0] and clock is self._shown[1]:
            return
        self._shown = flags, clock
        self.window.timeline.scene.notes.flags = flags
        self.window.timeline.redraw()
        self.window.overview.set_markers([(flag.frame, flag.color) for flag in flags])
        self.view.set_markers(markers, clock)

    # -- changing

    def add(self) -> None:
        """At the playhead; where one stands there already, its name is asked for."""
        document, frame = self.ws.document, self.ws.playhead.frame
        there = next((m for m in self.markers if m.frame == frame), None)
        if there is not None:
            self.ask_name(there.id)
        elif document.video is not None:
            document.push(marker_ops.add_marker(document.video, frame, document.author))

    def name_nearest(self) -> None:
        markers = self.markers
        if not markers:
            self.ws.say(phrase("There is no marker yet; {add_marker} sets one at the playhead."))
            return
        self.ask_name(min(markers, key=lambda m: abs(m.frame - self.ws.playhead.frame)).id)

    def ask_name(self, marker_id: int) -> None:
        marker = self.ws.document.markers[marker_id]

        def named(text: str) -> None:
            self._on_renamed(marker_id, text)

        hint = self.tr("What is to be found here again? Enter keeps the name, Escape the old one.")
        ask(self.window, self.tr("Name of the marker"), hint, lambda _: hint, named, marker.text)

    def delete(self, ids: list[int]) -> None:
        markers = self.ws.document.markers
        self.ws.document.push(marker_ops.delete_markers(markers[i] for i in ids if i in markers))

    def _on_renamed(self, marker_id: int, text: str) -> None:
        marker = self.ws.document.markers.get(marker_id)
        if marker is not None:
            self.ws.document.push(marker_ops.rename_marker(marker, text))

    def _on_moved(self, marker_id: int, frame: int) -> None:
        marker = self.ws.document.markers.get(marker_id)
        if marker is not None:
            self.ws.document.push(marker_ops.move_marker(marker, frame))

    def _on_menu(self, marker_id: int, at: QPoint) -> None:
        menu = QMenu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Name…")).triggered.connect(lambda: self.ask_name(marker_id))
        menu.addAction(self.tr("Delete marker")).triggered.connect(lambda: self.delete([marker_id]))
        menu.addSeparator()
        menu.addAction(self.window.commands["list_markers"])
        menu.popup(at)

    # -- going

    def go(self, way: int) -> None:
        found = marker_ops.next_marker(self.markers, self.ws.playhead.frame, way)
        if found is None:
            on, back = phrase("There is no marker further on."), phrase("There is no marker further back.")
            self.ws.say(on if way > 0 else back)
        else:
            self._on_chosen(found.id)

    def _on_chosen(self, marker_id: int) -> None:
        frame = self.ws.document.markers[marker_id].frame
        self.ws.playhead.seek(frame)
        self.window.timeline.ensure_visible(frame)

    def open_list(self) -> None:
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.view.list.setFocus()

"""Keeps the views true to the Workspace, and brings what people do in them back to it.

Views get values and tell wishes; here is where both sides are known. Nothing here decides what an Edit is.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from app import theme
from app.actions.editing import use_label
from app.actions.table import ACTIONS
from app.document import Cell
from app.edit_words import edit_text
from app.keymap import all_keys, holders
from app.lanes import Curve, Shown, lanes
from app.packing import Memory as Packs
from app.runs_presenter import RunsPresenter
from app.told_words import told
from app.views.timeline import Lane
from app.views.timeline_ghosts import Ghost
from app.words import action_text, translate, undo_text
from app.workspace import Workspace
from core.decode import DecodeSettings
from core.rows import Label, Segment, State, Track
from core.time import Clock, Span
from core.timeline.query import SegmentTable
from core.video.info import VideoInfo

if TYPE_CHECKING:
    from app.main_window import MainWindow


def badge(info: VideoInfo) -> str:
    """What a video is, in one line; problems are spelled out in its tooltip."""
    rate = f"{float(info.fps):.4g} fps" + (translate("Presenter", " variable") if info.variable_frame_rate else "")
    parts = [info.codec.upper(), f"{info.width}×{info.height}", rate]
    if info.frames_verified:
        parts.append(translate("Presenter", "every frame checked"))
    if info.problems:
        several = translate("Presenter", "⚠ {count} problems").format(count=len(info.problems))
        parts.append(translate("Presenter", "⚠ 1 problem") if len(info.problems) == 1 else several)
    return " · ".join(parts)


class Presenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        ws.window = window
        self._label_keys: list[QShortcut] = []
        self._cells: dict[Cell, int] = {}
        self._curves: dict[tuple[int, str], Curve | None] = {}
        self._packs: Packs = {}
        self.packed: frozenset[int] = frozenset()  # tracks in as few rows as fit
        self.held: frozenset[int] = frozenset()  # labels whose keys are held
        self._ghosts: list[Ghost] = []
        self.runs = RunsPresenter(ws, window)
        self.runs.previewed.connect(self._on_previewed)
        self._wire_playing()
        self._wire_timeline()
        ws.document_opened.connect(self._on_document)
        ws.scores_ready.connect(self._on_scores)
        ws.facts_known.connect(self._on_facts)
        self._on_document()

    # -- a document --------------------------------------------------------------------------------------------------

    def _on_document(self) -> None:
        document = self.ws.document
        document.rows_changed.connect(self._on_rows)
        document.lists_changed.connect(self._on_lists)
        document.video_changed.connect(self._on_video)
        document.clock_changed.connect(self._on_clock)
        document.selection_changed.connect(self._on_selection)
        document.undo_changed.connect(self._on_undo)
        self._on_lists()
        self._on_video()
        self._on_undo()

    def _on_lists(self) -> None:
        self.show_lanes()
        self._make_label_keys()
        self.enable()

    def _on_video(self) -> None:
        document, window = self.ws.document, self.window
        video = document.video
        name = Path(video.path).name if video else ""
        window.show_title(document.project.path, name)
        window.timeline.set_video(document.clock)
        self._curves.clear()
        if video is None:
            window.player.set_video(None)
        else:
            window.player.show_loading(name)
        self.show_lanes()
        self._on_selection()

    def _on_clock(self) -> None:
        self.window.timeline.set_video(self.ws.document.clock)

    def _on_facts(self, info: VideoInfo) -> None:
        self.window.player.set_badge(badge(info), "\n".join(map(told, info.problems)))

    def _on_undo(self) -> None:
        project = self.ws.document.project
        for name, text in (("undo", project.undo_text()), ("redo", project.redo_text())):
            action = self.window.commands[name]
            action.setEnabled(text is not None)
            action.setText(undo_text(name, edit_text(text)) if text else action_text(name.capitalize()))

    # -- timeline ----------------------------------------------------------------------------------------------------

    def _wire_timeline(self) -> None:
        timeline = self.window.timeline
        timeline.set_snap(self.ws.settings.snap)
        timeline.seek_requested.connect(self.ws.playhead.seek)
        timeline.span_drawn.connect(self._on_drawn)
        timeline.segment_changed.connect(self._on_reshaped)
        timeline.edge_previewed.connect(self.ws.playback.preview)
        timeline.selection_changed.connect(self.ws.select)
        timeline.activated.connect(self._on_activated)
        timeline.menu_requested.connect(self.window.segment_menu)
        self.ws.marks.changed.connect(self._on_marks)

    def _shown(self) -> Shown:
        document, ws, window = self.ws.document, self.ws, self.window
        return Shown(
            document.tracks,
            document.labels,
            document.cells,
            ws.scores,
            ws.decoding,
            self._curves,
            packed=self.packed,
            drawn=self.held,
            also={ghost.track_id: {g.label_id for g in self._ghosts} for ghost in self._ghosts[:1]},
            packs=self._packs,
            faint=window.filtering.faint if window.filtering.on else None,
            wanted=window.filtering.wanted,
        )

    def show_lanes(self) -> None:
        """Lays all rows out anew."""
        shown = lanes(self._shown(), self.ws.document, self.runs.hidden)
        self._cells = {(one.track.id, one.label.id): i for i, one in enumerate(shown) if one.palette is None}
        self.window.timeline.set_lanes(shown)
        self.window.timeline.set_selection(set(self.ws.document.selection))

    def set_ghosts(self, ghosts: list[Ghost]) -> None:
        """What the newest version of a network changed on the open video, all on one track."""
        if ghosts != self._ghosts:
            self._ghosts = ghosts
            self.window.timeline.scene.ghosts = ghosts
            self.show_lanes()
            self.window.timeline.redraw()

    def _on_rows(self, cells: set[Cell]) -> None:
        """Repaints the rows an Edit touched; only when one comes or goes are all laid out anew."""
        document, shown = self.ws.document, self._shown()
        if all(cell in self._cells and cell in document.cells for cell in cells):
            for cell in cells:
                lane = shown.lane(document.tracks[cell[0]], document.labels[cell[1]])
                self.window.timeline.set_lane(self._cells[cell], lane)
        else:
            self.show_lanes()
        self._show_labels_at_playhead()
        self._on_selection()

    def _on_scores(self, run_id: int) -> None:
        self.show_lanes()

    def _on_previewed(self, track: Track, tables: dict[Label, SegmentTable], settings: DecodeSettings) -> None:
        """Rows of a run while its sliders move; the stored ones come back with the Edit."""
        shown = self._shown()
        cells = {cell: table for cell, table in shown.cells.items() if cell[0] != track.id}
        cells.update({(track.id, label.id): table for label, table in tables.items()})
        moving = replace(
            shown,
            labels={**shown.labels, **{label.id: label for label in tables}},
            cells=cells,
            settings={**shown.settings, track.run_id or 0: settings},
        )
        rows = lanes(moving, self.ws.document, self.runs.hidden)
        self._cells = {}
        self.window.timeline.set_lanes(rows)

    def _on_drawn(self, drawn_in: Lane, span: Span) -> None:
        self.ws.document.add_segment(span, drawn_in.label.id)
        self.ws.playback.refresh()

    def _on_reshaped(self, segment: Segment, span: Span) -> None:
        moved = len(span) == len(segment.span)
        self.ws.document.change([segment], "Move" if moved else "Trim", span=span)
        self.ws.playback.refresh()

    def _on_activated(self, segment: Segment) -> None:
        self.ws.playhead.seek(segment.span.start)

    def _on_marks(self) -> None:
        self.window.timeline.set_in_out(self.ws.marks.start, self.ws.marks.stop)
        self.enable()

    def _on_selection(self) -> None:
        self.window.timeline.set_selection(set(self.ws.document.selection), self.ws.document.selected)
        self.enable()

    # -- playing -----------------------------------------------------------------------------------------------------

    def _wire_playing(self) -> None:
        ws, player = self.ws, self.window.player
        ws.playhead.frame_changed.connect(self._on_frame)
        ws.playhead.playing_changed.connect(player.set_playing)
        ws.playhead.playing_changed.connect(self.window.timeline.set_playing)
        ws.playhead.speed_changed.connect(player.set_speed)
        ws.playhead.loop_changed.connect(self._on_loop)
        ws.playback.opened.connect(self._on_opened)
        ws.playback.image_ready.connect(player.show_image)
        ws.playback.room = player.stage.room
        ws.playback.rough_ready.connect(player.show_rough)
        ws.playback.failed.connect(player.show_error)
        player.frame_entered.connect(ws.playhead.seek)
        player.time_entered.connect(self._on_time_entered)
        player.speed_chosen.connect(ws.playhead.set_speed)
        player.files_dropped.connect(self.files_dropped)
        player.open_requested.connect(self.window.commands["add_videos"].trigger)

    def _on_opened(self, info: VideoInfo, index: Clock) -> None:
        player = self.window.player
        player.set_aspect(info.pixel_aspect, (info.width, info.height))
        if player.stage.image is None:
            player.set_video(index, info.path.name)
        else:  # the same file once more, with a better index
            player.set_clock(index)
        self._on_facts(info)

    def _on_frame(self, frame: int) -> None:
        self.window.player.set_frame(frame)
        self.window.timeline.set_playhead(frame)
        self._show_labels_at_playhead()

    def _show_labels_at_playhead(self) -> None:
        document = self.ws.document
        here = {s.label_id: None for s in document.segments_at(self.ws.playhead.frame)}
        self.window.player.set_labels([(document.labels[i].name, document.labels[i].color) for i in here])

    def _on_loop(self, loop: Span | None) -> None:
        self.window.commands["loop"].setChecked(loop is not None)

    def _on_time_entered(self, seconds: float) -> None:
        if self.ws.document.clock is not None:
            self.ws.playhead.seek(self.ws.document.clock.frame_at(seconds))

    def files_dropped(self, names: list[str]) -> None:
        """A project opens; anything else is added as video."""
        paths = [Path(name) for name in names]
        projects = [path for path in paths if path.suffix == ".reelmark"]
        if projects:
            self.ws.open_project(projects[0])
        else:
            self.ws.add_videos(paths)

    # -- what is possible now ----------------------------------------------------------------------------------------

    def enable(self) -> None:
        document = self.ws.document
        chosen = document.selected
        there = {
            "": True,
            "video": document.video is not None,
            "selection": bool(chosen),
            "several": len(chosen) > 1,
            "prediction": self.window.reviewing or any(s.state is State.PREDICTED for s in chosen),
            "range": self.ws.marks.span is not None,
        }
        for spec in ACTIONS:
            if spec.name not in ("undo", "redo"):
                self.window.commands[spec.name].setEnabled(there[spec.needs])

    def _make_label_keys(self) -> None:
        for shortcut in self._label_keys:
            shortcut.setEnabled(False)  # it lives on until the event loop, and two of one key are ambiguous
            shortcut.deleteLater()
        self._label_keys = []
        taken = all_keys(self.ws.settings.keys)
        for label in self.ws.document.labels.values():
            if label.key and not holders(label.key, taken):
                shortcut = QShortcut(QKeySequence(label.key), self.window)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(lambda i=label.id: self.window.holding.press(i))
                self._label_keys.append(shortcut)

    def label_actions(self) -> list[QAction]:
        """One action a label, that gives it to what is selected."""
        made = []
        for label in self.ws.document.labels.values():
            action = QAction(theme.swatch(label.color), label.name, self.window)
            action.triggered.connect(lambda _=False, i=label.id: use_label(self.ws, i))
            made.append(action)
        return made

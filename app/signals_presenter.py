"""Keeps the signal lanes under the timeline true to the Workspace: what each is computed from, jobs, and settings.

A lane's signal is looked for in the cache at once, beside whatever runs; what must be computed from the whole video
becomes a job of its own with progress, and is cancelled when another video is shown.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from app import lane_memory
from app.jobs import Job
from app.signal_lanes import LANES, lane
from app.signal_lanes.fetch import Ready, computed, considerate, known
from app.signal_lanes.lane import Ask, SignalLane, Source
from app.signals_menu import lane_menu
from app.told_words import told
from app.views.signal_rows import SignalRow
from app.views.signal_view import SignalLanesView
from app.words import key_of, patterned, phrase, translate
from app.workspace import Workspace
from core.errors import UserError
from core.peaks import NONE, Peaks

if TYPE_CHECKING:
    from app.main_window import MainWindow

LIMITS = (0.02, 0.95)
SAYS = (  # of any lane
    "One moment …",
    "Stopped: hide and show the lane to try again",
    "This failed: hide and show the lane to try again",
)
_WAIT, _STOPPED, _FAILED = SAYS
_LEAST_PLAYER = 220  # pixels that are left to it when room is made for lanes


@dataclass
class _Held:
    """Of one lane: what was asked for last, and what is there."""

    source: Source | None = None
    found: Ready | str = _WAIT
    job: Job | None = None


def lane_text(one: SignalLane, said: str) -> str:
    """What a lane says, in the language of the window and with the keys as they are now."""
    text = patterned("lanes", (*SAYS, *one.says), said)
    text = told(said) if text == said else text
    return text.replace("{analyze}", key_of("analyze"))


class SignalsPresenter(QObject):
    """Signals: peaks_changed(int64 frames) when other peaks are shown than before."""

    peaks_changed = Signal(object)

    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self.view = SignalLanesView(window.timeline)
        self.lanes = lane_memory.read(ws.settings.lanes)
        self._held: dict[str, _Held] = {}
        self._told = np.zeros(0, np.int64)
        self._busy = threading.Event()  # the video plays
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self.view.arranged.connect(self._on_arranged)
        self.view.hide_requested.connect(self.hide)
        self.view.limit_changed.connect(self.change_limit)
        self.view.menu_requested.connect(self._on_menu)
        ws.playhead.frame_changed.connect(self.view.set_playhead)
        ws.playhead.playing_changed.connect(self._on_playing)
        ws.marks.changed.connect(self.view.update)
        ws.scores_ready.connect(self._soon)
        ws.runner.ended.connect(self._on_ended)
        ws.document_opened.connect(self._on_document)
        window.runs.run_chosen.connect(self._soon)
        self._check()
        self._on_document()

    def _on_document(self) -> None:
        document = self.ws.document
        document.video_changed.connect(self._on_video)
        document.clock_changed.connect(self._on_clock)
        document.lists_changed.connect(self._soon)
        document.rows_changed.connect(self._soon)
        self._on_video()

    def _on_video(self) -> None:
        for held in self._held.values():
            if held.job is not None:
                held.job.cancel()
        self._held.clear()
        self.refresh()

    def _on_clock(self) -> None:
        """Another number of frames empties what others were told of the peaks."""
        self._told = np.zeros(0, np.int64)
        self._soon()

    def _on_playing(self, playing: bool) -> None:
        (self._busy.set if playing else self._busy.clear)()

    def _soon(self, *_: object) -> None:
        """Once, however many things change now."""
        if self.shown:
            self._later.start()

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def shown(self) -> bool:
        return self.ws.settings.show_lanes

    @property
    def visible(self) -> list[SignalLane]:
        return [lane(kept.name) for kept in self.lanes if kept.shown] if self.shown else []

    def refresh(self) -> None:
        """Asks every visible lane what it depends on now, and gets what is not there."""
        ask = self._ask()
        visible = self.visible if ask is not None else []
        for name in self._held.keys() - {one.name for one in visible}:
            held = self._held.pop(name)
            if held.job is not None:
                held.job.cancel()
        for one in visible:
            assert ask is not None
            self._want(one, one.source(ask))
        heights = {kept.name: kept.height for kept in self.lanes}
        self.view.set_rows([self._row(one, heights[one.name]) for one in visible])
        self._tell_peaks()

    def _ask(self) -> Ask | None:
        document, ws = self.ws.document, self.ws
        video = document.video
        if video is None or not self.shown:
            return None
        try:
            path = document.project.resolve(video)
        except UserError:  # told where the video is opened
            path = None
        label = document.labels.get(document.current_label_id or 0)
        shown = {i for i, track in document.tracks.items() if track.run_id not in self.window.presenter.runs.hidden}
        return Ask(
            video,
            path,
            tuple(sorted(document.runs.values(), key=lambda run: run.id, reverse=True)),
            dict(ws.scores),
            self.window.runs.current,
            label.name if label is not None else "",
            {row.name: row.color for row in document.labels.values()},
            {cell: table for cell, table in document.cells.items() if cell[0] in shown},
        )

    def _want(self, one: SignalLane, source: Source | str) -> None:
        held = self._held.setdefault(one.name, _Held())
        if isinstance(source, str):
            if held.job is not None:
                held.job.cancel()
            self._held[one.name] = _Held(found=source)
            return
        same = held.source is not None and held.source.key == source.key
        held.source = source  # colours may have changed
        if same:
            return
        if held.job is not None:
            held.job.cancel()
        then = partial(self._on_known, one, source)
        held.job = self.ws.start(translate("lanes", one.title), known(one, source), then, urgent=True, quiet=True)

    def _on_known(self, one: SignalLane, source: Source, found: Ready | str | None) -> None:
        held = self._held.get(one.name)
        if held is None or held.source is None or held.source.key != source.key:
            return
        if found is None:
            title = phrase("{lane} of {video}", lane=translate("lanes", one.title), video=self._name())
            task = considerate(computed(one, source), self._busy.is_set)
            held.job = self.ws.start(title, task, partial(self._on_known, one, source))
            held.found = _WAIT
        else:
            held.found = found
        self._show(one)

    def _on_ended(self, job: Job) -> None:
        """After `_on_known`; here come those that were stopped, or failed."""
        for name, held in self._held.items():
            if held.job is job:
                held.job = None
                if job.was_cancelled or job.error is not None:
                    held.found = _STOPPED if job.was_cancelled else _FAILED
                    self._show(lane(name))

    def _name(self) -> str:
        video = self.ws.document.video
        return "" if video is None else video.path.rsplit("/", 1)[-1]

    def _row(self, one: SignalLane, height: int = 0) -> SignalRow:
        held = self._held[one.name]
        limit = self.ws.settings.peak_prominence if one.peaks else None
        title = translate("lanes", one.title)
        note = lane_text(one, held.source.note) if held.source is not None else ""
        if isinstance(held.found, str):
            return SignalRow(one.name, title, one.look, height, note, lane_text(one, held.found), limit=limit)
        found, colors = held.found, held.source.colors if held.source is not None else ()
        peaks = found.peaks.above(limit) if limit is not None else np.zeros(0, np.int64)
        return SignalRow(
            one.name, title, one.look, height, note, "", found.channels, colors, found.levels,
            found.ceiling, peaks, limit,
        )  # fmt: skip

    def _show(self, one: SignalLane) -> None:
        self.view.set_row(self._row(one))
        self._tell_peaks()

    # -- showing, hiding, arranging ----------------------------------------------------------------------------------

    def show_area(self, on: bool) -> None:
        self.ws.change_settings(show_lanes=on)
        if on and not any(kept.shown for kept in self.lanes):
            self.lanes = lane_memory.read(())
        self._changed()

    def show_lane(self, name: str, on: bool) -> None:
        """A lane that is shown shows the area as well."""
        self.lanes = lane_memory.switched(self.lanes, name, on)
        if on:
            self.ws.change_settings(show_lanes=True)
        self._changed()

    def toggle_lane(self, name: str) -> None:
        self.show_lane(name, name not in {one.name for one in self.visible})

    def hide(self, name: str) -> None:
        self.show_lane(name, False)

    def set_height(self, name: str, height: int) -> None:
        """Of one lane, or of all (`name` empty)."""
        self._on_arranged([(row.name, height if name in ("", row.name) else row.height) for row in self.view.rows])
        self.refresh()

    def move(self, name: str, by: int) -> None:
        order = [(row.name, row.height) for row in self.view.rows]
        at = [row.name for row in self.view.rows].index(name)
        goal = max(0, min(len(order) - 1, at + by))
        order.insert(goal, order.pop(at))
        self._on_arranged(order)
        self.refresh()

    def _on_arranged(self, order: list[tuple[str, int]]) -> None:
        self.lanes = lane_memory.arranged(self.lanes, order)
        self.ws.change_settings(lanes=lane_memory.write(self.lanes))

    def _changed(self) -> None:
        self.ws.change_settings(lanes=lane_memory.write(self.lanes))
        self._check()
        self.refresh()
        self._make_room()

    def _check(self) -> None:
        visible = {one.name for one in self.visible}
        self.window.commands["signal_lanes"].setChecked(self.shown)
        for one in LANES:
            self.window.commands[f"lane_{one.name}"].setChecked(one.name in visible)

    def _make_room(self) -> None:
        """Takes from the player what the lanes need and the timeline does not have."""
        timeline, middle = self.window.timeline, self.window.middle
        there = self.view.height() if self.view.isVisible() else 0
        lacking = self.view.sizeHint().height() - there
        sizes = middle.sizes()
        parts = [middle.widget(i) for i in range(middle.count())]
        part = next((i for i, one in enumerate(parts) if one and (one is timeline or one.isAncestorOf(timeline))), 0)
        if part > 0 and lacking > 0 and self.view.rows:
            taken = max(0, min(lacking, sizes[part - 1] - _LEAST_PLAYER))
            sizes[part - 1] -= taken
            sizes[part] += taken
            middle.setSizes(sizes)

    def _on_menu(self, name: str | None, at: QPoint) -> None:
        lane_menu(self, name).popup(at)

    # -- peaks -------------------------------------------------------------------------------------------------------

    @property
    def peaks(self) -> Peaks:
        """Of the first visible lane that has any."""
        for one in self.visible:
            held = self._held.get(one.name)
            if one.peaks and held is not None and isinstance(held.found, Ready):
                return held.found.peaks
        return NONE

    @property
    def limit(self) -> float:
        return self.ws.settings.peak_prominence

    def change_limit(self, by: float) -> None:
        least, most = LIMITS
        self.ws.change_settings(peak_prominence=round(max(least, min(most, self.limit + by)), 2))
        self.refresh()

    def _tell_peaks(self) -> None:
        now = self.peaks.above(self.limit)
        if not np.array_equal(now, self._told):
            self._told = now
            self.window.timeline.set_snap_points({"surprise peak": now})
            self.peaks_changed.emit(now)

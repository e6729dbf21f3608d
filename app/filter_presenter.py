"""The filter by who made a segment: what it leaves out stays on the timeline, but faint, and is passed over by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from app.views.filter_bar import FilterBar
from app.words import translate
from app.workspace import Workspace
from core.rows import State, Track, TrackKind
from core.timeline.provenance import By, Wanted, makers, matching
from core.timeline.query import SegmentTable

if TYPE_CHECKING:
    from app.main_window import MainWindow

_KEPT = 512  # tables


class FilterPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow, bar: FilterBar) -> None:
        super().__init__(window)
        self.ws, self.window, self.bar = ws, window, bar
        self.wanted = Wanted()
        self._made: dict[int, str] = {}  # run id → who it is
        self._masks: dict[int, tuple[SegmentTable, np.ndarray]] = {}  # by the identity of a table that is held here
        self._runs: dict[int, tuple[SegmentTable, dict[int, int]]] = {}  # of a run's table: its rows' ids → run id
        self._origins: dict[int, int] = {}
        bar.wanted.connect(self.want)
        bar.select_requested.connect(self.select)
        bar.left.connect(self.close)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    @property
    def on(self) -> bool:
        return self.wanted.by is not By.ALL

    def _on_document(self) -> None:
        document = self.ws.document
        self.wanted = Wanted()
        self.bar.hide()
        self.window.commands["filter_made"].setChecked(False)
        document.lists_changed.connect(self._offer)
        document.video_changed.connect(self._offer)
        document.rows_changed.connect(self._count)

    # -- the bar

    def toggle(self) -> None:
        if self.bar.isHidden():
            self.bar.show()
            self._offer()
            self.bar.choice.setFocus()
            self.window.commands["filter_made"].setChecked(True)
        else:
            self.close()

    def close(self) -> None:
        self.bar.hide()
        self.window.commands["filter_made"].setChecked(False)
        self.want(Wanted())
        self.window.timeline.setFocus()

    def want(self, wanted: Wanted) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self._masks.clear()
            self._learn()
            self.window.presenter.show_lanes()
        self._offer()

    def _offer(self, *_: object) -> None:
        """What there is to choose from in this video."""
        if self.bar.isHidden():
            return
        document = self.ws.document
        self._learn()
        networks = dict.fromkeys(self._made.values())
        people = {row.author for table in document.cells.values() for row in table.rows} - {""}
        choices = [(_text(Wanted(by)), Wanted(by)) for by in (By.ALL, By.PEOPLE, By.NETWORKS)]
        choices += [(name, Wanted(By.MAKER, name)) for name in networks]
        choices += [(_text(Wanted(By.PERSON, name)), Wanted(By.PERSON, name)) for name in sorted(people)]
        choices += [(_text(Wanted(By.STATE, state)), Wanted(By.STATE, state)) for state in State]
        if self.wanted not in [one for _, one in choices]:
            choices.append((_text(self.wanted), self.wanted))
        self.bar.set_choices(choices, self.wanted)
        self._count()

    def _count(self, *_: object) -> None:
        if self.bar.isHidden():
            return
        tables = [(self.ws.document.tracks[cell[0]], table) for cell, table in self.ws.document.cells.items()]
        shown = sum(int((~self.faint(track, table)).sum()) if self.on else len(table) for track, table in tables)
        self.bar.set_count(shown, sum(len(table) for _, table in tables))

    # -- what is faint

    def _learn(self) -> None:
        document = self.ws.document
        made = makers(document.runs.values(), document.project.checkpoints())
        if made != self._made:
            self._made = made
            self._masks.clear()

    def _run_of(self, origin_id: int) -> int | None:
        return self._origins.get(origin_id)

    def _find_origins(self) -> None:
        """Whose predictions there are; only tables that changed are gone over."""
        document = self.ws.document
        runs = {t.id: t.run_id for t in document.tracks.values() if t.kind is TrackKind.RUN and t.run_id is not None}
        tables = {id(table): (table, runs[cell[0]]) for cell, table in document.cells.items() if cell[0] in runs}
        if tables.keys() == self._runs.keys():
            return
        self._runs = {
            key: self._runs.get(key) or (table, {row.id: run_id for row in table.rows})
            for key, (table, run_id) in tables.items()
        }
        self._origins = {}
        for _, ids in self._runs.values():
            self._origins.update(ids)

    def faint(self, track: Track, table: SegmentTable) -> np.ndarray:
        """bool [n]: the rows that the filter leaves out."""
        kept = self._masks.get(id(table))
        if kept is None:
            if self.wanted.by is By.MAKER and track.kind is TrackKind.HUMAN:
                self._find_origins()
            if len(self._masks) >= _KEPT:
                self._masks.clear()
            kept = self._masks[id(table)] = table, ~matching(table, track, self.wanted, self._made, self._run_of)
        return kept[1]

    def ids(self) -> list[int]:
        """All segments of the video that the filter shows."""
        document = self.ws.document
        if not self.on:
            return [row.id for table in document.cells.values() for row in table.rows]
        pairs = ((table, ~self.faint(document.tracks[cell[0]], table)) for cell, table in document.cells.items())
        return [table.rows[i].id for table, shown in pairs for i in np.flatnonzero(shown).tolist()]

    def select(self) -> None:
        self.ws.document.select(self.ids())
        self.window.timeline.setFocus()


def _text(wanted: Wanted) -> str:
    if wanted.by is By.PERSON:
        return translate("FilterBar", "Touched by {name}").format(name=wanted.name)
    if wanted.by is By.STATE:
        return {
            State.PREDICTED: translate("FilterBar", "Not judged yet"),
            State.ACCEPTED: translate("FilterBar", "Accepted"),
            State.CORRECTED: translate("FilterBar", "Corrected"),
            State.HUMAN: translate("FilterBar", "Drawn by hand"),
            State.REJECTED: translate("FilterBar", "Rejected"),
        }[State(wanted.name)]
    return {
        By.ALL: translate("FilterBar", "Everything"),
        By.PEOPLE: translate("FilterBar", "Made by people"),
        By.NETWORKS: translate("FilterBar", "Made by networks"),
        By.MAKER: wanted.name,
    }[wanted.by]

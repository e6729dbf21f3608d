"""The runs of the open video: which are shown, and the sliders that turn their cached scores into segments anew.

While a slider moves, the run's rows are repainted from fresh decoding and nothing is stored; letting go makes one Edit.
"""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from app import tasks
from app.workspace import Workspace
from core.decode import DecodeSettings, Found
from core.rows import Label, Run, Segment, State, Track, changed
from core.timeline import ops
from core.timeline.edit import Edit
from core.timeline.query import SegmentTable

if TYPE_CHECKING:
    from app.main_window import MainWindow

Redecoded = tuple[Run, Track, list[Label], list[Segment], tuple[Found, ...]]

_GONE = str(
    QT_TRANSLATE_NOOP(
        "RunsPresenter", "The scores of this run are not cached any more; analyse the video again to move its sliders."
    )
)


class RunsPresenter(QObject):
    """Signals: previewed(track, {label: table}, settings) with what a run would hold under the sliders' settings;
    decoded(run id, what was found) likewise, before people's judgements."""

    previewed = Signal(object, object, object)
    decoded = Signal(object, object)

    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.view = ws, window.runs
        self.hidden: set[int] = set()  # runs folded away in this sitting; their segments stay
        self.view.run_chosen.connect(self._show_settings)
        self.view.settings_changed.connect(self._on_moving)
        self.view.settings_committed.connect(self._on_let_go)
        self.view.visibility_changed.connect(self._on_visibility)
        self.view.accept_all_requested.connect(self._on_accept_all)
        self.view.remove_requested.connect(self._on_remove)
        ws.scores_ready.connect(self._on_scores)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        document = self.ws.document
        document.lists_changed.connect(self._show_runs)
        document.video_changed.connect(self._show_runs)
        document.rows_changed.connect(self._on_rows)
        self._show_runs()

    def _on_rows(self, cells: object) -> None:
        self._show_runs()

    def _show_runs(self) -> None:
        document = self.ws.document
        by_track = {track.run_id: track.id for track in document.tracks.values() if track.run_id is not None}
        counts: dict[int, int] = defaultdict(int)
        for (track_id, _), table in document.cells.items():
            for run_id, its_track in by_track.items():
                if its_track == track_id:
                    counts[run_id] += len(table)
        newest_first = sorted(document.runs.values(), key=lambda run: run.id, reverse=True)
        shown = [run.id for run in newest_first if run.id not in self.hidden]
        self.view.set_video_open(document.video is not None)
        names = {track.run_id: track.name for track in document.tracks.values() if track.run_id is not None}
        self.view.set_runs(newest_first, counts, shown, names)
        if self.view.current is not None:
            self._show_settings(self.view.current)

    def _show_settings(self, run_id: int) -> None:
        run = self.ws.document.runs.get(run_id)
        if run is not None:
            self.view.set_settings(json.loads(run.settings), "" if run_id in self.ws.scores else self.tr(_GONE))

    def _on_scores(self, run_id: int) -> None:
        if run_id == self.view.current:
            self._show_settings(run_id)

    # -- sliders -----------------------------------------------------------------------------------------------------

    def _redecoded(self, run_id: int, values: Mapping[str, Any]) -> Redecoded | None:
        """What the run would be: its row, its track, labels that are new, its segments with people's judgements kept,
        and what they come from."""
        document = self.ws.document
        run, video, signal = document.runs.get(run_id), document.video, self.ws.scores.get(run_id)
        track = next((t for t in document.tracks.values() if t.run_id == run_id), None)
        if run is None or video is None or signal is None or track is None:
            return None
        settings = DecodeSettings.read(values)
        settings = dataclasses.replace(settings, low=min(settings.low, settings.threshold))
        analysis = tasks.redecode(signal, settings, run, video)
        labels = {label.name: label for label in document.labels.values()}
        new = tasks.new_labels(dict.fromkeys(f.label for f in analysis.found if f.label not in labels), labels.values())
        labels |= {label.name: label for label in new}
        found = [(labels[f.label].id, f.span, f.score) for f in analysis.found]
        present = [row for cell, table in document.cells.items() if cell[0] == track.id for row in table.rows]
        row = changed(run, settings=json.dumps({**json.loads(run.settings), **dataclasses.asdict(settings)}))
        return row, track, list(new), ops.redecoded(track, present, found), analysis.found

    def _on_moving(self, run_id: int, values: Mapping[str, Any]) -> None:
        made = self._redecoded(run_id, values)
        if made is None:
            return
        run, track, new, segments, found = made
        labels = {**self.ws.document.labels, **{label.id: label for label in new}}
        grouped: dict[int, list[Segment]] = defaultdict(list)
        for segment in segments:
            grouped[segment.label_id].append(segment)
        tables = {labels[i]: SegmentTable.of(rows) for i, rows in grouped.items()}
        self.view.set_found(len(segments))
        self.previewed.emit(track, tables, DecodeSettings.read(json.loads(run.settings)))
        self.decoded.emit(run_id, found)

    def store(self, run_id: int, settings: DecodeSettings) -> None:
        """What the run holds under other settings, as one Edit."""
        self._on_let_go(run_id, dataclasses.asdict(settings))

    def _on_let_go(self, run_id: int, values: Mapping[str, Any]) -> None:
        made = self._redecoded(run_id, values)
        if made is None:
            return
        run, track, new, segments, _ = made
        document = self.ws.document
        old = tuple(row for cell, table in document.cells.items() if cell[0] == track.id for row in table.rows)
        stay = set(old) & set(segments)
        edit = Edit(
            "Change threshold",
            removed=(*(row for row in old if row not in stay), document.runs[run_id]),
            added=(*new, run, *(row for row in segments if row not in stay)),
        )
        if not document.push(edit):
            document.refresh(force=True)

    # -- whole runs --------------------------------------------------------------------------------------------------

    def _on_visibility(self, run_id: int, visible: bool) -> None:
        (self.hidden.discard if visible else self.hidden.add)(run_id)
        self.ws.document.lists_changed.emit()

    def _on_accept_all(self, run_id: int) -> None:
        document = self.ws.document
        tracks = {track.id for track in document.tracks.values() if track.run_id == run_id}
        document.accept(
            row
            for cell, table in document.cells.items()
            if cell[0] in tracks
            for row in table.rows
            if row.state is State.PREDICTED
        )

    def _on_remove(self, run_id: int) -> None:
        run = self.ws.document.runs[run_id]
        self.ws.document.push(Edit("Remove run", removed=(run,), added=(changed(run, hidden=True),)))

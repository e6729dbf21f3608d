"""Two tracks of the open video side by side: where they differ, and going from one such place to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from app.views.compare import CompareView
from app.words import phrase
from app.workspace import Workspace
from core.rows import State, Track, TrackKind
from core.time import Span, format_seconds
from core.timeline.disagreement import disagreements, neighbour
from core.timeline.query import SegmentTable

if TYPE_CHECKING:
    from app.main_window import MainWindow


def too_few() -> str:
    return phrase("There are no two tracks to compare; find activities ({analyze}) or label something yourself.")


class ComparePresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self._chosen: tuple[int, int] | None = None
        self._found: tuple[list[SegmentTable], np.ndarray] | None = None  # compared tables, and where they differ
        self.dialog = QDialog(window, Qt.WindowType.Tool)
        self.dialog.setWindowTitle(self.tr("Compare tracks"))
        self.view = CompareView(self.dialog)
        QVBoxLayout(self.dialog).addWidget(self.view)
        self.view.chosen.connect(self._on_chosen)
        self.view.wanted.connect(self.go)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        document = self.ws.document
        for changed in (document.lists_changed, document.video_changed, document.rows_changed):
            changed.connect(self._refresh)
        self._refresh()

    def open(self) -> None:
        self.dialog.show()
        self.dialog.raise_()
        self._refresh()

    # -- which two

    def _tracks(self) -> list[Track]:
        """People's first, then the newest runs."""
        tracks = self.ws.document.tracks.values()
        return sorted(tracks, key=lambda t: (t.kind is TrackKind.RUN, t.position, t.id if t.run_id is None else -t.id))

    @property
    def pair(self) -> tuple[Track, Track] | None:
        """The two that were chosen, while both are there; else the first person's and the newest run, or the first
        two."""
        tracks = self._tracks()
        known = {track.id: track for track in tracks}
        if self._chosen is not None and all(i in known for i in self._chosen):
            return known[self._chosen[0]], known[self._chosen[1]]
        runs = [track for track in tracks if track.kind is TrackKind.RUN]
        if len(tracks) < 2:
            return None
        return tracks[0], runs[0] if runs and runs[0] is not tracks[0] else tracks[1]

    def _on_chosen(self, one: int, other: int) -> None:
        self._chosen = (one, other)
        self._refresh()

    # -- where they differ

    def places(self) -> np.ndarray:
        """int64 [n, 2]; computed anew only when a segment of either track changed."""
        pair = self.pair
        if pair is None:
            return np.zeros((0, 2), np.int64)
        cells = self.ws.document.cells
        one, other = ([table for cell, table in cells.items() if cell[0] == track.id] for track in pair)
        tables = [*one, *other]
        known = self._found
        same = known is not None and len(known[0]) == len(tables)
        if known is None or not same or any(a is not b for a, b in zip(known[0], tables, strict=True)):
            self._found = known = tables, disagreements(one, other)
        return known[1]

    def go(self, way: int) -> None:
        """To the next or previous place where the two differ, and says how."""
        pair, ws = self.pair, self.ws
        if pair is None:
            ws.say(too_few())
            return
        found = neighbour(self.places(), ws.playhead.frame, way)
        if found is None:
            one, other = pair[0].name, pair[1].name
            on = phrase("{one} and {other} agree from here to the end.", one=one, other=other)
            back = phrase("{one} and {other} agree from here to the beginning.", one=one, other=other)
            ws.say(on if way > 0 else back)
            return
        ws.playhead.seek(found.start)
        self.window.timeline.ensure_visible(found.start)
        self._tell(pair, found)

    def _tell(self, pair: tuple[Track, Track], span: Span) -> None:
        clock = self.ws.document.clock
        assert clock is not None
        names = [self._names(track, span.start) for track in pair]
        one, other = (", ".join(sorted(mine - others)) for mine, others in (names, names[::-1]))
        length = f"{clock.seconds(span.stop) - clock.seconds(span.start):.2f}"
        first, second = pair[0].name, pair[1].name
        if one and other:
            said = phrase(
                "Only {first} has {one} and only {second} has {other}, for {length} s.",
                first=first, one=one, second=second, other=other, length=length,
            )  # fmt: skip
        else:
            track, labels = (first, one) if one else (second, other)
            said = phrase("Only {track} has {labels}, for {length} s.", track=track, labels=labels, length=length)
        self.ws.say(said)

    def _names(self, track: Track, frame: int) -> set[str]:
        document = self.ws.document
        rows = [row for cell, table in document.cells.items() if cell[0] == track.id for row in table.at(frame)]
        return {document.labels[row.label_id].name for row in rows if row.state is not State.REJECTED}

    def _refresh(self, *_: object) -> None:
        if self.dialog.isHidden():
            return
        pair, clock = self.pair, self.ws.document.clock
        self.view.set_tracks([(t.id, t.name) for t in self._tracks()], (pair[0].id, pair[1].id) if pair else None)
        places = self.places()
        if pair is None or clock is None:
            self.view.set_result(too_few(), False)
        elif not len(places):
            self.view.set_result(self.tr("The two say the same everywhere."), False)
        else:
            seconds = sum(clock.seconds(stop) - clock.seconds(start) for start, stop in places.tolist())
            one, several = (
                self.tr("They differ in 1 place, {time} in all."),
                self.tr("They differ in {count} places, {time} in all."),
            )
            said = one if len(places) == 1 else several
            self.view.set_result(said.format(count=len(places), time=format_seconds(seconds, 1)), True)

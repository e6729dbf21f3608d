"""Two tracks side by side: how far they agree, where they differ, going there, and settling it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from app import reshaping, tasks
from app.compare_words import Places, agreement_heads, agreement_rows, place_heads
from app.views.compare import CompareView
from app.words import phrase
from app.workspace import Workspace
from core.rows import Segment, Track, TrackKind
from core.task import Task, drive
from core.time import ConstantRate, Span, format_seconds
from core.timeline.disagreement import neighbour
from core.timeline.edit import Edit
from core.timeline.query import SegmentTable
from core.timeline.settle import settled

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from core.evaluation.agreement import Differences
    from core.evaluation.sides import Agreement

_MANY = 20_000  # segments that are compared while somebody waits: 50 ms


def too_few() -> str:
    return phrase("There are no two tracks to compare; find activities ({analyze}) or label something yourself.")


@dataclass(frozen=True)
class _Found:
    """`made_of`: what was compared, which is asked for again only when it is other things."""

    made_of: tuple[object, ...]
    agreement: Agreement
    differences: Differences


class ComparePresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self._chosen: tuple[int, int] | None = None
        self._names: tuple[str, str] | None = None  # of the two that were chosen, in other videos
        self._found: _Found | None = None
        self._asked = False  # a job is comparing all videos
        self._wish: tuple[object, ...] | None = None  # what it compares, or has compared
        self._places = Places()
        self.dialog = QDialog(window, Qt.WindowType.Tool)
        self.dialog.setWindowTitle(self.tr("Compare tracks"))
        self.dialog.resize(680, 560)
        self.view = CompareView(self.dialog)
        QVBoxLayout(self.dialog).addWidget(self.view)
        self.view.chosen.connect(self._on_chosen)
        self.view.asked.connect(self._refresh)
        self.view.wanted.connect(self.go)
        self.view.gone_to.connect(self._go_to)
        self.view.taken.connect(self.take)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        document = self.ws.document
        for changed in (document.lists_changed, document.video_changed, document.rows_changed):
            changed.connect(self._refresh)
        self._chosen = self._names = self._found = self._wish = None
        self._asked = False
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
        """The two that were chosen, or in another video those of the same names; else the first person's and the
        newest run, or the first two."""
        tracks = self._tracks()
        known = {track.id: track for track in tracks}
        if self._chosen is not None and all(i in known for i in self._chosen):
            return known[self._chosen[0]], known[self._chosen[1]]
        called = [next((t for t in tracks if t.name == name), None) for name in self._names or ()]
        if len(called) == 2 and called[0] is not None and called[1] is not None:
            return called[0], called[1]
        runs = [track for track in tracks if track.kind is TrackKind.RUN]
        if len(tracks) < 2:
            return None
        return tracks[0], runs[0] if runs and runs[0] is not tracks[0] else tracks[1]

    def _on_chosen(self, one: int, other: int) -> None:
        self._chosen = (one, other)
        pair = self.pair
        self._names = (pair[0].name, pair[1].name) if pair else None
        self._refresh()

    # -- where they differ

    def _compared(self, pair: tuple[Track, Track]) -> _Found:
        """Of the open video; computed anew only when something of either track changed."""
        made_of, task = self._task(pair)
        if self._found is None or not _same(self._found.made_of, made_of):
            self._found = _Found(made_of, *drive(task))
        return self._found

    def _task(self, pair: tuple[Track, Track]) -> tuple[tuple[object, ...], Task[tuple[Agreement, Differences]]]:
        """What is compared, and what compares it."""
        document = self.ws.document
        video = document.video
        assert video is not None
        tables = [self._tables(track) for track in pair]
        marks = [[row for row in document.reviewed.values() if row.track_id == track.id] for track in pair]
        seconds, names = self.view.tolerance.value(), {row.id: row.name for row in document.labels.values()}
        made_of = (*tables[0], None, *tables[1], *map(tuple, marks), seconds, video.frames, tuple(names.items()))
        run = any(track.kind is TrackKind.RUN for track in pair)  # then also what nobody has reviewed is worth a look
        return made_of, tasks.compared(video.frames, tables, marks, names, tasks.frames_of(seconds, video), run)

    def _tables(self, track: Track) -> list[SegmentTable]:
        return [table for cell, table in self.ws.document.cells.items() if cell[0] == track.id]

    def places(self) -> np.ndarray:
        """int64 [n, 2], of the open video."""
        pair = self.pair
        return np.zeros((0, 2), np.int64) if pair is None else self._compared(pair).differences.spans

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
        self._mark(found)
        self._tell(pair, found)

    def _mark(self, span: Span) -> None:
        """The place's row in the list."""
        video, row = self.ws.document.video, 0
        for its, _, differences in self._places.parts:
            if video is not None and its.id == video.id:
                row += int(np.searchsorted(differences.spans[:, 0], span.start))
                self.view.list.choose(row)
                self._show_takes()
            row += len(differences)

    def _go_to(self, row: int) -> None:
        video, _, differences, i = self._places.at(row)
        start = int(differences.spans[i, 0])
        now = self.ws.document.video
        if now is None or now.id != video.id:
            self.window.moving.travel(video.id, start)
            self.view.list.choose(row)
        else:
            self.ws.playhead.seek(start)
        self.window.timeline.ensure_visible(start)
        self._show_takes()

    # -- settling

    def _at_hand(self) -> Span | None:
        """The marked disagreement, if it lies in the open video."""
        row, now = self.view.list.row, self.ws.document.video
        if not 0 <= row < len(self._places) or now is None:
            return None
        video, _, differences, i = self._places.at(row)
        start, stop = (int(edge) for edge in differences.spans[i])
        return Span(start, stop) if video.id == now.id else None

    def take(self, which: int) -> None:
        """The other track says there what this one says: one Edit."""
        pair, span, document = self.pair, self._at_hand(), self.ws.document
        if pair is None or span is None or pair[1 - which].kind is not TrackKind.HUMAN:
            return
        right, other = pair[which], pair[1 - which]

        def made() -> tuple[Edit, set[int]]:
            source, target = (self._near(track, span) for track in (right, other))
            edit = reshaping.roomy(document, settled(span, source, target, other, document.author))
            return edit, {row.id for row in edit.added if isinstance(row, Segment)}

        document.carry_out(made)

    def _near(self, track: Track, span: Span) -> list[Segment]:
        """What lies on or touches a span."""
        wide = (max(0, span.start - 1), span.stop + 1)
        return [row for table in self._tables(track) for row in table.rows[table.visible(*wide)]]

    def _show_takes(self) -> None:
        pair, span = self.pair, self._at_hand()
        if pair is None:
            self.view.set_takes(("", ""), (False, False))
            return
        tip = self.tr("{other} then says there what {name} says; undo takes it back")
        tips = [tip.format(name=a.name, other=b.name) for a, b in (pair, pair[::-1])]
        able = [span is not None and pair[1 - i].kind is TrackKind.HUMAN for i in (0, 1)]
        self.view.set_takes((tips[0], tips[1]), (able[0], able[1]))

    def _tell(self, pair: tuple[Track, Track], span: Span) -> None:
        clock = self.ws.document.clock
        assert clock is not None
        found = self._compared(pair).differences
        names = [set(says) for says in found.says(int(np.searchsorted(found.spans[:, 0], span.start)))]
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

    # -- showing

    def _refresh(self, *_: object) -> None:
        if self.dialog.isHidden():
            return
        pair = self.pair
        self.view.set_tracks([(t.id, t.name) for t in self._tracks()], (pair[0].id, pair[1].id) if pair else None)
        if self.view.everywhere and pair is not None:
            self._ask_everywhere(pair)
        else:
            self._wish = None
            self._show_here(pair)
        self._show_takes()

    def _show_here(self, pair: tuple[Track, Track] | None) -> None:
        video, clock = self.ws.document.video, self.ws.document.clock
        if pair is None or clock is None or video is None:
            self._show(None, Places(), ("", ""))
            return
        made_of, task = self._task(pair)
        new = self._found is None or not _same(self._found.made_of, made_of)
        if new and sum(len(table) for track in pair for table in self._tables(track)) > _MANY:
            self._ask_here(made_of, task)
            return
        found = self._compared(pair)
        self._show(found.agreement, Places.of([(video, clock, found.differences)]), (pair[0].name, pair[1].name))

    def _ask_here(self, made_of: tuple[object, ...], task: Task[tuple[Agreement, Differences]]) -> None:
        """So many segments are compared in the background; what is shown meanwhile is what was."""
        if not self._asked:
            self._asked = True
            then = partial(self._on_here, made_of)
            job = self.ws.start(phrase("Comparing tracks"), task, then, urgent=True, quiet=True)
            job.finished.connect(self._on_finished)

    def _on_here(self, made_of: tuple[object, ...], found: tuple[Agreement, Differences]) -> None:
        self._found = _Found(made_of, *found)

    def _ask_everywhere(self, pair: tuple[Track, Track]) -> None:
        """In the background, and again when something changed meanwhile."""
        document = self.ws.document
        seconds = self.view.tolerance.value()
        wish = (pair[0].name, pair[1].name, seconds, document.project.log_position())
        if self._asked or self._wish == wish:
            return
        self._asked, self._wish = True, wish
        task = tasks.agreed(document.project.path, pair[0].name, pair[1].name, seconds)
        job = self.ws.start(phrase("Comparing tracks"), task, self._on_everywhere, urgent=True, quiet=True)
        job.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._asked = False
        self._refresh()

    def _on_everywhere(self, found: tasks.Agreed) -> None:
        if not self.view.everywhere:
            return
        parts = [(one.video, ConstantRate(one.video.rate, one.video.frames), one.differences) for one in found.videos]
        self._show(found.whole, Places.of(parts), (found.one, found.other))

    def _show(self, found: Agreement | None, places: Places, names: tuple[str, str]) -> None:
        self._places = places
        self.view.set_agreement(agreement_heads(*names), agreement_rows(found) if found else ())
        self.view.set_places(place_heads(*names), places)
        if found is None:
            self.view.set_result(too_few(), False)
        elif not found.whole.frames and not len(places):
            self.view.set_result(self.tr("No frame was reviewed on both tracks; review the same ones first."), False)
        elif not len(places):
            self.view.set_result(self.tr("The two say the same everywhere."), False)
        else:
            one, several = (
                self.tr("They differ in 1 place, {time} in all."),
                self.tr("They differ in {count} places, {time} in all."),
            )
            said = one if len(places) == 1 else several
            self.view.set_result(said.format(count=len(places), time=format_seconds(places.seconds(), 1)), True)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Tables are the same only where they are one object."""
    return len(one) == len(other) and all(
        a is b if isinstance(a, SegmentTable) or isinstance(b, SegmentTable) else a == b
        for a, b in zip(one, other, strict=True)
    )

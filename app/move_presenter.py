"""Finding one's way: what is reviewed, the field that goes to a moment, and travelling to another video."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from app.compare_presenter import ComparePresenter
from app.views.askfield import ask
from app.workspace import Workspace
from core.errors import UserError
from core.rows import Reviewed
from core.time import format_seconds, parse_seconds
from core.timeline.moment import parse_moment
from core.timeline.review import covered, reviewed_share, unreviewed

if TYPE_CHECKING:
    from app.main_window import MainWindow

_LONGEST_MARGIN = 60.0  # seconds


class MovePresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self.compare = ComparePresenter(ws, window)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        document = self.ws.document
        for changed in (document.rows_changed, document.video_changed, document.lists_changed, document.clock_changed):
            changed.connect(self._show_reviewed)
        self._show_reviewed()

    # -- reviewed

    def _mine(self) -> list[Reviewed]:
        """What this person reviewed of the open video."""
        document = self.ws.document
        if document.video is None:
            return []
        human, _ = document.human_track()
        return [row for row in document.reviewed.values() if row.track_id == human.id]

    def share(self) -> float:
        clock = self.ws.document.clock
        return reviewed_share(self._mine(), clock.frames if clock else 0)

    def unreviewed(self) -> np.ndarray:
        """int64 [n, 2]."""
        clock = self.ws.document.clock
        return unreviewed(self._mine(), clock.frames if clock else 0)

    def _show_reviewed(self, *_: object) -> None:
        spans, notes = covered(self._mine()), self.window.timeline.scene.notes
        if not np.array_equal(spans, notes.reviewed):
            notes.reviewed = spans
            self.window.timeline.redraw()
        self.window.overview.set_reviewed(spans)

    # -- going somewhere

    def ask_moment(self) -> None:
        hint = self.tr(
            "A frame (1234), a time (1:02.500), a timecode (0:01:02:12), a step from here (+5s, -10f) or a share (50%)."
        )
        ask(self.window, self.tr("Go to"), hint, self._explain, self._go_to)

    def _read(self, text: str) -> int:
        document = self.ws.document
        if document.clock is None or document.video is None:
            raise UserError(self.tr("No video is open; open one first."))
        rate = None if document.video.variable_rate else document.video.rate
        return parse_moment(text, document.clock, self.ws.playhead.frame, rate)

    def _explain(self, text: str) -> str:
        frame, clock = self._read(text), self.ws.document.clock
        assert clock is not None
        return self.tr("Frame {frame}, at {time}").format(frame=frame, time=format_seconds(clock.seconds(frame)))

    def _go_to(self, text: str) -> None:
        frame = self._read(text)
        self.ws.playhead.seek(frame)
        self.window.timeline.ensure_visible(frame)

    def travel(self, video_id: int, frame: int, segment_id: int | None = None) -> None:
        """Opens another video at a frame, and selects a segment there."""
        ws, document = self.ws, self.ws.document
        document.open_video(video_id)
        try:
            path = document.project.resolve(document.videos[video_id])
        except UserError:  # it was told when the video became current
            return
        ws.playback.open(path, frame)
        if segment_id is not None:
            document.select([segment_id])

    # -- looping

    def ask_loop_margin(self) -> None:
        now = f"{self.ws.settings.loop_margin:g}"
        ask(self.window, self.tr("Loop margin"), self._margin(), self._explain_margin, self._set_margin, now)

    def _margin(self) -> str:
        return self.tr("Seconds that are played before and after a looped segment, such as 0.5; 0 for none.")

    def _explain_margin(self, text: str) -> str:
        if parse_seconds(text) > _LONGEST_MARGIN:
            text = self.tr("That is too long; a margin is at most {count} s.")
            raise UserError(text.format(count=f"{_LONGEST_MARGIN:.0f}"))
        return self._margin()

    def _set_margin(self, text: str) -> None:
        self.ws.change_settings(loop_margin=parse_seconds(text))

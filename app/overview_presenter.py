"""Keeps the overview strip true to the Workspace and the timeline, and brings what people do there to both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer

from app.document import Cell
from app.tasks.looking import overview_pictures
from app.workspace import Workspace
from core.rows import TrackKind
from core.timeline.density import Density

if TYPE_CHECKING:
    from app.main_window import MainWindow

SLOTS, PARTS = 40, 4  # as in core.video.strip, which brings FFmpeg along
_SETTLED = 120  # ms after an Edit until the histogram follows: dragging and accepting never wait for it


class OverviewPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.view, self.timeline = ws, window.overview, window.timeline
        self._density = Density(1)
        self._stale: set[Cell] | None = None  # cells to be counted anew; None: all
        self._later = QTimer(self, singleShot=True, interval=_SETTLED)
        self._later.timeout.connect(self._count)
        self._asked = 0  # the video whose pictures were asked for
        self.view.window_wanted.connect(self.timeline.look)
        self.view.seek_requested.connect(ws.playhead.seek)
        self.timeline.looked.connect(self._on_looked)
        ws.playhead.frame_changed.connect(self.view.set_playhead)
        ws.playback.opened.connect(self._ask_pictures)
        ws.document_opened.connect(self._on_document)
        self.show_or_hide()
        self._on_document()

    def show_or_hide(self) -> None:
        """As the settings say, once there is a video."""
        self.view.setVisible(self.ws.settings.overview and self.ws.document.video is not None)

    def _on_document(self) -> None:
        document = self.ws.document
        document.video_changed.connect(self._on_video)
        document.clock_changed.connect(self._on_clock)
        document.rows_changed.connect(self._on_rows)
        document.lists_changed.connect(self._on_lists)
        self._on_video()

    # -- the video

    def _on_video(self) -> None:
        document = self.ws.document
        self._asked = 0
        self.show_or_hide()
        self.view.set_video(None, SLOTS)
        self._on_clock()
        if document.video is None:
            return
        self.view.set_playhead(self.ws.playhead.frame)

    def _on_clock(self) -> None:
        clock = self.ws.document.clock
        self.view.set_video(clock, SLOTS)
        self._density = Density(clock.frames if clock else 1)
        self._stale = None
        self._count()
        self._on_looked()

    def _on_looked(self) -> None:
        scale = self.timeline.scene.scale
        self.view.set_window(scale.first, scale.last)

    def _ask_pictures(self) -> None:
        """Once the file could be opened; part after part, so that other jobs find their turn between."""
        video = self.ws.document.video
        if video is None or video.id == self._asked:
            return
        self._asked = video.id
        self._ask(0)

    def _ask(self, part: int) -> None:
        video = self.ws.document.video
        path = self.ws.path_of(video) if video is not None else None
        if video is None or path is None:
            return

        def show(pictures: dict[int, np.ndarray]) -> None:
            if self._asked != video.id:
                return
            self.view.set_pictures(pictures)
            if pictures and part + 1 < PARTS:
                self._ask(part + 1)

        task = overview_pictures(path, video.fingerprint, part)
        self.ws.start("Overview", task, show, urgent=True, quiet=True)

    # -- its segments

    def _on_rows(self, cells: set[Cell]) -> None:
        if self._stale is not None:
            self._stale |= cells
        self._later.start()

    def _on_lists(self) -> None:
        """Tracks may have come or gone."""
        self._stale = None
        self._later.start()

    def _count(self) -> None:
        document = self.ws.document
        stale, self._stale = self._stale, set()
        if stale is None:
            self._density.keep(set())
            stale = set(document.cells)
        for cell in stale:
            track = document.tracks.get(cell[0])
            self._density.put(cell, document.cells.get(cell), track is not None and track.kind is TrackKind.RUN)
        self.view.set_density(self._density)

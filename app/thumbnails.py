"""Pictures for lists, made when a row is looked at: what was asked for last comes first, so scrolling never waits."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app import tasks
from app.jobs import Job
from app.workspace import Workspace
from core.errors import UserError
from core.rows import Video

Wanted = tuple[str, int]
_AT_ONCE = 4  # pictures of one job: other jobs find their turn between
_WAITING = 64  # wishes kept: what was scrolled past long ago is not made


class Thumbnails(QObject):
    """Signals: ready(fingerprint, frame, QImage)."""

    ready = Signal(object, object, QImage)

    def __init__(self, ws: Workspace) -> None:
        super().__init__(ws)
        self._ws = ws
        self._wanted: OrderedDict[Wanted, Video] = OrderedDict()
        self._job: Job | None = None
        ws.runner.ended.connect(self._on_ended)
        ws.document_opened.connect(self._wanted.clear)

    def want(self, video: Video, frame: int) -> None:
        key = (video.fingerprint, frame)
        self._wanted[key] = video
        self._wanted.move_to_end(key)
        while len(self._wanted) > _WAITING:
            self._wanted.popitem(last=False)
        self._next()

    def _next(self) -> None:
        if self._job is not None or self._ws.closed:  # a window that goes may be painted once more
            return
        batch: list[tuple[Wanted, Path]] = []
        while self._wanted and len(batch) < _AT_ONCE:
            key, video = self._wanted.popitem()
            try:
                batch.append((key, self._ws.document.project.resolve(video)))
            except UserError:
                continue  # the library shows it as missing
        if batch:
            task = tasks.pictures(batch)
            self._job = self._ws.start("Thumbnails", task, self._on_made, urgent=True, quiet=True)

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._next()

    def _on_made(self, made: list[tuple[Wanted, np.ndarray | None]]) -> None:
        for (fingerprint, frame), pixels in made:
            if pixels is not None:
                self.ready.emit(fingerprint, frame, _image(pixels))


def _image(pixels: np.ndarray) -> QImage:
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels)
    return QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()

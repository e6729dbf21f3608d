"""Labelling while the video plays: the frame a key means, and labels that last as long as their key is held."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.actions.editing import use_label
from app.reaction import meant
from app.workspace import Workspace
from core.time import Span

if TYPE_CHECKING:
    from app.main_window import MainWindow

_TAP = 0.25  # seconds; a shorter press is a tap, which means what it means while nothing plays
_BEHIND = 0.5  # seconds of real time that the picture may be behind the playhead and still be what the person saw

_ENDS = (QEvent.Type.WindowDeactivate, QEvent.Type.Close)  # the release would go elsewhere, or come too late


@dataclass(frozen=True, slots=True)
class _Held:
    frame: int  # where it was pressed
    key: QKeySequence
    since: float
    video_id: int


def _bare(key: str) -> QKeySequence:
    """A label's key without what is held with it: that is what comes up again."""
    return QKeySequence(key.rpartition("+")[2] or key[-1:])


class HoldPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self.ws, self.window, self.now = ws, window, now
        self._held: dict[int, _Held] = {}  # by label id
        self._pictured: int | None = None
        ws.playback.image_ready.connect(self._on_picture)
        ws.playhead.frame_changed.connect(self._grow)

    # -- the frame that a key means ----------------------------------------------------------------------------------

    def _on_picture(self, frame: int, pixels: object) -> None:
        self._pictured = frame
        self._grow()

    def frame(self) -> int:
        """While playing, the frame whose picture is on screen (it may be behind the playhead when decoding is), taken
        earlier by the person's reaction time; otherwise the playhead's."""
        playhead = self.ws.playhead
        clock = playhead.clock
        if not playhead.playing or clock is None:
            return playhead.frame
        seen = playhead.frame
        if self._pictured is not None and self._pictured < clock.frames:
            late = abs(clock.seconds(seen) - clock.seconds(self._pictured))
            if late <= _BEHIND * abs(playhead.speed):
                seen = self._pictured
        return meant(seen, clock, playhead.speed, self.ws.settings.reaction_ms)

    # -- held label keys ---------------------------------------------------------------------------------------------

    def press(self, label_id: int) -> None:
        """A label's key went down. While the video plays the label lasts until the key comes up."""
        document = self.ws.document
        label, video = document.labels.get(label_id), document.video
        if label is None or label_id in self._held:
            return
        loops = self.window.reviewing  # what plays then is a loop, and a key means the item
        if loops or not self.ws.playhead.playing or video is None or not label.key:
            use_label(self.ws, label_id)
            return
        if not self._held:
            app = QCoreApplication.instance()
            assert app is not None
            app.installEventFilter(self)  # only now: a filter of all events costs time
        self._held[label_id] = _Held(self.frame(), _bare(label.key), self.now(), video.id)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyRelease:
            released = cast(QKeyEvent, event)
            if not released.isAutoRepeat():
                key = QKeySequence(released.key())
                for label_id in [i for i, held in self._held.items() if held.key == key]:
                    self._release(label_id)
        elif kind in _ENDS and watched is self.window:
            for label_id in list(self._held):
                self._release(label_id)
        return False

    def _release(self, label_id: int) -> None:
        held = self._held.pop(label_id)
        span = self._span(held)
        if not self._held:
            app = QCoreApplication.instance()
            assert app is not None
            app.removeEventFilter(self)
        document = self.ws.document
        if label_id in document.labels and document.video is not None and document.video.id == held.video_id:
            if self.now() - held.since < _TAP:
                use_label(self.ws, label_id)
            else:
                document.add_segment(span, label_id)
        self._show()

    def _span(self, held: _Held) -> Span:
        """From where the key went down to the frame that is seen now, both included; where the video began again in
        between (a loop, or the other end), up to where it turned."""
        playhead, there = self.ws.playhead, self.frame()
        first, last = (playhead.loop.start, playhead.loop.stop - 1) if playhead.loop else (0, playhead.frames - 1)
        if playhead.speed > 0 and there < held.frame:
            there = max(held.frame, last)
        elif playhead.speed < 0 and there > held.frame:
            there = min(held.frame, first)
        start, stop = sorted((held.frame, there))
        return Span(start, stop + 1)

    def _show(self) -> None:
        """The rows of the held labels are there while they are held, though nothing is on them yet."""
        self.window.presenter.held = frozenset(self._held)
        self.window.presenter.show_lanes()
        self._grow()

    def _grow(self, _: int = 0) -> None:
        if not self._held and not self.window.timeline.scene.growing:
            return
        document = self.ws.document
        track, made = document.human_track() if document.video else (None, None)
        track_id = 0 if track is None or made else track.id
        self.window.timeline.set_growing([(track_id, i, self._span(held)) for i, held in self._held.items()])

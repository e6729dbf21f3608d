"""The overview strip: the whole video at a glance, with the part that is on the timeline as a frame to drag.

It is given values through setters and tells through signals what part people want to see, and where they want to be.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.views.overview_paint import HEIGHT, MARGIN, Shown, ground, paint_over, scaled_pictures
from app.views.timeline_colors import Colors
from core.time import Clock, format_seconds
from core.timeline.density import Density

_REACH = 6.0  # pixels beside an edge that still take it
_SLACK = 4.0  # pixels of movement that are still a click
_NARROW = 3 * _REACH  # a frame narrower than this is moved, never resized, but for its outer sides
_WHEEL = 1.2  # zoom per notch
_NOTCH = 120
_LEAST = 2.0  # frames

Part = Literal["", "left", "right", "inside", "outside"]


class OverviewView(QWidget):
    """Signals: window_wanted(first, last): frames, may be fractional, that the timeline should show;
    seek_requested(frame)."""

    window_wanted = Signal(float, float)
    seek_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._clock: Clock | None = None
        self._ground: QPixmap | None = None
        self._pictures: QPixmap | None = None
        self._colors = Colors.of(self.palette())
        self._part: Part = ""
        self._pressed = QPointF()
        self._moved = False
        self._window = (0.0, 0.0)  # when the button went down
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Overview"))
        self.setAccessibleDescription(self.tr("The whole video, and which part of it the timeline shows"))

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    # -- what is shown

    def set_video(self, clock: Clock | None, slots: int) -> None:
        """Another video (None: none), whose pictures come in so many `slots`; or the same with a better clock."""
        same = clock is not None and self._clock is not None and clock.frames == self.shown.frames
        self._clock = clock
        if same:
            return
        self._part = ""
        frames = clock.frames if clock else 0
        self.shown = Shown(frames, slots, first=0.0, last=float(frames))
        self._renew_all()

    def set_pictures(self, pictures: dict[int, np.ndarray]) -> None:
        """By slot: RGB uint8 [height, width, 3]; added to those that are there."""
        for slot, pixels in pictures.items():
            height, width = pixels.shape[:2]
            kept = np.ascontiguousarray(pixels)
            self.shown.pictures[slot] = QImage(kept.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        self._renew_all()

    def set_density(self, density: Density | None) -> None:
        self.shown.density = density
        self._renew()

    def set_reviewed(self, spans: np.ndarray) -> None:
        self.shown.reviewed = spans
        self._renew()

    def set_markers(self, markers: list[tuple[int, str]]) -> None:
        """(frame, "#rrggbb") each."""
        self.shown.markers = markers
        self._renew()

    def set_window(self, first: float, last: float) -> None:
        self.shown.first, self.shown.last = first, last
        self.update()

    def set_playhead(self, frame: int) -> None:
        before, self.shown.playhead = self.shown.playhead, frame
        for x in {int(self.x_of(before)), int(self.x_of(frame))}:
            self.update(x - 4, 0, 9, HEIGHT)

    def _renew_all(self) -> None:
        self._pictures = None
        self._renew()

    def _renew(self) -> None:
        self._ground = None
        self.update()

    # -- where things are

    def x_of(self, frame: float) -> float:
        return MARGIN + frame * max(1.0, self.width() - 2 * MARGIN) / max(1, self.shown.frames)

    def frame_at(self, x: float) -> float:
        return (x - MARGIN) * self.shown.frames / max(1.0, self.width() - 2 * MARGIN)

    @property
    def _whole(self) -> bool:
        """The timeline shows all of it."""
        return self.shown.first <= 0.5 and self.shown.last >= self.shown.frames - 0.5

    def _part_at(self, x: float) -> Part:
        left, right = self.x_of(max(0.0, self.shown.first)), self.x_of(min(float(self.shown.frames), self.shown.last))
        inner = _REACH if right - left >= _NARROW else 1.0
        if left - _REACH <= x <= left + inner:
            return "left"
        if right - inner <= x <= right + _REACH:
            return "right"
        return "inside" if left < x < right else "outside"

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.shown.frames:
            return
        at = event.position()
        self._pressed, self._moved = at, False
        self._part = self._part_at(at.x())
        if self._part == "outside":  # the frame comes under the pointer, and can be dragged on from there
            length = self.shown.last - self.shown.first
            middle = self.frame_at(at.x())
            self.window_wanted.emit(middle - length / 2, middle + length / 2)
            self._seek(at.x())
        self._window = (self.shown.first, self.shown.last)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if not self._part:
            self._show_cursor(self._part_at(at.x()) if self.shown.frames else "")
            return
        if not self._moved and (at - self._pressed).manhattanLength() < _SLACK:
            return
        self._moved = True
        away = self.frame_at(at.x()) - self.frame_at(self._pressed.x())
        first, last = self._window
        if self._part == "left":
            self.window_wanted.emit(max(0.0, min(first + away, last - _LEAST)), last)
        elif self._part == "right":
            self.window_wanted.emit(first, min(float(self.shown.frames), max(last + away, first + _LEAST)))
        elif self._whole:  # there is nothing to move: the playhead goes along
            self._seek(at.x())
        else:
            self.window_wanted.emit(first + away, last + away)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self._part:
            return
        part, self._part = self._part, ""
        if part == "inside" and not self._moved:
            self._seek(event.position().x())
        self._show_cursor(self._part_at(event.position().x()))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The whole video."""
        if event.button() is Qt.MouseButton.LeftButton and self.shown.frames:
            self.window_wanted.emit(0.0, float(self.shown.frames))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms the timeline around the frame under the pointer."""
        if not self.shown.frames:
            return
        turned = event.angleDelta().y() or event.angleDelta().x()
        held = max(0.0, min(float(self.shown.frames), self.frame_at(event.position().x())))
        shrunk = _WHEEL ** (-turned / _NOTCH)
        first, last = self.shown.first, self.shown.last
        if not first <= held <= last:  # what is pointed at comes to the middle
            first, last = held - (last - first) / 2, held + (last - first) / 2
        self.window_wanted.emit(held - (held - first) * shrunk, held + (last - held) * shrunk)
        event.accept()

    def _seek(self, x: float) -> None:
        self.seek_requested.emit(max(0, min(self.shown.frames - 1, int(self.frame_at(x)))))

    def _show_cursor(self, part: Part) -> None:
        edge, move = Qt.CursorShape.SizeHorCursor, Qt.CursorShape.OpenHandCursor
        wanted = {"left": edge, "right": edge, "inside": Qt.CursorShape.ArrowCursor if self._whole else move}
        self.setCursor(wanted.get(part, Qt.CursorShape.ArrowCursor))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._clock is not None:
            frame = max(0, min(self.shown.frames - 1, int(self.frame_at(event.pos().x()))))
            time = format_seconds(self._clock.seconds(frame))
            hint = self.tr("Drag the frame to move, its edges to zoom; click to go there")
            QToolTip.showText(event.globalPos(), f"{time}  ·  {frame}\n{hint}", self)
            return True
        return super().event(event)

    # -- painting

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._colors = Colors.of(self.palette())
            self._renew_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            if self._pictures is None or self._pictures.devicePixelRatio() != ratio:
                self._pictures = scaled_pictures(self.shown, self.width(), self._colors, ratio)
            self._ground = ground(self.shown, self._pictures, self.width(), self._colors, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        if self.shown.frames:
            paint_over(painter, self.shown, self.width(), self._colors, bool(self._part))
        painter.end()

"""The signal lanes below the timeline's rows, on the same frames: what is measured of the video, or seen by networks.

It is given values through setters and tells what people want through signals. It has the timeline's scale, header,
playhead and zoom.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.views.signal_hands import Divide, Hand, Pan, Reorder, Resize, Scrub
from app.views.signal_paint import Area, paint
from app.views.signal_rows import LEAST, MOST, Places, SignalRow
from app.views.signal_words import tooltip
from app.views.timeline import TimelineView
from app.views.timeline_colors import Colors, faded
from app.views.timeline_memory import Memory

_REACH = 4.0  # pixels beside a border or a peak that still take it
_STEP = 12  # pixels of height for a key
_LIMIT_STEP = 0.05
_MINE = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Plus,
    Qt.Key.Key_Minus,
    Qt.Key.Key_Delete,
}


class SignalLanesView(QWidget):
    """Stands as the foot of a timeline. Signals: arranged([(name, height), …]) when people resized or reordered lanes;
    hide_requested(name); limit_changed(by how much) for the peaks; menu_requested(name or None, QPoint of the screen).
    """

    arranged = Signal(object)
    hide_requested = Signal(str)
    limit_changed = Signal(float)
    menu_requested = Signal(object, object)

    def __init__(self, timeline: TimelineView) -> None:
        super().__init__(timeline)
        self.timeline, self.scene = timeline, timeline.scene
        self.rows: list[SignalRow] = []
        self.places = Places()
        self.offset = 0
        self.current: int | None = None  # the lane that the keyboard holds
        self._held: int | None = None
        self._hand: Hand | None = None
        self._memory = Memory()
        self._colors = Colors.of(self.palette())
        self._frame = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Signal lanes"))
        timeline.looked.connect(self._on_looked)
        timeline.set_foot(self)

    # -- what is shown

    def set_rows(self, rows: Sequence[SignalRow]) -> None:
        if [row.name for row in rows] != [row.name for row in self.rows]:
            self._hand = self._held = None  # what was in the hand may be gone
        self.rows = list(rows)
        if self.current is not None and self.current >= len(self.rows):
            self.current = None
        self.setAccessibleDescription(", ".join(row.title for row in self.rows))
        self._lay_out()

    def set_row(self, row: SignalRow) -> None:
        """Exchanges the lane of that name."""
        for i, old in enumerate(self.rows):
            if old.name == row.name:
                self.rows[i] = replace(row, height=old.height)
                self.update(0, self.places.tops[i] - self.offset, self.width(), old.height + 1)

    def set_playhead(self, frame: int) -> None:
        before, self._frame = self._frame, frame
        scale = self.scene.scale
        for one in (before, frame):
            left, right = scale.x(one) - 3, scale.x(one + 1) + 3
            self.update(QRect(math.floor(left), 0, math.ceil(right - left) + 1, self.height()))
        self.update(0, 0, int(scale.left), self.height())

    def sizeHint(self) -> QSize:
        return QSize(400, self.places.height + 1 if self.rows else 0)

    def _lay_out(self) -> None:
        self.places = Places.of(self.rows)
        self.timeline.place_foot()
        self._scroll_to(self.offset)
        self.update()

    def _scroll_to(self, pixels: int) -> None:
        self.offset = max(0, min(pixels, self.places.height + 1 - self.height()))
        self.update()

    def _on_looked(self) -> None:
        left = int(self.scene.scale.left)
        self.update(left, 0, self.width() - left, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        if self.scene.clock is None:
            painter.fillRect(event.rect(), self._colors.base)
            return
        area = Area(self.rows, self.places, self.offset, self.height(), self.scene.playhead, self._shown_held())
        paint(painter, self.scene, area, event.rect(), self._colors, self._memory, self.devicePixelRatioF())
        if self.hasFocus():
            painter.setPen(faded(self._colors.accent, 0.9))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _shown_held(self) -> int | None:
        return self._held if self._held is not None else self.current if self.hasFocus() else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._colors = Colors.of(self.palette())
            self.update()

    # -- where things are

    def content_y(self, at: QPointF) -> float:
        return at.y() + self.offset - 1

    def lane_at(self, at: QPointF) -> int | None:
        return self.places.at(self.content_y(at))

    def frame_at(self, x: float) -> int:
        return max(0, min(self.scene.frames - 1, math.floor(self.scene.scale.frame(x))))

    def peak_at(self, at: QPointF) -> int | None:
        """The frame of the peak whose tick is under the pointer."""
        number = self.lane_at(at)
        peaks = self.rows[number].peaks if number is not None else np.zeros(0, np.int64)
        if not len(peaks):
            return None
        away = np.abs(self.scene.scale.xs(peaks.astype(np.float64)) - at.x())
        best = int(np.argmin(away))
        return int(peaks[best]) if away[best] <= _REACH else None

    # -- what gestures do

    def set_height(self, number: int, height: int) -> None:
        self.rows[number] = replace(self.rows[number], height=max(LEAST, min(MOST, height)))
        self._lay_out()

    def exchange(self, number: int, other: int) -> None:
        self.rows[number], self.rows[other] = self.rows[other], self.rows[number]
        self._lay_out()

    def hold(self, number: int | None) -> None:
        self._held = number
        self.update()

    def arranged_now(self) -> None:
        self.arranged.emit([(row.name, row.height) for row in self.rows])

    def seek_at(self, x: float) -> None:
        self.timeline.seek(self.scene.scale.frame(x))

    def set_divider(self, x: float) -> None:
        self.timeline.set_header_width(x)
        self.update()

    def drag_view(self, pixels: float) -> None:
        scale = self.scene.scale
        self.timeline.pan_to(scale.first + pixels * scale.per_pixel, self.scene.scroll)

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.scene.clock is None or self._hand is not None:
            return
        at = event.position()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._hand = Pan(self, at)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._hand = self._begin(at)

    def _begin(self, at: QPointF) -> Hand | None:
        number, border = self.lane_at(at), self.places.border(self.content_y(at), _REACH)
        if abs(at.x() - self.scene.scale.left) <= _REACH:
            return Divide(self, at)
        if border is not None:
            return Resize(self, at, border)
        if at.x() < self.scene.scale.left:
            return None if number is None else Reorder(self, at, number)
        peak = self.peak_at(at)
        if peak is not None:
            self.timeline.seek(peak)
            return Hand(self, at)
        return Scrub(self, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._hand is not None:
            self._hand.move(at)
            return
        shape = Qt.CursorShape.ArrowCursor
        if abs(at.x() - self.scene.scale.left) <= _REACH:
            shape = Qt.CursorShape.SplitHCursor
        elif self.places.border(self.content_y(at), _REACH) is not None:
            shape = Qt.CursorShape.SizeVerCursor
        elif at.x() > self.scene.scale.left and self.peak_at(at) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hand, self._hand = self._hand, None
        if hand is not None:
            hand.release()

    def wheelEvent(self, event: QWheelEvent) -> None:
        mods, turned = event.modifiers(), event.angleDelta()
        number = self.lane_at(event.position())
        if mods & Qt.KeyboardModifier.AltModifier and number is not None and self.rows[number].limit is not None:
            self.limit_changed.emit(_LIMIT_STEP if (turned.y() or turned.x()) > 0 else -_LIMIT_STEP)
            event.accept()
        elif mods or abs(turned.x()) > abs(turned.y()) or self.places.height < self.height():
            self.timeline.wheelEvent(event)
        else:
            self._scroll_to(self.offset - round(turned.y() / 120 * 44))
            event.accept()

    # -- words, menu, keys

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            self._show_tooltip(cast(QHelpEvent, event))
            return True
        # with the focus here, these keys move among lanes and are no shortcuts of the window
        if event.type() is QEvent.Type.ShortcutOverride and cast(QKeyEvent, event).key() in _MINE:
            event.accept()
            return True
        return super().event(event)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        at, clock, text = QPointF(event.pos()), self.scene.clock, ""
        number = self.lane_at(at)
        if clock is not None and number is not None and self._hand is None:
            frame = self.frame_at(at.x()) if at.x() >= self.scene.scale.left else None
            text = tooltip(self.rows[number], clock, frame)
        QToolTip.showText(event.globalPos(), text, self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        number = self.lane_at(QPointF(event.pos()))
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            number = self.current
            at = self.mapToGlobal(QPoint(20, 0 if number is None else self.places.tops[number] - self.offset))
        self.menu_requested.emit(None if number is None else self.rows[number].name, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, number = event.key(), self.current
        if not self.rows or key not in _MINE:
            event.ignore()
        elif number is None:
            self._choose(0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            goal = max(0, min(len(self.rows) - 1, number + (1 if key == Qt.Key.Key_Down else -1)))
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and goal != number:
                self.exchange(number, goal)
                self.arranged_now()
            self._choose(goal)
        elif key == Qt.Key.Key_Delete:
            self.hide_requested.emit(self.rows[number].name)
        else:
            self.set_height(number, self.rows[number].height + (_STEP if key == Qt.Key.Key_Plus else -_STEP))
            self.arranged_now()

    def _choose(self, number: int) -> None:
        self.current = number
        top, bottom = self.places.tops[number : number + 2]
        self._scroll_to(max(min(self.offset, top), bottom + 1 - self.height()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.current = 0 if self.current is None and self.rows else self.current
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

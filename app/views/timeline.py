"""The timeline: a ruler, one row per track and label, and everything people do there with mouse and keys.

It is given values through setters and tells what people want through signals; it changes no segment itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QToolTip, QWidget

from app.views.timeline_begin import begin
from app.views.timeline_desk import TimelineDesk
from app.views.timeline_gestures import Gesture
from app.views.timeline_hit import probe
from app.views.timeline_scene import RULER_HEIGHT, Hit, Lane
from app.views.timeline_together import meeting
from app.views.timeline_words import tooltip
from core.rows import Segment
from core.time import Clock, Span

__all__ = ["Lane", "TimelineView"]

_KEY_STEP = 1.4
_WHEEL_STEP = 1.2  # zoom per notch
_NOTCH = 120
_SCROLL_MS = 30
Mods = Qt.KeyboardModifier


class TimelineView(TimelineDesk):
    """Shows lanes of one video. Frames are numbers of `set_video`'s clock; spans are half-open."""

    seek_requested = Signal(int)
    span_drawn = Signal(object, object)  # Lane, Span
    edge_previewed = Signal(int)  # the frame at the edge that is being dragged
    segment_changed = Signal(object, object)  # Segment, Span, once the button is released
    selection_changed = Signal(object)  # set[int], by the user only
    activated = Signal(object)  # Segment
    menu_requested = Signal(object, object)  # Segment | None, QPoint of the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.snapping = True
        self._playing = False
        self._gesture: Gesture | None = None
        self._last = QPointF()
        self._scroller = QTimer(self)
        self._scroller.setInterval(_SCROLL_MS)
        self._scroller.timeout.connect(self._scroll_on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(self.tr("Segments of the video, one row for each track and label"))

    # -- what is shown

    def set_video(self, clock: Clock | None) -> None:
        """Another video, or None for none: shown whole, from its beginning. A clock with as many frames as before (a
        verified index) changes times only."""
        scene = self.scene
        same = clock is not None and clock.frames == scene.frames
        scene.clock = clock
        if same:
            self.redraw()
            return
        # always there with a video, else rows jump when a bar comes
        bars = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if clock is not None else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(bars)
        self.setVerticalScrollBarPolicy(bars)
        self._end_gesture()
        scene.playhead, scene.entry, scene.exit, scene.hover = 0, None, None, None
        scene.snap_points.clear()
        if clock is None:
            scene.selection = set()
            scene.set_lanes(())
        self._measure()
        self.zoom_to_fit()

    def set_lanes(self, lanes: Sequence[Lane]) -> None:
        self._end_gesture()
        self.scene.hover = None
        self.scene.set_lanes(lanes)
        self._sync_bars()
        self.redraw()

    def set_lane(self, i: int, lane: Lane) -> None:
        """Exchanges one lane and repaints that row only."""
        self.scene.hover = None
        if self.scene.set_lane(i, lane):
            self._sync_bars()
            self.redraw()
        else:
            self.update_lane(i)

    def set_playhead(self, frame: int) -> None:
        """Moves the playhead; the page turns when it leaves the screen, unless the user has panned away meanwhile."""
        before, scale = self.scene.playhead, self.scene.scale
        if frame == before:
            return
        was_visible = scale.first <= before <= scale.last
        self.scene.playhead = frame
        self.update_playhead(before, frame)
        if self._gesture is None and (was_visible or not self._playing):
            self.ensure_visible(frame)

    def set_playing(self, playing: bool) -> None:
        self._playing = playing

    def set_selection(self, ids: set[int], known: Sequence[Segment] = ()) -> None:
        """`known`: the selected segments themselves, where the caller has them at hand; ids alone are searched for."""
        if ids != self.scene.selection:
            self.scene.selection = set(ids)
            self.scene.find_selected(known)
            self.redraw()

    def set_in_out(self, entry: int | None, exit_: int | None) -> None:
        """In and out point, both boundaries (out is the first frame behind the range)."""
        self.scene.entry, self.scene.exit = entry, exit_
        self.redraw()

    def set_snap(self, on: bool) -> None:
        self.snapping = on

    # -- what gestures ask for

    def seek(self, frame: float) -> None:
        if self.scene.clock is not None:
            self.seek_requested.emit(max(0, min(self.scene.frames - 1, math.floor(frame))))

    def preview_frame(self, frame: int) -> None:
        self.edge_previewed.emit(max(0, min(self.scene.frames - 1, frame)))

    def drawn(self, lane: int, span: Span) -> None:
        self.span_drawn.emit(self.scene.lanes[lane], span)

    def reshaped(self, segment: Segment, span: Span) -> None:
        self.segment_changed.emit(segment, span)

    def select(self, ids: set[int], known: Sequence[Segment] = ()) -> None:
        """`known`: those that were not selected before, where they are at hand."""
        if ids != self.scene.selection:
            before = (row for _, row in self.scene.selected.values())
            self.set_selection(ids, [row for row in (*known, *before) if row.id in ids])
            self.selection_changed.emit(set(ids))

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        button = event.button()
        if self._gesture is not None or self.scene.clock is None:
            return
        if button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        hit = probe(self.scene, event.position())
        self._last = event.position()
        self._gesture = begin(self, hit, event.position(), button, event.modifiers())
        if button is Qt.MouseButton.MiddleButton:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._last = event.position()
        if self._gesture is None:
            self._hover(event.position(), event.modifiers())
            return
        self._gesture.move(event.position(), event.modifiers())
        x, scale = event.position().x(), self.scene.scale
        outside = not scale.left <= x <= scale.left + scale.width
        if self._gesture.scrolls and self._gesture.begun and outside:
            self._scroller.start()
        else:
            self._scroller.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._gesture
        if gesture is None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        self._gesture = None  # first: what the signals start may repaint or pan
        self._scroller.stop()
        gesture.release(event.position(), event.modifiers())
        self._hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = probe(self.scene, event.position())
        if event.button() is Qt.MouseButton.LeftButton and hit.segment is not None:
            self.activated.emit(hit.segment)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._gesture is None:
            self._set_hover(None)

    def _hover(self, at: QPointF, mods: Mods = Mods.NoModifier) -> None:
        if self.scene.clock is None:
            return
        hit = probe(self.scene, at)
        shape = Qt.CursorShape.ArrowCursor
        if hit.segment is not None and hit.edge is not None and mods & Mods.ShiftModifier:
            span = hit.segment.span
            met = meeting(self.scene, hit.segment, span.stop if hit.edge else span.start)
            shape = Qt.CursorShape.SplitHCursor if met else Qt.CursorShape.SizeHorCursor
        elif hit.edge is not None or hit.zone == "playhead":
            shape = Qt.CursorShape.SizeHorCursor
        elif hit.zone == "divider":
            shape = Qt.CursorShape.SplitHCursor
        elif hit.zone == "section":
            shape = Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(QCursor(shape))
        self._set_hover(hit)

    def _set_hover(self, hit: Hit | None) -> None:
        before = self.scene.hover
        if hit == before:
            return
        self.scene.hover = hit
        for lane in {part.lane for part in (before, hit) if part is not None and part.lane is not None}:
            self.update_lane(lane)

    def _scroll_on(self) -> None:
        """The pointer is held beyond the border: the page moves under it."""
        if self._gesture is None:
            self._scroller.stop()
            return
        scale = self.scene.scale
        beyond = self._last.x() - (scale.left if self._last.x() < scale.left else scale.left + scale.width)
        self._look_at(scale.panned(max(-60.0, min(60.0, beyond * 0.6))))
        self._gesture.move(self._last, Mods.NoModifier)

    def _end_gesture(self) -> None:
        gesture, self._gesture = self._gesture, None
        self._scroller.stop()
        if gesture is not None:
            gesture.cancel()
            self.viewport().unsetCursor()

    # -- wheel, pinch

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, mods = event.angleDelta(), event.modifiers()
        fine = event.pixelDelta()
        if mods & Mods.ControlModifier:
            self._look_at(self.scene.scale.zoomed(_WHEEL_STEP ** (turned.y() / _NOTCH), event.position().x()))
        elif mods & Mods.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            notches = (turned.x() or turned.y()) / _NOTCH
            pixels = fine.x() or fine.y() if not fine.isNull() else notches * self.scene.scale.width * 0.1
            self._look_at(self.scene.scale.panned(-pixels))
        else:
            pixels = fine.y() if not fine.isNull() else turned.y() / _NOTCH * 56
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - round(pixels))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ToolTip:
            self._show_tooltip(cast(QHelpEvent, event))
            return True
        if kind is QEvent.Type.NativeGesture:
            pinch = cast(QNativeGestureEvent, event)
            if pinch.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self._look_at(self.scene.scale.zoomed(1 + pinch.value(), pinch.position().x()))
                return True
        if kind is QEvent.Type.Gesture:
            found = cast(QGestureEvent, event).gesture(Qt.GestureType.PinchGesture)
            if isinstance(found, QPinchGesture):
                center = self.viewport().mapFromGlobal(found.centerPoint())
                self._look_at(self.scene.scale.zoomed(found.scaleFactor(), center.x()))
                return True
        return super().viewportEvent(event)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        text = tooltip(self.scene, QPointF(event.pos())) if self.scene.clock and self._gesture is None else ""
        QToolTip.showText(event.globalPos(), text, self.viewport())

    # -- keys, focus, menu

    def event(self, event: QEvent) -> bool:
        # while a drag is on, Escape belongs to it and not to a shortcut of the window
        override = event.type() is QEvent.Type.ShortcutOverride and self._gesture is not None
        if override and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, scale = event.key(), self.scene.scale
        if key == Qt.Key.Key_Escape and self._gesture is not None:
            self._end_gesture()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_KEY_STEP)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom(1 / _KEY_STEP)
        elif key == Qt.Key.Key_0:
            self.zoom_to_fit()
        elif key == Qt.Key.Key_Home:
            self.pan_to(-self.scene.frames, self.scene.scroll)
        elif key == Qt.Key.Key_End:
            self.pan_to(self.scene.frames, self.scene.scroll)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._look_at(scale.panned(scale.width * (0.9 if key == Qt.Key.Key_PageDown else -0.9)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.scene.selected) == 1:
            self.activated.emit(next(iter(self.scene.selected.values()))[1])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.redraw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.redraw()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.scene.clock is None or self._gesture is not None:
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._menu_by_key()
            return
        track_id = self.heading_at(QPointF(event.pos()))
        if track_id is not None:
            self.track_menu_requested.emit(track_id, event.globalPos())
            return
        hit = probe(self.scene, QPointF(event.pos()))
        if hit.segment is not None and hit.segment.id not in self.scene.selection:
            self.select({hit.segment.id}, [hit.segment])
        self.menu_requested.emit(hit.segment, event.globalPos())

    def _menu_by_key(self) -> None:
        """At the first selected segment, or at the playhead."""
        lane, segment = next(iter(self.scene.selected.values()), (None, None))
        row = None if lane is None else self.scene.rows.lane(lane)
        frame = self.scene.playhead if segment is None else segment.span.start
        x = max(self.scene.scale.left, self.scene.scale.x(frame))
        y = RULER_HEIGHT if row is None else self.scene.row_top(row) + row.height
        self.menu_requested.emit(segment, self.viewport().mapToGlobal(QPoint(int(x), int(y))))

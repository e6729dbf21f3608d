"""Markers on the timeline's ruler by mouse: click goes there, a drag moves, a double click names, a menu does the rest.

It sits before the timeline's own handling of the mouse and takes only what happens on a flag.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from app.views.timeline import TimelineView
from app.views.timeline_notes import Flag, flag_at
from core.time import format_seconds

_SLACK = 4.0  # pixels of movement that are still a click
_SNAP = 8.0  # pixels to the playhead
_Kind = QEvent.Type
_MOUSE = {
    _Kind.MouseButtonPress,
    _Kind.MouseMove,
    _Kind.MouseButtonRelease,
    _Kind.MouseButtonDblClick,
    _Kind.ContextMenu,
    _Kind.ToolTip,
}


class MarkerHands(QObject):
    """Signals: moved(marker id, frame); named(marker id): its name is to be changed; menu_requested(marker id, QPoint
    of the screen); let_go(): a drag ended, however."""

    moved = Signal(object, int)  # ids have 63 bits
    named = Signal(object)
    menu_requested = Signal(object, object)
    let_go = Signal()

    def __init__(self, timeline: TimelineView) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self._held: Flag | None = None
        self._pressed = QPointF()
        timeline.viewport().installEventFilter(self)
        timeline.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (_Kind.KeyPress, _Kind.ShortcutOverride):
            return self._key(cast(QKeyEvent, event))
        if kind not in _MOUSE:  # those of a timeline that is being taken apart too
            return False
        if watched is self._timeline or self._timeline.scene.clock is None:
            return False
        if kind is _Kind.MouseButtonPress:
            return self._press(cast(QMouseEvent, event))
        if kind is _Kind.MouseMove:
            return self._move(cast(QMouseEvent, event))
        if kind is _Kind.MouseButtonRelease:
            return self._release(cast(QMouseEvent, event))
        if kind is _Kind.MouseButtonDblClick:
            return self._double_click(cast(QMouseEvent, event))
        if kind is _Kind.ContextMenu:
            return self._menu(cast(QContextMenuEvent, event))
        if kind is _Kind.ToolTip:
            return self._tip(cast(QHelpEvent, event))
        return False

    def _flag(self, at: QPointF | QPoint) -> Flag | None:
        scene = self._timeline.scene
        return flag_at(scene.notes, scene.scale, QFontMetricsF(self._timeline.font()), QPointF(at))

    def _press(self, event: QMouseEvent) -> bool:
        flag = self._flag(event.position())
        if flag is None or event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._held, self._pressed = flag, event.position()
        return True

    def _move(self, event: QMouseEvent) -> bool:
        timeline, at = self._timeline, event.position()
        if self._held is None:
            if event.buttons() != Qt.MouseButton.NoButton or self._flag(at) is None:
                return False
            timeline.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            return True
        notes = timeline.scene.notes
        if notes.held is None and (at - self._pressed).manhattanLength() < _SLACK:
            return True
        frame = self._frame(self._held, at, event.modifiers())
        if notes.held != (self._held.id, frame):
            notes.held = (self._held.id, frame)
            timeline.preview_frame(frame)
            timeline.redraw()
        return True

    def _frame(self, flag: Flag, at: QPointF, mods: Qt.KeyboardModifier) -> int:
        """Where the flag goes: as far as the pointer did, and to the playhead when it is near (not with Alt)."""
        scene = self._timeline.scene
        wanted = flag.frame + (at.x() - self._pressed.x()) * scene.scale.per_pixel
        near = abs(wanted - scene.playhead) <= _SNAP * scene.scale.per_pixel
        if near and self._timeline.snapping and not mods & Qt.KeyboardModifier.AltModifier:
            return scene.playhead
        return max(0, min(scene.frames - 1, round(wanted)))

    def _release(self, event: QMouseEvent) -> bool:
        flag = self._held
        if flag is None or event.button() is not Qt.MouseButton.LeftButton:
            return False
        goal = self._let_go()
        if goal is not None:
            self.moved.emit(flag.id, goal)
        else:
            self._timeline.seek(flag.frame)
        return True

    def _let_go(self) -> int | None:
        """Ends the drag; where the flag was dragged to, None where it was not."""
        notes = self._timeline.scene.notes
        goal = notes.held[1] if notes.held else None
        self._held, notes.held = None, None
        self._timeline.redraw()
        if goal is not None:
            self.let_go.emit()
        return goal

    def _double_click(self, event: QMouseEvent) -> bool:
        flag = self._flag(event.position())
        if flag is None or event.button() is not Qt.MouseButton.LeftButton:
            return False
        self.named.emit(flag.id)
        return True

    def _menu(self, event: QContextMenuEvent) -> bool:
        flag = self._flag(event.pos()) if event.reason() is not QContextMenuEvent.Reason.Keyboard else None
        if flag is None:
            return False
        self.menu_requested.emit(flag.id, event.globalPos())
        return True

    def _tip(self, event: QHelpEvent) -> bool:
        flag, clock = self._flag(event.pos()), self._timeline.scene.clock
        if flag is None or clock is None:
            return False
        name = flag.name or self.tr("Marker")
        text = f"{name}\n{format_seconds(clock.seconds(flag.frame))}  ·  {flag.frame}"
        QToolTip.showText(event.globalPos(), text, self._timeline.viewport())
        return True

    def _key(self, event: QKeyEvent) -> bool:
        """Escape gives the flag back, and is no shortcut meanwhile."""
        if self._held is None or event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() is _Kind.KeyPress:
            self._let_go()
        return True

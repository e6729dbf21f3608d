"""The hand on the picture: Ctrl with the wheel or a pinch enlarges it where the pointer is, a drag moves it, a double
click shows all of it again. A click that was none of these is told to the stage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from app.views.player_zoom import STEP, Frame, Zoom

_NOTCH = 120  # of a wheel, in eighths of a degree


class Hand(QObject):
    """Watches a widget's events. `frame()` is what is shown where now, None while there is no picture; `moved(zoom)`
    takes the new place; `clicked()` is called for a plain click."""

    def __init__(
        self,
        widget: QWidget,
        frame: Callable[[], Frame | None],
        moved: Callable[[Zoom], None],
        clicked: Callable[[], None],
    ) -> None:
        super().__init__(widget)
        self._widget, self._frame, self._moved, self._clicked = widget, frame, moved, clicked
        self.zoom = Zoom()
        self._pressed: QPointF | None = None
        self._dragged = self._doubled = False
        self._click = QTimer(self, singleShot=True)  # while enlarged, a click may become a double click
        self._click.setInterval(QApplication.doubleClickInterval())
        self._click.timeout.connect(clicked)
        widget.grabGesture(Qt.GestureType.PinchGesture)
        widget.installEventFilter(self)

    def set_zoom(self, zoom: Zoom) -> None:
        frame = self._frame()
        zoom = frame.held(zoom) if frame else Zoom()
        if zoom != self.zoom:
            self.zoom = zoom
            self._moved(zoom)

    def scale_to(self, scale: float, at: QPointF | None = None) -> None:
        """Device pixels to one row of the picture."""
        if frame := self._frame():
            self.set_zoom(frame.zoomed(self.zoom, scale, at))

    def scale_by(self, factor: float, at: QPointF | None = None) -> None:
        if frame := self._frame():
            self.scale_to(frame.scale(self.zoom) * factor, at)

    def pan(self, by: QPointF) -> None:
        if frame := self._frame():
            self.set_zoom(frame.panned(self.zoom, by))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.scale_by(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.scale_by(pinch.scaleFactor(), self._widget.mapFromGlobal(pinch.centerPoint()))
                return True
        elif isinstance(event, QMouseEvent) and event.button() | event.buttons() == Qt.MouseButton.LeftButton:
            self._mouse(kind, event)
        return False

    def _wheel(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._frame() is None:
            return False
        self.scale_by(STEP ** (event.angleDelta().y() / _NOTCH), event.position())
        event.accept()
        return True

    def _mouse(self, kind: QEvent.Type, event: QMouseEvent) -> None:
        at = event.position()
        if kind == QEvent.Type.MouseButtonPress:
            self._pressed, self._dragged, self._doubled = at, False, False
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._doubled = self.zoom.scale is not None
            self._pressed, self._dragged = at, False
            if self._doubled:
                self._click.stop()
                self.set_zoom(Zoom())
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            self._drag(at)
        elif kind == QEvent.Type.MouseButtonRelease:
            pressed, self._pressed = self._pressed, None
            if self._dragged:
                self._widget.unsetCursor()
            elif pressed is not None and not self._doubled and self._widget.rect().contains(at.toPoint()):
                (self._click.start if self.zoom.scale is not None else self._clicked)()

    def _drag(self, at: QPointF) -> None:
        assert self._pressed is not None
        by = at - self._pressed
        far = by.manhattanLength() >= QApplication.startDragDistance()
        if self.zoom.scale is not None and (self._dragged or far):
            self._dragged, self._pressed = True, at
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(by)

"""The in and out points that the next segment will be made from."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.time import Span


class Marks(QObject):
    """Boundaries, not frames: `out` is one past the last frame. Setting one beyond the other moves the other away.

    Signals: changed().
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.start: int | None = None
        self.stop: int | None = None

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.stop) if self.start is not None and self.stop is not None else None

    def set_in(self, boundary: int) -> None:
        self.start = boundary
        if self.stop is not None and self.stop <= boundary:
            self.stop = None
        self.changed.emit()

    def set_out(self, boundary: int) -> None:
        self.stop = boundary
        if self.start is not None and self.start >= boundary:
            self.start = None
        self.changed.emit()

    def clear(self) -> None:
        self.start = self.stop = None
        self.changed.emit()

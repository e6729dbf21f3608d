"""What a pressed mouse button does in the signal lanes until it is released: one class per gesture."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF

from app.views.signal_rows import Places


class Host(Protocol):
    """What gestures may do with the lanes."""

    @property
    def places(self) -> Places: ...
    def content_y(self, at: QPointF) -> float: ...
    def set_height(self, number: int, height: int) -> None: ...
    def exchange(self, number: int, other: int) -> None: ...
    def hold(self, number: int | None) -> None: ...
    def arranged_now(self) -> None: ...
    def seek_at(self, x: float) -> None: ...
    def set_divider(self, x: float) -> None: ...
    def drag_view(self, pixels: float) -> None: ...


class Hand:
    def __init__(self, host: Host, at: QPointF) -> None:
        self.host, self.at = host, at

    def move(self, at: QPointF) -> None: ...

    def release(self) -> None: ...


class Scrub(Hand):
    """The playhead goes where the pointer is."""

    def __init__(self, host: Host, at: QPointF) -> None:
        super().__init__(host, at)
        host.seek_at(at.x())

    def move(self, at: QPointF) -> None:
        self.host.seek_at(at.x())


class Resize(Hand):
    """A lane's lower border follows the pointer."""

    def __init__(self, host: Host, at: QPointF, number: int) -> None:
        super().__init__(host, at)
        self.number = number

    def move(self, at: QPointF) -> None:
        self.host.set_height(self.number, round(self.host.content_y(at)) - self.host.places.tops[self.number])

    def release(self) -> None:
        self.host.arranged_now()


class Reorder(Hand):
    """A lane that is held at its heading changes places with those it is moved over."""

    def __init__(self, host: Host, at: QPointF, number: int) -> None:
        super().__init__(host, at)
        self.number, self.moved = number, False
        host.hold(number)

    def move(self, at: QPointF) -> None:
        y = self.host.content_y(at)
        tops = self.host.places.tops
        while self.number > 0 and y < (tops[self.number - 1] + tops[self.number]) / 2:
            self._to(self.number - 1)
            tops = self.host.places.tops
        while self.number < len(tops) - 2 and y > (tops[self.number + 1] + tops[self.number + 2]) / 2:
            self._to(self.number + 1)
            tops = self.host.places.tops

    def _to(self, number: int) -> None:
        self.host.exchange(self.number, number)
        self.number, self.moved = number, True
        self.host.hold(number)

    def release(self) -> None:
        self.host.hold(None)
        if self.moved:
            self.host.arranged_now()


class Divide(Hand):
    """The headings' right border follows the pointer."""

    def move(self, at: QPointF) -> None:
        self.host.set_divider(at.x())


class Pan(Hand):
    """What is shown follows the pointer."""

    def move(self, at: QPointF) -> None:
        self.host.drag_view(self.at.x() - at.x())
        self.at = at

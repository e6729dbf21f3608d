"""A small timeline to point at, and a mouse whose keys are held while it moves."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.views.timeline import Lane, TimelineView
from app.views.timeline_scene import RULER_HEIGHT
from core.rows import Label, LabelKind, Segment, State, Track, TrackKind
from core.time import ConstantRate, Span
from core.timeline.query import SegmentTable

FRAMES = 1000
CLOCK = ConstantRate(Fraction(25), FRAMES)
MINE = Track(1, 1, "You")
RUN = Track(2, 1, "A run", TrackKind.RUN, run_id=1)
JUMP = Label(1, "jump", "#4e9f50", key="j")
CLAP = Label(2, "clap", "#e15759", kind=LabelKind.POINT)

FIRST = Segment(11, 1, 1, Span(100, 200))
SECOND = Segment(12, 1, 1, Span(400, 500), state=State.CORRECTED, score=0.8)
POINT = Segment(13, 1, 2, Span(300, 301))
FOUND = Segment(14, 2, 1, Span(600, 800), score=0.7, state=State.PREDICTED)
REFUSED = Segment(15, 2, 1, Span(850, 950), score=0.4, state=State.REJECTED)


def small_lanes() -> list[Lane]:
    """Row 0: two jumps; row 1: a clap, a point; row 2, not editable: two found jumps over their curve."""
    x = np.arange(0, FRAMES, 4)
    return [
        Lane(MINE, JUMP, SegmentTable.of([FIRST, SECOND])),
        Lane(MINE, CLAP, SegmentTable.of([POINT])),
        Lane(
            RUN,
            JUMP,
            SegmentTable.of([FOUND, REFUSED]),
            curve=(x, np.abs(np.sin(x / 90)).astype(np.float32)),
            threshold=0.5,
            editable=False,
        ),
    ]


@dataclass
class Heard:
    """Everything a timeline has told, in order, by the name of the signal."""

    said: list[tuple[str, object]] = field(default_factory=list)

    def listen(self, view: TimelineView) -> None:
        view.seek_requested.connect(lambda frame: self.said.append(("seek", frame)))
        view.span_drawn.connect(lambda lane, span: self.said.append(("drawn", (lane.label.name, span))))
        view.edge_previewed.connect(lambda frame: self.said.append(("edge", frame)))
        view.segment_changed.connect(lambda segment, span: self.said.append(("changed", (segment.id, span))))
        view.selection_changed.connect(lambda ids: self.said.append(("selected", ids)))
        view.activated.connect(lambda segment: self.said.append(("activated", segment.id)))
        view.menu_requested.connect(lambda segment, at: self.said.append(("menu", segment and segment.id)))

    def of(self, name: str) -> list[object]:
        return [value for said, value in self.said if said == name]


@dataclass
class Mouse:
    """Presses, moves and wheels at frames and rows of a view."""

    view: TimelineView
    at: QPointF = field(default_factory=QPointF)
    held: Qt.MouseButton = Qt.MouseButton.NoButton

    def place(self, frame: float, lane: int | None) -> QPointF:
        """Pixels of a frame's left edge on a lane, or on the ruler (None)."""
        scene = self.view.scene
        if lane is None:
            return QPointF(scene.scale.x(frame), 5)
        row = scene.rows.lane(lane)
        assert row is not None
        return QPointF(scene.scale.x(frame), scene.row_top(row) + 12)

    def press(
        self,
        frame: float,
        lane: int | None,
        mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        self.press_at(self.place(frame, lane), mods, button)

    def press_at(
        self,
        at: QPointF,
        mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        self.at, self.held = at, button
        self._send(QEvent.Type.MouseButtonPress, button, mods)

    def move(
        self,
        frame: float,
        lane: int | None,
        mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """In two steps, as a hand does."""
        goal = self.place(frame, lane)
        for at in ((self.at + goal) / 2, goal):
            self.at = at
            self._send(QEvent.Type.MouseMove, Qt.MouseButton.NoButton, mods)

    def release(self, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        button, self.held = self.held, Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseButtonRelease, button, mods)

    def click(self, frame: float, lane: int | None, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.press(frame, lane, mods)
        self.release(mods)

    def drag(
        self,
        start: tuple[float, int | None],
        stop: tuple[float, int | None],
        mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.press(*start, mods)
        self.move(*stop, mods)
        self.release(mods)

    def double_click(self, frame: float, lane: int) -> None:
        self.click(frame, lane)
        self.held = Qt.MouseButton.LeftButton
        self._send(QEvent.Type.MouseButtonDblClick, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        self.release()

    def wheel(
        self,
        frame: float,
        lane: int,
        turned: tuple[int, int],
        mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        at, port = self.place(frame, lane), self.view.viewport()
        event = QWheelEvent(
            at,
            port.mapToGlobal(at),
            QPoint(),
            QPoint(*turned),
            Qt.MouseButton.NoButton,
            mods,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(port, event)

    def _send(self, kind: QEvent.Type, button: Qt.MouseButton, mods: Qt.KeyboardModifier) -> None:
        port = self.view.viewport()
        QApplication.sendEvent(port, QMouseEvent(kind, self.at, port.mapToGlobal(self.at), button, self.held, mods))


__all__ = ["CLAP", "CLOCK", "FOUND", "FRAMES", "JUMP", "RULER_HEIGHT", "Heard", "Mouse", "small_lanes"]

"""What a pressed mouse button does until it is released or cancelled: one class per gesture.

A gesture sees only the `Host` it works on; a press that does not move is its `click`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt

from app.views.timeline_hit import between, inside
from app.views.timeline_scene import Hit, Preview, Scene
from app.views.timeline_snap import snap
from core.rows import Segment
from core.time import Span

Mods = Qt.KeyboardModifier
_SLACK = 4.0  # pixels of movement that are still a click


class Host(Protocol):
    """What gestures need of the view."""

    scene: Scene
    snapping: bool

    def redraw(self) -> None: ...
    def seek(self, frame: float) -> None: ...
    def preview_frame(self, frame: int) -> None: ...
    def drawn(self, lane: int, span: Span) -> None: ...
    def reshaped(self, segment: Segment, span: Span) -> None: ...
    def reshaped_together(self, spans: list[tuple[Segment, Span]], how: str) -> None: ...
    def shaping(self) -> None: ...
    def heading_clicked(self, track_id: int, on_arrow: bool) -> None: ...
    def tracks_ordered(self, track_ids: list[int]) -> None: ...
    def select(self, ids: set[int], known: Sequence[Segment] = ()) -> None: ...
    def pan_to(self, first: float, scroll: int) -> None: ...
    def set_header_width(self, width: float) -> None: ...


class Gesture:
    """`scrolls`: the view scrolls while the pointer is held beyond its border."""

    scrolls = False

    def __init__(self, host: Host, hit: Hit, at: QPointF, mods: Mods) -> None:
        self.host, self.hit, self.origin = host, hit, at
        self.scene = host.scene
        self.begun = False
        self.origin_frame = host.scene.scale.frame(at.x())
        self.press(mods)

    def move(self, at: QPointF, mods: Mods) -> None:
        if not self.begun and (at - self.origin).manhattanLength() < _SLACK:
            return
        self.begun = True
        self.drag(at, mods)
        self.host.redraw()

    def release(self, at: QPointF, mods: Mods) -> None:
        """Ends it. The preview is cleared first, so that what the listeners do shows at once."""
        preview = self._clear()
        if self.begun:
            self.drop(at, mods, preview)
        else:
            self.click(mods)
        self.host.redraw()

    def cancel(self) -> None:
        if self._clear() is not None:
            self.host.preview_frame(self.scene.playhead)  # the player goes back to where it was
        self.undo()
        self.host.redraw()

    def _clear(self) -> Preview | None:
        preview, self.scene.preview, self.scene.guide, self.scene.band = self.scene.preview, None, None, None
        self.scene.along, self.scene.room, self.scene.refusal, self.scene.drop_line = [], [], "", None
        return preview

    def press(self, mods: Mods) -> None: ...
    def click(self, mods: Mods) -> None: ...
    def drag(self, at: QPointF, mods: Mods) -> None: ...
    def drop(self, at: QPointF, mods: Mods, preview: Preview | None) -> None: ...
    def undo(self) -> None: ...

    def snapped(self, frame: float, mods: Mods, but: frozenset[int] = frozenset()) -> int:
        """The boundary nearest to `frame`, or the one it snaps to, which then shows as the guide."""
        found = None
        if self.host.snapping and not mods & Mods.AltModifier:
            found = snap(self.scene, frame, but)
        self.scene.guide, self.scene.guide_name = (found.frame, found.name) if found else (None, "")
        return max(0, min(self.scene.frames, round(frame) if found is None else found.frame))

    def keep_guide(self, *edges: int) -> None:
        """The guide goes when something was in the way of snapping to it."""
        if self.scene.guide not in edges:
            self.scene.guide = None


class Scrub(Gesture):
    scrolls = True

    def press(self, mods: Mods) -> None:
        self.before = self.scene.playhead
        self.host.seek(self.origin_frame)

    def drag(self, at: QPointF, mods: Mods) -> None:
        self.host.seek(self.scene.scale.frame(at.x()))

    def undo(self) -> None:
        self.host.seek(self.before)


class Draw(Gesture):
    """A new span on an empty part of a row; a click there seeks and gives up the selection."""

    scrolls = True

    def press(self, mods: Mods) -> None:
        self.anchor = self.snapped(self.origin_frame, mods)
        self.scene.guide = None

    def click(self, mods: Mods) -> None:
        self.host.select(set())
        self.host.seek(self.origin_frame)

    def drag(self, at: QPointF, mods: Mods) -> None:
        lane = self.hit.lane
        assert lane is not None
        there = self.snapped(self.scene.scale.frame(at.x()), mods)
        if self.scene.lanes[lane].point:
            there = min(there, self.scene.frames - 1)
            span = Span(there, there + 1)
        else:
            first, last = sorted((self.anchor, there))
            if first == last:
                first, last = (first, last + 1) if last < self.scene.frames else (first - 1, last)
            span = Span(first, last)
        self.scene.preview = Preview(lane, None, span)
        self.host.shaping()
        self.host.preview_frame(span.stop - 1 if there > self.anchor else span.start)

    def drop(self, at: QPointF, mods: Mods, preview: Preview | None) -> None:
        if preview:
            self.host.drawn(preview.lane, preview.span)


class Pick(Gesture):
    """A click on a segment: alone it selects, with Ctrl it toggles, with Shift it extends."""

    anchor: tuple[int, Segment] | None = None

    def click(self, mods: Mods) -> None:
        segment, lane = self.hit.segment, self.hit.lane
        assert segment is not None
        assert lane is not None
        chosen = set(self.scene.selection)
        if mods & Mods.ShiftModifier:
            beginning = next((s for n, s in self.scene.selected.values() if n == lane), None)
            self.host.select(chosen | (between(self.scene, lane, beginning, segment) if beginning else {segment.id}))
        elif mods & Mods.ControlModifier:
            self.host.select(chosen ^ {segment.id}, [segment])
        else:
            self.host.select({segment.id}, [segment])


class Reshape(Pick):
    """What trimming and moving share: the segment stays as it is until the button is released."""

    scrolls = True

    def drop(self, at: QPointF, mods: Mods, preview: Preview | None) -> None:
        segment = self.hit.segment
        if preview and segment and preview.span != segment.span:
            self.host.reshaped(segment, preview.span)

    def show(self, span: Span, frame: int) -> None:
        lane, segment = self.hit.lane, self.hit.segment
        assert lane is not None
        assert segment is not None
        before = self.scene.preview
        self.scene.preview = Preview(lane, segment, span)
        if before is None or before.span != span:
            self.host.shaping()
            self.host.preview_frame(frame)
        if segment.id not in self.scene.selection:
            self.host.select({segment.id}, [segment])


class Trim(Reshape):
    """One edge. The other one stays, and a frame remains."""

    def drag(self, at: QPointF, mods: Mods) -> None:
        segment = self.hit.segment
        assert segment is not None
        span = segment.span
        edge = span.stop if self.hit.edge else span.start
        moved = edge + self.scene.scale.frame(at.x()) - self.origin_frame
        there = self.snapped(moved, mods, frozenset({segment.id}))
        if self.hit.edge:
            there = max(there, span.start + 1)
            self.show(Span(span.start, there), there - 1)
        else:
            there = min(there, span.stop - 1)
            self.show(Span(there, span.stop), there)
        self.keep_guide(there)


class Move(Reshape):
    """The whole segment along its row; whichever edge is nearer to something snaps."""

    ids: frozenset[int] = frozenset()

    def press(self, mods: Mods) -> None:
        assert self.hit.segment is not None
        self.ids = frozenset({self.hit.segment.id})

    def limits(self, span: Span) -> tuple[int, int]:
        """How many frames back and forth there is room for."""
        return -span.start, self.scene.frames - span.stop

    def drag(self, at: QPointF, mods: Mods) -> None:
        segment = self.hit.segment
        assert segment is not None
        span = segment.span
        moved = self.scene.scale.frame(at.x()) - self.origin_frame
        least, most = self.limits(span)
        shift = max(least, min(most, self._shift(span, moved, mods)))
        self.keep_guide(span.start + shift, span.stop + shift)
        self.show(span.shifted(shift), span.start + shift)

    def _shift(self, span: Span, moved: float, mods: Mods) -> int:
        self.scene.guide = None
        if not self.host.snapping or mods & Mods.AltModifier:
            return round(moved)
        edges = (span.start,) if self.scene.lanes[self.hit.lane or 0].point else (span.start, span.stop)
        options = [(edge, snap(self.scene, edge + moved, self.ids)) for edge in edges]
        near = [
            (abs(edge + moved - found.frame), found.frame - edge, found.frame, found.name)
            for edge, found in options
            if found is not None
        ]
        if not near:
            return round(moved)
        _, shift, self.scene.guide, self.scene.guide_name = min(near)
        return shift


class Band(Pick):
    """A rubber band; begun with Ctrl it adds to the selection. A click on a segment still picks it."""

    scrolls = True

    def press(self, mods: Mods) -> None:
        self.kept = set(self.scene.selection) if mods & (Mods.ControlModifier | Mods.ShiftModifier) else set()
        self.before = set(self.scene.selection)
        self.scroll = self.scene.scroll

    def click(self, mods: Mods) -> None:
        if self.hit.segment is not None:
            super().click(mods)
        elif not mods & (Mods.ControlModifier | Mods.ShiftModifier):
            self.host.select(set())
            self.host.seek(self.origin_frame)

    def drag(self, at: QPointF, mods: Mods) -> None:
        corner = QPointF(self.scene.scale.x(self.origin_frame), self.origin.y() + self.scroll - self.scene.scroll)
        self.scene.band = QRectF(corner, at).normalized()
        self.host.select(self.kept | inside(self.scene, self.scene.band))

    def undo(self) -> None:
        self.host.select(self.before)


class Pan(Gesture):
    def press(self, mods: Mods) -> None:
        self.first, self.scroll = self.scene.scale.first, self.scene.scroll

    def drag(self, at: QPointF, mods: Mods) -> None:
        away = at - self.origin
        self.host.pan_to(self.first - away.x() * self.scene.scale.per_pixel, self.scroll - round(away.y()))

    def undo(self) -> None:
        self.host.pan_to(self.first, self.scroll)


class Divide(Gesture):
    def press(self, mods: Mods) -> None:
        self.width = self.scene.scale.left

    def drag(self, at: QPointF, mods: Mods) -> None:
        self.host.set_header_width(self.width + at.x() - self.origin.x())

    def undo(self) -> None:
        self.host.set_header_width(self.width)

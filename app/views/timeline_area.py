"""The timeline's surface: scroll bars, zoom, painting. What people do to it with mouse and keys is in timeline.py."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.views.timeline_colors import Colors, faded
from app.views.timeline_memory import Memory
from app.views.timeline_paint import Look, paint
from app.views.timeline_scale import END_ROOM, START_ROOM, Scale
from app.views.timeline_scene import RULER_HEIGHT, Scene
from app.words import with_keys
from core.time import Span, format_seconds

_LEAST_HEADER, _LEAST_ROWS = 80, 120  # pixels
_LEAST_TRACKS = 96  # pixels of height that stay above what stands below them
_AROUND = 12  # pixels beside the playhead's line that its handle covers


class TimelineArea(QAbstractScrollArea):
    looked = Signal()  # other frames are on screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = Scene()
        self._memory = Memory()
        self._syncing = False
        self._foot: QWidget | None = None
        self._colors = Colors.of(self.palette())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # a video brings both to stay
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(28)
        self.horizontalScrollBar().setSingleStep(40)

    def sizeHint(self) -> QSize:
        return QSize(900, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_HEADER + _LEAST_ROWS, RULER_HEIGHT + 60)

    # -- where things are

    def visible_span(self) -> Span:
        """The frames on screen; [0, 1) without a video."""
        frames = max(1, self.scene.frames)
        first = max(0, min(frames - 1, int(self.scene.scale.first)))
        return Span(first, max(first + 1, min(frames, int(self.scene.scale.last) + 1)))

    def zoom(self, factor: float) -> None:
        """Zooms in (`factor` > 1) or out around the playhead, around the middle where that is not on screen."""
        scale = self.scene.scale
        x = scale.x(self.scene.playhead)
        inside = scale.left <= x <= scale.left + scale.width
        self._look_at(scale.zoomed(factor, x if inside else scale.left + scale.width / 2))

    def zoom_to(self, span: Span) -> None:
        """Shows a span with a little air around it."""
        scale = self.scene.scale
        per_pixel = len(span) * 1.1 / max(1.0, scale.width)
        self._look_at(replace(scale, per_pixel=per_pixel, first=span.start - len(span) * 0.05))

    def zoom_to_fit(self) -> None:
        self._look_at(self.scene.scale.whole())

    def ensure_visible(self, frame: int) -> None:
        """Turns the page when a frame is off screen: it then stands near the left border."""
        scale = self.scene.scale
        if not scale.first <= frame <= scale.last - 1:
            self._look_at(replace(scale, first=frame - scale.width * scale.per_pixel * 0.08))

    def ensure_lane_visible(self, number: int) -> None:
        """Scrolls up or down as little as brings a row on screen; one of a folded track has no row."""
        row, bar = self.scene.rows.lane(number), self.verticalScrollBar()
        if row is not None:
            room = self.viewport().height() - RULER_HEIGHT
            bar.setValue(max(min(bar.value(), row.y), row.y + row.height - room))

    def look(self, first: float, last: float) -> None:
        """Shows these frames, as far as there are such and they can be told apart."""
        scale = self.scene.scale
        self._look_at(replace(scale, first=first, per_pixel=max(1e-6, last - first) / max(1.0, scale.width)))

    def pan_to(self, first: float, scroll: int) -> None:
        self.verticalScrollBar().setValue(scroll)
        self._look_at(replace(self.scene.scale, first=first))

    def set_header_width(self, width: float) -> None:
        most = max(_LEAST_HEADER, self.viewport().width() - _LEAST_ROWS)
        self._measure(int(max(_LEAST_HEADER, min(most, width))))

    def _look_at(self, scale: Scale) -> None:
        self.scene.scale = scale.clamped()
        self._sync_bars()
        self.looked.emit()
        left = int(self.scene.scale.left)  # the header does not change
        self.viewport().update(left, 0, self.viewport().width() - left, self.viewport().height())

    def redraw(self) -> None:
        self.viewport().update()

    def _measure(self, header: int | None = None) -> None:
        """Takes over the widget's size; a video that was shown whole stays so."""
        scale = self.scene.scale
        left = scale.left if header is None else header
        width = max(1.0, self.viewport().width() - left)
        grown = replace(scale, left=float(left), width=width, frames=max(1, self.scene.frames))
        self.scene.height = self.viewport().height()
        self._look_at(grown.whole() if scale.fits else grown)
        self.redraw()

    # -- scroll bars

    def _sync_bars(self) -> None:
        scale, across, down = self.scene.scale, self.horizontalScrollBar(), self.verticalScrollBar()
        self._syncing = True
        whole = int(scale.frames / scale.per_pixel + START_ROOM + END_ROOM)
        across.setPageStep(max(1, int(scale.width)))
        across.setRange(0, 0 if scale.fits else max(0, whole - int(scale.width)))
        across.setValue(round(scale.first / scale.per_pixel + START_ROOM))
        room = max(0, self.viewport().height() - RULER_HEIGHT)
        down.setPageStep(max(1, room))
        down.setRange(0, max(0, self.scene.rows.height - room))
        self.scene.scroll = down.value()
        self._syncing = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._syncing:
            return
        self.scene.scroll = self.verticalScrollBar().value()
        if dx:
            scale = self.scene.scale
            first = (self.horizontalScrollBar().value() - START_ROOM) * scale.per_pixel
            self.scene.scale = replace(scale, first=first).clamped()
            self.looked.emit()
        self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_foot()
        self._measure()

    # -- what stands below the rows

    def set_foot(self, foot: QWidget) -> None:
        """A widget that shares the rows' columns, between them and the scroll bar, as high as its size hint where there
        is room."""
        self._foot = foot
        foot.setParent(self)
        self.place_foot()

    def place_foot(self) -> None:
        if self._foot is None:
            return
        room = self.height() - self.horizontalScrollBar().sizeHint().height() - RULER_HEIGHT - _LEAST_TRACKS
        height = 0 if self.scene.clock is None else max(0, min(room, self._foot.sizeHint().height()))
        if self.viewportMargins().bottom() != height:
            self.setViewportMargins(0, 0, 0, height)  # comes back here
        port = self.viewport().geometry()
        self._foot.setGeometry(port.x(), port.bottom() + 1, port.width(), height)
        self._foot.setVisible(height > 0)

    # -- painting

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._colors = Colors.of(self.palette())
            self.redraw()

    def update_playhead(self, *frames: int) -> None:
        """Repaints only what a playhead that moves between these frames covers, and the clock in the corner."""
        scale = self.scene.scale
        for frame in frames:
            left, right = scale.x(frame) - _AROUND, scale.x(frame + 1) + _AROUND
            self.viewport().update(QRectF(left, 0, right - left, self.scene.height).toAlignedRect())
        self.viewport().update(QRect(0, 0, int(scale.left), RULER_HEIGHT))

    def update_lane(self, number: int) -> None:
        row = self.scene.rows.lane(number)
        if row is not None:
            self.viewport().update(QRect(0, self.scene.row_top(row), self.viewport().width(), row.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        look = Look(self._colors, self.devicePixelRatioF(), self._memory, self._corner())
        for area in cast(Iterable[QRect], event.region()):  # iterable, though the stubs do not say so
            painter.save()
            if self.scene.clock is None:
                painter.fillRect(area, self._colors.base)
            else:
                paint(painter, self.scene, area, look)
            painter.restore()
        if said := self._nothing():
            self._paint_words(painter, *said)
        if self.hasFocus():
            whole, color = self.viewport().rect(), faded(self._colors.accent, 0.9)
            for x, y, width, height in (
                (0, 0, whole.width(), 1),
                (0, whole.height() - 1, whole.width(), 1),
                (0, 0, 1, whole.height()),
                (whole.width() - 1, 0, 1, whole.height()),
            ):
                painter.fillRect(x, y, width, height, color)
        painter.end()

    def _corner(self) -> str:
        clock = self.scene.clock
        if clock is None:
            return ""
        return f"{format_seconds(clock.seconds(self.scene.playhead))}  ·  {self.scene.playhead}"

    def _nothing(self) -> tuple[str, str] | None:
        if self.scene.clock is None:
            return self.tr("No video"), self.tr("Its activities and labels will stand here")
        if not self.scene.lanes:
            hint = self.tr("Press {analyze} to find activities, or add a label and drag across its row")
            return self.tr("Nothing on the timeline yet"), with_keys(hint)
        return None

    def _paint_words(self, painter: QPainter, title: str, hint: str) -> None:
        box = QRectF(self.viewport().rect())
        if self.scene.clock is not None:
            box.setLeft(self.scene.scale.left)
            box.setTop(RULER_HEIGHT)
        font = self.font()
        painter.setPen(self._colors.muted)
        lower = box.adjusted(12, 2, -12, 0)
        lower.setTop(box.center().y() + 2)
        painter.drawText(lower, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, hint)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._colors.text)
        upper = box.adjusted(12, 0, -12, 0)
        upper.setBottom(box.center().y() - 2)
        painter.drawText(upper, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, title)

"""How large the picture is and which part of it is in sight: pure geometry, in the widget's pixels."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF

LARGEST = 32.0  # screen pixels to a picture's pixel; small pictures may become 4 times what fits
CRISP = 4.0  # from this on pixels are shown as squares
STEP = 1.25


@dataclass(frozen=True, slots=True)
class Zoom:
    """`scale`: device pixels to one row of the picture, None fits the whole into the widget; `centre`: the place of the
    picture, 0…1 in both directions, that lies in the widget's middle."""

    scale: float | None = None
    centre: QPointF = field(default_factory=lambda: QPointF(0.5, 0.5))


@dataclass(frozen=True, slots=True)
class Frame:
    """What a Zoom applies to. `picture`: pixels as shown, already stretched by their aspect; `room`: the widget's
    size; `ratio`: device pixels to one of the widget's."""

    picture: QSizeF
    room: QSize
    ratio: float = 1.0

    @property
    def fitting(self) -> float:
        """The scale at which all of the picture is in sight."""
        across = self.room.width() / max(1.0, self.picture.width())
        down = self.room.height() / max(1.0, self.picture.height())
        return min(across, down) * self.ratio

    def scale(self, zoom: Zoom) -> float:
        return self.fitting if zoom.scale is None else zoom.scale

    def rect(self, zoom: Zoom) -> QRect:
        """Where the whole picture lies in the widget; beyond its edges where it is enlarged."""
        scale = self.scale(zoom) / self.ratio
        size = QSizeF(self.picture.width() * scale, self.picture.height() * scale)
        left = self.room.width() / 2 - zoom.centre.x() * size.width()
        top = self.room.height() / 2 - zoom.centre.y() * size.height()
        return QRectF(QPointF(left, top), size).toRect()

    def zoomed(self, zoom: Zoom, scale: float, at: QPointF | None = None) -> Zoom:
        """Another scale; the place of the picture under `at` stays there. Down to fitting, where it ends."""
        if scale <= self.fitting * 1.001:
            return Zoom()
        scale = min(scale, max(LARGEST, 4 * self.fitting))
        at = at or QPointF(self.room.width() / 2, self.room.height() / 2)
        under = self.place(zoom, at)
        width, height = (side * scale / self.ratio for side in (self.picture.width(), self.picture.height()))
        off = QPointF((self.room.width() / 2 - at.x()) / width, (self.room.height() / 2 - at.y()) / height)
        return self.held(Zoom(scale, under + off))

    def place(self, zoom: Zoom, at: QPointF) -> QPointF:
        """The place of the picture under a point of the widget, 0…1."""
        rect = self.rect(zoom)
        return QPointF((at.x() - rect.left()) / max(1, rect.width()), (at.y() - rect.top()) / max(1, rect.height()))

    def panned(self, zoom: Zoom, by: QPointF) -> Zoom:
        """The picture moved by some of the widget's pixels."""
        rect = self.rect(zoom)
        off = QPointF(by.x() / max(1, rect.width()), by.y() / max(1, rect.height()))
        return self.held(replace(zoom, centre=zoom.centre - off))

    def held(self, zoom: Zoom) -> Zoom:
        """No empty room beside a picture that fills it; the middle where it does not."""
        if zoom.scale is None:
            return Zoom()
        scale = zoom.scale / self.ratio
        x = _held(zoom.centre.x(), self.room.width() / (2 * self.picture.width() * scale))
        y = _held(zoom.centre.y(), self.room.height() / (2 * self.picture.height() * scale))
        return replace(zoom, centre=QPointF(x, y))


def _held(centre: float, half: float) -> float:
    return 0.5 if half >= 0.5 else max(half, min(1 - half, centre))

"""What an overlay is: one value an entry of `app.overlays.OVERLAYS`, with its computing and its painting side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from app.jobs import Lane
from app.tasks.seeing import Opener
from core.seen import Seen

GAP = 10  # pixels between what is painted and the picture's edge
_PLATE = QColor(12, 14, 20, 205)


@dataclass(frozen=True)
class Range:
    """A slider: what it says, its ends, where it starts, and its value as text ("{:.1f} px"). Moves by factors."""

    title: str
    least: float
    most: float
    start: float
    text: str


@dataclass(frozen=True)
class Look:
    """How people want one overlay: `mode` is one of its modes' names; opacity 0…1; scale in the units of its Range."""

    on: bool = False
    mode: str = ""
    opacity: float = 0.7
    scale: float = 1.0


@dataclass
class Canvas:
    """What an overlay paints on. rect: where the picture is (an overlay may hand a smaller place on to those after it);
    stage: the whole widget. image: the picture itself. bottom, top: pixels that are taken there. label: the label of
    what is selected, else the one in use. chips: gives (text, "#rrggbb") of what happens at this frame."""

    painter: QPainter
    rect: QRectF
    stage: QRect
    image: QImage
    frame: int
    label: str = ""
    chips: Callable[[], Sequence[tuple[str, str]]] = tuple
    bottom: float = 0.0
    top: float = 0.0

    def draw(self, image: QImage, opacity: float = 1.0, place: QRectF | None = None, smooth: bool = True) -> None:
        self.painter.setOpacity(opacity)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        self.painter.drawImage(place or self.rect, image)
        self.painter.setOpacity(1.0)

    def visible(self) -> QRectF:
        """The part of the picture that is in sight."""
        return self.rect.intersected(QRectF(self.stage))

    def caption(self, text: str, picture: QImage | None = None) -> None:
        """A line in the upper right corner, below those that are there, with a small picture before it."""
        painter, metrics, room = self.painter, QFontMetrics(self.painter.font()), self.visible()
        side = picture.width() if picture is not None else 0
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(60, int(room.width()) - side - 50))
        width = metrics.horizontalAdvance(text) + 20 + (side + 8 if side else 0)
        height = max(24.0, picture.height() + 12.0 if picture is not None else 0.0)
        plate = QRectF(room.right() - GAP - width, room.top() + GAP + self.top, width, height)
        self.plate(plate)
        if picture is not None:
            painter.drawImage(QRectF(plate.left() + 8, plate.top() + 6, side, picture.height()), picture)
        painter.setPen(QColor("#ffffff"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(plate.adjusted(10 + (side + 8 if side else 0), 0, 0, 0), flags, text)
        self.top += height + 6

    def plate(self, rect: QRectF) -> None:
        """The dark ground that words are readable on, whatever the picture."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(_PLATE)
        self.painter.drawRoundedRect(rect, 8, 8)

    def digits(self, factor: float = 0.85) -> QFont:
        font = QFont(self.painter.font())
        font.setPointSizeF(max(7.0, font.pointSizeF() * factor))
        return font


@dataclass(frozen=True)
class Overlay:
    """name: in settings and of its action. modes: (name, title), the first to begin with. opacity, scale: None where it
    has no such slider. opener: makes the eye that computes its values (app.tasks.seeing); None: it paints what the
    document says. lane: where. ahead: seconds that are computed before the playhead. needs_run: whose network it is
    depends on the run that is chosen. rides: while playing it is computed on what the player has decoded, no further.
    paint(canvas, what was seen of this stretch or None, its value or None, look)."""

    name: str
    title: str
    about: str
    paint: Callable[[Canvas, Seen | None, Any, Look], None]
    opener: Opener | None = None
    lane: Lane = "heavy"
    modes: tuple[tuple[str, str], ...] = ()
    opacity: float | None = 0.7
    scale: Range | None = None
    ahead: float = 2.0
    needs_run: bool = False
    rides: bool = False
    start: Look = field(init=False)

    def __post_init__(self) -> None:
        look = Look(
            False,
            self.modes[0][0] if self.modes else "",
            1.0 if self.opacity is None else self.opacity,
            self.scale.start if self.scale else 1.0,
        )
        object.__setattr__(self, "start", look)


def rgb_image(pixels: np.ndarray) -> QImage:
    """uint8 [H, W, 3], or [H, W] gray, as an image of its own."""
    data = np.ascontiguousarray(pixels)
    height, width = data.shape[:2]
    kind, bytes_ = (QImage.Format.Format_RGB888, 3) if data.ndim == 3 else (QImage.Format.Format_Grayscale8, 1)
    return QImage(data.data, width, height, bytes_ * width, kind).copy()


def argb_image(pixels: np.ndarray) -> QImage:
    """uint32 [H, W], premultiplied ARGB, as an image of its own."""
    data = np.ascontiguousarray(pixels)
    height, width = data.shape
    return QImage(data.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


def premultiplied(colors: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """uint8 [..., 3] and float [...] 0…1 → uint32 [...] for `argb_image`."""
    parts = np.rint(colors.astype(np.float32) * alpha[..., None]).astype(np.uint32)
    found: np.ndarray = (
        (np.rint(alpha * 255).astype(np.uint32) << 24) | (parts[..., 0] << 16) | (parts[..., 1] << 8) | parts[..., 2]
    )
    return found

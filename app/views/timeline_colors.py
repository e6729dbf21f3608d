"""The timeline's colours, all taken from the palette and the labels, and images made from arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette


@dataclass(frozen=True, eq=False)  # hashed by identity: the painters remember what they made of one
class Colors:
    """What the painters draw with. `text` on `base`; `muted` for what is secondary; `accent` for the playhead."""

    base: QColor
    raised: QColor
    text: QColor
    muted: QColor
    line: QColor
    faint: QColor
    accent: QColor
    guide: QColor

    @classmethod
    def of(cls, palette: QPalette) -> Colors:
        text = palette.color(QPalette.ColorRole.Text)
        grounds = [palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Window)]
        # rows lie deeper than what frames them, in light and in dark
        raised, base = sorted(grounds, key=lambda ground: contrast(ground, text))
        return cls(
            base=base,
            raised=raised,
            text=text,
            muted=blend(text, base, 0.62),
            line=blend(text, base, 0.2),
            faint=blend(text, base, 0.055),
            accent=palette.color(QPalette.ColorRole.Highlight),
            guide=palette.color(QPalette.ColorRole.Link),
        )


def blend(over: QColor, under: QColor, alpha: float) -> QColor:
    """The opaque colour that `over` at `alpha` gives on `under`."""
    return QColor(
        round(over.red() * alpha + under.red() * (1 - alpha)),
        round(over.green() * alpha + under.green() * (1 - alpha)),
        round(over.blue() * alpha + under.blue() * (1 - alpha)),
    )


def faded(color: QColor, alpha: float) -> QColor:
    return QColor(color.red(), color.green(), color.blue(), round(255 * alpha))


def luminance(color: QColor) -> float:
    """WCAG 2 relative luminance, 0…1."""

    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.03928 else float(((value + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue())


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2 contrast ratio, 1…21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def readable_on(background: QColor) -> QColor:
    """Black or white, whichever stands out more: always a contrast of 4.5 or better."""
    dark, bright = QColor(0, 0, 0), QColor(255, 255, 255)
    return dark if contrast(dark, background) >= contrast(bright, background) else bright


@lru_cache(maxsize=512)
def _ramp(rgb: int) -> np.ndarray:
    """Premultiplied ARGB of one colour at alpha 0…255: uint32 [256]."""
    alpha = np.arange(256, dtype=np.uint32)
    red, green, blue = (rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255
    return (alpha << 24) | ((alpha * red // 255) << 16) | ((alpha * green // 255) << 8) | (alpha * blue // 255)


def pixels(alpha: np.ndarray, color: QColor) -> np.ndarray:
    """One colour at many strengths: uint8 of any shape → premultiplied ARGB, uint32 of that shape."""
    found: np.ndarray = _ramp(color.rgb() & 0xFFFFFF).take(alpha)
    return found


def mixed_pixels(alpha: np.ndarray, rgb: np.ndarray) -> np.ndarray:
    """Many colours, each at its strength: uint32 [n] twice → premultiplied ARGB, uint32 [n]."""
    red, green, blue = ((rgb >> shift & 255) * alpha // 255 for shift in (16, 8, 0))
    found: np.ndarray = alpha << 24 | red << 16 | green << 8 | blue
    return found


def draw(painter: QPainter, at: QPointF, picture: np.ndarray, ratio: float) -> None:
    """Draws premultiplied ARGB, uint32 [height, width], `ratio` of its pixels to a pixel of the widget."""
    height, width = picture.shape
    image = QImage(picture.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter.drawImage(at, image)  # drawn at once: `image` does not own the array's memory

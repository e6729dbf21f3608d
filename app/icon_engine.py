"""Draws the SVG icons of resources/icons in the colours of the theme that is on at that moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.paths import resource


class SvgIconEngine(QIconEngine):
    """One icon. `palette()` gives the colours when asked, never when made: that is how icons follow the theme."""

    def __init__(self, name: str, color: str, palette: Callable[[], Any]) -> None:
        super().__init__()
        self._name, self._color, self._palette = name, color, palette

    def clone(self) -> QIconEngine:
        return SvgIconEngine(self._name, self._color, self._palette)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """`size` is in device pixels, so the icon is sharp on every screen."""
        return rendered(self._name, self._shade(mode, state), min(size.width(), size.height()))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        side = min(rect.width(), rect.height())
        target = QRect(0, 0, side, side)
        target.moveCenter(rect.center())
        painter.drawPixmap(target, rendered(self._name, self._shade(mode, state), round(side * ratio)))

    def _shade(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        colors = self._palette()
        if mode == QIcon.Mode.Disabled:
            return str(colors.disabled)
        if self._color:
            return str(getattr(colors, self._color))
        return str(colors.accent if state == QIcon.State.On else colors.text)


@lru_cache(maxsize=1024)
def rendered(name: str, color: str, side: int) -> QPixmap:
    """The icon in one colour ("#rrggbb"), `side` device pixels square."""
    picture = QPixmap(max(1, side), max(1, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode())).render(
        painter, QRectF(0, 0, side, side)
    )
    painter.end()
    return picture


@lru_cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")

"""What the painters remember between repaints. Lives and dies with the view: laid-out texts hold on to Qt's fonts."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPixmap, QStaticText

from app.views.timeline_ruler import Tick, ticks
from app.views.timeline_scale import Scale
from app.views.timeline_scene import RULER_HEIGHT, Scene
from core.time import Clock
from core.timeline.query import SegmentTable

_SHORTEST_NAME = 42.0  # pixels
_WIDE = 12.0  # pixels from which a segment is drawn by itself
_DETAILED = 110  # at most so many of them on screen; the rest is drawn as coverage
_HEADS = 256
_ROWS = 64  # that fit on a screen


class Texts:
    """Laid-out texts of one font, kept between repaints. Lives and dies with the view: they hold on to Qt's fonts."""

    def __init__(self) -> None:
        self._font = ""
        self._metrics = QFontMetricsF(QFont())
        self._laid: dict[str, tuple[QStaticText, float]] = {}
        self._short: dict[tuple[str, int], str] = {}

    def use(self, font: QFont) -> None:
        if font.key() != self._font or len(self._laid) > 4096:
            self._font, self._metrics = font.key(), QFontMetricsF(font)
            self._laid, self._short = {}, {}

    @property
    def font(self) -> str:
        """Tells fonts apart."""
        return self._font

    @property
    def height(self) -> float:
        return self._metrics.height()

    def laid(self, text: str) -> tuple[QStaticText, float]:
        """The text and its width in pixels."""
        if text not in self._laid:
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            self._laid[text] = static, self._metrics.horizontalAdvance(text)
        return self._laid[text]

    def fitting(self, name: str, score: str, room: float) -> tuple[QStaticText, float]:
        """Name and score, the name shortened if need be, else the score alone, else nothing."""
        tail = f"  {score}" if score and name else score
        whole = self.laid(name + tail)
        if whole[1] <= room:
            return whole
        space = room - self.laid(tail)[1]
        if space >= _SHORTEST_NAME:
            # rounded down, so that a segment which changes its width does not lay out a new text for every pixel
            return self.laid(self._shortened(name, int(space) // 8 * 8) + tail)
        alone = self.laid(score)
        return alone if alone[1] <= room else self.laid("")

    def _shortened(self, name: str, space: int) -> str:
        known = self._short.get((name, space))
        if known is None:
            known = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, space)
            self._short[name, space] = known
        return known


class Bars:
    """The pictures of rows' narrow segments, one a row, as long as nothing of them changes: while an edge is dragged,
    all rows but one or two stay as they are."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[SegmentTable, object, np.ndarray]] = {}

    def known(self, number: int, table: SegmentTable, where: object) -> np.ndarray | None:
        kept = self._kept.get(number)
        return kept[2] if kept is not None and kept[0] is table and kept[1] == where else None

    def keep(self, number: int, table: SegmentTable, where: object, picture: np.ndarray) -> None:
        if len(self._kept) >= _ROWS and number not in self._kept:
            self._kept.clear()
        self._kept[number] = table, where, picture


@dataclass
class Memory:
    texts: Texts = field(default_factory=Texts)
    bars: Bars = field(default_factory=Bars)
    heads: dict[object, QPixmap] = field(default_factory=dict)  # of rows, by what they show
    _ticks: tuple[Clock, Scale, list[Tick]] | None = None
    _wide: dict[int, tuple[SegmentTable, Scale, int, float]] = field(default_factory=dict)

    def keep_head(self, key: object, picture: QPixmap) -> None:
        if len(self.heads) >= _HEADS:
            self.heads.clear()
        self.heads[key] = picture

    def ticks(self, scene: Scene) -> list[Tick]:
        """The ruler's ticks for what is on screen."""
        clock, scale = scene.clock, scene.scale
        if clock is None:
            return []
        known = self._ticks
        if known is None or known[0] is not clock or known[1] != scale:
            label_width = self.texts.laid("0:00:00.000")[1] + 22
            self._ticks = known = clock, scale, ticks(clock, scale, label_width)
        return known[2]

    def wide_from(self, number: int, table: SegmentTable, scene: Scene) -> float:
        """The width in pixels from which a lane's segments are drawn by themselves: small, unless there are too many on
        screen. It depends on everything on screen, so that a partial repaint decides like a whole one."""
        scale = scene.scale
        lanes = sum(row.lane is not None for row in scene.visible_rows(RULER_HEIGHT, scene.height))
        known = self._wide.get(number)
        if known is None or known[0] is not table or known[1] != scale or known[2] != lanes:
            near = table.visible(math.floor(scale.first), math.ceil(scale.last))
            limit = _limit((table.stop[near] - table.start[near]) / scale.per_pixel, _DETAILED // max(1, lanes))
            self._wide[number] = known = table, scale, lanes, limit
        return known[3]


def _limit(width: np.ndarray, most: int) -> float:
    """The least width that at most `most` exceed, never under `_WIDE`."""
    wide = width[width >= _WIDE]
    return _WIDE if len(wide) <= most else float(np.partition(wide, -most - 1)[-most - 1]) + 1e-6

"""Paints the area of the signal lanes: what is visible of each, its heading, the grid and the playhead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.views import signal_words as words
from app.views.signal_looks import paint_peaks, paint_signal, series_color
from app.views.signal_rows import Places, SignalRow
from app.views.timeline_colors import Colors, faded
from app.views.timeline_memory import Memory
from app.views.timeline_scene import Scene

_LEFT = 10
_LINE = 17  # pixels of a line of text
_CHIP = 8
_FOLD = 40  # a lane that is lower has one line of heading


@dataclass(frozen=True)
class Area:
    """What there is to paint: lanes and their places, scrolled down by so many pixels; height of the area; the frame
    whose values the headings say; the lane in the hand."""

    rows: Sequence[SignalRow]
    places: Places
    scroll: int
    height: int
    frame: int
    held: int | None = None

    def top(self, number: int) -> int:
        return self.places.tops[number] - self.scroll + 1


def paint(
    painter: QPainter, scene: Scene, area: Area, part: QRect, colors: Colors, memory: Memory, ratio: float
) -> None:
    painter.fillRect(part, colors.base)
    left, right = max(int(scene.scale.left), part.left()), part.right() + 1
    if right > left:
        painter.save()
        painter.setClipRect(QRect(left, 1, right - left, area.height))
        _ground(painter, scene, area, (left, right), colors, memory)
        for number, row in enumerate(area.rows):
            top = area.top(number)
            if top < area.height and top + row.height > 0:
                _lane(painter, scene, row, top, (left, right), colors, ratio)
        _playhead(painter, scene, area.height, colors)
        painter.restore()
    if part.left() < scene.scale.left:
        _heads(painter, scene, area, colors)
    painter.fillRect(part.left(), 0, part.width(), 1, colors.line)


def _ground(
    painter: QPainter, scene: Scene, area: Area, columns: tuple[int, int], colors: Colors, memory: Memory
) -> None:
    left, right = columns
    painter.setPen(QPen(colors.faint, 1))
    xs = [round(scene.scale.x(tick.frame)) + 0.5 for tick in memory.ticks(scene) if tick.text]
    painter.drawLines([QLineF(x, 0, x, area.height) for x in xs])
    for begin, end in ((left, scene.scale.x(0)), (scene.scale.x(scene.frames), right)):  # outside the video
        if begin < end:
            painter.fillRect(QRectF(begin, 0, end - begin, area.height), faded(colors.raised, 0.7))
    if scene.entry is not None and scene.exit is not None:
        begin, end = scene.scale.x(scene.entry), scene.scale.x(scene.exit)
        painter.fillRect(QRectF(begin, 0, end - begin, area.height), faded(colors.accent, 0.12))


def _lane(
    painter: QPainter,
    scene: Scene,
    row: SignalRow,
    top: int,
    columns: tuple[int, int],
    colors: Colors,
    ratio: float,
) -> None:
    if row.said:
        painter.setPen(colors.muted)
        room = QRectF(scene.scale.left + 12, top, scene.scale.width - 24, row.height - 1)
        short = painter.fontMetrics().elidedText(row.said, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
    else:
        paint_signal(painter, scene, row, top, columns, ratio)
        paint_peaks(painter, scene, row, top, columns, colors)
    painter.fillRect(columns[0], top + row.height - 1, columns[1] - columns[0], 1, colors.line)


def _playhead(painter: QPainter, scene: Scene, height: int, colors: Colors) -> None:
    x, next_x = scene.scale.x(scene.playhead), scene.scale.x(scene.playhead + 1)
    if next_x - x >= 4:  # the frame on screen has a width of its own here
        painter.fillRect(QRectF(x, 0, next_x - x, height), faded(colors.accent, 0.14))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, width in ((colors.base, 3.0), (colors.accent, 1.5)):
        painter.setPen(QPen(color, width))
        painter.drawLine(QLineF(x, 0, x, height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _heads(painter: QPainter, scene: Scene, area: Area, colors: Colors) -> None:
    width = int(scene.scale.left)
    painter.save()
    painter.setClipRect(QRect(0, 1, width, area.height))
    painter.fillRect(QRect(0, 0, width, area.height), colors.raised)
    for number, row in enumerate(area.rows):
        top = area.top(number)
        if top < area.height and top + row.height > 0:
            if number == area.held:
                painter.fillRect(QRect(0, top, width, row.height - 1), faded(colors.accent, 0.18))
            _head(painter, row, QRectF(_LEFT, top, width - _LEFT - 8, row.height - 1), area.frame, colors)
            painter.fillRect(0, top + row.height - 1, width, 1, colors.line)
    painter.setPen(QPen(colors.line, 1))
    painter.drawLine(QLineF(width - 0.5, 0, width - 0.5, area.height))
    painter.restore()


def _head(painter: QPainter, row: SignalRow, box: QRectF, frame: int, colors: Colors) -> None:
    """Title and note; the value under the playhead below, or beside it in a low lane."""
    value = "" if row.said else words.short(row, frame)
    low = row.height < _FOLD
    title = row.title if low or not row.note else f"{row.title} · {row.note}"
    first = QRectF(box.left(), box.top(), box.width(), box.height() if low else box.height() / 2)
    if low:
        wide = painter.fontMetrics().horizontalAdvance(value)
        _text(painter, value, first.adjusted(first.width() - wide - 1, 0, 1, 0), colors.muted)
        first.setRight(first.right() - wide - 8)
    else:
        middle = box.center().y()
        first = QRectF(box.left(), middle - _LINE, box.width(), _LINE)
        second = QRectF(box.left(), middle, box.width(), _LINE)
        second.setLeft(_chips(painter, row, frame, second, colors))
        _text(painter, " · ".join(filter(None, (value, words.peaks_line(row)))), second, colors.muted)
    _text(painter, title, first, colors.text)


def _chips(painter: QPainter, row: SignalRow, frame: int, box: QRectF, colors: Colors) -> float:
    """The colours of what is said; returns where the text begins."""
    values = None if row.levels is None or row.said else row.levels.at(frame)
    if row.look == "strip" or values is None:
        return box.left()
    shown = {"stacked": [int(values.argmax())], "filled": list(range(len(values)))}.get(row.look, [0])
    left = box.left()
    painter.setPen(QPen(faded(colors.text, 0.3), 1))
    for channel in shown:
        painter.setBrush(series_color(row, channel))
        painter.drawRect(QRectF(left + 0.5, box.center().y() - _CHIP / 2 + 0.5, _CHIP, _CHIP))
        left += _CHIP + 5
    return left


def _text(painter: QPainter, text: str, box: QRectF, color: QColor) -> None:
    painter.setPen(color)
    short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)

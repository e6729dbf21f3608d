"""What signal lanes say in words: the value under the playhead, and the tooltip under the pointer."""

from __future__ import annotations

import math
from html import escape

import numpy as np
from PySide6.QtGui import QColor

from app.views.signal_rows import SignalRow
from app.words import translate
from core.time import Clock, format_seconds


def _values(row: SignalRow, frame: float) -> np.ndarray | None:
    return None if row.levels is None else row.levels.at(frame)


def short(row: SignalRow, frame: float) -> str:
    """The value at a frame in a few characters; of several labels the strongest."""
    values = _values(row, frame)
    if values is None:
        return ""
    if row.look == "waveform":
        return decibels(float(values[2]))
    if row.look == "strip":
        return _color(values)
    if row.look == "stacked":
        best = int(np.argmax(values))
        return f"{row.channels[best]} {values[best]:.2f}"
    return " · ".join(number(float(value)) for value in values)


def spelled(row: SignalRow, frame: float) -> list[str]:
    """Every channel with its value, the largest first where there are many."""
    values = _values(row, frame)
    if values is None:
        return []
    if row.look == "waveform":
        return [
            translate("lanes", "loudness") + " " + decibels(float(values[2])),
            translate("lanes", "peak") + " " + decibels(max(-values[0], values[1])),
        ]
    if row.look == "strip":
        return [_color(values)]
    order = np.argsort(-values, kind="stable") if row.look == "stacked" else np.arange(len(values))
    return [f"{row.channels[i]} {number(float(values[i]))}" for i in order.tolist()]


def number(value: float) -> str:
    """Two digits after the point, more where there is nothing before."""
    return f"{value:.2f}" if abs(value) >= 0.095 or value == 0 else f"{value:.4f}"


def decibels(value: float) -> str:
    """Of full scale."""
    return f"{20 * math.log10(value):.0f} dB" if value > 1e-4 else translate("lanes", "silent")


def _color(values: np.ndarray) -> str:
    red, green, blue = (values.clip(0, 1) * 255).astype(int).tolist()
    return QColor(red, green, blue).name()


def peaks_line(row: SignalRow) -> str:
    if row.limit is None:
        return ""
    count = len(row.peaks)
    several = translate("lanes", "{} peaks").format(count)
    return (translate("lanes", "1 peak") if count == 1 else several) + f" ≥ {row.limit:.2f}"


def tooltip(row: SignalRow, clock: Clock, frame: int | None) -> str:
    """About a lane (`frame` None: its heading), or about what it shows of a frame."""
    head = f"<b>{escape(row.title)}</b>" + (f" · {escape(row.note)}" if row.note else "")
    if row.said:
        return f"{head}<br>{escape(row.said)}"
    if frame is None:
        peaks = peaks_line(row)
        return head + (f"<br>{peaks}" if peaks else "")
    lines = [f"{format_seconds(clock.seconds(frame))} · {frame}", *spelled(row, frame)]
    return "<br>".join([head, *map(escape, lines)])

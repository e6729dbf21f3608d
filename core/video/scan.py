"""The first index of a file: its packets' timestamps, read without decoding."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
from av.container import InputContainer
from av.video.stream import VideoStream

from core.video.decoder import packets_of
from core.video.index import NONE, FrameIndex, PacketTable

_CHAINED = {"gif", "apng", "webp"}  # each picture changes the one before: only the first stands alone
_DEFAULT_RATE = Fraction(25)


def scan(container: InputContainer, stream: VideoStream) -> FrameIndex:
    """All packets of a freshly opened file, as frames in the order of their timestamps."""
    rows = [(p.pts, p.dts, p.pos, p.is_keyframe, p.is_discard, p.duration or 0) for p in packets_of(container, stream)]
    columns = list(zip(*rows, strict=True)) or [()] * 6
    pts, dts, pos = (np.array([NONE if v is None else v for v in c], dtype=np.int64) for c in columns[:3])
    key, discard = (np.array(c, dtype=bool) for c in columns[3:5])
    if stream.codec_context.name in _CHAINED:
        key[1:] = False
    packets = PacketTable(pts, dts, np.where(pos < 0, NONE, pos), key, ~discard)
    last = int(np.argmax(np.where(discard, NONE, np.maximum(pts, dts)))) if rows else 0
    rate = stream.guessed_rate or stream.average_rate or _DEFAULT_RATE
    if not rows or max(pts[last], dts[last]) == NONE or stream.time_base is None:  # a bare stream: count
        return by_timestamps(packets, 1 / rate, 1, rate)
    return by_timestamps(packets, stream.time_base, rows[last][5], rate)


def by_timestamps(packets: PacketTable, time_base: Fraction, length: int, rate: Fraction) -> FrameIndex:
    """Frames in the order of their pts. `length`: ticks that the last one lasts, 0 where nobody said; `rate`: for a
    lone picture."""
    stretch, timed = _stretches(packets), timed_of(packets)
    position = np.flatnonzero(packets.keep)
    order = position[np.lexsort((position, timed[position], stretch[position]))]
    empty = np.zeros(0, dtype=np.int64)
    step = length or max(1, round(1 / (rate * time_base)))
    return index_of_order(FrameIndex(packets, empty, empty, step, time_base), order)


def timed_of(packets: PacketTable) -> np.ndarray:
    """int64 [packets]: pts, or dts where there is none, or the packet's position where there is nothing at all."""
    timed = np.where(packets.pts == NONE, packets.dts, packets.pts)
    return np.arange(len(packets)) if np.any(timed == NONE) else timed


def _stretches(packets: PacketTable) -> np.ndarray:
    """int64 [packets]: how often the decode times ran backwards so far. A recording glued to another starts its clock
    anew; its frames come after, however early their timestamps are."""
    known = np.flatnonzero(packets.dts != NONE)
    falls = known[1:][np.diff(packets.dts[known]) < 0]
    marks = np.zeros(len(packets), dtype=np.int64)
    marks[falls] = 1
    return np.cumsum(marks)


def index_of_order(index: FrameIndex, order: np.ndarray) -> FrameIndex:
    """The index of the same packets whose frames come in that order (int64 packet positions).

    The k-th frame gets the k-th smallest of their timestamps: what a proper file says of it anyway. A container that
    knows only the order of decoding (AVI) gives the k-th smallest of all its packets' timestamps: some of those packets
    stand for nothing but the decoder's delay.
    """
    stretch, timed = _stretches(index.packets), timed_of(index.packets)
    by_time = np.lexsort((timed, stretch))
    by_time = by_time[index.packets.keep[by_time]]
    ordered = np.array_equal(order, by_time[np.isin(by_time, order)])
    used = order if ordered else by_time[: len(order)]
    pts, stretch = timed[used], stretch[used]
    typical = int(np.median(np.diff(pts))) if len(pts) > 1 else 0
    for glue in np.flatnonzero(np.diff(stretch)) + 1:
        pts[glue:] += pts[glue - 1] + max(1, typical) - pts[glue]
    shown = index.end - int(index.pts[-1]) if index.frames else index.end
    end = int(pts[-1]) + (shown if shown > 0 else max(1, typical)) if len(pts) else 0
    return replace(index, packet=order, pts=pts, end=end)

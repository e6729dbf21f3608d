"""The first index of a file: its packets' timestamps, read without decoding, proven on the first pictures."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from av.container import InputContainer
from av.video.stream import VideoStream

from core.video.decoder import packets_of
from core.video.index import NONE, FrameIndex, PacketTable, identity_of

_WHOLE_PICTURES = {"gif", "apng", "webp"}  # whose pictures each change the one before: only the first stands alone


def scan(container: InputContainer, stream: VideoStream) -> tuple[PacketTable, int]:
    """All packets of an open file, and how long the last one shown lasts (0: not said)."""
    rows: list[tuple[int, int, int, bool, bool]] = []
    last, length = NONE, 0
    for packet in packets_of(container, stream):
        shown = identity_of(packet, "pts")
        rows.append(
            (shown, identity_of(packet, "dts"), identity_of(packet, "pos"), packet.is_keyframe, not packet.is_discard)
        )
        if shown > last and not packet.is_discard:
            last, length = shown, packet.duration or 0
    columns = list(zip(*rows, strict=True)) if rows else [()] * 5
    pts, dts, pos = (np.array(c, dtype=np.int64) for c in columns[:3])
    key, keep = (np.array(c, dtype=bool) for c in columns[3:])
    if stream.codec_context.name in _WHOLE_PICTURES:
        key[1:] = False
    return PacketTable(pts, dts, pos, key, keep), length


def index_by_timestamps(table: PacketTable, time_base: Fraction, length: int) -> FrameIndex:
    """Frames in the order of their pts, within stretches whose decode times do not run backwards (a recording glued
    to another starts its clock anew; its frames come after)."""
    timed = np.where(table.pts == NONE, table.dts, table.pts)
    stretch = np.zeros(len(table), dtype=np.int64)
    if len(table) > 1:
        known = table.dts != NONE
        falls = np.flatnonzero(np.diff(table.dts[known]) < 0) + 1
        stretch[np.flatnonzero(known)[falls]] = 1
    stretch = np.cumsum(stretch)
    position = np.flatnonzero(table.keep)
    order = position[np.lexsort((position, timed[position], stretch[position]))]
    return index_of(table, order, timed, stretch, time_base, length)


def index_of(
    table: PacketTable, order: np.ndarray, timed: np.ndarray, stretch: np.ndarray, time_base: Fraction, length: int
) -> FrameIndex:
    pts = timed[order]
    step = int(np.median(np.diff(pts))) if len(pts) > 1 else 0
    step = step if step > 0 else round(1 / (25 * time_base))
    for glue in np.flatnonzero(np.diff(stretch[order])) + 1:
        pts[glue:] += pts[glue - 1] + step - pts[glue]
    end = int(pts[-1]) + (length or step) if len(pts) else 0
    return FrameIndex(table, order, pts, end, time_base)

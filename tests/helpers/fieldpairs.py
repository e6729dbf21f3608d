"""An H.264 stream whose frames come as two field pictures, each in a packet of its own; no encoder at hand writes one.

Every macroblock is I_PCM, so that the whole encoder is the syntax of ITU-T H.264 7.3.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.helpers.videos import board

_SIZE = 64  # pixels, both ways: 4 × 2 macroblocks per field
_GOP = 10


class _Bits:
    def __init__(self) -> None:
        self.bits: list[int] = []

    def u(self, value: int, count: int = 1) -> _Bits:
        self.bits += [(value >> i) & 1 for i in reversed(range(count))]
        return self

    def ue(self, *values: int) -> _Bits:
        for value in values:
            length = (value + 1).bit_length()
            self.u(0, length - 1).u(value + 1, length)
        return self

    def data(self) -> bytes:
        return np.packbits(np.array(self.bits, np.uint8)).tobytes()

    def align(self) -> _Bits:
        return self.u(0, -len(self.bits) % 8)


def _nal(header: int, payload: bytes) -> bytes:
    body = bytearray()
    zeros = 0
    for byte in payload:
        if zeros >= 2 and byte <= 3:
            body.append(3)
            zeros = 0
        body.append(byte)
        zeros = zeros + 1 if byte == 0 else 0
    return b"\0\0\0\1" + bytes([header]) + bytes(body)


def _parameter_sets() -> bytes:
    sps = _Bits().u(77, 8).u(0, 8).u(30, 8).ue(0, 4, 2, 1).u(0).ue(_SIZE // 16 - 1, _SIZE // 32 - 1)
    sps.u(0).u(0).u(1).u(0).u(0).u(1).align()  # fields, no MBAFF, direct 8×8, no cropping, no VUI, stop bit
    pps = _Bits().ue(0, 0).u(0).u(0).ue(0, 0, 0).u(0).u(0, 2).ue(0, 0, 0).u(1).u(0).u(0).u(1).align()
    return _nal(0x67, sps.data()) + _nal(0x68, pps.data())


def _field(luma: np.ndarray, frame_num: int, bottom: bool, idr: bool) -> bytes:
    head = _Bits().ue(0, 7, 0).u(frame_num, 8).u(1).u(bottom)
    if idr:
        head.ue(0).u(0).u(0)
    else:
        head.u(0)
    head.ue(0, 1)  # no change of quantiser, no deblocking
    payload = b""
    for y in range(0, luma.shape[0], 16):
        for x in range(0, luma.shape[1], 16):
            payload += (head if not payload else _Bits()).ue(25).align().data()
            payload += luma[y : y + 16, x : x + 16].tobytes() + bytes([128]) * 128
    return _nal(0x65 if idr else 0x21, payload + b"\x80")


def write_field_pairs(path: Path, numbers: Sequence[int], second_timed: bool) -> Path:
    """`second_timed`: whether the second field's packet has a timestamp of its own, half a frame later."""
    with av.open(str(path), "w") as out:
        stream = out.add_mux_stream("h264", rate=25, width=_SIZE, height=_SIZE)
        for i, number in enumerate(numbers):
            luma = board(number, _SIZE, _SIZE)[:, :, 0]
            for bottom in (False, True):
                idr = i % _GOP == 0 and not bottom
                data = (_parameter_sets() if idr else b"") + _field(luma[bottom::2], i % _GOP, bottom, idr)
                packet = av.Packet(data)
                packet.stream, packet.time_base = stream, Fraction(1, 50)
                packet.dts = 2 * i + bottom
                packet.pts = packet.dts if second_timed or not bottom else None
                packet.is_keyframe = idr
                out.mux(packet)
    return path

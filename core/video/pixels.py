"""Decoded frames → RGB arrays the way round they are meant to be seen.

Colour follows what the stream says of its matrix and range; where it says nothing it is BT.601, limited range, as in
FFmpeg and OpenCV (a guess from the picture size would make two programs disagree on the same file).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import cast

import numpy as np
from av.sidedata.sidedata import SideDataContainer, Type
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter


@dataclass(frozen=True, slots=True)
class Turn:
    """How a stored picture must be turned: transpose first, then flip rows, then columns."""

    transpose: bool = False
    rows: bool = False
    columns: bool = False

    def apply(self, image: np.ndarray) -> np.ndarray:
        """uint8 [H, W, 3] → contiguous [H', W', 3]."""
        if self.transpose:
            image = image.swapaxes(0, 1)
        if self.rows:
            image = image[::-1]
        if self.columns:
            image = image[:, ::-1]
        return np.ascontiguousarray(image)

    @property
    def degrees(self) -> int:
        """Clockwise turn, 0, 90, 180 or 270 (mirroring apart)."""
        return {(0, 0, 0): 0, (1, 0, 1): 90, (0, 1, 1): 180, (1, 1, 0): 270, (1, 0, 0): 90, (1, 1, 1): 270}.get(
            (self.transpose, self.rows, self.columns), 0
        )


def turn_of(frame: VideoFrame) -> Turn:
    """From the frame's display matrix, rounded to quarter turns and mirrorings.

    The matrix maps stored (x, y) to shown (a·x + c·y, b·x + d·y), in 16.16 fixed point (ISO 14496-12, 6.2.2)."""
    held = cast(SideDataContainer, frame.side_data)  # PyAV types it as a dictionary by mistake
    all_data = (held[i] for i in range(len(held)))
    matrix = next((bytes(data) for data in all_data if data.type is Type.DISPLAYMATRIX), None)
    if matrix is None:
        return Turn()
    a, b, _, c, d = struct.unpack("=5i", matrix[:20])
    if abs(a) + abs(d) >= abs(b) + abs(c):
        return Turn(False, d < 0, a < 0)
    return Turn(True, b < 0, c < 0)


class Painter:
    """Turns decoded frames into RGB; keeps FFmpeg's scaler from one frame to the next. Not thread-safe."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._scaler, self._screen = VideoReformatter(), VideoReformatter()

    def rgb(self, frame: VideoFrame, size: tuple[int, int]) -> np.ndarray:
        """uint8 [height, width, 3], contiguous and the caller's own. `size` is (width, height) as shown, after the
        turn."""
        width, height = size[::-1] if self._turn.transpose else size
        image = self._scaler.reformat(frame, width=width, height=height, format="rgb24", threads=1)
        return self._turn.apply(image.to_ndarray())

    def bgra(self, frame: VideoFrame, size: tuple[int, int]) -> np.ndarray:
        """uint8 [height, width, 4]: blue, green, red, 255, as screens take them; `size` as for `rgb`. To show in a
        smaller size this is a third of the work of RGB and scaling, and averages what it leaves out."""
        width, height = size[::-1] if self._turn.transpose else size
        image = self._screen.reformat(
            frame, width=width, height=height, format="bgra", interpolation=Interpolation.AREA, threads=1
        )
        return self._turn.apply(image.to_ndarray())

    def gray(self, frame: VideoFrame, size: tuple[int, int]) -> np.ndarray:
        """uint8 [height, width]: the brightness alone, for half the work; `size` as for `rgb`."""
        width, height = size[::-1] if self._turn.transpose else size
        return self._turn.apply(self._scaler.reformat(frame, width=width, height=height, format="gray").to_ndarray())

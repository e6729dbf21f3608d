"""A folder of still images as a video: one image per frame, in the order of their names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.frame import VideoFrame

from core.errors import UserError
from core.video.images import image_files
from core.video.index import FrameIndex, PacketTable
from core.video.pictures import Undecodable
from core.video.stopping import never

RATE = Fraction(25)  # a folder says nothing of time


def index_of(folder: Path) -> FrameIndex:
    """Raises UserError where the folder holds no images."""
    try:
        count = len(image_files(folder))
    except OSError as error:
        raise UserError(f"The folder “{folder}” cannot be read ({error.strerror}); check its permissions.") from error
    if not count:
        raise UserError(f"The folder “{folder.name}” holds no images; choose a video file or a folder of PNG or JPEG.")
    number, every = np.arange(count, dtype=np.int64), np.ones(count, dtype=bool)
    return FrameIndex(PacketTable(number, number, number, every, every), number, number, count, 1 / RATE)


def index_of_images(index: FrameIndex, good: list[int]) -> FrameIndex:
    """The index with only those frames."""
    number = np.arange(len(good), dtype=np.int64)
    return replace(index, packet=index.packet[good], pts=number, end=len(good))


class Images:
    """Pictures of a folder, read one by one."""

    def __init__(self, folder: Path, index: FrameIndex) -> None:
        self._files = image_files(folder)
        self._index = index

    def picture(self, number: int, stop: Callable[[], bool] = never) -> VideoFrame:
        file = self._files[int(self._index.packet[number])]
        try:
            with av.open(str(file), metadata_errors="replace") as container:
                return next(container.decode(video=0))
        except (av.error.FFmpegError, OSError, ValueError, StopIteration, IndexError) as error:
            raise Undecodable(f"Image “{file.name}” is damaged and cannot be shown; replace or remove it.") from error

    def close(self) -> None:
        self._files = []

"""What gives decoded pictures by number: a Decoder over a file, or a folder of images."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from av.video.frame import VideoFrame

from core.errors import UserError
from core.video.index import FrameIndex
from core.video.stopping import never


class Undecodable(UserError):
    """A frame that the index lists and the file does not give."""


class Pictures(Protocol):
    """Not thread-safe; to be closed. `stop` is asked between packets; when it says True, Interrupted is raised."""

    def picture(self, number: int, stop: Callable[[], bool] = never) -> VideoFrame: ...

    def close(self) -> None: ...


class Opener(Protocol):
    """Opens the same pictures once more, for another thread or a second place in the video."""

    def __call__(self, index: FrameIndex) -> Pictures: ...

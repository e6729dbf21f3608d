"""Stretches of several videos, one after the other, as one new video without sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av.video.stream import VideoStream

from core.errors import UserError
from core.exchange.files import replacing
from core.task import Progress, Task
from core.time import Span
from core.video.source import open_video

_CODECS = ("libx264", "mpeg4")


@dataclass(frozen=True, slots=True)
class Part:
    """Frames [start, stop) of a video."""

    path: Path
    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start


def join(parts: Sequence[Part], out: Path, rate: Fraction) -> Task[Path]:
    """Every frame of the parts lasts 1/rate seconds; the size is the first part's, others are scaled to it. Raises
    UserError where a part cannot be read or `out` not be written."""
    out.parent.mkdir(parents=True, exist_ok=True)
    codec = next(name for name in _CODECS if name in av.codecs_available)
    with open_video(parts[0].path) as first, replacing(out) as file:
        size = (first.info.width // 2 * 2, first.info.height // 2 * 2)
        try:
            with av.open(str(file), "w") as output:
                stream = cast(VideoStream, output.add_stream(codec, rate=rate))
                stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
                stream.options = {"crf": "20", "preset": "veryfast"} if codec == "libx264" else {"qscale": "3"}
                for i, part in enumerate(parts):
                    with open_video(part.path) as source:
                        for _, image in source.frames(Span(part.start, part.stop), size=size):
                            output.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
                    yield Progress(i + 1, len(parts), f"Joining {out.name}")
                output.mux(stream.encode(None))
        except av.error.FFmpegError as error:
            raise UserError(f"{out.name} could not be written ({error.strerror}).") from error
    return out

"""One keyframe at once: what a scrubbing hand sees first.

A decoder with frame threads gives its first picture only after as many packets as it has threads, so this one has none,
gets the keyframe's packet alone and is drained. At 1080p that is a seek and about 10 ms.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import av
from av.video.frame import VideoFrame

from core.video.decoder import Decoder
from core.video.index import FrameIndex

_KEPT = 12  # pictures, about 3 MB each at 1080p: scrubbing to and fro stays among a few


class KeyPictures:
    """Keyframes of one video by number, the last few of them kept. Not thread-safe; close it. A folder of images has no
    use for it: there every frame is one, and is read as quickly exactly."""

    def __init__(self, path: Path, index: FrameIndex) -> None:
        self._path, self._index = path, index
        self._decoder: _Single | None = None
        self._kept: OrderedDict[int, VideoFrame] = OrderedDict()

    def key_picture(self, number: int) -> VideoFrame | None:
        """The keyframe `number` as decoded; None where its packet alone does not make a picture."""
        frame = self._kept.get(number)
        if frame is None and not self._path.is_dir():
            self._decoder = self._decoder or _Single(self._path, self._index)
            frame = self._decoder.alone(number)
        if frame is not None:
            self._kept[number] = frame
            self._kept.move_to_end(number)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return frame

    def close(self) -> None:
        self._kept.clear()
        if self._decoder is not None:
            self._decoder.close()
            self._decoder = None


class _Single(Decoder):
    threads = 1

    def alone(self, number: int) -> VideoFrame | None:
        start = self._index.start_for(number)
        self._seek(start)
        packet = self._pending or next(self._packets, None)
        if packet is None:
            return None
        packet.pts = start
        try:
            frames = [*self._context.decode(packet), *self._context.decode(None)]
        except av.error.InvalidDataError:
            frames = []
        self._context.flush_buffers()
        return next((f for f in frames if f.pts is not None and self._index.frame_of[f.pts] == number), None)

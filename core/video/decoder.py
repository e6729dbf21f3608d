"""Exact pictures by frame number out of one open file.

Every packet's pts is overwritten by its packet position before it goes into the decoder, and the decoder hands it on to
the frame: so each frame says for certain which packet it is, whatever the container's timestamps are worth.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import av
from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from core.errors import UserError
from core.video.index import NONE, FrameIndex, identity_of
from core.video.pictures import Undecodable
from core.video.stopping import Interrupted, never

THREADS = max(2, min(8, os.cpu_count() or 1))  # each frame thread adds a frame of delay to every random read
# Codecs where leaving out non-reference frames changes no other frame. Not mpeg4: packed B-frames would go wrong.
_SKIPPABLE = {"h264", "hevc", "mpeg2video"}
_BY_BYTE = {"mpegts", "mpeg"}  # whose timestamps may wrap or jump, and whose seek by timestamp reads on and on
_BY_DTS = {"mov", "avi"}  # whose demuxers seek by decode time; the others seek by presentation time


def video_stream(container: InputContainer) -> VideoStream | None:
    """The first real video stream; a cover picture inside a sound file is none."""
    return next((s for s in container.streams.video if not s.disposition & s.disposition.attached_pic), None)


def packets_of(container: InputContainer, stream: VideoStream) -> Iterator[Packet[VideoStream]]:
    """The stream's packets that hold something, until the file ends or cannot be read on."""
    try:
        for packet in container.demux(stream):
            if packet.size:
                yield packet
    except (av.error.FFmpegError, OSError):  # a damaged file ends where it is damaged; the scan says so
        return


class Decoder:
    """One open container; not thread-safe. Close it."""

    threads = THREADS

    def __init__(self, path: Path, index: FrameIndex) -> None:
        self._path, self._index = path, index
        self._ready: deque[tuple[int, VideoFrame]] = deque()
        self._stop: Callable[[], bool] = never
        self._open()

    def _open(self) -> None:
        self._container = av.open(str(self._path), metadata_errors="replace")
        stream = video_stream(self._container)
        if stream is None:
            raise UserError(f"“{self._path.name}” holds no pictures any more; open it again.")
        self._stream, self._context = stream, stream.codec_context
        self._skipping = False
        self._context.thread_type = "AUTO"
        self._context.thread_count = self.threads
        self._restart(0)

    def _restart(self, position: int, pending: Packet[VideoStream] | None = None) -> None:
        """The next packet to be fed is `position`; nothing before it was."""
        self._packets = packets_of(self._container, self._stream)
        self._pending = pending
        self._next = position
        self._complete_from = position  # of earlier packets some may have been left out
        self._last = -1  # every frame up to this number is gone
        self._ended = False
        self._skip(False)
        self._ready.clear()

    def close(self) -> None:
        self._ready.clear()
        self._container.close()

    def picture(self, number: int, stop: Callable[[], bool] = never) -> VideoFrame:
        """Frame `number` as decoded. Raises Undecodable where the file does not give it."""
        self._stop = stop
        frame = self._run_to(number, number > self._last + 1) if self._within_reach(number) else None
        tried = []
        for back, leave_out in ((0, True), (0, False), (1, False), (2, False), (4, False)):
            start = self._index.start_for(number, back)
            if frame is None and (start, leave_out) not in tried:
                tried.append((start, leave_out))
                self._seek(start)
                frame = self._run_to(number, leave_out)
        if frame is None:
            raise Undecodable(
                f"Frame {number} of “{self._path.name}” is damaged and cannot be shown; verify the video."
            )
        return frame

    def _within_reach(self, number: int) -> bool:
        """Reading on gets there sooner than a seek would."""
        if number <= self._last:
            return False
        if self._ready and self._ready[-1][0] >= number:
            return True
        position = int(self._index.packet[number])
        if self._ended or position < self._complete_from:
            return False
        return position < self._next or self._index.start_for(number) <= self._next + THREADS

    def _run_to(self, number: int, leave_out: bool) -> VideoFrame | None:
        """Reads on until frame `number`; None where it does not come. `leave_out`: the decoder may skip what no other
        frame refers to, up to what is needed from here on (so that reading on afterwards needs no other run-up)."""
        skip_to = int(self._index.needed_from[number]) if leave_out and self._context.name in _SKIPPABLE else -1
        while True:
            while self._ready and self._ready[0][0] <= number:
                self._last, frame = self._ready.popleft()
                if self._last == number:
                    return frame
            if self._ready or self._ended:
                return None
            if self._stop():
                raise Interrupted
            self._feed(skip_to)

    def _feed(self, skip_to: int) -> None:
        """Sends the next packet, or at the end of the file asks for what is left; frames go to `_ready`."""
        packet = self._pending or next(self._packets, None)
        self._pending = None
        if packet is None:
            self._ended = True
        else:
            self._skip(self._next < skip_to)
            packet.pts = self._next
            self._next += 1
            if self._skipping:
                self._complete_from = self._next
        try:
            frames = self._context.decode(packet)
        except av.error.InvalidDataError:  # a damaged packet gives no frame
            return
        for frame in frames:
            number = int(self._index.frame_of[frame.pts]) if frame.pts is not None else -1
            if number >= 0:
                self._ready.append((number, frame))

    def _skip(self, on: bool) -> None:
        if on != self._skipping:
            self._skipping = on
            self._context.skip_frame = "NONREF" if on else "DEFAULT"

    def _seek(self, start: int) -> None:
        """Makes packet `start` the next one to be fed."""
        table = self._index.packets
        keys = [int(k) for k in self._index.starts_before(start)]
        for key in (k for i, k in enumerate(reversed(keys)) if i in (0, 1, 2, 4)):
            where = table.pos if _BY_BYTE & self._names else table.dts if _BY_DTS & self._names else table.pts
            if key == 0 or not table.identity[0] or where[key] == NONE:
                break
            try:
                if self._names & _BY_BYTE:
                    self._container.seek(int(where[key]), unsupported_byte_offset=True)
                else:
                    self._container.seek(int(where[key]), stream=self._stream)
            except (av.error.FFmpegError, OSError):
                continue
            if self._arrive(start):
                return
        self._container.close()
        self._open()
        for _ in range(start):
            next(self._packets, None)
        self._next = self._complete_from = start

    @property
    def _names(self) -> set[str]:
        return set(self._container.format.name.split(","))

    def _arrive(self, start: int) -> bool:
        """Reads from where the container is now up to packet `start`; False where it is behind that already."""
        table = self._index.packets
        kind = table.identity[0]
        packets = packets_of(self._container, self._stream)
        for packet in packets:
            position = table.position_of(identity_of(packet, kind))
            if position is not None and position > start:
                return False
            if position == start:
                self._restart(start, packet)
                self._packets = packets
                return True
        return False

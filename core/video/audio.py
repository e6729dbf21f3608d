"""The sound of a video as a waveform on the axis of its frames: lowest, highest and root mean square value, 0…1."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Discard

from core.signal import Signal
from core.task import Progress, Task
from core.video.index import FrameIndex

CELL = 0.01  # seconds that one value of the waveform stands for, about
MOST_PARTS = 8
KINDS = ("low", "high", "rms")
_BATCH = 1 << 16  # samples put in their places at once
_JITTER = 0.003  # seconds that timestamps of some containers are rounded by


def parts_of(index: FrameIndex) -> int:
    """Into how many parts each frame is cut, so that a part is about `CELL` seconds long."""
    return max(1, min(MOST_PARTS, round(index.duration / max(1, index.frames) / CELL)))


def waveform(path: Path, index: FrameIndex) -> Task[Signal | None]:
    """None for a video without sound. A step a frame; channels `low 1, high 1, rms 1, low 2, …`, one triple for each of
    the `parts_of` a frame; all channels of the sound together, full scale is 1. A frame of a file whose frames last
    unequally gets what sounds while it shows. Packets that do not decode are silence."""
    yield Progress(text="Reading the sound")
    if path.is_dir():
        return None
    with av.open(str(path), metadata_errors="replace") as container:
        if not container.streams.audio:
            return None
        stream = container.streams.audio[0]
        for other in container.streams.video:
            other.discard = Discard.all  # nobody decodes them here
        places = _Places(index, parts_of(index))
        yield from _read(container, stream, places, index.duration)
    return Signal(places.values(), places.channels, 1, 1)


def _read(container: InputContainer, stream: AudioStream, places: _Places, duration: float) -> Task[None]:
    batch: list[np.ndarray] = []
    kind, count = (1, 1), 0  # rate and channels; samples that wait
    begin = due = places.start  # of what waits; when the next sample is expected
    for frame in _frames(container, stream):
        now = frame.sample_rate, len(frame.layout.channels)
        start = due if frame.time is None else float(frame.time)
        if batch and (now != kind or abs(start - due) > _JITTER or count >= _BATCH):
            places.add(np.concatenate(batch, 1), begin, kind[0])
            batch, count = [], 0
            yield Progress(begin - places.start, duration, "Reading the sound")
        if not batch:
            begin, kind = start, now
        batch.append(samples(frame))
        count += frame.samples
        due = start + frame.samples / now[0]
    if batch:
        places.add(np.concatenate(batch, 1), begin, kind[0])


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except (av.error.FFmpegError, OSError):  # a damaged file ends where it is damaged
            return
        if packet is None:
            return
        try:
            yield from packet.decode()
        except av.error.FFmpegError:
            continue


def samples(frame: AudioFrame) -> np.ndarray:
    """float32 [channels, samples], -1…1, of any sample format."""
    values: np.ndarray = frame.to_ndarray()
    channels = len(frame.layout.channels)
    if not frame.format.is_planar:
        values = values.reshape(-1, channels).T
    if values.dtype == np.uint8:
        return (values.astype(np.float32) - 128) / 128
    if values.dtype.kind == "i":
        return values.astype(np.float32) / np.float32(1 << (8 * values.dtype.itemsize - 1))
    return np.nan_to_num(values.astype(np.float32))


class _Places:
    """Where samples go: `parts` cells to a frame, each with what sounded in it."""

    def __init__(self, index: FrameIndex, parts: int) -> None:
        times = np.append(index.pts, index.end) * float(index.time_base)
        cells = index.frames * parts
        self.start = float(times[0])
        self._edges = np.interp(np.arange(cells + 1) / parts, np.arange(index.frames + 1), times)
        self._low, self._high, self._square, self._count = (np.zeros(cells, np.float32) for _ in range(4))
        self._parts = parts
        self.channels = tuple(f"{kind} {part + 1}" for part in range(parts) for kind in KINDS)

    def add(self, sound: np.ndarray, begin: float, rate: int) -> None:
        """float32 [channels, samples] that begin at a moment of the container's time."""
        first, last = np.searchsorted(self._edges, (begin, begin + sound.shape[1] / rate))
        first, last = max(0, int(first) - 1), min(len(self._low), int(last))
        if first >= last:
            return
        at = np.ceil((self._edges[first : last + 1] - begin) * rate - 1e-6).astype(np.int64).clip(0, sound.shape[1])
        heard = np.flatnonzero(at[1:] > at[:-1])  # cells too short for a sample stay silent
        if not len(heard):
            return
        cells, starts, stop = first + heard, at[heard], int(at[heard[-1] + 1])
        low, high = sound[:, :stop].min(0), sound[:, :stop].max(0)
        square = np.square(sound[:, :stop]).mean(0)
        self._low[cells] = np.minimum(self._low[cells], np.minimum.reduceat(low, starts))
        self._high[cells] = np.maximum(self._high[cells], np.maximum.reduceat(high, starts))
        self._square[cells] += np.add.reduceat(square, starts)
        self._count[cells] += np.diff(np.append(starts, stop))

    def values(self) -> np.ndarray:
        """float32 [frames, parts · 3]."""
        rms = np.sqrt(self._square / np.maximum(self._count, 1))
        cells = np.stack([self._low, self._high, rms], 1).clip(-1, 1).astype(np.float32)
        return cells.reshape(-1, self._parts * len(KINDS))

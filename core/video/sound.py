"""A file's sound as one unbroken stream of samples, from any moment and at any speed, pitch kept.

Time counts from the video's first picture, as everywhere. Where there is no sound (it begins late, ends early, has gaps
or damaged packets) there is silence instead, so that samples handed out are a clock: after n of them at speed s, the
video is n · s / RATE seconds further.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.container import InputContainer
from av.filter import Graph

from core.errors import UserError

RATE, CHANNELS = 48_000, 2
_BLOCK = RATE // 50  # frames of samples handed out at once: 20 ms
_SLACK = RATE // 50  # timestamps are rounded; less than this is no gap
_BEFORE = 0.2  # seconds that a seek goes further back, because decoders need a run-up


class Sound:
    """The first sound stream of a file. Used from one thread; close it. Raises UserError where there is none."""

    def __init__(self, path: Path, origin: float = 0.0) -> None:
        """`origin`: the time of the video's first picture on the file's own clock, in seconds."""
        self._origin = origin
        try:
            self._container: InputContainer = av.open(str(path), metadata_errors="replace")
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise UserError(f"The sound of “{path.name}” cannot be read ({error}); it plays without.") from error
        if not self._container.streams.audio:
            self._container.close()
            raise UserError(f"“{path.name}” has no sound.")
        self._stream = self._container.streams.audio[0]

    def close(self) -> None:
        self._container.close()

    def blocks(self, start: float, speed: float = 1.0) -> Iterator[np.ndarray]:
        """int16 [frames, 2] at 48 kHz, about 20 ms each, without end: from `start` seconds on, `speed` times as fast
        (¼…2). Behind the sound's end comes silence."""
        first = max(0, round(start * RATE))
        placed = _placed(self._samples(first / RATE), first)
        yield from placed if speed == 1.0 else _stretched(placed, speed)

    def _samples(self, start: float) -> Iterator[tuple[int, np.ndarray]]:
        """(position in samples, int16 [n, 2]) of what can be decoded from a little before `start` on, in order."""
        self._seek(start)
        resampler = _Resampler()
        for frame in self._frames():
            at = None if frame.pts is None or frame.time_base is None else float(frame.pts * frame.time_base)
            for samples in resampler.convert(frame):
                yield (-1 if at is None else round((at - self._origin) * RATE)), samples
                at = None

    def _seek(self, start: float) -> None:
        try:
            self._container.seek(round((start + self._origin - _BEFORE) * av.time_base))
        except (av.error.FFmpegError, OSError):  # formats without an index begin at the beginning
            self._container.seek(0)

    def _frames(self) -> Iterator[AudioFrame]:
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets, None)
                if packet is None:
                    return
                yield from packet.decode()
            except (av.error.InvalidDataError, av.error.PatchWelcomeError):  # a damaged packet gives no sound
                continue
            except (av.error.FFmpegError, OSError):  # the file ends here
                return


class _Resampler:
    """To 48 kHz stereo, also where the stream changes its own format in the middle."""

    def __init__(self) -> None:
        self._now: AudioResampler | None = None
        self._form: tuple[object, ...] = ()

    def convert(self, frame: AudioFrame) -> list[np.ndarray]:
        form = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._now is None or form != self._form:
            self._now, self._form = AudioResampler(format="s16", layout="stereo", rate=RATE), form
        return [_array(made) for made in self._now.resample(frame)]


def _array(frame: AudioFrame) -> np.ndarray:
    """int16 [n, 2]."""
    return frame.to_ndarray().reshape(-1, CHANNELS)


def _placed(samples: Iterator[tuple[int, np.ndarray]], first: int) -> Iterator[np.ndarray]:
    """Every sample from position `first` on, none missing and none twice: gaps are silence."""
    at, following = first, None
    for position, block in samples:
        where = position if position >= 0 else following if following is not None else at
        if following is not None and abs(where - following) <= _SLACK:
            where = following
        following = where + len(block)
        for _ in range(at, where - _BLOCK, _BLOCK):
            yield _silence(_BLOCK)
            at += _BLOCK
        if where > at:
            yield _silence(where - at)
            at = where
        if following > at:
            yield block[at - where :]
            at = following
    while True:
        yield _silence(_BLOCK)


def _silence(count: int) -> np.ndarray:
    return np.zeros((count, CHANNELS), np.int16)


def _stretched(blocks: Iterator[np.ndarray], speed: float) -> Iterator[np.ndarray]:
    """The same sound in 1/speed of the time, by FFmpeg's atempo (which takes at least ½ at once)."""
    graph = Graph()
    last = graph.add_abuffer(sample_rate=RATE, format="s16", layout="stereo", time_base=Fraction(1, RATE))
    for factor in [0.5, speed / 0.5] if speed < 0.5 else [speed]:
        tempo = graph.add("atempo", f"{factor:g}")
        last.link_to(tempo)
        last = tempo
    last.link_to(sink := graph.add("abuffersink"))
    graph.configure()
    position = 0
    for block in blocks:
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(block.reshape(1, -1)), format="s16", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE, position, Fraction(1, RATE)
        position += len(block)
        graph.push(frame)
        while True:
            try:
                made = sink.pull()
            except (av.error.BlockingIOError, EOFError):
                break
            assert isinstance(made, AudioFrame)
            yield _array(made)

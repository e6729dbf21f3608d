"""Small videos with sound that says when it is: a tick every half second, the one at k/2 s as loud as it is late."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.helpers.videos import board


def ticking(seconds: float, rate: int, channels: int) -> np.ndarray:
    """int16 [n, channels]: 10 ms of a 1 kHz tone at every half second, from ½ s on."""
    times = np.arange(round(seconds * rate)) / rate
    on = (times % 0.5 < 0.01) & (times >= 0.5)
    wave = np.where(on, 20_000 * np.sin(2 * np.pi * 1000 * times), 0).astype(np.int16)
    return np.repeat(wave[:, None], channels, axis=1)


def write_clip(
    path: Path,
    seconds: float = 3.0,
    *,
    rate: int = 48_000,
    layout: str = "stereo",
    codec: str = "pcm_s16le",
    late: float = 0.0,
    start: float = 0.0,
    picture_seconds: float = 0.0,
) -> Path:
    """`late`: the sound begins so many seconds after the picture (its ticks stay where they are); `start`: all of it
    begins late on the file's own clock."""
    with av.open(str(path), "w") as out:
        video = out.add_stream("mpeg4", rate=25)
        assert isinstance(video, av.VideoStream)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        sound = out.add_stream(codec, rate=rate, layout=layout)
        assert isinstance(sound, av.AudioStream)
        form = sound.codec_context.format.name if sound.codec_context.format else "s16"
        for i in range(round((picture_seconds or seconds) * 25)):
            frame = av.VideoFrame.from_ndarray(board(i), format="rgb24").reformat(format="yuv420p")
            frame.pts, frame.time_base = i + round(start * 25), Fraction(1, 25)
            out.mux(video.encode(frame))
        out.mux(video.encode(None))
        wave = ticking(seconds, rate, len(av.AudioLayout(layout).channels))[round(late * rate) :]
        to = av.AudioResampler(format=form, layout=layout, rate=rate, frame_size=None if codec == "flac" else 1024)
        made = av.AudioFrame.from_ndarray(np.ascontiguousarray(wave.reshape(1, -1)), format="s16", layout=layout)
        made.sample_rate, made.time_base = rate, Fraction(1, rate)
        made.pts = round((late + start) * rate)
        for one in [*to.resample(made), *to.resample(None)]:
            out.mux(sound.encode(one))
        out.mux(sound.encode(None))
    return path


def spoil(path: Path, target: Path, share: float = 0.5) -> Path:
    """The same clip whose sound packets are noise for the last `share` of it."""
    chance = np.random.default_rng(1)
    with av.open(str(path)) as read, av.open(str(target), "w") as out:
        copies = {stream.index: out.add_stream_from_template(stream) for stream in read.streams}
        packets = [p for p in read.demux() if p.size]
        sounds = [p for p in packets if p.stream.type == "audio"]
        bad = {id(p) for p in sounds[round(len(sounds) * (1 - share)) :]}
        for packet in packets:
            copy = packet
            if id(packet) in bad:
                copy = av.Packet(chance.integers(0, 255, packet.size, dtype=np.uint8).tobytes())
                copy.pts, copy.dts, copy.time_base = packet.pts, packet.dts, packet.time_base
            copy.stream = copies[packet.stream.index]
            out.mux(copy)
    return target


def looped_with_sound(clip: Path, target: Path, seconds: float, rate: int = 48_000) -> Path:
    """The pictures of `clip`, copied again and again for so long, with a tone in 16-bit samples. For measuring."""
    tone = (8000 * np.sin(2 * np.pi * 440 * np.arange(rate) / rate)).astype(np.int16).reshape(1, -1)
    with av.open(str(target), "w") as out:
        with av.open(str(clip)) as read:
            copy = out.add_stream_from_template(read.streams.video[0])
            length, time_base = read.streams.video[0].duration, read.streams.video[0].time_base
            assert length
            assert time_base
        sound = out.add_stream("pcm_s16le", rate=rate, layout="mono")
        assert isinstance(sound, av.AudioStream)
        begun, played = 0, 0
        while float(begun * time_base) < seconds:
            with av.open(str(clip)) as read:
                for packet in read.demux(read.streams.video[0]):
                    if not packet.size or packet.pts is None or packet.dts is None:
                        continue
                    packet.pts, packet.dts = packet.pts + begun, packet.dts + begun
                    while played < float(packet.pts * time_base):
                        out.mux(sound.encode(_second(tone, played, rate)))
                        played += 1
                    packet.stream = copy
                    out.mux(packet)
            begun += length
        out.mux(sound.encode(None))
    return target


def _second(tone: np.ndarray, number: int, rate: int) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(tone, format="s16", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = rate, number * rate, Fraction(1, rate)
    return frame

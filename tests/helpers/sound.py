"""Video files with a sound that is known: silence, then a tone, then silence."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

RATE = 16_000
LOUD = 0.5


def tone(seconds: float, start: float, stop: float, rate: int = RATE, loud: float = LOUD) -> np.ndarray:
    """float32 [samples]: 400 Hz between two moments."""
    at = np.arange(round(seconds * rate)) / rate
    wave = loud * np.sin(2 * np.pi * 400 * at)
    return np.where((at >= start) & (at < stop), wave, 0).astype(np.float32)


def write_sounding(
    path: Path,
    sound: np.ndarray,
    frames: int = 50,
    *,
    fps: int = 25,
    codec: str = "pcm_s16le",
    layout: str = "mono",
    format: str = "s16",
    rate: int = RATE,
    late: float = 0.0,
) -> Path:
    """Pictures that flicker, and a sound in the first of the layout's channels (the others are silent), which begins
    `late` seconds after the first picture."""
    with av.open(str(path), "w") as out:
        stream = out.add_stream("mpeg4", rate=fps)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        audio = out.add_stream(codec, rate=rate, layout=layout)
        for i in range(frames):
            picture = np.full((48, 64, 3), 60 + 100 * (i // 10 % 2), np.uint8)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        out.mux(stream.encode(None))
        channels = av.AudioLayout(layout).nb_channels
        for at in range(0, len(sound), 1024):
            part = np.zeros((channels, len(sound[at : at + 1024])), np.float32)
            part[0] = sound[at : at + 1024]
            frame = av.AudioFrame.from_ndarray(_as(part, format), format=format, layout=layout)
            frame.sample_rate, frame.pts, frame.time_base = rate, at + round(late * rate), Fraction(1, rate)
            out.mux(audio.encode(frame))
        out.mux(audio.encode(None))
    return path


def _as(part: np.ndarray, format: str) -> np.ndarray:
    kind = {"u8": np.uint8, "s16": np.int16, "s32": np.int32}.get(format.rstrip("p"), np.float32)
    if kind is np.uint8:
        part = part * 127 + 128
    elif kind is not np.float32:
        part = part * np.iinfo(kind).max
    return part.astype(kind) if format.endswith("p") else part.T.reshape(1, -1).astype(kind)

"""Video files whose every picture says its own number, written with PyAV as small as they can be.

A picture is a 4 × 4 board: the first row marks which way is up, the other twelve fields are the number in binary.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

_ROWS = _COLUMNS = 4
_MARK = (1, 1, 0, 0)


def board(number: int, width: int = 64, height: int = 48, noise: int = 24) -> np.ndarray:
    """RGB uint8 [height, width, 3]. `noise`: how strongly a slanted pattern wanders across (so that pictures differ
    everywhere, and codecs predict)."""
    bits = [*_MARK, *((number >> i) & 1 for i in range(12))]
    row = np.arange(height)[:, None] * _ROWS // height
    column = np.arange(width)[None, :] * _COLUMNS // width
    level = np.array([50, 205])[np.array(bits)[row * _COLUMNS + column]]
    pattern = np.sin((np.arange(height)[:, None] + np.arange(width)[None, :] + 3 * number) / 5)
    gray = np.clip(level + noise * pattern, 0, 255).astype(np.uint8)
    return np.repeat(gray[:, :, None], 3, axis=2)


def number_on(image: np.ndarray) -> int:
    """The number a picture says; -1 where it is not the right way up or not such a picture."""
    height, width = image.shape[:2]
    bits = []
    for i in range(_ROWS * _COLUMNS):
        y, x = divmod(i, _COLUMNS)
        top, left = (2 * y + 1) * height // (2 * _ROWS), (2 * x + 1) * width // (2 * _COLUMNS)
        bits.append(int(image[top - 2 : top + 3, left - 2 : left + 3].mean() > 128))
    if tuple(bits[:4]) != _MARK:
        return -1
    return sum(bit << i for i, bit in enumerate(bits[4:]))


def write_video(
    path: Path,
    codec: str = "libx264",
    numbers: Sequence[int] = range(60),
    *,
    size: tuple[int, int] = (64, 48),
    pix_fmt: str = "yuv420p",
    rate: int | Fraction = 25,
    gop: int = 20,
    times: Sequence[int] | None = None,
    start: int = 0,
    turn: np.ndarray | None = None,
    codec_options: dict[str, str] | None = None,
    container_options: dict[str, str] | None = None,
    format: str | None = None,
    audio: bool = False,
    title: str = "",
    store: Callable[[np.ndarray], np.ndarray] = np.asarray,
) -> Path:
    """One picture per number. `times`: milliseconds of each picture instead of a constant rate; `start`: ticks (1/rate
    or ms) that the first begins late; `turn`: a display matrix (int32 [9]); `store` lays an upright picture of `size`
    down as it is stored."""
    with av.open(str(path), "w", format=format, options=container_options or {}) as out:
        stream = out.add_stream(codec, rate=rate, options=codec_options or {})
        assert isinstance(stream, av.VideoStream)
        stream.height, stream.width = store(board(0, *size)).shape[:2]
        stream.pix_fmt = pix_fmt
        if codec not in {"mjpeg", "gif", "prores_ks", "ffv1", "rawvideo"}:
            stream.gop_size = gop
        if turn is not None:
            stream.set_display_matrix(turn.tolist())
        if title:
            out.metadata["title"] = title
        time_base = Fraction(1, 1000) if times else 1 / Fraction(rate)
        stream.codec_context.time_base = time_base
        sound = out.add_stream("aac", rate=8000, layout="mono") if audio else None
        for i, number in enumerate(numbers):
            frame = av.VideoFrame.from_ndarray(store(board(number, *size)), format="rgb24").reformat(format=pix_fmt)
            frame.pts, frame.time_base = start + (times[i] if times else i), time_base
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
        if sound is not None:
            _silence(out, sound, len(numbers) / float(rate))
    return path


def _silence(out: av.container.OutputContainer, sound: av.AudioStream, seconds: float) -> None:
    for i in range(int(seconds * 8000 / 1024)):
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = 8000, i * 1024, Fraction(1, 8000)
        out.mux(sound.encode(frame))
    out.mux(sound.encode(None))


def write_sound(path: Path) -> Path:
    with av.open(str(path), "w") as out:
        sound = out.add_stream("aac", rate=8000, layout="mono")
        _silence(out, sound, 1.0)
    return path


def copy_packets(
    source: Path, target: Path, first: int = 0, shift: int = 0, container_options: dict[str, str] | None = None
) -> Path:
    """Stream copy from packet `first` on, timestamps moved by `shift` ticks of the source."""
    with av.open(str(source)) as read, av.open(str(target), "w", options=container_options or {}) as out:
        stream = read.streams.video[0]
        copy = out.add_stream_from_template(stream)
        packets = [p for p in read.demux(stream) if p.size][first:]
        for packet in packets:
            packet.pts = None if packet.pts is None else packet.pts + shift
            packet.dts = None if packet.dts is None else packet.dts + shift
            packet.stream = copy
            out.mux(packet)
    return target


def write_images(folder: Path, numbers: Sequence[int] = range(12), suffix: str = ".png") -> Path:
    """img1 … imgN: sorting them as text would put img10 before img2."""
    import cv2

    folder.mkdir()
    for i, number in enumerate(numbers):
        cv2.imwrite(str(folder / f"img{i + 1}{suffix}"), board(number))
    return folder


def write_footage(path: Path, size: tuple[int, int], count: int, gop: int) -> Path:
    """H.264 as a camera gives it: a blurred scene that pans, things that move in it, grain; about 4 Mbit/s at 720p. For
    measuring speed."""
    import cv2

    width, height = size
    chance = np.random.default_rng(0)
    scene = cv2.GaussianBlur(chance.integers(0, 255, (height, width + 4 * count, 3), dtype=np.uint8), (0, 0), 5)
    scene = cv2.normalize(scene, np.empty_like(scene), 20, 235, cv2.NORM_MINMAX)
    grain = [chance.integers(0, 12, (height, width, 3), dtype=np.uint8) for _ in range(7)]
    options = {"preset": "veryfast", "sc_threshold": "0", "crf": "26", "bf": "3"}
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=30, options=options)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = width, height, "yuv420p", gop
        for i in range(count):
            image = np.asarray(cv2.add(scene[:, 4 * i : 4 * i + width], grain[i % 7]), dtype=np.uint8)
            x, y = int(width * (0.5 + 0.4 * np.sin(i / 20))), int(height * (0.5 + 0.4 * np.cos(i / 17)))
            cv2.circle(image, (x, y), height // 12, (i % 255, 200, 30), -1)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
        out.mux(stream.encode(None))
    return path


def looped(clip: Path, target: Path, frames: int) -> Path:
    """The pictures of `clip`, whose packets are copied again and again until there are so many. For measuring."""
    with av.open(str(target), "w") as out, av.open(str(clip)) as read:
        stream = read.streams.video[0]
        copy = out.add_stream_from_template(stream)
        kept = [
            (bytes(p), p.pts or 0, p.dts or 0, p.duration or 0, p.is_keyframe) for p in read.demux(stream) if p.size
        ]
        length, ticks = len(kept) * kept[0][3], stream.time_base or Fraction(1)
        for number in range(frames):
            again, at = divmod(number, len(kept))
            data, pts, dts, duration, key = kept[at]
            packet = av.Packet(data)
            packet.pts, packet.dts = pts + again * length, dts + again * length
            packet.duration, packet.time_base, packet.is_keyframe = duration, ticks, key
            packet.stream = copy
            out.mux(packet)
    return target

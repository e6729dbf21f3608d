"""The files that make programs show the wrong frame, one writer each; a new one is a function and a line in HARD."""

from __future__ import annotations

import os
import random
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from tests.helpers.fieldpairs import write_field_pairs
from tests.helpers.videos import copy_packets, write_images, write_video

B = {
    "bf": "3",
    "b_strategy": "0",
    "preset": "veryfast",
    "sc_threshold": "0",
}  # three B-frames in a row, two of them references of none
X265 = {"preset": "ultrafast", "x265-params": "log-level=none:bframes=3:b-adapt=0:keyint=20:open-gop=0:pools=1"}
N = 60
os.environ["SVT_LOG"] = "0"  # the AV1 encoder writes to stderr otherwise


@dataclass(frozen=True)
class HardFile:
    """A file and the numbers that its pictures must say, from the first to the last."""

    path: Path
    numbers: Sequence[int]
    size: tuple[int, int] = (64, 48)
    variable: bool = False
    seconds: float | None = None  # how long it lasts, where that is the point


def _plain(folder: Path, name: str, codec: str = "libx264", size: tuple[int, int] = (64, 48), **more: Any) -> HardFile:
    more.setdefault("codec_options", B if codec == "libx264" else {})
    path = write_video(folder / name, codec, range(N), size=size, **more)
    return HardFile(path, range(N), size, seconds=N / 25)


def _variable(folder: Path, name: str) -> HardFile:
    chance = random.Random(7)
    times = [0]
    for _ in range(N):
        times.append(times[-1] + chance.choice([13, 33, 40, 67, 240]))
    path = write_video(folder / name, numbers=range(N), times=times[:N], codec_options=B)
    return HardFile(path, range(N), variable=True)


def _cut_open_gop(folder: Path, name: str, codec: str, options: dict[str, str], first_key: int) -> HardFile:
    """Begins with a keyframe whose leading pictures refer to what was cut away."""
    whole = write_video(folder / f"whole-{name}", codec, range(N), codec_options=options)
    import av

    with av.open(str(whole)) as read:
        keys = [i for i, p in enumerate(q for q in read.demux(video=0) if q.size) if p.is_keyframe]
    return HardFile(copy_packets(whole, folder / name, keys[1]), range(first_key, N))


def _begins_between_keyframes(folder: Path) -> HardFile:
    whole = write_video(folder / "whole-between.ts", codec_options=B)
    return HardFile(copy_packets(whole, folder / "between.ts", 7), range(20, N))


def _trimmed(folder: Path) -> HardFile:
    """A stream copy that starts between two keyframes: what lies before is in the file and an edit list hides it."""
    whole = write_video(folder / "whole.mp4", codec_options=B, gop=30)
    ticks = 12800 // 25
    return HardFile(copy_packets(whole, folder / "trim.mp4", 30, -37 * ticks), range(37, N), seconds=(N - 37) / 25)


def _shortened(folder: Path) -> HardFile:
    """As _trimmed, and the edit list ends before the file does."""
    begun = _trimmed(folder).path
    data = bytearray(begun.read_bytes())
    at = data.index(b"elst") + 12
    data[at : at + 4] = struct.pack(">I", 400)  # movie time scale: milliseconds
    path = folder / "shortened.mp4"
    path.write_bytes(data)
    return HardFile(path, range(37, 47))


def _turned(folder: Path, name: str, matrix: Sequence[int], size: tuple[int, int]) -> HardFile:
    fixed = np.array([matrix[0] << 16, matrix[1] << 16, 0, matrix[2] << 16, matrix[3] << 16, 0, 0, 0, 1 << 30])
    linear = np.array(matrix).reshape(2, 2)

    def store(image: np.ndarray) -> np.ndarray:
        """The upright picture laid down so that the matrix sets it up again."""
        if linear[0, 0] == 0:
            image = image[:: int(linear[0, 1]), :: int(linear[1, 0])].swapaxes(0, 1)
        else:
            image = image[:: int(linear[1, 1]), :: int(linear[0, 0])]
        return np.ascontiguousarray(image)

    path = write_video(folder / name, numbers=range(N), size=size, turn=fixed, store=store, codec_options=B)
    return HardFile(path, range(N), size)


def _glued(folder: Path) -> HardFile:
    """Two recordings one after the other in one file: the second one's clock starts anew."""
    first = write_video(folder / "a.ts", numbers=range(40), codec_options=B)
    second = write_video(folder / "b.ts", numbers=range(40, 80), codec_options=B)
    path = folder / "glued.ts"
    path.write_bytes(first.read_bytes() + second.read_bytes())
    return HardFile(path, range(80), seconds=80 / 25)


def _fields(folder: Path, name: str, second_timed: bool) -> HardFile:
    path = write_field_pairs(folder / name, range(N), second_timed)
    seconds = None if path.suffix == ".mkv" else N / 25  # Matroska gives each field a frame's duration
    return HardFile(path, range(N), (64, 64), seconds=seconds)


def _images(folder: Path, suffix: str) -> HardFile:
    return HardFile(write_images(folder / f"images{suffix}", range(100, 112), suffix), range(100, 112))


def _late(folder: Path, name: str, ticks: int) -> HardFile:
    return HardFile(write_video(folder / name, start=ticks, codec_options=B), range(N), seconds=N / 25)


def _many(folder: Path) -> HardFile:
    options = B | {"x264-params": "keyint=20:bframes=3"}
    return HardFile(write_video(folder / "ntsc.mp4", rate=Fraction(30000, 1001), codec_options=options), range(N))


def _x264(folder: Path, name: str, params: str, **more: Any) -> HardFile:
    return _plain(folder, name, codec_options=B | {"x264-params": params}, **more)


_OPEN265 = X265 | {"x265-params": X265["x265-params"].replace("open-gop=0", "open-gop=1")}

HARD: dict[str, Callable[[Path], HardFile]] = {
    "h264-mp4": partial(_plain, name="cfr.mp4"),
    "h264-mkv": partial(_plain, name="cfr.mkv"),
    "h264-mp4-with-sound": partial(_plain, name="sound.mp4", audio=True),
    "h264-29.97": _many,
    "h264-vfr-mp4": partial(_variable, name="vfr.mp4"),
    "h264-vfr-mkv": partial(_variable, name="vfr.mkv"),
    "h264-fragmented": partial(_plain, name="f.mp4", container_options={"movflags": "frag_keyframe+empty_moov"}),
    "h264-avi": partial(_plain, name="b.avi"),
    "h264-bare": partial(_plain, name="bare.h264"),
    "h264-ts": partial(_plain, name="cfr.ts"),
    "h264-open-gop-ts": partial(_x264, name="open.ts", params="open-gop=1:keyint=20:bframes=3"),
    "h264-open-gop-mp4": partial(_x264, name="open.mp4", params="open-gop=1:keyint=20:bframes=3"),
    "h264-open-gop-cut": partial(
        _cut_open_gop, name="cut.ts", codec="libx264", first_key=20,
        options=B | {"x264-params": "open-gop=1:keyint=20:bframes=3"},
    ),
    "hevc-open-gop-cut": partial(_cut_open_gop, name="cut5.ts", codec="libx265", first_key=20, options=_OPEN265),
    "h264-begins-between": _begins_between_keyframes,
    "h264-intra-refresh": partial(_x264, name="refresh.mkv", params="intra-refresh=1:keyint=10:bframes=0"),
    "h264-interlaced": partial(_x264, name="mbaff.ts", params="interlaced=1:keyint=20", size=(64, 64)),
    "h264-field-pairs-ts": partial(_fields, name="fields.ts", second_timed=True),
    "h264-field-pairs-mkv": partial(_fields, name="fields.mkv", second_timed=False),
    "h264-late-mp4": partial(_late, name="late.mp4", ticks=250),
    "h264-late-mkv": partial(_late, name="late.mkv", ticks=250),
    "h264-late-ts": partial(_late, name="late.ts", ticks=2000),
    "h264-trimmed": _trimmed,
    "h264-shortened": _shortened,
    "h264-glued-ts": _glued,
    "h264-turned-90": partial(_turned, name="t90.mp4", matrix=(0, 1, -1, 0), size=(64, 48)),
    "h264-turned-180": partial(_turned, name="t180.mp4", matrix=(-1, 0, 0, -1), size=(64, 48)),
    "h264-turned-270": partial(_turned, name="t270.mp4", matrix=(0, -1, 1, 0), size=(48, 64)),
    "h264-mirrored": partial(_turned, name="mirror.mp4", matrix=(-1, 0, 0, 1), size=(64, 48)),
    "h264-10-bit": partial(_plain, name="ten.mp4", pix_fmt="yuv420p10le"),
    "h264-4:4:4-odd": partial(_plain, name="odd.mp4", pix_fmt="yuv444p", size=(67, 49)),
    "h264-gray": partial(_plain, name="gray.mp4", pix_fmt="gray"),
    "hevc-mp4": partial(_plain, name="h.mp4", codec="libx265", codec_options=X265, size=(96, 64)),
    "hevc-10-bit-mkv": partial(
        _plain, name="h10.mkv", codec="libx265", codec_options=X265, pix_fmt="yuv420p10le", size=(96, 64)
    ),
    "hevc-open-gop-ts": partial(_plain, name="ho.ts", codec="libx265", codec_options=_OPEN265, size=(96, 64)),
    "mpeg4-avi": partial(_plain, name="asp.avi", codec="mpeg4", codec_options={"bf": "2"}),
    "mpeg4-mp4": partial(_plain, name="asp.mp4", codec="mpeg4", codec_options={"bf": "2"}),
    "mpeg2-ts": partial(_plain, name="m2.ts", codec="mpeg2video", codec_options={"bf": "2"}),
    "mpeg2-ps": partial(_plain, name="m2.mpg", codec="mpeg2video", codec_options={"bf": "2"}),
    "mjpeg-avi": partial(_plain, name="mj.avi", codec="mjpeg", pix_fmt="yuvj420p"),
    "mjpeg-odd-mov": partial(_plain, name="mj.mov", codec="mjpeg", pix_fmt="yuvj420p", size=(67, 49)),
    "vp9-webm": partial(_plain, name="v.webm", codec="libvpx-vp9", codec_options={"cpu-used": "8"}),
    "ffv1-mkv": partial(_plain, name="ffv1.mkv", codec="ffv1", pix_fmt="yuv420p", size=(67, 49)),
    "ffv1-gray-mkv": partial(_plain, name="gray.mkv", codec="ffv1", pix_fmt="gray"),
    "prores-mov": partial(_plain, name="p.mov", codec="prores_ks", pix_fmt="yuv422p10le"),
    "av1-mp4": partial(_plain, name="a.mp4", codec="libsvtav1", codec_options={"preset": "12"}),
    "gif": partial(_plain, name="animated.gif", codec="gif", pix_fmt="rgb8"),
    "images-png": partial(_images, suffix=".png"),
    "images-jpg": partial(_images, suffix=".jpg"),
}  # fmt: skip

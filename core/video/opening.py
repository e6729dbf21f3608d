"""From a path to a VideoSource, or to one sentence that says why not."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from pathlib import Path

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from core.errors import UserError
from core.video.decoder import Decoder, video_stream
from core.video.fingerprint import fingerprint
from core.video.index import FrameIndex, PacketTable, rate_of
from core.video.info import VideoInfo
from core.video.pictures import Opener
from core.video.pixels import Turn, turn_of
from core.video.scan import index_by_timestamps, scan


def opened(path: Path) -> tuple[VideoInfo, FrameIndex, Turn, Opener]:
    """Everything a VideoSource is made of. Raises UserError where the file cannot be used."""
    check_readable(path)
    print_ = fingerprint(path)
    with open_container(path) as container:
        stream = video_stream(container)
        if stream is None:
            raise UserError(f"“{path.name}” has no pictures in it, only sound; choose a video file.")
        index = index_by_timestamps(*_scanned(container, stream))
        candidates = tuple(r for r in (stream.average_rate, stream.guessed_rate, stream.base_rate) if r)
        codec, pixel_format = stream.codec_context.name, stream.codec_context.pix_fmt or ""
        aspect = stream.sample_aspect_ratio or Fraction(1)
        audio = bool(container.streams.audio)
    if not index.frames:
        raise UserError(
            f"“{path.name}” holds no pictures; it may be cut off or empty. Copy it again from where it came."
        )
    decoder = Decoder(path, index)
    try:
        first = decoder.picture(0)
    finally:
        decoder.close()
    turn = turn_of(first)
    rate, constant = rate_of(index, candidates)
    width, height = (first.height, first.width) if turn.transpose else (first.width, first.height)
    info = VideoInfo(
        path, codec, width, height, rate, index.frames, index.duration, not constant, len(index.keyframes), print_,
        index.verified, index.problems, pixel_format, turn.degrees, audio, aspect,
    )  # fmt: skip
    return info, index, turn, partial(Decoder, path)


def _scanned(container: InputContainer, stream: VideoStream) -> tuple[PacketTable, Fraction, int]:
    table, length = scan(container, stream)
    return table, stream.time_base or Fraction(1, 1000), length


def check_readable(path: Path) -> None:
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError as error:
        raise UserError(f"“{path}” does not exist; check the name, or relink the video if it was moved.") from error
    except OSError as error:
        raise UserError(f"“{path}” cannot be read: {error.strerror}.") from error
    if empty:
        raise UserError(f"“{path.name}” is empty (0 bytes); copy it again from where it came.")


def open_container(path: Path) -> InputContainer:
    try:
        return av.open(str(path), metadata_errors="replace")
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise UserError(f"“{path.name}” is not a video that can be read; it may be damaged or cut off.") from error

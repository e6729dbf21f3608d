"""From a path to what a VideoSource is made of, or to one sentence that says why not."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from core.errors import UserError
from core.video import folder, index_cache, proof
from core.video.decoder import Decoder, video_stream
from core.video.fingerprint import fingerprint
from core.video.index import FrameIndex, rate_of
from core.video.info import VideoInfo
from core.video.pictures import Opener
from core.video.pixels import Turn, turn_of
from core.video.scan import scan


@dataclass(frozen=True)
class Opened:
    info: VideoInfo
    index: FrameIndex
    turn: Turn
    opener: Opener


@dataclass(frozen=True)
class Header:
    """What the container says of its video stream before anything is decoded."""

    codec: str
    pixel_format: str
    rates: tuple[Fraction, ...]
    aspect: Fraction
    audio: bool
    frames: int  # 0: it does not say
    duration: float  # seconds, 0: it does not say


def opened(path: Path) -> Opened:
    """Raises UserError where the file cannot be used."""
    if path.is_dir():
        return _opened_folder(path)
    check_readable(path)
    content = fingerprint(path)
    with video_in(path) as (container, stream):
        header = header_of(container, stream)
    index = index_cache.load(content) or _indexed(path, content, header)
    if not index.frames:
        raise UserError(f"“{path.name}” has no picture that can be decoded; copy it again from where it came.")
    return _described(path, content, header, index, partial(Decoder, path))


def _indexed(path: Path, content: str, header: Header) -> FrameIndex:
    with video_in(path) as (container, stream):
        scanned = proof.compared(scan(container, stream), header.frames, header.duration)
    if not scanned.frames:
        return scanned
    with video_in(path) as (container, stream):
        index = proof.prove_beginning(scanned, container, stream)
    if index.problems and not index.verified:
        pictures = Decoder(path, index)
        try:
            index = proof.prove_end(index, pictures)
        finally:
            pictures.close()
    index_cache.save(content, index)
    return index


def _described(path: Path, content: str, header: Header, index: FrameIndex, opener: Opener) -> Opened:
    pictures = opener(index)
    try:
        first = pictures.picture(0)
    finally:
        pictures.close()
    turn = turn_of(first)
    rate, constant = rate_of(index, header.rates)
    width, height = (first.height, first.width) if turn.transpose else (first.width, first.height)
    aspect = 1 / header.aspect if turn.transpose else header.aspect
    info = VideoInfo(
        path, header.codec, width, height, rate, index.frames, index.duration, not constant, len(index.keyframes),
        content, index.verified, index.problems, header.pixel_format or first.format.name, turn.degrees, header.audio,
        aspect,
    )  # fmt: skip
    return Opened(info, index, turn, opener)


def _opened_folder(path: Path) -> Opened:
    index = folder.index_of(path)
    content = fingerprint(path)
    index = index_cache.load(content) or index
    header = Header("images", "", (folder.RATE,), Fraction(1), False, 0, 0.0)
    return _described(path, content, header, index, partial(folder.Images, path))


def header_of(container: InputContainer, stream: VideoStream) -> Header:
    rates = (stream.average_rate, stream.guessed_rate, stream.base_rate)
    seconds = float(stream.duration * stream.time_base) if stream.duration and stream.time_base else 0.0
    audio = bool(container.streams.audio)
    if not seconds and container.duration and not audio:
        # Matroska says when the last picture ends, not how long they all last.
        late = (container.start_time or 0) if "matroska" in container.format.name else 0
        seconds = (container.duration - late) / av.time_base
    mov = "mov" in container.format.name  # whose own count includes what its edit list leaves out altogether
    frames = len(stream.index_entries) if mov else stream.frames
    return Header(
        stream.codec_context.name, stream.codec_context.pix_fmt or "", tuple(rate for rate in rates if rate),
        stream.sample_aspect_ratio or Fraction(1), audio, frames, seconds,
    )  # fmt: skip


def check_readable(path: Path) -> None:
    if path.exists() and not path.is_file():  # reading a pipe or a device might never end
        raise UserError(f"“{path}” is neither a file nor a folder; choose a video file.")
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError as error:
        raise UserError(f"“{path}” does not exist; check the name, or relink the video if it was moved.") from error
    except PermissionError as error:
        raise UserError(f"“{path}” may not be read by you; change its permissions or copy it elsewhere.") from error
    except OSError as error:
        raise UserError(f"“{path}” cannot be read ({error.strerror}); check the disk it is on.") from error
    if empty:
        raise UserError(f"“{path.name}” is empty (0 bytes); copy it again from where it came.")


@contextmanager
def video_in(path: Path) -> Generator[tuple[InputContainer, VideoStream], None, None]:
    """The opened container and its first video stream."""
    try:
        container = av.open(str(path), metadata_errors="replace")
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise UserError(f"“{path.name}” {_why_not(path)}") from error
    with container:
        stream = video_stream(container)
        if stream is None:
            held = "only sound" if container.streams.audio else "no video"
            raise UserError(f"“{path.name}” has no pictures in it, {held}; choose a video file.")
        yield container, stream


def _why_not(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4096)
    if start[4:8] == b"ftyp":
        return "was cut off before its table of contents was written; copy it again from where it came, or repair it."
    if b"\0" not in start:
        return "is text, not a video; choose a video file."
    return "is no video that can be read, or is damaged from its beginning on; copy it again from where it came."

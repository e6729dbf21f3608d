"""A copy of a video with its activities burned in: their names and scores, and a bar of time below the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import cv2
import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from core.errors import UserError
from core.exchange.files import replacing
from core.task import Progress, Task
from core.time import Span
from core.video.source import VideoSource, open_video

_CODECS = ("libx264", "mpeg4")  # not every build of FFmpeg carries x264
_TICKS = 90_000  # per second: any frame's time, exact enough for a varying rate


@dataclass(frozen=True, slots=True)
class Caption:
    """What to write while `span` is on screen; color "#rrggbb"."""

    text: str
    color: str
    span: Span
    score: float | None = None


def render(path: Path, captions: Sequence[Caption], out: Path) -> Task[Path]:
    """Encodes the video anew (H.264, else MPEG-4) frame for frame with the captions; sound is copied where the
    container can hold it. Raises UserError."""
    if out.exists() and out.samefile(path):
        raise UserError(f"{out.name} is the video itself; give the annotated copy another name.")
    with open_video(path) as source, replacing(out) as part:
        try:
            with av.open(str(part), "w", options={"movflags": "+faststart"}) as output:
                yield from _write(source, captions, output)
        except av.error.FFmpegError as error:
            said = f"{out.name} could not be written ({error.strerror}); give it a name that ends in .mp4 or .mkv."
            raise UserError(said) from error
        except ValueError as error:  # PyAV: no container goes by that suffix
            raise UserError(f"{out.name} is no name for a video; let it end in .mp4 or .mkv.") from error
    return out


def _write(source: VideoSource, captions: Sequence[Caption], output: OutputContainer) -> Task[None]:
    bar = _Bar(source, captions)
    stream = _video_stream(output, source, bar.height)
    with _sound(source) as sound:
        copy = _Sound(sound, output)
        frames = source.info.frames
        for number, image in source.frames():
            drawn = bar.drawn(image, number)
            frame = av.VideoFrame.from_ndarray(drawn, format="rgb24")
            frame.pts = round(source.index.seconds(number) * _TICKS)
            frame.duration = round(source.index.seconds(number + 1) * _TICKS) - frame.pts
            frame.time_base = Fraction(1, _TICKS)
            output.mux(stream.encode(frame))
            copy.until(source.index.seconds(number + 1))
            yield Progress(number + 1, frames, "Rendering")
        output.mux(stream.encode(None))
        copy.until(float("inf"))


def _video_stream(output: OutputContainer, source: VideoSource, extra: int) -> VideoStream:
    codec = next(name for name in _CODECS if name in av.codecs_available)
    stream = cast(VideoStream, output.add_stream(codec, rate=source.info.fps))
    stream.width, stream.height = source.info.width // 2 * 2, (source.info.height + extra) // 2 * 2
    stream.pix_fmt = "yuv420p"
    stream.time_base = stream.codec_context.time_base = Fraction(1, _TICKS)
    stream.sample_aspect_ratio = source.info.pixel_aspect
    stream.options = {"crf": "20", "preset": "veryfast"} if codec == "libx264" else {"qscale": "3"}
    return stream


def _sound(source: VideoSource) -> AbstractContextManager[InputContainer | None]:
    """The file opened once more for its sound; None where it has none."""
    if source.info.has_audio and source.path.is_file():
        return av.open(str(source.path), metadata_errors="replace")
    return nullcontext()


class _Sound:
    """Copies packets of sound along with the pictures, so that both lie close together in the file."""

    def __init__(self, container: InputContainer | None, output: OutputContainer) -> None:
        self._packets: Iterator[Packet[AudioStream]] = iter(())
        if container is None:
            return
        stream = container.streams.audio[0]
        codec = stream.codec_context.name
        if codec not in output.supported_codecs and codec not in ("aac", "mp3", "mp2", "ac3"):
            return
        self._stream = output.add_stream_from_template(stream)
        first = container.streams.video[0]
        self._shift = float((first.start_time or 0) * (first.time_base or 0))
        self._packets = container.demux(stream)
        self._output = output

    def until(self, seconds: float) -> None:
        """Copies what sounds until then, counted from the first picture; what comes before that is left out."""
        for packet in self._packets:
            if packet.dts is None or packet.time_base is None:
                continue
            shift = round(self._shift / packet.time_base)
            packet.pts = None if packet.pts is None else packet.pts - shift
            packet.dts -= shift
            at = float(packet.dts * packet.time_base)
            if at < 0:
                continue
            packet.stream = self._stream
            self._output.mux(packet)
            if at >= seconds:
                return


class _Bar:
    """Draws captions into a picture, and the bar of time that is made once and only gets a cursor for each frame."""

    def __init__(self, source: VideoSource, captions: Sequence[Caption]) -> None:
        self.frames = source.info.frames
        self.captions = sorted(captions, key=lambda c: (c.span, c.text))
        self.unit = max(12, source.info.height // 22)  # height of a line of text, pixels
        rows = list(dict.fromkeys(c.text for c in self.captions))[:8]
        self.height = (max(1, len(rows)) * max(4, self.unit // 3) + 4) // 2 * 2
        self.strip = np.full((self.height, source.info.width, 3), 24, np.uint8)
        line = (self.height - 4) / max(1, len(rows))
        for caption in self.captions:
            if caption.text in rows:
                top = 2 + round(rows.index(caption.text) * line)
                left, right = self._x(caption.span.start), self._x(caption.span.stop)
                self.strip[top : max(top + 1, round(top + line - 1)), left : max(right, left + 1)] = _rgb(caption.color)

    def _x(self, frame: int) -> int:
        return frame * self.strip.shape[1] // self.frames

    def drawn(self, image: np.ndarray, frame: int) -> np.ndarray:
        """The picture over the bar, RGB uint8, both sides even."""
        strip = self.strip.copy()
        at = min(self._x(frame), strip.shape[1] - 2)
        strip[:, at : at + 2] = 255
        whole = np.concatenate([image, strip])
        y = self.unit // 2
        for caption in [c for c in self.captions if frame in c.span][:8]:
            score = "" if caption.score is None else f"  {caption.score:.2f}"
            y = _write_line(whole, f"{caption.text}{score}", _rgb(caption.color), y, self.unit)
        return np.ascontiguousarray(whole[: whole.shape[0] // 2 * 2, : whole.shape[1] // 2 * 2])


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _write_line(image: np.ndarray, text: str, color: tuple[int, int, int], y: int, unit: int) -> int:
    """White text on a dark plate behind a mark of the label's colour; returns where the next line begins."""
    left, size = unit // 2, max(9, round(unit * 0.72))
    face = cv2.FontFace("sans") if hasattr(cv2, "FontFace") else None  # OpenCV 5: any script, not only ASCII
    if face is not None:
        width = cv2.getTextSize((0, 0), text, (0, 0), face, size, 400)[2]
    else:
        width = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, size / 30, 1)[0][0]
    right = min(image.shape[1], left + width + 2 * unit)
    plate = image[y : y + unit + 4, left:right]
    plate[:] = plate // 4
    image[y : y + unit + 4, left : left + unit // 3] = color
    origin = (left + unit // 3 + unit // 3, y + unit - unit // 8)
    if face is not None:
        cv2.putText(image, text, origin, (255, 255, 255), face, size, 400)
    else:
        cv2.putText(image, text, origin, cv2.FONT_HERSHEY_SIMPLEX, size / 30, (255, 255, 255), 1, cv2.LINE_AA)
    return y + unit + 8

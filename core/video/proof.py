"""Which frames really come out: the index is compared with the decoder, at opening on the first pictures, later (as a
task in the background) on all of them."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import av
import numpy as np
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from core.video.decoder import THREADS, packets_of
from core.video.index import FrameIndex
from core.video.pictures import Pictures, Undecodable
from core.video.scan import index_of_order

_SHOWN = 32  # the first so many pictures are decoded at opening …
_FED = 600  # … out of at most so many packets (a recording may begin between two keyframes)


@dataclass
class Decoded:
    """What a pass over a file has seen so far."""

    order: list[int] = field(default_factory=list)  # packet positions in the order their frames came out
    fed: int = 0
    errors: int = 0  # packets the decoder refused
    corrupt: int = 0  # frames the decoder itself marks as damaged
    ended: bool = False


def decode_all(container: InputContainer, stream: VideoStream) -> Iterator[Decoded]:
    """Decodes every packet of a freshly opened file; yields the same growing record after each."""
    context = stream.codec_context
    context.thread_type = "AUTO"
    context.thread_count = THREADS
    seen = Decoded()
    last: tuple[Packet[VideoStream] | None, ...] = (None,)
    for packet in itertools.chain(packets_of(container, stream), last):
        if packet is None:
            seen.ended = True
        else:
            packet.pts = seen.fed
            seen.fed += 1
        try:
            frames = context.decode(packet)
        except av.error.InvalidDataError:
            seen.errors += 1
            frames = []
        for frame in frames:
            if frame.pts is not None:
                seen.order.append(frame.pts)
                seen.corrupt += frame.is_corrupt
        yield seen


def agreeing(index: FrameIndex, seen: Decoded) -> FrameIndex | None:
    """The index without what does not come out at the beginning (leading pictures whose references were cut away, or
    the second packet of field pairs); None where the decoder shows another order, so that all must be decoded."""
    paired = _without_second_fields(index, seen)
    for candidate in (index, paired) if paired is not None else (index,):
        place = np.flatnonzero(candidate.packet == seen.order[0])
        if len(place) and np.array_equal(candidate.packet[place[0] :][: len(seen.order)], seen.order):
            return _without_first(candidate, int(place[0]))
    return None


def _without_first(index: FrameIndex, missing: int) -> FrameIndex:
    if not missing:
        return index
    sentence = f"Left out, since the recording begins before a whole picture: its first {counted(missing)}."
    return replace(index, packet=index.packet[missing:], pts=index.pts[missing:], problems=(*index.problems, sentence))


def _without_second_fields(index: FrameIndex, seen: Decoded) -> FrameIndex | None:
    """Interlaced recordings may hold the two fields of a frame in two packets; the frame comes from the first."""
    packets = np.sort(index.packet)
    if len(packets) < 2 or len(packets) % 2 or len(seen.order) < 2:
        return None
    firsts = packets[::2]
    if not np.isin(seen.order, firsts).all():
        return None
    return replace(index_of_order(index, index.packet[np.isin(index.packet, firsts)]), end=index.end)


def proven(index: FrameIndex, seen: Decoded) -> FrameIndex:
    """The verified index, out of a finished pass."""
    order = np.array(list(dict.fromkeys(seen.order)), dtype=np.int64)
    made = index_of_order(index, order)
    problems = [*index.problems]
    if (dropped := index.frames - made.frames) > 0:
        problems.append(f"Left out, since they cannot be decoded: {dropped} of {index.frames} frames.")
    if seen.errors:
        problems.append(f"Damaged in {seen.errors} {'place' if seen.errors == 1 else 'places'}.")
    if seen.corrupt:
        problems.append(f"Shown as far as the damage allows: {counted(seen.corrupt)}.")
    return replace(made, verified=True, problems=tuple(problems))


def prove_beginning(index: FrameIndex, container: InputContainer, stream: VideoStream) -> FrameIndex:
    """The index as far as the first pictures of a freshly opened file confirm or mend it. Where they show that only the
    decoder knows the order (AVI with B-frames has no timestamps to speak of), all of it is decoded here and now."""
    passing = decode_all(container, stream)
    for seen in passing:
        if len(seen.order) >= _SHOWN or (seen.fed >= _FED and seen.order):
            found = agreeing(index, seen)
            if found is not None:
                return found
            break
    deque(passing, maxlen=0)  # `seen` is one growing record
    return proven(index, seen)


def compared(index: FrameIndex, frames: int, seconds: float) -> FrameIndex:
    """With a problem where the header promises more than the packets hold (0: it promises nothing)."""
    held = len(index.packets)
    if frames > held:
        sentence = f"The header promises {counted(frames)}, the file holds {held}: it was probably cut off."
    elif seconds > 1.02 * index.duration + 1:
        sentence = f"The header promises {seconds:.1f} s, the pictures end after {index.duration:.1f} s."
    else:
        return index
    return replace(index, problems=(*index.problems, sentence))


def counted(frames: int) -> str:
    return f"{frames} {'frame' if frames == 1 else 'frames'}"


def prove_end(index: FrameIndex, pictures: Pictures) -> FrameIndex:
    """Without the last frames of a file that was cut off, where they do not come out."""
    for count in range(index.frames, max(0, index.frames - _SHOWN), -1):
        try:
            pictures.picture(count - 1)
        except Undecodable:
            continue
        break
    if count == index.frames:
        return index
    sentence = f"Left out, since they cannot be decoded: {counted(index.frames - count)} at the end."
    return replace(
        index, packet=index.packet[:count], pts=index.pts[:count], end=int(index.pts[count]),
        problems=(*index.problems, sentence),
    )  # fmt: skip

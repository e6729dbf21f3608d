"""Which frames an entry means on a video's clock, and what had to be mended to say so."""

from __future__ import annotations

from dataclasses import dataclass

from core.exchange.base import Entry
from core.time import Clock, Span, format_seconds, span_at

_SLACK = 0.1  # seconds beyond a video's end that need no word: data sets round durations


@dataclass(frozen=True, slots=True)
class EntrySpan:
    """Frames, with a sentence for every repair; or no frames and the sentence why."""

    span: Span | None
    mended: tuple[str, ...] = ()
    refusal: str = ""


def entry_span(entry: Entry, clock: Clock) -> EntrySpan:
    """Frames are exact, so they win where they agree with the seconds; where not, the video was probably encoded anew
    and the seconds are what survived that."""
    seconds = None if entry.start is None or entry.stop is None else (entry.start, entry.stop)
    if entry.start_frame is not None and entry.stop_frame is not None:
        made = _of_frames(entry.start_frame, entry.stop_frame, clock)
        if seconds is None or (made.span is not None and _agree(made.span, seconds, clock)):
            return made
        other = _of_seconds(*seconds, clock)
        return EntrySpan(
            other.span,
            (*other.mended, "Its frames and seconds do not agree on this video; the seconds were taken."),
            other.refusal,
        )
    if seconds is None:
        return EntrySpan(None, refusal="It has no begin and end, neither in seconds nor in frames.")
    return _of_seconds(*seconds, clock)


def _agree(span: Span, seconds: tuple[float, float], clock: Clock) -> bool:
    start, stop = sorted(seconds)
    near = abs(clock.seconds(span.start) - start) < 2e-3 and abs(clock.seconds(span.stop) - stop) < 2e-3
    return near or (clock.boundary_at(start), clock.boundary_at(stop)) == (span.start, span.stop)


def _of_frames(start: int, stop: int, clock: Clock) -> EntrySpan:
    mended = []
    if stop < start:
        start, stop = stop, start
        mended.append("It ended before it began; the two were swapped.")
    if start == stop:
        stop = start + 1
        mended.append("It had no length; it was given one frame.")
    if start >= clock.frames or stop <= 0:
        return EntrySpan(None, refusal=f"It lies at frames {start} to {stop}, but the video has {clock.frames} frames.")
    if start < 0 or stop > clock.frames:
        start, stop = max(start, 0), min(stop, clock.frames)
        mended.append(f"It went beyond the video; it was cut to frames {start} to {stop}.")
    return EntrySpan(Span(start, stop), tuple(mended))


def _of_seconds(start: float, stop: float, clock: Clock) -> EntrySpan:
    mended = []
    end = clock.seconds(clock.frames)
    if stop < start:
        start, stop = stop, start
        mended.append("It ended before it began; the two were swapped.")
    if start >= end or stop < 0 or (stop == 0 and start < 0):
        where = f"{format_seconds(start)} to {format_seconds(stop)}"
        return EntrySpan(None, refusal=f"It lies at {where}, but the video ends at {format_seconds(end)}.")
    if start < 0 or stop > end + _SLACK:
        mended.append("It went beyond the video; it was cut to the part inside.")
    start, stop = max(start, 0.0), min(stop, end)
    if start == stop:
        frame = clock.frame_at(start)
        return EntrySpan(Span(frame, frame + 1), (*mended, "It had no length; it was given one frame."))
    span = span_at(clock, start, stop)
    if span is None:  # shorter than a frame, and the nearest boundary of both is the video's end
        span = Span(clock.frames - 1, clock.frames)
    return EntrySpan(span, tuple(mended))

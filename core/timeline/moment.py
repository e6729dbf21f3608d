"""What people type to go somewhere: a frame, a time, a timecode, a step from here, or a share of the video.

1234, f1234, 1234f       that frame, counted from 0
62.5, 12s, 1:02.500, 1:02:03.5, 2m, 500ms     the frame on screen at that time
1:02:03:12, 01:02:03;12  hours, minutes, seconds and frames; with a semicolon drop-frame
+5s, -10f, +10, -1:30    from here, in any of these units; a bare number is frames
50%                      that share of the video's time
"""

from __future__ import annotations

import re
from fractions import Fraction

from core.errors import UserError
from core.time import Clock, format_seconds, parse_seconds

_UNITS = {"ms": 0.001, "s": 1.0, "sec": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0}
_NUMBER = r"\d+(?:[.,]\d*)?"
_EXAMPLES = "write a frame (1234), a time (1:02.500), a timecode (0:01:02:12), a step (+5s, -10f) or a share (50%)"
_DROPPING = {Fraction(30000, 1001): 2, Fraction(60000, 1001): 4}  # numbers left out each minute but every tenth


def parse_moment(text: str, clock: Clock, here: int, rate: Fraction | None = None) -> int:
    """The frame that `text` means in a video with this clock, when the playhead is at frame `here`. `rate`: the
    constant rate of the video, by which timecodes count (at 29.97 as SMPTE 12M does: 30 numbers a second); None for a
    variable one, where a timecode's frames are counted from the one on screen at its second.

    A step beyond either end stops there; a place beyond the end is refused. Raises UserError for what is no moment.
    """
    said = re.sub(r"\s+", "", text).replace("−", "-").lower()
    if said[:1] in ("+", "-"):
        moved = _step(said[1:], clock, here, 1 if said[0] == "+" else -1, rate, text)
        return max(0, min(clock.frames - 1, moved))
    frame = _place(said, clock, rate, text)
    if not 0 <= frame < clock.frames:
        raise _beyond(text, clock)
    return frame


def _place(said: str, clock: Clock, rate: Fraction | None, text: str) -> int:
    if found := re.fullmatch(r"f(\d+)|(\d+)f?", said):
        return int(found[1] or found[2])
    if found := re.fullmatch(rf"({_NUMBER})%", said):
        share = _float(found[1]) / 100
        if share > 1:
            raise UserError(f"“{text}” is more than the whole video; write 0% to 100%.")
        return clock.frame_at(clock.seconds(clock.frames) * share)
    if re.fullmatch(r"\d+:\d+:\d+[:;]\d+", said):
        return _timecode(said, clock, rate, text)
    seconds = _seconds(said, text)
    if seconds > clock.seconds(clock.frames):
        raise _beyond(text, clock)
    return clock.frame_at(seconds)


def _step(said: str, clock: Clock, here: int, way: int, rate: Fraction | None, text: str) -> int:
    if found := re.fullmatch(r"f?(\d+)|(\d+)f", said):
        return here + way * int(found[1] or found[2])
    if found := re.fullmatch(rf"({_NUMBER})%", said):
        seconds = clock.seconds(clock.frames) * _float(found[1]) / 100
    elif found := re.fullmatch(r"(\d+:\d+:\d+):(\d+)", said):
        seconds = parse_seconds(found[1])
        here += way * int(found[2])
    else:
        seconds = _seconds(said, text)
    return clock.frame_at(clock.seconds(max(0, min(clock.frames, here))) + way * seconds)


def _seconds(said: str, text: str) -> float:
    if found := re.fullmatch(rf"({_NUMBER})({'|'.join(_UNITS)})", said):
        return _float(found[1]) * _UNITS[found[2]]
    try:
        return parse_seconds(said)
    except UserError as error:
        raise UserError(f"“{text.strip()}” is no moment; {_EXAMPLES}.") from error


def _timecode(said: str, clock: Clock, rate: Fraction | None, text: str) -> int:
    """SMPTE 12M-1: each second has as many numbers as the rate rounded up to a whole; drop-frame leaves out the first
    ones of each minute that is no tenth."""
    hours, minutes, seconds, frames = (int(part) for part in re.split("[:;]", said))
    numbers = round(rate) if rate is not None else None
    if minutes > 59 or seconds > 59 or (numbers is not None and frames >= numbers):
        last = "" if numbers is None else f" and frames from 0 to {numbers - 1}"
        raise UserError(f"“{text}” is no timecode of this video; minutes and seconds go to 59{last}.")
    whole = (hours * 60 + minutes) * 60 + seconds
    if ";" in said:
        dropped = _DROPPING.get(rate or Fraction(0))
        if dropped is None:
            raise UserError(f"“{text}” is drop-frame, and this video is not; write a colon before the frames.")
        if minutes % 10 and not seconds and frames < dropped:
            raise UserError(f"“{text}” is a number that drop-frame leaves out; the minute begins with frame {dropped}.")
        return whole * round(rate or 0) + frames - dropped * (hours * 54 + minutes - minutes // 10)
    if numbers is None:
        if whole > clock.seconds(clock.frames):
            raise _beyond(text, clock)
        return clock.frame_at(whole) + frames
    return whole * numbers + frames


def _float(digits: str) -> float:
    return float(digits.replace(",", "."))


def _beyond(text: str, clock: Clock) -> UserError:
    last = clock.frames - 1
    return UserError(
        f"“{text.strip()}” lies beyond the end; the last frame is {last}, at {format_seconds(clock.seconds(last))}."
    )

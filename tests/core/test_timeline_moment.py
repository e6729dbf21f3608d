"""What people type to go somewhere."""

import contextlib
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.time import Clock, ConstantRate, Timestamps, format_seconds
from core.timeline.moment import parse_moment

RATE = Fraction(25)
CLOCK = ConstantRate(RATE, 100_000)  # 1:06:40
NTSC = Fraction(30000, 1001)
LONG = ConstantRate(NTSC, 1_000_000)
UNEVEN = Timestamps(np.array([0.0, 0.5, 0.6, 2.0, 2.1, 2.2, 4.0, 5.0]))


def at(text: str, here: int = 1000, clock: Clock = CLOCK, rate: Fraction | None = RATE) -> int:
    return parse_moment(text, clock, here, rate)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("0", 0), ("1234", 1234), (" 1 234 ", 1234), ("f77", 77), ("77f", 77), ("99999", 99_999),
        ("12.5", 312), ("12,5", 312), ("12s", 300), ("12 sec", 300), ("500ms", 12), ("2m", 3000), ("1min", 1500),
        ("1h", 90_000), ("1:02", 1550), ("1:02.500", 1562), ("0:01:02.040", 1551), ("1:00:00", 90_000), ("0.04", 1),
        ("0:00:01:00", 25), ("0:01:02:12", 1562), ("00:00:00:24", 24), ("1:06:39:24", 99_999),
        ("0%", 0), ("50%", 50_000), ("12.5 %", 12_500), ("100%", 99_999),
        ("+5s", 1125), ("-10f", 990), ("+10", 1010), ("-10", 990), ("−10", 990), ("+ 1:00", 2500), ("-0.5s", 987),
        ("+200ms", 1005), ("+0:00:01:05", 1030), ("-0:00:01:05", 970), ("+10%", 11_000), ("+0", 1000), ("+1m", 2500),
        ("-99999", 0), ("+9h", 99_999), ("-5h", 0), ("+999999f", 99_999),
    ],
)  # fmt: skip
def test_everything_that_can_be_typed(text: str, frame: int) -> None:
    assert at(text) == frame


@pytest.mark.parametrize(
    "text", ["", "  ", "+", "-", "abc", "1:2:3:4:5", "1..5", "5 apples", "%", "+-5", "5-3", ":", "1:", "0x10", "²"]
)
def test_nonsense_says_what_can_be_typed(text: str) -> None:
    with pytest.raises(UserError, match=r"no moment; write a frame \(1234\)"):
        at(text)


@pytest.mark.parametrize("text", ["100000", "2:00:00", "4000.5s", "1:06:40:00", "99999999999999999999"])
def test_beyond_the_end_names_the_end(text: str) -> None:
    with pytest.raises(UserError, match=r"beyond the end; the last frame is 99999, at 1:06:39\.960"):
        at(text)


@pytest.mark.parametrize(
    ("text", "said"), [("101%", "0% to 100%"), ("0:60:00:00", "go to 59"), ("0:00:00:25", "from 0 to 24")]
)
def test_out_of_range_parts_are_named(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        at(text)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("1:00:00:00", 108_000),  # 30 numbers a second: 3.6 s late after an hour, as SMPTE 12M counts
        ("1:00:00;00", 107_892),
        ("0:00:59;29", 1799), ("0:01:00;02", 1800), ("0:10:00;00", 17_982), ("0:10:00;01", 17_983),
    ],
)  # fmt: skip
def test_timecode_at_29_97(text: str, frame: int) -> None:
    assert at(text, clock=LONG, rate=NTSC) == frame


@given(st.integers(0, 999_999))
def test_drop_frame_counts_every_frame_once(frame: int) -> None:
    """Against the counting of SMPTE 12M-1 the other way round: two numbers go each minute but every tenth."""
    tens, rest = divmod(frame, 17_982)
    number = frame + 18 * tens + (2 * ((rest - 2) // 1798) if rest > 1 else 0)
    seconds, frames = divmod(number, 30)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02};{frames:02}"
    assert at(text, clock=LONG, rate=NTSC) == frame


def test_what_drop_frame_leaves_out_is_refused() -> None:
    with pytest.raises(UserError, match="leaves out; the minute begins with frame 2"):
        at("0:01:00;01", clock=LONG, rate=NTSC)
    with pytest.raises(UserError, match="write a colon"):
        at("0:01:00;02")


def test_a_variable_rate_goes_by_its_own_timestamps() -> None:
    assert [at(t, 0, UNEVEN, None) for t in ("0.4", "0.5", "1.9", "2.15", "4.9", "50%")] == [0, 1, 2, 4, 6, 5]
    assert at("0:00:02:01", 0, UNEVEN, None) == 4  # the frame on screen at 2 s, and one
    assert (at("+1.5s", 1, UNEVEN, None), at("-1.5s", 6, UNEVEN, None)) == (3, 5)
    with pytest.raises(UserError, match="beyond"):
        at("0:00:04:09", 0, UNEVEN, None)


rates = st.sampled_from([Fraction(25), NTSC, Fraction(24000, 1001), Fraction(60)])


@given(rates, st.integers(1, 400_000), st.data())
def test_what_the_window_shows_leads_back_to_the_frame(rate: Fraction, frames: int, data: st.DataObject) -> None:
    clock = ConstantRate(rate, frames)
    frame = data.draw(st.integers(0, frames - 1))
    here = data.draw(st.integers(0, frames - 1))
    assert parse_moment(str(frame), clock, here, rate) == frame
    assert parse_moment(format_seconds(clock.seconds(frame)), clock, here, rate) == frame
    assert parse_moment(f"{frame - here:+d}f", clock, here, rate) == frame
    seconds, rest = divmod(frame, round(rate))
    timecode = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}:{rest:02}"
    assert parse_moment(timecode, clock, here, rate) == frame


@given(st.text(alphabet="0123456789:;.,+-fshm% ", max_size=12), st.integers(0, 99_999))
def test_whatever_is_typed_is_a_frame_or_told(text: str, here: int) -> None:
    with contextlib.suppress(UserError):
        assert 0 <= at(text, here) < CLOCK.frames

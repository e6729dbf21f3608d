from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.time import ConstantRate, Span, Timestamps, format_seconds, parse_rate, parse_seconds, span_at

spans = st.tuples(st.integers(0, 500), st.integers(1, 200)).map(lambda p: Span(p[0], p[0] + p[1]))


@pytest.mark.parametrize(("start", "stop"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_or_backward_span_cannot_be_made(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, stop)


@given(spans, spans)
def test_iou_agrees_with_counting_frames(a: Span, b: Span) -> None:
    mine, theirs = set(range(a.start, a.stop)), set(range(b.start, b.stop))
    assert a.iou(b) == pytest.approx(len(mine & theirs) / len(mine | theirs))
    assert a.overlaps(b) == bool(mine & theirs)
    both = a.intersection(b)
    assert (set(range(both.start, both.stop)) if both else set()) == mine & theirs


rates = st.sampled_from([Fraction(25), Fraction(30000, 1001), Fraction(24000, 1001), Fraction(60), Fraction(1000, 33)])


@given(rates, st.integers(1, 400_000), st.data())
def test_every_frame_survives_the_way_through_seconds(rate: Fraction, frames: int, data: st.DataObject) -> None:
    clock = ConstantRate(rate, frames)
    frame = data.draw(st.integers(0, frames - 1))
    assert clock.frame_at(clock.seconds(frame)) == frame
    assert clock.boundary_at(clock.seconds(frame)) == frame
    printed = parse_seconds(format_seconds(clock.seconds(frame)))
    assert clock.frame_at(printed) == frame
    assert clock.boundary_at(printed) == frame


@given(st.lists(st.integers(10, 900), min_size=1, max_size=300))
def test_variable_rate_frames_survive_the_way_through_milliseconds(durations_ms: list[int]) -> None:
    clock = Timestamps(np.concatenate([[0.0], np.cumsum(durations_ms) / 1000]))
    for frame in range(clock.frames):
        assert clock.frame_at(round(clock.seconds(frame), 3)) == frame
        assert clock.boundary_at(round(clock.seconds(frame), 3)) == frame
    assert clock.boundary_at(clock.seconds(clock.frames)) == clock.frames
    assert clock.frame_at(1e9) == clock.frames - 1


def test_an_interval_shorter_than_a_frame_becomes_one_frame_and_outside_nothing() -> None:
    clock = ConstantRate(Fraction(25), 100)
    assert span_at(clock, 1.0, 1.001) == Span(25, 26)
    assert span_at(clock, 5.0, 6.0) is None
    assert span_at(clock, 3.0, 3.0) is None
    assert span_at(clock, -1.0, 99.0) == Span(0, 100)


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00.000"), (62.5, "1:02.500"), (3723.5, "1:02:03.500"), (59.9996, "1:00.000")]
)
def test_seconds_as_text(seconds: float, text: str) -> None:
    assert format_seconds(seconds) == text
    assert parse_seconds(text) == pytest.approx(seconds, abs=0.001)


@pytest.mark.parametrize("text", ["", "abc", "1:2:3:4", "-3", "nan", "1e3"])
def test_what_is_not_a_time_is_said(text: str) -> None:
    with pytest.raises(UserError, match="not a time"):
        parse_seconds(text)


@pytest.mark.parametrize("text", ["0", "-25", "25/0", "fast"])
def test_what_is_not_a_rate_is_said(text: str) -> None:
    with pytest.raises(UserError, match="not a frame rate"):
        parse_rate(text)


def test_rates_are_exact() -> None:
    assert parse_rate("30000/1001") == Fraction(30000, 1001)

"""Clips: which frames they hold, in what size and colour, and that each frame is decoded once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.time import Span
from core.video.clips import ClipSpec, clip_starts, clips, frames_of_ticks
from core.video.source import VideoSource, open_video
from tests.helpers.videos import number_on, write_video

N = 50


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_video(
        tmp_path_factory.mktemp("clips") / "v.mp4", numbers=range(N), codec_options={"preset": "veryfast"}
    )


@pytest.fixture
def source(path: Path) -> Iterator[VideoSource]:
    with open_video(path) as opened:
        yield opened


def _said(clip: np.ndarray) -> list[int]:
    return [number_on(image) for image in clip]


def test_overlapping(source: VideoSource) -> None:
    spec = ClipSpec(8, 2, 4, (64, 48))
    found = list(clips(source, spec))
    assert [start for start, _ in found] == list(range(0, 37, 4))
    for start, clip in found:
        assert clip.shape == (8, 48, 64, 3)
        assert clip.dtype == np.uint8
        assert _said(clip) == [min(start + 2 * i, N - 1) for i in range(8)]


def test_gaps_and_span(source: VideoSource) -> None:
    found = list(clips(source, ClipSpec(2, 1, 10, (64, 48)), Span(5, 30)))
    assert [(start, _said(clip)) for start, clip in found] == [(5, [5, 6]), (15, [15, 16]), (25, [25, 26])]


def test_short_video_repeats_its_last_picture(source: VideoSource) -> None:
    found = list(clips(source, ClipSpec(8, 1, 8, (64, 48)), Span(40, 43)))
    assert [(start, _said(clip)) for start, clip in found] == [(40, [40, 41, 42, 42, 42, 42, 42, 42])]


@pytest.mark.parametrize(("rate", "expected"), [(Fraction(5), [0, 5, 10, 15]), (Fraction(50), [0, 0, 1, 1])])
def test_other_rate(source: VideoSource, rate: Fraction, expected: list[int]) -> None:
    _, clip = next(clips(source, ClipSpec(4, 1, 4, (64, 48), rate=rate)))
    assert _said(clip) == expected
    assert len(frames_of_ticks(source, ClipSpec(4, 1, 4, (64, 48), rate=rate))) == 2 * rate


def test_size_and_colour(source: VideoSource) -> None:
    rgb = next(clips(source, ClipSpec(2, 1, 2, (24, 24), resize=32)))[1]
    assert rgb.shape == (2, 24, 24, 3)
    whole = next(clips(source, ClipSpec(2, 1, 2, (43, 32), resize=None)))[1]
    assert np.abs(whole[:, 4:28, 9:33].astype(int) - rgb).mean() < 6  # the middle of the picture at that scale
    bgr = next(clips(source, ClipSpec(2, 1, 2, (24, 24), resize=32, colour="bgr")))[1]
    assert np.array_equal(bgr, rgb[..., ::-1])
    gray = next(clips(source, ClipSpec(2, 1, 2, (24, 24), resize=32, colour="gray")))[1]
    assert gray.shape == (2, 24, 24, 1)
    assert np.abs(gray[..., 0].astype(int) - rgb[..., 1]).max() <= 3


def test_each_frame_once(source: VideoSource, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = source.pick

    def pick(numbers: Sequence[int], size: tuple[int, int] | None = None) -> Iterator[tuple[int, np.ndarray]]:
        asked.extend(numbers)
        return real(numbers, size)

    monkeypatch.setattr(source, "pick", pick)
    list(clips(source, ClipSpec(8, 1, 2, (32, 32))))
    assert asked == list(range(N))


def test_given_up_half_way(source: VideoSource) -> None:
    """The decoding thread ends with the iterator (conftest looks for living threads)."""
    running = clips(source, ClipSpec(4, 1, 4, (32, 32)))
    next(running)
    running.close()  # type: ignore[attr-defined]


@given(ticks=st.integers(1, 400), frames=st.integers(1, 20), stride=st.integers(1, 4), step=st.integers(1, 30))
def test_every_tick_is_reached(ticks: int, frames: int, stride: int, step: int) -> None:
    spec = ClipSpec(frames, stride, step, (8, 8))
    starts = clip_starts(ticks, spec)
    assert starts == list(range(0, len(starts) * step, step))
    assert starts[-1] < ticks
    assert starts[-1] + spec.window >= ticks or starts[-1] + step >= ticks
    assert len(starts) == 1 or starts[-2] + spec.window < ticks


def test_json() -> None:
    spec = ClipSpec(64, 1, 8, (224, 224), 256, "rgb", (1.0, 2.0, 3.0), (4.0, 5.0, 6.0), Fraction(30000, 1001))
    assert ClipSpec.from_json(spec.to_json()) == spec
    assert ClipSpec.from_json(ClipSpec(1, 1, 1, (8, 8)).to_json()) == ClipSpec(1, 1, 1, (8, 8))


@pytest.mark.parametrize("wrong", [{"frames": 0}, {"size": (0, 8)}, {"resize": 4}, {"colour": "cmyk"}])
def test_nonsense(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        ClipSpec(**({"frames": 1, "stride": 1, "step": 1, "size": (8, 8)} | wrong))  # type: ignore[arg-type]

"""Ranking moments by features that are known by construction."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from core.task import drive
from core.time import Span
from core.timeline import similar
from core.timeline.similar import Embedded, Moment, centre, find

RATE = Fraction(25)
KINDS = np.eye(6, 32, dtype=np.float32)  # six things that can be seen


def video(number: int, kinds: list[int], noise: float = 0.05, step: int = 10, window: int = 20) -> Embedded:
    """One thing each step, as float16 above zero like what networks give."""
    chance = np.random.default_rng(number)
    features = KINDS[kinds] + 3 + noise * chance.standard_normal((len(kinds), 32))
    return Embedded(number, features.astype(np.float16), RATE, len(kinds) * step + window - step, step, window)


def found(query: Embedded, span: Span, videos: list[Embedded], wanted: int = 10) -> list[Moment]:
    return drive(find(query, span, videos, centre(videos), wanted))


def test_the_same_thing_in_other_videos_comes_first() -> None:
    videos = [video(1, [0, 0, 1, 1, 2, 2]), video(2, [3, 3, 3, 0, 0, 3]), video(3, [4, 5, 4, 5, 4, 5])]
    moments = found(videos[0], Span(0, 25), videos)
    assert moments[0].video_id == 2
    assert moments[0].span.overlaps(Span(30, 60))
    assert moments[0].score > 0.99 > moments[1].score + 0.005
    assert [m.score for m in moments] == sorted((m.score for m in moments), reverse=True)
    assert all(len(m.span) == 25 for m in moments)


def test_what_few_clips_share_makes_them_alike_and_what_many_share_does_not() -> None:
    """Around the whole mean, four clips of one scene would be each other's opposites."""
    few, many = ([video(n, [0] * steps, 0.5) for n in range(4)] for steps in (1, 500))
    assert min(m.score for m in found(few[0], Span(0, 20), few)) > 0.9
    mean = np.mean([one.features.mean(0, dtype=np.float64) for one in many], 0)
    assert np.linalg.norm(centre(many) - mean) < 0.01 * np.linalg.norm(mean)


def test_frames_of_the_query_are_never_found_and_neighbours_are_one() -> None:
    one = video(1, [0] * 30)
    moments = found(one, Span(100, 125), [one], 20)
    assert moments
    seen = [Span(m.span.start - 2, m.span.stop + 2) for m in moments]
    assert not any(span.overlaps(Span(100, 125)) for span in seen)
    assert len({m.span for m in moments}) == len(moments)
    ordered = sorted(m.span for m in moments)
    assert all(a.iou(b) <= 0.25 for a, b in pairwise(ordered))


def test_a_long_span_is_compared_with_long_ones() -> None:
    """Each half of the long span is found elsewhere, but only in one place do both follow each other."""
    query = video(1, [0] * 5 + [1] * 5 + [2] * 10)
    other = video(2, [0] * 4 + [3] * 8 + [0] * 5 + [1] * 5 + [3] * 8)
    (best, *_) = found(query, Span(5, 105), [query, other])
    assert best.video_id == 2
    assert best.span.iou(Span(125, 225)) > 0.8


def test_other_frame_rates_are_compared_by_seconds() -> None:
    query, fast = video(1, [0] * 4 + [1] * 4), video(2, [2] * 8 + [0] * 8)
    fast = Embedded(2, fast.features, RATE * 2, fast.frames, fast.step, fast.window)
    (best, *_) = found(query, Span(0, 40), [query, fast])
    assert (best.video_id, len(best.span)) == (2, 80)


def test_enough_is_found_where_one_long_stretch_crowds_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks and scikit-learn's neighbours give what comparing everything with everything gives."""
    monkeypatch.setattr(similar, "BLOCK", 64)
    chance = np.random.default_rng(5)
    videos = [video(n, chance.integers(0, 6, 150).tolist(), noise=0.4) for n in range(1, 8)]
    span = Span(200, 260)
    moments = found(videos[0], span, videos, 15)
    mean = centre(videos)
    target = videos[0].features[videos[0].steps_of(span)].astype(np.float64).mean(0) - mean
    every = []
    for one in videos:
        features = one.features.astype(np.float64)
        for at in range(len(features) - 5):  # six steps of ten frames are the span's sixty
            vector = features[at : at + 6].mean(0) - mean
            seen = Span(at * 10, at * 10 + 70)
            if one.video_id != 1 or not seen.overlaps(span):
                score = vector @ target / np.linalg.norm(vector) / np.linalg.norm(target)
                every.append((float(score), one.video_id, seen))
    kept: list[tuple[float, int, Span]] = []
    for score, number, seen in sorted(every, key=lambda row: -row[0]):
        if all(number != other or seen.iou(place) <= 0.2 for _, other, place in kept):
            kept.append((score, number, seen))
    assert [m.video_id for m in moments] == [number for _, number, _ in kept[:15]]
    assert [m.score for m in moments] == pytest.approx([score for score, _, _ in kept[:15]], abs=2e-3)


def test_short_videos_and_a_span_shorter_than_a_step() -> None:
    one, two = video(1, [0, 1, 2, 3]), video(2, [1])
    moments = found(one, Span(21, 23), [one, two])
    assert moments[0].video_id == 2
    assert all(m.span.stop <= v.frames for m in moments for v in (one, two) if v.video_id == m.video_id)
    assert found(one, Span(0, one.frames), [one]) == []

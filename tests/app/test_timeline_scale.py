"""The axes, ticks and levels of detail of the timeline: values, no widgets."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.views.timeline_lod import CurveLevels, coverage, spaced
from app.views.timeline_ruler import frame_of, ticks
from app.views.timeline_scale import Scale, lay_out
from core.time import ConstantRate, Timestamps

WHOLE = Scale(0, 1, 100, 800, 10_000).whole()


def test_the_whole_video_fits_and_no_more():
    assert WHOLE.x(0) == pytest.approx(100 + 9)
    assert WHOLE.x(10_000) == pytest.approx(900 - 14)
    assert WHOLE.fits


@given(st.floats(0.01, 1000), st.floats(100, 900), st.floats(-1e5, 1e5))
def test_zooming_and_panning_never_leave_the_video(factor, x, pixels):
    scale = WHOLE.zoomed(7, 500).zoomed(factor, x).panned(pixels)
    assert scale.x(0) <= 109 + 1e-6
    assert scale.last <= 10_000 + 14 * scale.per_pixel + 1e-6 or scale.fits
    assert scale.frame(scale.x(1234.5)) == pytest.approx(1234.5)


@settings(max_examples=60)
@given(st.floats(0, 1), st.floats(0, 1))
def test_labels_keep_their_distance_and_small_ticks_fill_it(zoom, place):
    clock = ConstantRate(Fraction(30000, 1001), 1_000_000)
    scale = Scale(0, 1, 190, 1200, clock.frames).whole()
    scale = scale.zoomed(60_000**zoom, 190 + 1200 * place)
    found = ticks(clock, scale, 80)
    labels = [scale.x(tick.frame) for tick in found if tick.text]
    assert 1 <= len(labels) <= 1200 / 75 + 2
    assert len(found) < 400
    assert min(np.diff(labels), default=80) > 75
    assert len({tick.text for tick in found if tick.text}) == len(labels)


def test_ticks_of_a_variable_rate_lie_where_their_time_is():
    clock = Timestamps(np.array([0.0, 1.0, 1.5, 4.0, 5.0]))
    assert [frame_of(clock, s) for s in (0, 0.5, 1.25, 2.75, 5)] == [0, 0.5, 1.5, 2.5, 4]


def test_single_frames_get_ticks_at_the_closest_zoom():
    clock = ConstantRate(Fraction(25), 1000)
    found = ticks(clock, Scale(100, 1 / 60, 0, 600, 1000), 90)
    assert [tick.frame for tick in found][:4] == [100, 101, 102, 103]
    assert [tick.text for tick in found][:3] == ["0:04.000", "", "0:04.080"]


def test_rows_have_headings_and_folded_tracks_do_not():
    rows = lay_out([(1, False), (1, True), (2, False)], frozenset())
    assert [(row.lane, row.track_id) for row in rows.rows] == [(None, 1), (0, 1), (1, 1), (None, 2), (2, 2)]
    for row in rows.rows:
        assert rows.at(row.y) is row
        assert rows.at(row.bottom - 1) is row
    assert rows.at(rows.height) is None
    folded = lay_out([(1, False), (1, True), (2, False)], frozenset({1}))
    assert [folded.lane(i) is None for i in range(3)] == [True, True, False]
    assert rows.between(0, rows.height) == rows.rows
    assert lay_out([], frozenset()).between(0, 100) == ()


spans = st.lists(st.tuples(st.floats(-20, 60), st.floats(0.1, 30)), min_size=1, max_size=12)


@given(spans)
def test_coverage_equals_painting_each_interval_by_hand(intervals):
    start = np.array([a for a, _ in intervals])
    stop = start + np.array([n for _, n in intervals])
    kind = np.arange(len(start)) % 2
    expected = np.zeros((2, 40))
    for a, b, k in zip(start, stop, kind, strict=True):
        expected[k] += [max(0.0, min(b, c + 1) - max(a, c)) for c in range(40)]
    assert coverage(start, stop, kind, 2, 40) == pytest.approx(np.clip(expected, 0, 1), abs=1e-5)


@pytest.mark.parametrize("even", [True, False])
def test_a_curve_far_out_keeps_its_peaks(even):
    rng = np.random.default_rng(0)
    x = np.arange(0, 800_000, 8) if even else np.sort(rng.choice(800_000, 100_000, replace=False))
    y = rng.uniform(0.2, 0.6, len(x)).astype(np.float32)
    y[[5_000, 70_001]] = 1.0, 0.0
    low, high = CurveLevels(x, y).columns(0, 500, 1600)
    assert high[int(x[5_000] // 500) + np.array([-1, 0, 1])].max() == 1.0
    assert low[int(x[70_001] // 500) + np.array([-1, 0, 1])].min() == 0.0
    assert not np.isnan(high).any()


def test_a_curve_close_up_is_a_line_between_its_samples():
    low, high = CurveLevels(np.array([0, 10, 20]), np.array([0, 1, 0.5], np.float32)).columns(0, 1, 40)
    assert high[:20] == pytest.approx(np.interp(np.arange(20) + 0.5, [0, 10, 20], [0, 1, 0.5]), abs=1e-6)
    assert np.isnan(high[22:]).all()
    assert np.array_equal(low, high, equal_nan=True)


def test_of_crowded_points_one_remains_per_gap():
    assert spaced(np.array([0.0, 1.0, 2.9, 3.1, 9.0, 9.5]), 3.0).tolist() == [0, 3, 4]
    assert spaced(np.array([]), 3.0).tolist() == []

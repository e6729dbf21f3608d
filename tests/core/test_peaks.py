"""Peaks, candidates made of them, and agreement of tracks: pure functions."""

from __future__ import annotations

import numpy as np
import pytest

from core.peaks import Peaks, apart, maxima, peaks, prominences
from core.rows import Label, Segment, State, Track, new_id
from core.signal import Signal
from core.task import drive
from core.time import Span
from core.timeline import ops
from core.timeline.agreement import agreement, covered
from core.timeline.candidate import candidate
from core.timeline.query import SegmentTable

LABEL = Label(1, "jump", "#336699")
MINE = Track(1, 1, "me")


def bumps(*tops: tuple[int, float]) -> np.ndarray:
    values = np.zeros(100, np.float32)
    for at, height in tops:
        values[at - 1 : at + 2] = (height / 2, height, height / 2)
    return values[:, None]


def test_peaks_have_places_and_prominences() -> None:
    found = peaks(Signal(bumps((20, 0.9), (50, 0.2), (80, 0.5)), ("surprise",), 1, 1))
    assert found.frames.tolist() == [20, 50, 80]
    assert found.prominence.tolist() == pytest.approx([0.9, 0.2, 0.5])
    assert found.above(0.3).tolist() == [20, 80]


def test_frames_of_peaks_follow_step_start_and_window() -> None:
    found = peaks(Signal(bumps((20, 1.0)), ("surprise",), 2, 4, 10))
    assert found.frames.tolist() == [10 + 20 * 2 + 1]


def test_nothing_peaks_in_what_is_flat_short_or_at_the_very_beginning() -> None:
    assert len(peaks(Signal(np.zeros((50, 1), np.float32), ("s",), 1, 1)).frames) == 0
    assert len(peaks(Signal(np.ones((2, 1), np.float32), ("s",), 1, 1)).frames) == 0
    falling = np.linspace(1, 0, 50, dtype=np.float32)[:, None]
    assert len(peaks(Signal(falling, ("s",), 1, 1)).frames) == 0


@pytest.mark.parametrize("levels", [4, 100_000])
@pytest.mark.parametrize("length", [0, 1, 2, 3, 7, 400])
def test_peaks_are_those_of_scipy(length: int, levels: int) -> None:
    """With few levels there are plateaus; of equal neighbours SciPy keeps whichever its sorting brings first."""
    from scipy.signal import find_peaks, peak_prominences

    for seed in range(20):
        values = np.random.default_rng(seed).integers(0, levels, length).astype(np.float32)
        every = maxima(values)
        assert every.tolist() == find_peaks(values)[0].tolist()
        assert prominences(values, every).tolist() == peak_prominences(values, every)[0].tolist()
        if levels > length**2:
            kept, facts = find_peaks(values, distance=3, prominence=0.0)
            mine = apart(values, every, 3)
            assert every[mine].tolist() == kept.tolist()
            assert prominences(values, every)[mine].tolist() == facts["prominences"].tolist()


def test_cells_begin_where_each_says() -> None:
    for signal in (
        Signal(np.zeros((9, 1), np.float32), ("s",), step, window, 10) for step, window in ((1, 1), (2, 9), (4, 1))
    ):
        assert signal.cell_starts(np.arange(9)).tolist() == [signal.cell(i).start for i in range(9)]


def test_neighbours_of_a_frame_are_peaks_or_the_ends_of_the_video() -> None:
    some = Peaks(np.array([20, 50, 80]), np.array([0.9, 0.1, 0.5], np.float32))
    assert some.around(60, 0.3, 100) == (20, 80)
    assert some.around(60, 0.05, 100) == (50, 80)
    assert some.around(20, 0.3, 100) == (20, 80)
    assert some.around(5, 0.3, 100) == (0, 20)
    assert some.around(99, 0.3, 100) == (80, 100)


def test_a_candidate_waits_on_the_persons_track_until_it_is_accepted_in_its_place() -> None:
    (row,) = candidate(MINE, LABEL, Span(20, 80), 0.9, "ann").added
    assert isinstance(row, Segment)
    assert (row.track_id, row.span, row.state, row.score, row.author) == (1, Span(20, 80), State.PREDICTED, 0.9, "ann")
    edit = ops.accept([row], MINE, "ann")
    (after,) = edit.added
    assert edit.removed == (row,)
    assert (after.id, after.state, after.span) == (row.id, State.ACCEPTED, row.span)
    assert ops.reject([row]).added[0].state is State.REJECTED


def table(*spans: tuple[int, int], state: State = State.HUMAN) -> SegmentTable:
    return SegmentTable.of([Segment(new_id(), 1, 1, Span(*span), state=state) for span in spans])


def test_agreement_counts_who_speaks_and_who_says_the_same() -> None:
    tracks = [{1: table((10, 30)), 2: table((25, 40))}, {1: table((20, 50), (22, 24))}, {2: table((90, 100))}]
    signal = drive(agreement(tracks, 100))
    assert signal.channels == ("say something", "agree")
    assert len(signal) == 100
    expected = {5: (0, 0), 15: (1 / 3, 0), 22: (2 / 3, 2 / 3), 35: (2 / 3, 0), 45: (1 / 3, 0), 95: (1 / 3, 0)}
    for frame, shares in expected.items():
        assert signal.values[frame].tolist() == pytest.approx(shares), frame


def test_rejected_segments_say_nothing() -> None:
    assert not covered(table((10, 20), state=State.REJECTED), 100).any()
    assert covered(table((95, 120)), 100).sum() == 5

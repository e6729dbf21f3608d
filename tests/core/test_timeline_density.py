"""The histogram of a whole video: against counting frame by frame."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.rows import Segment, State
from core.time import Span
from core.timeline.density import HUMAN, PREDICTED, REJECTED, Density
from core.timeline.query import SegmentTable

FRAMES = 4096  # a frame a bin: exact
spans = st.tuples(st.integers(0, 3900), st.integers(1, 196)).map(lambda p: Span(p[0], p[0] + p[1]))
drawn = st.lists(st.tuples(spans, st.sampled_from(State)), max_size=20)


def table(rows: list[tuple[Span, State]]) -> SegmentTable:
    return SegmentTable.of(Segment(i, 1, 1, span, state=state) for i, (span, state) in enumerate(rows))


def counted(rows: list[tuple[Span, State]]) -> np.ndarray:
    found = np.zeros((3, FRAMES))
    for span, state in rows:
        kind = {State.PREDICTED: PREDICTED, State.REJECTED: REJECTED}.get(state, HUMAN)
        found[kind, span.start : span.stop] += 1
    return found


@given(drawn, drawn, st.sampled_from([1, 16, 128, 4096]))
def test_columns_are_the_mean_number_of_segments(one: list, other: list, count: int) -> None:
    density = Density(FRAMES)
    density.put("one", table(one))
    density.put("other", table(other))
    wanted = (counted(one) + counted(other)).reshape(3, count, -1).mean(axis=2)
    np.testing.assert_allclose(density.columns(count), wanted, atol=2e-3)


def test_a_changed_cell_replaces_what_it_was_and_others_can_be_dropped() -> None:
    density = Density(FRAMES)
    density.put("a", table([(Span(0, 4096), State.HUMAN)]))
    density.put("a", table([(Span(0, 2048), State.PREDICTED)]))
    density.put("b", table([(Span(0, 4096), State.REJECTED)]))
    np.testing.assert_allclose(density.columns(2), [[0, 0], [1, 0], [1, 1]], atol=1e-6)
    density.keep({"a"})
    np.testing.assert_allclose(density.columns(2), [[0, 0], [1, 0], [0, 0]], atol=1e-6)
    density.put("a", None)
    assert not density.columns(3).any()


def test_what_was_accepted_of_a_run_counts_on_the_persons_track_only() -> None:
    density = Density(100)
    density.put("run", table([(Span(0, 100), State.ACCEPTED), (Span(0, 100), State.PREDICTED)]), run=True)
    density.put("mine", table([(Span(0, 100), State.ACCEPTED)]))
    np.testing.assert_allclose(density.columns(1), [[1], [1], [0]], atol=1e-6)


def test_no_frames_and_more_columns_than_frames() -> None:
    assert not Density(0).columns(5).any()
    density = Density(2)
    density.put("a", table([(Span(1, 2), State.HUMAN)]))
    np.testing.assert_allclose(density.columns(4)[HUMAN], [0, 0, 1, 1], atol=1e-3)

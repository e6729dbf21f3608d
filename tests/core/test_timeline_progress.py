"""How much of a video people have reviewed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.rows import Reviewed, Track, TrackKind, changed
from core.time import Span
from core.timeline.progress import reviewed_shares, share
from tests.helpers.projects import ground

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 90), st.integers(1, 40))


@given(st.lists(spans, max_size=12))
def test_a_share_is_the_covered_frames(some: list[Span]) -> None:
    covered = {frame for span in some for frame in range(span.start, min(span.stop, 100))}
    assert share(some, 100) == len(covered) / 100


def test_nothing_and_a_video_without_frames() -> None:
    assert share([], 100) == 0.0
    assert share([Span(0, 5)], 0) == 0.0


def test_all_people_count_once_and_runs_do_not() -> None:
    base, other = ground(), ground("other.mp4")
    second = Track(3, base.video.id, "Bob")
    run = changed(base.human, id=4, kind=TrackKind.RUN, run_id=9)
    rows = [
        Reviewed(1, base.human.id, Span(0, 500)),
        Reviewed(2, second.id, Span(250, 750)),
        Reviewed(3, run.id, Span(900, 1000)),
        Reviewed(4, 99, Span(0, 1000)),  # on a track that is gone
    ]
    found = reviewed_shares([base.video, other.video], [base.human, second, run, other.human], rows)
    assert found == {base.video.id: 0.75, other.video.id: 0.0}

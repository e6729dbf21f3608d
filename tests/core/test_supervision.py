"""What people said, as targets: what is known, what stays open, and who contradicts whom."""

from __future__ import annotations

import numpy as np
import pytest

from core.rows import Label, LabelKind, Reviewed, Segment, State, Track, TrackKind
from core.time import Span
from core.timeline.supervision import Supervision, Targets, covered_share, groups, supervision

SIT, STAND, WAVE = (
    Label(1, "sit", "#111111", group="posture"),
    Label(2, "stand", "#222222", group="posture"),
    Label(3, "wave", "#333333"),
)
CLAP = Label(4, "clap", "#444444", kind=LabelKind.POINT)
LABELS = (SIT, STAND, WAVE, CLAP)
ANN, BEN, RUN = Track(1, 9, "Ann"), Track(2, 9, "Ben"), Track(3, 9, "i3d", TrackKind.RUN, 5)
STARTS = np.arange(0, 100, 10)


def row(track: Track, label: Label, start: int, stop: int, state: State = State.HUMAN) -> Segment:
    return Segment(start * 100 + label.id * 10 + track.id, track.id, label.id, Span(start, stop), state=state)


def said(*rows: Segment | Reviewed, labels: tuple[Label, ...] = LABELS) -> Supervision:
    segments = [one for one in rows if isinstance(one, Segment)]
    return supervision(labels, (ANN, BEN, RUN), segments, [one for one in rows if isinstance(one, Reviewed)])


def targets(*rows: Segment | Reviewed) -> Targets:
    return said(*rows).targets(STARTS, STARTS + 10)


def test_unknown_is_not_background() -> None:
    found = targets(row(ANN, WAVE, 20, 40))
    assert found.values[:, 2].tolist() == [0, 0, 1, 1, 0, 0, 0, 0, 0, 0]
    assert found.known[:, 2].tolist() == [False, False, True, True] + 6 * [False]
    assert not found.known[:, [0, 1, 3]].any()


def test_reviewed_stretches_say_where_nothing_is() -> None:
    found = targets(row(ANN, WAVE, 20, 40), Reviewed(1, ANN.id, Span(0, 60)))
    assert found.known[:6].all()
    assert not found.known[6:].any()
    assert found.values[:6, 2].tolist() == [0, 0, 1, 1, 0, 0]


def test_a_label_says_that_those_of_its_group_are_not_there() -> None:
    found = targets(row(ANN, SIT, 0, 30))
    assert found.known[:3, 1].all()
    assert not found.values[:, 1].any()
    assert not found.known[:, 2].any()


def test_rejected_findings_are_not_there_and_predictions_say_nothing() -> None:
    found = targets(row(RUN, WAVE, 0, 20, State.REJECTED), row(RUN, STAND, 0, 50, State.PREDICTED))
    assert found.known[:, 2].tolist() == [True, True] + 8 * [False]
    assert not found.values.any()
    assert not found.known[:, :2].any()
    kept = targets(row(RUN, WAVE, 0, 40, State.REJECTED), row(ANN, WAVE, 10, 20, State.CORRECTED))
    assert kept.values[:4, 2].tolist() == [0, 1, 0, 0]
    assert kept.known[:4, 2].all()


def test_contradictions_stay_open() -> None:
    two = targets(row(ANN, WAVE, 20, 40), Reviewed(1, BEN.id, Span(0, 100)))
    assert two.known[:, 2].tolist() == [True, True, False, False] + 6 * [True]
    assert two.contradictory == 2
    both = targets(row(ANN, SIT, 0, 30), row(ANN, STAND, 20, 50))
    assert both.known[:5, 0].tolist() == [True, True, False, True, True]
    assert both.contradictory == 1
    assert targets(row(ANN, SIT, 0, 30), row(BEN, SIT, 0, 30)).contradictory == 0


def test_points_fill_their_step_and_halves_decide_for_others() -> None:
    found = targets(row(ANN, CLAP, 33, 34), row(ANN, WAVE, 5, 14))
    assert found.values[:, 3].tolist() == [0, 0, 0, 1] + 6 * [0]
    assert found.values[:2, 2].tolist() == [1, 0]


def test_a_segment_counts_for_what_its_label_is_a_kind_of() -> None:
    dance = Label(5, "dance", "#555555", parent_id=3)
    found = said(row(ANN, dance, 0, 50), labels=(WAVE, dance))
    assert found.examples == {3: 1, 5: 1}
    assert found.targets(STARTS, STARTS + 10).values[:5].all()


def test_nothing_said_is_nothing_known() -> None:
    assert not said()
    assert not said(row(RUN, WAVE, 0, 50, State.PREDICTED))
    assert said(Reviewed(1, ANN.id, Span(0, 5)))
    assert not targets().known.any()


def test_groups_have_one_number() -> None:
    assert groups(LABELS).tolist() == [0, 0, 2, 3]


@pytest.mark.parametrize("seed", range(5))
def test_shares_are_counted_frame_by_frame(seed: int) -> None:
    chance = np.random.default_rng(seed)
    edges = np.sort(chance.choice(300, 12, replace=False)).reshape(-1, 2)
    frames = np.zeros(300)
    for start, stop in edges:
        frames[start:stop] = 1
    starts = np.sort(chance.integers(0, 280, 40))
    stops = starts + chance.integers(1, 20, 40)
    wanted = [frames[a:b].mean() for a, b in zip(starts, stops, strict=True)]
    np.testing.assert_allclose(covered_share(edges, starts, stops), wanted)

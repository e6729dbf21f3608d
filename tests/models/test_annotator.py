"""The simulated annotator: what each deed costs, what the project's state is then, and that he comes to an end."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.rows import Segment, State
from core.task import drive
from core.time import Span
from core.timeline.review_queue import Candidate
from models.device import choose
from models.papers import annotator
from models.papers.annotator_desk import Desk, Recording, f1, from_scratch
from models.papers.report import Job

STEP = 16
KINDS = np.random.default_rng(0).standard_normal((3, 1024)).astype(np.float32)


def recording(number: int, kinds: list[int]) -> Recording:
    """Each kind lasts 8 steps; 0 is nothing, k label k."""
    steps = np.repeat(kinds, 8)
    chance = np.random.default_rng(number)
    features = np.abs(KINDS[steps] + 0.3 * chance.standard_normal((len(steps), 1024))).astype(np.float16)
    truth = tuple((k, Span(i * 8 * STEP, (i + 1) * 8 * STEP)) for i, k in enumerate(kinds) if k)
    return Recording(number + 1, features, STEP, truth)


def shown(desk: Desk, label: int, start: int, stop: int) -> Candidate:
    row = Segment(900, 77, label, Span(start, stop), 0.6, State.PREDICTED)
    return Candidate(row, desk.recordings[0].id, missed=True)


@pytest.fixture
def desk() -> Desk:
    return Desk([recording(0, [0, 1, 0, 2, 0])], ["one", "two"])


@pytest.mark.parametrize(
    ("label", "start", "stop", "seconds", "state"),
    [
        (1, 128, 256, 2 + 0.5, State.ACCEPTED),
        (1, 120, 260, 2 + 0.5, State.ACCEPTED),
        (1, 100, 256, 2 + 1.5, State.CORRECTED),
        (1, 100, 300, 2 + 3, State.CORRECTED),
        (2, 128, 256, 2 + 1.5, State.CORRECTED),
        (2, 100, 300, 2 + 4, State.CORRECTED),  # drawing it anew is cheaper than 4.5
        (1, 0, 100, 2 + 0.5, State.REJECTED),
    ],
)
def test_what_a_review_costs(desk: Desk, label: int, start: int, stop: int, seconds: float, state: State) -> None:
    desk.review(0, shown(desk, label, start, stop))
    assert desk.seconds == pytest.approx(seconds)
    (row,) = desk.said[0]
    assert row.state is state
    if state is not State.REJECTED:
        assert row.label_id == 1
        assert abs(row.span.start - 128) <= 12 >= abs(row.span.stop - 256)


def test_labelling_from_scratch_costs_the_footage_and_each_segment(desk: Desk) -> None:
    desk.watch(0)
    assert desk.seconds == pytest.approx(5 * 8 * STEP / 25 + 2 * 4)
    assert desk.f1() == 1
    assert desk.queue() == []
    two = [recording(0, [0, 1, 0, 2, 0]), recording(1, [0, 1, 0])]
    # with two of three segments F1 is .8; the second one ends after 32 steps
    assert from_scratch(two, 0.8) == pytest.approx(32 * STEP / 25 + 2 * 4)
    assert from_scratch(two, 1.0) == pytest.approx((40 + 16) * STEP / 25 + 3 * 4)


def test_the_queue_is_that_of_the_moment(desk: Desk) -> None:
    scores = np.zeros((40, 1))
    scores[:6, 0] = scores[34:40, 0] = 0.9
    desk.review(0, shown(desk, 1, 128, 256))
    assert desk.queue() == []
    desk.predicted(0, scores)
    first, second = desk.queue()
    desk.review(*first)
    assert desk.queue()[0] == second
    assert desk.queue("chronological")[0] == second
    desk.watch(0)
    assert desk.queue() == [], "it was looked through from end to end"


def test_the_state_is_what_people_say_and_elsewhere_the_last_run(desk: Desk) -> None:
    scores = np.zeros((40, 2))
    scores[8:16, 0] = scores[32:40, 0] = 0.9
    desk.review(0, shown(desk, 2, 384, 512))
    desk.review(0, shown(desk, 1, 128, 256))
    assert desk.f1() == 1
    desk.predicted(0, scores)
    assert sorted(desk.state(0), key=lambda one: one[1]) == [
        (1, Span(128, 256)),
        (2, Span(384, 512)),
        (1, Span(512, 640)),
    ]
    ((_, item),) = [one for one in desk.queue() if not one[1].missed]
    desk.review(0, item)
    assert desk.f1() == 1
    desk.predicted(0, scores)
    assert desk.f1() == 1, "what was rejected stays so"
    assert len(desk.runs[0]) == 2


def test_f1_matches_one_to_one() -> None:
    truth = [[(1, Span(0, 10)), (1, Span(20, 30))]]
    assert f1(truth, truth) == 1
    assert f1(truth, [[(1, Span(0, 10)), (1, Span(1, 11)), (2, Span(20, 30))]]) == pytest.approx(2 / 5)
    assert f1(truth, [[]]) == 0


@pytest.mark.parametrize("order", annotator.ORDERS)
def test_he_reaches_the_target_and_pays_less_than_from_scratch(
    order: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotator, "STEPS", 2)
    recordings = [recording(i, [0, 1, 0, 2, 0, 1, 0] if i % 2 else [0, 2, 0, 1, 0]) for i in range(8)]
    desk = Desk(recordings, ["one", "two"])
    job = Job(tmp_path, tmp_path, choose("cpu"))
    curve = drive(annotator.work(job, desk, order, seed=0))
    assert curve[-1][1] >= annotator.TARGET
    assert [a for a, _ in curve] == sorted(a for a, _ in curve)
    assert desk.seconds < 0.6 * from_scratch(recordings, annotator.TARGET)
    assert drive(annotator.work(job, Desk(recordings, ["one", "two"]), order, seed=0)) == curve

"""The panel's estimate beside the truth: what is read while the simulated annotator works, and what is made of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.task import drive
from models.device import choose
from models.papers import annotator, annotator_honesty, figures
from models.papers.annotator_desk import Desk
from models.papers.annotator_honesty import Reading, Watch, alone
from models.papers.report import Job
from tests.models.test_annotator import recording


def reading(answers: int, now: float, actual: float, left: int | None = 10, **others: int | None) -> Reading:
    return Reading(answers, now, now - 0.1, now + 0.1, left, others.get("fewest", 5), others.get("most", 20), actual,
                   others.get("alone", -1))  # fmt: skip


def test_what_is_reported_of_the_f1() -> None:
    first = [reading(0, 0.5, 0.7), reading(12, 0.8, 0.75), reading(30, 0.9, 0.9)]
    other = [reading(0, 0.6, 0.6), reading(30, 0.6, 0.6)]
    both = {(row.row, row.metric): row.ours for row in annotator_honesty.rows([(40, first), (40, other)])}
    told = {(row.row, row.metric): row.ours for row in annotator_honesty.rows([(40, first)])}
    of = "estimate of F1@50"
    assert told[of, "error"] == pytest.approx((0.2 + 0.05 + 0) / 3)
    assert told[of, "bias"] == pytest.approx((-0.2 + 0.05 + 0) / 3)
    assert told[of, "worst"] == both[of, "worst"] == pytest.approx(0.2), "of all projects, not their mean"
    assert told[of, "in range"] == pytest.approx(2 / 3)
    assert told[of, "width of range"] == pytest.approx(0.2)
    assert told[f"{of}, fewer than 12 answers", "bias"] == pytest.approx(-0.2)
    assert told[f"{of}, 24 and more", "error"] == pytest.approx(0)


def test_what_is_reported_of_the_items_left() -> None:
    first = [
        reading(0, 0.5, 0.7, 30, most=40, alone=50),
        reading(12, 0.8, 0.75, None, most=None, alone=None),
        reading(15, 0.8, 0.75, 10),
        reading(30, 0.9, 0.9, 0),
    ]
    told = {(row.row, row.metric): row.ours for row in annotator_honesty.rows([(20, first)])}
    fact, still = "items left to the target", "items left to it, had nothing more been learned"
    assert told[fact, "error"] == pytest.approx((10 + 5) / 2), "of 20 and 5, while the target was not reached"
    assert told[fact, "bias"] == pytest.approx((10 + 5) / 2)
    assert told[fact, "in range"] == 1
    assert told[fact, "said to be out of reach"] == pytest.approx(1 / 3)
    assert told[still, "error"] == 20
    assert told[still, "in range"] == pytest.approx(1 / 2), "at most 40 is wrong of 50; out of reach is right"


def test_the_estimate_is_drawn_against_the_truth(tmp_path: Path) -> None:
    points = annotator_honesty.points([[reading(0, 0.5, 0.7), reading(13, 0.6, 0.6)]])
    assert points["12 to 23"].tolist() == [[0.6, 0.5, 0.7, 0.6]]
    assert len(points["24 and more"]) == 0
    assert figures.against(tmp_path / "a.png", points, "estimated", "actual").stat().st_size > 1000


def test_items_left_without_learning_are_counted_on_a_copy() -> None:
    desk = Desk([recording(0, [0, 1, 0, 2, 0, 1, 0, 2, 0]), recording(1, [0, 1, 0, 2, 0])], ["one", "two"])
    desk.watch(1)
    scores = np.zeros((72, 2))
    scores[8:16, 0] = scores[24:46, 1] = 0.9  # one as it is, one too long, two not at all
    desk.predicted(0, scores)
    before, seconds, said = desk.f1(), desk.seconds, [list(rows) for rows in desk.said]
    assert before == pytest.approx(2 * 3 / (4 + 6))
    assert alone(desk, before) == 0
    assert alone(desk, 0.8) in (1, 2)
    assert alone(desk, 0.9) is None
    assert (desk.f1(), desk.seconds, desk.said) == (before, seconds, said)


def test_the_panel_is_read_while_he_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotator, "STEPS", 2)
    recordings = [recording(i, [0, 1, 0, 2, 0, 1, 0] if i % 2 else [0, 2, 0, 1, 0]) for i in range(6)]
    desk = Desk(recordings, ["one", "two"])
    watch = Watch(desk, 0.9)
    curve = drive(annotator.work(Job(tmp_path, tmp_path, choose("cpu")), desk, False, 0, 1.0, watch))
    assert curve[-1][1] == 1
    assert 0 <= watch.reached <= watch.answers
    assert [one.answers for one in watch.readings] == sorted(one.answers for one in watch.readings)
    assert all(0 <= one.low <= one.now <= one.high <= 1 for one in watch.readings)
    assert all(one.alone == -1 for one in watch.readings if one.answers > watch.reached)
    assert watch.readings[-1].actual <= 1
    assert annotator_honesty.rows([(watch.reached, watch.readings)])

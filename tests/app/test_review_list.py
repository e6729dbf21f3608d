"""The review list says why each item is asked about, and how its place came about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.views.review_list import WHY, ReviewModel
from core.rows import Segment, State
from core.time import Span
from core.timeline.review_queue import Candidate, ranked


@pytest.fixture
def model(qapp: object) -> ReviewModel:
    """A finding of the newest run, one of an older run only, and a near miss."""
    one, two, three = (Segment(i, 1, 1, Span(10 * i, 10 * i + 5), 0.55, State.PREDICTED) for i in (1, 2, 0))
    model = ReviewModel()
    items = [Candidate(one, 9, (0.9, 0.2), 1.0), Candidate(two, 9, (0.2, 0.8), 1.0, stands=False)]
    model.show(ranked([*items, Candidate(three, 9, missed=True, stands=False)], {1: 9}), {}, {})
    return model


def test_each_item_says_why_it_is_asked_about(model: ReviewModel) -> None:
    reasons = {model.queue[i].segment.id: model.index(i).data(WHY) for i in range(3)}
    assert reasons == {1: "start unsure · runs disagree", 2: "end unsure · only in an older run", 0: "maybe missed"}


def test_the_tooltip_multiplies_to_the_gain(model: ReviewModel) -> None:
    for i in range(3):
        line = model.index(i).data(Qt.ItemDataRole.ToolTipRole).splitlines()[-1]
        factors, gain = line.split(" = gain ")
        product = 1.0
        for factor in factors.split(" × "):
            product *= float(factor.split()[-1])
        assert product == pytest.approx(float(gain), abs=0.015)
        assert ("older run" in line) == (model.queue[i].segment.id == 2)

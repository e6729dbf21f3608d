"""Who made and changed a segment, and which rows of a table somebody made."""

from __future__ import annotations

import time

import pytest

from core.rows import Checkpoint, Run, Segment, State, Track, TrackKind, new_id, now_ms
from core.time import Span
from core.timeline.edit import Edit
from core.timeline.ops import accept, add_segment, change_segment, reject
from core.timeline.provenance import By, Wanted, makers, matching, provenance
from core.timeline.query import SegmentTable
from tests.helpers.projects import ground

ANN, RUN = Track(1, 9, "Ann"), Track(2, 9, "head", TrackKind.RUN, 5)
ROW = Run(5, 9, "head", 7, "{}", "key", 1)
WEIGHTS = Checkpoint(7, "head", "sports", "w", "d", None, None, (), "{}", "{}", 1)
MADE = makers([ROW], [WEIGHTS])


def found(start: int = 0) -> Segment:
    return Segment(new_id(), RUN.id, 3, Span(start, start + 10), 0.7, State.PREDICTED)


def rows(edit: Edit) -> list[Segment]:
    return [row for row in edit.added if isinstance(row, Segment)]


def test_a_prediction_is_its_networks_until_somebody_judges_it() -> None:
    assert MADE == {5: "head sports"}
    fresh = provenance(found(), RUN, MADE, None)
    assert (fresh.made_by, fresh.network, fresh.changed_by, fresh.changed_at) == ("head sports", True, "", 0)
    (gone,) = rows(reject([found()], "Ben"))
    told = provenance(gone, RUN, MADE, None)
    assert (told.made_by, told.changed_by) == ("head sports", "Ben")
    assert told.changed_at > now_ms() - 10_000


def test_what_was_accepted_or_moved_names_both() -> None:
    _, copy = rows(accept([found()], ANN, "Ann"))
    told = provenance(copy, ANN, MADE, 5)
    assert (told.made_by, told.network, told.changed_by) == ("head sports", True, "Ann")
    assert provenance(copy, ANN, MADE, None).made_by == "", "its run was removed"


def test_what_a_person_drew_is_changed_only_later() -> None:
    base = ground()
    (mine,) = rows(add_segment(base.human, base.labels[0], Span(0, 9), "Ann"))
    told = provenance(mine, base.human, MADE, None)
    assert (told.made_by, told.network, told.changed_by) == ("Ann", False, "")
    old = Segment(mine.id - (60_000 << 22), base.human.id, 3, Span(0, 9), author="Ann", modified=mine.modified)
    assert provenance(old, base.human, MADE, None).changed_by == "Ann"


@pytest.mark.parametrize(
    ("wanted", "people", "network"),
    [
        (Wanted(), [True] * 3, [True] * 2),
        (Wanted(By.PEOPLE), [True, False, False], [False] * 2),
        (Wanted(By.NETWORKS), [False, True, True], [True] * 2),
        (Wanted(By.MAKER, "head sports"), [False, True, True], [True] * 2),
        (Wanted(By.MAKER, "i3d"), [False] * 3, [False] * 2),
        (Wanted(By.PERSON, "Ann"), [True, True, False], [False] * 2),
        (Wanted(By.STATE, "corrected"), [False, False, True], [False] * 2),
    ],
)
def test_rows_are_found_by_who_made_them(wanted: Wanted, people: list[bool], network: list[bool]) -> None:
    first, second = found(100), found(200)
    drawn = Segment(new_id(), ANN.id, 3, Span(0, 10), author="Ann")
    _, accepted = rows(accept([first], ANN, "Ann"))
    _, corrected = rows(change_segment(second, "", track=RUN, human=ANN, author="Ben", span=Span(205, 220)))
    run_of = {first.id: 5, second.id: 5}.get
    assert matching(SegmentTable.of([drawn, accepted, corrected]), ANN, wanted, MADE, run_of).tolist() == people
    assert matching(SegmentTable.of([first, second]), RUN, wanted, MADE, run_of).tolist() == network


def test_a_hundred_thousand_rows_are_told_apart_within_a_frame() -> None:
    many = SegmentTable.of(
        Segment(i + 1, ANN.id, 3, Span(10 * i, 10 * i + 9), 0.5, State.ACCEPTED, origin_id=i + 500_000)
        for i in range(100_000)
    )
    runs = {i + 500_000: 5 for i in range(100_000)}
    best = 1.0
    for _ in range(3):
        began = time.process_time()
        assert matching(many, ANN, Wanted(By.MAKER, "head sports"), MADE, runs.get).all()
        best = min(best, time.process_time() - began)
    assert best < 0.1

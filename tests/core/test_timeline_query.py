import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.rows import Segment, State, changed
from core.time import Span
from core.timeline.query import SegmentTable, overlapping

segments = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 80)), max_size=40).map(
    lambda spans: [Segment(i + 1, 1, 1, Span(a, a + n)) for i, (a, n) in enumerate(spans)]
)


def _same(a: SegmentTable, b: SegmentTable) -> bool:
    columns = ("start", "stop", "label", "score", "state")
    return a.rows == b.rows and all(np.array_equal(getattr(a, c), getattr(b, c), equal_nan=True) for c in columns)


@given(segments, st.integers(0, 400), st.integers(1, 100))
def test_what_is_visible_is_what_overlaps(rows: list[Segment], start: int, length: int) -> None:
    table, window = SegmentTable.of(rows), Span(start, start + length)
    expected = {row.id for row in rows if row.span.overlaps(window)}
    assert {row.id for row in overlapping(table, window)} == expected
    assert expected <= {row.id for row in table.rows[table.visible(window.start, window.stop)]}


@given(segments, st.data())
def test_editing_equals_building_anew(rows: list[Segment], data: st.DataObject) -> None:
    table = SegmentTable.of(rows)
    removed = data.draw(st.lists(st.sampled_from(rows), unique=True) if rows else st.just([]))
    moved = [changed(row, span=row.span.shifted(data.draw(st.integers(0, 50)))) for row in removed[::2]]
    added = [*moved, *(Segment(1000 + i, 1, 1, Span(i * 7, i * 7 + 5)) for i in range(data.draw(st.integers(0, 5))))]
    gone = {row.id for row in removed}
    assert _same(table.edited(removed, added), SegmentTable.of([r for r in rows if r.id not in gone] + added))


def test_a_large_edit_takes_the_other_road_to_the_same_place() -> None:
    rows = [Segment(i, 1, 1, Span(i, i + 3)) for i in range(1, 201)]
    assert _same(SegmentTable.of(rows).edited(rows[:100], []), SegmentTable.of(rows[100:]))


@given(segments, st.data())
def test_one_changed_row_equals_building_anew(rows: list[Segment], data: st.DataObject) -> None:
    if not rows:
        return
    old = data.draw(st.sampled_from(rows))
    new = changed(
        old,
        span=Span(data.draw(st.integers(0, old.span.start)), old.span.stop + data.draw(st.integers(0, 40))),
        score=data.draw(st.sampled_from([None, 0.5])),
        state=data.draw(st.sampled_from(State)),
    )
    table, whole = SegmentTable.of(rows).edited([old], [new]), [row for row in rows if row.id != old.id]
    assert _same(table, SegmentTable.of([*whole, new]))
    assert _same(SegmentTable.of(rows), SegmentTable.of(list(rows)))

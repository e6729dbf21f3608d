"""People label with mouse and keys; every gesture is one Edit in the file, and every one can be undone."""

from core.rows import State, changed
from core.time import Span
from core.timeline.exclusive import Overlap
from tests.helpers.desk import Desk, desk, spans

__all__ = ["desk"]


def test_in_out_and_enter_label_a_span(desk: Desk) -> None:
    desk.label("wave")
    desk.go(20)
    desk.keys("I")
    desk.go(49)
    desk.keys("O", "Return")
    (made,) = desk.segments
    assert (made.span, made.state) == (Span(20, 50), State.HUMAN)
    assert desk.stored == [made]
    assert desk.ws.marks.span is None


def test_dragging_in_a_row_draws_and_dragging_an_edge_trims(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    assert spans(desk.segments) == [Span(10, 40)]
    desk.drag(40, 60)
    assert spans(desk.segments) == [Span(10, 60)]
    desk.drag(10, 5)
    assert spans(desk.segments) == [Span(5, 60)]
    desk.drag(30, 50)
    assert spans(desk.segments) == spans(desk.stored) == [Span(25, 80)]
    assert len({row.id for row in desk.segments}) == 1


def test_edges_follow_the_playhead_by_key(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    desk.go(15)
    desk.keys("[")
    desk.go(59)
    desk.keys("]")
    assert spans(desk.stored) == [Span(15, 60)]


def test_split_join_and_delete(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 60)
    desk.go(30)
    desk.keys("Ctrl+K")
    assert spans(desk.segments) == [Span(10, 30), Span(30, 60)]
    desk.keys("Ctrl+A", "Ctrl+J")
    assert spans(desk.segments) == [Span(10, 60)]
    desk.click(30)
    desk.keys("Del")
    assert desk.segments == desk.stored == []


def test_a_labels_key_relabels_and_labels_while_playing(desk: Desk) -> None:
    desk.label("wave")
    jump = desk.label("jump")  # gets key 2, and is the current label
    desk.drag(10, 40)
    assert desk.segments[0].label_id == jump
    desk.keys("1")
    assert desk.segments[0].label_id != jump
    desk.keys("Esc")
    desk.go(60)
    desk.keys("I")
    desk.go(69)
    desk.keys("O", "2")
    assert [(row.label_id == jump, row.span) for row in desk.stored] == [(False, Span(10, 40)), (True, Span(60, 70))]


def test_everything_is_undone_and_redone_across_a_restart(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    desk.drag(40, 60)
    done = desk.segments
    desk.ws.open_project(desk.project)  # a fresh Document on the same file
    assert desk.segments == done
    desk.keys("Ctrl+Z")
    assert spans(desk.segments) == [Span(10, 40)]
    desk.keys("Ctrl+Z")
    assert desk.segments == []
    desk.keys("Ctrl+Shift+Z", "Ctrl+Y")
    assert desk.segments == desk.stored == done


def test_exclusive_labels_may_be_refused_to_overlap_and_it_is_said(desk: Desk) -> None:
    desk.ws.document.overlap = Overlap.REFUSE
    for name in ("walk", "run"):
        label_id = desk.label(name)
        label = desk.ws.document.labels[label_id]
        desk.window.library.label_edited.emit(changed(label, group="gait"))
    desk.drag(10, 40, desk.lane(desk.ws.document.author, "run"))
    walk = next(row.id for row in desk.ws.document.labels.values() if row.name == "walk")
    desk.window.library.label_chosen.emit(walk)
    desk.drag(30, 60, desk.lane(desk.ws.document.author, "walk"))
    assert spans(desk.stored) == [Span(10, 40)]
    assert any("exclusive group “gait”" in text for text in desk.window.messages.texts)


def test_escape_stops_a_drag_and_changes_nothing(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    before = desk.ws.document.project.log_position()
    mouse = desk.mouse
    mouse.press(40, 0)
    mouse.move(70, 0)
    desk.qtbot.keyClick(desk.window.timeline, "\x1b")
    mouse.release()
    assert spans(desk.segments) == [Span(10, 40)]
    assert desk.ws.document.project.log_position() == before

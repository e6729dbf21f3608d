"""The review queue in the real window, worked by keys: items of two videos, judged, changed and passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.review import Outlook, ReviewView
from core.rows import Segment, State
from core.storage.project import Project
from core.timeline.review_items import Item
from tests.helpers.desk import Desk, open_desk, two_analysed

DARK, BRIGHT = [10] * 20, [245] * 20
NEARLY = [192] * 40  # a little less bright than middle


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """a.avi: dark, bright, dark; b.avi: bright, dark, nearly bright; both analysed, a.avi open."""
    desk = two_analysed(qtbot, monkeypatch, tmp_path, DARK + BRIGHT + DARK, BRIGHT + DARK + NEARLY + DARK)
    yield desk
    desk.window.close()


def item(desk: Desk) -> Item:
    found = desk.window.review.item
    assert found is not None
    return found


def begin(desk: Desk) -> None:
    desk.keys("F3")
    shown(desk)


def shown(desk: Desk) -> None:
    """The item is opened and loops."""

    def there() -> bool:
        walk, document = desk.window.review, desk.ws.document
        if not walk.active:
            return True
        loop = desk.ws.playhead.loop
        here = walk.item is not None and document.video is not None and document.video.id == walk.item.video_id
        return bool(here and loop and walk.item and loop.start <= walk.item.boundary <= loop.stop)

    desk.until(there)


def press(desk: Desk, *keys: str) -> None:
    for key in keys:
        desk.keys(key)
        shown(desk)


def stored(desk: Desk, *states: State) -> list[Segment]:
    with Project.open(desk.project) as project:
        return [row for row in project.segments() if row.state in states]


def left(desk: Desk) -> int:
    return desk.window.review_panel.model.rowCount()


def test_a_whole_queue_over_two_videos_is_worked_through_by_keys(desk: Desk) -> None:
    predicted = len(stored(desk, State.PREDICTED))
    assert predicted >= 6
    begin(desk)
    assert not desk.window.review_list.dock.isHidden()
    everything = left(desk)
    assert everything >= predicted
    said: list[tuple[str, bool]] = []
    seen: set[int] = set()
    while desk.window.review.active:
        shown(desk)
        assert desk.ws.playhead.playing
        missed = item(desk).missed
        assert desk.ws.document.selection == (set() if missed else {item(desk).segment.id})
        seen.add(item(desk).video_id)
        said.append(("R" if missed or len(said) % 2 else "A", missed))
        desk.keys(said[-1][0])
    assert len(said) == everything
    assert seen == {desk.video("a").id, desk.video("b").id}
    assert not desk.ws.playhead.playing
    assert desk.ws.playhead.loop is None
    assert len(stored(desk, State.REJECTED)) == sum(key == "R" for key, _ in said)
    assert len(stored(desk, State.ACCEPTED)) == 2 * sum(key == "A" for key, _ in said)  # with their copies
    assert stored(desk, State.PREDICTED) == []
    assert "Nothing is left to review." in desk.window.messages.texts
    desk.until(lambda: left(desk) == 0)
    desk.until(lambda: not desk.ws.runner.busy)
    progress = desk.window.review_panel.progress
    for tab in (0, 1):
        progress.tabs.setCurrentIndex(tab)
        assert sum(row.judged for row in progress.model.rows) == predicted
        assert sum(row.left for row in progress.model.rows) == 0


def test_an_edge_is_nudged_while_it_loops_and_then_taken(desk: Desk) -> None:
    begin(desk)
    first = item(desk)
    before, start = desk.ws.playhead.loop, first.boundary == first.segment.span.start
    assert before is not None
    press(desk, "Alt+Right" if start else "Alt+Left")
    moved = desk.ws.document.selected[0]
    assert (moved.state, moved.origin_id) == (State.CORRECTED, first.segment.id)
    step = 1 if start else -1
    assert (moved.span.start if start else moved.span.stop) == first.boundary + step
    assert desk.window.review.item is first, "it stays until it is taken"
    press(desk, "A")
    assert item(desk) != first
    assert [row.origin_id for row in stored(desk, State.CORRECTED)] == [first.segment.id]


def test_a_labels_key_relabels_and_reject_takes_the_copy_back(desk: Desk) -> None:
    other = desk.label("other")
    key = desk.ws.document.labels[other].key
    begin(desk)
    first = item(desk)
    press(desk, key)
    assert [row.label_id for row in stored(desk, State.CORRECTED)] == [other]
    press(desk, "R")
    assert stored(desk, State.CORRECTED) == []
    assert [row.id for row in stored(desk, State.REJECTED)] == [first.segment.id]
    assert item(desk) != first


def test_next_passes_over_previous_goes_back_and_undo_brings_back(desk: Desk) -> None:
    begin(desk)
    first = item(desk)
    press(desk, "F3")
    second = item(desk)
    assert second.key != first.key
    press(desk, "Shift+F3")
    assert item(desk).key == first.key
    press(desk, "R", "Shift+F3")
    assert item(desk).key == first.key, "a mistake can be seen again"
    press(desk, "A")
    assert len(stored(desk, State.ACCEPTED)) == 2, "the prediction and its copy"
    third, before = item(desk), left(desk)
    press(desk, "R")
    assert left(desk) == before - 1
    desk.keys("Ctrl+Z")
    desk.until(lambda: left(desk) == before)
    assert third.key in [one.key for one in desk.window.review_list.queue.candidates], "undo brings it back"


def test_escape_leaves_and_the_selection_stays(desk: Desk) -> None:
    begin(desk)
    here = item(desk).segment.id
    desk.keys("Esc")
    assert not desk.window.review.active
    assert not desk.window.commands["review"].isChecked()
    assert desk.ws.playhead.loop is None
    assert desk.ws.document.selection == {here}
    desk.keys("A")
    assert len(stored(desk, State.ACCEPTED)) == 2
    assert not desk.window.review.active, "keys mean what they always mean again"


def test_the_panel_says_how_many_are_left_and_opens_any_of_them(desk: Desk) -> None:
    desk.keys("Ctrl+F3", "Esc")
    desk.until(lambda: desk.window.review_list.known is not None)
    panel = desk.window.review_panel
    assert re.match(r"F1 about 0\.\d\d \(0\.\d\d–[01]\.\d\d\), estimated: ", panel.details.text())
    assert panel.target.value() == 0.9
    assert re.search(r"left( \(.*\))? to F1|reach", panel.outlook.text())
    panel.target.setValue(0.5)
    assert panel.outlook.text() in ("This reaches F1", "This probably reaches F1")
    assert desk.ws.settings.review_target == 0.5
    assert "Review a stretch from end to end" in panel.details.toolTip()

    rows = [panel.model.queue[i] for i in range(left(desk))]
    at = next(i for i, row in enumerate(rows) if row.video_id == desk.video("b").id)
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(at))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    shown(desk)
    assert item(desk).key == rows[at].key
    assert desk.ws.document.video == desk.video("b")
    assert not panel.grab().isNull()
    QTest.keyClick(panel.list, Qt.Key.Key_R)
    shown(desk)
    assert len(stored(desk, State.REJECTED)) == 1, "letters are keys of the window in the list too"
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not desk.window.review.active
    assert desk.window.timeline.hasFocus()


def test_progress_is_shown_by_video_too_and_follows_every_edit(desk: Desk) -> None:
    desk.keys("Ctrl+F3", "Esc")
    desk.until(lambda: desk.window.review_list.known is not None)
    progress, model = desk.window.review_panel.progress, desk.window.review_panel.progress.model
    tabs = progress.tabs
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Video"
    assert [row.name for row in model.rows] == ["a.avi", "b.avi"]

    def told(name: str) -> tuple[int, int]:
        return next((row.judged, row.left) for row in model.rows if row.name == name)

    predicted = stored(desk, State.PREDICTED)
    tracks = {track.id: track.video_id for track in desk.ws.document.project.tracks()}
    of_b = sum(tracks[row.track_id] == desk.video("b").id for row in predicted)
    of_a = len(predicted) - of_b
    assert (told("a.avi"), told("b.avi")) == ((0, of_a), (0, of_b))

    progress.tree.setCurrentIndex(model.index(1, 0))
    QTest.keyClick(progress.tree, Qt.Key.Key_Return)  # to what helps most in b.avi
    shown(desk)
    assert item(desk).video_id == desk.video("b").id
    while item(desk).missed:
        press(desk, "F3")
    name = "b.avi" if item(desk).video_id == desk.video("b").id else "a.avi"
    before = told(name)
    press(desk, "R")
    assert told(name) == (1, before[1] - 1), "at once"
    tip = desk.window.library.videos.model.index(0).siblingAtRow(["a.avi", "b.avi"].index(name))
    assert f"1 judged, {before[1] - 1} left" in tip.data(Qt.ItemDataRole.ToolTipRole)
    desk.until(lambda: not desk.ws.runner.busy)
    assert told(name) == (1, before[1] - 1), "and once it was counted anew"
    desk.keys("Ctrl+Z")
    desk.until(lambda: told(name) == before)

    header = progress.tree.header()
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        progress.tree.sortByColumn(2, order)
        lefts = [row.left for row in model.rows]
        assert lefts == sorted(lefts, reverse=order == Qt.SortOrder.DescendingOrder)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert [row.name for row in model.rows] == ["a.avi", "b.avi"]


def test_what_is_maybe_missed_is_marked_and_answered(desk: Desk) -> None:
    begin(desk)
    queue = desk.window.review_list.queue
    missed = next(queue[i] for i, one in enumerate(queue.candidates) if one.missed)
    assert desk.ws.document.labels[missed.segment.label_id].name == "bright"
    for answer, state in (("R", State.REJECTED), ("A", State.ACCEPTED)):
        desk.window.review_panel.chosen.emit(missed.key)
        shown(desk)
        assert desk.ws.marks.span == missed.segment.span
        assert not desk.ws.document.selection
        press(desk, answer)
        answered = stored(desk, state)
        assert [(row.span, row.origin_id) for row in answered] == [(missed.segment.span, None)]
        assert desk.window.review_list.item(missed.key) is None
        desk.ws.document.undo()
        desk.until(lambda: desk.window.review_list.item(missed.key) is not None)


def test_without_predictions_it_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(qtbot, tmp_path / "p.reelmark")
    desk.keys("F3")
    desk.until(lambda: not desk.window.review.active)
    assert "Nothing is left to review." in desk.window.messages.texts
    desk.window.close()


def test_a_missing_video_is_passed_over(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "b.avi").unlink()
    begin(desk)
    for _ in range(left(desk)):
        if desk.window.review.active:
            assert item(desk).video_id == desk.video("a").id
            desk.keys("R")
    desk.until(lambda: not desk.window.review.active)
    assert any("b.avi" in text for text in desk.window.messages.texts)


@pytest.mark.parametrize(
    ("now", "low", "high", "left", "said"),
    [
        (0.82, 0.74, 0.88, (40, 20, 70), "About 40 left (20–70) to F1"),
        (0.62, 0.43, 0.77, (58, 25, None), "About 58 left (25+) to F1"),
        (0.89, 0.89, 0.89, (3, 3, 3), "3 left to F1"),
        (0.92, 0.84, 0.97, (0, 0, 30), "This probably reaches F1"),
        (0.95, 0.92, 0.97, (0, 0, 0), "This reaches F1"),
        (0.5, 0.3, 0.6, (None, 120, None), "This list may not reach F1"),
        (0.5, 0.3, 0.6, (None, None, None), "This list cannot reach F1"),
    ],
)
def test_the_panel_tells_what_is_likely_from_what_is_sure(
    qtbot: QtBot, now: float, low: float, high: float, left: tuple[int | None, int | None, int | None], said: str
) -> None:
    view = ReviewView()
    qtbot.addWidget(view)
    view.set_outlook(Outlook(now, low, high, *left, 0.9, 0.8, True), 0.9)
    assert view.outlook.text() == said
    assert view.details.text() == f"F1 about {now:.2f} ({low:.2f}–{high:.2f}), estimated: 90% right, 80% found"
    assert "Nine times in ten" in view.details.toolTip()
    view.set_outlook(None, 0.9)
    assert view.outlook.text() == "Review up to F1"

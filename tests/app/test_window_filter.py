"""The filter by who made a segment in the real window: faint rows, keys that pass over them, and what is selected."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.timeline import Lane, TimelineView
from core.rows import Segment, State
from core.time import Span
from core.timeline.provenance import By, Wanted
from core.timeline.query import SegmentTable
from tests.helpers.desk import Desk, desk
from tests.helpers.timeline import CLOCK, small_lanes

__all__ = ["desk"]


@pytest.fixture
def judged(desk: Desk) -> Desk:
    """Predictions of `tiny`, the first accepted, the second rejected; one segment drawn by hand."""
    desk.ws.document.author = "Ann"
    desk.label("wave")
    desk.drag(60, 66)
    desk.ws.analyze(list(desk.ws.document.videos.values()), "tiny", None)
    desk.until(lambda: desk.ws.document.runs)
    desk.idle()
    first, second, *_ = [row for row in desk.segments if row.state is State.PREDICTED]
    desk.ws.document.accept([first])
    desk.ws.document.reject([second])
    return desk


def choose(desk: Desk, wanted: Wanted) -> None:
    """By keys in the list of the bar."""
    bar = desk.window.filter_bar
    row = [one for _, one in bar._choices].index(wanted)
    bar.choice.setFocus()
    QTest.keyClick(bar.choice, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(bar.choice, Qt.Key.Key_Down)
    desk.until(lambda: desk.window.filtering.wanted == wanted)


def in_full(desk: Desk) -> list[Segment]:
    lanes = desk.window.timeline.scene.lanes
    return [row for lane in lanes for i, row in enumerate(lane.table.rows) if lane.faint is None or not lane.faint[i]]


def test_only_what_somebody_made_is_shown_in_full(judged: Desk) -> None:
    desk = judged
    everything = len(desk.segments)
    desk.keys("Ctrl+Shift+F")
    bar = desk.window.filter_bar
    assert bar.isVisible()
    assert bar.count.text() == f"{everything} of {everything} segments"
    choose(desk, Wanted(By.PEOPLE))
    assert [row.state for row in in_full(desk)] == [State.HUMAN]
    assert bar.count.text() == f"1 of {everything} segments"
    choose(desk, Wanted(By.MAKER, "tiny"))
    assert len(in_full(desk)) == everything - 1, "with the copy that was accepted"
    choose(desk, Wanted(By.STATE, State.REJECTED))
    (gone,) = in_full(desk)
    assert gone.author == "Ann", "who rejected it"
    QTest.mouseClick(bar.select, Qt.MouseButton.LeftButton)
    assert desk.ws.document.selection == {gone.id}
    choose(desk, Wanted(By.PEOPLE))
    desk.keys("Ctrl+A")
    assert [row.state for row in desk.ws.document.selected] == [State.HUMAN]
    desk.ws.document.select(())
    desk.go(0)
    desk.keys("Alt+Down")
    assert [row.state for row in desk.ws.document.selected] == [State.HUMAN], "keys pass over what is faint"
    assert not desk.window.grab().isNull()
    bar.choice.setFocus()
    QTest.keyClick(bar.choice, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert len(in_full(desk)) == everything


def test_an_edit_is_filtered_as_it_comes(judged: Desk) -> None:
    desk = judged
    desk.keys("Ctrl+Shift+F")
    choose(desk, Wanted(By.STATE, State.ACCEPTED))
    before = len(in_full(desk))
    third = next(row for row in desk.segments if row.state is State.PREDICTED)
    desk.ws.document.accept([third])
    assert len(in_full(desk)) == before + 2, "the prediction and its copy"
    desk.keys("Ctrl+Z")
    assert len(in_full(desk)) == before
    desk.keys("Ctrl+Alt+P")
    assert len(in_full(desk)) == before, "packed rows too"


def test_the_inspector_says_where_a_copy_comes_from(judged: Desk) -> None:
    desk = judged
    copy = next(row for row in desk.segments if row.origin_id is not None)
    desk.ws.document.select({copy.id})
    desk.ws.document.change([copy], "Trim", span=Span(copy.span.start, copy.span.stop - 2))
    form = desk.window.inspector.form
    assert form._origin.text().startswith("tiny, ")
    assert form._weights.text().startswith("tiny, ")
    assert "–" in form._was.text()
    assert form._changed.text().startswith("Ann")


def test_a_hundred_thousand_filtered_segments_are_painted_in_a_frame(qtbot: QtBot) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1220, 300)
    view.set_video(CLOCK)
    lane = small_lanes()[0]
    rng = np.random.default_rng(0)
    starts = np.sort(rng.integers(0, CLOCK.frames - 2, 100_000)).tolist()
    table = SegmentTable.of(Segment(i + 1, lane.track.id, lane.label.id, Span(s, s + 1)) for i, s in enumerate(starts))
    faint = rng.random(len(table)) < 0.5
    view.set_lanes([Lane(lane.track, lane.label, table, faint=faint, wanted=Wanted(By.PEOPLE))])
    view.show()
    qtbot.waitExposed(view)
    times = []
    for i in range(12):
        view.zoom_to(Span(i, CLOCK.frames - i))
        QApplication.processEvents()
        began = time.process_time()
        view.viewport().repaint()
        times.append(time.process_time() - began)
    assert sorted(times)[6] < 0.05

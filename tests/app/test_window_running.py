"""A network finds, people judge: runs, accepting, rejecting, thresholds, all through the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from app.dialogs.analyse import AnalyseDialog
from core.rows import State, TrackKind
from core.time import Span
from tests.helpers.desk import Desk, desk, spans

__all__ = ["desk"]


def _analyse(desk: Desk) -> None:
    """F5, and yes."""
    desk.keys("F5")
    desk.until(lambda: any(isinstance(w, AnalyseDialog) for w in QApplication.topLevelWidgets()))
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, AnalyseDialog) and w.isVisible())
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert "this video" in button.text()
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.ws.document.runs)
    desk.idle()


def _found(desk: Desk, name: str) -> list[Span]:
    labels = desk.ws.document.labels
    runs = {t.id for t in desk.ws.document.tracks.values() if t.kind is TrackKind.RUN}
    return [row.span for row in desk.segments if labels[row.label_id].name == name and row.track_id in runs]


def test_an_analysis_puts_what_it_found_on_a_track_of_its_own(desk: Desk) -> None:
    _analyse(desk)
    assert _found(desk, "bright") == [Span(20, 52)]
    assert all(row.state is State.PREDICTED and row.score is not None for row in desk.segments)
    assert desk.segments == desk.stored
    assert desk.window.jobbar.isHidden()
    run_lanes = [lane for lane in desk.window.timeline.scene.lanes if lane.track.kind is TrackKind.RUN]
    assert all(lane.curve is not None and lane.threshold == 0.5 for lane in run_lanes)
    best = next(iter(desk.ws.document.runs.values())).top_labels
    assert best[0][0] == "dark"


def test_accept_and_reject_by_key(desk: Desk) -> None:
    _analyse(desk)
    track = next(t.name for t in desk.ws.document.tracks.values())
    desk.click(30, desk.lane(track, "bright"))
    desk.keys("A")
    (copy,) = [row for row in desk.segments if row.state is State.ACCEPTED and row.origin_id is not None]
    assert copy.span == Span(20, 52)
    assert desk.ws.document.tracks[copy.track_id].kind is TrackKind.HUMAN
    desk.click(5, desk.lane(track, "dark"))
    desk.keys("R")
    assert sum(row.state is State.REJECTED for row in desk.stored) == 1
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert {row.state for row in desk.stored} == {State.PREDICTED}


def test_dragging_an_edge_of_a_prediction_makes_a_corrected_copy(desk: Desk) -> None:
    _analyse(desk)
    track = next(t.name for t in desk.ws.document.tracks.values())
    before = desk.segments
    desk.drag(52, 56, desk.lane(track, "bright"))
    (copy,) = [row for row in desk.segments if row.state is State.CORRECTED]
    assert copy.span == Span(20, 56)
    original = next(row for row in desk.segments if row.id == copy.origin_id)
    assert (original.span, original.state) == (Span(20, 52), State.ACCEPTED)
    assert desk.ws.document.selection == {copy.id}
    desk.keys("Ctrl+Z")
    assert desk.segments == before


def test_the_threshold_slider_redraws_at_once_and_stores_when_let_go(desk: Desk) -> None:
    _analyse(desk)
    stored = desk.stored
    run_id = next(iter(desk.ws.document.runs))
    view = desk.window.runs
    values = {"threshold": 0.9992, "smoothing": 0.0, "min_length": 0.0, "merge_gap": 0.0, "low": 0.9992}
    view.settings_changed.emit(run_id, values)
    shown = [row for lane in desk.window.timeline.scene.lanes for row in lane.table.rows]
    assert 0 < len(shown) < len(stored)
    assert desk.stored == stored
    view.settings_committed.emit(run_id, values)
    assert sorted(row.id for row in desk.stored) == sorted(row.id for row in shown) or len(desk.stored) == len(shown)
    desk.keys("Ctrl+Z")
    assert desk.stored == stored


def test_what_people_judged_survives_a_new_threshold(desk: Desk) -> None:
    _analyse(desk)
    track = next(t.name for t in desk.ws.document.tracks.values())
    desk.click(30, desk.lane(track, "bright"))
    desk.keys("R")
    run_id = next(iter(desk.ws.document.runs))
    desk.window.runs.settings_committed.emit(run_id, {"threshold": 0.3, "low": 0.3})
    assert [row.span for row in desk.stored if row.state is State.REJECTED] == [Span(20, 52)]
    assert _found(desk, "bright") == [Span(20, 52)]


def test_removing_a_run_and_bringing_it_back(desk: Desk) -> None:
    _analyse(desk)
    found = desk.segments
    desk.window.runs.remove_requested.emit(next(iter(desk.ws.document.runs)))
    assert desk.segments == []
    desk.keys("Ctrl+Z")
    assert spans(desk.segments) == spans(found)


def test_a_second_analysis_asks_no_network(desk: Desk) -> None:
    _analyse(desk)
    first = next(iter(desk.ws.document.runs.values()))
    desk.ws.analyze(list(desk.ws.document.videos.values()), "tiny", None)
    desk.until(lambda: len(desk.ws.document.runs) == 2)
    second = max(desk.ws.document.runs.values(), key=lambda run: run.id)
    assert second.scores_key == first.scores_key

"""Measuring in the real window: chosen, measured, and the clips behind each number played, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app import theme
from app.measure_presenter import MeasurePresenter
from app.views.measure import MeasureView
from app.views.measure_bars import BarChart
from core.rows import TrackKind, changed
from core.time import Span
from core.timeline.edit import Edit
from tests.helpers.desk import Desk, open_desk
from tests.helpers.german import in_german
from tests.helpers.measuring import filled
from tests.helpers.tiny import write_video
from tests.helpers.views import click_row

NOTHING = 3  # the confusion's last row and column


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    videos = [write_video(tmp_path / f"{name}.avi", [level] * 100) for name, level in (("a", 20), ("b", 220))]
    desk = open_desk(qtbot, tmp_path / "p.reelmark", *videos)
    desk.until(lambda: len(desk.ws.document.videos) == 2)
    filled(desk.ws.document.project, {video.path: video for video in desk.ws.document.videos.values()})
    desk.ws.document.refresh(force=True)
    desk.idle()
    yield desk
    desk.window.close()


def measuring(desk: Desk) -> MeasurePresenter:
    desk.keys("Ctrl+Shift+M")
    shown = desk.window.measuring
    assert shown.dialog is not None
    assert shown.dialog.isVisible()
    return shown


def tick(view: MeasureView, *names: str) -> None:
    items = [view.choice.candidates.item(i) for i in range(view.choice.candidates.count())]
    for item in items:
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            wanted = any(item.text().startswith(name) for name in names)
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


def measured(desk: Desk, *names: str) -> MeasureView:
    shown = measuring(desk)
    tick(shown.view, *names)
    QTest.mouseClick(shown.view.choice.go, Qt.MouseButton.LeftButton)
    desk.until(lambda: shown.comparison is not None)
    desk.idle()
    return shown.view


def tab(view: MeasureView, title: str) -> None:
    titles = [view.tabs.tabText(i) for i in range(view.tabs.count())]
    view.tabs.setCurrentIndex(titles.index(title))


def name(desk: Desk) -> str:
    return desk.ws.document.video.path if desk.ws.document.video else ""


def plays(desk: Desk, video: str, span: Span) -> None:
    """That video is open and loops around the span."""
    desk.until(lambda: name(desk) == video and desk.ws.playhead.loop is not None)
    loop = desk.ws.playhead.loop
    desk.until(lambda: desk.ws.playhead.loop is not None and desk.ws.playhead.loop.intersection(span) == span)
    assert loop is not None
    assert len(desk.ws.playhead.loop or ()) <= len(span) + 26, "half a second on either side"
    desk.until(lambda: desk.ws.playhead.loop is not None and desk.ws.playhead.frame in desk.ws.playhead.loop)


def bar(chart: BarChart, i: int) -> QPoint:
    return chart.bar_rect(i).center().toPoint()


def test_it_is_drawn_in_both_themes_and_every_part_has_a_name(desk: Desk) -> None:
    """The first: a change of theme dresses the windows of earlier tests as well."""
    view = measured(desk, "head", "Ann")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for dress in ("light", "dark"):
        theme.apply(app, dress)
        for i in range(view.tabs.count()):
            view.tabs.setCurrentIndex(i)
            assert not view.grab().isNull()
    for widget in (view.summary, view.labels, view.confusion.grid, *view.edges.charts, view.calibration.chart):
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_clicking_a_confusion_cell_plays_its_clips_also_of_other_videos(desk: Desk) -> None:
    view = measured(desk, "head")
    tab(view, "Confusion")
    desk.go(70)
    desk.ws.document.open_video(next(v.id for v in desk.ws.document.videos.values() if v.path == "b.avi"))
    desk.until(lambda: desk.ws.playhead.clock is not None and desk.window.player.image() is not None)
    click_row(view.confusion.grid, NOTHING, 0)
    plays(desk, "a.avi", Span(20, 21))
    assert view.clips.isVisible()
    assert view.clips.title.text() == "nothing taken for jump (3 places)"
    assert view.clips.model.index(0).data() == "a.avi, 0:00.80, 0.04 s"
    QTest.mouseClick(view.clips.on, Qt.MouseButton.LeftButton)
    plays(desk, "a.avi", Span(58, 60))
    QTest.keyClick(view.clips.list, Qt.Key.Key_Down)
    plays(desk, "b.avi", Span(80, 90))
    assert not view.clips.on.isEnabled()
    QTest.mouseClick(view.clips.back, Qt.MouseButton.LeftButton)
    plays(desk, "a.avi", Span(58, 60))


def test_keys_reach_a_cell_and_enter_plays_it(desk: Desk) -> None:
    view = measured(desk, "i3d")
    tab(view, "Confusion")
    grid = view.confusion.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert view.clips.title.text() == "jump taken for run (1 place)"
    plays(desk, "a.avi", Span(0, 20))
    said = grid.cells.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "jump taken for run: 20 frames, 40.0% of the row"


def test_a_bar_of_the_edges_plays_its_segments(desk: Desk) -> None:
    view = measured(desk, "head")
    tab(view, "Edges")
    assert "half are off by 1 or less" in view.edges.said[0].text()
    chart = view.edges.charts[0]
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=bar(chart, 0))
    assert view.clips.title.text() == "Starts -2 frames or fewer off (1 place)"
    plays(desk, "a.avi", Span(58, 90))
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert "+2 frames or more" in chart.accessibleDescription()
    plays(desk, "a.avi", Span(0, 21))


def test_calibration_and_labels_show_their_segments(desk: Desk) -> None:
    view = measured(desk, "head")
    tab(view, "Calibration")
    chart = view.calibration.chart
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=bar(chart, 2))
    plays(desk, "b.avi", Span(80, 90))
    tab(view, "Labels")
    assert [view.labels.cells.index(0, i).data() for i in range(4)] == ["jump", "2", "1", "0"]
    click_row(view.labels, 0, 2)
    assert view.clips.title.text() == "jump: extra (1 place)"
    click_row(view.labels, 0, 1)
    assert view.clips.title.text() == "jump: right (2 places)"
    click_row(view.labels, 0, 3)
    assert view.clips.title.text() == "jump: missed (0 places)"
    view.labels.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert view.labels.cells.index(2, 0).data() in ("jump", "run")


def test_side_by_side_with_the_ceiling(desk: Desk) -> None:
    view = measured(desk, "head", "i3d", "Ann")
    cells = view.summary.cells
    heads = [cells.headerData(i, Qt.Orientation.Horizontal) for i in range(3)]
    assert heads == ["i3d", "head · mine", "Ann (ceiling)"]
    titles = [cells.headerData(i, Qt.Orientation.Vertical) for i in range(cells.rowCount())]
    row = cells.rows[titles.index("Segment F1@50")]
    assert [cell.text for cell in row] == ["0.250", "0.909", "0.889"]
    assert [cell.best for cell in row] == [False, True, False]
    assert [cell.ceiling for cell in row] == [pytest.approx(8 / 9), pytest.approx(8 / 9), None]
    assert "“Ann” is measured on the 2 videos" in view.notes.text()
    tab(view, "Curves")
    view.which.setCurrentIndex(1)
    assert view.curves.said.text().startswith("Average precision: jump 1.00")
    assert "Diamonds" in view.curves.said.text()
    view.curves.labels.setCurrentIndex(1)
    view.curves.labels.activated.emit(1)
    assert "Best F1 0.80 at score 0.70" not in view.curves.said.text()
    assert "Best F1 1.00 at score 0.70" in view.curves.said.text()


def test_the_report_is_written_from_the_window(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    view = measured(desk, "head")
    for file in ("r.csv", "r.json"):
        out = tmp_path / file
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, out=out, **_k: (str(out), ""))
        QTest.mouseClick(view.choice.export, Qt.MouseButton.LeftButton)
        desk.until(out.exists)
        desk.idle()
    assert "F1@50" in (tmp_path / "r.csv").read_text("utf-8")


def test_the_report_of_a_german_window_is_german(
    desk: Desk, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, out = measured(desk, "head"), tmp_path / "r.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    with in_german(qapp, tmp_path):
        QTest.mouseClick(view.choice.export, Qt.MouseButton.LeftButton)
        desk.until(out.exists, 30_000)
        desk.idle()
    text = out.read_text("utf-8")
    assert '<html lang="de">' in text
    assert "Kalibrierungsfehler" in text
    assert "Calibration error" not in text


def test_nobody_is_measured_against_themselves(desk: Desk) -> None:
    view = measuring(desk).view
    tick(view)
    assert not view.choice.go.isEnabled()
    assert [view.choice.reference.itemText(i)[:3] for i in range(2)] == ["me ", "Ann"]
    tick(view, "Ann")
    assert view.choice.go.isEnabled()
    view.choice.reference.setCurrentIndex(1)
    assert not view.choice.go.isEnabled()


def test_bad_input_is_said_where_people_look(desk: Desk) -> None:
    shown = measuring(desk)
    project = desk.ws.document.project
    mine = {track.id for track in project.tracks() if track.name == "me"}
    gone = [row for row in project.segments() if row.track_id in mine]
    gone += [row for row in project.reviewed() if row.track_id in mine]
    desk.ws.document.push(Edit("Forget", removed=tuple(gone)))
    tick(shown.view, "head")
    QTest.mouseClick(shown.view.choice.go, Qt.MouseButton.LeftButton)
    desk.until(lambda: "holds no segment and no reviewed stretch" in shown.view.hint.text())
    desk.idle()
    assert not shown.view.choice.export.isEnabled()
    desk.keys("Ctrl+Z")
    QTest.mouseClick(shown.view.choice.go, Qt.MouseButton.LeftButton)
    desk.until(lambda: shown.comparison is not None)


def test_what_was_removed_meanwhile_is_told(desk: Desk) -> None:
    view = measured(desk, "head")
    video = next(v for v in desk.ws.document.videos.values() if v.path == "b.avi")
    assert desk.ws.document.remove_videos([video])
    tab(view, "Confusion")
    click_row(view.confusion.grid, NOTHING, 0)
    view.clips.step(+1)
    view.clips.step(+1)
    assert view.clips.model.index(2).data() == "(removed)"
    desk.until(lambda: any("not in the project any more" in text for text in desk.window.messages.texts))
    project = desk.ws.document.project
    for run in project.runs():
        project.apply(Edit("Hide", removed=(run,), added=(changed(run, hidden=True),)))
    desk.ws.document.refresh(force=True)
    assert all(track.kind is TrackKind.HUMAN for track in project.tracks())
    assert [view.choice.candidates.item(i).text()[:3] for i in range(view.choice.candidates.count())] == ["me ", "Ann"]


def test_a_video_that_is_missing_is_measured_and_told_when_it_shall_play(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "b.avi").rename(tmp_path / "c.avi.gone")
    view = measured(desk, "head")
    tab(view, "Labels")
    click_row(view.labels, 2, 1)
    assert view.clips.model.index(0).data().startswith("b.avi")
    desk.until(lambda: any("b.avi" in text for text in desk.window.messages.texts))
    assert desk.ws.playhead.loop is None
    click_row(view.labels, 0, 1)
    plays(desk, "a.avi", Span(0, 21))


def test_an_empty_project_says_what_is_lacking(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(qtbot, tmp_path / "p.reelmark")
    view = measuring(desk).view
    assert "Nobody has labelled anything yet" in view.hint.text()
    assert not view.choice.go.isEnabled()
    desk.window.close()

"""Pictures of the real window: `shoot` for one, `python -m app.screenshots` for those of the README."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
from PySide6.QtCore import QCoreApplication, QEventLoop

from app.application import Program, log_qt, start
from core import assets
from core.time import Span

SIZE = (1366, 768)
PICTURES = Path("resources/screenshots")


def settle(program: Program, done: Callable[[], bool] | None = None, seconds: float = 60.0) -> None:
    """Lets the window work until its jobs are done and the picture of the playhead's frame is there."""
    ws, window = program.workspace, program.window
    until = time.monotonic() + seconds
    quiet = 0
    while time.monotonic() < until and quiet < 10:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.01)
        stage = window.player.stage
        exact = ws.document.video is None or (stage.image is not None and not stage.sign)
        calm = not ws.runner.busy and exact
        quiet = quiet + 1 if calm and (done is None or done()) else 0


def _sized(program: Program) -> None:
    """The window as on a common screen, however small the one without a display is."""
    program.window.resize(*SIZE)
    settle(program)
    program.window.reset_layout()


def shoot(project: Path, picture: Path) -> None:
    """The window on a project, its first found activity selected, written as PNG."""
    log_qt()
    program = start([project], private=True)
    try:
        _sized(program)
        settle(program)
        _show_best(program)
        settle(program)
        program.window.grab().save(str(picture))
    finally:
        program.window.close()


def main() -> int:
    """Every picture of the README, from the sample clip and one scene from four cameras (`reelmark assets fetch`): made
    in a fresh project, analysed by I3D."""
    import tempfile

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    log_qt()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "roof.reelmark"
        program = start([project], private=True)
        _sized(program)
        program.workspace.document.author = "Ann"
        try:
            _empty(program)
            program.workspace.add_videos([assets.path("sample-clip")])
            settle(program, lambda: bool(program.workspace.document.videos))
            _dialog(program)
            _analysed(program)
            _dragging(program)
            _light(program)
            _surprise(program)
            _foreseen(program)
            _flow(program)
            _review(program)
            _learning(program)
            _measured(program)
            _similar(program)
            _cameras(program)
        finally:
            program.window.close()
    return 0


def _show_best(program: Program) -> None:
    """Selects the longest segment of the video's best label, with the playhead in its middle."""
    document = program.workspace.document
    tops = [name for run in document.runs.values() for name, _ in run.top_labels]
    found = [row for table in document.cells.values() for row in table.rows]
    named = [row for row in found if document.labels[row.label_id].name in tops[:1]] or found
    if named:
        best = max(named, key=lambda row: len(row.span))
        document.select([best.id])
        program.workspace.playhead.seek((best.span.start + best.span.stop) // 2)


def _save(program: Program, name: str) -> None:
    settle(program)
    program.window.messages.clear()
    settle(program)
    program.window.grab().save(str(PICTURES / f"{name}.png"))
    click.echo(f"{PICTURES / name}.png")


def _empty(program: Program) -> None:
    _save(program, "empty")


def _dialog(program: Program) -> None:
    """The question before an analysis, over the window."""
    from PySide6.QtGui import QPainter, QPixmap

    from app.dialogs.analyse import AnalyseDialog

    program.window.commands["analyze"].trigger()
    settle(program, lambda: bool(program.window.findChildren(AnalyseDialog)))
    dialog = program.window.findChildren(AnalyseDialog)[0]
    whole = QPixmap(program.window.grab())
    at = program.window.rect().center() - dialog.rect().center()
    painter = QPainter(whole)
    painter.drawPixmap(at, dialog.grab())
    painter.end()
    whole.save(str(PICTURES / "analyse.png"))
    click.echo(f"{PICTURES}/analyse.png")
    dialog.accept()


def _analysed(program: Program) -> None:
    ws = program.workspace
    settle(program, lambda: bool(ws.document.runs), 600)
    _show_best(program)
    _save(program, "analysed")


def _dragging(program: Program) -> None:
    """An edge of the prediction in the hand: the player shows the frame at the edge."""
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtTest import QTest

    ws, timeline = program.workspace, program.window.timeline
    (segment,) = ws.document.selected
    ws.document.accept([segment])
    (copy,) = ws.document.selected
    lane = next(i for i, lane in enumerate(timeline.scene.lanes) if lane.track.id == copy.track_id)
    row = timeline.scene.rows.lane(lane)
    assert row is not None

    def at(frame: int) -> QPointF:
        return QPointF(timeline.scene.scale.x(frame), timeline.scene.row_top(row) + 12)

    view = timeline.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at(copy.span.stop).toPoint())
    for frame in (copy.span.stop + 8, copy.span.stop + 16):
        QTest.mouseMove(view, at(frame).toPoint())
    _save(program, "dragging")
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at(copy.span.stop + 16).toPoint())


def _surprise(program: Program) -> None:
    """Signal lanes under the tracks, in the dark theme, and a candidate between two peaks of surprise."""
    ws, window = program.workspace, program.window
    window.commands["toggle_theme"].trigger()
    known = set(ws.document.runs)
    ws.analyze(list(ws.document.videos.values()), "patraucean2015", None)
    settle(program, lambda: bool(ws.document.runs.keys() - known), 600)
    window.commands["signal_lanes"].trigger()
    settle(program, lambda: len(window.signals.peaks.frames) > 0)
    for command in ("next_peak", "boundary_here"):
        window.commands[command].trigger()
    _save(program, "surprise")
    window.commands["signal_lanes"].trigger()
    window.commands["toggle_theme"].trigger()


def _light(program: Program) -> None:
    program.window.commands["toggle_theme"].trigger()
    _save(program, "light")


def _foreseen(program: Program) -> None:
    """What a network foresaw of a frame in which somebody jumps, beside the video."""
    ws, overlays = program.workspace, program.window.overlays
    program.window.commands["toggle_theme"].trigger()
    ws.playhead.seek(170)
    _overlaid(program, "side")
    _save(program, "foreseen")
    overlays.clear()


def _flow(program: Program) -> None:
    """How things move, on the picture, with the panel open."""
    overlays = program.window.overlays
    program.workspace.playhead.seek(165)
    overlays.set_look("flow", replace(overlays.looks["flow"], mode="both"))
    _overlaid(program, "flow")
    overlays.show_panel()
    _save(program, "flow")
    overlays.show_panel()
    overlays.clear()


def _overlaid(program: Program, name: str) -> None:
    """Switches an overlay on and waits for what it shows."""
    overlays = program.window.overlays
    overlays.toggle(name)
    wanted = next(one for one in overlays.overlays if one.name == name)
    settle(program, lambda: overlays.seen(wanted) is not None, 120)


def _review(program: Program) -> None:
    """Half of the clip is reviewed; the first of what is worth judging in the rest is played."""
    ws, window = program.workspace, program.window
    _show_best(program)
    ws.marks.set_in(0)
    ws.marks.set_out(ws.playhead.frames // 2)
    window.commands["mark_range_reviewed"].trigger()
    ws.marks.clear()
    ws.document.select(())
    ws.playhead.seek(0)
    window.commands["review_next"].trigger()
    settle(program, lambda: bool(ws.document.selected), 30)
    ws.playhead.pause()
    _save(program, "review")
    window.commands["review"].trigger()
    window.docks[4].hide()


def _learning(program: Program) -> None:
    """Two activities were learned from corrections, then a third: what that changed, before it is taken."""
    ws, window = program.workspace, program.window
    for said in ((("waving", 10, 76), ("walking by", 38, 206)), (("somersault", 146, 208),)):
        for name, first, last in said:
            window.library.label_added.emit(name)
            label = next(row.id for row in ws.document.labels.values() if row.name == name)
            ws.document.add_segment(Span(first, last), label)
        window.commands["mark_video_reviewed"].trigger()
        before = len(window.learning.versions)
        window.commands["improve"].trigger()
        settle(program, lambda before=before: len(window.learning.versions) > before and not ws.runner.busy, 600)  # type: ignore[misc]
    settle(program, lambda: bool(window.learn.summary.text()))
    window.learn.opened.emit(0)
    _save(program, "learning")


def _measured(program: Program) -> None:
    """Everything that was learned and found, against what Ann labelled."""
    from PySide6.QtCore import Qt

    window = program.window
    window.commands["measure"].trigger()
    settle(program)
    dialog, view = window.measuring.dialog, window.measuring.view
    assert dialog is not None
    shown = view.choice.candidates
    for item in (shown.item(i) for i in range(shown.count())):
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            item.setCheckState(Qt.CheckState.Checked)
    view.choice.go.click()
    settle(program, lambda: window.measuring.comparison is not None, 60)
    settle(program)
    dialog.resize(1000, 620)
    dialog.grab().save(str(PICTURES / "measure.png"))
    click.echo(f"{PICTURES / 'measure'}.png")
    dialog.close()
    window.commands["take_learned"].trigger()
    window.docks[5].hide()


def _similar(program: Program) -> None:
    """Moments like the one between in and out, in all videos of the project."""
    ws, window = program.workspace, program.window
    ws.add_videos([assets.path(f"scene-camera-{number}") for number in range(1, 5)])
    settle(program, lambda: len(ws.document.videos) == 5)
    first = next(video for video in ws.document.videos.values() if "camera-1" in video.path)
    ws.document.open_video(first.id)
    settle(program)
    ws.marks.set_in(0)
    ws.marks.set_out(60)
    ws.playhead.seek(30)
    window.commands["find_similar"].trigger()
    settle(program, lambda: window.similar_moments.found is not None)
    window.similar.compute.click()
    settle(program, lambda: (found := window.similar_moments.found) is not None and not found.lacking, 600)
    _save(program, "similar")
    ws.marks.clear()
    window.docks[3].hide()


def _cameras(program: Program) -> None:
    """Four videos of one scene, linked."""
    ws, window = program.workspace, program.window
    scene = [video for video in ws.document.videos.values() if "camera" in video.path]
    ws.document.open_video(scene[0].id)
    settle(program)
    for video in scene[1:]:
        window.beside.set_beside(video.id)
    ws.playhead.seek(60)
    settle(program, lambda: all(tile.stage.image is not None for tile in window.player.grid.tiles.values()))
    _save(program, "cameras")


if __name__ == "__main__":
    sys.exit(main())

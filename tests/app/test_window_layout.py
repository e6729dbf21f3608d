"""The docks at 1366 × 768, the size of many laptops: nothing is cut off, in English and in German."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.views.elided import ElidedCombo
from core.rows import Label, Run, Segment, State, Track, TrackKind, new_id
from core.time import Span
from core.timeline.edit import Edit
from tests.helpers.desk import Desk, open_desk
from tests.helpers.german import in_german
from tests.helpers.tiny import write_video

LONG = "brushing teeth while standing at a mirror"


def opened(qtbot: QtBot, folder: Path) -> Desk:
    """A prediction of a label with a long name is selected, and every panel was opened once."""
    desk = open_desk(qtbot, folder / "p.reelmark", write_video(folder / "v.avi", [10] * 60))
    desk.window.resize(1366, 768)
    desk.window.reset_layout()
    document = desk.ws.document
    label = Label(new_id(), LONG, "#3a7bd5")
    document.push(Edit("Label", added=(label,)))
    run = Run(new_id(), document.video.id, "i3d", None, '{"threshold": 0.5}', "", 1)
    track = Track(new_id(), run.video_id, "i3d", TrackKind.RUN, run.id)
    found = Segment(new_id(), track.id, label.id, Span(5, 30), 0.7, State.PREDICTED)
    document.project.add_run(run, track, [found])
    document.refresh(force=True)
    document.select({found.id})
    desk.window.overlays.show_panel()
    for dock in desk.window.docks:
        dock.show()
    desk.window.reset_layout()
    for dock in desk.window.docks:
        dock.show()
    desk.idle()
    QApplication.processEvents()
    return desk


def cut_off(root: QWidget) -> list[str]:
    """Buttons that are narrower than their text needs, or that a panel without a horizontal bar leaves out."""
    said = []
    for button in root.findChildren(QAbstractButton):
        if not button.isVisible() or not button.text():
            continue
        right = button.mapTo(root, button.rect().topRight()).x()
        if button.width() < button.minimumSizeHint().width() or right >= root.width():
            said.append(button.text())
    return said


def check(desk: Desk) -> None:
    window = desk.window
    for dock in window.docks:
        dock.raise_()
        QApplication.processEvents()
        assert cut_off(dock) == [], dock.objectName()
        for area in dock.findChildren(QScrollArea):
            if area.isVisible() and area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                assert area.widget().minimumSizeHint().width() <= area.viewport().width(), dock.objectName()
    bars = [bar for bar in window.findChildren(QTabBar) if bar.parent() is window and bar.count() > 3]
    assert bars
    for bar in bars:
        assert bar.elideMode() == Qt.TextElideMode.ElideNone, "names are scrolled to, never shortened to a letter"
        assert bar.usesScrollButtons()
    decide = window.inspector.form._decide
    top = decide.mapTo(window.inspector.viewport(), decide.rect().bottomLeft()).y()
    assert decide.isVisible()
    assert top < window.inspector.viewport().height(), "accept and reject need no scrolling"


def test_nothing_is_cut_off(qtbot: QtBot, tmp_path: Path) -> None:
    desk = opened(qtbot, tmp_path)
    check(desk)
    box = desk.window.inspector.form.label
    assert isinstance(box, ElidedCombo)
    assert not box.grab().isNull()
    assert box.toolTip() == LONG, "what does not fit is told"
    desk.window.close()


def test_nothing_is_cut_off_in_german(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with in_german(qapp, tmp_path):
        desk = opened(qtbot, tmp_path)
        check(desk)
        desk.window.close()


@pytest.mark.parametrize("text", ["", "in one word"])
def test_a_short_choice_is_written_out(qtbot: QtBot, text: str) -> None:
    box = ElidedCombo()
    qtbot.addWidget(box)
    box.addItem(text)
    box.resize(240, 28)
    assert not box.grab().isNull()
    assert box.toolTip() == ""

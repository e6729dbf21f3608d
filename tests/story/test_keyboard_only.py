"""A whole clip is labelled without a mouse: every key goes to the window that has the keyboard, as the system gives it.
Only the system's file choosers are replaced, and time passes when the test lets it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

import models.cards
from app.dialogs.analyse import AnalyseDialog
from app.dialogs.labels import LabelsDialog
from app.main_window import MainWindow
from app.views.askfield import AskField
from core.decode import DecodeSettings
from core.rows import State, TrackKind
from core.storage.project import Project
from core.time import Span
from models import checkpoint
from tests.helpers.desk import LEVELS, Desk, open_desk, spans
from tests.helpers.tiny import checkpoint_of, tiny_card, write_video
from tests.helpers.watch import Watch, pass_time, seen, stop_time

AUTHOR = "Ann"
FOUND = [Span(0, 20), Span(20, 52), Span(52, 72), Span(72, 88), Span(88, 100)]  # dark, bright, dark, middle, dark
MADE = [
    ("jump", Span(5, 11), State.HUMAN),
    ("bright", Span(19, 54), State.CORRECTED),
    ("wave", Span(30, 41), State.HUMAN),
    ("wave", Span(52, 72), State.CORRECTED),
    ("middle", Span(72, 88), State.CORRECTED),
    ("dark", Span(88, 100), State.ACCEPTED),
]
JUDGED = [
    ("dark", Span(0, 20), State.REJECTED),
    ("bright", Span(20, 52), State.ACCEPTED),
    ("dark", Span(52, 72), State.ACCEPTED),
    ("middle", Span(72, 88), State.ACCEPTED),
    ("dark", Span(88, 100), State.ACCEPTED),
]


class Keyboard:
    """Has no idea of widgets: a key goes where the keyboard is."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def window(self) -> QWindow:
        found = QGuiApplication.focusWindow()
        assert found is not None, "no window has the keyboard"
        return found

    def __call__(self, *names: str) -> None:
        for name in names:
            QTest.keySequence(self.window, QKeySequence(name))

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.window, letter)

    def down(self, key: Qt.Key) -> None:
        QTest.keyPress(self.window, key)

    def up(self, key: Qt.Key) -> None:
        QTest.keyRelease(self.window, key)

    def wait(self, kind: type[QWidget]) -> None:
        """Until such a window has the keyboard."""
        self.desk.until(lambda: isinstance(QApplication.activeWindow(), kind))

    def wait_back(self) -> None:
        """Until every dialog is gone; then the desktop (of which tests have none) gives the window the keyboard."""
        self.desk.until(lambda: not any(one.isVisible() for one in self.desk.window.findChildren(QDialog)))
        self.desk.window.activateWindow()
        self.wait(MainWindow)

    def go_to(self, text: str, frame: int) -> None:
        self("Ctrl+G")
        self.wait(AskField)
        self.type(text)
        self("Return")
        self.wait_back()
        assert self.desk.ws.playhead.frame == frame

    def tab_to(self, name: str) -> None:
        """Tab until a screen reader would say `name`."""
        for _ in range(40):
            focus = QApplication.focusWidget()
            if focus is not None and name in (focus.accessibleName(), getattr(focus, "text", str)().strip()):
                return
            self("Tab")
        raise AssertionError(f"Tab does not reach “{name}”")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """An empty project; the choosers bring the clip v.avi, and save as out.csv."""
    card = tiny_card(decode=DecodeSettings(threshold=0.5, low=0.4))
    checkpoint_of(checkpoint.folder(card) / "tiny.safetensors", card)
    monkeypatch.setattr(models.cards, "CARDS", (card,))
    clip = write_video(tmp_path / "v.avi", LEVELS)

    def save(parent: QWidget, title: str, folder: str, filters: str, **_: object) -> tuple[str, str]:
        return str(tmp_path / "out"), next(one for one in filters.split(";;") if ".csv" in one)

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(clip)], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    desk = open_desk(qtbot, tmp_path / "p.reelmark")
    desk.ws.document.author = AUTHOR
    yield desk
    desk.window.close()


def test_a_clip_is_labelled_from_beginning_to_end_by_keys_alone(desk: Desk, tmp_path: Path) -> None:
    keys, watch = Keyboard(desk), stop_time(desk)
    keys("Ctrl+O")
    desk.until(lambda: desk.window.player.image() is not None)
    desk.idle()
    make_labels(desk, keys)
    find_activities(desk, keys)
    judge(desk, keys)
    label_what_was_missed(desk, keys, watch)
    keys("Ctrl+Shift+R", "Home", "U")
    assert "Everything further on was reviewed." in desk.window.messages.texts
    keys("Ctrl+E")
    desk.until(lambda: (tmp_path / "out.csv").exists())
    desk.idle()
    keys("Ctrl+Q")
    assert not desk.window.isVisible()
    the_file_has_it_all(desk.project)
    written = list(csv.DictReader((tmp_path / "out.csv").read_text().splitlines()))
    mine = [
        (row["label"], Span(int(row["start_frame"]), int(row["stop_frame"])), row["state"])
        for row in written
        if row["track"] == AUTHOR
    ]
    assert mine == MADE


def the_file_has_it_all(file: Path) -> None:
    with Project.open(file) as project:
        (video,) = project.videos()
        names = {label.id: label.name for label in project.labels()}
        tracks = {track.kind: track for track in project.tracks(video.id)}
        assert len(tracks) == len(project.tracks(video.id)) == 2
        for kind, expected in ((TrackKind.HUMAN, MADE), (TrackKind.RUN, JUDGED)):
            rows = sorted(project.segments(track_id=tracks[kind].id), key=lambda row: row.span)
            assert [(names[row.label_id], row.span, row.state) for row in rows] == expected
            assert {row.author for row in rows} == {AUTHOR}  # of a prediction, who judged it
        reviewed = [(row.track_id, row.span, row.author) for row in project.reviewed()]
        assert reviewed == [(tracks[TrackKind.HUMAN].id, Span(0, 100), AUTHOR)]


def make_labels(desk: Desk, keys: Keyboard) -> None:
    """One in the label editor, with a key of its own; one in the list of labels, which gives it a key."""
    keys("Ctrl+Shift+L")
    keys.wait(LabelsDialog)
    keys.tab_to("Add")
    keys("Space")
    keys.type("wave")
    keys("Tab", "W")
    keys("Escape")
    keys.wait_back()
    keys("F6")
    keys.tab_to("Find or add a label…")
    keys.type("jump")
    keys("Return")
    labels = desk.ws.document.labels.values()
    assert [(label.name, label.key) for label in labels] == [("wave", "w"), ("jump", "1")]


def find_activities(desk: Desk, keys: Keyboard) -> None:
    keys("F5")
    keys.wait(AnalyseDialog)
    keys("Return")
    keys.wait_back()
    desk.until(lambda: desk.ws.document.runs)
    desk.idle()
    assert spans(desk.segments) == FOUND


def judge(desk: Desk, keys: Keyboard) -> None:
    """From prediction to prediction: one is wrong, one has wrong edges, one a wrong label, one is two, one is right."""
    keys("Home", "Shift+Down", "R")
    keys("Shift+Down", "A", "Alt+Right", "Alt+Right", "E", "Alt+Left")
    assert chosen(desk) == [Span(19, 54)]
    keys("Shift+Down", "W")
    assert chosen(desk) == [Span(52, 72)]
    keys("Shift+Down", "A")
    keys.go_to("80", 80)
    keys("Ctrl+K", "Ctrl+Shift+Right")
    assert chosen(desk) == [Span(72, 80), Span(80, 88)]
    keys("Ctrl+J")
    assert chosen(desk) == [Span(72, 88)]
    keys("Shift+Down", "A")
    said = len(desk.window.messages.texts)
    keys("Shift+Down")
    assert "No prediction is left" in " ".join(desk.window.messages.texts[said:])


def label_what_was_missed(desk: Desk, keys: Keyboard, watch: Watch) -> None:
    """Between in and out, by Enter and by a label's key; and for as long as a label's key is held. One was a mistake,
    the next was none."""
    keys("Esc")
    keys.go_to("5", 5)
    keys("I", *["Right"] * 5, "O", "1", "Esc")
    keys.go_to("60%", 60)
    keys("I", "Right", "Right", "O", "Return")
    assert chosen(desk) == [Span(60, 63)]
    keys("Del", "Ctrl+Z")
    assert Span(60, 63) in spans(desk.segments)
    keys("Ctrl+Shift+Z", "Esc")
    keys.go_to("30", 30)
    keys("Space")
    seen(desk)
    keys.down(Qt.Key.Key_W)
    pass_time(desk, watch, 400)
    seen(desk)
    keys.up(Qt.Key.Key_W)
    keys("K", "Del", "Ctrl+Z")


def chosen(desk: Desk) -> list[Span]:
    return spans(desk.ws.document.selected)

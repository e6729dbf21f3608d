"""The real window on a small real video, with a network that needs no weights, worked by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import models.cards
from app import application
from app.main_window import MainWindow
from app.workspace import Workspace
from core.decode import DecodeSettings
from core.rows import Segment, Video
from core.storage.project import Project
from core.time import Span
from models import checkpoint
from tests.helpers.timeline import Mouse
from tests.helpers.tiny import checkpoint_of, tiny_card, write_video

# dark, bright, dark, middle, dark: 100 frames at 25 fps
LEVELS = [10] * 20 + [245] * 32 + [10] * 20 + [128] * 16 + [10] * 12


@dataclass
class Desk:
    """What a test holds: the program, and hands."""

    qtbot: QtBot
    program: application.Program
    project: Path

    @property
    def ws(self) -> Workspace:
        return self.program.workspace

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def segments(self) -> list[Segment]:
        """Everything on the timeline, by start."""
        rows = [row for table in self.ws.document.cells.values() for row in table.rows]
        return sorted(rows, key=lambda row: (row.span, row.id))

    @property
    def stored(self) -> list[Segment]:
        """What a second program would read from the file."""
        with Project.open(self.project) as project:
            return sorted(project.segments(), key=lambda row: (row.span, row.id))

    def until(self, condition: Callable[[], object], timeout: int = 15_000) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=timeout)

    def idle(self) -> None:
        self.until(lambda: not self.ws.runner.busy)

    def keys(self, *names: str) -> None:
        """Presses keys as the window gets them, such as "I" or "Ctrl+Z"."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        for name in names:
            QTest.keySequence(self.window, name)

    def go(self, frame: int) -> None:
        self.ws.playhead.seek(frame)

    def label(self, name: str) -> int:
        """Adds a label through the Labels list and returns its id."""
        self.window.library.label_added.emit(name)
        return next(row.id for row in self.ws.document.labels.values() if row.name == name)

    @property
    def mouse(self) -> Mouse:
        """A mouse over the timeline, by frames and lanes."""
        return Mouse(self.window.timeline)

    def drag(self, start: float, stop: float, lane: int = 0) -> None:
        """From frame to frame on one lane of the timeline, without snapping."""
        mouse, alt = self.mouse, Qt.KeyboardModifier.AltModifier
        mouse.press(start, lane)
        mouse.move(stop, lane, alt)
        mouse.release(alt)

    def click(self, frame: float, lane: int = 0) -> None:
        self.mouse.click(frame, lane)

    def video(self, name: str) -> Video:
        """The one whose file is `name`.avi beside the project."""
        return next(one for one in self.ws.document.videos.values() if one.path == f"{name}.avi")

    def lane(self, track: str, label: str) -> int:
        """The number of the row of a label on a track."""
        shown = [(lane.track.name, lane.label.name) for lane in self.window.timeline.scene.lanes]
        return shown.index((track, label))


def open_desk(qtbot: QtBot, project: Path, *videos: Path) -> Desk:
    program = application.start([project, *videos], private=True)
    program.window.resize(1366, 1200)  # every row in sight
    program.window.activateWindow()
    desk = Desk(qtbot, program, project)
    qtbot.waitUntil(lambda: program.window.isActiveWindow(), timeout=5000)
    if videos:
        desk.until(lambda: program.window.player.image() is not None)
    desk.idle()
    return desk


def only_tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """`tiny` is the only network, and tells dark from bright."""
    card = tiny_card(decode=DecodeSettings(threshold=0.5, low=0.4))
    checkpoint_of(checkpoint.folder(card) / "tiny.safetensors", card)
    monkeypatch.setattr(models.cards, "CARDS", (card,))


def two_analysed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: Path, a: list[int], b: list[int]) -> Desk:
    """a.avi and b.avi of these levels, analysed by `tiny`; a.avi is open."""
    only_tiny(monkeypatch)
    videos = [write_video(folder / f"{name}.avi", levels) for name, levels in (("a", a), ("b", b))]
    desk = open_desk(qtbot, folder / "p.reelmark", *videos)
    desk.ws.analyze(list(desk.ws.document.videos.values()), "tiny", None)
    desk.until(lambda: len(desk.ws.document.project.runs()) == 2)
    desk.ws.document.open_video(desk.video("a").id)
    desk.until(lambda: desk.window.player.image() is not None)
    desk.idle()
    return desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The window with one video open; `tiny` is the only network."""
    only_tiny(monkeypatch)
    desk = open_desk(qtbot, tmp_path / "p.reelmark", write_video(tmp_path / "v.avi", LEVELS))
    yield desk
    desk.window.close()


def spans(segments: list[Segment]) -> list[Span]:
    return [row.span for row in segments]

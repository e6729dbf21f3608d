"""What was learned and neither taken nor refused is told when the project opens again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.tasks.versions import learned_versions
from app.views.messagebar import Message
from core.rows import Checkpoint, Run, Segment, State, Track, TrackKind, new_id
from core.storage.project import Project
from core.time import Span
from tests.helpers.desk import Desk, open_desk
from tests.helpers.tiny import write_video


def learned(project: Path, name: str, *spans: tuple[int, int], created: int) -> None:
    """As `reelmark train` leaves it: a version with a run of the only video."""
    with Project.open(project) as opened:
        video, label = opened.videos()[0], opened.labels()[0]
        row = Checkpoint(new_id(), "head", name, f"{name}.st", name, None, None, ("bright",), "{}", "{}", created)
        opened.add_checkpoint(row)
        run = Run(new_id(), video.id, "head", row.id, json.dumps({}), "", created)
        track = Track(new_id(), video.id, "head", TrackKind.RUN, run.id)
        rows = [Segment(new_id(), track.id, label.id, Span(*span), 0.9, State.PREDICTED) for span in spans]
        opened.add_run(run, track, rows)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A project in which a second version waits, opened anew."""
    first = open_desk(qtbot, tmp_path / "p.reelmark", write_video(tmp_path / "v.avi", [10] * 60))
    first.label("bright")
    first.window.close()
    learned(first.project, "one", (0, 10), (20, 30), created=1)
    learned(first.project, "two", (20, 30), (40, 50), created=2)
    desk = open_desk(qtbot, first.project)
    yield desk
    desk.window.close()


def notice(desk: Desk) -> Message | None:
    found = [one for one in desk.window.messages.findChildren(Message) if one.stays and one.isVisible()]
    return found[0] if found else None


def press(desk: Desk, text: str) -> None:
    message = notice(desk)
    assert message is not None
    button = next(one for one in message.findChildren(QPushButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def states(desk: Desk) -> list[str]:
    with Project.open(desk.project) as project:
        return [one.state for one in learned_versions(project)]


def test_it_is_said_when_the_project_opens_and_taken_from_there(desk: Desk) -> None:
    desk.until(lambda: notice(desk))
    assert "neither taken nor refused" in desk.window.messages.texts[0]
    assert desk.window.learning.dock.isHidden(), "nothing comes up by itself"
    for i in range(5):
        desk.ws.warn(f"other news {i}")
    assert notice(desk) is not None, "other messages do not push it out"
    press(desk, "Take")
    assert states(desk) == ["used", ""]
    assert notice(desk) is None
    desk.keys("Ctrl+Z")
    desk.until(lambda: states(desk) == ["proposed", "used"])
    desk.until(lambda: desk.window.timeline.scene.ghosts)
    assert notice(desk) is None, "who undid it knows"


def test_it_shows_the_changes_and_goes_once_they_are_refused_by_keys(desk: Desk) -> None:
    desk.until(lambda: notice(desk))
    press(desk, "Show changes")
    panel = desk.window.learn
    desk.until(lambda: panel.summary.text() and panel.list.hasFocus())
    assert panel.list.isVisible()
    assert {row.kind for row in panel.model._rows} == {"new", "gone"}
    desk.keys("Ctrl+Alt+F5")
    assert states(desk) == ["", "used"]
    assert notice(desk) is None


def test_what_another_program_learned_is_said_too_and_is_of_its_project_alone(desk: Desk, tmp_path: Path) -> None:
    desk.until(lambda: notice(desk))
    press(desk, "Refuse")
    assert states(desk) == ["", "used"]
    learned(desk.project, "three", (1, 9), created=3)
    desk.ws.document.refresh()
    desk.until(lambda: notice(desk))
    desk.ws.open_project(tmp_path / "other.reelmark")
    assert notice(desk) is None
    desk.ws.open_project(desk.project)
    desk.until(lambda: notice(desk))

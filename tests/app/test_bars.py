"""The job bar and the message bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app import theme
from app.views.jobbar import JobBar, JobRow
from app.views.messagebar import Message, MessageBar
from core.task import Progress
from tests.helpers.views import action


@pytest.fixture
def jobs(qtbot: QtBot, qapp: QApplication) -> JobBar:
    theme.apply(qapp, "dark")
    bar = JobBar(patience_ms=0)
    qtbot.addWidget(bar)
    bar.resize(800, 120)
    return bar


@pytest.fixture
def messages(qtbot: QtBot, qapp: QApplication) -> MessageBar:
    theme.apply(qapp, "dark")
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(800, 120)
    return bar


def rows(bar: JobBar) -> list[JobRow]:
    return [row for row in bar.findChildren(JobRow) if row.isVisible()]


def words(bar: JobBar) -> set[str]:
    return {label.text() for label in bar.findChildren(QLabel) if label.isVisible()}


def test_no_jobs_no_bar(jobs: JobBar) -> None:
    jobs.show()
    jobs.add_job("a", "Reading")
    assert jobs.isVisible()
    jobs.remove_job("a")
    jobs.remove_job("a")
    assert not jobs.isVisible()


def test_progress(jobs: JobBar) -> None:
    jobs.add_job("a", "Reading")
    assert "waiting" in words(jobs)
    jobs.set_progress("a", Progress(30, 120, "30 of 120 frames"))
    assert {"Reading", "30 of 120 frames", "25%"} <= words(jobs)
    assert rows(jobs)[0].bar.value() == 250
    jobs.set_progress("a", Progress(text="closing the file"))
    assert rows(jobs)[0].bar.maximum() == 0  # busy
    jobs.set_progress("gone", Progress(1, 2))


def test_three_rows_and_a_count(jobs: JobBar) -> None:
    for i in range(5):
        jobs.add_job(i, f"Job {i}")
    assert len(rows(jobs)) == 3
    assert "2 more waiting" in words(jobs)
    jobs.remove_job(0)
    jobs.remove_job(1)
    assert [row.title for row in rows(jobs)] == ["Job 2", "Job 3", "Job 4"]
    assert jobs.titles == ["Job 2", "Job 3", "Job 4"]


def test_cancel_is_told_once(jobs: JobBar, qtbot: QtBot) -> None:
    key = object()
    jobs.add_job(key, "Reading")
    button = rows(jobs)[0].cancel
    with qtbot.waitSignal(jobs.cancel_requested) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [key]
    assert not button.isEnabled()
    jobs.set_progress(key, Progress(1, 2, "still writing"))
    assert "stopping…" in words(jobs)


def test_messages_come_and_go(messages: MessageBar, qtbot: QtBot) -> None:
    messages.show_message("The file is gone; relink it.", "error")
    messages.show_message("Exported.", "success")
    assert messages.texts == ["The file is gone; relink it.", "Exported."]
    for message in messages.findChildren(Message):
        qtbot.mouseClick(message.close_button, Qt.MouseButton.LeftButton)
    assert messages.texts == []
    assert not messages.isVisible()


def test_the_same_message_is_not_repeated_and_three_are_enough(messages: MessageBar) -> None:
    for text in ("a", "b", "a", "c", "d"):
        messages.show_message(text, "warning")
    assert messages.texts == ["a", "c", "d"]
    messages.clear()
    assert messages.texts == []


def test_a_message_can_offer_an_action(messages: MessageBar, qtbot: QtBot) -> None:
    undo = action(messages, "Undo")
    messages.show_message("14 segments were deleted.", actions=[undo])
    button = messages.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(undo.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert messages.texts == []


def test_messages_are_painted_in_their_colors(messages: MessageBar) -> None:
    pictures = []
    for kind in ("info", "success", "warning", "error"):
        messages.clear()
        messages.show_message("The same words.", kind)
        pictures.append(messages.grab().toImage().pixelColor(1, 12).name())
    assert len(set(pictures)) == 4

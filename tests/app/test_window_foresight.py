"""What was foreseen, in a window of its own that follows the playhead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from pytestqt.qtbot import QtBot

import models.cards
from models import checkpoint
from models.nets import patraucean2015
from tests.helpers.desk import Desk, open_desk
from tests.helpers.tiny import checkpoint_of, tiny_card, write_video

SMALL = patraucean2015.CARD.as_variant("small")
LEVELS = [30 + 4 * i % 200 for i in range(45)]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    tiny = tiny_card()
    monkeypatch.setattr(models.cards, "CARDS", (patraucean2015.CARD, tiny))
    torch.manual_seed(3)
    checkpoint_of(checkpoint.folder(SMALL) / "small.safetensors", SMALL, "surprise")
    checkpoint_of(checkpoint.folder(tiny) / "tiny.safetensors", tiny)
    desk = open_desk(qtbot, tmp_path / "p.reelmark", write_video(tmp_path / "v.avi", LEVELS, size=(64, 64)))
    yield desk
    desk.window.close()


def analyse(desk: Desk, model: str) -> int:
    known = set(desk.ws.document.runs)
    file = checkpoint.folder(SMALL) / "small.safetensors" if model == SMALL.name else None
    desk.ws.analyze(list(desk.ws.document.videos.values()), model, None, file)
    desk.until(lambda: set(desk.ws.document.runs) - known)
    desk.idle()
    return (set(desk.ws.document.runs) - known).pop()


def test_the_pictures_follow_the_playhead(desk: Desk) -> None:
    analyse(desk, "patraucean2015")
    view, dialog = desk.window.foresight.view, desk.window.foresight.dialog
    desk.go(30)
    desk.keys("F7")
    desk.until(lambda: view.pictures)
    assert [name for name, _ in view.pictures] == [
        "What came",
        "What was foreseen",
        "Where things were expected to go",
        "What was not foreseen",
    ]
    assert dialog.windowTitle().startswith("What was foreseen of frame 30: error 0.")
    assert not dialog.grab().isNull()
    for frame in (31, 32, 40):  # the latest is answered, whatever came in between
        desk.go(frame)
    desk.until(lambda: "frame 40" in dialog.windowTitle())
    desk.go(2)
    desk.until(lambda: "Nothing is foreseen of the first" in view.text)
    dialog.close()
    desk.go(20)
    desk.idle()
    assert "Nothing is foreseen" in view.text, "what nobody looks at is not computed"


def test_without_a_fitting_run_it_says_what_to_do(desk: Desk) -> None:
    view = desk.window.foresight.view
    desk.keys("F7")
    desk.until(lambda: view.text)
    assert "Choose a run in the Runs panel" in view.text
    analyse(desk, "tiny")
    desk.until(lambda: "“Tiny” foresees no pictures" in view.text)


def test_weights_that_were_trained_further_are_told(desk: Desk) -> None:
    analyse(desk, "patraucean2015")
    torch.manual_seed(4)
    checkpoint_of(checkpoint.folder(SMALL) / "small.safetensors", SMALL, "surprise")
    desk.go(30)
    desk.keys("F7")
    desk.until(lambda: "trained further since this run" in desk.window.foresight.view.text)

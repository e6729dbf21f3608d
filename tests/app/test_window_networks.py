"""Networks of every kind in the window: chosen, given their weights, trained from the dialog, their runs on the
timeline."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

import models.cards
import models.papers
from app import tasks
from app.dialogs.analyse import AnalyseDialog
from app.dialogs.train import TrainDialog
from core.decode import DecodeSettings
from core.errors import UserError
from core.rows import TrackKind
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.task import Progress, Task, drive
from core.time import Span
from models import checkpoint
from models.card import ModelCard, Variant
from models.papers.report import Job, Paper, Report, Row
from tests.helpers.desk import LEVELS, Desk, open_desk
from tests.helpers.tiny import Guess, change_card, checkpoint_of, echo_card, guess_card, tiny_card, write_video

SMALL = (Variant("small", 1, Guess),)
TINY = tiny_card(paper="Nobody 2020")
GUESS = guess_card(paper="Somebody 2016", variants=SMALL, decode=DecodeSettings(threshold=0.9, low=0.9))
CHANGE = change_card(paper="Anybody 2009")
FAR = tiny_card(name="far", title="Far", weights="i3d-kinetics400")
ON_FAR = echo_card(name="on far", backbone="far")


def _reproduce(job: Job) -> Task[Report]:
    """Trains at once."""
    if not (job.data / "pictures").is_dir():
        raise UserError(f"{job.data} holds no folder “pictures”.")
    yield Progress(1, 2, "Training")
    file = checkpoint_of(checkpoint.folder(CHANGE) / "trained.safetensors", CHANGE, "change")
    rows = (Row("one", "mAP", 0.5, 0.4, "stand-in", build=job.variant), Row("two", "mAP", 0.6, None, "not run"))
    return Report("change", "Change", rows, 0.1, "CPU", checkpoint=str(file))


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch) -> tuple[ModelCard, ...]:
    monkeypatch.setattr(models.cards, "CARDS", (GUESS, CHANGE, FAR, ON_FAR, TINY))
    monkeypatch.setattr(models.papers, "PAPERS", (Paper("change", "Change", _reproduce, ("pictures",)),))
    checkpoint_of(checkpoint.folder(TINY) / "tiny.safetensors", TINY)
    checkpoint_of(checkpoint.folder(GUESS) / "guess.safetensors", GUESS.as_variant("small"), "surprise")
    checkpoint_of(checkpoint.folder(ON_FAR) / "on far.safetensors", ON_FAR)
    return models.cards.CARDS


@pytest.fixture
def desk(cards: object, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(qtbot, tmp_path / "p.reelmark", write_video(tmp_path / "v.avi", LEVELS))
    yield desk
    desk.window.close()


@pytest.fixture
def dialog(cards: object, qtbot: QtBot) -> AnalyseDialog:
    made = AnalyseDialog(tasks.model_choices(), 1, "CPU, 2 threads")
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: AnalyseDialog, name: str) -> None:
    dialog.model.setCurrentIndex(dialog.model.findData(name))


def ok(dialog: AnalyseDialog | TrainDialog) -> QDialogButtonBox:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def asked(desk: Desk, kind: type) -> AnalyseDialog | TrainDialog:
    def there() -> list[AnalyseDialog | TrainDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    desk.until(there)
    return there()[0]


# The dialog


def test_networks_stand_under_what_they_tell(dialog: AnalyseDialog) -> None:
    rows = [(dialog.model.itemText(i), dialog.model.itemData(i)) for i in range(dialog.model.count())]
    assert rows == [
        ("What happens", None),
        ("Far", "far"),
        ("Echo", "on far"),
        ("Tiny", "tiny"),
        ("When something surprises", None),
        ("Guess", "guess"),
        ("When something changes", None),
        ("Change", "change"),
    ]
    assert dialog.chosen.name == "tiny", "the first that needs nothing"
    assert ok(dialog).isEnabled()
    assert not dialog.fetch.isVisible()
    assert not dialog.train.isVisible()


def test_the_dialog_says_what_a_network_gives_in_which_form(dialog: AnalyseDialog) -> None:
    choose(dialog, "guess")
    assert "Gives how much a moment surprises, next frames. " in dialog.about.text()
    assert "1 parameters (the small form), finds surprise" in dialog.about.text()
    assert dialog.weights.currentText().startswith("guess (small), trained here, ")
    assert dialog.settings().threshold == 0.9
    assert dialog.checkpoint == checkpoint.folder(GUESS) / "guess.safetensors"


def test_weights_that_are_not_here_can_be_fetched(dialog: AnalyseDialog, qtbot: QtBot) -> None:
    for name in ("far", "on far"):
        choose(dialog, name)
        assert "reelmark assets fetch i3d-kinetics400" in dialog.missing.text()
        assert dialog.fetch.isVisible()
        assert not ok(dialog).isEnabled()
    with qtbot.waitSignal(dialog.fetch_wanted) as told:
        qtbot.mouseClick(dialog.fetch, Qt.MouseButton.LeftButton)
    assert (told.args[0].name, told.args[1].asset) == ("on far", "i3d-kinetics400")
    assert not dialog.isVisible()


def test_a_network_that_must_be_trained_says_so_and_offers_to(dialog: AnalyseDialog, qtbot: QtBot) -> None:
    choose(dialog, "change")
    assert "“Change” must be trained first: `reelmark reproduce change --data DIR`" in dialog.missing.text()
    assert dialog.train.isVisible()
    assert not ok(dialog).isEnabled()
    with qtbot.waitSignal(dialog.train_wanted) as told:
        qtbot.mouseClick(dialog.train, Qt.MouseButton.LeftButton)
    assert told.args[0].name == "change"


def test_a_checkpoint_from_anywhere_brings_its_network(
    dialog: AnalyseDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = checkpoint_of(tmp_path / "mine.safetensors", CHANGE, "change")
    monkeypatch.setattr("app.dialogs.analyse.ask_open", lambda *_: file)
    dialog.weights.activated.emit(dialog.weights.count() - 1)
    assert (dialog.chosen.name, dialog.checkpoint) == ("change", file)
    assert dialog.weights.currentText() == "mine"
    assert ok(dialog).isEnabled()
    (tmp_path / "broken.safetensors").write_bytes(b"\x80\x04cos\nsystem\n(S'true'\ntR.")
    dialog.use(tmp_path / "broken.safetensors")
    assert "broken.safetensors is no checkpoint" in dialog.missing.text()
    assert dialog.checkpoint == file, "what was chosen stays"
    dialog.weights.activated.emit(0)
    assert dialog.missing.text() == ""


def test_the_question_before_training(cards: object, qtbot: QtBot, tmp_path: Path) -> None:
    change = next(one for one in tasks.model_choices() if one.name == "change")
    dialog = TrainDialog(change, "", "CPU, 2 threads")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not ok(dialog).isEnabled()
    assert dialog.command.text() == "reelmark reproduce change --data DIR --quick"
    (tmp_path / "data sets").mkdir()
    dialog.data.setText(str(tmp_path / "data sets"))
    assert ok(dialog).isEnabled()
    dialog.form.setCurrentIndex(1)
    dialog.minutes.setValue(30)
    command = f"reelmark reproduce change --data '{tmp_path}/data sets' --size paper --budget 30"
    assert dialog.command.text() == command
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == command


# In the window


def test_training_from_the_dialog_makes_the_network_usable(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "data" / "pictures").mkdir(parents=True)
    desk.keys("F5")
    dialog = asked(desk, AnalyseDialog)
    choose(dialog, "change")
    desk.qtbot.mouseClick(dialog.train, Qt.MouseButton.LeftButton)
    question = asked(desk, TrainDialog)
    question.data.setText(str(tmp_path / "data"))
    desk.qtbot.mouseClick(ok(question), Qt.MouseButton.LeftButton)
    said: list[str] = []
    desk.ws.said.connect(lambda text, _: said.append(text))
    desk.until(lambda: said)
    desk.idle()
    assert "Change is trained" in said[0]
    assert "1 of 2 rows" in said[0]
    assert desk.ws.settings.data == str(tmp_path / "data")
    desk.keys("F5")
    again = asked(desk, AnalyseDialog)
    choose(again, "change")
    assert again.weights.currentText().startswith("trained, trained here")
    desk.qtbot.mouseClick(ok(again), Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.ws.document.runs)
    desk.idle()
    (run,) = desk.ws.document.runs.values()
    assert run.model == "change"


def test_a_folder_without_the_data_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk.ws.said.connect(lambda *told: said.append(told))
    task = tasks.reproduce("change", tmp_path)
    desk.ws.start("Training Change", task, lambda _: None, "heavy")
    desk.until(lambda: said)
    assert said == [(f"{tmp_path} holds no folder “pictures”.", "error")]


def test_fetched_weights_bring_the_question_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []

    def fetch(name: str) -> Task[Path]:
        yield Progress(1, 2)
        fetched.append(name)
        return Path(name)

    monkeypatch.setattr("core.assets.fetch", fetch)
    desk.keys("F5")
    dialog = asked(desk, AnalyseDialog)
    choose(dialog, "far")
    desk.qtbot.mouseClick(dialog.fetch, Qt.MouseButton.LeftButton)
    desk.until(lambda: fetched)
    again = asked(desk, AnalyseDialog)
    assert (fetched, again.chosen.name) == (["i3d-kinetics400"], "far")
    again.reject()


def _surprised(desk: Desk) -> None:
    desk.ws.analyze(list(desk.ws.document.videos.values()), "guess", None)
    desk.until(lambda: desk.ws.document.runs and desk.ws.scores)
    desk.idle()


def test_surprise_has_a_curve_segments_and_sliders(desk: Desk) -> None:
    _surprised(desk)
    (run,) = desk.ws.document.runs.values()
    (track,) = [t for t in desk.ws.document.tracks.values() if t.kind is TrackKind.RUN]
    assert track.name == "guess small"
    assert desk.window.runs.model.index(0).data().startswith("guess small · ")
    lane = desk.window.timeline.scene.lanes[desk.lane("guess small", "surprise")]
    assert lane.curve is not None
    frames, values = lane.curve
    assert (frames[0], frames[-1], len(frames)) == (1, 100, 99 + 2)
    assert values.max() == 1
    assert frames[values.argmax()] in (20.5, 52.5), "the middle of the frame that came unexpectedly"
    assert lane.threshold == 0.9
    assert {row.span.start for row in desk.segments} <= {20, 52}
    few = len(desk.stored)
    values = json.loads(run.settings) | {"threshold": 0.2, "low": 0.2}
    desk.window.runs.settings_changed.emit(run.id, values)
    assert len([row for one in desk.window.timeline.scene.lanes for row in one.table.rows]) > few
    desk.window.runs.settings_committed.emit(run.id, values)
    assert len(desk.stored) > few
    assert Span(20, 21) in [row.span for row in desk.stored]
    (run,) = desk.ws.document.runs.values()
    assert {"threshold": 0.2, "form": "small"}.items() <= json.loads(run.settings).items()


def test_a_run_remembers_its_weights_and_keeps_its_arrays(desk: Desk) -> None:
    _surprised(desk)
    desk.ws.analyze(list(desk.ws.document.videos.values()), "guess", None)
    desk.until(lambda: len(desk.ws.document.runs) == 2)
    desk.idle()
    file = checkpoint.folder(GUESS) / "guess.safetensors"
    digest = checkpoint.load(file, GUESS).digest
    with Project.open(desk.project) as project:
        (row,) = project.checkpoints()
        runs = project.runs()
    assert (row.model, row.name, row.digest, row.labels) == ("guess", "guess", digest, ("surprise",))
    assert (desk.project.parent / row.path).resolve() == file.resolve()
    assert json.loads(row.settings)["form"] == "small"
    assert {run.checkpoint_id for run in runs} == {row.id}
    assert {json.loads(run.settings)["weights"] for run in runs} == {digest}
    kept = ArrayCache().get(runs[0].scores_key)
    assert kept is not None
    assert kept["error"].shape == (99,)
    _, signal = drive(tasks.load_scores(runs[0]))
    assert signal is not None
    assert (signal.channels, signal.start, len(signal)) == (("surprise",), 1, 99)
    np.testing.assert_array_equal(signal.values, kept["scores"])


def test_a_curve_shows_where_a_threshold_would_find_something(desk: Desk) -> None:
    settings = DecodeSettings(threshold=0.99, low=0.99, smoothing=2)
    desk.ws.analyze(list(desk.ws.document.videos.values()), "guess", settings)
    desk.until(lambda: desk.ws.document.runs and desk.ws.scores)
    desk.idle()
    assert desk.segments == []
    lane = desk.window.timeline.scene.lanes[desk.lane("guess small", "surprise")]
    assert lane.curve is not None
    (run_id,) = desk.ws.document.runs
    desk.window.runs.settings_committed.emit(run_id, {"threshold": 0.9, "low": 0.9, "smoothing": 0.0})
    assert desk.segments
    desk.keys("Ctrl+Z")
    assert desk.segments == []
    assert ("guess small", "surprise") in [(one.track.name, one.label.name) for one in desk.window.timeline.scene.lanes]

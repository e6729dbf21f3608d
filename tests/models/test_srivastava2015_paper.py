"""The table of srivastava2015: every row is there, what was not run says so, and few clips can be told apart."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import UserError
from core.task import drive
from models import checkpoint
from models.datasets.patches import Pictures
from models.device import choose
from models.nets.srivastava2015 import CARD, Form
from models.papers import percept_trials, sequence_trials, srivastava2015
from models.papers.percept_trials import Percepts
from models.papers.report import Job
from models.papers.sequence_trials import COMPARED, Budget, sized

CPU = choose("cpu")
TINY = Form(units=8, layers=1, inputs=12, patch=0, past=16, conditional=(), logistic=False, modern=True)


def tiny(job: Job) -> srivastava2015.Plan:
    """The quick plan, with next to no steps."""
    plan = REAL(replace(job, quick=True))
    few = Budget(replace(plan.digits.recipe, steps=2, batch=2), None, 4)
    return replace(
        plan,
        mnist=replace(plan.mnist, units=8),
        patches=replace(plan.patches, units=8),
        digits=few,
        footage=replace(few, tested=100),
        most=32,
    )


REAL = srivastava2015.planned


def test_the_table_is_whole(shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mnist").symlink_to(shared_data / "mnist")
    ucf = tmp_path / "ucf101"
    (ucf / "clips").mkdir(parents=True)
    (ucf / "ucfTrainTestlist").symlink_to(shared_data / "ucf101" / "ucfTrainTestlist")
    for name in ("BabyCrawling_g18_c06", "BabyCrawling_g19_c01", "ApplyEyeMakeup_g01_c01"):
        shutil.copy(shared_data / "ucf101" / "clips" / f"v_{name}.avi", ucf / "clips")
    monkeypatch.setattr(srivastava2015, "planned", tiny)
    report = drive(srivastava2015.reproduce(Job(tmp_path, tmp_path / "out", CPU, quick=True)))
    rows = {(row.row, row.metric.split(",")[0]): row for row in report.rows}
    digits = [rows[srivastava2015.TITLES[name], "nats a frame"] for name in COMPARED]
    assert [row.paper for row in digits] == [350.2, 344.9, 343.5, 341.2]
    assert all(row.ours and 300 < row.ours < 3_000 and row.on == "paper's data" for row in digits)
    squared = [row for row in report.rows if row.metric.startswith("squared error")]
    assert [row.on for row in squared] == ["not run", "stand-in", "not run", "not run", "stand-in"]
    assert "2 clips to learn from, 1 of other groups" in squared[1].note
    accuracy = [row for row in report.rows if row.metric.startswith("accuracy")]
    assert {row.on for row in accuracy} == {"not run"}  # Lite0's weights are not in a fresh home
    assert {Path(file).name for file in report.figures} == {
        "moving-mnist-curves.png",
        "moving-mnist.png",
        "patches-curves.png",
    }
    assert report.notes
    assert report.checkpoint == ""  # these were no weights of a form of the card


def test_without_data_it_says_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="neither a folder “mnist” nor “ucf101”"):
        drive(srivastava2015.reproduce(Job(tmp_path, tmp_path, CPU)))


def test_plans_share_a_budget_and_follow_the_size() -> None:
    job = Job(Path(), Path(), CPU)
    quick, hour = srivastava2015.planned(replace(job, quick=True)), srivastava2015.planned(replace(job, minutes=60.0))
    full = srivastava2015.planned(job)
    assert quick.mnist.units < full.mnist.units == hour.mnist.units == 2048
    assert full.digits.recipe.name == "paper"
    assert full.digits.minutes is None
    spent = 4 * (hour.digits.minutes or 0) + 4 * (hour.footage.minutes or 0) + 6 * (hour.minutes or 0)
    assert spent == pytest.approx(60)
    small = srivastava2015.planned(replace(job, size="small", minutes=60.0))
    assert small.mnist == quick.mnist
    assert hour.digits.recipe.rate(10_000) < hour.digits.recipe.rate(200)


def test_the_compared_forms_differ_only_in_their_decoders() -> None:
    for name in COMPARED:
        form = sized(name, TINY)
        assert (form.units, form.inputs, form.past) == (8, 12, 16)
    assert not sized("future", TINY).reconstructs
    assert sized("paper", TINY).conditional == ("future",)


def test_patches_are_measured_against_the_last_frame(tmp_path: Path) -> None:
    """A network that answers with the last frame costs what copying it costs."""
    frames = np.random.default_rng(0).integers(0, 256, (60, 40, 40)).astype(np.uint8)
    data = sequence_trials.Footage(Pictures(frames[:30], (0, 30)), Pictures(frames[30:], (0, 30)), "noise")
    plan = REAL(Job(Path(), tmp_path, CPU, quick=True))
    budget = Budget(replace(plan.footage.recipe, steps=1, batch=1, rate=lambda _: 0.0), None, 100)
    form = replace(plan.patches, units=8)
    trial, copied = drive(sequence_trials.patches(Job(Path(), tmp_path, CPU), budget, data, form, 0, "noise"))
    assert trial.error == pytest.approx(copied, rel=1e-4)


def percepts_of(seed: int, clips: int) -> list[tuple[np.ndarray, int]]:
    """Two classes of twelve numbers that go up in one and down in the other."""
    chance = np.random.default_rng(seed)
    ramp = np.linspace(-1, 1, 32)[:, None]
    return [
        ((ramp * (1 - 2 * (i % 2)) + chance.normal(0, 0.1, (32, 12))).astype(np.float32), i % 2) for i in range(clips)
    ]


def test_a_classifier_learns_from_few_clips_with_and_without_pretraining() -> None:
    train, test = percepts_of(0, 4), percepts_of(1, 6)
    data = Percepts(train, test, [features for features, _ in train], ("down", "up"))
    recipe = replace(CARD.recipe("modern"), steps=5, batch=4)
    network = drive(percept_trials.pretrained(data, TINY, recipe, 0, CPU, None, None))
    for begin in (None, network):
        assert drive(percept_trials.accuracy(data, begin, TINY, 60, 8, 0, CPU)) == 100
    assert "2 classes, 4 training clips (2.0 a class), 6 test clips" in data.said


def test_windows_are_sixteen_long_and_eight_apart() -> None:
    features = np.arange(40, dtype=np.float32)[:, None]
    assert percept_trials.windows(features)[:, 0, 0].tolist() == [0, 8, 16, 24]
    assert percept_trials.windows(features[:5])[0, :, 0].tolist() == [0, 1, 2, 3, 4, *[4] * 11]


def test_an_autoencoder_of_percepts_needs_no_future() -> None:
    shape = percept_trials.form("autoencoder", 8, 1)
    assert not shape.predicts
    assert percept_trials.form("future", 8).conditional == ()
    torch.manual_seed(0)
    assert checkpoint.folder(CARD).name == "srivastava2015"

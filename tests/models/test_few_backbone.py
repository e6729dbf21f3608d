"""few-backbone: both sides have the same examples, what is known of montages is known of clips, and nothing chosen on
what is reported."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.errors import UserError
from core.task import Progress, Task, drive
from models import checkpoint, finetune
from models.card import ModelCard
from models.datasets.labelled import Clip
from models.datasets.montages import Source
from models.device import choose
from models.finetune import frozen
from models.nets.head import FEATURES
from models.papers import few_backbone, few_data, few_examples
from models.papers.few_backbone import PLAIN, Setting, Windows, known_clips, limited, trial, windows
from models.papers.few_data import Footage
from models.papers.report import Job
from models.papers.trials import Found
from tests.helpers.tiny import Out, checkpoint_of, tiny_card, write_video

CLASSES = {"dark": 20, "middle": 90, "bright": 160, "beside": 225}
STEPS = 6


class Wide(nn.Module):
    """Brightness → 1,024 features, by two layers of which both are fine-tuned."""

    def __init__(self, labels: int = 3) -> None:
        super().__init__()
        torch.manual_seed(1)
        self.one, self.two = nn.Linear(1, 16), nn.Linear(16, FEATURES)
        self.classify = nn.Linear(FEATURES, labels)

    def forward(self, x: Tensor) -> Out:
        found = Behind(self)(Mean()(x)).features
        return Out(self.classify(found), found)


class Mean(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x.mean((1, 2, 3, 4))[:, None]


class Behind(nn.Sequential):
    def __init__(self, network: Wide) -> None:
        super().__init__(network.one, nn.Tanh(), network.two, nn.ReLU())

    def forward(self, x: Tensor) -> Out:
        found = super().forward(x)
        return Out(found, found)


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> ModelCard:
    made = tiny_card(name="wide", build=Wide, width=FEATURES, split=lambda network: (Mean(), Behind(network)))
    checkpoint_of(checkpoint.folder(made) / "own.safetensors", made)
    monkeypatch.setattr(few_backbone, "named", lambda _: made)
    monkeypatch.setattr(few_data, "TRAIN", 4)
    monkeypatch.setattr(few_data, "TEST", 2)
    return made


def footage(folder: Path, activities: tuple[str, ...] = ("dark", "middle", "bright")) -> Footage:
    groups: dict[str, dict[str, list[Source]]] = {}
    features = {}
    for at, (label, level) in enumerate(CLASSES.items()):
        for number, group in enumerate(("g01", "g02")):
            file = folder / f"{label}-{group}.avi"
            if not file.exists():
                write_video(file, [level + 20 * number] * 4 * STEPS)
            groups.setdefault(label, {})[group] = [Source(Clip(file, label, group, at), STEPS)]
            features[file] = np.zeros((STEPS, FEATURES), np.float16)
    return Footage(groups, features, 4, activities, ("beside",))


def job(folder: Path) -> Job:
    return Job(folder, folder / "out", choose("cpu"), seeds=2)


@pytest.fixture
def given(tmp_path: Path, card: ModelCard, monkeypatch: pytest.MonkeyPatch) -> Windows:
    def of(*_: object) -> Task[Footage]:
        yield Progress()
        return footage(tmp_path)

    monkeypatch.setattr(few_backbone, "footage", of)
    return drive(windows(job(tmp_path)))


def test_what_is_known_of_montages_is_known_of_clips(given: Windows) -> None:
    clips = known_clips(given, "3", 1, 0)
    levels = np.rint(clips.inputs[:, 0].astype(np.float32) * 127.5 + 127.5)
    wanted = list(CLASSES.values())
    for level, values in zip(levels, clips.values, strict=True):
        own = int(values.argmax()) if values.any() else 3
        assert abs(level - wanted[own]) <= 3, "of the first group: the second one is for testing"
    assert clips.known.all()
    assert (clips.values.sum(0) >= 3).all()
    assert (clips.values.sum(1) == 0).any()
    assert len(known_clips(given, "1", 1, 0).inputs) < len(clips.inputs)
    other = known_clips(given, "partly", 1, 1)
    shown = np.rint(other.inputs[:, 0].astype(np.float32) * 127.5 + 127.5)
    assert np.abs(shown[:, None] - np.array(wanted) - 20).min(1).max() <= 3, "of the second"


def test_what_the_frozen_part_makes_is_computed_once(
    given: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(few_backbone, "frozen", None)
    again = drive(windows(job(tmp_path)))
    assert np.array_equal(again.inputs, given.inputs)
    assert np.array_equal(again.plain, given.plain)
    assert again.plain.shape == (len(CLASSES) * 2 * STEPS, FEATURES)
    assert list(again.at.values()) == [STEPS * i for i in range(len(CLASSES) * 2)]


def test_a_trial_is_the_same_each_time_and_leaves_the_network_as_it_was(
    given: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Setting(1e-2, 20, layers=1)
    monkeypatch.setattr(few_backbone, "SETTINGS", (one,))
    before = {name: tensor.clone() for name, tensor in given.last.state_dict().items()}
    shown: list[np.ndarray] = []

    def taught(_: Job, said: few_data.Said, *rest: object) -> Task[list[np.ndarray]]:
        """What the head is given."""
        yield Progress()
        shown.append(np.concatenate([few_data.features(one) for one in said.data.train]))
        return [few_data.features(one)[:, : said.count] for one in said.data.test]

    monkeypatch.setattr(few_backbone, "taught", taught)
    values = [drive(trial(job(tmp_path), given, f"1, {how}", 0, 0)) for how in (PLAIN, str(one), str(one))]
    assert values[1] == values[2]
    assert all(0 <= value["mAP@.5"] <= 1 for value in values)
    assert np.array_equal(shown[1], shown[2])
    assert not np.allclose(shown[0], shown[1], atol=1e-2)
    assert all(torch.equal(before[name], tensor) for name, tensor in given.last.state_dict().items())


def test_the_head_learns_what_was_said(given: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(few_examples, "quick", lambda recipe, _: replace(recipe, steps=1))
    assert drive(trial(job(tmp_path), given, f"5, {PLAIN}", 0, 1))["mAP@.5"] > 0.3


def test_only_the_last_layers_are_trained() -> None:
    def trained(layers: int) -> list[str]:
        return [name for name, p in limited(Behind(Wide()), layers).named_parameters() if p.requires_grad]

    assert trained(1) == ["2.weight", "2.bias"]
    assert trained(0) == trained(2) == ["0.weight", "0.bias", "2.weight", "2.bias"]


def test_the_setting_is_chosen_on_other_classes_and_reported_whether_or_not_it_helps(
    tmp_path: Path, card: ModelCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[tuple[str, ...], str]] = []
    weak, good = Setting(1e-3, 5), Setting(1e-4, 5)

    def of(_: Job, chosen_on: bool = False) -> Task[Footage]:
        yield Progress()
        return footage(tmp_path, ("dark", "middle") if chosen_on else ("bright",))

    def fake(_: Job, given: Windows, what: str, seed: int, fold: int) -> Task[Found]:
        asked.append((given.of.activities, what))
        yield Progress()
        return {"mAP@.5": 0.5 + 0.1 * (str(good) in what) - 0.1 * (given.of.activities == ("bright",)) + 0.01 * seed}

    monkeypatch.setattr(few_backbone, "footage", of)
    monkeypatch.setattr(few_backbone, "SETTINGS", (weak, good))
    monkeypatch.setattr(few_backbone, "trial", fake)
    report = drive(few_backbone.reproduce(job(tmp_path)))
    assert {what for activities, what in asked if activities == ("dark", "middle")} == {
        f"3, {how}" for how in (PLAIN, weak, good)
    }
    assert {what for activities, what in asked if activities == ("bright",)} == {
        f"{told}, {how}" for told in ("1", "3", "5", "partly") for how in (PLAIN, good)
    }
    assert len(report.rows) == 3 + 8
    assert report.notes[0] == f"Chosen on eight other classes: {good}."
    assert "1 example of each class: +0.100 [+0.100, +0.100]" in report.notes[1]
    assert all(row.interval and row.seeds == 2 for row in report.rows)
    json.dumps(report.document())
    count = len(asked)
    drive(few_backbone.reproduce(job(tmp_path)))
    assert len(asked) == count, "trials are kept"


class Narrow(Mean):
    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room  # for so many clips

    def forward(self, x: Tensor) -> Tensor:
        if len(x) > self.room:
            raise torch.OutOfMemoryError("the tests' memory is full")
        return super().forward(x)


def test_short_memory_divides_the_clips(tmp_path: Path, card: ModelCard, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [(write_video(tmp_path / "v.avi", [10 * i for i in range(24)]), np.array([0, 1, 2, 4, 5]))]
    sizes: list[int] = []
    real = finetune.as_batch
    monkeypatch.setattr(finetune, "as_batch", lambda clips, *rest: sizes.append(len(clips)) or real(clips, *rest))
    whole = drive(frozen(card, Mean(), wanted, choose("cpu")))
    assert np.array_equal(drive(frozen(card, Narrow(1), wanted, choose("cpu"))), whole)
    assert {1, 2} <= set(sizes)
    with pytest.raises(UserError, match="too little memory for one clip"):
        drive(frozen(card, Narrow(0), wanted, choose("cpu")))

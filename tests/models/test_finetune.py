"""The last layers of a backbone learn; all before them, and what others use it for, stay."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.task import drive
from core.video.source import open_video
from models import checkpoint, finetune
from models.backbones.i3d import CARD, I3D
from models.card import ModelCard
from models.finetune import Tail, Taught
from models.improve import Lesson
from models.predict import features
from models.train import Recipe
from tests.helpers.tiny import Out, checkpoint_of, tiny_card, write_video

LEVELS = [10] * 24 + [120] * 24 + [245] * 24  # a clip of 4 frames each: 6 dark, 6 middle, 6 bright


class Halves(nn.Module):
    """Brightness → eight numbers → four features that are nearly equal for all."""

    def __init__(self, labels: int = 3) -> None:
        super().__init__()
        torch.manual_seed(1)
        self.first = nn.Sequential(nn.Linear(1, 8), nn.Tanh())
        self.norm = nn.BatchNorm1d(8)
        self.second = nn.Linear(8, 4)
        nn.init.constant_(self.second.weight, 0.01)
        self.classify = nn.Linear(4, labels)

    def forward(self, x: Tensor) -> Out:
        found: Tensor = self.last(self.first(x.mean((1, 2, 3, 4))[:, None]))
        return Out(self.classify(found), found)

    def last(self, x: Tensor) -> Tensor:
        return self.second(self.norm(x))


class Mean(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x.mean((1, 2, 3, 4))[:, None]


class Last(nn.Module):
    def __init__(self, network: Halves) -> None:
        super().__init__()
        self.norm, self.second = network.norm, network.second

    def forward(self, x: Tensor) -> Out:
        found = self.second(self.norm(x))
        return Out(found, found)


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> ModelCard:
    made = tiny_card(
        name="halves",
        build=Halves,
        width=4,
        split=lambda network: (nn.Sequential(Mean(), network.first), Last(network)),
    )
    checkpoint_of(checkpoint.folder(made) / "own.safetensors", made)
    quick = Recipe("finetune", 60, 8, lambda parameters: torch.optim.Adam(parameters, 0.02))
    monkeypatch.setattr(finetune, "RECIPE", quick)
    return made


def taught(folder: Path, known: np.ndarray | None = None) -> Taught:
    values = np.zeros((18, 2), np.float32)
    values[6:12, 0] = values[12:, 1] = 1
    mask = np.ones((18, 2), bool) if known is None else known
    return Taught(write_video(folder / "v.avi", LEVELS), Lesson("v", np.zeros((18, 4), np.float16), values, mask))


def test_only_the_last_layers_learn(tmp_path: Path, card: ModelCard) -> None:
    file = checkpoint.tuned_folder(card) / "t.safetensors"
    digest = drive(finetune.finetune(card, [taught(tmp_path)], np.array([0, 1]), file, device="cpu"))
    old, new = checkpoint.of_card(card), checkpoint.load(file, card)
    assert new.digest == digest
    assert new.notes["tuned_from"] == old.digest
    differ = {name for name in old.tensors if not torch.equal(old.tensors[name], new.tensors[name])}
    assert differ == {"second.weight", "second.bias"}, "the last layer of those behind the frozen part"
    assert checkpoint.files(card) == [checkpoint.folder(card) / "own.safetensors"], "not offered for analyses"
    with open_video(tmp_path / "v.avi") as source:
        before = drive(features(card, source, device="cpu")).values.astype(np.float32)
        after = drive(features(card, source, device="cpu", checkpoint=file)).values.astype(np.float32)

    def apart(x: np.ndarray) -> float:
        """How far the kinds are apart."""
        kinds = [x[:6].mean(0), x[6:12].mean(0), x[12:].mean(0)]
        return float(np.mean([np.abs(kinds[i] - kinds[i - 1]).max() for i in range(3)]))

    assert apart(after) > 5 * apart(before)


def test_clips_of_which_nothing_is_known_are_not_even_decoded(
    tmp_path: Path, card: ModelCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = np.zeros((18, 2), bool)
    known[[3, 7, 8, 17]] = True
    seen: list[int] = []
    whole = finetune.as_batch
    monkeypatch.setattr(finetune, "as_batch", lambda clips, *rest: seen.append(len(clips)) or whole(clips, *rest))
    levels: list[np.ndarray] = []
    monkeypatch.setattr(finetune, "fit", lambda tail, recipe, loss, batch, **_: keep(batch, levels))

    def keep(batch: object, into: list[np.ndarray]):
        into.append(batch(0)[1])
        yield from ()

    drive(finetune.finetune(card, [taught(tmp_path, known)], np.array([0, 1]), tmp_path / "t.safetensors"))
    assert sum(seen) == 4
    assert {tuple(row) for row in levels[0].tolist()} == {(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)}


def test_i3d_is_the_same_in_two_parts() -> None:
    torch.manual_seed(0)
    network = I3D(5).eval()
    first, last = CARD.split(network)
    x = torch.randn(1, 3, 9, 193, 193)
    with torch.inference_mode():
        assert torch.equal(last(first(x)).features, network(x).features)
    names = {name for name, p in network.named_parameters() if any(p is q for q in last.parameters())}
    assert {name.split(".")[0] for name in names} == {"Mixed_5b", "Mixed_5c"}
    tail = Tail(last, 1024, 2).train()
    assert not any(module.training for module in tail.last.modules())

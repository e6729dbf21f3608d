"""Every network of CARDS on a user's video, as the program does it: whatever the video is, scores or one sentence.

The networks have random weights in their small form; a backbone's place is taken by one that gives random features.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

import models.cards
from core.decode import decode
from core.errors import UserError
from core.storage.arrays import ArrayCache
from core.task import drive
from core.video.source import open_video
from models import checkpoint
from models.card import ModelCard
from models.cards import CARDS
from models.predict import Prediction, predict
from tests.helpers.tiny import Out, checkpoint_of, tiny_card, write_video

FORMS = [  # I3D has no small form; tests/models/test_i3d.py runs it
    pytest.param(card, id=card.name) for card in CARDS if card.name != "i3d"
]
LABELS = ("one", "two", "three", "four")


class Features(nn.Module):
    """Random but fixed features of clips, as wide as those it stands for."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(3, width, generator=torch.Generator().manual_seed(1)))

    def forward(self, x: Tensor) -> Out:
        return Out(torch.zeros(len(x), 4), torch.relu(x.mean((2, 3, 4)) @ self.weight))


def prepared(card: ModelCard, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """A checkpoint of the card; what it eats features of is replaced."""
    for backbone in {card.as_variant(size).backbone for size in card.sizes} - {""}:
        real = next(other for other in CARDS if other.name == backbone)
        clip = replace(real.clip, size=(16, 16), resize=None)
        width = real.width
        stand_in = tiny_card(name=backbone, clip=clip, build=lambda _, n=width: Features(n), clip_rate=real.clip_rate)
        monkeypatch.setattr(models.cards, "CARDS", (*(c for c in models.cards.CARDS if c.name != backbone), stand_in))
        checkpoint_of(checkpoint.folder(stand_in) / "a.safetensors", stand_in, *LABELS)
    torch.manual_seed(7)
    small = card.as_variant("small") if "small" in card.sizes else card
    return checkpoint_of(folder / "w.safetensors", small, *(card.label_names() or LABELS))


def walk(frames: int) -> list[int]:
    return [40 + 30 * (i // 12 % 5) + i % 12 for i in range(frames)]


def run(card: ModelCard, video: Path, weights: Path, cache: ArrayCache | None = None) -> Prediction:
    with open_video(video) as source:
        return drive(predict(card, source, device="cpu", cache=cache, checkpoint=weights))


@pytest.mark.parametrize("card", FORMS)
def test_it_gives_scores_over_the_whole_video(card: ModelCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights, cache = prepared(card, monkeypatch, tmp_path), ArrayCache(tmp_path / "cache")
    video = write_video(tmp_path / "v.avi", walk(70), size=(64, 48))
    result = run(card, video, weights, cache)
    signal = result.signal
    assert signal.channels == (card.label_names() or LABELS)
    assert np.isfinite(signal.values).all()
    assert signal.values.min() >= 0
    assert signal.values.max() <= 1
    assert signal.span(0).start < 70 <= signal.span(len(signal) - 1).stop + signal.step - 1
    assert decode(signal, replace(card.decode, threshold=0.01, low=0.01), 70, result_rate(video)) is not None
    again = run(card, video, weights, cache)
    assert again.cached
    np.testing.assert_array_equal(again.signal.values, signal.values)


def result_rate(video: Path):
    with open_video(video) as source:
        return source.info.fps


@pytest.mark.parametrize("card", FORMS)
@pytest.mark.parametrize("kind", ["one frame", "nine frames", "black"])
def test_a_video_with_little_in_it_gives_scores_or_one_sentence(
    card: ModelCard, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    levels = {
        "one frame": [90],
        "nine frames": walk(9),
        "black": [0] * 40,
    }[kind]
    weights = prepared(card, monkeypatch, tmp_path)
    video = write_video(tmp_path / "v.avi", levels, size=(64, 48))
    try:
        values = run(card, video, weights).signal.values
    except UserError as error:
        said, values = str(error), np.zeros((0, 1))
    if len(values):
        assert np.isfinite(values).all()
        assert values.min() >= 0
        assert values.max() <= 1
    else:
        assert re.search("choose|needs", said)
        assert kind != "black"

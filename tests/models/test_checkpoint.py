"""A checkpoint carries labels and clip spec, comes back whole, and is refused in a sentence where it is not one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from core.errors import MissingAsset, UserError
from models import checkpoint
from models.cards import CARDS
from tests.helpers.tiny import LABELS, Tiny, tiny_card


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    card, network = tiny_card(), Tiny()
    clip = replace(card.clip, step=2)
    digest = checkpoint.save(tmp_path / "x" / "a.safetensors", card, network, LABELS, clip, epochs=3)
    weights = checkpoint.load(tmp_path / "x" / "a.safetensors", card)
    assert (weights.labels, weights.clip, weights.digest) == (LABELS, clip, digest)
    assert weights.notes == {"epochs": 3}
    restored = checkpoint.network(card, weights)
    assert not restored.training
    assert torch.equal(restored.state_dict()["centres"], network.centres)
    assert [f.name for f in (tmp_path / "x").iterdir()] == ["a.safetensors"]


def test_files_that_are_no_checkpoints(tmp_path: Path) -> None:
    card = tiny_card()
    (tmp_path / "text").write_text("hello")
    save_file({"a": torch.ones(1)}, tmp_path / "bare")
    with pytest.raises(UserError, match="not there"):
        checkpoint.load(tmp_path / "absent", card)
    for name in ("text", "bare"):
        with pytest.raises(UserError, match="no checkpoint"):
            checkpoint.load(tmp_path / name, card)


def test_the_wrong_model_a_newer_file_and_another_shape(tmp_path: Path) -> None:
    card = tiny_card()
    checkpoint.save(tmp_path / "a", card, Tiny(), LABELS)
    with pytest.raises(UserError, match="trained with the model “tiny”"):
        checkpoint.load(tmp_path / "a", tiny_card(name="other"))
    about = {"version": 99, "model": "tiny", "labels": LABELS, "clip": json.loads(card.clip.to_json())}
    save_file({"centres": torch.ones(3)}, tmp_path / "new", {"reelmark": json.dumps(about)})
    with pytest.raises(UserError, match="newer version"):
        checkpoint.load(tmp_path / "new", card)
    with pytest.raises(UserError, match="do not fit"):
        checkpoint.network(card, replace(checkpoint.load(tmp_path / "a", card), labels=LABELS[:2]))


def test_absent_weights_say_how_to_get_them() -> None:
    for card in CARDS:
        if card.weights:
            with pytest.raises(MissingAsset, match=f"reelmark assets (fetch|import) {card.weights}"):
                checkpoint.of_card(card)


def test_everybody_may_read_a_checkpoint(tmp_path: Path) -> None:
    checkpoint.save(tmp_path / "a", tiny_card(), Tiny(), LABELS)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644

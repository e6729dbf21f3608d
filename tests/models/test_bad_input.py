"""What is no video for a network, and what is no weight file of its: one clear sentence each, nothing lost and nothing
executed, for every network of CARDS. (Short, still and black videos on random weights: test_cards_analyse.py.)"""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from core import assets
from core.errors import UserError
from core.task import drive
from core.weights import CONVERTERS
from models import checkpoint
from models.card import ModelCard
from models.cards import CARDS
from models.device import choose
from models.train import Recipe, fit
from tests.helpers.command import assert_one_sentence, command
from tests.helpers.tiny import LABELS, Tiny, tiny_card, write_video

SMALL = [pytest.param(card.as_variant("small") if "small" in card.sizes else card, id=card.name) for card in CARDS]
Damage = Callable[[bytes], bytes]


class Bomb:
    """A pickle of it runs `mkdir` where it is read."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.mkdir, (self.mark,)  # type: ignore[return-value]


def sentence(caught: pytest.ExceptionInfo[UserError]) -> str:
    """It is one sentence: one line that begins like one, ends like one and says no class of Python's."""
    said = str(caught.value)
    assert "\n" not in said
    assert said == said.strip()
    assert not re.search(r"Error\b|Traceback|object at 0x", said)
    assert len(said) < 400
    return said


def outline(card: ModelCard, names: tuple[str, ...], **changes: object) -> dict[str, str]:
    about = {
        "version": 1,
        "model": card.name,
        "variant": card.variant,
        "labels": names,
        "clip": json.loads(card.clip.to_json()),
        "notes": {},
    }
    return {"reelmark": json.dumps(about | changes)}


@pytest.mark.parametrize("card", SMALL)
def test_weights_of_another_network(card: ModelCard, tmp_path: Path) -> None:
    """By its own word, and by what its tensors are."""
    file = tmp_path / "other.safetensors"
    checkpoint.save(file, tiny_card(), Tiny(), LABELS)
    with pytest.raises(UserError, match=f"trained with the model “tiny”, not “{card.name}”") as caught:
        checkpoint.load(file, card)
    sentence(caught)
    labels = card.label_names() or LABELS
    save_file({"centres": torch.ones(3)}, file, outline(card, labels))
    with pytest.raises(UserError, match="do not fit") as caught:
        checkpoint.network(card, checkpoint.load(file, card))
    sentence(caught)


@pytest.mark.parametrize("card", SMALL)
def test_a_form_nobody_knows_and_a_version_to_come(card: ModelCard, tmp_path: Path) -> None:
    file = tmp_path / "w.safetensors"
    for changes, part in ({"variant": "gigantic"}, "does not know (gigantic)"), ({"version": 2}, "newer version"):
        save_file({"a": torch.ones(1)}, file, outline(card, LABELS, **changes))
        with pytest.raises(UserError, match=re.escape(part)) as caught:
            checkpoint.load(file, card)
        sentence(caught)


NONSENSE: dict[str, object] = {
    "labels that are no list": {"labels": 7},
    "the same label twice": {"labels": ["a", "a"]},
    "labels that are no names": {"labels": [1, 2]},
    "no labels": {"labels": None},
    "no clip": {"clip": {}},
    "a clip of no frames": {
        "clip": {"frames": 0, "stride": 1, "step": 1, "size": [8, 8], "mean": [1], "std": [1], "rate": None}
    },
    "a clip in words": {"clip": "all of it"},
    "a form that is no name": {"variant": 3},
}


@pytest.mark.parametrize("what", NONSENSE)
def test_a_checkpoint_that_says_nonsense_of_itself(what: str, tmp_path: Path) -> None:
    card = CARDS[-1].as_variant("small")
    changes = NONSENSE[what]
    assert isinstance(changes, dict)
    file = tmp_path / "w.safetensors"
    save_file({"a": torch.ones(1)}, file, outline(card, LABELS, **changes))
    with pytest.raises(UserError, match="no checkpoint of this program") as caught:
        checkpoint.load(file, card)
    sentence(caught)


def whole(folder: Path) -> bytes:
    file = folder / "whole.safetensors"
    checkpoint.save(file, tiny_card(), Tiny(), LABELS)
    return file.read_bytes()


DAMAGE: dict[str, Damage] = {
    "empty": lambda data: b"",
    "a few bytes": lambda data: data[:7],
    "half a header": lambda data: data[:60],
    "an end that is missing": lambda data: data[:-3],
    "more than it says": lambda data: data + b"more",
    "a header longer than the file": lambda data: (2**62).to_bytes(8, "little") + data[8:],
    "a header that is no JSON": lambda data: data[:8] + b"\xff" * 20 + data[28:],
    "zeros": lambda data: bytes(len(data)),
    "a text": lambda data: b"weights, best regards",
}


@pytest.mark.parametrize("what", DAMAGE)
def test_a_damaged_weight_file(what: str, tmp_path: Path) -> None:
    file = tmp_path / "w.safetensors"
    file.write_bytes(DAMAGE[what](whole(tmp_path)))
    before = file.read_bytes()
    with pytest.raises(UserError, match=r"w\.safetensors.*choose another") as caught:
        checkpoint.load(file, tiny_card())
    sentence(caught)
    assert file.read_bytes() == before, "it is still there for whoever wants to look"


def test_a_folder_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "none.safetensors"):
        with pytest.raises(UserError, match="choose another") as caught:
            checkpoint.load(file, tiny_card())
        sentence(caught)


@pytest.mark.parametrize("card", SMALL)
def test_weights_that_are_no_numbers_any_more(card: ModelCard, tmp_path: Path) -> None:
    """A flipped bit can make one so; it would spread over every score."""
    torch.manual_seed(0)
    labels = card.label_names() or LABELS
    network = card.build(len(labels))
    with torch.no_grad():
        next(network.parameters()).view(-1)[0] = float("nan")
    checkpoint.save(tmp_path / "w.safetensors", card, network, labels)
    with pytest.raises(UserError, match="damaged") as caught:
        checkpoint.network(card, checkpoint.load(tmp_path / "w.safetensors", card))
    sentence(caught)


@pytest.mark.parametrize("card", [entry for entry in SMALL if not entry.values[0].label_names()])  # type: ignore[attr-defined]
def test_weights_of_another_label_set(card: ModelCard, tmp_path: Path) -> None:
    """As many labels as the network has outputs, or none of it."""
    file = tmp_path / "w.safetensors"
    tensors = {name: tensor.contiguous() for name, tensor in card.build(4).state_dict().items()}
    if tensors.keys() == card.build(2).state_dict().keys() and all(
        tensor.shape == tensors[name].shape for name, tensor in card.build(2).state_dict().items()
    ):
        pytest.skip("its outputs are no labels")
    save_file(tensors, file, outline(card, ("one", "two")))
    with pytest.raises(UserError, match="do not fit") as caught:
        checkpoint.network(card, checkpoint.load(file, card))
    sentence(caught)


# Pickles that want to run code


@pytest.mark.parametrize("how", ["pickle", "torch", "torch of old"])
def test_a_pickle_in_a_checkpoints_clothes_runs_nothing(how: str, tmp_path: Path) -> None:
    mark, file = tmp_path / "executed", tmp_path / "w.safetensors"
    armed(how, file, mark)
    for card in CARDS:
        with pytest.raises(UserError, match="no checkpoint of this program") as caught:
            checkpoint.load(file, card)
        sentence(caught)
    assert not mark.exists()


@pytest.mark.parametrize("how", ["pickle", "torch", "torch of old"])
@pytest.mark.parametrize("converter", sorted(CONVERTERS))
def test_imported_weights_run_nothing(converter: str, how: str, tmp_path: Path) -> None:
    mark, file = tmp_path / "executed", tmp_path / "w.bin"
    armed(how, file, mark)
    with pytest.raises(UserError) as caught:
        CONVERTERS[converter](file.read_bytes())
    sentence(caught)
    assert not mark.exists()


def test_importing_it_by_name_runs_nothing_and_installs_nothing(tmp_path: Path) -> None:
    mark, file = tmp_path / "executed", tmp_path / "w.bin"
    armed("torch", file, mark)
    for entry in assets.assets():
        with pytest.raises(UserError) as caught:
            assets.import_file(entry.name, file)
        sentence(caught)
        assert assets.installed(entry.name) is None
    assert not mark.exists()


@pytest.mark.parametrize("how", ["pickle", "torch", "torch of old"])
def test_a_training_to_go_on_with_runs_nothing(how: str, tmp_path: Path) -> None:
    mark, file = tmp_path / "executed", tmp_path / "training.pt"
    armed(how, file, mark)
    recipe = Recipe("paper", 3, 1, lambda parameters: torch.optim.SGD(parameters, 0.1))

    def error(network: nn.Module, x: torch.Tensor) -> torch.Tensor:
        value: torch.Tensor = network(x).logits.square().mean()
        return value

    with pytest.raises(UserError, match=r"training\.pt") as caught:
        drive(
            fit(Tiny(), recipe, error, lambda _: np.ones((1, 3, 4, 4, 4), np.float32), device=choose("cpu"), store=file)
        )
    sentence(caught)
    assert not mark.exists()


def armed(how: str, file: Path, mark: Path) -> None:
    if how == "pickle":
        file.write_bytes(pickle.dumps({"weight": Bomb(mark)}))
    else:
        torch.save({"weight": Bomb(mark)}, file, _use_new_zipfile_serialization=how == "torch")


def test_the_pickle_would_have_run(tmp_path: Path) -> None:
    """Else the tests above prove nothing."""
    armed("pickle", tmp_path / "w.bin", tmp_path / "executed")
    pickle.loads((tmp_path / "w.bin").read_bytes())
    assert (tmp_path / "executed").exists()


# As a user meets it


def test_analyse_says_it_and_the_project_stays_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said, project = command(capsys), tmp_path / "p.reelmark"
    video = write_video(tmp_path / "v.avi", [90] * 30)
    other, damaged, bomb = (tmp_path / f"{name}.safetensors" for name in ("other", "damaged", "bomb"))
    checkpoint.save(other, tiny_card(), Tiny(), LABELS)
    damaged.write_bytes(b"no weights")
    armed("torch", bomb, tmp_path / "executed")
    for file, part in ((other, "“tiny”"), (damaged, "damaged"), (bomb, "no checkpoint")):
        answer = said("analyze", project, video, "--model", "baccouche2011", "--checkpoint", file)
        assert_one_sentence(answer, part)
        assert said("segments", project, "--json").json["segments"] == []
    assert not (tmp_path / "executed").exists()


@pytest.mark.parametrize("content", [b"", b"RIFF", b"\0" * 4096])
def test_a_video_that_is_none_is_told(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, card = tmp_path / "v.avi", CARDS[-1].as_variant("small")
    file.write_bytes(content)
    weights = tmp_path / "w.safetensors"
    checkpoint.save(weights, card, card.build(len(LABELS)), LABELS)
    answer = command(capsys)("analyze", tmp_path / "p.reelmark", file, "--model", card.name, "--checkpoint", weights)
    assert_one_sentence(answer, "v.avi")

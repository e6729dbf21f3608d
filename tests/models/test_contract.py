"""What every network of CARDS must do. A new card is tested by its line in models/cards.py; nothing is added here."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.errors import UserError
from models import checkpoint
from models.card import PAPER, ModelCard
from models.cards import CARDS
from models.device import choose
from models.engine import Engine
from models.preprocess import batch, stacked

GOLDEN = Path(__file__).with_name("golden")  # one file for each card
FORMS = [pytest.param(card.as_variant(size), id=f"{card.name}-{size}") for card in CARDS for size in card.sizes]
SMALL = [  # what the tests can afford to run
    pytest.param(card.as_variant("small") if "small" in card.sizes else card, id=card.name) for card in CARDS
]
TRAINABLE = [pytest.param(card.as_variant("small"), id=card.name) for card in CARDS if card.recipes]
LABELS = ("one", "two", "three", "four")
Inputs = Tensor | tuple[Tensor, ...]


def labels_of(card: ModelCard) -> tuple[str, ...]:
    return card.label_names() or LABELS


def built(card: ModelCard, seed: int = 0) -> nn.Module:
    torch.manual_seed(seed)
    return card.build(len(labels_of(card))).eval()


def inputs(card: ModelCard, pictures: list[np.ndarray]) -> Inputs:
    """What the network gets for these clips, one for each entry, by the way a real clip takes."""
    if card.backbone:
        generator = torch.Generator().manual_seed(len(pictures))
        width = backbone(card).width
        return torch.randn(len(pictures), card.window or 6, width, generator=generator)
    if card.prepare is None:
        return batch(pictures, card.clip, torch.device("cpu"))
    return stacked([card.prepare(card.clip)(0, clip) for clip in pictures], torch.device("cpu"))


def backbone(card: ModelCard) -> ModelCard:
    return next(other for other in CARDS if other.name == card.backbone)


def noise(card: ModelCard, count: int = 1) -> list[np.ndarray]:
    chance = np.random.default_rng(3)
    width, height = card.clip.size
    channels = 1 if card.clip.colour == "gray" else 3
    return [chance.integers(0, 256, (card.clip.frames, height, width, channels), np.uint8) for _ in range(count)]


def outputs(card: ModelCard, network: nn.Module, x: Inputs) -> dict[str, Tensor]:
    with torch.inference_mode():
        if card.backbone and card.window == 0:
            assert isinstance(x, Tensor)
            parts = [card.read(network(one[None], None)) for one in x]
            return {name: torch.cat([part[name] for part in parts]) for name in parts[0]}
        return card.read(network(x))


@pytest.mark.parametrize("card", FORMS)
def test_parameters_are_counted_exactly(card: ModelCard) -> None:
    with torch.device("meta"):
        network = card.build(card.counted)
    assert sum(p.numel() for p in network.parameters()) == card.parameters


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_a_card_says_what_people_need(card: ModelCard) -> None:
    assert card.title
    assert re.search(r"\d{4}", card.paper), "the paper with its year"
    assert set(card.gives) <= {"scores", "next frames", "embeddings"}
    assert card.gives
    module = import_module(card.build.__module__)
    assert re.search(r"arXiv|ICML|CVPR|HBU|NIPS|ICLR|ICML|ICCV", module.__doc__ or ""), "its file cites the paper"
    if card.recipes:
        assert card.recipe(PAPER)
        assert "small" in card.sizes
    for form in map(card.as_variant, card.sizes):  # inner steps tile the video
        step = form.hop if form.backbone else form.clip.step // form.clip.stride
        assert form.inner in (1, step), form.variant
    with pytest.raises(UserError, match="no form"):
        card.as_variant("enormous")


@pytest.mark.parametrize("card", SMALL)
def test_outputs_are_scores_and_features(card: ModelCard) -> None:
    out = outputs(card, built(card), inputs(card, noise(card, 2)))
    steps = (card.inner,) if card.inner > 1 else ()
    if not (card.backbone and card.window == 0):
        assert out["scores"].shape[: 1 + len(steps)] == (2, *steps)
    if card.width:
        assert out["features"].shape[-1] == card.width
    if "scores" in card.gives:
        assert out["scores"].shape[-1] == len(labels_of(card))
        assert float(out["scores"].min()) >= 0
        assert float(out["scores"].max()) <= 1


@pytest.mark.parametrize("card", SMALL)
@pytest.mark.parametrize("level", ["black", "white", "noise"])
def test_no_video_makes_it_stumble(card: ModelCard, level: str) -> None:
    clip = noise(card)[0]
    if level != "noise":
        clip = np.full_like(clip, 255 if level == "white" else 0)
    for tensor in outputs(card, built(card), inputs(card, [clip])).values():
        assert torch.isfinite(tensor).all()


@pytest.mark.parametrize("card", SMALL)
def test_same_in_same_out_and_alone_as_in_company(card: ModelCard) -> None:
    network, x = built(card), inputs(card, noise(card, 3))
    first, again = outputs(card, network, x), outputs(card, built(card), x)
    alone = [outputs(card, network, part(x, i)) for i in range(3)]
    for name, tensor in first.items():
        assert torch.equal(tensor, again[name])
        torch.testing.assert_close(torch.cat([one[name] for one in alone]), tensor, rtol=1e-3, atol=1e-4)


def part(x: Inputs, i: int) -> Inputs:
    return x[i : i + 1] if isinstance(x, Tensor) else tuple(one[i : i + 1] for one in x)


@pytest.mark.parametrize("card", SMALL)
def test_known_answers(card: ModelCard) -> None:
    """Seeded weights and input give the numbers they always gave; a change needs a reason."""
    network = built(card, seed=11)
    for weight in network.parameters():
        if weight.dim() > 1 and not weight.any():  # what starts at zero would keep all before it out of the answers
            nn.init.normal_(weight, std=1.0)
    out = outputs(card, network, inputs(card, noise(card)))
    found = {
        name: [round(float(v), 6) for v in tensor.flatten()[:: max(1, tensor.numel() // 8)][:8]]
        for name, tensor in out.items()
        if tensor.numel()
    }
    file = GOLDEN / f"{card.name}.json"
    assert file.exists(), f"write this into it, once it is right: {json.dumps(found)}"
    known: dict[str, list[float]] = json.loads(file.read_text())
    assert found.keys() == known.keys()
    for name, values in found.items():
        np.testing.assert_allclose(values, known[name], rtol=2e-3, atol=2e-4)


@pytest.mark.parametrize("card", SMALL)
def test_a_checkpoint_gives_the_same_network(card: ModelCard, tmp_path: Path) -> None:
    network, file = built(card, seed=5), tmp_path / "c.safetensors"
    checkpoint.save(file, card, network, labels_of(card), note="of a test")
    weights = checkpoint.load(file, replace(card).as_variant(card.variant))
    assert (weights.labels, weights.variant, weights.notes["note"]) == (labels_of(card), card.variant, "of a test")
    x = inputs(card, noise(card))
    restored = outputs(card, checkpoint.network(card, weights), x)
    for name, tensor in outputs(card, network, x).items():
        assert torch.equal(tensor, restored[name])
    if card.as_variant(card.variant).build(2) is not None and "scores" in card.gives and not card.labels:
        with pytest.raises(UserError, match="do not fit"):
            checkpoint.network(card, replace(weights, labels=LABELS[:2]))


@pytest.mark.parametrize("card", [entry for entry in SMALL if not entry.values[0].backbone])  # type: ignore[attr-defined]
def test_the_engine_runs_it(card: ModelCard) -> None:
    from core.task import Progress, drive

    with Engine(built(card), card, choose("cpu"), card.clip, "test") as engine:
        engine.bf16 = False
        prepare = engine.prepare()
        clips = [
            clip if prepare is None else prepare(i * card.clip.step, clip) for i, clip in enumerate(noise(card, 2))
        ]
        arrays = drive(engine.run(clips, Progress()))
    assert {len(array) for array in arrays.values()} == {2}
    assert arrays["scores"].dtype == np.float32


@pytest.mark.parametrize("card", TRAINABLE)
def test_the_small_build_learns_four_clips_by_heart(card: ModelCard) -> None:
    """Adam on four clips of noise: the loss falls to less than half."""
    torch.manual_seed(0)
    network = card.build(len(LABELS)).train()
    x = inputs(card, noise(card, 4))
    targets = torch.arange(4) if "scores" in card.gives else None
    optimizer = torch.optim.Adam(network.parameters(), 1e-3)
    losses = []
    for _ in range(60):
        optimizer.zero_grad()
        loss = card.loss(network, x, targets)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        losses.append(float(loss.detach()))
    assert np.isfinite(losses).all()
    assert min(losses[-5:]) < 0.5 * losses[0], losses[::10]

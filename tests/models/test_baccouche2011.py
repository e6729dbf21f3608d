"""Baccouche et al. 2011: what the network counts, what a window is, voting and the LSTM, and the reproduction."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from core.errors import UserError
from core.task import drive
from models import checkpoint
from models.card import ModelCard
from models.datasets import rendered_actions
from models.datasets.person_sequences import reduced
from models.device import choose
from models.nets.baccouche2011 import CARD, CLIP, LSTM, ConvNet, PartialConvolution, Subsampling, Voting, loss
from models.papers import baccouche2011 as paper
from models.papers.report import Job
from models.person_windows import FLOOR, SIGMA, centres, corner, normalised, window_starts, windows


def count(module: nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())


def test_every_layer_has_the_papers_numbers() -> None:
    net = ConvNet(6)
    layers = [net.c1, net.s1, net.c2, net.s2, net.c3, net.n1, net.n2]
    assert [count(layer) for layer in layers] == [1722, 21, 4235, 105, 4730, 6050, 306]
    assert count(net) == 17_169
    assert (count(LSTM(120, 50, 6)), count(LSTM(120, 50, 6, gates=4))) == (25_956, 34_506)


def test_every_layer_has_the_papers_shape() -> None:
    net, shapes = ConvNet(6), []
    for layer in (net.c1, net.s1, net.c2, net.s2, net.c3):
        layer.register_forward_hook(lambda _, __, out: shapes.append(tuple(out.shape[1:])))
    assert net(torch.zeros(2, 9, 54, 34)).shape == (2, 6)
    assert shapes == [(7, 5, 48, 28), (7, 5, 24, 14), (35, 3, 20, 10), (35, 3, 10, 5), (5, 1, 8, 3)]
    assert net.describe(torch.zeros(2, 9, 54, 34)).shape == (2, 120)


def test_c2_sees_each_map_twice_alone_and_every_pair_once() -> None:
    layer = PartialConvolution(7, (3, 5, 5))
    with torch.no_grad():
        layer.weight.fill_(1)
        layer.bias.zero_()
    seen = []
    for i in range(7):
        x = torch.zeros(1, 7, 3, 5, 5)
        x[0, i] = 1
        seen.append(layer(x).flatten() != 0)
    sources = [tuple(np.flatnonzero(column)) for column in torch.stack(seen, 1).numpy()]
    assert sorted(sources[:14]) == sorted([(i,) for i in range(7)] * 2)
    assert sorted(sources[14:]) == [(a, b) for a in range(7) for b in range(a + 1, 7)]


def test_a_subsampling_map_is_gain_weight_and_bias() -> None:
    layer = Subsampling(2)
    with torch.no_grad():
        for parameter, values in zip((layer.weight, layer.bias, layer.gain), ((2, 1), (0.5, 0), (3, -1)), strict=True):
            parameter.copy_(torch.tensor(values).view(2, 1, 1, 1))
    x = torch.randn(1, 2, 1, 2, 2)
    a, b = x.mean((2, 3, 4))[0]
    expected = [3 * torch.tanh(2 * a + 0.5), -torch.tanh(b)]
    torch.testing.assert_close(layer(x).flatten(), torch.stack(expected))


def test_without_a_forget_gate_cells_only_add_up() -> None:
    """Against the recurrence written out with NumPy."""
    torch.manual_seed(1)
    for gates in (3, 4):
        net, x = LSTM(4, 3, 2, gates), torch.randn(1, 5, 4)
        w, u, b = (t.detach().numpy() for t in (net.inputs.weight, net.again.weight, net.inputs.bias))
        h, c = np.zeros(3), np.zeros(3)
        steps = []
        for value in x[0].numpy():
            z = (w @ value + u @ h + b).reshape(gates, 3)
            gate = 1 / (1 + np.exp(-z))
            c = gate[0] * np.tanh(z[1]) + (c if gates == 3 else gate[3] * c)
            h = gate[2] * np.tanh(c)
            steps.append(h)
        expected = np.array(steps) @ net.output.weight.detach().numpy().T + net.output.bias.detach().numpy()
        np.testing.assert_allclose(net(x)[0].detach().numpy(), expected, rtol=1e-4, atol=1e-5)


def slow_normalised(volume: np.ndarray) -> np.ndarray:
    """Local contrast normalisation as its definition says, one neighbourhood at a time."""

    def average(x: np.ndarray) -> np.ndarray:
        out = np.zeros_like(x)
        for t, y, z in np.ndindex(*x.shape):
            total = weights = 0.0
            for a in range(max(0, t - 3), min(x.shape[0], t + 4)):
                for b in range(max(0, y - 3), min(x.shape[1], y + 4)):
                    for c in range(max(0, z - 3), min(x.shape[2], z + 4)):
                        weight = np.exp(-((a - t) ** 2 + (b - y) ** 2 + (c - z) ** 2) / (2 * SIGMA**2))
                        total, weights = total + weight * x[a, b, c], weights + weight
            out[t, y, z] = total / weights
        return out

    x = volume.astype(np.float64)
    x = x - average(x)
    deviation = np.sqrt(average(x**2))
    return x / np.maximum(np.maximum(deviation, deviation.mean()), FLOOR)


def test_contrast_normalisation_against_its_definition() -> None:
    volume = np.random.default_rng(0).integers(0, 256, (5, 10, 9), np.uint8)
    np.testing.assert_allclose(normalised(volume), slow_normalised(volume), rtol=2e-4, atol=2e-4)


def test_contrast_normalisation_takes_light_away_and_leaves_flat_pictures_flat() -> None:
    volume = np.random.default_rng(0).integers(60, 120, (9, 54, 34), np.uint8)
    bright = normalised(volume.astype(np.float32) * 2 + 10)
    np.testing.assert_allclose(bright, normalised(volume), atol=1e-3)
    assert np.abs(normalised(np.full((9, 54, 34), 77, np.uint8))).max() < 1e-3
    turned = normalised(volume[..., ::-1])  # copies are turned after normalisation
    np.testing.assert_allclose(turned, normalised(volume)[..., ::-1], atol=1e-4)


def test_windows_follow_the_person() -> None:
    """Over all actions and settings the motion finds the drawn person, arms and all."""
    away = []
    for i, take in enumerate(rendered_actions.takes()[:: len(rendered_actions.takes()) // 24]):
        pictures, middles = rendered_actions.render(take)
        starts = window_starts(len(pictures))
        for start, (x, _) in zip(starts, centres(reduced(pictures), starts), strict=True):
            true = middles[start : start + 9, 0].mean() / 2
            if 8 < true < 72:  # wholly in the picture
                away.append(abs(x - true))
        assert i < 30
    assert np.median(away) < 4
    assert np.quantile(away, 0.9) < 17, "the middle of the person lies within the window"


def test_an_annotated_box_is_taken_at_its_word_and_a_wide_one_says_where_to_look() -> None:
    pictures = np.full((9, 60, 80), 90, np.uint8)
    for t in range(9):
        pictures[t, 20:40, 10 + t : 14 + t] = 200  # moves
        pictures[t, 50:55, 60 + t : 66 + t] = 10  # more motion, elsewhere
    assert centres(pictures, [0], [(0.5, 0.0, 0.25, 1.0)] * 9) == [(50.0, 30.0)]
    ((x, _),) = centres(pictures, [0], [(0.0, 0.0, 0.5, 1.0)] * 9)
    assert 10 < x < 24
    assert centres(pictures * 0, [0]) == [(40.0, 30.0)], "no motion: the middle"
    assert corner(0, 0) == (0, 0)
    assert corner(79, 59) == (46, 6)


def test_short_and_still_clips_give_a_window() -> None:
    assert windows(np.zeros((1, 60, 80), np.uint8)).shape == (1, 9, 54, 34)
    assert windows(np.zeros((CLIP.frames, 60, 80), np.uint8)).shape == (8, 9, 54, 34)


@pytest.mark.parametrize("form", ["lstm", "lstm-four-gates", "convnet"])
def test_every_form_decides_and_learns_only_its_own(form: str) -> None:
    torch.manual_seed(0)
    network = CARD.as_variant(form).build(6)
    x = torch.randn(2, 3, 9, 54, 34)
    out = network(x)
    assert (out.logits.shape, out.features.shape) == ((2, 6), (2, 120))
    loss(network, x, torch.tensor([1, 4])).backward()  # type: ignore[no-untyped-call]
    learnt = {name.split(".")[0] for name, p in network.named_parameters() if p.grad is not None}
    assert learnt == {"convnet" if form == "convnet" else "lstm"}
    assert {name.split(".")[0] for name in network.state_dict()} >= {"convnet"}, "fixed numbers are kept all the same"


def test_voting_adds_the_windows_probabilities() -> None:
    network = Voting(ConvNet(4)).eval()
    out = network(torch.randn(1, 5, 9, 54, 34))
    torch.testing.assert_close(out.logits.softmax(-1), out.windows.softmax(-1).mean(1))


def test_votes_are_counted_and_a_draw_goes_to_the_surer() -> None:
    counted = np.array([[0.6, 0.4, 0.0], [0.6, 0.4, 0.0], [0.0, 1.0, 0.0]])
    assert counted.mean(0).argmax() == 1
    assert paper.most_votes(counted) == 0
    assert paper.most_votes(counted[1:]) == 1


def test_the_lstms_error_stays_out_of_the_convnet() -> None:
    network, x = CARD.as_variant("small").build(6), torch.randn(1, 3, 9, 54, 34)
    network(x).steps.sum().backward()
    assert all(p.grad is None for name, p in network.named_parameters() if name.startswith("convnet"))


def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "QUICK", {"convnet": 12, "lstm": 8})
    monkeypatch.setattr(rendered_actions, "FRAMES", 21)
    every = rendered_actions.takes()
    few = [take for take in every if take.setting == 1 and take.action in (0, 3)]
    monkeypatch.setattr(rendered_actions, "takes", lambda: few)


def test_the_quick_reproduction_says_what_ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny(monkeypatch)
    job = Job(tmp_path, tmp_path / "out", choose("cpu"), quick=True, seeds=2)
    report = drive(paper.reproduce(job))
    rows = {row.row: row for row in report.rows}
    assert {rows[f"{k}, {how}"].on for k in ("KTH1", "KTH2") for how in ("voting", "LSTM")} == {"not run"}
    assert (rows["KTH1, LSTM"].paper, rows["KTH2, voting"].paper) == (94.39, 89.40)
    found = rows["six drawn actions, LSTM"]
    assert (found.on, found.seeds, found.build) == ("stand-in", 2, "small")
    assert rows["six drawn actions, LSTM − voting"].ours is not None
    for figure in report.figures:
        assert Path(figure).stat().st_size > 1000
    card: ModelCard = CARD
    weights = checkpoint.load(Path(report.checkpoint), card)
    assert (weights.variant, weights.labels) == ("small", rendered_actions.ACTIONS)
    checkpoint.network(card, weights)
    assert "no folders" in report.notes[0]


def test_the_same_seed_gives_the_same_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny(monkeypatch)
    job = Job(tmp_path, tmp_path / "out", choose("cpu"), quick=True, seeds=1)
    data = drive(paper.gathered(job))
    first, again = (drive(paper.one_split(job, data, 0)) for _ in range(2))
    assert (first.voting, first.lstm) == (again.voting, again.lstm)
    for name, tensor in first.network.state_dict().items():
        assert torch.equal(tensor, again.network.state_dict()[name])


def test_one_form_of_the_network_votes_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny(monkeypatch)
    job = Job(tmp_path, tmp_path / "out", choose("cpu"), quick=True, seeds=1, size="convnet")
    rows = {row.row: row.on for row in drive(paper.reproduce(job)).rows}
    assert rows["six drawn actions, voting"] == "stand-in"
    assert rows["six drawn actions, LSTM"] == "not run"


def test_an_incomplete_kth_is_refused_before_anything_runs(tmp_path: Path) -> None:
    (tmp_path / "kth" / "boxing").mkdir(parents=True)
    with pytest.raises(UserError, match="00sequences"):
        drive(paper.reproduce(Job(tmp_path, tmp_path / "out", choose("cpu"), quick=True)))

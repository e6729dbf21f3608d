"""Temporal coherence: the loss by hand, Algorithm 1 in its order, pairs that are what they are called, the change of a
video, the table on tiny data, and the weights that ship."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.task import drive
from models.card import ModelCard
from models.coherence import CONSECUTIVE, LABELLED, RANDOM, CoherentTraining, VideoPairs, coherence
from models.device import choose
from models.nets.mobahi2009 import CARD, finish, recipe
from models.papers import few_views, mobahi2009
from models.papers.few_views import CNN, WITH, WITHOUT, accuracy, coil_setting, orl_setting, trained
from models.papers.report import Job
from models.train import fit
from tests.helpers.pictures import faces, turntable, write_coil20, write_orl

SMALL = CARD.as_variant("small")


def test_the_loss_is_that_of_the_paper() -> None:
    a, b = torch.tensor([[0.0, 1, 2], [4, 0, 0]]), torch.tensor([[1.0, 1, 0], [0, 3, 0]])  # 3 and 7 apart
    assert float(coherence(a, b, True, 5.0)) == 5.0
    assert float(coherence(a, b, False, 5.0)) == 1.0  # (5 − 3 + 0) / 2
    assert float(coherence(a, b, torch.tensor([False, True]), 5.0)) == 4.5


def test_its_gradient_pulls_neighbours_together_and_others_apart_up_to_the_margin() -> None:
    for consecutive, apart, sign in ((True, 1.0, 1), (False, 1.0, -1), (False, 9.0, 0)):
        a, b = torch.tensor([[apart]], requires_grad=True), torch.tensor([[0.0]])
        coherence(a, b, consecutive, 5.0).backward()  # type: ignore[no-untyped-call]
        assert a.grad is not None
        assert float(a.grad) == sign


def test_consecutive_pairs_never_cross_from_one_video_into_the_next() -> None:
    a, b = VideoPairs([3, 1, 4], seed=1).consecutive(0, 500)
    assert set(zip(a.tolist(), b.tolist(), strict=True)) == {(0, 1), (1, 2), (4, 5), (5, 6), (6, 7)}
    a, b = VideoPairs([3, 4], seed=1, closed=True).consecutive(0, 500)
    assert {(2, 0), (6, 3)} < set(zip(a.tolist(), b.tolist(), strict=True))


@pytest.mark.parametrize("closed", [False, True])
def test_random_pairs_are_of_all_footage_and_never_neighbours(closed: bool) -> None:
    a, b = VideoPairs([6, 6], seed=2, closed=closed, apart=2).random(3, 2_000)
    same = a // 6 == b // 6
    gap = np.abs(a - b)[same]
    assert (np.minimum(gap, 6 - gap) if closed else gap).min() == 3
    assert 0 < same.mean() < 0.5
    assert set(a.tolist()) == set(range(12))


def test_random_pairs_may_be_kept_within_their_video() -> None:
    a, b = VideoPairs([6, 9, 4], seed=2, within=True).random(0, 500)
    starts = np.array([0, 6, 15])
    assert (np.searchsorted(starts, a, "right") == np.searchsorted(starts, b, "right")).all()
    assert np.abs(a - b).min() == 2


def test_draws_depend_on_seed_and_number_alone() -> None:
    one, other = VideoPairs([50], seed=4), VideoPairs([50], seed=4)
    one.random(0, 5)
    np.testing.assert_array_equal(one.random(7, 20), other.random(7, 20))
    np.testing.assert_array_equal(one.consecutive(7, 20), other.consecutive(7, 20))
    assert not np.array_equal(one.random(7, 20), one.random(8, 20))


def test_footage_without_two_frames_in_a_row_is_refused() -> None:
    with pytest.raises(ValueError, match="two frames"):
        VideoPairs([1, 1])


class Linear(nn.Module):
    """A backbone that is nothing like the paper's: features in, features and logits out, by names of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(6, 5), nn.Linear(5, 2)

    def hidden(self, x: Tensor) -> Tensor:
        return self.first(x).tanh()


def footage(chance: np.random.Generator) -> np.ndarray:
    """Two videos of 40 frames, around (1, 0, …) and around (0, 1, 0, …), with four numbers of noise."""
    base = np.repeat(np.eye(6)[:2], 40, axis=0)
    noise = np.concatenate([np.zeros((80, 2)), chance.normal(size=(80, 4))], axis=1)
    return (base + noise).astype(np.float32)


def coherent(labels: bool) -> CoherentTraining:
    frames = footage(np.random.default_rng(0))

    def some(turn: int) -> tuple[np.ndarray, np.ndarray]:
        rows = np.random.default_rng(turn).choice([0, 40], 4)
        return frames[rows], rows // 40

    return CoherentTraining(
        some if labels else None,
        VideoPairs([40, 40], seed=0),
        lambda numbers: frames[numbers],
        margin=3.0,
        pairs=8,
        features=lambda net, x: net.hidden(x),
        answer=lambda net, x, y: nn.functional.cross_entropy(net.second(net.hidden(x)), y),
    )


def test_algorithm_1_goes_round_its_three_steps() -> None:
    training = coherent(labels=True)
    kinds = [training.batches(n).kind for n in range(7)]
    assert kinds == [LABELLED, CONSECUTIVE, RANDOM, LABELLED, CONSECUTIVE, RANDOM, LABELLED]
    assert [coherent(labels=False).batches(n).kind for n in range(3)] == [CONSECUTIVE, RANDOM, CONSECUTIVE]


def test_it_trains_any_network_over_any_frames() -> None:
    """One labelled frame of each video, drowned in noise: with its video the network finds what stays."""
    frames, right = footage(np.random.default_rng(9)), torch.arange(80) // 40
    got = {}
    for weight in (0.0, 1.0):
        torch.manual_seed(0)
        network, training = Linear(), coherent(labels=True)
        training = CoherentTraining(**{**training.__dict__, "weight": weight})
        rounds = 3 if weight else 1
        drive(fit(network, recipe(120, rounds), training.loss, training.batches, device=choose("cpu")))
        with torch.inference_mode():
            answers = network.second(network.hidden(torch.from_numpy(frames))).argmax(1)
        got[weight] = float((answers == right).float().mean())
    assert got[1.0] > got[0.0] + 0.1, got
    assert got[1.0] > 0.9, got


def test_the_papers_recipe_takes_one_picture_or_pair_a_step() -> None:
    how = replace(CARD.recipe(), steps=6)
    algorithm = few_views.training(coil_setting("COIL-20", turntable(3, 32)), WITH, SMALL, 0, how.batch)
    assert [len(algorithm.batches(n).first) for n in range(3)] == [1, 1, 1]
    network = SMALL.build(3)
    history = drive(fit(network, how, algorithm.loss, algorithm.batches, device=choose("cpu")))
    assert history.finished


def test_without_labels_scores_say_what_changes() -> None:
    features = np.zeros((200, 5), np.float16)
    features[100:] = 3
    found = finish({"scores": np.ones((200, 1), np.float32), "features": features})["scores"]
    assert found.shape == (200, 1)
    assert found.dtype == np.float32
    assert np.flatnonzero(found > 0.5).tolist() == [100]
    assert found.max() <= 1


def test_a_still_video_shows_no_change() -> None:
    features = np.random.default_rng(0).normal(0, 1e-4, (50, 100)).astype(np.float16)
    found = finish({"scores": np.ones((50, 1), np.float32), "features": features})["scores"]
    assert found.max() < 0.2
    assert len(finish({"scores": np.ones((1, 1), np.float32), "features": features[:1]})["scores"]) == 1


def test_scores_of_labels_stay_as_they_are() -> None:
    arrays = {"scores": np.full((4, 2), 0.5, np.float32), "features": np.zeros((4, 3), np.float16)}
    assert finish(arrays) is arrays


def test_the_labels_of_test_pictures_are_never_asked_for() -> None:
    for setting in (coil_setting("COIL-20", turntable(4, 32)), orl_setting(faces(5, 32), 2, seed=3)):
        for method in (CNN, WITH, WITHOUT):
            assert not (setting.tested(method) & setting.train).any()
        without = setting.video(WITHOUT)
        assert without is not None
        assert not (without & setting.tested(WITHOUT)).any()
        assert (setting.train <= without).all()
    assert coil_setting("COIL-20", turntable(4, 32)).train.sum(1).tolist() == [4] * 4


def test_orl_pictures_are_chosen_by_the_seed_and_nested() -> None:
    pictures = faces(6, 32)
    one, five = orl_setting(pictures, 1, 0), orl_setting(pictures, 5, 0)
    assert one.train.sum(1).tolist() == [1] * 6
    assert (one.train <= five.train).all()
    assert not np.array_equal(one.train, orl_setting(pictures, 1, 1).train)


def test_video_helps_on_turning_objects() -> None:
    setting = coil_setting("COIL-20", turntable(6, 32))
    found = {}
    for method in (CNN, WITH):
        network, history = drive(trained(setting, method, SMALL, 0, 60, choose("cpu")))
        assert history.step == 60 * (1 if method == CNN else 3)
        found[method] = accuracy(network, setting, setting.tested(method), SMALL)
    assert found[WITH] >= found[CNN], found


def test_margins_are_chosen_without_test_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = coil_setting("COIL-20", turntable(3, 32))
    asked: list[list[int]] = []
    real = few_views.accuracy

    def watched(network: nn.Module, part: few_views.Setting, tested: np.ndarray, card: ModelCard) -> float:
        asked.append(np.flatnonzero(tested[0]).tolist())
        assert not (tested & part.train).any()
        return real(network, part, tested, card)

    monkeypatch.setattr(few_views, "accuracy", watched)
    assert 0 <= drive(few_views.leave_one_out(setting, SMALL, 2, choose("cpu"))) <= 100
    assert asked == [[0], [18], [36], [54]]


def test_the_whole_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mobahi2009, "QUICK_ROUNDS", 2)
    write_coil20(tmp_path / "data" / "coil20", side=32)
    write_orl(tmp_path / "data" / "orl")
    job = Job(tmp_path / "data", tmp_path / "out", choose("cpu"), quick=True, seeds=2)
    report = drive(mobahi2009.reproduce(job))
    rows = {row.row: row for row in report.rows}
    assert len(report.rows) == len(rows) == 6 + 2 + 3 * 6
    assert rows["COIL-100: CNN"].on == "not run"
    assert rows["COIL-100: CNN"].ours is None
    assert rows[f"COIL-20: {WITH}"].on == "stand-in"
    assert rows[f"ORL, 1 image: {WITH}"].paper == 90.35
    assert all(row.seeds == 2 and row.build == "small" for row in report.rows if row.on != "not run")
    assert rows["ORL, 5 images: gain of the video without the test pictures"].interval is not None
    assert all(Path(figure).stat().st_size > 1_000 for figure in report.figures)
    assert Path(report.checkpoint).exists()
    assert report.write(tmp_path / "out").exists()


def test_nothing_to_train_on_is_said(tmp_path: Path) -> None:
    from core.errors import UserError

    with pytest.raises(UserError, match="COIL"):
        drive(mobahi2009.reproduce(Job(tmp_path, tmp_path / "out", choose("cpu"), quick=True)))

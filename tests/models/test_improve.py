"""The head learns what people said, and nothing from what they did not say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import UserError
from core.task import Task, drive
from models.device import choose
from models.improve import WINDOW, Best, Learned, Lesson, Windows, improve, kept_apart, measured, scores
from models.improve_options import Footage, Options, coherent, copied
from models.layers import PeepholeLSTM
from models.nets.head import CARD, LEANING, Head, Output, log_probabilities
from models.prototypes import remember

SMALL = CARD.as_variant("small")
KINDS = np.random.default_rng(0).standard_normal((5, 1024)).astype(np.float32)


def lesson(name: str, kinds: list[int], known: list[bool] | None = None, labels: int = 2) -> Lesson:
    """Each kind lasts 12 steps; kind 0 is nothing, kind k label k − 1."""
    chance = np.random.default_rng(abs(hash(name)) % 1000)
    steps = np.repeat(kinds, 12)
    features = KINDS[steps] + 0.3 * chance.standard_normal((len(steps), 1024))
    values = np.stack([steps == label + 1 for label in range(labels)], 1).astype(np.float32)
    mask = np.repeat([True] * len(kinds) if known is None else known, 12)
    return Lesson(name, features.astype(np.float16), values, np.repeat(mask[:, None], labels, 1))


def learned(lessons: list[Lesson], group: tuple[int, ...] = (0, 1), form: str = "small", steps: int = 60) -> Learned:
    card = CARD.as_variant(form)
    recipe = replace(card.recipe("modern"), steps=steps, batch=8)
    return drive(improve(card, recipe, lessons, np.array(group), device=choose("cpu")))


@pytest.mark.parametrize("form", ["small", "linear"])
def test_it_learns_and_finds_the_same_in_another_video(form: str) -> None:
    found = learned([lesson("a", [0, 1, 0, 2, 0]), lesson("b", [2, 0, 1])], form=form)
    other = lesson("c", [1, 0, 2, 2, 0, 1])
    assert measured(found.network, [other], choose("cpu"))["mAP"] > 0.95
    assert found.history.finished


def test_groups_travel_with_the_network_and_compete() -> None:
    found = learned([lesson("a", [0, 1, 0, 2, 0])], group=(0, 0))
    assert found.network.group.tolist() == [0, 0]
    given = scores(found.network, lesson("c", [1, 2]).features, choose("cpu"))
    assert ((given / (LEANING - (LEANING - 1) * given)).sum(1) <= 1 + 1e-3).all(), "as they were learned"
    assert (given[:12].argmax(1) == 0).all()


def test_what_nobody_said_teaches_nothing() -> None:
    """The same features with the unknown part labelled otherwise give the same network."""
    one = lesson("a", [0, 1, 2, 0], [True, True, False, True])
    other = replace(one, values=np.where(one.known, one.values, 1 - one.values))
    first, second = learned([one], steps=20).network, learned([other], steps=20).network
    for a, b in zip(first.state_dict().values(), second.state_dict().values(), strict=True):
        assert torch.equal(a, b)


def test_a_fifth_is_kept_apart_but_never_the_last_example() -> None:
    many = [lesson(str(i), [0, 1, 2] if i else [0, 3], labels=3) for i in range(10)]
    apart = kept_apart(many, 3)
    assert len(apart) == 2
    assert 0 not in apart
    assert apart == kept_apart(many, 3)
    assert not kept_apart(many[:4], 3)
    found = learned(many, group=(0, 1, 2), steps=5)
    assert set(found.apart) == {many[i].name for i in apart}


def test_batches_are_balanced_and_depend_on_their_number_alone() -> None:
    rare = lesson("a", [0] * 30 + [1] + [2] * 10)
    windows = Windows([rare], 2, 200, 0)
    features, values, known = windows.batch(3)
    assert features.shape == (200, WINDOW, 1024)
    shares = (values > 0).any(1).mean(0)
    assert shares.min() > 0.25, "a label that fills 12 of 492 steps is in a quarter of the windows"
    assert all(np.array_equal(a, b) for a, b in zip((features, values, known), windows.batch(3), strict=True))
    short = Windows([lesson("b", [1, 0])], 2, 4, 0).batch(0)
    assert not short[2][:, 24:].any()


def test_nothing_to_learn_from_is_told() -> None:
    with pytest.raises(UserError, match="No label has an example"):
        learned([lesson("a", [0, 0])])
    alone = lesson("a", [1, 1])
    with pytest.raises(UserError, match="Nothing says where"):
        learned([replace(alone, known=alone.values > 0)])


def test_a_training_that_is_stopped_leaves_its_best() -> None:
    best = Best()
    recipe = replace(SMALL.recipe("modern"), steps=200, batch=4)
    task = improve(SMALL, recipe, [lesson("a", [0, 1, 2])], np.array([0, 1]), device=choose("cpu"), best=best)
    for _ in task:
        if best.state is not None:
            break
    task.close()
    assert 0 < best.step < 200
    assert best.state is not None
    SMALL.build(2).load_state_dict(best.state)


def test_a_training_that_was_killed_goes_on_to_the_same_weights(tmp_path: Path) -> None:
    """Also with the best of before: the best moment may lie before the kill."""
    recipe = replace(SMALL.recipe("modern"), steps=60, batch=4)
    many = [lesson(str(i), [0, 1, 2]) for i in range(5)]

    def begun(store: Path | None) -> Task[Learned]:
        return improve(SMALL, recipe, many, np.array([0, 1]), device=choose("cpu"), store=store)

    whole = drive(begun(None))
    store = tmp_path / "run.pt"
    task = begun(store)
    for progress in task:
        if progress.done >= 30:
            break
    task.close()
    assert 25 <= torch.load(store, weights_only=True)["step"] < 60
    resumed = drive(begun(store))
    assert resumed.metrics == whole.metrics
    for a, b in zip(whole.network.state_dict().values(), resumed.network.state_dict().values(), strict=True):
        assert torch.equal(a, b)
    store.with_suffix(".best.pt").write_bytes(b"no training")
    with pytest.raises(UserError, match="does not hold this training"):
        drive(begun(store))


def test_one_example_is_enough_before_anything_is_trained() -> None:
    """What the memory says by itself: near its example, and away from what was looked at."""
    network = SMALL.build(2).eval()
    taught = replace(lesson("a", [1, 2, 0, 3, 3]), known=np.repeat([[True]] * 3 + [[False]] * 2, 12, 0).repeat(2, 1))
    remember(network, [taught])
    given = scores(network, lesson("c", [2, 0, 1]).features, choose("cpu"))
    assert (given[:12] > 0.5).all(0).tolist() == [False, True]
    assert (given[12:24] < 0.5).all()
    assert (given[24:] > 0.5).all(0).tolist() == [True, False]
    same = SMALL.build(2).eval()
    remember(same, [replace(taught, values=np.where(taught.known, taught.values, 1 - taught.values))])
    assert all(torch.equal(a, b) for a, b in zip(network.memory.buffers(), same.memory.buffers(), strict=True))


def test_examples_that_differ_reach_less_far_than_those_that_agree() -> None:
    network = SMALL.build(2).eval()
    remember(network, [lesson("a", [1, 2, 0])])
    alike = network.memory.prototypes.norm(dim=1)
    both = replace(lesson("a", [1, 2, 0]), values=np.repeat([[1, 0], [1, 0], [0, 0]], 12, 0).astype(np.float32))
    remember(network, [both])
    assert (alike > 0.8).all()
    assert network.memory.prototypes[0].norm() < alike.min()


@pytest.mark.parametrize("group", [(0, 0), (0, 1)])
def test_what_nobody_knows_is_no_label(group: tuple[int, int]) -> None:
    """Footage unlike anything that was looked at, of which there was little; labels of one group, and of none."""
    network = SMALL.build(2).eval()
    network.group.copy_(torch.tensor(group))
    chance = np.random.default_rng(9)
    strange, rest = (chance.standard_normal((steps, 1024)).astype(np.float16) for steps in (60, 200))
    remember(network, [lesson("a", [1, 2, 0])], [rest])
    assert (np.median(scores(network, strange, choose("cpu")), 0) < 0.5).all()
    assert (scores(network, lesson("b", [1, 2]).features, choose("cpu"))[[0, 12], [0, 1]] > 0.5).all()


def test_more_examples_find_more() -> None:
    """Of a label that looks different each time; by the memory, and by what is learned on top."""
    sides = np.random.default_rng(4).standard_normal((2, 6, 1024)) + 0.5 * KINDS[1:3, None]
    chance = np.random.default_rng(5)

    def video(name: str, looks: range) -> Lesson:
        one = lesson(name, [kind for _ in looks for kind in (1, 0, 2, 0)])
        features = one.features.astype(np.float32)
        for i, look in enumerate(looks):
            for label in (0, 1):
                start = 48 * i + 24 * label
                features[start : start + 12] = sides[label, look] + 3 * chance.standard_normal((12, 1024))
        return replace(one, features=features.astype(np.float16))

    test, found = video("t", range(5, 6)), []
    for n in (1, 5):
        recipe = replace(SMALL.recipe("modern"), steps=20)
        learnt = drive(improve(SMALL, recipe, [video("a", range(n))], np.array([0, 0]), device=choose("cpu")))
        found.append(measured(learnt.network, [test], choose("cpu"))["mAP"])
    assert found[1] > found[0] + 0.1


def test_the_memory_has_room_for_what_differs_most() -> None:
    network = SMALL.build(1)
    chance = np.random.default_rng(0)
    many = np.repeat(chance.standard_normal((3, 1024)), 400, 0) + 0.01 * chance.standard_normal((1200, 1024))
    values = np.zeros((1200, 1), np.float32)
    values[:5] = 1
    remember(network, [Lesson("a", np.abs(many).astype(np.float16), values, np.ones((1200, 1), bool))])
    assert network.memory.against.all()
    kinds = network.memory.units(torch.from_numpy(np.abs(many[[0, 400, 800]]).astype(np.float32)))
    assert (network.memory.steps @ kinds.T).amax(0).min() > 0.9


@pytest.mark.parametrize("options", [Options(coherence=True), Options(encoder=True)])
def test_footage_without_labels_teaches_what_is_asked(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.improve_options.STEPS", 20)
    one = lesson("a", [0, 1, 2, 0, 0])
    rest = lesson("b", [1, 1, 2, 0]).features
    card, recipe = SMALL, replace(SMALL.recipe("modern"), steps=20, batch=4)
    made = [
        drive(improve(card, recipe, [one], np.array([0, 1]), device=choose("cpu"), options=chosen, rest=[rest]))
        for chosen in (options, options, Options())
    ]
    weights = [one.network.net.lstm.weight_hh_l0 for one in made]
    assert torch.equal(weights[0], weights[1])
    assert not torch.equal(weights[0], weights[2])
    assert list(options.settings().values()) == [True]
    with pytest.raises(UserError, match="has no LSTM"):
        drive(
            improve(CARD.as_variant("linear"), recipe, [one], np.array([0, 1]), device=choose("cpu"), options=options)
        )


def test_the_encoder_is_the_heads_own_lstm() -> None:
    """The same states from the same steps, with the weights of srivastava2015's encoder in torch's LSTM."""
    layer, lstm = PeepholeLSTM(8, 4), torch.nn.LSTM(8, 4, batch_first=True)
    with torch.no_grad():
        layer.peephole.zero_()
        layer.bias.copy_(torch.linspace(-1, 1, 16))
    copied(layer, lstm)
    x = torch.randn(2, 5, 8, generator=torch.Generator().manual_seed(0))
    torch.testing.assert_close(layer(x.transpose(0, 1))[0].transpose(0, 1), lstm(x)[0])


def test_coherence_is_low_where_neighbours_agree_and_strangers_do_not() -> None:
    steady = torch.eye(4)[:, None].expand(4, 6, 4) * 5.0
    group, state = torch.arange(1), (torch.zeros(0), torch.zeros(0))
    given = [float(coherent(Output(x, x, state, group))) for x in (steady, torch.zeros(4, 6, 4), steady.roll(1, 2))]
    assert given[0] == pytest.approx(given[2]) == 0
    assert given[1] > 0
    assert float(coherent(Output(steady, steady * torch.tensor([1.0, -1] * 3)[:, None], state, group))) > 0


def test_videos_too_short_for_footage_are_told() -> None:
    with pytest.raises(UserError, match="long enough"):
        Footage([np.zeros((5, 8), np.float16)], 4, 6, 0)
    footage = Footage([np.arange(20, dtype=np.float16)[:, None], np.zeros((2, 1), np.float16)], 3, 6, 0)
    batch = footage.batch(2)
    assert batch.shape == (3, 6, 1)
    assert (np.diff(batch, axis=1) == 1).all()
    assert np.array_equal(batch, footage.batch(2))


def test_probabilities_are_those_of_softmax_and_sigmoid() -> None:
    logits = torch.randn(3, 5, generator=torch.Generator().manual_seed(0)) * 30
    yes, no = log_probabilities(logits, torch.tensor([0, 0, 2, 3, 0]))
    rivals = torch.cat([logits[:, [0, 1, 4]], torch.zeros(3, 1)], 1).double().softmax(1)
    torch.testing.assert_close(yes[:, [0, 1, 4]].double().exp(), rivals[:, :3], rtol=1e-4, atol=1e-6)
    torch.testing.assert_close(yes[:, 2].exp(), logits[:, 2].sigmoid())
    torch.testing.assert_close(no[:, 3].exp(), (-logits[:, 3]).sigmoid())
    assert torch.isfinite(yes).all()
    assert torch.isfinite(no).all()
    assert isinstance(CARD.build(2), Head)

"""The training loop: stopped in any way, it goes on to the same weights."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.errors import UserError
from core.task import drive
from models.batches import divided, examples, on_device
from models.device import choose
from models.train import History, Recipe, fit

STEPS = 40
CPU = choose("cpu")


def adam(parameters: Any) -> torch.optim.Optimizer:
    return torch.optim.Adam(parameters, 1e-2)


RECIPE = Recipe(
    "paper",
    STEPS,
    8,
    adam,
    rate=lambda step: 0.9 ** (step // 10),
    clip=lambda network: nn.utils.clip_grad_norm_(network.parameters(), 1.0),
)


def network(width: int = 6) -> nn.Module:
    """With everything that remembers: chance, and means that run along."""
    torch.manual_seed(4)
    return nn.Sequential(nn.Linear(5, width), nn.BatchNorm1d(width), nn.ReLU(), nn.Dropout(0.3), nn.Linear(width, 1))


def batches(step: int) -> tuple[np.ndarray, np.ndarray]:
    x = np.random.default_rng(step).normal(size=(8, 5)).astype(np.float32)
    return x, x.sum(1, keepdims=True)


def loss(net: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
    return (net(batch[0]) - batch[1]).square().mean()


def trained(net: nn.Module, **options: Any) -> History:
    options = {"recipe": RECIPE, "loss": loss, "batches": batches, "device": CPU} | options
    return drive(fit(net, **options))


def same(a: nn.Module, b: nn.Module) -> bool:
    return all(torch.equal(x, y) for x, y in zip(a.state_dict().values(), b.state_dict().values(), strict=True))


def failing_once(at: int) -> Callable[[int], tuple[np.ndarray, np.ndarray]]:
    failed: list[int] = []

    def made(step: int) -> tuple[np.ndarray, np.ndarray]:
        if step == at and not failed:
            failed.append(step)
            raise UserError("The disk was pulled out; put it in again.")
        return batches(step)

    return made


def test_it_learns_and_says_how_it_went() -> None:
    net = network()
    history = trained(net, check=lambda n, step: {"width": 6, "training": n.training}, every=15)
    assert (history.step, history.finished) == (STEPS, True)
    assert [step for step, _ in history.losses] == list(range(1, STEPS + 1))
    assert history.losses[-1][1] < history.losses[0][1]
    assert history.metrics == [(n, {"width": 6, "training": 0}) for n in (15, 30, 40)]
    assert not net.training
    assert history.seconds > 0


def test_interrupted_training_comes_to_the_same_weights(tmp_path: Path) -> None:
    whole, store = network(), tmp_path / "state" / "run.pt"
    options: dict[str, Any] = {"check": lambda *_: {"chance": np.float64(torch.rand(1))}, "every": 10, "seed": 3}
    full = trained(whole, **options)
    made = failing_once(17)
    with pytest.raises(UserError, match="pulled out"):
        trained(network(), **options | {"store": store, "batches": made})
    resumed = network()
    history = trained(resumed, **options | {"store": store, "batches": made})
    assert same(whole, resumed)
    assert history.losses == full.losses
    assert history.metrics[:-1] == full.metrics[:-1]
    again = network()
    assert trained(again, store=store, seed=3).step == STEPS  # nothing left to do
    assert same(whole, again)
    assert sorted(file.name for file in store.parent.iterdir()) == ["run.pt"]


def slow(net: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
    time.sleep(0.03)
    return loss(net, batch)


def test_a_cancelled_training_keeps_its_state_and_ends_its_thread(tmp_path: Path) -> None:
    store = tmp_path / "run.pt"
    task = fit(network(), RECIPE, slow, batches, device=CPU, store=store)
    for progress in task:
        if progress.done >= 3:
            break
    task.close()
    state = torch.load(store, weights_only=True)
    assert state["step"] >= 3
    assert not [t for t in threading.enumerate() if t.name == "reelmark-batches"]
    whole, resumed = network(), network()
    trained(whole)
    trained(resumed, store=store)
    assert same(whole, resumed)


def test_a_step_that_was_cut_in_half_is_not_kept(tmp_path: Path) -> None:
    store, cut = tmp_path / "run.pt", []

    def pressed(net: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
        value = loss(net, batch)  # the running means have moved
        cut.append(1)
        if len(cut) == 12:
            raise KeyboardInterrupt
        return value

    with pytest.raises(KeyboardInterrupt):
        trained(network(), loss=pressed, store=store, keep_seconds=0)
    whole, resumed = network(), network()
    trained(whole)
    trained(resumed, store=store)
    assert same(whole, resumed)


def test_the_budget_ends_it_and_the_next_call_goes_on(tmp_path: Path) -> None:
    store, long = tmp_path / "run.pt", Recipe("paper", 10**6, 8, adam)
    first = trained(network(), recipe=long, minutes=0.005, store=store)
    assert not first.finished
    assert first.step > 0
    assert 0.2 < first.seconds < 3
    second = trained(network(), recipe=long, minutes=0.005, store=store)
    assert second.step > first.step
    assert second.seconds > first.seconds + 0.2
    assert trained(network(), recipe=long, minutes=0, store=store).step == second.step


def test_a_loss_that_is_no_number_is_said_and_not_kept(tmp_path: Path) -> None:
    store, wild = tmp_path / "run.pt", Recipe("paper", 20_000, 8, adam)  # losses are noted every 40 steps

    def astray(net: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
        seen.append(1)
        return loss(net, batch) * (float("nan") if len(seen) > 50 else 1)

    seen: list[int] = []
    with pytest.raises(UserError, match="no number any more"):
        trained(network(), recipe=wild, loss=astray, store=store, keep_seconds=0)
    state = torch.load(store, weights_only=True)
    assert state["step"] <= 50
    assert all(torch.isfinite(tensor).all() for tensor in state["network"].values())


@pytest.mark.parametrize("other", ["network", "recipe", "optimizer", "text", "pickle"])
def test_another_trainings_state_is_refused(tmp_path: Path, other: str) -> None:
    store = tmp_path / "run.pt"
    if other == "text":
        store.write_text("Dear diary")
    elif other == "pickle":
        torch.save({"recipe": os.system}, store)
    else:
        width = 9 if other == "network" else 6
        recipe = Recipe("modern" if other == "recipe" else "paper", 2, 8, adam)
        trained(network(width), recipe=recipe, store=store)
    recipe = RECIPE
    if other == "optimizer":
        recipe = Recipe("paper", STEPS, 8, lambda p: torch.optim.SGD([{"params": [one]} for one in p], 0.1))
    with pytest.raises(UserError, match="does not hold this training; delete it"):
        trained(network(), recipe=recipe, store=store)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be kept"):
        trained(network(), store=tmp_path / "file" / "run.pt")


def test_what_making_a_batch_raises_is_raised() -> None:
    def broken(step: int) -> Any:
        return batches(step) if step < 2 else 1 / 0

    with pytest.raises(ZeroDivisionError):
        trained(network(), batches=broken)
    assert not [t for t in threading.enumerate() if t.name == "reelmark-batches"]


def test_it_shows_life_while_a_batch_is_slow() -> None:
    def waiting(step: int) -> Any:
        time.sleep(0.5 if step == 1 else 0)
        return batches(step)

    signs = list(fit(network(), Recipe("paper", 2, 8, adam), loss, waiting, device=CPU, text="Learning"))
    assert len(signs) >= 3
    assert signs[0].text.startswith("Learning")


def test_batches_keep_their_structure() -> None:
    arrays = {"x": np.zeros(2, np.uint8), "pair": (torch.ones(1), np.ones(1, np.float32)), "name": "clip"}
    moved = on_device(arrays, torch.device("cpu"))
    assert moved["x"].dtype == torch.uint8
    assert isinstance(moved["pair"], tuple)
    assert moved["name"] == "clip"


def hungry(most: int) -> Callable[[nn.Module, tuple[Tensor, Tensor]], Tensor]:
    """A loss whose memory suffices for so many examples at a time."""

    def eats(net: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
        if len(batch[0]) > most:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return loss(net, batch)

    return eats


def test_where_memory_runs_out_a_batch_is_divided(tmp_path: Path) -> None:
    """Without what looks at a batch as a whole, the parts' gradients are the whole's."""

    def plain() -> nn.Module:
        torch.manual_seed(4)
        return nn.Sequential(nn.Linear(5, 6), nn.ReLU(), nn.Linear(6, 1))

    whole, parted = plain(), plain()
    trained(whole)
    history = trained(parted, loss=hungry(3), divisible=True, store=tmp_path / "run.pt")
    assert history.parts == 4
    for one, other in zip(whole.state_dict().values(), parted.state_dict().values(), strict=True):
        torch.testing.assert_close(one, other, rtol=1e-3, atol=1e-4)
    assert torch.load(tmp_path / "run.pt", weights_only=True)["parts"] == 4


def test_memory_for_less_than_one_example_is_said() -> None:
    with pytest.raises(UserError, match="too little memory for one example"):
        trained(network(), loss=hungry(0), divisible=True)
    with pytest.raises(torch.OutOfMemoryError):  # nobody said that it may be divided
        trained(network(), loss=hungry(3))


def test_parts_of_a_batch_are_all_of_it() -> None:
    batch = {"x": np.arange(7), "pair": (torch.arange(7), np.arange(14).reshape(7, 2)), "name": "clip"}
    parts = list(divided(batch, 4))
    assert [examples(part) for part in parts] == [2, 2, 1, 2]
    assert np.concatenate([part["x"] for part in parts]).tolist() == list(range(7))
    assert np.concatenate([part["pair"][1] for part in parts]).tolist() == batch["pair"][1].tolist()
    assert {part["name"] for part in parts} == {"clip"}
    assert len(list(divided(batch, 16))) == 7


def test_curves_are_told_all_along() -> None:
    found = []
    task = fit(network(), RECIPE, loss, batches, device=CPU, check=lambda net, step: {"F1": step / 100}, every=10)
    history = drive(task, lambda progress: found.append(progress.curves))
    assert history.curves()["F1"] == [(10.0, 0.1), (20.0, 0.2), (30.0, 0.3), (40.0, 0.4)]
    assert len(history.curves()["loss"]) == STEPS
    assert set(found[-1]) <= {"loss", "F1"}


KILLED = """
import sys, time
sys.path[:0] = [sys.argv[1]]
from pathlib import Path
from tests.models import test_train as t
from core.task import drive
done = Path(sys.argv[2]).open("w")
def noted(net, batch):
    time.sleep(0.02)
    done.write(f"{time.monotonic()}\\n")
    done.flush()
    return t.loss(net, batch)
drive(t.fit(t.network(), t.Recipe("paper", 10**6, 8, t.adam), noted, t.batches, device=t.CPU,
            store=Path(sys.argv[3]), keep_seconds=0.3))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_training_loses_little(tmp_path: Path) -> None:
    root, steps, store = Path(__file__).resolve().parents[2], tmp_path / "steps", tmp_path / "run.pt"
    with subprocess.Popen([sys.executable, "-c", KILLED, root, steps, store], cwd=root) as process:
        until = time.monotonic() + 60
        while not store.exists() or len(steps.read_text().splitlines()) < 60:
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
    moments = [float(line) for line in steps.read_text().splitlines()]
    kept = torch.load(store, weights_only=True)["step"]
    assert moments[-1] - moments[kept - 1] < 0.3 + 1.0  # a busy machine may be late


@pytest.mark.parametrize(("able", "half"), [({}, False), ({"avx512_bf16": False}, False), ({"amx_bf16": True}, True)])
def test_half_precision_is_left_to_processors_that_have_it(
    able: dict[str, bool], half: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: able)
    seen: set[torch.dtype] = set()

    def watched(net: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
        seen.add(net(batch[0]).dtype)
        return loss(net, batch)

    trained(network(), loss=watched, bf16=True)
    assert seen == {torch.bfloat16 if half else torch.float32}

"""bfloat16 is used where it is faster and agrees, and the verdict is remembered."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from core.paths import cache_dir
from core.task import Progress, Task, drive
from models.device import Device, bf16_pays

CPU = Device("cpu", "test", 1)


@pytest.fixture(autouse=True)
def able(monkeypatch: pytest.MonkeyPatch) -> None:
    """A processor with instructions for bfloat16."""
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx512_bf16": True})


def network(half: float, full: float, shift: float) -> Callable[[bool], Task[Tensor]]:
    """Takes `half` or `full` seconds of processor time and differs by `shift` in bfloat16."""

    def probabilities(bf16: bool) -> Task[Tensor]:
        yield Progress()
        ends = time.perf_counter() + (half if bf16 else full)
        while time.perf_counter() < ends:
            pass
        return torch.tensor([[0.7 - shift * bf16, 0.3 + shift * bf16]])

    return probabilities


@pytest.mark.parametrize(
    ("half", "full", "shift", "pays"),
    [(0.001, 0.03, 0.01, True), (0.03, 0.001, 0.0, False), (0.001, 0.03, 0.1, False), (0.001, 0.03, 0.3, False)],
)
def test_faster_and_agrees(half: float, full: float, shift: float, pays: bool) -> None:
    assert drive(bf16_pays(CPU, "net", network(half, full, shift))) is pays


def test_the_verdict_is_remembered() -> None:
    assert drive(bf16_pays(CPU, "net", network(0.001, 0.03, 0)))
    assert drive(bf16_pays(CPU, "net", network(0.03, 0.001, 0)))
    assert not drive(bf16_pays(CPU, "another", network(0.03, 0.001, 0)))
    (cache_dir() / "precision.json").write_text("{")
    assert not drive(bf16_pays(CPU, "net", network(0.03, 0.001, 0)))


def test_a_network_without_it_stays_in_float32() -> None:
    def refuses(bf16: bool) -> Task[Tensor]:
        yield Progress()
        if bf16:
            raise NotImplementedError("no kernel")
        return torch.ones(1, 1)

    assert not drive(bf16_pays(CPU, "net", refuses))


def test_a_processor_without_its_instructions_is_not_even_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(bf16: bool) -> Task[Tensor]:
        raise AssertionError("trying it takes minutes there")
        yield Progress()

    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx2": True})
    assert not drive(bf16_pays(CPU, "net", never))

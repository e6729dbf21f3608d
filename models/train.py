"""Training: one loop for every network and recipe. Batches are made in a thread beside it; it stops where it is told to
and goes on from there, to the same weights as if it had never stopped.

A recipe says how (optimiser, rate, batch, steps); the loss and the batches say what. Batch n depends on n alone, so
training that goes on with step n needs no memory of the batches before it.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from pickle import UnpicklingError
from queue import Empty, Full, Queue
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from core.errors import UserError
from core.task import Progress, Task
from models.device import Device, steady_memory

Batch = Any  # arrays, or a tuple or dict of them; arrives in `loss` as tensors on the device
Loss = Callable[[nn.Module, Batch], Tensor]
Metrics = dict[str, float]
_AHEAD = 4  # batches made before they are needed
_SIGN = 0.1  # seconds between two signs of life


@dataclass(frozen=True)
class Recipe:
    """How a network is trained. name: "paper" is the paper's own. optimizer(parameters) makes the optimiser; rate(step)
    is what its learning rate is multiplied by; grow(network) is called between backward pass and step, for clipping."""

    name: str
    steps: int
    batch: int
    optimizer: Callable[[Iterable[nn.Parameter]], Optimizer]
    rate: Callable[[int], float] = lambda _: 1.0
    clip: Callable[[nn.Module], object] = lambda _: None


@dataclass
class History:
    """What training went through; `metrics` are (step, values) as `check` gave them, `losses` (step, mean since the
    last one). seconds: of training, all sittings together."""

    step: int = 0
    seconds: float = 0.0
    losses: list[tuple[int, float]] = field(default_factory=list)
    metrics: list[tuple[int, Metrics]] = field(default_factory=list)
    finished: bool = False


def fit(
    network: nn.Module,
    recipe: Recipe,
    loss: Loss,
    batches: Callable[[int], Batch],
    *,
    device: Device,
    seed: int = 0,
    minutes: float | None = None,
    store: Path | None = None,
    check: Callable[[nn.Module, int], Metrics] | None = None,
    every: int = 0,
    bf16: bool = False,
    compiled: bool = False,
    keep_seconds: float = 30.0,
    text: str = "Training",
) -> Task[History]:
    """Trains in place, in train mode, until `recipe.steps`, or until this call has lasted `minutes`.

    batches(n): the batch of step n, NumPy arrays or tensors (a tuple or dict of them), made in another thread. check:
    asked every `every` steps and at the end, in eval mode. store: a file that keeps the state, so that another call
    with the same arguments goes on from there (a cancelled one too; a killed one loses `keep_seconds`). bf16: automatic
    mixed precision. Raises UserError where the loss is no number any more or `store` is not this network's.
    """
    steady_memory()
    torch.manual_seed(seed)
    network.to(device.torch).train()
    optimizer = recipe.optimizer([p for p in network.parameters() if p.requires_grad])
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, recipe.rate)
    history = History()
    if store is not None and store.exists():
        history = _restore(store, network, optimizer, schedule)
    forward: Loss = torch.compile(loss) if compiled else loss
    began = kept = time.perf_counter()
    before, pulse, recent = history.seconds, 0.0, []
    try:
        with _made(batches, history.step, recipe.steps) as made:
            while history.step < recipe.steps and (minutes is None or time.perf_counter() - began < 60 * minutes):
                try:
                    batch = next(made)
                except Empty:
                    yield Progress(history.step, recipe.steps, text)
                    continue
                optimizer.zero_grad(set_to_none=True)
                with device.precision(bf16):
                    value = forward(network, on_device(batch, device.torch))
                value.backward()  # type: ignore[no-untyped-call]
                recipe.clip(network)
                optimizer.step()
                schedule.step()
                history.step += 1
                recent.append(value.detach())
                if len(recent) >= max(1, recipe.steps // 500) or history.step == recipe.steps:
                    _note(history, recent)
                    recent = []
                now = time.perf_counter()
                history.seconds = before + now - began
                if check is not None and every and history.step % every == 0 and history.step < recipe.steps:
                    _check(network, check, history)
                if store is not None and now - kept > keep_seconds:
                    _keep(store, network, optimizer, schedule, history)
                    kept = now
                if now - pulse > _SIGN:
                    pulse = now
                    yield Progress(history.step, recipe.steps, _said(text, history))
    finally:
        if recent:
            _note(history, recent)
        if store is not None and (history.step > 0):
            _keep(store, network, optimizer, schedule, history)
    history.finished = history.step >= recipe.steps
    if check is not None:
        _check(network, check, history)
    network.eval()
    return history


def on_device(batch: Batch, device: torch.device) -> Batch:
    """Arrays → tensors on the device, in the same structure."""
    if isinstance(batch, np.ndarray):
        batch = torch.from_numpy(batch)
    if isinstance(batch, Tensor):
        return batch.to(device, non_blocking=True)
    if isinstance(batch, Mapping):
        return {key: on_device(value, device) for key, value in batch.items()}
    if isinstance(batch, tuple | list):
        return tuple(on_device(value, device) for value in batch)
    return batch


def _said(text: str, history: History) -> str:
    return f"{text}, loss {history.losses[-1][1]:.4g}" if history.losses else text


def _note(history: History, recent: list[Tensor]) -> None:
    mean = float(torch.stack([value.float() for value in recent]).mean())
    if not np.isfinite(mean):
        raise UserError("The training went astray: its loss is no number any more. Train with a lower rate.")
    history.losses.append((history.step, mean))


def _check(network: nn.Module, check: Callable[[nn.Module, int], Metrics], history: History) -> None:
    network.eval()
    with torch.no_grad():
        history.metrics.append((history.step, check(network, history.step)))
    network.train()


def _keep(store: Path, network: nn.Module, optimizer: Optimizer, schedule: Any, history: History) -> None:
    store.parent.mkdir(parents=True, exist_ok=True)
    part = store.with_suffix(f".{os.getpid()}.part")
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "step": history.step,
        "seconds": history.seconds,
        "losses": history.losses,
        "metrics": history.metrics,
        "random": torch.get_rng_state(),
    }
    torch.save(state, part)
    part.replace(store)


def _restore(store: Path, network: nn.Module, optimizer: Optimizer, schedule: Any) -> History:
    try:
        state = torch.load(store, map_location="cpu", weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
    except (OSError, RuntimeError, KeyError, ValueError, EOFError, UnpicklingError) as error:
        raise UserError(f"{store} does not hold this training; delete it to begin anew.") from error
    schedule.last_epoch = state["step"]
    losses = [(int(step), float(value)) for step, value in state["losses"]]
    return History(state["step"], state["seconds"], losses, [(step, dict(m)) for step, m in state["metrics"]])


@contextmanager
def _made(batches: Callable[[int], Batch], first: int, last: int) -> Iterator[Iterator[Batch]]:
    """The batches of steps first … last − 1, made in a thread; `next` raises Empty where none came for a moment. What
    making one raises is raised here."""
    queue: Queue[tuple[Batch, Exception | None]] = Queue(_AHEAD)
    stop = threading.Event()

    def put(item: tuple[Batch, Exception | None]) -> None:
        while not stop.is_set():
            try:
                queue.put(item, timeout=0.05)
                return
            except Full:
                continue

    def work() -> None:
        try:
            for step in range(first, last):
                if stop.is_set():
                    return
                put((batches(step), None))
        except Exception as error:  # noqa: BLE001 — raised again where the batch is used
            put((None, error))

    class Made:
        def __iter__(self) -> Iterator[Batch]:
            return self

        def __next__(self) -> Batch:
            batch, error = queue.get(timeout=_SIGN)
            if error is not None:
                raise error
            return batch

    thread = threading.Thread(target=work, name="reelmark-batches", daemon=True)
    thread.start()
    try:
        yield Made()
    finally:
        stop.set()
        thread.join()

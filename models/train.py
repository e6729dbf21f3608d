"""Training: one loop for every network and recipe. Batches are made in a thread beside it; it stops where it is told to
and goes on from there, to the same weights as if it had never stopped.

A recipe says how (optimiser, rate, batch, steps); the loss and the batches say what. Batch n depends on n alone, so
training that goes on with step n needs no memory of the batches before it.
"""

from __future__ import annotations

import os
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from pickle import UnpicklingError
from queue import Empty, Queue
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from core.errors import UserError
from core.task import Progress, Task
from models.device import Device, roomy_memory

Batch = Any  # arrays, or a tuple or dict of them; arrives in `loss` as tensors on the device
Loss = Callable[[nn.Module, Batch], Tensor]
Metrics = dict[str, float]
_AHEAD = 4  # batches made before they are needed
_FEW = 1  # so many left, and more are made
_SIGN = 0.1  # seconds between two signs of life


@dataclass(frozen=True)
class Recipe:
    """How a network is trained. name: "paper" is the paper's own. optimizer(parameters) makes the optimiser; rate(step)
    is what its learning rate is multiplied by; clip(network) is called between backward pass and step."""

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
    with the same arguments goes on from there (a cancelled one too; a killed one loses `keep_seconds`). What a loss
    remembers from step to step is kept where it is a buffer of the network. bf16: automatic mixed precision, on a
    device made for it. Raises UserError where the loss is no number any more, or `store` is another training's or
    cannot be written.
    """
    torch.manual_seed(seed)
    run = _Run(network.to(device.torch).train(), recipe, torch.compile(loss) if compiled else loss, device, bf16, store)
    history = run.restored()
    began = kept = time.perf_counter()
    before, pulse = history.seconds, 0.0
    try:
        with roomy_memory(), _made(batches, history.step, recipe.steps) as made:
            while history.step < recipe.steps and (minutes is None or time.perf_counter() - began < 60 * minutes):
                try:
                    batch = next(made)
                except Empty:
                    yield Progress(history.step, recipe.steps, text)
                    continue
                run.step(batch)
                now = time.perf_counter()
                history.seconds = before + now - began
                if check is not None and every and history.step % every == 0 and history.step < recipe.steps:
                    run.check(check)
                if now - kept > keep_seconds:
                    run.keep()
                    kept = now
                if now - pulse > _SIGN:
                    pulse = now
                    yield Progress(history.step, recipe.steps, _said(text, history))
        run.note()
    finally:  # cancelled as well: the next call goes on from here
        run.keep()
    history.finished = history.step >= recipe.steps
    if check is not None:
        run.check(check)
    network.eval()
    return history


class _Run:
    """One network in training. Nothing is kept while a step is half done (Ctrl-C may come at any moment), nor are
    weights that are no numbers."""

    def __init__(
        self, network: nn.Module, recipe: Recipe, loss: Loss, device: Device, bf16: bool, store: Path | None
    ) -> None:
        self.network, self.recipe, self.loss, self.device = network, recipe, loss, device
        self.bf16 = bf16 and device.has_bf16
        self.store = store
        self.optimizer = recipe.optimizer([p for p in network.parameters() if p.requires_grad])
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, recipe.rate)
        self.history = History()
        self._recent: list[Tensor] = []
        self._whole = True
        self._kept = -1

    def step(self, batch: Batch) -> None:
        self._whole = False
        self.optimizer.zero_grad(set_to_none=True)
        with self.device.precision(self.bf16):
            value = self.loss(self.network, on_device(batch, self.device.torch))
        value.backward()  # type: ignore[no-untyped-call]
        self.recipe.clip(self.network)
        self.optimizer.step()
        self.schedule.step()
        self.history.step += 1
        self._recent.append(value.detach())
        self._whole = True
        if len(self._recent) >= max(1, self.recipe.steps // 500):
            self.note()

    def note(self) -> None:
        """The mean loss since the last note. Raises UserError where it is no number."""
        if not self._recent:
            return
        mean = float(torch.stack([value.float() for value in self._recent]).mean())
        if not np.isfinite(mean):
            self._whole = False
            raise UserError("The training went astray: its loss is no number any more. Train with a lower rate.")
        self._recent = []
        self.history.losses.append((self.history.step, mean))

    def check(self, check: Callable[[nn.Module, int], Metrics]) -> None:
        self.network.eval()
        with torch.no_grad():
            found = check(self.network, self.history.step)
        self.history.metrics.append((self.history.step, {name: float(value) for name, value in found.items()}))
        self.network.train()

    def keep(self) -> None:
        """Writes the state in one step. Raises UserError where it cannot be written."""
        if self.store is None or not self._whole or self.history.step in (0, self._kept):
            return
        if self._recent and not bool(torch.isfinite(torch.stack(self._recent)).all()):
            return
        part = self.store.with_suffix(f".{os.getpid()}.part")
        try:
            self.store.parent.mkdir(parents=True, exist_ok=True)
            torch.save(self._state(), part)
            part.replace(self.store)
        except (OSError, RuntimeError) as error:  # torch's writer has no error of its own
            with suppress(OSError):
                part.unlink()
            raise UserError(f"The training cannot be kept in {self.store.parent}; free space there.") from error
        self._kept = self.history.step

    def _state(self) -> dict[str, object]:
        history = self.history
        return {
            "recipe": self.recipe.name,
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": history.step,
            "seconds": history.seconds,
            "losses": history.losses,
            "metrics": history.metrics,
            "recent": [float(value) for value in self._recent],
            "random": torch.get_rng_state(),
            "cuda": torch.cuda.get_rng_state(self.device.torch) if self.device.kind == "cuda" else None,
        }

    def restored(self) -> History:
        """What there is in `store`, else a fresh start. Raises UserError where it holds another training."""
        if self.store is None or not self.store.exists():
            return self.history
        try:
            with warnings.catch_warnings(action="ignore"):  # of what it is not made to read; that is said below
                state = torch.load(self.store, map_location="cpu", weights_only=True)
            if state["recipe"] != self.recipe.name:
                raise ValueError(f"another recipe, {state['recipe']}")
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            torch.set_rng_state(state["random"])
            if state["cuda"] is not None and self.device.kind == "cuda":
                torch.cuda.set_rng_state(state["cuda"], self.device.torch)
            losses = [(int(step), float(value)) for step, value in state["losses"]]
            metrics = [(int(step), dict(values)) for step, values in state["metrics"]]
            self._recent = [torch.tensor(value, device=self.device.torch) for value in state["recent"]]
            self.history = History(int(state["step"]), float(state["seconds"]), losses, metrics)
        except (OSError, RuntimeError, LookupError, TypeError, ValueError, EOFError, UnpicklingError) as error:
            raise UserError(f"{self.store} does not hold this training; delete it to begin anew.") from error
        self.schedule.last_epoch = self._kept = self.history.step
        return self.history


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


@contextmanager
def _made(batches: Callable[[int], Batch], first: int, last: int) -> Iterator[Iterator[Batch]]:
    """The batches of steps first … last − 1, made in a thread; `next` raises Empty where none came for a moment. What
    making one raises is raised here."""
    queue: Queue[tuple[Batch, Exception | None]] = Queue(_AHEAD)
    stop, alone, low = threading.Event(), threading.Event(), threading.Event()
    threads = torch.get_num_threads()

    def put(item: tuple[Batch, Exception | None]) -> None:
        if queue.full():  # several are made at a stretch: each change of threads costs a small network's step dear
            low.clear()
            while queue.qsize() > _FEW and not stop.is_set():
                low.wait(0.05)
        if not stop.is_set():
            queue.put(item)

    def work() -> None:
        # One thread is enough here. More would be a second team, which waits for work by spinning on the very cores
        # that the network computes on: a small network's step took twice as long.
        torch.get_num_threads()  # lets torch set this thread up, which would undo the next line later
        torch.set_num_threads(1)
        alone.set()
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
            if queue.qsize() <= _FEW:
                low.set()
            if error is not None:
                raise error
            return batch

    thread = threading.Thread(target=work, name="reelmark-batches", daemon=True)
    thread.start()
    alone.wait()
    torch.set_num_threads(threads)  # each thread has its own number; those still to come begin with the one set last
    try:
        yield Made()
    finally:
        stop.set()
        thread.join()

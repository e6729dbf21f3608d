"""Training: one loop for every network and recipe. Batches are made in a thread beside it; it stops where it is told to
and goes on from there, to the same weights as if it had never stopped.

A recipe says how (optimiser, rate, batch, steps); the loss and the batches say what. Batch n depends on n alone, so
training that goes on with step n needs no memory of the batches before it.
"""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from pickle import UnpicklingError
from queue import Empty

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from core.errors import UserError
from core.task import Curves, Progress, Task
from models.batches import SIGN, Batch, divided, examples, made, on_device, out_of_memory
from models.device import Device, roomy_memory

Loss = Callable[[nn.Module, Batch], Tensor]
Metrics = dict[str, float]


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
    last one). seconds: of training, all sittings together. parts: into so many a batch is divided, because memory ran
    out."""

    step: int = 0
    seconds: float = 0.0
    parts: int = 1
    losses: list[tuple[int, float]] = field(default_factory=list)
    metrics: list[tuple[int, Metrics]] = field(default_factory=list)
    finished: bool = False

    def curves(self) -> Curves:
        """The loss and each metric, as (step, value)."""
        found: dict[str, list[tuple[float, float]]] = {"loss": [(float(step), value) for step, value in self.losses]}
        for step, values in self.metrics:
            for name, value in values.items():
                found.setdefault(name, []).append((float(step), value))
        return found


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
    divisible: bool = False,
    text: str = "Training",
) -> Task[History]:
    """Trains in place, in train mode, until `recipe.steps`, or until this call has lasted `minutes`.

    batches(n): the batch of step n, NumPy arrays or tensors (a tuple or dict of them), made in another thread. check:
    asked every `every` steps and at the end, in eval mode. store: a file that keeps the state, so that another call
    with the same arguments goes on from there (a cancelled one too; a killed one loses `keep_seconds`). What a loss
    remembers from step to step is kept where it is a buffer of the network. bf16: automatic mixed precision, on a
    device made for it. divisible: the examples lie along the first axis of all arrays of a batch, and the loss is their
    mean: where memory runs out, a batch is divided and the parts' gradients are added up. Raises UserError where the
    loss is no number any more, `store` is another training's or cannot be written, or memory does not suffice.
    """
    torch.manual_seed(seed)
    run = _Run(network.to(device.torch).train(), recipe, torch.compile(loss) if compiled else loss, device, bf16, store)
    run.divisible = divisible
    history = run.restored()
    began = kept = time.perf_counter()
    before, pulse = history.seconds, 0.0
    try:
        with roomy_memory(), made(batches, history.step, recipe.steps) as coming:
            while history.step < recipe.steps and (minutes is None or time.perf_counter() - began < 60 * minutes):
                try:
                    batch = next(coming)
                except Empty:
                    yield Progress(history.step, recipe.steps, text, history.curves())
                    continue
                run.step(batch)
                now = time.perf_counter()
                history.seconds = before + now - began
                if check is not None and every and history.step % every == 0 and history.step < recipe.steps:
                    run.check(check)
                if now - kept > keep_seconds:
                    run.keep()
                    kept = now
                if now - pulse > SIGN:
                    pulse = now
                    yield Progress(history.step, recipe.steps, _said(text, history), history.curves())
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
        self.divisible = False
        self._recent: list[Tensor] = []
        self._whole = True
        self._kept = -1

    def step(self, batch: Batch) -> None:
        self._whole = False
        value = self._gradients(batch)
        while value is None:
            self._divide(batch)
            value = self._gradients(batch)
        self.recipe.clip(self.network)
        self.optimizer.step()
        self.schedule.step()
        self.history.step += 1
        self._recent.append(value.detach())
        self._whole = True
        if len(self._recent) >= max(1, self.recipe.steps // 500):
            self.note()

    def _gradients(self, batch: Batch) -> Tensor | None:
        """The loss, its gradients in the network; None where memory ran out."""
        self.optimizer.zero_grad(set_to_none=True)
        whole, count = None, examples(batch) if self.history.parts > 1 else 1
        try:
            for part in divided(batch, self.history.parts):
                with self.device.precision(self.bf16):
                    value = self.loss(self.network, on_device(part, self.device.torch))
                value = value * (examples(part) / count) if count > 1 else value
                value.backward()  # type: ignore[no-untyped-call]
                whole = value.detach() if whole is None else whole + value.detach()
        except RuntimeError as error:
            if not out_of_memory(error) or not self.divisible:
                raise
            return None
        return whole

    def _divide(self, batch: Batch) -> None:
        """Into twice as many parts as before. Raises UserError where a part is one example already."""
        self.optimizer.zero_grad(set_to_none=True)
        if self.device.kind == "cuda":
            torch.cuda.empty_cache()
        if self.history.parts >= examples(batch):
            raise UserError(
                f"{self.device.name} has too little memory for one example; close other programs, or train a smaller "
                "form of the network."
            )
        self.history.parts *= 2

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
        keep(self._state(), self.store)
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
            "parts": history.parts,
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
            parts = int(state.get("parts", 1))
            self.history = History(int(state["step"]), float(state["seconds"]), parts, losses, metrics)
        except (OSError, RuntimeError, LookupError, TypeError, ValueError, EOFError, UnpicklingError) as error:
            raise UserError(f"{self.store} does not hold this training; delete it to begin anew.") from error
        self.schedule.last_epoch = self._kept = self.history.step
        return self.history


def keep(state: object, file: Path) -> None:
    """Writes a training's state in one step. Raises UserError where it cannot be written."""
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        torch.save(state, part)
        part.replace(file)
    except (OSError, RuntimeError) as error:  # torch's writer has no error of its own
        with suppress(OSError):
            part.unlink()
        raise UserError(f"The training cannot be kept in {file.parent}; free space there.") from error


def _said(text: str, history: History) -> str:
    return f"{text}, loss {history.losses[-1][1]:.4g}" if history.losses else text

"""A network at work on its device: one batch of clips after the other, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import Cancelled, UserError
from core.gentle import gentle
from core.task import Progress, Task
from core.video.clips import ClipSpec
from models.card import Arrays, ModelCard, Prepare, Prepared, unchanged
from models.device import MEASURING, Device, bf16_pays, steady_memory
from models.preprocess import batch, stacked

PULSE = 0.05  # seconds between two signs of life while the network computes


def read(card: ModelCard, out: Any) -> dict[str, Tensor]:
    """What the card reads in its network's output. Raises UserError where nothing of it is a score."""
    found = card.read(out)
    if "scores" not in found:
        raise UserError(f"“{card.title}” gives nothing that can be shown over time; choose another network.")
    return found


def as_arrays(tensors: dict[str, Tensor]) -> Arrays:
    """Scores and errors as float32, all else as float16."""
    return {
        name: (tensor.float() if name in ("scores", "error") else tensor.half()).cpu().numpy()
        for name, tensor in tensors.items()
    }


def joined(chunks: Sequence[Arrays]) -> Arrays:
    return {name: np.concatenate([chunk[name] for chunk in chunks]) for name in chunks[0]}


class Engine:
    """A network on its device: decides on bfloat16 with the first clip, and halves its batch when memory runs out.

    The network computes in a thread of its own, so that the task yields all the while; a task that is closed in the
    middle of a forward pass stops it before its next layer. A context manager, which ends that thread.
    """

    def __init__(self, network: nn.Module, card: ModelCard, device: Device, spec: ClipSpec, digest: str) -> None:
        steady_memory()
        self.card, self.device, self.spec, self.digest = card, device, spec, digest
        network = card.fuse(network).to(device.torch)
        # Channels last suits oneDNN and cuDNN; Apple's backend knows no such format for volumes.
        self.network = network if device.kind == "mps" else _channels_last(network)
        # On a processor larger batches are no faster and cancel later.
        self.batch = 1 if device.kind == "cpu" else 16
        # What is finished later has no known scale, so nobody can say which difference matters.
        self.bf16: bool | None = None if card.half and card.finish is unchanged else False
        self._thread = ThreadPoolExecutor(1, "reelmark-network", initializer=gentle)
        self._stop = threading.Event()
        for module in self.network.modules():
            if not any(module.children()):
                module.register_forward_pre_hook(self._check)

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown()

    def run(self, clips: Sequence[Prepared], progress: Progress) -> Task[Arrays]:
        """scores float32 [n, labels] and features float16 [n, width] of the clips; yields `progress` between parts.
        Raises UserError where not even one clip fits into memory."""
        if self.bf16 is None:
            what = f"{self.digest} {self.spec.to_json()}"
            self.bf16 = yield from bf16_pays(self.device, what, lambda bf16: self._probe(clips, bf16))
        bf16 = self.bf16
        parts: list[Arrays] = []
        at = 0
        while at < len(clips):
            short = False
            try:
                some = clips[at : at + self.batch]
                parts.append((yield from self._aside(partial(self._forward, some, bf16), progress)))
                at += self.batch
            except torch.OutOfMemoryError as error:
                if self.batch == 1:
                    raise UserError(
                        f"{self.device.name} has too little memory for one clip; close other programs or use the CPU."
                    ) from error
                short = True
            if short:  # only now has the error let go of what the larger batch took
                self.batch //= 2
                if self.device.kind == "cuda":
                    torch.cuda.empty_cache()
            yield progress
        return joined(parts)

    def _probe(self, clips: Sequence[Prepared], bf16: bool) -> Task[Tensor]:
        out = yield from self._aside(partial(self._forward, clips[:1], bf16), Progress(0, 0, MEASURING))
        return torch.from_numpy(out["scores"])

    def _aside(self, work: Callable[[], Arrays], progress: Progress) -> Task[Arrays]:
        """Does the work in the network's thread."""
        future = self._thread.submit(work)
        try:
            while not wait([future], timeout=PULSE).done:
                yield progress
        finally:
            if not future.done():
                self._stop.set()
                wait([future])
                self._stop.clear()
        try:
            return future.result()
        finally:
            del future  # an error in it, by way of this frame, would keep itself and the network's tensors

    def _check(self, *_: object) -> None:
        if self._stop.is_set():
            raise Cancelled

    def _forward(self, clips: Sequence[Prepared], bf16: bool) -> Arrays:
        with torch.inference_mode(), self.device.precision(bf16):
            return as_arrays(read(self.card, self.network(self._inputs(clips))))

    def _inputs(self, clips: Sequence[Prepared]) -> Tensor | tuple[Tensor, ...]:
        if self.card.prepare is not None:
            return stacked(clips, self.device.torch)
        return batch(cast(Sequence[np.ndarray], clips), self.spec, self.device.torch)

    def prepare(self) -> Prepare | None:
        """For one pass over the video."""
        return None if self.card.prepare is None else self.card.prepare(self.spec)


@torch.no_grad()
def _channels_last(network: nn.Module) -> nn.Module:
    for tensor in network.parameters():
        if tensor.dim() == 5:
            tensor.data = tensor.contiguous(memory_format=torch.channels_last_3d)
        elif tensor.dim() == 4:
            tensor.data = tensor.contiguous(memory_format=torch.channels_last)
    return network

"""A training's batches: made in a thread beside it, moved to the device, divided where memory is short."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from queue import Queue
from typing import Any

import numpy as np
import torch
from torch import Tensor

Batch = Any  # arrays, or a tuple or dict of them; arrives in a loss as tensors on the device
SIGN = 0.1  # seconds between two signs of life
_AHEAD = 4  # batches made before they are needed
_FEW = 1  # so many left, and more are made


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


def examples(batch: Batch) -> int:
    """How many lie along the first axis of a batch's arrays."""
    first = batch
    while not isinstance(first, np.ndarray | Tensor):
        first = next(iter(first.values() if isinstance(first, Mapping) else first))
    return len(first)


def divided(batch: Batch, parts: int) -> Iterator[Batch]:
    """Parts of a batch in the same structure, as equal as can be; of fewer examples than parts, one each."""
    if parts == 1:
        yield batch
        return
    count = examples(batch)
    edges = [round(i * count / parts) for i in range(parts + 1)]
    for start, stop in itertools.pairwise(edges):
        if start < stop:
            yield _cut(batch, slice(start, stop))


def _cut(batch: Batch, part: slice) -> Batch:
    if isinstance(batch, Mapping):
        return {key: _cut(value, part) for key, value in batch.items()}
    if isinstance(batch, tuple | list):
        return tuple(_cut(value, part) for value in batch)
    return batch[part] if isinstance(batch, np.ndarray | Tensor) else batch


def out_of_memory(error: RuntimeError) -> bool:
    """The processor's allocator has no error of its own."""
    return isinstance(error, torch.OutOfMemoryError) or "can't allocate memory" in str(error)


@contextmanager
def made(batches: Callable[[int], Batch], first: int, last: int) -> Iterator[Iterator[Batch]]:
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
            batch, error = queue.get(timeout=SIGN)
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

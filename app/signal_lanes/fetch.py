"""Getting a lane's signal ready to paint, in a worker: from the cache where it is there, else computed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from app.signal_lanes.lane import SignalLane, Source
from app.signal_lanes.levels import How, Levels
from core.errors import UserError
from core.peaks import NONE, Peaks, peaks
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Progress, Task

T = TypeVar("T")
_REST, _LONGEST_REST = 5, 0.25  # times what a step took; seconds


@dataclass(frozen=True, eq=False)
class Ready:
    """A signal, ready to paint. ceiling: the value at the row's top."""

    channels: tuple[str, ...]
    levels: Levels
    ceiling: float
    peaks: Peaks = NONE


def known(lane: SignalLane, source: Source, cache: ArrayCache | None = None) -> Task[Ready | str | None]:
    """What is there at once: of a slow source only what the cache has, else None."""
    yield Progress(text=lane.title)
    cache = cache or ArrayCache()
    if source.kept:
        found = _cached(source, cache)
        if found is not None:
            return found if isinstance(found, str) else ready(lane, found)
    return None if source.slow else (yield from computed(lane, source, cache))


def computed(lane: SignalLane, source: Source, cache: ArrayCache | None = None) -> Task[Ready | str]:
    """The signal as its source gives it, kept for the next time; or the sentence why there is none."""
    cache = cache or ArrayCache()
    try:
        found = yield from source.compute(cache)
    except UserError as error:  # said in the lane's row, where it is looked for
        return str(error)
    if source.kept and not (isinstance(found, str) and not source.slow):
        _keep(source, cache, found)
    return found if isinstance(found, str) else ready(lane, found)


def considerate(task: Task[T], busy: Callable[[], bool], sleep: Callable[[float], object] = time.sleep) -> Task[T]:
    """The task, at a sixth of its speed while somebody is busy: what is computed behind a video that plays must not
    cost it frames."""
    try:
        while True:
            began = time.perf_counter()
            try:
                progress = next(task)
            except StopIteration as stop:
                value: T = stop.value
                return value
            if busy():
                sleep(min(_LONGEST_REST, _REST * (time.perf_counter() - began)))
            yield progress
    finally:
        task.close()


def ready(lane: SignalLane, signal: Signal) -> Ready:
    how: How = "mean" if lane.look in ("stacked", "strip") else "extremes"
    levels = Levels(signal, how, lane.parts(signal))
    return Ready(signal.channels, levels, lane.ceiling(signal), peaks(signal) if lane.peaks else NONE)


def _keep(source: Source, cache: ArrayCache, found: Signal | str) -> None:
    """Half precision: nobody sees more of it. A sentence is kept as well: silence need not be looked for twice."""
    if isinstance(found, str):
        cache.put(source.key, said=np.array(found))
        return
    time = np.array([found.step, found.window, found.start])
    cache.put(source.key, values=found.values.astype(np.float16), channels=np.array(found.channels), time=time)


def _cached(source: Source, cache: ArrayCache) -> Signal | str | None:
    arrays = cache.get(source.key)
    if arrays is None:
        return None
    if "said" in arrays:
        return str(arrays["said"])
    step, window, start = (int(number) for number in arrays["time"])
    channels = tuple(str(name) for name in arrays["channels"])
    return Signal(arrays["values"].astype(np.float32), channels, step, window, start)

"""What a run thinks of every moment: its best labels, one on top of the other."""

from __future__ import annotations

import weakref

import numpy as np

from app.signal_lanes.lane import Ask, SignalLane, Source
from core.rows import Run
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Progress, Task

MOST = 6  # labels; more colours are not told apart
_HELP = "No scores yet: find activities ({analyze})"
_PLAIN = ("#4c78a8", "#f58518", "#54a24b", "#b79a20", "#9d6fb0", "#8a8a8a")  # of labels that the project does not have

_REMEMBERED = 4
_memory: dict[int, tuple[weakref.ref[Signal], tuple[str, ...]]] = {}


def source(ask: Ask) -> Source | str:
    several = [run for run in ask.ordered if len(ask.scores[run.id].channels) > 1]
    run = next(iter(several or ask.ordered), None)
    if run is None:
        return _HELP
    signal = ask.scores[run.id]
    names = best(run, signal)
    colors = tuple(ask.colors.get(name, _PLAIN[i]) for i, name in enumerate(names))

    def compute(_: ArrayCache) -> Task[Signal | str]:
        yield Progress(text="Scores")
        columns = [signal.channels.index(name) for name in names]
        values = np.ascontiguousarray(signal.values[:, columns])
        return Signal(values, names, signal.step, signal.window, signal.start)

    return Source(f"{run.id} {run.scores_key} {names}", compute, colors, run.model, kept=False)


def best(run: Run, signal: Signal) -> tuple[str, ...]:
    """The labels worth a colour: the run's best, then the strongest of the rest. Asked often, and long to find in ten
    hours of 400 labels: the last answers are remembered."""
    known = _memory.get(run.id)
    if known is not None and known[0]() is signal:
        return known[1]
    named = [name for name, _ in run.top_labels if name in signal.channels]
    if len(named) < MOST and len(signal):
        strongest = np.argsort(-signal.values.max(0), kind="stable")[: 2 * MOST]
        named += [signal.channels[i] for i in strongest.tolist()]
    found = tuple(dict.fromkeys(named))[:MOST]
    while len(_memory) >= _REMEMBERED:
        del _memory[next(iter(_memory))]
    _memory[run.id] = weakref.ref(signal), found
    return found


LANE = SignalLane("scores", "Scores", "stacked", source, (_HELP,))

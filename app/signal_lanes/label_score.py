"""The score of the current label, by the chosen run or the newest that knows it."""

from __future__ import annotations

import numpy as np

from app.signal_lanes.lane import Ask, SignalLane, Source
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Progress, Task

_NO_LABEL = "No label yet: add one in the Labels list"
_UNKNOWN = "No run knows “{}”: choose another label, or find activities ({analyze})"


def source(ask: Ask) -> Source | str:
    if not ask.label:
        return _NO_LABEL
    run = next((run for run in ask.ordered if ask.label in ask.scores[run.id].channels), None)
    if run is None:
        return _UNKNOWN.replace("{}", ask.label)
    signal, name = ask.scores[run.id], ask.label

    def compute(_: ArrayCache) -> Task[Signal | str]:
        yield Progress(text="Scores")
        values = np.ascontiguousarray(signal.values[:, [signal.channels.index(name)]])
        return Signal(values, (name,), signal.step, signal.window, signal.start)

    note = f"{name}, {run.model}"
    return Source(f"{run.id} {run.scores_key} {name}", compute, (ask.colors.get(name, ""),), note, kept=False)


LANE = SignalLane("label", "Label", "filled", source, (_NO_LABEL, _UNKNOWN), shown=False)

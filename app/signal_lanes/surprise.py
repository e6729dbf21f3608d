"""Where a network was surprised: how far its error in foreseeing the next frame lies above what is usual.

Its peaks are candidates for boundaries.
"""

from __future__ import annotations

from app.signal_lanes.lane import Ask, SignalLane, Source
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Progress, Task

CHANNEL = "surprise"
_HELP = "Run patraucean2015 to see surprise ({analyze})"


def source(ask: Ask) -> Source | str:
    run = next((run for run in ask.ordered if ask.scores[run.id].channels == (CHANNEL,)), None)
    if run is None:
        return _HELP
    signal = ask.scores[run.id]

    def compute(_: ArrayCache) -> Task[Signal | str]:
        yield Progress(text="Surprise")
        return signal

    return Source(f"{run.id} {run.scores_key}", compute, (ask.colors.get(CHANNEL, ""),), run.model, kept=False)


LANE = SignalLane("surprise", "Surprise", "filled", source, (_HELP,), peaks=True)

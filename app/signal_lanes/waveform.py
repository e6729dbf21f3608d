"""What sounds."""

from __future__ import annotations

from app.signal_lanes.lane import LOST, Ask, SignalLane, Source
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Task

_QUIET = 0.02  # of full scale: what is quieter than this does not fill the row
_SILENT = "This video has no sound"


def source(ask: Ask) -> Source | str:
    path = ask.path
    if path is None:
        return LOST

    def compute(_: ArrayCache) -> Task[Signal | str]:
        from core.video.audio import waveform
        from core.video.source import open_video

        with open_video(path) as video:
            index = video.index
        found = yield from waveform(path, index)
        return _SILENT if found is None else found

    key = ArrayCache.key(lane="waveform", video=ask.video.fingerprint, frames=ask.video.frames, version=1)
    return Source(key, compute, slow=True)


def ceiling(signal: Signal) -> float:
    return max(_QUIET, float(abs(signal.values).max())) if len(signal) else 1.0


def parts(signal: Signal) -> int:
    return len(signal.channels) // 3


LANE = SignalLane("waveform", "Sound", "waveform", source, (LOST, _SILENT), ceiling, parts)

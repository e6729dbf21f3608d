"""How much moves: the difference of small pictures, frame by frame."""

from __future__ import annotations

from app.signal_lanes.lane import LOST, Ask, SignalLane, Source, highest
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Task


def source(ask: Ask) -> Source | str:
    path = ask.path
    if path is None:
        return LOST

    def compute(_: ArrayCache) -> Task[Signal | str]:
        from core.video.motion import motion
        from core.video.source import open_video

        with open_video(path) as video:
            return (yield from motion(video))

    key = ArrayCache.key(lane="motion", video=ask.video.fingerprint, frames=ask.video.frames, version=1)
    return Source(key, compute, slow=True)


LANE = SignalLane("motion", "Motion", "filled", source, (LOST,), highest)

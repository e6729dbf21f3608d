"""How many tracks say something at each moment, and how many say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from core.rows import State
from core.signal import Signal
from core.task import Progress, Task
from core.timeline.query import STATES, SegmentTable

CHANNELS = ("say something", "agree")
_REJECTED = STATES.index(State.REJECTED)
Said = Mapping[int, SegmentTable]  # by label id


def agreement(tracks: Sequence[Said], frames: int) -> Task[Signal]:
    """A step a frame: the share of the tracks that have any segment there, and of those that have the label which most
    of them have. Rejected segments say nothing. A single track cannot agree with itself: its second channel is 0."""
    labels = dict.fromkeys(label for track in tracks for label in track)
    speaking, best = np.zeros(frames, np.int16), np.zeros(frames, np.int16)
    anything = [np.zeros(frames, bool) for _ in tracks]
    for done, label in enumerate(labels):
        yield Progress(done, len(labels), "Comparing tracks")
        same = np.zeros(frames, np.int16)
        for track, said in zip(tracks, anything, strict=True):
            if label in track:
                here = covered(track[label], frames)
                said |= here
                same += here
        np.maximum(best, same, out=best)
    for said in anything:
        speaking += said
    best[best < 2] = 0
    shares = np.stack([speaking, best], 1).astype(np.float32) / max(1, len(tracks))
    return Signal(shares, CHANNELS, 1, 1)


def covered(table: SegmentTable, frames: int) -> np.ndarray:
    """bool [frames]: where a segment that nobody rejected lies."""
    valid = table.state != _REJECTED
    change = np.zeros(frames + 1, np.int32)
    np.add.at(change, table.start[valid].clip(0, frames), 1)
    np.add.at(change, table.stop[valid].clip(0, frames), -1)
    found: np.ndarray = np.cumsum(change[:-1]) > 0
    return found

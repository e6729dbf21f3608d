"""A video cut at every edge that either side or the reviewing has: between two cuts nothing changes, so what counts
frames need not look at each of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.footage import Floats, Footage, Ints

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Intervals:
    """`edges` int64 [n + 1], rising; `labels` int64 [l]: which are in this video at all; `truth`, `found` bool [l, n];
    `known` bool [n]: inside what was reviewed."""

    edges: Ints
    labels: Ints
    truth: Bools
    found: Bools
    known: Bools

    @property
    def lengths(self) -> Ints:
        return np.diff(self.edges)


def intervals(footage: Footage) -> Intervals:
    """What lies beyond the video is cut off."""
    one, other, reviewed, frames = footage.truth, footage.found, footage.reviewed, footage.frames
    cuts = np.concatenate([one.start, one.stop, other.start, other.stop, reviewed.ravel(), [0, frames]])
    edges = np.unique(cuts.clip(0, frames))
    labels = np.unique(np.concatenate([one.label, other.label]))
    known = _covered(np.zeros(len(reviewed), np.int64), reviewed[:, 0], reviewed[:, 1], 1, edges)[0]
    truth, found = (
        _covered(np.searchsorted(labels, side.label), side.start, side.stop, len(labels), edges)
        for side in (one, other)
    )
    return Intervals(edges, labels, truth, found, known if len(reviewed) else np.ones(len(edges) - 1, bool))


def _covered(row: Ints, start: Ints, stop: Ints, rows: int, edges: Ints) -> Bools:
    """bool [rows, intervals]: which intervals lie in a span of that row."""
    change = np.zeros((rows, len(edges)), np.int32)
    np.add.at(change, (row, np.searchsorted(edges, start.clip(0, edges[-1]))), 1)
    np.add.at(change, (row, np.searchsorted(edges, stop.clip(0, edges[-1]))), -1)
    return np.asarray(np.cumsum(change, axis=1)[:, :-1] > 0)


def runs(label: Ints, start: Ints, stop: Ints) -> tuple[Ints, Ints, Ints]:
    """(label, start, stop) of a label's stretches: segments of one label that touch or overlap are one, as they are in
    frame-wise labels. Sorted by label, then start."""
    order = np.lexsort((start, label))
    label, start, stop = label[order], start[order], stop[order]
    if not len(label):
        return label, start, stop
    # The furthest stop so far within the label: labels are moved apart, so that one pass serves them all.
    apart = (label - label[0]) * (int(stop.max()) + 1)
    reach = np.maximum.accumulate(stop + apart) - apart
    first = np.flatnonzero(np.append(True, (label[1:] != label[:-1]) | (start[1:] > reach[:-1])))
    last = np.append(first[1:] - 1, len(label) - 1)
    return label[first], start[first], reach[last]


def weighed(mask: Bools, lengths: Ints) -> Floats:
    """float64 [l]: frames in which each row is true."""
    return np.asarray(mask @ lengths.astype(np.float64))

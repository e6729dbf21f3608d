"""Which segments count where only some stretches of a video were reviewed: nobody has said what is outside them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.evaluation.footage import Ints, Said

_SAME = 0.1  # tIoU from which on two segments are about the same thing

Bools = NDArray[np.bool_]


def counted(truth: Said, found: Said, reviewed: Ints) -> tuple[Bools, Bools]:
    """Which segments of either side count: those whose middle frame was reviewed. At the edge of a stretch the two
    sides may lie apart: a prediction that is about one segment of the truth (its label, most tIoU, at least .1) counts
    if that does. `reviewed` int64 [n, 2], sorted and apart; empty: everything counts."""
    if not len(reviewed):
        return np.ones(len(truth), bool), np.ones(len(found), bool)
    wanted, kept = _inside(truth, reviewed), _inside(found, reviewed)
    at_edge = np.flatnonzero(_straddles(truth, reviewed))
    doubtful = _straddles(found, reviewed)
    for i in at_edge:
        doubtful |= (found.label == truth.label[i]) & (found.start < truth.stop[i]) & (found.stop > truth.start[i])
    for i in np.flatnonzero(doubtful):
        same = np.flatnonzero(truth.label == found.label[i])
        both = np.minimum(truth.stop[same], found.stop[i]) - np.maximum(truth.start[same], found.start[i])
        whole = np.maximum(truth.stop[same], found.stop[i]) - np.minimum(truth.start[same], found.start[i])
        share = both / whole  # below 0 where they are apart
        if len(share) and share.max() >= _SAME:
            kept[i] = wanted[same[share.argmax()]]
    return wanted, kept


def _inside(said: Said, reviewed: Ints) -> Bools:
    return within((said.start + said.stop - 1) // 2, reviewed)


def within(frames: Ints, reviewed: Ints) -> Bools:
    at = np.searchsorted(reviewed[:, 0], frames, side="right") - 1
    return np.asarray((at >= 0) & (frames < reviewed[at.clip(0), 1]))


def _straddles(said: Said, reviewed: Ints) -> Bools:
    """Which have an edge of a reviewed stretch inside them."""
    edges = np.sort(reviewed.ravel())
    low = np.searchsorted(edges, said.start, side="right")
    return np.asarray(np.searchsorted(edges, said.stop, side="left") > low)


def shared(one: Ints, other: Ints) -> Ints:
    """The frames that both have: int64 [n, 2] of two sorted lists of spans that are apart each."""
    cuts = np.unique(np.concatenate([one.ravel(), other.ravel()]))
    if len(cuts) < 2:
        return np.zeros((0, 2), np.int64)
    starts = cuts[:-1]
    both = (within(starts, one) if len(one) else starts < 0) & (within(starts, other) if len(other) else starts < 0)
    edges = np.diff(np.concatenate([[False], both, [False]]).astype(np.int8))
    return np.stack([cuts[np.flatnonzero(edges == 1)], cuts[np.flatnonzero(edges == -1)]], axis=1)

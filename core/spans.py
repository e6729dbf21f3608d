"""Sets of frames as sorted spans that lie apart: int64 [n, 2], start and stop of each."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from core.timeline.disagreement import union

NONE = np.zeros((0, 2), np.int64)


def joined(parts: Iterable[np.ndarray]) -> np.ndarray:
    """Spans of several sources, in any order, as one such set."""
    found = [part for part in parts if len(part)]
    return union(np.concatenate(found) if len(found) > 1 else found[0]) if found else NONE


def overlap(spans: np.ndarray, starts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """int64 [m]: how many frames of each [starts, stops) lie in the spans."""
    if not len(spans) or not len(starts):
        return np.zeros(len(starts), np.int64)
    length = spans[:, 1] - spans[:, 0]
    before = np.cumsum(length) - length  # frames covered before each span begins

    def until(frames: np.ndarray) -> np.ndarray:
        at = np.searchsorted(spans[:, 0], frames, side="right") - 1
        i = np.maximum(at, 0)
        return np.asarray(before[i] + np.maximum(np.minimum(frames - spans[i, 0], length[i]), 0))

    found: np.ndarray = until(stops) - until(starts)
    return found


def total(spans: np.ndarray) -> int:
    return int((spans[:, 1] - spans[:, 0]).sum())


def intersection(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The frames in both."""
    if not len(one) or not len(other):
        return NONE
    pieces, mine, theirs = _pieces(one, other)
    return union(pieces[mine & theirs])


def without(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The frames of `one` that are not in `other`."""
    if not len(one) or not len(other):
        return one
    pieces, mine, theirs = _pieces(one, other)
    return union(pieces[mine & ~theirs])


def _pieces(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What lies between any two neighbouring edges, and whether each side has it."""
    edges = np.sort(np.concatenate([one.ravel(), other.ravel()]))
    edges = edges[np.append(True, edges[1:] != edges[:-1])]  # np.unique takes ten times as long
    pieces = np.stack([edges[:-1], edges[1:]], axis=1)
    return pieces, _inside(one, pieces[:, 0]), _inside(other, pieces[:, 0])


def _inside(spans: np.ndarray, frames: np.ndarray) -> np.ndarray:
    if not len(spans):
        return np.zeros(len(frames), bool)
    at = np.searchsorted(spans[:, 0], frames, side="right") - 1
    found: np.ndarray = (at >= 0) & (frames < spans[at.clip(0), 1])
    return found

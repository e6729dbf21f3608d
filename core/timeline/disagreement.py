"""Where two tracks or runs differ: the frames at which the sets of labels on them are not the same."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from core.rows import State
from core.time import Span
from core.timeline.query import STATES, SegmentTable

_REJECTED = STATES.index(State.REJECTED)
_NONE = np.zeros((0, 2), np.int64)


def disagreements(one: Iterable[SegmentTable], other: Iterable[SegmentTable], least: int = 1) -> np.ndarray:
    """The stretches of frames in which the labels of the two sides differ: int64 [n, 2], start and stop of each, sorted
    and apart. Rejected segments count as absent; stretches under `least` frames (the jitter of edges) are left out.
    Time is linear in the segments, apart from sorting them."""
    sides = (list(one), list(other))
    labels = sorted({int(label) for tables in sides for table in tables for label in np.unique(table.label)})
    apart = [_differing(*(_covered(tables, label) for tables in sides)) for label in labels]
    found = union(np.concatenate(apart)) if apart else _NONE
    return found[found[:, 1] - found[:, 0] >= least]


def union(spans: np.ndarray) -> np.ndarray:
    """Spans in any order, overlapping as they like → the frames they cover, as sorted spans that do not touch: int64
    [n, 2] → [m, 2]."""
    if not len(spans):
        return _NONE
    spans = spans[np.argsort(spans[:, 0], kind="stable")]
    reach = np.maximum.accumulate(spans[:, 1])
    first = np.flatnonzero(np.append(True, spans[1:, 0] > reach[:-1]))
    return np.stack([spans[first, 0], np.append(reach[first[1:] - 1], reach[-1])], axis=1)


def _covered(tables: Iterable[SegmentTable], label: int) -> np.ndarray:
    """The frames that have a label, as `union` gives them."""
    parts = [_NONE]
    for table in tables:
        mine = (table.label == label) & (table.state != _REJECTED)
        parts.append(np.stack([table.start[mine], table.stop[mine]], axis=1))
    return union(np.concatenate(parts))


def _differing(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Frames covered by exactly one of two sides. Each boundary switches between equal and unequal; two at the same
    frame cancel."""
    edges, times = np.unique(np.concatenate([one.ravel(), other.ravel()]), return_counts=True)
    found: np.ndarray = edges[times == 1].reshape(-1, 2)
    return found


def neighbour(spans: np.ndarray, frame: int, way: int) -> Span | None:
    """The span that begins after `frame` (way +1) or before it (-1), nearest first; None where there is none. Spans
    int64 [n, 2], sorted."""
    after, at = np.searchsorted(spans[:, 0], frame, "right"), np.searchsorted(spans[:, 0], frame, "left")
    i = int(after if way > 0 else at - 1)
    return Span(int(spans[i, 0]), int(spans[i, 1])) if 0 <= i < len(spans) else None

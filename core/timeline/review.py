"""What people have looked at from end to end, what not yet, and taking such a mark back."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from core.rows import Reviewed, Track, new_id, now_ms
from core.time import Span
from core.timeline.disagreement import union
from core.timeline.edit import Edit


def covered(rows: Iterable[Reviewed]) -> np.ndarray:
    """The reviewed frames as sorted spans that do not touch: int64 [n, 2]."""
    return union(np.array([(row.span.start, row.span.stop) for row in rows], np.int64).reshape(-1, 2))


def reviewed_share(rows: Iterable[Reviewed], frames: int) -> float:
    """How much of a video of so many frames was reviewed, 0…1. Rows may overlap; what lies beyond the end does not
    count."""
    spans = np.clip(covered(rows), 0, max(0, frames))
    return float((spans[:, 1] - spans[:, 0]).sum()) / frames if frames > 0 else 0.0


def unreviewed(rows: Iterable[Reviewed], frames: int) -> np.ndarray:
    """The stretches that were not reviewed: int64 [n, 2], sorted."""
    inner = np.clip(covered(rows), 0, frames)
    edges = np.concatenate([[0], inner.ravel(), [frames]]).reshape(-1, 2)
    return edges[edges[:, 0] < edges[:, 1]]


def unmark_reviewed(track: Track, span: Span, existing: Iterable[Reviewed], author: str = "") -> Edit:
    """Takes `span` out of what is reviewed; a row that reaches beyond it is cut."""
    gone, kept = [], []
    for row in existing:
        if row.track_id != track.id or not row.span.overlaps(span):
            continue
        gone.append(row)
        for start, stop in ((row.span.start, span.start), (span.stop, row.span.stop)):
            if start < stop:
                kept.append(Reviewed(new_id(), track.id, Span(start, stop), author, now_ms()))
    return Edit("Mark as not reviewed", tuple(gone), tuple(kept))

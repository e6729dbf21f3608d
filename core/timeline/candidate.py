"""A segment that somebody should look at: what lies between two peaks of a signal."""

from __future__ import annotations

from core.rows import Label, Segment, State, Track, new_id, now_ms
from core.time import Span
from core.timeline.edit import Edit


def candidate(track: Track, label: Label, span: Span, score: float, author: str = "") -> Edit:
    """Stands on a person's own track and waits there to be accepted, rejected, or corrected. score: 0…1."""
    row = Segment(
        new_id(), track.id, label.id, span, score, State.PREDICTED, author=author, modified=now_ms()
    )  # fmt: skip
    return Edit(f"Propose {label.name}", added=(row,))

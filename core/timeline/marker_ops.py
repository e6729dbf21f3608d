"""What people do to markers, each as a pure function → `Edit`."""

from __future__ import annotations

from collections.abc import Iterable

from core.rows import Marker, Video, changed, new_id, now_ms
from core.timeline.edit import Edit


def add_marker(video: Video, frame: int, author: str = "", text: str = "") -> Edit:
    return Edit("Add marker", added=(Marker(new_id(), video.id, frame, text, author=author, modified=now_ms()),))


def rename_marker(marker: Marker, text: str) -> Edit:
    """An empty name is one, too."""
    text = " ".join(text.split())
    if text == marker.text:
        return Edit("")
    return Edit("Name marker", (marker,), (changed(marker, text=text, modified=now_ms()),))


def move_marker(marker: Marker, frame: int) -> Edit:
    if frame == marker.frame:
        return Edit("")
    return Edit("Move marker", (marker,), (changed(marker, frame=frame, modified=now_ms()),))


def delete_markers(markers: Iterable[Marker]) -> Edit:
    gone = tuple(markers)
    return Edit("Delete marker" if len(gone) == 1 else f"Delete {len(gone)} markers", gone)


def in_order(markers: Iterable[Marker]) -> list[Marker]:
    return sorted(markers, key=lambda marker: (marker.frame, marker.id))


def next_marker(markers: Iterable[Marker], frame: int, way: int) -> Marker | None:
    """The nearest marker after (way +1) or before (-1) a frame."""
    ordered = in_order(markers)[::way]
    return next((m for m in ordered if (m.frame - frame) * way > 0), None)

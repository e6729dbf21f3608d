"""What networks and algorithms see, painted on the video: one file and one line here for each overlay.

They are painted in this order, and their switches stand in the menu and the panel in this order.
"""

from __future__ import annotations

from app.overlays import flow, future, heat, labels, predicted, side
from app.overlays.base import Canvas, Look, Overlay, Range

__all__ = ["OVERLAYS", "Canvas", "Look", "Overlay", "Range"]

OVERLAYS: tuple[Overlay, ...] = (
    side.OVERLAY,
    predicted.OVERLAY,
    flow.OVERLAY,
    heat.OVERLAY,
    future.OVERLAY,
    labels.OVERLAY,
)

"""Which gesture a press of a mouse button starts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from app.views.timeline_gestures import Band, Divide, Draw, Gesture, Host, Mods, Move, Pan, Pick, Scrub, Trim
from app.views.timeline_scene import Hit, Scene
from app.views.timeline_together import Heading, MoveAll, Roll


def begin(host: Host, hit: Hit, at: QPointF, button: Qt.MouseButton, mods: Mods) -> Gesture | None:
    """The gesture that a press at `hit` starts."""
    if button is Qt.MouseButton.MiddleButton:
        return Pan(host, hit, at, mods)
    kind: type[Gesture] | None = None
    if hit.zone in ("ruler", "playhead"):
        kind = Scrub
    elif hit.zone == "divider":
        kind = Divide
    elif hit.zone == "section":
        kind = Heading
    elif hit.zone == "rows":
        kind = _in_rows(host.scene, hit, mods)
    return kind(host, hit, at, mods) if kind else None


def _in_rows(scene: Scene, hit: Hit, mods: Mods) -> type[Gesture]:
    editable = hit.lane is not None and scene.lanes[hit.lane].editable
    if mods & Mods.ControlModifier or not editable:
        return Band
    if hit.segment is None:
        return Draw
    if mods & Mods.ShiftModifier:
        return Roll if hit.edge is not None else Pick
    if hit.edge is not None:
        return Trim
    several = hit.segment.id in scene.selected and len(scene.selected) > 1
    return MoveAll if several else Move

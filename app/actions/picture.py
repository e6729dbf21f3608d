"""How large the player's picture is, which part of it is in sight, and what plays beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from app.views.player_zoom import STEP, Zoom
from app.workspace import Workspace

_PAN = 80.0  # pixels of the widget for one press of a key


def play_beside(ws: Workspace) -> None:
    """Other videos of the same scene, each at the same moment."""
    ws.window.beside.open()


def picture_larger(ws: Workspace) -> None:
    ws.window.player.stage.hand.scale_by(STEP)


def picture_smaller(ws: Workspace) -> None:
    ws.window.player.stage.hand.scale_by(1 / STEP)


def picture_fit(ws: Workspace) -> None:
    ws.window.player.stage.hand.set_zoom(Zoom())


def picture_100(ws: Workspace) -> None:
    ws.window.player.stage.hand.scale_to(1.0)


def picture_200(ws: Workspace) -> None:
    ws.window.player.stage.hand.scale_to(2.0)


def picture_left(ws: Workspace) -> None:
    _pan(ws, +_PAN, 0)


def picture_right(ws: Workspace) -> None:
    _pan(ws, -_PAN, 0)


def picture_up(ws: Workspace) -> None:
    _pan(ws, 0, +_PAN)


def picture_down(ws: Workspace) -> None:
    _pan(ws, 0, -_PAN)


def _pan(ws: Workspace, x: float, y: float) -> None:
    ws.window.player.stage.hand.pan(QPointF(x, y))

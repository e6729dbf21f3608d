"""Every `reelmark bench NAME`, with the modules of this package that measure it; imported only when they are run."""

from __future__ import annotations

import importlib

from app.benches.figure import Figure
from core.errors import UserError

BENCHES: dict[str, tuple[str, ...]] = {
    "seek": ("seek",),
    "decode": ("decode",),
    "timeline": ("timeline",),
    "lanes": ("lanes",),
    "edit": ("edit", "edit_screen"),
    "startup": ("startup",),
    "analyze": ("analyze", "window"),
    "flow": ("flow", "two_stream"),
    "overlay": ("overlay",),
    "player": ("scrub", "playing"),
    "desk": ("desk",),
    "library": ("library", "similar"),
    "learning": ("learning",),
    "training": ("moving_mnist", "cells", "training"),
}


def figures(name: str) -> dict[str, Figure]:
    """Runs a bench. Raises UserError when there is none of that name."""
    if name not in BENCHES:
        raise UserError(f"There is no bench “{name}”; choose one of {', '.join(BENCHES)}.")
    found: dict[str, Figure] = {}
    for module in BENCHES[name]:
        found |= importlib.import_module(f"app.benches.{module}").run()
    return found

"""How people want their overlays, as the text that is kept in their settings."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from app.overlays import Look, Overlay


def dump(looks: Mapping[str, Look], overlays: Sequence[Overlay]) -> str:
    """Only what differs from how an overlay starts."""
    return json.dumps({one.name: asdict(looks[one.name]) for one in overlays if looks[one.name] != one.start})


def load(text: str, overlays: Sequence[Overlay]) -> dict[str, Look]:
    """Whatever cannot be used of the text (it may be of another version, or edited) stays as an overlay starts."""
    try:
        raw = json.loads(text or "{}")
    except ValueError:
        raw = {}
    raw = raw if isinstance(raw, dict) else {}
    return {one.name: _look(raw.get(one.name), one) for one in overlays}


def _look(raw: object, overlay: Overlay) -> Look:
    start = overlay.start
    if not isinstance(raw, dict):
        return start
    on, mode, opacity, scale = (raw.get(name) for name in ("on", "mode", "opacity", "scale"))
    look = replace(start, on=on is True, mode=mode if mode in dict(overlay.modes) else start.mode)
    if overlay.opacity is not None and isinstance(opacity, int | float) and 0 <= opacity <= 1:
        look = replace(look, opacity=float(opacity))
    if overlay.scale and isinstance(scale, int | float) and overlay.scale.least <= scale <= overlay.scale.most:
        look = replace(look, scale=float(scale))
    return look

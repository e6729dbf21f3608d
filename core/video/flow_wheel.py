"""Optical flow as a picture: the colour wheel of Baker et al., "A Database and Evaluation Methodology for Optical
Flow", IJCV 2011 (the Middlebury benchmark). The hue says where to, the saturation how far; what does not move is white.
"""

from __future__ import annotations

import functools

import numpy as np

# How many steps lie between neighbouring pure colours: the eye tells fewer apart from blue to green than near red.
_STEPS = (("red", 15), ("yellow", 6), ("green", 4), ("cyan", 11), ("blue", 13), ("magenta", 6))
_PURE = {
    "red": (255, 0, 0),
    "yellow": (255, 255, 0),
    "green": (0, 255, 0),
    "cyan": (0, 255, 255),
    "blue": (0, 0, 255),
    "magenta": (255, 0, 255),
}
_DARKER = 0.75  # beyond the scale


def flow_picture(flow: np.ndarray, scale: float | None = None) -> np.ndarray:
    """uint8 RGB [H, W, 3] of a flow float [H, W, 2]: x to the right, y down, in any unit. `scale` is the length that is
    fully coloured (None: the longest one there is); longer ones are darker. What is no number is black."""
    known = np.isfinite(flow).all(-1)
    x, y = (np.where(known, flow[..., i], 0).astype(np.float32) for i in (0, 1))
    length = np.hypot(x, y)
    if scale is None:
        scale = float(length.max(initial=0))
    length = length / max(scale, 1e-12)
    colours = _colours()
    at = (np.arctan2(-y, -x) / np.pi + 1) / 2 * (len(colours) - 1)
    first = np.floor(at).astype(np.intp)
    share = (at - first)[..., None]
    colour = (1 - share) * colours[first] + share * colours[(first + 1) % len(colours)]
    inside = (length <= 1 + 1e-6)[..., None]
    near = np.minimum(length, 1)[..., None]
    shown = np.where(inside, 1 - near * (1 - colour), colour * _DARKER)
    picture: np.ndarray = np.floor(255 * shown * known[..., None]).astype(np.uint8)
    return picture


def wheel(size: int = 128) -> np.ndarray:
    """The legend, uint8 RGB [size, size, 3]: the colour of the flow from the middle to each point; white around it."""
    across = np.linspace(-1, 1, size, dtype=np.float32)
    flow = np.stack(np.meshgrid(across, across), -1)
    picture = flow_picture(flow, 1.0)
    picture[np.hypot(flow[..., 0], flow[..., 1]) > 1] = 255
    return picture


@functools.cache
def _colours() -> np.ndarray:
    """float32 [55, 3], 0…1: once around, from red."""
    names = [name for name, _ in _STEPS]
    rows = []
    for i, (name, steps) in enumerate(_STEPS):
        here, there = (np.array(_PURE[n], np.float32) for n in (name, names[(i + 1) % len(names)]))
        rows += [here + (there - here) * step / steps for step in range(steps)]
    colours: np.ndarray = np.floor(np.stack(rows)) / 255
    colours.setflags(write=False)
    return colours

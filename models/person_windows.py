"""A video of one person → the windows of Baccouche et al. (HBU 2011): nine frames, 54 high and 34 wide, centred on the
person and normalised in local contrast.

Local contrast normalisation is that of Jarrett et al. (ICCV 2009) with a third dimension, 7 × 7 × 7: subtract the mean
of the neighbourhood, weighted by a Gaussian, then divide by its weighted deviation, but by no less than the window's
mean deviation. At a border the weights inside are scaled to sum to 1. The Gaussian's σ is 7/4; papers give none.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import cv2
import numpy as np

from core.video.clips import ClipSpec
from models.card import Prepare

PICTURE = (80, 60)  # (width, height) that pictures are scaled to
FRAMES, HEIGHT, WIDTH = 9, 54, 34
HOP = 6  # frames from one window to the next
TAPS, SIGMA = 7, 7 / 4
FLOOR = 1.0  # grey levels: a flat picture is not blown up
_NOISE = 6.0  # grey levels that neighbouring frames of a still scene may differ by
Box = tuple[float, float, float, float]  # x, y, width, height as parts of the picture


def window_starts(frames: int) -> list[int]:
    """At least one, also of a video that is shorter than a window."""
    return list(range(0, max(1, frames - FRAMES + 1), HOP))


def person_windows(spec: ClipSpec) -> Prepare:
    """For a card's `prepare`: a clip uint8 [T, 60, 80, 1] → float32 [W, 9, 54, 34]."""

    def prepare(_: int, clip: np.ndarray) -> np.ndarray:
        return windows(clip[..., 0])

    return prepare


def windows(pictures: np.ndarray, boxes: Sequence[Box | None] = ()) -> np.ndarray:
    """pictures uint8 [T, 60, 80] → float32 [W, 9, 54, 34]. boxes: where each picture's annotation has the person (none
    at all, or None for a picture: found by motion). The last picture is repeated where T < 9."""
    if len(pictures) < FRAMES:
        pictures = np.concatenate([pictures, np.repeat(pictures[-1:], FRAMES - len(pictures), 0)])
    starts = window_starts(len(pictures))
    corners = [corner(x, y) for x, y in centres(pictures, starts, boxes)]
    cut = [pictures[t : t + FRAMES, y : y + HEIGHT, x : x + WIDTH] for t, (x, y) in zip(starts, corners, strict=True)]
    return np.stack([normalised(one) for one in cut])


def corner(x: float, y: float) -> tuple[int, int]:
    """The upper left of a window around (x, y) that lies inside the picture."""
    left, top = round(x - WIDTH / 2), round(y - HEIGHT / 2)
    return min(max(left, 0), PICTURE[0] - WIDTH), min(max(top, 0), PICTURE[1] - HEIGHT)


def centres(pictures: np.ndarray, starts: Sequence[int], boxes: Sequence[Box | None] = ()) -> list[tuple[float, float]]:
    """(x, y) of the person in each window. An annotated box that fits into a window is taken at its word; a wider one
    (a walker's whole way) says where to look for motion. Without any motion: the middle of the box or picture."""
    moved = motion(pictures)
    everywhere = _centre(moved.mean(0), None)
    found = []
    for start in starts:
        box = next((box for box in boxes[start : start + FRAMES] if box is not None), None)
        if box is not None and box[2] * PICTURE[0] <= WIDTH:
            found.append(((box[0] + box[2] / 2) * PICTURE[0], (box[1] + box[3] / 2) * PICTURE[1]))
        else:
            there = _centre(moved[start : start + FRAMES].mean(0), box)
            found.append(there or everywhere or _middle(box))
    return found


def motion(pictures: np.ndarray) -> np.ndarray:
    """uint8 [T, H, W] → float32 [T, H, W]: how much each place differs from what it usually is in this clip, and from
    the picture before; noise taken off."""
    usual = np.median(pictures, 0).astype(np.float32)
    smooth = [cv2.blur(picture.astype(np.float32), (3, 3)) for picture in pictures]
    background = cv2.blur(usual, (3, 3))
    moved = np.stack([np.abs(picture - background) for picture in smooth])
    moved[1:] += np.abs(np.diff(np.stack(smooth), axis=0))
    return np.maximum(moved - _NOISE, 0)


def _centre(moved: np.ndarray, box: Box | None) -> tuple[float, float] | None:
    """The middle of the motion: halves of it lie on either side, which a few specks elsewhere do not move far."""
    if box is not None:
        x, y, width, height = (round(part * PICTURE[i % 2]) for i, part in enumerate(box))
        inside = np.zeros_like(moved)
        inside[max(0, y) : y + height, max(0, x) : x + width] = 1
        moved = moved * inside
    if moved.sum() < 1:
        return None
    halves = [np.searchsorted(total := np.cumsum(moved.sum(axis)), total[-1] / 2) for axis in (0, 1)]
    return float(halves[0]) + 0.5, float(halves[1]) + 0.5


def _middle(box: Box | None) -> tuple[float, float]:
    x, y, width, height = box or (0.0, 0.0, 1.0, 1.0)
    return (x + width / 2) * PICTURE[0], (y + height / 2) * PICTURE[1]


@functools.cache
def _band(size: int) -> np.ndarray:
    """float32 [size, size]: a Gaussian of TAPS numbers around each place, cut at the ends, each row's sum 1."""
    distance = np.arange(size)[:, None] - np.arange(size)[None]
    weight = np.exp(-(distance**2) / (2 * SIGMA**2)) * (np.abs(distance) <= TAPS // 2)
    band: np.ndarray = (weight / weight.sum(1, keepdims=True)).astype(np.float32)
    return band


def _blurred(x: np.ndarray) -> np.ndarray:
    """The Gaussian is a product of three and volumes are small: three multiplications with band matrices."""
    t, h, w = (_band(size) for size in x.shape)
    plane: np.ndarray = np.matmul(h, x @ w.T)
    blurred: np.ndarray = (t @ plane.reshape(len(plane), -1)).reshape(x.shape)
    return blurred


def normalised(volume: np.ndarray) -> np.ndarray:
    """Local contrast normalisation of [T, H, W] → float32."""
    x = volume.astype(np.float32)
    x = x - _blurred(x)
    deviation = np.sqrt(np.maximum(_blurred(x * x), 0))
    y: np.ndarray = x / np.maximum(np.maximum(deviation, deviation.mean()), FLOOR)
    return y

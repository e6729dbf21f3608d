"""Rendered motion, where appearance says nothing: a textured disk moves over a textured ground, and only how it moves
tells the class. It stands in for data sets of actions when a temporal network is to be tried without one.

Ground, disk, place, size and speed are random and independent of the class, and time counts from the middle frame: that
frame has exactly the same distribution in every class, so no single picture can tell more than chance. Camera shake
moves disk and ground together along a random path. Video n of a seed is a function of the two alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

CLASSES = ("left", "right", "up", "down", "clockwise", "anticlockwise", "grows", "shrinks")
_DIRECTION = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_TURN = {"clockwise": 1, "anticlockwise": -1}
_GROW = {"grows": 1, "shrinks": -1}


@dataclass(frozen=True)
class RenderedMotion:
    """Videos of `frames` pictures, `side` pixels wide and high. shake: the standard deviation of the camera's speed in
    pixels a frame (0: it stands still); it changes slowly and has no preferred direction."""

    seed: int
    frames: int = 11
    side: int = 64
    shake: float = 0.0

    def label(self, n: int) -> int:
        return n % len(CLASSES)

    def video(self, n: int) -> np.ndarray:
        """uint8 [frames, side, side, 3]."""
        chance = np.random.default_rng((self.seed, n))
        name, side = CLASSES[self.label(n)], self.side
        ground, skin = _texture(chance, 2 * side), _texture(chance, 2 * side)
        radius = chance.uniform(0.16, 0.26) * side
        centre = chance.uniform(0.3 * side, 0.7 * side, 2)
        speed = chance.uniform(0.7, 1.3)
        camera = self._path(chance)
        pictures = np.empty((self.frames, side, side, 3), np.uint8)
        for i, (at, view) in enumerate(zip(np.arange(self.frames) - (self.frames - 1) / 2, camera, strict=True)):
            place, angle, scale = _moved(name, at * speed, side)
            shift = np.array([[1, 0, view[0] - side / 2], [0, 1, view[1] - side / 2]], np.float32)
            picture = cv2.warpAffine(ground, shift, (side, side), borderMode=cv2.BORDER_REFLECT)
            around = centre + place + view
            turn = cv2.getRotationMatrix2D((side, side), angle, scale)
            turn[:, 2] += around - side
            disk = cv2.warpAffine(skin, turn, (side, side), borderMode=cv2.BORDER_REFLECT)
            mask = _disk(around, radius * scale, side)
            pictures[i] = np.rint(picture * (1 - mask) + disk * mask)
        return pictures

    def _path(self, chance: np.random.Generator) -> np.ndarray:
        """Where the scene lies in each frame, in pixels; at its own place in the middle one."""
        pushes = chance.normal(0, 1, (self.frames, 2))
        speed = np.zeros((self.frames, 2))
        speed[0] = pushes[0]
        for i in range(1, self.frames):
            speed[i] = 0.7 * speed[i - 1] + (1 - 0.7**2) ** 0.5 * pushes[i]
        path = np.cumsum(self.shake * speed, axis=0)
        found: np.ndarray = path - path[(self.frames - 1) // 2]
        return found


def _moved(name: str, at: float, side: int) -> tuple[np.ndarray, float, float]:
    """Shift in pixels, turn in degrees (clockwise is negative, as OpenCV has it) and scale after `at` frames."""
    step = side / 64
    shift = np.array(_DIRECTION.get(name, (0, 0))) * 1.5 * step * at
    return shift, -6.0 * _TURN.get(name, 0) * at, float(np.exp(0.05 * _GROW.get(name, 0) * at))


def _texture(chance: np.random.Generator, side: int) -> np.ndarray:
    """float32 [side, side, 3], 0…255: smooth noise in random colours."""
    noise = chance.random((side, side, 3), np.float32)
    smooth = cv2.GaussianBlur(noise, (0, 0), float(chance.uniform(1.2, 2.5))) - 0.5
    smooth *= 45 / max(float(smooth.std()), 1e-6)
    mixed: np.ndarray = np.clip(smooth + chance.uniform(90, 165, 3).astype(np.float32), 0, 255)
    return mixed


def _disk(centre: np.ndarray, radius: float, side: int) -> np.ndarray:
    """float32 [side, side, 1]: 1 inside, 0 outside, one pixel of slope between."""
    y, x = np.ogrid[:side, :side]
    distance = np.sqrt((x - centre[0]) ** 2 + (y - centre[1]) ** 2)
    return np.asarray(np.clip(radius - distance + 0.5, 0, 1), np.float32)[:, :, None]

"""Six actions of 25 drawn people in four settings, after the plan of KTH: 600 clips that need no download.

Every clip is drawn by its own number alone (same numbers, same pixels). A person has a build, clothes, a tempo and a
size of movement of their own, so that one's jog can look like another's brisk walk; settings change scale, clothes and
light. It stands in for KTH where that is absent; results on it are not results on KTH.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin

import cv2
import numpy as np

ACTIONS = ("boxing", "handclapping", "handwaving", "jogging", "running", "walking")
PERSONS = tuple(range(1, 26))
SETTINGS = (1, 2, 3, 4)  # plain · closer and farther · a coat · dim, before a patterned wall
SIZE, RATE, FRAMES = (160, 120), 25, 51  # (width, height), frames/s, frames per clip
VERSION = 1  # raise it when the same numbers begin to give other pixels
_SEED = 20111115
_SHIFT = 4  # binary places of coordinates, for smooth drawing

Point = tuple[float, float]
Mover = Callable[[float, float, float], "_Pose"]  # (phase, size of movement, the person's habit 0…1) → pose


@dataclass(frozen=True, slots=True)
class Take:
    """One clip: person 1 … 25, action 0 … 5, setting 1 … 4."""

    person: int
    action: int
    setting: int

    @property
    def label(self) -> str:
        return ACTIONS[self.action]


def takes() -> list[Take]:
    return [Take(p, a, s) for p in PERSONS for a in range(len(ACTIONS)) for s in SETTINGS]


@dataclass(frozen=True, slots=True)
class _Person:
    """What stays with a person: lengths are parts of the height, brightnesses 0…255."""

    height: float
    width: float
    tempo: float
    size: float
    coat: float
    trousers: float
    skin: float


@dataclass(frozen=True, slots=True)
class _Pose:
    """Angles in radians, 0 hangs down, positive to the front (seen from the side) or outwards (seen from the front).
    arms, legs: (upper, lower) of each side."""

    arms: tuple[Point, Point]
    legs: tuple[Point, Point]
    lean: float = 0.0
    bob: float = 0.0
    front: bool = False


def render(take: Take) -> tuple[np.ndarray, np.ndarray]:
    """uint8 [51, 120, 160] and where the middle of the person is, float32 [51, 2] (x, y) in pixels."""
    chance = np.random.default_rng((_SEED, take.person, take.action, take.setting))
    person = _person(take, chance)
    background = _background(take, chance)
    direction = 1 if chance.random() < 0.5 else -1
    rate = _TEMPO[take.action] * person.tempo * chance.uniform(0.92, 1.08)
    phase, rest = chance.uniform(0, 2 * pi), chance.uniform(0, 1)
    at, step = _path(take, person, rate, chance)
    near, far = chance.uniform(0.62, 1.02, 2) if take.setting == 2 else (1.0, 1.0)
    zoom = np.linspace(near, far, FRAMES)
    light, grain = chance.uniform(0.8, 1.1), chance.uniform(2, 5)
    pictures = chance.standard_normal((FRAMES, SIZE[1], SIZE[0]), np.float32) * grain
    middles = []
    for t in range(FRAMES):
        pose = _POSE[take.action](phase + 2 * pi * rate * t / RATE, person.size, rest)
        facing = direction * (1 if (at + step * t) // _TRACK % 2 == 0 else -1)
        x = _bounced(at + step * t)
        x = x if direction > 0 else SIZE[0] - x
        picture = background.copy()
        middles.append(_draw(picture, person, pose, x, float(zoom[t]), facing))
        pictures[t] += picture * (light * (1 + 0.01 * sin(t)))
    return pictures.clip(0, 255).astype(np.uint8), np.array(middles, np.float32)


_TEMPO = (1.3, 1.0, 0.75, 1.35, 1.6, 0.95)  # movements a second
_TRACK = SIZE[0] + 30  # pixels from one turn to the next, both beyond the picture's edge


def _bounced(way: float) -> float:
    part = way % (2 * _TRACK)
    return (part if part < _TRACK else 2 * _TRACK - part) - 15


def _path(take: Take, person: _Person, rate: float, chance: np.random.Generator) -> tuple[float, float]:
    """Where the person starts on the track and how many pixels they go in a frame."""
    stride = {"walking": 0.55, "jogging": 0.72, "running": 0.95}.get(take.label)
    if stride is None:
        return float(chance.uniform(65, 125)), 0.0
    speed = stride * person.size * person.height * rate * (0.8 if take.setting == 2 else 1)
    return float(chance.uniform(15, 90)), speed / RATE


def _person(take: Take, chance: np.random.Generator) -> _Person:
    own = np.random.default_rng((_SEED, take.person))
    height, width, tempo, size = own.uniform((82, 0.85, 0.8, 0.8), (98, 1.25, 1.22, 1.2))
    coat, trousers, skin = own.uniform((30, 30, 110), (210, 160, 190))
    if take.setting == 3:
        width, coat = width * 1.25, chance.uniform(20, 220)
    return _Person(height, width, tempo, size, coat, trousers, skin)


def _background(take: Take, chance: np.random.Generator) -> np.ndarray:
    """uint8 [120, 160]: a lawn or a wall, with a horizon or a pattern."""
    y, x = np.mgrid[: SIZE[1], : SIZE[0]].astype(np.float32)
    level = chance.uniform(120, 230) if take.setting != 4 else chance.uniform(60, 130)
    picture = np.full((SIZE[1], SIZE[0]), level, np.float32) + chance.uniform(-0.25, 0.25) * (x - 80)
    picture[y > chance.uniform(92, 108)] -= chance.uniform(5, 40)
    if take.setting == 4:
        picture += chance.uniform(4, 14) * np.sign(np.sin(x / chance.uniform(4, 12)))
    spots = cv2.resize(chance.normal(0, 6, (30, 40)).astype(np.float32), SIZE)
    drawn: np.ndarray = (picture + spots).clip(0, 255).astype(np.uint8)
    return drawn


def _gait(swing: float, knee: float, arm: float, elbow: float, lean: float, bob: float) -> Mover:
    def pose(phase: float, size: float, _: float) -> _Pose:
        legs, arms = [], []
        for half in (0.0, pi):
            a = phase + half
            thigh = swing * size * sin(a)
            legs.append((thigh + 0.1, thigh - knee * size * max(0.0, sin(a + 1.9)) - 0.05))
            upper = -arm * size * sin(a)
            arms.append((upper, upper + elbow))
        return _Pose((arms[0], arms[1]), (legs[0], legs[1]), lean, bob * abs(cos(phase)))

    return pose


def _box(phase: float, size: float, rest: float) -> _Pose:
    """Punches in turn; whoever rests holds the guard every third time."""
    arms = []
    for half in (0.0, pi):
        held = rest > 0.5 and (phase + half) // (2 * pi) % 3 == 2
        out = 0.0 if held else max(0.0, sin(phase + half)) * min(1.0, size)
        arms.append((0.35 + 1.15 * out, 2.5 - 0.95 * out))
    return _Pose((arms[0], arms[1]), ((0.18, 0.1), (-0.2, -0.28)), 0.05 + 0.04 * sin(phase))


def _wave(phase: float, size: float, rest: float) -> _Pose:
    up = 2.0 + 0.85 * size * sin(phase)
    bent = 0.25 + 0.3 * rest
    return _Pose(((up, up + bent), (up, up + bent)), ((0.09, 0.04), (0.09, 0.04)), front=True)


def _clap(phase: float, size: float, rest: float) -> _Pose:
    apart = 0.5 + 0.5 * sin(phase)
    upper = 0.35 + 0.75 * size * apart
    lower = -0.9 - 0.35 * rest + (2.3 + 0.2 * rest) * size * apart
    arm = (upper, lower + 0.6)
    return _Pose((arm, arm), ((0.09, 0.04), (0.09, 0.04)), front=True)


_POSE = (
    _box,
    _clap,
    _wave,
    _gait(0.62, 0.85, 0.6, 1.25, 0.1, 2.5),
    _gait(0.85, 1.35, 0.85, 1.5, 0.2, 3.5),
    _gait(0.45, 0.45, 0.4, 0.25, 0.02, 1.2),
)


def _draw(picture: np.ndarray, person: _Person, pose: _Pose, x: float, zoom: float, facing: int) -> Point:
    """Seen from the side the far arm and leg lie behind the body, from the front the legs do. Returns the middle."""
    tall = person.height * zoom
    thick = 0.075 * tall * person.width
    floor = SIZE[1] - 8 - 30 * (1 - zoom)
    hip = (x, floor - 0.48 * tall - pose.bob)
    neck = _from(hip, 0.32 * tall, pi - pose.lean * facing)
    wide = 0.085 * tall * person.width if pose.front else 0.0

    def limbs(side: int, legs: bool) -> None:
        turn = (1 if side else -1) if pose.front else facing
        dim = 0.8 if side == 0 and not pose.front else 1.0
        start, angles = (hip, pose.legs[side]) if legs else ((neck[0], neck[1] + 0.04 * tall), pose.arms[side])
        length, upper, lower = (0.245, person.trousers, person.trousers) if legs else (0.17, person.coat, person.skin)
        joint = _from((start[0] + turn * wide * (0.7 if legs else 1.3), start[1]), length * tall, angles[0] * turn)
        _line(picture, (start[0] + turn * wide * (0.7 if legs else 1.3), start[1]), joint, thick, upper * dim)
        _line(picture, joint, _from(joint, length * tall, angles[1] * turn), 0.8 * thick, lower * dim)

    limbs(0, True)
    if pose.front:
        limbs(1, True)
    else:
        limbs(0, False)
    _body(picture, hip, neck, thick + 0.7 * wide, thick + 1.1 * wide, person.coat)
    head = _from(neck, 0.11 * tall, pi - pose.lean * facing)
    _line(picture, head, (head[0], head[1] + 0.02 * tall), 0.13 * tall, person.skin)
    if pose.front:
        limbs(0, False)
    else:
        limbs(1, True)
    limbs(1, False)
    return x, floor - 0.5 * tall


def _body(picture: np.ndarray, hip: Point, neck: Point, below: float, above: float, level: float) -> None:
    corners = [
        (hip[0] - below, hip[1]),
        (hip[0] + below, hip[1]),
        (neck[0] + above, neck[1]),
        (neck[0] - above, neck[1]),
    ]
    scaled = np.rint(np.array(corners) * (1 << _SHIFT)).astype(np.int32)
    cv2.fillConvexPoly(picture, scaled, level, cv2.LINE_AA, _SHIFT)


def _from(start: Point, length: float, angle: float) -> Point:
    return start[0] + length * sin(angle), start[1] + length * cos(angle)


def _line(picture: np.ndarray, a: Point, b: Point, thick: float, level: float) -> None:
    scale = 1 << _SHIFT
    ends = [(round(p[0] * scale), round(p[1] * scale)) for p in (a, b)]
    cv2.line(picture, ends[0], ends[1], level, max(1, round(thick)), cv2.LINE_AA, _SHIFT)

"""What is known of an opened video: the badge that `probe` and the window show."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path


@dataclass(frozen=True, slots=True)
class VideoInfo:
    """width, height: pixels as shown, after `rotation` (degrees clockwise) was applied; `duration` in seconds, from the
    first frame's beginning to the last one's end; `problems`: sentences in plain words."""

    path: Path
    codec: str
    width: int
    height: int
    fps: Fraction
    frames: int
    duration: float
    variable_frame_rate: bool
    keyframes: int
    fingerprint: str
    frames_verified: bool
    problems: tuple[str, ...]
    pixel_format: str
    rotation: int
    has_audio: bool
    pixel_aspect: Fraction = Fraction(1)  # width : height of one pixel; the window stretches by it, arrays do not

"""The files that the video benches read. They are written by the tests' helpers, so these benches need the checkout."""

from __future__ import annotations

import sys
from pathlib import Path

from core.errors import UserError
from core.paths import program_dir

GOP = 250


def footage(folder: Path, size: tuple[int, int], count: int) -> Path:
    """H.264 with B-frames and a keyframe every 250 frames."""
    need_checkout()
    from tests.helpers.videos import write_footage

    return write_footage(folder / f"{size[1]}p.mp4", size, count, GOP)


def need_checkout() -> None:
    """Makes `tests.helpers` importable; UserError where the program runs without its tests."""
    root = program_dir()
    if not (root / "tests" / "helpers" / "videos.py").is_file():
        raise UserError("The video benches write their files with the tests' helpers; run them in a checkout.")
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))

"""Sequential decoding to RGB, against the ffmpeg program. Higher is better."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np

from app.benches.figure import Figure
from app.benches.footage import GOP, footage
from core.errors import UserError
from core.video.source import open_video

_PAIRS = 7


def run() -> dict[str, Figure]:
    program = shutil.which("ffmpeg")
    if program is None:
        raise UserError("This bench compares with the ffmpeg program; install it (apt-get install ffmpeg).")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        path = footage(Path(name), (1280, 720), 2 * GOP)
        rates = np.empty((_PAIRS, 2))
        for i in range(_PAIRS):
            for side in (0, 1) if i % 2 else (1, 0):
                rates[i, side] = _ffmpeg(program, path, 2 * GOP) if side else _ours(path)
    ours, theirs = np.median(rates, axis=0).tolist()
    ratio = float(np.median(rates[:, 0] / rates[:, 1]))
    return {"decode_ratio": Figure(ours, "frames/s", f"ffmpeg {_version(program)}, {theirs:.0f} frames/s", ratio)}


def _ours(path: Path) -> float:
    """Frames per second of `frames()`, opening included as ffmpeg's includes its start."""
    start = time.perf_counter()
    with open_video(path) as source:
        count = sum(1 for _ in source.frames())
    return count / (time.perf_counter() - start)


def _ffmpeg(program: str, path: Path, count: int) -> float:
    command = [program, "-v", "error", "-y", "-i", str(path), "-pix_fmt", "rgb24", "-f", "rawvideo", "/dev/null"]
    start = time.perf_counter()
    subprocess.run(command, check=True)
    return count / (time.perf_counter() - start)


def _version(program: str) -> str:
    line = subprocess.run([program, "-version"], check=True, capture_output=True, text=True).stdout.split()
    return line[2]

"""How much of the hardware an analysis uses, and how much memory it takes.

`analyze_ratio`: a whole analysis with I3D (weights loaded from disk, nothing cached) of a 480p and of a 1080p clip. On
a processor it is held against the time that the bare network and bare decoding with scaling take one after the other,
on a GPU against the bare network alone; the three are measured in turn. The worse of the two clips counts; higher is
better, at least 0.9. `analyze_memory_ratio`: peak memory of a process that analyses a ten times longer video over that
of one for the short video; at most 1.1. The footage is the sample clip, scaled and repeated by ffmpeg.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from app.benches.figure import Figure
from app.benches.memory import peak
from core import assets
from core.errors import UserError
from core.task import Progress, drive
from core.video.clips import clips
from core.video.source import open_video
from models import checkpoint
from models.cards import card
from models.device import choose
from models.engine import Engine
from models.predict import predict

PAIRS = 5
SIZES = {"480p": "854:480", "1080p": "1920:1080"}
CARD = card("i3d")


def run() -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    with tempfile.TemporaryDirectory(prefix="reelmark-bench-") as folder:
        for part in PARTS:
            figures |= part(Path(folder))
    return figures


def footage(file: Path, size: str, times: int = 1) -> Path:
    """The sample, scaled to `size` ("width:height") and shown `times` times. Raises UserError without ffmpeg."""
    sample = str(assets.path("sample-clip"))
    command = ["ffmpeg", "-loglevel", "error", "-y", "-stream_loop", str(times - 1), "-i", sample]
    command += ["-an", "-vf", f"scale={size}", "-pix_fmt", "yuv420p", "-preset", "veryfast", "-g", "50", str(file)]
    try:
        subprocess.run(command, check=True)
    except FileNotFoundError as error:
        raise UserError("This bench writes its footage with ffmpeg, which is not installed; install it.") from error
    return file


def throughput(folder: Path) -> dict[str, Figure]:
    figures = {
        f"analyze_{name}_ratio": _compared(footage(folder / f"{name}.mp4", size)) for name, size in SIZES.items()
    }
    return figures | {"analyze_ratio": min(figures.values(), key=lambda f: f.value)}


def _compared(file: Path) -> Figure:
    device = choose()
    with open_video(file) as source:
        spec = CARD.clip_for(source.info.fps)
        some = [clip for _, clip in clips(source, spec)]
        weights = checkpoint.of_card(CARD)
        with Engine(checkpoint.network(CARD, weights), CARD, device, spec, weights.digest) as engine:

            def network() -> None:
                for at in range(0, len(some), engine.batch):
                    drive(engine.run(some[at : at + engine.batch], Progress()))

            def decoding() -> None:
                for _ in clips(source, spec):
                    pass

            def analysis() -> None:
                drive(predict(CARD, source))

            sides = (analysis, network, decoding) if device.kind == "cpu" else (analysis, network)
            took = np.array([[_seconds(side) for side in sides] for _ in range(PAIRS + 1)])[
                1:
            ]  # the first one warms up
    whole, bare = took[:, 0], took[:, 1:].sum(axis=1)
    ratio = float(np.median(bare / whole))
    return Figure(ratio, "", " + ".join(s.__name__ for s in sides[1:]) + f", {device.badge(bool(engine.bf16))}", ratio)


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def memory(folder: Path) -> dict[str, Figure]:
    short, long = footage(folder / "short.mp4", "854:480"), footage(folder / "long.mp4", "854:480", 10)
    peaks = [_peak(file) for file in (short, long)]
    ratio = peaks[1] / peaks[0]
    return {"analyze_memory_ratio": Figure(ratio, "", f"{peaks[0] >> 20} MB for a ten times shorter video", ratio)}


def _peak(file: Path) -> int:
    """Bytes that a process of its own held at most while it analysed `file`."""
    done = subprocess.run(
        [sys.executable, "-m", "app.benches.analyze", file], check=True, capture_output=True, text=True
    )
    return int(done.stdout)


PARTS: tuple[Callable[[Path], dict[str, Figure]], ...] = (throughput, memory)


if __name__ == "__main__":
    with open_video(sys.argv[1]) as video:
        drive(predict(CARD, video))
    sys.stdout.write(str(peak()))

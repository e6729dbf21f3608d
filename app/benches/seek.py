"""How fast, and how surely, one frame is found. Lower is better everywhere."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from app.benches.figure import Figure
from app.benches.footage import GOP, footage, need_checkout
from core.video.frames import FrameCache, Reader
from core.video.source import VideoSource, open_video

_SAMPLES = 200
_STEPS = 300
_CACHE = 512 << 20
_WALKS = 7


def run() -> dict[str, Figure]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        return {
            "seek_ratio": _random_reads(footage(folder, (1280, 720), 4 * GOP)),
            **_steps_back(footage(folder, (1920, 1080), 2 * GOP)),
            "wrong_frames": _wrong_frames(folder),
        }


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _random_reads(path: Path) -> Figure:
    """The same random frames, by turns from a VideoSource and from OpenCV (set CAP_PROP_POS_FRAMES, then read)."""
    chance = random.Random(1)
    capture = cv2.VideoCapture(str(path))

    def theirs(number: int) -> None:
        capture.set(cv2.CAP_PROP_POS_FRAMES, number)
        assert capture.read()[0]

    times = np.empty((_SAMPLES, 2))
    with open_video(path) as source:
        source.read(0)
        theirs(0)
        for i in range(_SAMPLES):
            number = chance.randrange(source.index.frames)
            pair = [(0, source.read), (1, theirs)]
            for side, read in pair if i % 2 else reversed(pair):
                times[i, side] = _milliseconds(lambda read=read, number=number: read(number))  # type: ignore[misc]
    capture.release()
    ours, other = np.median(times, axis=0).tolist()
    return Figure(ours, "ms", f"OpenCV {cv2.__version__} set+read, {other:.1f} ms", ours / other)


def _steps_back(path: Path) -> dict[str, Figure]:
    """300 single steps back, one after the other as fast as they come, the GOP border in their middle; several times,
    each after a GOP was decoded."""
    gops, times = [], []
    with open_video(path) as source:
        for _ in range(_WALKS):
            gops.append(_milliseconds(lambda: _decode_gop(source)))
            with Reader(source, FrameCache(_CACHE)) as reader:
                start = GOP + _STEPS // 2
                reader.read(start)
                steps = range(start - 1, start - 1 - _STEPS, -1)
                times.append([_milliseconds(lambda number=number: reader.read(number)) for number in steps])  # type: ignore[misc]
    longest = [max(walk) for walk in times]
    ratios = np.divide(longest, gops)
    against = f"decoding one GOP of {GOP}, {np.median(gops):.0f} ms; the worst of {_WALKS} pairs {ratios.max():.2f}"
    return {
        "step_back_p95_ms": Figure(float(np.percentile(times, 95)), "ms"),
        "step_back_longest_ms": Figure(float(np.median(longest)), "ms", against, float(np.median(ratios))),
    }


def _decode_gop(source: VideoSource) -> None:
    """The whole second GOP, cold: a source opened anew, no colour conversion."""
    with source.clone() as again:
        for number in range(GOP, 2 * GOP):
            again.picture(number)


def _wrong_frames(folder: Path) -> Figure:
    """Pictures that do not say their number, over every hard file, read in order and at random."""
    need_checkout()
    from tests.helpers.hardfiles import HARD
    from tests.helpers.videos import number_on

    chance = random.Random(2)
    wrong = read = 0
    for i, write in enumerate(HARD.values()):
        place = folder / str(i)
        place.mkdir()
        hard = write(place)
        with open_video(hard.path) as source:
            wrong += abs(source.index.frames - len(hard.numbers))
            numbers = list(range(min(source.index.frames, len(hard.numbers))))
            numbers += chance.choices(numbers, k=len(numbers))
            wrong += sum(number_on(source.read(n)) != hard.numbers[n] for n in numbers)
            read += len(numbers)
    return Figure(wrong, f"of {read} reads in {len(HARD)} files")

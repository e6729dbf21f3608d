"""Optical flow of a video as it streams, against bare OpenCV.

`flow_ratio`: DIS fields per second of the sample clip (480p) at 340 × 256, decoding and scaling included, over what
`cv2.DISOpticalFlow` gives on the same gray frames in memory. The two are measured in turn; higher is better, at least
.8.
"""

from __future__ import annotations

import tempfile
import time
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np

from app.benches.analyze import footage
from app.benches.figure import Figure
from core.video.flow import SIZE, gray, stream
from core.video.source import open_video

PAIRS = 5


def run() -> dict[str, Figure]:
    with (
        tempfile.TemporaryDirectory(prefix="reelmark-bench-") as folder,
        open_video(footage(Path(folder) / "480p.mp4", "854:480")) as source,
    ):
        frames = [gray(picture) for _, picture in source.frames(size=SIZE)]

        def ours() -> int:
            return sum(1 for _ in stream(source, SIZE))

        def bare() -> int:
            flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
            for one, other in pairwise(frames):
                flow.calc(one, other, None)  # type: ignore[call-overload]
            return len(frames) - 1

        rates = np.empty((PAIRS, 2))
        for i in range(-1, PAIRS):  # the first pair warms up
            for side in (0, 1) if i % 2 else (1, 0):
                began = time.perf_counter()
                count = (ours, bare)[side]()
                rates[i, side] = count / (time.perf_counter() - began)
    mine, theirs = np.median(rates, axis=0).tolist()
    ratio = float(np.median(rates[:, 0] / rates[:, 1]))
    return {"flow_ratio": Figure(mine, "fields/s", f"bare OpenCV DIS in memory, {theirs:.0f} fields/s", ratio)}

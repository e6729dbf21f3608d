"""Two-stream analysis of every frame at 224 × 224 with stacks of ten fields.

`two_stream_ratio`: frames per second of an analysis with CNN-M-2048 (random weights: they change no time), over
1 / (1/networks + 1/(decoding + flow)), each measured alone and in turn; higher is better, at least .85.
`two_stream_lite0_fps`: the same analysis with EfficientNet-Lite0 in both streams; at least 11.8 frames/s on two cores,
twice what DeepEthogram's two-stream network reached there (5.9). The footage is the sample clip's beginning, at
480p.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch

from app.benches.analyze import footage
from app.benches.figure import Figure
from core.task import Progress, drive
from core.time import Span
from core.video.clips import clips
from core.video.source import VideoSource, open_video
from models.card import ModelCard, Prepared
from models.cards import card
from models.device import Device, choose
from models.engine import Engine
from models.feed import Feed

PAIRS, FRAMES = 5, 40
LABELS = 101


def run() -> dict[str, Figure]:
    with (
        tempfile.TemporaryDirectory(prefix="reelmark-bench-") as folder,
        open_video(footage(Path(folder) / "480p.mp4", "854:480")) as source,
    ):
        return {"two_stream_ratio": _ratio(source), "two_stream_lite0_fps": _speed(source)}


def _engine(form: str, device: Device) -> tuple[ModelCard, Engine]:
    chosen = card("simonyan2014").as_variant(form)
    torch.manual_seed(0)
    engine = Engine(chosen.build(LABELS), chosen, device, chosen.clip, f"bench {form}")
    return chosen, engine


def _span(chosen: ModelCard, frames: int) -> Span:
    return Span(0, frames + chosen.clip.window - 1)


def _analysis(source: VideoSource, chosen: ModelCard, engine: Engine, frames: int) -> int:
    """What an analysis does, without the cache: decoding and flow in one thread, the networks in another."""
    done = 0
    with Feed(source, chosen.clip, _span(chosen, frames), 2 + engine.batch, engine.prepare()) as feed:
        for some in feed.take(engine.batch, wait=0.1):
            if some:
                drive(engine.run(some, Progress()))
                done += len(some)
    return done


def _prepared(source: VideoSource, chosen: ModelCard, engine: Engine, frames: int) -> Iterator[Prepared]:
    prepare = engine.prepare()
    assert prepare is not None
    for number, clip in clips(source, chosen.clip, _span(chosen, frames)):
        yield prepare(number, clip)


def _ratio(source: VideoSource) -> Figure:
    device = choose()
    chosen, engine = _engine("paper", device)
    with engine:
        some = list(_prepared(source, chosen, engine, FRAMES))

        def networks() -> int:
            for at in range(0, len(some), engine.batch):
                drive(engine.run(some[at : at + engine.batch], Progress()))
            return len(some)

        def feeding() -> int:
            return sum(1 for _ in _prepared(source, chosen, engine, FRAMES))

        sides = (lambda: _analysis(source, chosen, engine, FRAMES), networks, feeding)
        rates = np.array([[_rate(side) for side in sides] for _ in range(PAIRS + 1)])[1:]  # the first one warms up
    bound = 1 / (1 / rates[:, 1] + 1 / rates[:, 2])
    ratio = float(np.median(rates[:, 0] / bound))
    against = (
        f"1/(1/networks + 1/(decoding + flow)) = {np.median(bound):.1f} frames/s, {device.badge(bool(engine.bf16))}"
    )
    return Figure(float(np.median(rates[:, 0])), "frames/s", against, ratio)


def _speed(source: VideoSource) -> Figure:
    device = choose()
    chosen, engine = _engine("lite0", device)
    with engine:
        rates = [_rate(lambda: _analysis(source, chosen, engine, 2 * FRAMES)) for _ in range(PAIRS + 1)][1:]
    rate = float(np.median(rates))
    return Figure(
        rate, "frames/s", f"DeepEthogram's 5.9 frames/s on two cores, {device.badge(bool(engine.bf16))}", rate / 5.9
    )


def _rate(work: Callable[[], int]) -> float:
    began = time.perf_counter()
    return work() / (time.perf_counter() - began)
